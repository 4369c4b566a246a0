"""From accounts to happenings: order of arrival changes nothing, and only a judgement parts what a person merged."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.weigh.made import ALEPPO, ATAREB, DAY, JAYRUD, account

from sayso.model.event import Account, Event
from sayso.model.review import Judgement, Verdict
from sayso.weigh.blocking import keys
from sayso.weigh.events import events
from sayso.weigh.judging import ruled

A, B = account("ahram"), account("manar")
FAR = account("trt", places=(ATAREB,), first=DAY + 9, last=DAY + 9, names=(), words=("x",))


def groups(found: tuple[Event, ...]) -> set[tuple[str, ...]]:
    return {tuple(a.id for a in e.accounts) for e in found}


def judged(number: int, verdict: Verdict, one: Account, other: Account) -> Judgement:
    sides = ((one.tellers[0].claim,), (other.tellers[0].claim,))
    return Judgement(f"j{number}", number, verdict, *sides, "a reader", "2026-01-01T00:00:00+00:00", "")


def test_two_tellings_of_one_happening_are_one_event_with_its_reasons() -> None:
    near = account("sana", killed=7, first=DAY + 1, last=DAY + 1)
    found = events([A, B, near])
    (both,) = [e for e in found if len(e.accounts) > 1]
    assert [m.bar for m in both.matches] == [""]
    assert {g.name for g in both.grades} == {"origins", "single-origin", "contested", "admiralty", "airwars-like"}


def test_like_accounts_share_a_key_and_distant_ones_none() -> None:
    assert set(keys(A)) & set(keys(B))
    assert not set(keys(A)) & set(keys(FAR))


def test_a_merge_holds_across_days_and_places_until_a_later_split() -> None:
    merge, split = judged(1, "merge", A, FAR), judged(2, "split", A, FAR)
    assert len(groups(events([A, FAR]))) == 2
    assert len(groups(events([A, FAR], [merge]))) == 1
    assert len(groups(events([A, FAR], [merge, split]))) == 2
    assert len(groups(events([A, FAR], [merge, split, judged(3, "merge", A, FAR)]))) == 1


def test_a_split_holds_against_every_feature() -> None:
    assert len(groups(events([A, B], [judged(1, "split", A, B)]))) == 2
    assert ruled([judged(1, "split", A, B)])[A.tellers[0].claim, B.tellers[0].claim].verdict == "split"


made = st.lists(
    st.builds(
        lambda n, killed, place, shift: account(
            f"x{n}", killed=killed, places=(place,), first=DAY + shift, last=DAY + shift
        ),
        st.integers(0, 99), st.sampled_from([3, 31, 43]), st.sampled_from([JAYRUD, ATAREB, ALEPPO]), st.integers(0, 2),
    ),
    max_size=8, unique_by=lambda a: a.id,
)  # fmt: skip


@given(made, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_arrival_changes_nothing(told: list[Account], chance: object) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert events(told) == events(shuffled)


@given(made)
@settings(max_examples=40, deadline=None)
def test_what_a_person_merged_stays_together_whatever_else_comes(told: list[Account]) -> None:
    found = events([A, FAR, *told], [judged(1, "merge", A, FAR)])
    assert any({A.id, FAR.id} <= {a.id for a in e.accounts} for e in found)
