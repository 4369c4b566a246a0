"""Finds the place names inside a wording, the kind of place each asks for, and how each lies to the one before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.resolve.bodies import body_at
from sayso.resolve.gazetteer import alike, country_words, named
from sayso.resolve.joins import Join, joined
from sayso.resolve.place_words import Gap, kind_of, read_gap, stands_off, word_set, words
from sayso.resolve.placekeys import key
from sayso.resolve.province_words import dotted, province_at
from sayso.resolve.ways import between_ends

TOKEN = re.compile(r"[^\W_]+(?:['’`.\-–][^\W_]+)*|[,;/()]")
POSSESSIVE = re.compile(r"['’`]s$")
ARTICLED = re.compile(r"^(?:al|el|as|ar|an|ash|at|az|ad|adh|ath|es|ez|ed|er|et|esh|eth|edh|ul)[-–]\w")
ARTICLE = re.compile(r"^(?:al|el|as|ar|an|ash|at|az|ad|adh|ath|es|ez|ed|er|et|esh|eth|edh|ul)$")
ENGLISH = frozenset({"as", "at", "an"})
"""Arabic articles that written small are English words too: "Abu as Sakhrah" is one name where a gazetteer has it."""
MOST_TOKENS = 80
LONGEST_NAME = 5
CLOSE = 0.8
WELL_KNOWN = 20_000
CURATED = "sayso:"
WORLD = 200_000
"""People that a curated place is taken to have: a part of the world of that name ("EU") is meant where it stands alone."""
AREAS = frozenset({"province", "district"})
"""Kinds that a name may state itself: "Powhatan County", "Homs Governorate"."""
REACH = 4
"""How many words after a name may stand before the noun that says its kind: "the Shaar natural gas field"."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """One name in a wording.

    ``text`` is the name without possessive s, ``country`` the ISO code when it names a country (``people`` when by a
    demonym), ``asked`` the kind of place the words ask for ("" if none), ``relation`` and ``bearing`` (degrees from north)
    how the happening lies to it, ``inside`` whether the bearing names a part of it, ``km`` a stated distance,
    ``reaches`` whether an "of" stands between the bearing and the name, so that it may hold for a name after it.
    """

    text: str
    join: Join
    country: str = ""
    people: bool = False
    asked: str = ""
    relation: str = ""
    bearing: float | None = None
    inside: bool = False
    km: float | None = None
    possessive: bool = False
    reaches: bool = False


@lru_cache(maxsize=4_096)
def toponyms(text: str, near: tuple[str, ...]) -> tuple[Toponym, ...]:
    """Return the names in a wording, in order; ``near`` are the countries in which a misspelled name may be known by its bones."""
    text = between_ends(text)
    tokens = [_token(m[0], text, m.end()) for m in TOKEN.finditer(text)][:MOST_TOKENS]
    lower = [t.casefold() for t in tokens]
    if len(tokens) == 1 and any(p.kind == "area" and p.people == WORLD for p in named(key(tokens[0]))):
        return (Toponym(tokens[0], "first"),)
    found: list[Toponym] = []
    i = last = 0
    while i < len(tokens):
        if found and lower[i] in word_set("stops"):
            break
        size, name = _name_at(tokens, lower, i, near)
        if name is None:
            i += size
            continue
        if found and found[-1].people and _belongs_apart(lower[last:i]):
            found.pop()
        here = _set(name, tokens, lower, (last, i, i + size), found)
        if name.people and (_displaced(lower, i + size) or (here.asked and found and last == i)):
            # "the Yarmouk Palestinian refugee camp", "Hmeimim Russian air base": whose it is, not where it lies
            found[-1:] = [replace(f, asked=f.asked or here.asked) for f in found[-1:]]
        else:
            found.append(here)
        i = last = i + size
    return _shared(found)


def _token(word: str, text: str, end: int) -> str:
    """Return a word, with the full stop after it where it is a province's short form: "Ky."."""
    return word + "." if text.startswith(".", end) and dotted(word + ".") else word


def _displaced(lower: list[str], end: int) -> bool:
    return end < len(lower) and lower[end] in word_set("displaced")


def _belongs_apart(before: list[str]) -> bool:
    """Tell whether a demonym says whose the thing is, not where the name lies: "the Russian base at Hmeimim"."""
    return any(w in word_set("within") | word_set("beside") for w in before if w != "of")


def _name_at(tokens: list[str], lower: list[str], i: int, near: tuple[str, ...]) -> tuple[int, Toponym | None]:
    """Return how many tokens at ``i`` are a name, and the name."""
    held = re.split("[-–]", lower[i])[-1] in word_set("holding")
    if held or lower[i] in word_set("back") or not _starts(tokens, lower, i):
        return 1, None
    if (area := province_at(tokens, i)) and i + 1 < MOST_TOKENS:
        return 1, Toponym(area[0].name, "first", asked="province")
    body = body_at(tokens, i)
    return (body, None) if body else _known_at(tokens, lower, i, near)


def _known_at(tokens: list[str], lower: list[str], i: int, near: tuple[str, ...]) -> tuple[int, Toponym | None]:
    """Return how many tokens at ``i`` are a place's name, and the name: the longest that the gazetteer has, a country, or a run of capitals."""
    limit = _run(tokens, lower, i)
    for size in range(limit, 1, -1):
        name = " ".join(tokens[i : i + size])
        if ARTICLE.match(lower[i + size - 1]):
            continue
        if (known := named(key(POSSESSIVE.sub("", name)))) and (
            known[0].id.startswith(CURATED) or not _all_common(lower[i : i + size])
        ):
            if country := _country(tokens, i):
                return country if country[0] >= size else (size, _plain(name))
            return size, _plain(name)
    if country := _country(tokens, i):
        return country
    if kind_of(lower[i]) and _is_curated(tokens, i):
        return 1, _plain(tokens[i])
    common = lower[i] in word_set("fillers") and not (_is_article(tokens[i], lower[i]) and limit > 1)
    if common or kind_of(lower[i]) or lower[i] in words().bearings:
        return 1, None
    return _best_run(tokens, lower, i, limit, near)


def _is_curated(tokens: list[str], i: int) -> bool:
    """Tell whether a capitalised noun of place by itself is the name of one that the news speaks of: "the Gulf"."""
    follows = tokens[i + 1] if i + 1 < len(tokens) else ""
    known = named(key(tokens[i]))
    return bool(known) and known[0].id.startswith(CURATED) and not follows[:1].isupper() and follows != "of"


def _best_run(tokens: list[str], lower: list[str], i: int, limit: int, near: tuple[str, ...]) -> tuple[int, Toponym]:
    """Return the longest run known by its bones, else the first word if it is known, else the whole run."""
    own = next((n for n in range(limit) if n and _ends_run(tokens, lower, i + n)), limit)
    for size in range(own, 1, -1):
        if ARTICLE.match(lower[i + size - 1]) or (size < own and ARTICLE.match(lower[i + size])):
            continue
        name = _plain(" ".join(tokens[i : i + size]))
        if any(likely[1] >= CLOSE for code in near for likely in alike(key(name.text), code)[:1]):
            return size, name
    if own > 1 and _stands_alone(tokens, i, own):
        return 1, _plain(tokens[i])
    return own, _plain(" ".join(tokens[i : i + own]))


def _ends_run(tokens: list[str], lower: list[str], n: int) -> bool:
    return bool(kind_of(lower[n])) or lower[n] in word_set("fillers") or _country(tokens, n) is not None


def _stands_alone(tokens: list[str], i: int, own: int) -> bool:
    """Tell whether the first word of an unknown run is a well-known place, each of the next beginning a name of its own.

    Some collections lost their commas: "al-Midan al-Faid" are two places, "Maarah al-Naasan" is one.
    """
    apart = all(ARTICLED.match(t.casefold()) for t in tokens[i + 1 : i + own]) and bool(
        ARTICLED.match(tokens[i].casefold())
    )
    return apart and any(p.people >= WELL_KNOWN for p in named(key(tokens[i])))


def _starts(tokens: list[str], lower: list[str], i: int) -> bool:
    token = tokens[i]
    if token[0].isupper() or ARTICLED.match(token):
        return True
    return _is_article(token, lower[i]) and i + 1 < len(tokens) and tokens[i + 1][0].isupper()


def _is_article(token: str, lower: str) -> bool:
    """Tell whether a word is an Arabic article; small "at", "as" and "an" are English."""
    return bool(ARTICLE.match(lower)) and not (token.islower() and lower in word_set("fillers"))


def _run(tokens: list[str], lower: list[str], i: int) -> int:
    """Return how many tokens from ``i`` on look like one name: capitals, Arabic articles, numbers, no punctuation."""
    size = 1
    while size < LONGEST_NAME and i + size < len(tokens):
        token = tokens[i + size]
        named_before = token[0].isupper() or token[0].isdigit() or ARTICLED.match(token)
        linked = (
            i + size + 1 < len(tokens)
            and tokens[i + size + 1][0].isupper()
            and (
                lower[i + size] == "of"
                or _is_article(token, lower[i + size])
                or (token in ENGLISH and bool(named(key(" ".join(tokens[i : i + size + 2])))))
            )
        )
        kind = kind_of(lower[i + size])
        if not (named_before or linked or kind) or POSSESSIVE.search(tokens[i + size - 1]):
            break
        size += 1
    while size > 1 and (tokens[i + size - 1] == "of" or ARTICLE.match(lower[i + size - 1])):
        size -= 1
    return size


def _all_common(lower: list[str]) -> bool:
    return all(w in word_set("fillers") or kind_of(w) or w in words().bearings for w in lower)


def _plain(name: str) -> Toponym:
    """Return a name with its possessive s taken off, also where the apostrophe was lost and only the bare name is known."""
    bare = POSSESSIVE.sub("", name)
    if bare == name and name.endswith("s") and not named(key(name)) and named(key(name[:-1])):
        return Toponym(name[:-1], "first", possessive=True)
    return Toponym(bare, "first", possessive=bare != name)


def _country(tokens: list[str], i: int) -> tuple[int, Toponym] | None:
    """Return the country named at ``i`` and how many tokens its name has."""
    first = POSSESSIVE.sub("", tokens[i])
    for head in (first, first.removesuffix("s")) if first.endswith("s") else (first,):
        for parts, code, people in country_words().get(head, ()):
            size = len(parts)
            here = [POSSESSIVE.sub("", t) for t in tokens[i : i + size]]
            if head != first and size == 1:
                here = [head]
            if tuple(here) == parts or (size > 1 and here[:-1] == list(parts[:-1]) and here[-1] == parts[-1] + "s"):
                owned = tokens[i + size - 1] != parts[-1]
                follows = tokens[i + size] if i + size < len(tokens) else ""
                adjective = people or (parts[-1].isupper() and follows.islower() and not stands_off(follows))
                return size, Toponym(" ".join(parts), "first", code, adjective, possessive=owned)
    return None


def _set(name: Toponym, tokens: list[str], lower: list[str], at: tuple[int, int, int], found: list[Toponym]) -> Toponym:
    """Return a name with what the words around it say."""
    last, start, end = at
    before = lower[last:start]
    gap = read_gap(before[before.index(",") + 1 :] if found and "," in before else before)
    after, relation = _after(tokens, lower, end)
    join = _join(before, found[-1], gap) if found else "first"
    join = "within" if join == "and" and name.country and not before else join
    own = kind_of(lower[end - 1]) if end - start > 1 else ""
    asked = (own if own in AREAS else "") or after or gap.asked or name.asked
    if join == "held" and asked == "province" and gap.inside:
        # "Syria's eastern Deir ez-Zor province" says where the province lies, not which part of it is meant
        gap = replace(gap, bearing=None, inside=False)
    inherited = (
        found[-1] if join == "held" and (found[-1].people or found[-1].possessive) and _crosses(found[-1]) else None
    )
    if inherited:
        gap = replace(
            gap, relation=inherited.relation, bearing=inherited.bearing, inside=inherited.inside, km=inherited.km
        )
    return replace(
        name, join=join, asked=asked, relation=relation or gap.relation, bearing=gap.bearing, inside=gap.inside, km=gap.km, reaches=gap.reaches,
    )  # fmt: skip


def _crosses(people: Toponym) -> bool:
    """Tell whether a relation before a demonym belongs to the noun after it: "near the Syrian city of Hama"."""
    return bool(people.relation) or (people.bearing is not None and people.reaches)


def _after(tokens: list[str], lower: list[str], end: int) -> tuple[str, str]:
    """Return the kind a noun soon after a name asks for, and the relation it states: "Tabaqa airport", "Aleppo outskirts"."""
    for word, token in zip(lower[end : end + REACH], tokens[end : end + REACH], strict=True):
        relation = words().after.get(word) or words().after.get(word.removesuffix("s"))
        if relation or kind_of(word):
            return kind_of(word), relation or ""
        if not token[0].isalnum() or stands_off(word) or token[0].isupper():
            break
    return "", ""


def _join(before: list[str], previous: Toponym, gap: Gap) -> Join:
    owner = previous.people or previous.possessive
    return joined(before, gap, border=previous.asked == "border", owner=owner, country=bool(previous.country))


def _shared(found: list[Toponym]) -> tuple[Toponym, ...]:
    """Return the names with the kind that joined names share laid on each: "Ibsah and Taibah fields", "the towns of A and B"."""
    for n in range(len(found) - 1, 0, -1):
        if found[n].join == "and" and found[n].asked and not found[n - 1].asked and not found[n - 1].country:
            found[n - 1] = replace(found[n - 1], asked=found[n].asked)
    for n in range(1, len(found)):
        if found[n].join == "and" and not found[n].asked and found[n - 1].asked and not found[n].country:
            found[n] = replace(found[n], asked=found[n - 1].asked)
    return tuple(replace(t, join="and") if _in_list(found, n) else t for n, t in enumerate(found))


def _in_list(found: list[Toponym], n: int) -> bool:
    """Tell whether the comma before a name only separates it in a list: "Aleppo, Idlib and Hama"."""
    name = found[n]
    listed = name.join == "within" and not name.country and not name.asked and found[n - 1].join in {"first", "and"}
    return listed and n + 1 < len(found) and found[n + 1].join == "and"
