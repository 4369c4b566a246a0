"""A dossier as a folder or zip of static pages: nothing in them runs, and nothing is asked of any other address."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec

from sayso.ledger.sqlite import SqliteStore
from sayso.model.review import Dossier
from sayso.show.dossier import chronology, index, method, sources, tags, timeline
from sayso.show.dossier import map as drawn
from sayso.show.dossier.gather import gathered, publishing
from sayso.show.dossier.markup import Html
from sayso.show.dossier.page import Book, page
from sayso.show.dossier.shown import Published

BODIES: dict[str, Callable[[Book], Html]] = {
    "index": index.body, "map": drawn.body, "timeline": timeline.body, "chronology": chronology.body,
    "sources": sources.body, "tags": tags.body, "method": method.body,
}  # fmt: skip
MANIFEST = "manifest.json"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time that files in the zip bear: the same pages make the same zip."""


def files(p: Published) -> dict[str, bytes]:
    """Return every file of the site by its name, the manifest last."""
    book = Book(p)
    made = {f"{name}.html": page(book, name, body(book)).encode() for name, body in BODIES.items()}
    if svg := drawn.alone(book):
        made["map.svg"] = svg.encode()
    made["data.json"] = msgspec.json.format(msgspec.json.encode(p), indent=1) + b"\n"
    return made | {MANIFEST: manifest(p, made)}


def manifest(p: Published, made: dict[str, bytes]) -> bytes:
    """Return the paper that goes with the site: digests of all files, the ledger, the tool, the profile and what it held back."""
    found: dict[str, Any] = {
        "sayso_publication": 1, "title": p.title, "warning": publishing().unverified, "mark": publishing().marks[p.profile],
        "dossier": {"id": p.id, "version": p.version, "saved_at": p.saved_at, "who": p.who},
        "made_at": p.made_at, "tool": p.tool, "ledger": {"log_head": p.log_head},
        "profile": p.profile, "held_back": msgspec.to_builtins(p.held), "rules": method.rules_of(p.held) if p.profile != "own" else [],
        "counts": {"parts": len(p.parts), "claims": len(p.claims), "happenings": len(p.happenings), "articles": len(p.articles)},
        "files": [{"name": n, "bytes": len(b), "sha256": sha256(b).hexdigest()} for n, b in sorted(made.items())],
    }  # fmt: skip
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def packed(made: dict[str, bytes]) -> bytes:
    """Return files as a zip; the same files are the same bytes on every machine, for they are stored as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made_zip:
        for name, data in made.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            made_zip.writestr(entry, data)
    return out.getvalue()


def zipped(store: SqliteStore, dossier: Dossier, *, profile: str, now: datetime) -> bytes:
    """Return a dossier published at a time (UTC) under a profile, "public" or "own", as a zip of static pages; the ledger is only read.

    Raises:
        SaysoError: when there is no such profile.
    """
    return packed(files(gathered(store, dossier, profile=profile, now=now)))
