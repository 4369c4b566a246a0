"""An article from a page: what each part of the page is, and what is known of the article as a whole."""

from __future__ import annotations

import re
from datetime import date

from sayso.model.article import Article, Capture, Stated
from sayso.model.ids import digest
from sayso.model.problem import Problem
from sayso.read import dates, head, labels, marks, markup, opening, origin, outlets, pictures, signature, trouble, zones
from sayso.read.page import Page
from sayso.read.sheet import Sheet

_JOINT = re.compile(r"\s+[|–—-]\s+")
CALLER = "caller"
ONES = ("title", "outlet", "published", "modified", "dateline", "original_outlet", "original_published", "url")


def build(capture: Capture, page: Page) -> tuple[Article, tuple[Problem, ...]]:
    """Return the article a page holds, with the trouble seen in it. The page's text is taken over unchanged.

    What the caller supplied wins over what the markup states, and that over what the text says.
    """
    sheet = Sheet.of(capture, page)
    _supply(sheet)
    _judge(sheet)
    _agree(sheet)
    trouble.look(sheet)
    language = _language(sheet)
    painted = zones.paint(sheet)
    if not any(z.kind == "body" for z in painted):
        sheet.problems.append(Problem("S030", "The article has no report in it: no line of it was taken for body"))
    facts = {key: sheet.facts[key] for key in ONES if key in sheet.facts}
    article = Article(
        id=digest("a", capture.sha256), ref=capture.ref, sha256=capture.sha256, text=page.text, zones=painted,
        authors=tuple(sheet.authors), language=language,
        labels=tuple((k, tuple(v)) for k, v in sheet.labels.items() if v),
        rights=tuple(sorted(sheet.rights, key=lambda r: r.span)), media=tuple(sheet.media),
        **facts,
    )  # fmt: skip
    return article, tuple(sheet.problems)


def _supply(sheet: Sheet) -> None:
    """Write down what the caller supplied and what the markup states."""
    given = sheet.capture.supplied
    for key in ("title", "outlet", "url"):
        sheet.state(key, getattr(given, key), CALLER)
    sheet.state("published", _day(given.published), CALLER)
    for key, stated in sheet.page.stated.items():
        value = _day(stated.value) if key in {"published", "modified", "original_published"} else stated.value
        sheet.state(key, value, stated.rule, stated.span)
    sheet.authors.extend(sheet.page.authors)
    if "outlet" in sheet.facts:
        sheet.outlet = outlets.named(sheet.facts["outlet"].value)
    if sheet.outlet is None and "url" in sheet.facts:
        sheet.outlet = outlets.at(sheet.facts["url"].value)
        if sheet.outlet is not None:
            sheet.state("outlet", sheet.outlet.name, "outlet.domain")


def _day(value: str) -> str:
    """Return the day of a date or time, in ISO 8601 or as pages print it; "" when there is none in it."""
    try:
        return date.fromisoformat(value.strip()[:10]).isoformat()
    except ValueError:
        found = dates.pattern().search(value)
        return "" if found is None else dates.value(found)


def _strip_site(sheet: Sheet) -> None:
    """Take the outlet's name off the end of a title that a page's markup gives ("Headline | Outlet")."""
    title = sheet.facts.get("title")
    if title is None or sheet.outlet is None or title.rule == CALLER:
        return
    parts = _JOINT.split(title.value)
    if len(parts) > 1 and outlets.named(parts[-1]) is sheet.outlet:
        parts.pop()
        while len(parts) > 1 and len(parts[-1].split()) <= 2:  # names of sections: "Headline - Region - World - Outlet"
            parts.pop()
        words = title.value[: title.value.index(parts[-1]) + len(parts[-1])] if len(parts) > 1 else parts[0]
        sheet.facts["title"] = Stated(words.strip("\ufffd "), title.rule, title.span)


def _judge(sheet: Sheet) -> None:
    """Run the rules: whole blocks first, then what lies inside the blocks that are left."""
    marks.blocks(sheet, marks.of(sheet.outlet))
    marks.blocks(sheet, marks.everywhere())
    markup.early(sheet)
    labels.read(sheet)
    before = sheet.outlet
    head.read(sheet)
    _strip_site(sheet)
    if sheet.outlet is not before:
        marks.blocks(sheet, marks.of(sheet.outlet))
    origin.read(sheet)
    opening.read(sheet)
    marks.inside(sheet, (*marks.of(sheet.outlet), *marks.everywhere()))
    pictures.read(sheet)
    signature.read(sheet)
    signature.reporters(sheet)
    markup.late(sheet)


def _agree(sheet: Sheet) -> None:
    """Say where the page's dates disagree; the header's stays, and the reader of dates anchors on the dateline.

    Nothing is changed before it is published: where the page's own words give an earlier day of its last change, that day decides.
    """
    changed, stated = sheet.facts.get("modified"), sheet.facts.get("published")
    if changed and stated and changed.span is not None and changed.value[:10] < stated.value[:10]:
        sheet.state("dateline", changed.value[:10], "dateline.changed-before", changed.span)
    line = sheet.facts.get("dateline")
    if line is None:
        return
    sheet.state("published", line.value, "dateline", line.span)
    header = sheet.facts["published"]
    if header.value[:10] != line.value:
        message = f"The header says {header.value}, the dateline {line.value}; the dateline decides"
        sheet.problems.append(Problem("S032", message, line.span))


def _language(sheet: Sheet) -> str:
    """Return the language of the text, and say so when it is not English."""
    stated = sheet.page.stated.get("language")
    found = trouble.language(sheet.text)
    if found == "en" and stated is not None and stated.value[:2].lower() != "en":
        found = "en"  # the words themselves are better evidence than a page template
    if found != "en":
        sheet.problems.append(
            Problem("S031", f"The text isn't English, as its common words show (taken for {found!r})")
        )
    return found
