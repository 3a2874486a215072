"""What money can be asked. Every answer is as of a day."""
