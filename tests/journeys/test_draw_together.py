"""A worker and a mother draw their family on a tablet; a new partner and a baby are added during a visit. In taps."""

import re

import pytest
from playwright.sync_api import expect

TABLET = 768
PEOPLE = "[data-person]"


class Hand:
    """Somebody's finger on a tablet: every tap is counted, a name is typed where the cursor stands already."""

    def __init__(self, somebody):
        self.page, self.taps = somebody.page, 0

    def tap(self, what):
        self.taps += 1
        what.click()
        self.page.wait_for_load_state()

    def on(self, name):
        """Tap somebody in the picture."""
        self.tap(self.page.locator("a[data-select]", has=self.page.locator(f"[aria-label^='{name}']")).first)

    def add(self, what, name, sex=""):
        """Tap what to add, type the name, say the sex where nothing else says it, and save."""
        self.tap(self.page.get_by_role("link", name=f"+ {what}").first)
        expect(self.page.get_by_label("First name")).to_be_focused()
        self.page.keyboard.type(name)
        if sex:
            self.tap(self.page.get_by_role("radio", name=sex, exact=True))
        self.tap(self.page.get_by_role("button", name="Add "))


@pytest.fixture
def okonjo(service, person):
    """The Okonjo–Reillys, of whom three are written down: a child, a mother and a father."""
    mina = person(width=TABLET)
    mina.sign_in("mina@example.org")
    mina.page.goto(f"{service.url}/cases/find/?q=Fionn")
    mina.page.get_by_role("link", name="Fionn").first.click()
    url = re.match(r".*/cases/\d+/", mina.page.url)[0]
    mina.page.goto(f"{url}genogram/together/")
    return mina


def test_a_mother_and_a_worker_draw_three_generations_undo_a_slip_and_print(okonjo):
    hand, page = Hand(okonjo), okonjo.page
    assert page.locator(PEOPLE).count() == 3
    hand.tap(page.get_by_role("link", name="Grainne", exact=True).first)
    expect(page.locator(".together-who")).to_contain_text("Grainne is telling")
    hand.on("Grainne")
    hand.add("mother", "Maeve")
    hand.add("father", "Padraig")
    hand.add("brother or sister", "Aoife", "Sister")
    hand.add("partner", "Declan", "Man")
    hand.add("child", "Roisin", "Girl")
    hand.on("Aoife")
    hand.add("child", "Cormac", "Boy")
    hand.on("Chidi")
    hand.add("mother", "Adaeze")
    hand.add("father", "Emeka")
    hand.add("brother or sister", "Obinna", "Sister")  # a slip
    hand.tap(page.get_by_role("button", name=re.compile("Undo.*Obinna")))
    expect(page.locator(".geno-scroll")).not_to_contain_text("Obinna")
    hand.add("brother or sister", "Nneka", "Sister")
    hand.on("Declan")
    hand.add("mother", "Sinead")
    hand.add("father", "Fergal")
    expect(page.locator(PEOPLE)).to_have_count(14)
    expect(page.locator(".part__list")).to_contain_text("Roisin, daughter of Grainne and Declan")
    assert okonjo.overflow() == 0
    assert okonjo.axe() == []
    paper = page.get_by_role("link", name="Print it for everybody")
    if paper.count():
        hand.taps += 1
        assert page.request.get(okonjo.service.url + paper.get_attribute("href")).ok
    assert hand.taps <= 45, hand.taps
    print(f"\n{hand.taps} taps, and the names")


@pytest.mark.parametrize("scripts", [True, False], ids=["", "without JavaScript"])
def test_a_new_partner_and_a_baby_are_six_taps_and_the_names(service, person, scripts):
    ade = person(width=TABLET, scripts=scripts)
    ade.sign_in("ade@example.org")
    ade.page.goto(f"{service.url}/cases/find/?q=Leon+Hoxha")
    ade.page.get_by_role("link", name="Leon").first.click()
    url = re.match(r".*/cases/\d+/", ade.page.url)[0]
    ade.page.goto(f"{url}genogram/")
    before, name = ade.page.locator(PEOPLE).count(), "Besim" if scripts else "Gezim"
    hand = Hand(ade)
    hand.on("Drita")
    hand.add("partner", name, "Man")  # and back to the picture, with him chosen
    hand.add("child", f"{name}ka")
    assert hand.taps == 6
    expect(ade.page.locator(PEOPLE)).to_have_count(before + 2)
    panel = ade.page.locator(".geno-panel")
    expect(panel).to_contain_text(f"{name}ka")
    expect(panel).to_contain_text("Drita")
