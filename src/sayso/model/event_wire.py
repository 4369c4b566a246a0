"""Events, accounts, matches, judgements and withdrawals to their wire form and back, by the codec of ``model.wire``."""

from __future__ import annotations

import msgspec

from sayso.model.event import Account, Event, Match
from sayso.model.review import Judgement, Withdrawal

_encoder = msgspec.json.Encoder()
_account = msgspec.json.Decoder(Account)
_match = msgspec.json.Decoder(Match)
_judgement = msgspec.json.Decoder(Judgement)
_event = msgspec.json.Decoder(Event)
_withdrawal = msgspec.json.Decoder(Withdrawal)


def encode(record: Account | Match | Judgement | Event | Withdrawal) -> str:
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
