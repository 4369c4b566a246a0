"""What a name and a password have to be, and the one form in which each is compared."""

from __future__ import annotations

import unicodedata

from sayso.model.problem import SaysoError

SHORTEST, LONGEST = 12, 1024
"""Characters of a password."""
LONGEST_NAME = 64
BETWEEN = frozenset(" .-_@'’")
"""What may stand between the letters and digits of a name."""


def plain(name: str) -> str:
    """Return a name as it is kept and compared: composed letters, no space around."""
    return unicodedata.normalize("NFC", name[: 4 * LONGEST_NAME]).strip()


def fit_name(name: str) -> str:
    """Return a name as it is kept. It stands beside what people decide, so it shows what it is: letters and digits of any script.

    Raises:
        SaysoError: when it is empty, too long, or has characters that can't be told apart or seen.
    """
    found = plain(name)
    whole = 0 < len(found) <= LONGEST_NAME and len(name) <= 4 * LONGEST_NAME
    if not whole or not all(_written(c) or c in BETWEEN for c in found) or found[0] in BETWEEN or "  " in found:
        raise SaysoError(
            f"a name has 1 to {LONGEST_NAME} letters and digits, between them {' '.join(sorted(BETWEEN))} or a space"
        )
    return found


def _written(letter: str) -> bool:
    """Tell whether it is a letter, a digit or a mark on one: categories of Unicode."""
    return unicodedata.category(letter)[0] in "LM" or letter.isdecimal()


def alike(one: str, other: str) -> bool:
    """Tell whether two names differ at most in capitals or in how letters are encoded: people would take them for one."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def fit_password(password: str) -> bytes:
    """Return what is hashed of a password.

    Raises:
        SaysoError: when it is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise SaysoError(f"a password has {SHORTEST} to {LONGEST} characters; this one has {len(password)}")
    return secret(password)


def secret(password: str) -> bytes:
    """Return what is hashed of a password: keyboards encode the same letters in more than one way (NIST SP 800-63B §5.1.1.2)."""
    return unicodedata.normalize("NFKC", password[: LONGEST + 1]).encode("utf-8", "surrogatepass")
