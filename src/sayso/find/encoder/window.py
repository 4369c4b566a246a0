"""How much the encoder is shown at once."""

LONGEST = 256
"""Pieces of a window, those seen before it included."""
BEFORE = 48
"""Most pieces of the text before a window that it is shown."""
