"""The coordinator's own room: what its pages do, and that nobody else opens one."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.models import (
    Arrangement,
    InformationReport,
    Invitee,
    KeptApart,
    NetworkPerson,
    PlanAnswer,
    PreparingContact,
    PreparingNote,
)
from tests.factories.conferences import ConferenceFactory
from tests.queries import of_the_page

pytestmark = pytest.mark.django_db
BUDGETS = {"people": 15, "invitee": 14, "preparing": 15}


@pytest.fixture
def prep(conferred: SimpleNamespace) -> SimpleNamespace:
    """A conference in preparation with a person, a relative who is only known, a contact, a pair and a page."""
    conferred.conference = ConferenceFactory(
        case=conferred.case, referred_by=conferred.amara, coordinator=conferred.samira, stage="preparing"
    )
    own = conferred.own = {"case": conferred.case, "conference": conferred.conference}
    conferred.shirin = Invitee.objects.create(**own, name="Shirin", side="mother", kind="family", is_parent=True)
    conferred.jamal = Invitee.objects.create(**own, name="Jamal", side="father", kind="family", is_parent=True)
    conferred.farida = NetworkPerson.objects.create(**own, name="Farida", tie="Dad’s sister", side="father")
    conferred.call = PreparingContact.objects.create(
        **own, invitee=conferred.shirin, happened_on="2026-11-02", how="visit", minutes=90, by=conferred.samira
    )
    conferred.pair = KeptApart.objects.create(**own, one=conferred.shirin, two=conferred.jamal, is_by_law=True)
    conferred.report = InformationReport.objects.create(**own, who="School", written_by=conferred.samira)
    return conferred


def at(prep: SimpleNamespace, name: str, *keys: Any) -> str:
    return reverse(f"conferences:{name}", args=[prep.case.pk, *(keys or [prep.conference.pk])])


def addresses(prep: SimpleNamespace) -> dict[str, str]:
    return {
        "people": at(prep, "people"), "apart": at(prep, "apart"), "invitee-new": at(prep, "invitee-new"),
        "invitee": at(prep, "invitee", prep.shirin.pk), "contact-new": at(prep, "contact-new", prep.shirin.pk),
        "contact": at(prep, "contact", prep.call.pk), "apart-ending": at(prep, "apart-ending", prep.pair.pk),
        "preparing": at(prep, "preparing"), "when": at(prep, "when"), "questions": at(prep, "questions"),
        "arrangement": at(prep, "arrangement", prep.conference.pk, "food"), "report-new": at(prep, "report-new"),
        "report": at(prep, "report", prep.report.pk),
    }  # fmt: skip


def test_nobody_but_the_coordinator_opens_a_page_of_preparation(prep: SimpleNamespace, browser_for: Any) -> None:
    opened = {}
    for name in ("samira", "amara", "bilal", "cora", "dan", "aroha", "ended", "excluded"):
        browser = browser_for(getattr(prep, name))
        for page, address in addresses(prep).items():
            answers = [browser.get(address).status_code, browser.post(address, {"words": "x"}).status_code]
            if set(answers) - {403, 404}:
                opened.setdefault(name, set()).add(page)
    assert opened == {"samira": set(addresses(prep))}


def test_the_workers_page_of_the_conference_says_nothing_of_the_preparation(
    prep: SimpleNamespace, browser_for: Any
) -> None:
    PreparingNote.objects.create(**prep.own, written_on="2026-11-02", words="Quagga", by=prep.samira)
    Arrangement.objects.create(**prep.own, need="food", words="Okapi")
    for name in ("amara", "bilal", "cora"):
        for address in (prep.conference.get_absolute_url(), "/conferences/"):
            page = browser_for(getattr(prep, name)).get(address).content.decode()
            assert not [word for word in ("Quagga", "Okapi", "Jamal", "/people/", "/preparing/") if word in page]


def test_one_press_puts_somebody_of_the_network_on_the_list_once(
    prep: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    samira = browser_for(prep.samira)
    page = read(samira.get(at(prep, "people")))
    assert "Farida" in page.said and "Ask about Farida." in page.said
    assert '<form method="post" class="known"><input type="hidden" name="csrfmiddlewaretoken"' in (
        samira.get(at(prep, "people")).content.decode()
    )
    for _ in range(2):
        assert samira.post(at(prep, "people"), {"invite": prep.farida.pk}).status_code == 302
    added = Invitee.objects.get(network=prep.farida)
    assert (added.name, added.tie, added.side, added.answer) == ("Farida", "Dad’s sister", "father", "not-asked")
    assert at(prep, "invitee", added.pk) in read(samira.get(at(prep, "people"))).links
    for nonsense in ("", "x", "0", "99999999999999999999"):
        assert samira.post(at(prep, "people"), {"invite": nonsense}).status_code == 404


def test_somebody_of_another_familys_network_is_not_invited(prep: SimpleNamespace, browser_for: Any) -> None:
    other = ConferenceFactory(case=prep.case, referred_by=prep.amara, coordinator=prep.samira)
    stranger = NetworkPerson.objects.create(case=prep.case, conference=other, name="Somebody", side="other")
    assert browser_for(prep.samira).post(at(prep, "people"), {"invite": stranger.pk}).status_code == 404


def test_who_must_not_meet_stands_on_top_until_it_is_arranged(
    prep: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    samira = browser_for(prep.samira)
    says = "They must not meet, and nothing is arranged yet"
    assert says in read(samira.get(at(prep, "people"))).said
    jamal = {"name": "Jamal", "side": "father", "kind": "family", "answer": "coming", "_version": 1}
    address = at(prep, "invitee", prep.jamal.pk)
    assert samira.post(address, jamal | {"way": "shuttle"}).status_code == 302
    assert says not in read(samira.get(at(prep, "people"))).said


def test_of_two_who_must_not_meet_nothing_of_one_stands_on_the_others_page(
    prep: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    samira = browser_for(prep.samira)
    Invitee.objects.filter(pk=prep.jamal.pk).update(reach="07700 900456", protected="14 Ossulston House")
    page = samira.get(at(prep, "invitee", prep.shirin.pk)).content.decode()
    assert not [word for word in ("Jamal", "07700", "Ossulston") if word in page]
    assert "Somebody must not meet Shirin" in page


def test_why_two_must_not_meet_is_not_written_over_unseen(prep: SimpleNamespace, browser_for: Any, read: Any) -> None:
    samira, address = browser_for(prep.samira), at(prep, "apart")
    KeptApart.objects.update(because="An order until June.")
    said = {"one": prep.jamal.pk, "two": prep.shirin.pk, "because": "He shouted."}
    page = read(samira.post(address, said))
    assert "An order until June." in page.said and page.filled["because"] == "He shouted."
    assert samira.post(address, said | {"_version": page.filled["_version"]}).status_code == 302
    assert KeptApart.objects.get().because == "He shouted."
    assert "Choose two different people" in read(samira.post(address, said | {"one": prep.shirin.pk})).errors["two"]
    ending = at(prep, "apart-ending", prep.pair.pk)
    shown = read(samira.get(ending)).filled["_version"]
    assert samira.post(ending, {"_version": shown}).status_code == 302
    assert "Nobody has been named yet" in read(samira.get(address)).said


def test_a_contact_is_two_presses_and_a_number(prep: SimpleNamespace, browser_for: Any, read: Any) -> None:
    samira = browser_for(prep.samira)
    page = read(samira.get(at(prep, "invitee", prep.jamal.pk)))
    log = at(prep, "contact-new", prep.jamal.pk)
    assert f"{log}?how=phone" in page.links
    shown = read(samira.get(f"{log}?how=phone"))
    assert (shown.ticked["how"], shown.ticked["happened_on_quick"]) == ("phone", "2026-11-03")
    said = {"how": "phone", "happened_on_quick": "2026-11-03", "minutes": "20"}
    assert samira.post(log, said).status_code == 302
    after = read(samira.get(at(prep, "invitee", prep.jamal.pk)))
    assert "20 minutes" in after.said and "2 hours" not in after.said and "1.75 with everybody" in after.said


def test_who_is_not_invited_has_a_reason(prep: SimpleNamespace, browser_for: Any, read: Any) -> None:
    samira, address = browser_for(prep.samira), at(prep, "invitee", prep.jamal.pk)
    said = {"name": "Jamal", "side": "father", "kind": "family", "answer": "not-asked", "way": "not-invited"}
    said["_version"] = "1"
    assert "Write why they are not invited" in read(samira.post(address, said)).errors["why_not"]
    assert samira.post(address, said | {"why_not": "Bail forbids it."}).status_code == 302
    prep.jamal.refresh_from_db()
    assert (prep.jamal.answer, prep.jamal.way) == ("not-invited", "not-invited")


def test_two_on_one_persons_page_see_both_texts(prep: SimpleNamespace, browser_for: Any, read: Any) -> None:
    samira, address = browser_for(prep.samira), at(prep, "invitee", prep.jamal.pk)
    Invitee.objects.filter(pk=prep.jamal.pk).update(
        safe_contact="Never in the evening", needs=["travel", "food"], is_safe_to_write=False, version=2
    )
    mine = {"name": "Jamal", "side": "father", "kind": "family", "answer": "coming", "way": "shuttle"}
    page = read(samira.post(address, mine | {"safe_contact": "Mornings", "_version": "1"}))
    assert "Never in the evening" in page.said and page.filled["safe_contact"] == "Mornings"
    assert "The way there and back, Food they can eat" in page.said and "No, somebody else could" in page.said
    assert samira.post(address, mine | {"safe_contact": "Mornings", "_version": "2"}).status_code == 302


def test_a_need_is_arranged_and_leads_to_the_next(prep: SimpleNamespace, browser_for: Any, read: Any) -> None:
    samira = browser_for(prep.samira)
    said = {"words": "Halal, no nuts", "is_done": "on", "next": "1"}
    answer = samira.post(at(prep, "arrangement", prep.conference.pk, "food"), said)
    assert answer["Location"] == at(prep, "arrangement", prep.conference.pk, "childcare")
    assert "1 of 8" in read(samira.get(at(prep, "preparing"))).said
    page = read(samira.post(at(prep, "arrangement", prep.conference.pk, "food"), {"words": "Kosher"}))
    assert "Halal, no nuts" in page.said and page.filled["words"] == "Kosher"
    assert samira.get(at(prep, "arrangement", prep.conference.pk, "fireworks")).status_code == 404


def test_a_friday_asks_about_prayers_and_holds_nothing_up(prep: SimpleNamespace, browser_for: Any, read: Any) -> None:
    samira = browser_for(prep.samira)
    said = {"planned_on": "20 11 2026", "starts": "13.30", "place": "Community hall", "_version": "1"}
    assert samira.post(at(prep, "when"), said).status_code == 302
    page = read(samira.get(at(prep, "preparing"))).said
    assert "20 November 2026, 13:30" in page and "Ask about midday prayers" in page
    prep.conference.refresh_from_db()
    assert prep.conference.place == "Community hall"


def test_the_familys_questions_become_the_parts_of_its_plan(prep: SimpleNamespace, browser_for: Any, read: Any) -> None:
    samira, address = browser_for(prep.samira), at(prep, "questions")
    shown = read(samira.get(address)).filled
    assert shown["questions"] == "Who can help?"
    said = {"questions": "Who can help on Thursdays?\n- Who rings whom?", "shown": shown["shown"]}
    assert samira.post(address, said).status_code == 302
    assert list(PlanAnswer.objects.values_list("place", "question")) == [
        (1, "Who can help on Thursdays?"), (2, "Who rings whom?"),
    ]  # fmt: skip
    late = read(samira.post(address, said | {"questions": "Only mine?"}))
    assert "Who rings whom?" in late.said and late.filled["questions"] == "Only mine?"
    assert samira.post(address, {"questions": "Only mine?", "shown": late.filled["shown"]}).status_code == 302
    assert list(PlanAnswer.objects.values_list("question", flat=True)) == ["Only mine?"]
    assert "Who rings whom?" not in read(samira.get(at(prep, "plan"))).said


def test_a_question_with_an_answer_is_not_taken_out(prep: SimpleNamespace, browser_for: Any, read: Any) -> None:
    for place, question in ((1, "Who can help?"), (2, "Who rings whom?")):
        PlanAnswer.objects.create(**prep.own, place=place, question=question, words="Nan")
    samira, address = browser_for(prep.samira), at(prep, "questions")
    shown = read(samira.get(address)).filled["shown"]
    said = {"questions": "Who rings whom?", "shown": shown}
    assert "has answered “Who can help?” already" in read(samira.post(address, said)).errors["questions"]
    assert samira.post(address, said | {"questions": "Who rings whom?\nWho can help?"}).status_code == 302
    assert list(PlanAnswer.objects.order_by("place").values_list("question", flat=True)) == [
        "Who rings whom?", "Who can help?",
    ]  # fmt: skip


def test_a_worker_writes_their_page_and_the_coordinator_makes_it_ready(
    prep: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    samira, amara, bilal = (browser_for(each) for each in (prep.samira, prep.amara, prep.bilal))
    assert samira.post(at(prep, "report-new"), {"whom": "referrer"}).status_code == 302
    theirs = InformationReport.objects.get(written_by=prep.amara)
    page = read(amara.get(at(prep, "own-report")))
    words = {"going_well": "Zayd laughs a lot.", "worries": "Nights are hard.", "_version": page.filled["_version"]}
    assert amara.post(at(prep, "own-report"), words).status_code == 302
    assert "Zayd laughs" not in read(bilal.get(at(prep, "own-report"))).said + str(
        bilal.get(at(prep, "own-report")).content
    )
    shown = read(samira.get(at(prep, "report", theirs.pk))).filled
    assert shown["going_well"] == "Zayd laughs a lot."
    ready = {name: shown[name] for name in ("going_well", "worries", "offers", "_version")} | {"is_ready": "on"}
    assert samira.post(at(prep, "report", theirs.pk), ready).status_code == 302
    assert "Ready for the family" in read(samira.get(at(prep, "preparing"))).said
    again = read(amara.get(at(prep, "own-report")))
    assert "found it ready" in again.said
    words |= {"offers": "A bed", "_version": again.filled["_version"]}
    assert amara.post(at(prep, "own-report"), words).status_code == 302
    theirs.refresh_from_db()
    assert theirs.ready_on is None


def test_a_note_stays_with_whoever_wrote_it(prep: SimpleNamespace, browser_for: Any, read: Any) -> None:
    samira = browser_for(prep.samira)
    assert samira.post(at(prep, "preparing"), {"words": "Shirin cried, and laughed."}).status_code == 302
    assert "Shirin cried, and laughed." in read(samira.get(at(prep, "preparing"))).said


def test_pages_ask_the_same_few_questions_however_many_people(prep: SimpleNamespace, browser_for: Any) -> None:
    samira, asked = browser_for(prep.samira), {}
    for number in (0, 20):
        for each in range(number):
            one = Invitee.objects.create(**prep.own, name=f"Cousin {each}", side="father", kind="family")
            NetworkPerson.objects.create(**prep.own, name=f"Uncle {each}", side="mother")
            PreparingContact.objects.create(
                **prep.own, invitee=one, happened_on="2026-11-02", how="visit", by=prep.samira
            )
            KeptApart.objects.create(**prep.own, one=one, two=prep.shirin)
            PreparingNote.objects.create(**prep.own, written_on="2026-11-02", words="x", by=prep.samira)
        for page in BUDGETS:
            with CaptureQueriesContext(connection) as captured:
                assert samira.get(addresses(prep)[page]).status_code == 200
            asked.setdefault(page, []).append(len(of_the_page(captured)))
    assert [page for page, counts in asked.items() if len(set(counts)) > 1] == []
    assert {page: counts[0] for page, counts in asked.items() if counts[0] > BUDGETS[page]} == {}
