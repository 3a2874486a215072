"""Case money: bank accounts, statements, the ledger in double entry, and whose money is whose (docs/funds.md)."""
