"""The desk's pages as JSON, a file a page."""
