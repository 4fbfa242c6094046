"""A family's way through the service in a browser: each step by whoever may do it, through the page that is for it.

Everything happens today: a decision is stamped when it is made. What a step leaves behind is read from the page
"Where things stand".
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

CHOSEN, TEXT = ("radio", "checkbox"), "text"


def answer(page: Page, **said: object) -> None:
    """Fill the questions of a form by their names: a text, the words of an option, or the value of a choice."""
    for name, value in said.items():
        for each in value if isinstance(value, (list, tuple)) else [value]:
            _answer(page, name, str(each))


def _answer(page: Page, name: str, value: str) -> None:
    found = page.locator(f'main form [name="{name}"]')
    kind = found.first.evaluate("one => one.type")
    if kind in CHOSEN:
        page.locator(f'main form [name="{name}"][value="{value}"]').check()
    elif kind.startswith("select"):
        if found.locator(f'option[value="{value}"]').count():
            found.select_option(value)
        else:
            texts = found.locator("option").all_inner_texts()
            found.select_option(label=next(text for text in texts if value in text))
    else:
        if not found.first.is_visible():  # in a part that unfolds
            page.locator(f'main details:has([name="{name}"]) > summary').first.click()
        found.first.fill(value)


def hear(page: Page) -> None:
    """Everybody who must be heard before it is decided, is: their lines unfold one by one."""
    if page.locator('main form [name="decided_why"]').count():
        answer(page, decided_why="It is what they need.")
    answer(page, least_formal="Their uncle, and school.")
    names = page.locator('main form select[name^="heard_"]').evaluate_all("all => all.map(one => one.name)")
    for name in names:
        if name == "heard_other_how":
            continue
        page.locator(f'main details:has([name="{name}"]) > summary').first.click()
        person = name.removesuffix("_how")
        answer(page, **{name: "in-person", f"{person}_words": "We want it.", f"{person}_changed": "We do it so."})
    if len(names) == 1:  # nobody else is known in the family
        page.locator('main details:has([name="heard_other_by"]) > summary').first.click()
        answer(page, heard_other_by="Their uncle", heard_other_how="phone", heard_other_words="We want it.")
        answer(page, heard_other_changed="We do it so.")


def send(page: Page) -> None:
    """Send the form, and see that it was taken."""
    before = page.url
    with page.expect_navigation():  # the page before may say that something was saved, too
        page.locator("main form:not(:has([name=password])) button[type=submit]:visible").last.click()
    problem = page.locator(".govuk-error-summary")
    assert not problem.count(), f"{before}: {problem.first.inner_text()}"
    expect(page.locator(".notice").first).to_be_visible()


class Road:
    """One family on its way. `of` gives the page of a person by their first name."""

    def __init__(self, url: str, people: dict[str, Page]) -> None:
        self.url, self.people, self.case = url, people, 0
        self.children: dict[str, str] = {}

    def go(self, who: str, path: str) -> Page:
        """That person's page, at an address beneath the family's record (or, with a first "/", anywhere)."""
        page = self.people[who]
        page.goto(self.url + (path if path.startswith("/") else f"/cases/{self.case}/{path}"))
        assert page.locator("main h1").count(), f"{who} found no page at {path}"
        return page

    def keys(self, *names: str) -> list[str]:
        """Keys of children by their given names; of all without any."""
        return [self.children[name] for name in names or self.children]

    def contact(self, who: str, children: Sequence[tuple[str, str, str]], **said: object) -> None:
        """Somebody rings about a family nobody knows yet."""
        page = self.go(who, "/cases/front-door/contacts/new/")
        answer(page, q=children[0][1])
        page.locator("main form:has([name=q]) button").first.click()
        page.locator('main a[href*="new=1"]').first.click()
        now = timezone.localtime()
        rows: dict[str, object] = {"received_time": f"{now:%H:%M}", "method": "phone", "consent": "given"}
        for number, (given, family, day) in enumerate(children, 1):
            rows |= {f"child_{number}_given": given, f"child_{number}_family": family, f"child_{number}_day": day}
        answer(page, **rows | {"source": "School", "worry": "A worry, as it was told.", "rating": "amber"} | said)
        send(page)
        self.case = int(re.search(r"/cases/(\d+)/", page.url).group(1))  # type: ignore[union-attr]
        self.contact_url = page.url
        page = self.go(who, "")
        for given, _, _ in children:
            href = page.locator("main a", has_text=given).first.get_attribute("href") or ""
            self.children[given] = re.search(r"/children/(\d+)/", href).group(1)  # type: ignore[union-attr]

    def decide(self, who: str, outcome: str) -> None:
        """A manager decides the contact."""
        page = self.people[who]
        page.goto(self.contact_url + "decision/")
        answer(page, outcome=outcome, rationale="As it was told, this is what helps.")
        send(page)

    def refer(self, who: str, outcomes: Sequence[str], need: str, *names: str) -> None:
        """A manager decides the referral that a contact became."""
        page = self.go(who, "/cases/front-door/?show=referrals")
        href = page.locator(f'main a[href*="/cases/{self.case}/referrals/"]').first.get_attribute("href") or ""
        page = self.go(who, re.sub(r"(referrals/\d+/).*", r"\1decision/", href))
        answer(page, outcomes=outcomes, children=self.keys(*names), primary_need=need, rationale="It needs this.")
        send(page)

    def pass_on(self, who: str, team: str) -> None:
        """To the list of the team that will work with the family."""
        page = self.go(who, "transfer/")
        answer(page, to=team, why="Their team works where the family lives.")
        send(page)

    def allocate(self, who: str, to: str, *names: str) -> None:
        """Each child has a lead worker."""
        for key in self.keys(*names):
            page = self.go(who, f"children/{key}/allocation/")
            answer(page, to=to, spoken="discussed")
            send(page)

    def assess(self, worker: str, manager: str, *names: str) -> None:
        """The assessment the referral began: shared, submitted, authorised by another."""
        page = self.go(worker, "journey/")
        href = page.locator(f'main a[href*="/cases/{self.case}/assessments/"]:not([href$="new/"])').first
        here = (href.get_attribute("href") or "").split(f"/cases/{self.case}/")[1]
        page = self.go(worker, here + "sharing/")
        waiting = page.locator('main li:has-text("Has not read or heard it yet") a[href*="/sharing/new/?person="]')
        for href in waiting.evaluate_all("all => all.map(one => one.getAttribute('href'))"):
            self._share(worker, href)
        send(self.go(worker, here + "submission/"))
        page = self.go(manager, here + "authorisation/")
        answer(page, became="authorise", decision="A plan with the family.", factors="16A")
        answer(page, **{f"need_{key}": "yes" for key in self.keys(*names)})
        hear(page)
        send(page)

    def _share(self, who: str, href: str) -> None:
        """Somebody of the family reads it, and says what they think of it."""
        page = self.go(who, href)
        answer(page, how="together")
        send(page)
        answer(page, remarks="We agree with most of it.")
        send(page)

    def plan(self, who: str, basis: str, *names: str) -> None:
        """A plan begins, with what the family said."""
        page = self.go(who, "plans/new/")
        answer(page, children=self.keys(*names), basis=basis, agreed="Their mother, at home")
        hear(page)
        send(page)

    def strategy(self, who: str, manager: str, *names: str) -> None:
        """Agencies weigh what they know; an enquiry begins for these children."""
        page = self.go(who, "strategy-discussions/new/")
        now = timezone.localtime()
        cause, held = now - timedelta(minutes=2), now - timedelta(minutes=1)
        chosen = {f"child_{key}": "enquire" for key in self.keys(*names)}
        answer(
            page, cause_on_quick=f"{cause:%Y-%m-%d}", cause_clock=f"{cause:%H:%M}", held_on_quick=f"{held:%Y-%m-%d}",
            held_clock=f"{held:%H:%M}", agencies=["social-care", "police", "health"], shared="What each knew.",
            decision="Enquire.", safety_tonight="Their uncle stays.", telling_parents="Their worker, tonight.",
            is_joint="joint", decided_by=manager, **chosen,
        )  # fmt: skip
        send(page)

    def conclude(self, worker: str, manager: str, *names: str) -> None:
        """The enquiry leads to a conference; a manager who did not conclude it agrees."""
        for key in self.keys(*names):
            page = self.go(worker, "journey/")
            every = page.locator(f'main a[href*="/cases/{self.case}/enquiries/"]')
            hrefs = {one.get_attribute("href") or "" for one in every.all()}
            here = next(href for href in sorted(hrefs) if self._is_about(worker, href, key))
            page = self.go(worker, here + "conclusion/")
            answer(page, outcome="conference", findings="It happened, and may happen again.")
            send(page)
            page = self.go(manager, here + "authorisation/")
            answer(page, decision="agreed")
            send(page)

    def _is_about(self, who: str, href: str, key: str) -> bool:
        name = next(name for name, its in self.children.items() if its == key)
        return name in self.go(who, href).locator("main").inner_text() and "Conclude" in self.people[who].content()

    def conference(self, who: str, kind: str, on: str, *names: str) -> str:
        """A conference is booked, chaired by somebody outside their line of management. Returns its address."""
        page = self.go(who, "protection-conferences/new/")
        answer(page, kind=kind, children=self.keys(*names), chair="Dawn Ellery", planned_on=on)
        send(page)
        return re.sub(r".*(/cases/\d+/protection-conferences/\d+/).*", r"\1", page.url)

    def hold(self, chair: str, here: str, on: str, outcomes: dict[str, str], category: str) -> None:
        """The conference was held: what it decided for each child."""
        page = self.go(chair, here + "outcome/")
        answer(page, held_on_quick="other", agencies=["social-care", "police", "education"])
        answer(page, held_on=on, contingency="Their uncle takes them in.")
        for name, outcome in outcomes.items():
            key = self.children[name]
            answer(page, **{f"outcome_{key}": outcome})
            if page.locator(f'[name="participation_{key}"]').count():  # a child not born yet took no part
                answer(page, **{f"participation_{key}": "sent their views"})
            answer(page, **{f"category_{key}": category, f"dissent_{key}": "Their mother sees it differently."})
        hear(page)
        send(page)

    def fact(self, who: str, what: str, *names: str) -> None:
        """A bare dated fact, a minute ago."""
        page = self.go(who, "facts/new/")
        then = timezone.localtime() - timedelta(minutes=1)
        answer(page, what=what, children=self.keys(*names), happened_on_quick=f"{then:%Y-%m-%d}")
        answer(page, happened_clock=f"{then:%H:%M}")
        send(page)

    def close(self, worker: str, manager: str) -> None:
        """The worker says how the family is left, and a manager agrees."""
        page = self.go(worker, "closures/new/")
        answer(page, children=self.keys(), reason="RC7", summary="What helped.", family_told="At home, together.")
        send(page)
        here = re.sub(r".*(/cases/\d+/closures/\d+/).*", r"\1", page.url)
        page = self.go(manager, here + "decision/")
        answer(page, became="agreed")
        hear(page)
        send(page)

    def stands(self, who: str) -> str:
        """What "Where things stand" says of the family."""
        return self.go(who, "journey/").locator("main").inner_text()
