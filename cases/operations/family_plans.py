"""Verbs about copies of the one plan of a family: given to somebody, or asked for as a file."""

from datetime import date, datetime

from django.db import transaction

from camden.audit import record
from camden.models import User
from cases.models import Case, ChronologyEntry, Export, Member, PlanSpell, Release
from cases.operations.chronology import note
from cases.operations.refusing import Refusal
from cases.readings.giving import ways_of
from cases.readings.plan_paper import as_body, copy_for
from cases.rules.recording import GIVEN_HOW, GIVEN_KIND

PLAN = "plan"


class NotGiven(Refusal):
    """A copy of the plan that must not be given so."""


@transaction.atomic
def give_plan(*, case: Case, recipient: Member, how: str, by: User, on: date) -> Release:
    """Somebody of the family is given the plan as it is that day: kept word for word, and on the timeline.

    `how` is a code of GIVEN_HOW. A child gets their own. Raises NotGiven for a way that is not safe for this person,
    and while there is nothing to give.
    """
    ways = ways_of(recipient)
    if how not in ways.allowed:
        raise NotGiven(ways.refused or "There is no home to post it to.", "how")
    copy = copy_for(case, recipient, on)
    if copy.is_empty:
        raise NotGiven("There is no plan to give yet.", "how")
    kind = "plan-child" if copy.is_for_child else PLAN
    release = Release.objects.create(
        case=case,
        kind=kind,
        title=copy.paper.title,
        recipient=recipient,
        body=as_body(copy),
        how=how,
        given_on=on,
        given_by=by,
    )
    spells = PlanSpell.objects.filter(case=case, ended_on=None).values("child")
    children = [recipient] if copy.is_for_child else list(Member.objects.children().filter(pk__in=spells))
    note(
        case=case,
        on=on,
        kind=ChronologyEntry.Kind.GIVEN,
        summary=f"{by.name} gave {recipient.first_name} “{GIVEN_KIND[kind]}”: {GIVEN_HOW[how].lower()}",
        children=children,
        subject_id=release.pk,
        by=by,
    )
    record(action="gave a plan", subject=release, case_id=case.pk)
    return release


@transaction.atomic
def ask_plan(*, case: Case, layout: str, reader: Member | None, by: User, at: datetime) -> Export:
    """Ask for the plan as a file, for one person of the family or the family together; a job makes it in seconds."""
    asked = {"reader": reader.pk if reader else None}
    export = Export.objects.create(case=case, what=PLAN, layout=layout, asked=asked, asked_by=by, asked_at=at)
    record(action="asked for the plan as a file", subject=export, case_id=case.pk)
    return export
