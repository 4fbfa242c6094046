"""What a page says is due: one line for one piece of work, with its why; late in words without blame."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from camden.principal import acting_as
from cases.models import ClockException
from cases.operations.clocks import keep_clocks
from cases.readings.due import ahead_of, exceptions_of, lines, next_visit
from tests.conftest import as_role
from tests.factories.journey_clocks import day, need_plan, protection_plan, visited


def due(cast: SimpleNamespace, on: date) -> tuple[Any, ...]:
    with as_role("camden_app"), acting_as(cast.amara):
        keep_clocks(case=cast.case)
        names = {child.pk: child.first_name for child in cast.children}
        return lines(cast.case.pk, ahead_of(cast.case.pk, on).running, names, on, exceptions_of(cast.case.pk))


def test_three_children_who_are_due_one_visit_are_one_line(cast: SimpleNamespace, today: date) -> None:
    for child in cast.children:
        need_plan(child, day("09-28"))
    visited(cast.children, cast.amara, day("10-16"))
    visit = next(line for line in due(cast, today) if line.work == "visit")
    assert (visit.what, visit.who, visit.day, visit.away) == (
        "Visit", "Anisa, Imran and Zayd", "13 November", "in 10 days",
    )  # fmt: skip
    assert visit.href.endswith("/visits/new/") and not visit.first
    (why,) = visit.reasons
    assert why.counted == "at least every 20 working days, counted from the last time they were seen, 16 October"
    assert "CN2" in why.source and why.by == "13 November"


def test_a_line_says_the_first_day_and_its_fold_each_childs(cast: SimpleNamespace, today: date) -> None:
    anisa, imran, _ = cast.children
    need_plan(anisa, day("10-26"))
    protection_plan(imran, day("10-26"))
    visit = next(line for line in due(cast, today) if line.work == "visit")
    assert (visit.who, visit.first, visit.day) == ("Anisa and Imran", "Imran", "9 November")
    assert [(why.who, why.by) for why in visit.reasons][:2] == [("Imran", "9 November"), ("Anisa", "23 November")]
    assert "counted from the start of the child protection plan, 26 October" in visit.reasons[0].counted


def test_a_limit_that_ends_on_a_sunday_says_the_last_working_day(cast: SimpleNamespace) -> None:
    need_plan(cast.children[0], date(2026, 11, 30))
    review = next(line for line in due(cast, date(2026, 12, 1)) if line.work == "need-review")
    assert (review.day, review.do_by) == ("28 February 2027", "Friday 26 February 2027")


def test_what_is_late_says_so_and_leads_to_the_page_for_its_reason(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    need_plan(anisa, day("09-01"))
    on = day("10-02")
    (visit,) = [line for line in due(cast, on) if line.work == "visit"]
    assert (visit.state, visit.away, visit.do_by) == ("late", "3 days late", "")
    assert visit.exception_new and not visit.exception_agreement
    said = ClockException.objects.create(
        case=cast.case, child=anisa, rule="CN2", anchor_on=day("09-01"), reason="Measles in the house.",
        recorded_on=on, recorded_by=cast.amara,
    )  # fmt: skip
    (visit,) = [line for line in due(cast, on) if line.work == "visit"]
    assert visit.because == ("Measles in the house (Amara Obi; not agreed by a manager yet)",)
    assert visit.state == "late" and visit.exception_agreement and not visit.exception_new
    said.agreed_on, said.agreed_by = on, cast.bilal
    said.save()
    (visit,) = [line for line in due(cast, on) if line.work == "visit"]
    assert visit.because == ("Measles in the house (Amara Obi; agreed by Bilal Aziz)",)
    assert not visit.exception_agreement and not visit.exception_new


def test_nothing_ahead_of_a_child_without_a_plan(cast: SimpleNamespace, today: date) -> None:
    assert due(cast, today) == ()
    assert next_visit(cast.children, today) == ""


def test_a_record_that_is_not_open_says_nothing(cast: SimpleNamespace, today: date) -> None:
    need_plan(cast.children[0], day("10-12"))
    due(cast, today)
    with as_role("camden_app"), acting_as(cast.dan):
        found = ahead_of(cast.case.pk, today)
    assert not found.last and not found.running
