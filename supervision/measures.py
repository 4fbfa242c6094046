"""Numbers about group supervision: of families and teams, never of a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery

from camden.models import Team, User
from cases.models import Case
from supervision.models import Discussion
from supervision.rules.rotation import WITHIN_WEEKS, Heard, is_within


@dataclass(frozen=True)
class Coverage:
    """How many open families of a team there are, and how many were discussed within so many weeks (PR1)."""

    families: int
    within: int
    weeks: int
    heard: tuple[Heard, ...]

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where there is no family to discuss."""
        return self.within / self.families if self.families else 1.0


def coverage(team: Team, on: date, *, user: User, weeks: int = WITHIN_WEEKS) -> Coverage:
    """Of the open families of a team that `user` may see: when each was last discussed. One query.

    A family counts as within time while its record is no older than that.
    """
    heard = families_heard([team.pk], on, user=user)
    return Coverage(len(heard), sum(is_within(each, on, weeks) for each in heard), weeks, tuple(heard))


def families_heard(team_ids: Sequence[int], on: date, *, user: User) -> list[Heard]:
    """Open families of these teams, and of all beneath them, that `user` may see, with the day they were discussed."""
    beneath = ArraySubquery(Team.objects.filter(path__overlap=list(team_ids)).order_by("pk").values("pk"))
    agreed = Discussion.objects.agreed().filter(case=OuterRef("pk"), held_on__lte=on).order_by("-held_on")
    found = Case.objects.visible_to(user).open_on(on).filter(team_ids__overlap=beneath)
    rows = found.annotate(last_on=Subquery(agreed.values("held_on")[:1])).values_list("pk", "opened_on", "last_on")
    return [Heard(key, opened_on, last_on) for key, opened_on, last_on in rows.order_by("pk")]
