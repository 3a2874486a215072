"""The record: acts, dossiers, the one door. The modules without Django are the pure half."""
