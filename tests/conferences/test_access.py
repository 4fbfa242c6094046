"""Who sees a conference: the record's people, and its coordinator without the record. By each wall alone."""

from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction

from cases.models import Case, Involvement
from conferences.models import AgencyAnswer, Brief, FamilyConference, Invitee, Mandate
from tests.conftest import as_role
from tests.factories.conferences import fill

pytestmark = pytest.mark.django_db
SEE = ["amara", "bilal", "cora", "samira"]
PEOPLE = [*SEE, "dan", "eve", "aroha", "ended", "excluded"]


def bound(user: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select set_config('app.user_id', %s, true)", [str(user.pk)])  # type: ignore[attr-defined]


def test_django_shows_a_conference_to_the_records_people_and_its_coordinator(conferred: SimpleNamespace) -> None:
    seen = [name for name in PEOPLE if FamilyConference.objects.visible_to(getattr(conferred, name)).exists()]
    assert seen == SEE


def test_row_level_security_says_the_same(conferred: SimpleNamespace) -> None:
    seen = []
    for name in PEOPLE:
        with as_role("camden_app"):
            bound(getattr(conferred, name))
            if FamilyConference.objects.exists() and Brief.objects.exists():
                seen.append(name)
    assert seen == SEE


def test_both_walls_together_let_the_coordinator_in_and_keep_her_from_the_record(conferred: SimpleNamespace) -> None:
    with as_role("camden_app"):
        bound(conferred.samira)
        assert FamilyConference.objects.visible_to(conferred.samira).coordinated_by(conferred.samira).exists()
        assert not Case.objects.exists()
        assert not Involvement.objects.exists()


def test_somebody_who_left_sees_nothing(conferred: SimpleNamespace) -> None:
    conferred.samira.is_active = False
    conferred.samira.save()
    assert not FamilyConference.objects.visible_to(conferred.samira).exists()
    with as_role("camden_app"):
        bound(conferred.samira)
        assert not FamilyConference.objects.exists()


def test_a_restricted_record_keeps_its_coordinator_and_loses_the_team(conferred: SimpleNamespace) -> None:
    Case.objects.update(is_restricted=True)
    seen = [name for name in PEOPLE if FamilyConference.objects.visible_to(getattr(conferred, name)).exists()]
    assert seen == ["amara", "samira"]


def test_the_web_cannot_ask_whom_somebody_else_coordinates_for(conferred: SimpleNamespace) -> None:
    with as_role("camden_app"):
        bound(conferred.amara)
        with connection.cursor() as cursor:
            cursor.execute("select app_convened(%s)", [conferred.samira.pk])
            assert cursor.fetchone()[0] == []


def test_the_database_lets_no_coordinator_answer_a_plan_or_say_what_may_be_agreed(conferred: SimpleNamespace) -> None:
    fill(conferred.conference, conferred.amara)
    own = {"case_id": conferred.case.pk, "conference_id": conferred.conference.pk}
    answer = {"answer": "agreed", "answered_by_id": conferred.samira.pk, "decided_by_id": conferred.samira.pk}
    rows = [
        AgencyAnswer(**own, **answer, answered_on="2026-11-03"),
        Mandate(**own, words="Anything", given_by_id=conferred.samira.pk, given_on="2026-11-03"),
    ]
    for row in rows:
        with as_role("camden_app"):
            bound(conferred.samira)
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                row.save()
    with as_role("camden_app"):
        bound(conferred.samira)
        Invitee.objects.create(**own, name="Farida", side="father", kind="family")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Brief.objects.update(safety_facts="")


def test_a_job_of_the_system_asks_for_anybody_and_reads_no_brief(conferred: SimpleNamespace) -> None:
    with as_role("camden_worker"):
        assert FamilyConference.objects.model  # the table is granted; rows need a principal
        with connection.cursor() as cursor:
            cursor.execute("select app_convened(%s)", [conferred.samira.pk])
            assert cursor.fetchone()[0] == [conferred.case.pk]
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            list(Brief.objects.all())
