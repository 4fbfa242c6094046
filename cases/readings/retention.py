"""How long a family's record is kept, as its page says it: per child until when, why, and by which source."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from camden.rules.limits import without_marks
from camden.rules.names import day_in_words
from cases.models import Case, Episode, Member, Milestone, PlanSpell, RetentionHold
from cases.rules.happenings import Happened as H
from cases.rules.retention import ChildFacts, ChildUntil, From, Had, Time, Until, child_until, record_until

_PLANS = {"early-help": Had.HELP, "need": Had.NEED, "protection": Had.PROTECTION}
_ADOPTED = "RC1"
_FACTS = (H.LOOKED_AFTER_BEGAN, H.LOOKED_AFTER_ENDED, H.LEAVING_CARE_ELIGIBLE)


@dataclass(frozen=True)
class RowLine:
    """What one row says of a child: what they had, until when, how it is counted, by which source."""

    had: str
    until: str
    counted: str
    source: str
    is_law: bool
    is_longest: bool


@dataclass(frozen=True)
class ChildLine:
    """One child: until when by themselves, in words, and each row that applies."""

    name: str
    until: str
    rows: tuple[RowLine, ...]


@dataclass(frozen=True)
class HoldLine:
    """A hold: why, since when, by whom; lifted, it says when, by whom and why."""

    pk: int
    why: str
    since: str
    lifted: str


@dataclass(frozen=True)
class RetentionReading:
    """`until` is the day in words, or empty while there is none; then `why_none` says why."""

    until: str
    iso: str
    why_none: str
    longest: str
    """Of which child, when brothers and sisters are kept as long as one of them."""
    children: tuple[ChildLine, ...]
    holds: tuple[HoldLine, ...]
    is_held: bool


def read_retention(case: Case) -> RetentionReading:
    """Five queries: children, episodes, plans, dated facts, holds."""
    children = list(Member.objects.children().filter(case=case))
    times = _times(case)
    untils = [child_until(ChildFacts(c.born_on, c.died_on, tuple(times[c.pk]))) for c in children]
    holds = list(
        RetentionHold.objects.filter(case=case).select_related("held_by", "lifted_by").order_by("-held_on", "-pk")
    )
    is_held = any(hold.lifted_on is None for hold in holds)
    day = record_until(untils, is_held=is_held)
    last = [child.first_name for child, until in zip(children, untils, strict=True) if day and until.day == day]
    return RetentionReading(
        until=day_in_words(day) if day else "",
        iso=day.isoformat() if day else "",
        why_none=_why_none(untils, is_held) if day is None else "",
        longest=last[0] if last and len(children) > 1 else "",
        children=tuple(_child(child, until) for child, until in zip(children, untils, strict=True)),
        holds=tuple(_hold(each) for each in holds),
        is_held=is_held,
    )


def _times(case: Case) -> dict[int, list[Time]]:
    """What each child ever had with us."""
    found: dict[int, list[Time]] = defaultdict(list)
    for child, referred, closed, reason, nothing in Episode.objects.filter(case=case).values_list(
        "child", "referred_on", "closed_on", "closure_reason", "no_further_action"
    ):
        found[child].append(Time(Had.KNOWN, closed or referred) if nothing else Time(Had.NEED, closed))
        if reason == _ADOPTED:
            found[child].append(Time(Had.ADOPTED, closed))
    for child, basis, ended in PlanSpell.objects.filter(case=case).values_list("child", "basis", "ended_on"):
        found[child].append(Time(_PLANS[basis], ended))
    facts = Milestone.objects.filter(case=case, struck_on=None, kind__in=_FACTS).order_by("happened_on", "pk")
    looked: dict[int, list[tuple[str, date]]] = defaultdict(list)
    for child, kind, day in facts.values_list("child", "kind", "happened_on"):
        looked[child].append((kind, day))
    for child, theirs in looked.items():
        found[child].extend(_in_care(theirs))
    return found


def _in_care(facts: list[tuple[str, date]]) -> list[Time]:
    """Being looked after, until it ended or going on; and what is owed after it."""
    care = [(kind, day) for kind, day in facts if kind != H.LEAVING_CARE_ELIGIBLE]
    times = [Time(Had.LOOKED_AFTER, care[-1][1] if care[-1][0] == H.LOOKED_AFTER_ENDED else None)] if care else []
    return times + [Time(Had.LEFT_CARE, day) for kind, day in facts if kind == H.LEAVING_CARE_ELIGIBLE]


def _why_none(untils: list[ChildUntil], is_held: bool) -> str:
    if is_held:
        return "It is held: nothing of it may be disposed of while that stands."
    waits = sorted({until.because.waits_for for until in untils if until.day is None})
    if not untils:
        return "There is no child in this record yet."
    return f"There is no day yet: it waits for {' and '.join(waits)}."


def _child(child: Member, until: ChildUntil) -> ChildLine:
    if until.day:
        words = f"Until {day_in_words(until.day)}"
    else:
        least = f", and at least until {day_in_words(until.at_least)}" if until.at_least else ""
        words = f"No day yet: it waits for {until.because.waits_for}{least}"
    return ChildLine(child.name, words, tuple(_row(each, until) for each in until.rows))


def _row(each: Until, whole: ChildUntil) -> RowLine:
    row = each.row
    counted = {
        From.BIRTH: f"{row.years} years from the birth",
        From.ENDING: f"{row.years} years from the end of our work",
        From.ORDER: f"{row.years} years from the order",
    }[row.counts_from]
    return RowLine(
        had=row.words,
        until=day_in_words(each.day) if each.day else f"Waits for {each.waits_for}",
        counted=counted,
        source=without_marks(row.source),
        is_law=row.is_law,
        is_longest=each is whole.because,
    )


def _hold(held: RetentionHold) -> HoldLine:
    lifted = ""
    if held.lifted_on and held.lifted_by:
        lifted = f"Lifted on {day_in_words(held.lifted_on)} by {held.lifted_by.name}: {held.lifted_why}"
    return HoldLine(held.pk, held.why, f"Since {day_in_words(held.held_on)}, {held.held_by.name}", lifted)
