"""Builds gazetteer files: the shipped core's pages, and packs of other countries from dumps that a user has."""
