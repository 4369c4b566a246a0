"""Polarity, certainty and tense, with the words that show them."""

from __future__ import annotations

import pytest

from sayso.find.attribution import attributions, chain_of
from sayso.find.firmness import Firmness, firmness
from sayso.find.tree import Tree
from sayso.model.article import Article


def of(article: Article, tree: Tree, word: str) -> Firmness:
    head = tree.lower.index(word)
    found = attributions(article, [tree])[0]
    chain = chain_of(found, tree.words(head, head))
    inside = [i for i in range(len(tree)) if all(any(c.holds(tree.words(i, i)) for c in a.content) for a in found)]
    return firmness(tree, inside, head, chain, article.text)


CASES = [
    ("Troops captured the town.", "captured", "positive", "certain", "past"),
    ("Troops have retaken the town.", "retaken", "positive", "certain", "past"),
    ("Troops are advancing on the town.", "advancing", "positive", "certain", "present"),
    ("Troops will advance on the town.", "advance", "positive", "certain", "future"),
    ("Troops did not enter the town.", "enter", "negative", "certain", "past"),
    ("Troops were not able to enter the town.", "enter", "negative", "certain", "past"),
    ("Troops failed to enter the town.", "enter", "negative", "certain", "past"),
    ("Troops managed to enter the town.", "enter", "positive", "certain", "past"),
    ("No patrol has been organised there.", "organised", "negative", "certain", "past"),
    ("The death toll is likely to rise.", "rise", "positive", "probable", "future"),
    ("The strike may have killed a commander.", "killed", "positive", "possible", "past"),
    ("The strike could amount to a war crime.", "amount", "positive", "possible", "present"),
    ("The strike appeared to kill a commander.", "kill", "positive", "probable", "past"),
    ("The group reportedly claimed the blast.", "claimed", "positive", "possible", "past"),
    ("The government denied that troops had entered the town.", "entered", "negative", "certain", "past"),
    ("The rebels threatened to shell the city.", "shell", "positive", "certain", "future"),
    ("It is reported that troops entered the town.", "entered", "positive", "possible", "past"),
    ("Rebels claimed that troops had fled.", "fled", "positive", "certain", "past"),
]


@pytest.mark.parametrize(("text", "word", "polarity", "certainty", "tense"), CASES)
def test_reading(text: str, word: str, polarity: str, certainty: str, tense: str) -> None:
    from sayso.find.parse import parser
    from sayso.model.article import Zone
    from sayso.model.span import Span

    article = Article("a1", "t", "", text, (Zone("body", Span(0, len(text)), "test"),))
    firm = of(article, parser().parse([article])[0][0], word)
    assert (firm.polarity.value, firm.certainty.value, firm.tense.value) == (polarity, certainty, tense)


def test_words_are_shown(article: Article, trees: list[Tree]) -> None:
    """The army might not attack."""
    firm = of(article, trees[0], "attack")
    assert [s.of(article.text) for s in firm.polarity.spans] == ["not"]
    assert [s.of(article.text) for s in firm.certainty.spans] == ["might"]


def test_default_names_its_rule(article: Article, trees: list[Tree]) -> None:
    """Troops retook the town."""
    firm = of(article, trees[0], "retook")
    assert (firm.polarity.rule, firm.polarity.spans) == ("polarity.default", ())


def test_a_denial_coordinated_with_another_saying_stays_a_denial(trees: list[Tree], doc: str) -> None:
    """The army said it had left the town and denied killing civilians."""
    head = trees[0].lower.index("denied")
    assert firmness(trees[0], trees[0].subtree(head), head, (), doc).polarity.value == "negative"
