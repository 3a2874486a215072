"""Three-way reconciliation, bank, ledger, dossiers: what does not agree or is open, since when, and with whom."""
