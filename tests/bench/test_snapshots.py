"""What the front end's tests are held to is what the back end says today."""

from __future__ import annotations

from bench import contract, snapshots
from sayso.show.desk import openapi


def test_the_snapshots_are_what_the_desk_answers() -> None:
    kept = {p.name: p.read_text(encoding="utf-8") for p in snapshots.OUT.iterdir()}
    assert snapshots.made() == kept, "write them anew: python -m bench.snapshots"


def test_the_front_ends_types_are_written_from_the_shapes() -> None:
    kept = (contract.FRONT / "src" / "contract.ts").read_text(encoding="utf-8")
    assert contract.types() == kept, "write them anew: python -m bench.contract"
    assert all(f"export interface {s.__name__} " in kept for s in openapi.structs())
