"""Tells the demo's families' decisions: who was heard, what they said, what it changed; and one that still waits."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from camden.models import User
from cases.models import Case, Involvement, Member, ProtectionConference
from cases.operations.decisions import ask_decision, decide, decide_freely
from cases.readings.decisions import who_must_be_heard
from cases.rules.deciding import Decided, Heard, Option
from cases.rules.visits import in_a_row

BABY = 730  # days: younger children are watched, not asked
SEEN = ("Looks for the faces they know, and settles with them.", "Those faces are there each time.")
ABOUT_A_WORKER = (
    "Will you still come, or do I have to say everything again?",
    "They came together the first time, and nobody had to tell it twice.",
    "As long as it is somebody who rings back.",
    "The new worker rang on the first day.",
)
ABOUT_HELP = (
    "I like it when somebody asks me too.",
    "We ask at every visit, and write it down as it was said.",
    "Say what you want from us in plain words.",
    "The plan is on one page, in their words.",
)


def heard_then(
    case: Case,
    children: Sequence[Member],
    on: date,
    *,
    what: str,
    why: str,
    least: str,
    words: tuple[str, str, str, str] = ABOUT_HELP,
    said: Mapping[int, str] | None = None,
    formality: str = "other",
) -> Decided:
    """A decision of that day on which everybody was heard. `words`: a child's, what it changed, a parent's, what that
    changed; `said` are words of some of them by key, where the family's story has their own."""
    mine, theirs, own = words[:2], words[2:], said or {}
    babies = {child.pk for child in children if child.born_on and (on - child.born_on).days < BABY}
    heard: list[Heard] = []
    for key, _, is_child in who_must_be_heard(case, children, on):
        spoken, changed = mine if is_child else theirs
        if key in babies:
            spoken, changed = (
                "Looks for the faces they know, and settles with them.",
                "Those faces are there each time.",
            )
        how = "observed" if key in babies else "in-person" if is_child else "phone"
        heard.append(Heard(key, how, own.get(key, spoken), changed, on))
    nobody = Heard(None, "not-reached", "Nobody of the family could be reached that week.", said_by="The family")
    return Decided(
        what=what[:300], why=why, heard=tuple(heard) or (nobody,), least_formal=least,
        options=(Option(what[:300], formality, is_chosen=True),),
    )  # fmt: skip


def change_of_worker(child: Member, to: User, on: date) -> dict[str, Any]:
    """What `allocate` needs beside, where somebody leads already: what the child and the parents wished."""
    lead = Involvement.objects.filter(child=child, leads_now=True).exclude(worker=to).select_related("worker").first()
    if lead is None:
        return {}
    what = f"{to.name} becomes lead worker of {child.first_name}."
    least = f"That {lead.worker.name} stays: asked, and not possible this time."
    why = "So that there is time for every visit, and goodbyes can be said."
    decided = heard_then(child.case, [child], on, what=what, why=why, least=least, words=ABOUT_A_WORKER)
    return {"by": lead.worker, "decided": decided}


def tell_decisions(case: Case, children: Mapping[str, Member], people: Mapping[str, User], on: date) -> None:
    """What conferences decided, for every family; and for the Rahmans what still waits, and who is not yet heard."""
    for conference in ProtectionConference.objects.filter(case=case, held_on__isnull=False, chair__isnull=False):
        _conference(case, conference)
    if "Anisa" in children and "Imran" in children:
        _to_come(case, [children["Imran"]], people, on)
        _not_yet(case, [children["Anisa"]], people, on)


def _conference(case: Case, conference: ProtectionConference) -> None:
    parts = list(conference.parts.exclude(outcome="").select_related("child"))
    day, chair = conference.held_on, conference.chair
    if not parts or day is None or chair is None:
        return
    children = [part.child for part in parts]
    what = in_a_row([f"{part.child.first_name}: {part.get_outcome_display()}" for part in parts]) + "."
    said = {part.child_id: part.views for part in parts if part.views}
    why = "Everybody who was there said what they know, and what they worry about."
    decided = heard_then(
        case, children, day, what=what, why=why, least="A child in need plan with the network around it.", said=said,
        formality="protection",
    )  # fmt: skip
    facts: dict[str, Any] = {"case": case, "kind": "conference", "subject_id": conference.pk, "children": children}
    decide(**facts, decided=replace(decided, authority="chair"), by=chair, on=day)


def _to_come(case: Case, children: Sequence[Member], people: Mapping[str, User], on: date) -> None:
    question = "May Imran sleep at Farida’s on school nights until half-term?"
    ask_decision(
        case=case, kind="placement", question=question, due_on=on + timedelta(days=2), children=children,
        by=people["Ade Fashola"], on=on - timedelta(days=3),
    )  # fmt: skip


def _not_yet(case: Case, children: Sequence[Member], people: Mapping[str, User], on: date) -> None:
    day = on - timedelta(days=1)
    what = "Anisa stays with her aunt Farida until the weekend."
    decided = heard_then(
        case, children, day, what=what, why="Anisa asked not to be at home while voices are loud.",
        least="That somebody she trusts is at home each evening.", formality="network",
        words=("I can sleep at Farida’s. Tell Mum I will ring.", "She rings at seven, and Farida walks her to school.",
               "", ""),
    )  # fmt: skip
    heard = tuple(each if each.member == children[0].pk else Heard(each.member, "not-yet") for each in decided.heard)
    least = Option("Farida comes to their home each evening.", "network", why_not="She cannot leave her own children.")
    urgent = replace(
        decided, heard=heard, options=(least, *decided.options), is_urgent=True,
        urgent_because="It was eight in the evening, and nobody else could be reached.",
        family_would_rather="That Farida comes to them.",
    )  # fmt: skip
    decide_freely(case=case, kind="placement", children=children, decided=urgent, by=people["Ruth Adeyemi"], on=day)
