"""Pages of the plan: its wall, a measure, the progress report, assignment of measures, and drafts read from a text."""
