"""Names in a wording of where that are no places: groups, bodies, outlets and leaders ("Daesh", "Bashar al-Assad")."""

from __future__ import annotations

from functools import lru_cache

from sayso.resolve.actor_index import Known, fold, index
from sayso.resolve.gazetteer import country_words, named
from sayso.resolve.placekeys import key

LONGEST = 7
"""Words the name of a body may have."""
WELL_KNOWN = 20_000
CURATED = "sayso:"


def body_at(tokens: list[str], i: int) -> int:
    """Return how many tokens at ``i`` name an actor that no place is meant by; 0 when none does.

    A capital stands for its government in one report and for itself in the next: here it is the city. "The Islamic State
    of Iraq" is one name, though only its first half is listed.
    """
    if _a_country(tokens, i):
        return 0
    words: list[str] = []
    ends: list[tuple[int, int]] = []
    for size, token in enumerate(tokens[i : i + LONGEST], start=1):
        words += _folded(token)
        ends.append((size, len(words)))
    known = index()
    limit = known.longest.get(words[0], 0) if words else 0
    for size, count in reversed(ends):
        bearers = known.names.get(" ".join(words[:count])) if count <= limit else None
        if bearers and not bearers[0].bare and not _a_place(tokens[i : i + size], bearers[0]):
            return size + _of(tokens, i + size) if size > 1 else size
    return 0


@lru_cache(maxsize=20_000)
def _folded(token: str) -> tuple[str, ...]:
    return tuple(fold(token))


def _a_country(tokens: list[str], i: int) -> bool:
    """Tell whether a country or its people are named at ``i``, whatever follows."""
    rows = country_words().get(tokens[i]) or country_words().get(tokens[i].removesuffix("s"), ())
    return any(len(parts) == 1 or tuple(tokens[i : i + len(parts)]) == parts for parts, _, _ in rows)


def _of(tokens: list[str], end: int) -> int:
    """Return how many tokens of an "of Iraq" go on a body's name."""
    follows = end + 1 < len(tokens) and tokens[end] == "of" and tokens[end + 1] in country_words()
    return 2 if follows else 0


def _a_place(tokens: list[str], bearer: Known) -> bool:
    """Tell whether an actor's name is a well-known place's, or says what it holds: "the Donetsk People's Republic"."""
    if _well_known(" ".join(tokens)):
        return True
    return len(tokens) > 1 and bearer.kind == "armed-group" and _well_known(tokens[0])


def _well_known(name: str) -> bool:
    return any(p.people >= WELL_KNOWN or p.id.startswith(CURATED) for p in named(key(name)))
