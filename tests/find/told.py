"""A sentence as the field rules get it: one unit with a trigger."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.happening import Codes, HappeningKind
from sayso.model.span import Grounded


@dataclass(frozen=True)
class Told:
    """A sentence told as one unit in the outlet's own voice."""

    tree: Tree

    def unit(self, first: str = "", last: str = "") -> Unit:
        """Return the sentence from one word to another as a unit; the whole sentence by default."""
        lower = self.tree.text
        a = lower.index(first) if first else 0
        b = lower.index(last, a) + 1 if last else len(lower)
        tokens = tuple(range(a, b))
        head = next(i for i in self.climb(a) if self.tree.head[i] not in tokens or self.tree.head[i] == i)
        return Unit(self.tree, tokens, head, (), "own", "test")

    def climb(self, i: int) -> list[int]:
        """Return token i and its governors, nearest first."""
        out = [i]
        while self.tree.head[out[-1]] != out[-1]:
            out.append(self.tree.head[out[-1]])
        return out

    def trigger(self, kind: HappeningKind, word: str = "") -> Trigger:
        """Return a trigger of a kind at a word, at the root by default."""
        token = self.tree.text.index(word) if word else self.tree.root
        return Trigger(Grounded(kind, "test"), token, Codes())
