"""Who is at the desk, as the pages ask for it, and the roles they need."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from fastapi import HTTPException, Request

from sayso.show.desk.accounts import ROLES, Role


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks. ``role`` is "" for nobody signed in; ``accounts`` tells whether the desk has any."""

    name: str
    role: Role | Literal[""]
    csrf: str
    accounts: bool = False


NOBODY = Person("", "", "", accounts=True)


def person(request: Request) -> Person:
    """Return who sent a request."""
    found: Person = request.state.person
    return found


def need(role: Role) -> Callable[[Request], Awaitable[Person]]:
    """Return the dependency that lets in whoever has at least a role; others get 401 (nobody) or 403 (a lower role)."""

    async def needed(request: Request) -> Person:
        who = person(request)
        if not who.role:
            raise HTTPException(401, "sign in first")
        if ROLES.index(who.role) < ROLES.index(role):
            raise HTTPException(403, f"this needs the role {role}; {who.name} has the role {who.role}")
        return who

    return needed
