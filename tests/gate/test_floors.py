"""Quality floors: what the reading of the gold articles must not fall below, pinned with the digest of those articles."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench import attribution, gold

HERE = Path(__file__).parent
FLOORS: dict[str, Any] = yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8"))


def digest(folder: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(p for p in folder.iterdir() if p.suffix in {".txt", ".json"}):
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def folder_of(name: str, shared: Path) -> Path:
    folder = HERE / "gold" if name == "shipped" else shared / "gold" / "dev"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here: these articles may not be shipped")
    return folder


@pytest.mark.parametrize("name", ["dev", "shipped"])
def test_quality_does_not_fall(name: str, shared: Path) -> None:
    folder = folder_of(name, shared)
    assert digest(folder) == FLOORS[name]["digest"], (
        "the gold articles changed: measure anew and say why in floors.yaml"
    )
    t = gold.total(gold.score_folder(folder))
    sys.stdout.write(f"\n{name}\n" + "\n".join(gold.table(t)) + "\n")
    measured = t.figures()
    fallen = {
        k: (round(measured.get(k, 0), 3), floor)
        for k, floor in FLOORS[name]["floors"].items()
        if measured.get(k, 0) < floor
    }
    assert not fallen, f"below the floor (measured, floor): {fallen}"


def test_who_says_what_does_not_fall(shared: Path) -> None:
    """On PolNeAR's dev articles, with its own scorer, as ``sayso voices --json`` prints it."""
    folder = shared / "bench" / "attribution"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here: these articles may not be shipped")
    files = [folder / "dev.text.jsonl", folder / "dev.gold.jsonl"]
    assert hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest() == FLOORS["polnear"]["digest"]
    scorer = attribution.load_scorer(folder / "score.py")
    articles = [attribution.body(json.loads(line)) for line in attribution.lines(files[0])]
    gold_of = {d["id"]: d["attributions"] for d in map(json.loads, attribution.lines(files[1]))}
    predicted, _, _, _ = attribution.attribute(articles)
    rows = [scorer.counts(a.text, gold_of[a.id], p) for a, p in zip(articles, predicted, strict=True)]
    total = scorer.total(rows)
    attribution.show(scorer, total)
    measured = {k: scorer.prf(total[k])[1 if k.startswith("slice") else 2] for k in FLOORS["polnear"]["floors"]}
    assert not {k: v for k, v in measured.items() if v < FLOORS["polnear"]["floors"][k]}, measured


def test_our_scorer_counts_as_the_shared_one_does(shared: Path, tmp_path: Path) -> None:
    """Two programs, written apart by the same rules, agree to the last count on our own readings."""
    theirs = shared / "gold" / "score.py"
    if not theirs.is_file():
        pytest.skip("the shared scorer is not here")
    folder = folder_of("dev", shared)
    ours = gold.Tally()
    for path in sorted(folder.glob("*.json"))[:4]:
        marks = gold.marks_of(gold_reading(path.with_suffix(".txt")))
        (tmp_path / path.name).write_text(json.dumps(marks), encoding="utf-8")
        ours.add(
            gold.score(
                json.loads(path.read_text(encoding="utf-8")),
                marks,
                path.with_suffix(".txt").read_text(encoding="utf-8"),
            )
        )
    docs = ",".join(p.stem for p in tmp_path.glob("*.json"))
    command = [sys.executable, str(theirs), str(folder), str(tmp_path), "--json", "--docs", docs]
    total = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)["total"]
    for name, (right, predicted, marked) in ours.found.items():
        assert (right, predicted, marked) == tuple(total[name][k] for k in ("tp", "pred", "gold")), name
    for name, (right, all_) in ours.accuracy.items():
        assert (right, all_) == (total[name]["right"], total[name]["n"]), name


def gold_reading(path: Path) -> Any:
    from sayso.pipeline.library import read

    return read(path)
