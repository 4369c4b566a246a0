"""One claim in its paragraph: every field's words marked where they stand, and the rule that read each field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.happening import Happening, Share
from sayso.model.span import Grounded, Span
from sayso.show import terminal, words
from sayso.show.plain import clean

STYLES = {
    "content": "bold", "voice": "magenta", "cue": "magenta italic", "what": "red", "actor": "green", "target": "yellow",
    "where": "blue", "when": "cyan", "means": "bright_red", "control": "bright_blue", "how sure": "italic",
    **dict.fromkeys(words.FIGURES, "bright_yellow"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One field as ``show`` lists it: what it says, its words, the rule, and what else was weighed."""

    label: str
    value: str
    spans: tuple[Span, ...]
    rule: str
    others: tuple[str, ...] = ()


def claim(out: Console, article: Article, found: Claim) -> None:
    """Print the claim in its paragraph and the table of its fields."""
    terminal.head(out, article, 1)
    out.print()
    marks = fields(article, found)
    for paragraph in paragraphs(article.text, marks):
        out.print(_marked(article.text, paragraph, marks, plain=not out.is_terminal or out.no_color))
        out.print()
    _table(out, article.text, marks)
    out.print(Text(f"\nclaim {found.id} in article {article.id}, read by rule {found.rule}", style="dim"))


def fields(article: Article, c: Claim) -> list[Field]:
    """Return every field of the claim with its words and its rule."""
    found = [Field("content", words.content(article.text, c), c.content, c.rule)]
    for v in c.voices:
        if v.source:
            found.append(Field("voice", words.voice(v), (v.source,), v.rule))
        cue = (v.cue,) if v.cue else ()
        found.append(Field("cue", v.cue.of(article.text) if v.cue else words.voice(v), cue, v.rule))
    if not c.voices:
        found.append(Field("voice", words.chain(c, words.teller(article)), (), c.manner.rule))
    firm: tuple[Grounded[str], ...] = (c.polarity, c.certainty, c.tense, c.manner)  # type: ignore[assignment]
    found += [Field("how sure", g.value, g.spans, g.rule, g.alternatives) for g in firm]
    found += [Field("again", s.of(article.text), (), "weigh.repeats") for s in c.repeats]
    return found if c.happening is None else [*found, *_happening(c.happening)]


def _happening(h: Happening) -> Iterator[Field]:
    codes = words.DOT.join(x for x in (h.codes.plover, h.codes.cameo, h.codes.acled_like) if x)
    yield Field(
        "what", f"{h.kind.value}  ({codes})" if codes else h.kind.value, h.kind.spans, h.kind.rule, h.kind.alternatives
    )
    for label, actors in (("actor", h.actors), ("target", h.targets)):
        for a in actors:
            yield Field(label, a.name + (f"  [{a.id}]" if a.id else ""), (a.span,), a.rule, a.alternatives)
    if p := h.place:
        others = tuple(f"{x.name} {words.point(x.lat, x.lon)} ({x.score:.2f})" for x in p.alternatives)
        yield Field("where", words.place(p), (p.span,), p.rule, others)
    if h.when:
        yield Field("when", words.moment(h.when), (h.when.span,) if h.when.span else (), h.when.rule)
    for name in words.FIGURES:
        if (f := getattr(h, name)) is not None:
            yield Field(name, words.figure(f), (f.span,), f.rule)
            yield from (
                Field(share_label(s), words.share(s), (s.span,), f.rule)
                for s in f.shares
                if len(f.shares) > 1 or s.side
            )
    for m in h.means:
        yield Field("means", f"{m.name} ({m.class_})", (m.span,), m.rule)
    if h.control:
        yield Field("control", words.control(h.control), (h.control.span,), h.control.rule)


def share_label(s: Share) -> str:
    """Return how people of one sort stand in a figure: added to it, or counted in it."""
    return "  in it" if s.within else "  of it"


def paragraphs(text: str, marks: Iterable[Field]) -> list[Span]:
    """Return the lines of the text in which a marked word stands, in reading order."""
    spans = sorted(s for f in marks for s in f.spans)
    found: list[Span] = []
    for s in spans:
        if not found or s.start >= found[-1].end:
            start = text.rfind("\n", 0, s.start) + 1
            end = text.find("\n", s.end)
            found.append(Span(start, len(text) if end < 0 else end))
    return found


def _marked(text: str, within: Span, marks: list[Field], *, plain: bool) -> Text:
    """Return a paragraph with its marks: as colour on a terminal, as «brackets» around the content elsewhere."""
    if plain:
        return Text(_bracketed(text, within, marks[0].spans))
    line = Text(_same_length(text[within.start : within.end]), style="dim")
    for f in marks:
        for s in f.spans:
            if s.overlaps(within):
                line.stylize(
                    f"not dim {STYLES.get(f.label, 'bold')}", max(0, s.start - within.start), s.end - within.start
                )
    return line


def _bracketed(text: str, within: Span, spans: tuple[Span, ...]) -> str:
    at, parts = within.start, []
    for s in spans:
        if s.overlaps(within):
            a, b = max(at, s.start), min(within.end, s.end)
            parts += [text[at:a], "«", text[a:b], "»"]
            at = b
    return clean("".join([*parts, text[at : within.end]]))


def _same_length(words_: str) -> str:
    """Return the words made safe to print, each code point still at its place."""
    return "".join(clean(c) or " " for c in words_)


def _table(out: Console, text: str, marks: list[Field]) -> None:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("field", "reading", "words", "at", "rule", "also weighed"):
        table.add_column(name, overflow="fold", no_wrap=name in {"field", "at"})
    for f in marks:
        own = " … ".join(" ".join(s.of(text).split()) for s in f.spans)
        at = " ".join(f"{s.start}-{s.end}" for s in f.spans)
        value = "" if f.value == own else f.value
        cells = (value, own, at, f.rule, "; ".join(f.others))
        if out.width >= terminal.WIDE:
            out.print(Text("\t".join(clean(c) for c in (f.label, *cells))), soft_wrap=True)
            continue
        table.add_row(Text(f.label, style=STYLES.get(f.label, "")), *(Text(clean(c)) for c in cells))
    if table.row_count:
        out.print(table)
