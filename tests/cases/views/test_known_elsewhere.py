"""At the front door: a child of another team is said before a second record is opened, and a hidden one never."""

import re
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import Case, Contact
from tests.cases.views.test_front_door import NEW, said
from tests.factories.cases import CaseFactory, ChildFactory, ExclusionFactory

LOOK = f"{NEW}?q=anisa+rahman&born=17+5+2015"
KNOWN = "Known to another team"
RING = "Anisa Rahman, born 17 May 2015 Ring Primrose before you open a new record."


@pytest.fixture
def dan(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.dan)


def about(cast: SimpleNamespace, **more: Any) -> dict[str, Any]:
    child = {"child_1_given": "Anisa", "child_1_family": "Rahman", "child_1_day": "17 5 2015"}
    return said(**child | {"team": str(cast.elsewhere.pk)} | more)


def without_tokens(answer: Any) -> str:
    """A page without what differs each time it is asked for: tokens, keys and tickets."""
    text = answer.content.decode()
    text = re.sub(r'(name="(?:csrfmiddlewaretoken|_key|_ticket)" value)="[^"]*"', r"\1", text)
    return re.sub(r'(data-ticket|nonce)="[^"]*"', r"\1", text)


def test_the_look_says_which_team_to_ring_and_leads_nowhere(cast: SimpleNamespace, dan: Any, read: Any) -> None:
    page = read(dan.get(LOOK))
    assert KNOWN in page.said and RING in page.said and "Nobody found" not in page.said
    assert not [link for link in page.links if f"/cases/{cast.case.pk}/" in link]
    for asked in ("q=anisa&born=17+5+2015", "q=rahman", "q=anisa+rahman", "born=17+5+2015"):
        assert KNOWN not in read(dan.get(f"{NEW}?{asked}")).said, asked


def test_whoever_sees_the_record_finds_it_as_before(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    page = read(browser_for(cast.amara).get(LOOK))
    assert KNOWN not in page.said and f"/cases/{cast.case.pk}/contacts/new/" in page.links


def test_a_new_family_with_a_child_another_team_knows_comes_back_once(
    cast: SimpleNamespace, dan: Any, read: Any
) -> None:
    sent = about(cast)
    page = read(dan.post(f"{NEW}?new=1", sent))
    assert RING in page.said and "tick if it is another child" in page.errors["another_child"]
    assert page.filled["worry"] == "He was hungry again." and not Contact.objects.exists()
    page = read(dan.post(f"{NEW}?new=1", sent | {"another_child": "on"}, follow=True))
    assert "A new record is open: Rahman" in page.said and Contact.objects.count() == 1


def test_a_new_family_with_a_child_of_an_open_record_is_led_there(
    cast: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    amara = browser_for(cast.amara)
    sent = about(cast, team=str(cast.pod.pk), child_1_given="Anísa")
    page = read(amara.post(f"{NEW}?new=1", sent))
    assert f"/cases/{cast.case.pk}/contacts/new/" in page.links and KNOWN not in page.said
    assert "tick if it is another child" in page.errors["another_child"] and Case.objects.count() == 1
    for other in ({"child_1_day": "18 5 2015"}, {"child_1_given": "Ayla"}):
        assert "A new record is open" in read(amara.post(f"{NEW}?new=1", sent | other, follow=True)).said


def test_the_tick_is_not_offered_before_there_is_a_reason(cast: SimpleNamespace, dan: Any, read: Any) -> None:
    assert "another_child" not in read(dan.get(f"{NEW}?new=1")).offered
    page = read(dan.post(f"{NEW}?new=1", about(cast, worry="")))
    assert "another_child" not in page.offered, "first what is missing"
    page = read(dan.post(f"{NEW}?new=1", about(cast, worry="", another_child="on")))
    assert "another_child" in page.offered, "an answer that was given stays"


@pytest.mark.parametrize("hidden", ["restricted", "excluded"])
def test_a_stranger_learns_nothing_of_a_hidden_record(cast: SimpleNamespace, dan: Any, hidden: str) -> None:
    asked = f"{NEW}?q=noor+pike&born=3+4+2017", f"{NEW}?q=C000999"
    sent = about(cast, child_1_given="Noor", child_1_family="Pike", child_1_day="3 4 2017", worry="")
    form = f"{NEW}?new=1"
    before = [without_tokens(answer) for answer in (*map(dan.get, asked), dan.post(form, sent))]
    case = CaseFactory(name="Pike", team_ids=[cast.pod.pk], is_restricted=hidden == "restricted")
    ChildFactory(case=case, given_name="Noor", family_name="Pike", la_child_id="C000999", born_on="2017-04-03")
    if hidden == "excluded":
        ExclusionFactory(case=case, worker=cast.dan)
    after = [without_tokens(answer) for answer in (*map(dan.get, asked), dan.post(form, sent))]
    assert before == after and "Nobody found" in before[0]
    answer = dan.post(form, sent | {"worry": "He was hungry."})
    assert answer.status_code == 302 and Contact.objects.count() == 1, "the form goes on as for anybody else"
