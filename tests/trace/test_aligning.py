"""The edits between two texts rebuild the one from the other, whatever was edited and however hostile the texts."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.span import Span
from sayso.trace import aligning
from sayso.trace.aligning import WORD, Words, blocks, edits, words
from sayso.trace.changes import rebuilt

VOCABULARY = [
    "the",
    "army",
    "shelled",
    "Douma",
    "killing",
    "31",
    "43",
    "people",
    ",",
    ".",
    "said",
    "activists",
    "a",
    "’s",
    "1,200",
]
TEXT = st.lists(st.sampled_from(VOCABULARY), max_size=120)
WILD = st.text(alphabet="ab1,.’'é \n\u0301-", max_size=80)


def whole(text: str) -> Words:
    return words(text, [Span(0, len(text))])


def diffed(old: str, new: str) -> list[tuple[str, str, str]]:
    """Return each edit as its kind, the words gone and the words put in."""
    one, other = whole(old), whole(new)
    return [(e.kind, e.one.of(old), e.other.of(new)) for e in edits(one, other, blocks(one.words, other.words))]


def check(old: str, new: str) -> None:
    one, other = whole(old), whole(new)
    same = blocks(one.words, other.words)
    made = edits(one, other, same)
    assert WORD.findall(rebuilt(old, new, made)) == list(other.words)
    assert [e.one.start for e in made] == sorted(e.one.start for e in made)
    for i, j, n in same:
        assert one.words[i : i + n] == other.words[j : j + n]
    ends = [(i + n, j + n) for i, j, n in same]
    assert all(a <= i and b <= j for (a, b), (i, j, _) in zip(ends, same[1:], strict=False))
    if old == new:
        assert made == ()


@given(TEXT, TEXT)
def test_edits_rebuild_any_text_from_any_other(old: Sequence[str], new: Sequence[str]) -> None:
    check(" ".join(old), " ".join(new))


@given(WILD, WILD)
def test_edits_rebuild_texts_of_odd_letters(old: str, new: str) -> None:
    check(old, new)


@given(st.lists(st.integers(0, 10_000), min_size=30, max_size=200, unique=True), st.randoms(use_true_random=False))
def test_random_edits_are_found_and_no_others(numbers: list[int], chance: random.Random) -> None:
    """Words that are all different leave one way to align them: what is kept is what both texts have, in order."""
    old = [f"w{n}" for n in numbers]
    new = [w for w in old if chance.random() > 0.1]
    for _ in range(5):
        new.insert(chance.randrange(len(new) + 1), f"new{chance.randrange(1000)}")
    check(" ".join(old), " ".join(new))
    kept = {w for i, _, n in blocks(old, new) for w in old[i : i + n]}
    assert kept == set(old) & set(new)


def test_large_texts_are_cut_at_anchors() -> None:
    chance = random.Random(3)
    old = [f"{chance.choice(VOCABULARY)}{chance.randrange(400)}" for _ in range(6000)]
    new = [w for w in old if chance.random() > 0.03]
    same = blocks(old, new)
    assert sum(n for *_, n in same) > 0.97 * len(new)
    check(" ".join(old), " ".join(new))


def test_hostile_texts_take_bounded_time() -> None:
    started = time.process_time()
    for old, new in (
        (["a"] * 60_000, ["b", *["a"] * 50_000, "c"]),
        (["a", "b"] * 30_000, ["b", "b", "a"] * 20_000),
        ([f"x{n % 7}" for n in range(50_000)], [f"x{n % 5}" for n in range(50_000)]),
        ([str(n) for n in range(40_000)], [str(n) for n in reversed(range(40_000))]),
    ):
        blocks(old, new)
    assert time.process_time() - started < 20


def test_what_is_too_long_to_compare_counts_as_changed() -> None:
    old, new = ["a", "b"] * 3000, ["b", "b", "a"] * 2000
    assert sum(n for *_, n in blocks(old, new)) < 100
    assert len(old) * len(new) > aligning.SMALL


def test_a_number_alone_is_a_figure() -> None:
    assert diffed("Shelling killed 31 people.", "Shelling killed 43 people.") == [("figure", "31", "43")]
    assert diffed("It killed 31.", "It killed at least 31.") == [("added", "", "at least")]


def test_a_sentence_put_in_begins_after_the_one_before() -> None:
    (edit,) = diffed("One fell. Three fell.", "One fell. Two fell. Three fell.")
    assert edit == ("added", "", "Two fell.")


def test_words_the_same_by_chance_do_not_cut_an_edit_to_pieces() -> None:
    (edit,) = diffed(
        "It said rebels had fired the rockets at Douma.", "It said government jets bombed in the night near Douma."
    )
    assert edit == ("changed", "rebels had fired the rockets at", "government jets bombed in the night near")
