"""The pages of visits as templates: nobody in the demo has a visit to write up, or a goal that ends."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.forms.visit_later import AccountForm, GoalEndingForm
from cases.readings.visit import PartLine, QuoteLine, VisitReading, WaitingLine

_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_QUOTE = QuoteLine(1, "Anisa Rahman", "It’s easier.", "Written", "Not to be shared with Jamal Rahman", "Who?", False)
_VISIT = VisitReading(
    pk=1,
    day="3 November 2026",
    iso="2026-11-03",
    title="Visit",
    place="At home",
    worker="Ade Fashola",
    facts=(("Who else was there", "Shirin Khatun"),),
    parts=(PartLine(1, "Anisa Rahman", "AR", "Seen with others there, as they chose", ("Slept",), (_QUOTE,)),),
    quotes=(_QUOTE,),
    account="",
    meaning="",
    written="Saved by Ade Fashola, 3 November 2026 at 10:00",
    waits="Write-up by tomorrow 17:00, at the latest 24 hours after that.",
    is_mine=True,
    missed="",
    kept="",
    struck="",
    struck_why="",
    actions=(),
    goals=(),
    given=(),
)
_GOAL = SimpleNamespace(words="Be eleven at the doctor’s", ended_on=date(2026, 11, 3), ended_why="Reached", child=None)
_LINES = [
    WaitingLine(
        1,
        "3 November 2026",
        "2026-11-03",
        "Ade Fashola",
        "Write-up by tomorrow 17:00, at the latest 24 hours after that.",
        False,
        True,
        True,
    )
]
RENDERED_VISITS: dict[str, dict[str, Any]] = {
    "cases/visit_account.html": {"case": _CASE, "visit": _VISIT, "form": AccountForm({}, purpose="hello")},
    "cases/visits_to_write_up.html": {"case": _CASE, "lines": _LINES},
    "cases/goal_ending.html": {"case": _CASE, "goal": _GOAL, "form": GoalEndingForm({})},
}
