"""The structured data of a page (JSON-LD): the object that describes the article itself, among all that are there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sayso.model.problem import Problem
from sayso.vocab.loader import load
from sayso.vocab.shapes.formats import Metadata

Thing = Mapping[str, Any]

MOST_DATA = 4_000_000
"""Characters of structured data read from one page."""
MOST_THINGS = 10_000
"""Objects looked at; a page that holds more is no page about one article."""

_WRAP = re.compile(
    r"^\s*+(?:<!--|//\s*+<!\[CDATA\[|<!\[CDATA\[|/\*\s*+<!\[CDATA\[\s*+\*/)|(?:-->|//\s*+\]\]>|\]\]>|/\*\s*+\]\]>\s*+\*/)\s*+;?\s*+$"
)


@cache
def metadata() -> Metadata:
    """Return under which names pages state facts."""
    found: Metadata = load("formats/metadata", Metadata)
    return found


def things(scripts: Sequence[str]) -> tuple[list[Thing], tuple[Problem, ...]]:
    """Return all objects in the structured data, outermost first, and a Problem for each script that can't be read."""
    found: list[Thing] = []
    problems = []
    size = 0
    for script in scripts:
        size += len(script)
        if size > MOST_DATA:
            problems.append(Problem("S025", f"more than {MOST_DATA:,} characters of structured data"))
            break
        plain = _parsed(script)
        if isinstance(plain, Problem):
            problems.append(plain)
        else:
            found.extend(_walk(plain, MOST_THINGS - len(found)))
    return found, tuple(problems)


def _parsed(script: str) -> Any:
    text = script.strip().rstrip(";")
    for attempt in (text, _WRAP.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError) as error:
            reason = "nested too deep" if isinstance(error, RecursionError) else str(error)[:100]
    return Problem("S025", f"JSON-LD left aside: {reason}") if text else []


def _walk(plain: Any, most: int) -> Iterator[Thing]:
    waiting, given = [plain], 0
    while waiting and given < most:
        at = waiting.pop(0) if len(waiting) < 100 else waiting.pop()
        if isinstance(at, list):
            waiting.extend(at[:MOST_THINGS])
        elif isinstance(at, dict):
            given += 1
            yield at
            waiting.extend(v for v in at.values() if isinstance(v, (dict, list)))


def types(thing: Thing) -> list[str]:
    """Return the types of an object, without their address."""
    held = thing.get("@type")
    names = held if isinstance(held, list) else [held]
    return [n.rsplit("/", 1)[-1] for n in names if isinstance(n, str)]


def article(found: Sequence[Thing], url: str, titles: Sequence[str]) -> Thing:
    """Return the object that describes this page's article; an empty one when there is none.

    Pages list related articles in the same form: one that has this page's address or headline wins over the first.
    """
    wanted = [t for t in found if set(types(t)) & _article_types()] or [
        t for t in found if set(types(t)) & _page_types()
    ]
    for thing in wanted:
        if url and url in {text(thing.get("url")), text(thing.get("@id")), text(thing.get("mainEntityOfPage"))}:
            return thing
    heads = {fold(t) for t in titles if t}
    for thing in wanted:
        if fold(text(thing.get("headline"))) in heads:
            return thing
    return wanted[0] if wanted else {}


@cache
def _article_types() -> frozenset[str]:
    return frozenset(metadata().article_types)


@cache
def _page_types() -> frozenset[str]:
    return frozenset(metadata().page_types)


def fold(words: str) -> str:
    """Return words as they are compared: lower case, white space as one blank."""
    return " ".join(words.lower().split())


def text(held: Any) -> str:
    """Return what a value says in words: itself, its name, its id or address, or the first of several."""
    if isinstance(held, list):
        return next((said for h in held[:20] if not isinstance(h, list) and (said := text(h))), "")
    if isinstance(held, Mapping):
        named = (held.get(k) for k in ("name", "@value", "@id", "url"))
        return next((" ".join(n.split()) for n in named if isinstance(n, str) and n.strip()), "")
    return " ".join(held.split()) if isinstance(held, str) else ""


def texts(held: Any) -> list[str]:
    """Return what each of several values says; a string is one value."""
    many = held if isinstance(held, list) else [held]
    return [said for h in many[:100] if not isinstance(h, list) and (said := text(h))]


def named_by_id(thing: Thing, key: str, found: Sequence[Thing]) -> Any:
    """Return a value of an object, with references by ``@id`` followed to where the same page describes them."""
    held = thing.get(key)
    many = held if isinstance(held, list) else [held]
    full = [
        _described(h, found) if isinstance(h, Mapping) and "name" not in h and "@id" in h else h for h in many[:100]
    ]
    return full if isinstance(held, list) else full[0]


def _described(reference: Thing, found: Sequence[Thing]) -> Thing:
    return next((t for t in found if t.get("@id") == reference.get("@id") and "name" in t), reference)
