"""Readings of any shape the records allow, for properties that must hold whatever was read."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from sayso.model import problem
from sayso.model.article import ZONE_KINDS, Article, Media, Rights, Stated, Zone
from sayso.model.claim import CERTAINTIES, MANNERS, POLARITIES, TENSES, Attribution, Claim
from sayso.model.happening import HAPPENING_KINDS, SIDES, Codes, Control, Figure, Happening, Means, Share
from sayso.model.lineage import Lineage
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.model.span import Grounded, Span
from sayso.model.when import MOMENT_PRECISIONS, Moment
from sayso.model.where import PRECISIONS, Place, PlaceCandidate
from sayso.model.who import VOICE_KINDS, Actor, Voice

words = st.text(max_size=12)
named = st.text(min_size=1, max_size=12)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(date.isoformat)
degrees = st.floats(-90, 90, allow_nan=False)
spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda p: Span(min(p), max(p)))
maybe_spans = st.none() | spans


def several(of: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=most).map(tuple)


def grounded(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Grounded[Any]]:
    return st.builds(Grounded, of, named, several(spans), several(of))


stated = st.builds(Stated, words, named, maybe_spans)
voices = st.builds(
    Voice, words, st.sampled_from(VOICE_KINDS), st.booleans(), maybe_spans, maybe_spans, named,
    st.none() | st.booleans(), st.none() | named,
)  # fmt: skip
actors = st.builds(Actor, named, spans, named, st.none() | named, several(named))
candidates = st.builds(PlaceCandidate, named, named, degrees, degrees, st.floats(0, 1))
places = st.builds(
    Place, named, spans, named, named, st.none() | named, st.none() | degrees, st.none() | degrees,
    st.none() | st.floats(0, 500), st.sampled_from(PRECISIONS), st.none() | named, several(candidates),
)  # fmt: skip
moments = st.builds(
    Moment, st.none() | named, maybe_spans, named, days, days, st.sampled_from(MOMENT_PRECISIONS), words
)
figures = st.none() | st.builds(
    Figure, st.integers(0, 10**6), st.none() | st.integers(0, 10**6), st.none() | st.integers(0, 10**6), spans, named,
    several(st.builds(Share, st.integers(0, 10**6), st.none() | st.integers(0, 10**6), st.sampled_from(SIDES), spans, st.booleans())),
)  # fmt: skip
happenings = st.builds(
    Happening, grounded(st.sampled_from(HAPPENING_KINDS)), st.builds(Codes, words, words, words), several(actors),
    several(actors), st.none() | places, st.none() | moments, figures, figures, figures, figures,
    several(st.builds(Means, named, named, spans, named)),
    st.none() | st.builds(Control, named, st.none() | named, st.none() | named, spans, named),
)  # fmt: skip
claims = st.builds(
    Claim, named, st.lists(spans, min_size=1, max_size=2).map(tuple), several(voices),
    grounded(st.sampled_from(MANNERS)), grounded(st.sampled_from(POLARITIES)), grounded(st.sampled_from(CERTAINTIES)),
    grounded(st.sampled_from(TENSES)), st.none() | happenings, named, several(spans),
)  # fmt: skip
ranges = st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99))
articles = st.builds(
    Article, named, words, named, st.text(max_size=80),
    several(st.builds(Zone, st.sampled_from(ZONE_KINDS), spans, named, ranges), 4),
    *[st.none() | stated] * 7, authors=several(stated), url=st.none() | stated, language=named,
    labels=st.dictionaries(named, several(words), max_size=2).map(lambda found: tuple(found.items())),
    rights=several(st.builds(Rights, st.sampled_from(["copyright", "terms", "licence", "disclaimer"]), spans)),
    media=several(st.builds(Media, st.sampled_from(["image", "video", "audio", "document"]), words, words, spans)),
)  # fmt: skip
problems = st.builds(Problem, st.sampled_from(sorted(problem.CODES)), words, maybe_spans)
lineages = st.builds(
    Lineage, named, st.sampled_from(["reposts", "copies", "excerpts", "quotes", "cites"]), named, several(spans), named
)
attributions = st.builds(Attribution, several(voices), several(spans), st.sampled_from(MANNERS), named)
readings = st.builds(Reading, articles, several(claims, 3), several(lineages), several(problems), several(attributions))
