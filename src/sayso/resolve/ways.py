"""Roads and lines named after the places they run between: "the Homs-Palmyra road" lies between Homs and Palmyra."""

from __future__ import annotations

import re
from functools import cache

from sayso.resolve.gazetteer import named
from sayso.resolve.place_words import words
from sayso.resolve.placekeys import key

DASH = re.compile(r"\s?[-–—]\s?")
CAPITAL = r"(?:[ae][a-z]{1,2}-)?[A-Z](?:[^\W\d]|['’])*"
"""A word of a name, an Arabic article before it or not."""


def between_ends(text: str) -> str:
    """Return a wording with "the A-B road" said as "the road between A and B", where A and B are both known places.

    A place whose own name has the hyphen ("Deir-Hafir") stays as it is, and so does every other wording.
    """
    found = _way().search(text) if "-" in text or "–" in text or "—" in text else None
    if found is None:
        return text
    for dash in DASH.finditer(found["ends"]):
        one, other = found["ends"][: dash.start()], found["ends"][dash.end() :]
        if named(key(one)) and named(key(other)) and not named(key(f"{one} {other}")):
            return f"{text[: found.start()]}{found['way']} between {one} and {other}{text[found.end() :]}"
    return text


@cache
def _way() -> re.Pattern[str]:
    """Return the pattern of two names with a dash between and the noun of a way after, an adjective or number before that."""
    name = rf"{CAPITAL}(?: {CAPITAL}){{0,2}}"
    ways = "|".join(map(re.escape, words().ways))
    return re.compile(rf"(?P<ends>{name}\s?[-–—]\s?{name}) (?:[a-z]+ |M\d+ )?(?P<way>{ways})\b")
