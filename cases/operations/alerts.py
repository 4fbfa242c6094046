"""Verbs of interrupting: what a clock or a refusal says, and nobody wrote down (REFERENCE 13.4).

The other five of the seven events are told by the operations that write them down.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection, transaction
from django.db.models import OuterRef

from camden.access import Role
from camden.models import Membership, Team, User
from camden.outbox import enqueue_all
from camden.rules.moments import HERE
from camden.rules.workdays import Calendar
from cases.models import Case, Clock

DECIDE = "FD1"
FROM, UNTIL = time(15), time(17)  # the last two of the day's working hours
LOOKS_BACK = timedelta(days=2)


@transaction.atomic
def alert_referrals(*, at: datetime, calendar: Calendar) -> int:
    """Tell the managers of the teams whose referrals must be decided today, and it is past three. How many families.

    Only in working hours of a working day; the same again tells nobody twice.
    """
    here = at.astimezone(HERE)
    if not calendar.is_working(here.date()) or not FROM <= here.time() < UNTIL:
        return 0
    waits = Clock.objects.running().filter(rule=DECIDE, do_by=here.date()).order_by()
    teams = Team.objects.filter(pk=OuterRef("team_ids__0")).values("path")[:1]
    found: Any = Case.objects.filter(pk__in=waits.values("case")).order_by("pk").annotate(paths=ArraySubquery(teams))
    for case in found:
        told = managers_on(case.paths[0] if case.paths else [])
        enqueue_all(kind="alert-referral", recipient_ids=told, subject=case, due_on=here.date())
    return len(found)


def managers_on(path: Iterable[int]) -> list[int]:
    """Keys of those who manage the nearest team on a path: the team's managers, else the service's."""
    of_teams: dict[int, list[int]] = {}
    posts = Membership.objects.filter(
        team__in=list(path), ended_on=None, user__is_active=True, role__in=[Role.TEAM_MANAGER, Role.SERVICE_MANAGER]
    )
    for team, user in posts.order_by("pk").values_list("team", "user"):
        of_teams.setdefault(team, []).append(user)
    return next((sorted(set(of_teams[team])) for team in reversed(list(path)) if team in of_teams), [])


@transaction.atomic
def alert_restricted(*, at: datetime) -> int:
    """Tell those who look after restrictions who asked for a restricted record: once for each person and day.

    The message is about whoever asked, and says nothing of the record. How many people asked.
    """
    with connection.cursor() as cursor:
        cursor.execute("select user_id, on_day from refused_restricted(%s)", [at - LOOKS_BACK])
        asked: list[tuple[int, date]] = cursor.fetchall()
    if not asked:
        return 0
    officers = Membership.objects.filter(ended_on=None, role=Role.INFORMATION_GOVERNANCE, user__is_active=True)
    told = sorted(set(officers.values_list("user", flat=True)))
    people = User.objects.in_bulk([user for user, _ in asked])
    for user, day in asked:
        enqueue_all(kind="alert-restricted", recipient_ids=told, subject=people[user], due_on=day)
    return len(asked)
