"""Readings of the rules as marks."""

from __future__ import annotations

from train.silver import joined, marks, sentences

from sayso.find.attribution import attributions
from sayso.find.parse import parser
from sayso.model.article import Article, Zone
from sayso.model.span import Span


def test_each_voice_of_a_chain_is_an_attribution_that_holds_the_inner_ones(doc: str) -> None:
    """CNN reported, citing a US official, that the army shelled Douma."""
    article = Article("a", "a", "", doc, (Zone("body", Span(0, len(doc)), "test"),))
    found, _ = attributions(article, parser().parse([article])[0])
    rows = {doc[s:e]: m for m in marks(found) for s, e in m["source"]}
    assert set(rows) == {"CNN", "a US official"}
    inner, outer = rows["a US official"]["content"], rows["CNN"]["content"]
    assert sum(b - a for a, b in outer) > sum(b - a for a, b in inner)


def test_spans_next_to_one_another_are_one() -> None:
    assert joined([[20, 22], [0, 4], [5, 8]]) == [[0, 8], [20, 22]]
    assert joined([[0, 4], [9, 12]]) == [[0, 4], [9, 12]]


def test_sentences_are_compared_by_their_letters_and_only_when_long() -> None:
    long = "The army shelled the town of Douma on Sunday, killing at least twelve people."
    assert sentences(long) == sentences(long.replace(",", "").upper())
    assert sentences("It did.") == set()
