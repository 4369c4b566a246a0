"""Signs of a name being the place of a happening: how it is brought, what it stands in, and its way to the happening's word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.find.place_names import PROPER, Name, Phrase, names, phrase_of, word_class
from sayso.find.place_wording import Candidate, extent
from sayso.find.place_words import where
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit

FAR = 14
"""Governors climbed at most."""
LONGEST = 4
"""Steps of a way, from either end, that are told apart."""
SHORT = 4
"""Tokens between two names that are told one by one."""
SHOWN = frozenset({",", "(", ")", ".", "-", "'s", "’s", "the", "and", "or", "by"})
"""Tokens beside a name that are told apart by themselves."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A happening among the names of its sentence: its unit and word, the names near it with their governors, and what grammar tells.

    ``told`` is the rule with the first and last token of its phrase; None when grammar tells no place.
    """

    unit: Unit
    trigger: Trigger
    near: tuple[Name, ...]
    above: tuple[frozenset[int], ...]
    told: tuple[str, int, int] | None


def scene(unit: Unit, trigger: Trigger, told: Candidate | None) -> Scene:
    """Return the scene of a happening; ``told`` is the place that grammar tells."""
    tree = unit.tree
    at = None if told is None else (told.rule, *extent(tree, told))
    near = tuple(names(tree, trigger.token))
    return Scene(unit, trigger, near, tuple(frozenset(line(tree, n.head)[1:]) for n in near), at)


def signs(seen: Scene, name: Name) -> list[str]:
    """Return the signs of ``name`` being the place, each once. A sign is a key of the table of weights (``place_choice``)."""
    tree, at = seen.unit.tree, seen.trigger.token
    phrase = phrase_of(tree, name)
    by = tree.dep[phrase.noun] + (f":{tree.lower[phrase.prep]}" if phrase.prep >= 0 else "")
    found = [*_grammar(tree, name, phrase, by, at), *_order(seen, name), *_around(tree, name), *_beside(seen, name)]
    return [*found, *_scenic(seen, name, by)]


def _scenic(seen: Scene, name: Name, by: str) -> Iterator[str]:
    """Yield what the unit, the kind of happening and the place that grammar tells say of the name."""
    kind, w = str(seen.trigger.kind.value), where()
    yield f"unit={name.head in seen.unit.tokens}"
    for group in ("moving", "leaving", "ground", "targets"):
        if kind in getattr(w, group):
            yield f"{group} {by}"
    if seen.told is None:
        yield "told=none"
        return
    rule, first, last = seen.told
    inside = [n for n in seen.near if first <= n.head <= last]
    rank = inside.index(name) if name in inside else -1
    yield f"told={rule} {min(rank, 2)} of {min(len(inside), 2)}"


def _grammar(tree: Tree, name: Name, phrase: Phrase, by: str, at: int) -> Iterator[str]:
    nest = "|".join(phrase.nest[:2])
    entity = tree.entity[name.head]
    rising, falling = way(tree, phrase.governor, at)
    up = [s for i in rising if (s := _step(tree, i)) != "conj"]
    down = [_step(tree, i) for i in falling]
    path = "^".join(up[:LONGEST]) + "_" + "v".join(down[:LONGEST])
    yield from ("any", f"by={by}", f"nest={nest}", f"by+nest={by} {nest}", f"entity={entity}")
    yield f"own={word_class(tree, name.head)}"
    yield from (f"path={path}", f"by+path={by} {path}", f"steps={min(6, len(up) + len(down))}")
    yield f"verbs={min(4, sum(tree.pos[i] in ('VERB', 'AUX') for i in (*rising, *falling)))}"
    if phrase.governor == at:
        yield from (
            f"arg={by}",
            f"arg={by} {tree.lemma[at].lower()}",
            f"arg={by} {word_class(tree, name.head)} {entity}",
        )
    else:
        bearer = phrase.governor
        yield f"bearer={by} {word_class(tree, bearer)} {tree.entity[bearer]}"
    yield from _nouns(tree, name, phrase)


def _nouns(tree: Tree, name: Name, phrase: Phrase) -> Iterator[str]:
    """Yield the words for places in the name ("[Homs Governorate]") and over it ("the [Shaar] district")."""
    for sign, i in (("last", name.head), ("noun", phrase.noun)):
        if word_class(tree, i) in ("area", "place"):
            yield f"{sign}={tree.lemma[i].lower()}"
    yield f"long={min(4, name.last - name.first + 1)}"


def _order(seen: Scene, name: Name) -> Iterator[str]:
    tree, at, i = seen.unit.tree, seen.trigger.token, name.head
    side = "before" if i < at else "after"
    low, high = sorted((i, at))
    between = sum(low < o.head < high for o in seen.near)
    above = seen.above[seen.near.index(name)]
    under = any(o.head in above for o in seen.near)
    yield from (f"between={min(3, between)} {side}", f"names={min(5, len(seen.near))}")
    yield f"far={min(6, int(abs(i - at) ** 0.5))} {side}"
    yield f"under={under} over={any(i in over for over in seen.above)}"
    yield f"passive={any(tree.dep[k] in ('nsubjpass', 'auxpass') for k in tree.children[at])} {side} {tree.dep[i]}"


def _around(tree: Tree, name: Name) -> Iterator[str]:
    before, after = name.first - 1, name.last + 1
    yield f"previous={_shown(tree, before)}"
    yield f"next={_shown(tree, after)}"
    if before > 0 and tree.text[before] in (",", "("):
        yield f"comma after a name={tree.tag[before - 1] in PROPER}"
    if after + 1 < len(tree) and tree.text[after] == ",":
        yield f"comma before a name={tree.tag[after + 1] in PROPER}"


def _beside(seen: Scene, name: Name) -> Iterator[str]:
    """Yield what stands between the name and the ones next to it ("the [Algiers] suburb of [Oued Kniss]"), where it is short."""
    k = seen.near.index(name)
    for sign, one, other in (("from name", k - 1, k), ("to name", k, k + 1)):
        if one < 0 or other >= len(seen.near):
            continue
        first, last = seen.near[one].last + 1, seen.near[other].first
        if last - first <= SHORT:
            shown = [_shown(seen.unit.tree, i) for i in range(first, last)]
            yield f"{sign}={' '.join('place' if s == 'area' else s for s in shown)}"
            if "area" in shown or "place" in shown:
                yield f"{sign} words={' '.join(seen.unit.tree.lower[first:last])}"


def _shown(tree: Tree, i: int) -> str:
    if not 0 <= i < len(tree):
        return "edge"
    return tree.lower[i] if tree.lower[i] in SHOWN or tree.pos[i] == "ADP" else word_class(tree, i)


def way(tree: Tree, low: int, at: int) -> tuple[list[int], list[int]]:
    """Return the tokens from ``low`` up to below the nearest token that governs both, and those from there down to ``at``."""
    rising, falling = line(tree, low), line(tree, at)
    reached = frozenset(falling)
    top = next((k for k, i in enumerate(rising) if i in reached), len(rising))
    turn = falling.index(rising[top]) if top < len(rising) else len(falling)
    return rising[:top], falling[:turn][::-1]


def line(tree: Tree, i: int) -> list[int]:
    """Return token i and its governors, the nearest first."""
    out = [i]
    while tree.head[i] != i and len(out) < FAR:
        i = tree.head[i]
        out.append(i)
    return out


def _step(tree: Tree, i: int) -> str:
    dep = tree.dep[i]
    return f"{dep}:{tree.lower[i]}" if dep == "prep" else dep
