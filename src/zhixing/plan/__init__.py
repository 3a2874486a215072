"""The work plan: read from its own text, adopted as a dossier, carried out court by court, inspected and accepted."""
