"""Trains the root reader, which tells what a sentence does in PLOVER's roots, and writes it beside the shipped encoder.

    python -m train.roots FILE --weights WEIGHTS [--start DIR] [--out DIR] [--seeds 1,2,3]

FILE is ``plv.jsonl``, WEIGHTS are the shipped encoder's. The root reader shares the encoder's lowest layers and has the upper ones for itself
(``train.crossed`` measures it so): ``roots.onnx`` takes what leaves layer ``SHARED`` (output ``lower``, which is added to
``encoder.onnx``) and gives a logit a root. Of several seeds the mean of the weights is kept.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path
from random import Random

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from train.crossed import encoder_of, learn, options, whole
from train.export import OPSET, OUT
from train.fit import mean, network, start_model, weights_of
from train.network import SIZE, Reader

from sayso.find.encoder.wordpiece import wordpiece
from train import sets

SHARED = 3
"""Layers of the encoder that the root reader shares."""
LOWER = "lower"


class Upper(nn.Module):
    """What follows the shared layers: vectors of pieces [1, pieces, SIZE] and first pieces of words [words] → logits [roots]."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.layers = nn.ModuleList(reader.encoder.layers[SHARED:])
        self.head = reader.sorters["plover"]

    def forward(self, lower: Tensor, first: Tensor) -> Tensor:
        """Return the logits of the roots."""
        x = lower
        for layer in self.layers:
            x = layer(x, None)
        return self.head(x[0].index_select(0, first).mean(0))


def export(reader: Reader, out: Path) -> None:
    """Write the root reader with weights in eight-bit integers."""
    upper = Upper(reader.eval())
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(upper, (torch.zeros(1, 9, SIZE), torch.arange(1, 7)), plain, input_names=[LOWER, "first"],
                          output_names=["roots"], dynamic_axes={LOWER: {1: "pieces"}, "first": {0: "words"}},
                          opset_version=OPSET, dynamo=False)  # fmt: skip
        quant_pre_process(plain, ready, skip_symbolic_shape=True)
        quantize_dynamic(ready, out / "roots.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
                         op_types_to_quantize=["MatMul", "Gemm"], extra_options={"MatMulConstBOnly": True})  # fmt: skip


def tap(file: Path) -> None:
    """Add the output ``lower``, what leaves the last shared layer, to the shipped encoder; its other outputs stay as they are."""
    model = onnx.load(file)
    if any(o.name == LOWER for o in model.graph.output):
        return
    norm = f"layers.{SHARED - 1}/norm2"
    last = [n for n in model.graph.node if norm in n.name and n.op_type in ("LayerNormalization", "Add")]
    name = last[-1].output[0]
    model.graph.node.append(onnx.helper.make_node("Identity", [name], [LOWER], name="tap_lower"))
    model.graph.output.append(onnx.helper.make_tensor_value_info(LOWER, onnx.TensorProto.FLOAT, [1, "pieces", SIZE]))
    onnx.checker.check_model(model)
    onnx.save(model, file)


def describe(out: Path) -> None:
    """Bring the digests of the shipped files up to date."""
    file = out / "encoder.json"
    found = json.loads(file.read_text())
    names = sorted({*found["files"], "roots.onnx"})
    found["files"] = {n: hashlib.sha256((out / n).read_bytes()).hexdigest() for n in names}
    file.write_text(json.dumps(found, indent=1) + "\n")


def main() -> None:
    """Train, write, describe."""
    p = options(__doc__ or "")
    p.add_argument("--out", type=Path, default=OUT)
    p.add_argument("--seeds", default="1,2,3")
    p.add_argument("--keep", type=Path, default=None, help="where the weights go, for export alone later")
    p.add_argument("--kept", type=Path, default=None, help="weights to write instead of training")
    given = p.parse_args()
    torch.set_num_threads(1)
    texts = sets.plv(given.file, wordpiece((given.start or start_model()) / "vocab.txt"))
    shown, ends = [whole(t) for t in texts], []
    reader = network()
    for seed in () if given.kept else map(int, given.seeds.split(",")):
        torch.manual_seed(seed)
        reader = network()
        reader.load_state_dict(encoder_of(given.weights), strict=False)
        learn(reader, shown, given.passes, given, Random(seed))
        ends.append(weights_of(reader))
        print(f"seed {seed} done", flush=True)
    weights = torch.load(given.kept) if given.kept else mean(ends)
    if given.keep:
        torch.save(weights, given.keep)
    reader.load_state_dict(weights)
    export(reader, given.out)
    tap(given.out / "encoder.onnx")
    describe(given.out)


if __name__ == "__main__":
    main()
