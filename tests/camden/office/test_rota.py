"""The duty rota's pages: read by everybody, planned by managers."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from camden.models import Duty, Team
from camden.office import rota_reading
from camden.operations.rota import plan_duty
from tests.factories.camden import MembershipFactory, TeamFactory, UserFactory

HOUR = timedelta(hours=1)


def turn(cast: SimpleNamespace, **more: Any) -> Duty:
    now = timezone.now()
    whole = {"worker": cast.dan, "team": cast.service, "kind": "day", "starts_at": now - HOUR, "ends_at": now + HOUR}
    return plan_duty(by=cast.cora, **{**whole, **more})


def test_an_empty_rota_says_who_fills_it(cast: SimpleNamespace, browser_for: Any) -> None:
    assert "Team managers and service managers plan it." in browser_for(cast.amara).get("/rota/").content.decode()
    assert "/rota/new/" in browser_for(cast.bilal).get("/rota/").content.decode()


def test_everybody_reads_who_is_on_duty_now_and_who_comes(cast: SimpleNamespace, browser_for: Any) -> None:
    turn(cast)
    tomorrow = timezone.now() + timedelta(days=1)
    turn(cast, worker=cast.amara, team=cast.team, starts_at=tomorrow, ends_at=tomorrow + HOUR)
    for reader in (cast.amara, cast.eve):
        rota = browser_for(reader).get("/rota/").context["rota"]
        assert [(line.name, line.team) for line in rota.now] == [("Dan Price", "Children’s Service")]
        assert [[line.name for line in day.turns] for day in rota.days][:3] == [[], ["Amara Obi"], []]
        assert len(rota.days) == 14 and rota.days[1].words.startswith("Tomorrow, ")
        assert rota.days[1].turns[0].is_mine == (reader == cast.amara)


def test_what_is_over_withdrawn_or_another_services_is_not_shown(cast: SimpleNamespace, browser_for: Any) -> None:
    now = timezone.now()
    turn(cast, starts_at=now - 9 * HOUR, ends_at=now - HOUR)
    Duty.objects.filter(pk=turn(cast, worker=cast.amara).pk).update(withdrawn_at=now)
    other = TeamFactory(code="FOSTERING", kind=Team.Kind.SERVICE)
    stranger = MembershipFactory(user=UserFactory(name="Somebody Else"), team=other).user
    turn(cast, worker=stranger, team=other)
    assert browser_for(cast.amara).get("/rota/").context["rota"].is_empty
    assert not browser_for(stranger).get("/rota/").context["rota"].is_empty


def planned(cast: SimpleNamespace, **more: Any) -> dict[str, Any]:
    tomorrow = timezone.localdate() + timedelta(days=1)
    return {
        "worker": cast.dan.pk,
        "team": cast.service.pk,
        "kind": "day",
        "day_quick": tomorrow.isoformat(),
        **more,
    }


def test_a_manager_plans_a_day_and_a_night_without_typing_hours(cast: SimpleNamespace, browser_for: Any) -> None:
    bilal = browser_for(cast.bilal)
    page = bilal.post("/rota/new/", planned(cast), follow=True).content.decode()
    assert "Dan Price is on duty for Children’s Service:" in page and "9am to 5pm" in page
    page = bilal.post("/rota/new/", planned(cast, kind="out-of-hours"), follow=True).content.decode()
    assert "5pm to 9am on" in page
    day, night = Duty.objects.order_by("starts_at")
    assert (day.ends_at - day.starts_at, night.ends_at - night.starts_at) == (8 * HOUR, 16 * HOUR)
    assert day.planned_by == cast.bilal


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"until": "8.30"}, "A turn by day ends on the same day."),
        ({"starts": "nine"}, "Enter a time, for example 9.30 or 14:05."),
        ({"worker": "eve"}, "Choose one of the answers on the list."),
        ({"team": "elsewhere"}, "Choose one of the answers on the list."),
        ({"worker": "bilal"}, "You cannot put yourself on duty for more than your own teams."),
        ({"worker": ""}, "Choose who is on duty."),
        ({"day": "1 1 2026", "day_quick": "other"}, "This turn is over already."),
    ],
)
def test_a_turn_that_cannot_be_says_why(
    cast: SimpleNamespace, browser_for: Any, said: dict[str, str], told: str
) -> None:
    said = {name: getattr(getattr(cast, value, value), "pk", value) for name, value in said.items()}
    assert told in browser_for(cast.bilal).post("/rota/new/", planned(cast, **said)).content.decode()
    assert not Duty.objects.exists()


@pytest.mark.parametrize("typed", ["9", "09:00", "9.00", "0900", "9am", "9.00am"])
def test_hours_are_read_as_people_write_them(cast: SimpleNamespace, browser_for: Any, typed: str) -> None:
    browser_for(cast.bilal).post("/rota/new/", planned(cast, starts=typed, until="17"))
    assert timezone.localtime(Duty.objects.get().starts_at).hour == 9


def test_overlapping_turns_are_refused_in_words(cast: SimpleNamespace, browser_for: Any) -> None:
    bilal = browser_for(cast.bilal)
    bilal.post("/rota/new/", planned(cast))
    page = bilal.post("/rota/new/", planned(cast, starts="12", until="20")).content.decode()
    assert "This person is on duty at that time already." in page


def test_in_a_large_service_people_are_offered_team_by_team(
    cast: SimpleNamespace, browser_for: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rota_reading, "MOST", 3)
    bilal = browser_for(cast.bilal)
    offered = [worker for worker, _ in bilal.get("/rota/new/").context["form"].fields["worker"].choices]
    assert offered == ["", str(cast.amara.pk), str(cast.bilal.pk)], "of his own team first"
    assert "Choose a smaller team" in browser_for(cast.cora).get("/rota/new/").content.decode()
    url = f"/rota/new/?among={cast.elsewhere.pk}"
    assert "Dan Price" in bilal.get(url).content.decode()
    assert bilal.post(url, planned(cast)).status_code == 302
    assert Duty.objects.get().worker == cast.dan


def test_a_small_service_offers_everybody_at_once(cast: SimpleNamespace, browser_for: Any) -> None:
    page = browser_for(cast.bilal).get("/rota/new/").content.decode()
    assert "Dan Price" in page and "Choose from the people of" not in page


def test_only_managers_plan(cast: SimpleNamespace, browser_for: Any) -> None:
    for somebody in (cast.amara, cast.eve):
        assert browser_for(somebody).get("/rota/new/").status_code == 403


def test_a_turn_is_taken_off_after_one_question_and_no_reason(cast: SimpleNamespace, browser_for: Any) -> None:
    url, bilal = f"/rota/{turn(cast).pk}/withdrawal/", browser_for(cast.bilal)
    assert "Take this turn off the rota?" in bilal.get(url).content.decode()
    assert Duty.objects.now().exists(), "asking is not taking off"
    assert "Dan Price is off the rota" in bilal.post(url, follow=True).content.decode()
    assert not Duty.objects.now().exists()
    assert bilal.get(url).status_code == 404


def test_another_branchs_turn_is_not_theirs_to_take_off(cast: SimpleNamespace, browser_for: Any) -> None:
    url = f"/rota/{turn(cast, team=cast.elsewhere).pk}/withdrawal/"
    assert browser_for(cast.bilal).get(url).status_code == 404
    assert "/withdrawal/" not in browser_for(cast.bilal).get("/rota/").content.decode()
    assert browser_for(cast.cora).get(url).status_code == 200
    assert browser_for(cast.amara).get(url).status_code == 403


def test_a_full_rota_costs_as_many_queries_as_an_empty_one(
    cast: SimpleNamespace, browser_for: Any, at_most: Any
) -> None:
    start = timezone.now() - HOUR
    for day in range(14):
        begins = start + timedelta(days=day)
        for worker in (cast.dan, cast.amara, cast.bilal):
            turn(cast, worker=worker, starts_at=begins, ends_at=begins + 8 * HOUR)
    bilal = browser_for(cast.bilal)
    with at_most(10):
        bilal.get("/rota/")
    with at_most(11):
        bilal.get("/rota/new/")
