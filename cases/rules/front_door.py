"""The front door: what somebody said, and by when it must be decided."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from camden.rules.due import next_due
from camden.rules.moments import clock, day_here, recent_day
from camden.rules.names import day_in_words
from camden.rules.timescales import Timescale
from camden.rules.workdays import Calendar
from cases.rules.timescales.front_door import ROWS

DECIDE_A_REFERRAL = "FD1"
DECIDE_A_CONTACT = {"red": "FD2a", "amber": "FD2b", "green": "FD2c"}
LONGEST_BEFORE_BIRTH = timedelta(days=280)  # 40 weeks, rule 8606: no child is referred earlier


@dataclass(frozen=True, kw_only=True)
class ContactSaid:
    """What was said at the front door. Codes are of `cases.rules.journey` and of REFERRAL_SOURCE; "" is not known."""

    received_at: datetime
    method: str
    source: str
    consent: str
    worry: str
    who: str = ""
    agency: str = ""
    reach: str = ""
    consent_note: str = ""
    strengths: str = ""
    care_when_calling: str = ""
    rating: str = ""


@dataclass(frozen=True)
class ChildSaid:
    """A child as somebody at the door described them. `day` is of birth, or, after the day of the contact, expected."""

    given_name: str
    family_name: str = ""
    day: date | None = None
    sex: str = ""

    @property
    def name(self) -> str:
        """The whole name, as far as it was said."""
        return f"{self.given_name} {self.family_name}".strip()

    def facts(self, on: date) -> dict[str, object]:
        """The fields of a member of the record, as known on that day."""
        is_expected = self.day is not None and self.day > on
        return {
            "given_name": self.given_name,
            "family_name": self.family_name,
            "born_on": None if is_expected else self.day,
            "expected_on": self.day if is_expected else None,
            "sex": "U" if is_expected else self.sex,
        }


@dataclass(frozen=True)
class AdultSaid:
    """Somebody in the children's life: their name, and what they are to the children (a code of Relationship.Kind)."""

    name: str
    tie: str = ""


@dataclass(frozen=True)
class PeopleSaid:
    """Everybody a contact brings who is not in the record yet."""

    children: tuple[ChildSaid, ...] = ()
    adults: tuple[AdultSaid, ...] = field(default=())


@dataclass(frozen=True)
class Limit:
    """By when something is to be decided. `state` is late, soon or ahead; `words` say so without any colour."""

    ends_at: datetime | date
    state: str
    words: str
    iso: str


def family_name_of(children: tuple[ChildSaid, ...]) -> str:
    """What a new family's record is called: the children's family names, else what the first child is called."""
    names = list(dict.fromkeys(child.family_name.strip() for child in children if child.family_name.strip()))
    return "–".join(names)[:160] or (children[0].given_name if children else "") or "Not known yet"


@dataclass(frozen=True)
class Limits:
    """How long a decision may take: the rows of the front door as they are kept here, and the days people work."""

    rows: tuple[Timescale, ...]
    calendar: Calendar

    def of_contact(self, rating: str, received_at: datetime, at: datetime) -> Limit | None:
        """When a contact is to be decided, as of `at`; None while nobody rated it. Rows FD2a to FD2c."""
        code = DECIDE_A_CONTACT.get(rating)
        return self._limit(code, received_at, at) if code else None

    def of_referral(self, received_at: datetime, at: datetime) -> Limit:
        """When a referral is to be decided, as of `at`. Row FD1: within one working day (Working Together)."""
        return self._limit(DECIDE_A_REFERRAL, received_at, at)

    def _limit(self, code: str, received_at: datetime, at: datetime) -> Limit:
        on = day_here(at)
        due = next_due(
            self._row(code, day_here(received_at)), day_here(received_at), received_at, calendar=self.calendar
        )
        ends: datetime | date
        if due.due_at is not None:
            ends, state = due.due_at, "late" if at > due.due_at else "soon"
            when = f"{clock(due.due_at)} {day_said(due.due_on, on)}"
        else:
            ends, state = due.due_on, "late" if on > due.due_on else "soon" if on == due.due_on else "ahead"
            when = f"the end of {day_said(due.due_on, on)}"
        words = f"Late: it was to be decided by {when}" if state == "late" else f"Decide by {when}"
        return Limit(ends, state, words, ends.isoformat())

    def _row(self, code: str, on: date) -> Timescale:
        """The row that was in force on the day it came; the shipped one where nothing else was."""
        held = [row for row in self.rows if row.code == code]
        then = [row for row in held if _began(row) <= on <= (row.effective_to or date.max)]
        return (then or held or [next(row for row in ROWS if row.code == code)])[-1]


def _began(row: Timescale) -> date:
    return row.effective_from or date.min


def day_said(day: date, on: date) -> str:
    """A day near today as it stands after a time: "today", "tomorrow", "Saturday 9 May"."""
    if day == on + timedelta(days=1):
        return "tomorrow"
    if day in (on, on - timedelta(days=1)):
        return recent_day(day, on)
    return f"{day:%A} {day.day} {day:%B}" if day.year == on.year else f"{day:%A} {day_in_words(day)}"


def is_same_name(one: str, other: str) -> bool:
    """Whether one name holds every word of the other. Both without capitals and accents.

    >>> is_same_name("anisa rahman", "anisa maria rahman"), is_same_name("ann rahman", "anisa rahman")
    (True, False)
    >>> is_same_name("", "anisa rahman")
    False
    """
    words, others = (set(name.replace("-", " ").split()) for name in (one, other))
    return bool(words and others) and (words <= others or others <= words)
