"""Scores where: names alone against the UCDP's places, names in their articles against gold spans, texts end to end, and speed.

    python -m bench.places SHARED

SHARED holds ``bench/where-when/`` with ``ucdp_places.jsonl`` (name, adm1, lat, lon) and ``geo_*.jsonl`` (text, toponyms with
start, end, lat, lon). Where gold spans are given it measures the choice of the place; "e2e" finds the words too. Where the middle
of a country lies is a convention: "by identity" counts a place as right too when its GeoNames number is the one marked, "with
areas" also when the marked point lies within the radius of the area read. Speed is told of the articles of
``corpora/fa-kes.jsonl.gz``, names already seen. ``bench.evloc`` measures the event's place.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from sayso import hooks
from sayso.find.mentions import mentions
from sayso.find.parse import parser
from sayso.model.article import Article, Zone
from sayso.model.span import Span
from sayso.model.where import Place
from sayso.pipeline import alone
from sayso.resolve.places import located
from sayso.resolve.relations import distance
from sayso.resolve.spotted import spotted
from sayso.show.alone import geonameid

Row = dict[str, Any]
SETS = ("geo_lgl", "geo_geovirus", "geo_gwn")
TOWN_KM, REGION_KM = 25.0, 161.0
WARMING, TIMED, BATCH = 30, 270, 10
"""Articles read before the clock starts, so that files are open; articles timed; articles parsed at once."""
OPENING = "import time; t = time.perf_counter(); from sayso.resolve.gazetteer import named; named('raqa'); print(time.perf_counter() - t)"


def article_of(text: str, title: str = "") -> Article:
    """Return a text as an article all of which may hold claims."""
    whole = f"{text}\n{title}" if title else text
    return Article("bench", "bench", "0", whole, (Zone("body", Span(0, len(whole)), "bench"),))


def resolved(text: str, spans: Iterable[tuple[int, int]], title: str = "") -> list[Place | None]:
    """Return the places read at the spans of a text, in their order; None where no place was seen."""
    wordings = [Place(text[a:b], Span(a, b), "bench", text[a:b]) for a, b in spans]
    return list(located(article_of(text, title), wordings)[0])


def within(place: Place | None, row: Row, km: float) -> bool:
    """Tell whether a place was found no farther than ``km`` from where it lies."""
    return (
        place is not None
        and place.lat is not None
        and place.lon is not None
        and distance((place.lat, place.lon), (row["lat"], row["lon"])) <= km
    )


def inside(place: Place | None, row: Row) -> bool:
    """Tell whether the marked point lies in the area that was read."""
    return (
        place is not None
        and place.precision in {"country", "province", "area"}
        and within(place, row, place.radius_km or 0.0)
    )


def same(place: Place | None, row: Row) -> bool:
    """Tell whether the place read has the GeoNames number that is marked."""
    if place is None or place.id is None or not row.get("geonameid"):
        return False
    return str(geonameid(place.id)) == str(row["geonameid"])


class Tally:
    """Counts of places right by distance, by identity too, and with areas."""

    def __init__(self) -> None:
        self.near = self.known = self.areas = self.total = 0

    def tell(self, place: Place | None, row: Row) -> None:
        """Count one marked place."""
        near = within(place, row, REGION_KM)
        known = near or same(place, row)
        self.total += 1
        self.near += near
        self.known += known
        self.areas += known or inside(place, row)

    def __str__(self) -> str:
        n = max(1, self.total)
        shares = f"{self.known / n:.3f} by identity, {self.areas / n:.3f} with areas"
        return f"{self.near / n:.3f} of {self.total} within {REGION_KM:.0f} km ({shares})"


def ucdp(rows: list[Row]) -> Callable[[], str]:
    """Return a measure of Syrian places of which the name and the governorate are given."""

    def measure() -> str:
        texts = [", ".join(filter(None, (r["name"], r["adm1"], "Syria"))) for r in rows]
        right = sum(within(resolved(t, [(0, len(t))])[0], r, TOWN_KM) for t, r in zip(texts, rows, strict=True))
        return f"{right / len(rows):.3f} of {len(rows)} within {TOWN_KM:.0f} km"

    return measure


def spans(rows: list[Row]) -> Callable[[], str]:
    """Return a measure of the gold spans of a set, each article read by itself."""

    def measure() -> str:
        tally, none = Tally(), 0
        for row in rows:
            gold = [t for t in row["toponyms"] if t.get("lat") is not None and not t.get("misaligned")]
            got = resolved(row["text"], [(t["start"], t["end"]) for t in gold], row.get("title") or "")
            for place, mark in zip(got, gold, strict=True):
                tally.tell(place, mark)
            none += sum(p is None or p.lat is None for p in got)
        return f"{tally}, {none / tally.total:.3f} not found, {len(rows)} articles"

    return measure


def ends(rows: list[Row]) -> Callable[[], str]:
    """Return a measure of reading a set from text to place: marked places that a name found there was taken for, and the names found."""

    def measure() -> str:
        tally, seen, given = Tally(), 0, 0
        for row in rows:
            gold = [t for t in row["toponyms"] if not t.get("misaligned")]
            found = alone.places([article_of(row["text"], row.get("title") or "")])[0].found
            got = [next((p for p in found if p.span.start < t["end"] and t["start"] < p.span.end), None) for t in gold]
            seen += sum(p is not None for p in got)
            given += len(found)
            for place, mark in zip(got, gold, strict=True):
                if mark.get("lat") is not None:
                    tally.tell(place, mark)
        return f"{tally}; {given} names read, {seen} of them marked"

    return measure


def speed(path: Path) -> str:
    """Return how many articles a second have all their place names spotted and looked up, after parsing, on one core."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(WARMING + TIMED), lines, strict=False)]
    articles = [article_of(r["text"]) for r in rows]
    by = parser(hooks.model())
    batches = (articles[k : k + BATCH] for k in range(0, len(articles), BATCH))
    seen = [mentions(sentences) for batch in batches for sentences in by.parse(batch)]
    start = names = 0.0
    for n, (article, its) in enumerate(zip(articles, seen, strict=True)):
        if n == WARMING:
            start, names = time.process_time(), 0
        names += len(located(article, spotted(article, its))[0])
    spent = time.process_time() - start
    return f"{(len(articles) - WARMING) / spent:.0f} articles a second after parsing, {names / spent:.0f} names"


def timed(name: str, measure: Callable[[], str]) -> None:
    """Print one measure and the time it took."""
    start = time.process_time()
    result = measure()
    print(f"{name:<13} {result}; {time.process_time() - start:.1f} s")


def read(path: Path) -> list[Row]:
    """Return the rows of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def main() -> None:
    """Print each measure on a line of its own."""
    folder = Path(sys.argv[1]) / "bench" / "where-when"
    rows = read(folder / "ucdp_places.jsonl")
    opening = subprocess.run([sys.executable, "-c", OPENING], capture_output=True, text=True, check=True)
    print(f"opening       {float(opening.stdout) * 1000:.0f} ms with the first look-up and all imports")
    start = time.process_time()
    timed("ucdp", ucdp(rows))
    print(f"look-ups      {len(rows) / (time.process_time() - start):.0f} wordings a second")
    print(f"speed         {speed(Path(sys.argv[1]) / 'corpora' / 'fa-kes.jsonl.gz')}")
    for name in SETS:
        timed(name, spans(read(folder / f"{name}.jsonl")))
    for name in SETS:
        timed(f"{name} e2e", ends(read(folder / f"{name}.jsonl")))


if __name__ == "__main__":
    main()
