"""Events, accounts, matches and what people decided, to their wire form and back, by the codec of ``model.wire``."""

from __future__ import annotations

import msgspec

from sayso.model.event import Account, Event, Match, Summary
from sayso.model.review import Dossier, Judgement, Review, Undone, Withdrawal

_encoder = msgspec.json.Encoder()
_account = msgspec.json.Decoder(Account)
_match = msgspec.json.Decoder(Match)
_judgement = msgspec.json.Decoder(Judgement)
_event = msgspec.json.Decoder(Event)
_withdrawal = msgspec.json.Decoder(Withdrawal)
_summary = msgspec.json.Decoder(Summary)
_review = msgspec.json.Decoder(Review)
_undone = msgspec.json.Decoder(Undone)
_dossier = msgspec.json.Decoder(Dossier)

Record = Account | Match | Judgement | Event | Withdrawal | Summary | Review | Undone | Dossier


def encode(record: Record) -> str:
    """Return a record as one line of JSON: its fields by name; spans as ``{"start", "end"}``."""
    return _encoder.encode(record).decode()


def account(data: str) -> Account:
    """Return the account of a line; the reverse of ``encode``.

    Raises:
        msgspec.ValidationError: when the line is no account.
    """
    return _account.decode(data)


def match(data: str) -> Match:
    """Return the match of a line; errors as of ``account``."""
    return _match.decode(data)


def judgement(data: str) -> Judgement:
    """Return the judgement of a line; errors as of ``account``."""
    return _judgement.decode(data)


def event(data: str) -> Event:
    """Return the event of a line; errors as of ``account``."""
    return _event.decode(data)


def withdrawal(data: str) -> Withdrawal:
    """Return the withdrawal of a line; errors as of ``account``."""
    return _withdrawal.decode(data)


def summary(data: str) -> Summary:
    """Return the summary of a happening of a line; errors as of ``account``."""
    return _summary.decode(data)


def review(data: str) -> Review:
    """Return the review of a line; errors as of ``account``."""
    return _review.decode(data)


def undone(data: str) -> Undone:
    """Return the undoing of a line; errors as of ``account``."""
    return _undone.decode(data)


def dossier(data: str) -> Dossier:
    """Return the dossier of a line; errors as of ``account``."""
    return _dossier.decode(data)
