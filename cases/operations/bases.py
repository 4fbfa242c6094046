"""Verbs about the legal basis of an assessment: it changes, and a social worker joins the family's own worker."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.access import Permission, may
from camden.audit import record
from camden.models import Membership, User
from cases.models import Assessment, AssessmentBasis, Case, ChronologyEntry, Episode, Involvement, Member
from cases.operations.allocation import NotAllocated, involve
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.refusing import Refusal
from cases.readings.assessments import state_now
from cases.readings.registered import not_registered, who_must_join
from cases.rules.basis import REGISTERED, set_by_referral, why_not_basis
from cases.rules.journey import LEGAL_BASIS
from cases.rules.visits import in_a_row


class NotChanged(Refusal):
    """A legal basis that cannot change so."""


class NotJoined(NotChanged):
    """Somebody who cannot join so."""


@transaction.atomic
def change_basis(
    *,
    assessment: Assessment,
    legal_basis: str,
    began_on: date,
    why: str,
    by: User,
    joins: Membership | None = None,
) -> AssessmentBasis:
    """From that day the assessment stands on another legal basis. It goes on: same parts, same worker, same children.

    A manager decides. `joins` is the registered social worker who comes beside the family's worker; demanded for
    protection where the lead is none. Into statutory work it counts from the referral (AS1). Raises NotChanged.
    """
    if not may(by, Permission.CASE_AUTHORISE):
        raise NotChanged("A manager decides on the legal basis of an assessment.")
    now = Assessment.objects.select_for_update().get(pk=assessment.pk)
    now.case = assessment.case
    if not state_now(now).is_open:
        raise NotChanged("This assessment is over: its legal basis stays as it was.")
    children = list(Member.objects.children().filter(pk__in=now.parts.values("child")))
    referred = _check(now, children, legal_basis, began_on)
    _join(now.case, children, joins, began_on, is_demanded=legal_basis in REGISTERED)
    changed = AssessmentBasis.objects.create(
        case=now.case,
        assessment=now,
        legal_basis=legal_basis,
        before=now.legal_basis,
        began_on=began_on,
        why=why,
        decided_by=by,
        joined=joins.user if joins else None,
    )
    counts_from_on = set_by_referral(
        now.counts_from_on, now=now.legal_basis, to=legal_basis, started_on=now.started_on, referred=referred
    )
    Assessment.objects.filter(pk=now.pk).update(
        legal_basis=legal_basis, counts_from_on=counts_from_on, version=F("version") + 1
    )
    _say(changed, children, by)
    return changed


@transaction.atomic
def join_family(*, case: Case, children: Sequence[Member], joins: Membership, on: date, by: User) -> None:
    """A registered social worker joins the worker of these children, who stays. Raises NotJoined."""
    if not may(by, Permission.CASE_ALLOCATE):
        raise NotJoined("A manager decides who joins.")
    if not _join(case, children, joins, on, is_demanded=True):
        raise NotJoined("Somebody has joined already.")


def _check(now: Assessment, children: Sequence[Member], legal_basis: str, began_on: date) -> list[date]:
    """The day each of the children was referred. Raises NotChanged."""
    if legal_basis not in LEGAL_BASIS:
        raise NotChanged("Choose the basis.", "legal_basis")
    last = AssessmentBasis.objects.filter(assessment=now).order_by("-began_on").first()
    found = Episode.objects.in_need().filter(child__in=[child.pk for child in children])
    days = dict(found.values_list("child", "referred_on"))
    wrong, about = why_not_basis(
        now.legal_basis,
        legal_basis,
        began_on,
        started_on=now.started_on,
        last_on=last.began_on if last else None,
        referred={child.first_name: days.get(child.pk) for child in children},
    )
    if wrong:
        raise NotChanged(wrong, about)
    return list(days.values())


def _join(case: Case, children: Sequence[Member], joins: Membership | None, on: date, *, is_demanded: bool) -> int:
    """Whoever joins does so for each child who has no registered social worker; for how many. Raises NotJoined."""
    alone = who_must_join([child.pk for child in children])
    if alone and is_demanded and joins is None:
        raise NotJoined(f"{in_a_row(list(alone.leads))} stays. Choose the registered social worker who joins.", "joins")
    if joins is None:
        return 0
    if not_registered([joins.user_id]):
        raise NotJoined(f"{joins.user.name} is no registered social worker. Choose somebody else.", "joins")
    meant = [child for child in children if child.pk in alone.children]
    for child in meant:
        child.case = case
        try:
            involve(
                child=child,
                worker=joins.user,
                team=joins.team,
                role=Involvement.Role.LEAD_CHILD_PROTECTION,
                on=on,
            )
        except NotAllocated as why:
            raise NotJoined(str(why), "joins") from why
    return len(meant)


def _say(changed: AssessmentBasis, children: Sequence[Member], by: User) -> None:
    was, becomes = (_low(LEGAL_BASIS[basis]) for basis in (changed.before, changed.legal_basis))
    joined = f"; {changed.joined.name} joins" if changed.joined else ""
    note(
        case=changed.case,
        on=changed.began_on,
        kind=ChronologyEntry.Kind.ASSESSMENT,
        summary=f"The assessment of {in_a_row([child.first_name for child in children])} goes on as {becomes}, "
        f"not {was}: decided by {by.name}{joined}",
        children=children,
        subject_id=changed.assessment_id,
        by=by,
    )
    record(action="changed the legal basis of an assessment", subject=changed, case_id=changed.case_id)
    keep_clocks(case=changed.case)


def _low(words: str) -> str:
    return words[:1].lower() + words[1:]
