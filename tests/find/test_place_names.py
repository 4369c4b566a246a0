"""The proper names of a sentence that may be places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.find.told import Told

from sayso.find.place_names import MOST, REACH, Name, lists, names, phrase_of, word_class
from sayso.find.tree import Tree, children_of


def shown(tree: Tree, found: list[Name]) -> list[str]:
    return [" ".join(tree.text[n.first : n.last + 1]) for n in found]


def at(told: Told, word: str) -> int:
    return told.tree.text.index(word)


def test_names_of_any_label_but_times(told: Told) -> None:
    """On Friday Hamas fighters attacked Khan Younis and killed five soldiers near Rafah."""
    assert shown(told.tree, names(told.tree, at(told, "attacked"))) == ["Hamas", "Khan Younis", "Rafah"]


def test_the_name_that_holds_the_word_itself_is_left_out(told: Told) -> None:
    """Operation Euphrates Shield reached Aleppo."""
    assert shown(told.tree, names(told.tree, at(told, "Shield"))) == ["Aleppo"]


def test_a_hyphen_joins_a_name_and_a_possessive_parts_two(told: Told) -> None:
    """Shells fell on Syria's Al-Bab."""
    assert shown(told.tree, names(told.tree, at(told, "fell"))) == ["Syria", "Al - Bab"]


def test_a_country_s_capital_is_a_name(told: Told) -> None:
    """People were killed in the Syrian capital, hours after an attack in Homs, the capital of a province."""
    assert shown(told.tree, names(told.tree, at(told, "killed"))) == ["Syrian capital", "Homs"]


def test_a_phrase_is_brought_as_a_whole(told: Told) -> None:
    """Shells fell in the Shaar district."""
    (name,) = names(told.tree, at(told, "fell"))
    phrase = phrase_of(told.tree, name)
    assert (told.tree.text[phrase.noun], told.tree.text[phrase.prep], phrase.nest) == (
        "district",
        "in",
        ("compound/place",),
    )


def test_a_list_ends_in_and(told: Told) -> None:
    """Shells fell in Homs, Hama and Idlib."""
    assert lists(told.tree, names(told.tree, at(told, "fell"))) == [range(3)] * 3


def test_a_comma_alone_makes_no_list(told: Told) -> None:
    """Shells fell in Tripoli, Libya."""
    assert lists(told.tree, names(told.tree, at(told, "fell"))) == [range(1), range(1, 2)]


def test_other_words_between_end_a_list(told: Told) -> None:
    """Shells fell in Homs and soldiers fled from Idlib and Hama."""
    found = names(told.tree, at(told, "fell"))
    assert [list(x) for x in lists(told.tree, found)] == [[0], [1, 2], [1, 2]]


def test_classes_of_words(told: Told) -> None:
    """The outskirts of the village saw an attack by rebels."""
    assert [word_class(told.tree, at(told, w)) for w in ("outskirts", "village", "attack", "rebels")] == [
        "area",
        "place",
        "never",
        "NOUN",
    ]


@given(st.lists(st.booleans(), min_size=1, max_size=400), st.data())
def test_never_more_names_than_are_weighed_nor_from_afar(proper: list[bool], data: st.DataObject) -> None:
    n = len(proper)
    word = data.draw(st.integers(0, n - 1))
    head = tuple(data.draw(st.lists(st.integers(0, n - 1), min_size=n, max_size=n)))
    text = tuple("X" if p else "," for p in proper)
    tag = tuple("NNP" if p else "," for p in proper)
    blank = ("",) * n
    begins = tuple(2 * i for i in range(n))
    tree = Tree(
        text, text, text, blank, tag, ("conj",) * n, head, begins, tuple(b + 1 for b in begins), blank, (False,) * n,
        0, children_of(head), 0,
    )  # fmt: skip
    found = names(tree, word)
    assert len(found) <= MOST
    assert all(abs(i - word) <= REACH for f in found for i in (f.first, f.last))
    assert all(f.first <= f.head <= f.last for f in found)
    assert [k in x for k, x in enumerate(lists(tree, found))] == [True] * len(found)
    for f in found:
        phrase_of(tree, f)
