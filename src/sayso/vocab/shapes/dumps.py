"""Shape of ``vocab/places/dumps.yaml``: how rows of gazetteer dumps become places."""

from __future__ import annotations

from msgspec import Struct


class Feature(Struct, frozen=True):
    """The kind of place that a feature code stands for, and its radius in kilometres (None: by kind or people)."""

    kind: str
    radius: float | None = None


class Dumps(Struct, frozen=True):
    """Words of ``office`` in names, languages ``copied`` by programs, kinds by ``placetypes`` (Who's On First) and ``features`` (GeoNames).

    ``no_names`` are GeoNames' marks of alternate names that are links or codes.
    """

    office: list[str]
    copied: list[str]
    placetypes: dict[str, str]
    features: dict[str, Feature]
    no_names: list[str]
