"""Where a unit says its happening took place: which of the places it names is meant (``timing`` does the same for times)."""

from __future__ import annotations

from dataclasses import replace

from sayso.find.place_choice import DOUBTFUL, chances, chosen
from sayso.find.place_names import Name, lists, word_class
from sayso.find.place_rules import by_preposition, of_sources, ruled
from sayso.find.place_signs import scene, signs
from sayso.find.place_wording import Candidate, extent, worded
from sayso.find.timing import when
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article
from sayso.model.span import Span
from sayso.model.where import Place

__all__ = ["place", "told_place", "when"]

DEEP = 4
"""Nouns of place above a name that are followed."""
RULE = "place.weighed"
SURE = 3.5
"""The weight from which on grammar alone makes a place, however unlikely its name."""
AGAINST = 0.6
"""The least probability of a name that is taken where grammar surely tells another place that has no name ("a checkpoint")."""


def place(unit: Unit, trigger: Trigger, article: Article) -> Place | None:
    """Return the place of the happening, unresolved; None when the words name none."""
    return told_place(unit, trigger, article)[0]


def told_place(unit: Unit, trigger: Trigger, article: Article) -> tuple[Place | None, list[Span]]:
    """Return the place of the happening and the names that are it, the best first; wider places around them left out.

    The names of the sentence are weighed (``place_choice``), the place that grammar tells (``place_rules``) being one sign among
    others. Where no name is likely enough the place is the one that grammar tells, unless its name speaks against it.
    """
    tree, told = unit.tree, ruled(unit, trigger)
    near, spread = weighed(unit, trigger, told)
    inside = [k for k, n in enumerate(near) if told is not None and _holds(extent(tree, told), n)]
    meant = chosen(spread, lists(tree, near))
    if told is not None and (not meant or (told.score >= SURE and not inside and spread[meant[0]] < AGAINST)):
        meant = sorted(inside, key=lambda k: -spread[k])[:1]
        if meant and spread[meant[0]] < DOUBTFUL and told.score < SURE:
            return None, []
        phrase = told
    elif meant:
        phrase = told if told is not None and meant[0] in inside else _of_name(unit, trigger, near[meant[0]])
    else:
        return None, []
    best = [near[k] for k in meant]
    return worded(tree, phrase, article, best), [tree.words(n.first, n.last) for n in best]


def _holds(edges: tuple[int, int], name: Name) -> bool:
    return edges[0] <= name.head <= edges[1]


def weighed(unit: Unit, trigger: Trigger, told: Candidate | None) -> tuple[list[Name], list[float]]:
    """Return the names of the sentence, those in the words of sources left out, and the probability of each being the place."""
    seen, shut = scene(unit, trigger, told), of_sources(unit)
    near = [n for n in seen.near if n.head not in shut]
    return near, chances([signs(seen, n) for n in near])


def _of_name(unit: Unit, trigger: Trigger, name: Name) -> Candidate:
    """Return the phrase of a chosen name: with the noun of place it names ("the Shaar district") and what brings it."""
    tree, at = unit.tree, name.head
    for _ in range(DEEP):
        up = tree.head[at]
        over = tree.head[up] if tree.dep[at] == "pobj" and tree.lower[up] == "of" else up
        if word_class(tree, over) not in ("area", "place") or not (over != up or tree.dep[at] in ("compound", "nmod")):
            break
        at = over
    if tree.dep[at] != "pobj":
        return Candidate(at, at, "", 0.0, RULE)
    return replace(by_preposition(unit, trigger, at, tree.head[at], str(trigger.kind.value)), rule=RULE)
