"""Scores what an article is read to be about against FA-KES: how many were killed, where, by whom, by what.

    python -m bench.fakes FILE [--wrong N] [--json]

FILE is ``fakes.jsonl``: articles whose facts a crowd marked (killed civilians, fighters and children apart; place; actor; classes of
actor and cause). Dates are left alone: the set's are days of publication. An article's facts are those of its main happening
(``sayso.weigh.main``). ``killed`` must be one of the crowd's three numbers; "first number" is the rule that takes the first number
of the text that stands before people or a word of dying. ``--wrong`` shows so many articles read wrongly.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sayso.find.headline import headline
from sayso.find.parse import parser
from sayso.model.article import Capture, Refusal, Supplied
from sayso.model.reading import Reading
from sayso.pipeline.run import one_thread_each, outcomes
from sayso.show.exports.people import Party, party
from sayso.weigh.main import FORCE, Main, main_happening

Row = dict[str, Any]
NUMBERS = ("killed_civilian", "killed_noncivilian", "killed_children")
ARTICLES = re.compile(r"\b(al|el|ad|as|ar|an|the|city|town|village|province|governorate)\b")
CAUSES = {
    "air-drone-strike": "shelling", "shelling-artillery-missile": "shelling", "ied-mine": "explosion", "suicide-bomb": "explosion",
    "grenade": "explosion", "chemical-weapon": "chemical and toxic gases", "armed-clash": "shooting",
    "execution-or-torture": "execution", "attack-on-civilians": "shooting", "advance-or-hold": "shooting",
    "government-regains-territory": "shooting", "nonstate-overtakes-territory": "shooting",
}  # fmt: skip
"""Classes of cause that the set has, by our kinds of happening."""
GROUPS = {
    "islamic-state": "the organization of the islamic state in iraq and the levant - isis", "nusra-front": "al-nusra front",
    "hts": "al-nusra front", "sdf": "self administration forces", "ypg": "self administration forces",
    "syrian-kurds": "self administration forces", "coalition-isis": "international coalition forces",
}  # fmt: skip
"""Classes of actors that the set has, by our ids."""
STATES = {
    "SY": "syrian government or russian troops", "RU": "syrian government or russian troops", "US": "international coalition forces",
}  # fmt: skip
OPPOSITION = "armed opposition groups"


@dataclass(frozen=True)
class Facts:
    """What an article is read to say, in the set's terms; place and actors by name and as worded."""

    killed: int | None
    place: tuple[str, ...]
    actors: tuple[str, ...]
    actor_class: str
    cause: str
    main: Main


def captures(rows: Sequence[Row]) -> Iterator[Capture]:
    """Yield the rows as captures, each with its headline, outlet and day of publication."""
    for r in rows:
        data = r["text"].encode()
        supplied = Supplied(r["title"], r["publisher"], r["published"], "")
        yield Capture(data, sha256(data).hexdigest(), r["id"], "-", "text", 0, supplied)


def facts(reading: Reading, title: str) -> Facts:
    """Return the facts of an article's main happening; what its claim leaves unsaid is taken from the first other that says it."""
    main = main_happening(reading.claims, headline(title, parser()).killed)
    told = [main.claim] if main.claim else []
    told += [c for c in reading.claims if c is not main.claim and c.happening and c.happening.kind.value in FORCE]
    happenings = [c.happening for c in told if c.happening]
    places = [h.place for h in happenings if h.place]
    place = next((p for p in places if p.precision != "country"), places[0] if places else None)
    actors = next((h.actors for h in happenings if h.actors), ())
    cause = next((x for h in happenings if (x := CAUSES.get(h.kind.value))), "unknown")
    classes = (actor_class(party(a, reading.article.text)) for a in actors)
    named = (place.name, place.text) if place else ()
    worded = tuple(w for a in actors for w in (a.name, a.span.of(reading.article.text)))
    return Facts(side_killed(main), named, worded, next((x for x in classes if x), "unknown"), cause, main)


def side_killed(main: Main) -> int | None:
    """Return how many were killed; the set counts sides apart, so of a number added up from several the first."""
    f = main.killed
    if f is None:
        return None
    return f.shares[0].low if f.rule == "figure.sum" and f.shares else f.low


def actor_class(p: Party) -> str:
    """Return the class of an actor in the set, "" where it has none."""
    if p.id in GROUPS:
        return GROUPS[p.id]
    if p.side in ("state", "coalition"):
        return STATES.get(p.country, "")
    return OPPOSITION if p.side in ("nonstate", "fighters") else ""


def fold(name: str) -> str:
    """Return a name without articles, words of place, case and signs."""
    return re.sub(r"[^a-z0-9]+", " ", ARTICLES.sub(" ", name.lower().replace("'", "").replace("’", ""))).strip()


def alike(a: str, b: str) -> bool:
    """Tell whether one name holds the other."""
    x, y = fold(a), fold(b)
    return bool(x and y) and (x in y or y in x)


def first_number(text: str) -> int | None:
    """Return the first number of a text that stands near people or a word of dying: the rule to beat."""
    found = re.search(
        r"\b(\d{1,6})\b(?=(?:\W+\w+){0,4}?\W+(?:people|civilians|killed|dead|fighters|children|soldiers|militants|terrorists))",
        text,
    )
    return int(found[1]) if found else None


def compare(row: Row, f: Facts) -> Iterator[tuple[str, bool]]:
    """Yield each measure of an article and whether it is right; measures that the set leaves open are left out."""
    crowd, classes = row["gold"].get("crowd") or {}, row["gold"]["normalised"]
    if wanted := killed_of(row):
        yield "killed", f.killed in wanted
        yield "killed, first number", first_number(row["text"]) in wanted
    if crowd.get("place"):
        yield "place", any(alike(crowd["place"], p) for p in f.place)
    if crowd.get("actor"):
        yield "actor", any(alike(crowd["actor"], a) for a in f.actors)
    for name, mine in (("actor_class", f.actor_class), ("cause_class", f.cause)):
        if classes[name] != "unknown":
            yield name, classes[name] == mine


def killed_of(row: Row) -> list[int]:
    """Return the crowd's numbers of killed."""
    crowd = row["gold"].get("crowd") or {}
    return [crowd[k] for k in NUMBERS if crowd.get(k) is not None]


def show(row: Row, f: Facts) -> None:
    """Print an article whose killed are read wrongly."""
    claim = " … ".join(s.of(row["text"]) for s in f.main.claim.content)[:160] if f.main.claim else "-"
    print(f"\n{row['id']} {row['title']}\n  crowd {killed_of(row)}, read {f.killed} by {f.main.rule}: {claim}")


def main() -> None:
    """Read the rows, measure and print."""
    one_thread_each()
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path)
    ask.add_argument("--wrong", type=int, default=0, help="show so many articles whose killed are read wrongly")
    ask.add_argument("--json", action="store_true")
    a = ask.parse_args()
    rows = [json.loads(line) for line in a.file.read_text(encoding="utf-8").splitlines()]
    tally: dict[str, list[bool]] = {}
    for row, outcome in zip(rows, outcomes(captures(rows)), strict=True):
        if isinstance(outcome, Refusal):
            raise SystemExit(f"{outcome.ref}: {outcome.problem.message}")
        f = facts(outcome[1], row["title"])
        for name, right in compare(row, f):
            tally.setdefault(name, []).append(right)
            if name == "killed" and not right and a.wrong:
                a.wrong -= 1
                show(row, f)
    if a.json:
        sys.stdout.write(json.dumps({n: sum(r) / len(r) for n, r in tally.items()}, indent=1, sort_keys=True) + "\n")
        return
    for name, told in sorted(tally.items()):
        print(f"{name:22} {sum(told) / len(told):.3f}   {sum(told)} of {len(told)}")


if __name__ == "__main__":
    main()
