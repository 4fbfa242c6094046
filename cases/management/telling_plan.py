"""Writes the plans of some families of the demo: worries, what is done for each goal, how everybody will know."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Protocol

from cases.models import Action, Assessment, Case, Goal, Member, PlanSpell, WritingPart
from cases.operations.agreements import agree_action, move_action
from cases.operations.bases import change_basis
from cases.operations.goals import change_goal, link_actions
from cases.operations.writing import begin_writing, say, write_part

ADE, HANA = "Ade Fashola", "Hana Suzuki"


class Teller(Protocol):
    """What this needs of whoever tells a family."""

    case: Case
    world: Any

    def ago(self, days: int) -> date:
        """That many days before the day it is shown on."""

    def at_work(self, days: int) -> date:
        """That day, or the working day before it."""

    def one(self, given: str) -> Member:
        """Somebody of the family."""


@dataclass(frozen=True)
class Better:
    """A goal by how it begins, with its worry, how everybody will know, and how what is done for it begins."""

    begins: str
    worry: str
    how_known: str
    done: tuple[str, ...] = ()
    new: tuple[tuple[str, int], ...] = ()
    """Things to do that are new, each with in how many days it is due."""


@dataclass(frozen=True)
class Part:
    """A section of the plan's text, for a child or the family; and what somebody says to it."""

    section: str
    words: str
    child: str = ""
    says: tuple[tuple[str, str], ...] = ()


GOALS: dict[str, tuple[str, tuple[Better, ...]]] = {
    "Rahman–Khatun": (
        ADE,
        (
            Better(
                "Be eleven",
                "Anisa hears what no eleven-year-old should have to say for her mother, and says nothing of her own.",
                "Three appointments in a row with the interpreter, and Anisa at school on those days.",
                ("Ask the surgery to book",),
            ),
            Better(
                "A bed of his own",
                "Two rooms for four. Imran sleeps on the mattress by the door and wakes when anybody passes.",
                "Imran shows us the bed.",
                ("Ring the housing office",),
            ),
            Better(
                "Home is calm",
                "The telephone rings, and everybody in the room stops talking, as it was for years.",
                "Shirin answers her own phone, and the children stop asking who it was.",
                ("Ask Shirin and the children",),
            ),
        ),
    ),
    "Warsame": (
        HANA,
        (
            Better(
                "Home every night",
                "Abdi could be hurt, or hurt somebody, because others decide where he goes at night.",
                "Hodan’s list on the fridge has only his handwriting on it.",
                ("Write the weekend",),
            ),
            Better(
                "A way to school",
                "Ayaan is taken for his brother and could be followed. He has begun to stay at home.",
                "Ayaan colours the map again, and it is green.",
                ("Ask the school whether Ayaan",),
                (("Walk the green way with Ayaan once before school", 6),),
            ),
        ),
    ),
}
TEXTS: dict[str, tuple[str, tuple[Part, ...]]] = {
    "Rahman–Khatun": (
        ADE,
        (
            Part(
                "works",
                "Shirin sleeps again. Farida comes on Thursdays and everybody laughs. Ms Kerr keeps the quiet table.",
                says=(("Shirin", "My sister-in-law is my right hand. Write that first."),),
            ),
            Part(
                "worries",
                "The winter in two rooms, and what Anisa carries for everybody.",
                says=(("Shirin", "I worry about the housing. About the rest I worry less than you."),),
            ),
            Part(
                "childs-worries",
                "Anisa wants to be asked about herself first, and about Mum second.",
                "Anisa",
                (("Anisa", "I just want one day where nobody asks me what Mum said."),),
            ),
            Part("safe", "Nobody opens the door to somebody they do not expect. Anisa never interprets.", "Anisa"),
            Part("safe", "School hands Imran only to Shirin or Farida.", "Imran"),
            Part("safe", "Zayd sleeps in his cot, and somebody he knows is with him.", "Zayd"),
            Part("helps", "Farida on Thursdays; the women’s circle on Fridays; Ms Kerr at school; Ade, who rings."),
            Part("worse", "Shirin rings 999, then Farida, who is there in ten minutes. Then Ade, or our duty number."),
        ),
    ),
    "Warsame": (
        HANA,
        (
            Part(
                "worries",
                "Harm outside the home: who waits for Abdi, and what they could do to him or to Ayaan.",
                says=(("Hodan", "You write neglect. I never slept one night that he was out."),),
            ),
            Part("safe", "Somebody walks back with Abdi on Tuesdays and Thursdays. Hodan knows with whom.", "Abdi"),
            Part("safe", "Ayaan comes in by the library side and may be ten minutes early.", "Ayaan"),
            Part("worse", "Hodan rings her named officer, then Mahad. Hana or our duty worker comes the same day."),
        ),
    ),
}
BASES = {"Hoxha": ("protection", 6, "Ruth Adeyemi", "The enquiry asks what Blerta and Leon have had to carry.")}


def tell_plan(name: str, teller: Teller) -> None:
    """The plan of the family with that name, where there is one to tell; after its goals and promises."""
    people = teller.world.people
    if name in GOALS:
        by, goals = GOALS[name]
        for better in goals:
            _goal(better, teller, people[by])
        _another_day(teller, people[by])
    if name in TEXTS:
        by, parts = TEXTS[name]
        _text(parts, teller, people[by])
    if name in BASES:
        to, days_ago, manager, why = BASES[name]
        open_now = Assessment.objects.filter(case=teller.case, authorised_on=None, stopped_on=None).first()
        if open_now and open_now.legal_basis != to:
            open_now.case = teller.case
            on = max(teller.at_work(days_ago), open_now.started_on)
            change_basis(assessment=open_now, legal_basis=to, began_on=on, why=why, by=people[manager])


def _goal(better: Better, teller: Teller, by: Any) -> None:
    found = Goal.objects.filter(case=teller.case, words__startswith=better.begins, ended_on=None)
    goal = found.select_related("child").get()
    goal.case = teller.case
    on = goal.set_on
    words = {"words": goal.words, "worry": better.worry, "how_known": better.how_known}
    kept = change_goal(goal=goal, version=goal.version, by=by, on=on, **words)
    for begins in better.done:
        open_ones = Action.objects.open().filter(case=teller.case, what__startswith=begins)
        link_actions(goal=kept, actions=list(open_ones), by=by)
    for what, days in better.new:
        children = [kept.child] if kept.child else []
        said = {"agreed_in": "The plan", "due_on": teller.ago(-days), "goal": kept}
        agree_action(case=teller.case, children=children, what=what, keeper=by, by=by, on=teller.at_work(1), **said)


def _another_day(teller: Teller, by: Any) -> None:
    """What was to be done sooner has another day, and says why."""
    found = Action.objects.open().filter(case=teller.case, goal__isnull=False, due_on__gte=teller.ago(0))
    action = found.order_by("due_on", "pk").first()
    if action:
        action.case = teller.case
        later = teller.ago(-6)
        if later != action.due_on:
            move_action(action=action, due_on=later, why="They ring back next week.", by=by, on=teller.ago(0))


def _text(parts: tuple[Part, ...], teller: Teller, by: Any) -> None:
    since = PlanSpell.objects.filter(case=teller.case, ended_on=None).order_by("started_on").values_list("started_on")
    began = since[0][0] if since else teller.ago(0)
    writing = begin_writing(case=teller.case, paper="plan", by=by, on=began)
    at = datetime.combine(teller.at_work(12), time(14, 5), UTC)
    for told in parts:
        child = teller.one(told.child) if told.child else None
        there = WritingPart.objects.filter(writing=writing, section=told.section, child=child).first()
        part = there or write_part(
            writing=writing, section=told.section, child=child, words=told.words, by=by, at=at, version=None
        )
        part.writing = writing
        for who, words in told.says:
            say(part=part, member=teller.one(who), words=words, said_on=teller.at_work(12), by=by)
