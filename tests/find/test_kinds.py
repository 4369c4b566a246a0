"""What kind of happening a unit tells."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.find.kinds import kind
from sayso.find.parse import parser
from sayso.find.told_before import settle
from sayso.find.tolls import toll_kind
from sayso.find.units import units
from sayso.model.article import Article, Zone
from sayso.model.happening import HAPPENING_KINDS
from sayso.model.span import Span

TABLE = [
    ("armed-clash", "Fierce clashes erupted between rebels and soldiers east of the town on Monday."),
    ("armed-clash", "Dozens of militants attacked army positions south of the village."),
    ("government-regains-territory", "The army retook the town of Kobra from the militants."),
    ("government-regains-territory", "Government troops captured the village after a week of fighting."),
    ("nonstate-overtakes-territory", "Rebel fighters captured the town and its airport on Tuesday."),
    ("nonstate-overtakes-territory", "Militants overran a military base in the north."),
    ("advance-or-hold", "Troops repelled the rebel assault and held their positions."),
    ("advance-or-hold", "The army launched an offensive against the militants in the valley."),
    ("air-drone-strike", "Twelve civilians were killed in an air strike on a rebel-held market."),
    ("air-drone-strike", "Coalition warplanes bombed a convoy of fighters near the border."),
    ("shelling-artillery-missile", "Rebels shelled two districts of the city overnight."),
    ("shelling-artillery-missile", "Militants fired several rockets at a village in the south."),
    ("ied-mine", "Three soldiers were killed when a roadside bomb went off."),
    ("suicide-bomb", "A suicide bomber blew himself up at an army checkpoint."),
    ("grenade", "Gunmen threw a hand grenade at a police post, wounding two officers."),
    ("chemical-weapon", "At least 50 civilians were killed in a chemical attack on the rebel town."),
    ("attack-on-civilians", "Gunmen massacred 40 villagers in the besieged district."),
    ("attack-on-civilians", "Security forces repressed peaceful protests by rebels' families."),
    ("abduction-forced-disappearance", "Militants kidnapped 90 people from a village."),
    ("sexual-violence", "Soldiers raped dozens of women in the camp for displaced civilians."),
    ("execution-or-torture", "Jihadists beheaded three captured soldiers in the square."),
    ("protest", "Thousands of people demonstrated against the militants in the capital."),
    ("riot-mob", "Rioters hurled stones at troops during a siege of the embassy."),
    ("arrest-detention", "Police arrested 15 suspected militants in raids on Sunday."),
    ("agreement-ceasefire", "The government and the rebels signed a ceasefire on Friday."),
    ("talks-diplomacy", "The foreign minister met the rebel envoy in Geneva for talks on the truce."),
    ("sanction-or-legal", "The United States imposed sanctions on two militia commanders over the war."),
    ("displacement-evacuation", "Some 5,000 residents fled the town as troops and rebels fought."),
    ("aid-or-blockade", "Food aid was delivered to the besieged town by a convoy despite rebels."),
    ("aid-or-blockade", "The army lifted the siege of the rebel district."),
    ("deployment-movement", "The army sent reinforcements to the front against the rebels."),
    ("base-or-fortification", "The militants built a base near the border with the troops' outposts."),
    ("weapons-transfer", "The militants' allies supplied the rebels with weapons."),
    ("surveillance-intelligence", "Drones increased surveillance of the troops and the rebels."),
    ("looting-destruction", "Militiamen looted shops in the town held by rebels."),
    ("threat-or-demand", "The rebels threatened the militants with an ultimatum."),
    ("casualties-toll", "More than 280,000 people have been killed since the war between rebels and troops began."),
    ("other", "The jet was shot down over rebel territory, troops and militants watching."),
]


@cache
def read(text: str) -> Article:
    return Article("a", "test", "0" * 64, text, (Zone("body", Span(0, len(text)), "test"),))


@pytest.mark.parametrize(("wanted", "text"), TABLE)
def test_each_kind(wanted: str, text: str) -> None:
    article = read(text)
    found = [kind(u, article) for u in units(article, parser().parse([article])[0], [])]
    assert wanted in [t.kind.value for t in found if t is not None]


def test_the_table_knows_all_kinds() -> None:
    assert {k for k, _ in TABLE} == set(HAPPENING_KINDS)


@pytest.mark.parametrize(
    "text",
    [
        "The bank launched a takeover battle and its shares were hit by a strike at the plant.",
        "Shares rose after the company agreed a deal with its rival.",
        "The chef kills the heat and bombards the dish with pepper.",
        "The team fought hard and captured the cup.",
        "The rebels control most of the province, troops the rest.",
    ],
)
def test_no_happening(text: str) -> None:
    article = read(text)
    assert {kind(u, article) for u in units(article, parser().parse([article])[0], [])} == {None}


def test_what_else_was_weighed_is_kept() -> None:
    article = read("Rebel fighters were killed in an air strike on their base.")
    [unit] = units(article, parser().parse([article])[0], [])
    trigger = kind(unit, article)
    assert trigger is not None
    assert trigger.kind.value == "air-drone-strike"
    assert "armed-clash" in trigger.kind.alternatives
    assert trigger.codes.cameo == "195"
    assert [s.of(article.text) for s in trigger.kind.spans] == ["strike"]


@pytest.mark.parametrize(
    "text",
    [
        "One woman was killed in an air strike Saturday on the town, site of a suspected chemical weapons attack earlier this week.",
        "Syrian air force strikes killed at least 70 people outside Damascus following rocket attacks by rebels.",
    ],
)
def test_what_the_dead_died_of_outweighs_what_was_before(text: str) -> None:
    article = read(text)
    [first, *_] = [k for u in units(article, parser().parse([article])[0], []) if (k := kind(u, article))]
    assert first.kind.value == "air-drone-strike"


def test_what_was_hours_before_lends_the_dead_no_kind() -> None:
    text = "At least 19 people were killed near the Syrian capital on Tuesday, hours after a suspected chemical gas attack left dozens dead in Homs. Air strikes hit several towns."
    article = read(text)
    cut = units(article, parser().parse([article])[0], [])
    first, *_ = settle(cut, [kind(u, article) or toll_kind(u, article, {}) for u in cut])
    assert first is not None
    assert first.kind.value == "air-drone-strike"
