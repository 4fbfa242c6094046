"""Facts of a journey for tests of clocks: written as they are, without the operations that keep clocks."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from camden.models import User
from cases.models import Member, Milestone, PlanSpell, Visit, VisitAccount, VisitChild


def need_plan(child: Member, on: date, **more: Any) -> PlanSpell:
    """A child in need plan from that day."""
    return PlanSpell.objects.create(case=child.case, child=child, basis="need", started_on=on, **more)


def protection_plan(child: Member, on: date, **more: Any) -> PlanSpell:
    """A child protection plan from that day."""
    return PlanSpell.objects.create(
        case=child.case,
        child=child,
        basis="protection",
        started_on=on,
        first_category="NEG",
        latest_category="NEG",
        **more,
    )


def visited(children: list[Member], worker: User, on: date, seen: str = "alone") -> Visit:
    """A visit to children of one family on that day, all seen in one way, and written up in the evening."""
    visit = Visit.objects.create(case=children[0].case, worker=worker, visited_on=on, kind="home")
    evening = datetime.combine(on, time(18), UTC)
    VisitAccount.objects.create(case=visit.case, visit=visit, words="We talked.", written_at=evening)
    for child in children:
        VisitChild.objects.create(case=child.case, visit=visit, child=child, seen=seen)
    return visit


def happened(child: Member, kind: str, on: date, **more: Any) -> Milestone:
    """A bare dated fact."""
    return Milestone.objects.create(case=child.case, child=child, kind=kind, happened_on=on, **more)


def day(text: str) -> date:
    """A day of autumn 2026, or whole: "10-12" is 12 October."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def days(first: date, every: int, count: int) -> list[date]:
    """So many days, so far apart."""
    return [first + timedelta(days=every * number) for number in range(count)]
