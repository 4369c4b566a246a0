# ruff: noqa: F401, F811 - fixtures come from doors.py, and tests name them as arguments
from __future__ import annotations

import pytest
from tests.show.desk.doors import Clock, clock

from sayso.show.desk.throttle import HERE, MOST, SECONDS, Throttle, network


def test_tries_count_from_their_beginning(clock: Clock) -> None:
    throttle = Throttle(clock)
    assert [throttle.begin("rana", "198.51.100.7") for _ in range(HERE)] == [0] * HERE
    assert throttle.begin("rana", "198.51.100.7") == SECONDS


def test_the_throttle_does_not_grow_without_bound(clock: Clock) -> None:
    throttle = Throttle(clock)
    for n in range(MOST):
        throttle.begin(f"name{n}", f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}")
    assert len(throttle.tries) <= MOST


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("198.51.100.7", "198.51.100.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("::ffff:198.51.100.7", "198.51.100.7"),
        ("fe80::1%eth0", "fe80::/64"), ("testclient", "testclient"), ("", "-"),
    ],
)  # fmt: skip
def test_an_address_stands_for_what_one_person_has(address: str, counted: str) -> None:
    assert network(address) == counted
