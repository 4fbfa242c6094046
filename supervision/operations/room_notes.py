"""What is noted in the room and stays there."""

from django.db import connection, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from supervision.models import DifferenceNote, Discussion, Position
from supervision.operations.holding import Locked, NotInTheRoom, hold_discussion, who_hears


@transaction.atomic
def note_difference(
    *,
    discussion: Discussion,
    by: User,
    lens: str,
    whose: str,
    so_what: str,
    is_visible: bool | None = None,
    is_voiced: bool | None = None,
) -> None:
    """A social difference that may matter: a code of `prompts.LENSES`, whose it is, and so what.

    Noted again for the same lens and person, it is written anew. Raises Locked, or NotInTheRoom.
    """
    _hold(discussion, by)
    said = {"so_what": so_what, "is_visible": is_visible, "is_voiced": is_voiced}
    known = DifferenceNote.objects.filter(discussion=discussion, lens=lens, whose=whose)
    if not known.update(**said, version=F("version") + 1):
        DifferenceNote.objects.create(case_id=discussion.case_id, discussion=discussion, lens=lens, whose=whose, **said)
    record(action="noted a difference that may matter", subject=discussion)


@transaction.atomic
def say_position(*, discussion: Discussion, by: User, words: str, was_spoken: bool) -> None:
    """What the work does to the worker who presents: written, or spoken and not written. Raises Locked, NotInTheRoom.

    The words of one who ticks "spoken, not written" are not kept.
    """
    _hold(discussion, by)
    if by.pk != discussion.presenter_id:
        raise NotInTheRoom
    said = {"words": "" if was_spoken else words, "was_spoken": was_spoken}
    known = Position.objects.filter(discussion=discussion, person=by)
    if not known.update(**said, version=F("version") + 1) and (words or was_spoken):
        Position.objects.create(case_id=discussion.case_id, discussion=discussion, person=by, **said)
    record(action="wrote down a position", subject=discussion)


@transaction.atomic
def differ(*, discussion: Discussion, by: User, words: str) -> None:
    """Somebody who is there sees it differently, and says how: also who sees no record, a clinician or a guest.

    Raises Locked: it was agreed or called off, or `by` is not of the room any more.
    """
    with connection.cursor() as cursor:
        cursor.execute("select say_differently(%s, %s)", [discussion.pk, words])
        (is_said,) = cursor.fetchone()
    if not is_said:
        raise Locked
    record(action="saw it differently", subject=discussion)


def _hold(discussion: Discussion, by: User) -> None:
    hold_discussion(discussion)
    if by.pk not in who_hears(discussion.session, discussion.case):
        raise NotInTheRoom
