"""Writes the trained network as the files that are shipped: ONNX with weights in eight-bit integers, and what is in them.

    python -m train.export --weights FILE [--out DIR] [--start DIR]

Weights are rounded per column to seven bits (``reduce_range``), so that no processor's eight-bit sums can overflow: the
integer arithmetic gives the same everywhere.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from train.fit import network, start_model
from train.heads import FILLERS, HAPPENED_ROLES, INCIDENTS, NAMED, PLOVER, SAID_ROLES
from train.network import SIZE, Reader

from sayso.model.happening import HAPPENING_KINDS

OUT = Path(__file__).parent.parent / "src" / "sayso" / "find" / "encoder" / "data"
OPSET = 17


class Shown(nn.Module):
    """What is run on one window: pieces and looks [1, pieces], first piece of each word [words] → vectors and logits of words."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, looks: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return the vectors of words, then what each tagger and sorter gives."""
        words = self.reader.encoder(pieces, looks)[0].index_select(0, first)
        tags = [head(words) for head in self.reader.taggers.values()]
        return (words, *tags, *(head(words.mean(0)) for head in self.reader.sorters.values()))


def export(reader: Reader, out: Path) -> None:
    """Write the encoder with its taggers and sorters as one file, each linker as another."""
    out.mkdir(parents=True, exist_ok=True)
    shown = Shown(reader.eval())
    names = ["words", *reader.taggers, *reader.sorters]
    window = (torch.ones(1, 9, dtype=torch.long), torch.zeros(1, 9, dtype=torch.long), torch.arange(1, 7))
    axes = {"pieces": {1: "pieces"}, "looks": {1: "pieces"}, "first": {0: "words"}, "words": {0: "words"}}
    axes |= {name: {0: "words"} for name in reader.taggers}
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(shown, window, plain, input_names=["pieces", "looks", "first"], output_names=names,
                          dynamic_axes=axes, opset_version=OPSET, dynamo=False)  # fmt: skip
        quant_pre_process(plain, ready, skip_symbolic_shape=True)
        quantize_dynamic(ready, out / "encoder.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
                         op_types_to_quantize=["MatMul", "Gemm", "Gather"],
                         extra_options={"MatMulConstBOnly": True})  # fmt: skip
    for name, linker in reader.linkers.items():
        torch.onnx.export(linker, (torch.zeros(6, SIZE), torch.tensor([1, 2]), torch.tensor([1, 3])),
                          out / f"{name}.onnx", input_names=["words", "first", "last"], output_names=["roles"],
                          dynamic_axes={"words": {0: "words"}, "first": {0: "cues"}, "last": {0: "cues"},
                                        "roles": {0: "cues", 1: "words"}},
                          opset_version=OPSET, dynamo=False)  # fmt: skip
        onnx.checker.check_model(onnx.load(out / f"{name}.onnx"))


def describe(out: Path) -> dict[str, object]:
    """Return what the shipped files are: digests, and the classes of each head in order."""
    files = sorted(p for p in out.iterdir() if p.suffix in (".onnx", ".txt"))
    return {
        "files": {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in files},
        "said": SAID_ROLES, "happened": HAPPENED_ROLES, "kinds": HAPPENING_KINDS, "named": NAMED, "fillers": FILLERS,
        "plover": PLOVER, "incidents": INCIDENTS,
    }  # fmt: skip


def main() -> None:
    """Export the weights given."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--weights", type=Path, required=True)
    p.add_argument("--start", type=Path, default=None)
    p.add_argument("--out", type=Path, default=OUT)
    given = p.parse_args()
    reader = network()
    reader.load_state_dict(torch.load(given.weights))
    export(reader, given.out)
    shutil.copyfile((given.start or start_model()) / "vocab.txt", given.out / "vocab.txt")
    (given.out / "encoder.json").write_text(json.dumps(describe(given.out), indent=1) + "\n")


if __name__ == "__main__":
    main()
