"""How much of the reading is lost when marked articles come disturbed: in capitals, hard-wrapped, in small letters and so on.

    python -m bench.disturbed GOLD_DIR [--docs A,B] [--only NAME,NAME]

Every disturbance keeps each character at its place, so that claims found in the disturbed text are scored as spans of the
text as it was marked (claims are paired as in bench.gold). It takes one line each: the F1 of claims and of claims with an
event, the accuracy of chains on paired claims, and the counts.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench.gold import Tally, f1, marks_of, score
from sayso.pipeline.library import read

WIDTH = 72
"""Characters of a line in a hard-wrapped text."""
STRAIGHT = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')


def same(text: str) -> str:
    """Return the text as it is."""
    return text


def capitals(text: str) -> str:
    """Return the text in capitals; a letter that would become two stays."""
    return "".join(up if len(up := c.upper()) == 1 else c for c in text)


def small(text: str) -> str:
    """Return the text in small letters; a letter that would become two stays."""
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


def straight(text: str) -> str:
    """Return the text with straight quotation marks and apostrophes."""
    return text.translate(STRAIGHT)


def tight(text: str) -> str:
    """Return the text without empty lines; what is left of them are spaces before the line's end."""
    out = list(text)
    for k in range(len(out) - 1):
        if out[k] == "\n" and not text[k + 1 :].split("\n", 1)[0].strip() and text[k + 1 :].strip():
            out[k] = " "
    return "".join(out)


def wrapped(text: str) -> str:
    """Return the text with each line broken at the last space within 72 characters."""
    out = list(text)
    start, gap = 0, -1
    for k, c in enumerate(text):
        if c == "\n":
            start, gap = k + 1, -1
        elif k - start >= WIDTH and gap > 0:
            out[gap], start, gap = "\n", gap + 1, -1
        if c == " ":
            gap = k
    return "".join(out)


WAYS: dict[str, Callable[[str], str]] = {
    "undisturbed": same,
    "capitals": capitals,
    "hard-wrapped": wrapped,
    "capitals, hard-wrapped": lambda text: wrapped(capitals(text)),
    "straight quotes": straight,
    "no empty lines": tight,
    "small letters": small,
}


def disturbed(path: Path, way: Callable[[str], str]) -> Tally:
    """Read and score one marked article disturbed in one way.

    Raises:
        ValueError: when a disturbance moves characters, or the reader did.
    """
    text = path.read_text(encoding="utf-8")
    reading = read(way(text))
    if len(reading.article.text) != len(text):
        raise ValueError(f"{path.name}: the text read is not as long as the text marked")
    marks = marks_of(replace(reading, article=replace(reading.article, text=text)))
    return score(json.loads(path.with_suffix(".json").read_text(encoding="utf-8")), marks, text)


def main() -> None:
    """Print one line for each disturbance."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--docs", default="")
    parser.add_argument("--only", default="", help="names of disturbances, with commas")
    a = parser.parse_args()
    docs = {d for d in a.docs.split(",") if d}
    paths = [p.with_suffix(".txt") for p in sorted(a.gold.glob("*.json")) if not docs or p.stem in docs]
    for name in [n for n in a.only.split(",") if n] or WAYS:
        total = Tally()
        for path in paths:
            total.add(disturbed(path, WAYS[name]))
        claims, events = total.found["claims"], total.found["event_claims"]
        right, all_ = total.accuracy["chain"]
        print(
            f"{name:24} claims {f1(*claims):.3f} ({claims[0]} right, {claims[1]} found, {claims[2]} marked)"
            f"  events {f1(*events):.3f}  chain {right / max(all_, 1):.3f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
