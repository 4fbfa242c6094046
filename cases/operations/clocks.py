"""Keeping clocks: what is due for each child, from the facts of their record and the timescales in force."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from camden.models import User
from camden.operations.rulebook import STAMP, in_force
from camden.principal import acting_as
from camden.rules.timescales import Happening, Run, runs_of
from cases.models import Case, ImportedChild
from cases.rules.timescales import ROWS

# Records whose clocks are derived together: large enough that statements do not count, small enough that nobody waits
# for their end, and that memory does not grow with the service.
TOGETHER = 400

# Any number will do, as long as all who derive clocks use it: two at once would each miss what the other wrote. Records
# share a few hundred locks, because the database has room for some thousands and an import may be of any size; in their
# order, so that no two ever wait for each other.
_ONE_AT_A_TIME, _LOCKS = 0x636C6B, 512
_WAIT = (
    f"select {STAMP}, count(pg_advisory_xact_lock({_ONE_AT_A_TIME}, place))"  # noqa: S608 - of constants
    f" from (select distinct hashint8(id) & {_LOCKS - 1} place from unnest(%s::bigint[]) id order by 1) c"
)

_READ = """
select 0, case_id, child_id, kind, happened_on, happened_at, amount,
    null, null::date, null::timestamptz, null::date, null::date, null::date
from happenings_of(%s, %s)
union all
select id, case_id, child_id, rule, anchor_on, anchor_at, amount, unit, due_on, due_at, do_by, met_on, ended_on
from cases_clock where case_id = any(%s)"""

# Only what differs, in one statement.
_WRITE = """
with gone as (delete from cases_clock where id = any(%s::bigint[])),
changed as (
    update cases_clock c set amount = n.amount, unit = n.unit, due_on = n.due_on, due_at = n.due_at, do_by = n.do_by,
        met_on = n.met_on, ended_on = n.ended_on
    from unnest(%s::bigint[], %s::int[], %s::text[], %s::date[], %s::timestamptz[], %s::date[], %s::date[], %s::date[])
        n (id, amount, unit, due_on, due_at, do_by, met_on, ended_on)
    where c.id = n.id)
insert into cases_clock (case_id, child_id, rule, anchor_on, anchor_at, amount, unit, due_on, due_at, do_by, met_on,
    ended_on)
select * from unnest(%s::bigint[], %s::bigint[], %s::text[], %s::date[], %s::timestamptz[], %s::int[], %s::text[],
    %s::date[], %s::timestamptz[], %s::date[], %s::date[], %s::date[])"""

Runs = dict[int, list[Run]]


@dataclass(slots=True)
class Differences:
    """What has to be written so that the clocks of some records are as their facts and the rules say."""

    new: list[tuple[Any, ...]] = field(default_factory=list)
    changed: list[tuple[Any, ...]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.new) + len(self.changed) + len(self.gone)


def keep_clocks(*, case: Case) -> Runs:
    """Derive every clock of a record's children again, and write what differs. The rounds of each child by its key.

    Called by each operation that writes a dated fact, last in its transaction. Four statements at most.
    """
    return keep_clocks_of([case.pk])[0]


@transaction.atomic(savepoint=False)
def keep_clocks_of(cases: Sequence[int]) -> tuple[Runs, int]:
    """The same for some records at once, and how many rows were written: none, when nothing changed."""
    with connection.cursor() as cursor:
        cursor.execute(_WAIT, [list(cases)])
        rules, calendar = in_force(ROWS, cursor.fetchone()[0])
        # A fact that no rule listens to need not be read.
        cursor.execute(_READ, [list(cases), list(rules.listeners), list(cases)])
        facts, clocks, homes = _sorted_out(cursor.fetchall())
        found = {child: runs_of(rules, facts[child], calendar) if child in facts else [] for child in homes}
        differences = Differences()
        for child, case in homes.items():
            _compare(differences, case, child, clocks.get(child, {}), found[child])
        if differences:
            _write(cursor, differences)
    return found, len(differences)


def keep_all_clocks(*, by: User | None = None, of_run: int | None = None) -> int:
    """Every clock of the service, or of what one import brought, derived again; how many rows were written.

    No day enters here: what is due does not depend on today. A night that was missed or is done twice, and one that
    was stopped half-way and begins again, gives the same. Some records at a time, each time in a transaction of its
    own and in memory that does not grow. `by` is the system; nobody for a command of the owner's own hand.
    """
    records = Case.objects.order_by("pk")
    if of_run is not None:
        records = records.filter(pk__in=ImportedChild.objects.filter(run=of_run).values("case"))
    written, last = 0, 0
    while True:
        with acting_as(by) if by else transaction.atomic():
            cases = list(records.filter(pk__gt=last).values_list("pk", flat=True)[:TOGETHER])
            if not cases:
                return written
            written += keep_clocks_of(cases)[1]
            last = cases[-1]


def _sorted_out(rows: Iterable[tuple[Any, ...]]) -> tuple[Any, Any, dict[int, int]]:
    """Facts and clocks by child, and the record each child belongs to, in the order of their keys.

    The statement has no order, and what is written is later read in the order it was written in.
    """
    facts: dict[int, list[Happening]] = defaultdict(list)
    clocks: dict[int, dict[tuple[Any, ...], tuple[Any, ...]]] = defaultdict(dict)
    homes: dict[int, int] = {}
    for row in rows:
        child = row[2]
        if row[0]:
            clocks[child][row[3:6]] = row
        else:
            facts[child].append(Happening._make(row[3:7]))
        homes[child] = row[1]
    return facts, clocks, dict(sorted(homes.items()))


def _compare(
    differences: Differences, case: int, child: int, held: dict[tuple[Any, ...], tuple[Any, ...]], runs: list[Run]
) -> None:
    """What one child's clocks lack, what is said otherwise, and what nothing says any more."""
    for run in runs:
        row = held.pop(run[:3], None)
        if row is None:
            differences.new.append((case, child, *run))
        elif row[6:] != run[3:]:
            differences.changed.append((row[0], *run[3:]))
    differences.gone += [row[0] for row in held.values()]


def _write(cursor: Any, differences: Differences) -> None:
    changed = [list(column) for column in zip(*differences.changed, strict=True)] or [[] for _ in range(8)]
    new = [list(column) for column in zip(*differences.new, strict=True)] or [[] for _ in range(12)]
    cursor.execute(_WRITE, [differences.gone, *changed, *new])
