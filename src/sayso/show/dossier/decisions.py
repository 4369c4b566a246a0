"""What people decided of a claim as a publication shows it: their reading beside the machine's, and what that changes of what is held back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import cast, get_args

from sayso.ledger.store import ClaimRow
from sayso.model.claim import Claim
from sayso.model.happening import Happening, HappeningKind
from sayso.model.review import Review
from sayso.model.span import Grounded
from sayso.show import words
from sayso.show.dossier.shown import Decided, Spot
from sayso.show.exports.holding import Holding
from sayso.show.plain import clean

Decisions = Sequence[tuple[Review, bool]]
KEPT = "held back"
NO_WORDS = frozenset({"content"})
"""Fields whose amendment is words of the article: they count as an excerpt."""


def decided(found: Decisions, machine: Callable[[str], str], hide: Callable[[str], str], most: int, *, guard: bool) -> list[Decided]:  # fmt: skip
    """Return decisions, the first first; undoings show as decisions taken back.

    ``most`` words of content are given, 0 for all; ``guard`` holds back places, which are given away coarse alone.
    """
    shown = []
    for r, undone in found:
        if r.decision == "undo":
            continue
        value = hide(r.value)
        if guard and r.field in {"place", "control"}:
            value = KEPT
        if r.field in NO_WORDS and most:
            value = " ".join(value.split()[:most])
        read = hide(machine(r.field)) if r.decision == "amend" else ""
        shown.append(Decided(r.number, r.decision, r.field, read, value, clean(r.who), r.at, hide(r.why), undone))
    return shown


def amended(found: Decisions) -> dict[str, str]:
    """Return what people put in the place of fields, the last word on each."""
    return {r.field: r.value for r, undone in found if r.decision == "amend" and not undone}


def named(found: Decisions) -> list[str]:
    """Return what people wrote where a name may stand."""
    return [r.value for r, _ in found if r.field in {"voices", "actors", "targets"}]


def careful(row: ClaimRow, put: dict[str, str]) -> ClaimRow:
    """Return a claim as what is held back is judged by: of the kind that a person gave it, where that is a kind."""
    kind, c = put.get("kind", ""), row.claim
    if kind not in get_args(HappeningKind) or c.happening is None:
        return row
    told = replace(c.happening, kind=Grounded(cast("HappeningKind", kind), "review.amended"))
    return replace(row, claim=replace(c, happening=told))


def fresh(row: ClaimRow, put: dict[str, str], held: Holding) -> bool:
    """Tell whether a claim is too fresh to publish, by the day the machine read or by one that a person gave."""
    if held.fresh(row.claim, row.article.published):
        return True
    limit = held.now - timedelta(hours=held.profile.delay_hours)
    return bool(held.profile.delay_hours) and any(_start(d) > limit for d in _days(put.get("when", "")))


def _days(value: str) -> Iterable[date]:
    for word in value.replace("/", " ").split():
        try:
            yield date.fromisoformat(word.strip(".,;()"))
        except ValueError:
            continue


def _start(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def machine(c: Claim, words_: str, chain: str, spot: Spot | None) -> Callable[[str], str]:
    """Return what looks up how the machine read a field, in words; the place as far as it may be given away."""

    def read(field: str) -> str:
        plain = {"content": words_, "voices": chain, "polarity": c.polarity.value, "certainty": c.certainty.value}
        plain |= {"tense": c.tense.value, "manner": c.manner.value, "place": spot.name if spot else ""}
        if field in plain:
            return plain[field]
        return _of_happening(c.happening, field) if c.happening else ""

    return read


def _of_happening(h: Happening, field: str) -> str:
    if field == "kind":
        return h.kind.value
    if field in {"actors", "targets"}:
        return ", ".join(a.name for a in getattr(h, field))
    if field == "when":
        return words.moment(h.when) if h.when else ""
    if field == "means":
        return ", ".join(m.name for m in h.means)
    if field == "control":
        return words.control(h.control) if h.control else ""
    number = getattr(h, field, None) if field in words.FIGURES else None
    return words.figure(number) if number else ""
