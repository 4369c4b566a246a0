"""Names to identities, each with its alternatives: places, dates, actors, and who "he" is."""
