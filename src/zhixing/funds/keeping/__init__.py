"""What else becomes of a case's money: its applicant is told, it is kept aside, the fee is taken from it."""
