"""Prints what the reading cuts out of a corpus, so that a person can judge it: python bench/zones.py CORPUS.jsonl.gz [RULE]."""

from __future__ import annotations

import collections
import gzip
import hashlib
import json
import sys
import time
from pathlib import Path

from sayso.model.article import Capture, Stated
from sayso.read import lines
from sayso.read.article import build
from sayso.read.page import Page

KEPT = {"body"}
SHOWN = 6
"""Cuts shown for each rule."""


def row_page(row: dict[str, str | None]) -> tuple[Capture, Page]:
    """Return one corpus row as a capture and its page."""
    data = (row["text"] or "").encode()
    capture = Capture(data, hashlib.sha256(data).hexdigest(), row["id"] or "", "-", "json-row")
    keys = {"title": "title", "outlet": "publisher", "published": "published", "url": "url"}
    stated = {k: Stated(v, f"row.{name}") for k, name in keys.items() if (v := row.get(name))}
    plain = lines.page(row["text"] or "", data)
    return capture, Page(plain.text, plain.blocks, stated)


def main(path: Path, only: str = "", shown: int = SHOWN) -> None:
    """Print, for each rule, how often it cut and some of its cuts with the words around them."""
    with gzip.open(path, "rt", encoding="utf-8") as rows_file:
        rows = [row_page(json.loads(line)) for line in rows_file]
    build(*rows[0])
    start = time.perf_counter()
    read = [build(*r) for r in rows]
    took = time.perf_counter() - start
    words = sum(len(p.text.split()) for _, p in rows)
    cuts: dict[str, list[str]] = collections.defaultdict(list)
    for article, problems in read:
        for z in article.zones:
            if z.kind not in KEPT and z.rule.startswith(only):
                before, after = (
                    article.text[max(0, z.span.start - 40) : z.span.start],
                    article.text[z.span.end : z.span.end + 40],
                )
                cuts[f"{z.kind} {z.rule}"].append(f"{before!r} [[{z.span.of(article.text)[:300]!r}]] {after!r}")
        for p in problems:
            cuts[f"problem {p.code}"].append(p.message)
    for name, found in sorted(cuts.items()):
        print(f"## {name}: {len(found)}")
        for cut in found[:: max(1, len(found) // shown)][:shown]:
            print("    ", cut)
    body = sum(z.span.end - z.span.start for a, _ in read for z in a.zones if z.kind in KEPT)
    print(
        f"{len(rows)} articles, {words} words, {took * 1e6 / words:.2f} µs/word, {body / sum(len(p.text) for _, p in rows):.3f} body"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "", int(sys.argv[3]) if len(sys.argv) > 3 else SHOWN)
