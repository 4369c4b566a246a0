"""Happenings told by their toll alone: "39 people killed in the double bombing", "the toll rose to 45"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sayso.find.about import about_conflict
from sayso.find.encoder.told import Told
from sayso.find.figures import tolled
from sayso.find.happening_words import classes, lexicon
from sayso.find.harm import cues
from sayso.find.kinds import kind
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article
from sayso.model.span import Grounded

RULE = "kind.toll"
"""The rule of a kind that only a number of dead or hurt tells."""


def toll_kind(unit: Unit, article: Article, heard: Mapping[int, Told] | None = None) -> Trigger | None:
    """Return the kind of a unit whose clause names none but that counts dead or hurt; None where it counts nobody.

    The deed that befell the counted is looked at as if it were the clause's own verb; where it names no kind either, the
    unit tells a toll. ``heard`` is as for ``kind``.
    """
    counted = tolled(unit)
    if counted < 0 or not about_conflict(article.text, unit.tree.span):  # ferries sink and firms lose millions, too
        return None
    if any(unit.tree.lemma[t].lower() in classes()["accident"] for t in unit.tokens):
        return None
    tree, harms = unit.tree, cues()
    deeds = [
        t
        for t in unit.tokens
        if tree.pos[t] == "VERB" and (tree.lemma[t] in harms.verbs or tree.lemma[t] in harms.meets)
    ]
    deeds.sort(key=lambda t: abs(t - counted))
    for deed in deeds[:1]:
        if found := kind(replace(unit, head=deed), article, heard):
            return found
    spans = (tree.words(counted, counted),)
    return Trigger(Grounded("casualties-toll", RULE, spans), counted, lexicon().codes["casualties-toll"])
