"""Lists of conferences: the board of a coordinator, a manager or a worker, and one family's conferences."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from camden.rules.names import day_in_words
from cases.models import Case, Involvement
from cases.rules.visits import in_a_row
from conferences.models import ConferenceChild, FamilyConference
from conferences.readings.timings import clocks_by_conference
from conferences.rules import board
from conferences.rules.board import TITLES, Card, Column
from conferences.rules.stages import Stage

MOST = 200  # a coordinator has some fifteen families, a service some two hundred conferences in a year
AT_ONCE = 6  # cards of a column that is not on its way any more, before the others are folded away
_FOLDS = (Column.REST, Column.OVER)


@dataclass(frozen=True)
class ConferenceLine:
    """One conference: whom it is about, where it stands, since when, with whom."""

    pk: int
    case_pk: int
    title: str
    stage: Stage
    since: str
    who: str
    has_plan: bool
    waits: str
    """Since when the family's plan waits for an answer; empty when none does."""
    clock: str = ""
    """What is due next and how long there is, "The family meets: 3 weeks left"; empty when nothing is."""
    clock_kind: str = ""
    meets: str = ""
    """The day on which the family meets; empty when it is not said, or past."""


@dataclass(frozen=True)
class BoardColumn:
    """One stretch of the way: what shows at once, and what is folded away."""

    code: str
    title: str
    lines: tuple[ConferenceLine, ...]
    folded: tuple[ConferenceLine, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.lines) + len(self.folded)


def of_coordinator(user: Any, on: date) -> tuple[BoardColumn, ...]:
    """The families somebody coordinates for. Six queries."""
    return _board(FamilyConference.objects.visible_to(user).coordinated_by(user), on)


def of_worker(user: Any, on: date) -> tuple[BoardColumn, ...]:
    """Conferences of families somebody works with or referred, of records they see. Six queries."""
    mine = Involvement.objects.filter(worker=user, ended_on=None).values("case")
    found = FamilyConference.objects.visible_to(user)
    return _board(found.filter(case__in=mine) | found.filter(referred_by=user), on)


def of_manager(user: Any, on: date) -> tuple[BoardColumn, ...]:
    """Conferences of every record a manager sees. Six queries."""
    return _board(FamilyConference.objects.visible_to(user), on)


def of_case(case: Case) -> tuple[ConferenceLine, ...]:
    """The conferences of one family, the last first. Two queries."""
    conferences = _fetched(FamilyConference.objects.filter(case=case))
    names = _names(conferences)
    return tuple(_line(each, names) for each in conferences)


def lines_of(columns: Sequence[BoardColumn]) -> tuple[ConferenceLine, ...]:
    """Every conference of a board."""
    return tuple(line for column in columns for line in (*column.lines, *column.folded))


def _board(found: Any, on: date) -> tuple[BoardColumn, ...]:
    conferences = {each.pk: each for each in _fetched(found)}
    names, clocks = _names(conferences.values()), clocks_by_conference(list(conferences), on)
    cards = {key: Card(key, Stage(each.stage), each.stage_on, clocks[key]) for key, each in conferences.items()}
    columns = []
    for column, held in board.columns(cards.values()).items():
        lines = [_line(conferences[card.key], names, card, on) for card in held]
        fold = AT_ONCE if column in _FOLDS else len(lines)
        columns.append(BoardColumn(column.value, TITLES[column], tuple(lines[:fold]), tuple(lines[fold:])))
    return tuple(columns) if conferences else ()


def _fetched(found: Any) -> list[Any]:
    along = found.with_stage().select_related("referred_by", "coordinator", "plan")
    return list(along.order_by("-referred_on", "-pk")[:MOST])


def _names(conferences: Any) -> Mapping[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    children = ConferenceChild.objects.filter(conference__in=[each.pk for each in conferences]).order_by("pk")
    for conference, name in children.values_list("conference", "first_name"):
        names[conference].append(name)
    return names


def _line(
    each: Any, names: Mapping[int, list[str]], card: Card | None = None, on: date | None = None
) -> ConferenceLine:
    clock = card.next_clock if card else None
    clock = clock if clock and clock.paused_since is None else None  # nothing is due while the work rests
    return ConferenceLine(
        pk=each.pk,
        case_pk=each.case_id,
        title=in_a_row(names[each.pk]),
        stage=Stage(each.stage),
        since=day_in_words(each.stage_on),
        who=_who(each),
        has_plan=hasattr(each, "plan"),
        waits=day_in_words(each.plan_given_on) if each.plan_given_on else "",
        clock=f"{clock.what}: {board.words(clock, on=on)}" if clock and on else "",
        clock_kind=board.colour(clock, on=on) if clock and on else "",
        meets=day_in_words(each.planned_on) if each.planned_on and on and each.planned_on >= on else "",
    )


def _who(conference: FamilyConference) -> str:
    referred = f"Referred by {conference.referred_by.name}"
    return f"{referred}, with {conference.coordinator.name}" if conference.coordinator else referred
