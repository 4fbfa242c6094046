"""Every template, for an accessibility checker at two widths, and at the width of a small phone; every role's frame."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from camden.access import ROLES
from tests.journeys.conftest import Person
from tests.journeys.pages import LIVE, OTHERS, RENDERED, Look

WIDE, NARROW, SMALLEST = 1280, 360, 320


class Crowd:
    """People of the demo, each signed in once, at one window whose width changes."""

    def __init__(self, browser, service) -> None:
        self.browser, self.service, self.people = browser, service, {}
        self.links: dict[tuple[str, str], list[str]] = {}

    def __getitem__(self, who: str) -> Person:
        if who not in self.people:
            context = self.browser.new_context(viewport={"width": WIDE, "height": 800}, reduced_motion="reduce")
            context.set_default_timeout(10_000)
            self.people[who] = Person(context, self.service)
            if who:
                self.people[who].sign_in(f"{who}@example.org")
        return self.people[who]

    def go(self, look: Look) -> Person:
        """Open a page as its line says: from an address along links. A page on the way is opened once for all."""
        somebody, address = self[look.who], look.start
        for pattern in look.along:
            if (look.who, address) not in self.links:
                self._open(somebody, look.who, address)
            there = next((href for href in self.links[look.who, address] if re.search(pattern, href)), None)
            assert there, f"{address} has no link like {pattern}"
            address = urljoin(address, there)
        self._open(somebody, look.who, address)
        return somebody

    def _open(self, somebody: Person, who: str, address: str) -> None:
        somebody.page.goto(self.service.url + address)
        hrefs = somebody.page.eval_on_selector_all("main a[href]", "all => all.map(a => a.getAttribute('href'))")
        self.links[who, address] = hrefs


@pytest.fixture(scope="module")
def crowd(browser, service) -> Iterator[Crowd]:
    crowd = Crowd(browser, service)
    yield crowd
    faults = {who: somebody.faults for who, somebody in crowd.people.items()}
    for somebody in crowd.people.values():
        somebody.context.close()
    refused = re.compile("status of 40[034]")  # what the pages of refusals are about
    assert {who: rest for who, said in faults.items() if (rest := [f for f in said if not refused.search(f)])} == {}


def wrong_with(somebody: Person, *widths: int) -> list[str]:
    """All there is against the page that is open, at each width, or at both; and whether it fits the smallest."""
    found = []
    for width in widths or (WIDE, NARROW):
        somebody.page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width}: {violation}" for violation in somebody.axe()]
    somebody.page.set_viewport_size({"width": SMALLEST, "height": 800})
    over = somebody.overflow()
    return found + ([f"{over} pixels too wide at {SMALLEST}"] if over > 0 else [])


# Every page on a phone, each time; at a desk before each release.
# One of each kind of page with every run of the tests; all of them, at both widths, with the long ones.
SOON = {
    "account/login.html",
    "cases/child.html",
    "cases/visit_new.html",
    "conferences/plan.html",
    "overview/my_day.html",
    "overview/team.html",
    "supervision/discussion_edit.html",
}


def _looks() -> list[object]:
    """Each page once, at both widths: to open it takes longer than to look at it. Those of SOON in two parts."""
    soon = [pytest.param(template, (NARROW,), id=f"{template}-{NARROW}") for template in LIVE if template in SOON]
    wide = [pytest.param(name, (WIDE,), id=f"{name}-{WIDE}", marks=pytest.mark.long) for name in LIVE if name in SOON]
    rest = [pytest.param(name, (WIDE, NARROW), id=name, marks=pytest.mark.long) for name in LIVE if name not in SOON]
    return soon + wide + rest


@pytest.mark.parametrize(("template", "widths"), _looks())
def test_a_page_can_be_used_by_everybody(crowd, template, widths):
    assert wrong_with(crowd.go(LIVE[template]), *widths) == []


@pytest.mark.long
@pytest.mark.parametrize("look", OTHERS, ids=lambda look: f"{look.who} {look.start}")
def test_a_page_that_others_see_differently_can_be_used_by_them(crowd, look):
    assert wrong_with(crowd.go(look)) == []


@pytest.mark.long
@pytest.mark.parametrize("template", RENDERED)
def test_a_page_that_is_hard_to_come_by_can_be_used_by_everybody(crowd, template):
    """Drawn here, and given to the browser as if the service had sent it."""
    html = render_to_string(template, RENDERED[template], RequestFactory().get("/"))
    nobody, address = crowd[""], f"{crowd.service.url}/drawn-by-a-test/"
    nobody.page.route(address, lambda route: route.fulfill(body=html, content_type="text/html"))
    nobody.page.goto(address)
    found = wrong_with(nobody)
    nobody.page.unroute(address)
    assert found == []


def kinds_of_role(service) -> dict[str, str]:
    """Somebody for each set of permissions: what the frame shows depends on nothing else."""
    people: dict[frozenset, str] = {}
    labels = {says.label: says.permissions for says in ROLES.values()}
    for who, rest in re.findall(r"^\s+(\w+)@example\.org\s+(.+)$", (service.data / "sign-ins.txt").read_text(), re.M):
        label = max((label for label in labels if label in rest), key=len, default="")
        if label:
            people.setdefault(labels[label], who)
    return {who: ", ".join(sorted(kind.name for kind in kinds)) for kinds, who in people.items()}


@pytest.mark.long
def test_the_frame_and_the_first_page_can_be_used_by_every_kind_of_role(crowd, service):
    kinds, found = kinds_of_role(service), {}
    assert len(kinds) >= 6
    for who in kinds:
        found[who] = wrong_with(crowd.go(Look(who, "/")))
        page = crowd[who].page
        page.set_viewport_size({"width": SMALLEST, "height": 800})
        for drawer in (".more__open", ".account__open"):
            if page.locator(drawer).count():
                page.locator(drawer).click()
                found[who] += [f"{drawer} open: {violation}" for violation in crowd[who].axe()]
                found[who] += [f"{drawer} open: too wide"] if crowd[who].overflow() > 0 else []
    assert {who: violations for who, violations in found.items() if violations} == {}


@pytest.mark.long
@pytest.mark.parametrize("template", ["cases/visit_new.html", "cases/allocation_new.html"])
def test_a_refused_form_can_be_used_by_everybody(crowd, template):
    somebody = crowd.go(LIVE[template])
    somebody.page.locator("form[data-draft-url] [type=submit]").first.click()
    somebody.page.locator(".govuk-error-summary").wait_for()
    assert wrong_with(somebody) == []


@pytest.mark.long
def test_the_drawer_of_the_navigation_works_by_keyboard_and_without_scripts(service, person):
    for scripts in (True, False):
        niamh = person(width=NARROW, scripts=scripts)
        niamh.sign_in("niamh@example.org")
        niamh.page.goto(f"{service.url}/roles/")
        drawer = niamh.page.locator(".more__open")
        if not drawer.count():
            pytest.skip("few pages yet: all fit")
        drawer.focus()
        niamh.page.keyboard.press("Enter")
        niamh.page.locator(".more__link").first.wait_for(state="visible")
        if scripts:
            niamh.page.keyboard.press("Escape")
            niamh.page.locator(".more__link").first.wait_for(state="hidden")


@pytest.mark.long
def test_one_of_each_role_is_a_click_away_on_the_first_page(service, person):
    for scripts in (True, False):
        stranger = person(width=NARROW, scripts=scripts)
        stranger.page.goto(service.url)
        stranger.page.get_by_role("button", name="System administrator").click()
        stranger.page.get_by_text("Sol Hathaway").first.wait_for(state="attached")
