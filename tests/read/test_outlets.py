"""Every outlet file: it fits its shape, its marks compile, its names lead to it."""

from __future__ import annotations

import pytest

from sayso.read import marks, outlets
from sayso.vocab.loader import load_all
from sayso.vocab.shapes.reading import Outlet

ALL = load_all("outlets", Outlet)


@pytest.mark.parametrize("outlet", ALL, ids=lambda o: o.id)
def test_names_and_addresses_lead_to_their_outlet(outlet: Outlet) -> None:
    assert all(outlets.named(n) == outlet for n in (outlet.name, *outlet.aliases))
    assert all(outlets.at(f"https://www.{d}/a/b") == outlet for d in outlet.domains)


@pytest.mark.parametrize("outlet", ALL, ids=lambda o: o.id)
def test_marks_compile_and_carry_the_outlets_name(outlet: Outlet) -> None:
    assert all(live.mark.id.startswith(outlet.id + ".") for live in marks.of(outlet))


def test_an_unknown_address_is_nobodys() -> None:
    assert outlets.at("https://example.org/") is None
    assert outlets.at("http://[broken") is None
