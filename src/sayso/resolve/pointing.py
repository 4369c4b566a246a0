"""Wordings that name no place ("the area", "the town", "there"): the last place named before, with wider doubt, or none."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.where import Place, Precision
from sayso.resolve.bodies import body_at
from sayso.resolve.gazetteer import Known, named, seat
from sayso.resolve.place_words import kind_of, word_set
from sayso.resolve.placekeys import key
from sayso.resolve.relations import laid
from sayso.resolve.toponyms import TOKEN, Toponym

CAPITAL = "capital"
WIDER, LOOSER = 2.0, 15.0
"""Kilometres added to the radius of the last place: when the words point at it, and when they only name a thing somewhere about it."""
DEFINITE = frozenset({"the", "this", "that", "there", "here", "it", "these", "its"})
KINDS: dict[str, Precision] = {"town": "town", "province": "province", "country": "country", "quarter": "area"}


def points_back(text: str, names: tuple[Toponym, ...]) -> bool:
    """Tell whether a wording names no place of its own: no name in it, or only a people's ("Syrian troops")."""
    if not names:
        return True
    alone = len(names) == 1 and names[0].people and names[0].asked != CAPITAL
    if alone and names[0].asked == "border":
        return True
    if alone and names[0].asked in KINDS and text.casefold().startswith(("the ", "this ", "that ")):
        return True
    return alone and not names[0].asked and not _only(names[0].text, text) and names[0].bearing is None


def _only(people: str, text: str) -> bool:
    """Tell whether a wording is nothing but the word for a people, in the plural or possessive too."""
    bare = text.strip(" .,")
    return bare in {people, f"{people}s", f"{people}'s", f"{people}’s"}


def no_place(text: str, names: tuple[Toponym, ...]) -> bool:
    """Tell whether a wording only names groups or persons, without a noun of place: "Syrian leader Bashar al-Assad".

    So does an acronym that no place is known by ("VBIED"), and a noun of place that means people ("the international community").
    """
    tokens = TOKEN.findall(text)
    if all(name.text.isupper() and not name.country for name in names) and _is_acronym(tokens):
        return True
    if not names and any(w in text.casefold() for w in word_set("nowhere")):
        return True
    bodies = n = 0
    while n < len(tokens):
        size = body_at(tokens, n) if tokens[n][0].isupper() else 0
        if not size and _points(tokens[n].casefold()):
            return False
        bodies += bool(size)
        n += size or 1
    return bodies > 0 and all(name.people for name in names)


def _is_acronym(tokens: list[str]) -> bool:
    """Tell whether a wording is one word of capitals and nothing the gazetteer knows."""
    plain = [t for t in tokens if t[0].isalnum() and t.casefold() not in DEFINITE | {"a", "an"}]
    return (
        len(plain) == 1 and plain[0].isalpha() and plain[0].isupper() and len(plain[0]) > 1 and not named(key(plain[0]))
    )


def kind_meant(text: str) -> str:
    """Return the kind of place that a wording without a name asks for: the last noun of a kind in it; "" for none."""
    kind = next((k for w in reversed(TOKEN.findall(text)) if (k := kind_of(w.casefold()))), "")
    return "town" if kind == CAPITAL else kind


def only_capital(text: str) -> bool:
    """Tell whether a wording is "the capital" and no more than a preposition."""
    tokens = {w.casefold() for w in TOKEN.findall(text)}
    return CAPITAL in tokens and tokens <= {CAPITAL, "the", "city"} | word_set("within") | word_set("beside")


def same_as_before(place: Place, last: Place | None, by_kind: dict[str, Place]) -> Place:
    """Return the place pointed back at; the place as it was, unknown, when nothing came before."""
    words = [w.casefold() for w in TOKEN.findall(place.text)]
    kind = kind_meant(place.text)
    if "capital" in words and "provincial" in words and (found := _provincial_capital(place, by_kind.get("province"))):
        return found
    meant = by_kind.get(KINDS.get(kind, "unknown"), last)
    if meant is None or meant.lat is None or not any(map(_points, words)):
        return replace(place, precision="unknown", rule="place.not-found")
    definite = (
        bool(words)
        and words[0] in DEFINITE
        and any(w in word_set("back_nouns") or w in word_set("back") for w in words)
    )
    same = definite and meant.id is not None and meant is by_kind.get(KINDS.get(kind, ""))
    if same and meant.relation and (whole := _known(meant)):
        return _laid(place, whole, "place.as-before")
    return replace(
        place, name=meant.name, id=meant.id if same else None, lat=meant.lat, lon=meant.lon,
        radius_km=round((meant.radius_km or 0.0) + (0.0 if same else WIDER if definite else LOOSER), 1),
        precision=meant.precision if same or meant.precision in {"province", "country"} else "area",
        relation=place.relation or (None if same else "in-area"),
        rule="place.as-before" if definite else "place.about-the-last",
    )  # fmt: skip


def _provincial_capital(place: Place, province: Place | None) -> Place | None:
    """Return the seat of the province named last; None when none was named or its seat isn't known by its name."""
    known = _known(province) if province else None
    town = seat(known) if known else None
    return _laid(place, town, "place.provincial-capital") if town else None


def _points(word: str) -> bool:
    """Tell whether a word is a noun of a place, or stands for one."""
    nouns = word_set("back_nouns")
    return (
        bool(nouns & {word, word.removesuffix("s"), word.removesuffix("es")})
        or word in word_set("back")
        or bool(kind_of(word))
    )


def _known(place: Place) -> Known | None:
    """Return the gazetteer's place that a resolved one was named after."""
    return next((p for p in named(key(place.name.removesuffix(" province"))) if p.id == place.id), None)


def named_earlier(place: Place, known: Known) -> Place:
    """Return the place that the text named earlier, for a wording that points at it."""
    return _laid(place, known, "place.named-before")


def _laid(place: Place, known: Known, rule: str) -> Place:
    where = laid(known, Toponym(known.name, "first", relation=place.relation or ""))
    return replace(
        place, name=known.name, id=known.id, lat=where.lat, lon=where.lon, radius_km=where.radius, precision=where.precision,
        relation=where.relation, rule=rule,
    )  # fmt: skip
