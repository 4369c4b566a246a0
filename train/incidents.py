"""Trains the incident reader, which tells the incidents of a whole text and the words that fill them, and writes it beside the encoder.

    python -m train.incidents FILE --weights WEIGHTS --keep WEIGHTS [--tried 6]     learn
    python -m train.incidents FILE --kept WEIGHTS [--out DIR]                       write

FILE is ``muc4.jsonl``, of which only the split ``dev`` is learnt from; WEIGHTS are the encoder's. The reader shares the encoder's
lowest layers, as the root reader does (``train.roots``), and has the upper ones for itself. Of every word it gives which filler it
may be of, and signs of each type of incident, which are pooled over all words of a text. ``--tried`` keeps one message in so many
out of training, for ``train.fillers``.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random

import onnx
import torch
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from train.crossed import encoder_of, held
from train.example import Example, example
from train.export import OPSET, OUT
from train.fit import hidden, network, start_model
from train.heads import FILLERS, INCIDENTS
from train.messages import UNKNOWN, Message, messages, tried
from train.network import SIZE, Reader
from train.roots import LOWER, SHARED

from sayso.find.encoder.incidents import FILE, LEAST, SIGNS
from sayso.find.encoder.pieces import windows
from sayso.find.encoder.wordpiece import wordpiece

MOST = SIGNS - 2
"""Incidents of one type in one text that are told apart: at least one, two, three."""
FIRST = (0.0, -2.0, -4.0, -5.0, -6.0)
"""What a word gives of a type before anything is learnt: most texts tell none, few more than one."""
WARM = 0.1
OF_FILLERS = 12.0
"""What a word's tags weigh beside a text's counts."""


class Signs(nn.Module):
    """The heads: vectors of words [words, SIZE] → logits of fillers [words, 3 x fillers], signs of incidents [words, SIGNS x types]."""

    def __init__(self) -> None:
        super().__init__()
        self.fillers = nn.Linear(SIZE, 3 * len(FILLERS))
        self.signs = nn.Linear(SIZE, SIGNS * len(INCIDENTS))
        nn.init.zeros_(self.signs.weight)
        with torch.no_grad():
            self.signs.bias.view(len(INCIDENTS), SIGNS)[:] = torch.tensor(FIRST)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return fillers and signs."""
        return self.fillers(words), self.signs(words)


def pooled(signs: Tensor) -> Tensor:
    """Return the log odds [types, MOST] of a text's telling at least so many incidents, from the signs of all its words."""
    of = signs.view(len(signs), len(INCIDENTS), SIGNS)
    looked = of[:, :, :1].softmax(0)
    count = (LEAST + of[:, :, -1].sigmoid().sum(0)).log()
    return (looked * of[:, :, 1:-1]).sum(0) + count[:, None]


Shown = tuple[Message, list[tuple[int, Example]]]
"""A message and its windows, of each how many words of it were seen in the one before."""


def shown(message: Message, random: Random | None) -> Shown:
    """Return a message cut into windows, at other places each time when training."""
    longest, before = (random.randint(160, 300), random.choice((0, 24, 48))) if random else (254, 48)
    marked = message.marked
    cut = windows([len(p) for p in marked.pieces], marked.words.breaks, longest, before)
    return message, [(own - seen, example(marked, seen, end)) for seen, own, end in cut]


def batches(texts: Sequence[Message], most: int, random: Random) -> Iterator[list[Shown]]:
    """Yield the messages of one pass in random order, so many pieces at once."""
    order = list(texts)
    random.shuffle(order)
    batch: list[Shown] = []
    size = 0
    for message in order:
        text = shown(message, random)
        many = sum(len(e.pieces) for _, e in text[1])
        if batch and size + many > most:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += many
    yield batch


def words_of(reader: Reader, batch: Sequence[Shown]) -> list[Tensor]:
    """Return the vectors of all words of each message, each word as seen in the window it belongs to."""
    cut = [(n, own, e) for n, (_, parts) in enumerate(batch) for own, e in parts]
    found: list[list[Tensor]] = [[] for _ in batch]
    for (n, own, _), words in zip(cut, hidden(reader, [e for _, _, e in cut]), strict=True):
        found[n].append(words[own:])
    return [torch.cat(parts) for parts in found]


def loss(reader: Reader, heads: Signs, batch: Sequence[Shown]) -> Tensor:
    """Return the loss of a batch: tags of words, and for each message and type whether at least one, two, three are told."""
    tagged, size, counted = [], 0, []
    for (message, _), words in zip(batch, words_of(reader, batch), strict=True):
        fillers, signs = heads(words)
        want = torch.tensor(message.marked.tags["fillers"]).T.reshape(-1)
        tagged.append(F.cross_entropy(fillers.view(-1, 3), want, reduction="sum", ignore_index=UNKNOWN))
        size += len(words)
        known, told = labels(message)
        lost = F.binary_cross_entropy_with_logits(pooled(signs), told, reduction="none")
        counted.append((lost * known).sum())
    return OF_FILLERS * torch.stack(tagged).sum() / size + torch.stack(counted).mean()


def labels(message: Message) -> tuple[Tensor, Tensor]:
    """Return which counts the coders settled, and whether they are reached [types, MOST] (0 or 1)."""
    few, many = (torch.tensor([c[k] for c in message.counts])[:, None] for k in (0, 1))
    at_least = torch.arange(1, MOST + 1)[None]
    return ((at_least <= few) | (at_least > many)).float(), (at_least <= few).float()


def begin(reader: Reader, heads: Signs, weights: Path) -> None:
    """Take over the encoder's weights, and those of its head of fillers."""
    reader.load_state_dict(encoder_of(weights), strict=False)
    have = torch.load(weights)
    heads.fillers.load_state_dict({end: have[f"taggers.fillers.{end}"] for end in ("weight", "bias")})


def learn(reader: Reader, heads: Signs, texts: Sequence[Message], given: argparse.Namespace, random: Random) -> None:
    """Train the upper layers and the heads."""
    held(reader, SHARED)
    steps = given.passes * sum(1 for _ in batches(texts, given.batch, Random(0)))
    optim = optimiser(reader, heads, given)
    warm = WARM * steps
    rates = torch.optim.lr_scheduler.LambdaLR(optim, lambda s: min(s / warm, max(0.0, (steps - s) / (steps - warm))))
    for number in range(given.passes):
        began, total = time.time(), []
        for batch in batches(texts, given.batch, random):
            lost = loss(reader.train(), heads.train(), batch)
            optim.zero_grad()
            lost.backward()
            torch.nn.utils.clip_grad_norm_([*reader.parameters(), *heads.parameters()], 1.0)
            optim.step()
            rates.step()
            total.append(float(lost.detach()))
        print(f"pass {number + 1} {time.time() - began:.0f} s loss {sum(total) / len(total):.4f}", flush=True)
        if given.keep:
            torch.save({"reader": reader.state_dict(), "heads": heads.state_dict()}, given.keep)


def optimiser(reader: Reader, heads: Signs, given: argparse.Namespace) -> torch.optim.AdamW:
    """Return AdamW over what learns; the heads learn faster."""
    upper = [p for p in reader.encoder.parameters() if p.requires_grad]
    groups = [{"params": upper, "lr": given.rate}, {"params": list(heads.parameters()), "lr": given.head_rate}]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)


class Upper(nn.Module):
    """What follows the shared layers: vectors of pieces [1, pieces, SIZE] and first pieces of words [words] → fillers and signs of words."""

    def __init__(self, reader: Reader, heads: Signs) -> None:
        super().__init__()
        self.layers = nn.ModuleList(reader.encoder.layers[SHARED:])
        self.heads = heads

    def forward(self, lower: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """Return logits of fillers and signs of incidents."""
        x = lower
        for layer in self.layers:
            x = layer(x, None)
        return self.heads(x[0].index_select(0, first))


def export(reader: Reader, heads: Signs, out: Path) -> None:
    """Write the incident reader with weights in eight-bit integers."""
    upper = Upper(reader.eval(), heads.eval())
    names = ["fillers", "signs"]
    axes = {LOWER: {1: "pieces"}, "first": {0: "words"}} | {n: {0: "words"} for n in names}
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(upper, (torch.zeros(1, 9, SIZE), torch.arange(1, 7)), plain, input_names=[LOWER, "first"],
                          output_names=names, dynamic_axes=axes, opset_version=OPSET, dynamo=False)  # fmt: skip
        quant_pre_process(plain, ready, skip_symbolic_shape=True)
        quantize_dynamic(ready, out / FILE, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
                         op_types_to_quantize=["MatMul", "Gemm"], extra_options={"MatMulConstBOnly": True})  # fmt: skip
    onnx.checker.check_model(onnx.load(out / FILE))


def describe(out: Path) -> None:
    """Put the digest of the incident reader beside those of the other files."""
    file = out / "encoder.json"
    found = json.loads(file.read_text())
    found["files"] = dict(sorted({**found["files"], FILE: sha256((out / FILE).read_bytes()).hexdigest()}.items()))
    file.write_text(json.dumps(found, indent=1) + "\n")


def options() -> argparse.ArgumentParser:
    """Return the options."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("file", type=Path)
    p.add_argument("--weights", type=Path, default=None)
    p.add_argument("--keep", type=Path, default=None, help="where the weights go")
    p.add_argument("--kept", type=Path, default=None, help="weights to write instead of training")
    p.add_argument("--start", type=Path, default=None)
    p.add_argument("--out", type=Path, default=OUT)
    p.add_argument("--tried", type=int, default=0)
    p.add_argument("--passes", type=int, default=5)
    p.add_argument("--batch", type=int, default=2048, help="word pieces a step")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=2e-3)
    p.add_argument("--seed", type=int, default=1)
    return p


def main() -> None:
    """Train, or write what was trained."""
    given = options().parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    reader, heads = network(), Signs()
    if given.kept:
        found = torch.load(given.kept)
        reader.load_state_dict(found["reader"])
        heads.load_state_dict(found["heads"])
        export(reader, heads, given.out)
        describe(given.out)
        return
    begin(reader, heads, given.weights)
    texts = messages(given.file, ("dev",), wordpiece((given.start or start_model()) / "vocab.txt"))
    texts = [t for t in texts if not tried(t.marked.name, given.tried)]
    learn(reader, heads, texts, given, Random(given.seed))


if __name__ == "__main__":
    main()
