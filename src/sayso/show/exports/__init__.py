"""Exports: claims of a ledger in the shapes other programs read, a file a format."""
