"""The verb of looking again at a step down."""

from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from cases.models import ChronologyEntry, Member, StepCheck, ThresholdMove
from cases.operations.chronology import note
from cases.operations.refusing import Refusal, in_words
from cases.rules.helping import is_down
from cases.rules.visits import in_a_row

_RACES = {"cases_stepcheck_move_id_key": ("Somebody has just looked at it. Read what they saw first.", "")}


class NotChecked(Refusal):
    """A step that cannot be looked at again so."""


@transaction.atomic
def check_step(*, move: ThresholdMove, holds: str, words: str, familys_words: str, by: User, on: date) -> StepCheck:
    """A step down is looked at again: whether it holds (HOLDS, SHAKY, HOLDS_NOT), why, what the family says.

    Once for each step. Raises NotChecked. What does not hold leads to a step up, which is another decision.
    """
    if not is_down(move.from_basis, move.to_basis):
        raise NotChecked("Only a step down is looked at again so.")
    if on < move.moved_on:
        raise NotChecked("The step has not been taken yet.")
    if StepCheck.objects.filter(case=move.case_id, move=move).exists():
        raise NotChecked(_RACES["cases_stepcheck_move_id_key"][0])
    with in_words(NotChecked, _RACES):
        seen = StepCheck.objects.create(
            case=move.case,
            move=move,
            holds=holds,
            words=words,
            familys_words=familys_words,
            checked_on=on,
            checked_by=by,
        )
    children = list(Member.objects.children().filter(pk__in=move.parts.values("child")))
    how, names = seen.get_holds_display(), in_a_row([child.first_name for child in children])
    note(
        case=move.case,
        on=on,
        kind=ChronologyEntry.Kind.THRESHOLD,
        summary=f"Step down for {names} looked at again: {how[:1].lower()}{how[1:]}",
        children=children,
        subject_id=move.pk,
        by=by,
    )
    record(action="looked at a step down again", subject=seen, case_id=move.case_id)
    return seen
