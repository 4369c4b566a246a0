"""A name alone at the end of a report: the staff member who wrote or put it up."""

from __future__ import annotations

import re
from functools import cache

from sayso.model.span import Span
from sayso.read.head import author
from sayso.read.sheet import Sheet
from sayso.vocab.loader import load
from sayso.vocab.shapes.reading import Headers

_END = re.compile(
    r"(?<=[.!?”\")])(?<![A-Z]\.)\s{1,4}(?P<names>(?:[A-Z]\. ?){0,2}[A-Z][\w'’-]{1,20}(?:(?: ?/ ?| (?:and )?)(?:[A-Z]\. ?)?[A-Z][\w'’-]{1,20}){1,6})\s*$"
)


_REPORTING = re.compile(r"[\s(]*(?:Reporting|Written|Story) by (?P<names>[A-Z][^;()\n]{2,160})")
_PLACE = re.compile(r" in [A-Z].*| from [A-Z].*")


@cache
def _no_name() -> frozenset[str]:
    return frozenset(load("read/headers", Headers).not_names)


def reporters(sheet: Sheet) -> None:
    """Write down whom the closing credits name as reporters ("Reporting by A. Writer in Oslo; Editing by ...")."""
    for cuts in sheet.cuts.values():
        for c in cuts:
            if c.kind == "byline" and (m := _REPORTING.match(sheet.text, c.start, c.end)) is not None:
                for name in re.split(r"\s*,\s*(?:and )?|\s+and\s+", m["names"].rstrip(" .")):
                    author(sheet, _PLACE.sub("", name).strip(), "byline.reporting", Span(*m.span("names")))


def read(sheet: Sheet) -> None:
    """Cut the name off the end of the last block that is still taken for report."""
    last = next((at for at in range(len(sheet.kinds) - 1, -1, -1) if sheet.kinds[at] is None), None)
    if last is None:
        return
    span = sheet.page.blocks[last].span
    end = min((c.start for c in sheet.cuts.get(last, ()) if c.start > span.end - 400), default=span.end)
    m = _END.search(sheet.text, max(span.start, end - 90), end)
    if m is None or any(w.lower().strip(".") in _no_name() for w in re.split(r"[ /]+", m["names"])):
        return
    if sheet.cut(last, m.start("names"), m.end(), "byline", "byline.name-at-end"):
        for name in re.split(r"\s*/\s*|\s+and\s+", m["names"]):
            author(sheet, name.strip(" ."), "byline.name-at-end", Span(*m.span("names")))
