"""Changes of articles on a terminal and as JSON: words added and dropped, what became of each claim, and what was built on it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from sayso.ledger.sqlite import SqliteStore
from sayso.model.article import Article
from sayso.model.change import FIGURES, Built, ClaimChange, ClaimField, Held, Version
from sayso.model.claim import Claim
from sayso.model.copying import Edit
from sayso.model.happening import Happening
from sayso.pipeline.changing import Changed, Changing
from sayso.show import terminal, words
from sayso.show.plain import clean

DONE, NOTHING = 0, 1
AROUND = 60
"""Code points shown before and after an edit."""
FEW = 5
"""Edits shown of one change in a list; with an article named all are."""
ORDER = ("changed", "withdrawn", "orphaned", "new", "unchanged")
SAID = {
    "edited": "edited", "withdrawn": "withdrawn by the outlet", "same-report": "captured again, the report unchanged",
    "another-text": "the address now holds another text; both are kept as articles of their own",
}  # fmt: skip
WHY = {
    "claim.words-gone": "its words are gone",
    "claim.not-read-now": "its words stand, but nothing is claimed in them now",
    "claim.read-otherwise": "no word of it changed, only what stands around it: it is read otherwise",
}


def changes(ledger: str, article: str, since: str, *, as_json: bool, again: bool) -> int:
    """Show the changes of one article, or all of a ledger since a day; return 0, or 1 when there are none.

    Raises:
        SaysoError: when the ledger has no such article.
    """
    store = SqliteStore(ledger, create=False)
    try:
        changing = Changing(store)
        if again:
            changing.versions.again()
        changing.catch_up()
        found = [c for c in (changing.of(article) if article else changing.all(since)) if c.at() >= since]
    finally:
        store.close()
    worth = [c for c in found if article or c.change.kind != "same-report"]
    if as_json:
        sys.stdout.writelines(msgspec.json.encode(record(c)).decode() + "\n" for c in found)
    else:
        out = terminal.console()
        for c in worth:
            one(out, c, whole=bool(article))
    return _end(len(found), len(found) - len(worth))


def _end(found: int, same: int) -> int:
    if not found:
        sys.stderr.write("no article has changed\n")
        return NOTHING
    if same:
        sys.stdout.write(f"{same} captured again with the same report\n")
    return DONE


def one(out: Console, c: Changed, *, whole: bool) -> None:
    """Print one change: what was done to the article, its claims with figures first, and the words."""
    a = c.new.article if c.new and c.change.kind != "withdrawn" else c.old.article
    out.print(Text(clean(heading(a)), style="bold"))
    for label, value in [*_facts(c)]:
        terminal.hang(out, Text(f"  {label:<10}", style="cyan"), Text(clean(value)))
    if c.change.kind != "another-text":
        for claim in _sorted(c.change.claims):
            if whole or claim.status != "unchanged":
                _claim(out, c, claim)
    for label, value in _built(c.built):
        terminal.hang(out, Text(f"  {label:<10}", style="magenta"), Text(clean(value)))
    if c.new:
        _words(out, c.change.edits, c.old.article.text, c.new.article.text, whole=whole, kind=c.change.kind)
    out.print()


def heading(a: Article) -> str:
    """Return an article as a line: "Daily Sabah · 2016-07-03 · title"."""
    day = a.published.value if a.published else "no date"
    return words.DOT.join((words.outlet(a), day, a.title.value if a.title else a.ref))


def _facts(c: Changed) -> Iterator[tuple[str, str]]:
    yield "before", _version(c.before)
    if c.after:
        yield "after", _version(c.after)
    if c.before.address:
        yield "address", c.before.address
    yield "change", _said(c)
    for f in c.change.facts if c.change.kind == "edited" else ():
        yield f.fact, f"{f.before or '(none)'} → {f.after or '(none)'}"
    for n in c.change.notes:
        assert c.new is not None
        yield n.kind, f"“{n.span.of(c.new.article.text)}”"


def _version(v: Version) -> str:
    modified = f", which says it was last changed on {v.modified}" if v.modified else ""
    return f"{v.article}, seen {v.seen}{modified}"


def _said(c: Changed) -> str:
    if c.by:
        return f"withdrawn, as {c.by.who} says{f': {c.by.why}' if c.by.why else ''} ({c.by.at}, {c.by.id})"
    x = c.change
    if x.kind != "edited":
        return SAID[x.kind]
    count = [(s, sum(1 for k in x.claims if k.status == s)) for s in ORDER]
    told = ", ".join(f"{n} {s}" for s, n in count if n)
    return f"edited: {x.added} words in, {x.dropped} out; claims: {told or 'none'}"


def _sorted(found: Iterable[ClaimChange]) -> list[ClaimChange]:
    """Return claims as they are shown: changed figures first, then what else changed, what is gone, what is new."""
    return sorted(
        found, key=lambda c: (ORDER.index(c.status), not FIGURES & set(c.fields), c.rule == "claim.read-otherwise")
    )


def _claim(out: Console, c: Changed, claim: ClaimChange) -> None:
    was, now = _found(c, claim)
    a, shown = (c.new.article, now) if c.new and now else (c.old.article, was)
    if shown is None:
        return
    lead = Text(
        f"  {claim.status:<10}",
        style={"changed": "yellow", "orphaned": "red", "withdrawn": "red"}.get(claim.status, "green"),
    )
    terminal.hang(out, lead, Text(clean(f"“{words.content(a.text, shown)}”")))
    for label, value in _details(c, claim, was, now):
        terminal.hang(out, Text(f"    {label:<12}", style="cyan"), Text(clean(value)))


def _found(c: Changed, claim: ClaimChange) -> tuple[Claim | None, Claim | None]:
    was = next((x for x in c.old.claims if x.id == claim.old), None)
    now = next((x for x in c.new.claims if x.id == claim.new), None) if c.new else None
    return was, now


def _details(c: Changed, claim: ClaimChange, was: Claim | None, now: Claim | None) -> Iterator[tuple[str, str]]:
    if was and now and c.new:
        for f in claim.fields:
            yield f, f"{value(f, was, c.old.article)} → {value(f, now, c.new.article)}"
    if claim.rule in WHY:
        yield "why", WHY[claim.rule]
    yield "claim", " → ".join(x for x in (claim.old, claim.new) if x)


def _built(found: Sequence[Built]) -> Iterator[tuple[str, str]]:
    """Yield what was built on the claims that did not stay: each happening and each judgement once, with the claims."""
    for h in {h.id: h for b in found for h in b.happenings}.values():
        mine = [b for b in found if h in b.happenings]
        others = len(
            {x for b in mine for m in b.matches for x in (m.one, m.other)} - {x for b in mine for x in b.accounts}
        )
        told = f"; told with {others} account{'' if others == 1 else 's'} of other articles" if others else ""
        yield "built on", f"{_happening(h)}{told} (from {', '.join(b.claim for b in mine)})"
    for j in {j.id: j for b in found for j in b.judgements}.values():
        claims = ", ".join(b.claim for b in found if j in b.judgements)
        yield "judged", f"{j.verdict} by {j.who}, {j.at}{f': {j.why}' if j.why else ''} ({j.id}, on {claims})"


def _happening(h: Held) -> str:
    first, last = (date.fromordinal(d).isoformat() for d in (h.first, h.last))
    days = first if first == last else f"{first} to {last}"
    origins = f"{h.origins} known origin{'' if h.origins == 1 else 's'}"
    told = f"{h.articles} article{'' if h.articles == 1 else 's'}, {origins}"
    return f"{h.id} {words.DOT.join((h.kind, days, told))}{f'; contested on {h.contested}' if h.contested else ''}"


def value(field: ClaimField, c: Claim, a: Article) -> str:
    """Return one field of a claim in words; "(none)" where it gives none."""
    h = c.happening
    if field in FIGURES:
        f = getattr(h, field) if h else None
        return words.figure(f) if f else "(none)"
    if field == "voices":
        return words.chain(c, words.teller(a))
    if field in {"polarity", "certainty", "tense", "manner"}:
        return str(getattr(c, field).value)
    if field == "wording":
        return f"“{words.content(a.text, c)}”"
    return (_of_happening(field, h) if h else "") or "(none)"


def _of_happening(field: ClaimField, h: Happening) -> str:
    if field == "kind":
        return h.kind.value
    if field in {"actors", "targets"}:
        return ", ".join(map(words.actor, getattr(h, field)))
    if field == "place":
        return words.place(h.place) if h.place else ""
    if field == "when":
        return words.moment(h.when) if h.when else ""
    if field == "means":
        return ", ".join(m.name for m in h.means)
    return words.control(h.control) if h.control else ""


def _words(out: Console, edits: Sequence[Edit], old: str, new: str, *, whole: bool, kind: str) -> None:
    """Print the edits with some words around each; a notice or another text has nothing around it to compare."""
    if not edits or kind in {"withdrawn", "another-text"}:
        return
    shown = edits if whole else [*sorted(edits, key=lambda e: e.kind != "figure")[:FEW]]
    for e in sorted(shown, key=lambda e: e.other):
        terminal.hang(out, Text("  words     ", style="cyan"), marked(e, old, new))
    if len(shown) < len(edits):
        out.print(Text(f"  … and {len(edits) - len(shown)} further edits: name the article to see all", style="dim"))


def marked(e: Edit, old: str, new: str) -> Text:
    """Return an edit as the newer text has it, with the words around it."""
    before = new[max(0, e.other.start - AROUND) : e.other.start].rpartition("\n")[2]
    after = new[e.other.end : e.other.end + AROUND].partition("\n")[0]
    text = Text(
        ("…" if len(before) == AROUND else "") + clean(before).rstrip() + (" " if before[-1:].isspace() else "")
    )
    if gone := clean(e.one.of(old)).strip():
        text.append(f"[-{gone}-]", style="red strike")
    if put := clean(e.other.of(new)).strip():
        text.append((" " if gone else "") + f"{{+{put}+}}", style="green")
    tail = clean(after)
    text.append(
        (" " if after[:1].isspace() or e.kind == "dropped" else "")
        + tail.lstrip()
        + ("…" if len(after) == AROUND else "")
    )
    return text


def record(c: Changed) -> dict[str, Any]:
    """Return a change as JSON gives it: the record, with the values of fields that differ, both versions, and what was built."""
    made: dict[str, Any] = msgspec.to_builtins(c.change)
    for told, claim in zip(made["claims"], c.change.claims, strict=True):
        was, now = _found(c, claim)
        if was and now and c.new:
            told["fields"] = [
                {"field": f, "before": value(f, was, c.old.article), "after": value(f, now, c.new.article)}
                for f in claim.fields
            ]
        else:
            told["fields"] = []
    return {
        "at": c.at(), "before": c.before, "after": c.after, "by": c.by, "change": made, "built": c.built,
    }  # fmt: skip
