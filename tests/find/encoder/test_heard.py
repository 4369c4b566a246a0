"""What the heads hear, from made-up scores."""

from __future__ import annotations

import numpy as np

from sayso.find.encoder.heard import cues_of, heard
from sayso.find.encoder.pieces import words
from sayso.model.span import Span


def test_each_cue_has_its_source_and_its_content(doc: str) -> None:
    """Activists said the army shelled Douma."""
    read = words(doc, [Span(0, len(doc))])
    logits = np.full((1, len(read), 4), -9.0, dtype=np.float32)
    for word, role in enumerate((1, 3, 2, 2, 2, 2, 0)):
        logits[0, word, role] = 0.0
    (found,) = heard(read, 0, [((1, 1), 0.9)], logits)
    assert found.source is not None
    assert (found.source.of(doc), found.cue.of(doc)) == ("Activists", "said")
    assert [c.of(doc) for c in found.content] == ["the army shelled Douma"]


def test_a_source_may_be_left_out(doc: str) -> None:
    """Reportedly the army left."""
    read = words(doc, [Span(0, len(doc))])
    logits = np.zeros((1, len(read), 4), dtype=np.float32)
    logits[..., 0] = 9.0
    (found,) = heard(read, 0, [((0, 0), 0.9)], logits)
    assert found.source is None
    assert found.content == ()


def test_cues_of_the_text_before_a_window_are_not_read_again() -> None:
    tags = np.full((4, 3), -9.0, dtype=np.float32)
    tags[:, 0] = 0.0
    tags[1] = tags[3] = [-9.0, 0.0, -9.0]
    assert [run for run, _ in cues_of(tags, 0, 0.0)] == [(1, 1), (3, 3)]
    ((run, sure),) = cues_of(tags, 2, 0.0)
    assert run == (3, 3)
    assert sure > 0.99
