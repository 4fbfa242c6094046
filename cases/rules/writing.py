"""What is written with a family: which papers there are, where each stands, whose words stand in it.

REFERENCE 1.2: one assessment and one plan, whose legal basis changes without starting again. Conference and review
reports are made of the same parts, so that nothing known is typed twice.
"""

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
