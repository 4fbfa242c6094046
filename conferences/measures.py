"""Figures about conferences, for a team on a day. Each takes plain values and runs a fixed number of queries."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from camden.models import Team
from cases.measures.team_rows import rows_in
from cases.models import Case
from conferences.models import ConferenceStage
from conferences.rules.stages import Stage

YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Offers:
    """Conferences of a team's families in the year up to a day: offered, wanted, held, with a plan agreed."""

    offered: int
    accepted: int
    held: int
    agreed: int


def offers(team: Team, on: date) -> Offers:
    """How many conferences reached each stage in the 365 days up to `on`. One query, and one for the teams beneath.

    A conference counts once at each stage, however often it came there. Who declined is no figure about anybody.
    """
    beneath = list(Team.objects.filter(path__contains=[team.pk]).values_list("pk", flat=True))
    steps = ConferenceStage.objects.filter(
        case__team_ids__overlap=beneath, happened_on__gt=on - YEAR, happened_on__lte=on
    )
    stages = {"offered": Stage.OFFERED, "accepted": Stage.ACCEPTED, "held": Stage.HELD, "agreed": Stage.PLAN_AGREED}
    counts = {name: Count("conference", filter=Q(stage=stage), distinct=True) for name, stage in stages.items()}
    return Offers(**steps.aggregate(**counts))


OFFERED = "offered"


def offered_rows(cases: QuerySet[Case], on: date) -> Any:
    """Each time one of these families was offered a conference in the 365 days up to `on`: rows to ask with others."""
    steps = ConferenceStage.objects.filter(
        stage=Stage.OFFERED, case__in=cases.values("pk"), happened_on__gt=on - YEAR, happened_on__lte=on
    )
    return rows_in(steps, OFFERED, about=None, day="happened_on")
