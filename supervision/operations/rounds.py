"""The quick round: one line a family, written down in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import Case
from supervision.models import AgendaItem, Discussion, DiscussionChild, DiscussionWords, Session
from supervision.operations.agenda import bring_item, presenter_for
from supervision.operations.closing import agree
from supervision.operations.holding import NotInTheRoom, hold_discussion


@dataclass(frozen=True)
class QuickLine:
    """What was said of one family. Only what somebody changed: two who write at once do not undo each other.

    `words` by field (changed, worry, next_step, safety); `voices` are (key of the child, voice, source).
    """

    case: Case
    discussion: Discussion | None = None
    item: AgendaItem | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    voices: Sequence[tuple[int, str, str]] = ()


@transaction.atomic
def write_quick_round(*, session: Session, lines: Sequence[QuickLine], by: User, on: date) -> list[Discussion]:
    """Write the lines down, all or none; a family that is only on the agenda comes to the session with its first words.

    After the session has ended, a line that is whole is agreed by being written. The discussions written.
    Raises Locked, or NotInTheRoom where nobody here may present a family.
    """
    written = []
    for line in lines:
        discussion = line.discussion or _brought(session, line)
        hold_discussion(discussion)
        if line.words:
            DiscussionWords.objects.filter(discussion=discussion).update(**line.words, version=F("version") + 1)
        for child, voice, source in line.voices:
            DiscussionChild.objects.filter(discussion=discussion, child=child).update(
                voice=voice, source=source, version=F("version") + 1
            )
        record(action="wrote down a quick round", subject=discussion, case_id=discussion.case_id)
        if session.agreed_on:
            discussion.refresh_from_db()
            agree(discussion, by, on)
        written.append(discussion)
    return written


def _brought(session: Session, line: QuickLine) -> Discussion:
    presenter = presenter_for(session, line.case)
    if presenter is None or line.item is None:
        raise NotInTheRoom
    return bring_item(session, line.item, presenter)
