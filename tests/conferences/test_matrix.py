"""Who opens which page and file of conferences: one table. And nothing of the preparation is on any that is not the
coordinator's.

The URLconf is walked: a page without a line here fails, and is asked as soon as it has one.
"""

import logging
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse

from conferences.models import (
    Arrangement,
    DangerTold,
    FamilyLink,
    FamilyMeeting,
    InformationReport,
    Invitee,
    KeptApart,
    Letter,
    Mandate,
    MayPromise,
    Outcome,
    OutcomeWords,
    PlanEdition,
    PreparingContact,
    PreparingNote,
    SafetyFact,
)
from tests.factories.conferences import ConferenceFactory, fill
from tests.guards.walk import urls

pytestmark = pytest.mark.django_db

# C: coordinates the family. W: its social worker. M: her manager. F: coordinated it before. X: is kept from the record.
# S: a worker of another service. A: coordinates other families.
EVERYBODY = dict(C="samira", W="amara", M="bilal", F="ended", X="excluded", S="dan", A="aroha")
MATRIX = {
    # Lists: everybody's own, and of this family nothing for F, X, S and A.
    "list": "CWMFXSA",
    # With the record.
    "for-case": "WM",
    "new": "WM",
    "coordinator": "WM",
    "agreement": "WM",
    "own-report": "WM",
    "safety-new": "WM",
    "safety-ending": "WM",
    "network": "WM",
    "not-yet": "WM",
    "before-court": "WM",
    "letter-held": "WM",
    "mandate": "M",
    # Beside the family: the record's people and the coordinator.
    "conference": "CWM",
    "stage": "CWM",
    "danger": "CWM",
    "plan-paper": "CWM",
    "plan-story": "CWM",
    "plan-edition": "CWM",
    "plan-file": "CWM",
    "offer": "CWM",
    "offer-again": "CWM",
    "asking-new": "CWM",
    "not-taken-up": "CWM",
    "afterwards": "CWM",
    # The coordinator's own room.
    "people": "C",
    "apart": "C",
    "apart-ending": "C",
    "invitee": "C",
    "invitee-new": "C",
    "contact": "C",
    "contact-new": "C",
    "preparing": "C",
    "when": "C",
    "questions": "C",
    "arrangement": "C",
    "report": "C",
    "report-new": "C",
    "letters": "C",
    "letter": "C",
    "letter-new": "C",
    "letter-wording": "C",
    "letter-file": "C",
    "danger-new": "C",
    "meeting": "C",
    "plan": "C",
    "plan-review-new": "C",
    "link-new": "C",
    "link-closing": "C",
    "no-more": "C",
    "outcome-new": "C",
    "outcome-reading": "C",
    # Not of any family: tests of their own say who.
    "evidence": "?",
    "settings": "?",
    "danger-word": "?",
    # A secret of their own and no account: tests of links say what each opens.
    "family-link": "?",
    "family-link-closed": "?",
    "family-link-done": "?",
}
SECRETS = dict(
    name="Zebrafinch", reach="Quagga", safe="Okapi", way="Pangolin", protected="Axolotl", advocate="Numbat",
    apart="Kakapo", contact="Capybara", note="Tapir", arrangement="Bongo", letter="Gharial", report="Binturong",
    words="Potoroo", email="dugong", left="14:17", right="15:43",
)  # fmt: skip
# What is the agency's alone, and on no page of the coordinator.
SUMS = dict(mandate="Quokka", promise="Wombat", most="90417736")  # longer than any key a row has


@pytest.fixture
def prepared(conferred: SimpleNamespace) -> SimpleNamespace:
    """A conference that was held, with a word that sings in every table of the preparation."""
    conferred.conference = ConferenceFactory(
        case=conferred.case, referred_by=conferred.amara, coordinator=conferred.samira, stage="held"
    )
    own: dict[str, Any] = {"case": conferred.case, "conference": conferred.conference}
    fill(conferred.conference, conferred.amara)
    mandate = Mandate.objects.create(**own, words=SUMS["mandate"], up_to=int(SUMS["most"]), given_by=conferred.bilal,
                                     given_on="2026-10-22")  # fmt: skip
    MayPromise.objects.create(**own, mandate=mandate, what=SUMS["promise"], up_to=int(SUMS["most"]))
    FamilyMeeting.objects.create(**own, held_on="2026-11-01", private_from="14:17", private_until="15:43")
    one = Invitee.objects.create(
        **own, name=SECRETS["name"], side="mother", kind="family", reach=SECRETS["reach"], safe_contact=SECRETS["safe"],
        taking_part=SECRETS["way"], protected=SECRETS["protected"], advocate=SECRETS["advocate"],
        email=f"{SECRETS['email']}@example.org", is_safe_to_write=True,
    )  # fmt: skip
    two = Invitee.objects.get(conference=conferred.conference, name="Farida")
    pair = KeptApart.objects.create(**own, one=one, two=two, because=SECRETS["apart"])
    call = PreparingContact.objects.create(**own, invitee=one, happened_on="2026-10-25", how="visit", minutes=30,
                                           words=SECRETS["contact"], by=conferred.samira)  # fmt: skip
    PreparingNote.objects.create(**own, written_on="2026-10-25", words=SECRETS["note"], by=conferred.samira)
    Arrangement.objects.create(**own, need="food", words=SECRETS["arrangement"])
    letter = Letter.objects.create(**own, invitee=one, kind="invitation", reader="wider-family", text=SECRETS["letter"],
                                   written_on="2026-10-25")  # fmt: skip
    report = InformationReport.objects.create(**own, who="School", going_well=SECRETS["report"],
                                              written_by=conferred.samira)  # fmt: skip
    said = Outcome.objects.create(**own, timing="end", answered_on="2026-11-01", safer=8)
    words = OutcomeWords.objects.create(**own, outcome=said, invitee=one, words=SECRETS["words"])
    link = FamilyLink.objects.create(**own, invitee=one, opens="plan", token_sha256="x" * 64, made_by=conferred.samira,
                                     made_on="2026-11-01", expires_on="2026-12-01")  # fmt: skip
    fact = SafetyFact.objects.create(**own, kind="order", about="Jamal", words="Keeps away.", said_by=conferred.amara,
                                     said_on="2026-10-25")  # fmt: skip
    danger = DangerTold.objects.create(**own, words="He waits at the gate.", children=["Anisa"], soon="soon",
                                       family="told", said_by=conferred.samira, said_on="2026-11-01")  # fmt: skip
    PlanEdition.objects.create(**own, edition=1, agreed_on="2026-11-01", content={})
    conferred.rows = {
        "apart-ending": pair, "invitee": one, "contact-new": one, "contact": call, "report": report, "letter": letter,
        "letter-new": one, "letter-wording": letter, "letter-file": letter, "link-closing": link, "no-more": one,
        "outcome-reading": words, "safety-ending": fact, "danger": danger,
    }  # fmt: skip
    return conferred


SAID = {"need": "food", "number": 1, "kind": "invitation", "reader": "wider-family", "edition": 1, "whose": "adult",
        "form": "adult", "which": "adult"}  # fmt: skip


def names() -> list[str]:
    return [url.name.partition(":")[2] for url in urls() if url.name.startswith("conferences:")]


def addresses(prepared: SimpleNamespace) -> dict[str, str]:
    """Every page that is of this family, with the row it is about."""
    found = {}
    for url in urls():
        space, _, name = url.name.partition(":")
        if space != "conferences" or MATRIX.get(name, "?") == "?":
            continue
        row = prepared.rows.get(name, prepared.conference)
        keys = {"case_pk": prepared.case.pk, "pk": row.pk} | SAID
        found[name] = reverse(url.name, kwargs={key: keys[key] for key in url.keys})
    return found


def test_every_page_of_conferences_has_its_line() -> None:
    assert set(names()) - set(MATRIX) == set()


def test_each_page_opens_for_those_it_is_meant_for_and_for_nobody_else(
    prepared: SimpleNamespace, browser_for: Any
) -> None:
    pages = addresses(prepared)
    wrong = []
    for letter, who in EVERYBODY.items():
        browser = browser_for(getattr(prepared, who))
        for name, address in pages.items():
            answers = [browser.get(address).status_code]
            if letter not in MATRIX[name]:  # a press of somebody who may not look does nothing either
                answers.append(browser.post(address, {"words": "x"}).status_code)
            is_open = bool(set(answers) - {403, 404, 405}) or answers == [405]
            if is_open != (letter in MATRIX[name]):
                wrong.append(f"{who}: {name} {answers}, expected {MATRIX[name]}")
    assert wrong == []


def text_of(answer: Any) -> str:
    """A page or file as its reader and its metadata have it."""
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    said = " ".join(f"{name}: {value}" for name, value in answer.items())
    if whole.startswith(b"%PDF"):
        from tests.printed import read_back

        opened = read_back(whole)
        return f"{said} {opened.text} {opened.raw.decode('latin-1')}"
    return f"{said} {whole.decode()}"


def test_nothing_of_the_preparation_is_on_a_page_or_file_of_anybody_else(
    prepared: SimpleNamespace, browser_for: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    searches = [f"/cases/find/?q={word}" for word in SECRETS.values()]
    others = [f"/cases/{prepared.case.pk}/access-log/", f"/cases/{prepared.case.pk}/", "/my-day/"]
    children = [f"/cases/{prepared.case.pk}/children/{child.pk}/" for child in prepared.children]
    leaks = []
    for who in (EVERYBODY[letter] for letter in "WMFXSA"):
        browser = browser_for(getattr(prepared, who))
        for address in (*addresses(prepared).values(), *searches, *others, *children):
            said = text_of(browser.get(address)).replace(address, "")
            said = said if "/find/" not in address else said.replace(address.partition("=")[2], "", 4)
            leaks += [f"{who}: {address} says {word}" for word in SECRETS.values() if word.lower() in said.lower()]
    assert leaks == []
    assert not [
        word for word in SECRETS.values() if word in caplog.text and ":" not in word and word not in " ".join(searches)
    ]


def test_no_page_of_the_coordinator_says_what_a_manager_allows(prepared: SimpleNamespace, browser_for: Any) -> None:
    samira = browser_for(prepared.samira)
    leaks = []
    for name, address in addresses(prepared).items():
        if "C" in MATRIX[name]:
            said = text_of(samira.get(address))
            leaks += [f"{name} says {word}" for word in SUMS.values() if word in said]
    assert leaks == []


def test_the_canaries_sing_to_the_coordinator(prepared: SimpleNamespace, browser_for: Any) -> None:
    """Otherwise the tests above would look for words that nobody wrote."""
    samira = browser_for(prepared.samira)
    said = " ".join(text_of(samira.get(address)) for address in addresses(prepared).values())
    heard = {name for name, word in SECRETS.items() if word in said}
    assert {"name", "reach", "safe", "way", "apart", "contact", "note", "arrangement", "left", "right"} <= heard


def test_every_table_of_the_preparation_sings(prepared: SimpleNamespace) -> None:
    rooms = (Arrangement, FamilyLink, Invitee, KeptApart, Letter, OutcomeWords, PreparingContact, PreparingNote)
    assert [model.__name__ for model in rooms if not model.objects.exists()] == []
