"""Look-ups in the shipped gazetteer and its overlay."""

from __future__ import annotations

import subprocess
import sys

from sayso.resolve.gazetteer import FILE, alike, country, country_words, named, seat
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
