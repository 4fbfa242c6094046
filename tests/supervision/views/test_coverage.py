"""Every figure about supervision leads to its list, and no figure knows a person."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from supervision.models import Discussion, SupervisionSettings
from tests.factories.cases import CaseFactory, ChildFactory
from tests.factories.journey_protect import PlanSpellFactory
from tests.factories.supervision import ConsultationFactory, DiscussionFactory, SessionFactory
from tests.queries import of_the_page

MOST = 15


def agreed(pod: SimpleNamespace, held_on: date, depth: str = "deep") -> Discussion:
    there = [(pod.niamh, "supervisor"), (pod.yael, "consultant")]
    session = SessionFactory(group=pod.group, held_on=held_on, parts=there)
    found: Discussion = DiscussionFactory(
        session=session, case=pod.case, presenter=pod.amara, children=pod.children, depth=depth,
        agreed_on=held_on, agreed_by=pod.niamh,
    )  # fmt: skip
    return found


def figure(page: str, title: str) -> str:
    return page.split(f"{title}</strong></a>")[1].split(">")[1].partition("<")[0].strip()


def test_who_was_talked_about_in_time_and_who_was_not(pod: SimpleNamespace, browser_for: Any) -> None:
    niamh, url = browser_for(pod.niamh), f"/supervision/groups/{pod.group.pk}/coverage/"
    assert "0 of 1 families" in niamh.get(url).content.decode()
    assert "Rahman" in niamh.get(f"{url}in-time-other/").content.decode().split("Yes:")[0]
    agreed(pod, date(2026, 10, 20))
    page = niamh.get(url).content.decode()
    assert "1 of 1 families" in page
    assert figure(page, "With a clinician") == "1 of 1 discussions"
    assert figure(page, "With each child’s voice") == "0 of 1 discussions"
    assert figure(page, "Done by their day") == "No actions yet"
    missing = niamh.get(f"{url}voice/").content.decode()
    assert "Not yet: 1" in missing
    assert "20 October 2026" in missing


def test_what_the_council_counts_decides_who_is_in_time(pod: SimpleNamespace, browser_for: Any) -> None:
    niamh, url = browser_for(pod.niamh), f"/supervision/groups/{pod.group.pk}/coverage/"
    agreed(pod, date(2026, 10, 20), depth="quick")
    assert "1 of 1 families" in niamh.get(url).content.decode()
    SupervisionSettings.objects.create(pk=1, resets=["deep"])
    assert "0 of 1 families" in niamh.get(url).content.decode()


def test_a_figure_names_nobody_who_works_here_and_no_family_kept_from_the_reader(
    pod: SimpleNamespace, browser_for: Any
) -> None:
    agreed(pod, date(2026, 10, 20))
    url = f"/supervision/groups/{pod.group.pk}/coverage/"
    page = browser_for(pod.bilal).get(f"{url}clinician/").content.decode().split("<main")[1]
    assert not [each.name for each in (pod.niamh, pod.yael, pod.amara) if each.name in page]
    assert browser_for(pod.amara).get(url).status_code == 403
    assert browser_for(pod.dan).get(url).status_code in (403, 404)
    assert browser_for(pod.niamh).get(f"{url}no-such-figure/").status_code == 404


def test_the_page_asks_few_questions_however_many_families(pod: SimpleNamespace, browser_for: Any) -> None:
    for _ in range(5):
        ChildFactory(case=CaseFactory(team_ids=[pod.pod.pk]))
    for week in range(1, 4):
        agreed(pod, date(2026, 10, 7 * week))
    niamh, url = browser_for(pod.niamh), f"/supervision/groups/{pod.group.pk}/coverage/"
    niamh.get(url)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        niamh.get(url)
    assert len(of_the_page(asked)) <= MOST


def test_consultations_are_counted_by_month_with_how_long_people_waited_and_one_without_names_names_nobody(
    pod: SimpleNamespace, browser_for: Any
) -> None:
    PlanSpellFactory(child=pod.children[0], protection=True)
    niamh, url = browser_for(pod.niamh), f"/supervision/groups/{pod.group.pk}/coverage/"
    assert figure(niamh.get(url).content.decode(), "With a clinician’s thinking in 90 days") == "0 of 1 families"
    asked = {"case": pod.case, "asked_by": pod.amara, "clinician": pod.yael}
    held = {"held_on": date(2026, 10, 19), "written_at": datetime(2026, 10, 19, 9, tzinfo=UTC)}
    ConsultationFactory(**asked, asked_on=date(2026, 10, 12), **held, consent="anonymous")
    ConsultationFactory(**asked, asked_on=date(2026, 11, 2))
    page = niamh.get(url).content.decode()
    assert "October: 1, November: 1. From asking to talking: 7 days in the middle." in page
    assert figure(page, "Talked about") == "1 of 2 consultations"
    assert figure(page, "With a clinician’s thinking in 90 days") == "0 of 1 families", "known from no such page"
    met = niamh.get(f"{url}consulted/").content.decode().split("Yes:")[1]
    assert "Without names" in met and "Rahman" not in met
    ConsultationFactory(**asked, asked_on=date(2026, 10, 12), **held)
    assert figure(niamh.get(url).content.decode(), "With a clinician’s thinking in 90 days") == "1 of 1 families"
