"""The rules' sayings and the encoder's made one list."""

from __future__ import annotations

from sayso.find.attribution import in_sentence
from sayso.find.encoder.heard import Heard
from sayso.find.hearing import joined
from sayso.find.joining import QuoteIndex
from sayso.find.parse import parser
from sayso.find.saying import Saying
from sayso.find.tree import Tree
from sayso.model.article import Article, Zone
from sayso.model.span import Span


def parsed(text: str) -> list[Tree]:
    whole = Article("a", "a", "", text, (Zone("body", Span(0, len(text)), "test"),))
    return parser().parse([whole])[0]


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def read(text: str, *heard: Heard) -> list[Saying]:
    trees = parsed(text)
    sayings = [s for place, tree in enumerate(trees) for s in in_sentence(tree, place)]
    return joined(sayings, heard, trees, QuoteIndex(text, []))


def test_what_both_found_is_one_saying_with_the_content_heard(doc: str) -> None:
    """Activists said the army shelled Douma on Sunday and left."""
    heard = Heard(at(doc, "Activists"), at(doc, "said"), (at(doc, "the army shelled Douma on Sunday"),), 0.9)
    (saying,) = read(doc, heard)
    assert [c.of(doc) for c in saying.content] == ["the army shelled Douma on Sunday"]


def test_a_chain_of_the_rules_stays_a_chain(doc: str) -> None:
    """CNN reported, citing a US official, that the army shelled Douma."""
    (saying,) = [
        s
        for s in read(doc, Heard(at(doc, "CNN"), at(doc, "reported"), (at(doc, "the army shelled Douma"),), 0.9))
        if len(s.links) > 1
    ]
    assert len(saying.links) == 2


def test_what_the_encoder_alone_hears_is_a_saying_with_its_own_rule(doc: str) -> None:
    """The ministry went on record that two soldiers died."""
    heard = Heard(at(doc, "The ministry"), at(doc, "went on record"), (at(doc, "two soldiers died"),), 0.9)
    found = [s for s in read(doc, heard) if s.rule == "heard"]
    assert [s.content[0].of(doc) for s in found] == ["two soldiers died"]
    assert found[0].links[0].speaker is not None


def test_a_source_in_another_sentence_is_left_open(doc: str) -> None:
    """The ministry spoke. It was noted that two soldiers died."""
    heard = Heard(at(doc, "The ministry"), at(doc, "was noted"), (at(doc, "two soldiers died"),), 0.9)
    sayings = read(doc, heard)
    assert all(k.speaker is None for s in sayings for k in s.links)
