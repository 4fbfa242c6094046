"""The tab *Health and education*: how to talk with each, who looks after their health and learning, what happened."""

from django.urls import reverse

from camden.rules.names import day_in_words
from cases.models import Case, Member, Milestone
from cases.readings.family import Family, Who
from cases.readings.family_facts import Around
from cases.readings.sections import Row, Section, notes, page
from cases.rules.happenings import Happened as H
from cases.rules.milestones import words_of

HEALTH = ("gp", "health-visitor", "hospital", "mental-health", "dentist", "midwife", "substance")
LEARNING = ("school", "nursery")
FACTS = (
    H.HEALTH_ASSESSMENT, H.DENTAL_CHECK, H.STRENGTHS_QUESTIONNAIRE, H.EDUCATION_PLAN, H.SCHOOL_PLACE_FOUND,
)  # fmt: skip
MOST = 40


def health_tab(case: Case, family: Family, child: Member | None) -> tuple[Section, ...]:
    """The sections of the tab; `family` was read already. One query."""
    people = [who for who in family.people if child is None or who.pk == child.pk]
    add = page("cases:network-new", case.pk)
    return (
        Section(
            "How to talk with them",
            tuple(row for who in people if (row := _talking(who))),
            "Nobody wrote down how to talk with them",
            "Languages, interpreters, signing, what helps.",
        ),
        _around("Schools and nurseries", people, LEARNING, "No school or nursery is written down", add),
        _around("Health", people, HEALTH, "Nobody is written down who looks after their health", add),
        _facts(case, child),
    )


def _talking(who: Who) -> Row | None:
    said = notes(f"Speaks {who.language}" if who.language else "", who.interpreter, who.communication)
    return Row(who.name, "", said, "Interpreter" if who.needs_interpreter else "", "blue") if said else None


def _around(title: str, people: list[Who], kinds: tuple[str, ...], empty: str, add: str) -> Section:
    rows = [around_row(who, each) for who in people for each in who.around if each.kind in kinds]
    return Section(title, tuple(rows), empty, "Ask the family who knows each child.", ("Add one", add))


def around_row(who: Who, each: Around) -> Row:
    """Somebody around a person, in a line."""
    return Row(f"{who.first_name}: {each.name}", "", notes(each.label, each.phone, each.remark))


def _facts(case: Case, child: Member | None) -> Section:
    found = Milestone.objects.filter(case=case, struck_on=None, kind__in=FACTS).select_related("child")
    if child:
        found = found.filter(child=child)
    return Section(
        "What happened",
        tuple(
            Row(
                f"{words_of(each.kind)}: {each.child.first_name}",
                reverse("cases:milestone", args=[case.pk, each.pk]),
                (day_in_words(each.happened_on),),
            )
            for each in found.order_by("-happened_on", "-pk")[:MOST]
        ),
        "No dated fact about health or education",
    )
