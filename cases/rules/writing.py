"""What is written with a family: which papers there are, where each stands, whose words stand in it.

REFERENCE 1.2: one assessment and one plan, whose legal basis changes without starting again. Conference and review
reports are made of the same parts, so that nothing known is typed twice.
"""

from cases.rules.assessing import State

PAPER: dict[str, str] = {
    "assessment": "Assessment",
    "plan": "Plan",
    "conference-report": "Report for a child protection conference",
    "review-report": "Report for a review",
}
# How somebody of the family read or heard what was written.
SHARED_HOW: dict[str, str] = {
    "together": "Read together",
    "given": "Given to read",
    "aloud": "Read aloud",
    "interpreted": "Through an interpreter",
    "advocate": "Through their advocate",
    "not-reached": "Not reached",
    "not-safe": "Not shared, because it could put somebody at risk",
}
# What stands beneath a part as its evidence, and where it came from.
SOURCE_KIND: dict[str, str] = {
    "visit": "Visit",
    "note": "Note",
    "quote": "In their words",
    "event": "Chronology",
    "entry": "Timeline",
    "hypothesis": "Group supervision",
    "person": "Who is who",
    "goal": "Goal",
    "assessment": "Assessment",
}


def why_locked(*, closed: bool, state: State | None = None) -> str:
    """Why nothing may be written in a paper now, in a sentence; empty while it may. `state` is its assessment's.

    Submitted, a paper is as the manager reads it; given back, it is open again.
    """
    if state is State.SUBMITTED:
        return "This assessment waits for a manager’s decision. Given back, it can be written again."
    if state is State.AUTHORISED:
        return (
            "This assessment is authorised: it stays as it is. What changed since belongs into the plan or a new one."
        )
    if state is State.STOPPED:
        return "This assessment has ended: it stays as it is."
    return "This paper is closed: it stays as it is." if closed else ""
