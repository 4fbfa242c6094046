"""What the database itself says about who may do what: a new table, or a wider grant, is seen here by a reviewer."""

import hashlib
import re

import pytest
from django.db import connection

from camden.models import Wall
from camden.operations.wall import raise_walls, wall_files
from tests.guards.definers import DEFINERS
from tests.guards.grants import GRANTS
from tests.guards.rooms_conferences import BY_ITS_WRITER, FAMILY, PREPARING, RECORD, WITH_THE_RECORD_ALONE

pytestmark = pytest.mark.django_db

# What was said in a discussion is read by those who were there too (supervision/access.py): one policy beside the one
# through the record, for reading only, in exactly these words. `app_heard` leaves out families kept from the person.
HEARD_IN_THE_ROOM = {
    "supervision_agreedaction": "discussion_id",
    "supervision_discussion": "id",
    "supervision_discussionchild": "discussion_id",
    "supervision_discussionwords": "discussion_id",
    "supervision_differencenote": "discussion_id",
    "supervision_discussionpart": "discussion_id",
    "supervision_discussionstep": "discussion_id",
    "supervision_dissent": "discussion_id",
    "supervision_hypothesis": "discussion_id",
    "supervision_managementdecision": "discussion_id",
    "supervision_position": "discussion_id",
    "supervision_roomquestion": "discussion_id",
}
# Beside the policy through the record, one more in exactly these words (using, with check): who opens what without it.
HELD = "(id = ANY (( SELECT app_consultations() AS app_consultations)::bigint[]))"
OF_CONSULTATION = HELD.replace("(id", "(consultation_id", 1)
# Whoever was asked whether they could take a family, unless it is kept from them.
ASKED = (
    "((worker_id = ( SELECT app_user() AS app_user)) AND"
    " (NOT (case_id = ANY (( SELECT app_excluded() AS app_excluded)::bigint[]))))"
)
ALSO = {
    ("supervision_agendaitem", "SELECT"): (
        "((session_id = ANY (( SELECT app_agendas() AS app_agendas)::bigint[])) AND"
        " (NOT (case_id = ANY (( SELECT app_excluded() AS app_excluded)::bigint[]))))",
        "",
    ),
    ("supervision_consultation", "SELECT"): (HELD, ""),
    ("supervision_consultation", "UPDATE"): (HELD, ""),
    ("supervision_consultationaddendum", "SELECT"): (OF_CONSULTATION, ""),
    ("supervision_consultationaddendum", "INSERT"): (
        "",
        f"({OF_CONSULTATION} AND (written_by_id = ( SELECT app_user() AS app_user)))",
    ),
    ("cases_workerasked", "SELECT"): (ASKED, ""),
    ("cases_workerasked", "UPDATE"): (ASKED, ""),
    ("supervision_hypothesiskept", "SELECT"): (
        "(hypothesis_id = ANY (ARRAY( SELECT h.id FROM supervision_hypothesis h)))",
        "",
    ),
}

# Of a team and of no record: read only by whoever decides for the team.
FOR_WHO_DECIDES = {"cases_anonymousfeedback", "cases_balancingrun"}
# Of app cases, readable, and without a policy: holds a key and nothing else (DESIGN 3).
A_TIE_AND_NOTHING_ELSE = {"cases_person"}
# Of app cases and of no family: how this council words the sections of its papers, what work weighs; and of people who
# work here what they carry beside and which languages they speak: tests/cases/test_wall_weighing.py asks.
OF_THE_COUNCIL = {"cases_localsection", "cases_localweight", "cases_extraduty", "cases_language"}
LETTERS = {"SELECT": "r", "INSERT": "a", "UPDATE": "w", "DELETE": "d"}


def test_nobody_has_a_grant_that_is_not_written_here() -> None:
    assert sorted(_grants()) == GRANTS.splitlines()


def test_a_wider_grant_is_seen() -> None:
    _do("grant delete on cases_visit to camden_app; grant update (is_active) on camden_user to camden_app")
    extra = {tuple(line.split()) for line in set(_grants()) - set(GRANTS.splitlines())}
    assert extra == {("cases_visit", "rawd", "r"), ("camden_user.is_active", "w", "-")}


def test_what_everybody_is_granted_is_seen() -> None:
    _do("grant select on cases_importrun to public")
    assert _everybody() == ["cases_importrun"]


def test_nothing_is_granted_to_everybody() -> None:
    assert not _everybody()


def test_every_relation_of_records_that_anybody_may_read_goes_through_the_record() -> None:
    assert not _open_relations()


@pytest.mark.parametrize(
    ("change", "reported"),
    [
        ("create table cases_note (id int, case_id bigint); grant select on cases_note to camden_app", "cases_note"),
        ("create table training_x (id int, case_id bigint); grant insert on training_x to camden_worker", "training_x"),
        ("create table cases_secret (id int); grant select (id) on cases_secret to camden_worker", "cases_secret"),
        ("create view cases_all as select * from cases_member; grant select on cases_all to camden_app", "cases_all"),
        ("alter table cases_visit disable row level security", "cases_visit"),
        ("alter policy of_record on cases_visitaccount using (true)", "cases_visitaccount"),
        ("create policy also on cases_member for select using (true)", "cases_member"),
        ("create policy also on cases_memberevent for update using (true)", "cases_memberevent"),
        ("alter policy of_record on cases_visit using (exists (select 1 from cases_case where id = 1))", "cases_visit"),
        ("alter policy for_who_decides on cases_balancingrun using (true)", "cases_balancingrun"),
        (
            "drop policy of_record on cases_proposedmove; create policy x on cases_proposedmove using (true)",
            "cases_proposedmove",
        ),
        ("create policy also on cases_visit for insert with check (true)", "cases_visit"),
        (
            "alter policy was_there on supervision_discussionwords using (discussion_id = any(app_attended()))",
            "supervision_discussionwords",
        ),
        ("create policy also on supervision_hypothesis for select using (status = 'kept')", "supervision_hypothesis"),
        ("create policy was_there on cases_visit for select using (id = any(app_heard()))", "cases_visit"),
        (
            "alter policy of_record on cases_visit using (exists (select 1 from cases_case c where c.id = case_id)"
            " or case_id = any((select app_conferences())::bigint[]))",
            "cases_visit",
        ),
        ("alter policy of_conference on conferences_brief with check (true)", "conferences_brief"),
        (
            "alter policy of_conference on conferences_invitee using (true)",
            "conferences_invitee",
        ),
        (
            "drop policy of_conference on conferences_mandate; create policy of_conference on conferences_mandate using"
            " (exists (select 1 from cases_case c where c.id = conferences_mandate.case_id)"
            " or conferences_mandate.case_id = any((select app_conferences())::bigint[]))",
            "conferences_mandate",
        ),
    ],
)
def test_a_relation_of_records_that_is_left_open_is_reported(change: str, reported: str) -> None:
    _do(change)
    assert _open_relations() == [reported]


def test_the_web_and_the_worker_are_nobody_special() -> None:
    (rights,) = _ask(
        """
        select bool_or(rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication),
               bool_or(has_schema_privilege(rolname, 'public', 'create')),
               bool_or(has_database_privilege(rolname, current_database(), 'create')),
               (select count(*) from pg_class c where c.relowner = any(array_agg(r.oid)))
             + (select count(*) from pg_proc p where p.proowner = any(array_agg(r.oid)))
             + (select count(*) from pg_auth_members m where m.member = any(array_agg(r.oid)))
        from pg_roles r where rolname in ('camden_app', 'camden_worker')
        """
    )
    assert rights == (False, False, False, 0)


def test_functions_that_run_as_owner_are_listed_pinned_and_closed_to_everybody_else() -> None:
    assert _definers() == DEFINERS


@pytest.mark.parametrize(
    ("change", "reported"),
    [
        ("create function peek() returns int language sql security definer as 'select 1'", "peek"),
        ("alter function search_people reset search_path", "search_people"),
        ("alter function search_people set search_path = public, pg_catalog", "search_people"),
        ("grant execute on function app_teams_of_case to public", "app_teams_of_case"),
        ("grant execute on function app_partitions to camden_app", "app_partitions"),
    ],
)
def test_a_function_that_runs_as_owner_and_is_loose_is_reported(change: str, reported: str) -> None:
    _do(change)
    found = _definers()
    assert [name for name in {*found, *DEFINERS} if found.get(name) != DEFINERS.get(name)] == [reported]


def test_the_database_has_the_walls_of_these_files() -> None:
    hashes = {app: hashlib.sha256(path.read_bytes()).hexdigest() for app, path in wall_files().items()}
    assert {"camden", "cases"} <= set(hashes)
    assert dict(Wall.objects.values_list("app", "sha256")) == hashes


def test_putting_the_walls_up_again_changes_nothing() -> None:
    before = (_grants(), _policies(), _definers())
    Wall.objects.all().delete()
    raise_walls()
    assert (_grants(), _policies(), _definers()) == before


def _do(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _ask(question: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall()


def _grants() -> list[str]:
    """Every grant on a relation or a column of it, as lines of the table above."""
    rows = _ask(
        """
        select name, grantee::regrole::text, privilege_type from (
            select c.relname::text name, a.* from pg_class c, aclexplode(c.relacl) a
            where c.relnamespace = 'public'::regnamespace
            union all
            select c.relname || '.' || t.attname, a.* from pg_class c join pg_attribute t on t.attrelid = c.oid,
                aclexplode(t.attacl) a where c.relnamespace = 'public'::regnamespace) g
        where grantee::regrole::text in ('camden_app', 'camden_worker')
        """
    )
    found: dict[str, dict[str, str]] = {}
    for name, role, privilege in rows:
        of_role = found.setdefault(name, {})
        of_role[role] = "".join(sorted(of_role.get(role, "") + LETTERS.get(privilege, "?"), key="rawd?".index))
    return [
        f"{name:<32} {roles.get('camden_app', '-'):<5} {roles.get('camden_worker', '-')}"
        for name, roles in sorted(found.items())
    ]


def _everybody() -> list[str]:
    """Relations with a grant to PUBLIC."""
    return [
        name
        for (name,) in _ask(
            "select distinct c.relname from pg_class c, aclexplode(c.relacl) a"
            " where c.relnamespace = 'public'::regnamespace and a.grantee = 0 order by 1"
        )
    ]


def _policies() -> list[tuple]:
    return _ask(
        "select tablename, policyname, permissive, roles, cmd, qual, with_check from pg_policies"
        " where schemaname = 'public' order by 1, 2"
    )


def _open_relations() -> list[str]:
    """Relations of records with a grant to anybody, not closed by policies that ask for the record."""
    granted = {line.split()[0].split(".")[0] for line in _grants()} | set(_everybody())
    of_records = _ask(
        r"""
        select c.relname, c.relrowsecurity or (c.relkind = 'v' and 'security_invoker=true' = any(c.reloptions))
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') and (
            c.relname like 'cases\_%' or exists (
                select 1 from pg_attribute a where a.attrelid = c.oid and a.attname in ('case_id', 'pgh_obj_id')))
        order by 1
        """
    )
    policies: dict[str, list[tuple]] = {}
    for table, *policy in _policies():
        policies.setdefault(table, []).append(tuple(policy))
    return [
        name
        for name, is_closed in of_records
        if name in granted - A_TIE_AND_NOTHING_ELSE - OF_THE_COUNCIL
        and not (is_closed and all(_asks_for_the_record(name, policy) for policy in policies.get(name, [])))
    ]


def _asks_for_the_record(table: str, policy: tuple) -> bool:
    name, permissive, roles, command, using, check = policy
    if permissive == "RESTRICTIVE":  # narrows what the others open, and opens nothing
        return bool(using) != bool(check)
    if name != "of_record" and (table, command) in ALSO:
        return (_one_line(using), _one_line(check)) == ALSO[table, command]
    if table in FOR_WHO_DECIDES:
        return "app_manages()" in (using or "") and check is None
    if table == "cases_case":
        return name == "the_record" and command == "SELECT" and "app_excluded()" in using
    if command == "INSERT":  # history is written by triggers, with whatever the row says; it is read through the record
        return table.endswith("event") and using is None and check == "(pg_trigger_depth() > 0)"
    if command == "SELECT" and table in HEARD_IN_THE_ROOM:
        key = HEARD_IN_THE_ROOM[table]
        there = rf"\({key} = ANY \(\( SELECT app_heard\(\) AS app_heard\)::bigint\[\]\)\)"
        return permissive == "RESTRICTIVE" or bool(re.fullmatch(there, using))
    column = "pgh_obj_id" if table == "cases_caseevent" else "case_id"
    asks = rf"\(EXISTS \( SELECT 1\s+FROM cases_case c\s+WHERE \(c\.id = {table}\.{column}\)\)\)"
    if table.startswith("conferences_"):  # and to the family's coordinator, without the record
        return _asks_for_the_conference(table, asks, using or "", check)
    return bool(re.fullmatch(asks, using or "")) and check is None


def _asks_for_the_conference(table: str, asks: str, using: str, check: str | None) -> bool:
    coordinates = r"\(case_id = ANY \(\( SELECT app_conferences\(\) AS app_conferences\)::bigint\[\]\)\)"
    own = rf"\(\({asks} AND \(written_by_id = \( SELECT app_user\(\) AS app_user\)\)\) OR {coordinates}\)"
    both = rf"\({asks} OR {coordinates}\)"
    base = table.removeprefix("conferences_").removesuffix("event")
    reads = {base in PREPARING: coordinates, base in WITH_THE_RECORD_ALONE: asks, base in BY_ITS_WRITER: own}
    writes = {base in RECORD: asks, base in FAMILY: coordinates}
    read = reads.get(True, both)
    is_held = check is None if table.endswith("event") else re.fullmatch(writes.get(True, read), check or "")
    return bool(is_held and re.fullmatch(read, using))


def _one_line(condition: str | None) -> str:
    return " ".join((condition or "").split())


def _definers() -> dict[str, str]:
    """Functions that run as owner and who else may call them; a loose search path is said in the same place."""
    rows = _ask(
        """
        select p.proname, array_to_string(p.proconfig, ';') ~ '(^|;)search_path=pg_catalog, public, pg_temp($|;)',
            array(select case when a.grantee = 0 then 'everybody' else a.grantee::regrole::text end
                  from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                  where a.grantee <> p.proowner order by 1)
        from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace order by 1
        """
    )
    return {name: " ".join([*callers, *([] if pinned else ["(search path)"])]) for name, pinned, callers in rows}
