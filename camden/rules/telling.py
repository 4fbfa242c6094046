"""Who hears of a piece of work, and from which day on: a ladder with four steps (REFERENCE 13.4).

The worker hears of it some working days before it is due, the pod's senior practitioner on the day, the team manager
one working day after it and the service manager five working days after it. The last step is for law, national
guidance and a child's safety alone.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from camden.rules.rows import Ladder, Owner, Timescale
from camden.rules.workdays import Calendar

MANAGER_AFTER, SERVICE_AFTER = 1, 5  # working days after the last lawful day


class Step(IntEnum):
    """A step of the ladder, the lowest first."""

    OWNER = 1
    SENIOR = 2
    MANAGER = 3
    SERVICE = 4


WHY_TOLD = {
    Step.OWNER: "It is yours to do.",
    Step.SENIOR: "You lead the pod, and it is due.",
    Step.MANAGER: "You manage the team, and its day has passed.",
    Step.SERVICE: "You manage the service, and its day passed five working days ago or more.",
}
NOBODY_LEADS = "Nobody leads for this child yet, so it comes to you as the team’s manager."
NOBODY_ELSE = "Nobody stands on the step below, so it comes to you."


@dataclass(frozen=True, slots=True)
class People:
    """Keys of those who stand on each step for one child. `has_lead` is false while nobody leads for the child."""

    owner: Set[int] = frozenset()
    senior: Set[int] = frozenset()
    manager: Set[int] = frozenset()
    service: Set[int] = frozenset()
    has_lead: bool = True

    def on(self, step: Step) -> Set[int]:
        """Those who stand on one step."""
        return {Step.OWNER: self.owner, Step.SENIOR: self.senior, Step.MANAGER: self.manager,
                Step.SERVICE: self.service}[step]  # fmt: skip


def days_of_telling(
    rule: Timescale, *, do_by: date, due_on: date, calendar: Calendar, put_off_until: date | None = None
) -> dict[Step, date]:
    """From which day each step hears of it. No step hears before the one beneath.

    Only the work of whoever leads for the child passes a pod's senior practitioner. A reason for putting it off holds
    the steps above back until its day, but never those of the whole ladder.
    """
    days = {Step.OWNER: calendar.back(do_by, rule.warn_days)}
    if rule.owner in (Owner.LEAD, Owner.WORKER):
        days[Step.SENIOR] = do_by
    days[Step.MANAGER] = calendar.add(due_on, MANAGER_AFTER)
    if is_whole(rule):
        days[Step.SERVICE] = calendar.add(due_on, SERVICE_AFTER)
    elif put_off_until:
        days = {step: max(day, put_off_until) if step > Step.OWNER else day for step, day in days.items()}
    return days


def is_whole(rule: Timescale) -> bool:
    """Whether it is law, national guidance or a child's safety: told up the whole ladder, and never muted."""
    return rule.ladder is Ladder.WHOLE


def told(days: Mapping[Step, date], people: People, on: date) -> dict[int, Step]:
    """Who is told on a day, each on the lowest step they stand on.

    A step on which nobody stands is taken by the next one above, whatever the ladder; a child nobody leads for is
    the team manager's at once. So nothing is ever told to nobody while anybody stands above.
    """
    found: dict[int, Step] = {}
    for step in sorted(days):
        if days[step] > on:
            break
        stands = step
        if step is Step.SENIOR and not people.has_lead:
            continue
        if step is Step.OWNER and not people.owner and not people.has_lead:
            stands = Step.MANAGER
        while not people.on(stands) and stands < Step.SERVICE:
            stands = Step(stands + 1)
        for person in people.on(stands):
            found.setdefault(person, stands)
    return found
