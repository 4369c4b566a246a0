"""Names of actors to identities: aliases, demonyms, "17 Daesh fighters", and bare words tied to the article's country."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.resolve.actor_index import Index, Known, fold, index, word_set

LONGEST = 16
"""Words of a name that are looked at; longer ones are descriptions."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a name is. ``member`` marks somebody of the body rather than the body itself ("a US official")."""

    known: Known
    rule: str
    alternatives: tuple[str, ...] = ()
    member: bool = False


def identify(name: str, country: str = "") -> tuple[str, str | None, tuple[str, ...]]:
    """Return the canonical name, the id and the names it might be instead; an unknown name stays as it stands.

    ``country`` is the article's country (``dominant_country``), to which bare words such as "the army" are tied.
    """
    found = look_up(name, country)
    if found is None or found.member:
        return name, None, ()
    return found.known.name, found.known.id, found.alternatives


@lru_cache(maxsize=8192)
def look_up(name: str, country: str = "") -> Identity | None:
    """Return who a name is, None when nobody known."""
    known = index()
    words = fold(name[:300])[:LONGEST]
    if not words:
        return None
    if name.islower() and " ".join(words) not in known.lower:
        return generic(name.strip(), words, known, country)
    return (
        whole(words, known, country)
        or generic(name.strip(), words, known, country)
        or part(words, known, country)
        or unbound(name[:300], known, country)
        or before_comma(name, country)
    )


def whole(words: list[str], known: Index, country: str) -> Identity | None:
    """Return the bearer of exactly this name."""
    bearers = known.names.get(" ".join(words))
    return chosen(bearers, country, "actor.name") if bearers else None


def chosen(bearers: tuple[Known, ...], country: str, rule: str) -> Identity:
    """Return the bearer from the article's country, else the first; the others stay as alternatives."""
    best = next((b for b in bearers if country and b.country == country), bearers[0])
    return Identity(best, rule, tuple(b.name for b in bearers if b is not best), member=best.person)


def part(words: list[str], known: Index, country: str) -> Identity | None:
    """Return the bearer of the longest known name inside, when the other words don't make it someone else."""
    reach = [min(known.longest.get(w, 0), len(words) - k) for k, w in enumerate(words)]
    for size in range(min(len(words) - 1, max(reach)), 0, -1):
        for at in range(len(words) - size + 1):
            if reach[at] < size or not (bearers := known.names.get(" ".join(words[at : at + size]))):
                continue
            rest = words[:at] + words[at + size :]
            if not bearers[0].bare and rest_is_filler(rest, known, bearers):
                found = chosen(bearers, country, "actor.name-with-fillers")
                himself = found.known.person and not folded("collective").intersection(rest)
                return Identity(found.known, found.rule, found.alternatives, member=himself)
            if folded("members").intersection(rest):
                found = chosen(bearers, country, "actor.member")
                return Identity(found.known, found.rule, found.alternatives, member=True)
    return None


def rest_is_filler(rest: list[str], known: Index, bearers: tuple[Known, ...]) -> bool:
    """Tell whether the words beside a name leave it the same actor; its own short name may stand there too."""
    fillers = folded("fillers")
    return all(w.lower() in fillers or w.isdecimal() or bearers[0] in known.names.get(w, ()) for w in rest)


def unbound(name: str, known: Index, country: str) -> Identity | None:
    """Return who it is once compounds that only tell sides are left out ("the ISIS-linked Amaq agency")."""
    plain = compounds().sub(" ", name)
    if plain == name:
        return None
    words = fold(plain)[:LONGEST]
    return whole(words, known, country) or part(words, known, country) if words else None


def before_comma(name: str, country: str) -> Identity | None:
    """Return who it is by the words before what is told of them ("the Taliban, which has staged …")."""
    first, comma, _ = name.partition(",")
    return look_up(first, country) if comma and first.strip() else None


@cache
def compounds() -> re.Pattern[str]:
    """Return the pattern of compounds such as "US-backed" and "anti-Assad"."""
    ends, begins = "|".join(word_set("bound")), "|".join(word_set("bound_before"))
    return re.compile(rf"\b[\w.]{{1,40}}[ -]+(?:{ends})\b|\b(?:{begins})-\w{{1,40}}", re.IGNORECASE)


@cache
def folded(name: str) -> frozenset[str]:
    """Return one list of the mention words, folded as names are."""
    return frozenset(w.lower() for word in word_set(name) for w in fold(word))


def generic(name: str, words: list[str], known: Index, country: str) -> Identity | None:
    """Return the organ a bare word means in the article's country: a stated guess, with the plain words as alternative."""
    if country not in known.theatres:
        return None
    quantities = folded("quantities")
    at = 0
    while at < len(words) - 1 and (words[at].isdecimal() or words[at] in quantities):
        at += 1
    members = folded("members")
    bare = [w for w in words[at:] if w not in members or len(words) - at == 1]
    for plain, member in ((words[at:], False), (bare, True)):
        organ = known.organs.get((country, known.generic.get(" ".join(plain), "?")))
        if organ is not None:
            return Identity(organ, "actor.generic-by-country", (name,), member)
    return None


def dominant_country(names: Iterable[str]) -> str:
    """Return the code of the country at war that names and demonyms point at most often, "" when none does."""
    known = index()
    counts: Counter[str] = Counter()
    for name in names:
        words = fold(name)[:LONGEST]
        for k, word in enumerate(words):
            code = known.countries.get(word) or known.countries.get(" ".join(words[k : k + 2]))
            if code in known.theatres:
                counts[code] += 1
    return counts.most_common(1)[0][0] if counts else ""
