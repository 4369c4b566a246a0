"""Measures the head of names honestly: each fifth of re3d's documents is read by a network that learnt from the other four alone.

    python -m train.crossed_named FILE --weights WEIGHTS [--start DIR] [--out PRED] [--folds 5] [--passes 24]

FILE is ``re3d.jsonl``; WEIGHTS are those of an encoder that has not seen it (the end of stage ``said`` of ``train.fit``). Documents of which
one repeats six words of another stay in one fold. What is read goes to ``--out``, which ``bench.re3d --read`` scores beside the
shipped head (that has learnt from all of them).
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

from sayso.find.encoder.decode import tagged
from sayso.find.encoder.pieces import windows
from sayso.find.encoder.window import BEFORE, LONGEST
from sayso.find.encoder.wordpiece import wordpiece
from sayso.find.named import LEAN
from train import sets

HEAD = "named"
Read = dict[str, object]


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


def read(reader: Reader, marked: Marked) -> Iterator[Read]:
    """Yield the names of a text, each with its type."""
    reader.eval()
    for seen, own, end in windows([len(p) for p in marked.pieces], marked.words.breaks, LONGEST - 2, BEFORE):
        shown: Example = example(marked, seen, end)
        with torch.no_grad():
            tags = reader.taggers[HEAD](hidden(reader, [shown])[0]).view(end - seen, len(NAMED), 3).numpy()
        for k, type_ in enumerate(NAMED):
            for first, last in tagged(tags[:, k], LEAN.get(type_, 0.0)):
                if seen + first >= own:
                    yield {
                        "type": type_,
                        "start": marked.words.start[seen + first],
                        "end": marked.words.end[seen + last],
                    }


def main() -> None:
    """Read every document by a network that has not seen it, and write what is read."""
    p = options(__doc__ or "")
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--folds", type=int, default=5)
    p.add_argument("--seed", type=int, default=1)
    p.set_defaults(passes=24, head_rate=1e-3, held=2)
    given = p.parse_args()
    torch.set_num_threads(1)
    texts = sets.re3d(given.file, wordpiece((given.start or start_model()) / "vocab.txt"))
    random = Random(given.seed)
    parts, found = folds(texts, given.folds, random), dict[int, list[Read]]()
    for k, part in enumerate(parts):
        began = time.time()
        torch.manual_seed(given.seed)
        reader = network()
        reader.load_state_dict(encoder_of(given.weights), strict=False)
        held(reader, given.held)
        learn(reader, [texts[n] for other in parts if other is not part for n in other], given.passes,
              (given.rate, given.head_rate, given.decay), random)  # fmt: skip
        found |= {n: list(read(reader, texts[n])) for n in part}
        print(f"fold {k + 1}: {len(part)} documents, {time.time() - began:.0f} s", flush=True)
    rows = ({"id": t.name, "entities": found[n]} for n, t in enumerate(texts))
    given.out.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
