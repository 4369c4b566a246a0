"""Look-ups in the shipped gazetteer and its overlay."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sayso.resolve.gazetteer import FILE, alike, capital, country, country_words, named, seat
from sayso.resolve.placekeys import key
from sayso.vocab.loader import load
from sayso.vocab.shapes.places import KNOWN_ROUGHLY, Countries, Overlay


def test_shipped_file_stays_small() -> None:
    assert FILE.stat().st_size <= 25_000_000


def test_city_province_and_airport_share_a_name() -> None:
    kinds = {p.kind for p in named(key("Deir ez-Zor"))}
    assert {"town", "province", "base"} <= kinds


def test_bones_stay_in_the_country() -> None:
    assert all(p.country == "SY" for p, _ in alike(key("Dier Ezzor"), "SY"))


def test_every_country_but_the_tiniest_has_a_point() -> None:
    codes = load("places/countries", Countries).countries
    assert [c for c in codes if country(c) is None] in ([], ["TV"])


def test_seat_of_a_province() -> None:
    province = next(p for p in named(key("Hama")) if p.kind == "province")
    town = seat(province)
    assert town
    assert town.people > 100_000


def test_short_forms_of_countries() -> None:
    assert {code for rows in (country_words()["UK"], country_words()["US"]) for _, code, _ in rows} == {"GB", "US"}


def test_overlay_is_honest_about_what_it_knows() -> None:
    overlay = load("places/overlay", Overlay)
    assert len({p.name for p in overlay.places}) == len(overlay.places)
    for place in overlay.places:
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
        assert place.radius_km >= 5 or place.source != KNOWN_ROUGHLY, place.name


def test_import_opens_nothing() -> None:
    code = "import sys, sayso.resolve.places, sayso.resolve.gazetteer as g; sys.exit(g._connection.cache_info().currsize + g._overlay.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(("code", "name"), [("SY", "Damascus"), ("UA", "Kyiv"), ("US", "Washington"), ("EH", None)])
def test_capitals(code: str, name: str | None) -> None:
    found = capital(code)
    assert (found and (found.kind, found.country)) == (("town", code) if name else None)
    assert name is None or name in (found.name if found else "")


def test_every_capital_is_in_the_gazetteer() -> None:
    rows = load("places/countries", Countries).countries
    assert [code for code, c in rows.items() if c.capital and capital(code) is None] == []
