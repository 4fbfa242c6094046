"""Bare dated facts that people record with one short form: which there are, in plain words, and whether hours count."""

from collections.abc import Iterator
from typing import NamedTuple

from cases.rules.happenings import Happened as H


class Telling(NamedTuple):
    """One thing that can be recorded: its group on the form, its words, and the kind of fact it is kept as."""

    group: str
    words: str
    kind: H
    asks_minute: bool = False
    alert: str = ""
    """The message that goes to the child's workers and their manager at once (REFERENCE 13.4)."""
    opening: str = ""
    """What the fact's note begins with, where the kind alone does not say it."""
    may_precede_birth: bool = False


MISSING, DANGER, AFTER, PLACE, COURT, FOSTERING, LEAVING = (
    "Missing from home or care",
    "Police protection and emergency orders",
    "Looked after",
    "Where the child lives",
    "Before court, and in court",
    "Private fostering",
    "Young people of 16 and over",
)
TELLINGS: dict[str, Telling] = {
    "missing": Telling(MISSING, "Went missing", H.MISSING, True, "alert-missing"),
    "returned": Telling(MISSING, "Found, or came back", H.RETURNED, True),
    "return-interview-offered": Telling(MISSING, "Return interview offered", H.RETURN_INTERVIEW_OFFERED, True),
    "return-interview": Telling(MISSING, "Return interview held", H.RETURN_INTERVIEW, True),
    "return-interview-declined": Telling(MISSING, "Return interview not taken up", H.RETURN_INTERVIEW_DECLINED, True),
    "police-protection": Telling(
        DANGER, "Taken into police protection", H.POLICE_PROTECTION, True, "alert-police-protection"
    ),
    "police-protection-ended": Telling(DANGER, "Police protection ended", H.POLICE_PROTECTION_ENDED, True),
    "emergency-order": Telling(
        DANGER, "Emergency protection order made", H.EMERGENCY_ORDER, True, "alert-police-protection"
    ),
    "emergency-order-extended": Telling(DANGER, "Emergency protection order extended", H.EMERGENCY_ORDER_EXTENDED),
    "emergency-order-ended": Telling(DANGER, "Emergency protection order ended", H.EMERGENCY_ORDER_ENDED, True),
    "looked-after-began": Telling(AFTER, "Became looked after", H.LOOKED_AFTER_BEGAN),
    "looked-after-review": Telling(AFTER, "Looked-after review held", H.LOOKED_AFTER_REVIEW),
    "health-assessment": Telling(AFTER, "Health assessment done", H.HEALTH_ASSESSMENT),
    "looked-after-ended": Telling(AFTER, "No longer looked after", H.LOOKED_AFTER_ENDED),
    "placement-started": Telling(PLACE, "Moved to a new placement", H.PLACEMENT_STARTED),
    "carer-changed": Telling(PLACE, "Same placement, another carer", H.CARER_CHANGED),
    "placement-ended": Telling(PLACE, "Placement ended as planned", H.PLACEMENT_ENDED),
    "placement-broke-down": Telling(
        PLACE,
        "Placement broke down",
        H.PLACEMENT_ENDED,
        alert="alert-placement-breakdown",
        opening="The placement broke down.",
    ),
    "letter-before-proceedings": Telling(
        COURT, "Letter before proceedings sent", H.LETTER_BEFORE_PROCEEDINGS, may_precede_birth=True
    ),
    "pre-proceedings-ended": Telling(
        COURT, "Stepped down from pre-proceedings", H.PRE_PROCEEDINGS_ENDED, may_precede_birth=True
    ),
    "proceedings-issued": Telling(COURT, "Proceedings issued", H.PROCEEDINGS_ISSUED),
    "proceedings-extended": Telling(COURT, "Proceedings extended by the court", H.PROCEEDINGS_EXTENDED),
    "interim-order": Telling(COURT, "Interim order made", H.INTERIM_ORDER),
    "final-order": Telling(COURT, "Final order made", H.FINAL_ORDER),
    "private-fostering-notified": Telling(
        FOSTERING, "We learned of a private fostering arrangement", H.PRIVATE_FOSTERING_NOTIFIED
    ),
    "private-fostering-visit": Telling(FOSTERING, "Private fostering visit made", H.PRIVATE_FOSTERING_VISIT),
    "private-fostering-ended": Telling(FOSTERING, "Private fostering ended", H.PRIVATE_FOSTERING_ENDED),
    "homeless-presented": Telling(LEAVING, "Came to us with nowhere to live", H.HOMELESS_PRESENTED),
    "leaving-care-eligible": Telling(LEAVING, "Became entitled to leaving care help", H.LEAVING_CARE_ELIGIBLE),
    "pathway-needs-assessment": Telling(LEAVING, "Needs assessed for the pathway plan", H.PATHWAY_NEEDS_ASSESSMENT),
}
_WORDS: dict[str, str] = {
    telling.kind.value: telling.words for key, telling in TELLINGS.items() if key == telling.kind.value
}


def words_of(kind: str, note: str = "") -> str:
    """What a fact is called: by its kind, or by how its note begins."""
    for telling in TELLINGS.values():
        if telling.opening and telling.kind == kind and note.startswith(telling.opening):
            return telling.words
    return _WORDS.get(kind) or kind.replace("-", " ").capitalize()


def by_group() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The things that can be recorded, as (group, [(key, words)]), in the order of the form."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for key, telling in TELLINGS.items():
        groups.setdefault(telling.group, []).append((key, telling.words))
    yield from groups.items()
