"""What is agreed and open, of a family and of one child."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from camden.principal import acting_as
from cases.operations.agreements import close_action
from cases.readings.agreed import open_actions, read_action
from tests.factories.cases import ActionFactory


def test_the_soonest_comes_first_and_what_is_closed_is_not_there(cast: SimpleNamespace, today: date) -> None:
    for name, days in (("whenever", None), ("late", -1), ("ahead", 9), ("soon", 3)):
        due_on = None if days is None else today + timedelta(days=days)
        ActionFactory(case=cast.case, keeper=cast.amara, what=name, due_on=due_on, agreed_on=date(2026, 10, 1))
    closed = ActionFactory(case=cast.case, keeper=cast.amara, what="closed")
    with acting_as(cast.amara):
        close_action(action=closed, by=cast.amara, on=today, is_done=True)
    lines = open_actions(cast.case, today)
    assert [(line.what, line.state, line.away) for line in lines] == [
        ("late", "late", "1 day late"),
        ("soon", "soon", "in 3 days"),
        ("ahead", "ahead", "in 9 days"),
        ("whenever", "ahead", ""),
    ]


def test_a_childs_page_has_what_is_for_them_and_for_the_whole_family(cast: SimpleNamespace, today: date) -> None:
    anisa, imran, zayd = cast.children
    ActionFactory(case=cast.case, keeper=cast.amara, what="both", children=[imran, anisa])
    ActionFactory(case=cast.case, keeper=cast.amara, what="family")
    ActionFactory(case=cast.case, keeper=cast.amara, what="imran", children=[imran])
    assert [(line.what, line.about) for line in open_actions(cast.case, today, anisa)] == [
        ("both", "Anisa and Imran"),
        ("family", ""),
    ]
    assert [line.what for line in open_actions(cast.case, today, zayd)] == ["family"]


def test_one_question_however_many(cast: SimpleNamespace, today: date, django_assert_num_queries: Any) -> None:
    for count in (1, 10):
        while len(open_actions(cast.case, today)) < count:
            ActionFactory(case=cast.case, keeper=cast.amara, children=cast.children)
        with django_assert_num_queries(1):
            assert len(open_actions(cast.case, today)) == count


def test_one_action_says_all_there_is_to_know(cast: SimpleNamespace, today: date) -> None:
    action = ActionFactory(
        case=cast.case, keeper=cast.amara, agreed_by=cast.bilal, why="She has gone quiet.", due_on=today,
        first_sentence="Who notices first?", promised_to="Shirin", children=cast.children[:1],
    )  # fmt: skip
    reading = read_action(action, today)
    assert (reading.keeper, reading.agreed_by, reading.promised_to) == ("Amara Obi", "Bilal Aziz", "Shirin")
    assert (reading.away, reading.state, reading.closed) == ("today", "soon", "")
    assert reading.children == ((cast.children[0].pk, "Anisa Rahman"),)
    with acting_as(cast.bilal):
        close_action(action=action, by=cast.bilal, on=today, is_done=False, outcome="Not now.")
    action.refresh_from_db()
    reading = read_action(action, today + timedelta(days=5))
    assert (reading.closed, reading.outcome) == ("Put aside, 3 November 2026, Bilal Aziz", "Not now.")
    assert (reading.away, reading.state) == ("", "ahead")  # what is closed is never late
