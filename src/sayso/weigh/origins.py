"""How many independent sources a happening has: accounts that go back to the same words are one, and the reasons are said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Protocol

from sayso.model.event import Account, Origin, Teller
from sayso.model.ids import digest
from sayso.vocab.loader import load
from sayso.vocab.shapes.weigh import Grades
from sayso.weigh import stems


class Families(Protocol):
    """Which articles carry one wire story: what ``trace`` finds; until it does, each article is a family of its own."""

    def family(self, article: str) -> str:
        """Return the id of the family an article belongs to."""
        ...


class EachItsOwn:
    """No copies are known: every article is its own family."""

    def family(self, article: str) -> str:
        """Return the article's own id."""
        return article


@cache
def grading() -> Grades:
    """Return the rules of grading."""
    rules: Grades = load("weigh/grades", Grades)
    return rules


def origins(accounts: Sequence[Account], families: Families) -> tuple[Origin, ...]:
    """Return the independent origins of a happening, each with the accounts that go back to it.

    An origin is a named voice, whoever carries its words; two names of which one holds the other are one voice. What an article
    lays to nobody in particular is its outlet's own, and one with all that the outlet tells and with the copies of its wire story;
    a wire story whose named voice is counted already adds none. Whose words they are is unknown where the outlet isn't named.
    """
    family = {a.article: families.family(a.article) for a in accounts}
    spoken = {a.id: _voices(a) for a in accounts}
    alias = _one_voice({key: name for held in spoken.values() for key, name in held.items()})
    voiced: dict[str, set[str]] = {}
    for a in accounts:
        for key in spoken[a.id]:
            voiced.setdefault(alias[key], set()).add(a.id)
    covered = {family[a.article] for a in accounts if spoken[a.id]}
    own = _own_words([a for a in accounts if not spoken[a.id]], family)
    names = {alias[key]: name for held in spoken.values() for key, name in sorted(held.items()) if alias[key] == key}
    found = [_voiced(names[key], accounts, held, family) for key, held in sorted(voiced.items())]
    found += [_own(held, family) for held in own if not {family[a.article] for a in held} <= covered]
    return tuple(sorted(found, key=lambda o: (o.voice == "", o.voice, o.id)))


def _voices(a: Account) -> dict[str, str]:
    """Return the named voices of an account that stand for somebody in particular, by key."""
    return {t.voice: t.voice_name for t in a.tellers if _speaks_for_itself(t)}


def _speaks_for_itself(t: Teller) -> bool:
    return t.core and bool(t.voice) and t.named and t.voice_kind not in grading().collective


def _one_voice(names: Mapping[str, str]) -> dict[str, str]:
    """Return for each voice the one it is taken for: the shortest name of two words or more that its own name holds."""
    parts = {key: frozenset(stems.names(name.title())) for key, name in names.items()}
    ranked = sorted((k for k in parts if len(parts[k]) > 1), key=lambda k: (len(parts[k]), k))
    return {key: next((k for k in ranked if parts[k] <= parts[key]), key) for key in names}


def _own_words(accounts: Sequence[Account], family: Mapping[str, str]) -> list[list[Account]]:
    """Return the accounts that name nobody, those of one outlet or one wire story together."""
    groups: list[tuple[set[str], list[Account]]] = []
    for a in sorted(accounts, key=lambda a: a.id):
        marks = {f"f:{family[a.article]}", *([f"u:{a.outlet.casefold()}"] if a.outlet else [])}
        touched = [g for g in groups if g[0] & marks]
        merged = (marks.union(*(g[0] for g in touched)), [x for g in touched for x in g[1]] + [a])
        groups = [g for g in groups if g not in touched] + [merged]
    return [sorted(held, key=lambda a: a.id) for _, held in groups]


def _voiced(name: str, accounts: Sequence[Account], held: Iterable[str], family: Mapping[str, str]) -> Origin:
    mine = [a for a in accounts if a.id in set(held)]
    articles = len({a.article for a in mine})
    if articles > 1:
        reason = f"{articles} articles carry what {name} says: one origin, however many print it"
        split = f"proof that two are called {name}, or that {name} told two of them apart"
    else:
        reason, split = f"one article carries what {name} says", ""
    return _origin(f"v:{name.casefold()}", name, mine, family, (reason,), split, known=True)


def _own(mine: Sequence[Account], family: Mapping[str, str]) -> Origin:
    outlets = sorted({a.outlet for a in mine if a.outlet})
    teller = " and ".join(outlets) or "an unnamed outlet"
    reason = f"{teller}: told in its own voice, or laid to nobody in particular"
    several = len({a.article for a in mine}) > 1
    why = (f"{len({a.article for a in mine})} articles of one outlet, or of one wire story",) if several else ()
    split = "proof that one of these articles was written without the other's words" if several else ""
    key = f"u:{outlets[0].casefold()}" if outlets else f"f:{family[mine[0].article]}"
    return _origin(key, "", mine, family, (reason, *why), split, known=bool(outlets))


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
