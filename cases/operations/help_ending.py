"""The verb with which a family ends help by agreement. It is theirs to end: nobody agrees to it, and nobody argues."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from camden.audit import record
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Case, CaseNote, ChronologyEntry, Member, PlanSpell, Release
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.consents import NotConsented, withdraw_consent
from cases.operations.giving import NotGiven, give_way_back
from cases.operations.notes import write_note
from cases.operations.plan_texts import close_text_if_over
from cases.operations.plans import end_spells
from cases.operations.refusing import Refusal
from cases.readings.consents import consents_of
from cases.rules.help_ending import NO_PAPER, HelpEnded
from cases.rules.notes import NoteSaid
from cases.rules.visits import in_a_row

_LONGEST = 300  # characters of the words that stand with a consent; all of them stand in the note


class HelpNotEnded(Refusal):
    """What was written cannot be so: a day, or a paper that is not safe. Never that the family may not."""


@dataclass(frozen=True)
class Ended:
    """What was written: the note with their words and the way back, and the paper, if they took one."""

    note: CaseNote
    paper: Release | None


@transaction.atomic
def end_help(*, case: Case, children: Sequence[Member], said_by: Member, said: HelpEnded, by: User) -> Ended:
    """Somebody of the family ends help by agreement for these children from that day. Raises HelpNotEnded.

    Their plans of help end because the family ended them, every consent to help is taken back with it, their words and
    the way back are kept. Anybody who works with them writes it down; no manager is needed.
    """
    spells = _spells(children, said)
    end_spells(spells, said.ended_on, "family-ended", by)
    close_text_if_over(case=case, on=said.ended_on)
    names = in_a_row([child.first_name for child in children])
    note(
        case=case,
        on=said.ended_on,
        kind=ChronologyEntry.Kind.PLAN,
        summary=f"Family help plan of {names} ended: {said_by.first_name} ended it for the family",
        children=children,
        subject_id=spells[0].pk,
        by=by,
    )
    _take_back(case, said_by, said, by)
    written = write_note(
        case=case,
        by=by,
        said=NoteSaid(
            kind=said.told_how,
            happened_on=said.ended_on,
            title=f"{said_by.first_name} ended our help",
            words=f"How they can come back to us:\n\n{said.way_back}",
        ),
        children=children,
        people=[said_by] if said_by.kind == Member.Kind.ADULT else [],
        spoken=[(said_by, said.words)],
    )
    paper = _give(case, children, said_by, said, by)
    record(action="wrote down that a family ended help", subject=spells[0], case_id=case.pk)
    keep_clocks(case=case)
    return Ended(written, paper)


def _spells(children: Sequence[Member], said: HelpEnded) -> list[PlanSpell]:
    """The plans of help that run, held until the end of the transaction."""
    found = (
        PlanSpell.objects.select_for_update(of=("self",))
        .select_related("child")
        .filter(child__in=[child.pk for child in children], basis="early-help", ended_on=None)
    )
    spells = list(found.order_by("pk"))
    if not spells or len(spells) < len(children):
        raise HelpNotEnded("Choose children who have help by agreement now.", "children")
    for spell in spells:
        if said.ended_on <= spell.started_on:
            day = day_in_words(spell.started_on)
            raise HelpNotEnded(f"Enter a day after {day}, when the help began.", "ended_on")
    return spells


def _take_back(case: Case, said_by: Member, said: HelpEnded, by: User) -> None:
    """Whoever agreed to help agreed until now. Help that goes on for another child keeps its consent."""
    if PlanSpell.objects.filter(case=case, basis="early-help", ended_on=None).exists():
        return
    for given in consents_of(case, "help", said.ended_on):
        own = given.member_id == said_by.pk
        words = said.words[:_LONGEST] if own else f"{said_by.first_name} ended the help for the family."
        try:
            withdraw_consent(consent=given, withdrawn_on=said.ended_on, words=words, by=by, on=said.ended_on)
        except NotConsented as why:
            raise HelpNotEnded(str(why), "ended_on") from why


def _give(case: Case, children: Sequence[Member], said_by: Member, said: HelpEnded, by: User) -> Release | None:
    if said.given_how == NO_PAPER:
        return None
    try:
        return give_way_back(
            case=case,
            children=children,
            recipient=said_by,
            words=said.way_back,
            number=said.number,
            how=said.given_how,
            by=by,
            on=said.ended_on,
        )
    except NotGiven as why:
        about = {"how": "given_how", "words": "way_back"}.get(why.about, why.about)
        raise HelpNotEnded(str(why), about) from why
