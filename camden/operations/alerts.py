"""Verbs of being interrupted: to open what needs somebody now (REFERENCE 13.4)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from camden.models import User

# What each event is called that interrupts. No other kind may begin with "alert-"; what a coordinator heard while a
# conference was prepared is written by the database under a name of its own.
ALERTS = {
    "alert-missing": "A child is missing",
    "alert-enquiry": "An enquiry under section 47 was opened",
    "alert-police-protection": "Police protection, or an emergency protection order",
    "alert-placement-breakdown": "A placement broke down",
    "alert-referral": "A referral has less than two hours left to be decided",
    "alert-restricted": "Somebody asked for a restricted record that is not open to them",
    "alert-family": "Somebody of a family told us of a danger",
    "conference-danger": "A danger was heard while a family group conference was prepared",
}
DAYS = 7  # for so long an opened one is still listed

_OPEN = """
with new as (
    update camden_message set seen_at = statement_timestamp()
    where recipient_id = %(user)s and seen_at is null and kind ~ '^(alert-|conference-danger$)' and due_on <= %(on)s
    returning id)
select m.kind, m.subject, m.subject_id, m.written_at, m.due_on, n.id is not null
from camden_message m left join new n on n.id = m.id
where m.recipient_id = %(user)s and m.kind ~ '^(alert-|conference-danger$)' and m.due_on <= %(on)s
  and (n.id is not null or m.due_on > %(on)s - %(days)s)
order by n.id is null, m.id desc
"""


@dataclass(frozen=True)
class Alert:
    """One alert: its kind, what it is about as ("cases.Milestone", key), and whether it is opened just now."""

    kind: str
    subject: str
    subject_id: int
    written_at: datetime
    due_on: date
    is_new: bool


def open_alerts(*, user: User, on: date) -> list[Alert]:
    """What needs somebody now, new ones first, and those of the last days. From now on none of them is new."""
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, {"user": user.pk, "on": on, "days": DAYS})
        rows = cursor.fetchall()
    user.alerts_waiting = 0
    return [Alert(*row) for row in rows]
