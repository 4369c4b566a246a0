"""The commands ``sayso gazetteer build`` and ``list``; what they do is loaded when they run."""

from __future__ import annotations

import sys

import click


@click.group()
def gazetteer() -> None:
    """Show the gazetteers that places are looked up in, or build a pack of further countries from a dump you have."""


@gazetteer.command("build")
@click.argument("dumps", nargs=-1, required=True, metavar="DUMP…")
@click.option("--country", multiple=True, metavar="CC", help="Of this country only (ISO code); may be given again.")
@click.option("--names", default="", metavar="FILE", help="GeoNames' alternate names (alternateNamesV2).")
@click.option("-o", "--output", default="", metavar="FILE", help="The pack; else one in the user's folder of data.")
@click.option("--force", is_flag=True, help="Write over a pack that is there.")
def gazetteer_build(dumps: tuple[str, ...], country: tuple[str, ...], names: str, output: str, force: bool) -> None:
    """Build a pack of places from dumps of GeoNames (XX.zip, allCountries) or Who's On First (a table that begins with wof_id).

    DUMP is plain, .zip, .gz or .zst. Reading uses the packs that the environment variable SAYSO_GAZETTEER names (files or
    folders, separated as in PATH). Nothing is fetched.
    """
    from sayso.show import gazetteer as packs

    sys.exit(packs.build(dumps, output, countries=country, names=names, force=force))


@gazetteer.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one gazetteer a line.")
@click.option("--check", is_flag=True, help="Read every page of the packs; exit status 1 when one is damaged.")
def gazetteer_list(as_json: bool, check: bool) -> None:
    """List the shipped gazetteer and the packs with size, places, source, licence and date, and whether reading uses them."""
    from sayso.show import gazetteer as packs

    sys.exit(packs.listing(as_json=as_json, check=check))
