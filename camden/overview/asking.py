"""Which day and which teams a page of figures is asked for, where its address says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from camden.models import Team

_FURTHEST = timedelta(days=365 * 20)


@dataclass(frozen=True)
class Asked:
    """A day, today at the latest; the teams it may be asked of, by name; and those that it is asked of.

    `team` is the one that was chosen, with all beneath it; None: all of them.
    """

    on: date
    today: date
    teams: tuple[Team, ...]
    team: Team | None

    @property
    def here(self) -> tuple[Team, ...]:
        """The teams that are counted."""
        if self.team is None:
            return self.teams
        return tuple(each for each in self.teams if self.team.pk in each.path)

    @property
    def team_ids(self) -> list[int]:
        """Their keys."""
        return [each.pk for each in self.here]

    @property
    def whose(self) -> str:
        """What the heading says: the name of the team, or of the only one above the others."""
        top = min(self.teams, key=lambda each: len(each.path), default=None)
        return (self.team or top).name if self.team or top else ""  # type: ignore[union-attr]

    @property
    def query(self) -> str:
        """The same again, for a link: empty for today and every team."""
        said = {"on": self.on.isoformat()} if self.on != self.today else {}
        if self.team:
            said["team"] = str(self.team.pk)
        return f"?{urlencode(said)}" if said else ""


def asked_of(request: Any, team_ids: Sequence[int], today: date) -> Asked:
    """What a page was asked for: `?on=` a day, `?team=` one of these teams. Nonsense is left out. One query."""
    teams = tuple(Team.objects.filter(pk__in=list(team_ids)).order_by("name", "pk"))
    wanted = request.GET.get("team", "")
    team = next((each for each in teams if str(each.pk) == wanted), None)
    return Asked(day_asked(request.GET.get("on", ""), today) or today, today, teams, team)


def day_asked(said: str, today: date) -> date | None:
    """A day as a field of the browser writes it, no later than today; None for anything else."""
    try:
        return min(max(date.fromisoformat(said[:10]), today - _FURTHEST), today)
    except ValueError:
        return None
