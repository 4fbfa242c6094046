"""*Before you meet them*: one page that says who is who, what is promised, what is dangerous; and what is missing."""

import uuid
from datetime import date, time
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import BriefPart, Household, Milestone, PlannedVisit, Presence, Relationship
from tests.cases.views.test_query_budgets import MOST, asked, grow, no_looks_left, one  # noqa: F401
from tests.factories.cases import ActionFactory, ChildFactory, HouseholdFactory, InvolvementFactory, VisitFactory
from tests.factories.record_pages import BriefPartFactory, ContactPointFactory, QuoteFactory

CANARY = "Zeisig"


@pytest.fixture
def told(cast: SimpleNamespace) -> SimpleNamespace:
    """The family, with everything that the page can say."""
    case, anisa = cast.case, cast.children[0]
    cast.shirin = ChildFactory(case=case, kind="adult", given_name="Shirin", interpreter="needed")
    cast.jamal = ChildFactory(case=case, kind="adult", given_name="Jamal")
    for adult, kind in ((cast.shirin, "mother"), (cast.jamal, "father")):
        Relationship.objects.create(case=case, one=adult, other=anisa, kind=kind)
    visit = VisitFactory(case=case, worker=cast.amara, visited_on=date(2026, 10, 1))
    Presence.objects.create(case=case, visit=visit, member=cast.shirin, happened_on=visit.visited_on)
    for kind in ("why", "working", "tonight", "danger"):
        BriefPartFactory(case=case, written_by=cast.amara, kind=kind, words=f"These are the words of {kind}.")
    BriefPartFactory(case=case, written_by=cast.amara, kind="how", words="Take your shoes off", told_by=cast.shirin)
    ContactPointFactory(member=cast.shirin, remark="Text only")
    ContactPointFactory(member=cast.shirin, kind="phone", value="020 7946 0112", is_safe=False)
    ActionFactory(case=case, keeper=cast.amara, what="Ring the housing office", promised_to="Shirin")
    ActionFactory(case=case, keeper=cast.amara, what="Read the old file")
    QuoteFactory(speaker=anisa, words="They just talk slower", headed_on=date(2026, 10, 2), headed_by=cast.amara)
    return cast


def test_a_stranger_reads_who_is_who_what_is_promised_and_what_is_dangerous(
    told: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    said = read(browser_for(told.cora).get(f"/cases/{told.case.pk}/before-you-meet/")).said
    for words in (
        "Anisa Rahman", "11 years", "Mother of Anisa", "Father of Anisa", "Lives at Somers Town",
        "Last spoken with 1 October 2026", "Not spoken with yet", "These are the words of danger",
        "These are the words of tonight", "These are the words of why", "These are the words of working",
        "Take your shoes off", "07700 900114", "Text only", "never phone 020 7946 0112",
        "Amara Obi to Shirin: Ring the housing office", "They just talk slower", "needs an interpreter",
        "Lead worker: Amara Obi",
    ):  # fmt: skip
        assert words in said, words
    assert "Read the old file" not in said, "what is promised to nobody is no promise"


def test_what_nobody_wrote_is_named_with_who_could_write_it(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    ChildFactory(case=cast.case, kind="adult", given_name="Jamal")
    page = read(browser_for(cast.amara).get(f"/cases/{cast.case.pk}/before-you-meet/"))
    missing = page.said.split("What is missing here")[1]
    for words in ("Why we are involved: could be written by Amara Obi", "How to work with us: could be written by the"
                  " family, asked by Amara Obi", "A talk with Jamal", "Words of Anisa and Imran, chosen",
                  "The number of duty"):  # fmt: skip
        assert words in missing, words
    assert f"/cases/{cast.case.pk}/before-you-meet/why/" in page.links
    assert "That does not say that nothing is" in page.said


def test_the_number_of_duty_is_on_it(cast: SimpleNamespace, browser_for: Any, read: Any, settings: Any) -> None:
    settings.DUTY_PHONE = "020 7946 0999"
    assert "020 7946 0999" in read(browser_for(cast.amara).get(f"/cases/{cast.case.pk}/before-you-meet/")).said


def test_the_familys_own_copy_holds_no_danger_no_number_no_unsafe_address_and_nothing_marked(
    told: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    Household.objects.update(address="12 Elm Row", is_safe_to_share=False)
    BriefPart.objects.filter(kind="working").update(words=CANARY, kept_from=[told.jamal.pk])
    ActionFactory(case=told.case, keeper=told.amara, what=CANARY, promised_to="Shirin", is_kept_from_family=True)
    client, url = browser_for(told.amara), f"/cases/{told.case.pk}/before-you-meet/"
    staff, family = read(client.get(url)).said, read(client.get(f"{url}?for=family")).said
    secrets = (
        CANARY,
        "words of danger",
        "07700 900114",
        "020 7946 0112",
        "12 Elm Row",
        "Somers Town",  # a home is often called by where it is
        "Last spoken",
        "What is missing",
    )
    for secret in secrets:
        assert secret in staff and secret not in family, secret
    assert "These are the words of why" in family and "Take your shoes off" in family
    assert "Not for the family" in staff and "Not for the family" not in family


def test_a_child_nobody_may_know_of_is_for_staff_and_not_in_the_familys_copy(
    told: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    away = ChildFactory(case=told.case, given_name=CANARY)
    HouseholdFactory(case=told.case, name=f"{CANARY}’s home", people=[away])
    marks = {"is_kept_from_family": True}
    Relationship.objects.create(case=told.case, one=told.shirin, other=away, kind="mother", **marks)
    client, url = browser_for(told.amara), f"/cases/{told.case.pk}/before-you-meet/"
    assert CANARY in read(client.get(url)).said and CANARY in read(client.get(away.get_absolute_url())).said
    assert CANARY not in read(client.get(f"{url}?for=family")).said


def test_nothing_marked_is_in_the_head_of_a_familys_or_a_childs_page(
    told: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    BriefPart.objects.filter(kind__in=["why", "how", "danger"]).update(words=CANARY, kept_from=[told.jamal.pk])
    ContactPointFactory(member=told.shirin, value=CANARY, kept_from=[told.jamal.pk])
    client = browser_for(told.amara)
    for url in (f"/cases/{told.case.pk}/", told.children[0].get_absolute_url()):
        page = read(client.get(url))
        assert CANARY not in page.said and "Safety: read before you go" in page.said
        assert "They just talk slower" in page.said and "07700 900114" in page.said
        assert "It stands on the page" in page.said and "Not asked yet" not in page.said


def test_a_missing_child_is_said_first_on_every_head(told: SimpleNamespace, browser_for: Any, read: Any) -> None:
    Milestone.objects.create(case=told.case, child=told.children[0], kind="missing", happened_on=date(2026, 11, 2))
    client = browser_for(told.amara)
    assert "Anisa: missing since 2 November 2026" in read(client.get(f"/cases/{told.case.pk}/")).said
    assert "Missing since 2 November 2026" in read(client.get(told.children[0].get_absolute_url())).said
    assert "missing since 2 November 2026" in read(client.get(f"/cases/{told.case.pk}/before-you-meet/")).said


def test_a_childs_page_says_how_many_led_in_a_year(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    anisa = cast.children[0]
    InvolvementFactory(
        child=anisa, worker=cast.dan, team=cast.pod, started_on=date(2026, 6, 1), ended_on=date(2026, 8, 20)
    )
    assert "2 lead workers in the last 12 months" in read(browser_for(cast.amara).get(f"/cases/{cast.case.pk}/")).said


def test_a_part_is_written_anew_with_its_marks_and_whose_words_they_are(
    told: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    client, url = browser_for(told.amara), f"/cases/{told.case.pk}/before-you-meet/how/"
    page = read(client.get(url))
    assert page.filled["words"] == "Take your shoes off"
    standing = BriefPart.objects.get(kind="how", ended_on=None)
    said = {"words": "Ring twice", "told_by": told.shirin.pk, "kept_from": [told.jamal.pk], "_version": standing.pk}
    answer = client.post(url, said | {"_key": str(uuid.uuid4())})
    assert answer.status_code == 302
    now = BriefPart.objects.get(kind="how", ended_on=None)
    assert (now.words, now.told_by_id, now.kept_from) == ("Ring twice", told.shirin.pk, [told.jamal.pk])
    assert BriefPart.objects.filter(kind="how").count() == 2


def test_two_who_write_one_part_at_once_lose_neither_text(told: SimpleNamespace, browser_for: Any, read: Any) -> None:
    client, url = browser_for(told.amara), f"/cases/{told.case.pk}/before-you-meet/why/"
    shown = BriefPart.objects.get(kind="why").pk
    theirs = {"words": "Theirs", "_version": shown, "_key": str(uuid.uuid4())}
    assert browser_for(told.bilal).post(url, theirs).status_code == 302
    answer = client.post(url, {"words": "Mine", "_version": shown, "_key": str(uuid.uuid4())})
    page = read(answer)
    assert "Theirs" in page.said and page.filled["words"] == "Mine"
    assert BriefPart.objects.get(kind="why", ended_on=None).words == "Theirs"
    again = {"words": "Both", "_version": page.filled["_version"], "_key": str(uuid.uuid4())}
    assert client.post(url, again).status_code == 302
    assert BriefPart.objects.get(kind="why", ended_on=None).words == "Both"


def test_a_kind_of_part_that_does_not_exist_is_not_found(cast: SimpleNamespace, browser_for: Any) -> None:
    assert browser_for(cast.amara).get(f"/cases/{cast.case.pk}/before-you-meet/gossip/").status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("no_looks_left")
def test_the_page_asks_as_little_for_forty_children_as_for_one(one: SimpleNamespace, browser_for: Any) -> None:  # noqa: F811
    client, url = browser_for(one.amara), f"/cases/{one.case.pk}/before-you-meet/"
    client.get(url)
    few = len(asked(lambda: client.get(url), 200))
    grow(one)
    assert len(asked(lambda: client.get(url), 200)) == few == 14 <= MOST


def test_a_visit_somebody_plans_is_told_to_colleagues_and_not_to_the_family(
    cast: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    PlannedVisit.objects.create(
        case=cast.case,
        worker=cast.amara,
        planned_by=cast.amara,
        planned_on=date(2026, 11, 5),
        starts=time(16),
        purpose="unannounced",
    )
    url, amara = f"/cases/{cast.case.pk}/before-you-meet/", browser_for(cast.amara)
    assert "5 November 2026, 4 pm: a visit, Amara Obi" in read(amara.get(url)).said
    assert "4 pm" not in read(amara.get(f"{url}?for=family")).said
