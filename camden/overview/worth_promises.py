"""The six promises of the model: what each counts, what it does not show, and the things behind its figure on a day.

A figure is made from its list and from nothing else, so the two cannot disagree. That something went with the model is
no proof that the model did it (REFERENCE 6.6): each promise says so in its own way.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from django.urls import reverse

from camden.overview.worth_facts import TAKEN_UP, Court, WorthFacts
from camden.rules.names import day_in_words
from cases.measures.promises import last_seen
from cases.readings.continuity import change_in_words
from cases.rules.continuity import changes, year_before
from cases.rules.overseeing import DRIFT_KIND
from cases.rules.steadiness import changes_of
from cases.rules.voice import quote_in_a_sentence
from conferences.rules.stages import Stage

SOON = 14
"""Days: after them the team manager hears of a sign that nobody answered (`cases.rules.drift`)."""


@dataclass(frozen=True)
class Promise:
    """One promise: its sentence as the model makes it, what is counted, what that does not show, and two headings."""

    code: str
    title: str
    sentence: str
    counted: str
    silent: str
    met: str
    rest: str = ""


PROMISES: Mapping[str, Promise] = {
    each.code: each
    for each in (
        Promise(
            "steady",
            "Changes of worker for each child-year",
            "A family keeps its worker.",
            "Changes of lead worker in the 12 months to the day, for each year that children were in need. Cover is "
            "no change.",
            "Fewer changes are no proof that families were better helped. A change that a child asked for is in it "
            "too, and was right.",
            "Changes",
        ),
        Promise(
            "heard",
            "Children’s words in the last visit",
            "Children are heard, in their own words.",
            "Of children in need on the day who were seen in the 12 months to it, and could have said something: those "
            "whose own words were written down in the last visit. No baby, nobody asleep.",
            "Words on paper do not say that somebody listened, or that anything changed because of them.",
            "With their words",
            "Without",
        ),
        Promise(
            "tested",
            "Hypotheses tested with the family",
            "What we think is asked of the family, and weighed.",
            "Of hypotheses kept in group supervision in the 12 months to the day: those that were asked of the family "
            "and then weighed. To let one go unasked is no test.",
            "A hypothesis that is right is worth no more here than one that was given up after asking.",
            "Asked and weighed",
            "Not yet, or let go unasked",
        ),
        Promise(
            "offered",
            "Conferences offered before proceedings",
            "The family is asked for its own plan before a court is.",
            "Of families with a letter before proceedings or an application in the 12 months to the day: those who "
            "were offered a family group conference before the application, and no longer than a year before.",
            "What became of families who met cannot be set against those who did not want to: they were different from "
            "the beginning. Only referred and not referred, at the same threshold, may be compared.",
            "Offered in time",
            "Not offered in time, as far as the record says",
        ),
        Promise(
            "answered",
            "Days until drift is answered",
            "When a plan stands still, somebody says why.",
            "Of signs that something stood still, answered in the 12 months to the day: the days from when it began "
            f"until somebody answered, in the middle; and how many were answered within {SOON} days.",
            "An answer is not yet movement. What stands unanswered today is not in it; it is on the page of what "
            "stands still.",
            f"Answered within {SOON} days",
            "Answered later, or since when is not kept",
        ),
    )
}
NOT_MEASURED = Promise(
    "recording",
    "Seconds of recording for each form",
    "Time goes to families, not to forms.",
    "Nobody measures it here.",
    "A clock on each form, or on each person, would be one more thing that watches people. It is not built.",
    "",
)


@dataclass(frozen=True)
class Thing:
    """One thing that a figure counts: of which record and child, in sentences, and where it stands."""

    case: int
    name: str
    """The child's, or the family's where it is about all of them."""
    family: str
    """Empty where the name says it."""
    words: tuple[str, ...]
    href: str
    is_met: bool


@dataclass(frozen=True)
class Tally:
    """A figure on a day: `met` of `of`, as it stands in a table, in words, and as a number for a picture."""

    on: date
    value: str
    words: str
    met: int
    of: int
    number: float

    @property
    def is_there(self) -> bool:
        """Whether there was anything to count."""
        return self.value != NOTHING


NOTHING = "–"


def things(code: str, facts: WorthFacts, team_ids: Sequence[int], on: date) -> list[Thing]:
    """What a promise counts, of these teams on this day. Raises KeyError for one we do not have."""
    return _THINGS[code](facts, team_ids, on)


def tally(code: str, facts: WorthFacts, team_ids: Sequence[int], on: date) -> Tally:
    """The figure of those."""
    found = things(code, facts, team_ids, on)
    met = sum(each.is_met for each in found)
    if code == "steady":
        return _steady(facts, team_ids, on, met)
    if code == "answered":
        return _answered(facts, on)
    words = {"heard": "children", "tested": "hypotheses", "offered": "families"}[code]
    if not found:
        return Tally(on, NOTHING, f"There were no {words} to count.", 0, 0, 0)
    more = f" {_what_came(facts, on)}" if code == "offered" and met else ""
    share = met / len(found)
    return Tally(on, f"{share:.0%}", f"{met} of {len(found)} {words}.{more}", met, len(found), share)


def _steady(facts: WorthFacts, team_ids: Sequence[int], on: date, made: int) -> Tally:
    theirs = [child.facts for child in facts.children.of_teams(team_ids, on)]
    found = changes_of(theirs, year_before(on), on)
    if not found.open_days:
        return Tally(on, NOTHING, "No child was in need.", made, 0, 0)
    years, each = found.open_days / 365.25, found.per_thousand_years / 1000
    words = f"{made} change{'' if made == 1 else 's'} in {years:.1f} child-years."
    if made:
        words += f" Could have been avoided: {found.avoidable}. Asked for by the child or a parent: {found.asked_for}."
    return Tally(on, f"{each:.2f}", words, made, found.open_days, each)


def _answered(facts: WorthFacts, on: date) -> Tally:
    told = [each for each in facts.answers if year_before(on) < each.answered_on <= on]
    days = [each.days for each in told if each.days is not None]
    unknown = len(told) - len(days)
    rest = f" Of {unknown} more, since when is not kept." if unknown else ""
    if not days:
        return Tally(on, NOTHING, f"No answer of which that can be told.{rest}", 0, 0, 0)
    middle, soon = median_low(days), sum(each <= SOON for each in days)
    words = f"{soon} of {len(days)} were answered within {SOON} days.{rest}"
    return Tally(on, f"{middle} day{'' if middle == 1 else 's'}", words, soon, len(days), middle)


def _what_came(facts: WorthFacts, on: date) -> str:
    """What became of the offers, in one sentence."""
    after = year_before(on)
    since = [(court, day) for court in facts.courts if (day := court.offered_on(after, on))]
    reached = {
        "took it up": TAKEN_UP,
        "met": frozenset({Stage.HELD}),
        "have a plan that was agreed": frozenset({Stage.PLAN_AGREED}),
    }
    said = [
        f"{sum(court.reached(stages, day, on) is not None for court, day in since)} {words}"
        for words, stages in reached.items()
    ]
    return f"Of those, {', '.join(said)}."


def _changes(facts: WorthFacts, team_ids: Sequence[int], on: date) -> list[Thing]:
    found = []
    for child in facts.children.of_teams(team_ids, on):
        for change in changes(child.facts.spells):
            if year_before(on) < change.on <= on:
                said = (change_in_words(change, facts.children.names),)
                href = reverse("overview:continuity-child", args=[child.case, child.key])
                found.append(Thing(child.case, child.name, child.family, said, href, True))
    return found


def _heard(facts: WorthFacts, team_ids: Sequence[int], on: date) -> list[Thing]:
    found = []
    for child in facts.children.of_teams(team_ids, on):
        last = last_seen(facts.visits.get(child.key, ()), year_before(on), on)
        if last is None or not any(each.runs(on) for each in child.facts.in_need):
            continue
        said = [quote_in_a_sentence(child.name, words, is_view=view, is_kept=kept) for words, view, kept in last.words]
        words = (f"Last seen on {day_in_words(last.on)}.", *said)
        href = reverse("cases:visit", args=[child.case, last.visit])
        found.append(Thing(child.case, child.name, child.family, words, href, bool(said)))
    return found


def _tested(facts: WorthFacts, team_ids: Sequence[int], on: date) -> list[Thing]:
    found = []
    for idea in facts.ideas:
        if year_before(on) < idea.held_on <= on:
            asked = idea.asked_on if idea.asked_on and idea.asked_on <= on else None
            said = f"Kept on {day_in_words(idea.held_on)}. " + (
                f"Asked on {day_in_words(asked)}." if asked else "Not asked yet."
            )
            if idea.weighed_on and idea.weighed_on <= on:
                said += f" {_VERDICT.get(idea.verdict, 'Weighed')} on {day_in_words(idea.weighed_on)}."
            href = reverse("supervision:for-case", args=[idea.case])
            found.append(Thing(idea.case, facts.names[idea.case], "", (idea.text, said), href, idea.is_tested(on)))
    return found


_VERDICT = {"strengthened": "Strengthened", "revised": "Revised", "dropped": "Let go"}


def _offered(facts: WorthFacts, team_ids: Sequence[int], on: date) -> list[Thing]:
    after, found = year_before(on), []
    for court in facts.courts:
        if court.came_on(after, on) is None:
            continue
        offered_on = court.offered_on(after, on)
        said = [_way_to_court(court, after, on)]
        said.append(f"Offered on {day_in_words(offered_on)}." if offered_on else "No offer in time is on the record.")
        for day, stage in court.stages:
            if offered_on and offered_on < day <= on and stage != Stage.OFFERED:
                said.append(f"{Stage(stage).label}, {day_in_words(day)}.")
        exempt = next((day for day, stage in court.stages if stage == Stage.EXEMPT and after < day <= on), None)
        if exempt and not offered_on:
            said.append(f"Not offered, in the child’s interest: decided on {day_in_words(exempt)}.")
        href = reverse("conferences:for-case", args=[court.case])
        found.append(Thing(court.case, facts.names[court.case], "", tuple(said), href, offered_on is not None))
    return found


def _way_to_court(court: Court, after: date, on: date) -> str:
    letters = [day_in_words(day) for day in court.letters if after < day <= on]
    issued = [day_in_words(day) for day in court.issued if after < day <= on]
    said = [f"Letter before proceedings on {day}" for day in letters[:1]]
    said += [f"application on {day}" for day in issued[:1]]
    joined = "; ".join(said)
    return f"{joined[:1].upper()}{joined[1:]}."


def _drift(facts: WorthFacts, team_ids: Sequence[int], on: date) -> list[Thing]:
    found = []
    for each in facts.answers:
        if not year_before(on) < each.answered_on <= on:
            continue
        said = f"{DRIFT_KIND[each.kind]}. Answered on {day_in_words(each.answered_on)}"
        if each.since and each.days is not None:
            days = f"{each.days} day{'' if each.days == 1 else 's'}"
            said += f", {days} after it began on {day_in_words(each.since)}."
        else:
            said += ". Since when it had stood is not kept."
        href = reverse("cases:drift", args=[each.case])
        is_soon = each.days is not None and each.days <= SOON
        found.append(Thing(each.case, facts.names[each.case], "", (said, each.words), href, is_soon))
    return found


_THINGS: Mapping[str, Callable[[WorthFacts, Sequence[int], date], list[Thing]]] = {
    "steady": _changes,
    "heard": _heard,
    "tested": _tested,
    "offered": _offered,
    "answered": _drift,
}
