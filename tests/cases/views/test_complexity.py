"""What makes work harder: a worker proposes it, a manager confirms it or says why not, and both hear before it ends."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.html import strip_tags

from camden.models import Message
from camden.principal import acting_as
from cases import measures, reminders
from cases.models import Case, ComplexityFactor
from tests.conftest import as_role
from tests.factories.allocating import ComplexityFactorFactory, LocalWeightFactory


def words(answer: Any) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


def page(cast: SimpleNamespace, place: int = 0) -> str:
    return f"/cases/{cast.case.pk}/children/{cast.children[place].pk}/complexity/"


def load_of(cast: SimpleNamespace, on: date) -> int:
    found = measures.caseloads(cases=Case.objects.all(), team_ids=[cast.pod.pk], on=on, worker=cast.amara.pk)
    return found[0].score.load


def confirmed(cast: SimpleNamespace, on: date, **more: Any) -> ComplexityFactor:
    said = {"answer": "yes", "answered_on": on, "answered_by": cast.bilal, "proposed_on": on}
    return ComplexityFactorFactory(case=cast.case, child=cast.children[0], proposed_by=cast.amara, **said | more)


def test_it_weighs_from_the_day_a_manager_confirms_it(cast: SimpleNamespace, browser_for: Any) -> None:
    on, amara, bilal = timezone.localdate(), browser_for(cast.amara), browser_for(cast.bilal)
    before = load_of(cast, on)
    sent = amara.post(f"{page(cast)}new/", {"kind": "network", "why": "Nobody opens the door."}, follow=True)
    assert "Waits for a manager" in words(sent) and load_of(cast, on) == before
    factor = ComplexityFactor.objects.get()
    answer = f"/cases/{cast.case.pk}/complexity/{factor.pk}/answer/"
    assert "Nobody opens the door." in words(bilal.get(answer))
    told = bilal.post(answer, {"answer": "yes", "words": ""}, follow=True)
    assert "Counts until" in words(told) and "Confirmed by Bilal Aziz" in words(told)
    assert load_of(cast, on) == before + 1000
    assert load_of(cast, on - timedelta(days=1)) == before, "a day before is weighed as it was"
    assert load_of(cast, on + timedelta(days=89)) == before + 1000 and load_of(cast, on + timedelta(days=90)) == before
    assert Message.objects.get(recipient=cast.amara).kind == "complexity-answered"


def test_a_no_says_why_and_weighs_nothing(cast: SimpleNamespace, browser_for: Any) -> None:
    factor = ComplexityFactorFactory(case=cast.case, child=cast.children[0], proposed_by=cast.amara)
    answer, bilal = f"/cases/{cast.case.pk}/complexity/{factor.pk}/answer/", browser_for(cast.bilal)
    assert "Say why not" in words(bilal.post(answer, {"answer": "no", "words": " "}))
    said = bilal.post(answer, {"answer": "no", "words": "The school reaches her now."}, follow=True)
    assert "Not confirmed by Bilal Aziz" in words(said) and "The school reaches her now." in words(said)
    assert load_of(cast, timezone.localdate()) == load_of(cast, date(2026, 9, 30))
    assert "It was answered." in words(bilal.get(answer)), "and is not answered twice"
    bilal.post(answer, {"answer": "yes", "words": ""})
    factor.refresh_from_db()
    assert factor.answer == "no"


def test_nobody_confirms_what_they_proposed(cast: SimpleNamespace, browser_for: Any) -> None:
    factor = ComplexityFactorFactory(case=cast.case, child=cast.children[0], proposed_by=cast.bilal)
    answer = f"/cases/{cast.case.pk}/complexity/{factor.pk}/answer/"
    assert "nobody answers what they proposed themselves" in words(browser_for(cast.bilal).get(answer))
    said = browser_for(cast.bilal).post(answer, {"answer": "yes", "words": ""})
    factor.refresh_from_db()
    assert said.status_code == 200 and factor.answer == ""
    assert browser_for(cast.amara).get(answer).status_code == 403
    with pytest.raises(IntegrityError, match="nobody_confirms_a_complexity_of_their_own"), transaction.atomic():
        ComplexityFactor.objects.update(answer="yes", answered_on=date(2026, 11, 1), answered_by=cast.bilal)


def test_the_same_is_not_proposed_twice_at_once(cast: SimpleNamespace, browser_for: Any) -> None:
    ComplexityFactorFactory(case=cast.case, child=cast.children[0], proposed_by=cast.amara)
    said = browser_for(cast.amara).post(f"{page(cast)}new/", {"kind": "network", "why": "Still so."})
    assert "This waits for a manager already." in words(said) and "Still so." in said.content.decode()


def test_three_count_at_most_and_the_page_says_so(cast: SimpleNamespace, browser_for: Any) -> None:
    on = timezone.localdate()
    before = load_of(cast, on)
    for kind in ("network", "interpreter", "disability", "agencies"):
        confirmed(cast, on, kind=kind)
    assert load_of(cast, on) == before + 3000
    assert "3 count at most" in words(browser_for(cast.amara).get(page(cast)))


def test_what_is_no_longer_so_weighs_nothing_from_today(cast: SimpleNamespace, browser_for: Any) -> None:
    on = timezone.localdate()
    factor = confirmed(cast, on - timedelta(days=9))
    with_it = load_of(cast, on)
    end = f"/cases/{cast.case.pk}/complexity/{factor.pk}/withdrawal/"
    assert "From today on it adds nothing" in words(browser_for(cast.amara).get(end))
    assert "No longer so" in words(browser_for(cast.amara).post(end, follow=True))
    assert load_of(cast, on) == with_it - 1000 and load_of(cast, on - timedelta(days=1)) == with_it


def told(person: Any, on: date) -> list[tuple[str, date | None]]:
    return [(line.text, line.due_on) for line in reminders.on_screen(person, on) if line.kind == reminders.HARDER]


def test_a_manager_is_told_of_what_waits_and_nobody_else(cast: SimpleNamespace) -> None:
    ComplexityFactorFactory(case=cast.case, child=cast.children[0], proposed_by=cast.amara)
    on = date(2026, 11, 3)
    assert told(cast.bilal, on) == [("Say whether work is harder", None)]
    assert told(cast.amara, on) == told(cast.dan, on) == []


def test_both_are_told_a_fortnight_before_it_ends_and_no_more_once_it_is_proposed_again(cast: SimpleNamespace) -> None:
    on = date(2026, 11, 3)
    confirmed(cast, on)
    last = on + timedelta(days=89)
    for person in (cast.amara, cast.bilal):
        assert told(person, last - timedelta(days=14)) == []
        assert told(person, last - timedelta(days=13)) == [("See whether work is still harder", last)]
        assert told(person, last + timedelta(days=1)) == []
    ComplexityFactorFactory(case=cast.case, child=cast.children[0], proposed_by=cast.amara, proposed_on=last)
    assert told(cast.amara, last) == []
    assert told(cast.bilal, last) == [("Say whether work is harder", None)]


def test_the_days_are_this_councils_own(cast: SimpleNamespace) -> None:
    on = date(2026, 11, 3)
    confirmed(cast, on)
    LocalWeightFactory(set_by=cast.eve, code="complexity.lasts", amount=30)
    assert told(cast.amara, on + timedelta(days=29)) == [("See whether work is still harder", on + timedelta(days=29))]


def test_letters_of_the_night_say_it_too(cast: SimpleNamespace) -> None:
    """Celery reads days and codes, and no sentence of anybody's."""
    ComplexityFactorFactory(case=cast.case, child=cast.children[0], proposed_by=cast.amara)
    with as_role("camden_worker"), acting_as(cast.bilal):
        lines = reminders.due_for(cast.bilal, date(2026, 11, 3))
    assert [line.text for line in lines if line.kind == reminders.HARDER] == ["Say whether work is harder"]
