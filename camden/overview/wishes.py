"""What somebody may mute, and what their calendar says."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F
from django.urls import reverse

from camden.models import CalendarFeed, Mute, TimescaleRow, User
from camden.overview.calendar import Entry
from camden.overview.digest import KINDS
from camden.overview.reminders import due_for
from cases.readings.planned import planned_by
from cases.readings.planned_meetings import of_calendar
from cases.readings.whose import initials_by_record
from cases.rules.initials import NOBODY
from cases.rules.works import BY_CODE, may_be_muted, work_of


@dataclass(frozen=True)
class Wish:
    """One kind of reminder, by what a screen calls it."""

    work: str
    text: str
    may_be_muted: bool
    is_muted: bool


@dataclass(frozen=True)
class Wishes:
    """How somebody wants to be reminded. `calendar_since` is when their present address was made."""

    kinds: tuple[Wish, ...]
    calendar_since: datetime | None

    @property
    def free(self) -> tuple[Wish, ...]:
        """What can be muted."""
        return tuple(each for each in self.kinds if each.may_be_muted)

    @property
    def fixed(self) -> tuple[Wish, ...]:
        """What cannot."""
        return tuple(each for each in self.kinds if not each.may_be_muted)


def wishes_of(user: User) -> Wishes:
    """Every kind of reminder that is switched on here, and which of them this person muted. Three queries."""
    muted = set(Mute.objects.filter(person=user).values_list("work", flat=True))
    kept = dict(TimescaleRow.objects.order_by(F("begins_on").asc(nulls_first=True)).values_list("code", "is_ticking"))
    rules = [rule for rule in BY_CODE.values() if kept.get(rule.code, rule.is_core) or rule.work in muted]
    texts = {rule.work: work_of(rule).text for rule in rules}
    kinds = [Wish(work, text, may_be_muted(work), work in muted) for work, text in texts.items()]
    action = KINDS["action"][1].capitalize()
    kinds.append(Wish("action", action, True, "action" in muted))
    since = CalendarFeed.objects.filter(person=user, revoked_at=None).values_list("created_at", flat=True).first()
    return Wishes(tuple(sorted(kinds, key=lambda wish: wish.text)), since)


def entries(user: User, on: date, address: str) -> tuple[list[Entry], set[int]]:
    """A person's own due days, planned visits and meetings to come, and the records they are of. Initials and what it
    is, and no name."""
    found = []
    planned, meetings = planned_by(user, on), of_calendar(user, on)
    cases = {case for _, case, _, _ in planned} | {each.case_pk for each in meetings}
    initials = initials_by_record(user, cases) if cases else {}
    for key, case, day, hour in planned:
        text = f"{initials.get(case, NOBODY)}: visit planned" + (f", {hour}" if hour else "")
        url = reverse("cases:planned-visit", args=[case, key])
        found.append(Entry(f"planned-visit {key}", day, text, address + url))
    for meeting in meetings:
        said = f"{initials.get(meeting.case_pk, NOBODY)}: {meeting.what[:1].lower()}{meeting.what[1:]}"
        text = f"{said}, {meeting.time}" if meeting.time else said
        key = f"{meeting.of} {meeting.pk}"
        found.append(Entry(key, date.fromisoformat(meeting.iso), text, address + meeting.href))
    for each in due_for(user, on):
        if each.due_on is None or each.is_quiet or each.is_passed_up:
            continue
        cases.update(each.case_ids)
        short = each.short or KINDS.get(each.kind, ("something to do", ""))[0]
        text = f"{each.initials}: {short}" if each.initials else short
        found.append(Entry(f"{each.kind} {each.url}", each.due_on, text, address + each.url))
    return found, cases
