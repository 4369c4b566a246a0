"""The lines between headline and report: title, outlet and date, byline, the repost's own source line."""

from __future__ import annotations

import re
from functools import cache

from sayso.model.article import Stated
from sayso.model.span import Span
from sayso.read import dates, outlets
from sayso.read.sheet import Sheet
from sayso.vocab.loader import load
from sayso.vocab.shapes.reading import Headers

DEEPEST = 60
"""Blocks looked at before the search for a report's beginning is given up: menus stand above headlines."""
_OPEN = (None, ("byline", "markup.within"))
_MARKUP = re.compile(r"\]\([^()\s]{0,400}\)|[\[\]*_#>`]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_NAME = r"(?:[A-Z][\w.'’-]*|van|von|de|der|den|bin|ibn|al|el|di|da)"


def plain(words: str) -> str:
    """Return a line without Markdown marks and link targets, spaces made single."""
    return " ".join(_MARKUP.sub(" ", words).split())


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _lines() -> dict[str, re.Pattern[str]]:
    h, day = load("read/headers", Headers), dates.source()
    clock = dates.CLOCK
    return {
        "date": re.compile(
            rf"(?P<modified>(?:{_any(h.modified)})\b:?\s*)?(?:(?:{_any(h.published)})\b:?\s*)?"
            rf"(?:\d{{1,2}}[:.]\d\d\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{{2,4}})?[,\s]\s*)?{day}{clock}\W*(?:\(?(?:{_any(h.modified)}|{_any(h.published)})\b.{{0,60}})?$",
            re.IGNORECASE,
        ),
        "outlet": re.compile(rf"(?P<outlet>\S.{{0,70}}?)\s*[,|–—•·/-]?\s+(?:(?:{_any(h.published)})\b:?\s*)?{day}{clock}\W*$", re.IGNORECASE),
        "lone": re.compile(rf"(?:{_any(h.published)}|{_any(h.modified)}|{_any(h.by)})\W*", re.IGNORECASE),
        "name": re.compile(r"[A-Z][\w'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}"),
        "by": re.compile(rf"(?i:{_any(h.by)})\b\s*:?\s+(?P<names>{_NAME}(?:[ ,&/]+(?:and\s+)?{_NAME}){{0,14}})\W*(?:(?i:{_any(h.published)})?\W*(?i:{day}){clock}\W*)?$"),
    }  # fmt: skip


def read(sheet: Sheet) -> None:
    """Read the head of the page and find the block in which the report begins."""
    known = _key(sheet.facts["title"].value) if "title" in sheet.facts else ""
    seen_title = False
    for at, block in enumerate(sheet.page.blocks[:DEEPEST]):
        words = plain(sheet.words(block)) if block.span.end - block.span.start < 500 else ""
        if sheet.kinds[at] not in _OPEN or (words and _line(sheet, at, words, block.span)) or sheet.kinds[at]:
            continue
        if words and _is_title(sheet, at, words, known, seen=seen_title):
            seen_title = True
            sheet.kinds[at] = ("title", "title.line")
            sheet.state("title", words.strip("\ufffd |"), "title.line", _tight(sheet, block.span))
            known = known or _key(words)
            continue
        if block.body is False and any(b.body for b in sheet.page.blocks):
            continue
        sheet.first = at
        return


def _key(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()


def _tight(sheet: Sheet, span: Span) -> Span:
    """Return the span without Markdown marks around it."""
    words = sheet.text[span.start : span.end]
    inner = words.strip("#*_> []`\t")
    start = span.start + words.index(inner)
    return Span(start, start + len(inner))


def _is_title(sheet: Sheet, at: int, words: str, known: str, *, seen: bool) -> bool:
    """Tell whether a line is the headline: the one the markup or the caller gave, or the first that is no sentence."""
    key = _key(words)
    if known:
        return key == known or (len(key) > 8 and key in known and len(key) > 0.6 * len(known))
    if seen or not key or words.count(" ") > 30:
        return False
    alone = len(sheet.page.blocks) - at < 2
    return not alone and (sheet.page.blocks[at].tag == "h1" or not _SENTENCE_END.search(words) or words.count(" ") < 12)


def _line(sheet: Sheet, at: int, words: str, span: Span) -> bool:
    """Judge one line as a date, an outlet with its date, or a byline; True when it was one."""
    lines = _lines()
    if len(words) > 200:
        return False
    if (m := lines["by"].match(words)) is not None:
        return _byline(sheet, at, m, span)
    short = words.count(" ") < 6 and _short(sheet, at, words, span)
    if short or not any(c.isdigit() for c in words):
        return short
    if (m := lines["date"].match(words)) is not None and (day := dates.value(m)):
        sheet.kinds[at] = ("byline", "byline.date")
        sheet.state("modified" if m["modified"] else "published", day, "header.date", span)
        return True
    if (m := lines["outlet"].match(words)) is not None and (day := dates.value(m)):
        return _outlet(sheet, at, m["outlet"], day, span)
    return False


def _short(sheet: Sheet, at: int, words: str, span: Span) -> bool:
    """Judge a line of few words: an outlet's name alone, a lone "Published", or under the headline a name."""
    known = outlets.named(words)
    if known is not None:
        now = sheet.facts.get("outlet")
        if known.kind == "agency" and now is not None and known is not outlets.named(now.value):
            sheet.state("original_outlet", words, "byline.agency", _tight(sheet, span))
        sheet.state("outlet", words, "header.outlet", _tight(sheet, span))
        sheet.outlet = sheet.outlet or known
        sheet.kinds[at] = ("byline", "byline.outlet")
        return True
    if _lines()["lone"].fullmatch(words) is not None:
        sheet.kinds[at] = ("byline", "byline.word")
        return True
    if "title" not in {k[0] for k in sheet.kinds[:at] if k} or not _lines()["name"].fullmatch(words):
        return False
    if any(w.lower() in load("read/headers", Headers).not_names for w in words.split()):
        return False
    author(sheet, words, "byline.name", span)
    sheet.kinds[at] = ("byline", "byline.name")
    return True


def _byline(sheet: Sheet, at: int, m: re.Match[str], span: Span) -> bool:
    if (day := dates.value(m) if m.group("iso", "num", "dmy", "mm") != (None,) * 4 else "") != "":
        sheet.state("published", day, "header.date", span)
    for name in re.split(r"\s*(?:,|&|/|\band\b)\s*", m["names"]):
        author(sheet, name.strip(), "byline.by", span)
    sheet.kinds[at] = ("byline", "byline.by")
    return True


def author(sheet: Sheet, name: str, rule: str, within: Span) -> None:
    """Write down an author once, with the words that name them."""
    start = sheet.text.find(name, within.start, within.end)
    if name and all(a.value.casefold() != name.casefold() for a in sheet.authors):
        sheet.authors.append(Stated(name, rule, Span(start, start + len(name)) if start >= 0 else within))


def _outlet(sheet: Sheet, at: int, name: str, day: str, span: Span) -> bool:
    """Read "Outlet, date": the first such line is the page's own, a second one is where the piece stood before."""
    name = name.strip(" ,|–—•·/-")
    name = name.split(":", 1)[1].strip() if name.lower().startswith(("source:", "via:", "from:")) else name
    known, now = outlets.named(name), sheet.facts.get("outlet")
    if known is None and (not _looks_like_outlet(name) or name.count(" ") > 5):
        return False
    start = sheet.text.find(name, span.start, span.end)
    words = Span(start, start + len(name)) if start >= 0 else span
    if (
        now is None
        or outlets.fold(now.value) == outlets.fold(name)
        or (known is not None and known is outlets.named(now.value))
    ):
        sheet.state("outlet", name, "header.outlet-date", words)
        sheet.state("published", day, "header.outlet-date", span)
        sheet.outlet = sheet.outlet or known
    elif known is None and not any(outlets.fold(a.value) == outlets.fold(name) for a in sheet.authors):
        return False
    else:
        sheet.state("original_outlet", name, "header.second-outlet-date", words)
        sheet.state("original_published", day, "header.second-outlet-date", span)
    sheet.kinds[at] = ("byline", "byline.outlet-date")
    return True


def _looks_like_outlet(name: str) -> bool:
    """Tell whether words may be an outlet's name: each begins large, but for small words and joints."""
    return all(
        w[:1].isupper() or not w[:1].isalpha() or w in {"of", "the", "and", "for", "al", "el"} for w in name.split()
    )
