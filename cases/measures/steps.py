"""Steps up and down and closings, one by one, with what came after: the balance of help (REFERENCE 4.6).

`measures.steps_down` gives the same as numbers for a page that names nobody; these are the rows behind them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from camden.rules.dates import months_after
from cases.models import Case, Episode, PlanSpell, ThresholdChild, ThresholdMove
from cases.rules.helping import is_down

GONE = ("RC1", "RC2", "RC5", "RC6")
"""Adopted, died, moved to another council, or to adult social care: nobody can be referred here again."""


@dataclass(frozen=True)
class Step:
    """A step of one family: when, from what to what, and when more formal help began again (None: it has not)."""

    key: int
    case: int
    family: str
    moved_on: date
    before: str
    after: str
    again_on: date | None = None

    @property
    def is_down(self) -> bool:
        """To less formal help, or to none."""
        return is_down(self.before, self.after)

    def held(self, months: int) -> bool:
        """No more formal help followed within so many months."""
        return self.again_on is None or self.again_on > months_after(self.moved_on, months)


@dataclass(frozen=True)
class Closed:
    """The closing of one child's time in need, and when they were referred again (None: they were not)."""

    case: int
    child: int
    family: str
    name: str
    closed_on: date
    again_on: date | None = None

    def held(self, months: int) -> bool:
        """Nobody referred them again within so many months."""
        return self.again_on is None or self.again_on > months_after(self.closed_on, months)


def a_year_before(on: date, months: int) -> tuple[date, date]:
    """The year of which every day has had its `months` by this day: after the first, and up to the second."""
    last = months_after(on, -months)
    return months_after(last, -12), last


def steps_of(*, cases: QuerySet[Case], team_ids: Sequence[int], after: date, until: date) -> list[Step]:
    """Every step of these teams' families in the time, the earliest first. Three queries.

    What followed is looked for in the plans of the children who stepped, up to `until`.
    """
    here = cases.filter(team_ids__overlap=list(team_ids)).values("pk")
    found = ThresholdMove.objects.filter(case__in=here, moved_on__gt=after, moved_on__lte=until)
    columns = ("pk", "case", "case__name", "moved_on", "from_basis", "to_basis")
    rows = list(found.order_by("moved_on", "pk").values_list(*columns))
    children: dict[int, list[int]] = defaultdict(list)
    for move, child in ThresholdChild.objects.filter(move__in=[row[0] for row in rows]).values_list("move", "child"):
        children[move].append(child)
    plans: dict[int, list[tuple[date, str]]] = defaultdict(list)
    stepped = {child for theirs in children.values() for child in theirs}
    spells = PlanSpell.objects.filter(child__in=stepped, started_on__lte=until)
    for child, basis, began in spells.values_list("child", "basis", "started_on"):
        plans[child].append((began, basis))
    steps = []
    for key, case, family, moved_on, before, less in rows:
        began = (
            day for child in children[key] for day, basis in plans[child] if day > moved_on and is_down(basis, less)
        )
        steps.append(Step(key, case, family, moved_on, before, less, min(began, default=None)))
    return steps


def closings_of(*, cases: QuerySet[Case], team_ids: Sequence[int], months: int, on: date) -> list[Closed]:
    """Closings of which so many months are over, of one year, the earliest first. Two queries.

    A referral that led to nothing further is one too. Who cannot come back here is left out.
    """
    after, until = a_year_before(on, months)
    here = cases.filter(team_ids__overlap=list(team_ids)).values("pk")
    found = Episode.objects.filter(case__in=here, no_further_action=False, closed_on__gt=after, closed_on__lte=until)
    found = found.exclude(closure_reason__in=GONE).order_by("closed_on", "pk")
    columns = ("case", "child", "case__name", "child__given_name", "closed_on", "pk")
    rows = list(found.values_list(*columns))
    referred: dict[int, list[tuple[date, int]]] = defaultdict(list)
    later = Episode.objects.filter(child__in=[row[1] for row in rows], referred_on__lte=on)
    for child, day, pk in later.values_list("child", "referred_on", "pk"):
        referred[child].append((day, pk))
    closings = []
    for case, child, family, name, closed_on, own in rows:
        again = (day for day, pk in referred[child] if day >= closed_on and pk != own)
        closings.append(Closed(case, child, family, name, closed_on, min(again, default=None)))
    return closings
