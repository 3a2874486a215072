"""A bank's statement as a table (CSV, XLSX), read by what the court has said once of the bank's columns."""
