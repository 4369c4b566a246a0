"""Readings and lists on a terminal: for people, within its width, in colour only where colour is wanted."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.ledger.store import ArticleRow, ClaimRow
from sayso.model.article import Article, Refusal
from sayso.model.claim import Claim
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.show import words
from sayso.show.plain import clean

WIDE = 100_000
"""Width given to pipes: lines are cut by whoever reads them, never by us."""


class Paper(Console):
    """A console that says when its reader went away (``| head``), and leaves it to the command what to do then."""

    def on_broken_pipe(self) -> None:
        """Raise what rich would turn into an exit status of its own."""
        raise BrokenPipeError


LABEL = len("how sure ")
NARROWEST = 20


def console(stream: TextIO | None = None) -> Console:
    """Return a console on ``stream`` (standard output by default): plain and unwrapped when it is not a terminal."""
    out = stream or sys.stdout
    return Paper(file=out, highlight=False, markup=False, emoji=False, width=None if out.isatty() else WIDE)


def reading(out: Console, r: Reading) -> None:
    """Print one article: its head, its claims, the trouble met last."""
    head(out, r.article, len(r.claims))
    for number, claim in enumerate(r.claims, start=1):
        out.print()
        one_claim(out, r.article, claim, f"{number:>3}")
    problems(out, r.article, r.problems)
    out.print()


def head(out: Console, a: Article, claims: int) -> None:
    """Print what the article is: title, outlet, dates, labels as the outlet put them, what was left out."""
    out.print(Text(clean(a.title.value if a.title else a.ref), style="bold"))
    facts = [words.outlet(a), _dates(a), a.url.value if a.url else "", a.ref]
    out.print(Text(clean(words.DOT.join(f for f in facts if f)), style="dim"))
    for kind, values in a.labels:
        out.print(Text(clean(f"{kind}: {', '.join(values)}  (the outlet's labels)"), style="dim"))
    aside = sorted({z.kind for z in a.zones} - {"body", "caption", "title"})
    left_out = f"; not read as reporting: {', '.join(aside)}" if aside else ""
    out.print(Text(f"{claims} claim{'' if claims == 1 else 's'}{left_out}", style="dim"))


def _dates(a: Article) -> str:
    published = a.published.value if a.published else "no date"
    original = f", original {a.original_published.value}" if a.original_published else ""
    return published + original


def one_claim(out: Console, article: Article, claim: Claim, mark: str) -> None:
    """Print a claim: its words first, then who says so, then what is in it."""
    body(out, mark, words.content(article.text, claim), [*words.fields(article, claim), ("id", claim.id)])


def body(out: Console, mark: str, sentence: str, fields: Sequence[tuple[str, str]]) -> None:
    """Print a marked sentence, and under it its fields, each label before its words."""
    hang(out, Text(mark, style="dim"), Text(clean(sentence), style="bold"))
    for label, value in fields:
        lead = Text(" " * (len(mark) + 1)) + Text(f"{label:<{LABEL}}", style="cyan")
        hang(out, lead, Text(clean(value), style="dim" if label == "id" else ""))


def hang(out: Console, lead: Text, words_: Text) -> None:
    """Print words after a lead, wrapped to the width; further lines begin under the first word, none ends in a space."""
    lines = words_.wrap(out, max(NARROWEST, out.width - lead.cell_len - 1))
    for n, line in enumerate(lines or [Text()]):
        line.rstrip()
        out.print(Text.assemble(lead if n == 0 else " " * lead.cell_len, " ", line), soft_wrap=True)


def problems(out: Console, a: Article, found: Sequence[Problem]) -> None:
    """Print the trouble met in an article, with the words it concerns."""
    if not found:
        return
    out.print()
    out.print(Text(f"{len(found)} problem{'' if len(found) == 1 else 's'}", style="yellow"))
    for p in found:
        at = f"  “{clean(_short(p.span.of(a.text)))}”" if p.span else ""
        out.print(Text(f"  {p.code}  {clean(p.message)}{at}", style="yellow"))


def _short(text: str, longest: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def refusals(out: Console, found: Iterable[Refusal]) -> None:
    """Print what could not be read, and why."""
    for r in found:
        out.print(Text(clean(f"{r.ref}: {r.problem.code} {r.problem.message}"), style="red"))


def claim_rows(out: Console, rows: Sequence[ClaimRow], articles: dict[str, Article]) -> None:
    """Print a list of claims, each under the article it stands in."""
    above = ""
    for row in rows:
        article = articles[row.article.id]
        if row.article.id != above:
            above = row.article.id
            out.print()
            out.print(Text(clean(_heading(row.article)), style="bold underline"))
        one_claim(out, article, row.claim, "  •")


def _heading(row: ArticleRow) -> str:
    facts = [row.title or row.ref, row.outlet or "an unnamed outlet", row.published or "no date"]
    return words.DOT.join(facts)


def article_rows(out: Console, rows: Sequence[ArticleRow]) -> None:
    """Print a table of articles; in a pipe, fields parted by tabs."""
    cells = [_article_cells(row) for row in rows]
    if out.width >= WIDE:
        for line in cells:
            out.file.write("\t".join(line) + "\n")  # rich would turn the tabs into spaces
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name, justify in (
        ("id", "left"),
        ("published", "left"),
        ("outlet", "left"),
        ("claims", "right"),
        ("problems", "right"),
    ):
        table.add_column(name, justify="right" if justify == "right" else "left", no_wrap=name in {"id", "published"})
    table.add_column("title", overflow="fold")
    for line in cells:
        table.add_row(*(Text(c) for c in line))
    out.print(table)


def _article_cells(row: ArticleRow) -> tuple[str, ...]:
    source = f"{row.outlet or '?'} ← {row.original_outlet}" if row.original_outlet else row.outlet or "?"
    cells = (row.id, row.published or "?", source, str(row.claims), str(row.problems), row.title or row.ref)
    return tuple(clean(c) for c in cells)
