"""The marks bench counts what is right, wrong and missed."""

from __future__ import annotations

from bench.marks import Tally, compare

from sayso import read

TEXT = "Warplanes bombed the town on Monday, killing nine civilians. Rebels shelled a village in the north. Rain fell."


def mark(kind: str, word: str, target: str = "") -> dict[str, object]:
    at = TEXT.index(word)
    roles: dict[str, object] = {
        n: [] for n in ("actor", "target", "place", "killed", "injured", "captured", "displaced")
    }
    if target:
        roles["target"] = [[TEXT.index(target), TEXT.index(target) + len(target)]]
    return roles | {"kind": kind, "trigger": [[at, at + len(word)]]}


def test_right_wrong_and_too_many() -> None:
    tally = Tally()
    compare(read(TEXT), [mark("air-drone-strike", "bombed", "the town"), mark("armed-clash", "shelled")], tally)
    assert (tally.told["kind", True], tally.told["kind", False]) == (1, 1)
    assert tally.kinds["armed-clash", "shelling-artillery-missile"] == 1
    assert tally.told["word", True] == 1
    assert tally.found["targets", 2] == 1


def test_nothing_marked_makes_every_happening_one_too_many() -> None:
    tally = Tally()
    compare(read(TEXT), [], tally)
    assert tally.told["event", False] == 2
    assert not tally.told["event", True]
