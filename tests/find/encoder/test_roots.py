"""What sentences do, in PLOVER's roots."""

from __future__ import annotations

import pytest

from sayso.find.encoder.roots import roots
from sayso.model.span import Span


@pytest.mark.parametrize(
    ("sentence", "root"),
    [
        ("Kenya rejected a demand by Somalia to open the border.", "REJECT"),
        ("Soldiers shelled the town and killed nine people.", "ASSAULT"),
        ("The foreign ministers of Jordan and Kenya met in Nairobi for talks.", "CONSULT"),
        ("Kenya expelled the ambassador of Somalia.", "SANCTION"),
    ],
)
def test_likeliest(sentence: str, root: str) -> None:
    assert next(iter(roots(sentence, Span(0, len(sentence))))) == root


def test_probabilities() -> None:
    text = "Nothing. Police arrested the editor."
    found = roots(text, Span(9, len(text)))
    assert sum(found.values()) == pytest.approx(1)
    assert list(found.values()) == sorted(found.values(), reverse=True)


def test_no_words_and_many() -> None:
    assert roots("…", Span(0, 0)) == {}
    long = "word " * 5000
    assert len(roots(long, Span(0, len(long)))) == 16
