"""Two articles side by side: the passages they share, what was edited inside, what kind of sharing it is, and who took from whom."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
from rich.console import Console
from rich.text import Text

from sayso.ledger.sqlite import SqliteStore
from sayso.model.article import Article, Refusal, Supplied
from sayso.model.citing import Citation
from sayso.model.copying import Copying, Edit, EditKind, Passage, Upstream
from sayso.model.problem import SaysoError
from sayso.pipeline.tracing import Tracing
from sayso.pipeline.weighing import Weighing
from sayso.read import article as read_article
from sayso.read import captures
from sayso.show import terminal, words
from sayso.show.plain import clean
from sayso.trace.comparing import compare, worded

DONE, NOTHING = 0, 1
LONGEST = 700
"""Code points of a passage that are shown; ``--json`` gives its spans whole."""
STYLE = {"copied": "", "quoted": "italic", "background": "dim"}
BINDS = {True: "they count as one origin", False: "they may be two origins"}
UPSTREAM: dict[Upstream, str] = {"one": "the first is nearer the source", "other": "the second is nearer the source", "unknown": "nobody can tell who took from whom"}  # fmt: skip


def two(ledger: str, one: str, other: str, *, as_json: bool) -> int:
    """Compare two articles, each a file or the id of an article (or claim) in the ledger; return 0, or 1 when they share nothing.

    Raises:
        SaysoError: when a name is neither, or a file can't be read or holds several articles.
    """
    store = None if Path(one).is_file() and Path(other).is_file() else SqliteStore(ledger, create=False)
    try:
        a, b = _article(store, one), _article(store, other)
        known = None
        if store is not None:
            tracing = Tracing(store)
            tracing.catch_up()
            known = tracing.kept
        found = compare(worded(a), worded(b), known)
    finally:
        if store is not None:
            store.close()
    if as_json:
        sys.stdout.write(msgspec.json.encode(found).decode() + "\n")
        return DONE if found else NOTHING
    if found is None:
        sys.stderr.write("they share no passage of eight words or more\n")
        return NOTHING
    pair(terminal.console(), found, {a.id: a, b.id: b}, a.id)
    return DONE


def _article(store: SqliteStore | None, name: str) -> Article:
    if Path(name).is_file():
        return _of_file(Path(name))
    assert store is not None
    held = store.article(name)
    if held is None and (row := store.claim(name)) is not None:
        held = row[1].article
    if held is None:
        raise SaysoError(f"{name!r} is neither a file nor an article of the ledger")
    return held


def _of_file(path: Path) -> Article:
    found = list(captures([path], supplied=Supplied(), stdin=None))
    if len(found) != 1:
        raise SaysoError(f"{path} holds {len(found)} articles; name a file that holds one")
    if isinstance(found[0], Refusal):
        raise SaysoError(f"{path}: {found[0].problem.message}")
    return read_article(found[0])[0]


def carriers(ledger: str, key: str, *, as_json: bool) -> int:
    """Show whom an article of the ledger shares words with, whom its claims cite, and who cites it; return 0, or 1 for nobody.

    Raises:
        SaysoError: when the ledger has no such article.
    """
    store = SqliteStore(ledger, create=False)
    try:
        weighing = Weighing(store)
        weighing.catch_up()
        tracing, a = weighing.tracing, _article(store, key)
        family = tracing.family(a.id)
        pairs = tracing.pairs(a.id)
        citing = [*tracing.cited.of_claims(_claims(store, a.id)), *tracing.cited.of_article(a.id)]
        others = {k for c in pairs for k in (c.one, c.other)} | {
            k for c in citing for k in (c.article, c.cited_article)
        }
        held = {k: x for k in others if (x := store.article(k)) is not None}
    finally:
        store.close()
    if as_json:
        record = {"article": a.id, "family": family, "copies": pairs, "citations": citing}
        sys.stdout.write(msgspec.json.encode(record).decode() + "\n")
    else:
        listing(terminal.console(), a, pairs, citing, held)
    return DONE if pairs or citing else NOTHING


def _claims(store: SqliteStore, article: str) -> list[str]:
    reading = store.reading(article)
    return [c.id for c in reading.claims] if reading else []


def listing(
    out: Console, a: Article, pairs: Iterable[Copying], citing: Iterable[Citation], held: dict[str, Article]
) -> None:
    """Print each article that shares words with one, with what kind of sharing, and each citation to or from it."""
    out.print(Text(clean(name(a)), style="bold"))
    found = False
    for c in sorted(pairs, key=lambda c: -max(c.share_one, c.share_other)):
        other = held[c.other if c.one == a.id else c.one]
        terminal.hang(out, Text(f"  {c.kind:<23}", style="cyan"), Text(clean(f"{name(other)}: {'; '.join(c.why)}")))
        found = True
    for x in citing:
        side = "cites" if x.article == a.id else "is cited by"
        other = held[x.cited_article if x.article == a.id else x.article]
        why = f"{name(other)}: claim {x.claim} is told there as {x.cited_claim} ({', '.join(x.shared)})"
        terminal.hang(out, Text(f"  {side:<23}", style="cyan"), Text(clean(why)))
        found = True
    if not found:
        out.print(Text("  shares no words with another article of the ledger, and no citation leads to it or from it"))


def pair(out: Console, c: Copying, held: dict[str, Article], first: str) -> None:
    """Print two articles' sharing: the verdict, why, and every passage as the second has it, with what it dropped and put in."""
    if first != c.one:
        c = turned(c)
    a, b = held[c.one], held[c.other]
    fields = [
        ("first", name(a)), ("second", name(b)), ("sharing", f"{c.kind}: {'; '.join(c.why)}"),
        ("shares", f"{c.share_one:.0%} of the first's own words stand in the second, {c.share_other:.0%} the other way round"),
        ("origin", BINDS[c.binds]),
        ("direction", UPSTREAM[c.upstream]),
    ]  # fmt: skip
    for label, value in fields:
        terminal.hang(out, Text(f"{label:<10}", style="cyan"), Text(clean(value)))
    for p in c.passages:
        out.print()
        out.print(Text(f"{p.kind}, {p.words} words the same", style="cyan"))
        terminal.hang(out, Text("  "), marked(p, a.text, b.text))


def turned(c: Copying) -> Copying:
    """Return the same pair seen from the other article."""
    passages = tuple(replace(p, one=p.other, other=p.one, edits=tuple(map(_turned, p.edits))) for p in c.passages)
    nearer: dict[Upstream, Upstream] = {"one": "other", "other": "one", "unknown": "unknown"}
    return replace(
        c, one=c.other, other=c.one, passages=passages, share_one=c.share_other, share_other=c.share_one,
        upstream=nearer[c.upstream],
    )  # fmt: skip


def _turned(e: Edit) -> Edit:
    kind: dict[EditKind, EditKind] = {"added": "dropped", "dropped": "added"}
    return Edit(kind.get(e.kind, e.kind), e.other, e.one)


def marked(p: Passage, one: str, other: str) -> Text:
    """Return a passage as the second article has it; words that only the first has are struck out before those put in."""
    text = Text()
    for style, words_ in _pieces(p, one, other):
        plain = clean(" ".join(words_.split()))
        if plain and len(text) < LONGEST:
            mark = {"dropped": f"[-{plain}-]", "added": f"{{+{plain}+}}"}.get(style, plain)
            colour = {"dropped": "red strike", "added": "green"}.get(style, STYLE[p.kind])
            text.append(mark + " ", style=colour)
    if len(text) >= LONGEST:
        text.append("…")
    return text


def _pieces(p: Passage, one: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield the stretches of a passage in the second article, with "" for words both have, "dropped" and "added"."""
    at = p.other.start
    for e in p.edits:
        yield "", other[at : e.other.start]
        yield "dropped", e.one.of(one)
        yield "added", e.other.of(other)
        at = e.other.end
    yield "", other[at : p.other.end]


def name(a: Article) -> str:
    """Return an article as a line: "Daily Sabah, 2016-07-03: title (id)"."""
    title = a.title.value if a.title else a.ref
    published = a.published.value if a.published else "no date"
    return f"{words.outlet(a) or 'an unnamed outlet'}, {published}: {title} ({a.id})"
