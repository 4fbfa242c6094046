"""Every figure of a team is what its facts say, and opens into as many rows: in services nobody thought of, on any day.

The facts are counted a second time here, in plain Python, without a question of the product's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from camden.access import Role
from camden.models import Team
from camden.overview.counts import counts_of
from camden.overview.figures import FIGURES, LATE, OTHERS, Figures, figures_of, own_figures_of
from camden.overview.practice import LEVELS, items_of, practice_of
from camden.overview.team_lists import lines_of
from camden.rules.workdays import england
from cases.measures import caseloads
from cases.models import Case, Clock, Episode, Involvement, Member, Person, PlanSpell
from cases.rules.continuity import Spell, changes, lead_on, year_before
from cases.rules.lateness import band_of, is_soon
from cases.rules.works import BY_CODE
from tests.factories.camden import MembershipFactory

TODAY = date(2026, 11, 3)
RULES = ("CN2", "CN3", "CP8", "CP9", "CP6")  # the last is the chair's to do

spans = st.tuples(st.integers(0, 3), st.integers(0, 260))  # who leads next, and for how many days; nobody: 3
clocks = st.tuples(st.sampled_from(RULES), st.integers(0, 90), st.integers(0, 60), st.integers(0, 60) | st.none())
plans = st.sampled_from(["", "early-help", "need", "protection"])


@dataclass(frozen=True)
class Drawn:
    """One child: who led one after the other, the clocks, whether the need is over, and the plan."""

    spans: list[tuple[int, int]]
    clocks: list[tuple[str, int, int, int | None]]
    closed_before: int | None
    plan: str


children = st.builds(
    Drawn,
    st.lists(spans, min_size=1, max_size=5),
    st.lists(clocks, max_size=4, unique_by=lambda clock: clock[:2]),
    st.none() | st.integers(0, 200),
    plans,
)
families = st.lists(
    st.tuples(st.lists(children, min_size=1, max_size=3), st.booleans(), st.booleans()), min_size=1, max_size=5
)


@dataclass
class Known:
    """A child as it was settled."""

    case: int
    key: int
    spells: list[Spell]
    episode: tuple[date, date | None]
    clocks: list[tuple[str, date, date, date | None]]
    plan: str
    is_open_to_manager: bool
    is_of_the_team: bool


# Two core groups are one piece of work; a child whose lead changed twice in a year; one who had to wait in between.
TWO_LIMITS = Drawn(
    [(0, 100)], [("CP8", 40, 10, None), ("CP9", 50, 12, None), ("CP6", 50, 12, None)], None, "protection"
)
TWICE = Drawn([(0, 100), (1, 50), (3, 10), (0, 60)], [], None, "")
WAITS = Drawn([(1, 80), (3, 20)], [("CP8", 40, 10, None)], None, "")


@given(drawn=families, back=st.sampled_from([0, 1, 14, 200, 400]))
@example(drawn=[([TWO_LIMITS, TWICE, WAITS], False, True), ([TWICE], False, False)], back=0)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_figures_are_what_the_facts_say(cast: SimpleNamespace, drawn: Any, back: int) -> None:
    on = TODAY - timedelta(days=back)
    with transaction.atomic():
        workers = [MembershipFactory(team=cast.pod, role=Role.SOCIAL_WORKER, started_on="2020-01-01").user
                   for _ in range(2)]  # fmt: skip
        workers.append(MembershipFactory(team=cast.elsewhere, started_on="2020-01-01").user)
        known = [*_settle(cast, workers, drawn), *_settled_already(cast)]
        teams = [cast.team, cast.pod]
        figures = figures_of(user=cast.bilal, team=cast.team, teams=teams, on=on, today=TODAY)
        _compare(figures, known, [cast.amara.pk, *(worker.pk for worker in workers[:2])], on)
        loads = caseloads(cases=Case.objects.visible_to(cast.bilal), team_ids=[t.pk for t in teams], on=on)
        assert {load.worker: (load.children, load.families) for load in loads} == {
            unit.pk: (figures.count("children", unit.pk), figures.count("families", unit.pk))
            for unit in figures.units
            if unit.is_person
        }
        for code in ("children", "families", "changes", "waiting", "late", "due", "talked", "not-talked"):
            items = figures.of(code)
            assert len(lines_of(user=cast.bilal, items=items, code=code, figures=figures)) == figures.count(code)
        _same_above(cast, figures, on)
        _own(workers[0], known, on)
        _levels(cast, known, on)
        transaction.set_rollback(True)


def _settle(cast: SimpleNamespace, workers: list[Any], drawn: Any) -> Iterator[Known]:
    nobody = Person.objects.create()
    for number, (theirs, is_restricted, is_of_the_team) in enumerate(drawn):
        team = cast.pod if is_of_the_team else cast.elsewhere
        case = Case.objects.create(
            name=f"Family {number}", team_ids=[team.pk], opened_on="2024-01-01", is_restricted=is_restricted
        )
        for child in theirs:
            member = Member.objects.create(case=case, person=nobody, kind="child", given_name="Somebody")
            spells = _spells(child.spans, workers)
            closed_on = None if child.closed_before is None else TODAY - timedelta(days=child.closed_before)
            Episode.objects.create(
                case=case, child=member, referred_on="2024-06-01", source="2A", closed_on=closed_on,
                closure_reason="RC7" if closed_on else "",
            )  # fmt: skip
            Involvement.objects.bulk_create(
                Involvement(case=case, child=member, worker_id=each.worker, team=team, role="lead", scope="full",
                            started_on=each.started_on, ended_on=each.ended_on)
                for each in spells
            )  # fmt: skip
            if child.plan:
                PlanSpell.objects.create(
                    case=case, child=member, basis=child.plan, started_on="2024-07-01",
                    **({"first_category": "NEG", "latest_category": "NEG"} if child.plan == "protection" else {}),
                )  # fmt: skip
            yield Known(
                case=case.pk,
                key=member.pk,
                spells=spells,
                episode=(date(2024, 6, 1), closed_on),
                clocks=_clocks(case, member, child.clocks),
                plan=child.plan,
                is_open_to_manager=is_of_the_team and not is_restricted,
                is_of_the_team=is_of_the_team,
            )


def _settled_already(cast: SimpleNamespace) -> Iterator[Known]:
    """The Rahmans, whom Amara leads for."""
    for child in cast.children:
        spells = [Spell(cast.amara.pk, date(2026, 8, 21))]
        yield Known(cast.case.pk, child.pk, spells, (date(2026, 8, 20), None), [], "", True, True)


def _spells(drawn: list[tuple[int, int]], workers: list[Any]) -> list[Spell]:
    """One after the other, up to today; the last one goes on unless nobody leads."""
    found: list[Spell] = []
    day = TODAY - timedelta(days=sum(length for _, length in drawn))
    for place, (who, length) in enumerate(drawn):
        is_last = place == len(drawn) - 1
        until = None if is_last else day + timedelta(days=length)
        if who < len(workers):
            found.append(Spell(workers[who].pk, day, until))
        day += timedelta(days=length)
    return found


def _clocks(case: Case, child: Member, drawn: Any) -> list[tuple[str, date, date, date | None]]:
    found = []
    for rule, ago, ahead, met in drawn:
        anchor = TODAY - timedelta(days=ago)
        due = anchor + timedelta(days=ahead)
        met_on = None if met is None else min(anchor + timedelta(days=met), TODAY)
        found.append((rule, anchor, due, met_on))
    Clock.objects.bulk_create(
        Clock(case=case, child=child, rule=rule, anchor_on=anchor, amount=20, unit="wd", due_on=due, do_by=due,
              met_on=met_on)
        for rule, anchor, due, met_on in found
    )  # fmt: skip
    return found


def _compare(figures: Figures, known: list[Known], people: list[int], on: date) -> None:
    """Each figure of each person, and of nobody."""
    expected: dict[tuple[int, str], set[Any]] = defaultdict(set)
    works: dict[tuple[Any, ...], date] = {}
    for child in known:
        if _is_counted(child, on):
            _expect_child(child, people, on, expected)
            _expect_works(child, people, on, works)
    for (who, *key), due in works.items():
        band = band_of(due, on, england())
        if band or is_soon(due, on, england()):
            expected[who, band.code if band else "due"].add(tuple(key))
    for unit in [*people, OTHERS]:
        for code in ("children", "families", "changes", "waiting", *LATE, "due"):
            assert figures.count(code, unit) == len(expected[unit, code]), (unit, code)


def _lead(child: Known, on: date) -> Spell | None:
    return lead_on([spell for spell in child.spells if spell.started_on <= on], on)


def _is_counted(child: Known, on: date) -> bool:
    """In a record open to the manager, and led for, or in need."""
    is_in_need = child.episode[0] <= on and (child.episode[1] is None or child.episode[1] > on)
    return child.is_open_to_manager and (is_in_need or _lead(child, on) is not None)


def _whose(child: Known, people: list[int], on: date) -> int:
    lead = _lead(child, on)
    return lead.worker if lead and lead.worker in people else OTHERS


def _expect_child(child: Known, people: list[int], on: date, expected: Any) -> None:
    who = _whose(child, people, on)
    if _lead(child, on) is None:
        expected[who, "waiting"].add(child.key)
        return
    expected[who, "children"].add(child.key)
    expected[who, "families"].add(child.case)
    for change in changes([each for each in child.spells if each.started_on <= on]):
        if year_before(on) < change.on <= on:
            expected[who, "changes"].add((child.key, change.on, change.before, change.after))


def _expect_works(child: Known, people: list[int], on: date, works: dict[tuple[Any, ...], date]) -> None:
    lead = _lead(child, on)
    for rule, anchor, due, met in child.clocks:
        if anchor <= on and (met is None or met > on):
            theirs = _whose(child, people, on) if BY_CODE[rule].owner == "lead" else OTHERS
            key = (theirs, lead.worker if lead else 0, child.case, BY_CODE[rule].work)
            works[key] = min(works.get(key, due), due)


def _same_above(cast: SimpleNamespace, figures: Figures, on: date) -> None:
    """Whoever manages the service finds the same of the team, in one row, without its people."""
    teams = list(Team.objects.filter(path__contains=[cast.service.pk]))
    above = figures_of(user=cast.cora, team=cast.service, teams=teams, on=on, today=TODAY)
    row = next(unit for unit in above.units if unit.pk == cast.team.pk)
    assert not any(unit.is_person for unit in above.units)
    theirs = sum(figures.count("children", unit.pk) for unit in figures.units if unit.is_person)
    # And more: whoever works in the team may lead for children in records that its manager does not see.
    assert theirs <= above.count("children", row.pk)
    assert sum(above.count("children", unit.pk) for unit in above.units) == above.count("children")
    # Its table counts in the database, and its lists fetch the rows: both say the same of everybody and of all.
    table = counts_of(user=cast.cora, team=cast.service, teams=teams, on=on, today=TODAY)
    assert (table.units, table.places) == (above.units, above.places)
    assert sorted(table.waiting) == sorted(above.waiting)
    for key in [None, *(unit.pk for unit in above.units)]:
        assert {code: table.count(code, key) for code in FIGURES} == {code: above.count(code, key) for code in FIGURES}


def _own(worker: Any, known: list[Known], on: date) -> None:
    """Somebody's own figures, restricted records included."""
    if on != TODAY:
        return
    mine = own_figures_of(user=worker, on=on)
    led = [each for each in known if (lead := lead_on(each.spells, on)) and lead.worker == worker.pk]
    assert mine.count("children", worker.pk) == len(led)
    assert mine.count("families", worker.pk) == len({each.case for each in led})


def _levels(cast: SimpleNamespace, known: list[Known], on: date) -> None:
    """Children at each level, of whoever is led for or waits; the list of each is as long as it says."""
    found = Counter()
    for child in known:
        found[child.plan] += _is_counted(child, on)
    asked = {"user": cast.bilal, "teams": [cast.team, cast.pod], "on": on}
    practice = practice_of(**asked)
    assert {level.code: level.now for level in practice.levels} == {code: found[plan] for code, plan in LEVELS.items()}
    for level in practice.levels:
        assert len(items_of(code=level.code, **asked)) == level.now
    for limit in practice.limits:
        assert len(items_of(code=limit.list_code, **asked)) == limit.missed


@pytest.mark.django_db
def test_a_figure_that_leaves_out_a_row_is_noticed(cast: SimpleNamespace) -> None:
    figures = figures_of(user=cast.bilal, team=cast.team, teams=[cast.team, cast.pod], on=TODAY, today=TODAY)
    known = list(_settled_already(cast))
    _compare(figures, known, [cast.amara.pk], TODAY)
    for wrong in (known[1:], [*known, known[0].__class__(**{**vars(known[0]), "key": 1})]):
        with pytest.raises(AssertionError):
            _compare(figures, wrong, [cast.amara.pk], TODAY)
