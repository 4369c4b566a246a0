"""Reads what kind of happening a unit tells: every word of it that bears one is weighed by its place in the clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.find.about import about_conflict, surely_about
from sayso.find.attempts import instead
from sayso.find.clause import agents, passive, relative, subjects
from sayso.find.encoder.told import Told
from sayso.find.happening_words import Entry, classes, lexicon, weights
from sayso.find.sides import taker
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article
from sayso.model.happening import HappeningKind
from sayso.model.span import Grounded

LEAST = 0.3
"""The least weight by which a word makes a unit a happening."""
SURE, DOUBTED = 0.1, 0.5
"""The least probability, less a part of what the word loses for its place, by which the encoder alone makes a unit a happening: in
an article about a conflict throughout, and in a stretch about one."""
PART = 0.5
"""That part: the encoder has seen the place itself."""
HEARD = "kind.heard"
"""The rule of a kind that only the encoder names."""
STEP = 0.09
"""What a word loses for each governor between it and the unit's head."""
ASIDE = 0.25
"""What it loses more for standing in a clause or apposition about a noun."""
LATER = 0.15
"""What it loses more for standing in a clause of time or cause."""
SIDEWAYS = frozenset({"relcl", "acl", "appos", "poss", "parataxis"})
FREE = frozenset({"conj", "aux", "auxpass"})
CARRIED = frozenset({"dobj", "attr", "acomp", "xcomp", "nsubjpass"})
FAR = 12
MANY = 40
"""Nouns looked at for one place in a clause; a longer list is no list of parties."""
NAMING = frozenset({"compound", "amod", "nmod", "poss"})
NAMED = {"town": frozenset({"GPE", "LOC", "FAC"}), "somebody": frozenset({"PERSON", "NORP"})}
"""Where a list of things asks for one of these, any name of that sort will do."""
UPON = frozenset({"of", "on", "against", "for"})
"""Prepositions that bring what a deed named by a noun is done to."""
HELPED = 0.5
"""The part of what the nearest such word loses for its place that a verb loses which asks for it."""
BESIDE = 0.1
"""What a deed's noun loses where it is not what the clause tells."""


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the unit that bears a kind, with its weight in this place."""

    entry: Entry
    token: int
    score: float


def kind(unit: Unit, article: Article, heard: Mapping[int, Told] | None = None) -> Trigger | None:
    """Return the kind of happening the unit tells and the token that bears it; None when it tells none.

    ``heard`` is what the encoder hears of words, by their first character; without it, and where the article tells of no conflict,
    the word lists read alone. Kinds weighed and left are the alternatives, the likeliest first.
    """
    conflict = about_conflict(article.text, unit.tree.span)
    least = SURE if surely_about(article.text, unit.tree.span) else DOUBTED
    weighed = _weighed(unit, _possible(unit, conflict=conflict), heard if conflict else None, least)
    found = sorted(weighed, key=lambda m: (-m.score, m.token, m.kind))
    if not found:
        return None
    best = found[0]
    value, rule = instead(unit.tree, best.token, best.kind) or taker(unit, best.token, best.kind)
    others = tuple(dict.fromkeys(m.kind for m in found if m.kind != value))
    if value != best.kind and best.kind not in others:
        others = (best.kind, *others)
    rule = rule or best.rule
    spans = (unit.tree.words(best.token, best.token),)
    return Trigger(Grounded(value, rule, spans, others), best.token, lexicon().codes[value])


@dataclass(frozen=True, slots=True)
class Weighed:
    """A kind that a token of the unit may bear, with its weight and the rule that names it."""

    kind: HappeningKind
    token: int
    score: float
    rule: str


def _weighed(unit: Unit, found: Sequence[Match], heard: Mapping[int, Told] | None, least: float) -> Iterator[Weighed]:
    """Yield what the word lists propose; where they propose nothing, what the encoder hears."""
    listed = [Weighed(m.entry.kind, m.token, m.score, _rule(m.entry)) for m in found if m.score >= LEAST]
    yield from listed or _heard(unit, heard or {}, least)


def _heard(unit: Unit, heard: Mapping[int, Told], least: float) -> Iterator[Weighed]:
    """Yield the kinds that the encoder is sure enough of, each word weighed by its place in the clause as listed words are."""
    tree, accident = unit.tree, classes()["accident"]
    if any(tree.lemma[i].lower() in accident for i in unit.tokens):
        return
    for i in unit.tokens:
        if (told := heard.get(tree.start[i])) and tree.lemma[i].lower() not in weights().static:
            loss = _distance(unit, i) + (0.0 if verbal(tree, i) else _beside(unit, i))
            for name, chance in told.kinds.items():
                if chance - PART * loss >= least:
                    yield Weighed(name, i, chance - PART * loss, HEARD)


def _rule(e: Entry) -> str:
    mark = "generic" if e.generic else ("verb" if e.verb else "noun")
    return f"kind.{mark}.{e.run[0]}"


def _possible(unit: Unit, *, conflict: bool) -> list[Match]:
    """Return the matches; of a clause that tells casualties only those of kinds that can cause them, if there are any."""
    found = [*matches(unit, conflict), *(_spoken(unit) if conflict else ())]
    if unit.tree.lemma[unit.head] not in weights().casualty:
        return found
    deadly = weights().deadly
    return [m for m in found if m.entry.kind in deadly] or found


def _spoken(unit: Unit) -> Iterator[Match]:
    """Yield what the saying itself does: whoever threatens to shell a town has not shelled it."""
    cue = unit.voices[-1].cue if unit.voices else None
    if cue is None:
        return
    tree, words = unit.tree, lexicon()
    for i in tree.tokens_in(cue):
        for e in words.verbs.get(tree.lemma[i].lower(), ()):
            asks = e.object or e.subject or e.near or (e.particle and not _with_particle(tree, i, e))
            if e.kind in weights().spoken and len(e.run) == 1 and not asks:
                yield Match(e, unit.head, e.weight)


def matches(unit: Unit, conflict: bool) -> Iterator[Match]:
    """Yield the words of the unit that bear a kind."""
    tree, words = unit.tree, lexicon()
    around: set[str] | None = None
    for i in unit.tokens:
        lemma = tree.lemma[i].lower()
        table = words.verbs if verbal(tree, i) else words.nouns
        entries = table.get(lemma) or table.get(tree.lower[i], ())
        for e in entries:
            if not (conflict or e.sure):
                continue
            if around is None:
                around = _around(tree, unit.tokens)
            if (at := _stands(tree, i, e, around)) >= 0:
                beside = _helped(unit, e) if e.verb else _beside(unit, at)
                yield Match(e, at, e.weight - _distance(unit, at) - beside)


def bears(tree: Tree, i: int, least: float) -> bool:
    """Tell whether a verb, or the noun it carries, is a word of happening, with all that the word asks for beside it."""
    words, around = lexicon(), None
    carried = tree.kids(i, "dobj", "attr", "nsubj", "nsubjpass") + [
        n for k in tree.kids(i, "prep") for n in tree.kids(k, "pobj")
    ]
    for t, table in ((i, words.verbs), *((n, words.nouns) for n in carried)):
        for e in table.get(tree.lemma[t].lower()) or table.get(tree.lower[t], ()):
            if e.weight < least:
                continue
            if around is None:
                around = _around(tree, tree.subtree(i))
            if _stands(tree, t, e, around) >= 0:
                return True
    return False


def verbal(tree: Tree, i: int) -> bool:
    """Tell whether a token is a verb rather than a noun made of one."""
    tag = tree.tag[i]
    return tag[0] == "V" or tag == "MD" or tree.pos[i] in ("VERB", "AUX")


def _around(tree: Tree, tokens: Sequence[int]) -> set[str]:
    """Return the words of the tokens, as lemmas and as they stand, and all neighbours in pairs and threes."""
    lemmas = [tree.lemma[i].lower() for i in tokens]
    around = set(lemmas) | {tree.lower[i] for i in tokens}
    around.update(f"{a} {b}" for a, b in pairwise(lemmas))
    around.update(f"{a} {b} {c}" for a, b, c in zip(lemmas, lemmas[1:], lemmas[2:], strict=False))
    return around


def _stands(tree: Tree, i: int, e: Entry, around: set[str]) -> int:
    """Return the token that bears the entry when all it asks for is there, else -1."""
    last = i + len(e.run) - 1
    if last >= len(tree) or (last > i and not _run(tree, i, e.run)):
        return -1
    if (e.near and not e.near & around) or (e.never and e.never & around):
        return -1
    at = i if e.verb else last
    return at if (e.verb or tree.pos[at] != "ADJ") and _framed(tree, at, e) else -1


def _framed(tree: Tree, at: int, e: Entry) -> bool:
    """Tell whether the word has the particle, the subject and the object that the entry asks for."""
    if e.particle and not _with_particle(tree, at, e):
        return False
    if e.subject and not _holds(tree, doers(tree, at), e.subject):
        return False
    if e.unless and _holds(tree, things(tree, at), e.unless):
        return False
    return not e.object or _holds(tree, things(tree, at), e.object)


def _with_particle(tree: Tree, at: int, e: Entry) -> bool:
    return any(tree.lower[k] in e.particle for k in tree.children[at])


def _run(tree: Tree, i: int, run: Sequence[str]) -> bool:
    return all(w in (tree.lemma[i + k].lower(), tree.lower[i + k]) for k, w in enumerate(run))


def _holds(tree: Tree, nouns: Sequence[int], wanted: frozenset[str]) -> bool:
    """Tell whether one of the nouns, of those beside or under it, or of the words that make up its name is wanted."""
    queue, seen = list(nouns), 0
    while queue and seen < MANY:
        n = queue.pop()
        seen += 1
        if (
            tree.lemma[n].lower() in wanted
            or tree.lower[n] in wanted
            or any(w in wanted and tree.entity[n] in sorts for w, sorts in NAMED.items())
        ):
            return True
        for k in tree.children[n]:
            dep = tree.dep[k]
            if dep in NAMING and tree.lemma[k].lower() in wanted:
                return True
            if dep in ("conj", "appos"):
                queue.append(k)
            elif tree.lower[k] == "of":
                queue += tree.kids(k, "pobj")
    return False


def doers(tree: Tree, i: int) -> list[int]:
    """Return the nouns that are the logical subject of a verb, or the words before a noun."""
    if not verbal(tree, i):
        return tree.kids(i, "compound", "poss", "amod", "nmod")
    return agents(tree, i) if passive(tree, i) else subjects(tree, i)


def things(tree: Tree, i: int) -> list[int]:
    """Return the nouns that are the logical object of a verb, with those of its prepositions; a noun's "of" and "on"."""
    if not verbal(tree, i):
        found = [n for k in tree.kids(i, "prep") if tree.lower[k] in UPON for n in tree.kids(k, "pobj")]
        return found + tree.kids(i, "compound", "amod")
    found = subjects(tree, i) if passive(tree, i) else tree.kids(i, "dobj", "dative")
    aside = weights().aside
    found += [n for k in tree.kids(i, "prep") if tree.lower[k] not in aside for n in tree.kids(k, "pobj")]
    if tree.dep[i] == "relcl" and not found:
        found.append(tree.head[i])
    if tree.dep[i] == "conj" and not found and verbal(tree, tree.head[i]):
        found = tree.kids(tree.head[i], "dobj")
    return [n if (r := relative(tree, n)) is None else r for n in found]


def _beside(unit: Unit, i: int) -> float:
    """Return what a deed's noun loses where the clause tells something else about it ("to prevent clashes")."""
    tree, w, at = unit.tree, weights(), i
    if i == unit.head or tree.lemma[unit.head] in w.casualty:
        return 0.0
    for _ in range(FAR):
        up, dep = tree.head[at], tree.dep[at]
        if dep == "prep" and tree.lower[at] in w.far:
            return BESIDE
        if dep == "dobj" and verbal(tree, up) and tree.lemma[up] not in w.light:
            return BESIDE
        if up in (at, unit.head) or verbal(tree, up):
            return 0.0
        at = up
    return 0.0


def _helped(unit: Unit, e: Entry) -> float:
    """Return what a verb that asks for a word near it loses for how far off that word stands ("killed in a raid on a town known for gas attacks")."""
    if not e.near or unit.tree.lemma[unit.head] not in weights().casualty:
        return 0.0
    firsts = {w.split()[0] for w in e.near}
    near = [i for i in unit.tokens if unit.tree.lemma[i].lower() in firsts or unit.tree.lower[i] in firsts]
    return HELPED * min((_distance(unit, i) for i in near), default=0.0)


def _distance(unit: Unit, i: int) -> float:
    """Return what a word loses for standing away from the unit's head."""
    tree, at, cost = unit.tree, i, 0.0
    carried = tree.lemma[unit.head] in weights().light
    for _ in range(FAR):
        if at == unit.head or tree.head[at] == at:
            return cost
        dep = tree.dep[at]
        if dep in SIDEWAYS:
            cost += ASIDE
        elif dep == "advcl":
            cost += STEP + LATER
        elif dep == "prep" and tree.lower[at] in weights().sequence:
            cost += LATER
        elif dep not in FREE and not (carried and dep in CARRIED and tree.head[at] == unit.head):
            cost += STEP if dep != "prep" else 0.0
        at = tree.head[at]
    return cost
