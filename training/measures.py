"""Numbers about learning. They come from functions of the database: nobody's words are read to count them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from training.models import SystemicTraining
from training.rules.early_career import PROGRAMMES, Held, Path, Work, load_percent
from training.rules.ladder import Step, Training, reached
from training.rules.protecting import Week
from training.rules.reminding import Away
from training.rules.requirements import FEWEST_SHOWN, PIECES, RegistrationYear, asks


def in_teams(year: RegistrationYear) -> dict[int, tuple[int, int]]:
    """For each team's key, how many of how many registered workers have recorded what their year asks.

    Empty for anybody who does not look after what the service learns. Teams with fewer than three are left out.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select team_id, whole, people from learning_in_teams(%s, %s, %s)",
            [year.begins_on, year.ends_on, FEWEST_SHOWN],
        )
        return {team: (whole, people) for team, whole, people in cursor.fetchall()}


@dataclass(frozen=True)
class OfPerson:
    """How many different pieces somebody recorded, whether all is there, whether they are away, and their last word."""

    recorded: int
    is_whole: bool
    is_away: bool
    nudged_on: date | None


def of_people(year: RegistrationYear, on: date) -> dict[int, OfPerson]:
    """Of everybody who is asked and whose work the principal answers for; of all, for who leads learning. One query."""
    rows = _ask("select * from pieces_of_people(%s, %s, %s)", [year.begins_on, year.ends_on, on])
    return {
        person: OfPerson(recorded, recorded >= PIECES and with_peer, is_away, nudged_on)
        for person, recorded, with_peer, is_away, nudged_on in rows
    }


@dataclass(frozen=True)
class Places:
    """How many have a place on a date and how many wait; how many are before the principal, where they wait."""

    taken: int = 0
    waiting: int = 0
    before_me: int | None = None


def places_of(sessions: Sequence[int]) -> dict[int, Places]:
    """For each date of a course that somebody asked for. One query, and no names."""
    rows = _ask("select * from places_of(%s::bigint[])", [list(sessions)]) if sessions else []
    return {session: Places(taken, waiting, before) for session, taken, waiting, before in rows}


def programmes(people: Iterable[int]) -> dict[int, tuple[Path, list[Held]]]:
    """Early-career programmes that run, and what of them took place, by person: days and no words.

    Of oneself, of people one answers for or assesses, and of all for who leads learning. Three queries.
    """
    running = _paths(people)
    keys = [key for key, _, _ in running]
    held: dict[int, list[Held]] = {}
    for programme, work, on, registered, family in (
        _ask("select * from programme_held(%s::bigint[])", [keys]) if keys else []
    ):
        held.setdefault(programme, []).append(Held(Work(work), on, registered, family))
    return {person: (path, held.get(programme, [])) for programme, person, path in running}


@dataclass(frozen=True)
class Running:
    """A programme that runs: its key, its way, what took place, and the weeks of protected time written down."""

    key: int
    path: Path
    held: tuple[Held, ...]
    weeks: tuple[Week, ...]


def running(people: Iterable[int]) -> dict[int, Running]:
    """As `programmes`, with the weeks of protected time in minutes, for those who may know them. Four queries."""
    found = _paths(people)
    keys = [key for key, _, _ in found]
    held: dict[int, list[Held]] = {key: [] for key in keys}
    weeks: dict[int, list[Week]] = {key: [] for key in keys}
    if keys:
        for key, work, on, registered, family in _ask("select * from programme_held(%s::bigint[])", [keys]):
            held[key].append(Held(Work(work), on, registered, family))
        for key, on, planned, had in _ask("select * from protected_weeks(%s::bigint[])", [keys]):
            weeks[key].append(Week(on, planned, had))
    return {
        person: Running(key, path, tuple(held[key]), tuple(sorted(weeks[key], key=lambda week: week.on)))
        for key, person, path in found
    }


def observed_of(people: Iterable[int]) -> list[tuple[int, int, date]]:
    """That somebody was observed: worker, observer, day, the latest first, and not a word of it. One query."""
    rows = _ask("select * from observed_of(%s::bigint[])", [sorted(set(people))])
    return sorted(rows, key=lambda row: (row[2], row[0]), reverse=True)


def loads(people: Iterable[int], on: date) -> dict[int, int]:
    """How much of a full load newly qualified people carry that day, in permille of their own hours, by key.

    Whoever is not in it has no cap. For caseload pages: nothing else of a programme is told. Two queries.
    """
    found = {person: load_percent(path, on) for _, person, path in _paths(people)}
    return {person: 10 * percent for person, percent in found.items() if percent < 100}


def climbers(on: date) -> dict[int, Step]:
    """The highest step of the systemic ladder each person has completed, for whoever may see it. One query."""
    found: dict[int, list[Training]] = {}
    for each in SystemicTraining.objects.order_by("pk"):
        found.setdefault(each.person_id, []).append(
            Training(Step(each.step), each.provider, each.started_on, each.certified_on, each.stopped_on)
        )
    highest = {person: reached(theirs, on) for person, theirs in found.items()}
    return {person: step for person, step in highest.items() if step is not None}


@dataclass(frozen=True)
class Line:
    """Something of listening that concerns the principal: `what` is answer, told or past; its key, words and day."""

    what: str
    key: int
    words: str
    on: date


@dataclass(frozen=True)
class CalledOff:
    """A date somebody leads, has a place on or waits for, that is not held: the course's key, title, day, and why."""

    course: int
    title: str
    on: date
    why: str
    since_on: date


def called_off(on: date) -> tuple[CalledOff, ...]:
    """The principal's own, until their day is over, so that nobody goes there for nothing. One query."""
    return tuple(sorted((CalledOff(*row) for row in _ask("select * from called_off_for(%s)", [on])), key=_by_day))


@dataclass(frozen=True)
class OfDay:
    """What one person's page and morning's message need to know: whether something their year asks is not recorded,
    when they are away, whether anything is required of anybody, what of listening is theirs, and what of their courses
    is not held."""

    is_missing: bool
    away: tuple[Away, ...]
    is_anything_required: bool
    lines: tuple[Line, ...]
    called_off: tuple[CalledOff, ...] = ()


def of_day(person_id: int, year: RegistrationYear, on: date) -> OfDay:
    """All of it at once: everybody's first page asks it, every day. Of the principal, or asked by a job of the system.

    Nothing is missing of somebody who is not registered with Social Work England: nothing is asked of them. One query.
    """
    question = (
        "select recorded, with_peer, array(select registered_with from camden_employment"
        " where user_id = %s and ended_on is null),"
        " (select coalesce(json_agg(json_build_array(from_on, back_on) order by from_on), '[]') from camden_absence"
        " where person_id = %s and withdrawn_at is null),"
        " exists (select 1 from training_requiredrule),"
        " (select coalesce(json_agg(json_build_array(what, key, words, on_day)), '[]') from listening_for(%s)),"
        " (select coalesce(json_agg(json_build_array(course_id, title, held_on, why, since_on)), '[]')"
        " from called_off_for(%s))"
        " from pieces_recorded(%s, %s, %s)"
    )
    values = [person_id, person_id, on, on, person_id, year.begins_on, year.ends_on]
    ((recorded, with_peer, bodies, away, required, lines, off),) = _ask(question, values)
    is_whole = recorded >= PIECES and with_peer
    return OfDay(
        is_missing=not is_whole and any(asks(body) for body in bodies),
        away=tuple(Away(_day(from_on), back_on and _day(back_on)) for from_on, back_on in away),
        is_anything_required=required,
        lines=tuple(Line(what, key, words, _day(day)) for what, key, words, day in lines),
        called_off=tuple(sorted((_called_off(*each) for each in off), key=_by_day)),
    )


def _called_off(course: int, title: str, on: str, why: str, since_on: str) -> CalledOff:
    return CalledOff(course, title, _day(on), why, _day(since_on))


def _by_day(each: CalledOff) -> tuple[date, int]:
    return each.on, each.course


def _day(iso: str) -> date:
    return date.fromisoformat(iso)


def _paths(people: Iterable[int]) -> list[tuple[int, int, Path]]:
    """Programmes that run: key, person, and the way with the days they were away."""
    keys = sorted(set(people))
    running = _ask("select * from programmes_of(%s::bigint[])", [keys])
    if not running:
        return []
    away: dict[int, list[Away]] = {}
    for person, from_on, back_on in _ask("select * from away_of(%s::bigint[])", [keys]):
        away.setdefault(person, []).append(Away(from_on, back_on))
    return [
        (key, person, Path(PROGRAMMES[code], began, fte, tuple(away.get(person, ())), until))
        for key, person, code, began, fte, until in running
    ]


def to_look_at() -> list[tuple[int, date]]:
    """For who leads learning: each worker with the day of an observation whose agreement is to be looked at again."""
    return _ask("select worker_id, observed_on from observations_to_look_at()", [])


def _ask(question: str, values: list[object]) -> list[tuple]:
    """Calls functions of the walls that ask who the principal is, and answer with keys, days and numbers."""
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchall()
