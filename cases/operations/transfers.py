"""Passing on a record that nobody leads in yet."""

from datetime import date

from django.db import DatabaseError, connection, transaction

from camden.access import Role
from camden.audit import record
from camden.models import Membership, Team, User
from camden.outbox import enqueue_all
from cases.models import Case, ChronologyEntry, Member
from cases.operations.chronology import note
from cases.operations.decisions import NOBODY_HEARD, NotDecided, decide
from cases.readings.decisions import led_before
from cases.rules.deciding import Decided

TRANSFERRED = "record-transferred"  # the message's template in templates/emails/

_SENTENCES = {
    "no such record": "Only whoever manages the team it is with now can pass this record on.",
    "somebody leads in this record": "Somebody leads here already: the record goes where the lead worker is.",
    "no such team": "That team is not here any more. Choose another.",
}


class NotTransferred(Exception):
    """The record stays where it is. Says why in a sentence."""


@transaction.atomic
def transfer(*, case: Case, to: Team, by: User, on: date, why: str, decided: Decided | None = None) -> None:
    """Put a record that nobody leads in on another team's list, and tell that team's managers.

    `why` is one sentence for the timeline. Where somebody led before, the family is known here, and `decided` says what
    it wishes. Whoever passes it on may not see it any more. Raises NotTransferred, NotDecided.
    """
    children = list(Member.objects.children().filter(case=case))
    if (before := led_before(case)) is not None:
        if decided is None:
            raise NotDecided(NOBODY_HEARD, "least_formal")
        decide(
            case=case,
            kind="worker",
            subject_id=before.pk,
            children=children,
            decided=decided,
            by=by,
            on=on,
        )
    note(
        case=case,
        on=on,
        kind=ChronologyEntry.Kind.ALLOCATION,
        summary=f"{by.name} passed the record on to {to.name}: {' '.join(why.split())}",
        children=children,
        by=by,
    )
    record(action="passed on the record", subject=case, case_id=case.pk)
    enqueue_all(kind=TRANSFERRED, recipient_ids=_managers(to, by), subject=case, due_on=on)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select transfer_case(%s, %s)", [case.pk, to.pk])
    except DatabaseError as error:
        said = str(error).splitlines()[0]
        if said in _SENTENCES:
            raise NotTransferred(_SENTENCES[said]) from error
        raise


def _managers(team: Team, by: User) -> list[int]:
    """Keys of the managers nearest to the team: its own, or those of the team above."""
    found = Membership.objects.filter(
        team__in=team.path, ended_on=None, user__is_active=True, role__in=[Role.TEAM_MANAGER, Role.SERVICE_MANAGER]
    ).exclude(user=by)
    depth = {key: place for place, key in enumerate(team.path)}
    managers = list(found.values_list("user", "team"))
    nearest = max((depth[where] for _, where in managers), default=-1)
    return sorted({person for person, where in managers if depth[where] == nearest})
