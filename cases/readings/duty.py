"""What a record says to somebody who sees it only because they are on duty; and a hand-over note."""

from dataclasses import dataclass
from datetime import datetime

from camden.models import User
from camden.rules.moments import clock, day_here, until_in_words
from camden.rules.names import day_in_words
from cases.models import Case, DutyNote


def seen_on_duty_until(case: Case, user: User, at: datetime) -> str:
    """When the duty ends that alone opens this record to the person, in words; empty when something else opens it.

    `case` comes from `lookup`, which says whether it is theirs. No query.
    """
    if case.is_theirs or set(case.team_ids) & set(user.member_team_ids):  # type: ignore[attr-defined]
        return ""
    ends = [duty.until for duty in user.duties_now if duty.until and set(case.team_ids) & set(duty.reach)]
    return until_in_words(max(ends), at) if ends else ""


@dataclass(frozen=True)
class DutyNoteReading:
    """A hand-over note: who wrote it and when, in words, and what it says."""

    pk: int
    writer: str
    when: str
    why: str
    done: str
    left_to_do: str


def read_duty_note(note: DutyNote) -> DutyNoteReading:
    """No query: the writer comes with the note."""
    when = f"{day_in_words(day_here(note.written_at))}, {clock(note.written_at)}"
    return DutyNoteReading(note.pk, note.writer.name, when, note.why, note.done, note.left_to_do)
