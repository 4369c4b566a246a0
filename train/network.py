"""The network: MiniLM-L6 with the looks of words added at its input, and heads that tag words, link words to cues, and sort sentences."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

SIZE, LAYERS, HEADS, WIDE = 384, 6, 12, 1536
LOOKS = 16
LINK = 160
REACH = 64
"""Bucketed distance between a cue and a word: below ``NEAR`` exact, beyond in doubling steps."""
NEAR = 16


class Layer(nn.Module):
    """One transformer layer, as BERT has them (Devlin et al. 2019): attention, then two dense steps, each normalised after."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(SIZE, 3 * SIZE)
        self.out = nn.Linear(SIZE, SIZE)
        self.norm1 = nn.LayerNorm(SIZE, eps=1e-12)
        self.up = nn.Linear(SIZE, WIDE)
        self.down = nn.Linear(WIDE, SIZE)
        self.norm2 = nn.LayerNorm(SIZE, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return [texts, pieces, SIZE] for the same; ``mask`` is added to the scores of pieces."""
        b, n, _ = x.shape
        q, k, v = self.query_key_value(x).view(b, n, 3, HEADS, SIZE // HEADS).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, n, SIZE))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces and looks of words to one vector a piece."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, SIZE)
        self.place = nn.Embedding(512, SIZE)
        self.look = nn.Embedding(LOOKS, SIZE)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = nn.Dropout(dropout)
        nn.init.zeros_(self.look.weight)

    def forward(self, pieces: Tensor, looks: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return the vectors [texts, pieces, SIZE] of numbers of pieces and of looks [texts, pieces]."""
        places = torch.arange(pieces.shape[1])
        x = self.drop(self.norm(self.word(pieces) + self.place(places) + self.look(looks)))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load(self, file: Path) -> None:
        """Take over the weights of MiniLM-L6 (all-MiniLM-L6-v2, Apache-2.0)."""
        have = load_file(file)
        part = {"word.weight": have["embeddings.word_embeddings.weight"],
                "place.weight": have["embeddings.position_embeddings.weight"],
                "look.weight": torch.zeros(LOOKS, SIZE) + have["embeddings.token_type_embeddings.weight"][0],
                "norm.weight": have["embeddings.LayerNorm.weight"], "norm.bias": have["embeddings.LayerNorm.bias"]}  # fmt: skip
        names = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
                 "down": "output.dense", "norm2": "output.LayerNorm"}  # fmt: skip
        for i in range(LAYERS):
            for end in ("weight", "bias"):
                old = f"encoder.layer.{i}."
                part[f"layers.{i}.query_key_value.{end}"] = torch.cat(
                    [have[f"{old}attention.self.{n}.{end}"] for n in ("query", "key", "value")]
                )
                for new, name in names.items():
                    part[f"layers.{i}.{new}.{end}"] = have[f"{old}{name}.{end}"]
        self.load_state_dict(part)


class Linker(nn.Module):
    """Given cues (or triggers), says of every word which role it has for each: a source, a content … or none."""

    def __init__(self, roles: int) -> None:
        super().__init__()
        self.of_cue = nn.Linear(2 * SIZE, LINK)
        self.of_word = nn.Linear(SIZE, LINK)
        self.match_cue = nn.Linear(2 * SIZE, LINK)
        self.match_word = nn.Linear(SIZE, LINK)
        self.distance = nn.Embedding(2 * REACH, LINK)
        self.role = nn.Linear(LINK, roles)
        self.drop = nn.Dropout(0.1)
        nn.init.normal_(self.distance.weight, std=0.05)

    def forward(self, words: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """``words`` [words, SIZE] of one window, ``first`` and ``last`` words of the cues [cues] → [cues, words, roles]."""
        cue = torch.cat([words[first], words[last]], -1)
        hidden = self.of_cue(cue)[:, None] + self.of_word(words)[None] + self._away(words.shape[0], first)
        hidden = hidden + self.match_cue(cue)[:, None] * self.match_word(words)[None]
        return self.role(self.drop(F.gelu(hidden)))

    def _away(self, size: int, first: Tensor) -> Tensor:
        """Return what the distance of each word from each cue adds [cues, words, LINK]; slices of one table learn quicker."""
        if not self.training:
            return self.distance(bucket(torch.arange(size)[None, :] - first[:, None]))
        table = self.distance(bucket(torch.arange(1 - size, size)))
        return torch.stack([table[size - 1 - k : 2 * size - 1 - k] for k in first.tolist()])


def bucket(away: Tensor) -> Tensor:
    """Return the bucket of a signed distance in words: exact when near, in steps of a fifth of a doubling beyond."""
    size = away.abs()
    far = NEAR + ((size.clamp(min=NEAR).float() / NEAR).log2() * 5).long()
    return torch.where(size < NEAR, size, far.clamp(max=REACH - 1)) + torch.where(away < 0, REACH, 0)


class Reader(nn.Module):
    """The encoder with its heads: ``taggers`` and ``sorters`` give logits of so many classes, ``linkers`` of so many roles."""

    def __init__(self, taggers: dict[str, int], linkers: dict[str, int], sorters: dict[str, int]) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.taggers = nn.ModuleDict({name: nn.Linear(SIZE, size) for name, size in taggers.items()})
        self.linkers = nn.ModuleDict({name: Linker(size) for name, size in linkers.items()})
        self.sorters = nn.ModuleDict({name: nn.Linear(SIZE, size) for name, size in sorters.items()})
