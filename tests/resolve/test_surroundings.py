"""Which namesake is meant, told by the other names of a text."""

from __future__ import annotations

import pytest
from tests.builders import article

from sayso.model.span import Span
from sayso.model.where import Place
from sayso.resolve.places import located


def read(text: str, *names: str) -> dict[str, Place | None]:
    spans = [Span(text.index(n), text.index(n) + len(n)) for n in names]
    found, _ = located(article(text), [Place(n, s, "test", n) for n, s in zip(names, spans, strict=True)])
    return dict(zip(names, found, strict=True))


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        ("From Denton and Sherman they drove to Gainesville in Texas", ("Denton", "Sherman", "Gainesville", "Texas"), (33.6, -97.1)),
        ("From Ocala and Alachua they drove to Gainesville in Florida", ("Ocala", "Alachua", "Gainesville", "Florida"), (29.7, -82.3)),
        ("In Georgia, Atlanta and Savannah vote", ("Georgia", "Atlanta", "Savannah"), (32.7, -83.4)),
        ("In Georgia, Tbilisi and Batumi vote", ("Georgia", "Tbilisi", "Batumi"), (42.0, 43.5)),
    ],
)  # fmt: skip
def test_names_of_one_region_choose_the_namesake(
    text: str, names: tuple[str, ...], wanted: tuple[float, float]
) -> None:
    place = next(p for n, p in read(text, *names).items() if n in {"Gainesville", "Georgia"})
    assert place
    assert place.lat == pytest.approx(wanted[0], abs=0.7)
    assert place.lon == pytest.approx(wanted[1], abs=0.7)


def test_many_names_take_bounded_time() -> None:
    names = [f"Springfield{n}" for n in range(2_000)]
    text = " and ".join(names)
    assert len(read(text, *names)) == len(names)
