"""Who did it and to whom, as the claim's own grammar says: active, passive, nominal, inherited."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sayso.find.addressed import addressed
from sayso.find.apart import apart, aside, inside_asides
from sayso.find.clause import agents, passive, slots
from sayso.find.deeds import Party, deed_roles, is_deed, lexicon
from sayso.find.figures import link
from sayso.find.frames import EMPTY, frames, supports_holds
from sayso.find.harm import cues
from sayso.find.numbers import counts, words
from sayso.find.parties import Ruled, actors_of
from sayso.find.phrase import left_edge
from sayso.find.responsibility import answerable
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article
from sayso.model.who import Actor
from sayso.vocab.loader import load
from sayso.vocab.shapes.roles import Frame, Kinds, Verbs

Parties = list[Party]
VAGUE = frozenset(
    {"dozens", "scores", "hundreds", "thousands", "some", "many", "most", "majority", "all", "both", "several", "part"}
)
GROUND = frozenset(
    {
        "advance-or-hold",
        "government-regains-territory",
        "nonstate-overtakes-territory",
        "deployment-movement",
        "displacement-evacuation",
    }
)
BLAMES = Frame(id="role.blamed", actor=["object", "on"])
ACCUSES = Frame(id="role.accuses", actor=["subject"], target=["object"])
POLITICAL = frozenset({"threat-or-demand", "sanction-or-legal", "talks-diplomacy", "other", "arrest-detention"})
HELD = 12
"""Words after a place looked at for who held it."""


@cache
def kinds() -> dict[str, Frame]:
    """Return the frame each kind of happening gives to its own word."""
    found: dict[str, Frame] = load("roles/kinds", Kinds).kinds
    return found


@cache
def _blames() -> frozenset[str]:
    return frozenset(load("roles/verbs", Verbs).blames)


def actors_targets(unit: Unit, trigger: Trigger, article: Article) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Return who did what the unit tells and to whom, each in reading order; nobody stands on both sides."""
    tree, kind = unit.tree, str(trigger.kind.value)
    if asked := addressed(unit, trigger):
        return actors_of(tree, asked[0], article), actors_of(tree, asked[1], article)
    actors: Ruled = []
    targets: Ruled = []
    elsewhere = apart(unit, trigger) | inside_asides(unit, trigger)
    for i in unit.tokens:
        if i in elsewhere or (tree.dep[i] == "dobj" and is_deed(tree, i) and aside(tree, tree.head[i], unit, trigger)):
            continue
        if is_deed(tree, i):
            _deed(tree, i, actors, targets)
        elif (tree.pos[i] == "VERB" and not aside(tree, i, unit, trigger)) or (
            i in (unit.head, trigger.token) and tree.lemma[i] != "be"
        ):
            _verb(tree, i, unit, trigger, actors, targets)
    counted = _counted(unit, kind)
    harmed = {p.noun for p in counted}
    actors = [a for a in actors if a[0].noun not in harmed]
    targets = [(p, "role.counted") for p in counted] + targets
    inside, ground = frozenset(unit.tokens), kind in GROUND
    did = _answers(unit) or _supported(tree, _local(_named(tree, [a for a in actors if _doer(tree, a[0])]), inside))
    doers = actors_of(tree, did, article)
    suffer = actors_of(
        tree,
        _local([t for t in targets if _sufferer(tree, t[0]) and not (ground and _placelike(tree, t[0].noun))], inside),
        article,
    )
    return doers, tuple(t for t in suffer if not any(t.span.overlaps(d.span) for d in doers))


def _named(tree: Tree, actors: Ruled) -> Ruled:
    """Return the actors without bare words of sort ("a terrorist attack") where others are named."""
    sorts = lexicon().sorts
    named = [a for a in actors if tree.lower[a[0].noun] not in sorts or a[0].first != a[0].last or a[0].first < 0]
    return named or actors


def _answers(unit: Unit) -> Ruled:
    """Return who claims to have done what the unit names, is said to deny it, or is blamed for it by its words of saying."""
    cue = unit.voices[-1].cue if unit.voices else None
    told = unit.tree.pos[unit.head] != "VERB" or unit.tree.dep[unit.head] == "pcomp"
    for i in unit.tree.tokens_in(cue) if cue and told else ():
        if (who := answerable(unit.tree, i)) is not None:
            return [(Party(who.noun, who.first, who.last), "role.answers")]
    return []


def _local(parties: Ruled, inside: frozenset[int]) -> Ruled:
    """Return the parties inside the unit; only when there are none, those inherited from the words that govern it."""
    return [p for p in parties if p[0].noun in inside] or parties


def _placelike(tree: Tree, noun: int) -> bool:
    return tree.lemma[noun].lower() in lexicon().places or tree.entity[noun] in ("GPE", "LOC", "FAC")


def _deed(tree: Tree, i: int, actors: Ruled, targets: Ruled) -> None:
    did, suffered = deed_roles(tree, i)
    if _turned(tree, i):
        targets.extend((p, "role.turned") for p in did)
        return
    actors.extend((p, "role.deed") for p in did)
    targets.extend((p, "role.deed") for p in suffered)


def _turned(tree: Tree, i: int) -> bool:
    """Tell whether the deed is one beaten off: then those who did it are those to whom it was done."""
    up = tree.head[i]
    return tree.dep[i] in ("dobj", "nsubjpass") and frames().get(tree.lemma[up], EMPTY).turns


def _verb(tree: Tree, i: int, unit: Unit, trigger: Trigger, actors: Ruled, targets: Ruled) -> None:
    kind = kinds().get(str(trigger.kind.value), EMPTY)
    frame = frames().get(tree.lemma[i])
    if tree.lemma[i] in _blames():
        frame = BLAMES if str(trigger.kind.value) not in POLITICAL else ACCUSES
    if kind.id == "role.suffers" and (frame is None or i == trigger.token or frame.id == "role.moves"):
        frame = kind
    if frame is None:
        if i not in (unit.head, trigger.token) and tree.dep[i] not in ("conj", "xcomp"):
            return
        frame = kind
    places = slots(tree, i)
    if frame is kind and _carried(tree, i):
        return
    if frame.id == "role.suffers":
        _suffers(tree, i, places, actors, targets)
        return
    actors.extend((Party(n), frame.id) for place in frame.actor for n in places.get(place, ()))
    for place in frame.target:
        if place == "thing":
            targets.extend((p, frame.id) for p in _things(tree, places.get("object", ())))
        elif place == "party":
            targets.extend((p, frame.id) for o in places.get("object", ()) if _doer(tree, p := Party(o)))
        else:
            targets.extend((Party(n), frame.id) for n in places.get(place, ()))


def _carried(tree: Tree, verb: int) -> bool:
    """Tell whether the verb leaves the telling to another word: "is under attack", "prompting them to start a campaign"."""
    under = any(
        tree.lower[k] == "under" and any(is_deed(tree, o) for o in tree.kids(k, "pobj")) for k in tree.children[verb]
    )
    return under or (bool(tree.kids(verb, "xcomp")) and bool(tree.kids(verb, "dobj")))


def _suffers(tree: Tree, i: int, places: dict[str, list[int]], actors: Ruled, targets: Ruled) -> None:
    """Read a verb whose people suffer what it tells, be they its object ("kidnapped 900 people") or its subject ("fled")."""
    objects = [
        o
        for o in places["object"]
        if tree.lemma[o].lower() in words().people or tree.entity[o] in ("NORP", "PERSON") or tree.tag[o] == "CD"
    ]
    if passive(tree, i):
        objects = places["object"]
    targets.extend((Party(o), "role.suffers") for o in objects or places["subject"])
    if objects:
        actors.extend((Party(n), "role.suffers") for n in places["subject"])


def _things(tree: Tree, objects: Iterable[int]) -> Parties:
    """Return what of a taken object stands for its holders: people and positions, or who is named as holding the place."""
    out = []
    for o in objects:
        if tree.lemma[o] == "control":
            out += _things(
                tree,
                [
                    n
                    for k in tree.kids(o, "prep")
                    if tree.lower[k] == "of"
                    for n in tree.kids(k, "pobj")
                    if tree.lemma[n] != "control"
                ],
            )
        elif holder := _holder(tree, o):
            out.append(holder)
        elif tree.tag[o] in ("NN", "NNS") and tree.lemma[o] not in lexicon().places and not tree.entity[o]:
            out.append(Party(o))
    return out


def _holder(tree: Tree, noun: int) -> Party | None:
    """Return who held a place: "rebel-held", "held by ISIS"."""
    _, holds = supports_holds()
    for k in range(left_edge(tree, noun), min(noun + HELD, len(tree))):
        if tree.dep[k] == "acl" and tree.head[k] == noun and tree.lemma[k] in holds and (who := agents(tree, k)):
            return Party(who[0])
        if tree.lemma[k] in holds and k >= 2 and tree.text[k - 1] == "-":
            return Party(k - 2, k - 2, k - 2)
    return None


def _counted(unit: Unit, kind: str) -> Parties:
    """Return the people whom the unit's figures count: they are those to whom it was done."""
    tree = unit.tree
    linked = link(tree, counts(tree, unit.tokens), frozenset(unit.tokens), kind)
    return [
        Party(c.noun, c.last + 1 if c.rule in ("figure.at-least", "figure.more-than") else c.first, c.end)
        for k in linked
        if (c := k.count).noun >= 0 and c.sure and c.low and not c.part and _told(tree, c.noun)
    ]  # fmt: skip


def _told(tree: Tree, noun: int) -> bool:
    """Tell whether a counted noun says who they were: not "others", not "bodies", not "the wounded", not one's own losses."""
    lower, w = tree.lower[noun], words()
    if (
        lower in w.pronouns
        or lower in cues().states
        or tree.lemma[noun] in cues().nouns
        or tree.lower[noun - 1] == "other"
    ):
        return False
    return tree.lemma[tree.head[noun]] not in cues().loses


def _supported(tree: Tree, actors: Ruled) -> Ruled:
    """Add those who act beside an actor: "government forces backed by Hezbollah"."""
    supports, _ = supports_holds()
    more: Ruled = []
    for party, _rule in actors:
        for k in tree.children[party.noun]:
            if tree.dep[k] == "acl" and tree.lemma[k] in supports:
                more += [(Party(n), "role.supported") for n in agents(tree, k)]
    return actors + more


def _core(tree: Tree, noun: int) -> int:
    """Return the noun that says who is meant: "dozens of [militants]"."""
    if tree.lower[noun] in VAGUE or tree.tag[noun] == "CD":
        for k in tree.kids(noun, "prep"):
            if tree.lower[k] == "of" and (inner := tree.kids(k, "pobj")):
                return inner[0]
    return noun


def _doer(tree: Tree, party: Party) -> bool:
    if party.first >= 0:
        return True
    i, x = _core(tree, party.noun), lexicon()
    lower, lemma = tree.lower[i], tree.lemma[i].lower()
    if lower in x.never or lemma in x.never or is_deed(tree, i):
        return False
    if tree.pos[i] == "PRON":
        return lower in x.pronouns
    if lemma in x.doers or lower in x.states or lower in x.modifiers:
        return True
    if tree.entity[i] in ("DATE", "TIME", "LOC", "FAC", "GPE", "PRODUCT", "EVENT") or lemma in x.places:
        return False
    return tree.tag[i] in ("NNP", "NNPS") or tree.entity[i] in ("ORG", "NORP", "PERSON")


def _sufferer(tree: Tree, party: Party) -> bool:
    i, x = _core(tree, party.noun), lexicon()
    if (
        (is_deed(tree, i) and tree.lemma[i].lower() not in x.suffers)
        or not tree.text[i][0].isalnum()
        or tree.lower[i] in x.never
        or tree.lemma[i] in x.harm
        or tree.entity[i] in ("DATE", "TIME", "PERCENT", "MONEY")
    ):
        return False
    if (
        tree.lower[i] in words().pronouns
        or tree.lower[i] in VAGUE
        or tree.tag[i] == "CD"
        or tree.lower[i] in cues().states
        or (i and tree.lower[i - 1] == "other")
    ):
        return False
    if tree.pos[i] == "PRON":
        return tree.lower[i] in x.pronouns
    return tree.pos[i] in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "X") and tree.pos[i] != "DET"
