"""What one claim gives for each field that tellings are compared by, with the words it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.claim import Claim
from sayso.model.event import EventField, Said
from sayso.model.happening import Figure, Happening
from sayso.weigh import parties


def values(text: str, c: Claim) -> tuple[Said, ...]:
    """Return every value of a claim, in the order of the fields."""
    h = c.happening
    return () if h is None else tuple(_values(text, c, h))


def _values(text: str, c: Claim, h: Happening) -> Iterator[Said]:
    denied = denies(c)
    if not denied or not h.actors:
        yield _existence(text, c, denied=denied)
    for role, people in (("actors", h.actors), ("targets", h.targets)):
        if people:
            name: EventField = "actors" if role == "actors" else "targets"
            keys = tuple(sorted({x.id for x in people if x.id}))
            yield Said(name, c.id, ", ".join(x.name for x in people), people[0].span, keys=keys)
    if h.actors and (blamed := sorted(parties.sides(x.id for x in h.actors if x.id))):
        keys = tuple(parties.DENIES + b if denied else b for b in blamed)
        words = " ".join(h.actors[0].span.of(text).split())
        yield Said("responsibility", c.id, f"not {words}" if denied else words, h.actors[0].span, keys=keys)
    if p := h.place:
        yield Said("place", c.id, p.name, p.span, keys=(p.id,) if p.id else ())
    if h.when and h.when.start and h.when.end:
        low, high = (int(d.replace("-", "")) for d in (h.when.start, h.when.end))
        yield Said("time", c.id, h.when.text or h.when.start, h.when.span, low, high)
    yield from _counts(text, c, h)
    if h.means:
        keys = tuple(sorted({m.class_ for m in h.means}))
        yield Said("means", c.id, ", ".join(m.name for m in h.means), h.means[0].span, keys=keys)
    if k := h.control:
        keys = tuple(x.casefold() for x in (k.from_, k.to) if x)
        yield Said("control", c.id, f"{k.from_ or '?'} → {k.to or '?'}", k.span, keys=keys)


def _counts(text: str, c: Claim, h: Happening) -> Iterator[Said]:
    if h.killed:
        yield _figure("killed", c.id, text, h.killed)
    if h.injured:
        yield _figure("injured", c.id, text, h.injured)


def denies(c: Claim) -> bool:
    """Tell whether a claim says that something did not happen or was not done: somebody denies it, or a party says it is not so.

    What an outlet merely says it does not know ("did not give a toll") denies nothing.
    """
    if c.polarity.value != "negative":
        return False
    return c.polarity.rule.endswith("denial") or any(v.party for v in c.voices)


def _existence(text: str, c: Claim, *, denied: bool) -> Said:
    span = c.content[0] if c.content else None
    words = span.of(text) if span else ""
    return Said("existence", c.id, " ".join(words.split())[:80], span, keys=("negative" if denied else "positive",))


def _figure(field: EventField, claim: str, text: str, f: Figure) -> Said:
    return Said(field, claim, " ".join(f.span.of(text).split()), f.span, f.low, f.high)
