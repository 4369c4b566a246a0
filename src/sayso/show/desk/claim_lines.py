"""From claims as the ledger gives them to claims as pages show them: with chain, quotable line, happening and people's decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.ledger import eventlines
from sayso.ledger.store import ArticleRow, ClaimRow
from sayso.ledger.versions import Versions
from sayso.model import wire
from sayso.model.article import Article
from sayso.model.review import Review
from sayso.show import marked, words
from sayso.show.desk.desk import Hands
from sayso.show.desk.shapes import ArticleLine, ClaimDetail, ClaimLine, Reading, ReviewLine

MOST_PARAGRAPH = 8_000
"""Code points of a claim's surroundings that are sent."""


def claims(hands: Hands, rows: Sequence[ClaimRow]) -> list[ClaimLine]:
    """Return claims as pages show them."""
    ids = [r.claim.id for r in rows]
    laid = eventlines.of_claims(hands.store.db, ids)
    states = hands.reviews.states(ids)
    amended = _amended(hands.reviews.of(states))
    gone = _gone(hands, {r.article.id for r in rows})
    found = []
    for r in rows:
        happening, origins, contested = laid.get(r.claim.id, ("", 0, ""))
        said, teller = words.unmarked(r.words), r.article.original_outlet or r.article.outlet or "an unnamed outlet"
        day = r.article.original_published if r.article.original_outlet else ""
        found.append(
            ClaimLine(
                row=r.row,
                claim=wire.claim_out(r.claim),
                words=said,
                chain=words.chain(r.claim, teller),
                line=words.sentence(said, teller, day or r.article.published, r.claim),
                article=article(r.article, gone),
                happening=happening,
                origins=origins,
                contested=[f for f in contested.split(", ") if f],
                state=states.get(r.claim.id, ""),
                amended=amended.get(r.claim.id, {}),
            )
        )
    return found


def _amended(decisions: Iterable[tuple[Review, bool]]) -> dict[str, dict[str, str]]:
    """Return for each claim what people put in the place of fields, the last word on each."""
    found: dict[str, dict[str, str]] = {}
    for r, undone in decisions:
        if r.decision == "amend" and not undone:
            found.setdefault(r.claim, {})[r.field] = r.value
    return found


def _gone(hands: Hands, ids: Iterable[str]) -> dict[str, str]:
    return {key: reason for key, (reason, _) in Versions(hands.store.db).outdated(ids).items()}


def article(row: ArticleRow, gone: dict[str, str]) -> ArticleLine:
    """Return an article of a list."""
    return ArticleLine(
        row.id, row.title, row.outlet, row.published, row.original_outlet, row.ref, row.claims, row.problems,
        gone.get(row.id, ""),  # type: ignore[arg-type]
    )  # fmt: skip


def articles(hands: Hands, rows: Sequence[ArticleRow]) -> list[ArticleLine]:
    """Return articles of a list, each with whether it still stands."""
    gone = _gone(hands, {r.id for r in rows})
    return [article(r, gone) for r in rows]


def review(r: Review, undone: bool) -> ReviewLine:
    """Return a decision as pages show it."""
    span = (r.span.start, r.span.end) if r.span else None
    return ReviewLine(r.number, r.claim, r.decision, r.field, r.value, span, r.who, r.at, r.why, undone)


def detail(hands: Hands, row: ClaimRow, home: Article) -> ClaimDetail:
    """Return one claim in its paragraph, each field with its words and its rule."""
    marks = marked.fields(home, row.claim)
    around = marked.paragraphs(home.text, marks)
    start = min((s.start for s in around), default=0)
    end = max((s.end for s in around), default=0)
    if end - start > MOST_PARAGRAPH:
        first = row.claim.content[0].start
        start, end = max(start, first - MOST_PARAGRAPH // 2), min(end, first + MOST_PARAGRAPH // 2)
    found = [
        Reading(
            f.label,
            FIELD_OF.get(f.label, f.label.strip()),
            f.value,
            f.rule,
            [(s.start, s.end) for s in f.spans],
            list(f.others),
        )
        for f in marks
    ]
    decided = [review(r, gone) for r, gone in hands.reviews.of([row.claim.id])]
    return ClaimDetail(claims(hands, [row])[0], found, home.text[start:end], start, decided)


FIELD_OF = {
    "voice": "voices", "cue": "voices", "what": "kind", "actor": "actors", "target": "targets", "where": "place",
    "how sure": "certainty", "again": "content", "  in it": "killed", "  of it": "killed",
}  # fmt: skip
"""Which field of a claim a line of its reading belongs to, as amendments name it."""
AMENDABLE = (
    "content", "voices", "manner", "polarity", "certainty", "tense", "kind", "actors", "targets", "place", "when",
    "killed", "injured", "captured", "displaced", "means", "control",
)  # fmt: skip
