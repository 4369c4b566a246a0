"""Copies of one story, derivations, shared quotations and background told apart, and the families they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.article import Article, Stated, Zone
from sayso.model.copying import Copying
from sayso.model.span import Span
from sayso.trace.comparing import Worded, compare, worded
from sayso.trace.families import families
from sayso.trace.wording import fingerprints, shingles, sizes, wording

WIRE = (
    "At least seventeen people were killed on Monday when a car bomb went off outside a busy bakery in the northern town of Azaz, "
    "the local council said. Rescuers were still pulling bodies out of the rubble hours after the blast, which tore the front off "
    "three houses and set a row of parked cars on fire. Nobody said who had planted the bomb."
)
OWN = (
    "Residents told our correspondent that the market had reopened only last week after months of fighting over the road to the border "
    "crossing. Traders sleep beside their stalls because they cannot afford to lose what is left of the harvest this year."
)
QUOTE = "“We will not leave this town until every last prisoner has come home to his family and every checkpoint is gone for good”"
STOCK = "The monitor which is based in Britain relies on a network of activists doctors and fighters inside the country for its reports."


def article(key: str, text: str, outlet: str = "", published: str = "") -> Worded:
    zones = (Zone("body", Span(0, len(text)), "test"),)
    made = Article(key, key, "", text, zones, outlet=Stated(outlet, "test") if outlet else None,
                   published=Stated(published, "test") if published else None)  # fmt: skip
    return worded(made)


class Held:
    """An index that holds the words of some articles."""

    def __init__(self, articles: Sequence[Worded]) -> None:
        self.articles = articles

    def holders(self, prints: Sequence[int]) -> Mapping[int, Sequence[tuple[str, int]]]:
        sets = [(w, set(fingerprints(shingles(w.wording.words)))) for w in self.articles]
        return {p: [(w.article.id, w.day) for w, held in sets if p in held] for p in prints}


def found(one: str, other: str, known: Held | None = None) -> Copying:
    pair = compare(article("a1", one, published="2017-03-06"), article("a2", other, published="2017-03-06"), known)
    assert pair is not None
    return pair


def test_a_copy_under_another_headline_with_house_words() -> None:
    copy = "Bomb in Azaz. " + WIRE.replace("seventeen", "19").replace(",", "").replace(
        "a busy bakery", "the busy bakery"
    )
    pair = found(WIRE, copy)
    assert pair.kind == "same-wire-copy"
    assert pair.binds
    assert [
        (e.kind, e.one and e.one.of(WIRE), e.other and e.other.of(copy)) for p in pair.passages for e in p.edits
    ] == [
        ("changed", "seventeen", "19"),
        ("changed", "a", "the"),
    ]


def test_a_changed_toll_is_a_change_of_figures() -> None:
    pair = found(WIRE.replace("seventeen", "17"), WIRE.replace("seventeen", "23"))
    assert [e.kind for p in pair.passages for e in p.edits] == ["figure"]


def test_one_sentence_taken_over() -> None:
    sentence = WIRE.split(". ")[1] + ". "
    pair = found(WIRE, OWN + " " + sentence + OWN.replace("market", "school").replace("week", "month") * 2)
    assert pair.kind == "partly-derived"
    assert [p.one.of(WIRE) + ". " for p in pair.passages] == [sentence]


def test_a_statement_that_both_carry_binds_nothing() -> None:
    pair = found(f"{WIRE} The commander said {QUOTE}.", f"{OWN} {QUOTE}, he told reporters in the capital.")
    assert pair.kind == "shared-quote-only"
    assert not pair.binds


def test_background_that_months_of_articles_carry_binds_nothing() -> None:
    known = Held([article(f"x{n}", f"{OWN} {STOCK}", published=f"2016-0{n}-01") for n in (1, 4, 7)])
    assert found(f"{WIRE} {STOCK}", f"{OWN} {STOCK}", known).kind == "shared-background-only"
    assert found(f"{WIRE} {STOCK}", f"{OWN} {STOCK}").kind == "partly-derived"  # nobody else is known to hold it


def test_nothing_shared() -> None:
    assert compare(article("a1", WIRE), article("a2", OWN)) is None


def test_direction_by_words_then_days() -> None:
    agency, paper = article("a1", WIRE, "AFP", "2017-03-06"), article("a2", f"(AFP) {WIRE}", "The Paper", "2017-03-06")
    pair = compare(paper, agency)
    assert pair
    assert (pair.upstream, pair.why[-1]) == ("one", "one credits AFP")
    later = compare(article("a1", WIRE, "Ours", "2017-03-09"), article("a2", WIRE, "Theirs", "2017-03-06"))
    assert later
    assert later.upstream == "other"
    assert found(WIRE, WIRE).upstream == "unknown"


@given(st.permutations(["a", "b", "c", "d", "e"]), st.sets(st.sampled_from(list(combinations("abcde", 2)))))
def test_families_do_not_depend_on_order(order: list[str], bound: set[tuple[str, str]]) -> None:
    pairs = [Copying(a, b, "same-wire-copy", (), 1.0, 1.0, True, "unknown", ()) for a, b in sorted(bound)]
    shuffled = sorted(pairs, key=lambda p: (order.index(p.one), order.index(p.other)))
    assert families(shuffled) == families(pairs)
    assert all(families(pairs)[p.one] == families(pairs)[p.other] for p in pairs)


def test_what_does_not_bind_makes_no_family() -> None:
    assert families([Copying("a", "b", "shared-quote-only", (), 0.0, 0.0, False, "unknown", ())]) == {}


@given(st.text(alphabet="ab “”\"'’é,.\n12", max_size=300))
@settings(max_examples=60)
def test_words_are_those_of_the_text(text: str) -> None:
    w = article("a1", text).wording
    assert len(w.words) == len(w.spans) == len(w.quoted)
    assert all(s.of(text) and not s.of(text).isspace() for s in w.spans)


@given(st.lists(st.sampled_from("abcdefgh"), min_size=40, max_size=80), st.integers(0, 20))
def test_a_long_shared_run_shares_a_fingerprint(words: list[str], start: int) -> None:
    s = sizes().words
    run = words[start : start + s.shingle + s.window - 1]
    whole, part = (set(fingerprints(shingles(tuple(w)))) for w in (words, run))
    assert whole & part


def test_words_between_marks_are_quoted() -> None:
    w = article("a1", "He said \"we won\" and ''no one fled'' in “the town.”").wording
    assert [x for x, quoted in zip(w.words, w.quoted, strict=True) if quoted] == [
        "we",
        "won",
        "no",
        "one",
        "fled",
        "the",
        "town",
    ]
    assert wording(article("a2", "Syria's 1,000 towns").article).words == ("syrias", "1000", "towns")
