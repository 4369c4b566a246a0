"""Shapes of ``vocab/actors/*.yaml`` (who acts in wars, and under which names) and ``vocab/mentions/<language>.yaml``."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from sayso.model.who import VoiceKind

Side = Literal["state", "nonstate", "coalition", "civilian"]


class ActorEntry(Struct, frozen=True):
    """One actor under all its names.

    ``id`` is a lasting slug; ``country`` the ISO 3166 code of where it acts or belongs, "" if many. ``since`` and ``until``
    are years, 0 if open or unknown. ``party`` tells whether it fights. ``wikidata`` is given only where it is certain.
    """

    id: str
    name: str
    kind: VoiceKind
    side: Side
    country: str = ""
    aliases: list[str] = field(default_factory=list)
    since: int = 0
    until: int = 0
    party: bool | None = None
    wikidata: str = ""


class State(Struct, frozen=True):
    """A state, from whose name and demonym the names of its organs are made (see ``Organ``).

    ``theatre`` marks countries where "the army" or "government forces" may stand without the country's name.
    ``government`` are further names of the government alone ("the Assad regime"), ``army`` of the forces, ``defence`` of the defence ministry;
    ``leaders`` are persons who speak for it. ``rebels`` and ``coalition`` are ids of the actors those bare words mean there.
    """

    id: str
    name: str
    demonyms: list[str]
    aliases: list[str] = field(default_factory=list)
    government: list[str] = field(default_factory=list)
    army: list[str] = field(default_factory=list)
    defence: list[str] = field(default_factory=list)
    army_name: str = ""
    leaders: list[str] = field(default_factory=list)
    rebels: str = ""
    coalition: str = ""
    theatre: bool = False
    party: bool | None = None


class Organ(Struct, frozen=True):
    """An organ every state has. ``name`` and ``aliases`` hold ``{d}`` for the demonym and ``{n}`` for the state's name.

    ``id`` is what follows the state's id. ``generic`` are the words for it that leave the state out.
    """

    id: str
    name: str
    kind: VoiceKind
    party: bool
    aliases: list[str]
    generic: list[str] = field(default_factory=list)
    extra: Literal["aliases", "government", "army", "defence", ""] = ""


class ActorFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of ``vocab/actors``."""

    actors: list[ActorEntry] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    organs: list[Organ] = field(default_factory=list)


class ShortForm(Struct, frozen=True):
    """Bare nouns that stand for a speaker named elsewhere ("the monitor").

    ``kinds`` are the kinds it may be, all if empty; ``same_word`` asks that it was named with that very noun.
    """

    nouns: list[str]
    kinds: list[VoiceKind] = field(default_factory=list)
    same_word: bool = False


class MentionWords(Struct, frozen=True):
    """How one language mentions again who was named before.

    ``articles`` and ``indefinite`` stand before nouns. ``people`` and ``things`` are pronouns for one person and for a body,
    ``many`` for several. ``fillers`` may stand beside a known name without changing who is meant ("ISIS *fighters*");
    ``quantities`` count people;
    ``members`` make it somebody of that body ("a US *official*").
    ``anonymous`` nouns name nobody: "the source" points at words with the same noun, or at nothing.
    ``collective`` beside a leader's name make it his side ("*forces* loyal to"); ``rebels`` and ``coalition`` are bare words for them.
    ``parties`` and ``bystanders`` are kinds of voices taken to be in a war or outside it when nothing nearer is known.
    ``bound`` close and ``bound_before`` open compounds that only tell sides ("ISIS-*linked*", "*anti*-Assad").
    """

    articles: list[str]
    indefinite: list[str]
    people: list[str]
    things: list[str]
    many: list[str]
    fillers: list[str]
    quantities: list[str]
    members: list[str]
    anonymous: list[str]
    collective: list[str]
    rebels: list[str]
    coalition: list[str]
    bound: list[str]
    bound_before: list[str]
    short_forms: list[ShortForm]
    parties: list[VoiceKind]
    bystanders: list[VoiceKind]
