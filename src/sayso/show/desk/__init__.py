"""The desk: the web application over a ledger, and the JSON twin of each of its pages."""
