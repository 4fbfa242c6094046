"""An enquiry under section 47, from the discussion that begins it to its authorisation (REFERENCE 1.4, 12.4)."""

from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """Where an enquiry stands. The words are for the page."""

    OPEN = "Under way"
    CONCLUDED = "Concluded, waiting for a manager"
    AUTHORISED = "Authorised"


# What may come after what. A manager who does not agree gives it back, and it is under way again.
MOVES: dict[Stage, frozenset[Stage]] = {
    Stage.OPEN: frozenset({Stage.CONCLUDED}),
    Stage.CONCLUDED: frozenset({Stage.OPEN, Stage.AUTHORISED}),
    Stage.AUTHORISED: frozenset(),
}
LEADS_TO_A_CONFERENCE = "conference"
NOT_OFFERED = "not-said"
"""An outcome that only an imported enquiry has."""
_NO_CONFERENCE = "\n\nNo conference is needed, because: "


def stage_of(concluded_on: date | None, ended_on: date | None) -> Stage:
    """Where an enquiry stands, from its days."""
    if ended_on:
        return Stage.AUTHORISED
    return Stage.CONCLUDED if concluded_on else Stage.OPEN


def findings_with(findings: str, why_no_conference: str) -> str:
    """What was found, with the worker's reason for no conference as its last paragraph.

    >>> findings_with("Nobody hurt Anisa.", "She is safe at home.")
    'Nobody hurt Anisa.\\n\\nNo conference is needed, because: She is safe at home.'
    """
    return f"{findings}{_NO_CONFERENCE}{why_no_conference}" if why_no_conference else findings


def parts_of_findings(findings: str) -> tuple[str, str]:
    """What was found, and the worker's reason for no conference: "" where there is none.

    >>> parts_of_findings(findings_with("Nobody hurt Anisa.", "She is safe at home."))
    ('Nobody hurt Anisa.', 'She is safe at home.')
    """
    found, _, why = findings.partition(_NO_CONFERENCE)
    return found, why
