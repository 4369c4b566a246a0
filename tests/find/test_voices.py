"""Voices: named or not, and whom a pronoun or a bare noun means at first guess."""

from __future__ import annotations

from tests.find.said import read

from sayso.find.tree import Tree
from sayso.model.article import Article


def test_pronoun_takes_the_speaker_before(article: Article, trees: list[Tree]) -> None:
    """Observatory chief Rami Abdel Rahman said strikes hit the city. He said the toll could rise."""
    first, second = (a.voices[-1] for a in read(article, trees))
    assert (second.kind, second.named, second.name) == (first.kind, True, first.name)


def test_last_name_takes_the_kind_said_before(article: Article, trees: list[Tree]) -> None:
    """Observatory chief Rami Abdel Rahman said strikes hit the city. "It was heavy," Abdel Rahman said."""
    assert read(article, trees)[1].voices[-1].kind == "ngo-monitor"


def test_collective_is_not_named(article: Article, trees: list[Tree]) -> None:
    """Activists said the town fell. A US official said the town stood. The Pentagon said it did not know that the town fell."""
    assert [a.voices[-1].named for a in read(article, trees)][:3] == [False, False, True]


def test_own_belief_inside_own_words_names_the_speaker_once(article: Article, trees: list[Tree]) -> None:
    """Russia has said it believes poison gas had leaked from a depot."""
    assert [a.voices[-1].name for a in read(article, trees)] == ["Russia"]
