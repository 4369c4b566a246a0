"""Review: queues of claims to look at, what people decide of them, and how far two reviewers agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from sayso.ledger import queues
from sayso.ledger.reviews import DECIDES
from sayso.model.review import Review
from sayso.model.span import Span
from sayso.show.desk import asking, claim_lines, happening_lines
from sayso.show.desk.answers import answer, body, desk, gives, in_thread, missing, refused
from sayso.show.desk.claim_lines import AMENDABLE
from sayso.show.desk.desk import Desk, Hands
from sayso.show.desk.gate import Person, need
from sayso.show.desk.shapes import (
    Agreement,
    AgreementPage,
    Count,
    Disagreement,
    Judged,
    JudgementAsk,
    JudgementLine,
    Queue,
    QueuePage,
    ReviewAsk,
    ReviewLine,
    UndoAsk,
)

router = APIRouter()
SIZES_SECONDS = 60.0
MOST_DIFFERENCES, MOST_LATEST = 100, 50
LONGEST = 4_000
"""Code points of a reason or a value."""
Coder = Annotated[Person, Depends(need("coder"))]
Reviewer = Annotated[Person, Depends(need("reviewer"))]


@router.get("/review.json", **gives(QueuePage))
def queued(request: Request, queue: Queue = "new", after: asking.Words = "", limit: asking.Limit = 20) -> Response:
    """Claims to look at that nobody decided yet, of one queue, with the size of each queue."""
    d = desk(request)
    hands = d.hands()
    found, following = queues.page(hands.store.db, queue, asking.row(after), limit)
    sizes = d.kept(
        "queues", SIZES_SECONDS, lambda: [Count(q, queues.size(d.hands().store.db, q)) for q in queues.QUEUES]
    )
    rows = {r.claim.id: r for r in hands.store.claims_by_id(found)}
    return answer(QueuePage(queue, claim_lines.claims(hands, [rows[c] for c in found if c in rows]), following, sizes))


@router.post("/reviews.json", **gives(ReviewLine, ReviewAsk))
async def decide(request: Request, person: Coder) -> Response:
    """Keep what a person decides of a claim; nothing that was read is changed."""
    asked = await body(request, ReviewAsk)
    return answer(await in_thread(lambda: _decide(desk(request), asked, person)))


def _decide(d: Desk, asked: ReviewAsk, person: Person) -> ReviewLine:
    found = d.hands().store.claim(asked.claim) if asked.claim else None
    if found is None or found[0].claim.id != asked.claim:
        raise missing(f"claim {asked.claim}")
    _check(asked, len(found[1].article.text))
    span = Span(*asked.span) if asked.span else None

    def keep(hands: Hands) -> Review:
        with hands.reviews.writing():
            return hands.reviews.decide(
                asked.claim, asked.decision, person.name, field=asked.field, value=asked.value, span=span, why=asked.why
            )

    return claim_lines.review(d.write(keep), undone=False)


def _check(asked: ReviewAsk, length: int) -> None:
    """Refuse a decision that says less, or more, than its kind needs.

    Raises:
        HTTPException: 422, in words.
    """
    amends = asked.decision == "amend"
    faults = {
        f"to amend, name one of the fields {', '.join(AMENDABLE)}": amends and asked.field not in AMENDABLE,
        "only an amendment has a field, a value and words": not amends
        and bool(asked.field or asked.value or asked.span),
        "a note needs its words": asked.decision == "note" and not asked.why.strip(),
        "the words marked lie outside the text": asked.span is not None
        and not 0 <= asked.span[0] < asked.span[1] <= length,
        f"more than {LONGEST} characters": max(len(asked.value), len(asked.why)) > LONGEST,
    }
    for words, wrong in faults.items():
        if wrong:
            raise HTTPException(422, words)


@router.post("/reviews/undo.json", **gives(ReviewLine, UndoAsk))
async def undo(request: Request, person: Coder) -> Response:
    """Take back a decision of one's own; both stay in the record."""
    asked = await body(request, UndoAsk)

    def keep(hands: Hands) -> Review:
        with hands.reviews.writing():
            return hands.reviews.undo(asked.number, person.name)

    return answer(
        await in_thread(lambda: claim_lines.review(refused(lambda: desk(request).write(keep), 409), undone=False))
    )


@router.post("/judgements.json", **gives(Judged, JudgementAsk))
async def judge(request: Request, person: Reviewer) -> Response:
    """Merge happenings, or split claims off one; a person's word wins over the features and holds for what comes later."""
    asked = await body(request, JudgementAsk)
    return answer(await in_thread(lambda: _judge(desk(request), asked, person)))


def _judge(d: Desk, asked: JudgementAsk, person: Person) -> Judged:
    made = refused(
        lambda: d.judged(lambda h: h.weighing.judge(asked.verdict, asked.one, asked.other, person.name, asked.why)),
        422,
    )
    hands = d.hands()
    one, other = (hands.weighing.event(c[0]).id for c in (made.one, made.other))
    return Judged(happening_lines.judgement(made, undone=False), one, other)


@router.post("/judgements/undo.json", **gives(JudgementLine, UndoAsk))
async def unjudge(request: Request, person: Reviewer) -> Response:
    """Take back a merge or split of one's own."""
    asked = await body(request, UndoAsk)

    def work() -> JudgementLine:
        gone = refused(lambda: desk(request).judged(lambda h: h.weighing.undo(asked.number, person.name)), 409)
        return happening_lines.judgement(gone, undone=True)

    return answer(await in_thread(work))


@router.get("/review/agreement.json", **gives(AgreementPage))
def agreement(request: Request) -> Response:
    """How far each two reviewers agree, and the last decisions."""
    hands = desk(request).hands()
    by_person: dict[str, dict[str, Review]] = defaultdict(dict)
    for r in hands.reviews.standing():
        if r.decision in DECIDES:
            by_person[r.who][r.claim] = r
    pairs = [_agreement(hands, a, b, by_person[a], by_person[b]) for a, b in combinations(sorted(by_person), 2)]
    latest = [claim_lines.review(r, gone) for r, gone in hands.reviews.latest(MOST_LATEST)]
    return answer(AgreementPage([p for p in pairs if p.both], latest))


def _agreement(hands: Hands, one: str, other: str, mine: dict[str, Review], theirs: dict[str, Review]) -> Agreement:
    both = sorted(mine.keys() & theirs.keys())
    labels = [(mine[c].decision, theirs[c].decision) for c in both]
    differ = [c for c in both if mine[c].decision != theirs[c].decision][:MOST_DIFFERENCES]
    rows = {r.claim.id: r for r in hands.store.claims_by_id(differ)}
    told = [
        Disagreement(
            c, rows[c].words, claim_lines.review(mine[c], undone=False), claim_lines.review(theirs[c], undone=False)
        )
        for c in differ
        if c in rows
    ]
    return Agreement(one, other, len(both), sum(a == b for a, b in labels), kappa(labels), told)


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa (1960) of pairs of labels: agreement beyond what the two would reach by chance.

    None where it is not defined: without pairs, or when both gave one and the same label throughout.
    """
    if not pairs:
        return None
    n = len(pairs)
    seen = sum(a == b for a, b in pairs) / n
    labels = {x for p in pairs for x in p}
    chance = sum(sum(a == x for a, _ in pairs) * sum(b == x for _, b in pairs) for x in labels) / n**2
    return None if chance == 1 else round((seen - chance) / (1 - chance), 4)
