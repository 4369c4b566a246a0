"""Articles: the list, and one whole with its claims, what was copied from where, and what its outlet changed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Query as Param
from fastapi.responses import Response

from sayso.ledger.store import Query
from sayso.model import wire
from sayso.model.copying import Copying, Edit, Passage
from sayso.model.problem import SaysoError
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.pipeline.changing import Changed
from sayso.show.arguments import day
from sayso.show.desk import asking, claim_lines
from sayso.show.desk.answers import answer, desk, gives, missing
from sayso.show.desk.desk import Hands
from sayso.show.desk.shapes import (
    ArticleDetail,
    ArticleLine,
    ArticlePage,
    ChangeLine,
    ClaimChangeLine,
    CopyLine,
    EditLine,
    PassageLine,
)

router = APIRouter()
MOST_CLAIMS = 5_000
TURNED = {"one": "other", "other": "one", "unknown": "unknown"}


@router.get("/articles.json", **gives(ArticlePage))
def listed(
    request: Request,
    text: asking.Words = "",
    outlet: asking.Words = "",
    since: asking.Day = "",
    until: asking.Day = "",
    all_versions: Annotated[asking.Yes, Param()] = "",
    after: asking.Words = "",
    limit: asking.Limit = 50,
) -> Response:
    """Articles that fit, in the order they were added."""
    hands = desk(request).hands()
    query = Query(
        text=asking.phrase(text), outlet=outlet, since=day(since), until=day(until), all_versions=all_versions == "yes",
        after=asking.row(after), limit=limit,
    )  # fmt: skip
    page = hands.store.articles(query)
    return answer(ArticlePage(claim_lines.articles(hands, page.rows), page.cursor))


@router.get("/articles/{key}.json", **gives(ArticleDetail))
def one(request: Request, key: str) -> Response:
    """One article: its text and zones, claims, copies, changes, and what people decided."""
    hands = desk(request).hands()
    try:
        found = hands.store.reading(key)
    except SaysoError as error:
        raise missing("one article that begins so") from error
    if found is None:
        raise missing(f"article {key}")
    return answer(_detail(hands, found))


def _detail(hands: Hands, found: Reading) -> ArticleDetail:
    plain = wire.reading_out(found)
    rows = hands.store.claims(Query(article=found.article.id, all_versions=True, limit=MOST_CLAIMS)).rows
    decided = hands.reviews.of(c.id for c in found.claims)
    tracing = hands.weighing.tracing
    return ArticleDetail(
        article=plain.article,
        line=claim_lines.articles(hands, hands.store.articles_by_id([found.article.id]))[0],
        claims=claim_lines.claims(hands, rows),
        problems=plain.problems,
        lineage=plain.lineage,
        copies=copies(hands, found),
        changes=[change(c) for c in hands.changing.of(found.article.id)],
        reviews=[claim_lines.review(r, gone) for r, gone in decided],
        family=tracing.family(found.article.id),
    )


def copies(hands: Hands, found: Reading) -> list[CopyLine]:
    """Return the articles that share words with one, each turned so that this one is ``one``."""
    pairs = hands.weighing.tracing.kept.pairs([found.article.id])
    theirs = {c.other if c.one == found.article.id else c.one for c in pairs}
    lines = {a.id: a for a in claim_lines.articles(hands, hands.store.articles_by_id(theirs))}
    made = [copy(hands, found.article.id, found.article.text, c, lines) for c in pairs]
    return sorted((c for c in made if c), key=lambda c: (not c.binds, -c.share_one, c.article.id))


def copy(hands: Hands, mine: str, text: str, c: Copying, lines: dict[str, ArticleLine]) -> CopyLine | None:
    """Return how one article stands to another, seen from ``mine``."""
    turned = c.one != mine
    key = c.one if turned else c.other
    home = hands.store.article(key)
    if home is None or key not in lines:
        return None
    shares = (c.share_other, c.share_one) if turned else (c.share_one, c.share_other)
    upstream = TURNED[c.upstream] if turned else c.upstream
    passages = [passage(p, text, home.text, turned=turned) for p in c.passages]
    return CopyLine(lines[key], c.kind, upstream, *shares, c.binds, list(c.why), passages)  # type: ignore[arg-type]


def passage(p: Passage, mine: str, theirs: str, *, turned: bool) -> PassageLine:
    """Return a shared passage with the words that differ inside."""
    one, other = (p.other, p.one) if turned else (p.one, p.other)
    return PassageLine(
        _pair(one), _pair(other), p.words, p.kind, [_edit(e, mine, theirs, turned=turned) for e in p.edits]
    )


FLIPPED = {"added": "dropped", "dropped": "added"}


def _edit(e: Edit, mine: str, theirs: str, *, turned: bool) -> EditLine:
    one, other = (e.other, e.one) if turned else (e.one, e.other)
    kind = FLIPPED.get(e.kind, e.kind) if turned else e.kind
    return EditLine(kind, _pair(one), _pair(other), one.of(mine), other.of(theirs))  # type: ignore[arg-type]


def _pair(s: Span) -> tuple[int, int]:
    return s.start, s.end


def change(c: Changed) -> ChangeLine:
    """Return what one version did to the one before, with the words of the claims it touched."""
    after = c.new
    worded = {k.id: (c.old, k) for k in c.old.claims} | ({k.id: (after, k) for k in after.claims} if after else {})

    def words(key: str) -> str:
        if key not in worded:
            return ""
        home, k = worded[key]
        return " … ".join(" ".join(s.of(home.article.text).split()) for s in k.content)

    home = (after or c.old).article
    claims = [
        ClaimChangeLine(k.status, k.old, k.new, list(k.fields), words(k.old), words(k.new))
        for k in c.change.claims
        if k.status != "unchanged"
    ]
    return ChangeLine(
        at=c.at(), kind=c.change.kind, old=c.change.old, new=c.change.new, outlet=home.outlet.value if home.outlet else "",
        title=home.title.value if home.title else home.ref, added=c.change.added, dropped=c.change.dropped,
        notes=[n.kind for n in c.change.notes], claims=claims,
        happenings=sorted({h.id for b in c.built for h in b.happenings}),
    )  # fmt: skip
