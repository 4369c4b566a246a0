"""Small dumps of places that there are not, in the shapes that GeoNames and Who's On First have."""

from __future__ import annotations

from pathlib import Path

WOF_HEADER = "wof_id geonameid wikidata cc type name_en lat lon population region_id county_id src names(lang:name|...)"


def geonames_row(
    number: int, name: str, code: str, *, others: str = "", lat: float = 42.6, lon: float = 21.1, people: int = 0,
    country: str = "XK", admin: str = "01", changed: str = "2024-05-01",
) -> str:  # fmt: skip
    cells = [
        number,
        name,
        name,
        others,
        lat,
        lon,
        code[0],
        code,
        country,
        "",
        admin,
        "",
        "",
        "",
        people,
        "",
        650,
        "",
        changed,
    ]
    return "\t".join(map(str, cells))


def wof_row(
    number: int,
    name: str,
    kind: str = "locality",
    *,
    names: str = "",
    geonames: str = "",
    country: str = "XK",
    region: str = "",
) -> str:
    cells = [number, geonames, "", country, kind, name, 42.5, 21.2, 0, region, "", "wof", names]
    return "\t".join(map(str, cells))


GEONAMES = (
    geonames_row(990_000_001, "Testova", "ADM1", others="Komuna e Testovës"),
    geonames_row(990_000_002, "Qyrlisht i Epërm", "PPL", others="Горње Чурлиште,Gornje Churlishte,QYR"),
    geonames_row(990_000_003, "Testova Air Base", "AIRB"),
    geonames_row(990_000_004, "Brook", "STM"),
    geonames_row(786_714, "Pristina", "PPLC", others="Prishtinë e Re", people=198_000),
)
WOF = (
    "\t".join(WOF_HEADER.split(" ")),
    wof_row(99_000_001, "Testova Region", "region", names="eng:Testova Region|sqi:Testova"),
    wof_row(99_000_002, "Bardhovec", names="sqi:Bardhovec|ukr:Бардовец|x:alt:Bardhovci", region="99000001"),
)


def dump(folder: Path, *rows: str, name: str = "XK.txt") -> Path:
    path = folder / name
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path
