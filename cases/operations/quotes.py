"""Verbs about what people of a family said: keep it, choose it for a child's header, take it back."""

from datetime import date

from django.db import transaction
from django.db.models import F, QuerySet

from camden.audit import record
from camden.models import User
from camden.rules.names import day_in_words
from cases.access import OPENS_THE_CASE
from cases.models import Action, Case, CaseNote, ChronologyEntry, Involvement, Member, Quote, Visit
from cases.operations.chronology import note as on_the_timeline
from cases.operations.chronology import strike_entries
from cases.operations.protecting import in_turn
from cases.operations.refusing import Refusal
from cases.readings.marks import marks_of
from cases.rules.audience import Marks
from cases.rules.voice import quote_in_a_sentence

# Who works with a child, and so may choose what stands in the header of their page.
WORK_WITH = (Involvement.Role.LEAD, Involvement.Role.CO_WORKER, Involvement.Role.LEAD_CHILD_PROTECTION)


class NotKept(Refusal):
    """The words were not kept. Says why, and about which answer."""


class NotForTheHeader(Refusal):
    """These words do not go into a header. Says why."""


class TakenBackAlready(Refusal):
    """Somebody else has taken these words back already."""


@transaction.atomic
def keep_quote(
    *,
    case: Case,
    speaker: Member,
    words: str,
    said_on: date,
    by: User,
    on: date,
    how: str = "said",
    is_view: bool = False,
    setting: str = "",
    heard_by: User | None = None,
    visit: Visit | None = None,
    note: CaseNote | None = None,
    action: Action | None = None,
    marks: Marks = Marks(),  # noqa: B008 - frozen
) -> Quote:
    """Keep words of somebody in the family, exactly as they were. No consent is asked for (REFERENCE 10.3).

    Words from a visit or a note are on the timeline with it; others are put there by themselves. What is kept from
    somebody is not repeated there. Raises NotKept for a day to come, or before the speaker was born.
    """
    if said_on > on:
        raise NotKept("Write this down once it was said.", "said_on")
    if speaker.born_on and said_on < speaker.born_on:
        born = day_in_words(speaker.born_on)
        raise NotKept(f"{speaker.first_name} was born on {born}: enter that day or a later one.", "said_on")
    quote = Quote.objects.create(
        case=case,
        speaker=speaker,
        words=words,
        said_on=said_on,
        how=how,
        is_view=is_view,
        setting=setting,
        heard_by=heard_by or by,
        visit=visit,
        note=note,
        action=action,
        is_kept_from_family=marks.is_kept_from_family,
        kept_from=list(marks.kept_from),
    )
    if visit is None and note is None:
        told = quote_in_a_sentence(speaker.first_name, words, is_view=is_view, is_kept=bool(marks))
        _say(quote, told, said_on, by)
    record(action="kept somebody’s words", subject=quote, case_id=case.pk)
    return quote


@transaction.atomic
def head_with(*, quote: Quote, by: User, on: date) -> None:
    """Put these words into the header of the child's page, in place of any that are there.

    Raises NotForTheHeader: the header is read over the worker's shoulder, so nothing that is kept from anybody.
    """
    child = quote.speaker
    in_turn([child])
    quote.refresh_from_db()
    if child.kind != Member.Kind.CHILD:
        raise NotForTheHeader("Only a child’s own words stand in the header of their page.")
    if quote.struck_on:
        raise NotForTheHeader("These words were taken back.")
    if marks_of(quote):
        raise NotForTheHeader(
            "These words are not to be shared with somebody. A parent may read the header over your shoulder, so they "
            "cannot stand there. Choose others, or talk it through and take the mark away first."
        )
    working = Involvement.objects.filter(child=child, worker=by, ended_on=None, scope__in=OPENS_THE_CASE)
    if not working.filter(role__in=WORK_WITH).exists():
        raise NotForTheHeader(f"Somebody who works with {child.first_name} chooses the words for the header.")
    _unhead(Quote.objects.filter(speaker=child, headed_on__isnull=False))
    Quote.objects.filter(pk=quote.pk).update(headed_on=on, headed_by=by, version=F("version") + 1)
    record(action="chose words for a child’s header", subject=quote, case_id=quote.case_id)


@transaction.atomic
def unhead(*, quote: Quote) -> None:
    """Take these words out of the header. They stay in the record."""
    if _unhead(Quote.objects.filter(pk=quote.pk, headed_on__isnull=False)):
        record(action="took words out of a child’s header", subject=quote, case_id=quote.case_id)


@transaction.atomic
def strike_quote(*, quote: Quote, by: User, on: date, why: str) -> None:
    """Take back words that were not said so. They stay to be read, with who and why, and leave the header.

    Raises TakenBackAlready.
    """
    struck = {"struck_on": on, "struck_by": by, "struck_why": why, "headed_on": None, "headed_by": None}
    if not Quote.objects.filter(pk=quote.pk, struck_on=None).update(**struck, version=F("version") + 1):
        raise TakenBackAlready("Somebody else has taken these words back already.")
    strike_entries(case=quote.case, kinds=[ChronologyEntry.Kind.QUOTE], subject_id=quote.pk, on=on)
    said = f"Taken back: words of {quote.speaker.first_name} on {day_in_words(quote.said_on)}."
    _say(quote, said if marks_of(quote) else f"{said} {why}", on, by)
    record(action="took somebody’s words back", subject=quote, case_id=quote.case_id)


def _unhead(found: "QuerySet[Quote]") -> int:
    return found.update(headed_on=None, headed_by=None, version=F("version") + 1)


def _say(quote: Quote, summary: str, on: date, by: User) -> None:
    on_the_timeline(
        case=quote.case,
        on=on,
        kind=ChronologyEntry.Kind.QUOTE,
        summary=summary,
        children=[quote.speaker] if quote.speaker.kind == Member.Kind.CHILD else [],
        subject_id=quote.pk,
        by=by,
        marks=marks_of(quote),
    )
