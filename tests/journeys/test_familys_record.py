"""A visit becomes a family's record: what was promised is kept and given, and what is kept from somebody is on nothing
that a family reads. Whoever comes new reads one page first.
"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.road import answer

SECRET, RARE = "Dad said not to tell about the blue door", "Wrenfield"
PROMISE = "bring the forms for the after-school club"
SECTIONS = (
    "What is dangerous", "How to reach them safely", "Who is who", "What keeps the children safe tonight",
    "Why we are involved", "What is working", "How to work with us", "Next dates", "Who works with them",
)  # fmt: skip
RECORD = (
    "",
    "before-you-meet/",
    "timeline/",
    "chronology/",
    "people/",
    "words/",
    "documents/",
    "promises/",
    "feedback/",
)


def _seen(one, **how):
    for name, way in how.items():
        group = one.page.get_by_role("group", name=name, exact=True)
        group.get_by_role("radio", name=way, exact=True).click()


def _main(one, path):
    one.page.goto(one.service.url + path)
    return one.page.locator("main").inner_text()


def _log_the_visit(ade):
    """From a due line to a visit with three children, marked words and a promise. Returns the visit's address."""
    ade.page.goto(f"{ade.service.url}/cases/1/planned-visits/new/?work=visit")
    ade.page.get_by_role("button", name="Today").click()
    ade.page.get_by_role("region", name="Visits today").get_by_role("link", name="Log the visit").first.click()
    _seen(ade, Anisa="Alone", Imran="Seen", Zayd="Seen with carer")
    by = timezone.localdate() + timedelta(days=20)
    answer(ade.page, words_1=f"{SECRET} in {RARE}.", account="Talked in the kitchen.", what_1=PROMISE)
    answer(ade.page, due_1=f"{by:%d/%m/%Y}", promised_1="Shirin Khatun")
    kept = ade.page.get_by_role("group", name=re.compile("words are not to be shared")).get_by_label("Jamal Rahman")
    if not kept.first.is_visible():
        ade.page.locator('main details:has([name="kept_1"]) > summary').first.click()
    kept.first.check()
    ade.page.get_by_role("button", name="Save the visit").click()
    expect(ade.page.get_by_role("status").first).to_contain_text("Anisa, Imran and Zayd seen today.")
    ade.page.locator('.timeline a[href*="/visits/"]').first.click()
    return ade.page.url.removeprefix(ade.service.url)


@pytest.mark.long
def test_what_is_promised_is_given_and_what_is_kept_is_on_nothing_a_family_reads(service, person):
    ade = person(width=360)
    ade.sign_in("ade@example.org")
    visit = _log_the_visit(ade)
    said = ade.page.locator("main")
    expect(said).to_contain_text(SECRET)
    expect(said).to_contain_text("Not to be shared with Jamal Rahman")
    assert PROMISE in _main(ade, "/cases/1/promises/").lower()

    names = {"Shirin": "Shirin Khatun", "Jamal": "Jamal Rahman", "Anisa": "Anisa Rahman"}
    for first, name in names.items():
        ade.page.goto(f"{service.url}{visit}agreed/")
        ade.page.locator("main").get_by_role("link", name=name).first.click()
        expect(ade.page.get_by_role("heading", name=f"What we agreed, for {first}")).to_be_visible()
        begun = ade.page.locator("[name=words]").input_value()
        assert first in begun and SECRET not in begun, begun
        assert (PROMISE in begun) is (first == "Shirin"), "a promise to her is between them"
        if first != "Jamal":
            answer(ade.page, how="by-hand")
            ade.page.get_by_role("button", name="Keep it and give it").click()
            ade.page.wait_for_url(re.compile("/given/"))
            expect(ade.page.get_by_role("heading", name="What we agreed")).to_be_visible()
            assert SECRET not in ade.page.content() and ade.overflow() <= 0

    ade.page.goto(f"{service.url}/cases/1/words/")
    ade.page.get_by_role("link", name=re.compile("Anisa’s words")).first.click()
    expect(ade.page.get_by_role("link", name="Not said so")).to_be_visible()
    expect(ade.page.locator("main")).to_contain_text(SECRET)
    expect(ade.page.locator("main")).to_contain_text("Not to be shared with Jamal")
    expect(ade.page.get_by_role("link", name="Use in the header")).to_have_count(0)
    pages = ("/cases/1/", "/cases/1/children/1/", "/cases/1/before-you-meet/?for=family", "/cases/1/timeline/",
             "/cases/1/before-you-meet/", "/my-day/")  # fmt: skip
    for path in pages:
        assert SECRET not in _main(ade, path), path
    found = _main(ade, f"/cases/find/?q={RARE}")
    assert "Not to be shared" in found and SECRET not in found
    family, staff = (_main(ade, f"/cases/1/before-you-meet/{how}") for how in ("?for=family", ""))
    assert PROMISE in staff.lower() and "Lives at Somers Town" in staff and "Lives at Somers Town" not in family
    ade.page.emulate_media(media="print")
    assert SECRET not in _main(ade, "/cases/1/before-you-meet/?for=family")


@pytest.mark.long
def test_a_manager_sees_that_a_write_up_is_due_and_not_a_word_of_it(service, person):
    ade, ruth = person(width=360), person()
    ade.sign_in("ade@example.org")
    ade.page.goto(f"{service.url}/cases/1/visits/new/")
    _seen(ade, Imran="Seen")
    answer(ade.page, account="Half a thought, for nobody yet.")
    ade.page.get_by_role("button", name="Visited, write up later").click()
    ade.page.locator('.timeline a[href*="/visits/"]').first.click()
    visit = ade.page.url.removeprefix(service.url)
    ruth.sign_in("ruth@example.org")
    for path in ("/cases/1/", visit):
        assert "To write up" in _main(ruth, path) and "Half a thought" not in ruth.page.content()
    ade.page.get_by_role("link", name="Write it up").click()
    expect(ade.page.get_by_label("What I saw and heard")).to_have_value("Half a thought, for nobody yet.")
    ade.page.get_by_role("button", name="Save the write-up").click()
    expect(ade.page.get_by_role("status").first).to_contain_text("Written up.")
    assert "Half a thought" in _main(ruth, visit)
    assert "Ade Fashola" in _main(ruth, "/cases/1/access-log/")


@pytest.mark.long
def test_who_comes_new_reads_one_page_of_each_family_of_their_team(service, person):
    rosa = person(width=360)
    rosa.sign_in("rosa@example.org")
    rosa.page.goto(f"{service.url}/cases/?show=team")
    hrefs = [link.get_attribute("href") for link in rosa.page.locator('main a[href^="/cases/"]').all()]
    families = sorted({href for href in hrefs if re.fullmatch(r"/cases/\d+/", href)})
    told = 0
    for family in families:
        said = _main(rosa, f"{family}before-you-meet/")
        if "DfEX" in said or "What keeps the children safe tonight" not in said:
            continue  # somebody else's census, with nothing but dates
        missing = [title for title in SECTIONS if title not in said]
        assert not missing, f"{family}: {missing}"
        assert rosa.overflow() <= 0
        told += 1
    assert told >= 4


@pytest.mark.long
def test_an_administrator_reaches_no_record(service, person):
    sol = person()
    sol.sign_in("sol@example.org")
    for path in RECORD:
        answered = sol.context.request.get(f"{service.url}/cases/1/{path}")
        assert answered.status in (403, 404) and "Rahman" not in answered.text(), path


@pytest.mark.long
def test_a_mother_answers_by_a_link_without_an_account_and_leaves_no_name(service, person):
    rosa, drita = person(), person(width=360)
    rosa.sign_in("rosa@example.org")
    rosa.page.goto(f"{service.url}/cases/")
    family = rosa.page.locator("main").get_by_role("link", name="Hoxha", exact=True).get_attribute("href")
    rosa.page.goto(f"{service.url}{family}feedback/invitations/new/")
    for words in ("Drita", "Visits", "I give it to them myself"):
        rosa.page.get_by_label(words, exact=True).check()
    rosa.page.get_by_role("button", name="Make the link").click()
    expect(rosa.page.get_by_role("heading", name="A link to give")).to_be_visible()
    link = re.search(r"http://[^\s\"<]+/f/[^\s\"<]+", rosa.page.content()).group(0)
    said = "She asks Leon first. That is good."
    drita.page.goto(link)
    assert "Hoxha" not in drita.page.content() and drita.axe() == [] and drita.overflow() <= 0
    answer(drita.page, listened="9", better="6", words=said)
    drita.page.get_by_role("button", name="Send").click()
    expect(drita.page.get_by_text("It has arrived.")).to_be_visible()
    assert drita.context.request.get(link).status == 404, "a link is for one answer"
    assert said not in _main(rosa, f"{family}feedback/"), "whoever gives no name leaves no trace with the family"
