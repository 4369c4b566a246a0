"""Reads sources into a ledger: what is kept already is passed over, what is new is read and kept batch by batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sayso.ledger.store import Kept, Store
from sayso.model.article import Capture, Refusal
from sayso.pipeline.run import CHUNK, Outcome, outcomes


@dataclass(frozen=True, slots=True)
class Tally:
    """What adding did.

    ``known`` counts captures passed over because their bytes are kept already; ``shown`` are the first refusals,
    ``refused`` counts all; ``codes`` counts the problems met by code.
    """

    added: int
    known: int
    refused: int
    claims: int
    shown: tuple[Refusal, ...] = ()
    codes: tuple[tuple[str, int], ...] = ()


SHOWN = 50
RECENT = 4096
"""Captures remembered that may still be on their way to the store: a copy behind them is passed over unread."""


def keep(
    captures: Iterable[Capture | Refusal],
    store: Store,
    workers: int = 1,
    step: Callable[[int], None] = lambda _: None,
) -> Tally:
    """Read the captures into the store; ``step`` is told how many more are done. Stopped at any moment, it can be run again."""
    count: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    refused: list[Refusal] = []

    def fresh() -> Iterator[Capture | Refusal]:
        asked: dict[str, None] = {}
        for c in captures:
            if isinstance(c, Capture):
                if c.sha256 in asked or store.has(c.sha256):
                    count["known"] += 1
                    step(1)
                    continue
                asked[c.sha256] = None
                if len(asked) > RECENT:
                    asked.pop(next(iter(asked)))
            yield c

    for batch in _batches(outcomes(fresh(), workers)):
        kept = [Kept(*o) for o in batch if not isinstance(o, Refusal)]
        bad = [o for o in batch if isinstance(o, Refusal)]
        new = store.add(kept, bad)
        count.update(added=new, known=len(kept) - new)
        count.update(claims=sum(len(k.reading.claims) for k in kept))
        codes.update(p.code for k in kept for p in k.reading.problems)
        count.update(refused=len(bad))
        refused += bad[: SHOWN - len(refused)]
        step(len(batch))
    return Tally(
        count["added"], count["known"], count["refused"], count["claims"], tuple(refused), tuple(sorted(codes.items()))
    )


def _batches(found: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    """Yield the outcomes in handfuls, each kept in one transaction."""
    held: list[Outcome] = []
    for o in found:
        held.append(o)
        if len(held) >= CHUNK:
            yield held
            held = []
    if held:
        yield held
