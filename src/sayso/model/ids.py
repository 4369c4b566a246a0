"""Ids are digests of content: the same content has the same id on every machine."""

from __future__ import annotations

import hashlib

ID_LENGTH = 16
"""Hex digits kept of a SHA-256: 64 bits, enough that ten million ids collide with a chance under one in 300,000."""


def digest(prefix: str, *parts: str) -> str:
    """Return ``prefix`` and the first digits of the SHA-256 over the parts, which are kept apart by a zero byte."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return prefix + hashlib.sha256(joined).hexdigest()[:ID_LENGTH]
