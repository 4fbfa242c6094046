"""Making somebody a child's lead worker."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from camden.models import User
from cases.models import Case, Involvement, Member
from cases.operations import allocation
from tests.factories.camden import MembershipFactory
from tests.factories.cases import ChildFactory, ExclusionFactory
from tests.factories.deliberating import typed_decision


@pytest.fixture
def farah(cast: SimpleNamespace) -> Any:
    """Farah's membership of the pod: what the form offers."""
    return MembershipFactory(user__name="Farah Noor", team=cast.pod)


@pytest.fixture
def bilal(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.bilal)


def url_of(child: Any) -> str:
    return f"{child.get_absolute_url()}allocation/"


def said(farah: Any, **more: Any) -> dict[str, Any]:
    """A change of worker; what each child in need wishes stands with it."""
    heard = typed_decision(Member.objects.filter(kind="child"))
    sent: dict[str, Any] = (
        {
            "to": str(farah.pk),
            "started_on_quick": "2026-11-03",
            "started_on": "",
            "reason": "LEFTRL",
            "spoken": "discussed",
        }
        | heard
        | more
    )
    return {name: value for name, value in sent.items() if value is not None}


def lead(child: Any) -> str:
    return Involvement.objects.get(child=child, leads_now=True).worker.name


def test_new_makes_the_lead_and_says_so(cast: SimpleNamespace, bilal: Any, farah: Any, read: Any) -> None:
    anisa = cast.children[0]
    page = read(bilal.post(url_of(anisa), said(farah), follow=True))
    assert "Farah Noor is now lead worker of Anisa." in page.said
    assert lead(anisa) == "Farah Noor"
    assert lead(cast.children[1]) == "Amara Obi"


def test_new_says_before_how_often_the_lead_changed(cast: SimpleNamespace, bilal: Any, farah: Any, read: Any) -> None:
    anisa = cast.children[0]
    assert "has never changed so far; this would be the first change" in read(bilal.get(url_of(anisa))).said
    bilal.post(url_of(anisa), said(farah))
    assert (
        "has changed once; 2 lead workers in the last 12 months; this would be one more change"
        in read(bilal.get(url_of(anisa))).said
    )
    child = ChildFactory(case=cast.case)
    page = read(bilal.get(url_of(child)))
    assert "does not count as a change of worker" in page.said
    assert "reason" not in page.offered, "the first is no change and needs none"


def test_new_for_a_first_lead_takes_no_reason(cast: SimpleNamespace, bilal: Any, farah: Any) -> None:
    child = ChildFactory(case=cast.case)
    assert bilal.post(url_of(child), said(farah, reason=None)).status_code == 302
    assert Involvement.objects.get(child=child).change_reason == "FCONTA"


def test_new_offers_those_who_hold_children_within_reach(cast: SimpleNamespace, bilal: Any, farah: Any) -> None:
    page = bilal.get(url_of(cast.children[0])).content.decode()
    assert "Amara Obi, social worker, Primrose" in page and "Farah Noor" in page
    assert "Dan Price" not in page and "Cora Lynch" not in page


BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"to": ""}, "to", "Choose a lead worker."),
    ({"to": None}, "to", "Choose a lead worker."),
    ({"to": "dan"}, "to", "Choose one of the answers"),
    ({"to": "\x00"}, "to", "Choose one of the answers"),
    ({"to": "9" * 5000}, "to", "Choose one of the answers"),
    ({"to": "amara"}, "to", "is the lead worker already"),
    ({"to": "excluded"}, "to", "cannot take this record"),
    ({"spoken": None}, "spoken", "Talk with the worker first, or say that it is urgent."),
    ({"spoken": "urgent"}, "because", "Say why it cannot wait until you have talked."),
    ({"introduced_by": "dan"}, "introduced_by", "Choose one of the answers"),
    ({"reason": ""}, "reason", "Choose why the worker changes."),
    ({"reason": None}, "reason", "Choose why the worker changes."),
    ({"reason": "BECAUSE"}, "reason", "Choose one of the answers"),
    ({"started_on_quick": "other", "started_on": "20 8 2026"}, "started_on", "on or after the day the present lead"),
    ({"started_on_quick": "other", "started_on": "4 11 2026"}, "started_on", "cannot be after today"),
    ({"started_on_quick": "other", "started_on": "1 1 0001"}, "started_on", "too long ago"),
    ({"started_on_quick": "other", "started_on": "31 12 9999"}, "started_on", "cannot be after today"),
    ({"started_on_quick": "other", "started_on": "😀"}, "started_on", "cannot read that day"),
    ({"started_on_quick": None, "started_on": None}, "started_on", "Enter the day they begin"),
]


@pytest.mark.parametrize(("bad", "where", "words"), BAD)
def test_new_says_what_is_wrong_beside_the_field(
    cast: SimpleNamespace, bilal: Any, farah: Any, read: Any, bad: dict, where: str, words: str
) -> None:
    anisa = cast.children[0]
    excluded = MembershipFactory(team=cast.pod)
    ExclusionFactory(case=cast.case, worker=excluded.user)
    people = {"amara": cast.amara.memberships.get(), "dan": cast.dan.memberships.get(), "excluded": excluded}
    bad = {name: str(people[value].pk) if value in people else value for name, value in bad.items()}
    page = read(bilal.post(url_of(anisa), said(farah, **bad)))
    assert words in page.errors[where]
    assert set(page.errors) == {where}
    if bad.get("started_on"):
        assert page.filled["started_on"] == bad["started_on"]
    assert lead(anisa) == "Amara Obi"
    assert Involvement.objects.count() == 3


def test_new_tells_when_somebody_else_was_quicker(
    cast: SimpleNamespace, bilal: Any, farah: Any, read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first lead was made while this page was open: the form did not ask for a reason, and cannot say it beside."""
    child = ChildFactory(case=cast.case)
    real = allocation._involve

    def quicker(**asked: Any) -> Any:
        real(**(asked | {"to": cast.amara, "team": cast.pod}))
        return real(**asked)

    monkeypatch.setattr(allocation, "_involve", quicker)
    page = read(bilal.post(url_of(child), said(farah, reason=None)))
    assert "Choose why the worker changes." in page.said


def test_new_takes_nobody_who_left_while_the_page_was_open(
    cast: SimpleNamespace, bilal: Any, farah: Any, read: Any
) -> None:
    User.objects.filter(pk=farah.user.pk).update(is_active=False)
    assert read(bilal.post(url_of(cast.children[0]), said(farah))).errors["to"]
    assert lead(cast.children[0]) == "Amara Obi"


def test_new_is_for_managers_of_the_record(cast: SimpleNamespace, browser_for: Any, farah: Any) -> None:
    for who, status in (("amara", 403), ("cora", 200), ("dan", 403), ("eve", 403)):
        client = browser_for(getattr(cast, who))
        assert client.get(url_of(cast.children[0])).status_code == status
        if status == 403:
            assert client.post(url_of(cast.children[0]), said(farah)).status_code == 403
    assert lead(cast.children[0]) == "Amara Obi"


def test_new_for_a_child_of_another_family_is_not_found(cast: SimpleNamespace, bilal: Any, farah: Any) -> None:
    theirs = ChildFactory()
    for url in (url_of(theirs), f"/cases/{cast.case.pk}/children/{theirs.pk}/allocation/"):
        assert bilal.get(url).status_code == bilal.post(url, said(farah)).status_code == 404
    assert not Involvement.objects.filter(child=theirs).exists()


def test_a_handover_that_closes_the_record_leads_to_the_list(
    cast: SimpleNamespace, bilal: Any, farah: Any, read: Any
) -> None:
    """Restricted, and open to its manager only because he leads for one of the children himself."""
    anisa = cast.children[0]
    Involvement.objects.filter(child=anisa).update(worker=cast.bilal, team=cast.team)
    Case.objects.update(is_restricted=True)
    answer = bilal.post(url_of(anisa), said(farah), follow=True)
    assert answer.redirect_chain == [("/cases/", 302)]
    assert "Farah Noor is now lead worker of Anisa." in read(answer).said
    assert lead(anisa) == "Farah Noor"
    assert bilal.get(f"/cases/{cast.case.pk}/").status_code == 404
    assert Involvement.objects.filter(child=anisa).order_by("pk")[0].ended_on == date(2026, 11, 3)
