"""A programme that was extended, and the caseload that follows it."""
# ruff: noqa: F811 - a fixture of the neighbouring file is named by its tests

from datetime import date
from types import SimpleNamespace
from typing import Any

from django.db import connection

from camden.models import Employment
from camden.operations.people import employ as employ_again
from camden.principal import acting_as
from cases.measures import caseload_of
from cases.models import Case
from tests.conftest import as_role
from tests.training.test_programmes import refused, year  # noqa: F401
from training.models import Programme


def test_a_caseload_follows_until_when_a_programme_was_extended(year: SimpleNamespace, browser_for: Any) -> None:
    """Nell's year began on 7 September 2026: in December 2027 she carries a full load, unless it was extended."""
    with acting_as(year.imogen), connection.cursor() as cursor:
        cursor.execute("select note_early_career(%s)", [year.programme.pk])

    def carries(on: date) -> int:
        load = caseload_of(cases=Case.objects.all(), user=year.nell, on=on)
        assert load is not None
        return load.score.capacity

    late, later = date(2027, 12, 1), date(2027, 12, 2)
    assert carries(late) == 100_000
    said = {"outcome": "extended", "_version": str(year.programme.version), "until": "1 12 2027"}
    assert browser_for(year.kofi).post(f"{year.url}outcome/", said).status_code == 302
    assert (carries(late), carries(later)) == (90_000, 100_000)
    kept = Employment.objects.get(user=year.nell)
    employment = employ_again(user=year.nell, was=kept, on=date(2027, 11, 1), grade=kept.grade,
                              programme=kept.programme, programme_started_on=kept.programme_started_on)  # fmt: skip
    assert employment.programme_extended_to_on == late, "another contract, and the same programme"
    year.programme.refresh_from_db()
    dates = {"assessor": year.petra.pk, "extended_to_on": "15 11 2027", "_version": str(year.programme.version)}
    assert browser_for(year.imogen).post(f"{year.url}dates/", dates).status_code == 302
    assert (carries(date(2027, 11, 15)), carries(late)) == (90_000, 100_000)
    assert (
        "extended to 15 November 2027"
        in browser_for(year.eve).get(f"/settings/people/{year.nell.pk}/").content.decode()
    )


def test_who_passes_before_an_extension_is_over_has_no_cap_after_that_day(year: SimpleNamespace) -> None:
    Programme.objects.update(extended_to_on=date(2027, 12, 1), fte_permille=1000)
    with acting_as(year.imogen), connection.cursor() as cursor:
        cursor.execute("select note_early_career(%s)", [year.programme.pk])
    assert Employment.objects.get(user=year.nell).programme_extended_to_on == date(2027, 12, 1)
    with as_role("camden_app"), acting_as(year.kofi), connection.cursor() as cursor:
        cursor.execute(
            "select decide_programme(%s, %s, 'passed', null, '2027-10-04')",
            [year.programme.pk, year.programme.version],
        )
    assert Employment.objects.get(user=year.nell).programme_extended_to_on == date(2027, 10, 4)


def test_only_who_looks_after_learning_tells_a_caseload_of_an_extension(year: SimpleNamespace) -> None:
    for who in ("nell", "petra", "bilal", "kofi"):
        with refused(getattr(year, who), "looks after learning"), connection.cursor() as cursor:
            cursor.execute("select note_extension(%s)", [year.programme.pk])
