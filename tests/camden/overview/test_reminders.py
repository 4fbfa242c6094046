"""What every app reminds a person of, in one list."""

from datetime import date, timedelta
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from camden.overview.reminders import due_for, together
from camden.reminders import Reminder
from tests.factories.cases import ActionFactory

DAY = date(2026, 11, 3)


def visit(name: str, case: int = 1, due_on: date | None = DAY, text: str = "Visit") -> Reminder:
    return Reminder("visit", text, name, due_on, f"/cases/{case}/?{name}", case_ids=(case,))


def thing(one: Reminder) -> tuple:
    return one.text, one.due_on, one.case_ids


def test_brothers_and_sisters_who_are_due_one_thing_are_one_line() -> None:
    (line,) = together([visit("Anisa"), visit("Imran"), visit("Zayd")])
    assert (line.about, line.url, line.case_ids) == ("Anisa, Imran and Zayd", "/cases/1/?Anisa", (1,))


def test_another_day_another_family_and_another_thing_are_lines_of_their_own() -> None:
    others = [visit("Noah", due_on=DAY + timedelta(days=9)), visit("Leon", case=2), visit("Ada", text="Ring")]
    assert len(together([visit("Anisa"), *others])) == 4


days = st.none() | st.dates(DAY, DAY + timedelta(days=2))
reminders = st.lists(
    st.builds(visit, st.sampled_from("ABCDE"), st.integers(1, 3), days, st.sampled_from(["Visit", "Ring"]))
)


@given(reminders)
def test_nobody_is_lost_and_no_line_is_there_twice(found: list[Reminder]) -> None:
    lines = {thing(line): line for line in together(found)}
    assert len(lines) == len(together(found))
    assert set(lines) == {thing(one) for one in found}
    assert all(one.about in lines[thing(one)].about for one in found)


def test_the_soonest_comes_first_and_what_has_no_day_last(cast: SimpleNamespace, today: date) -> None:
    for what, ahead in (("whenever", None), ("ahead", 9), ("late", -1)):
        due_on = None if ahead is None else today + timedelta(days=ahead)
        ActionFactory(case=cast.case, keeper=cast.amara, what=what, due_on=due_on, agreed_on=date(2026, 10, 1))
    assert [line.text for line in due_for(cast.amara, today)] == ["late", "ahead", "whenever"]


def test_who_records_nothing_is_reminded_of_nothing_in_records(cast: SimpleNamespace, today: date) -> None:
    ActionFactory(case=cast.case, keeper=cast.eve)
    assert due_for(cast.eve, today) == []
