"""Figures about a group's supervision, each with the list behind it: of families and discussions, never of a person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse

from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Case
from supervision.measures import families_heard, standings
from supervision.models import (
    AgreedAction,
    Attendance,
    Consultation,
    Discussion,
    DiscussionChild,
    Group,
    GroupMember,
    Hypothesis,
    SupervisionSettings,
)
from supervision.readings.consultations import NOBODY
from supervision.rules import coverage as rules
from supervision.rules.consulting import WITHOUT_NAMES
from supervision.rules.counting import Counting, Standing, Talk
from supervision.rules.coverage import Act, Figure, Held, Open
from supervision.rules.hypotheses import Hypothesis as Idea
from supervision.rules.hypotheses import KeptBy, State
from supervision.rules.rotation import Heard, in_weeks

WEEKS = 26
"""How far back discussions are looked at."""
STANDING_SAYS = {Standing.ORDINARY: "Other families", Standing.PROTECTION: "Child protection", Standing.COURT: "Court"}


@dataclass(frozen=True)
class Facts:
    """What the figures are counted from, for one person; names are of families whose record they see."""

    families: tuple[Open, ...]
    held: tuple[Held, ...]
    ideas: Mapping[int, Idea]
    family_of: Mapping[tuple[str, int], int]
    names: Mapping[int, str]
    since: Mapping[int, int]
    consulted: tuple[rules.Consulted, ...]
    on: date


@dataclass(frozen=True)
class FigureLine:
    """A figure on the page: its words, and where its list is."""

    slug: str
    title: str
    words: str
    of_what: str
    href: str


@dataclass(frozen=True)
class ListLine:
    """One thing behind a figure: the family it is about, what is said of it, and where it stands."""

    name: str
    words: str
    href: str


@dataclass(frozen=True)
class FigureList:
    """A figure with its two lists: what is still to do, and what is there."""

    line: FigureLine
    not_met: tuple[ListLine, ...]
    met: tuple[ListLine, ...]


@dataclass(frozen=True)
class Evenness:
    """How often families are discussed, in words; `never` are those who were not."""

    title: str
    words: str
    never: tuple[ListLine, ...]


def facts_of(group: Group, user: User, on: date) -> Facts:
    """Open families of the group's team, and what its sessions said of them in the last half year. Eight queries."""
    heard = families_heard([group.team_id], on, user=user)
    keys = [each.key for each in heard]
    names, council, consulted = _named(keys, user, on)
    families = tuple(_opened(heard, council, on))
    found = _discussions(group, keys, on)
    actions = _actions(found)
    about = _ideas(keys)
    case_of = {each.pk: each.case_id for each in found}
    family_of = {("hypotheses", key): case for key, (case, _) in about.items()}
    family_of |= {("discussions", pk): case for pk, case in case_of.items()}
    family_of |= {("families", key): key for key in keys}
    family_of |= {("consultations", each.key): each.family for each in consulted}
    family_of |= {("actions", act.key): case_of[pk] for pk, acts in actions.items() for act in acts}
    held = tuple(
        Held(
            each.pk,
            each.case_id,
            each.held_on,
            Talk(each.depth),
            each.clinician_there,
            each.names_a_child and not each.lacks_a_voice,
            actions.get(each.pk, ()),
        )
        for each in found
    )
    ideas = {key: idea for key, (_, idea) in about.items()}
    return Facts(families, held, ideas, family_of, names, rules.weeks_since(families, on), consulted, on)


def figures(facts: Facts) -> dict[str, Figure]:
    """Every figure by its slug, in the order of the page."""
    by_status = rules.in_time(sorted(facts.families, key=lambda each: list(STANDING_SAYS.values()).index(each.status)))
    codes = {says: standing.value or "other" for standing, says in STANDING_SAYS.items()}
    found = {f"in-time-{codes[status]}": figure for status, figure in by_status.items()}
    rest = (
        rules.clinician_there(facts.held),
        rules.voice_there(facts.held),
        rules.with_why_and_how(facts.held),
        rules.done_in_time(facts.held),
        rules.asked_and_weighed(facts.ideas),
        rules.consulted(facts.consulted),
        rules.with_a_clinician(
            [each for each in facts.families if each.status != STANDING_SAYS[Standing.ORDINARY]],
            facts.held,
            facts.consulted,
            facts.on,
        ),
    )
    return found | {figure.code: figure for figure in rest}


def lines(group: Group, facts: Facts) -> tuple[FigureLine, ...]:
    """The figures as the page shows them."""
    return tuple(_line(group, facts, slug, figure) for slug, figure in figures(facts).items())


def figure_list(group: Group, facts: Facts, slug: str) -> FigureList | None:
    """One figure with what is behind it; None for one we do not have."""
    figure = figures(facts).get(slug)
    if figure is None:
        return None
    missing = [_behind(facts, figure.of_what, key) for key in figure.not_met]
    met = [_behind(facts, figure.of_what, key) for key in figure.met]
    return FigureList(_line(group, facts, slug, figure), tuple(missing), tuple(met))


def evenness(facts: Facts, on: date) -> tuple[Evenness, ...]:
    """How evenly families are discussed, in depth and in a quick round by themselves."""
    first = on - timedelta(weeks=WEEKS)
    titles = {Talk.DEEP: "In depth", Talk.QUICK: "In a quick round"}
    return tuple(
        _evenness(title, rules.evenly(facts.families, facts.held, talk, first, on), facts)
        for talk, title in titles.items()
    )


def consultations_in_words(facts: Facts) -> str:
    """How many were asked for, in which months, and how long people waited."""
    if not facts.consulted:
        return "No clinician was asked in this time."
    months = [f"{day:%B}: {many}" for day, many in rules.by_month(facts.consulted).items()]
    waited = rules.days_waited(facts.consulted)
    if waited is None:
        return f"Asked for, by month. {', '.join(months)}."
    days = f"{waited:g} day{'' if waited == 1 else 's'}"
    return f"Asked for, by month. {', '.join(months)}. From asking to talking: {days} in the middle."


def _evenness(title: str, found: rules.Evenly, facts: Facts) -> Evenness:
    never = tuple(_behind(facts, "families", key) for key in found.never)
    if found.middle is None:
        return Evenness(title, "No family is open.", never)
    words = f"For eight weeks: {found.fewest:.1f} to {found.most:.1f} times each, {found.middle:.1f} in the middle."
    return Evenness(title, words, never)


def _line(group: Group, facts: Facts, slug: str, figure: Figure) -> FigureLine:
    status = next(
        (each.status for each in facts.families if slug.startswith("in-time") and each.key in figure.out_of), ""
    )
    title = f"{figure.title}: {status}" if status else figure.title
    words = f"{len(figure.met)} of {len(figure.out_of)}" if figure.out_of else "No"
    of_what = figure.of_what if figure.out_of else f"{figure.of_what} yet"
    href = reverse("supervision:coverage-list", args=[group.pk, slug])
    return FigureLine(slug, title, words, of_what, href)


def _behind(facts: Facts, of_what: str, key: int) -> ListLine:
    case = facts.family_of[of_what, key]
    href = reverse("supervision:for-case", args=[case])
    words = ""
    if of_what == "families":
        family = next(each for each in facts.families if each.key == key)
        weeks = in_weeks(facts.since[key])
        words = f"Talked about {weeks} ago" if family.last_on else f"Not yet; open for {weeks}"
    elif of_what == "hypotheses":
        words = facts.ideas[key].text
    elif of_what == "actions":
        held = next(each for each in facts.held for act in each.actions if act.key == key)
        words = f"Agreed on {day_in_words(held.held_on)}"
        href = reverse("supervision:discussion", args=[held.key])
    elif of_what == "consultations":
        asked = next(each for each in facts.consulted if each.key == key)
        words = f"Asked on {day_in_words(asked.asked_on)}"
        words += f", talked about on {day_in_words(asked.held_on)}" if asked.held_on else ""
        href = reverse("supervision:consultation", args=[key])
        return ListLine(facts.names[case] if asked.is_named else NOBODY, words, href)
    elif of_what == "discussions":
        held = next(each for each in facts.held if each.key == key)
        words, href = day_in_words(held.held_on), reverse("supervision:discussion", args=[key])
    return ListLine(facts.names[case], words, href)


def _named(keys: list[int], user: User, on: date) -> tuple[dict[int, str], Counting, tuple[rules.Consulted, ...]]:
    """The families' names, the council's weeks, and what clinicians were asked about them: one query."""
    council = SupervisionSettings.objects.filter(pk=1)
    weeks, watched = (Subquery(council.values(name)[:1]) for name in ("weeks", "weeks_watched"))
    seen = Case.objects.visible_to(user).filter(pk__in=keys).order_by("pk")
    rows = list(seen.values_list("pk", "name", weeks, watched, _asked_for(on)))
    limits = Counting(weeks=rows[0][2], weeks_watched=rows[0][3]) if rows and rows[0][2] else Counting()
    consulted = tuple(_consulted(row[0], told) for row in rows for told in row[4])
    return {row[0]: row[1] for row in rows}, limits, consulted


def _opened(heard: list[Heard], council: Counting, on: date) -> Iterable[Open]:
    stand = standings([each.key for each in heard], on)
    for each in heard:
        standing = stand.get(each.key, Standing.ORDINARY)
        is_in_time = on <= each.since + council.limit(standing)
        yield Open(each.key, STANDING_SAYS[standing], each.opened_on, is_in_time, each.last_on)


def _discussions(group: Group, keys: list[int], on: date) -> list[Any]:
    """What counts of the last half year: with whether a clinician was there, and whether each child's voice is."""
    voices = DiscussionChild.objects.filter(discussion=OuterRef("pk"))
    clinicians = GroupMember.objects.filter(group=OuterRef("session__group"), person=OuterRef("person"))
    there = Attendance.objects.filter(session=OuterRef("session"))
    there = there.filter(Q(Exists(clinicians.filter(as_what="clinician"))) | Q(person=group.clinician_id))
    found = Discussion.objects.agreed().filter(case__in=keys, held_on__lte=on, held_on__gt=on - timedelta(weeks=WEEKS))
    told = found.annotate(
        names_a_child=Exists(voices), lacks_a_voice=Exists(voices.filter(voice="")), clinician_there=Exists(there)
    )
    return list(told.order_by("pk"))


def _asked_for(on: date) -> ArraySubquery:
    """Consultations about a family that were asked for in the last half year."""
    found = Consultation.objects.filter(case=OuterRef("pk"), withdrawn_on=None, asked_on__lte=on)
    found = found.filter(asked_on__gt=on - timedelta(weeks=WEEKS)).order_by("-asked_on", "-pk")
    told = JSONObject(key="pk", asked_on="asked_on", held_on="held_on", consent="consent")
    return ArraySubquery(found.values(as_object=told))


def _consulted(family: int, told: Mapping[str, Any]) -> rules.Consulted:
    held_on = date.fromisoformat(told["held_on"]) if told["held_on"] else None
    asked_on, is_named = date.fromisoformat(told["asked_on"]), told["consent"] != WITHOUT_NAMES
    return rules.Consulted(told["key"], family, asked_on, held_on, is_named)


def _actions(found: list[Discussion]) -> dict[int, tuple[Act, ...]]:
    acts: dict[int, list[Act]] = defaultdict(list)
    rows = AgreedAction.objects.filter(discussion__in=[each.pk for each in found], action__isnull=False)
    for row in rows.select_related("action").order_by("pk"):
        action: Any = row.action
        in_time = None
        if action.closed_on and action.is_done and action.due_on:
            in_time = action.closed_on <= action.due_on
        acts[row.discussion_id].append(Act(row.pk, bool(row.why.strip()), bool(row.first_sentence.strip()), in_time))
    return {key: tuple(each) for key, each in acts.items()}


def _ideas(keys: list[int]) -> dict[int, tuple[int, Idea]]:
    """Kept ideas of these families with what became of them."""
    rows = Hypothesis.objects.filter(case__in=keys).exclude(status=Hypothesis.Status.PROPOSED)
    found = {}
    for row in rows.select_related("kept__question", "weighed").order_by("pk"):
        question = getattr(getattr(row, "kept", None), "question", None)
        weighed = getattr(row, "weighed", None)
        verdict = State(weighed.verdict) if weighed else None
        asked_on = question.asked_on if question else None
        by = KeptBy(row.kept_by) if row.kept_by else KeptBy.PRESENTER
        found[row.pk] = (row.case_id, Idea(row.text, kept_by=by, asked_on=asked_on, verdict=verdict))
    return found
