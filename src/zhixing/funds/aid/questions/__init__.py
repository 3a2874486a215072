"""What dossiers of aid can be asked. Every answer is as of a day."""
