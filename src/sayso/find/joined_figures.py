"""Amounts told in one breath put together to one figure: parts of a whole left out, the rest added up, and whose side each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.find.harm import cues
from sayso.find.numbers import Count, words
from sayso.find.singly import ONE
from sayso.find.tree import Tree
from sayso.model.happening import Figure, Share, Side

REACH = 5
"""Words that may stand between two amounts of which one deed is told."""
GAP = 24
"""Words between an amount and one whose deed is left out, and words after this in which a verb would be its own."""
ASIDES = frozenset({"amod", "relcl", "acl", "ccomp", "aux", "auxpass"})
"""Relations of verbs that tell more of a noun, or what is said: none of them is the clause's own."""
OF_WHOM = 6
"""Words before a part in which "the dead" may stand."""
DASHES = frozenset({"-", "--", "–", "—", ";"})
ADDING = frozenset({"and", "plus", "addition"})
AMONG = frozenset({"among", "amongst"})
LISTING = frozenset({",", "and", "plus"})


def figure_of(tree: Tree, amounts: Sequence[Count]) -> Figure | None:
    """Return amounts of people whom the same befell as one figure; ``amounts`` in reading order."""
    amounts = _of_a_whole(tree, amounts)
    whole = [c for c in amounts if not c.part]
    if amounts and not whole:
        return _parts_alone(tree, amounts)
    kept = _without_breakdown(tree, _one_telling(tree, whole))
    if not kept:
        return None
    shares = _shares(tree, kept, [c for c in amounts if c not in kept])
    if len(kept) == 1:
        c = kept[0]
        return Figure(c.low, c.best, c.high, tree.words(c.first, c.end), c.rule, shares)
    low = sum(c.low for c in kept)
    high = None if any(c.high is None for c in kept) else sum(c.high or 0 for c in kept)
    best = sum(c.best if c.best is not None else c.low for c in kept)
    return Figure(low, best, high, tree.words(kept[0].first, kept[-1].end), "figure.sum", shares)


def _of_a_whole(tree: Tree, amounts: Sequence[Count]) -> Sequence[Count]:
    """Return amounts with those before "among" taken for parts: "two women were among eight people killed"."""
    at = next((k for k, c in enumerate(amounts) if k and tree.lower[c.first - 1] in AMONG), 0)
    return [*(replace(c, part=True) for c in amounts[:at]), *amounts[at:]] if at else amounts


def _parts_alone(tree: Tree, parts: Sequence[Count]) -> Figure:
    """Return what is told only as part of a number that is not given: "the dead included four children" is four or more."""
    kept = _one_telling(tree, list(parts))
    first, low = kept[0].first, sum(c.low for c in kept)
    shares = tuple(_share(tree, c, within=True) for c in kept)
    span = tree.words(first, kept[-1].end)
    if any(tree.lower[t] in cues().tolls for t in range(max(0, first - OF_WHOM), first)):
        return Figure(low, low, None, span, "figure.part-of", shares)
    one = kept[0]  # part of something else: "harsh penalties including several executions"
    return Figure(
        one.low, one.best, one.high, tree.words(one.first, one.end), one.rule, shares if len(shares) > 1 else ()
    )


def _shares(tree: Tree, kept: Sequence[Count], others: Sequence[Count]) -> tuple[Share, ...]:
    """Return the amounts by side; none for a single amount of people of no known side.

    Amounts beside those kept are counted in them when they are parts, or the breakdown that follows the one kept.
    """
    told = _one_telling(tree, [c for c in (*kept, *others) if not c.part])
    inner = [c for c in others if c.part or c in told]
    found = [_share(tree, c, within=False) for c in kept] + [_share(tree, c, within=True) for c in inner]
    return tuple(found) if len(found) > 1 or found[0].side not in ("", "person") else ()


def _share(tree: Tree, c: Count, *, within: bool) -> Share:
    return Share(c.low, c.high, side_of(tree, c), tree.words(c.first, c.end), within)


def side_of(tree: Tree, c: Count) -> Side:
    """Return whose side the counted are on, by the nouns that count them: "15 civilians", "27 pro-government fighters"."""
    w = words()
    counted = [tree.lemma[t].lower() for t in range(c.last if c.rule == ONE else c.last + 1, c.end + 1)]
    if any(n in w.combatants for n in counted):
        return "civilians" if w.denied & {*counted} else "combatants"
    if any(n in w.civilians for n in counted):
        return "civilians"
    return "person" if c.rule == ONE else ""


def joined(tree: Tree, a: Count, b: Count) -> bool:
    """Tell whether two amounts are joined so that one deed holds for both."""
    gap = range(a.end + 1, b.first)
    if len(gap) > REACH + 1:
        return False
    verb = any(tree.pos[t] == "VERB" and (tree.tag[t] != "VBG" or _harms(tree, t)) for t in gap)
    return not verb and (not gap or any(tree.lower[t] in cues().joins for t in gap) or b.part)


def _harms(tree: Tree, t: int) -> bool:
    """Tell whether a verb says what befell people: "wounding" begins a deed of its own, "including" none."""
    return tree.lemma[t].lower() in cues().verbs


def one_deed(tree: Tree, a: Count, b: Count) -> bool:
    """Tell whether one deed holds for both amounts, told once for both or left out the second time."""
    return joined(tree, a, b) or _gapped(tree, a, b)


def _gapped(tree: Tree, a: Count, b: Count) -> bool:
    """Read "30 were killed in Homs and another five in Hama": after "and" an amount and a place, and no verb of its own."""
    before, after = b.first - 1, b.end + 1
    before -= tree.lower[before] in words().additional
    if (
        not (a.end < before <= a.end + GAP)
        or tree.lower[before] not in LISTING
        or after >= len(tree)
        or tree.tag[after] != "IN"
    ):
        return False
    clause = range(after, min(len(tree), after + GAP))
    ends = next((t for t in clause if tree.lower[t] in (";", ".", "and", "while")), clause.stop)
    verbs = (t for t in range(after, ends) if tree.pos[t] in ("VERB", "AUX") and tree.tag[t] != "VBG")
    return all(tree.dep[t] in ASIDES for t in verbs)


def _one_telling(tree: Tree, amounts: list[Count]) -> list[Count]:
    """Return the first amount and those told in one breath with it: joined, or expressly further ("five others")."""
    for k in range(1, len(amounts)):
        a, b = amounts[k - 1], amounts[k]
        dashed = any(tree.lower[t] in DASHES for t in range(a.end + 1, b.first))
        further = b.noun >= 0 and tree.lower[b.noun] in words().pronouns
        if dashed or not (further or one_deed(tree, a, b)):
            return amounts[:k]
    return amounts


def _without_breakdown(tree: Tree, amounts: list[Count]) -> list[Count]:
    """Leave out amounts that together make up the one before them ("23 people, nine children and 14 others")."""
    if len(amounts) < 2 or sum(c.low for c in amounts[1:]) != amounts[0].low:
        return amounts
    added = any(tree.lower[t] in ADDING for t in range(amounts[0].end + 1, amounts[1].first))
    return amounts if added else amounts[:1]
