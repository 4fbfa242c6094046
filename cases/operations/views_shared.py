"""Verbs of the last page of a paper: put beside each other what we see and what they see, and take it out again."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import Disagreement, FamilySays, Member, SharedView, Writing
from cases.operations.refusing import Refusal
from cases.readings.marks import marks_of
from cases.readings.sections_kept import sections_of
from cases.readings.views_shared import about_part
from cases.readings.writing import locked_now
from cases.rules.audience import Marks
from cases.rules.sharing import DIFFER


class NotSeen(Refusal):
    """It was not put on the last page. Says why, and about which answer."""


@transaction.atomic
def add_view(
    *,
    writing: Writing,
    stand: str,
    about: str,
    our_words: str,
    their_words: str,
    said_on: date,
    by: User,
    member: Member | None = None,
    said_by: str = "",
    marks: Marks = Marks(),  # noqa: B008 - frozen
) -> SharedView:
    """Put one thing on the last page. `stand` is "agree" or "differ"; who sees it differently has both texts.

    Raises NotSeen.
    """
    if locked := locked_now(writing):
        raise NotSeen(locked)
    if stand == DIFFER and not our_words:
        raise NotSeen("Write what we see, so that both stand there.", "our_words")
    if stand == DIFFER and not their_words:
        raise NotSeen("Write what they see, in their words.", "their_words")
    if stand == DIFFER and member is None and not said_by:
        raise NotSeen("Say whose words these are.", "who")
    view = SharedView.objects.create(
        case=writing.case,
        writing=writing,
        stand=stand,
        about=about[:200],
        our_words=our_words,
        their_words=their_words,
        member=member,
        said_by=said_by,
        said_on=said_on,
        recorded_by=by,
        is_kept_from_family=marks.is_kept_from_family,
        kept_from=list(marks.kept_from),
    )
    record(action="wrote down where we agree or differ", subject=view, case_id=writing.case_id)
    return view


@transaction.atomic
def take_statement(*, writing: Writing, statement: Disagreement, by: User) -> SharedView:
    """A statement beside an entry becomes a difference of this paper, word for word, with the marks of the entry.

    Raises NotSeen.
    """
    entry = statement.entry
    return add_view(
        writing=writing,
        stand=DIFFER,
        about=f"{entry.get_kind_display()}, {entry.happened_on:%-d %B %Y}",
        our_words=entry.summary,
        their_words=statement.words,
        said_on=statement.said_on,
        by=by,
        member=statement.member,
        said_by=statement.said_by,
        marks=marks_of(entry),
    )


@transaction.atomic
def take_says(*, writing: Writing, says: FamilySays, stand: str, by: User) -> SharedView:
    """What somebody said beside a section becomes an agreement or a difference, word for word, with the marks of both.

    Raises NotSeen.
    """
    sections = {each.code: each for each in sections_of(writing.paper, retired=True)}
    return add_view(
        writing=writing,
        stand=stand,
        about=about_part(says.part, sections),
        our_words=says.part.words,
        their_words=says.words,
        said_on=says.said_on,
        by=by,
        member=says.member,
        said_by=says.said_by,
        marks=marks_of(says) | marks_of(says.part),
    )


@transaction.atomic
def take_out_view(*, view: SharedView, by: User, on: date) -> None:
    """Take one thing off the last page; its words stay in its history. Raises NotSeen."""
    if locked := locked_now(view.writing):
        raise NotSeen(locked)
    open_ = SharedView.objects.filter(pk=view.pk, left_out_on=None)
    if not open_.update(left_out_on=on, version=F("version") + 1):
        raise NotSeen("Somebody took it out already.")
    record(action="took out where we agree or differ", subject=view, case_id=view.case_id)
