"""The tab *People*: who works with whom and who did, and who else is around the family."""

from collections import defaultdict
from typing import Any

from django.db.models import F

from camden.rules.names import day_in_words
from cases.models import Case, Involvement, Member
from cases.readings.family import Family
from cases.readings.health import around_row
from cases.readings.sections import Row, Section, notes, page
from cases.rules.codesets import WORKER_CHANGE_REASON, in_a_sentence
from cases.rules.visits import in_a_row

MOST = 120  # spells of work with one family


def people_tab(case: Case, family: Family, child: Member | None) -> tuple[Section, ...]:
    """The sections of the tab; `family` was read already. One query."""
    now, before = _work(case, child)
    people = [who for who in family.people if child is None or who.pk == child.pk]
    return (
        Section("Who works with them", now, "Nobody works with them at present"),
        Section(
            "Around the family",
            tuple(around_row(who, each) for who in people for each in who.around),
            "Nobody is written down yet",
            "Schools, doctors, friends, a faith community: who is there for them?",
            ("Add somebody", page("cases:network-new", case.pk)),
        ),
        Section("Who worked with them before", before, "Nobody before"),
    )


def _work(case: Case, child: Member | None) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """One line for each person and time, however many children."""
    found: Any = Involvement.objects.filter(case=case).select_related("worker", "team", "child")
    if child:
        found = found.filter(child=child)
    found = found.order_by(
        F("ended_on").desc(nulls_first=True), F("leads_now").desc(nulls_last=True), "-started_on", "pk"
    )
    alike: dict[Any, list[Involvement]] = defaultdict(list)
    for each in found[:MOST]:
        alike[each.worker_id, each.role, each.is_cover, each.started_on, each.ended_on, each.change_reason].append(each)
    now = [_row(each) for each in alike.values() if each[0].ended_on is None]
    before = [_row(each) for each in alike.values() if each[0].ended_on is not None]
    return tuple(now), tuple(before)


def _row(alike: list[Involvement]) -> Row:
    one = alike[0]
    role = "Covers for the lead worker" if one.is_cover else one.get_role_display()
    days = f"Since {day_in_words(one.started_on)}"
    if one.ended_on:
        days = f"{day_in_words(one.started_on)} to {day_in_words(one.ended_on)}"
    changed = WORKER_CHANGE_REASON.get(one.change_reason, "")
    return Row(
        one.worker.name,
        "",
        notes(
            f"{role} of {in_a_row([each.child.first_name for each in alike])}" if not one.is_cover
            else f"{role}: {in_a_row([each.child.first_name for each in alike])}",
            one.team.name,
            days,
            f"Took over: {in_a_sentence(changed)}" if changed else "",
        ),
        "Cover" if one.is_cover else "Leads" if one.leads_now else "",
        "amber" if one.is_cover else "blue",
    )  # fmt: skip
