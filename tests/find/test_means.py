"""Weapons and equipment by their words and designations."""

from __future__ import annotations

from tests.find.told import Told

from sayso.find.means import means, plural
from sayso.model.article import Article


def read(told: Told, article: Article) -> list[tuple[str, str]]:
    return [(m.name, m.class_) for m in means(told.unit(), article)]


def test_words(told: Told, article: Article) -> None:
    """They fired mortar shells and dropped a barrel bomb from a helicopter."""
    assert read(told, article) == [("mortar shells", "artillery"), ("barrel bomb", "bomb"), ("helicopter", "aircraft")]


def test_designation(told: Told, article: Article) -> None:
    """Russia used Kalibr cruise missiles and T-72 tanks."""
    assert read(told, article) == [("Kalibr cruise missiles", "missile"), ("T-72 tanks", "armour")]


def test_deed_that_is_a_means(told: Told, article: Article) -> None:
    """Heavy air strikes hit the city after days of shelling."""
    assert [m for m, _ in read(told, article)] == ["air strikes", "shelling"]


def test_longest_phrase(told: Told, article: Article) -> None:
    """A suicide car bomb has hit a convoy."""
    assert read(told, article) == [("suicide car bomb", "ied")]


def test_a_bomber_on_foot_is_no_aircraft(told: Told, article: Article) -> None:
    """The suicide bomber attacked the checkpoint."""
    assert read(told, article) == []


def test_spans_are_the_words(told: Told, article: Article) -> None:
    """Two ground-to-ground missiles and several drones hit the airport."""
    assert all(m.span.of(article.text) == m.name and m.rule for m in means(told.unit(), article))


def test_plural() -> None:
    assert [plural(w) for w in ("battery", "gas", "tank", "toy")] == ["batteries", "gases", "tanks", "toys"]


def test_a_designation_that_the_parser_cuts_is_one(told: Told, article: Article) -> None:
    """They used PMM-2M ferries and BMK-MO boats."""
    found = [m for m, _ in read(told, article)]
    assert "BMK-MO boats" in found
    assert any(m.startswith("PMM-2M") for m in found)
