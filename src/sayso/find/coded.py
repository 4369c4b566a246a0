"""Claims of rows that people coded: one a row, each field read from its column; nothing is guessed from words."""

from __future__ import annotations

import re
from typing import cast

from sayso.find.happening_words import lexicon
from sayso.model.article import Article
from sayso.model.claim import Claim, Found
from sayso.model.happening import Figure, Happening, HappeningKind
from sayso.model.ids import digest
from sayso.model.span import Grounded, Span
from sayso.model.when import Moment, MomentPrecision
from sayso.model.where import Place, Precision
from sayso.model.who import Actor, Voice
from sayso.vocab.coded import BOOK, LABEL, book

RULE = f"{LABEL}.{BOOK}"
COLUMN = re.compile(r"^(\w+): (.+)$", re.MULTILINE)
Row = dict[str, tuple[str, Span]]


def is_coded(article: Article) -> bool:
    """Tell whether an article is a row of a coded table."""
    return LABEL in dict(article.labels)


def found(article: Article) -> Found:
    """Return the one claim of a coded row."""
    row: Row = {m[1]: (m[2], Span(*m.span(2))) for m in COLUMN.finditer(article.text)}
    what = [row[name][1] for name in ("dyad_name", "where_coordinates", "date_start", "best") if name in row]
    voices = _voices(row)
    kind = cast("HappeningKind", book().kinds.get(_said(row, "type_of_violence"), "other"))
    happening = Happening(
        kind=Grounded(kind, RULE, (row["type_of_violence"][1],) if "type_of_violence" in row else ()),
        codes=lexicon().codes[kind], actors=_actors(row, kind), targets=_targets(row, kind), place=_place(row), when=_when(row),
        killed=_killed(row),
    )  # fmt: skip
    claim = Claim(
        id=digest("c", article.id, RULE), content=tuple(what), voices=voices,
        manner=Grounded("indirect" if voices else "own", RULE), polarity=Grounded("positive", RULE),
        certainty=Grounded("certain", RULE), tense=Grounded("past", RULE), happening=happening, rule=RULE,
    )  # fmt: skip
    return Found((claim,), (), ())


def _said(row: Row, name: str) -> str:
    return row[name][0] if name in row else ""


def _voices(row: Row) -> tuple[Voice, ...]:
    """Return whom the coder names as the report's own source, a link each where there are several."""
    names = list(dict.fromkeys(n.strip() for n in re.split(r"[;,]", _said(row, "source_original")) if n.strip()))
    if not names:
        return ()
    span = row["source_original"][1]
    return (Voice(names[0], "unspecified", named=True, source=span, cue=None, rule=f"{RULE}.source_original"),)


def _actors(row: Row, kind: str) -> tuple[Actor, ...]:
    """Return who fought: both sides of a clash, for the table does not say who began; of one-sided violence the first."""
    return _actor(row, "side_a") + (() if kind in book().one_sided else _actor(row, "side_b"))


def _targets(row: Row, kind: str) -> tuple[Actor, ...]:
    return _actor(row, "side_b") if kind in book().one_sided else ()


def _actor(row: Row, side: str) -> tuple[Actor, ...]:
    return (Actor(_said(row, side), row[side][1], RULE),) if side in row else ()


def _place(row: Row) -> Place | None:
    """Return the place with the radius that its precision leaves open; without a point where the code says there is none."""
    if "where_coordinates" not in row:
        return None
    words, span = row["where_coordinates"]
    code = _said(row, "where_prec")
    km = book().radius_km.get(code)
    lat, lon = _number(row, "latitude"), _number(row, "longitude")
    if km is None or lat is None or lon is None:
        return Place(words, span, RULE, words)
    precision = cast("Precision", book().precision[code])
    return Place(words, span, RULE, words, None, lat, lon, km, precision)


def _number(row: Row, name: str) -> float | None:
    try:
        return float(_said(row, name))
    except ValueError:
        return None


def _when(row: Row) -> Moment | None:
    if "date_start" not in row:
        return None
    words, span = row["date_start"]
    start, end = words[:10], (_said(row, "date_end") or words)[:10]
    precision = cast("MomentPrecision", book().days.get(_said(row, "date_prec"), "range"))
    return Moment(words, span, RULE, start, end, precision)


def _killed(row: Row) -> Figure | None:
    low, best, high = (_number(row, name) for name in ("low", "best", "high"))
    if low is None or best is None or high is None or not high:
        return None
    return Figure(int(low), int(best), int(high), row["best"][1], RULE)
