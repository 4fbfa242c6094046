"""Figures about a group's supervision, each with the list behind it: of families and discussions, never of a person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from camden.models import Team, User
from camden.rules.names import day_in_words
from cases.models import Case, Member, PlanSpell
from supervision.models import AgreedAction, Attendance, Discussion, DiscussionChild, Group, GroupMember, Hypothesis
from supervision.readings.settings import counting
from supervision.rules import coverage as rules
from supervision.rules.counting import Standing, Talk, Talked, family_since
from supervision.rules.coverage import Act, Figure, Held, Open
from supervision.rules.hypotheses import Hypothesis as Idea
from supervision.rules.hypotheses import KeptBy, State
from supervision.rules.rotation import in_weeks

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
    """Open families of the group's team, and what its sessions said of them in the last half year. Seven queries."""
    beneath = ArraySubquery(Team.objects.filter(path__overlap=[group.team_id]).order_by("pk").values("pk"))
    cases = Case.objects.visible_to(user).open_on(on).filter(team_ids__overlap=beneath)
    protected = PlanSpell.objects.filter(case=OuterRef("pk"), basis="protection", started_on__lte=on, ended_on=None)
    children = Member.objects.children().filter(case=OuterRef("pk")).order_by("pk").values("pk")
    told = cases.annotate(is_protected=Exists(protected), child_ids=ArraySubquery(children)).order_by("name", "pk")
    rows = list(told.values_list("pk", "name", "opened_on", "is_protected", "child_ids"))
    keys = [row[0] for row in rows]
    found = list(Discussion.objects.agreed().filter(case__in=keys, held_on__lte=on).select_related(None).order_by("pk"))
    voices = _voices(found)
    talks: dict[int, list[Talked]] = defaultdict(list)
    for each in found:
        children = frozenset(child for child, _ in voices[each.pk])
        talks[each.case_id].append(Talked(each.held_on, Talk(each.depth), children))
    recent = [each for each in found if each.held_on > on - timedelta(weeks=WEEKS)]
    actions = _actions(recent)
    about = _ideas(keys)
    ideas = {key: idea for key, (_, idea) in about.items()}
    family_of = {("hypotheses", key): case for key, (case, _) in about.items()}
    family_of |= {("discussions", each.pk): each.case_id for each in recent}
    family_of |= {("families", key): key for key in keys}
    case_of = {each.pk: each.case_id for each in recent}
    family_of |= {("actions", act.key): case_of[pk] for pk, acts in actions.items() for act in acts}
    families = tuple(_opened(rows, talks, {each.case_id for each in _last(found) if each.standing == "court"}, on))
    clinicians = _with_clinician(group, recent)
    held = tuple(
        Held(
            each.pk,
            each.case_id,
            each.held_on,
            Talk(each.depth),
            each.session_id in clinicians,
            bool(voices[each.pk]) and all(is_said for _, is_said in voices[each.pk]),
            actions.get(each.pk, ()),
        )
        for each in recent
    )
    names = {row[0]: row[1] for row in rows}
    return Facts(families, held, ideas, family_of, names, rules.weeks_since(families, on))


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
    words = f"{len(figure.met)} of {len(figure.out_of)}" if figure.out_of else "None yet"
    href = reverse("supervision:coverage-list", args=[group.pk, slug])
    return FigureLine(slug, title, words, figure.of_what, href)


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
    elif of_what == "discussions":
        held = next(each for each in facts.held if each.key == key)
        words, href = day_in_words(held.held_on), reverse("supervision:discussion", args=[key])
    return ListLine(facts.names[case], words, href)


def _opened(
    rows: Iterable[tuple[int, str, date, bool, list[int]]], talks: Mapping[int, list[Talked]], court: set[int], on: date
) -> Iterable[Open]:
    """Protection comes from a plan that runs; before court from what the last discussion said of itself."""
    council = counting()
    for pk, _, opened_on, is_protected, children in rows:
        standing = Standing.COURT if pk in court else Standing.PROTECTION if is_protected else Standing.ORDINARY
        first = dict.fromkeys(children, opened_on)
        since = family_since(talks[pk], first, standing, council) if first else opened_on
        last = max((talk.held_on for talk in talks[pk] if council.begins_anew(talk.talk, standing)), default=None)
        yield Open(pk, STANDING_SAYS[standing], opened_on, on <= since + council.limit(standing), last)


def _last(found: list[Discussion]) -> Iterable[Discussion]:
    """The last discussion of each family."""
    return {each.case_id: each for each in sorted(found, key=lambda each: (each.held_on, each.pk))}.values()


def _voices(found: list[Discussion]) -> dict[int, list[tuple[int, bool]]]:
    voices: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    rows = DiscussionChild.objects.filter(discussion__in=[each.pk for each in found])
    for discussion, child, voice in rows.values_list("discussion", "child", "voice"):
        voices[discussion].append((child, bool(voice.strip())))
    return voices


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


def _with_clinician(group: Group, found: list[Discussion]) -> set[int]:
    """Sessions at which a clinician of a group was there."""
    there = Attendance.objects.filter(session__in={each.session_id for each in found})
    clinicians = GroupMember.objects.filter(group=OuterRef("session__group"), as_what="clinician")
    is_clinician = Q(Exists(clinicians.filter(person=OuterRef("person")))) | Q(person=group.clinician_id)
    return set(there.filter(is_clinician).values_list("session", flat=True))


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
