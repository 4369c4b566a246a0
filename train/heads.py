"""The heads of the encoder and their classes; the order is the order of the numbers in the shipped files."""

from __future__ import annotations

from sayso.model.happening import HAPPENING_KINDS

SAID_ROLES = ("none", "source", "content", "cue")
HAPPENED_ROLES = (
    "none", "actor", "target", "place", "when", "killed", "injured", "captured", "displaced", "means", "trigger",
)  # fmt: skip
NAMED = ("Organisation", "Location", "Person", "Nationality", "Weapon", "MilitaryPlatform", "Vehicle", "Temporal",
         "Quantity")  # fmt: skip
PLOVER = ("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
          "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN", "YIELD")  # fmt: skip
INCIDENTS = ("ARSON", "ATTACK", "BOMBING", "FORCED WORK STOPPAGE", "KIDNAPPING", "ROBBERY")
FILLERS = ("perp_ind", "perp_org", "victim", "target", "weapon")
TAGGERS = {"said": 3, "happened": 1 + len(HAPPENING_KINDS), "named": 3 * len(NAMED), "fillers": 3 * len(FILLERS)}
"""Tags: of ``said`` outside, begin, inside; of ``happened`` none or a kind; of the others outside, begin, inside for each type apart."""
LINKERS = {"said": len(SAID_ROLES), "happened": len(HAPPENED_ROLES)}
SORTERS = {"plover": len(PLOVER), "incidents": len(INCIDENTS)}
"""What a whole window tells: one root; any of the incident types."""
