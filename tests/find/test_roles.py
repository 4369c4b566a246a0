"""Who did it and to whom, told in the ways reporting tells it."""

from __future__ import annotations

from tests.find.told import Told

from sayso.find.roles import actors_targets
from sayso.model.article import Article
from sayso.model.happening import HappeningKind


def read(told: Told, article: Article, kind: HappeningKind) -> tuple[list[str], list[str]]:
    actors, targets = actors_targets(told.unit(), told.trigger(kind), article)
    assert all(a.span.of(article.text) and a.rule for a in (*actors, *targets))
    return [a.name for a in actors], [t.name for t in targets]


def test_active(told: Told, article: Article) -> None:
    """Government troops attacked the rebels near Hama on Monday."""
    assert read(told, article, "armed-clash") == (["Government troops"], ["rebels"])


def test_passive(told: Told, article: Article) -> None:
    """The rebels were attacked by government troops near Hama."""
    assert read(told, article, "armed-clash") == (["government troops"], ["rebels"])


def test_passive_without_agent_names_no_actor(told: Told, article: Article) -> None:
    """Twelve soldiers were killed in an air strike on a base."""
    assert read(told, article, "air-drone-strike") == ([], ["Twelve soldiers", "base"])


def test_deed_with_by_and_of(told: Told, article: Article) -> None:
    """The shelling of Donetsk by separatist forces killed two people."""
    actors, targets = read(told, article, "shelling-artillery-missile")
    assert actors == ["separatist forces"]
    assert targets == ["Donetsk", "two people"]


def test_deed_with_the_doer_before_it(told: Told, article: Article) -> None:
    """US-led coalition airstrikes killed 14 civilians in Raqqa."""
    assert read(told, article, "air-drone-strike") == (["US-led coalition"], ["14 civilians"])


def test_two_doers_before_one_deed(told: Told, article: Article) -> None:
    """Russian and regime air raids hit the market."""
    assert read(told, article, "air-drone-strike") == (["Russian", "regime"], ["market"])


def test_carried_by_a_light_verb(told: Told, article: Article) -> None:
    """The Taliban launched an attack on an army base in Kunduz."""
    assert read(told, article, "armed-clash") == (["Taliban"], ["army base"])


def test_under_attack_from(told: Told, article: Article) -> None:
    """The town came under attack from Islamic State fighters."""
    actors, targets = read(told, article, "armed-clash")
    assert actors == ["Islamic State fighters"]
    assert targets == ["town"]


def test_clashes_between_have_two_actors(told: Told, article: Article) -> None:
    """Clashes broke out between rebel fighters and government troops in Taiz."""
    actors, targets = read(told, article, "armed-clash")
    assert {"rebel fighters", "government troops"} == {*actors, *targets}


def test_participle_takes_the_subject_of_its_clause(told: Told, article: Article) -> None:
    """The army pushed north, retaking the town of Maadan from ISIS."""
    actors, targets = read(told, article, "government-regains-territory")
    assert actors == ["army"]
    assert targets == ["ISIS"]


def test_beaten_off_attackers_are_the_target(told: Told, article: Article) -> None:
    """Troops repelled the rebel attack on the airport."""
    assert read(told, article, "advance-or-hold") == (["Troops"], ["rebel"])


def test_who_backs_also_acts(told: Told, article: Article) -> None:
    """Government forces backed by Hezbollah attacked the militants."""
    assert read(told, article, "armed-clash") == (["Government forces", "Hezbollah"], ["militants"])


def test_own_losses(told: Told, article: Article) -> None:
    """ISIS lost 15 fighters in the attack."""
    assert read(told, article, "armed-clash") == ([], ["ISIS"])


def test_the_accused_is_the_actor(told: Told, article: Article) -> None:
    """Residents accused the army of shelling the market."""
    actors, targets = read(told, article, "shelling-artillery-missile")
    assert actors == ["army"]
    assert targets == ["market"]


def test_those_who_flee_suffer(told: Told, article: Article) -> None:
    """Thousands of civilians fled the city on Friday."""
    assert read(told, article, "displacement-evacuation") == ([], ["Thousands of civilians"])


def test_abducted(told: Told, article: Article) -> None:
    """Boko Haram militants kidnapped 110 girls from a school."""
    assert read(told, article, "abduction-forced-disappearance") == (["Boko Haram militants"], ["110 girls"])


def test_another_time_is_another_deed(told: Told, article: Article) -> None:
    """Some 300 people have been killed since the army launched its offensive."""
    actors, _ = read(told, article, "casualties-toll")
    assert actors == []


def test_nobody_on_both_sides(told: Told, article: Article) -> None:
    """Rebels who attacked the soldiers were killed by the soldiers of the regime."""
    actors, targets = actors_targets(told.unit(), told.trigger("armed-clash"), article)
    assert not any(a.span.overlaps(t.span) for a in actors for t in targets)


def test_a_participle_that_only_describes_the_victims(told: Told, article: Article) -> None:
    """A Taliban attack on army troops advancing towards the town left 28 soldiers dead."""
    actors, targets = read(told, article, "armed-clash")
    assert actors == ["Taliban"]
    assert "army troops" in targets


def test_the_one_prompted_acts(told: Told, article: Article) -> None:
    """The capture of Sanaa prompted Saudi Arabia to launch an air campaign against the Houthis."""
    actors, targets = read(told, article, "air-drone-strike")
    assert "Saudi Arabia" in actors
    assert "Saudi Arabia" not in targets


def test_a_truce_is_not_made_by_the_country_before_it(told: Told, article: Article) -> None:
    """Rebels broke the Syrian ceasefire."""
    assert read(told, article, "agreement-ceasefire") == (["Rebels"], ["Syrian ceasefire"])
