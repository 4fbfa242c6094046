"""The family's version: what is left out leaves no trace in any of its forms; more of it once; a copy that is given."""

import re
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from camden.models import RecordOpened
from cases.models import GenogramOrder, Release
from tests.cases.views.test_query_budgets import MOST
from tests.factories.picturing import SECRET, pictured, with_secrets
from tests.queries import of_the_page

TOKEN = re.compile(rb'(csrfmiddlewaretoken" value|csrf-token" content|data-csrf|X-CSRFToken[^:]*:)[ =]*"[^"]*"')
FORMS = ("", "file/as=svg", "file/as=png", "file/as=pdf")


@pytest.fixture
def family(cast: SimpleNamespace) -> SimpleNamespace:
    return pictured(cast)


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def genogram(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/genogram/"


def address(genogram: str, form: str, person: int | None) -> str:
    whose = f"person={person}&" if person else ""
    _, _, query = form.partition("/")
    return f"{genogram}file/?for=family&{whose}{query}" if query else f"{genogram}family/?{whose}".rstrip("?&")


def bodies(amara: Any, genogram: str, people: list[int | None]) -> dict[tuple[str, int | None], bytes]:
    """Every form of the family's version for each reader, without the secret of the form on it."""
    found = {}
    for form in FORMS:
        for person in people:
            answer = amara.get(address(genogram, form, person))
            assert answer.status_code == 200
            found[form, person] = TOKEN.sub(b"", answer.content)
    return found


def differing(one: dict[Any, bytes], other: dict[Any, bytes]) -> list[Any]:
    return [key for key in one if one[key] != other[key]]


def test_a_termination_a_private_father_and_a_child_who_was_given_up_leave_the_same_bytes(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, genogram: str
) -> None:
    """Page, drawing, image and both papers, text and metadata alike, with these facts and without."""
    readers = [None, family.jamal.pk]
    before = bodies(amara, genogram, readers)
    with_secrets(cast, family)
    after = bodies(amara, genogram, readers)
    assert [key for key, body in after.items() if SECRET.encode() in body] == []
    assert differing(before, after) == []


def test_people_who_work_here_see_all_of_it(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, genogram: str
) -> None:
    """So the tests above can fail."""
    with_secrets(cast, family)
    told = amara.get(f"{genogram}file/?as=svg&layers=chosen&marks=1&ties=all").content.decode()
    assert SECRET in told and "termination" in told and "data-mark" in told


def test_what_is_kept_from_one_of_them_is_in_the_version_of_the_others_alone(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, genogram: str
) -> None:
    paternity = with_secrets(cast, family).paternity
    paternity.is_kept_from_family, paternity.kept_from = False, [family.jamal.pk]
    paternity.save()
    readers = (None, family.jamal.pk, family.shirin.pk)
    told = {who: amara.get(address(genogram, "", who)).content.decode() for who in readers}
    assert "Marek" in told[family.shirin.pk]
    assert "Marek" not in told[None] and "Marek" not in told[family.jamal.pk]


def test_a_tie_is_drawn_in_the_view_of_one_of_them_and_says_so(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, genogram: str, read: Any
) -> None:
    plain = amara.get(f"{genogram}family/")
    assert b"data-emotional" not in plain.content
    there = next(link for link in read(plain).links if "ties=view-" in link)
    answer = amara.get(f"{genogram}family/{there}")
    page = read(answer)
    assert b"data-emotional" in answer.content
    assert "What is between people is drawn as Anisa Rahman sees it." in page.said
    assert "very close, as Anisa Rahman sees it on 2 October 2026" in page.said


def shown_once(amara: Any, genogram: str, *codes: str, person: int | None = None) -> str:
    whose = f"?person={person}" if person else ""
    answer = amara.post(
        f"{genogram}family/showing/new/{whose}", {"codes": codes, "why": "Shirin asked, alone with us."}
    )
    assert answer.status_code == 302
    return str(answer["Location"])


def test_a_loss_is_shown_for_this_once_to_whoever_chose_it_and_the_audit_says_so(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, genogram: str, browser_for: Any
) -> None:
    with_secrets(cast, family)
    orders = list(GenogramOrder.objects.values_list("made_for", "rows"))
    there = shown_once(amara, genogram, "losses")
    assert "loss" not in there
    page = amara.get(there).content.decode()
    assert "termination" in page and "For this once" in page and "Marek" not in page
    token = there.partition("?")[2]
    assert "termination" in amara.get(f"{genogram}file/?for=family&as=svg&{token}").content.decode()
    assert "termination" not in amara.get(f"{genogram}family/").content.decode()
    assert "termination" not in browser_for(cast.bilal).get(there).content.decode()
    assert "termination" not in amara.get(f"{there}x").content.decode()
    assert "termination" not in amara.get(f"{there}&person={family.jamal.pk}").content.decode()
    assert [row for row in GenogramOrder.objects.values_list("made_for", "rows") if "l1" in str(row)] == []
    assert len(orders) <= GenogramOrder.objects.count() <= len(orders) + 2
    whys = list(RecordOpened.objects.exclude(why="").values_list("why", flat=True))
    assert "Shirin asked, alone with us." in whys and "Shown once: lost or ended pregnancies" in whys


def test_it_ends_after_some_minutes(cast: SimpleNamespace, family: SimpleNamespace, amara: Any, genogram: str) -> None:
    with_secrets(cast, family)
    there = shown_once(amara, genogram, "losses")
    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        assert "termination" not in amara.get(there).content.decode()


def test_a_copy_is_kept_as_it_was_sent(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, genogram: str, read: Any
) -> None:
    with_secrets(cast, family)
    assert "Shirin Khatun" in read(amara.get(f"{genogram}given/new/")).said
    answer = amara.post(f"{genogram}given/new/?to={family.shirin.pk}", {"how": "by-hand"})
    release = Release.objects.get(case=cast.case, kind="genogram")
    assert answer["Location"].endswith(f"/given/{release.pk}/")
    sent = read(amara.get(answer["Location"]))
    assert "Rahima Khatun" in sent.said and SECRET not in str(release.body)
    family.rahima.given_name = "Somebody else"
    family.rahima.save()
    assert "Rahima Khatun" in read(amara.get(answer["Location"])).said
    paper = amara.get(f"/cases/{cast.case.pk}/given/{release.pk}/file/")
    assert paper.content[:5] == b"%PDF-" and SECRET not in paper["Content-Disposition"]


def test_the_pages_ask_no_more_than_they_may(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, genogram: str
) -> None:
    with_secrets(cast, family)
    amara.get(f"{genogram}family/")
    for there in ("family/", f"family/?person={family.jamal.pk}", "file/?as=svg", "file/?for=family&as=svg",
                  f"given/new/?to={family.shirin.pk}", "family/showing/new/"):  # fmt: skip
        amara.get(f"{genogram}{there}")
        with CaptureQueriesContext(connection) as captured:
            assert amara.get(f"{genogram}{there}").status_code == 200
        asked = of_the_page(captured)
        assert len(asked) <= MOST, "\n".join(asked)
