"""A person's day: what waits for them, in words, family by family."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from camden.reminders import Reminder, Standing
from camden.rules.moments import day_away
from camden.rules.names import day_in_words

Planned = Mapping[int | tuple[int, str], str]
"""By a family's key when somebody plans to go there; by that key and a work when a meeting for it is arranged."""


@dataclass(frozen=True)
class DueLine:
    """One reminder as a line. The day in words; all three of `day`, `iso` and `away` are empty when there is none.

    `because` says why this person is told; `put_off_url` leads to the form that puts it off, where it can be.
    """

    text: str
    about: str
    why: str
    url: str
    day: str
    iso: str
    away: str
    state: str
    because: tuple[str, ...] = ()
    put_off: str = ""
    put_off_url: str = ""
    lead: str = ""
    reasons: tuple[str, ...] = ()
    plan_url: str = ""
    arrange_url: str = ""
    planned: str = ""
    """Where somebody plans to go there: "Planned for Thursday 5 November, 10 am"."""
    act: str = ""
    act_url: str = ""
    oversee_url: str = ""
    """Where a manager notes a decision about it."""


@dataclass(frozen=True)
class FamilyDue:
    """The lines of one family under its name; `href` leads to its record. No name where a line is of no family."""

    name: str
    href: str
    lines: tuple[DueLine, ...]


@dataclass(frozen=True)
class Due:
    """What waits, each part by family: late or slipping, today or soon, passed up to this person, later, and quiet.

    Quiet is what this person muted or put off.
    """

    late: tuple[FamilyDue, ...] = ()
    soon: tuple[FamilyDue, ...] = ()
    passed_up: tuple[FamilyDue, ...] = ()
    later: tuple[FamilyDue, ...] = ()
    quiet: tuple[FamilyDue, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.late or self.soon or self.passed_up or self.later or self.quiet)

    @property
    def later_count(self) -> int:
        """How many lines are folded under what comes later."""
        return sum(len(family.lines) for family in self.later)

    @property
    def quiet_count(self) -> int:
        """How many lines are folded under what was muted or put off."""
        return sum(len(family.lines) for family in self.quiet)


def due_lines(
    reminders: Iterable[Reminder],
    on: date,
    names: Mapping[int, str] | None = None,
    planned: Planned | None = None,
) -> Due:
    """Reminders in their order, parted by how near they are, and in each part by family.

    `names` are those of families by key, for reminders that do not say them; `planned` says when somebody plans to
    go there, and when a meeting is arranged.
    """
    parts: dict[str, list[Reminder]] = {name: [] for name in Due.__dataclass_fields__}
    for reminder in reminders:
        parts[_part(reminder, on)].append(reminder)
    return Due(**{name: _by_family(found, on, names or {}, planned or {}) for name, found in parts.items()})


def slipping(reminders: Iterable[Reminder], on: date, until: date, planned: Planned) -> Due:
    """What is late, what is due until that day, and what was passed up, by family; not what is muted or put off.

    Late and soon are a person's own. What was passed up is somebody else's, whatever its day.
    """
    found = [each for each in reminders if not each.is_quiet or each.is_passed_up]
    own = [each for each in found if each.due_on and each.due_on <= until and not each.is_passed_up]
    late = [each for each in own if each.standing(on) is Standing.LATE]
    return Due(
        late=_by_family(late, on, {}, planned),
        soon=_by_family([each for each in own if each not in late], on, {}, planned),
        passed_up=_by_family([each for each in found if each.is_passed_up], on, {}, planned),
    )


def next_things(reminders: Iterable[Reminder], on: date) -> dict[int, DueLine]:
    """Of each family, by the key of its record, the first of the reminders that names it."""
    first: dict[int, DueLine] = {}
    for reminder in reminders:
        for case in reminder.case_ids:
            first.setdefault(case, _line(reminder, on, {}))
    return first


def _part(reminder: Reminder, on: date) -> str:
    if reminder.is_passed_up:
        return "passed_up"
    if reminder.is_quiet:
        return "quiet"
    return {Standing.LATE: "late", Standing.SOON: "soon", Standing.AHEAD: "later"}[reminder.standing(on)]


def _by_family(
    reminders: Iterable[Reminder], on: date, names: Mapping[int, str], planned: Planned
) -> tuple[FamilyDue, ...]:
    """In the order of each family's first line."""
    families: dict[tuple[str, str], list[DueLine]] = {}
    for reminder in reminders:
        families.setdefault(_family(reminder, names), []).append(_line(reminder, on, planned))
    return tuple(FamilyDue(name, href, tuple(lines)) for (name, href), lines in families.items())


def _family(reminder: Reminder, names: Mapping[int, str]) -> tuple[str, str]:
    """The name and address of the record a line belongs to; neither where it belongs to none that is open here."""
    case = reminder.case_ids[0] if len(reminder.case_ids) == 1 else 0
    name = reminder.family or names.get(case, "")
    return (name, reverse("cases:detail", args=[case])) if name and case else ("", "")


def _line(reminder: Reminder, on: date, planned: Planned) -> DueLine:
    keys: list[int | tuple[int, str]] = []
    if reminder.plan_url:
        keys = list(reminder.case_ids)
    elif reminder.arrange_url:
        keys = [(case, reminder.kind) for case in reminder.case_ids]
    goes = next((planned[key] for key in keys if key in planned), "")
    day, iso, away = "", "", ""
    if reminder.due_on:
        day, iso, away = day_in_words(reminder.due_on), reminder.due_on.isoformat(), day_away(reminder.due_on, on)
    return DueLine(
        text=reminder.text,
        about=reminder.about,
        why=reminder.why,
        url=reminder.url,
        day=day,
        iso=iso,
        away=away,
        state=reminder.standing(on).value,
        because=tuple(reminder.because),
        put_off=reminder.put_off,
        put_off_url=reminder.put_off_url,
        lead=reminder.lead,
        reasons=tuple(reminder.reasons),
        plan_url=reminder.plan_url,
        arrange_url=reminder.arrange_url,
        planned=goes,
        act=reminder.act,
        act_url=reminder.act_url or reminder.url,
        oversee_url=reminder.oversee_url if reminder.standing(on) is Standing.LATE or reminder.is_passed_up else "",
    )
