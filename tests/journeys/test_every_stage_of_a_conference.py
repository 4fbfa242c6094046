"""Every stage of a family group conference, reached in a browser by those who say it, with why where it is asked.

The family is one of early help whose earlier conference was withdrawn: they may ask again at any time.
"""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from conferences.rules.stages import Stage
from tests.journeys.road import answer, send

pytestmark = pytest.mark.long
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 800}
FAMILY, CHILD = "Fenwick", "Poppy"
SEEDED = frozenset({
    Stage.OFFERED, Stage.DECLINED, Stage.EXEMPT, Stage.ACCEPTED, Stage.ALLOCATED, Stage.PREPARING, Stage.READY,
    Stage.HELD, Stage.PLAN_NOT_AGREED, Stage.NO_PLAN, Stage.ACTIVE, Stage.CLOSED, Stage.PAUSED, Stage.WITHDRAWN,
})  # fmt: skip
"""Where the demo's conferences stand. The others are passed on the way, and reached below."""


class Way:
    """One conference on its way. `people` are pages by first name; `reached` every stage that was seen on its page."""

    def __init__(self, url: str, people: dict[str, Page]) -> None:
        self.url, self.people, self.here, self.clicks = url, people, "", 0
        self.reached: set[Stage] = set()

    def go(self, who: str, path: str) -> Page:
        """That person's page, beneath the conference or, with a first "/", anywhere."""
        page = self.people[who]
        page.goto(self.url + (path if path.startswith("/") else self.here + path))
        assert page.locator("main h1").count(), f"{who} found no page at {path}"
        return page

    def press(self, page: Page, name: str) -> None:
        """The button with that name, and see that nothing was wrong with what it sent."""
        before = page.url
        with page.expect_navigation():
            page.get_by_role("button", name=name, exact=True).click()
        problem = page.locator(".govuk-error-summary")
        assert not problem.count(), f"{before}: {problem.first.inner_text()}"

    def stands(self, who: str, stage: Stage) -> Page:
        """Its page says where it stands and what comes next, on a wide window and on a phone."""
        page = self.go(who, "")
        says_where_it_stands(page, stage)
        self.reached.add(stage)
        return page

    def refer(self, said: dict[str, str]) -> None:
        """From the child's page in three clicks and a paragraph. Each of the family answers as `said`, by name."""
        page = self.people["joy"]
        page.goto(f"{self.url}/cases/")
        page.get_by_role("link", name=re.compile(f"{CHILD} {FAMILY}")).first.click()
        before = self.clicks
        for role, name in (("link", "Family group conferences"), ("link", "Refer to a conference")):
            page.get_by_role(role, name=re.compile(name)).first.click()
            self.clicks += 1
        answer(page, reason="Gemma’s mornings are hard again since Carol went back to Harlow.", safety="nothing-known")
        for name, what in said.items():
            page.get_by_label(re.compile(f"^{name} ")).first.select_option(what)
        send(page)
        self.clicks += 1
        assert self.clicks - before == 3
        self.here = re.sub(r".*?(/cases/\d+/conferences/\d+/).*", r"\1", page.url)

    def ask(self, who: str, name: str, what: str) -> None:
        """Somebody is asked, or asked again."""
        page = self.go(who, "askings/new/")
        answer(page, who=name, answer=what)
        send(page)

    def not_taken_up(self, who: str, why: str, **said: str) -> None:
        page = self.go(who, "not-taken-up/")
        answer(page, why=why, **said)
        send(page)

    def again(self, who: str) -> None:
        """What was not taken up is offered again, from the page of the offer."""
        page = self.go(who, "offer/")
        self.press(page, "Offer it again")

    def say(self, who: str, to: Stage, why: str = "") -> None:
        """The next step, from the conference's page. Where a reason is needed, it is asked for first."""
        page = self.go(who, "")
        page.get_by_role("link", name="What comes next").click()
        answer(page, to=to.value)
        if why:
            page.get_by_role("button", name="Save", exact=True).click()
            expect(page.locator(".govuk-error-summary")).to_contain_text("Write why")
            answer(page, to=to.value, reason=why)
        send(page)

    def meet(self) -> None:
        """The family met; the two times of its own time, and nothing else of it."""
        page = self.go("samira", "meeting/")
        answer(page, private_from="14:05", private_until="15:20")
        self.press(page, "Save")

    def write(self, friday: str) -> None:
        """The plan in the family's words, given to the worker."""
        page = self.go("samira", "plan/")
        first = page.locator('main form textarea[name="answer_1"]')
        first.fill(f"Carol has Monday to Thursday. {friday}")
        if not page.locator('main form [name^="what_"]').first.input_value():
            answer(page, what_new1="Wake Poppy and give her breakfast", who_new1="Carol")
        answer(page, contingency="Carol comes, at any hour.", plan_keeper="Carol")
        self.press(page, "Save and give it to the worker")

    def mandate(self) -> None:
        """A manager says before the meeting what may be agreed in the room."""
        page = self.go("peter", "mandate/")
        answer(page, must_haves="Somebody is awake when Poppy is awake.", up_to="50")
        send(page)


def says_where_it_stands(page: Page, stage: Stage) -> None:
    """The label, since when, and the way on: a step, or that there is none. Nothing is wider than the window."""
    standing = page.locator("#standing")
    expect(standing).to_contain_text(stage.label)
    expect(standing).to_contain_text("since")
    sheet = page.locator("section.standing")
    if stage.is_over:
        expect(sheet).to_contain_text("Nothing comes after this")
    else:
        assert sheet.get_by_role("link").count(), f"{stage}: no way on"
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{stage} at {size['width']}: {wider} pixels wider than the window"


@pytest.fixture
def way(service, person) -> Iterator[Way]:
    people = {name: person() for name in ("joy", "peter", "samira")}
    for name, somebody in people.items():
        somebody.sign_in(f"{name}@example.org")
    yield Way(service.url, {name: somebody.page for name, somebody in people.items()})


def test_every_stage_is_reached_through_pages_by_whoever_says_it(way: Way) -> None:
    walk(way)
    assert way.reached == set(Stage)


def walk(way: Way) -> None:
    """One conference through everything that can happen to it, and a second that is withdrawn."""
    days = [timezone.localdate() - timedelta(days=ago) for ago in (3, 2, 1)]
    tried = {f"attempt_{n}": f"{day:%-d %B %Y}" for n, day in enumerate(days, 1)}

    way.refer({})
    page = way.stands("joy", Stage.CONSIDERED)
    expect(page.locator("section.standing")).to_contain_text("Nobody in the family has been asked yet")
    page.get_by_role("link", name="Ask the family").click()  # one click from there to asking
    answer(page, who="Gemma", answer="thinking")
    send(page)
    way.stands("joy", Stage.OFFERED)
    way.not_taken_up("joy", "no-reply", **tried)
    way.stands("joy", Stage.NO_RESPONSE)
    way.again("joy")
    way.not_taken_up("joy", "not-now", words="Not before half-term.")
    way.stands("joy", Stage.DECLINED)
    way.again("joy")
    way.not_taken_up("peter", "not-in-interest", evidence="Lee’s brother is on bail and waits at doors.")
    way.stands("peter", Stage.EXEMPT)
    way.again("peter")
    way.ask("joy", "Gemma", "yes")
    way.stands("joy", Stage.ACCEPTED)
    page = way.go("joy", "")
    page.get_by_role("link", name="Choose a coordinator").click()
    answer(page, coordinator="Samira Yusuf")
    send(page)
    way.stands("samira", Stage.ALLOCATED)

    way.say("samira", Stage.PREPARING)
    way.stands("samira", Stage.PREPARING)
    way.say("samira", Stage.PAUSED, "Gemma is in hospital until Thursday.")
    page = way.stands("samira", Stage.PAUSED)
    expect(page.locator("section.standing")).to_contain_text("Gemma is in hospital until Thursday.")
    way.say("samira", Stage.PREPARING)
    page = way.go("samira", "when/")
    answer(page, planned_on_quick=f"{timezone.localdate():%Y-%m-%d}", place="Castlehaven Community Centre")
    send(page)
    way.mandate()
    way.say("samira", Stage.READY)
    way.stands("samira", Stage.READY)
    way.meet()
    way.stands("samira", Stage.HELD)
    way.say("samira", Stage.NO_PLAN, "They spoke of Gemma’s father, and want to meet again.")
    way.stands("samira", Stage.NO_PLAN)

    way.say("samira", Stage.PREPARING)
    way.meet()
    way.write("On Friday Lee fetches her in his brother’s car.")
    page = way.go("joy", "agreement/")
    answer(page, answer="not-safe", words="One danger is left: Lee’s brother is on bail, and drives on Fridays.")
    page.locator('main form [name^="must_"][value="no"]').check()
    answer(page, will_change="Somebody else fetches her on Fridays.", decided_by="Peter Novak")
    send(page)
    page = way.stands("joy", Stage.PLAN_NOT_AGREED)
    expect(page.get_by_text("Somebody else fetches her on Fridays.")).to_be_visible()
    way.write("On Friday Carol fetches her by bus.")
    page = way.go("joy", "agreement/")
    answer(page, answer="agreed")
    page.locator('main form [name^="must_"][value="yes"]').check()
    send(page)
    way.stands("joy", Stage.PLAN_AGREED)
    way.say("samira", Stage.ACTIVE)
    way.stands("samira", Stage.ACTIVE)
    page = way.go("samira", "plan/reviews/new/")
    answer(page, went_well="She wakes up to somebody.")
    way.press(page, "Save, and the plan stays")
    way.stands("samira", Stage.REVIEWED)
    way.say("samira", Stage.CLOSED)
    way.stands("samira", Stage.CLOSED)

    way.refer({"Gemma": "yes"})
    way.stands("samira", Stage.ALLOCATED)
    way.say("joy", Stage.WITHDRAWN, "Gemma rang: they would rather do it by themselves this time.")
    way.stands("joy", Stage.WITHDRAWN)


def test_every_stage_of_the_demo_says_where_it_stands_and_what_comes_next(service, person) -> None:
    found: set[Stage] = set()
    for who in ("samira", "mina"):
        somebody = person()
        somebody.sign_in(f"{who}@example.org")
        found |= look_at_all(somebody.page, service.url)
    assert found >= SEEDED


def look_at_all(page: Page, url: str) -> set[Stage]:
    """Every conference on somebody's board, opened; where each stands."""
    page.goto(f"{url}/conferences/")
    cards = page.locator(".board__card")
    of_label: Callable[[str], Stage] = {stage.label: stage for stage in Stage}.__getitem__
    ways = [
        (card.locator(".card__link").get_attribute("href"), of_label(card.locator(".board__where strong").inner_text()))
        for card in cards.all()
    ]
    for href, stage in ways:
        page.goto(f"{url}{href}")
        says_where_it_stands(page, stage)
    return {stage for _, stage in ways}
