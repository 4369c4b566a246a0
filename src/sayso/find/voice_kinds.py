"""What kind of voice a source is, whether it is named, and whether it is a party, by its own words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.find.kind_words import KindTables, kind_tables
from sayso.find.saying import Speaker
from sayso.find.tree import Tree
from sayso.model.who import VoiceKind

WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*\.?")
OWNED = re.compile(r"['’]s?$")
ALLEGIANCE = re.compile(
    r"-(?:linked|backed|held|run|based|affiliated|controlled|led|aligned|allied|owned|funded|affiliate)$"
)


@dataclass(frozen=True, slots=True)
class Kinded:
    """A source's kind, whether it names anybody, its party and the rule that told; ``sure`` is False where nothing spoke for a kind."""

    kind: VoiceKind
    named: bool
    party: bool | None = None
    rule: str = "kind.unknown"
    sure: bool = False


def kind_of(tree: Tree, speaker: Speaker) -> Kinded:
    """Return the kind of the source whose words are the speaker's."""
    first, last = speaker.first, speaker.last
    head = speaker.noun if first <= speaker.noun <= last else last
    words = [w for i in range(first, last + 1) for w in _split(tree.text[i])]
    office = _office(tree, speaker, head)
    at = sum(len(_split(tree.text[i])) for i in range(first, office + 1)) - 1
    kind, party, rule = kind_of_words([w.lower() for w in words], max(0, at))
    if kind is None and tree.entity[head] == "GPE" and last - first <= 2:
        kind, rule = "government", "kind.place"
    named = _named(tree, speaker, head, kind)
    return Kinded(kind or "unspecified", named, party, rule, sure=kind is not None)


def _office(tree: Tree, speaker: Speaker, head: int) -> int:
    """Return the noun of office in apposition to a person's name ("Ravid, an [analyst] for Haaretz"), else the head itself."""
    if tree.tag[head] not in ("NNP", "NNPS"):
        return head
    return next(
        (
            k
            for k in tree.children[head]
            if tree.dep[k] == "appos" and tree.tag[k] in ("NN", "NNS") and head < k <= speaker.last
        ),
        head,
    )


def _split(token: str) -> list[str]:
    """Return the words of a token: possessive marks off, "ISIS-linked" without the bond."""
    return [OWNED.sub("", w) for w in WORD.findall(token)]


def kind_of_words(words: list[str], head: int) -> tuple[VoiceKind | None, bool | None, str]:
    """Return kind, party and rule for words in lower case; ``head`` is the index of the word the phrase hangs on."""
    tables = kind_tables()
    words = [ALLEGIANCE.sub("-", w) for w in words]
    heads = [tables.heads.get(singular(w)) or tables.heads.get(w) for w in words]
    found = _longest(words, tables)
    k = heads[head] if head < len(words) else None
    if found and (k is None or found[0] <= head < found[1] or _bonded(words, head)):
        return found[2:]
    if k in ("media", "witness-local", "medical-rescue", "expert") or (k and found is None):
        return k, None, "kind.head"
    if found:
        return found[2:]
    for table, rule in ((tables.modifiers, "kind.modifier"), (tables.heads, "kind.word"), (tables.roles, "kind.role")):
        if k := next((table[s] for w in words if (s := w if w in table else singular(w)) in table), None):
            return k, None, rule
    if any(w in tables.states for w in words) and len(words) <= 3:
        return "government", None, "kind.state"
    return None, None, "kind.unknown"


def _bonded(words: list[str], head: int) -> bool:
    """Tell whether a body's name right after the head word makes the head a mere title ("monitor SOHR")."""
    return head + 1 < len(words) and words[head + 1] in kind_tables().bodies


def _longest(words: list[str], tables: KindTables) -> tuple[int, int, VoiceKind, bool | None, str] | None:
    """Return where the longest known phrase among the words stands and what it says; of two as long, the last."""
    best: tuple[int, int, VoiceKind, bool | None, str] | None = None
    for a in range(len(words)):
        for b in range(min(len(words), a + tables.longest), a, -1):
            phrase = " ".join(words[a:b])
            last = " ".join([*words[a : b - 1], singular(words[b - 1])])
            hit = _look(phrase, last, tables)
            if hit and (best is None or b - a >= best[1] - best[0]):
                best = (a, b, *hit)
                break
    return best


def _look(phrase: str, singular_phrase: str, tables: KindTables) -> tuple[VoiceKind, bool | None, str] | None:
    if phrase in tables.outlets:
        return "media", None, "kind.outlet"
    if kind := tables.bodies.get(phrase) or tables.bodies.get(singular_phrase):
        known = tables.names.get(phrase)
        return kind, known[1] if known else None, "kind.body"
    if known := tables.names.get(phrase):
        return known[0], known[1], "kind.name"
    return None


def singular(word: str) -> str:
    """Return a plural in -s or -men as its singular; other words as they are."""
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _named(tree: Tree, speaker: Speaker, head: int, kind: VoiceKind | None) -> bool:
    """Tell whether the words name one person or body; a plural or a mass of people names nobody."""
    tables, lower, first = kind_tables(), tree.lower[head], tree.lower[speaker.first]
    if _person_heads(tree, speaker) or _known_body(tree, speaker, head, kind):
        return True
    if (tree.tag[head] == "NNS" and lower not in tables.single) or tree.pos[head] == "PRON":
        return False
    if tree.tag[head] in ("NNP", "NNPS") and first not in ("a", "an") and lower not in tables.collective:
        return True
    if lower in tables.collective:
        return _ends_in_name(tree, speaker, head)
    if first in tables.anonymous:
        return _ends_in_name(tree, speaker, head) or _body_of_its_own(tree, speaker)
    return _single(tree, speaker, head, kind)


def _single(tree: Tree, speaker: Speaker, head: int, kind: VoiceKind | None) -> bool:
    """Tell whether a common noun points at one body or office: by a name beside it, or by "the"."""
    tables, lower, first = kind_tables(), tree.lower[head], tree.lower[speaker.first]
    if any(tree.tag[i] in ("NNP", "NNPS") for i in range(speaker.first, speaker.last + 1)):
        known = lower in tables.single or singular(lower) in tables.single
        return known or _ends_in_name(tree, speaker, head) or _body_of_its_own(tree, speaker)
    return lower in tables.single and (first in ("the", "its", "their", "his") or kind in ("government", "military"))


def _body_of_its_own(tree: Tree, speaker: Speaker) -> bool:
    """Tell whether the phrase ends in an organisation's name with no office beside it ("medical charity Doctors Without Borders")."""
    if tree.entity[speaker.last] != "ORG" or tree.tag[speaker.last] not in ("NNP", "NNPS", "-RRB-"):
        return False
    roles = kind_tables().roles
    return not any(
        singular(tree.lower[i]) in roles
        or tree.lower[i] in ("source", "sources", "member", "members", "of", "at", "with", "from", "to")
        for i in range(speaker.first, speaker.last)
    )


def _known_body(tree: Tree, speaker: Speaker, head: int, kind: VoiceKind | None) -> bool:
    """Tell whether the words are a body by its own name: an outlet, "State TV", "the Houthi rebels", "an infuriated United Nations"."""
    tables, tokens = kind_tables(), range(speaker.first, speaker.last + 1)
    words = " ".join(tree.lower[i] for i in tokens).removeprefix("the ")
    if (
        words in tables.outlets
        or words in tables.owned
        or ((words in tables.names or words in tables.bodies) and tree.text[speaker.last][:1].isupper())
    ):
        return True
    proper = any(tree.tag[i] in ("NNP", "NNPS") for i in tokens)
    if (
        kind == "armed-group"
        and proper
        and tree.lower[speaker.first] == "the"
        and tables.heads.get(singular(tree.lower[head])) == "armed-group"
    ):
        return True
    if kind == "military" and tree.tag[head] == "NNS" and head > speaker.first:
        return f"{tree.lower[head - 1]} {tree.lower[head]}" in tables.bodies and (
            proper or tree.lower[speaker.first] == "the"
        )
    if tree.lower[head] in ("tv", "television", "radio") and proper:
        return tree.lower[speaker.first] not in tables.anonymous
    return tree.tag[head] in ("NNP", "NNPS") and tree.entity[head] == "ORG" and kind == "international-org"


def _person_heads(tree: Tree, speaker: Speaker) -> bool:
    """Tell whether a person's name is what is meant, not the owner of what is ("Trump's spokesman")."""
    for i in range(speaker.first, speaker.last + 1):
        owner = i + 1 < len(tree) and tree.tag[i + 1] == "POS"
        if tree.entity[i] != "PERSON" or owner or tree.tag[i] not in ("NNP", "NNPS"):
            continue
        if i in (speaker.noun, speaker.last) or tree.dep[i] in ("appos", "compound", "flat", "nsubj", "conj"):
            return True
    return False


def _ends_in_name(tree: Tree, speaker: Speaker, head: int) -> bool:
    """Tell whether a name in apposition follows the head ("a monitor, SOHR"), or the phrase ends in one."""
    return any(
        tree.dep[k] == "appos" and tree.tag[k] in ("NNP", "NNPS") and k <= speaker.last for k in tree.children[head]
    )
