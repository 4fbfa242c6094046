"""What is due for the children of a record, and what there is to count it from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.urls import NoReverseMatch, reverse

from camden.operations.rulebook import STAMP, in_force
from camden.rules.limits import source_in_words, span_in_words
from camden.rules.moments import clock, day_away
from camden.rules.timescales import Timescale
from cases.models import Clock, ClockException, Member
from cases.rules.anchors import counted_from
from cases.rules.timescales import ROWS
from cases.rules.visits import in_a_row
from cases.rules.works import BY_CODE, work_of

SOON = 3  # days, as everywhere on My day
NEXT = 3  # dates in the head of a page

# One statement: which timescales hold, the last day of each kind of happening, and what runs.
_ASK = f"""
select null::bigint, null::bigint, {STAMP}, null::date, null::int, null::text, null::date, null::timestamptz, null::date
union all
select child_id, null, kind, max(happened_on), null, null, null, null, null
from happenings_of(array[%(case)s]::bigint[], null) where happened_on <= %(on)s group by child_id, kind
union all
select child_id, id, rule, anchor_on, amount, unit, due_on, due_at, do_by
from cases_clock where case_id = %(case)s and met_on is null and ended_on is null"""  # noqa: S608 - of constants


@dataclass(frozen=True, slots=True)
class Running:
    """One clock that runs, with the rule it runs by."""

    pk: int
    child: int
    rule: Timescale
    anchor_on: date
    anchored: str
    """What it counts from, in words; maybe empty."""
    amount: int
    unit: str
    due_on: date
    due_at: datetime | None
    do_by: date


@dataclass(frozen=True, slots=True)
class Ahead:
    """The last day of each kind of happening of each child, and what runs, the soonest first."""

    last: dict[int, dict[str, date]] = field(default_factory=lambda: defaultdict(dict))
    running: list[Running] = field(default_factory=list)


@dataclass(frozen=True)
class Reason:
    """Why a piece of work is due for one or more children: the rule, how it counts, and where it stands."""

    who: str
    title: str
    counted: str
    source: str
    by: str


@dataclass(frozen=True)
class DueLine:
    """One piece of work, however many children and rules it answers."""

    pk: int
    """Of the clock that is due first, for the page where an exception is written down."""
    work: str
    what: str
    who: str
    first: str
    """For whom that day is, where it is later for the others; else empty."""
    day: str
    iso: str
    away: str
    state: str
    """late, soon or ahead."""
    do_by: str
    """The last working day before, where that is another one; else empty."""
    href: str
    """The form that answers it, or empty."""
    reasons: tuple[Reason, ...]
    because: tuple[str, ...]
    """Why it could not be kept, in the words of those who wrote it down."""
    exception_new: str
    """The page where such a reason is written down; empty when it is not late, or when one was."""
    exception_agreement: str
    """The page where somebody agrees to one that waits for it; else empty."""
    oversee: str = ""
    """The page where a manager notes a decision about it; empty when it is not late."""


def ahead_of(case_pk: int, on: date) -> Ahead:
    """What happened to a record's children, and what is ahead of them by the rules that tick. One query."""
    found = Ahead()
    with connection.cursor() as cursor:
        cursor.execute(_ASK, {"case": case_pk, "on": on})
        rows = cursor.fetchall()
    rulebook, _ = in_force(ROWS, next(row[2] for row in rows if row[0] is None))
    rules = {rule.code: rule for rule in rulebook.rules}
    for child, pk, kind, day, *_ in rows:
        if child and not pk:
            found.last[child][kind] = day
    for child, pk, code, anchor_on, *rest in rows:
        if pk and (rule := rules.get(code)):
            kinds = (*rule.meets, *rule.starts) if rule.is_repeat else rule.starts
            anchored = counted_from(kinds, found.last[child], anchor_on)
            found.running.append(Running(pk, child, rule, anchor_on, anchored, *rest))
    found.running.sort(key=lambda each: (each.due_on, each.rule.code, each.pk))
    return found


def lines(
    case_pk: int,
    running: Iterable[Running],
    names: Mapping[int, str],
    on: date,
    exceptions: Sequence[ClockException] = (),
) -> tuple[DueLine, ...]:
    """A line for each piece of work, the soonest first. `names` are the children's, in the order to say them."""
    works: dict[str, list[Running]] = defaultdict(list)
    for each in running:
        if each.child in names:
            works[each.rule.work].append(each)
    return tuple(_line(case_pk, each, names, on, exceptions) for each in works.values())


def next_visit(children: Sequence[Member], on: date) -> str:
    """When these children are to be seen next, in a sentence; empty when no rule asks for it. One query."""
    codes = [code for code, rule in BY_CODE.items() if rule.work == "visit"]
    due_on = Clock.objects.running().filter(child__in=children, rule__in=codes).values_list("due_on", flat=True).first()
    if due_on is None:
        return ""
    return f"Next visit by {_plain(due_on, on)}." if due_on >= on else f"A visit was due by {_plain(due_on, on)}."


def exceptions_of(case_pk: int) -> list[ClockException]:
    """What was written down of limits that could not be kept. One query."""
    found = ClockException.objects.filter(case=case_pk).select_related("recorded_by", "agreed_by")
    return list(found.order_by("recorded_on", "pk"))


def _line(
    case_pk: int, group: list[Running], names: Mapping[int, str], on: date, exceptions: Sequence[ClockException]
) -> DueLine:
    first = group[0]
    said = [one for one in exceptions if any(_is_of(one, each) for each in group)]
    work, is_late = work_of(first.rule), first.due_on < on
    who = _who(group, names)
    soonest = _who([each for each in group if each.due_on == first.due_on], names)
    waits = is_late and any(one.agreed_on is None for one in said)
    page = _reverse(work.page, case_pk) if work.page else ""
    return DueLine(
        pk=first.pk,
        work=first.rule.work,
        what=work.text,
        who=who,
        first=soonest if soonest != who else "",
        day=_day(first, on),
        iso=first.due_on.isoformat(),
        away=day_away(first.due_on, on),
        state="late" if is_late else "soon" if (first.do_by - on).days <= SOON else "ahead",
        do_by=_with_weekday(first.do_by, on) if first.do_by != first.due_on and first.do_by >= on else "",
        href=page + work.query if page else "",
        reasons=tuple(_reasons(group, names, on)),
        because=tuple(dict.fromkeys(because_in_words(each) for each in said)),
        exception_new=reverse("cases:clock-exception-new", args=[case_pk, first.pk]) if is_late and not said else "",
        exception_agreement=reverse("cases:clock-exception-agreement", args=[case_pk, first.pk]) if waits else "",
        oversee=f"{reverse('cases:oversight-new', args=[case_pk])}?about=work.{first.rule.work}" if is_late else "",
    )


def _reasons(group: list[Running], names: Mapping[int, str], on: date) -> Iterable[Reason]:
    """Each rule once for the children it counts alike for."""
    alike: dict[tuple[Any, ...], list[Running]] = defaultdict(list)
    for each in group:
        alike[each.rule.code, each.anchor_on, each.due_on].append(each)
    for same in alike.values():
        one = same[0]
        source = source_in_words(one.rule.source, one.rule.code)
        yield Reason(_who(same, names), one.rule.title, counted_in_words(one, on), source, _day(one, on))


def _who(group: Iterable[Running], names: Mapping[int, str]) -> str:
    children = {each.child for each in group}
    return in_a_row([name for child, name in names.items() if child in children])


def counted_in_words(each: Running, on: date) -> str:
    """How a round was counted: "at least every 20 working days, counted from the last core group, 12 February"."""
    limit, day = span_in_words(each.amount, each.unit), _plain(each.anchor_on, on)
    anchor = f"{each.anchored}, {day}" if each.anchored else day
    if each.amount < 0:
        return f"{limit} before {anchor}"
    if each.rule.is_repeat:
        return f"at least every {limit}, counted from {anchor}"
    return f"within {limit}, counted from {anchor}" if each.amount else f"on the same day as {anchor}"


def _is_of(one: ClockException, each: Running) -> bool:
    return (one.child_id, one.rule, one.anchor_on) == (each.child, each.rule.code, each.anchor_on)


def because_in_words(one: ClockException) -> str:
    """A reason with who wrote it down and who agreed."""
    agreed = f"agreed by {one.agreed_by.name}" if one.agreed_by else "not agreed by a manager yet"
    return f"{one.reason.rstrip('. ')} ({one.recorded_by.name}; {agreed})"


def _reverse(name: str, case_pk: int) -> str:
    try:
        return reverse(name, args=[case_pk])
    except NoReverseMatch:
        return ""


def _day(each: Running, on: date) -> str:
    """The day, and the hour where hours count."""
    return _plain(each.due_on, on) + (f", {clock(each.due_at)}" if each.due_at else "")


def _plain(day: date, on: date) -> str:
    """A day with its year only where that is another one: "12 March", "4 January 2027"."""
    return f"{day.day} {day:%B}" + ("" if day.year == on.year else f" {day.year}")


def _with_weekday(day: date, on: date) -> str:
    return f"{day:%A} {_plain(day, on)}"
