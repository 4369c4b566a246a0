"""Accounts that may be one meet under some key, also where one gives only the month."""

from __future__ import annotations

from tests.weigh.made import DAY, account

from sayso.weigh.blocking import keys


def meet(one: set[str], other: set[str]) -> bool:
    return bool(one & other)


def test_one_day_and_one_place_meet() -> None:
    assert meet(set(keys(account("a", killed=3))), set(keys(account("b", killed=9, words=("other",)))))


def test_another_week_does_not() -> None:
    assert not meet(set(keys(account("a"))), set(keys(account("b", first=DAY + 9, last=DAY + 9))))


def test_some_day_of_a_month_meets_each_of_its_days_but_a_period_only_its_first() -> None:
    day = set(keys(account("a")))
    assert meet(day, set(keys(account("b", first=DAY - 10, last=DAY + 20))))
    assert not meet(day, set(keys(account("b", first=DAY - 10, last=DAY + 20, period=True))))
