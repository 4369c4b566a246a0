"""The records: what every room exchanges. Frozen, slotted, and importing nothing else of ours."""
