"""Decisions that affect a family: none is final without who was heard."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from camden.principal import acting_as
from cases.models import ChronologyEntry, Decision, DecisionHeard
from cases.operations.decisions import (
    NotDecided,
    ask_decision,
    decide,
    decide_freely,
    drop_decision,
    hear,
    make_decision,
)
from cases.readings.decisions import who_must_be_heard
from cases.rules.audience import Marks
from cases.rules.deciding import Heard
from tests.conftest import as_role
from tests.factories.deliberating import decided
from tests.factories.record_people import AdultFactory, relates

ON = date(2026, 12, 21)  # the Monday before Christmas


@pytest.fixture
def family(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    """The Rahmans with their mother, and a father whose fatherhood Jamal, who lives there, does not know."""
    cast.shirin = AdultFactory(case=cast.case, given_name="Shirin")
    cast.jamal = AdultFactory(case=cast.case, given_name="Jamal")
    cast.karim = AdultFactory(case=cast.case, given_name="Karim")
    relates(cast.shirin, "mother", *cast.children)
    relates(cast.jamal, "step-parent", *cast.children)
    relates(cast.karim, "father", cast.children[2], kept_from=[cast.jamal.pk])
    with acting_as(cast.bilal):
        yield cast


def _decide(cast: SimpleNamespace, on: date = ON, **changes: Any) -> Decision:
    children = changes.pop("children", cast.children)
    what = changes.pop("decided", None) or decided(cast.case, children, **changes)
    return decide(case=cast.case, kind="plan", subject_id=1, children=children, decided=what, by=cast.bilal, on=on)


def test_each_child_and_each_parent_must_be_heard_and_nobody_else(family: SimpleNamespace) -> None:
    people = who_must_be_heard(family.case, family.children, ON)
    assert [name for _, name, _ in people] == ["Anisa", "Imran", "Zayd", "Shirin", "Karim"]
    assert [is_child for _, _, is_child in people] == [True, True, True, False, False]
    assert [name for _, name, _ in who_must_be_heard(family.case, family.children[:1], ON)] == ["Anisa", "Shirin"]


def test_nobody_who_died_or_is_not_born_or_has_lost_parental_responsibility_is_asked(family: SimpleNamespace) -> None:
    family.shirin.died_on = date(2026, 6, 1)
    family.shirin.save()
    family.children[0].died_on = date(2026, 6, 1)
    family.children[1].born_on, family.children[1].expected_on = None, date(2027, 2, 1)
    family.karim.relationships_from.update(responsible_until_on=ON)
    assert [name for _, name, _ in who_must_be_heard(family.case, family.children, ON)] == ["Zayd"]


def test_a_decision_is_kept_whole(family: SimpleNamespace) -> None:
    decision = _decide(family)
    assert decision.made_by == family.bilal
    assert decision.heard.count() == 5
    assert decision.options.get().is_chosen
    assert set(decision.children.all()) == set(family.children)


def test_without_one_of_them_nothing_is_kept(family: SimpleNamespace) -> None:
    whole = decided(family.case, family.children)
    with pytest.raises(NotDecided, match="Say how Karim was heard"):
        _decide(family, decided=replace(whole, heard=whole.heard[:-1]))
    assert not Decision.objects.exists()


def test_not_yet_heard_is_asked_for_within_five_working_days_past_the_bank_holidays(family: SimpleNamespace) -> None:
    urgent = {"is_urgent": True, "urgent_because": "Nobody was safe."}
    heard = tuple(Heard(key, "not-yet") for key, _, _ in who_must_be_heard(family.case, family.children, ON))
    decision = _decide(family, heard=heard, **urgent)
    # 25 December is a Friday, and Boxing Day is kept on the Monday after.
    assert set(decision.heard.values_list("ask_by_on", flat=True)) == {date(2026, 12, 30)}


def test_not_yet_heard_is_only_for_those_it_concerns(family: SimpleNamespace) -> None:
    urgent = {"is_urgent": True, "urgent_because": "Nobody was safe."}
    everybody = tuple(Heard(key, "not-yet") for key, _, _ in who_must_be_heard(family.case, family.children, ON))
    decision = _decide(family, heard=everybody, children=family.children[:1], **urgent)
    assert {each.member.first_name for each in decision.heard.all()} == {"Anisa", "Shirin"}


def test_what_a_father_says_whom_not_all_know_of_is_kept_as_he_is(family: SimpleNamespace) -> None:
    decision = _decide(family)
    assert decision.heard.get(member=family.karim).kept_from == [family.jamal.pk]
    assert decision.heard.get(member=family.shirin).kept_from == []


def test_somebody_of_another_record_is_not_heard_here(family: SimpleNamespace) -> None:
    stranger = AdultFactory(given_name="Tamsin")
    whole = decided(family.case, family.children)
    more = (*whole.heard, replace(whole.heard[0], member=stranger.pk))
    with pytest.raises(NotDecided, match="not of this record"):
        _decide(family, decided=replace(whole, heard=more))


def test_the_database_keeps_no_decision_that_heard_nobody(family: SimpleNamespace) -> None:
    made = {"made_on": ON, "made_by": family.bilal, "what": "x", "why": "x"}
    with pytest.raises(IntegrityError, match="a_made_decision_heard_somebody"), transaction.atomic():
        Decision.objects.create(case=family.case, kind="plan", **made)
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")


def test_the_database_lets_a_whole_one_pass_also_when_its_record_has_closed_to_whoever_decided(
    family: SimpleNamespace,
) -> None:
    with as_role("camden_app"):
        _decide(family)
    with connection.cursor() as cursor:
        cursor.execute("select set_config('app.user_id', '', true)")
    with as_role("camden_app"), connection.cursor() as cursor:
        assert not Decision.objects.exists(), "nobody is bound, so no row is visible"
        cursor.execute("set constraints all immediate")


def test_a_manager_answers_what_a_worker_asked(family: SimpleNamespace) -> None:
    asked = ask_decision(
        case=family.case, kind="placement", question="May Imran stay with his aunt?", due_on=date(2026, 12, 24),
        children=family.children[:2], by=family.amara, on=ON,
    )  # fmt: skip
    whole = decided(family.case, family.children[:2])
    with pytest.raises(NotDecided, match="A manager decides"):
        make_decision(decision=asked, decided=whole, by=family.amara, on=ON)
    make_decision(decision=asked, decided=whole, by=family.bilal, on=ON)
    asked.refresh_from_db()
    assert asked.made_by == family.bilal
    told = ChronologyEntry.objects.filter(kind="decision", subject_id=asked.pk).order_by("pk")
    assert [entry.summary for entry in told] == [
        "Amara Obi asked for a decision by 24 December 2026: May Imran stay with his aunt?",
        "Bilal Aziz decided: Help goes on as it is.",
    ]
    with pytest.raises(NotDecided, match="meanwhile"):
        make_decision(decision=asked, decided=whole, by=family.bilal, on=ON)
    with pytest.raises(NotDecided, match="meanwhile"):
        drop_decision(decision=asked, why="x", by=family.bilal, on=ON)


def test_what_is_not_needed_any_more_says_why(family: SimpleNamespace) -> None:
    facts = {"case": family.case, "children": family.children[:1], "by": family.amara, "on": ON}
    asked = ask_decision(kind="placement", question="May she go?", due_on=ON, **facts)
    drop_decision(decision=asked, why="She went home.", by=family.amara, on=ON)
    asked.refresh_from_db()
    assert (asked.dropped_on, asked.dropped_why) == (ON, "She went home.")


def test_a_question_is_about_a_child_and_not_for_yesterday(family: SimpleNamespace) -> None:
    facts = {"case": family.case, "kind": "placement", "question": "x", "by": family.amara, "on": ON}
    with pytest.raises(NotDecided, match="at least one child"):
        ask_decision(due_on=ON, children=[], **facts)
    with pytest.raises(NotDecided, match="later day"):
        ask_decision(due_on=date(2026, 12, 20), children=family.children, **facts)


def test_a_worker_writes_down_what_a_court_decided_and_not_what_a_manager_must(family: SimpleNamespace) -> None:
    facts = {"case": family.case, "kind": "placement", "children": family.children, "by": family.amara, "on": ON}
    with pytest.raises(NotDecided, match="A manager decides"):
        decide_freely(decided=decided(family.case, family.children), **facts)
    made = decide_freely(decided=decided(family.case, family.children, authority="court"), **facts)
    assert made.get_authority_display() == "A court"
    with pytest.raises(NotDecided, match="at least one child"):
        decide_freely(decided=decided(family.case, [], authority="court"), **facts | {"children": []})


def _waiting(family: SimpleNamespace) -> DecisionHeard:
    whole = decided(family.case, family.children[:1])
    heard = (replace(whole.heard[0]), Heard(family.shirin.pk, "not-yet"))
    urgent = {"is_urgent": True, "urgent_because": "Nobody was safe.", "heard": heard}
    row = _decide(family, children=family.children[:1], **urgent).heard.get(how="not-yet")
    row.case = family.case
    return row


def test_somebody_is_heard_later_and_what_it_changed_stands_there(family: SimpleNamespace) -> None:
    row, later = _waiting(family), date(2026, 12, 23)
    said = Heard(family.shirin.pk, "phone", "Not without Anisa.", "They stay together.", later)
    hear(heard=row, said=replace(said, marks=Marks(kept_from=(family.jamal.pk,))), by=family.amara, on=later)
    row.refresh_from_db()
    assert (row.how, row.words, row.changed) == ("phone", "Not without Anisa.", "They stay together.")
    assert (row.heard_on, row.kept_from, row.recorded_by) == (later, [family.jamal.pk], family.amara)
    entry = ChronologyEntry.objects.get(kind="decision")
    assert entry.kept_from == [family.jamal.pk]
    with pytest.raises(NotDecided, match="meanwhile"):
        hear(heard=row, said=said, by=family.amara, on=later)


def test_that_asking_was_not_safe_is_kept_from_the_family_without_a_tap(family: SimpleNamespace) -> None:
    row = _waiting(family)
    hear(heard=row, said=Heard(family.shirin.pk, "not-safe", "Jamal was in the room."), by=family.amara, on=ON)
    row.refresh_from_db()
    entry = ChronologyEntry.objects.get(kind="decision")
    assert row.is_kept_from_family and entry.is_kept_from_family
    unsafe = Heard(family.shirin.pk, "not-safe", "Jamal reads her telephone.")
    whole = decided(family.case, family.children)
    others = tuple(each for each in whole.heard if each.member != family.shirin.pk)
    at_once = _decide(family, decided=replace(whole, heard=(*others, unsafe)))
    assert at_once.heard.get(member=family.shirin).is_kept_from_family


@pytest.mark.parametrize("how", ["not-yet", "phone", "not-reached"])
def test_hearing_somebody_later_asks_as_much_as_at_once(family: SimpleNamespace, how: str) -> None:
    row = _waiting(family)
    with pytest.raises(NotDecided) as refused:
        hear(heard=row, said=Heard(family.shirin.pk, how), by=family.amara, on=ON)
    assert refused.value.about.startswith(f"heard_{family.shirin.pk}_")
