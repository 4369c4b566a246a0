"""Compare: a pasted text, or an article that the ledger holds, read and set beside what the ledger holds. Nothing is fetched or kept."""

from __future__ import annotations

import time
from collections.abc import Sequence

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from sayso.ledger import eventlines, versions
from sayso.model import wire
from sayso.model.article import Refusal, Supplied
from sayso.model.claim import Claim
from sayso.model.event import Account
from sayso.model.reading import Reading
from sayso.pipeline.library import text_capture
from sayso.pipeline.run import outcomes
from sayso.show import words
from sayso.show.arguments import day
from sayso.show.desk import claim_lines, happening_lines
from sayso.show.desk.answers import answer, body, desk, gives, in_thread
from sayso.show.desk.desk import Desk, Hands
from sayso.show.desk.pages import articles
from sayso.show.desk.shapes import Carried, CarriedBy, CompareAsk, Compared, CopyLine
from sayso.trace.addresses import address
from sayso.weigh.accounts import accounts
from sayso.weigh.blocking import keys
from sayso.weigh.ground import weights
from sayso.weigh.matching import match

router = APIRouter()
LONGEST = 200_000
"""Characters of a text that is pasted."""
MOST_CARRIERS, MOST_COPIES = 5, 12


@router.post("/compare.json", **gives(Compared, CompareAsk))
async def compared(request: Request) -> Response:
    """The claims of a text, most attributed first, who else carries each, and whose words it shares."""
    asked = await body(request, CompareAsk)
    return answer(await in_thread(lambda: _compared(desk(request), asked)))


def _compared(d: Desk, asked: CompareAsk) -> Compared:
    began = time.monotonic()
    hands = d.hands()
    found = _reading(hands, asked)
    known = hands.store.reading(found.article.id)
    own = accounts(found.article, found.claims)
    carried = [_carried(hands, found, c, own) for c in sorted(found.claims, key=_attributed)]
    seconds = round(time.monotonic() - began, 3)
    return Compared(
        wire.article_out(found.article), carried, _copies(hands, found), known.article.id if known else "", seconds
    )


def _reading(hands: Hands, asked: CompareAsk) -> Reading:
    """Return the reading of the text, or of the article at an address.

    Raises:
        HTTPException: when there is neither, the text is too long, or the ledger holds nothing at the address.
    """
    if asked.address.strip():
        return _held(hands, asked.address.strip())
    if not asked.text.strip():
        raise HTTPException(422, "paste a text, or give the address of an article that the ledger holds")
    if len(asked.text) > LONGEST:
        raise HTTPException(413, f"a text of more than {LONGEST} characters: add it to the ledger instead")
    capture = text_capture(asked.text, Supplied("", asked.outlet, day(asked.published), ""))
    outcome = next(iter(outcomes([capture], 1)))
    if isinstance(outcome, Refusal):
        raise HTTPException(422, outcome.problem.message)
    return outcome[1]


def _held(hands: Hands, words_: str) -> Reading:
    place = address(words_)
    found = versions.Versions(hands.store.db).at_address(place.plain, 1) if place else None
    held = hands.store.reading(found[0].article) if found else None
    if held is None:
        raise HTTPException(
            404, "the ledger holds no article at this address, and Sayso fetches nothing unasked: paste the text"
        )
    return held


def _attributed(c: Claim) -> tuple[int, int, int]:
    """Return what orders claims: longer chains with named origins first, then as they stand in the text."""
    return -len(c.voices), -int(bool(c.voices and c.voices[-1].named)), c.content[0].start


def _carried(hands: Hands, found: Reading, c: Claim, own: Sequence[Account]) -> Carried:
    mine = [a for a in own if any(t.claim == c.id and t.core for t in a.tellers)]
    home = found.article
    return Carried(
        wire.claim_out(c), words.content(home.text, c), words.chain(c, words.teller(home)), words.quotable(home, c),
        _carriers(hands, home.id, mine),
    )  # fmt: skip


def _carriers(hands: Hands, article: str, mine: Sequence[Account]) -> list[CarriedBy]:
    """Return the happenings of the ledger whose tellings match an account of the text, the surest first."""
    best: dict[str, tuple[float, list[str]]] = {}
    for a in mine:
        others = [b for b in hands.weighing.kept.meeting(keys(a)) if b.article != article]
        scored = [(match(a, b), b) for b in others]
        good = [(m, b) for m, b in scored if not m.bar and m.score >= weights().near]
        laid = eventlines.of_claims(hands.store.db, [b.tellers[0].claim for _, b in good])
        for m, b in good:
            key = laid.get(b.tellers[0].claim, ("", 0, ""))[0]
            if key and m.score > best.get(key, (-1.0, []))[0]:
                best[key] = (m.score, [f"{x.feature} {x.points:+.1f} ({x.finding})" for x in m.evidence if x.points])
    top = sorted(best, key=lambda k: (-best[k][0], k))[:MOST_CARRIERS]
    held = eventlines.lines(hands.store.db, top)
    shown = {h.id: h for h in happening_lines.lines(hands, list(held.values()))}
    return [CarriedBy(shown[k], round(best[k][0], 2), best[k][1]) for k in top if k in shown]


def _copies(hands: Hands, found: Reading) -> list[CopyLine]:
    """Return the articles of the ledger that share words with the text."""
    pairs = hands.weighing.tracing.near(found.article)
    theirs = {c.other if c.one == found.article.id else c.one for c in pairs}
    lines = {a.id: a for a in claim_lines.articles(hands, hands.store.articles_by_id(theirs))}
    made = [articles.copy(hands, found.article.id, found.article.text, c, lines) for c in pairs]
    return sorted((c for c in made if c), key=lambda c: (not c.binds, -c.share_one, c.article.id))[:MOST_COPIES]
