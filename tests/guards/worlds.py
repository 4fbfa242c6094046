"""Random small services, and in plain Python who sees what in them: DESIGN 3, written down a second time.

Nothing here asks the product's own rule. A world is made of facts only; `sees` reads them; `settle` puts them into the
database with rows in every table beneath a record.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from types import SimpleNamespace

from django.db import connection
from django.utils import timezone

from camden.access import Role, Scope
from camden.models import Duty, Membership, Team, User
from cases import models as facts
from cases.access import CaseScope
from supervision import models as talks
from tests.guards.worlds_conferences import settle_conferences
from tests.guards.worlds_journey import settle_journey
from tests.guards.worlds_record import settle_record
from tests.guards.worlds_supervision import settle_thinking

BEGAN, ENDED = date(2026, 2, 2), date(2026, 9, 30)
ROOM = 1000  # keys a world may use
EVERYBODY = "Quillfeather"  # the family name of every child in every world
CODES = {word.value: word for word in CaseScope}


@dataclass(frozen=True)
class Fact:
    """One membership, involvement or exclusion: who, of what, until when."""

    key: int
    person: int
    of: int
    scope: str = ""
    role: str = ""
    is_over: bool = False
    is_cover: bool = False
    child: int = 0


@dataclass
class World:
    """A small service. Keys are those of the database. `above` is each team's parent, `teams_of` a record's teams."""

    first_key: int
    above: dict[int, int | None] = field(default_factory=dict)
    people: dict[int, bool] = field(default_factory=dict)
    """Each person, and whether they are active."""
    records: dict[int, bool] = field(default_factory=dict)
    """Each record, and whether it is restricted."""
    teams_of: dict[int, frozenset[int]] = field(default_factory=dict)
    children: dict[int, list[int]] = field(default_factory=dict)
    memberships: list[Fact] = field(default_factory=list)
    duties: list[Fact] = field(default_factory=list)
    """Turns on the rota: `role` says when, "now", "past", "ahead" or "withdrawn"."""
    involvements: list[Fact] = field(default_factory=list)
    exclusions: list[Fact] = field(default_factory=list)

    def described(self, person: int, record: int) -> str:
        """All that bears on one person and one record, for whoever must find out why."""
        mine = [f for f in (*self.memberships, *self.duties) if f.person == person]
        near = [f for f in (*self.involvements, *self.exclusions) if f.person == person and f.of == record]
        return (
            f"active={self.people[person]} restricted={self.records[record]} teams={set(self.teams_of[record])}"
            f" tree={self.above} memberships={mine} involved or excluded={near}"
        )


def sees(world: World, person: int, record: int) -> bool:
    """Whether somebody sees a record.

    1. Nobody sees anything who is not active.
    2. An exclusion that stands beats everything.
    3. A present involvement opens the record, unless it is only for consultation or for a conference.
    4. An ordinary record is open to the teams that have it, and to the teams above those: to people who work there
       now and whose role reaches further than their own work. A restricted record is not.
    5. Somebody on duty now for a team reads as if they worked there, and not a minute longer.
    """
    if not world.people[person]:
        return False
    if any(e.person == person and e.of == record and not e.is_over for e in world.exclusions):
        return False
    for involvement in world.involvements:
        is_theirs = involvement.person == person and involvement.of == record
        if is_theirs and not involvement.is_over and involvement.scope in ("full", "duty", "audit"):
            return True
    if world.records[record]:
        return False
    mine = {m.of for m in world.memberships if m.person == person and not m.is_over and m.scope == "team"}
    mine |= {d.of for d in world.duties if d.person == person and d.role == "now"}
    return any(team in mine for holder in world.teams_of[record] for team in _upwards(world, holder))


def coordinates(world: World, person: int, record: int) -> bool:
    """Whether somebody sees a record's conferences without the record: its coordinator, unless excluded."""
    if not world.people[person] or any(
        e.person == person and e.of == record and not e.is_over for e in world.exclusions
    ):
        return False
    mine = [i for i in world.involvements if i.person == person and i.of == record and not i.is_over]
    return any(i.scope == "conference" for i in mine)


def decides(world: World, person: int, record: int) -> bool:
    """Whether somebody reads a proposed change of worker for a record they see: the proposals of a world are those of
    its first team, and only its manager, or a manager of what is above it, decides them."""
    managers = (Role.TEAM_MANAGER.value, Role.SERVICE_MANAGER.value)
    theirs = {
        m.of for m in world.memberships
        if m.person == person and not m.is_over and m.scope == "team" and m.role in managers
    }  # fmt: skip
    return sees(world, person, record) and bool(theirs & set(_upwards(world, next(iter(world.above)))))


def _upwards(world: World, team: int | None) -> list[int]:
    """A team and all above it."""
    found = []
    while team is not None:
        found.append(team)
        team = world.above[team]
    return found


def invent(seed: int) -> World:
    """A service from a seed: the same seed, the same service."""
    random = Random(seed)
    world = World(first_key=1_000_000_000 + seed * ROOM)
    keys = iter(range(world.first_key, world.first_key + ROOM))
    for number in range(random.randint(3, 7)):
        # The first team is at the top; others hang beneath any before them, and now and then a second tree begins.
        top = number == 0 or random.random() < 0.1
        world.above[next(keys)] = None if top else random.choice(list(world.above))
    teams = list(world.above)
    world.people = {next(keys): random.random() > 0.15 for _ in range(6)}
    for person in world.people:
        for role in random.sample(list(Role), random.choice((0, 1, 1, 1, 2, 3))):
            # Mostly the role's own reach; sometimes another, because the wall must read the reach and never the role.
            scope = role.says.scope if random.random() < 0.7 else random.choice((Scope.TEAM, Scope.OWN))
            world.memberships.append(
                Fact(next(keys), person, random.choice(teams), scope.value, role.value, random.random() < 0.25)
            )
        if random.random() < 0.5:
            when = random.choice(("now", "now", "past", "ahead", "withdrawn"))
            world.duties.append(Fact(next(keys), person, random.choice(teams), role=when))
    for _ in range(8):
        record = next(keys)
        world.records[record] = random.random() < 0.3
        world.teams_of[record] = frozenset(random.sample(teams, random.choice((0, 1, 1, 2))))
        world.children[record] = [next(keys) for _ in range(random.randint(1, 2))]
        _involve(world, record, random, keys)
        for person in random.sample(list(world.people), random.choice((0, 0, 1, 2))):
            world.exclusions.append(Fact(next(keys), person, record, is_over=random.random() < 0.35))
    return world


def _involve(world: World, record: int, random: Random, keys: Iterator[int]) -> None:
    """Somebody works, worked or covers with the children: one lead at most for each child."""
    led: set[int] = set()
    for _ in range(random.randint(0, 4)):
        child = random.choice(world.children[record])
        is_over, is_cover = random.random() < 0.35, random.random() < 0.2
        role = "co-worker"
        if random.random() < 0.5 and (is_over or is_cover or child not in led):
            role = "lead"
            led |= set() if is_over or is_cover else {child}
        scope = "full" if random.random() < 0.4 else random.choice(list(CODES))
        person = random.choice(list(world.people))
        cover = is_cover and role == "lead"
        world.involvements.append(Fact(next(keys), person, record, scope, role, is_over, cover, child))


def settle(worlds: list[World], *, deep: bool = True) -> None:
    """Put worlds into the database, as superuser, in bulk. When not `deep`, only people beneath a record."""
    User.objects.bulk_create(
        User(pk=p, name=f"Person {p}", email=f"{p}@example.org", password="!", is_active=active)
        for w in worlds
        for p, active in w.people.items()
    )
    Team.objects.bulk_create(
        Team(pk=t, code=str(t), name=f"Team {t}", kind="team", parent_id=w.above[t], path=_upwards(w, t)[::-1])
        for w in worlds
        for t in w.above
    )
    Membership.objects.bulk_create(
        Membership(
            pk=m.key, user_id=m.person, team_id=m.of, role=m.role, scope=m.scope, started_on=BEGAN, ended_on=_end(m)
        )
        for w in worlds
        for m in w.memberships
    )  # fmt: skip
    Duty.objects.bulk_create(
        Duty(pk=d.key, worker_id=d.person, team_id=d.of, kind="day", planned_by_id=d.person, **_hours(d.role))
        for w in worlds
        for d in w.duties
    )
    facts.Case.objects.bulk_create(
        facts.Case(pk=r, name=f"Record {r}", is_restricted=shut, team_ids=sorted(w.teams_of[r]), opened_on=BEGAN)
        for w in worlds
        for r, shut in w.records.items()
    )
    children = [SimpleNamespace(key=c, record=r) for w in worlds for r, found in w.children.items() for c in found]
    _settle_people(worlds, children)
    facts.Involvement.objects.bulk_create(
        facts.Involvement(
            pk=i.key, case_id=i.of, child_id=i.child, worker_id=i.person, team_id=next(iter(w.above)), role=i.role,
            scope=i.scope, is_cover=i.is_cover, started_on=BEGAN, ended_on=_end(i),
        )
        for w in worlds
        for i in w.involvements
    )  # fmt: skip
    facts.Exclusion.objects.bulk_create(
        facts.Exclusion(
            pk=e.key, case_id=e.of, worker_id=e.person, reason="A neighbour", started_on=BEGAN, lifted_on=_end(e),
            stands_against=None if e.is_over else e.person,
        )
        for w in worlds
        for e in w.exclusions
    )  # fmt: skip
    if deep:
        _settle_beneath(worlds, children)


def _hours(when: str) -> dict[str, object]:
    """Hours of a duty, by the database's clock, which is the one that decides."""
    began = {"past": -30, "ahead": 2}.get(when, -2)
    now = timezone.now()
    ends = now + timedelta(hours=began + 12)
    return {
        "starts_at": now + timedelta(hours=began),
        "ends_at": ends,
        "withdrawn_at": now if when == "withdrawn" else None,
    }


def _end(fact: Fact) -> date | None:
    return ENDED if fact.is_over else None


def _settle_people(worlds: list[World], children: list[SimpleNamespace]) -> None:
    nobody = facts.Person.objects.create()
    facts.Member.objects.bulk_create(
        facts.Member(
            pk=c.key, case_id=c.record, person=nobody, kind="child", given_name=name_of(c.record), family_name=EVERYBODY
        )
        for c in children
    )  # fmt: skip
    facts.Member.objects.bulk_create(
        facts.Member(pk=r, case_id=r, person=nobody, kind="adult", given_name="Adult")
        for w in worlds
        for r in w.records
    )


def _settle_beneath(worlds: list[World], children: list[SimpleNamespace]) -> None:
    """A row in every other table beneath each record. Keys that nothing else refers to are the record's own."""
    records = [r for w in worlds for r in w.records]
    first = {r: w.children[r][0] for w in worlds for r in w.records}
    facts.Relationship.objects.bulk_create(
        facts.Relationship(case_id=r, one_id=r, other_id=first[r], kind="parent") for r in records
    )
    facts.Household.objects.bulk_create(facts.Household(pk=r, case_id=r, name="Home") for r in records)
    facts.HouseholdMembership.objects.bulk_create(
        facts.HouseholdMembership(case_id=r, household_id=r, member_id=first[r]) for r in records
    )
    facts.Episode.objects.bulk_create(
        facts.Episode(case_id=c.record, child_id=c.key, referred_on=BEGAN, source="2A") for c in children
    )
    worker = next(iter(worlds[0].people))
    facts.WayThere.objects.bulk_create(
        facts.WayThere(case_id=w_r, household_id=w_r, team_id=next(iter(w.above)), minutes=70, noted_on=BEGAN,
                       noted_by_id=worker)
        for w in worlds for w_r in w.records
    )  # fmt: skip
    facts.Visit.objects.bulk_create(
        facts.Visit(pk=r, case_id=r, worker_id=worker, visited_on=BEGAN, kind="home") for r in records
    )
    facts.VisitAccount.objects.bulk_create(
        facts.VisitAccount(visit_id=r, case_id=r, words="We talked.") for r in records
    )
    facts.VisitChild.objects.bulk_create(
        facts.VisitChild(case_id=c.record, visit_id=c.record, child_id=c.key, seen="alone") for c in children
    )
    facts.Action.objects.bulk_create(
        facts.Action(
            pk=r,
            case_id=r,
            what="Ring the school",
            keeper_id=worker,
            agreed_by_id=worker,
            agreed_on=BEGAN,
            agreed_in="x",
        )
        for r in records
    )
    facts.ActionChild.objects.bulk_create(facts.ActionChild(case_id=r, action_id=r, child_id=first[r]) for r in records)
    facts.DutyNote.objects.bulk_create(
        facts.DutyNote(case_id=r, writer_id=worker, written_at="2026-11-03T09:00:00Z", why="x", done="x")
        for r in records
    )
    _settle_supervision(worlds, records, first, worker)
    facts.ChronologyEntry.objects.bulk_create(
        facts.ChronologyEntry(pk=r, case_id=r, happened_on=BEGAN, kind="visit", summary="A visit") for r in records
    )
    facts.ChronologyChild.objects.bulk_create(
        facts.ChronologyChild(case_id=r, entry_id=r, child_id=first[r], happened_on=BEGAN) for r in records
    )
    asked = User.objects.create(email=f"asked{records[0]}@example.org", name="Nobody of the worlds")
    for world in worlds:  # decided by whoever manages the first team of the service: see `decides`
        look = facts.BalancingRun.objects.create(team_id=next(iter(world.above)), looked_at="2026-11-03T09:00:00Z")
        facts.ProposedMove.objects.bulk_create(
            facts.ProposedMove(case_id=r, run=look, team_id=look.team_id, child_ids=[first[r]], to_worker_id=worker,
                               to_team_id=look.team_id, why="x", cost=0, proposed_on=BEGAN)
            for r in world.records
        )  # fmt: skip
        facts.WorkerAsked.objects.bulk_create(
            facts.WorkerAsked(case_id=r, child_ids=[first[r]], worker=asked, team_id=look.team_id, needs="x",
                              asked_on=BEGAN, asked_by_id=worker)
            for r in world.records
        )  # fmt: skip
    run = facts.ImportRun.objects.create(collection="x", sha256=str(records[0]), team_id=next(iter(worlds[0].above)),
                                         at="2026-11-03T09:00:00Z")  # fmt: skip
    facts.ImportedChild.objects.bulk_create(
        facts.ImportedChild(case_id=r, run=run, child_id=first[r], number=n) for n, r in enumerate(records)
    )
    facts.SourceRow.objects.bulk_create(
        facts.SourceRow(case_id=r, run=run, child_id=first[r], number=n, position=1, path="p", value="v")
        for n, r in enumerate(records)
    )
    settle_journey(records, first, worker)
    settle_record(records, first, worker)
    settle_conferences(records, first, worker)


def _settle_supervision(worlds: list[World], records: list[int], first: dict[int, int], worker: int) -> None:
    """A session at which nobody is put down, so that what was said is seen through the record alone."""
    team = next(iter(worlds[0].above))
    group = talks.Group.objects.create(team_id=team, name=f"Group {team}", senior_practitioner_id=worker)
    session = talks.Session.objects.create(group=group, held_on=BEGAN, setting="room", supervisor_id=worker)
    common = {"session": session, "held_on": BEGAN, "presenter_id": worker, "depth": "deep", "reason": "routine"}
    talks.Discussion.objects.bulk_create(talks.Discussion(pk=r, case_id=r, **common) for r in records)
    talks.DiscussionWords.objects.bulk_create(
        talks.DiscussionWords(case_id=r, discussion_id=r, dilemma="x") for r in records
    )
    talks.DiscussionChild.objects.bulk_create(
        talks.DiscussionChild(case_id=r, discussion_id=r, child_id=first[r], voice="x") for r in records
    )
    talks.Hypothesis.objects.bulk_create(
        talks.Hypothesis(case_id=r, discussion_id=r, text="x", status="kept") for r in records
    )
    talks.AgreedAction.objects.bulk_create(
        talks.AgreedAction(case_id=r, discussion_id=r, what="x", keeper_id=worker) for r in records
    )
    settle_thinking(records, first, worker, session)


def name_of(record: int) -> str:
    """The given name of a record's children: nobody else has it."""
    return "N" + "".join("abcdefghij"[int(digit)] for digit in str(record))


def tables_of_records() -> dict[str, str]:
    """Every table with the content of records that the web may read, and the column that says whose it is."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
              and has_table_privilege('camden_app', c.oid, 'select')
              and (a.attname = 'case_id'
                   or (c.relname, a.attname) in (('cases_case', 'id'), ('cases_caseevent', 'pgh_obj_id')))
            order by 1
            """
        )
        return dict(cursor.fetchall())
