"""Sayso: on whose say-so? Reads reporting about armed conflict and gives attributed claims.

import sayso

reading = sayso.read("The army shelled Douma on Sunday, killing 12 people, activists said.", published="2017-09-26")
for claim in reading.claims:
    print(claim.voices, claim.happening)
"""

from __future__ import annotations

import sayso.read as _room  # the room must be imported before the function of its name takes the name
from sayso.model.problem import Problem, SaysoError
from sayso.model.reading import Reading
from sayso.pipeline.library import dates, places, read, read_all, voices

__version__ = "0.1.0"
__all__ = ["Problem", "Reading", "SaysoError", "__version__", "dates", "places", "read", "read_all", "voices"]
del _room
