"""Whole attributions: chain, content, nesting, and texts that are no texts."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.find.said import read, said

from sayso.find.attribution import attributions, chain_of
from sayso.find.parse import parser
from sayso.find.tree import Tree
from sayso.model.article import Article, Zone
from sayso.model.span import Span


def test_clause_after(article: Article, trees: list[Tree]) -> None:
    """The army said on Monday that rebels shelled the town."""
    assert said(article, trees) == [(["The army"], "rebels shelled the town")]


def test_trailing_with_comma(article: Article, trees: list[Tree]) -> None:
    """Rebels shelled the town, the army said on Monday."""
    assert said(article, trees) == [(["the army"], "Rebels shelled the town")]


def test_trailing_without_comma(article: Article, trees: list[Tree]) -> None:
    """At least 18 civilians were killed when a missile struck the old market a monitoring group said."""
    expected = "At least 18 civilians were killed when a missile struck the old market"
    assert said(article, trees) == [(["a monitoring group"], expected)]


def test_people_counted_before_a_trailing_source_are_not_part_of_it(article: Article, trees: list[Tree]) -> None:
    """Shelling of the old market on Monday killed nine people residents said."""
    assert said(article, trees) == [(["residents"], "Shelling of the old market on Monday killed nine people")]


def test_inverted_without_comma(article: Article, trees: list[Tree]) -> None:
    """Dozens of militants attacked positions south of the town said the Syrian Observatory for Human Rights."""
    sources, content = said(article, trees)[0]
    assert sources == ["the Syrian Observatory for Human Rights"]
    assert content == "Dozens of militants attacked positions south of the town"


def test_source_with_a_place_keeps_together(article: Article, trees: list[Tree]) -> None:
    """Terrorist groups fired rockets at the city leaving 12 civilians dead a source at Aleppo Police Command told SANA."""
    sources, content = said(article, trees)[0]
    assert sources == ["SANA", "a source at Aleppo Police Command"]
    assert content.endswith("leaving 12 civilians dead")


def test_in_the_middle(article: Article, trees: list[Tree]) -> None:
    """The convoy, the ministry said, was hit by two drones near the border."""
    assert said(article, trees) == [(["the ministry"], "The convoy / was hit by two drones near the border")]


def test_participle_goes_on_with_the_speaker(article: Article, trees: list[Tree]) -> None:
    """The centre said there were talks in Homs, adding that the truce held in the north."""
    found = said(article, trees)
    assert found == [(["The centre"], "there were talks in Homs"), (["The centre"], "the truce held in the north")]


def test_nested_statements_keep_both_levels(article: Article, trees: list[Tree]) -> None:
    """State media reported that the army said militants had fled the city."""
    found = read(article, trees)
    start = article.text.index("militants")
    chain = chain_of(found, Span(start, len(article.text) - 1))
    assert [v.source.of(article.text) for v in chain if v.source] == ["State media", "the army"]


def test_nothing_said(article: Article, trees: list[Tree]) -> None:
    """Government troops retook the town. Residents were told to leave. Nobody would say why."""
    assert said(article, trees) == []


def test_what_is_not_said_is_no_statement(article: Article, trees: list[Tree]) -> None:
    """The spokesman did not say that troops had left. He declined to say who fired."""
    assert said(article, trees) == []


def test_demand(article: Article, trees: list[Tree]) -> None:
    """The United Nations called for an immediate ceasefire."""
    assert said(article, trees) == [(["The United Nations"], "an immediate ceasefire")]


def test_denial_and_responsibility(article: Article, trees: list[Tree]) -> None:
    """Moscow denied any role in the attack. The group claimed responsibility for the blast."""
    found = said(article, trees)
    assert found[0] == (["Moscow"], "any role in the attack")
    assert found[1] == (["The group"], "responsibility for the blast")


def test_taking_lives_is_no_claim(article: Article, trees: list[Tree]) -> None:
    """Two blasts near the cemetery claimed the lives of 40 people."""
    assert said(article, trees) == []


def test_things_do_not_speak(article: Article, trees: list[Tree]) -> None:
    """The attack shows that the front has moved."""
    assert said(article, trees) == []


def test_overlong_sentence_is_read_in_pieces() -> None:
    random.seed(3)
    words = ["the", "army", "said", "that", "rebels", "fled", "and", "according", "to", "activists", '"']
    text = " ".join(random.choice(words) for _ in range(3000))
    whole = Article("a1", "t", "", text, (Zone("body", Span(0, len(text)), "test"),))
    trees = parser().parse([whole])[0]
    _, problems = attributions(whole, trees)
    assert any(len(t) > 400 for t in trees) == any(p.code == "S102" for p in problems)


@pytest.mark.parametrize(
    "text", ["", "\u202e\u200f\u200b", '"' * 500, "said " * 300, "'''' said ''", "THE ARMY SAID. " * 40, ": : :"]
)
def test_texts_that_are_none(text: str) -> None:
    whole = Article("a1", "t", "", text, (Zone("body", Span(0, len(text)), "test"),))
    found, _ = attributions(whole, parser().parse([whole])[0])
    assert all(c.end <= len(text) for a in found for c in a.content)


PIECES = [
    "The army",
    " said",
    " that",
    ' "',
    '"',
    ", ",
    ". ",
    " told AFP",
    " according to",
    " citing",
    " rebels fled",
    "\n\n",
    "“",
    "”",
    " showing",
    " photos",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_every_span_is_of_the_text(text: str) -> None:
    whole = Article("a1", "t", "", text, (Zone("body", Span(0, len(text)), "test"),))
    for a in attributions(whole, parser().parse([whole])[0])[0]:
        spans = [*a.content, *(v.source for v in a.voices if v.source), *(v.cue for v in a.voices if v.cue)]
        assert a.voices
        assert all(s.of(text).strip() for s in spans)
