"""Captures are read in handfuls, in the order they came, and one bad text costs only itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import refusal

from sayso.model.article import Capture, Refusal
from sayso.model.problem import SaysoError
from sayso.pipeline import run

Maker = Callable[[str], Capture]
ROOT = Path(__file__).parents[2]


def names(found: object) -> list[str]:
    return [o.ref if isinstance(o, Refusal) else o[0].ref for o in found]  # type: ignore[attr-defined]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 300), max_size=20))
def test_chunks_hold_everything_in_order_and_are_bounded(
    capture: Maker, monkeypatch: pytest.MonkeyPatch, sizes: list[int]
) -> None:
    monkeypatch.setattr(run, "CHUNK", 4)
    monkeypatch.setattr(run, "CHUNK_BYTES", 400)
    given_ = [refusal(f"r{n}") if size % 5 == 0 else capture(f"{n} ".ljust(size, "x")) for n, size in enumerate(sizes)]
    found = list(run.chunks(given_))
    assert list(chain.from_iterable(found)) == given_
    for c in found:
        assert 0 < len(c) <= 4
        assert sum(len(x.data) for x in c[:-1] if isinstance(x, Capture)) < 400


def test_chunks_are_made_as_they_are_asked_for(capture: Maker) -> None:
    taken = []

    def source() -> Iterator[Capture]:
        for n in range(1000):
            taken.append(n)
            yield capture(f"text {n}")

    next(run.chunks(source()))
    assert len(taken) <= run.CHUNK


@pytest.mark.usefixtures("stages")
def test_results_come_in_the_order_given_and_refusals_pass(capture: Maker) -> None:
    given_: list[Capture | Refusal] = [
        capture("one"),
        refusal("gone.txt"),
        capture("two"),
        *(capture(f"more {n}") for n in range(9)),
    ]
    found = list(run.outcomes(given_))
    assert names(found) == ["one", "gone.txt", "two", *(f"more {n}" for n in range(9))]
    assert found[1] is given_[1]


def test_one_bad_text_costs_only_itself(capture: Maker, stages: list[list[str]]) -> None:
    given_ = [capture(t) for t in ("one", "this breaks", "three", "four", "five")]
    found = list(run.outcomes(given_))
    assert names(found) == ["one", "this breaks", "three", "four", "five"]
    bad = [o for o in found if isinstance(o, Refusal)]
    assert [(r.ref, r.problem.code) for r in bad] == [("this breaks", "S099")]
    assert "IndexError: no such token" in bad[0].problem.message
    assert bad[0].origin == "/src/this breaks"
    assert stages[-1] == ["five"]


def test_misuse_is_no_fault_of_a_text(capture: Maker, stages: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    import sayso.pipeline.stages

    def missing(*_: object) -> None:
        raise SaysoError("no language model installed")

    monkeypatch.setattr(sayso.pipeline.stages, "readings", missing)
    with pytest.raises(SaysoError, match="no language model"):
        list(run.outcomes([capture("one"), capture("two")]))
    assert stages == []


def test_nothing_to_read_loads_nothing() -> None:
    code = (
        "import sys; from sayso.pipeline.run import outcomes; from tests.builders import refusal\n"
        "assert len(list(outcomes([refusal('x')] * 40))) == 40; assert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, env=os.environ | {"PYTHONPATH": "src"})


def test_workers_are_chosen_by_the_amount_of_reading(capture: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def shared(tasks: Iterable[list[Capture]], workers: int) -> Iterator[Capture]:
        asked.append(workers)
        yield from chain.from_iterable(tasks)

    monkeypatch.setattr(run, "_shared", shared)
    monkeypatch.setattr(run, "read_chunk", lambda c: c)
    monkeypatch.setattr(run, "cores", lambda: 5)
    few = [capture(f"t{n}") for n in range(run.CHUNK * (run.WORTH_WORKERS - 1))]
    many = [capture(f"t{n}") for n in range(run.CHUNK * run.WORTH_WORKERS)]
    assert len(list(run.outcomes(few, 0))) == len(few)
    assert asked == []
    assert len(list(run.outcomes(many, 0))) == len(many)
    assert len(list(run.outcomes(few, 2))) == len(few)
    assert asked == [5, 2]


SLOW = """
import signal, sys, time
from sayso.pipeline import run
from tests.pipeline import slow
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever starts the tests may ignore it
    run.read_chunk = slow.read_chunk
    for o in run.outcomes(slow.captures(int(sys.argv[1])), 2):
        print(o.ref, flush=True)
"""


def start(tmp_path: Path, number: int) -> subprocess.Popen[str]:
    script = tmp_path / "script.py"
    script.write_text(SLOW)
    env = os.environ | {"PYTHONPATH": f"{ROOT}/src:{ROOT}"}
    return subprocess.Popen(
        [sys.executable, str(script), str(number)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
    )


def test_workers_keep_the_order(tmp_path: Path) -> None:
    out, err = start(tmp_path, 200).communicate()
    assert err == ""
    assert out.split() == [f"done-{n}" for n in range(200)]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_workers_end_with_their_parent(tmp_path: Path, how: signal.Signals) -> None:
    run_ = start(tmp_path, 100_000)
    assert run_.stdout is not None
    run_.stdout.readline()
    mine = children(run_.pid)
    assert len(mine) >= 2
    run_.send_signal(how)
    run_.wait(20)
    until = time.monotonic() + 5
    while any(Path(f"/proc/{p}").exists() for p in mine) and time.monotonic() < until:
        time.sleep(0.02)
    left = [p for p in mine if Path(f"/proc/{p}").exists()]
    for p in left:
        os.kill(p, signal.SIGKILL)
    run_.communicate()
    assert left == []


def children(of: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, rest = stat.read_text().split(" ", 1)
        except OSError:
            continue
        if int(rest.rpartition(")")[2].split()[1]) == of:
            found.append(int(pid))
    return found


def test_a_worker_that_dies_is_told(tmp_path: Path) -> None:
    run_ = start(tmp_path, 666)
    _, err = run_.communicate()
    assert run_.returncode == 1
    assert "SaysoError: a worker process died" in err
