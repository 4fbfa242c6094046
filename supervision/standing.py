"""What makes families' turns come sooner on a day: a child protection plan, or the time before and in court."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from cases.models import Milestone, PlanSpell
from cases.rules.happenings import Happened
from supervision.rules.counting import Standing

BEGINS_COURT = frozenset({Happened.LETTER_BEFORE_PROCEEDINGS.value, Happened.PROCEEDINGS_ISSUED.value})
ENDS_COURT = frozenset({Happened.PRE_PROCEEDINGS_ENDED.value, Happened.FINAL_ORDER.value})


def standings(cases: Sequence[int], on: date) -> dict[int, Standing]:
    """How each of these families (by key) stood on that day: the most pressing of its children's. Two queries."""
    found = dict.fromkeys(cases, Standing.ORDINARY)
    latest: dict[tuple[int, int], str] = {}
    rows = Milestone.objects.filter(case__in=cases, kind__in=BEGINS_COURT | ENDS_COURT, struck_on=None)
    rows = rows.filter(happened_on__lte=on).order_by("happened_on", "pk")
    for case, child, kind in rows.values_list("case", "child", "kind"):
        latest[case, child] = kind
    before_court: dict[int, bool] = defaultdict(bool)
    for (case, _), kind in latest.items():
        before_court[case] |= kind in BEGINS_COURT
    found |= {case: Standing.COURT for case, is_so in before_court.items() if is_so}
    plans = PlanSpell.objects.filter(case__in=cases, basis="protection", started_on__lte=on)
    plans = plans.filter(Q(ended_on=None) | Q(ended_on__gt=on))
    return found | dict.fromkeys(plans.values_list("case", flat=True), Standing.PROTECTION)
