"""When people are away: two days and no reason, written by whoever answers for their work, read by themselves."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.test import Client

from camden.models import Absence
from tests.conftest import AppClient
from tests.factories.camden import MembershipFactory
from tests.factories.training_floor import AbsenceFactory


@pytest.fixture(autouse=True)
def tuesday(today: date) -> Iterator[None]:
    """Ten in the morning, and no second later."""
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


TWO_WEEKS = {"from_on": "9 11 2026", "from_on_quick": "other", "back_on": "23 11 2026"}


def note(client: Client, person: Any, **said: str) -> Any:
    return client.post("/absences/new/", TWO_WEEKS | {"person": str(person.pk)} | said)


def test_a_manager_notes_two_days_and_the_person_reads_them(cast: SimpleNamespace, browser_for: Any) -> None:
    bilal, amara = browser_for(cast.bilal), browser_for(cast.amara)
    assert "You are not noted as away" in amara.get("/absences/").content.decode()
    form = bilal.get("/absences/new/").content.decode()
    assert form.count("<textarea") == 0, "nobody is asked why"
    assert note(bilal, cast.amara).status_code == 302
    absence = Absence.objects.get()
    assert (absence.person, absence.from_on, absence.back_on) == (cast.amara, date(2026, 11, 9), date(2026, 11, 23))
    assert "From 9 November 2026, back on 23 November 2026" in amara.get("/absences/").content.decode()
    page = bilal.get("/absences/").content.decode()
    assert page.index("Coming up") < page.rindex("Amara Obi")


def test_nobody_need_know_when_they_are_back(cast: SimpleNamespace, browser_for: Any) -> None:
    bilal = browser_for(cast.bilal)
    note(bilal, cast.amara, back_on="")
    assert "the day they are back is not known yet" in bilal.get("/absences/").content.decode()


def test_days_are_changed_and_taken_back(cast: SimpleNamespace, browser_for: Any) -> None:
    bilal, absence = browser_for(cast.bilal), AbsenceFactory(person=cast.amara)
    url = f"/absences/{absence.pk}/"
    said = {"from_on": "26 10 2026", "back_on": "16 11 2026", "_version": "1"}
    assert bilal.post(f"{url}edit/", said).status_code == 302
    page = bilal.post(f"{url}edit/", said | {"back_on": "30 11 2026"}).content.decode()
    assert "changed this while you were writing" in page
    absence.refresh_from_db()
    assert absence.back_on == date(2026, 11, 16)
    assert bilal.get(f"{url}withdrawal/").status_code == 200
    absence.refresh_from_db()
    assert absence.withdrawn_at is None, "looking takes nothing back"
    assert bilal.post(f"{url}withdrawal/").status_code == 302
    assert bilal.post(f"{url}withdrawal/").status_code == 404
    bilal.get("/absences/")
    assert "Amara" not in bilal.get("/absences/").content.decode().partition("<main")[2]


@pytest.mark.parametrize(
    ("from_on", "back_on", "refused"),
    [
        ("1 11 2026", "12 11 2026", True),
        ("1 11 2026", "", True),
        ("10 11 2026", "11 11 2026", True),
        ("1 11 2026", "9 11 2026", False),
        ("23 11 2026", "30 11 2026", False),
    ],
)
def test_nobody_is_away_twice_at_once(
    cast: SimpleNamespace, browser_for: Any, from_on: str, back_on: str, refused: bool
) -> None:
    bilal = browser_for(cast.bilal)
    note(bilal, cast.amara)
    answer = note(bilal, cast.amara, from_on=from_on, back_on=back_on)
    assert (answer.status_code == 200) is refused
    if refused:
        assert "Amara Obi is noted as away from 9 November 2026 until 23 November 2026." in answer.content.decode()
        assert f'value="{from_on}"' in answer.content.decode(), "what was typed is there"
    assert Absence.objects.count() == (1 if refused else 2)


def test_back_is_after_away(cast: SimpleNamespace, browser_for: Any) -> None:
    page = note(browser_for(cast.bilal), cast.amara, back_on="9 11 2026").content.decode()
    assert "Enter a day after the first day away." in page


@pytest.mark.parametrize("browser", [AppClient, Client], ids=["both walls", "the first alone"])
def test_days_are_written_by_whoever_answers_for_their_work_and_nobody_else(
    cast: SimpleNamespace, browser: type[Client]
) -> None:
    absence = AbsenceFactory(person=cast.amara)
    other = MembershipFactory(team=cast.elsewhere, role="team-manager").user
    for who, status in ((cast.amara, 403), (cast.dan, 403), (cast.eve, 403), (other, 404)):
        client = browser()
        client.force_login(who)
        for path in ("edit", "withdrawal"):
            assert client.get(f"/absences/{absence.pk}/{path}/").status_code == status
            assert client.post(f"/absences/{absence.pk}/{path}/", TWO_WEEKS).status_code == status
        if who != cast.amara:
            assert "Amara" not in client.get("/absences/").content.decode()
    client = browser()
    client.force_login(other)
    assert note(client, cast.amara).status_code == 200, "she is not among the people to choose from"
    client.force_login(cast.bilal)
    assert note(client, cast.bilal).status_code == 200, "nor is one oneself"
    assert Absence.objects.get().withdrawn_at is None
