"""Every way into Sayso from outside, on one page.

- ``SAYSO_VOCAB``: folders of word lists laid over the shipped ones (an outlet's page marks, a new weapon, a local spelling).
- ``SAYSO_GAZETTEER``: packs of places laid over the shipped gazetteer (``sayso gazetteer build`` makes them).
- ``SAYSO_LEDGER``: the ledger that commands use when none is named.
- ``SAYSO_MODEL``: the spaCy pipeline to parse with, by package name, in place of the small English one.
- ``NO_COLOR``, ``COLUMNS``: as terminals and their programs commonly understand them.
"""

from __future__ import annotations

import os

VOCAB = "SAYSO_VOCAB"
GAZETTEER = "SAYSO_GAZETTEER"
LEDGER = "SAYSO_LEDGER"
MODEL = "SAYSO_MODEL"


def model() -> str | None:
    """Return the spaCy pipeline the user asked for, None for the usual one."""
    return os.environ.get(MODEL) or None
