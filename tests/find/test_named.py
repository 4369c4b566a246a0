"""Whom and what a text names: head, parser and lists joined."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.find.encoder.pieces import words
from sayso.find.named import Label, Named, bodies, equipment, labelled, leaning, names
from sayso.find.tree import Tree
from sayso.model.article import Article, Zone
from sayso.model.span import Span
from sayso.model.who import Mention


def said(article: Article, found: tuple[Named, ...], type_: str) -> list[str]:
    return [n.span.of(article.text) for n in found if n.type == type_]


def test_actors_and_places(article: Article, trees: list[Tree]) -> None:
    """Foreign Secretary Boris Johnson met the Red Cross in Damascus on Monday."""
    found = names(article, trees)
    assert any("Boris Johnson" in s for s in said(article, found, "Person"))
    assert any("Red Cross" in s for s in said(article, found, "Organisation"))
    assert "Damascus" in said(article, found, "Location")


def test_weapons_are_those_of_the_lists(article: Article, trees: list[Tree]) -> None:
    """Helicopters dropped barrel bombs, an ambulance was hit and air strikes followed."""
    found = names(article, trees)
    assert said(article, found, "Weapon") == ["barrel bombs", "air strikes"]
    assert said(article, found, "MilitaryPlatform") == ["Helicopters"]
    assert said(article, found, "Vehicle") == ["ambulance"]
    assert {n.rule for n in equipment(article, trees)} == {"named.means"}


def test_a_slip_of_the_set_is_not_repeated(article: Article) -> None:
    """The coalition continued its operations against ISIL and across Syria."""
    found = names(article)
    assert said(article, found, "Vehicle") == []
    assert "ISIL" in said(article, found, "Organisation")


def test_spans_are_in_reading_order_and_in_the_claim_zones_alone() -> None:
    text = "The Syrian army entered Palmyra.\n\nRead more: Aleppo falls."
    article = Article(
        "a", "a", "", text, (Zone("body", Span(0, 32), "test"), Zone("navigation", Span(34, len(text)), "test"))
    )
    found = names(article)
    assert found
    assert [n.span.start for n in found] == sorted(n.span.start for n in found)
    assert all(n.span.end <= 32 and 0 < n.sure <= 1 for n in found)


def test_nothing_to_read() -> None:
    assert names(Article("a", "a", "", "", (Zone("body", Span(0, 0), "test"),))) == ()


def test_the_parsers_tag_tips_a_word_in_doubt() -> None:
    scores = np.log(np.array([[0.6, 0.2, 0.2], [0.6, 0.2, 0.2], [0.6, 0.2, 0.2]], np.float32))
    labels: list[Label] = ["place", "none", "person"]
    ((first, last, sure),) = leaning(scores, labels, {"place": 3.0, "person": -3.0})
    assert (first, last) == (0, 0)
    assert sure == pytest.approx(0.4 * np.exp(3.0) / (0.6 + 0.4 * np.exp(3.0)), abs=0.01)
    assert list(leaning(scores, labels, {})) == []


def test_a_listed_group_is_an_organisation_whatever_the_parser_says() -> None:
    text = "Daesh left Raqqa, is said."
    read = words(text, [Span(0, len(text))])
    tagged = [Mention(Span(0, 5), "place", "test"), Mention(Span(11, 16), "place", "test")]
    assert labelled(read, tagged) == ["organisation", "none", "place", "none", "none", "none", "none"]


def test_listed_names_are_looked_up_by_first_word_the_longest_first() -> None:
    assert all(words == tuple(sorted(words, key=lambda p: (-len(p), p))) for words in bodies().values())
    assert ("Islamic", "State") in bodies()["Islamic"]
    assert "world" not in bodies()
