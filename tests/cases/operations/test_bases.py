"""An assessment changes its legal basis and goes on; the family keeps its worker."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection

from camden.access import Role
from camden.models import Employment, Membership
from camden.principal import acting_as
from cases.models import (
    Assessment,
    AssessmentBasis,
    AssessmentChild,
    ChronologyEntry,
    Clock,
    Episode,
    Involvement,
)
from cases.operations.bases import NotChanged, NotJoined, change_basis, join_family
from cases.operations.clocks import keep_clocks
from cases.readings.registered import may_join, not_registered, who_must_join
from cases.rules.basis import counted_since
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory

ASKED, BEGAN = date(2026, 8, 20), date(2026, 9, 1)


def assessment_of(cast: SimpleNamespace, basis: str = "early-help") -> Assessment:
    made: Assessment = Assessment.objects.create(
        case=cast.case, legal_basis=basis, counts_from_on=ASKED, started_on=BEGAN, worker=cast.amara
    )
    for child in cast.children:
        AssessmentChild.objects.create(case=cast.case, assessment=made, child=child, started_on=BEGAN)
    return made


def change(cast: SimpleNamespace, made: Assessment, to: str, on: date, **said: Any) -> AssessmentBasis:
    with as_role("camden_app"), acting_as(cast.bilal):
        return change_basis(
            assessment=made, legal_basis=to, began_on=on, why="She was found alone.", by=cast.bilal, **said
        )


@pytest.fixture
def rosa(cast: SimpleNamespace) -> Membership:
    """A registered social worker of the pod."""
    found: Membership = MembershipFactory(user__name="Rosa Begum", team=cast.pod, role=Role.SOCIAL_WORKER)
    return found


def practitioner(cast: SimpleNamespace) -> None:
    """Amara leads help for families, and is no social worker."""
    Membership.objects.filter(user=cast.amara).update(role=Role.FAMILY_HELP_PRACTITIONER)


def test_it_goes_on_as_the_same_assessment_from_help_by_agreement_to_protection_and_back(cast: SimpleNamespace) -> None:
    made = assessment_of(cast)
    parts = list(made.parts.values_list("pk", flat=True))
    for to, day in (("need", 10), ("protection", 20), ("need", 21), ("early-help", 25)):
        change(cast, made, to, date(2026, 9, day))
        made.refresh_from_db()
        assert made.legal_basis == to
    assert (made.worker, made.counts_from_on, made.started_on) == (cast.amara, ASKED, BEGAN)
    assert list(made.parts.values_list("pk", flat=True)) == parts
    said = AssessmentBasis.objects.filter(assessment=made).order_by("pk")
    assert list(said.values_list("before", "legal_basis")) == [
        ("early-help", "need"), ("need", "protection"), ("protection", "need"), ("need", "early-help"),
    ]  # fmt: skip
    entry = ChronologyEntry.objects.filter(kind="assessment").order_by("pk").first()
    assert entry is not None and entry.subject_id == made.pk
    assert "goes on as child in need (section 17), not help by agreement" in entry.summary


def test_a_referral_taken_while_it_ran_is_what_it_counts_from_in_words_and_in_sql(cast: SimpleNamespace) -> None:
    Episode.objects.all().update(referred_on=date(2026, 9, 8))
    made = assessment_of(cast)
    with acting_as(cast.bilal):
        keep_clocks(case=cast.case)
    assert set(Clock.objects.filter(rule="AS1").values_list("anchor_on", flat=True)) == {ASKED}
    change(cast, made, "need", date(2026, 9, 10))
    made.refresh_from_db()
    assert made.counts_from_on == ASKED  # an assessment cannot have been called for after it began
    assert set(Clock.objects.running().filter(rule="AS1").values_list("anchor_on", flat=True)) == {date(2026, 9, 8)}
    for role in ("camden_app", "camden_worker"):
        with as_role(role), acting_as(cast.bilal), connection.cursor() as cursor:
            cursor.execute(
                "select distinct happened_on from cases_happening where case_id = %s and kind = %s",
                [cast.case.pk, "assessment-called-for"],
            )
            found = [day for (day,) in cursor.fetchall()]
        changes = list(AssessmentBasis.objects.values_list("before", "began_on"))
        assert found == [counted_since(ASKED, started_on=BEGAN, changes=changes, referred=[date(2026, 9, 8)])]


def test_its_page_counts_from_that_referral_too(cast: SimpleNamespace, browser_for: Any) -> None:
    Episode.objects.all().update(referred_on=date(2026, 9, 8))
    made = assessment_of(cast)
    change(cast, made, "need", date(2026, 9, 10))
    page = browser_for(cast.bilal).get(made.get_absolute_url()).content.decode()
    assert "45 working days from the referral on 8 September 2026" in page


def test_an_earlier_referral_sets_the_day(cast: SimpleNamespace) -> None:
    Episode.objects.all().update(referred_on=date(2026, 8, 27))
    made = assessment_of(cast)
    change(cast, made, "need", date(2026, 9, 10))
    made.refresh_from_db()
    assert made.counts_from_on == date(2026, 8, 27)


def test_without_a_referral_it_stays_help_by_agreement(cast: SimpleNamespace) -> None:
    Episode.objects.all().delete()
    made = assessment_of(cast)
    with pytest.raises(NotChanged, match="Anisa has no open referral"):
        change(cast, made, "need", date(2026, 9, 10))
    assert not AssessmentBasis.objects.exists()


def test_a_registered_social_worker_joins_for_protection_and_the_family_keeps_its_worker(
    cast: SimpleNamespace, rosa: Membership
) -> None:
    practitioner(cast)
    made = assessment_of(cast, "need")
    with pytest.raises(NotJoined, match="Amara Obi stays. Choose the registered social worker who joins."):
        change(cast, made, "protection", date(2026, 9, 10))
    changed = change(cast, made, "protection", date(2026, 9, 10), joins=rosa)
    assert changed.joined == rosa.user
    beside = Involvement.objects.filter(role="lead-child-protection", ended_on=None)
    assert set(beside.values_list("child", "worker")) == {(child.pk, rosa.user.pk) for child in cast.children}
    leads = Involvement.objects.filter(leads_now=True)
    assert {each.worker for each in leads} == {cast.amara} and leads.count() == 3
    assert not who_must_join([child.pk for child in cast.children])
    change(cast, made, "need", date(2026, 9, 12))
    change(cast, made, "protection", date(2026, 9, 13))  # she is there already: nobody is asked again


def test_a_registered_lead_needs_nobody(cast: SimpleNamespace) -> None:
    made = assessment_of(cast, "need")
    change(cast, made, "protection", date(2026, 9, 10))
    assert not Involvement.objects.filter(role="lead-child-protection").exists()


def test_only_a_manager_decides_and_only_while_it_is_open(cast: SimpleNamespace) -> None:
    made = assessment_of(cast)
    with acting_as(cast.amara), pytest.raises(NotChanged, match="A manager decides"):
        change_basis(assessment=made, legal_basis="need", began_on=BEGAN, why="x", by=cast.amara)
    Assessment.objects.update(stopped_on=BEGAN, stop_reason="They moved.")
    with pytest.raises(NotChanged, match="over"):
        change(cast, made, "need", BEGAN)


def test_who_is_registered_follows_from_employment_before_the_role(cast: SimpleNamespace, rosa: Membership) -> None:
    hired = {"started_on": "2026-01-05", "grade": "social-worker"}
    Employment.objects.create(user=rosa.user, registered_with="", **hired)
    practitioner(cast)
    Employment.objects.create(user=cast.amara, registered_with="swe", **hired)
    with as_role("camden_app"), acting_as(cast.dan):  # whose business nobody's employment is
        assert not_registered([cast.amara.pk, rosa.user.pk, cast.bilal.pk]) == {rosa.user.pk}
        assert not Employment.objects.filter(user=rosa.user).exists()
        assert rosa not in may_join(cast.bilal)


def test_somebody_joins_the_worker_of_a_plan(cast: SimpleNamespace, rosa: Membership) -> None:
    practitioner(cast)
    said: Any = {"case": cast.case, "children": cast.children, "joins": rosa, "on": BEGAN}
    with acting_as(cast.amara), pytest.raises(NotJoined, match="manager"):
        join_family(**said, by=cast.amara)
    with as_role("camden_app"), acting_as(cast.bilal):
        join_family(**said, by=cast.bilal)
        with pytest.raises(NotJoined, match="already"):
            join_family(**said, by=cast.bilal)
    assert Involvement.objects.filter(role="lead-child-protection").count() == 3
