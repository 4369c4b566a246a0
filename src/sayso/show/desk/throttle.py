"""How often somebody may try to sign in: so that passwords can't be guessed, and nobody can be locked out from elsewhere."""

from __future__ import annotations

import ipaddress
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

SECONDS = 15 * 60
"""How long a failure counts."""
HERE, ADDRESS, NAME = 5, 20, 50
"""Failures until one must wait: of a name at one address, of one address, of a name from anywhere.

The last is higher by far: with five, whoever knows a name could keep its owner out. Fifty tries in a quarter of an hour guess no
password of twelve characters."""
MOST = 10_000
"""Keys kept at once; beyond that those tried longest ago are dropped."""

Key = tuple[str, str]


@dataclass(slots=True)
class Throttle:
    """Counts tries to sign in. A try counts from its beginning: many at once do not slip by while the first is verified."""

    clock: Callable[[], float] = time.monotonic
    tries: dict[Key, list[float]] = field(default_factory=dict)

    def begin(self, name: str, address: str) -> int:
        """Count a try and return 0, or return the whole seconds to wait and count nothing."""
        now, limits = self.clock(), _limits(name, address)
        wait = max(self._wait(key, limit, now) for key, limit in limits.items())
        if wait <= 0:
            for key in limits:
                self.tries[key] = [*self.tries.pop(key, ()), now]
            self._forget()
        return max(0, math.ceil(wait))

    def _wait(self, key: Key, limit: int, now: float) -> float:
        """Return the seconds until a key is below its limit, forgetting what counts no more."""
        recent = [t for t in self.tries.get(key, ()) if t > now - SECONDS]
        if key in self.tries:
            self.tries[key] = recent
        return recent[-limit] + SECONDS - now if len(recent) >= limit else 0.0

    def _forget(self) -> None:
        while len(self.tries) > MOST:
            del self.tries[next(iter(self.tries))]

    def succeeded(self, name: str, address: str) -> None:
        """Take back a try that was none: failures of this name here are forgotten, those of others at the address are not."""
        for key, limit in _limits(name, address).items():
            left = self.tries.pop(key, [])[:-1]
            if left and limit != HERE:
                self.tries[key] = left


def _limits(name: str, address: str) -> dict[Key, int]:
    home = network(address)
    return {(name, home): HERE, ("", home): ADDRESS, (name, ""): NAME}


def network(address: str) -> str:
    """Return what one person has of addresses: the address, or with IPv6 the first 64 bits of it."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address or "-"
    if isinstance(found, ipaddress.IPv6Address):
        return str(found.ipv4_mapped or ipaddress.ip_network((found, 64), strict=False))
    return str(found)
