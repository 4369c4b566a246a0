"""Shapes of the word lists that say who speaks: words of saying, source nouns and bodies by kind."""

from __future__ import annotations

from msgspec import Struct, field

from sayso.model.who import VoiceKind


class VerbGroup(Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs of saying that keep their content in the same places.

    ``trails``: the verb may stand after what is said ("…, he said"). ``clause``: a clause follows ("said that …").
    ``object``: the object is what is said ("denied the report"). ``after``: so is what stands after these prepositions.
    ``infinitive``: so is an infinitive ("vowed to fight"). ``urges``: object and infinitive together ("urged them to go").
    """

    id: str
    verbs: list[str]
    trails: bool = False
    clause: bool = False
    object: bool = False
    after: list[str] = field(default_factory=list)
    infinitive: bool = False
    urges: bool = False


class CueNouns(Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that carry a statement: with "that", with "of", without a holder, and those that need one."""

    clause: list[str]
    of: list[str]
    holderless: list[str]
    never_alone: list[str]


class Cues(Struct, frozen=True, forbid_unknown_fields=True):
    """``voices/cues``: the words by which something is laid in somebody's mouth."""

    groups: list[VerbGroup]
    told: list[str]
    weak: list[str]
    cites: list[str]
    citing: list[str]
    carries: list[str]
    unsaid: list[str]
    tails: list[str]
    resumes: list[str]
    infer: list[str]
    puts: list[str]
    tolls: list[str]
    talking: list[str]
    claimable: list[str]
    breaks: list[str]
    modals: list[str]
    makes: list[str]
    carriers: list[str]
    not_speakers: list[str]
    pronouns: list[str]
    accordings: list[str]
    nouns: CueNouns
    evidence: list[str]
    shows: list[str]
    seems: list[str]
    reportedly: list[str]
    impersonal: list[str]
    raised: list[str]
    adjuncts: list[str]
    adjunct_openers: list[str]
    documents: list[str]
    leads: list[str]


class Responsibility(Struct, frozen=True, forbid_unknown_fields=True):
    """``voices/responsibility``: the words by which somebody takes a deed upon himself or refuses it."""

    nouns: list[str]
    refused: list[str]
    takes: list[str]
    refuses: list[str]
    nobody: list[str]
    claims: list[str]
    joins: list[str]


class KindWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell the kind of a source.

    ``heads`` decide when they head the phrase, whatever stands beside them ("state *media*"). ``bodies`` are phrases
    that decide wherever they stand. ``modifiers`` decide for a head that says no kind ("*rebel* spokesman").
    ``roles`` are heads that decide when nothing beside them does ("minister").
    """

    kind: VoiceKind
    heads: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    modifiers: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


class Kinds(Struct, frozen=True, forbid_unknown_fields=True):
    """``voices/kinds``: words by kind, heads that say none, and what makes a source named or not.

    ``blank`` are heads without a kind of their own. ``collective`` are plurals and mass nouns that name nobody.
    ``capitals`` stand for governments. ``single`` are common nouns that, with "the", point at one body.
    ``owned`` are names of bodies made of common words ("state TV").
    """

    kinds: list[KindWords]
    blank: list[str]
    collective: list[str]
    anonymous: list[str]
    single: list[str]
    owned: list[str]
    capitals: list[str]
    titles: list[str]
