"""Deeds named by nouns: who did "the ISIS shelling of X", "an attack by X on Y", "clashes between X and Y"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.find.clause import agents, passive, subjects, verb_of
from sayso.find.means import weapons
from sayso.find.tree import Tree
from sayso.vocab.loader import load
from sayso.vocab.shapes.figures import Counted
from sayso.vocab.shapes.roles import Deeds, Doers, Verbs

PROPER = frozenset({"ORG", "NORP", "PERSON", "GPE"})
NO_MODIFIERS = frozenset(
    {
        "other",
        "military",
        "wing",
        "unit",
        "body",
        "dead",
        "wounded",
        "injured",
        "power",
        "air",
        "party",
        "media",
        "house",
        "human",
        "family",
    }
)
"""Words that act by themselves but before a deed's noun say what sort it is, not who did it."""
NOMINAL = frozenset({"pobj", "nsubj", "nsubjpass", "dobj", "attr", "compound"})


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a tree: the noun, and the first and last token that name them when these are not the noun's own phrase."""

    noun: int
    first: int = -1
    last: int = -1


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of deeds and doers, laid out for look-up."""

    upon: frozenset[str]
    by: frozenset[str]
    mutual: frozenset[str]
    with_target: frozenset[str]
    under: frozenset[str]
    light: frozenset[str]
    doers: frozenset[str]
    modifiers: frozenset[str]
    suffers: frozenset[str]
    always: frozenset[str]
    owned: frozenset[str]
    occurs: frozenset[str]
    unmade: frozenset[str]
    states: frozenset[str]
    pronouns: frozenset[str]
    never: frozenset[str]
    places: frozenset[str]
    deeds: frozenset[str]
    harm: frozenset[str]
    sorts: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the words of deeds and doers, read once."""
    d, w, v = load("roles/deeds", Deeds), load("roles/doers", Doers), load("roles/verbs", Verbs)
    people = load("figures/people", Counted).people
    upon, by, mutual = frozenset(d.upon), frozenset(d.by), frozenset(d.mutual)
    return Lexicon(
        upon, by, mutual, frozenset(d.with_target), frozenset(d.under), frozenset(v.light),
        frozenset([*w.nouns, *w.craft, *people]), frozenset([*w.modifiers, *w.nouns, *w.groups, *people]) - NO_MODIFIERS, frozenset(d.suffers), frozenset(d.always), frozenset(d.owned),
        frozenset(d.occurs),
        frozenset(d.unmade), frozenset([*w.states, *w.groups]), frozenset(w.pronouns),
        frozenset(w.never), frozenset(w.places), upon | by | mutual, frozenset(d.harm), frozenset(d.sorts),
    )  # fmt: skip


def is_deed(tree: Tree, i: int) -> bool:
    """Tell whether a noun names a deed of the conflict."""
    deeds = lexicon().deeds
    if tree.tag[i][0] == "N":
        return tree.lemma[i].lower() in deeds or tree.lower[i] in deeds
    if tree.tag[i] == "VBZ" and tree.lower[i].removesuffix("s") in lexicon().always:
        return True
    return tree.tag[i] == "VBG" and tree.dep[i] in NOMINAL and tree.lower[i] in deeds


def names_doer(tree: Tree, i: int) -> bool:
    """Tell whether a word before a deed's noun says who did it."""
    x = lexicon()
    lower = tree.lower[i]
    if lower.startswith("anti") or tree.entity[i] in ("DATE", "TIME", "CARDINAL", "ORDINAL", "FAC", "LOC"):
        return False
    if (
        lower in x.modifiers
        or tree.lemma[i].lower() in x.modifiers
        or lower in x.states
        or lower.removesuffix("s") in x.states
    ):
        return True
    if lower.endswith(("-led", "-backed", "led")):
        return True
    if tree.entity[i] in ("GPE", "PRODUCT") or lower in x.places or lower in x.deeds or lower in weapons():
        return False
    return tree.tag[i] in ("NNP", "NNPS") or (tree.entity[i] in ("NORP", "ORG", "PERSON") and tree.tag[i] == "JJ")


def deed_roles(tree: Tree, noun: int) -> tuple[list[Party], list[Party]]:
    """Return who did the deed that the noun names, and to whom, as the words around the noun say."""
    lemma, x = _deed_lemma(tree, noun), lexicon()
    actors, targets = [] if lemma in x.unmade else before(tree, noun), list[Party]()
    under = _under(tree, noun)
    if lemma in x.owned:
        targets += [Party(k) for k in tree.kids(noun, "poss")]
        actors = [a for a in actors if tree.dep[a.noun] != "poss"]
    for k in _hangers(tree, noun):
        if tree.dep[k] == "acl" and tree.tag[k] == "VBN" and tree.lemma[k] in x.light:
            actors += [Party(o) for o in agents(tree, k)]
        if tree.dep[k] not in ("prep", "agent"):
            continue
        word, objects = tree.lower[k], [Party(o) for o in tree.kids(k, "pobj")]
        if (
            word in ("by", "between")
            or (word == "from" and (under or lemma in x.by))
            or (word == "of" and (lemma in x.by or under))
        ):
            actors += objects
        elif word == "with" and lemma in x.mutual:
            (targets if _subject(tree, noun) else actors).extend(objects)
        elif word in x.with_target or (word == "of" and lemma in x.upon):
            targets += objects
    if under:
        targets += [Party(s) for s in subjects(tree, under)]
        actors += [
            Party(o)
            for k in (*tree.children[under], *tree.children[tree.head[noun]])
            if tree.lower[k] in ("from", "by")
            for o in tree.kids(k, "pobj")
        ]
    elif not actors:
        actors = [Party(s) for s in _subject(tree, noun)]
    return actors, targets


def _hangers(tree: Tree, noun: int) -> tuple[int, ...]:
    """Return what hangs on the deed, or on the verb that only says that it happens."""
    verb = tree.head[noun]
    if tree.dep[noun] in ("nsubj", "attr") and tree.lemma[verb] in lexicon().occurs:
        return tree.children[noun] + tree.children[verb]
    return tree.children[noun]


def _deed_lemma(tree: Tree, i: int) -> str:
    """Return the deed's word as listed, also where the tagger took it for a verb."""
    lemma, lower = tree.lemma[i].lower(), tree.lower[i]
    deeds = lexicon().deeds
    return lemma if lemma in deeds else lower if lower in deeds else lower.removesuffix("s")


def _under(tree: Tree, noun: int) -> int | None:
    """Return the verb of "is under attack", "came under fire"."""
    up = tree.head[noun]
    if tree.lower[up] in lexicon().under and tree.dep[noun] == "pobj":
        governor = tree.head[up]
        return (
            governor
            if tree.pos[governor] in ("VERB", "AUX")
            and tree.lemma[governor] in ("be", "come", "remain", "stay", "fall", "live")
            else None
        )
    return None


def _subject(tree: Tree, noun: int) -> list[int]:
    """Return the subject of the light verb that carries the deed ("launched an attack"), or of "is on the offensive"."""
    up, dep = tree.head[noun], tree.dep[noun]
    while dep == "conj" and tree.dep[up] != "ROOT" and up != noun:
        noun, up, dep = up, tree.head[up], tree.dep[up]
    if dep == "dobj" and tree.lemma[up] in lexicon().light:
        return subjects(tree, up) if not passive(tree, up) else agents(tree, up)
    if dep == "nsubjpass" and tree.lemma[up] in lexicon().light:
        return agents(tree, up)
    if dep == "pobj":
        verb = verb_of(tree, noun)
        if verb is not None and tree.head[up] == verb and tree.lower[up] == "on" and tree.lemma[verb] in ("be", "go"):
            return subjects(tree, verb)
        if verb is not None and tree.lower[up] in ("with", "out", "to") and tree.lemma[verb] in lexicon().light:
            return subjects(tree, verb) if not passive(tree, verb) else agents(tree, verb)
    return []


def before(tree: Tree, noun: int) -> list[Party]:
    """Return who the words before the noun name: "[US-led coalition] airstrikes", "[Russian] and [regime] air raids"."""
    start = noun
    while start > 0 and (
        tree.head[start - 1] >= start - 1 or tree.dep[start - 1] == "cc" or tree.dep[start - 1] == "conj"
    ):
        top = start - 1
        for _ in range(6):
            if top == noun or tree.head[top] == top:
                break
            top = tree.head[top]
        if top != noun or tree.tag[start - 1] in ("DT", "CD", "IN") or noun - start > 7:
            break
        start -= 1
    runs: list[list[int]] = [[]]
    for t in range(start, noun):
        if tree.lower[t] in ("and", "or", ",", "&"):
            runs.append([])
        elif names_doer(tree, t):
            runs[-1].append(t)
    return [Party(r[-1], r[0], r[-1]) for r in runs if r]
