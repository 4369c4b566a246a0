"""How far adding has come: a bar with rate and time left on a terminal, silence in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class Rate(ProgressColumn):
    """Articles a second."""

    def render(self, task: Task) -> Text:
        """Return the speed as rich measures it over the last seconds."""
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:.1f} articles/s", style="dim")


@contextmanager
def bar(total: int | None, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Give a function that is told how many more articles are done; ``total`` None when that can't be known."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("reading", total=total)
        yield lambda n: progress.advance(task, n)
