"""Somebody's own figures, which belong first to them: each with its list, and with what they say about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.urls import reverse

from camden.models import FigureAnswer, Team
from camden.overview.figures import FIGURES, LATE, Figures, own_figures_of
from camden.rules.names import day_in_words

SHOWN = ("children", "families", "changes", "unsettled", *LATE, "due", "talked", "not-talked", "offered")


@dataclass(frozen=True)
class Said:
    """What a person says about one of their figures, and since when."""

    figure: str
    title: str
    words: str
    on: str


@dataclass(frozen=True)
class Own:
    """One figure of one's own. `explains` is what is counted; `said` what stands beside it, if anything does."""

    code: str
    title: str
    count: int
    explains: str
    href: str
    said: Said | None
    answer_href: str


def own_figures(*, user: Any, on: date) -> tuple[Own, ...]:
    """Each figure of one's own. Three queries."""
    figures, said = own_figures_of(user=user, on=on), {each.figure: each for each in said_by([user.pk])}
    return tuple(_own(code, figures, user.pk, said.get(code)) for code in SHOWN)


def said_by(people: Iterable[int]) -> list[Said]:
    """What stands beside figures of these people, in the order of the figures. One query."""
    found = FigureAnswer.objects.filter(person__in=list(people), withdrawn_at=None, figure__in=SHOWN)
    said = [Said(each.figure, FIGURES[each.figure].title, each.words, day_in_words(each.said_on)) for each in found]
    return sorted(said, key=lambda each: SHOWN.index(each.figure))


def with_answered(teams: QuerySet[Team]) -> QuerySet[Team]:
    """Teams with who of their people says something about a figure of theirs, as far as it is open to the reader."""
    stands = FigureAnswer.objects.filter(withdrawn_at=None, figure__in=SHOWN)
    theirs = stands.filter(person__memberships__team=OuterRef("pk")).order_by()
    return teams.annotate(answered=ArraySubquery(theirs.values("person")))


def who_answered(teams: Iterable[Any]) -> frozenset[int]:
    """The people of teams fetched with `with_answered` who say something. No query."""
    return frozenset(person for team in teams for person in team.answered)


def _own(code: str, figures: Figures, person: int, said: Said | None) -> Own:
    figure, count = FIGURES[code], figures.count(code, person)
    return Own(
        code=code,
        title=figure.title,
        count=count,
        explains=figure.says,
        href=reverse("overview:my-figure", args=[code]) if count else "",
        said=said,
        answer_href=reverse("overview:my-figure-answer", args=[code]),
    )
