"""Everybody's caseload as it weighs, without a name or a record: what other numbers would do to them, before they hold.

Whoever looks after the settings sees no family's record. `caseloads_to_weigh` of `wall_weighing.sql` gives them dated
facts under numbers made for the one question; what leaves here is counted by zone.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection

from camden.models import Membership
from cases.measures import CARRIERS, duties_of, grade_of, working_on
from cases.measures.weighing import Told, child_of, employments_in, holds_of, worker_facts
from cases.rules import weighting
from cases.rules.carrying import DUTY_OF
from cases.rules.weighting import Duty, Weights, facts, preview
from cases.rules.weighting.milestones import KINDS

_ASK = "select what, worker, child, home, family, since, until, detail, path from caseloads_to_weigh(%s, %s)"


def everybodys_caseloads(on: date, weights: Weights) -> dict[object, preview.Caseload]:
    """Each person's caseload of the whole service by their key; empty for whoever may not set numbers. Two queries."""
    rows = _asked(on)
    children, holds = _world(rows)
    held = facts.held_by(children, holds, on, weights)
    away: dict[int, list[facts.Absence]] = defaultdict(list)
    extra: dict[int, list[Duty]] = defaultdict(list)
    for row in rows:
        if row["what"] == "away":
            away[row["worker"]].append(facts.Absence(row["since"], row["until"], expected_on=row["until"]))
        elif row["what"] == "duty" and row["detail"] in DUTY_OF:
            extra[row["worker"]].append(DUTY_OF[row["detail"]])
    works: dict[int, list[Membership]] = defaultdict(list)
    found = working_on(on).filter(role__in=CARRIERS, user__is_active=True).select_related("user", "team")
    for membership in found.order_by("user_id", "pk") if rows else ():
        works[membership.user_id].append(membership)
    scheme = weighting.scheme_on(on, weights)
    loads: dict[object, preview.Caseload] = {}
    for key, theirs in works.items():
        duties = [*duties_of(theirs), *extra[key]]
        worker = worker_facts(key, employments_in(theirs[0]), away[key], duties, grade_of(theirs[0].role), on)
        mine = tuple(each for each in held.get(key, {}).values() if not each.is_covering)
        loads[key] = preview.Caseload(mine, facts.terms_on(worker, on, scheme), facts.duties_on(worker, on))
    return loads


def _asked(on: date) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(_ASK, [on, sorted(KINDS)])
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _world(rows: Sequence[dict[str, Any]]) -> tuple[list[facts.Child], list[facts.Hold]]:
    told: dict[int, list[Told]] = defaultdict(list)
    spells, bases = [], defaultdict(dict)  # type: ignore[var-annotated]
    known: dict[int, tuple[int, date | None]] = {}
    for row in rows:
        if row["what"] == "child":
            known[row["child"]] = row["family"], row["since"]
        elif row["what"] == "hold":
            role, _, cover = row["detail"].partition(" ")
            spells.append((row["worker"], row["child"], role, bool(cover), row["since"], row["until"]))
            bases[row["child"]][row["worker"]] = row["path"]
        elif row["what"] == "told":
            told[row["child"]].append((row["detail"], row["since"] or date(1900, 1, 1), row["until"], row["home"]))
    children = [child_of(key, family, "", born_on, told[key], bases[key]) for key, (family, born_on) in known.items()]
    return children, holds_of(spells)
