"""Builds packs of places for the gazetteer, and lists what places are looked up in."""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from sayso.model.problem import SaysoError
from sayso.resolve import gazetteer, packs
from sayso.resolve.building import pack
from sayso.show.plain import clean

DONE, DAMAGED = 0, 1
COUNTRY = re.compile(r"[A-Z]{2}")
CORE = (
    "GeoNames, Who's On First, Natural Earth",
    "GeoNames: CC BY 4.0; Who's On First: CC0 and CC BY by source; Natural Earth: public domain",
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A gazetteer as it is listed: ``newest`` is the day of its newest change ("" unknown), ``used`` whether reading asks it."""

    name: str
    file: str
    used: bool
    bytes: int
    places: int
    countries: tuple[str, ...]
    source: str
    licence: str
    newest: str
    whole: bool | None = None


def build(dumps: Sequence[str], output: str, *, countries: Sequence[str], names: str, force: bool) -> int:
    """Build a pack and say what came of it; return 0.

    Raises:
        SaysoError: when a dump is missing, cut off, garbled or no dump, a pack is there already (without ``force``), or a
            country is no code of two letters.
    """
    wanted = frozenset(_country(c) for c in countries)
    paths = [_there(d) for d in dumps]
    out = Path(output) if output else packs.folder() / f"{_name(wanted, paths)}{packs.SUFFIX}"
    if out.is_dir():
        raise SaysoError(f"{out} is a folder: name a file")
    if out.exists() and not force:
        raise SaysoError(f"{out} is there already: name another file with -o, or say --force to write over it")
    built = pack.build(paths, out, countries=wanted, names=_there(names) if names else None)
    for path, rows, first in built.broken:
        sys.stderr.write(clean(f"{path}: {rows} broken rows were left out, {first}") + "\n")
    of = " ".join(built.countries[:12]) + (" …" if len(built.countries) > 12 else "")
    sys.stdout.write(f"{built.places:,} places of {of}, {_megabytes(built.size)}: {out}\n")
    sys.stdout.write(f"to read with it: export {packs.NAMED_IN}={shlex.quote(str(out))}\n")
    return DONE


def listing(*, as_json: bool, check: bool) -> int:
    """Print the gazetteers, the shipped one first; return 0, or 1 when a check found one damaged.

    Raises:
        SaysoError: when the environment names a file that is no pack.
    """
    found = list(_every(check=check))
    for g in found:
        sys.stdout.write(json.dumps(asdict(g), ensure_ascii=False) + "\n" if as_json else _lines(g))
    return DAMAGED if any(g.whole is False for g in found) else DONE


def _every(*, check: bool) -> Iterator[Listed]:
    places, size = gazetteer.size()
    yield Listed("shipped", str(gazetteer.FILE), True, size, places, (), *CORE, "")
    used = packs.named()
    lying = [p.resolve() for p in sorted(packs.folder().glob(f"*{packs.SUFFIX}"))]
    for path in dict.fromkeys((*used, *lying)):
        a = packs.about(path)
        sound = packs.whole(path) if check else None
        yield Listed(
            path.stem, str(path), path in used, a.size, a.places, a.countries, a.source, a.licence, a.newest, sound
        )


def _lines(g: Listed) -> str:
    """Return a gazetteer for people, two lines."""
    state = "" if g.used else f", not used (name it in {packs.NAMED_IN})"
    state += ", DAMAGED: build it again" if g.whole is False else ", whole" if g.whole else ""
    newest = f", newest change {g.newest}" if g.newest else ""
    of = " of " + " ".join(g.countries[:12]) + (" …" if len(g.countries) > 12 else "") if g.countries else ""
    head = f"{g.name}: {g.places:,} places{of}, {_megabytes(g.bytes)}{newest}{state}"
    return f"{clean(head)}\n  {clean(g.licence)}\n  {clean(g.file)}\n"


def _country(code: str) -> str:
    if not COUNTRY.fullmatch(code.upper()):
        raise SaysoError(f"not a country's code of two letters: {code!r} (as GR)")
    return code.upper()


def _there(path: str) -> Path:
    found = Path(path)
    if not found.is_file():
        raise SaysoError(f"{path}: there is no such file")
    return found


def _name(countries: frozenset[str], dumps: Sequence[Path]) -> str:
    """Return a pack's name: its countries when asked for, else the first dump's."""
    return "-".join(sorted(countries)).lower() or dumps[0].name.split(".")[0].lower() or "places"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
