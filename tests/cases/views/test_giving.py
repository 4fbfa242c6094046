"""What we agreed: half a page for a parent and for a child, kept as given, never to an unsafe place."""

from datetime import date, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import (
    ChronologyEntry,
    ContactPoint,
    Household,
    HouseholdMembership,
    Member,
    PlannedVisit,
    Quote,
    Release,
    Visit,
    VisitChild,
)
from tests.factories.cases import ActionFactory, ChildFactory, HouseholdFactory, VisitFactory

CANARY = "Canary: the bruise on her arm"


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Member:
    """The mother, at home with the children; her mobile is safe."""
    found: Member = ChildFactory(case=cast.case, kind="adult", given_name="Shirin", family_name="Khatun")
    HouseholdMembership.objects.create(case=cast.case, household=cast.home, member=found)
    ContactPoint.objects.create(case=cast.case, member=found, kind="mobile", value="07700 900111", is_safe=True)
    return found


@pytest.fixture
def jamal(cast: SimpleNamespace) -> Member:
    """The father, who lives elsewhere and whom nobody asked what is safe."""
    found: Member = ChildFactory(case=cast.case, kind="adult", given_name="Jamal", family_name="Rahman")
    HouseholdFactory(case=cast.case, name="Luton", people=[found])
    return found


@pytest.fixture
def visit(cast: SimpleNamespace, today: date, shirin: Member, jamal: Member) -> Visit:
    """A visit yesterday in which three things were agreed, one of them kept from Jamal."""
    found: Visit = VisitFactory(case=cast.case, worker=cast.amara, visited_on=today - timedelta(days=1))
    for child in cast.children:
        VisitChild.objects.create(case=cast.case, visit=found, child=child, seen="alone")
    said = {"case": cast.case, "visit": found, "agreed_on": today}
    ActionFactory(keeper=cast.amara, what="Ring the housing office", due_on=date(2026, 11, 6), **said)
    ActionFactory(keeper=cast.bilal, what="Bring the cards", children=cast.children[:1], **said)
    ActionFactory(keeper=cast.amara, what=CANARY, kept_from=[jamal.pk], **said)
    ActionFactory(keeper=cast.amara, what="Canary: never to the family", is_kept_from_family=True, **said)
    return found


@pytest.fixture
def url(cast: SimpleNamespace, visit: Visit) -> str:
    return f"/cases/{cast.case.pk}/visits/{visit.pk}/agreed/"


def words_for(amara: Any, read: Any, url: str, who: Member) -> str:
    found: str = read(amara.get(f"{url}?to={who.pk}")).filled["words"]
    return found


def test_the_mothers_words_are_made_from_what_was_agreed(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, shirin: Member
) -> None:
    said = words_for(amara, read, url, shirin)
    for words in ("Dear Shirin", "Monday 2 November", "- I will ring the housing office, by Friday 6 November.",
                  "- Bilal Aziz will bring the cards.", "I will tell you when I come next.", "Amara Obi"):  # fmt: skip
        assert words in said
    assert CANARY[:1].lower() + CANARY[1:] in said, "it is kept from Jamal only"
    assert "never to the family" not in said


def test_a_child_reads_what_is_about_them_in_a_childs_words_with_their_own(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, visit: Visit, jamal: Member
) -> None:
    """What somebody said and is kept from anybody at all stays off paper, which lies about where they live."""
    anisa, imran = cast.children[:2]
    for speaker, words, kept in (
        (anisa, "I like Saturdays", []),
        (imran, "Mum cries", []),
        (anisa, CANARY, [anisa.pk]),
        (anisa, "Dad said not to tell", [jamal.pk]),
    ):
        Quote.objects.create(case=cast.case, speaker=speaker, words=words, said_on=visit.visited_on, visit=visit,
                             kept_from=kept)  # fmt: skip
    text = words_for(amara, read, url, anisa)
    assert text.startswith("Hello Anisa") and "You told me: “I like Saturdays”" in text
    assert "bring the cards" in text and "Mum cries" not in text and f"“{CANARY}”" not in text
    assert "not to tell" not in text
    assert "bring the cards" not in words_for(amara, read, url, imran), "that is for Anisa"


def test_nothing_marked_is_in_what_is_made_kept_or_shown_for_the_person_it_is_kept_from(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, jamal: Member
) -> None:
    page = amara.get(f"{url}?to={jamal.pk}").content.decode()
    assert "canary" not in page.lower() and "ring the housing office" in page
    sent = {"words": f"Dear Jamal, {CANARY.upper()}!", "how": "by-hand"}
    page = read(amara.post(f"{url}?to={jamal.pk}", sent))
    assert "it is not to be shared with Jamal" in page.errors["words"]
    assert not Release.objects.exists() and not ChronologyEntry.objects.filter(kind="given").exists()


def test_what_was_promised_to_somebody_else_by_name_is_between_them(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, shirin: Member, jamal: Member, visit: Visit
) -> None:
    said = {"case": cast.case, "keeper": cast.amara, "agreed_on": visit.visited_on}
    ActionFactory(what="Ask about the flat", promised_to="Shirin", visit=visit, **said)
    ActionFactory(what="Ring her mother", promised_to="Shirin", **said)
    ActionFactory(what="Talk it over in the group", **said)
    hers, his = words_for(amara, read, url, shirin), words_for(amara, read, url, jamal)
    assert "ask about the flat" in hers and "ring her mother" in hers, "promised to her that day, in no visit by name"
    assert "ask about the flat" not in his and "ring her mother" not in his
    assert "talk it over" not in hers + his, "agreed the same day, and not with the family"


def test_it_is_kept_as_given_and_is_on_the_timeline(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, shirin: Member, visit: Visit
) -> None:
    sent = {"words": "Dear Shirin,\n\nI ring them.", "number": "020 7946 0000", "how": "copied"}
    answer = amara.post(f"{url}?to={shirin.pk}", sent)
    made = Release.objects.get()
    assert answer["Location"] == f"/cases/{cast.case.pk}/given/{made.pk}/"
    assert (made.recipient, made.how, made.given_by, made.visit) == (shirin, "copied", cast.amara, visit)
    entry = ChronologyEntry.objects.get(kind="given")
    assert entry.summary == "Amara Obi gave Shirin “What we agreed”: copied into a message"
    ActionFactory(case=cast.case, keeper=cast.amara, visit=visit, what="Something new")
    page = amara.get(answer["Location"]).content.decode()
    assert "I ring them." in page and "020 7946 0000" in page and "data-copies" in page and "Something new" not in page
    assert read(amara.get(f"{url}?to={cast.children[0].pk}")).filled["number"] == "020 7946 0000"
    assert "Shirin Khatun, copied into a message, Tuesday 3 November" in read(amara.get(url)).said


@pytest.mark.parametrize("how", ["copied", "posted"])
def test_where_no_way_is_known_to_be_safe_nothing_goes_from_afar(
    amara: Any, read: Any, url: str, jamal: Member, how: str
) -> None:
    page = read(amara.get(f"{url}?to={jamal.pk}"))
    assert "We know no safe way to reach Jamal." in page.said
    page = read(amara.post(f"{url}?to={jamal.pk}", {"words": "Dear Jamal", "how": how}))
    assert "how" in page.errors and not Release.objects.exists()


def test_nothing_is_sent_to_a_home_that_is_not_to_be_shared_and_it_says_where_not_to_hand_it_over(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, shirin: Member
) -> None:
    Household.objects.filter(pk=cast.home.pk).update(is_safe_to_share=False, address="12 Quiet Mews, NW1 2AB")
    page = read(amara.get(f"{url}?to={shirin.pk}"))
    assert page.said.count("Give it by hand, and not at Somers Town.") == 1
    for how in ("copied", "posted"):
        assert read(amara.post(f"{url}?to={shirin.pk}", {"words": "Dear Shirin", "how": how})).errors["how"]
    refused = read(amara.post(f"{url}?to={shirin.pk}", {"words": "Come to nw1 2ab", "how": "by-hand"}))
    assert "not to be shared" in refused.errors["words"]
    page = amara.post(f"{url}?to={shirin.pk}", {"words": "Dear Shirin", "how": "by-hand"}, follow=True)
    said = read(page).said
    assert "Give it by hand, and not at Somers Town." in said and "data-copies" not in page.content.decode()


def test_a_copy_that_was_safe_when_given_offers_no_copying_once_it_is_not(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member
) -> None:
    page = amara.post(f"{url}?to={shirin.pk}", {"words": "Dear Shirin", "how": "copied"}, follow=True)
    assert "data-copies" in page.content.decode()
    ContactPoint.objects.update(is_safe=False)
    page = amara.get(page.redirect_chain[-1][0])
    assert "data-copies" not in page.content.decode() and "We know no safe way" in page.content.decode()


def test_the_next_visit_is_told_to_those_who_live_where_it_goes_and_nothing_of_an_unannounced_one(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, shirin: Member, jamal: Member, today: date
) -> None:
    said = {"case": cast.case, "worker": cast.amara, "planned_by": cast.amara, "household": cast.home}
    PlannedVisit.objects.create(planned_on=today + timedelta(days=1), purpose="unannounced", **said)
    assert "I will tell you when I come next." in words_for(amara, read, url, shirin)
    PlannedVisit.objects.create(planned_on=today + timedelta(days=2), starts=time(16), **said)
    assert "I come again on Thursday 5 November at 4 pm." in words_for(amara, read, url, shirin)
    assert "I will tell you when I come next." in words_for(amara, read, url, jamal)


def test_a_visit_that_was_taken_back_gives_nothing(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, shirin: Member, today: date
) -> None:
    Visit.objects.update(struck_on=today, struck_by=cast.amara, struck_why="Another family.")
    page = read(amara.post(f"{url}?to={shirin.pk}", {"words": "Dear Shirin", "how": "by-hand"}))
    assert "This visit was taken back." in page.said and not Release.objects.exists()


def test_words_of_the_trade_are_named_and_stop_nobody(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, shirin: Member, visit: Visit
) -> None:
    ActionFactory(case=cast.case, keeper=cast.amara, visit=visit, what="Invite her to the core group")
    assert "core group, maybe “the group that meets about the plan”" in read(amara.get(f"{url}?to={shirin.pk}")).said
    amara.post(f"{url}?to={shirin.pk}", {"words": "The core group", "how": "by-hand"})
    assert Release.objects.exists()


def test_nobody_of_another_family_and_nobody_who_may_not_see_the_record(
    cast: SimpleNamespace, amara: Any, browser_for: Any, url: str, shirin: Member
) -> None:
    stranger = ChildFactory()
    assert b"Whom is it for?" in amara.get(f"{url}?to={stranger.pk}").content
    assert b"Whom is it for?" in amara.get(f"{url}?to=moon").content
    given = amara.post(f"{url}?to={shirin.pk}", {"words": "Dear Shirin", "how": "by-hand"})["Location"]
    dan = browser_for(cast.dan)
    assert [dan.get(address).status_code for address in (url, given)] == [404, 404]
