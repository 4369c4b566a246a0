"""Measures the root head honestly: each fifth of the sentences is read by a network that learnt from the other four alone.

    python -m train.crossed FILE --weights WEIGHTS [--start DIR] [--out PRED] [--folds 5] [--passes 8]

FILE is ``plv.jsonl``; WEIGHTS are those of an encoder that has not seen it (the end of stage ``said`` of ``train.fit``). What the
folds are read as is written to ``--out``, in the form the set's own scorer takes. Sentences that share six words in a row stay in one
fold, so that no text is read that was learnt in another wording.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import torch
import torch.nn.functional as F
from torch import Tensor
from train.example import Example, Marked, example
from train.fit import batches, hidden, network, optimiser, start_model
from train.heads import PLOVER
from train.network import Reader

from sayso.find.encoder.wordpiece import wordpiece
from train import sets

HEAD = "plover"
RUN = 6
"""Words in a row that make two sentences tellings of one."""
WARM = 0.1


def folds(texts: Sequence[Marked], many: int, random: Random) -> list[list[int]]:
    """Return the numbers of the texts in so many folds of like size; texts that share a run of words are in the same one."""
    group = list(range(len(texts)))

    def root(i: int) -> int:
        while group[i] != i:
            i = group[i]
        return i

    first: dict[tuple[str, ...], int] = {}
    for n, marked in enumerate(texts):
        words = [w.lower() for w in marked.words.text]
        for k in range(len(words) - RUN + 1):
            other = first.setdefault(tuple(words[k : k + RUN]), n)
            group[root(n)] = root(other)
    together: dict[int, list[int]] = {}
    for n in range(len(texts)):
        together.setdefault(root(n), []).append(n)
    out: list[list[int]] = [[] for _ in range(many)]
    groups = list(together.values())
    random.shuffle(groups)
    for members in groups:
        min(out, key=len).extend(members)
    return out


def whole(marked: Marked) -> Example:
    """Return a text as one window."""
    return example(marked, 0, len(marked.words))


def logits(reader: Reader, batch: Sequence[Example]) -> Tensor:
    """Return the logits of the root head [texts, roots]."""
    return torch.stack([reader.sorters[HEAD](words.mean(0)) for words in hidden(reader, batch)])


def held(reader: Reader, layers: int) -> None:
    """Keep word vectors and the lowest layers as they are: few sentences can only spoil them, and the rest learns quicker."""
    if layers:
        encoder = reader.encoder
        below = [encoder.word, encoder.place, encoder.look, encoder.norm, *encoder.layers[:layers]]
        for part in below:
            part.requires_grad_(requires_grad=False)


def learn(reader: Reader, shown: Sequence[Example], passes: int, given: argparse.Namespace, random: Random) -> None:
    """Train the encoder and the root head on the examples."""
    held(reader, given.held)
    steps = passes * len(batches(shown, given.batch, random))
    optim = optimiser(reader, given.rate, given.head_rate, given.decay)
    warm = max(1, int(WARM * steps))
    rates = torch.optim.lr_scheduler.LambdaLR(
        optim, lambda s: s / warm if s < warm else max(0.0, (steps - s) / max(1, steps - warm))
    )
    reader.train()
    for _ in range(passes):
        for batch in batches(shown, given.batch, random):
            want = torch.tensor([e.sorts[HEAD][0] for e in batch])
            lost = F.cross_entropy(logits(reader, batch), want, label_smoothing=given.smooth)
            optim.zero_grad()
            lost.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optim.step()
            rates.step()


def read(reader: Reader, shown: Sequence[Example]) -> list[list[float]]:
    """Return the probabilities of the roots of each example."""
    reader.eval()
    with torch.no_grad():
        return [logits(reader, [e]).softmax(-1)[0].tolist() for e in shown]


def encoder_of(weights: Path) -> dict[str, Tensor]:
    """Return the weights of the encoder alone, without heads."""
    return {k: w for k, w in torch.load(weights).items() if k.startswith("encoder.")}


def crossed(texts: Sequence[Marked], given: argparse.Namespace) -> Iterator[tuple[int, list[float]]]:
    """Yield the number of each text with the probabilities of its roots, read by a network that has not seen it."""
    random = Random(given.seed)
    parts = folds(texts, given.folds, random)
    shown = [whole(t) for t in texts]
    for k, part in enumerate(parts):
        began = time.time()
        torch.manual_seed(given.seed)
        reader = network()
        reader.load_state_dict(encoder_of(given.weights), strict=False)
        learn(reader, [shown[n] for p in parts if p is not part for n in p], given.passes, given, random)
        found = read(reader, [shown[n] for n in part])
        right = sum(_best(f) == shown[n].sorts[HEAD][0] for f, n in zip(found, part, strict=True))
        print(f"fold {k + 1}: {right / len(part):.3f} of {len(part)}, {time.time() - began:.0f} s", flush=True)
        yield from zip(part, found, strict=True)


def _best(chances: Sequence[float]) -> int:
    return max(range(len(chances)), key=lambda k: chances[k])


def options(doc: str) -> argparse.ArgumentParser:
    """Return the options of learning."""
    p = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("file", type=Path)
    p.add_argument("--weights", type=Path, required=True)
    p.add_argument("--start", type=Path, default=None)
    p.add_argument("--passes", type=int, default=8)
    p.add_argument("--batch", type=int, default=1024, help="word pieces a step, padding included")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=2e-3)
    p.add_argument("--decay", type=float, default=0.9)
    p.add_argument("--smooth", type=float, default=0.1)
    p.add_argument("--held", type=int, default=3, help="layers that do not learn, counted from the input")
    return p


def main() -> None:
    """Read every sentence by a network that has not seen it, print how many roots are right, write them."""
    p = options(__doc__ or "")
    p.add_argument("--out", type=Path, default=None)
    p.add_argument("--folds", type=int, default=5)
    p.add_argument("--seed", type=int, default=1)
    given = p.parse_args()
    torch.set_num_threads(1)
    texts = sets.plv(given.file, wordpiece((given.start or start_model()) / "vocab.txt"))
    found = dict(crossed(texts, given))
    rows = [{"id": t.name, "plover_event": PLOVER[_best(found[n])], "chances": dict(zip(PLOVER, found[n], strict=True))}
            for n, t in enumerate(texts)]  # fmt: skip
    right = sum(r["plover_event"] == PLOVER[t.sorts[HEAD][0]] for r, t in zip(rows, texts, strict=True))
    print(f"accuracy {right / len(texts):.3f}, {right} of {len(texts)}")
    if given.out:
        given.out.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
