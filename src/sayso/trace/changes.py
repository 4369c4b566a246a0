"""What a newer version of an article did to the one before: words, stated facts, the outlet's own notes, and every claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from sayso.model.article import Article, Stated
from sayso.model.change import TAKES_BACK, Change, ChangeKind, ClaimChange, Note, Restated
from sayso.model.copying import Edit
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.trace.aligning import WORD, Words, blocks, edits, words
from sayso.trace.claim_changes import claim_changes
from sayso.trace.notices import notes
from sayso.trace.notices import words as notice_words

MOST_LIKENED = 20_000
"""Words of a report by which it is told whether two texts are versions of one."""
FACTS = ("title", "outlet", "published", "modified")


def report(article: Article) -> Words:
    """Return the words of title and report: what an edit of the article changes, whatever stands around it on the page."""
    return words(article.text, (z.span for z in article.zones if z.kind in {"title", "body", "caption"}))


def change(old: Reading, new: Reading, kind: ChangeKind | None = None) -> Change:
    """Return what ``new`` did to ``old``, both versions of one article; ``kind`` when it is known that it took it back."""
    one, other = report(old.article), report(new.article)
    same = blocks(one.words, other.words)
    made = edits(one, other, same)
    claims = claim_changes(old, new, one, other, same)
    if kind == "withdrawn":
        claims = [_withdrawn(c) for c in claims]
    return Change(
        old.article.id, new.article.id, kind or ("edited" if made else "same-report"), made,
        _count(new.article, (e.other for e in made)), _count(old.article, (e.one for e in made)),
        tuple(_restated(old.article, new.article)), new_notes(old.article, new.article), tuple(claims),
    )  # fmt: skip


def taken_back(old: Reading, by: str = "") -> Change:
    """Return the change where an article was taken back and no newer version is known; ``by`` is the id of who says so."""
    gone = tuple(ClaimChange("withdrawn", c.id, "", (), "claim.article-withdrawn") for c in old.claims)
    return Change(old.article.id, by, "withdrawn", (), 0, 0, (), (), gone)


def _withdrawn(c: ClaimChange) -> ClaimChange:
    return c if c.status == "new" else replace(c, status="withdrawn", rule="claim.article-withdrawn")


def _count(article: Article, spans: Iterable[Span]) -> int:
    """Return the number of words in some spans; marks are none."""
    return sum(1 for s in spans for m in WORD.finditer(article.text, s.start, s.end) if m.group()[0].isalnum())


def _restated(old: Article, new: Article) -> Iterable[Restated]:
    for fact in FACTS:
        before, after = _value(getattr(old, fact)), _value(getattr(new, fact))
        if before != after:
            yield Restated(fact, before, after)
    before, after = (", ".join(s.value for s in a.authors) for a in (old, new))
    if before != after:
        yield Restated("authors", before, after)


def _value(stated: Stated | None) -> str:
    return stated.value if stated else ""


def new_notes(old: Article, new: Article) -> tuple[Note, ...]:
    """Return the notes of the newer version that the older one does not have word for word."""
    known = {n.span.of(old.text) for n in notes(old)}
    return tuple(n for n in notes(new) if n.span.of(new.text) not in known)


def takes_back(old: Article, new: Article) -> bool:
    """Tell whether the newer text takes the article back, which the older one did not."""
    return any(n.kind in TAKES_BACK for n in new_notes(old, new))


def alike(old: Article, new: Article) -> float:
    """Return what part (0 to 1) of the shorter report's runs of words stands in the other: 0 for two texts of one site on two things."""
    one, other = (_runs(report(a)) for a in (old, new))
    if not one or not other:
        return float(one == other)
    return len(one & other) / min(len(one), len(other))


def _runs(w: Words) -> set[tuple[str, ...]]:
    run = notice_words().run
    plain = [x.casefold() for x in islice(w.words, MOST_LIKENED) if x[0].isalnum()]
    return {tuple(plain[i : i + run]) for i in range(max(0, len(plain) - run + 1))}


def rebuilt(old: str, new: str, made: Iterable[Edit]) -> str:
    """Return the old text with the edits put in: the new one's words, white space aside."""
    out, at = [], 0
    for e in made:
        out += [old[at : e.one.start], " ", e.other.of(new), " "]
        at = e.one.end
    return "".join([*out, old[at:]])
