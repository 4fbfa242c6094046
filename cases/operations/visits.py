"""Verbs about visits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from cases.models import Case, ChronologyEntry, Member, Quote, Visit, VisitAccount, VisitChild
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.planned_visits import keep_plan
from cases.rules.visits import visit_in_a_sentence


@dataclass(frozen=True)
class ChildPart:
    """What was particular to one child in a visit. `seen` is a code of VisitChild.Seen; `words` are the child's own."""

    child: Member
    seen: str
    words: str = ""


class NobodyVisited(Exception):
    """A visit about no child."""


@transaction.atomic(savepoint=False)
def log_visit(*, case: Case, by: User, visited_on: date, kind: str, account: str, parts: Sequence[ChildPart]) -> Visit:
    """Record one visit once, for all the children it was about, on each child's timeline.

    Only the children of `parts` are linked: nothing is said of a child whom the worker said nothing about. Raises
    NobodyVisited without any.
    """
    if not parts:
        raise NobodyVisited
    visit = Visit.objects.create(case=case, worker=by, visited_on=visited_on, kind=kind)
    VisitAccount.objects.create(visit=visit, case=case, words=account)
    VisitChild.objects.bulk_create(
        VisitChild(case=case, visit=visit, child=part.child, seen=part.seen) for part in parts
    )
    Quote.objects.bulk_create(
        Quote(case=case, speaker=part.child, words=part.words, said_on=visited_on, heard_by=by, visit=visit)
        for part in parts
        if part.words
    )
    note(
        case=case,
        on=visited_on,
        kind=ChronologyEntry.Kind.VISIT,
        summary=visit_in_a_sentence(by.name, kind, [(part.child.first_name, part.seen) for part in parts]),
        children=[part.child for part in parts],
        subject_id=visit.pk,
        by=by,
    )
    keep_plan(visit)
    record(action="logged a visit", subject=visit, case_id=case.pk)
    keep_clocks(case=case)
    return visit
