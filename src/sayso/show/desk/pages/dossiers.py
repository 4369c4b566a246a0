"""Dossiers: what a person picked, ordered and wrote, saved version by version, and published as plain pages."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from sayso.ledger import eventlines
from sayso.model.review import Dossier as Kept
from sayso.model.review import Item as KeptItem
from sayso.show.desk import claim_lines, happening_lines
from sayso.show.desk.answers import answer, body, desk, gives, gives_file, in_thread, missing
from sayso.show.desk.desk import Desk, Hands
from sayso.show.desk.gate import Person, need
from sayso.show.desk.shapes import Dossier, DossierAsk, DossierDetail, DossierPage, Item

router = APIRouter()
KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
MOST_ITEMS, LONGEST = 500, 20_000
Profile = Literal["public", "own"]
Coder = Annotated[Person, Depends(need("coder"))]


@router.get("/dossiers.json", **gives(DossierPage))
def listed(request: Request) -> Response:
    """All dossiers as last saved."""
    return answer(DossierPage([_line(k) for k in desk(request).hands().reviews.dossiers()]))


@router.get("/dossiers/{key}.json", **gives(DossierDetail))
def one(request: Request, key: str) -> Response:
    """One dossier with the claims and happenings it names."""
    hands = desk(request).hands()
    kept = _kept(hands, key)
    claims = {r.claim.id: r for r in hands.store.claims_by_id(i.ref for i in kept.items if i.kind == "claim")}
    found = [i.ref for i in kept.items if i.kind == "happening"]
    events = eventlines.lines(hands.store.db, found)
    told = {c.claim.id: c for c in claim_lines.claims(hands, list(claims.values()))}
    happenings = {h.id: h for h in happening_lines.lines(hands, list(events.values()))}
    lost = [i.ref for i in kept.items if i.kind != "text" and i.ref not in told and i.ref not in happenings]
    return answer(DossierDetail(_line(kept), told, happenings, lost))


def _kept(hands: Hands, key: str) -> Kept:
    found = hands.reviews.dossier(key)
    if found is None:
        raise missing(f"dossier {key}")
    return found


def _line(k: Kept) -> Dossier:
    items = [Item(i.kind, i.ref, i.text, i.who) for i in k.items]
    return Dossier(k.id, k.version, k.title, items, list(k.region), list(k.theme), k.who, k.at)


@router.put("/dossiers/{key}.json", **gives(Dossier, DossierAsk))
async def save(request: Request, key: str, person: Coder) -> Response:
    """Save a dossier as a new version; refused when somebody else saved one meanwhile."""
    asked = await body(request, DossierAsk)
    return answer(await in_thread(lambda: _save(desk(request), key, asked, person)))


def _save(d: Desk, key: str, asked: DossierAsk, person: Person) -> Dossier:
    _check(key, asked)
    items = [KeptItem(i.kind, i.ref, i.text, i.who or person.name) for i in asked.items]

    def keep(hands: Hands) -> Kept | None:
        with hands.reviews.writing():
            return hands.reviews.save(
                key, asked.version, asked.title.strip(), items, asked.region, asked.theme, person.name
            )

    made = d.write(keep)
    if made is None:
        raise HTTPException(
            409, "somebody saved this dossier meanwhile: load it again, nothing of yours was written over it"
        )
    return _line(made)


def _check(key: str, asked: DossierAsk) -> None:
    """Refuse a dossier that can't be kept.

    Raises:
        HTTPException: 422, in words.
    """
    faults = {
        "a dossier's id is lower-case letters, digits and hyphens": not KEY.fullmatch(key),
        "a dossier needs a title": not asked.title.strip(),
        f"more than {MOST_ITEMS} parts": len(asked.items) > MOST_ITEMS,
        f"a part of more than {LONGEST} characters": any(len(i.text) > LONGEST for i in asked.items),
        "a claim or happening needs its id": any(i.kind != "text" and not i.ref for i in asked.items),
        "a text of your own needs words": any(i.kind == "text" and not i.text.strip() for i in asked.items),
    }
    for words, wrong in faults.items():
        if wrong:
            raise HTTPException(422, words)


@router.get("/dossiers/{key}.zip", **gives_file("application/zip"))
def site(request: Request, key: str, profile: Profile = "public") -> Response:
    """A dossier as a static site that works without JavaScript, in a ZIP file."""
    from sayso.show.dossier.site import zipped

    hands = desk(request).hands()
    made = zipped(hands.store, _kept(hands, key), profile=profile, now=datetime.now(UTC))
    headers = {"content-disposition": f'attachment; filename="{key}.zip"'}
    return Response(made, media_type="application/zip", headers=headers)


@router.get("/dossiers/{key}/document.html", **gives_file("text/html"))
def paper(request: Request, key: str, profile: Profile = "public") -> Response:
    """A dossier as one document to print or send."""
    from sayso.show.dossier.document import document

    hands = desk(request).hands()
    made = document(hands.store, _kept(hands, key), profile=profile, now=datetime.now(UTC))
    headers = {"content-disposition": f'attachment; filename="{key}.html"'}
    return Response(made, media_type="text/html; charset=utf-8", headers=headers)
