from __future__ import annotations

from datetime import UTC, datetime

from tests.builders import actor, article, claim, happening, voice

from sayso.model.reading import Reading
from sayso.show.dossier.names import Names, withheld
from sayso.show.exports.holding import holding

PUBLIC, OWN = (holding(name, datetime(2020, 1, 1, tzinfo=UTC)) for name in ("public", "own"))


def read(text: str, words: str, *, by: str = "", actors: tuple[str, ...] = ()) -> Reading:
    a = article(text)
    voices = (voice(text, by, "witness-local", cue="said"),) if by else ()
    h = happening("other", actors=tuple(actor(text, x) for x in actors))
    return Reading(a, (claim(a, words, *voices, happening=h),))


def test_a_name_given_by_one_article_is_hidden_in_another(doc: str) -> None:
    """A shell fell on the bakery, activist Mamun Abu Qasr said. Qasr was hurt."""
    r = read(doc, "A shell fell on the bakery", by="activist Mamun Abu Qasr")
    names = withheld([r, read("Mamun Abu Qasr was seen.", "was seen")], [], PUBLIC)
    assert names.hide("Mamun Abu Qasr fled") == "[name withheld] fled"
    assert names.hide("Qasr was hurt", r.article.id) == "[name withheld] was hurt"
    assert names.hide("Qasr al-Hair is a castle", "another") == "Qasr al-Hair is a castle"


def test_words_also_written_small_are_no_names(doc: str) -> None:
    """The Civil Defence said the civil defence lost men. Volunteers of Civil Defence dug."""
    names = withheld([read(doc, "Volunteers of Civil Defence dug", actors=("Civil Defence",))], [], PUBLIC)
    assert len(names) == 0


def test_what_people_write_in_its_place_is_hidden_too(doc: str) -> None:
    """A shell fell, a resident said."""
    r = read(doc, "A shell fell", by="a resident")
    names = withheld([r], [(r.article.id, "Basil Haddad")], PUBLIC)
    assert names.hide("it was Basil Haddad") == "it was [name withheld]"


def test_own_hides_nothing(doc: str) -> None:
    """A shell fell on the bakery, Mamun Qasr said."""
    names = withheld([read(doc, "A shell fell on the bakery", by="Mamun Qasr")], [], OWN)
    assert names.hide("Mamun Qasr") == "Mamun Qasr"


def test_addresses_that_spell_a_name_are_known() -> None:
    names = Names({"a": ["Mamun Abu Qasr"]})
    assert names.named_in("https://e.example/2016/mamun_abu-qasr-tells.html")
    assert not names.named_in("https://e.example/2016/abu-qasr.html")
