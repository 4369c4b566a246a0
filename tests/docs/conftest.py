from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.resolve.building.by_hand import GEONAMES, dump

from sayso.ledger.reviews import Reviews
from sayso.ledger.sqlite import SqliteStore
from sayso.model.article import Supplied
from sayso.pipeline.keep import keep
from sayso.pipeline.versions import Versions
from sayso.read import captures

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "src" / "sayso" / "show" / "sample"


def edited(here: Path, toll: int) -> Path:
    """Write a page as its outlet has it at one time: the toll changes."""
    path = here / f"edited-{toll}.txt"
    said = f"Shelling killed {toll} people in the town of Jayrud on Saturday, the Civil Defence said."
    path.write_text(
        f"Jayrud shelled\n\nPublished: 2017-09-28\n\n{said} Medics were among the dead.\n", encoding="utf-8"
    )
    return path


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder as the documents suppose it: a ledger of the shipped sample, an article, pages, rows."""
    here = tmp_path_factory.mktemp("desk")
    seed, rows = SAMPLE / "seed-deir-ezzor.txt", SAMPLE / "governments.jsonl"
    store = SqliteStore(here / "sayso.ledger")
    keep(captures([seed, rows]), store)
    for toll in (31, 43):
        keep(captures([edited(here, toll)], supplied=Supplied(url="https://example.org/jayrud")), store)
    Versions(store).catch_up()
    reviews = Reviews(store.db)
    with reviews.writing():
        reviews.save("convoys", 0, "Convoys", [], [], [], "Mona")
    store.close()
    (here / "demo").mkdir()
    shutil.copy(here / "sayso.ledger", here / "demo" / "demo.ledger")
    shutil.copy(seed, here / "article.txt")
    (here / "repost.txt").write_text(
        "Reposted. " + seed.read_text(encoding="utf-8").replace("Sunday", "Monday"), encoding="utf-8"
    )
    shutil.copytree(ROOT / "tests" / "read" / "pages", here / "pages", ignore=shutil.ignore_patterns("*.md"))
    few = rows.read_text(encoding="utf-8").splitlines(keepends=True)[:5]
    (here / "articles.jsonl").write_text("".join(few), encoding="utf-8")
    dump(here, *GEONAMES)
    return here
