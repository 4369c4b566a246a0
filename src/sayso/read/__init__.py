"""Bytes to articles: formats, furniture and zones, byline and rights."""
