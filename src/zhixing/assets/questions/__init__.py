"""What property can be asked. Every answer is as of a day."""
