"""The two invented services: the demo's, family by family, and a generated one of any size."""

import hashlib
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pgtrigger
import pytest
import time_machine
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Count, DateField, DateTimeField, F, ForeignKey, Min
from django.utils.timezone import make_aware

from camden.access import Role
from camden.management import generated
from camden.management.sign_ins import FILE, SignIn
from camden.management.staff import PASSWORD
from camden.models import Duty, Employment, Membership, Team, User
from cases.models import (
    Assessment,
    Case,
    ChronologyEntry,
    Clock,
    Closure,
    ClosureChild,
    Contact,
    Episode,
    Involvement,
    Member,
    PlanSpell,
    ThresholdMove,
    Visit,
    VisitAccount,
)

pytestmark = pytest.mark.django_db


def seed(*words: Any, **options: Any) -> str:
    """Run the command and return what it said."""
    out = StringIO()
    call_command("seed", *words, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def generate() -> Callable[..., list[SignIn]]:
    """Make a generated service, as the command does."""

    def build(on: date, *, children: int = 40, seed: int = 7) -> list[SignIn]:
        with pgtrigger.ignore():
            return generated.build(on=on, children=children, seed=seed)

    return build


# The command.


def test_a_service_with_people_is_left_alone(cast: Any) -> None:
    before = User.objects.count()
    for words in (["--children", "40"], ["--demo"]):
        with pytest.raises(CommandError, match="has people already"):
            seed(*words)
    assert User.objects.count() == before


def test_the_demo_starts_on_a_service_that_was_seeded_before() -> None:
    seed("--children", "3")
    people = User.objects.count()
    assert seed("--demo") == ""
    assert User.objects.count() == people


def test_the_command_says_how_to_sign_in_and_keeps_it_for_the_next_start(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path  # other tests seed at the same time
    said = seed("--children", "30", "--seed", "3")
    kept = (settings.DATA / FILE).read_text(encoding="utf-8")
    assert said.endswith(kept)
    first, *lines = kept.splitlines()
    assert first == f"Everybody's password is {PASSWORD}"
    roles = [line.split(maxsplit=1)[1] for line in lines]
    assert roles.count("Social worker") == 1
    assert {role.says.label for role in Role if role.has_account} <= set(roles)
    email = lines[0].split()[0]
    assert User.objects.get(email=email).check_password(PASSWORD)


@pytest.mark.parametrize("number", ["0", "-3", "many"])
def test_a_number_of_children_is_a_number(number: str) -> None:
    with pytest.raises(CommandError, match="a whole number"):
        seed(f"--children={number}")


def test_no_history_is_written_of_a_set_up() -> None:
    seed("--children", "20")
    events = [model for model in apps.get_app_config("cases").get_models() if hasattr(model, "pgh_tracked_model")]
    assert {model.__name__ for model in events if model._base_manager.exists()} == set()  # type: ignore[attr-defined]
    with connection.cursor() as cursor:
        cursor.execute("select tgrelid::regclass::text from pg_trigger where tgenabled = 'D'")
        assert cursor.fetchall() == []  # and it is on again


# A generated service.


@pytest.mark.parametrize("children", [1, 2, 40])
def test_there_are_exactly_as_many_children_as_asked_for(generate: Any, today: date, children: int) -> None:
    generate(today, children=children)
    assert Member.objects.children().count() == children
    sizes = Member.objects.children().order_by().values("case").annotate(n=Count("pk")).values_list("n", flat=True)
    assert set(sizes) <= {1, 2, 3, 4, 5}
    connection.check_constraints()


def test_the_same_seed_gives_the_same_service_and_another_gives_another(generate: Any, today: date) -> None:
    one, again, other = (_made(generate, today, seed=number) for number in (7, 7, 8))
    assert one == again
    assert one["cases.Visit"] != other["cases.Visit"]


def test_the_days_of_a_service_move_with_the_day_it_is_made(generate: Any, today: date) -> None:
    week = timedelta(days=7)
    one, other = _made(generate, today), _made(generate, today + week, less=week)
    # What is due follows the calendar: months are not of one length, and holidays fall on other days.
    assert one.pop("cases.Clock") != other.pop("cases.Clock")
    assert one == other


def test_a_worker_and_a_manager_find_everything_in_its_place(generate: Any, today: date, browser_for: Any) -> None:
    with time_machine.travel(today, tick=False):
        lines = generate(today, children=60)
        for role in ("Social worker", "Service manager"):
            user = User.objects.get(email=next(line.email for line in lines if line.role == role))
            browser = browser_for(user)
            for show in ("mine", "team", "waiting"):
                assert browser.get(f"/cases/?show={show}").status_code == 200
            for case in Case.objects.visible_to(user).prefetch_related("involvements")[:12]:
                assert browser.get(f"/cases/{case.pk}/").status_code == 200
                child = Member.objects.children().filter(case=case).first()
                assert child is not None
                page = browser.get(f"/cases/{case.pk}/children/{child.pk}/").content.decode()
                assert child.given_name in page
                visit = Visit.objects.filter(case=case).first()
                assert visit is None or browser.get(f"/cases/{case.pk}/visits/{visit.pk}/").status_code == 200


def test_everybody_and_everything_written_can_be_searched_for(generate: Any, today: date) -> None:
    generate(today, children=40)
    with connection.cursor() as cursor:
        for table, source in (("notesearch", "notesource"), ("membersearch", "membersource")):
            cursor.execute(f"select (select count(*) from cases_{table}), (select count(*) from cases_{source})")  # noqa: S608
            there, right = cursor.fetchone()
            assert there == right > 40


def test_what_an_open_family_says_of_its_teams_is_what_the_database_would_have_said(generate: Any, today: date) -> None:
    generate(today, children=120)
    said = dict(Case.objects.values_list("pk", "team_ids"))
    with connection.cursor() as cursor:
        cursor.execute("select app_teams_of_case(id) from cases_case")
    assert dict(Case.objects.values_list("pk", "team_ids")) == said


def test_children_have_plans_and_their_clocks_run_and_few_records_are_late(generate: Any, today: date) -> None:
    generate(today, children=400)
    connection.check_constraints()
    plans = Counter(PlanSpell.objects.filter(ended_on=None).values_list("basis", flat=True))
    assert plans["need"] > plans["protection"] > 0
    known = Episode.objects.in_need().filter(referred_on__lt=today - timedelta(days=90))
    assert not known.exclude(child__in=Clock.objects.running().values("child")).exists()
    late = Clock.objects.overdue(today).values("case").distinct().count()
    assert 0 < late <= 0.1 * Case.objects.filter(closed_on=None).count()
    assert not Assessment.objects.filter(authorised_by=F("worker")).exists()
    assert ChronologyEntry.objects.filter(kind="contact").count() == Contact.objects.count()


def test_what_ended_was_closed_and_steps_were_taken_by_somebody_else_and_neither_is_news(
    generate: Any, today: date
) -> None:
    generate(today, children=300)
    ended = Episode.objects.exclude(closed_on=None)
    assert ClosureChild.objects.count() == ended.count() > 0
    for part in ClosureChild.objects.select_related("episode", "closure"):
        assert (part.episode.closed_on, part.episode.closure_reason) == (part.closure.closed_on, part.closure.reason)
    assert Closure.objects.filter(is_agreed=True).count() == Closure.objects.count()
    down = set(ThresholdMove.objects.values_list("from_basis", "to_basis"))
    assert down == {("protection", "need"), ("need", "")}
    for entry in ChronologyEntry.objects.filter(happened_on__lt=today):
        assert entry.created_at.date() == entry.happened_on


def test_nobody_who_left_leads_and_nobody_visits_before_they_came(generate: Any, today: date) -> None:
    generate(today, children=400)
    assert not Involvement.objects.filter(leads_now=True, worker__is_active=False).exists()
    left = User.objects.filter(is_active=False)
    assert left.exists()
    assert Involvement.objects.filter(worker__in=left).exists()  # their work is remembered
    assert not Membership.objects.filter(user__in=left, ended_on=None).exists()
    for employment in Employment.objects.exclude(ended_on=None):
        assert not Visit.objects.filter(worker=employment.user, visited_on__gt=employment.ended_on).exists()
        assert not Visit.objects.filter(worker=employment.user, visited_on__lt=employment.started_on).exists()


def test_somebody_is_on_duty_at_every_hour_of_this_week(generate: Any, today: date) -> None:
    lines = generate(today)
    assert {"On duty this week, on weekdays", "On duty this week, out of hours"} <= {line.role for line in lines}
    monday = make_aware(datetime.combine(today - timedelta(days=today.weekday()), datetime.min.time()))
    for hour in range(24 * 7):
        now = monday + timedelta(hours=hour, minutes=30)
        assert Duty.objects.filter(starts_at__lte=now, ends_at__gt=now).count() == 1, now


@pytest.mark.long
def test_a_service_of_2500_children_looks_like_one(today: date, generate: Any, capsys: Any) -> None:
    began = time.perf_counter()
    generate(today, children=2500)
    with capsys.disabled():
        print(f"\n2,500 children in {time.perf_counter() - began:.1f} s")
    assert Member.objects.children().count() == 2500
    connection.check_constraints()
    held = Counter(Involvement.objects.filter(leads_now=True).values_list("worker", flat=True))
    workers = Membership.objects.filter(role=Role.SOCIAL_WORKER, ended_on=None, team__kind=Team.Kind.POD)
    loads = [held[worker] for worker in workers.values_list("user", flat=True)]
    assert 11 <= sum(loads) / len(loads) <= 18  # REFERENCE 9.1 has 16 for each full-time equivalent
    assert 0.35 <= Case.objects.filter(closed_on=None).count() / Case.objects.count() <= 0.5
    assert VisitAccount.objects.count() == Visit.objects.count()


# Digests.


def _made(generate: Any, on: date, less: timedelta = timedelta(), seed: int = 7) -> dict[str, str]:
    """Make a service, take its digests, and take it back."""
    with transaction.atomic():
        generate(on, children=40, seed=seed)
        first = _firsts()
        found = {model._meta.label: _digest(model, less, first) for model in _models()}
        transaction.set_rollback(True)
    return found


def _models() -> list[Any]:
    """Every table a seed may write to."""
    found = [model for app in ("camden", "cases") for model in apps.get_app_config(app).get_models()]
    return [m for m in found if m._meta.managed and m.__name__ not in ("Wall", "Heartbeat", "Recorded", "Person")]


def _digest(model: Any, less: timedelta, first: dict[Any, Any]) -> str:
    """Every value of every row, in the order they were written; keys counted from the first of their table."""
    fields = [field for field in model._meta.concrete_fields if field.name not in ("created_at", "person", "password")]
    rows = []
    for row in model._base_manager.order_by("pk").values_list(*(field.attname for field in fields)):
        rows.append([_plain(field, value, less, first) for field, value in zip(fields, row, strict=True)])
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def _plain(field: Any, value: Any, less: timedelta, first: dict[Any, Any]) -> Any:
    target = field.related_model if isinstance(field, ForeignKey) else None
    if value is not None and target is not None:
        return value - first[target]
    if field.primary_key:
        return None
    if value is not None and isinstance(field, DateField):
        return value.isoformat() if isinstance(field, DateTimeField) and not less else (value - less).isoformat()
    if field.name in ("stands_against", "subject_id", "team_ids", "path"):
        return value is None  # keys without a foreign key
    return value


def _firsts() -> dict[Any, Any]:
    return {model: model._base_manager.aggregate(first=Min("pk"))["first"] for model in _models()}
