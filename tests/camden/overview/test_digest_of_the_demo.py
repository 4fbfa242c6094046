"""The morning's letters of the invented services are short: nobody is nagged, and no line of law is missing."""

import statistics
from collections.abc import Callable
from datetime import date
from typing import Any

import pgtrigger
import pytest

from camden.access import Permission, may
from camden.management import demo, generated
from camden.models import User
from camden.operations.people import jobs, welcome_jobs
from camden.overview import digest
from camden.overview.reminders import due_for
from camden.principal import acting_as
from camden.reminders import Standing
from camden.rules.workdays import england
from cases.operations.clocks import keep_all_clocks

ON = date(2026, 11, 3)  # a Tuesday
DAYS = 5  # working days that are looked at
MEDIAN, MOST, MOST_OF_A_MANAGER = 6, 12, 15


def letters(on: date) -> tuple[list[int], list[int]]:
    """How many lines each letter of those days has: of workers, and of managers. Checks that no law is missing."""
    of_workers, of_managers = [], []
    days = [on, *(england().add(on, n) for n in range(1, DAYS))]
    for person in User.objects.filter(is_active=True, is_system=False):
        with acting_as(person):
            for day in days:
                said = digest.words(person, day)
                if said is None:
                    continue
                lines = [*said["lines"], *said["passed_up"]]
                (of_managers if may(person, Permission.CASE_ALLOCATE) else of_workers).append(len(lines))
                now = [each for each in due_for(person, day) if each.standing(day) is not Standing.AHEAD]
                law = [each for each in now if each.is_law]
                missing = [each.url for each in law if not any(line.endswith(each.url) for line in lines)]
                assert missing == [], f"{person}, {day}"
    return of_workers, of_managers


def percentile(counts: list[int], hundredths: int) -> int:
    return sorted(counts)[min(len(counts) * hundredths // 100, len(counts) - 1)]


@pytest.mark.long
@pytest.mark.django_db
@pytest.mark.parametrize(
    "build",
    [demo.build, lambda on: generated.build(on=on, children=240, seed=7)],
    ids=["the demo", "a generated service"],
)
def test_a_letter_is_short(build: Callable[[date], Any], capsys: Any) -> None:
    with pgtrigger.ignore():
        build(ON)
    welcome_jobs()
    keep_all_clocks(by=jobs())
    of_workers, of_managers = letters(ON)
    with capsys.disabled():
        print(f"\nworkers {sorted(of_workers)}\nmanagers {sorted(of_managers)}")
    assert len(of_workers) >= 10
    assert statistics.median(of_workers) <= MEDIAN
    assert percentile(of_workers, 95) <= MOST
    assert percentile(of_managers or [0], 95) <= MOST_OF_A_MANAGER
