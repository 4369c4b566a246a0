"""The stages declare what they take and give, and each takes only what is given before it."""

from __future__ import annotations

from sayso.pipeline.stages import STAGES


def test_each_stage_takes_what_was_given_before_it() -> None:
    there = {"Capture"}
    for stage in STAGES:
        assert set(stage.takes) <= there, stage.name
        assert callable(stage.run)
        there |= set(stage.gives)
    assert {"Article", "Claim", "Lineage", "Problem"} <= there


def test_stages_run_in_the_order_of_the_rooms() -> None:
    order = ["read", "find", "resolve", "weigh", "trace"]
    assert [s.name for s in STAGES if "." not in s.name] == order
