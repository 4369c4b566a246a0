"""Who demands or threatens, and of whom: the one who says so, and the one whose deed is asked for."""

from __future__ import annotations

from functools import cache

from sayso.find.clause import subjects
from sayso.find.deeds import Party
from sayso.find.parties import Ruled
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.span import Span
from sayso.vocab.loader import load
from sayso.vocab.shapes.roles import Verbs

KIND = "threat-or-demand"
RULE = "role.addresses"


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    v = load("roles/verbs", Verbs)
    return frozenset(v.asks), frozenset(v.owes)


def addressed(unit: Unit, trigger: Trigger) -> tuple[Ruled, Ruled] | None:
    """Return who asks and who is asked, where what is said is asked of somebody; None where the clause tells its own parties.

    "Kerry urged Moscow to …": Kerry asks, Moscow is asked; "the regime must comply, he said": he asks the regime.
    """
    if trigger.kind.value != KIND or not unit.voices:
        return None
    asks, owes = _words()
    tree, voice = unit.tree, unit.voices[-1]
    said = [i for i in tree.tokens_in(voice.cue) if tree.lemma[i].lower() in asks] if voice.cue else []
    if not said and tree.lemma[trigger.token].lower() not in owes:
        return None
    whom = [Party(n) for n in subjects(tree, unit.head) if n in unit.tokens]
    for i in said:
        own = [n for k in tree.kids(i, "prep") if tree.lower[k] in ("on", "upon", "to") for n in tree.kids(k, "pobj")]
        whom = whom or [Party(n) for n in [*tree.kids(i, "dobj", "dative"), *own]]
    return _speaker(tree, voice.source), [(p, RULE) for p in whom]


def _speaker(tree: Tree, source: Span | None) -> Ruled:
    """Return the words of the source where they stand in this sentence."""
    tokens = tree.tokens_in(source) if source else []
    if not tokens:
        return []
    noun = next((i for i in tokens if tree.head[i] not in tokens or tree.head[i] == i), tokens[-1])
    return [(Party(noun, tokens[0], tokens[-1]), RULE)]
