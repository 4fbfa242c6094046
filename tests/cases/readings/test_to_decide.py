"""What waits for a manager: everything others prepared, nothing of their own, nothing of families they do not see."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from cases.models import Assessment, Clock, ClockException
from cases.readings.to_decide import to_decide
from tests.factories.cases import CaseFactory, ChildFactory, ExclusionFactory
from tests.factories.journey_door import ClosureFactory, ContactFactory, ReferralFactory
from tests.factories.journey_protect import EnquiryFactory

ON = date(2026, 11, 3)


def waiting(cast: SimpleNamespace, by: Any) -> None:
    """One of everything, prepared by that person."""
    anisa, imran = cast.children[:2]
    ContactFactory(case=cast.case, taken_by=by, about=[anisa])
    ReferralFactory(case=cast.case, about=[anisa])
    Assessment.objects.create(
        case=cast.case, legal_basis="need", counts_from_on="2026-09-01", started_on="2026-09-01", worker=by,
        submitted_on="2026-11-02", submitted_by=by,
    )  # fmt: skip
    EnquiryFactory(child=anisa, outcome="not-substantiated", concluded_on="2026-11-02", concluded_by=by)
    ClosureFactory(case=cast.case, asked_by=by)
    late = {"case": cast.case, "rule": "FH3", "anchor_on": "2026-09-01"}
    for child in (anisa, imran):
        ClockException.objects.create(child=child, reason="Flu.", recorded_on=ON, recorded_by=by, **late)
        Clock.objects.create(child=child, amount=1, unit="d", due_on="2026-10-01", do_by="2026-10-01", **late)


def whats(user: Any) -> list[str]:
    return [line.what for line in to_decide(user, ON)]


ALL = [
    "Contact to decide", "Referral to decide", "Authorise the assessment", "Authorise the enquiry’s conclusion",
    "Answer about closing", "Agree to why something is late",
]  # fmt: skip


def test_everything_that_waits_is_found_with_one_question(
    cast: SimpleNamespace, django_assert_num_queries: Any
) -> None:
    waiting(cast, cast.amara)
    user = type(cast.bilal).objects.get(pk=cast.bilal.pk)
    user.scope_team_ids  # noqa: B018 - asked once for a whole page
    with django_assert_num_queries(1):
        lines = to_decide(user, ON)
    assert sorted(line.what for line in lines) == sorted(ALL)
    assert {line.family for line in lines} == {"", cast.case.name}
    assert "Amara" in lines[2].since and "yesterday" in lines[2].since


def test_a_person_is_not_asked_about_their_own_work(cast: SimpleNamespace) -> None:
    waiting(cast, cast.bilal)
    assert whats(cast.bilal) == ["Contact to decide", "Referral to decide"]


def test_a_family_they_do_not_see_waits_for_somebody_else(cast: SimpleNamespace) -> None:
    waiting(cast, cast.amara)
    ExclusionFactory(case=cast.case, worker=cast.bilal)
    assert whats(cast.bilal) == []


def test_what_was_decided_or_is_over_waits_no_more(cast: SimpleNamespace) -> None:
    waiting(cast, cast.amara)
    Clock.objects.update(met_on=ON)
    Assessment.objects.update(stopped_on=ON, stop_reason="They moved.")
    assert "Agree to why something is late" not in whats(cast.bilal)
    assert "Authorise the assessment" not in whats(cast.bilal)


def test_the_front_door_is_one_line_however_much_came(cast: SimpleNamespace) -> None:
    for days in range(3):
        child = ChildFactory(case=CaseFactory(name=f"Family {days}", team_ids=[cast.pod.pk]))
        contact = ContactFactory(case=child.case, taken_by=cast.amara, about=[child])
        contact.received_at -= timedelta(days=days)
        contact.save()
    (line,) = to_decide(cast.bilal, ON)
    assert line.what == "3 contacts to decide" and line.since == "the first came on Sunday"
    assert line.case_pk is None and line.href == "/cases/front-door/?show=contacts"
