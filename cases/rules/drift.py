"""What stands still in a family's record, and how long an answer keeps it quiet.

Camden's inspectors asked for one thing in 2025: earlier notice when plans drift (REFERENCE 0.10, 1.6, 11.1). Each sign
names the facts that fired it and is answered on one page. Nobody's work is counted by it, and nobody is ranked.

Drift does not repeat the clocks. A clock tells of one day that nears or passes, and its reminder goes up a ladder. A
sign tells that nothing changes, whatever was done on time. Where both know a rule, the months and weeks are those of
its row as this council keeps it (CN5, CP17, PR1), and `KNOWN_BY_CLOCKS` says which kinds are left out of reminders
while such a row is switched on: the clock speaks then, and the sign only stands on its page.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from camden.rules.dates import Span, counted
from camden.rules.limits import span_in_words
from camden.rules.names import day_in_words, full_years
from camden.rules.telling import Step
from camden.rules.workdays import england
from cases.rules.drift_facts import PLAN_ROWS, TALK_ROWS, Child, Facts, Look
from cases.rules.helping import is_down, looked_at_again_on
from cases.rules.journey import PLAN_NAME
from cases.rules.overseeing import QUIET_MOST

GOAL_WEEKS = 12
"""A goal is still after two core groups (CP9, six weeks each) or one review of the plan (CN3) without a step closer."""
LOOK_WEEKS = 12
"""Some manager looks at each family at least as often as its plan is reviewed (CN3, three months). Our own."""
TALK_GRACE = 2
"""Weeks after PR1's limit: the next session of the pod comes within two weeks (PR2) and may put it right itself."""
ALONE_TWICE = 2  # visits in a row: at least every second one is alone (CP13)
MOVED_TWICE = 2
OF_EACH_CHILD = ("plan-long", "not-alone", "no-supervision")  # brothers and sisters stand in one line
SENIOR_AFTER, MANAGER_AFTER = 7, 14  # days after a sign begins, where it is the worker's to answer

KNOWN_BY_CLOCKS: Mapping[str, tuple[str, ...]] = {
    "plan-long": ("CN5a", "CN5b", "CP17a", "CP17b", "CP17c", "CP17d"),
    "no-supervision": ("PR1a", "PR1b"),
}
ASKED_ANYWAY = ("step-check",)  # whoever leads has a reminder of its own day already, a month ahead
# Whom a sign is told first. What no kind here says is the lead worker's.
FIRST_TOLD: Mapping[str, Step] = {
    "plan-long": Step.MANAGER,
    "no-oversight": Step.MANAGER,
    "decision-waits": Step.MANAGER,
    "no-supervision": Step.SENIOR,
}


@dataclass(frozen=True)
class Evidence:
    """One fact that fired a sign, in a sentence with its day; the name of its page, and the row's key."""

    words: str
    page: str = ""
    key: int = 0


@dataclass(frozen=True)
class Sign:
    """Something that stands still, for one or more children or the family (`parts`: child and row, either None).

    `since` is the first day it stood; `fresh_on` that of its newest fact, which an earlier answer could not know.
    `what` says which plan or goal, and is empty where the kind says it all.
    """

    kind: str
    since: date
    parts: tuple[tuple[int | None, int | None], ...]
    about: tuple[int, ...]
    evidence: tuple[Evidence, ...]
    fresh_on: date
    what: str = ""

    @property
    def key(self) -> int:
        """What tells it from others of its kind in one family: the row's key, the child's, or 0 for the family."""
        child, row = self.parts[0]
        return row or child or 0


@dataclass(frozen=True)
class Answer:
    """What somebody answered to one part of a sign, and until when it is to be quiet."""

    kind: str
    child: int | None
    subject: int | None
    answered_on: date
    quiet_until_on: date


def drift(facts: Facts, answers: Iterable[Answer], on: date) -> tuple[Sign, ...]:
    """What stands still on that day and no answer keeps quiet, the earliest first; alike for brothers and sisters once.

    Every sign has evidence. The order says nothing about people.
    """
    said = list(answers)
    found = [sign for sign in signs_of(facts, on) if not any(is_quiet(sign, answer, on) for answer in said)]
    return tuple(sorted(_together(found), key=lambda sign: (sign.since, sign.kind, sign.key)))


def is_quiet(sign: Sign, answer: Answer, on: date) -> bool:
    """Whether an answer silences a sign of one part: until its day, never past QUIET_MOST, and only what it knew.

    A fact of its own kind that is later than the answer is new: another threshold of the plan, a visit again not alone,
    a goal further away, another day passed.
    """
    if (answer.kind, answer.child, answer.subject) != (sign.kind, *sign.parts[0]):
        return False
    until = min(answer.quiet_until_on, answer.answered_on + timedelta(days=QUIET_MOST))
    return on < until and sign.fresh_on <= answer.answered_on


def told_from(kind: str, since: date) -> dict[Step, date]:
    """From which day each step hears of a sign. It never reaches the service manager's letters: it is no law.

    A manager's own is theirs at once; the worker's reaches whoever leads the pod after a week without an answer, and
    the team manager after two (REFERENCE 13.4).
    """
    first = FIRST_TOLD.get(kind, Step.OWNER)
    after = {Step.OWNER: 0, Step.SENIOR: SENIOR_AFTER, Step.MANAGER: MANAGER_AFTER}
    return {step: since + timedelta(days=0 if step is first else days) for step, days in after.items() if step >= first}


def signs_of(facts: Facts, on: date) -> list[Sign]:
    """Every sign by itself, answered or not."""
    rules = (_plan_long, _goal_still, _late_twice, _not_alone, _not_talked, _not_looked, _decision_waits, _not_checked)
    return [sign for rule in rules for sign in rule(facts, on)]


def _together(signs: Sequence[Sign]) -> list[Sign]:
    """Brothers and sisters of whom the same is to be said are one sign, with the facts of each."""

    def alike(sign: Sign) -> tuple[str, date, str, int]:
        return sign.kind, sign.since, sign.what, 0 if sign.kind in OF_EACH_CHILD else sign.key

    found = []
    for _, group in groupby(sorted(signs, key=alike), key=alike):
        same = list(group)
        facts = {each.words: each for sign in reversed(same) for each in sign.evidence}
        found.append(
            replace(
                same[0],
                parts=tuple(part for sign in same for part in sign.parts),
                about=tuple(dict.fromkeys(child for sign in same for child in sign.about)),
                evidence=tuple(dict.fromkeys(facts[each.words] for sign in same for each in sign.evidence)),
                fresh_on=max(sign.fresh_on for sign in same),
            )
        )
    return found


def _plan_long(facts: Facts, on: date) -> Iterable[Sign]:
    """CP17 and CN5: a plan has run past 9, 12, 15 months (as the rows say). Its latest threshold fires."""
    for plan in facts.plans:
        spans = {_after(plan.started_on, facts.limit(code)): facts.limit(code) for code in PLAN_ROWS[plan.basis]}
        if passed := [day for day in spans if day <= on]:
            day = max(passed)
            long = span_in_words(*spans[day])
            yield Sign(
                "plan-long", day, ((plan.child, plan.key),), (plan.child,),
                (Evidence(f"{PLAN_NAME[plan.basis]} since {day_in_words(plan.started_on)}.", "cases:plan", plan.key),
                 Evidence(f"On {day_in_words(day)} it was {long} old, and it has not ended.")),
                day, f"{PLAN_NAME[plan.basis]}, {long} and more",
            )  # fmt: skip


def _goal_still(facts: Facts, on: date) -> Iterable[Sign]:
    """REFERENCE 1.6: a goal nobody came closer to for twelve weeks, touched or not."""
    for goal in facts.goals:
        closer = [touch.on for touch in goal.touched if touch.moved == "closer"]
        since = max([goal.set_on, *closer]) + timedelta(weeks=GOAL_WEEKS)
        if since > on:
            continue
        later = sorted((each for each in goal.touched if each.moved != "closer"), key=lambda each: each.on)
        further = [each.on for each in later if each.moved == "further"]
        began = f"Last closer on {day_in_words(max(closer))}." if closer else "Not closer since it was set."
        said = {"same": "the same", "further": "further away", "": "talked about"}
        facts_ = [Evidence(f"Set on {day_in_words(goal.set_on)}. {began}", "cases:plan-tab")]
        facts_ += [Evidence(f"{day_in_words(each.on)}: {said[each.moved]}.", "cases:visit", each.visit)
                   for each in later[-2:]] or [Evidence("No visit has touched it since.")]  # fmt: skip
        about = (goal.child,) if goal.child else ()
        yield Sign("goal-still", since, ((goal.child, goal.key),), about, tuple(facts_), max([since, *further]),
                   goal.words)  # fmt: skip


def _late_twice(facts: Facts, on: date) -> Iterable[Sign]:
    """Something agreed was given another day and is late again, or was given another day twice."""
    for action in facts.actions:
        is_late = action.due_on is not None and action.due_on < on
        if not (action.moved_times >= MOVED_TWICE or (action.moved_times >= 1 and is_late)):
            continue
        times = {1: "once", 2: "twice"}.get(action.moved_times, f"{action.moved_times} times")
        first = f"First due on {day_in_words(action.first_due_on)}. " if action.first_due_on else ""
        said = [Evidence(f"{first}Given another day {times}.", "cases:action", action.key)]
        if is_late and action.due_on:
            said.append(
                Evidence(f"That day, {day_in_words(action.due_on)}, has passed too.", "cases:action", action.key)
            )
        since = action.due_on + timedelta(days=1) if is_late and action.due_on else min(action.first_due_on or on, on)
        yield Sign("late-twice", since, ((None, action.key),), action.children, tuple(said), since, action.what)


def _not_alone(facts: Facts, on: date) -> Iterable[Sign]:
    """CP13: under a plan, two visits in a row saw a child with others there, who could have been seen alone.

    No baby, no unborn child, nobody asleep and nobody who chose company: those visits say neither yes nor no.
    """
    began = {plan.child: plan.started_on for plan in facts.plans}
    for child in facts.children:
        if child.key not in began or child.is_unborn:
            continue
        seen = [each for each in facts.seen if each.child == child.key and began[child.key] <= each.on <= on]
        seen = [each for each in seen if _old_enough(child, each.on, facts.alone_from) and not each.chose_company]
        last = sorted(seen, key=lambda each: (each.on, each.visit))[-ALONE_TWICE:]
        if len(last) == ALONE_TWICE and not any(each.is_alone for each in last):
            said = (Evidence(f"{day_in_words(each.on)}: seen, with others there.", "cases:visit", each.visit)
                    for each in last)  # fmt: skip
            yield Sign("not-alone", last[-1].on, ((child.key, None),), (child.key,), tuple(said), last[-1].on)


def _not_talked(facts: Facts, on: date) -> Iterable[Sign]:
    """PR1: nobody talked about the child with the pod for the rule's weeks, and the pod met since (PR2)."""
    basis = {plan.child: plan.basis for plan in facts.plans}
    for child in facts.children:
        talks = [talk.on for talk in facts.talked if child.key in talk.children and talk.on <= on]
        last = max([child.since, *talks])
        began, words = _began(facts, child.since)
        last = max(last, began)
        limit = facts.limit(TALK_ROWS.get(basis.get(child.key, ""), TALK_ROWS[""]))
        since = _after(last, limit) + timedelta(weeks=TALK_GRACE)
        if since <= on:
            said = f"Not talked about with the pod since {words}."
            if talks:
                said = f"Last talked about with the pod on {day_in_words(max(talks))}."
            rule = f"Every {span_in_words(*limit)} is what we want."
            yield Sign("no-supervision", since, ((child.key, None),), (child.key,),
                       (Evidence(said, "cases:timeline"), Evidence(rule)), since)  # fmt: skip


def _not_looked(facts: Facts, on: date) -> Iterable[Sign]:
    """No manager looked at the family for twelve weeks: no note, authorisation, decision, supervision."""
    if not facts.children:
        return
    looks = [look for look in facts.looks if look.on <= on]
    looks += [Look(talk.on, "talked about with the pod", "cases:timeline") for talk in facts.talked if talk.on <= on]
    last = max(looks, key=lambda look: look.on, default=None)
    referred = min(child.since for child in facts.children)
    began, words = _began(facts, referred)
    last = last if last and last.on >= referred else None  # what was looked at before the referral was another matter
    since = max(last.on if last else began, began) + timedelta(weeks=LOOK_WEEKS)
    if since <= on:
        said = Evidence(f"Not since {words}.", "cases:journey")
        if last:
            said = Evidence(f"Last on {day_in_words(last.on)}: {last.how}.", last.page, last.key)
        yield Sign("no-oversight", since, ((None, None),), (), (said,), since)


def _began(facts: Facts, referred: date) -> tuple[date, str]:
    """From when on somebody here could have looked or talked: the referral, or the import that brought the record.

    A file tells of referrals and plans, and of no manager's look or talk before it was read. To count them from the
    referral would say of every family, the day after an import, what nobody can know.
    """
    if facts.known_from and facts.known_from > referred:
        return facts.known_from, f"the record came here from another system on {day_in_words(facts.known_from)}"
    return referred, f"the referral of {day_in_words(referred)}"


def _decision_waits(facts: Facts, on: date) -> Iterable[Sign]:
    """A decision was promised for a day that has passed, and was neither made nor dropped."""
    for each in facts.waits:
        if each.due_on < on:
            asked = f"Asked for on {day_in_words(each.asked_on)}, " if each.asked_on else "Promised "
            words = f"{asked}for {day_in_words(each.due_on)}. It has not been made."
            since = each.due_on + timedelta(days=1)
            yield Sign("decision-waits", since, ((None, each.key),), (),
                       (Evidence(words, "cases:decision", each.key),), since, each.question)  # fmt: skip


def _not_checked(facts: Facts, on: date) -> Iterable[Sign]:
    """REFERENCE 4.6: a step down is looked at again after three months, if no other step followed for the child."""
    last = {
        child: move for move in sorted(facts.moves, key=lambda each: (each.on, each.key)) for child in move.children
    }
    here = {child.key for child in facts.children}
    for move in dict.fromkeys(move for child, move in last.items() if child in here):
        day = looked_at_again_on(move.on)
        if is_down(move.before, move.after) and not move.is_checked and day <= on:
            who = tuple(child for child in move.children if last[child] == move and child in here)
            words = f"Step down on {day_in_words(move.on)}. Three months were over on {day_in_words(day)}."
            yield Sign(
                "step-check", day, ((None, move.key),), who, (Evidence(words, "cases:threshold", move.key),), day
            )


def _after(day: date, span: Span) -> date:
    return counted(day, span.amount, span.unit, england())


def _old_enough(child: Child, on: date, alone_from: int) -> bool:
    return child.born_on is not None and full_years(child.born_on, on) >= max(alone_from, 2)
