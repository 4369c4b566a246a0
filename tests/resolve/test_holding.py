"""What the words right after a name say it lies in."""

from __future__ import annotations

import pytest
from tests.builders import span

from sayso.model.where import Place
from sayso.resolve.holding import held, widened


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        (", Texas, and", "Texas"),
        (", Ky., on", "Ky."),
        (", OH 45840", "OH"),
        (", North Carolina.", "North Carolina"),
        (", France. He", "France"),
        (", Russia and Iran", ""),
        (", New York and Boston", ""),
        (", Smith said", ""),
        (" Texas", ""),
    ],
)
def test_a_province_or_country_after_a_comma_holds_the_name(after: str, wanted: str) -> None:
    assert held(f"Paris{after}", len("Paris")) == wanted


def test_a_name_keeps_one_sense_through_a_text() -> None:
    text = "In Paris, Texas, it rained. Paris was wet, Rome dry."
    later = span(text[10:], "Paris")
    spans = [span(text, "Paris"), type(later)(later.start + 10, later.end + 10), span(text, "Rome")]
    wordings = [Place(s.of(text), s, "test", s.of(text)) for s in spans]
    assert [p.text for p in widened(text, wordings)] == ["Paris, Texas", "Paris, Texas", "Rome"]
