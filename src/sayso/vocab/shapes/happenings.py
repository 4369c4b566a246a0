"""Shapes of ``vocab/happenings/*.yaml`` (one file a kind of happening) and ``vocab/units/*.yaml`` (how claims are cut out)."""

from __future__ import annotations

from msgspec import Struct, field

from sayso.model.happening import HappeningKind


class Word(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that bear a kind, and what must stand beside them.

    ``lemmas`` are lower case; one with spaces is a run of neighbouring lemmas. ``subject`` and ``object`` are read by sense
    (a passive verb's subject is its object); a noun's object is what its "of" phrase or the word before it names.
    ``near`` must and ``never`` must not stand anywhere in the unit, ``particle`` must hang on the word itself, ``unless`` must not be its object.
    In all of these "@name" stands for a class of ``vocab/units/classes.yaml``.
    ``weight`` says how surely the words mean this kind (0 to 1); ``sure`` words count in any article, others only where
    the article is about a conflict; ``generic`` words take a closer kind from what was told before.
    """

    lemmas: list[str]
    object: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    near: list[str] = field(default_factory=list)
    never: list[str] = field(default_factory=list)
    particle: list[str] = field(default_factory=list)
    unless: list[str] = field(default_factory=list)
    weight: float = 0.9
    sure: bool = False
    generic: bool = False


class Kind(Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of happening: what it is, what it is not, who is actor and who target, its words, and its codes elsewhere.

    ``plover`` is an event type, with its mode after a slash where every happening of the kind has that one; ``context`` are
    PLOVER contexts that hold for the kind as such; ``acled_like`` is a sub-type. A code is "" where none fits the whole kind.
    """

    id: HappeningKind
    label: str
    definition: str
    excludes: str
    actor: str
    target: str
    plover: str
    cameo: str
    acled_like: str
    context: list[str] = field(default_factory=list)
    verbs: list[Word] = field(default_factory=list)
    nouns: list[Word] = field(default_factory=list)


class Classes(Struct, frozen=True):
    """Named classes of words (lower case lemmas) that the lists of kinds refer to as "@name"."""

    classes: dict[str, list[str]]


class Cutting(Struct, frozen=True):
    """Words by which a sentence is cut into claims.

    ``leads`` are words a claim does not begin with; ``staying`` are conjunctions whose clause stays with its governor, and
    ``unasserted`` those whose clause is only supposed; ``harm`` are verbs that tell the cost of a deed and stay with it;
    ``empty`` verbs with a deed as subject only point at the clause after them ("the attack comes as …"); ``rhetoric`` are verbs
    whose clause holds nothing to check, ``checking`` verbs that tell, when denied or made unlikely, that a report was not verified.
    ``attacks`` are verbs of attack, which keep their casualties;
    ``lying`` are verbs that tell where one of ``places`` lies; ``alongside`` conjunctions that bring more of the same cost;
    ``transitive`` are verbs of deeds with one object, by which a lost verb is known.
    """

    leads: list[str]
    staying: list[str]
    unasserted: list[str]
    harm: list[str]
    empty: list[str]
    deeds: list[str]
    rhetoric: list[str]
    checking: list[str]
    attacks: list[str]
    lying: list[str]
    places: list[str]
    alongside: list[str]
    transitive: list[str]


class Sharper(Struct, frozen=True, forbid_unknown_fields=True):
    """When a general word means a sharper kind: the kinds it may stand ``over``, and the ``signs`` that must be near, as they stand in texts.

    Plain words too ("the bomb went off") mean it where a sign stands at most ``plain`` units away (-1: they never do).
    """

    over: list[HappeningKind]
    signs: list[str]
    plain: int = -1


class Weighing(Struct, frozen=True):
    """Words by which kinds are weighed.

    ``light`` are verbs that carry the noun of a deed; ``losing`` verbs of ground whose subject loses it; ``casualty`` verbs that
    tell deaths and wounds, of whatever cause, and ``deadly`` the kinds that may be that cause; ``pointed`` are nouns that, with one of ``definite`` before them,
    point back at a deed told before, and ``close`` the kinds they may point at; with one of ``new`` they point at nothing told yet. ``unstated`` words make "State" and "Syrian" no state, unless one of ``stated`` is there. A deed's noun brought by one of ``within`` is where the clause happens;
    by one of ``far`` it only stands beside it. ``spoken`` are kinds that the saying itself may be ("threatened to …").
    Nouns that ``aside`` prepositions bring are not what a deed is done to. After words of ``trying`` ground has not been taken. ``unmade`` general words name nobody who does it; ``attacks`` are deeds of their own unless another is told near.
    ``static`` words tell a state of affairs; after one of ``sequence`` stands what came before or after. ``means`` are the kinds that a general word may mean where
    these are not all close ones; ``sharper`` kinds are meant by general words where their signs stand near.
    """

    light: list[str]
    losing: list[str]
    casualty: list[str]
    deadly: list[HappeningKind]
    pointed: list[str]
    definite: list[str]
    new: list[str]
    close: list[HappeningKind]
    unstated: list[str]
    stated: list[str]
    within: list[str]
    far: list[str]
    spoken: list[HappeningKind]
    aside: list[str]
    trying: list[str] = field(default_factory=list)
    unmade: list[str] = field(default_factory=list)
    attacks: list[str] = field(default_factory=list)
    static: list[str] = field(default_factory=list)
    sequence: list[str] = field(default_factory=list)
    means: dict[str, list[HappeningKind]] = field(default_factory=dict)
    sharper: dict[HappeningKind, Sharper] = field(default_factory=dict)
