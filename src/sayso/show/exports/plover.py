"""The cells of PLOVER tables that other formats do not have: codes, and actors with country and sector."""

from __future__ import annotations

from sayso.show.exports import coding
from sayso.show.exports.crosswalk import country_codes, kinds, plover
from sayso.show.exports.people import Party, sector, wikidata
from sayso.show.exports.told import Cells, Told

UNKNOWN = "-"
BETWEEN = "; "
CODEBOOK = "PLOVER manual, draft 0.8+ (2021-2023)"


def cells(t: Told) -> Cells:
    """Return event type, mode, contexts and auxiliary modes, and who did it to whom in codes."""
    kind = kinds()[t.happening.kind.value]
    event, _, mode = kind.plover.partition("/")
    told = plover().events.get(event)
    found: Cells = {
        "plover_event": event, "plover_mode": mode, "plover_context": BETWEEN.join(kind.context),
        "plover_aux": BETWEEN.join(auxiliary(t)), "plover_quad": told.quad if told else None,
        "plover_scale": told.scale if told else None, "cameo": kind.cameo, "codebook": CODEBOOK,
    }  # fmt: skip
    return found | coded(t, "actor", t.actors) | coded(t, "recipient", t.targets)


def auxiliary(t: Told) -> list[str]:
    """Return the auxiliary modes of a claim."""
    c = t.claim
    found = ["negation"] if c.polarity.value == "negative" else []
    found += ["future"] if c.tense.value == "future" else []
    return found + (["hypothetical"] if c.certainty.value == "possible" else [])


def coded(t: Told, role: str, parties: tuple[Party, ...]) -> Cells:
    """Return names, countries, sectors and ids of those who play a role and are known, or people."""
    known = [p for p in parties if p.side]

    def each(words: list[str]) -> str:
        return BETWEEN.join(w or UNKNOWN for w in words) if any(words) else ""

    return {
        f"plover_{role}s": BETWEEN.join(t.shown(p.name, private=p.private) for p in known),
        f"plover_{role}_countries": each([country(p) for p in known]),
        f"plover_{role}_sectors": each([field_of(p) for p in known]),
        f"plover_{role}_ids": each([wikidata(p) for p in known]),
    }


def country(p: Party) -> str:
    """Return the country field of a party: ISO 3166 three letters, or a body's class where it has no country; by its words if it is not known."""
    if p.kind in (bodies := plover().bodies):
        return bodies[p.kind]
    codes = country_codes(p.country) if p.country else None
    return codes.iso3 if codes else coding.coded(p.name).country


def field_of(p: Party) -> str:
    """Return the sector of a party: as its kind says, else as its words do."""
    return sector(p) or coding.coded(p.name).sector
