"""Verbs about enquiries under section 47: a worker concludes, a manager who did not authorises or gives it back."""

from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from camden.operations.versions import Overtaken, change
from camden.rules.names import day_in_words
from cases.models import ChronologyEntry, Enquiry
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.refusing import Refusal
from cases.rules.codesets import in_a_sentence
from cases.rules.enquiries import LEADS_TO_A_CONFERENCE, Stage, findings_with, stage_of
from cases.rules.journey import ENQUIRY_OUTCOME


class NotConcluded(Refusal):
    """The conclusion was not kept. Says why, and about which answer."""


class NotAuthorised(Refusal):
    """The enquiry was not authorised, nor given back. Says why, and about which answer."""


class AlreadyMoved(Refusal):
    """Somebody else took this step, or another, since the page was opened."""


@transaction.atomic
def conclude_enquiry(
    *,
    enquiry: Enquiry,
    version: int | None,
    by: User,
    on: date,
    outcome: str,
    findings: str,
    why_no_conference: str = "",
) -> Enquiry:
    """A worker says what an enquiry found. Unless it leads to a conference, they say why none is needed.

    Raises NotConcluded; AlreadyMoved when it is concluded already, or was changed since `version`.
    """
    if stage_of(enquiry.concluded_on, enquiry.ended_on) is not Stage.OPEN:
        raise AlreadyMoved("This enquiry has its conclusion already. It is shown above.")
    if on < enquiry.started_on:
        raise NotConcluded(
            f"The enquiry began on {day_in_words(enquiry.started_on)}: enter that day or a later one.", "concluded_on"
        )
    needs_reason = outcome != LEADS_TO_A_CONFERENCE
    if needs_reason and not why_no_conference:
        raise NotConcluded("Write why no conference is needed, even if it is one line.", "why_no_conference")
    said = findings_with(findings, why_no_conference if needs_reason else "")
    row = _step(enquiry, version, outcome=outcome, findings=said, concluded_on=on, concluded_by=by)
    _say(row, on, f"{by.name} concluded the enquiry about {row.child.first_name}: {_outcome(outcome)}", by)
    record(action="concluded an enquiry", subject=row, case_id=row.case_id)
    keep_clocks(case=row.case)
    return row


@transaction.atomic
def authorise_enquiry(
    *, enquiry: Enquiry, version: int | None, by: User, on: date, why_not_required: str = ""
) -> Enquiry:
    """A manager who did not conclude it agrees, and the enquiry ends. `why_not_required`: why no conference is needed.

    Where a conference follows, its clock runs on until the conference. Raises NotAuthorised, AlreadyMoved.
    """
    _check_waiting(enquiry, by, on)
    changes = {"ended_on": on, "ended_by": by}
    if enquiry.outcome != LEADS_TO_A_CONFERENCE:
        if not why_not_required:
            raise NotAuthorised("Write why no conference is needed, even if it is one line.", "why_not_required")
        changes |= {"not_required_on": on, "not_required_by": by, "not_required_why": why_not_required}
    row = _step(enquiry, version, **changes)
    what = "A conference follows" if row.outcome == LEADS_TO_A_CONFERENCE else "No conference is needed"
    _say(row, on, f"{by.name} authorised the enquiry about {row.child.first_name}. {what}", by)
    record(action="authorised an enquiry", subject=row, case_id=row.case_id)
    keep_clocks(case=row.case)
    return row


@transaction.atomic
def give_enquiry_back(*, enquiry: Enquiry, version: int | None, by: User, on: date, why: str) -> Enquiry:
    """A manager does not agree yet: the enquiry is under way again, with its findings, and the timeline says why.

    The conclusion as it was stays in the row's history. Raises NotAuthorised, AlreadyMoved.
    """
    _check_waiting(enquiry, by, on)
    if not why:
        raise NotAuthorised("Write what is still needed, even if it is one line.", "why")
    row = _step(enquiry, version, outcome="", concluded_on=None, concluded_by=None)
    _say(row, on, f"{by.name} asks for more in the enquiry about {row.child.first_name}: {why}", by)
    record(action="gave an enquiry back", subject=row, case_id=row.case_id)
    keep_clocks(case=row.case)
    return row


def _check_waiting(enquiry: Enquiry, by: User, on: date) -> None:
    stage = stage_of(enquiry.concluded_on, enquiry.ended_on)
    if stage is Stage.OPEN:
        raise AlreadyMoved("This enquiry has no conclusion yet: a worker writes it first.")
    if stage is Stage.AUTHORISED:
        raise AlreadyMoved("This enquiry is authorised already.")
    if enquiry.concluded_by_id == by.pk:
        raise NotAuthorised("You wrote this conclusion, so another manager authorises it.")
    if enquiry.concluded_on and on < enquiry.concluded_on:
        raise NotAuthorised(f"It was concluded on {day_in_words(enquiry.concluded_on)}. Check the day.")


def _step(enquiry: Enquiry, version: int | None, **changes: object) -> Enquiry:
    """The one statement that moves an enquiry on: of two people at once, the second is told."""
    try:
        row: Enquiry = change(enquiry, version=version, **changes)
    except Overtaken as found:
        raise AlreadyMoved("Somebody else changed this enquiry while your page was open.") from found
    row.case, row.child = enquiry.case, enquiry.child
    return row


def _outcome(code: str) -> str:
    return in_a_sentence(ENQUIRY_OUTCOME[code])


def _say(enquiry: Enquiry, on: date, summary: str, by: User) -> None:
    note(
        case=enquiry.case,
        on=on,
        kind=ChronologyEntry.Kind.ENQUIRY,
        summary=summary,
        children=[enquiry.child],
        subject_id=enquiry.pk,
        by=by,
    )
