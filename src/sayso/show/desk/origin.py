"""Where a request says it comes from: the host it was sent to, and the page that sent it."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from sayso.model.problem import SaysoError

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""Names of this machine that nobody else can give an address of their own."""


def host(header: str) -> str:
    """Return the name in a Host header without port and brackets, as names are compared; "" when it is none."""
    found = _HOST.fullmatch(header)
    return (found["v6"] or found["name"]).lower() if found else ""


_HOST = re.compile(r"(?:\[(?P<v6>[0-9A-Fa-f:.]+)\]|(?P<name>[0-9A-Za-z._-]+))(?::[0-9]{0,5})?")


def named(names: frozenset[str]) -> frozenset[str]:
    """Return names and addresses of hosts as ``host`` gives them; they may have ports, brackets and letters of any script.

    Raises:
        SaysoError: when one is no host.
    """
    return frozenset(_named(n) for n in names)


def _named(name: str) -> str:
    try:
        found = host(f"[{name}]" if name.count(":") > 1 and "[" not in name else name.encode("idna").decode())
    except UnicodeError:
        found = ""
    if not found:
        raise SaysoError(f"not a host: {name!r} (write it without http://)")
    return found


def known(headers: Headers, names: frozenset[str]) -> bool:
    """Tell whether a request was sent to one of these hosts: a foreign name that leads here would let its owner's pages read all."""
    sent = headers.getlist("host")
    return len(sent) == 1 and host(sent[0]) in names


def own(headers: Headers, scheme: str) -> bool:
    """Tell whether a request comes from a page of the desk, as far as it says; programs that are no browser say nothing."""
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    return all(_same(o, headers.get("host", ""), scheme) for o in headers.getlist("origin"))


def _same(origin: str, sent_to: str, scheme: str) -> bool:
    """Compare names and ports. A proxy in front may have taken the encryption off, so only a page without it is refused here."""
    try:
        from_page = urlsplit(origin)
    except ValueError:
        return False
    schemes = {"https"} if scheme == "https" else {"http", "https"}
    return from_page.scheme in schemes and from_page.netloc.lower() == sent_to.lower()


def embedded(headers: Headers) -> bool:
    """Tell whether another site's page asks for something to build in or read; following a link to the desk is none."""
    foreign = headers.get("sec-fetch-site", "none") not in {"same-origin", "none"}
    return foreign and (headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")) != ("navigate", "document")


def loopback(name: str) -> bool:
    """Tell whether a host to listen at is reached from this machine alone."""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def refuse_beyond_loopback(name: str, *, accounts: bool) -> None:
    """Refuse to listen beyond this machine without accounts.

    Raises:
        SaysoError: when others could reach the host, and there are no accounts.
    """
    if not accounts and not loopback(name):
        raise SaysoError(
            f"{name or 'every address'} can be reached from other machines: turn accounts on with --users FILE, or listen at 127.0.0.1"
        )
