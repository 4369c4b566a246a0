"""The opening of the first paragraph where headline, date and dateline run into the report itself."""

from __future__ import annotations

import re
from functools import cache

from sayso.model.span import Span
from sayso.read import dates, marks, outlets
from sayso.read.sheet import Sheet
from sayso.vocab.loader import load
from sayso.vocab.shapes.reading import Headers

REACH = 400
"""Code points from the start of the first paragraph within which date, headline and section names may stand."""
DATELINES = 4
"""Paragraphs that may open with a dateline: standfirsts come before it."""
INNER = 1200
"""Code points into a paragraph within which a standfirst may end and the dateline stand."""
LONGEST_HEADLINE = 22
"""Words of a headline at most."""
_NAMES = re.compile(r"\s+(?P<names>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,7})\.(?= [A-Z\"“])")
_CAPITALS = r"[A-ZÀ-Ý][A-ZÀ-Ý'’-]{2,}(?: [A-ZÀ-Ý][A-ZÀ-Ý'’-]+){0,3}"
_PLACE = r"[A-ZÀ-Ý][\w'’.-]*(?:[ /-][A-ZÀ-Ýa-z][\w'’.-]*){0,5}(?:,? ?\(?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2}\)?)?"


_LABEL = re.compile(r" ?[a-z]{3,12}: ")


@cache
def _starts() -> tuple[re.Pattern[str], ...]:
    """Return what may stand at the start of a paragraph before the report: date phrases and agency names."""
    h = load("read/headers", Headers)
    words = "|".join(sorted((*h.published, *h.modified), key=len, reverse=True))
    return (
        re.compile(rf"(?i:(?P<phrase>(?:{words})\b:?\s*)?{dates.source()}){dates.CLOCK}(?![a-z0-9,])", 0),
        re.compile(r"\(updated [\d:. ]{4,24}\)"),
        re.compile(rf"(?P<agency>{outlets.agencies()}),?\s+(?=(?i:{dates.source()}))"),
        re.compile(r"[.,:;|\s-]{1,4}(?=\S)"),
    )


@cache
def _dateline() -> re.Pattern[str]:
    """Return the pattern of a dateline: place, perhaps a day, and the outlet's short form in brackets or slashes."""
    some = dates.partial().pattern
    return re.compile(
        rf"(?:(?P<place>{_PLACE})[,\s–—-]{{0,3}}(?:(?i:{dates.source()}|{some})\.?[,\s–—-]{{0,3}})?)?"
        rf"(?P<credit>[(/\[]\s?(?:{outlets.signatures()})(?:\s?/\s?\w{{2,12}})?\s?[)/\]])\.?\s*(?:[-–—]{{1,2}}\s*)?"
    )


_DASHED = re.compile(
    r"(?P<place>[A-Z][a-z'’]+(?: [A-Z][a-z'’]+)?(?:, [A-Z][\w'’.]+(?: [A-Z][\w'’.]+){0,2})?)(?: ?[–—]{1,2} ?| -{1,2} |- |, (?:SANA) ?[-–] ?)(?=[A-Z\"“'‘])"
)


@cache
def _bare() -> re.Pattern[str]:
    """Return the pattern of a place in capitals that a dash, or a word that opens sentences, parts from the report."""
    openers = "|".join(w.capitalize() for w in load("read/headers", Headers).openers)
    return re.compile(
        rf"(?P<place>{_CAPITALS}(?:,? \([^()]{{2,30}}\)|, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?)"
        rf"(?:\s*[–—]{{1,2}}\s*|\s+-{{1,2}}\s+|\s+(?=(?:{openers})\b))"
    )


def read(sheet: Sheet) -> None:
    """Cut date, repeated headline, agency and dateline off the paragraphs that open the report."""
    if sheet.first < 0:
        return
    _head(sheet)
    blocks = sheet.page.blocks
    open_ones = [i for i in range(sheet.first, min(len(blocks), sheet.first + DATELINES)) if sheet.kinds[i] is None]
    if not any(_cut_dateline(sheet, at) for at in open_ones):
        _inner_dateline(sheet, open_ones)


def _head(sheet: Sheet) -> None:
    """Take off, one after the other, what stands before the report in its first paragraph."""
    span = sheet.page.blocks[sheet.first].span
    at, limit = span.start, min(span.end, span.start + REACH)
    title = _title(sheet)
    own = marks.hinted(marks.of(sheet.outlet), sheet.lower, "head")
    led, at = False, _before_agency(sheet, at, limit)
    for _ in range(12):
        while at < limit and sheet.text[at].isspace():
            at += 1
        if at >= limit:
            return
        end = _repeated(sheet, title, at, limit) or _dated(sheet, at, limit, led=led) or _marked(sheet, own, at, limit)
        if not end:
            return
        at, led = end, True
        if sheet.cuts[sheet.first][-1].kind == "title":
            at = _signed(sheet, at, limit)


@cache
def _title_pattern(value: str) -> re.Pattern[str] | None:
    words = re.findall(r"\w+", value)[:60]
    return re.compile(r"\W{1,6}".join(map(re.escape, words)), re.IGNORECASE) if len(words) > 2 else None


def _title(sheet: Sheet) -> re.Pattern[str] | None:
    return _title_pattern(sheet.facts["title"].value) if "title" in sheet.facts else None


def _repeated(sheet: Sheet, title: re.Pattern[str] | None, at: int, limit: int) -> int:
    """Cut the headline where it is said again, and what stands between here and there; return where it ends, or 0."""
    if title is None or (m := title.search(sheet.text, at, limit)) is None or m.start() - at > 90:
        return 0
    between = sheet.text[at : m.start()]
    if m.start() > at and (". " in between or not between.lstrip().startswith(("by ", "By ", '"', "“", "'", "(", "["))):
        return 0
    end = m.end()
    if (tail := re.compile(r"[\"”’)\]]?\s*[.:!?](?=\s|$)|[\"”’)\]]").match(sheet.text, end)) is not None:
        end = tail.end()
    elif _goes_on(sheet, end):
        return 0
    if m.start() > at:
        sheet.cut(sheet.first, at, m.start(), "byline", "byline.before-headline")
    sheet.cut(sheet.first, m.start(), end, "title", "title.repeated")
    return end


def _goes_on(sheet: Sheet, end: int) -> bool:
    """Tell whether the words go on in small letters, a label with its colon left out: then it is a sentence that begins as the headline does."""
    following = sheet.text[end : end + 3].lstrip(" ")
    if _LABEL.match(sheet.text, end) is not None:
        return False
    return bool(following) and (following[0].islower() or following[0] in ",;'’")


def _dated(sheet: Sheet, at: int, limit: int, *, led: bool) -> int:
    """Cut a date, an update note or an agency's name before a date; return where it ends, or 0."""
    stamp, updated, agency, joint = _starts()
    if (
        (m := stamp.match(sheet.text, at, limit)) is not None
        and (day := dates.value(m))
        and (led or m["phrase"] or not _goes_on(sheet, m.end()))
    ):
        phrase = (m["phrase"] or "").lower()
        late = phrase.startswith(("last", "updat", "modif"))
        key = "modified" if late and not _from_a_row(sheet) else "dateline"
        sheet.state(key, day, "opening.date", Span(m.start(), m.end()))
        sheet.cut(sheet.first, at, m.end(), "byline", "byline.opening-date")
        return m.end()
    if (m := updated.match(sheet.text, at, limit)) is not None:
        sheet.cut(sheet.first, at, m.end(), "byline", "byline.updated")
        return m.end()
    if (m := agency.match(sheet.text, at, limit)) is not None:
        sheet.cut(sheet.first, at, m.end(), "byline", "byline.agency")
        _agency(sheet, m)
        return m.end()
    if (m := joint.match(sheet.text, at, limit)) is not None and at > sheet.page.blocks[sheet.first].span.start:
        sheet.cut(sheet.first, at, m.end(), "byline", "byline.joint")
        return m.end()
    return 0


def _from_a_row(sheet: Sheet) -> bool:
    """Tell whether the day of publication is only a corpus row's: the page's own words, "last updated" too, say better what it tells from."""
    published = sheet.facts.get("published")
    return published is not None and published.span is None and published.rule.startswith("row.")


def _before_agency(sheet: Sheet, at: int, limit: int) -> int:
    """Cut the headline that an agency's name and a date close, though it is worded unlike the one known; return where it ends."""
    m = _starts()[2].search(sheet.text, at, limit)
    if (
        m is None
        or m.start() == at
        or ". " in sheet.text[at : m.start()]
        or sheet.text.count(" ", at, m.start()) > LONGEST_HEADLINE
    ):
        return at
    title = _title(sheet)
    if title is not None and title.match(sheet.text, at, limit):
        return at
    sheet.cut(sheet.first, at, m.start(), "title", "title.before-agency")
    return m.start()


def _signed(sheet: Sheet, at: int, limit: int) -> int:
    """Cut the reporters' names, or an agency's, that follow a repeated headline; return where they end."""
    agency = _after_title().match(sheet.text, at, limit)
    if agency is not None:
        sheet.cut(sheet.first, at, agency.end(), "byline", "byline.agency")
        _agency(sheet, agency)
        return agency.end()
    m = _NAMES.match(sheet.text, at, limit)
    if m is None or any(w.lower() in load("read/headers", Headers).not_names for w in m["names"].split()):
        return at
    sheet.cut(sheet.first, m.start("names"), m.end(), "byline", "byline.names-after-headline")
    return m.end()


@cache
def _after_title() -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<agency>{outlets.agencies()})\s+(?=[A-Z](?!hoto))")


def _agency(sheet: Sheet, m: re.Match[str]) -> None:
    """A wire agency in the byline of another outlet's page had the piece first."""
    known = outlets.named(m["agency"])
    if known is not None and known is not sheet.outlet:
        sheet.state("original_outlet", m["agency"], "byline.agency", Span(m.start("agency"), m.end("agency")))


def _marked(sheet: Sheet, own: list[marks.Live], at: int, limit: int) -> int:
    for mark, pattern in own:
        if (m := pattern.match(sheet.text, at, limit)) is not None and m.end() > at:
            sheet.cut(sheet.first, at, m.end(), mark.kind, mark.id)
            return m.end()
    return 0


def _cut_dateline(sheet: Sheet, at: int) -> bool:
    """Cut the dateline that opens block ``at`` and read its day; True when there was one."""
    start, end = sheet.begin(at), sheet.page.blocks[at].span.end
    limit = min(end, start + 160)
    if (m := _dateline().match(sheet.text, start, limit)) is not None:
        sheet.cut(at, start, m.end(), "byline", "byline.dateline")
        _day(sheet, m)
        return True
    for pattern in (_bare(), _DASHED):
        if (m := pattern.match(sheet.text, start, limit)) is not None and outlets.named(m["place"]) is None:
            return sheet.cut(at, start, m.end(), "byline", "byline.dateline-bare")
    return False


@cache
def _inner() -> re.Pattern[str]:
    """Return the pattern of a dateline in capitals that stands after a standfirst, inside the paragraph."""
    some = dates.partial().pattern
    return re.compile(
        rf"(?<=[.!?\"”\w)] )(?P<place>{_CAPITALS}(?: \([A-Z][a-z]+\))?)[,\s–—-]{{0,3}}(?:(?i:{dates.source()}|{some})\.?[,\s–—-]{{0,3}})?"
        rf"(?P<credit>\((?:{outlets.signatures()})\)|/(?:{outlets.signatures()})/)\.?\s*(?:[-–—]{{1,2}}\s*)?(?=[A-Z\"“])"
    )


def _inner_dateline(sheet: Sheet, open_ones: list[int]) -> None:
    """Cut a dateline that a standfirst or a link to another story precedes in the same paragraph."""
    for at in open_ones:
        span = sheet.page.blocks[at].span
        limit = min(span.end, span.start + INNER)
        if (m := _inner().search(sheet.text, span.start, limit)) is not None:
            sheet.cut(at, m.start(), m.end(), "byline", "byline.dateline-inner")
            _day(sheet, m)
            return


def _day(sheet: Sheet, m: re.Match[str]) -> None:
    """Read the day a dateline gives; without a year it is the one nearest to the day of publication."""
    if m.group("iso", "num", "dmy", "mm") != (None,) * 4:
        sheet.state("dateline", dates.value(m), "dateline.date", Span(m.start(), m.end()))
    elif (m["m"] or m["m2"]) and "published" in sheet.facts:
        day = dates.nearest(m, sheet.facts["published"].value)
        sheet.state("dateline", day, "dateline.day-month", Span(m.start(), m.end()))
