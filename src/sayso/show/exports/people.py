"""Who an actor is to other codebooks: a state's, an armed group, a coalition, civilians, fighters of no known side, or nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from sayso.model.who import Actor, Voice
from sayso.resolve import gazetteer
from sayso.resolve.actor_index import Known, index
from sayso.resolve.placekeys import key
from sayso.show.exports.crosswalk import plover
from sayso.vocab.loader import load, load_all
from sayso.vocab.shapes.actors import ActorFile
from sayso.vocab.shapes.exports import People

WORD = re.compile(r"[\w.'’-]+")
OFFICIAL = frozenset({
    "government", "military", "armed-group", "international-org", "ngo-monitor", "media", "expert", "politician",
})  # fmt: skip
"""Kinds of voices that speak in public; witnesses, medics and voices of no known kind may be private persons."""
NEAR, LOOKED_AT = 60, 20
"""Characters on either side of a name in which a word of office is looked for; how many places of the name are looked at."""
LARGE = 50_000
"""People from which on a place is large."""
ORGANISED = ("state", "nonstate", "coalition")


@dataclass(frozen=True, slots=True)
class Party:
    """One actor or target. ``side`` is state, nonstate, coalition, body, civilians, protesters, fighters, people or "" (a thing, or not known).

    ``country`` is the ISO 3166 code of an actor known by name, ``kind`` its kind.
    """

    name: str
    side: str
    kind: str = ""
    country: str = ""
    id: str = ""
    private: bool = False

    @property
    def civilian(self) -> bool:
        """Tell whether they are people who do not fight."""
        return self.side in {"civilians", "protesters"}

    @property
    def organised(self) -> bool:
        """Tell whether it is an organised side known by name."""
        return self.side in ORGANISED


def party(actor: Actor, text: str) -> Party:
    """Return who an actor is; ``text`` is the article."""
    known = _known(actor.name, actor.id or "")
    return known if known.id else replace(known, private=private(actor.name, text))


@lru_cache(maxsize=20_000)
def _known(name: str, ident: str) -> Party:
    known = _by_id().get(ident)
    if known is None:
        return Party(name, _side_by_words(name))
    side = known.side if known.side in ORGANISED else "body"
    return Party(
        known.name, "civilians" if known.kind == "witness-local" else side, known.kind, known.country.upper(), ident
    )


def all_civilian(parties: tuple[Party, ...]) -> bool:
    """Tell whether those who can be told are people who do not fight, and there are some; things beside them don't count."""
    told = [p for p in parties if p.side]
    return bool(told) and all(p.civilian for p in told)


@lru_cache(maxsize=1_000)
def private(name: str, text: str) -> bool:
    """Tell whether a name that is no known actor's may be a private person's.

    It is when it has a run of capitals that names no body, office or place, and ``text``, the article, puts no word of office near
    it. One capital word alone is a person's when the article has a longer name that ends in it.
    """
    words = WORD.findall(name)
    own = proper(name)
    folded = {w.lower() for w in words} | {_singular(w) for w in words}
    if not own or own.isupper() or (words[-1].islower() and _singular(words[-1]) in _people()):
        return False
    if folded & (_words("bodies") | _words("offices") | _words("pronouns")) or _place(own):
        return False
    if " " not in own and (len(words) > 2 or folded & _people() or not _ends_a_name(own, text)):
        return False
    return not _in_office(own.rpartition(" ")[2], text)


def _ends_a_name(word: str, text: str) -> bool:
    """Tell whether the article has a first name and this word after it."""
    return bool(re.search(rf"\b[A-Z][a-z]+ (?:[A-Z]\. )?{re.escape(word)}\b", text))


def _in_office(surname: str, text: str) -> bool:
    """Tell whether a word of office stands near one of the first places where the article has the name."""
    for n, found in enumerate(re.finditer(rf"\b{re.escape(surname)}\b", text)):
        near = text[max(0, found.start() - NEAR) : found.end() + NEAR]
        if n >= LOOKED_AT or {w.lower() for w in WORD.findall(near)} & _words("offices"):
            return n < LOOKED_AT
    return False


def _place(name: str) -> bool:
    """Tell whether a name is known as a place's: one word only when the place is large, for surnames are hamlets' names too."""
    found = gazetteer.named(key(name))
    return bool(found) if " " in name else any(p.people >= LARGE or p.kind in {"province", "country"} for p in found)


def private_voice(voice: Voice, text: str) -> bool:
    """Tell whether a voice may be a private person: of a kind that does not speak in public, and named like one."""
    return not voice.id and voice.kind not in OFFICIAL and private(voice.name, text)


def without(text: str, names: set[str]) -> str:
    """Return the text with every one of the names replaced by a mark."""
    mark = people().mark
    for name in sorted(names, key=lambda n: (-len(n), n)):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", mark, text)
    return text


def proper(name: str) -> str:
    """Return the part of a name that is a person's own: its longest run of capitals with the small words inside."""
    best: list[str] = []
    now: list[str] = []
    for word in WORD.findall(name):
        if word.lower() in _words("things"):
            now = []
        elif word[:1].isupper() or (now and word.lower() in _words("small")) or word.lower().startswith(("al-", "el-")):
            now.append(word)
        else:
            now = []
        if len(now) > len(best):
            best = list(now)
    return " ".join(best)


def sector(p: Party) -> str:
    """Return PLOVER's sector code, "" where none is known."""
    codes = plover().sectors
    if p.id.endswith("-police"):
        return codes["police"]
    if p.kind == "armed-group":
        return codes["paramilitary"] if p.side == "state" else codes["rebels"]
    if p.side in {"civilians", "protesters"}:
        return codes["civilians"]
    return codes["fighters"] if p.side == "fighters" else codes.get(p.kind, "")


def wikidata(p: Party) -> str:
    """Return the Wikidata id that the word lists give for an actor, "" for none."""
    return _wikidata().get(p.id, "")


@cache
def people() -> People:
    """Return the words about people."""
    words: People = load("exports/people", People)
    return words


@cache
def _by_id() -> dict[str, Known]:
    found = index()
    every = [k for bearers in found.names.values() for k in bearers]
    return {k.id: k for k in (*every, *found.organs.values())}


@cache
def _wikidata() -> dict[str, str]:
    return {a.id: a.wikidata for f in load_all("actors", ActorFile) for a in f.actors if a.wikidata}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(getattr(people(), name))


@cache
def _people() -> frozenset[str]:
    return _words("civilians") | _words("protesters") | _words("fighters") | _words("people")


def _side_by_words(name: str) -> str:
    """Return the side of people named by plain words ("group" for a body nobody knows), by the head of the phrase: the last word before "of", "in" and the like."""
    words = [w.lower() for w in WORD.findall(name)]
    cut = next(
        (n for n, w in enumerate(words) if n and w in {"of", "in", "from", "at", "who", "that", "with"}), len(words)
    )
    head = words[cut - 1] if words else ""
    for side in ("civilians", "protesters", "fighters", "people"):
        if {head, _singular(head)} & _words(side):
            return side
    return "group" if {w.lower() for w in WORD.findall(name) if w[:1].isupper()} & _words("bodies") else ""


def _singular(word: str) -> str:
    low = word.lower()
    if irregular := people().irregular.get(low):
        return irregular
    if low.endswith("ies"):
        return low[:-3] + "y"
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low
