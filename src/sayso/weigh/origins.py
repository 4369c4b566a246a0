"""How many independent sources a happening has: accounts that go back to the same words are one, and the reasons are said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from sayso.model.event import Account, Origin, Source
from sayso.model.ids import digest
from sayso.vocab.loader import load
from sayso.vocab.outlet_names import outlet_key
from sayso.vocab.shapes.weigh import Grades
from sayso.weigh import stems

MEDIA = "media"
"""The kind of voice whose words are an outlet's: one with what its own articles tell."""


class Families(Protocol):
    """What ``trace`` finds: which articles carry one wire story, whose words an article's own are, and what a citation goes back to."""

    def family(self, article: str) -> str:
        """Return the id of the family an article belongs to."""
        ...

    def outlet(self, article: str) -> str:
        """Return the key of the outlet whose words an article's own words are; "" when nobody says."""
        ...

    def source(self, claim: str) -> Source | None:
        """Return what a claim laid to an outlet goes back to; None when no article of that outlet is known to say so."""
        ...


class EachItsOwn:
    """Nothing is traced: every article is its own family, and citations lead nowhere."""

    def family(self, article: str) -> str:
        """Return the article's own id."""
        return article

    def outlet(self, article: str) -> str:  # noqa: ARG002 (the shape of Families)
        """Return nothing."""
        return ""

    def source(self, claim: str) -> Source | None:  # noqa: ARG002 (the shape of Families)
        """Return nothing."""
        return None


@cache
def grading() -> Grades:
    """Return the rules of grading."""
    rules: Grades = load("weigh/grades", Grades)
    return rules


@dataclass(frozen=True, slots=True)
class _Own:
    """An account that names nobody: ``marks`` say whose own words it is (families "f:", outlets "u:"), ``cites`` whom it lays them to."""

    account: Account
    marks: frozenset[str]
    cites: tuple[str, ...]


def origins(accounts: Sequence[Account], families: Families) -> tuple[Origin, ...]:
    """Return the independent origins of a happening, each with the accounts that go back to it.

    An origin is a named voice, whoever carries its words; two names of which one holds the other are one voice. What an article
    lays to nobody in particular is its outlet's own, and one with all that the outlet tells, with what others lay to that outlet, and
    with the copies of its wire story; where the outlet's own article names a voice, what is laid to the outlet is that voice's.
    A wire story whose named voice is counted already adds none. Whose words they are is unknown where the outlet isn't named.
    """
    family = {a.article: families.family(a.article) for a in accounts}
    spoken = {a.id: _voices(a, families) for a in accounts}
    alias = _one_voice({key: name for held in spoken.values() for key, name in held.items()})
    voiced: dict[str, set[str]] = {}
    for a in accounts:
        for key in spoken[a.id]:
            voiced.setdefault(alias[key], set()).add(a.id)
    covered = {family[a.article] for a in accounts if spoken[a.id]}
    own = _own_words([_told(a, families) for a in accounts if not spoken[a.id]])
    names = {alias[key]: name for held in spoken.values() for key, name in sorted(held.items()) if alias[key] == key}
    found = [_voiced(names[key], accounts, held, family) for key, held in sorted(voiced.items())]
    found += [_own(held, family) for held in own if not {family[o.account.article] for o in held} <= covered]
    return tuple(sorted(found, key=lambda o: (o.voice == "", o.voice, o.id)))


def _voices(a: Account, families: Families) -> dict[str, str]:
    """Return the named voices of an account that stand for somebody in particular, by key; a citation stands for what it leads to."""
    found = {}
    for t in a.tellers:
        s = families.source(t.claim) if t.core and t.voice_kind == MEDIA else None
        voice, name, kind, named = (
            (s.voice, s.voice_name, s.voice_kind, s.named) if s else (t.voice, t.voice_name, t.voice_kind, t.named)
        )
        if t.core and voice and named and kind != MEDIA and kind not in grading().collective:
            found[voice] = name
    return found


def _told(a: Account, families: Families) -> _Own:
    """Return whose own words an account is: of the outlets it lays them to, else of its own outlet and wire story."""
    marks: set[str] = set()
    cites = []
    for t in (t for t in a.tellers if t.core and t.voice_kind == MEDIA and t.named and t.voice_name):
        s = families.source(t.claim)
        marks |= {f"f:{families.family(s.article)}"} if s else set()
        marks.add(f"u:{s.outlet}" if s and s.outlet else f"u:{outlet_key(t.voice_name)}")
        cites.append(t.voice_name)
    if not marks:
        mine = families.outlet(a.article) or outlet_key(a.outlet)
        marks = {f"f:{families.family(a.article)}", *([f"u:{mine}"] if mine else [])}
    return _Own(a, frozenset(marks), tuple(dict.fromkeys(cites)))


def _one_voice(names: Mapping[str, str]) -> dict[str, str]:
    """Return for each voice the one it is taken for: the shortest name of two words or more that its own name holds."""
    parts = {key: frozenset(stems.names(name.title())) for key, name in names.items()}
    ranked = sorted((k for k in parts if len(parts[k]) > 1), key=lambda k: (len(parts[k]), k))
    return {key: next((k for k in ranked if parts[k] <= parts[key]), key) for key in names}


def _own_words(told: Sequence[_Own]) -> list[list[_Own]]:
    """Return the accounts that name nobody, those of one outlet or one wire story together."""
    groups: list[tuple[set[str], list[_Own]]] = []
    for o in sorted(told, key=lambda o: o.account.id):
        touched = [g for g in groups if g[0] & o.marks]
        merged = (set(o.marks).union(*(g[0] for g in touched)), [x for g in touched for x in g[1]] + [o])
        groups = [g for g in groups if g not in touched] + [merged]
    return [sorted(held, key=lambda o: o.account.id) for _, held in groups]


def _voiced(name: str, accounts: Sequence[Account], held: Iterable[str], family: Mapping[str, str]) -> Origin:
    mine = [a for a in accounts if a.id in set(held)]
    articles = len({a.article for a in mine})
    if articles > 1:
        reason = f"{articles} articles carry what {name} says: one origin, however many print it"
        split = f"proof that two are called {name}, or that {name} told two of them apart"
    else:
        reason, split = f"one article carries what {name} says", ""
    return _origin(f"v:{name.casefold()}", name, mine, family, (reason,), split, known=True)


def _own(told: Sequence[_Own], family: Mapping[str, str]) -> Origin:
    """Return the origin of what an outlet tells in its own voice, with what others lay to that outlet."""
    mine = [o.account for o in told]
    keys = sorted({m.removeprefix("u:") for o in told for m in o.marks if m.startswith("u:")})
    names = {outlet_key(n): n for o in told for n in (o.account.outlet, *o.cites) if n}
    outlets = [names.get(key, key) for key in keys]
    reasons = [
        f"{' and '.join(outlets) or 'an unnamed outlet'}: told in its own voice, or laid to nobody in particular"
    ]
    citing = len({o.account.article for o in told if o.cites})
    if citing:
        reasons.append(f"{citing} article{' lays' if citing == 1 else 's lay'} it to {' and '.join(outlets)}")
    several = len({a.article for a in mine}) > 1
    if several and len(told) > citing:
        reasons.append(f"{len({a.article for a in mine})} articles of one outlet, or of one wire story")
    split = "proof that one of these articles was written without the other's words" if several else ""
    key = f"u:{keys[0]}" if keys else f"f:{family[mine[0].article]}"
    voice = " and ".join(outlets) if citing and all(o.cites for o in told) else ""
    return _origin(key, voice, mine, family, tuple(reasons), split, known=bool(keys))


def _origin(
    key: str,
    voice: str,
    mine: Sequence[Account],
    family: Mapping[str, str],
    reasons: tuple[str, ...],
    would_split: str,
    *,
    known: bool,
) -> Origin:
    through = tuple(sorted({family[a.article] for a in mine}))
    held = tuple(sorted(a.id for a in mine))
    return Origin(digest("o", key), voice, known, through, held, reasons, would_split)
