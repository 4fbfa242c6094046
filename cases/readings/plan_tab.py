"""The tab *Plan*: which plans run, what should be different, who does what, and what works."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from camden.rules.names import day_in_words
from cases.models import BriefPart, Case, Member, PlanSpell
from cases.readings.agreed import ActionLine, open_actions
from cases.readings.goals import open_goals
from cases.readings.sections import Row, Section, notes, page
from cases.rules.journey import PLAN_ENDING, PLAN_NAME
from cases.rules.recording import GOAL_MOVED
from cases.rules.visits import in_a_row

MOST = 40  # plans of one family, ended ones among them


def plan_tab(case: Case, child: Member | None, on: date) -> tuple[Section, ...]:
    """The sections of the tab, of the family or narrowed to one child. Four queries."""
    return (
        _plans(case, child),
        _goals(case, child),
        *_actions(case, open_actions(case, on, child)),
        _working(case),
    )


def _plans(case: Case, child: Member | None) -> Section:
    found = PlanSpell.objects.filter(case=case).select_related("child")
    if child:
        found = found.filter(child=child)
    together: dict[tuple[Any, ...], list[PlanSpell]] = defaultdict(list)
    for spell in found.order_by("-started_on", "child__born_on", "pk")[:MOST]:
        together[spell.basis, spell.started_on, spell.ended_on, spell.end_reason].append(spell)
    return Section(
        "Plans",
        tuple(
            Row(
                f"{PLAN_NAME[spells[0].basis]}: {in_a_row([each.child.first_name for each in spells])}",
                reverse("cases:plan", args=[case.pk, spells[0].pk]),
                notes(f"Since {day_in_words(spells[0].started_on)}", _ended(spells[0])),
                "" if spells[0].ended_on else "Runs now",
                "green",
            )
            for spells in together.values()
        ),
        "No plan yet",
        "A plan is agreed with the family after an assessment.",
        ("Begin a plan", reverse("cases:plan-new", args=[case.pk])),
    )


def _ended(spell: PlanSpell) -> str:
    if spell.ended_on is None:
        return ""
    return f"Ended {day_in_words(spell.ended_on)}: {PLAN_ENDING[spell.end_reason].lower()}"


def _goals(case: Case, child: Member | None) -> Section:
    found = open_goals(case, child).order_by("set_on", "pk")
    return Section(
        "What should be different",
        tuple(
            Row(
                goal.words,
                page("cases:goal-edit", case.pk, goal.pk),
                notes(f"For {goal.child.first_name if goal.child else 'the family'}, since {day_in_words(goal.set_on)}",
                      f"Last talked about {day_in_words(goal.touched_on)}" if goal.touched_on else ""),
                GOAL_MOVED.get(goal.moved or "", ""),
                {"closer": "green", "further": "amber"}.get(goal.moved or "", "grey"),
            )
            for goal in found
        ),
        "No goal is written down",
        "What should be different, in words the family would use.",
        ("Write down a goal", page("cases:goal-new", case.pk)),
    )  # fmt: skip


def _actions(case: Case, actions: Sequence[ActionLine]) -> list[Section]:
    """Open actions, by whoever keeps them."""
    by: dict[str, list[ActionLine]] = defaultdict(list)
    for action in actions:
        by[action.keeper].append(action)
    if not by:
        return [Section("Who does what", (), "Nothing is agreed and open", "What is agreed in a visit stands here.")]
    return [
        Section(
            f"What {keeper} does",
            tuple(
                Row(
                    action.what[:1].upper() + action.what[1:],
                    reverse("cases:action", args=[case.pk, action.pk]),
                    notes(
                        f"For {action.about}" if action.about else "For the family",
                        f"Promised to {action.promised_to}" if action.promised_to else "",
                        f"By {action.due}, {action.away}" if action.due else "No day agreed",
                    ),
                    "Late" if action.state == "late" else "",
                    "red",
                )
                for action in theirs
            ),
            "",
        )
        for keeper, theirs in by.items()
    ]


def _working(case: Case) -> Section:
    part = BriefPart.objects.filter(case=case, kind="working", ended_on=None).select_related("written_by").first()
    rows: tuple[Row, ...] = ()
    if part:
        rows = (Row(f"{part.written_by.name}, {day_in_words(part.written_on)}", "", (part.words,)),)
    return Section(
        "What is working",
        rows,
        "Nobody wrote down yet what is working",
        "Strengths are a part of the plan.",
        ("Update" if part else "Write it down", reverse("cases:brief-part", args=[case.pk, "working"])),
    )
