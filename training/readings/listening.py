"""What people said: each question with what is shown of it, its earlier rounds beside it, and what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from camden.models import Membership, Team, User
from camden.rules.names import day_in_words
from training.models import HasAnswered, Question, ShownAnswer, Survey, YouSaid
from training.rules import listening
from training.rules.listening import Did, Whose, asks_the_same, waiting

MOST = 40  # rounds that are looked at, the newest first: ten years of four
BESIDE = 3  # earlier rounds beside a question
BARS = {"few or none": 1, "less than half": 2, "half or more": 3, "most or all": 4}
"""How many of four parts a share in words fills: a bar says no more than its words."""


@dataclass(frozen=True)
class Earlier:
    """What an earlier round showed of the same question for the same people; `share` is empty where it did not."""

    day: str
    share: str
    parts: int


@dataclass(frozen=True)
class Figure:
    """What is shown of one question for one group: a share in words, a bar of four parts, and earlier rounds."""

    name: str
    share: str
    parts: int
    earlier: tuple[Earlier, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A question of a round, the promise it asks about, and its figures: the whole service's, then the team's."""

    pk: int
    words: str
    promise: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class RoundShown:
    """A round that was decided."""

    pk: int
    days: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True)
class Told:
    """You said, we did: who answers for it and since when. `is_past`: it waits for them, because a day has passed."""

    pk: int
    words: str
    did: str
    what: str
    by: str
    day: str
    is_past: bool


@dataclass(frozen=True)
class WhatPeopleSaid:
    """A page about a team and what is above it: the newest round of staff, that of partners, and where else to look."""

    team: Team | None
    is_own: bool
    staff: RoundShown | None
    partners: RoundShown | None
    beneath: tuple[Team, ...]
    above: tuple[Team, ...]


def to_answer(person: User, on: date) -> Survey | None:
    """The round this person is asked in that day and has not answered. One query."""
    done = HasAnswered.objects.filter(person=person).values("survey")
    return _open(Whose.STAFF, on).exclude(pk__in=done).order_by("opens_on").first()


def by_link(survey: int, on: date) -> Survey | None:
    """A partners' round, if it is open that day."""
    return _open(Whose.PARTNERS, on).filter(pk=survey).first()


def questions_of(survey: Survey) -> list[Question]:
    """Its three, in their order, with the promises they ask about."""
    return list(survey.questions.select_related("promise").order_by("place"))


def what_people_said(person: User, team: Team | None) -> WhatPeopleSaid:
    """What is shown of the newest decided rounds, from the whole service down to a team; to one's own without one.

    Six queries, however many rounds there were.
    """
    rounds = list(Survey.objects.filter(decided_at__isnull=False).order_by("-closes_on", "-pk")[:MOST])
    teams = {each.pk: each for each in Team.objects.order_by("name", "pk")}
    here = team or _own(person, teams)
    path = [teams[key] for key in here.path] if here else [each for each in teams.values() if each.parent_id is None]
    shown = _shown(rounds)
    return WhatPeopleSaid(
        team=here,
        is_own=team is None,
        staff=_round(rounds, Whose.STAFF, shown, [(tuple(each.path), each.name) for each in path]),
        partners=_round(rounds, Whose.PARTNERS, shown, [((), "Schools, health and police")]),
        beneath=tuple(each for each in teams.values() if here and each.parent_id == here.pk),
        above=tuple(path[:-1]),
    )


def told(on: date) -> tuple[Told, ...]:
    """What was told to everybody, the newest first. One query."""
    entries = YouSaid.objects.filter(told_on__isnull=False, told_on__lte=on).select_related("told_by")
    return tuple(_told(each, is_past=_is_past(each, on)) for each in entries.order_by("-told_on", "-pk")[:MOST])


def to_tell(on: date) -> tuple[Told, ...]:
    """For whoever leads learning: what is not told yet, first what has waited past the next round. Three queries."""
    drafts = YouSaid.objects.filter(told_on=None).prefetch_related("heard__question__survey")
    plain = {each: _plain(each) for each in drafts.order_by("pk")}
    rounds = [
        listening.Round(each.pk, (), each.opens_on, each.closes_on)
        for each in Survey.objects.filter(asked=Whose.STAFF).order_by("opens_on")
    ]
    late = waiting(plain.values(), rounds, on)
    lines = [_told(each, is_past=entry in late) for each, entry in plain.items()]
    return tuple(sorted(lines, key=lambda line: (not line.is_past, line.pk)))


def heard_in(entry: YouSaid | None = None) -> list[Question]:
    """Questions that something can have been heard in: of the newest round of staff, and of partners, those with an
    answer that is shown; and where `entry` was heard already. Two queries at most.
    """
    found = Question.objects.filter(pk__in=ShownAnswer.objects.values("question")).select_related("survey", "promise")
    own = set(entry.heard.values_list("question", flat=True)) if entry else set()
    newest: dict[str, int] = {}
    lines = []
    for each in found.order_by("-survey__closes_on", "survey", "place")[: 3 * MOST]:
        if newest.setdefault(each.survey.asked, each.survey_id) == each.survey_id or each.pk in own:
            lines.append(each)
    return lines


def days_of(survey: Survey) -> str:
    """From its first day to its last, in words."""
    return f"{day_in_words(survey.opens_on)} to {day_in_words(survey.closes_on)}"


def _open(asked: Whose, on: date) -> "QuerySet[Survey]":
    return Survey.objects.filter(asked=asked, opens_on__lte=on, closes_on__gte=on, decided_at=None)


def _own(person: User, teams: Mapping[int, Team]) -> Team | None:
    """The narrowest team this person belongs to."""
    keys = Membership.objects.filter(user=person, ended_on=None).order_by("pk").values_list("team", flat=True)
    return max((teams[key] for key in keys), key=lambda each: len(each.path), default=None)


def _shown(rounds: Sequence[Survey]) -> list[Question]:
    """Questions of these rounds with what is shown of them."""
    found = Question.objects.filter(survey__in=rounds).select_related("promise", "survey").prefetch_related("shown")
    return list(found.order_by("-survey__closes_on", "-survey", "place"))


def _round(
    rounds: Sequence[Survey],
    asked: Whose,
    questions: Sequence[Question],
    groups: Sequence[tuple[tuple[int, ...], str]],
) -> RoundShown | None:
    newest = next((each for each in rounds if each.asked == asked), None)
    if newest is None:
        return None
    own = [each for each in questions if each.survey_id == newest.pk]
    return RoundShown(newest.pk, days_of(newest), tuple(_asked(each, questions, groups) for each in own))


def _asked(question: Question, questions: Sequence[Question], groups: Sequence[tuple[tuple[int, ...], str]]) -> Asked:
    alike = [
        each
        for each in questions
        if each.survey.closes_on < question.survey.closes_on and asks_the_same(_asks(each), _asks(question))
    ][:BESIDE]
    figures = []
    for path, name in groups:
        now = _figure(question, path)
        earlier = [Earlier(day_in_words(each.survey.closes_on), *_share(_figure(each, path))) for each in alike]
        if now is None and not any(each.share for each in earlier):
            earlier = []  # nothing was ever shown: once said is enough
        figures.append(Figure(name, *_share(now), tuple(earlier), tuple(now.words) if now else ()))
    return Asked(question.pk, question.words, question.promise.words, tuple(figures))


def _asks(question: Question) -> listening.Question:
    asked = Whose(question.survey.asked)
    return listening.Question(str(question.place), question.promise.code, question.words, asked)


def _figure(question: Question, path: tuple[int, ...]) -> ShownAnswer | None:
    return next((each for each in question.shown.all() if tuple(each.path) == path), None)


def _share(shown: ShownAnswer | None) -> tuple[str, int]:
    return (shown.share, BARS.get(shown.share, 0)) if shown else ("", 0)


def _is_past(entry: YouSaid, on: date) -> bool:
    return entry.did == Did.WILL and entry.will_by_on is not None and entry.will_by_on < on


def _plain(entry: YouSaid) -> listening.YouSaid:
    figures = tuple((each.question.survey_id, str(each.question_id)) for each in entry.heard.all())
    # Two drafts in the same words are two: the key keeps them apart.
    return listening.YouSaid(entry.words, figures, Did(entry.did) if entry.did else None, entry.what, str(entry.pk))


def _told(entry: YouSaid, *, is_past: bool) -> Told:
    by_when = f" by {day_in_words(entry.will_by_on)}" if entry.will_by_on else ""
    return Told(
        pk=entry.pk,
        words=entry.words,
        did=f"{entry.did}{by_when}" if entry.did == Did.WILL else entry.did,
        what=entry.what,
        by=entry.told_by.name if entry.told_by else "",
        day=day_in_words(entry.told_on) if entry.told_on else "",
        is_past=is_past,
    )
