"""The page on which the legal basis of an assessment changes, and where a social worker joins the family's worker."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.access import Role
from camden.models import Membership
from cases.models import AssessmentBasis, Episode, Involvement, PlanSpell
from tests.cases.operations.test_bases import assessment_of
from tests.cases.views.test_query_budgets import MOST
from tests.factories.camden import MembershipFactory
from tests.queries import of_the_page

TODAY = "2026-11-03"


@pytest.fixture
def bilal(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.bilal)


@pytest.fixture
def rosa(cast: SimpleNamespace) -> Membership:
    """A registered social worker of the pod, beside Amara, who is none."""
    Membership.objects.filter(user=cast.amara).update(role=Role.FAMILY_HELP_PRACTITIONER)
    found: Membership = MembershipFactory(user__name="Rosa Begum", team=cast.pod, role=Role.SOCIAL_WORKER)
    return found


def test_a_manager_changes_the_basis_and_the_assessment_says_what_it_was(
    cast: SimpleNamespace, bilal: Any, read: Any
) -> None:
    made = assessment_of(cast)
    url = f"{made.get_absolute_url()}basis/"
    assert url in read(bilal.get(made.get_absolute_url())).links
    page = read(bilal.get(url))
    assert "nothing is written again, and the family keeps its worker" in page.said and "joins" not in page.offered
    assert {"legal_basis", "why"} <= set(read(bilal.post(url, {"x": "1"})).errors)
    said = {"legal_basis": "need", "began_on_quick": TODAY, "why": "Shirin asked for more."}
    page = read(bilal.post(url, said, follow=True))
    assert "Child in need (section 17)" in page.said and "Shirin asked for more." in page.said
    assert "decided by Bilal Aziz" in page.said and "Help by agreement" in page.said
    assert AssessmentBasis.objects.get().decided_by == cast.bilal


def test_where_the_lead_is_no_social_worker_the_page_asks_who_joins_and_tells_the_family(
    cast: SimpleNamespace, rosa: Membership, bilal: Any, read: Any
) -> None:
    made = assessment_of(cast, "need")
    url = f"{made.get_absolute_url()}basis/"
    page = read(bilal.get(url))
    assert "Amara Obi stays your worker. A registered social worker joins" in page.said and "joins" in page.offered
    said = {"legal_basis": "protection", "began_on_quick": TODAY, "why": "She was found alone."}
    assert "Choose the registered social worker who joins" in read(bilal.post(url, said)).errors["joins"]
    assert bilal.post(url, said | {"joins": str(rosa.pk)}).status_code == 302
    assert Involvement.objects.filter(worker=rosa.user, role="lead-child-protection").count() == 3
    assert Involvement.objects.filter(worker=cast.amara, leads_now=True).count() == 3
    assert "Rosa Begum joined" in read(bilal.get(made.get_absolute_url())).said


def test_without_a_referral_the_page_leads_to_one(cast: SimpleNamespace, bilal: Any, read: Any) -> None:
    Episode.objects.all().delete()
    made = assessment_of(cast)
    page = read(bilal.get(f"{made.get_absolute_url()}basis/"))
    assert (
        "there is none for Anisa, Imran and Zayd" in page.said and f"/cases/{cast.case.pk}/contacts/new/" in page.links
    )


def test_a_worker_does_not_decide_it_and_a_stranger_knows_nothing_of_it(
    cast: SimpleNamespace, browser_for: Any
) -> None:
    made = assessment_of(cast)
    url = f"{made.get_absolute_url()}basis/"
    assert browser_for(cast.amara).get(url).status_code == 403
    assert url not in browser_for(cast.amara).get(made.get_absolute_url()).content.decode()
    MembershipFactory(user=cast.dan, team=cast.elsewhere, role=Role.TEAM_MANAGER)
    assert browser_for(cast.dan).get(url).status_code == 404


def test_after_it_is_over_the_page_says_so_and_gives_back_what_was_typed(
    cast: SimpleNamespace, bilal: Any, read: Any
) -> None:
    made = assessment_of(cast)
    type(made).objects.update(stopped_on=date(2026, 10, 1), stop_reason="They moved.")
    said = {"legal_basis": "need", "began_on_quick": TODAY, "why": "Canary"}
    page = read(bilal.post(f"{made.get_absolute_url()}basis/", said))
    assert "This assessment is over" in page.said and "Canary" in page.said


def test_a_social_worker_joins_the_plan_where_the_conference_decided_one(
    cast: SimpleNamespace, rosa: Membership, bilal: Any, read: Any
) -> None:
    category = {"first_category": "NEG", "latest_category": "NEG"}
    for child in cast.children:
        PlanSpell.objects.create(
            case=cast.case, child=child, basis="protection", started_on=date(2026, 9, 1), **category
        )
    spell = PlanSpell.objects.order_by("pk").first()
    assert spell
    url = f"{spell.get_absolute_url()}joining/"
    page = read(bilal.get(spell.get_absolute_url()))
    assert "Amara Obi stays your worker" in page.said and url in page.links
    assert read(bilal.post(url, {"joins": ""})).errors["joins"]
    page = read(bilal.post(url, {"joins": str(rosa.pk)}, follow=True))
    assert "Rosa Begum joins. The family keeps its worker." in page.said and url not in page.links
    assert "Nobody has to join" in read(bilal.get(url)).said


def test_the_page_asks_no_more_than_it_may(cast: SimpleNamespace, rosa: Membership, bilal: Any) -> None:
    made = assessment_of(cast)
    with CaptureQueriesContext(connection) as captured:
        assert bilal.get(f"{made.get_absolute_url()}basis/").status_code == 200
    asked = of_the_page(captured)
    assert len(asked) <= MOST + 3, "\n".join(asked)  # who may join is asked only where somebody has to
