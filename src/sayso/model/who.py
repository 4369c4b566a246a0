"""Who speaks and who acts: links of a chain of voices, actors and targets, and names seen in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.model.span import Span

VoiceKind = Literal[
    "government", "military", "armed-group", "international-org", "ngo-monitor", "media",
    "witness-local", "medical-rescue", "expert", "politician", "unspecified",
]  # fmt: skip
VOICE_KINDS: tuple[VoiceKind, ...] = get_args(VoiceKind)


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the chain of who says so.

    ``source`` covers the words that name the source; None when it is implied ("reportedly", "photos show").
    ``cue`` covers the words of saying. ``named`` is False for anonymous or collective sources ("a US official",
    "activists"). ``party`` tells whether the voice is a party to the conflict; None when that is not known.
    ``name`` is the source as resolved inside the article ("the ministry" → the ministry named before); "" if implied.
    ``rule`` names what read the link.
    """

    name: str
    kind: VoiceKind
    named: bool
    source: Span | None
    cue: Span | None
    rule: str
    party: bool | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who did something, or to whom it was done: the words, the name, and the identity if one was found."""

    name: str
    span: Span
    rule: str
    id: str | None = None
    alternatives: tuple[str, ...] = ()


MentionLabel = Literal["person", "organisation", "place", "group", "other"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A proper name seen in the text; material for the resolvers (what "he" or "the group" may point at)."""

    span: Span
    label: MentionLabel
    rule: str
