"""*Before you meet them*: one page for a stranger at seven in the evening: who is who, what matters tonight."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.db.models import F
from django.urls import reverse

from camden.rules.names import day_in_words
from cases.models import Case, PlannedVisit
from cases.readings.agreed import ActionLine, open_actions
from cases.readings.due import NEXT, DueLine, ahead_of, lines
from cases.readings.family import Family, Part, Who, read_family
from cases.readings.head import Head, Kid, family_head, kids_of
from cases.readings.header import children_of
from cases.readings.sections import page
from cases.rules.audience import Audience
from cases.rules.planning import hour_in_words
from cases.rules.recording import BRIEF_PART
from cases.rules.visits import in_a_row

LEARNING = ("school", "nursery")
OURS = "visit-record"  # writing a visit up


@dataclass(frozen=True)
class Gap:
    """Something that is missing here: what, who could write it, and where."""

    what: str
    who: str
    href: str


@dataclass(frozen=True)
class Before:
    """The page. For people who work here it holds what is dangerous and how to reach everybody; `is_familys` is the
    family's own copy, which holds neither, nor an address that is not safe."""

    family: Family
    kids: tuple[Kid, ...]
    head: Head
    parts: tuple[Part, ...]
    danger: Part
    stands_out: tuple[tuple[str, str, date], ...]
    """What must strike the eye: of whom, what, and since when; once for all the children of whom it is so."""
    how: Part
    dates: tuple[DueLine, ...]
    planned: tuple[str, ...]
    """Visits somebody means to make, in words. Not in the family's own copy: one may be unannounced."""
    promises: tuple[ActionLine, ...]
    talking: tuple[Who, ...]
    gaps: tuple[Gap, ...]
    duty_phone: str
    is_familys: bool


def before_you_meet(case: Case, on: date, audience: Audience) -> Before:
    """The page as this audience may read it. Six queries, however many people."""
    ahead = ahead_of(case.pk, on)
    family = read_family(case, on, audience)
    if not audience.is_staff:
        family = _to_take_home(family)
    everybody = kids_of(children_of(case, on, ahead), family)
    kids = tuple(kid for kid in everybody if audience.is_staff or not kid.who.is_kept)
    # What a colleague must still write up is no date of the family's.
    theirs = [each for each in ahead.running if each.rule.work != OURS]
    dates = lines(case.pk, theirs, {kid.card.pk: kid.card.first_name for kid in kids}, on)[:NEXT]
    promises = tuple(action for action in open_actions(case, on, audience=audience) if action.promised_to)
    kinds = ("tonight", "why", "working")
    return Before(
        family=family,
        kids=kids,
        head=family_head(case, kids, family, dates),
        parts=tuple(family.part(kind) for kind in kinds),
        danger=family.part("danger"),
        stands_out=_stands_out(kids),
        how=family.how,
        dates=dates,
        planned=_planned(case, on) if audience.is_staff else (),
        promises=promises,
        talking=tuple(
            who
            for who in (*family.adults, *(kid.who for kid in kids))
            if who.needs_interpreter or who.communication or who.interpreter
        ),
        gaps=_gaps(case, family, kids) if audience.is_staff else (),
        duty_phone=settings.DUTY_PHONE,
        is_familys=not audience.is_staff,
    )


def _planned(case: Case, on: date) -> tuple[str, ...]:
    found = PlannedVisit.objects.waiting().filter(case=case, planned_on__gte=on).select_related("worker", "companion")
    soonest = found.order_by("planned_on", F("starts").asc(nulls_last=True), "pk")[:NEXT]
    return tuple(
        f"{day_in_words(each.planned_on)}{f', {hour_in_words(each.starts)}' if each.starts else ''}: a visit,"
        f" {in_a_row([who.name for who in (each.worker, each.companion) if who])}"
        for each in soonest
    )


def _stands_out(kids: Sequence[Kid]) -> tuple[tuple[str, str, date], ...]:
    found: dict[tuple[str, date], list[str]] = {}
    for kid in kids:
        for each in kid.who.stands_out:
            found.setdefault((each.words, each.since), []).append(kid.card.first_name)
    return tuple((in_a_row(names), words, since) for (words, since), names in found.items())


def _to_take_home(family: Family) -> Family:
    """Without a home that is not to be shared: homes are often called by where they are."""
    unsafe = {home.name for home in family.homes if not home.is_safe_to_share}
    return replace(
        family,
        people=tuple(
            replace(who, homes=tuple(home for home in who.homes if home not in unsafe)) for who in family.people
        ),
        homes=tuple(home for home in family.homes if home.is_safe_to_share),
        meetings=(),  # each of them is told of a meeting by their own letter
    )


def _gaps(case: Case, family: Family, kids: Sequence[Kid]) -> tuple[Gap, ...]:
    """What nobody has written yet, and who could."""
    leads = in_a_row(list(dict.fromkeys(kid.card.lead.name for kid in kids if kid.card.lead)))
    writer = leads or "whoever works with them next"
    found = []
    for kind, title in BRIEF_PART.items():
        if not family.part(kind).words and not (kind == "danger" and family.has_danger):
            who = f"the family, asked by {writer}" if kind == "how" else writer
            found.append(Gap(title, who, reverse("cases:brief-part", args=[case.pk, kind])))
    living = [who for who in family.adults if not who.died]
    if living and not any(who.reaches for who in living):
        found.append(Gap("How to reach them safely", writer, page("cases:people", case.pk)))
    unheard = [who.first_name for who in living if not who.spoken]
    if unheard:
        found.append(Gap(f"A talk with {in_a_row(unheard)}", writer, page("cases:note-new", case.pk)))
    silent = [kid.card.first_name for kid in kids if not kid.who.quote and kid.card.asks_alone]
    if silent:
        found.append(Gap(f"Words of {in_a_row(silent)}, chosen for this page", writer, page("cases:quotes", case.pk)))
    if not settings.DUTY_PHONE:
        found.append(Gap("The number of duty and out of hours", "whoever keeps the settings of the service", ""))
    return tuple(found)
