"""A step down is looked at again after three months, by whoever leads, together with the family."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.models import User
from camden.overview.digest import words
from camden.principal import acting_as
from cases.models import ChronologyEntry, Involvement, StepCheck
from cases.reminders import due_for
from tests.conftest import as_role
from tests.factories.steps import stepped_down
from tests.queries import of_the_page

DUE = date(2026, 11, 24)


def asked(user: User, on: date, role: str = "camden_worker") -> list[Any]:
    with as_role(role), acting_as(user):
        return [line for line in due_for(User.objects.get(pk=user.pk), on) if line.kind == "step-check"]


@pytest.fixture
def move(cast: SimpleNamespace) -> Any:
    return stepped_down(cast.case, cast.children, cast.bilal, step_up_again_if="He hides again.")


@pytest.mark.parametrize("role", ["camden_app", "camden_worker"])
def test_whoever_leads_is_told_two_weeks_ahead(cast: SimpleNamespace, move: Any, today: date, role: str) -> None:
    (line,) = asked(cast.amara, today, role)
    assert (line.due_on, line.told_on, line.about) == (DUE, date(2026, 11, 10), "Anisa, Imran and Zayd")
    assert line.url == f"{move.get_absolute_url()}check/"
    assert asked(cast.bilal, today, role) == [] and asked(cast.dan, today, role) == []
    with as_role("camden_worker"), acting_as(cast.amara):
        letter = words(User.objects.get(pk=cast.amara.pk), date(2026, 11, 12))
    assert letter and "step down to look at again" in letter["lines"][0] and "Anisa" not in letter["lines"][0]


def test_where_nobody_leads_the_teams_manager_is_told(cast: SimpleNamespace, move: Any, today: date) -> None:
    Involvement.objects.filter(case=cast.case).update(ended_on=today, leads_now=None, change_reason="left")
    (line,) = asked(cast.bilal, today)
    assert "Nobody leads" in line.because[0] and asked(cast.amara, today) == []


def test_nobody_is_told_of_what_was_looked_at_stepped_on_or_up_or_is_far_off(
    cast: SimpleNamespace, move: Any, today: date
) -> None:
    assert asked(cast.amara, date(2026, 10, 1)) == []
    stepped_down(cast.case, cast.children, cast.bilal, moved_on=date(2026, 8, 25), from_basis="", to_basis="need")
    assert asked(cast.amara, today) == []  # the step that followed is a step up
    move.parts.model.objects.exclude(move=move).delete()
    assert asked(cast.amara, today)
    StepCheck.objects.create(
        case=cast.case, move=move, holds="holds", words="x", checked_on=today, checked_by=cast.amara
    )
    assert asked(cast.amara, today) == []


def test_it_is_written_down_once_and_stands_on_the_step_and_the_timeline(
    cast: SimpleNamespace, move: Any, browser_for: Any, read: Any
) -> None:
    amara, url = browser_for(cast.amara), f"{move.get_absolute_url()}check/"
    page = read(amara.get(url))
    assert "He hides again." in page.said and {"holds", "words"} <= set(read(amara.post(url, {"x": "1"})).errors)
    said = {"holds": "holds", "words": "Calm bedtimes.", "familys_words": "We sleep."}
    page = read(amara.post(url, said, follow=True))
    assert "Calm bedtimes." in page.said and "We sleep." in page.said and "It holds" in page.said
    assert url not in page.links
    entry = ChronologyEntry.objects.get(kind="threshold")
    assert entry.summary == "Step down for Anisa, Imran and Zayd looked at again: it holds"
    assert "looked at already" in read(amara.post(url, said)).said and StepCheck.objects.count() == 1


def test_what_does_not_hold_leads_to_the_step_up_with_what_was_written(
    cast: SimpleNamespace, move: Any, browser_for: Any, read: Any
) -> None:
    url = f"{move.get_absolute_url()}check/"
    said = {"holds": "not", "words": "He hides again.", "familys_words": "We need you back."}
    page = read(browser_for(cast.bilal).post(url, said, follow=True))
    assert page.filled["why"] == "He hides again." and page.filled["family_would_rather"] == "We need you back."
    assert page.ticked["driver"] == "no-change" and page.ticked["to_basis"] == "need"


def test_a_worker_is_told_that_a_manager_decides_on_the_step_up(
    cast: SimpleNamespace, move: Any, browser_for: Any, read: Any
) -> None:
    said = {"holds": "not", "words": "He hides again."}
    page = read(browser_for(cast.amara).post(f"{move.get_absolute_url()}check/", said, follow=True))
    assert "A manager decides on a step up" in page.said and "He hides again." in page.said


def test_a_step_up_is_not_looked_at_so(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    up = stepped_down(cast.case, cast.children, cast.bilal, from_basis="early-help", to_basis="need")
    amara = browser_for(cast.amara)
    assert "Only a step down" in read(amara.get(f"{up.get_absolute_url()}check/")).said
    amara.post(f"{up.get_absolute_url()}check/", {"holds": "holds", "words": "x"})
    assert not StepCheck.objects.exists()


def test_the_form_asks_little_of_the_database(cast: SimpleNamespace, move: Any, browser_for: Any) -> None:
    amara = browser_for(cast.amara)
    with CaptureQueriesContext(connection) as captured:
        assert amara.get(f"{move.get_absolute_url()}check/").status_code == 200
    assert len(of_the_page(captured)) <= 15
