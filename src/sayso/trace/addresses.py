"""Web addresses as versions of an article are told by them: what only says how a reader came, or on which device, is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from sayso.vocab.loader import load
from sayso.vocab.shapes.versions import Addresses

LONGEST = 2048
"""Code points beyond which words are taken for no address."""
WEB = re.compile(r"https?://\S+\Z", re.IGNORECASE)
PORTS = {80, 443, None}
UNQUOTED = "/:@!$&'()*+,;=~-._%"


@dataclass(frozen=True, slots=True)
class Address:
    """An address in the one form that all its variants have, and when an archive saw the page (UTC, ISO 8601; "" when none says)."""

    plain: str
    seen: str = ""


@cache
def words() -> Addresses:
    """Return the parts of addresses that tell no article from another."""
    found: Addresses = load("trace/addresses", Addresses)
    return found


@cache
def _archives() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.IGNORECASE) for p in words().archives)


def address(said: str) -> Address | None:
    """Return the address of one article; None for what is none, or leads to a site's front page, which every article shares."""
    said = said.strip()
    if len(said) > LONGEST:
        return None
    seen = ""
    for pattern in _archives():
        if (m := pattern.match(said)) is not None:
            seen = _moment(m.groupdict().get("stamp") or "")
            said = unquote(m["address"]) if "%3A" in m["address"][:12].upper() else m["address"]
            said = said if "//" in said[:9] else f"http://{said}"
            break
    plain = _plain(said) if WEB.match(said) else ""
    return Address(plain, seen) if plain else None


def _plain(url: str) -> str:
    """Return host, path and telling parameters; "" when nothing but a host is left."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if "." not in host:
        return ""
    host = _host(host) + ("" if port in PORTS else f":{port}")
    path = _path(parts.path)
    kept = sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(k))
    return f"{host}{path}{'?' + urlencode(kept) if kept else ''}" if path or kept else ""


def _host(host: str) -> str:
    """Return a host without the beginning of a variant for phones, as long as a site is left."""
    for start in words().hosts:
        if host.startswith(start) and "." in host[len(start) :]:
            return _host(host[len(start) :])
    return host


def _path(path: str) -> str:
    path = quote(unquote(re.sub(r"/{2,}", "/", path)), safe=UNQUOTED.replace("%", "")).rstrip("/")
    for end in words().endings:
        if path.lower().endswith(end):
            return _path(path[: -len(end)])
    return path


def _tracks(name: str) -> bool:
    low = name.lower()
    return low in _tracking() or low.startswith(tuple(words().tracking_beginnings))


@cache
def _tracking() -> frozenset[str]:
    return frozenset(name.lower() for name in words().tracking)


def _moment(stamp: str) -> str:
    """Return digits of a moment (YYYYMMDDhhmmss, or fewer) as ISO 8601; "" when they give no day."""
    stamp = stamp if len(stamp) % 2 == 0 else stamp[:-1]
    if len(stamp) < len("YYYYMMDD"):
        return ""
    full = stamp + "000000"[: 14 - len(stamp)]
    return f"{full[:4]}-{full[4:6]}-{full[6:8]}T{full[8:10]}:{full[10:12]}:{full[12:14]}+00:00"
