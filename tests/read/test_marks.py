"""Furniture: one example of each mark that holds everywhere, and the price of hostile lines."""

from __future__ import annotations

import time

import pytest

from sayso.model.article import Capture
from sayso.read.article import build
from sayso.read.lines import page

REPORT = (
    "The army shelled two villages on the coast, the governor said on Monday, and four people were hurt in the attack."
)


def kinds(text: str) -> list[str]:
    return [z.kind for z in build(Capture(text.encode(), "0" * 64, "t", "-", "text"), page(text))[0].zones]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("If you like our work, please support us via PayPal", "donation"),
        ("Donate now", "donation"),
        ("Please consider making a donation to keep us going", "donation"),
        ("© 2019 The Paper. All rights reserved.", "rights"),
        ("This material may not be published, broadcast, rewritten or redistributed.", "rights"),
        ("This work is licensed under a Creative Commons Attribution licence", "rights"),
        ("The views expressed in this article are the author's own.", "disclaimer"),
        ("For press enquiries contact desk@example.org", "contact"),
        ("E-mail: desk@example.org", "contact"),
        ("Read also: Five things about the port", "navigation"),
        ("Related articles", "navigation"),
        ("Share this article on Facebook", "navigation"),
        ("Leave a comment", "navigation"),
        ("Sign up for our newsletter", "navigation"),
        ("4 min read", "navigation"),
        ("Tags: Syria, Aleppo", "label"),
    ],
)
def test_lines_of_furniture(line: str, kind: str) -> None:
    assert kinds(f"Villages shelled\n\n{REPORT}\n\n{REPORT}\n\n{line}\n") == ["title", "body", "body", kind]


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        ("Read Also", "navigation"),
        ("Additional reporting by Ann Poe and Jo Roe", "byline"),
        ("Source: Al Jazeera and news agencies", "byline"),
        ("Ann Poe contributed to this report.", "byline"),
        ("Contact her at ann@example.org", "contact"),
        ("Ann Poe", "byline"),
    ],
)
def test_furniture_at_the_end_of_a_paragraph(tail: str, kind: str) -> None:
    assert kinds(f"Villages shelled\n\n{REPORT} {REPORT} {tail}\n") == ["title", "body", kind]


@pytest.mark.parametrize(
    "piece",
    ["a@b.", "A (AFP Photo) ", "Tags Syria ", "if you are able paypal ", "Abc/", "[a](", ". Follow @", "July 19 2014 "],
)
def test_hostile_lines_cost_little(piece: str) -> None:
    began = time.perf_counter()
    kinds("Headline\n\n" + piece * (200_000 // len(piece)))
    assert time.perf_counter() - began < 3


@pytest.mark.parametrize("line", ["share in the third quarter", "comment on the talks.", "terms of the truce"])
def test_a_line_that_goes_on_with_a_sentence_is_report(line: str) -> None:
    assert kinds(f"Headline\n\n{REPORT} The minister had a large\n{line}\n")[-1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "If you like your candidate to be mild, he is your man.",
        "Share prices fell after the strike on the refinery near the capital of the province, and traders in the east said so on Monday morning.",
    ],
)
def test_lines_that_only_begin_like_furniture(line: str) -> None:
    assert kinds(f"Headline\n\n{REPORT}\n\n{line}\n")[-1] == "body"


def test_no_address_is_left_where_claims_are_read() -> None:
    text = f"Headline\n\n{REPORT} He wrote to ann@example.org on the day.\n\nPhoto: The bridge (ann.poe@mail.example.org)\n"
    zones = build(Capture(text.encode(), "0" * 64, "t", "-", "text"), page(text))[0].zones
    assert [z.span.of(text) for z in zones if z.kind == "contact"] == ["ann@example.org", "ann.poe@mail.example.org"]
    assert not any("@" in z.span.of(text) for z in zones if z.kind in {"body", "caption"})
