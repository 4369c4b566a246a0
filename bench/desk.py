"""How the desk holds under load: readers at lists and maps of a large ledger while articles are added and claims are reviewed.

    python -m bench.desk LEDGER [--claims 1000000] [--grown FILE] [--readers 50] [--seconds 60] [--think 1.0] [--json]

LEDGER is a weighed ledger (``sayso add``, ``sayso happenings``). Its readings are kept again under new ids until there are so many
claims, and its happenings with them, each copy nine days after the one before; ``--grown`` keeps that ledger for the next run. Then the
desk serves it, readers ask for pages with a pause drawn around ``--think`` seconds between two, one person reviews claims all the while,
and ``nice sayso add`` adds articles beside it. Times are those a reader waits, in milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

import httpx
import msgspec

from sayso.ledger.eventlines import LineQuery, page
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import ArticleRow, Kept, Query
from sayso.model.article import Capture, Supplied
from sayso.model.event import Account, Event
from sayso.model.ids import digest
from sayso.pipeline.weighing import Weighing
from sayso.weigh.blocking import keys
from sayso.weigh.summary import summary

APART = 9
"""Days between the happenings of one copy and the next."""
VIEWS = (
    ("claims", "/claims.json"),
    ("claims, newest", "/claims.json?sort=newest"),
    ("claims, kind", "/claims.json?kind=air-drone-strike&sort=newest"),
    ("claims, words", "/claims.json?text=killed+civilians"),
    ("claims, said by", "/claims.json?said_by=observatory&certainty=possible"),
    ("claims, outlet and days", "/claims.json?outlet=ahram&since=2016-06-01&until=2016-08-31"),
    ("happenings", "/happenings.json"),
    ("happenings, contested", "/happenings.json?contested=yes"),
    ("happenings, words", "/happenings.json?text=aleppo+hospital"),
    ("map, world", "/happenings/map.json?zoom=2"),
    ("map, region", "/happenings/map.json?zoom=6&box=35,32,43,38"),
    ("map, town", "/happenings/map.json?zoom=10&box=36.8,36.0,37.4,36.4"),
    ("map, kind and days", "/happenings/map.json?zoom=5&box=35,32,43,38&kind=air-drone-strike&since=2016-06-01&until=2017-06-01"),
    ("timeline", "/happenings/timeline.json"),
    ("timeline, contested", "/happenings/timeline.json?contested=yes"),
    ("articles", "/articles.json"),
    ("review queue", "/review.json?queue=contested"),
)  # fmt: skip
GOAL_MS = 300.0
SAYSO = str(Path(sys.executable).parent / "sayso")


def grow(source: Path, target: Path, claims: int) -> None:
    """Make ``target`` a ledger of so many claims out of copies of ``source``."""
    held = SqliteStore(source, create=False)
    Weighing(held).catch_up()
    rows: list[ArticleRow] = []
    after = 0
    while (found := held.articles(Query(after=after, limit=500))).rows:
        rows += found.rows
        after = found.rows[-1].row
    readings = [r for row in rows if (r := held.reading(row.id)) is not None]
    weighing = Weighing(held)
    events: list[Event] = []
    cursor = ""
    while True:
        lines, cursor = page(held.db, LineQuery(after=cursor, limit=500))
        events += [weighing.event(s.id) for s in lines]
        if not cursor:
            break
    target.unlink(missing_ok=True)
    store = SqliteStore(target)
    store.db.execute("PRAGMA synchronous = OFF")
    each = sum(len(r.claims) for r in readings)
    for n in range(-(-claims // each)):
        _copy(store, Weighing(store), readings, events, n)
        sys.stderr.write(f"\r{(n + 1) * each} claims")
    store.db.execute("ANALYZE")
    store.close()
    sys.stderr.write("\n")


def _copy(store: SqliteStore, weighing: Weighing, readings: Sequence[Any], events: Sequence[Event], n: int) -> None:
    """Keep one more copy of everything, under ids of its own."""
    base = int(store.db.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()[0])
    store.add([_again(r, n) for r in readings])
    row_of = {r.article.id: base + i for i, r in enumerate(readings, start=1)}
    moved = {a.id: _account(a, n) for e in events for a in e.accounts}
    by_article: dict[str, list[Account]] = defaultdict(list)
    for e in events:
        for a in e.accounts:
            by_article[a.article].append(moved[a.id])
    with weighing.kept.writing():
        for article, row in row_of.items():
            held = by_article.get(article, [])
            weighing.kept.put(row, held, [keys(a) for a in held])
        made = [
            replace(e, id=digest("e", e.id, str(n)), accounts=tuple(moved[a.id] for a in e.accounts), matches=())
            for e in events
        ]
        weighing.kept.replace_events([], made, [summary(e) for e in made])
        store.db.execute("INSERT OR IGNORE INTO traced SELECT id, key, 0, key, '' FROM article")
        versions = (
            "INSERT OR IGNORE INTO version SELECT id, key, '', key, '2026-01-01T00:00:00+00:00', '', '' FROM article"
        )
        store.db.execute(versions)


def _again(r: Any, n: int) -> Kept:
    data = f"{r.article.id} {n}".encode()
    sha256 = digest("", data.decode()) * 4
    key = digest("a", r.article.id, str(n))
    capture = Capture(data, sha256[:64], "text", r.article.ref, "text", 0, Supplied())
    claims = tuple(replace(c, id=digest("c", c.id, str(n))) for c in r.claims)
    return Kept(capture, replace(r, article=replace(r.article, id=key, sha256=sha256[:64]), claims=claims))


def _account(a: Account, n: int) -> Account:
    days = APART * n
    tellers = tuple(replace(t, claim=digest("c", t.claim, str(n))) for t in a.tellers)
    said = tuple(replace(v, claim=digest("c", v.claim, str(n))) for v in a.said)
    return replace(
        a, id=digest("u", a.id, str(n)), article=digest("a", a.article, str(n)), first=a.first + days, last=a.last + days,
        tellers=tellers, said=said,
    )  # fmt: skip


@dataclass(slots=True)
class Tally:
    """What readers met."""

    times: dict[str, list[float]]
    failed: list[str]
    reviewed: int = 0


async def reader(client: httpx.AsyncClient, tally: Tally, until: float, think: float, seed: int) -> None:
    """Ask for pages until the time is over."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    await asyncio.sleep(draw.random() * think)
    while time.monotonic() < until:
        name, path = draw.choice(VIEWS)
        began = time.monotonic()
        try:
            answer = await client.get(path)
            bad = "" if answer.status_code == 200 else f"{path}: {answer.status_code} {answer.text[:200]}"
        except httpx.HTTPError as error:
            bad = f"{path}: {error!r}"
        tally.times[name].append((time.monotonic() - began) * 1000)
        tally.failed += [bad] if bad else []
        await asyncio.sleep(draw.expovariate(1 / think) if think else 0)


async def coder(client: httpx.AsyncClient, tally: Tally, until: float) -> None:
    """Confirm claims one after the other, as one person would."""
    csrf = (await client.get("/session.json")).json()["csrf"]
    rows = (await client.get("/claims.json?limit=500")).json()["rows"]
    for row in rows:
        if time.monotonic() >= until:
            return
        began = time.monotonic()
        body = {"claim": row["claim"]["id"], "decision": "confirm"}
        answer = await client.post("/reviews.json", json=body, headers={"x-sayso-csrf": csrf}, timeout=60)
        tally.times["write: review"].append((time.monotonic() - began) * 1000)
        if answer.status_code == 200:
            tally.reviewed += 1
        else:
            tally.failed.append(f"review: {answer.status_code} {answer.text[:200]}")
        await asyncio.sleep(0.5)


async def load(base: str, readers: int, seconds: float, think: float) -> Tally:
    """Return what so many readers met in so many seconds."""
    tally = Tally(defaultdict(list), [])
    limits = httpx.Limits(max_connections=readers + 2)
    async with httpx.AsyncClient(base_url=base, timeout=30, limits=limits) as client:
        for _, path in VIEWS:
            await client.get(path)
        until = time.monotonic() + seconds
        people = [reader(client, tally, until, think, n) for n in range(readers)]
        await asyncio.gather(coder(client, tally, until), *people)
    return tally


def articles(source: Path, folder: Path, count: int) -> Path:
    """Write articles to add, those of the ledger told of other days, and return their file."""
    store = SqliteStore(source, create=False)
    rows = store.articles(Query(limit=count)).rows
    texts = [(row, home.text) for row in rows if (home := store.article(row.id)) is not None]
    store.close()
    path = folder / "more.jsonl"
    found = (
        {"id": f"more{n}", "outlet": row.outlet, "published": f"2031-{n % 12 + 1:02d}-{n % 28 + 1:02d}", "text": text}
        for n, (row, text) in enumerate(texts)
    )
    path.write_text("\n".join(json.dumps(r) for r in found) + "\n", encoding="utf-8")
    return path


def port() -> int:
    """Return a port that is free."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def measured(source: Path, ledger: Path, readers: int, seconds: float, think: float, added: int) -> dict[str, Any]:
    """Serve a ledger, put the load on it, and return what was measured."""
    store = SqliteStore(ledger, create=False)
    before = store.size()
    store.close()
    at = port()
    command = [SAYSO, "serve", "--ledger", str(ledger), "--port", str(at)]
    began = time.monotonic()
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _ready(f"http://127.0.0.1:{at}", server)
        ready = time.monotonic() - began
        with tempfile.TemporaryDirectory() as folder:
            more = articles(source, Path(folder), added)
            adding = subprocess.Popen(
                ["nice", "-n", "10", SAYSO, "add", str(more), "--ledger", str(ledger), "--quiet"],
                stdout=subprocess.DEVNULL,
            )
            tally = asyncio.run(load(f"http://127.0.0.1:{at}", readers, seconds, think))
            adding.wait()
        size = next(
            (
                int(line.split()[1])
                for line in Path(f"/proc/{server.pid}/status").read_text().splitlines()
                if line.startswith("VmHWM")
            ),
            0,
        )
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=120)
    store = SqliteStore(ledger, create=False)
    after, kept = store.size(), int(store.db.execute("SELECT count(*) FROM review").fetchone()[0])
    store.close()
    return {
        "articles": before[0], "claims": before[1], "ready_s": round(ready, 1), "readers": readers, "seconds": seconds,
        "server_mb": size // 1024, "added": {"asked": added, "kept": after[0] - before[0]},
        "reviews": {"answered": tally.reviewed, "kept": kept}, "failed": tally.failed[:5], "failures": len(tally.failed),
        "views": {name: _spread(t) for name, t in tally.times.items()},
        "all": _spread([x for name, t in tally.times.items() if not name.startswith("write") for x in t]),
    }  # fmt: skip


def _ready(base: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(1_200):
        if server.poll() is not None:
            raise SystemExit("the desk ended before it answered")
        try:
            if httpx.get(f"{base}/session.json", timeout=5).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise SystemExit("the desk does not answer")


def _spread(times: Sequence[float]) -> dict[str, float]:
    ranked = sorted(times)
    at = ranked[min(len(ranked) - 1, int(len(ranked) * 0.95))]
    return {"n": len(ranked), "p50": round(median(ranked), 1), "p95": round(at, 1), "max": round(ranked[-1], 1)}


def lines(found: dict[str, Any]) -> Iterator[str]:
    """Yield the figures as a table."""
    yield f"{found['claims']:,} claims of {found['articles']:,} articles; ready in {found['ready_s']} s; server {found['server_mb']} MB"
    yield f"{found['readers']} readers for {found['seconds']:g} s"
    for name, s in [*found["views"].items(), ("all reading", found["all"])]:
        yield f"  {name:26}{s['n']:6} asked   p50 {s['p50']:8.1f}   p95 {s['p95']:8.1f}   max {s['max']:8.1f}"
    yield f"goal p95 under {GOAL_MS:g} ms: {'met' if found['all']['p95'] < GOAL_MS else 'not met'}"
    yield f"added beside it: {found['added']['kept']} of {found['added']['asked']}; reviews kept: {found['reviews']['kept']} of {found['reviews']['answered']}"
    yield f"failures: {found['failures']} {found['failed']}"


def main() -> None:
    """Grow the ledger, put the load on, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--grown", type=Path)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, default=1.0)
    parser.add_argument("--add", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        grown = asked.grown or Path(folder) / "grown.ledger"
        if not grown.is_file():
            grow(asked.ledger, grown, asked.claims)
        used = Path(folder) / "used.ledger"
        shutil.copy(grown, used)
        found = measured(asked.ledger, used, asked.readers, asked.seconds, asked.think, asked.add)
    print(msgspec.json.encode(found).decode() if asked.json else "\n".join(lines(found)))


if __name__ == "__main__":
    main()
