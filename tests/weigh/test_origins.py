"""Ten articles that carry one voice or one wire story are one origin, and a copy added never raises the count."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.weigh.made import account

from sayso.model.event import Account, Source
from sayso.weigh.grades import grades
from sayso.weigh.origins import EachItsOwn, origins


class Told(EachItsOwn):
    """Families as a test lays them down; other articles are their own."""

    def __init__(self, **of: str) -> None:
        self.of = of

    def family(self, article: str) -> str:
        return self.of.get(article, article)


def test_one_voice_is_one_origin_however_many_print_it() -> None:
    (one,) = origins([account(n, voice="SOHR") for n in "abc"], EachItsOwn())
    assert one.voice == "SOHR"
    assert one.families == ("aa", "ab", "ac")
    assert "3 articles carry what SOHR says" in one.reasons[0]
    assert one.would_split


def test_a_name_that_holds_another_is_the_same_voice() -> None:
    told = [account("a", voice="George Sabra"), account("b", voice="Opposition figure George Sabra")]
    assert [o.voice for o in origins(told, EachItsOwn())] == ["George Sabra"]


def test_own_words_of_one_outlet_or_one_wire_story_are_one_origin() -> None:
    again = replace(account("b"), outlet="a")
    assert len(origins([account("a"), again], EachItsOwn())) == 1
    assert len(origins([account("a"), account("b")], EachItsOwn())) == 2
    assert len(origins([account("a"), account("b")], Told(aa="f", ab="f"))) == 1


def citing(name: str, outlet: str) -> Account:
    """An account that lays what it tells to an outlet."""
    told = account(name, voice=outlet)
    return replace(told, tellers=tuple(replace(t, voice_kind="media") for t in told.tellers))


class Cited(EachItsOwn):
    """One claim laid to an outlet goes back to what a test says."""

    def __init__(self, claim: str, source: Source) -> None:
        self.of = {claim: source}

    def source(self, claim: str) -> Source | None:
        return self.of.get(claim)


def test_what_is_laid_to_an_outlet_is_one_with_what_that_outlet_tells() -> None:
    cites = citing("x", "SANA")
    assert len(origins([cites, replace(account("b"), outlet="SANA")], EachItsOwn())) == 1
    (alone,) = origins([cites], EachItsOwn())
    assert alone.voice == "SANA"
    assert "1 article lays it to SANA" in alone.reasons


def test_a_citation_followed_to_the_outlets_article_has_that_articles_origin() -> None:
    source = Source("ay", "afp", "sohr", "SOHR", "ngo-monitor", named=True)
    told = [citing("x", "AFP"), account("y", voice="SOHR")]
    assert len(origins(told, EachItsOwn())) == 2
    assert [o.voice for o in origins(told, Cited("cx", source))] == ["SOHR"]


def test_a_copy_that_drops_the_voice_adds_no_origin() -> None:
    assert len(origins([account("a", voice="SOHR"), account("b")], Told(aa="f", ab="f"))) == 1


def test_an_unnamed_outlet_s_words_stay_unknown() -> None:
    (one,) = origins([account("a", outlet="")], EachItsOwn())
    assert not one.known
    assert {g.name: g.value for g in grades([account("a")], (), (one,))}["single-origin"] == "unknown"


letters = st.sampled_from("abcdef")
made = st.lists(
    st.tuples(letters, st.sampled_from(["", "SOHR", "SANA", "AFP"]), letters),
    min_size=1,
    max_size=8,
    unique_by=lambda t: t[0],
)


@given(made, st.data())
def test_a_copy_never_raises_the_count_of_origins(told: list[tuple[str, str, str]], data: st.DataObject) -> None:
    accounts: list[Account] = [account(name, voice=voice) for name, voice, _ in told]
    home = {f"a{name}": f"f{family}" for name, _, family in told}
    before = len(origins(accounts, Told(**home)))
    name, voice, family = data.draw(st.sampled_from(told))
    copy = account(
        "z", voice=data.draw(st.sampled_from([voice, ""])), outlet=data.draw(st.sampled_from(["z", name, "a"]))
    )
    after = len(origins([*accounts, copy], Told(**home, az=f"f{family}")))
    assert after <= before
