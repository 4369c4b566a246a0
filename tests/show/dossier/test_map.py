from __future__ import annotations

import pytest
from tests.show.dossier.made import AHRAM, NOW, POSITION, key

from sayso.ledger.sqlite import SqliteStore
from sayso.model.review import Dossier
from sayso.show.dossier import basemap
from sayso.show.dossier import map as drawn
from sayso.show.dossier.gather import gathered
from sayso.show.dossier.page import Book


@pytest.fixture
def book(store: SqliteStore, dossier: Dossier) -> Book:
    return Book(gathered(store, dossier, profile="public", now=NOW))


def test_claims_of_one_area_are_one_mark(book: Book) -> None:
    found = drawn.marks(book)
    assert [m.number for m in found] == [*range(1, len(found) + 1)]
    assert key(AHRAM) in [c.id for c in found[0].claims]
    assert len(found[0].claims) >= 3


def test_a_mark_never_stands_without_its_sentence(book: Book) -> None:
    for m in drawn.marks(book):
        assert " wrote on " in drawn.told(m)
        assert f'id="m{m.number}"' in drawn.body(book)


def test_a_position_is_drawn_as_coarse(book: Book) -> None:
    mark = next(m for m in drawn.marks(book) if key(POSITION) in [c.id for c in m.claims])
    west, _, east, _ = drawn.box(mark.spot)
    assert east - west > 0.4
    assert 'class="area coarse"' in drawn.body(book)


def test_the_frame_holds_what_it_shows_with_room(book: Book) -> None:
    v = basemap.view(drawn.framed(drawn.marks(book)))
    for west, south, east, north in drawn.framed(drawn.marks(book)):
        assert v.west < west < east < v.east
        assert v.south < south < north < v.north
    assert basemap.FLATTEST - 1 <= v.height <= basemap.TALLEST + 1


def test_the_ground_has_the_country(book: Book) -> None:
    ground = basemap.ground(basemap.view([(35.0, 32.0, 42.0, 37.0)]))
    assert "Syria" in ground
    assert 'class="land"' in ground
    assert "Damascus" in ground
    assert drawn.alone(book).startswith("<svg ")


def test_what_lies_outside_the_frame_is_cut() -> None:
    v = basemap.view([(35.0, 33.0, 36.0, 34.0)])
    assert basemap.path(v, [[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)]]) == ""
    numbers = basemap.path(v, [[(0.0, 0.0), (80.0, 0.0), (80.0, 70.0), (0.0, 70.0), (0.0, 0.0)]])
    xs = [float(p.split()[0]) for p in numbers.strip("MZ").split("L")]
    assert min(xs) >= -basemap.MARGIN
    assert max(xs) <= basemap.WIDTH + basemap.MARGIN


def test_numbers_move_aside_where_they_would_lie_on_each_other() -> None:
    taken: list[basemap.Box] = []
    for _ in range(5):
        taken.append(drawn._room(*drawn._free(100.0, 100.0, taken), drawn.HALF))
    assert not any(drawn._meet(a, b) for n, a in enumerate(taken) for b in taken[:n])
