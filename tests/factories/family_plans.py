"""One plan of a family with goals, actions and text, for tests."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from cases.models import Case, FamilySays, Goal, Member, PlanSpell, Release, Writing, WritingPart
from tests.factories.cases import ActionFactory

BEGAN = date(2026, 9, 1)


def planned(case: Case, children: list[Member], worker: Any, basis: str = "need") -> SimpleNamespace:
    """A plan of these children: a goal of the family, one of the first child, something done for each, some text."""
    for child in children:
        if not PlanSpell.objects.filter(child=child, ended_on=None).exists():
            PlanSpell.objects.create(case=case, child=child, basis=basis, started_on=BEGAN)
    set_by: dict[str, Any] = {"case": case, "set_on": BEGAN, "set_by": worker}
    ours = Goal.objects.create(
        words="Everybody sleeps", worry="Two rooms for four.", how_known="No mattress.", **set_by
    )
    hers = Goal.objects.create(words="Anisa is eleven at the doctor’s", child=children[0], **set_by)
    said: dict[str, Any] = {"case": case, "keeper": worker, "agreed_on": BEGAN, "due_on": date(2026, 10, 1)}
    late = ActionFactory(what="Ring the housing office", goal=ours, **said)
    book = ActionFactory(what="Book an interpreter", goal=hers, promised_to=children[0].first_name, **said)
    text = Writing.objects.filter(case=case, paper="plan", closed_on=None).first() or Writing.objects.create(
        case=case, paper="plan", begun_on=BEGAN, begun_by=worker
    )
    by: dict[str, Any] = {"case": case, "writing": text, "written_by": worker}
    by |= {"written_at": datetime(2026, 9, 1, 9, tzinfo=UTC)}
    worries = WritingPart.objects.create(section="worries", words="The winter in two rooms.", **by)
    safe = WritingPart.objects.create(section="safe", child=children[0], words="Nobody opens the door at night.", **by)
    FamilySays.objects.create(
        case=case, part=worries, said_by="Shirin", words="We are tired, that is all.", said_on=BEGAN, heard_by=worker
    )
    return SimpleNamespace(ours=ours, hers=hers, late=late, book=book, text=text, worries=worries, safe=safe)


def give_a_plan(case: Case, child: Member, worker: Any) -> Release:
    """A copy of the child's own plan, as it was given."""
    blocks = [{"kind": "Words", "text": f"Hello {child.first_name}.", "is_quote": False}]
    body = {"version": "child", "title": "Your plan", "subtitle": "For you", "foot": "Confidential", "blocks": blocks}
    given: dict[str, Any] = {
        "title": "Your plan",
        "body": body,
        "how": "by-hand",
        "given_on": BEGAN,
        "given_by": worker,
    }
    made: Release = Release.objects.create(case=case, kind="plan-child", recipient=child, **given)
    return made
