"""How an article introduces a person: the title before the name or the apposition after it, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.noun_phrase import phrase_after, walk_left
from sayso.find.saying import Speaker
from sayso.find.tree import Tree
from sayso.find.voice_kinds import Kinded, kind_of

MOST = 4
"""Mentions of one name looked at."""


class Introductions:
    """The names of an article by their last word; filled only when first asked."""

    def __init__(self, sentences: Sequence[Tree]) -> None:
        self.sentences = sentences
        self.places: dict[str, list[tuple[Tree, int]]] | None = None

    def kind(self, last_name: str) -> Kinded | None:
        """Return what the article's own words say of the person's kind, None if they say nothing."""
        if self.places is None:
            self.places = self._places()
        for tree, i in self.places.get(last_name, [])[:MOST]:
            for speaker in _described(tree, i):
                found = kind_of(tree, speaker)
                if found.sure and found.rule != "kind.place":
                    return found
        return None

    def _places(self) -> dict[str, list[tuple[Tree, int]]]:
        places: dict[str, list[tuple[Tree, int]]] = {}
        for tree in self.sentences:
            for i, tag in enumerate(tree.tag):
                if tag == "NNP" and tree.entity[i] != "GPE":
                    places.setdefault(tree.lower[i], []).append((tree, i))
        return places


def _described(tree: Tree, name: int) -> list[Speaker]:
    """Return the phrase that ends in the name, if it is more than the name, and its appositions."""
    out = []
    first = walk_left(tree, name)
    if first is not None and any(tree.entity[k] != "PERSON" for k in range(first, name)):
        out.append(Speaker(first, name, name))
    appositions = [
        k for k in tree.children[name] if tree.dep[k] == "appos" and k > name and tree.tag[k] in ("NN", "NNP")
    ]
    out.extend(phrase_after(tree, name + 1, k) for k in appositions)
    up = tree.head[name]
    if tree.dep[name] == "appos" and up < name:
        out.append(Speaker(walk_left(tree, up) or up, up, up))
    return out
