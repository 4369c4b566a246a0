"""Measures the head of names honestly: each fifth of re3d's documents is read by a network that learnt from the other four alone.

    python -m train.crossed_named FILE --weights WEIGHTS --out SCORES [--start DIR] [--folds 5] [--passes 20]

FILE is ``re3d.jsonl``; WEIGHTS are those of an encoder that has not seen it (the end of stage ``said`` of ``train.fit``). Documents of which
one repeats six words of another stay in one fold. The scores of every word go to ``--out``, which ``bench.re3d --scores`` joins with
the other readings and scores beside the shipped head (that has learnt from all of the documents).
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import torch
from train.crossed import WARM, encoder_of, folds, held, options
from train.example import Example, Marked, example, examples
from train.fit import batches, hidden, loss, network, optimiser, start_model
from train.heads import NAMED
from train.network import Reader

from sayso.find.encoder.pieces import windows
from sayso.find.encoder.window import BEFORE, LONGEST
from sayso.find.encoder.wordpiece import wordpiece
from train import sets

HEAD = "named"
Scored = dict[str, object]


def learn(
    reader: Reader, texts: Sequence[Marked], passes: int, rates: tuple[float, float, float], random: Random
) -> None:
    """Train the upper layers and the head of names; ``rates`` are those of encoder and heads, and what a layer lowers them by."""
    rate, head_rate, decay = rates
    optim = optimiser(reader, rate, head_rate, decay)
    steps = passes * len(batches(list(examples(texts, random)), BATCH, random))
    warm = max(1, int(WARM * steps))
    slope = torch.optim.lr_scheduler.LambdaLR(
        optim, lambda s: s / warm if s < warm else max(0.0, (steps - s) / max(1, steps - warm))
    )
    reader.train()
    for _ in range(passes):
        for batch in batches(list(examples(texts, random)), BATCH, random):
            lost = loss(reader, batch)
            optim.zero_grad()
            lost.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optim.step()
            slope.step()


BATCH = 2048
"""Word pieces a step, padding included."""


def read(reader: Reader, marked: Marked) -> Iterator[Scored]:
    """Yield the windows of a text: first word seen, first word of its own (within it), log probabilities of tags [words, types, 3]."""
    reader.eval()
    for seen, own, end in windows([len(p) for p in marked.pieces], marked.words.breaks, LONGEST - 2, BEFORE):
        shown: Example = example(marked, seen, end)
        with torch.no_grad():
            logits = reader.taggers[HEAD](hidden(reader, [shown])[0]).view(end - seen, len(NAMED), 3)
        tags = [[[round(x, 3) for x in each] for each in word] for word in logits.log_softmax(-1).tolist()]
        yield {"seen": seen, "own": own - seen, "tags": tags}


def main() -> None:
    """Read every document by a network that has not seen it, and write the scores."""
    p = options(__doc__ or "")
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--folds", type=int, default=5)
    p.add_argument("--seed", type=int, default=1)
    p.set_defaults(passes=20, head_rate=1e-3, held=2)
    given = p.parse_args()
    torch.set_num_threads(1)
    texts = sets.re3d(given.file, wordpiece((given.start or start_model()) / "vocab.txt"))
    parts, found = folds(texts, given.folds, Random(given.seed)), dict[int, Scored]()
    for k, part in enumerate(parts):
        began = time.time()
        torch.manual_seed(given.seed)
        reader = network()
        reader.load_state_dict(encoder_of(given.weights), strict=False)
        held(reader, given.held)
        learn(reader, [texts[n] for other in parts if other is not part for n in other], given.passes,
              (given.rate, given.head_rate, given.decay), Random(given.seed))  # fmt: skip
        found |= {n: {"fold": k, "windows": list(read(reader, texts[n]))} for n in part}
        print(f"fold {k + 1}: {len(part)} documents, {time.time() - began:.0f} s", flush=True)
    rows = ({"id": t.name, **found[n]} for n, t in enumerate(texts))
    given.out.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
