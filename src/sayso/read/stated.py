"""Values as rows and markup state them, brought to the one form that articles keep: days and language codes."""

from __future__ import annotations

import re

from sayso.read import dates

_PACKED = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")


def day_of(said: str) -> str:
    """Return the day of a date (ISO with or without time, eight digits, or in words) as ``YYYY-MM-DD``; "" when it is none."""
    said = said.strip()[:100]
    if packed := _PACKED.match(said):
        said = "-".join(packed.groups())
    found = dates.pattern().search(said)
    return dates.value(found) if found else ""


def language_of(said: str) -> str:
    """Return the language of a code such as "en-GB" or "en_US", in lower case; "" when it is no code."""
    code = re.split(r"[-_,\s]", said.strip())[0].lower()
    return code if 2 <= len(code) <= 3 and code.isascii() and code.isalpha() else ""
