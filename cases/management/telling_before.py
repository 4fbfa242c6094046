"""Writes what one must know before one meets a family of the demo."""

from datetime import date
from typing import Any, Protocol

from cases.management.families.before import Before
from cases.models import BriefPart, Case, ContactPoint, Member, NetworkTie, Presence, Quote, Visit
from cases.operations.brief import write_part
from cases.rules.audience import Marks


class Teller(Protocol):
    """What this needs of whoever tells a family: the record, the people of the service, days and names."""

    case: Case
    world: Any

    def ago(self, days: int) -> date:
        """That many days before the day it is shown on."""

    def one(self, given: str) -> Member:
        """Somebody of the family."""


def tell_before(before: Before, teller: Teller) -> None:
    """After the visits, which some of it comes from."""
    case = teller.case
    for says in before.says:
        now = BriefPart.objects.filter(case=case, kind=says.kind, ended_on=None).first()
        write_part(
            case=case,
            kind=says.kind,
            words=says.words,
            told_by=teller.one(says.told_by) if says.told_by else None,
            by=teller.world.people[says.writer],
            on=teller.ago(says.days_ago),
            shown=now.pk if now else 0,
            marks=Marks(kept_from=_keys(teller, says.kept_from)),
        )
    for talks in before.talks:
        member = teller.one(talks.who)
        Member.objects.filter(pk=member.pk).update(interpreter=talks.interpreter, communication=talks.communication)
    for way in before.reaches:
        ContactPoint.objects.create(
            case=case,
            member=teller.one(way.who),
            kind=way.by,
            value=way.value,
            is_safe=way.safe,
            remark=way.remark,
            kept_from=list(_keys(teller, way.kept_from)),
        )
    for tie in before.around:
        NetworkTie.objects.create(
            case=case,
            member=teller.one(tie.who),
            kind=tie.kind,
            organisation=tie.organisation,
            contact_name=tie.name,
            phone=tie.phone,
            remark=tie.remark,
        )
    _from_visits(before, teller)


def _from_visits(before: Before, teller: Teller) -> None:
    """Words for the head of a page, and who was there: each in the visit nearest to its day."""
    visits = list(Visit.objects.filter(case=teller.case, struck_on=None))
    for met in before.met:
        visit = _nearest(visits, teller.ago(met.days_ago))
        Presence.objects.create(case=teller.case, visit=visit, member=teller.one(met.who), happened_on=visit.visited_on)
    for headed in before.headed:
        visit = _nearest(visits, teller.ago(headed.days_ago))
        worker, child = teller.world.people[headed.worker], teller.one(headed.who)
        chosen = {"headed_on": visit.visited_on, "headed_by": worker}
        told = Quote.objects.filter(speaker=child, visit=visit, words=headed.words)
        if not told.update(**chosen):
            Quote.objects.create(
                case=teller.case,
                speaker=child,
                words=headed.words,
                said_on=visit.visited_on,
                heard_by=worker,
                visit=visit,
                **chosen,
            )


def _nearest(visits: list[Visit], on: date) -> Visit:
    return min(visits, key=lambda visit: abs(visit.visited_on - on))


def _keys(teller: Teller, names: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(sorted(teller.one(name).pk for name in names))
