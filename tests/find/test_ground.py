"""Ground changing hands."""

from __future__ import annotations

import pytest
from tests.find.told import Told

from sayso.find.ground import control
from sayso.find.roles import actors_targets
from sayso.model.article import Article
from sayso.model.happening import Control, HappeningKind


def read(told: Told, article: Article, kind: HappeningKind) -> Control | None:
    unit, trigger = told.unit(), told.trigger(kind)
    return control(unit, trigger, *actors_targets(unit, trigger, article), article)


def test_retaken(told: Told, article: Article) -> None:
    """Government forces retook the key town of Maadan from ISIS."""
    found = read(told, article, "government-regains-territory")
    assert found is not None
    assert (found.place, found.from_, found.to) == ("Maadan", "ISIS", "Government")


def test_control_taken(told: Told, article: Article) -> None:
    """Islamic State fighters took control of oilfields in Iraq."""
    found = read(told, article, "nonstate-overtakes-territory")
    assert found is not None
    assert (found.place, found.to) == ("oilfields", "Islamic State")


@pytest.mark.parametrize("kind", ["advance-or-hold", "armed-clash"])
def test_other_kinds_change_no_control(told: Told, article: Article, kind: HappeningKind) -> None:
    """Government forces retook Maadan from ISIS."""
    assert read(told, article, kind) is None


def test_a_state_is_no_change(told: Told, article: Article) -> None:
    """IS controls more than 60 percent of the city."""
    assert read(told, article, "nonstate-overtakes-territory") is None
