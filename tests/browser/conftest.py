"""A desk that is really served, and a real browser before it. The ledger holds the shipped sample and a few made-up articles."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, sync_playwright
from tests.show.desk.conftest import TEXTS

from sayso.ledger.sqlite import SqliteStore
from sayso.model.article import Supplied
from sayso.pipeline import keep
from sayso.pipeline.library import text_capture
from sayso.pipeline.versions import Versions
from sayso.pipeline.weighing import Weighing
from sayso.read import captures

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-background-networking", "--enable-unsafe-swiftshader"]
SAYSO = str(Path(sys.executable).parent / "sayso")
EDITED = "Jayrud shelled\n\nPublished: 2017-09-28\n\nShelling killed {n} people in the town of Jayrud on Saturday, the Civil Defence said. Medics were among the dead.\n"


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read everything once."""
    path = tmp_path_factory.mktemp("browser") / "desk.ledger"
    sample = Path(str(files("sayso.show") / "sample"))
    store = SqliteStore(path)
    keep.keep(captures([sample / "seed-deir-ezzor.txt", sample / "governments.jsonl"]), store)
    found = [text_capture(t, Supplied(t.partition("\n")[0], outlet, day, "")) for outlet, day, t in TEXTS]
    keep.keep(iter(found), store)
    for n in (31, 43):
        keep.keep(
            iter(
                [
                    text_capture(
                        EDITED.format(n=n), Supplied("", "Jayrud News", "2017-09-28", "https://example.org/jayrud")
                    )
                ]
            ),
            store,
        )
    Versions(store).catch_up()
    Weighing(store).catch_up()
    store.close()
    return path


class Served:
    """A desk in a process of its own."""

    def __init__(self, ledger: Path, *more: str) -> None:
        command = [SAYSO, "serve", "--ledger", str(ledger), "--port", "0", "--name", "Ada", *more]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        self.base = line.split(" at ")[1].split("/ ")[0]
        for _ in range(200):
            try:
                if httpx.get(f"{self.base}/session.json", timeout=5).status_code == httpx.codes.OK:
                    return
            except httpx.HTTPError:
                time.sleep(0.1)
        raise AssertionError("the desk does not answer")

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)


@pytest.fixture(scope="session")
def desk(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a ledger that tests only read."""
    served = Served(Path(shutil.copy(filled, tmp_path_factory.mktemp("read") / "desk.ledger")))
    yield served
    served.end()


@pytest.fixture
def own_desk(filled: Path, tmp_path: Path) -> Iterator[Served]:
    """Serve a ledger that the test may write to."""
    served = Served(Path(shutil.copy(filled, tmp_path / "desk.ledger")))
    yield served
    served.end()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


class Watched:
    """A page on which nothing may go wrong unseen: errors, dialogs and requests to elsewhere are kept."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.base = base
        self.page: Page = context.new_page()
        self.page.set_default_timeout(15_000)
        self.wrong: list[str] = []
        self.page.on("pageerror", lambda e: self.note(f"error: {e}"))
        self.page.on("dialog", self.refuse)
        self.page.on("console", lambda m: self.note(f"console: {m.text}") if m.type == "error" else None)
        self.page.on(
            "request", lambda r: None if r.url.startswith((base, "blob:", "data:")) else self.note(f"asked {r.url}")
        )

    def note(self, what: str) -> None:
        """Keep what went wrong."""
        self.wrong += [what]

    def refuse(self, dialog: Dialog) -> None:
        """Close a dialog that nothing of ours opens."""
        self.note(f"dialog: {dialog.message}")
        dialog.dismiss()

    def to(self, path: str) -> Page:
        """Open a page of the desk and wait until it has what it asked for."""
        self.page.goto(self.base + path)
        self.page.wait_for_load_state("networkidle")
        return self.page


@pytest.fixture
def at(browser: Browser, desk: Served) -> Iterator[Watched]:
    """A person at the desk that is only read."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    watched = Watched(context, desk.base)
    yield watched
    context.close()
    assert watched.wrong == []


@pytest.fixture
def writing(browser: Browser, own_desk: Served) -> Iterator[Watched]:
    """A person at a desk of their own, who may decide."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    watched = Watched(context, own_desk.base)
    yield watched
    context.close()
    assert watched.wrong == []
