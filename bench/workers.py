"""What a second worker brings, and how much memory adding takes while it runs.

    python -m bench.workers [--shared DIR] [--articles N]

Reads the same captures into a new ledger with one worker and with two. The clock runs from the first article kept to the
last, so that loading the language model is not counted; memory is that of all processes together, shared pages counted once
a process (an upper bound).
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from pathlib import Path

from bench import corpus
from sayso.ledger.sqlite import SqliteStore
from sayso.model.article import Capture
from sayso.pipeline.keep import keep

EVERY = 0.25


class Memory(threading.Thread):
    """Watches the resident memory of this process and its children, in MB, until stopped."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seen: list[float] = []
        self.stopped = threading.Event()

    def run(self) -> None:
        """Look again and again."""
        while not self.stopped.wait(EVERY):
            self.seen.append(sum(_resident(p) for p in _family(Path("/proc/self").resolve().name)))


def _family(root: str) -> list[str]:
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[stat.parent.name] = fields[1]
    found = [root]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid and child not in found]
    return found


def _resident(pid: str) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 / 1e6
    except OSError:
        return 0.0


def run(captured: list[Capture], workers: int) -> tuple[float, list[float]]:
    """Return articles a second after the first was kept, and the memory seen over the run."""
    marks: list[tuple[float, int]] = []
    memory = Memory()
    memory.start()
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / "bench.ledger")
        keep(captured, store, workers, lambda n: marks.append((time.perf_counter(), n)))
        store.close()
    memory.stopped.set()
    done = sum(n for _, n in marks[1:])
    return done / (marks[-1][0] - marks[0][0]), memory.seen


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments.add_argument("--articles", type=int, default=1200)
    a = arguments.parse_args()
    captured = corpus.corpus(a.shared, "throughput", a.articles) or [
        corpus.again(c, n) for n in range(6) for c in corpus.sample()
    ]
    speed = {}
    for workers in (1, 2):
        speed[workers], memory = run(captured, workers)
        half = len(memory) // 2
        print(f"{workers} worker{'s' if workers > 1 else ' '}: {speed[workers]:.2f} articles/s over {len(captured)}; "
              f"memory at most {max(memory[:half]):.0f} MB in the first half, {max(memory[half:]):.0f} MB in the second")  # fmt: skip
    print(f"two workers / one: {speed[2] / speed[1]:.2f}")


if __name__ == "__main__":
    main()
