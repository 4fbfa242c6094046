"""Who works with a child: one lead, every change with its reason, and the teams that follow."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError

from camden.access import Role
from camden.models import Recorded, User
from camden.principal import acting_as
from cases.access import CaseScope
from cases.models import Case, ChronologyEntry, Involvement, Member
from cases.operations.allocation import NotAllocated, allocate, end_involvement, involve
from cases.readings.header import child_header
from cases.rules.codesets import WORKER_CHANGE_REASON
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, ExclusionFactory
from tests.factories.deliberating import decided

ROLE = Involvement.Role


@contextmanager
def as_manager(cast: SimpleNamespace) -> Iterator[None]:
    with as_role("camden_app"), acting_as(cast.bilal):
        yield


@pytest.fixture
def farah(cast: SimpleNamespace) -> User:
    """Another social worker of the pod."""
    return MembershipFactory(user=UserFactory(name="Farah Noor"), team=cast.pod).user


@pytest.fixture
def anisa(cast: SimpleNamespace) -> Member:
    return cast.children[0]


def leads(child: Member) -> list[tuple[str, date, date | None, str]]:
    found = Involvement.objects.filter(child=child, role=ROLE.LEAD, is_cover=False).order_by("pk")
    return [(i.worker.name, i.started_on, i.ended_on, i.change_reason) for i in found]


def teams(case: Case) -> set[int]:
    return set(Case.objects.get(pk=case.pk).team_ids)


def give(cast: SimpleNamespace, child: Member, **asked: Any) -> int:
    """Allocate, with what the child and the parents wish about their worker."""
    return allocate(child=child, by=cast.bilal, decided=decided(child.case, [child]), **asked)


def test_the_first_lead_is_first_contact_and_no_change(cast: SimpleNamespace, today: date) -> None:
    child = ChildFactory(case=cast.case, given_name="Noor")
    with as_manager(cast):
        give(cast, child=child, to=cast.amara, team=cast.pod, on=today)
    assert leads(child) == [("Amara Obi", today, None, "FCONTA")]
    assert child_header(child, today).changes == 0


def test_a_new_lead_ends_the_one_before_on_that_day_and_carries_the_reason(
    cast: SimpleNamespace, anisa: Member, farah: User, today: date
) -> None:
    with as_manager(cast):
        give(cast, child=anisa, to=farah, team=cast.pod, on=today, reason="LEFTRL")
    before, now = leads(anisa)
    assert before == ("Amara Obi", date(2026, 8, 21), today, "")
    assert now == ("Farah Noor", today, None, "LEFTRL")


@pytest.mark.parametrize("reason", WORKER_CHANGE_REASON)
def test_every_reason_of_the_code_set_will_do(
    cast: SimpleNamespace, anisa: Member, farah: User, today: date, reason: str
) -> None:
    with as_manager(cast):
        key = give(cast, child=anisa, to=farah, team=cast.pod, on=today, reason=reason)
    assert Involvement.objects.get(pk=key).change_reason == reason


def test_it_is_on_the_childs_timeline_and_written_down(
    cast: SimpleNamespace, anisa: Member, farah: User, today: date
) -> None:
    with as_manager(cast):
        give(cast, child=anisa, to=farah, team=cast.pod, on=today, reason="CHCHAN")
    entry = ChronologyEntry.objects.get()
    assert entry.summary.startswith("Farah Noor became lead worker of Anisa (child asked for a change")
    assert list(entry.children.all()) == [anisa]
    assert Recorded.objects.get().user_id == cast.bilal.pk


REFUSED: list[tuple[str, dict[str, Any], str, str]] = [
    ("without a reason", {"reason": ""}, "Choose why the worker changes.", "reason"),
    ("of the lead they are already", {"to": "amara"}, "is the lead worker already", "to"),
    ("before the present one began", {"on": date(2026, 8, 20)}, "on or after the day the present lead", "started_on"),
    ("in a team they are not in", {"team": "elsewhere"}, "does not work in that team", "to"),
    ("to somebody who has left", {"to": "left"}, "does not work in that team", "to"),
    ("to somebody inactive", {"to": "inactive"}, "does not work in that team", "to"),
    ("to somebody excluded", {"to": "excluded"}, "cannot take this record", "to"),
]


@pytest.mark.parametrize(("why", "asked", "sentence", "about"), REFUSED)
def test_an_allocation_is_refused_in_a_sentence(
    cast: SimpleNamespace, anisa: Member, farah: User, today: date, why: str, asked: dict, sentence: str, about: str
) -> None:
    people = {"amara": cast.amara, "farah": farah}
    for name in ("left", "inactive", "excluded"):
        people[name] = MembershipFactory(team=cast.pod).user
    people["left"].memberships.update(ended_on=today)
    User.objects.filter(pk=people["inactive"].pk).update(is_active=False)
    ExclusionFactory(case=cast.case, worker=people["excluded"])
    asked = {"to": "farah", "team": "pod", "on": today, "reason": "MANAGE"} | asked
    asked |= {"to": people[asked["to"]], "team": getattr(cast, asked["team"])}
    before = leads(anisa)
    with as_manager(cast), pytest.raises(NotAllocated, match=sentence) as refusal:
        give(cast, child=anisa, **asked)
    assert refusal.value.about == about
    assert leads(anisa) == before
    assert not ChronologyEntry.objects.exists() and not Recorded.objects.exists()


def test_an_invisible_child_is_refused_like_none_at_all(cast: SimpleNamespace, today: date) -> None:
    hidden, adult = ChildFactory(), ChildFactory(case=cast.case, kind=Member.Kind.ADULT)
    nobody = Member(pk=987_654, case=cast.case)
    said = set()
    with as_manager(cast):
        for child in (hidden, adult, nobody):
            with pytest.raises(NotAllocated) as refusal:
                give(cast, child=child, to=cast.amara, team=cast.pod, on=today)
            said.add((str(refusal.value), refusal.value.about))
    assert said == {("This child's record is not open to you.", "to")}
    assert not ChronologyEntry.objects.exists()


def test_brothers_and_sisters_may_have_different_leads(
    cast: SimpleNamespace, anisa: Member, farah: User, today: date
) -> None:
    with as_manager(cast):
        give(cast, child=anisa, to=farah, team=cast.pod, on=today, reason="MANAGE")
    now = Involvement.objects.filter(leads_now=True).order_by("child_id").values_list("worker__name", flat=True)
    assert list(now) == ["Farah Noor", "Amara Obi", "Amara Obi"]


def test_cover_is_not_a_change_and_ends_nobodys_work(
    cast: SimpleNamespace, anisa: Member, farah: User, today: date
) -> None:
    with as_manager(cast):
        involve(child=anisa, worker=farah, team=cast.pod, role=ROLE.LEAD, on=today, is_cover=True)
        involve(child=anisa, worker=farah, team=cast.pod, role=ROLE.CO_WORKER, on=today)
    assert leads(anisa) == [("Amara Obi", date(2026, 8, 21), None, "")]
    card = child_header(anisa, today)
    assert card.changes == 0
    assert card.lead and card.lead.name == "Amara Obi"
    assert [(worker.name, worker.is_cover) for worker in card.others] == [("Farah Noor", True), ("Farah Noor", False)]


def test_the_count_of_changes_moves_only_when_a_lead_changes(
    cast: SimpleNamespace, anisa: Member, farah: User, today: date
) -> None:
    counts = [child_header(anisa, today).changes]
    steps = [
        lambda: involve(child=anisa, worker=farah, team=cast.pod, role=ROLE.LEAD, on=today, is_cover=True),
        lambda: give(cast, child=anisa, to=farah, team=cast.pod, on=today, reason="ABSENC"),
        lambda: involve(child=anisa, worker=cast.amara, team=cast.pod, role=ROLE.STUDENT, on=today),
        lambda: give(cast, child=anisa, to=cast.amara, team=cast.pod, on=today, reason="ABSENC"),
        lambda: end_involvement(involvement=Involvement.objects.get(child=anisa, leads_now=True), on=today),
        lambda: give(cast, child=anisa, to=cast.amara, team=cast.pod, on=today, reason="MANAGE"),
    ]
    for step in steps:
        with as_manager(cast):
            step()
        counts.append(child_header(anisa, today).changes)
    assert counts == [0, 0, 1, 1, 2, 2, 2], "the same worker again, after a pause, is no change"
    assert child_header(cast.children[1], today).changes == 0


def test_the_teams_of_a_record_are_those_of_its_leads(cast: SimpleNamespace, anisa: Member, today: date) -> None:
    with as_manager(cast):
        give(cast, child=anisa, to=cast.dan, team=cast.elsewhere, on=today, reason="TSPROC")
    assert teams(cast.case) == {cast.pod.pk, cast.elsewhere.pk}
    assert Case.objects.visible_to(cast.dan).exists()
    for child in cast.children[1:]:
        with as_manager(cast):
            give(cast, child=child, to=cast.dan, team=cast.elsewhere, on=today, reason="TSPROC")
    assert teams(cast.case) == {cast.elsewhere.pk}
    assert not Case.objects.visible_to(cast.bilal).exists(), "it moved to another team altogether"


def test_a_restricted_record_is_handed_over_by_its_lead_who_then_sees_it_no_more(
    cast: SimpleNamespace, anisa: Member, farah: User, today: date
) -> None:
    Case.objects.update(is_restricted=True)
    for child in cast.children:
        with as_role("camden_app"), acting_as(cast.amara):
            give(cast, child=child, to=farah, team=cast.pod, on=today, reason="CHCHAN")
    with as_role("camden_app"), acting_as(cast.amara):
        assert not Case.objects.exists()
    with as_role("camden_app"), acting_as(farah):
        assert ChronologyEntry.objects.count() == 3


def test_while_one_child_in_need_waits_the_team_that_had_the_record_keeps_it(
    cast: SimpleNamespace, today: date
) -> None:
    case = CaseFactory(team_ids=[cast.team.pk])
    first, second = (EpisodeFactory(child=ChildFactory(case=case)).child for _ in range(2))
    with as_manager(cast):
        give(cast, child=first, to=cast.dan, team=cast.elsewhere, on=today)
    assert teams(case) == {cast.team.pk, cast.elsewhere.pk}
    with as_manager(cast):
        give(cast, child=second, to=cast.dan, team=cast.elsewhere, on=today)
    assert teams(case) == {cast.elsewhere.pk}


def test_a_child_who_is_not_in_need_keeps_no_team_waiting(cast: SimpleNamespace, today: date) -> None:
    case = CaseFactory(team_ids=[cast.team.pk])
    first = EpisodeFactory(child=ChildFactory(case=case)).child
    EpisodeFactory(child=ChildFactory(case=case), closed_on=date(2026, 10, 1), closure_reason="RC1")
    with as_manager(cast):
        give(cast, child=first, to=cast.dan, team=cast.elsewhere, on=today)
    assert teams(case) == {cast.elsewhere.pk}


def test_a_record_that_nobody_leads_stays_with_the_team_that_had_it(cast: SimpleNamespace, today: date) -> None:
    for involvement in Involvement.objects.all():
        with as_manager(cast):
            end_involvement(involvement=involvement, on=today)
    assert teams(cast.case) == {cast.pod.pk}
    assert list(Case.objects.visible_to(cast.bilal).unallocated()) == [cast.case]


def test_cover_from_another_team_lets_that_team_read_until_it_ends(
    cast: SimpleNamespace, anisa: Member, today: date
) -> None:
    with as_manager(cast):
        cover = involve(child=anisa, worker=cast.dan, team=cast.elsewhere, role=ROLE.LEAD, on=today, is_cover=True)
    assert teams(cast.case) == {cast.pod.pk, cast.elsewhere.pk}
    with as_manager(cast):
        end_involvement(involvement=Involvement.objects.get(pk=cover), on=today)
    assert teams(cast.case) == {cast.pod.pk}


def test_what_an_involvement_opened_closes_when_it_ends(cast: SimpleNamespace, anisa: Member, today: date) -> None:
    chair = MembershipFactory(role=Role.REVIEWING_OFFICER, team=cast.service).user
    with as_manager(cast):
        chairing = involve(child=anisa, worker=chair, team=cast.service, role=ROLE.CHAIR, on=today)
    assert Case.objects.visible_to(chair).exists()
    with as_manager(cast):
        end_involvement(involvement=Involvement.objects.get(pk=chairing), on=today)
    assert not Case.objects.visible_to(chair).exists()
    assert teams(cast.case) == {cast.pod.pk}


def test_a_consultation_opens_no_record(cast: SimpleNamespace, anisa: Member, today: date) -> None:
    clinician = MembershipFactory(role=Role.CLINICIAN, team=cast.service).user
    with as_manager(cast):
        involve(
            child=anisa, worker=clinician, team=cast.service, role=ROLE.OTHER, on=today, scope=CaseScope.CONSULTATION
        )
    with as_role("camden_app"), acting_as(clinician):
        assert not Case.objects.exists()


def test_work_ends_once_and_not_before_it_began_and_only_by_somebody_who_sees_it(
    cast: SimpleNamespace, anisa: Member, today: date
) -> None:
    involvement = Involvement.objects.get(child=anisa)
    with as_manager(cast), pytest.raises(IntegrityError, match="involvement_ends_after_it_starts"):
        end_involvement(involvement=involvement, on=date(2026, 8, 1))
    with as_role("camden_app"), acting_as(cast.dan), pytest.raises(NotAllocated, match="not open to you"):
        end_involvement(involvement=involvement, on=today)
    with as_manager(cast):
        end_involvement(involvement=involvement, on=today)
    with as_manager(cast), pytest.raises(NotAllocated, match="ended already"):
        end_involvement(involvement=involvement, on=today)
    assert Recorded.objects.count() == 1
