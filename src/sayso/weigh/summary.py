"""A happening in one line, as lists and maps show it: days, places, counts, figures, and one claim to read it by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.model.event import Account, Event, Spot, Summary, Teller


def summary(e: Event) -> Summary:
    """Return the line of a happening; its point is that of the place most accounts tell, the narrowest of those first."""
    grade = {g.name: g.value for g in e.grades}
    dated = [a for a in e.accounts if a.dated] or list(e.accounts)
    teller, spot = _teller(e.accounts), _spot(e.accounts)
    return Summary(
        id=e.id,
        kind=e.kind,
        first=min(a.first for a in dated),
        last=max(a.last for a in dated),
        dated=any(a.dated for a in e.accounts),
        places=_told(e.accounts, "place"),
        spot=spot,
        spot_words=_worded(e.accounts, spot),
        articles=len({a.article for a in e.accounts}),
        families=len({f for o in e.origins for f in o.families}),
        origins=int(grade["origins"]),
        outlets=tuple(sorted({a.outlet for a in e.accounts if a.outlet})),
        voices=tuple(sorted({o.voice for o in e.origins if o.voice})),
        contested=tuple(f for f in grade["contested"].split(", ") if f and f != "no"),
        admiralty=grade["admiralty"],
        airwars_like=grade.get("airwars-like", ""),
        killed=_told(e.accounts, "killed"),
        injured=_told(e.accounts, "injured"),
        claims=sum(len(a.tellers) for a in e.accounts),
        claim=teller.claim,
    )


def _told(accounts: Sequence[Account], field: str) -> tuple[str, ...]:
    """Return the wordings given for a field, the most given first."""
    found = Counter(v.words for a in accounts for v in a.said if v.field == field)
    return tuple(w for w, _ in sorted(found.items(), key=lambda f: (-f[1], f[0])))


def _spot(accounts: Sequence[Account]) -> Spot | None:
    """Return the place to show: told by the most articles, then the narrowest, never one that stands for another."""
    found = [s for a in accounts for s in a.places if s.lat is not None and s.lon is not None and not s.other]
    if not found:
        return None
    often = Counter((s.name, s.lat, s.lon) for s in found)
    return min(found, key=lambda s: (s.wide, -often[s.name, s.lat, s.lon], s.radius_km or 0.0, s.name))


def _teller(accounts: Sequence[Account]) -> Teller:
    """Return the claim to read a happening by: a core one, of a named voice if there is any, that does not deny; the earliest."""
    found = [(a, t) for a in accounts for t in a.tellers]
    return min(found, key=lambda f: (not f[1].core, f[1].denies, not f[1].named, f[0].published, f[1].claim))[1]


def _worded(accounts: Sequence[Account], spot: Spot | None) -> str:
    """Return the wording most given for a place; "" where none is."""
    if spot is None:
        return ""
    said = [v for a in accounts for v in a.said if v.field == "place"]
    found = Counter(v.words for v in said if spot.name in v.keys) or Counter(v.words for v in said if len(said) == 1)
    return min(found, key=lambda w: (-found[w], w), default="")
