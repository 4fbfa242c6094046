"""What families tell us about how we did: of one family by name, and of a whole unit without names."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median

import qrcode

from camden.rules.names import day_in_words
from cases.models import AnonymousFeedback, Case, Feedback, FeedbackInvitation
from cases.rules.feedback import ITEMS, in_ten

FEWEST = 5  # answers of a unit: of fewer one could tell who spoke


@dataclass(frozen=True)
class FeedbackLine:
    """What somebody told us. `answers` are (sentence, "9 of 10"); `reply` is what we did, and who said so."""

    pk: int
    who: str
    after: str
    day: str
    answers: tuple[tuple[str, str], ...]
    words: str
    is_danger: bool
    written_by: str
    reply: str
    replied: str


@dataclass(frozen=True)
class InvitationLine:
    """Whom we asked last. `is_open` while the link can be answered; `again` is the day from which we may ask anew."""

    pk: int
    who: str
    day: str
    until: str
    is_open: bool


@dataclass(frozen=True)
class Code:
    """A code to photograph, as one path of an SVG: `size` in modules, the quiet zone included."""

    size: int
    path: str


def feedback_of(case: Case) -> tuple[FeedbackLine, ...]:
    """What this family told us, newest first. One query."""
    rows = Feedback.objects.filter(case=case).select_related("member", "written_by", "replied_by")
    return tuple(read_feedback(row) for row in rows.order_by("-answered_on", "-pk")[:50])


def read_feedback(row: Feedback) -> FeedbackLine:
    """One row with its `member`, `written_by` and `replied_by`."""
    return FeedbackLine(
        pk=row.pk,
        who=row.member.first_name if row.member else "Somebody",
        after=row.get_after_display(),
        day=day_in_words(row.answered_on),
        answers=tuple((item.sentence, in_ten(getattr(row, item.field))) for item in ITEMS),
        words=row.words,
        is_danger=row.speaks_of_danger,
        written_by=row.written_by.name if row.written_by else "",
        reply=row.reply,
        replied=f"{row.replied_by}, {day_in_words(row.replied_on)}" if row.replied_on else "",
    )


def latest_invitation(case: Case, on: date) -> InvitationLine | None:
    """Whom of this family we asked last. One query.

    Whoever answers without a name leaves no trace here: their link looks like one that nobody answered.
    """
    row = FeedbackInvitation.objects.filter(case=case).select_related("member").order_by("-invited_on").first()
    if row is None:
        return None
    is_open = row.answered_on is None and row.expires_on >= on
    until = day_in_words(row.expires_on)
    return InvitationLine(row.pk, row.member.first_name, day_in_words(row.invited_on), until, is_open)


def code_of(address: str) -> Code:
    """The address as a code to photograph."""
    code = qrcode.QRCode(border=4)
    code.add_data(address)
    rows = code.get_matrix()
    dark = ((x, y) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return Code(len(rows), "".join(f"M{x} {y}h1v1h-1z" for x, y in dark))


@dataclass(frozen=True)
class UnnamedLine:
    """What families of one unit said without a name in a year. Without `answers` while they are too few to show."""

    unit: str
    count: str
    answers: tuple[tuple[str, str], ...]
    words: tuple[str, ...]


def without_names(on: date) -> tuple[UnnamedLine, ...]:
    """By unit, of the last twelve months, for whoever decides for it: the policy says which units. Two queries.

    Fewer than FEWEST answers would say who spoke, so they wait until there are more. The words stand in the order of
    the alphabet, which says nothing of when they came.
    """
    since = on.replace(year=on.year - 1, day=1)
    rows = (
        AnonymousFeedback.objects.filter(answered_on__gt=since).select_related("team").order_by("team__name", "words")
    )
    return tuple(_unit(name, list(found)) for name, found in groupby(rows, key=lambda row: row.team.name))


def _unit(name: str, rows: list[AnonymousFeedback]) -> UnnamedLine:
    if len(rows) < FEWEST:
        return UnnamedLine(name, f"fewer than {FEWEST} answers so far", (), ())
    answers = tuple((item.sentence, _median([getattr(row, item.field) for row in rows])) for item in ITEMS)
    return UnnamedLine(name, f"{len(rows)} answers", answers, tuple(row.words for row in rows if row.words))


def _median(points: list[int | None]) -> str:
    said = [each for each in points if each is not None]
    return f"{median(said):g} of 10, in the middle" if len(said) >= FEWEST else "too few to say"
