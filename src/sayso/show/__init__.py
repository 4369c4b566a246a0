"""From the ledger to people: terminal, JSON, CSV."""
