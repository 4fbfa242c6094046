"""What pages show: who works with a child, who is who, where they live, what happened."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from camden.access import Role
from cases.models import Case, Episode, Involvement, Member, Quote, Relationship, VisitChild
from cases.operations.chronology import note
from cases.readings.header import adults_of, child_header, children_of
from cases.readings.homes import homes_of_children
from cases.readings.timeline import PAGE, timeline
from cases.readings.visit import read_visit
from cases.readings.workers import may_lead
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, ChildFactory, HouseholdFactory, InvolvementFactory, VisitFactory

pytestmark = pytest.mark.django_db


def seen(child: Member, on: date, how: str, worker: Any) -> None:
    visit = VisitFactory(case=child.case, worker=worker, visited_on=on)
    VisitChild.objects.create(case=child.case, visit=visit, child=child, seen=how)


def test_a_child_without_anything_says_so_and_nothing_more(today: date) -> None:
    card = child_header(ChildFactory(born_on=None), today)
    assert (card.age, card.need, card.lead, card.others) == ("", "No referral recorded", None, ())
    assert (card.is_open, card.had_lead, card.changes, card.last_seen, card.last_seen_alone) == (
        False,
        False,
        0,
        "",
        "",
    )


def test_where_a_child_stands(cast: SimpleNamespace, today: date) -> None:
    anisa = cast.children[0]
    card = child_header(anisa, today)
    assert (card.need, card.is_open, card.had_lead) == ("In need since 20 August 2026", True, True)
    assert card.lead and (card.lead.name, card.lead.since) == ("Amara Obi", "21 August 2026")
    Episode.objects.filter(child=anisa).update(closed_on=date(2026, 10, 1), closure_reason="RC1")
    card = child_header(anisa, today)
    assert card.need.startswith("Closed 1 October 2026: ")
    assert not card.is_open


def test_a_child_was_last_seen_on_the_last_day_they_were_seen(cast: SimpleNamespace, today: date) -> None:
    anisa, imran, zayd = cast.children
    seen(anisa, date(2026, 9, 1), "alone", cast.amara)
    seen(anisa, date(2026, 9, 8), "with-others", cast.amara)
    seen(anisa, date(2026, 9, 15), "not-seen", cast.amara)
    seen(zayd, date(2026, 9, 15), "observed", cast.amara)
    cards = children_of(cast.case, today)
    assert [(card.last_seen, card.last_seen_alone) for card in cards] == [
        ("8 September 2026", "1 September 2026"),
        ("", ""),
        ("15 September 2026", ""),
    ]


def test_an_unborn_child_was_talked_about_and_not_seen(cast: SimpleNamespace, today: date) -> None:
    unborn = ChildFactory(case=cast.case, born_on=None, expected_on=date(2027, 1, 1))
    seen(unborn, date(2026, 9, 15), "unborn", cast.amara)
    assert child_header(unborn, today).last_seen == ""


def test_reading_a_family_takes_three_questions_however_many_children(
    cast: SimpleNamespace, today: date, django_assert_num_queries: Any
) -> None:
    for count in (0, 37):
        for _ in range(count):
            ChildFactory(case=cast.case)
        with django_assert_num_queries(3):
            assert len(children_of(cast.case, today)) == 3 + count


def test_who_is_who_names_children_and_leaves_out_ties_that_ended(cast: SimpleNamespace, today: date) -> None:
    shirin = ChildFactory(case=cast.case, kind="adult", given_name="Shirin", family_name="Khatun", born_on=None)
    ChildFactory(case=CaseFactory(), kind="adult", given_name="Somebody else")
    for child in cast.children:
        Relationship.objects.create(case=cast.case, one=shirin, other=child, kind="mother")
    Relationship.objects.create(
        case=cast.case, one=shirin, other=cast.children[0], kind="carer", ended_on=date(2026, 1, 1)
    )
    (adult,) = adults_of(cast.case, today)
    assert (adult.name, adult.ties) == ("Shirin Khatun", ("mother of Anisa, Imran and Zayd",))


def names(homes: tuple) -> list[tuple[str, list[str]]]:
    return [(home.name, [child.name for child in home.children]) for home in homes]


def test_children_are_offered_by_home_and_the_home_of_the_page_one_came_from_first(
    cast: SimpleNamespace, today: date
) -> None:
    anisa, imran, zayd = cast.children
    away = ChildFactory(case=cast.case, given_name="Noor", born_on=date(2012, 1, 1))
    nowhere = ChildFactory(case=cast.case, given_name="Sami", born_on=date(2013, 1, 1))
    HouseholdFactory(case=cast.case, name="Grandmother's", people=[away])
    home, other, none = ("Somers Town", ["Anisa", "Imran", "Zayd"]), ("Grandmother's", ["Noor"]), ("", ["Sami"])
    assert names(homes_of_children(cast.case, today)) == [home, other, none]
    assert names(homes_of_children(cast.case, today, first=away.pk)) == [other, home, none]
    assert names(homes_of_children(cast.case, today, first=nowhere.pk)) == [none, home, other]


def test_a_child_of_two_homes_is_offered_once(cast: SimpleNamespace, today: date) -> None:
    HouseholdFactory(case=cast.case, name="Father's", people=[cast.children[0]])
    offered = [name for _, children in names(homes_of_children(cast.case, today)) for name in children]
    assert sorted(offered) == ["Anisa", "Imran", "Zayd"]


def test_a_timeline_is_newest_first_and_page_by_page_without_losing_or_doubling(
    cast: SimpleNamespace, today: date
) -> None:
    anisa, imran, _ = cast.children
    for number in range(2 * PAGE + 5):
        day = today - timedelta(days=number // 3)  # three on each day: pages break within a day
        note(case=cast.case, on=day, kind="visit", summary=f"{number}", children=[anisa] if number % 2 else [imran])
    note(case=CaseFactory(), on=today, kind="visit", summary="another family", children=[])
    everything, mark, pages = [], "", 0
    while True:
        page = timeline(case=cast.case, after=mark)
        everything += [entry.summary for entry in page.entries]
        pages, mark = pages + 1, page.older
        if not mark:
            break
    assert pages == 3
    assert sorted(map(int, everything)) == list(range(2 * PAGE + 5))
    assert [int(each) // 3 for each in everything] == sorted(int(each) // 3 for each in everything)
    of_anisa = timeline(case=cast.case, child=anisa)
    assert all(int(entry.summary) % 2 for entry in of_anisa.entries)
    assert len(of_anisa.entries) == PAGE and of_anisa.older
    assert timeline(case=cast.case, after="nonsense") == timeline(case=cast.case)


def test_an_entry_leads_to_the_page_of_what_is_behind_it(cast: SimpleNamespace, today: date) -> None:
    for kind in ("visit", "referral"):
        note(case=cast.case, on=today, kind=kind, summary=kind, children=[], subject_id=7)
    found = {entry.kind: entry.href for entry in timeline(case=cast.case).entries}
    assert found == {"visit": f"/cases/{cast.case.pk}/visits/7/", "referral": ""}


def test_a_visit_is_read_with_each_childs_part(cast: SimpleNamespace) -> None:
    anisa, _, zayd = cast.children
    visit = VisitFactory(case=cast.case, worker=cast.amara, account="We baked.", visited_on=date(2026, 10, 1))
    for child, how, words in ((zayd, "observed", ""), (anisa, "alone", "I like it")):
        VisitChild.objects.create(case=cast.case, visit=visit, child=child, seen=how)
        if words:
            Quote.objects.create(case=cast.case, visit=visit, speaker=child, words=words, said_on=visit.visited_on)
    reading = read_visit(visit, cast.amara, datetime(2026, 10, 2, 9, tzinfo=UTC))
    assert (reading.day, reading.place, reading.worker) == ("1 October 2026", "At home", "Amara Obi")
    said = [(part.name, [quote.words for quote in part.quotes]) for part in reading.parts]
    assert said == [("Anisa Rahman", ["I like it"]), ("Zayd Rahman", [])]
    assert reading.account == "We baked."


def test_those_may_lead_whose_role_holds_children_in_the_teams_one_reaches(cast: SimpleNamespace) -> None:
    for role in Role:
        MembershipFactory(user=UserFactory(name=f"In {role.value}"), team=cast.pod, role=role)
    MembershipFactory(user__name="Has left", team=cast.pod, ended_on=date(2026, 10, 1))
    MembershipFactory(user__name="Inactive", user__is_active=False, team=cast.pod)
    found = [membership.user.name for membership in may_lead(cast.bilal)]
    assert found == [
        "Amara Obi",
        "In early-career-worker",
        "In family-help-practitioner",
        "In senior-practitioner",
        "In social-worker",
    ]
    assert [membership.user for membership in may_lead(cast.dan)] == [cast.dan]
    assert may_lead(cast.eve) == []


def test_changes_are_counted_for_each_child_alone(cast: SimpleNamespace, today: date) -> None:
    anisa = cast.children[0]
    Involvement.objects.filter(child=anisa).update(ended_on=date(2026, 9, 1))
    for worker, ended_on in ((cast.dan, date(2026, 10, 1)), (cast.bilal, None)):
        InvolvementFactory(
            child=anisa, worker=worker, team=cast.pod, started_on=date(2026, 9, 1), ended_on=ended_on,
            change_reason="MANAGE",
        )  # fmt: skip
    assert [card.changes for card in children_of(Case.objects.get(), today)] == [2, 0, 0]


def test_nobody_is_asked_whether_a_baby_was_seen_alone(cast: SimpleNamespace, today: date) -> None:
    asked = {card.name: card.asks_alone for card in children_of(cast.case, today)}
    assert asked == {"Anisa Rahman": True, "Imran Rahman": True, "Zayd Rahman": False}
