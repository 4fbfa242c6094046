"""Timescales as they are shipped and as people here keep them; what the database refuses whoever asks."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from camden.access import ROLES, Permission, Role
from camden.management.timescales import EVERY
from camden.models import LocalHoliday, Recorded, TimescaleRow
from camden.operations import rules
from camden.operations.refusals import NotDone, Overtaken
from camden.operations.rulebook import calendar
from camden.operations.rules import change_timescale, close_day, commence, latest, reopen_day, shipped, sync
from camden.principal import acting_as
from camden.rules.timescales import Basis, Timescale
from tests.conftest import as_role

pytestmark = pytest.mark.django_db

ON = date(2026, 11, 3)
WRITTEN = "Camden procedures, November 2026"


def rule(code: str, **more: Any) -> Timescale:
    """A shipped row, with something about it that is different."""
    return replace(next(rule for rule in EVERY if rule.code == code), **more)


def row(code: str) -> TimescaleRow:
    return TimescaleRow.objects.get(code=code)


def without(code: str) -> list[Timescale]:
    return [rule for rule in EVERY if rule.code != code]


def change(code: str, **said: Any) -> None:
    """An administrator's change of a timescale; whatever is not said stays as it is."""
    now = latest(code)
    whole = {
        name: getattr(now, name)
        for name in ("version", "amount", "unit", "warn_days", "owner", "is_ticking", "source", "begins_on")
    }
    change_timescale(code=code, **whole | said)


@pytest.fixture
def eve(cast: SimpleNamespace) -> Any:
    """Eve keeps the settings, held by the database as the web is."""
    with acting_as(cast.eve), as_role("camden_app"):
        yield cast.eve


def test_migrating_writes_every_shipped_row() -> None:
    assert set(shipped()) == set(EVERY)
    assert set(TimescaleRow.objects.values_list("code", flat=True)) == {rule.code for rule in EVERY}
    cn2 = row("CN2")
    assert (cn2.amount, cn2.unit, cn2.owner, cn2.is_ticking, cn2.edited_at) == (20, "wd", "lead", True, None)
    assert (row("CP13").amount, row("CP13").unit, row("CP13").kind) == (None, "", "marker")
    assert (row("PL4").is_commenced, row("PL4").begins_on, row("PL4").is_ticking) == (False, None, False)


def test_a_row_without_facts_is_never_switched_on_as_shipped() -> None:
    assert not TimescaleRow.objects.filter(is_ticking=True).exclude(silent="").exists()


def test_a_second_run_writes_nothing() -> None:
    before = list(TimescaleRow.objects.order_by("pk").values())
    with CaptureQueriesContext(connection) as asked:
        assert sync(EVERY, on=ON) == 0
    assert not [each for each in asked if each["sql"].startswith(("INSERT", "UPDATE"))]
    assert list(TimescaleRow.objects.order_by("pk").values()) == before


def test_migrating_again_writes_nothing() -> None:
    before = list(TimescaleRow.objects.order_by("pk").values())
    call_command("migrate", verbosity=0)
    assert list(TimescaleRow.objects.order_by("pk").values()) == before


def test_what_is_shipped_otherwise_is_written_over() -> None:
    assert sync([*without("CN2"), rule("CN2", amount=15, title="See them")], on=ON) == 1
    assert (row("CN2").amount, row("CN2").title, row("CN2").version) == (15, "See them", 2)


def test_another_first_day_is_another_row() -> None:
    begun = rule("CN2", amount=15, effective_from=date(2027, 4, 1))
    old = rule("CN2", effective_to=date(2027, 4, 1))
    assert sync([*without("CN2"), old, begun], on=ON) == 2
    assert [each.amount for each in TimescaleRow.objects.in_force(date(2027, 3, 31)).filter(code="CN2")] == [20]
    assert [each.amount for each in TimescaleRow.objects.in_force(date(2027, 4, 1)).filter(code="CN2")] == [15]
    assert sync([*without("CN2"), old, begun], on=ON) == 0


def test_what_is_shipped_no_more_ends_and_stays_to_be_read() -> None:
    assert sync(without("CN2"), on=ON) == 1
    assert row("CN2").ends_on == ON
    assert sync(without("CN2"), on=date(2026, 11, 9)) == 0
    assert sync(EVERY, on=date(2026, 11, 10)) == 1
    assert row("CN2").ends_on is None


def test_what_people_changed_stays_and_its_name_follows_the_code(eve: Any) -> None:
    change("CN2", amount=15, begins_on=date(2026, 12, 1), warn_days=3, owner="manager", source=WRITTEN)
    connection.cursor().execute("reset session authorization")
    new = rule("CN2", title="See them", amount=25, warn_days=9, source="Elsewhere", is_core=False)
    assert sync([*without("CN2"), new], on=ON) == 2
    old, now = TimescaleRow.objects.filter(code="CN2").order_by("begins_on")[::-1]
    assert (old.amount, old.ends_on, now.amount, now.begins_on) == (20, date(2026, 12, 1), 15, date(2026, 12, 1))
    for each in (old, now):
        assert (each.title, each.warn_days, each.owner, each.is_ticking) == ("See them", 3, "manager", True)
    assert now.source == WRITTEN
    assert sync([*without("CN2"), new], on=ON) == 0


def test_a_change_that_is_shipped_no_more_ends_too_and_comes_back(eve: Any) -> None:
    change("CN2", warn_days=3)
    connection.cursor().execute("reset session authorization")
    assert sync(without("CN2"), on=ON) == 1
    assert sync(EVERY, on=ON) == 1
    assert (row("CN2").ends_on, row("CN2").warn_days) == (None, 3)


def test_another_limit_holds_from_its_day_and_everything_else_at_once(eve: Any) -> None:
    change("CN2", amount=15, begins_on=date(2026, 12, 1), warn_days=3)
    held = TimescaleRow.objects.filter(code="CN2")
    assert [(each.amount, each.warn_days) for each in held.in_force(date(2026, 11, 30))] == [(20, 3)]
    assert [(each.amount, each.warn_days) for each in held.in_force(date(2026, 12, 1))] == [(15, 3)]
    assert {each.edited_by_id for each in held} == {eve.pk}


def test_the_same_day_puts_the_change_right_and_an_earlier_one_is_refused(eve: Any) -> None:
    change("CN2", amount=15, begins_on=date(2026, 12, 1))
    change("CN2", amount=18)
    assert sorted(TimescaleRow.objects.filter(code="CN2").values_list("amount", flat=True)) == [18, 20]
    with pytest.raises(NotDone, match="Another limit holds from a later day"):
        change("CN2", amount=12, begins_on=date(2026, 11, 1))


def test_of_two_administrators_at_once_the_second_is_told(eve: Any) -> None:
    seen = latest("CN2").version
    change("CN2", amount=15, begins_on=date(2026, 12, 1))
    with pytest.raises(Overtaken):
        change("CN2", version=seen, amount=12)
    assert latest("CN2").amount == 15


@pytest.mark.parametrize(
    ("code", "said", "told"),
    [
        ("AS1", {"amount": 40}, "Law and national guidance are not changed here."),
        ("AS1", {"is_ticking": False}, "Law and national guidance are not changed here."),
        ("CPD1", {"warn_days": 1}, "Law and national guidance are not changed here."),
        ("CP13", {"warn_days": 1}, "This is a marker without a day"),
        ("PL1", {"is_ticking": True}, "nothing in the service says when it begins"),
        ("CN2", {"amount": 15, "begins_on": None}, "Enter the day from which the new limit holds."),
        ("CN2", {"amount": 0}, "Check the numbers"),
        ("CN2", {"amount": None}, "Check the numbers"),
        ("CN2", {"source": ""}, "Check the numbers"),
        ("GONE", {"amount": 3}, "This timescale does not hold any more"),
    ],
)
def test_what_may_not_be_changed_is_refused_in_words(eve: Any, code: str, said: dict[str, Any], told: str) -> None:
    before = list(TimescaleRow.objects.order_by("pk").values())
    with pytest.raises(NotDone, match=told):
        if code == "GONE":
            whole = {"version": 1, "begins_on": None, "unit": "d", "warn_days": 1, "owner": "lead", "is_ticking": False}
            change_timescale(code=code, source=WRITTEN, **whole | said)
        else:
            change(code, **{"amount": latest(code).amount or 1, "unit": latest(code).unit or "d"} | said)
    assert list(TimescaleRow.objects.order_by("pk").values()) == before


def test_nobody_but_an_administrator_changes_anything(cast: SimpleNamespace) -> None:
    for somebody in (cast.amara, cast.bilal, cast.cora):
        with acting_as(somebody), as_role("camden_app"):
            with pytest.raises(NotDone, match="Only a system administrator"):
                change("CN2", warn_days=3)
            with pytest.raises(NotDone, match="Only a system administrator"):
                commence(code="PL4", version=1, on=ON, source=WRITTEN)
            with pytest.raises(NotDone, match="Only a system administrator"):
                rules.switch_on(code="LA22", version=1)
            with pytest.raises(NotDone, match="Only a system administrator"):
                close_day(on=date(2026, 12, 24), name="Eve")
            assert rules.running("CN2") == 0


@pytest.mark.parametrize("role", ["camden_app", "camden_worker"])
def test_neither_the_web_nor_the_worker_writes_the_tables_themselves(cast: SimpleNamespace, role: str) -> None:
    denied = pytest.raises(DatabaseError, match="permission denied")
    with acting_as(cast.eve), as_role(role), denied, transaction.atomic():
        TimescaleRow.objects.filter(code="AS1").update(amount=90)


def test_the_database_and_the_permission_name_the_same_role() -> None:
    keep = {role for role, says in ROLES.items() if Permission.RULES_KEEP in says.permissions}
    assert keep == {Role.SYSTEM_ADMINISTRATOR}


def test_law_that_waited_for_its_day_begins_on_it_and_the_day_can_be_put_right(eve: Any) -> None:
    before = row("PL4")
    commence(code="PL4", version=before.version, on=date(2027, 4, 1), source="SI 2027/1 reg 2")
    begun = row("PL4")
    assert (begun.begins_on, begun.is_commenced, begun.is_ticking, begun.silent) == (date(2027, 4, 1), True, True, "")
    assert begun.source == f"{before.source}\n\nIn force here: SI 2027/1 reg 2"
    commence(code="PL4", version=begun.version, on=date(2027, 5, 1), source="SI 2027/2")
    assert row("PL4").source == f"{before.source}\n\nIn force here: SI 2027/2"
    with pytest.raises(Overtaken):
        commence(code="PL4", version=begun.version, on=date(2027, 6, 1), source="SI 2027/3")


def test_what_was_begun_here_stays_begun_and_its_source_follows_the_law(eve: Any) -> None:
    commence(code="PL4", version=1, on=date(2027, 4, 1), source="SI 2027/1")
    connection.cursor().execute("reset session authorization")
    assert sync([*without("PL4"), rule("PL4", source="Another Act")], on=ON) == 1
    begun = row("PL4")
    assert begun.source == "Another Act\n\nIn force here: SI 2027/1"
    assert (begun.begins_on, begun.is_ticking, begun.silent) == (date(2027, 4, 1), True, "")


def test_law_that_came_switched_off_is_switched_on_and_never_off_again(eve: Any) -> None:
    rules.switch_on(code="LA22", version=1)
    assert row("LA22").is_ticking
    with pytest.raises(NotDone, match="Law and national guidance are not changed here"):
        change("LA22", is_ticking=False)
    with pytest.raises(NotDone, match="Law and national guidance are not changed here"):
        commence(code="LA22", version=2, on=ON, source=WRITTEN)
    connection.cursor().execute("reset session authorization")
    assert sync([*without("LA22"), rule("LA22", amount=19)], on=ON) == 1
    assert (row("LA22").amount, row("LA22").is_ticking) == (19, True), "its limit follows the law"


@pytest.mark.parametrize("code", ["PL4", "PL6", "CP13"])
def test_what_nothing_starts_is_not_switched_on(eve: Any, code: str) -> None:
    with pytest.raises(NotDone, match="nothing in the service says when"):
        rules.switch_on(code=code, version=1)


def test_other_law_is_begun_by_nobody_here(eve: Any) -> None:
    for code in ("AS1", "LA14", "CN2"):
        with pytest.raises(NotDone, match="Law and national guidance are not changed here"):
            commence(code=code, version=1, on=ON, source=WRITTEN)


def test_each_change_is_written_down_in_words_with_who_and_when(eve: Any) -> None:
    change("CN2", amount=1, unit="m", begins_on=date(2026, 12, 1), warn_days=3, owner="manager", is_ticking=False)
    told = [each.what for each in rules.history("CN2")]
    assert told[::-1] == [
        "limit: 1 month, was 20 working days, for what counts from 1 December 2026",
        "first reminder: 3 working days before, was 5",
        "reminds: manager, was lead",
        "switched off",
    ]
    assert {each.name for each in rules.history("CN2")} == {"Eve Storey"}
    assert rules.history("CN3") == []


def test_the_history_is_nobodys_who_is_not_signed_in(eve: Any) -> None:
    change("CN2", warn_days=3)
    connection.cursor().execute("select set_config('app.user_id', '', true)")
    assert rules.history("CN2") == []


def test_a_day_off_is_added_once_and_taken_back(eve: Any) -> None:
    close_day(on=date(2026, 12, 24), name="Christmas Eve")
    assert not calendar().is_working(date(2026, 12, 24))
    with pytest.raises(NotDone, match="on the list already"):
        close_day(on=date(2026, 12, 24), name="Again")
    day = LocalHoliday.objects.get()
    assert day.added_by_id == eve.pk
    reopen_day(holiday=day)
    assert calendar().is_working(date(2026, 12, 24))
    with pytest.raises(Overtaken):
        reopen_day(holiday=day)


@pytest.mark.parametrize("on", [date(2026, 12, 25), date(2026, 12, 26), date(2026, 11, 8)])
def test_a_day_nobody_works_anyhow_is_refused(eve: Any, on: date) -> None:
    with pytest.raises(NotDone, match="Nobody works on this day anyhow"):
        close_day(on=on, name="Closed")


def test_days_off_are_written_down(eve: Any) -> None:
    close_day(on=date(2026, 12, 24), name="Christmas Eve")
    connection.cursor().execute("reset session authorization")
    assert Recorded.objects.get().action == "not worked: 24 December 2026"


def test_what_may_be_changed_here_is_said_alike_here_and_in_the_database() -> None:
    assert {basis.value for basis in rules.OURS} == {"local", "practice"}
    assert rules.OURS == (Basis.LOCAL, Basis.PRACTICE)
