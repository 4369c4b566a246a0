"""The shared encoder: one pass over an article's words, several heads that read from it."""
