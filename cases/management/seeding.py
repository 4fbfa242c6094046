"""The facts of families in an invented service. See `camden.management.world` for what calls these."""

from datetime import timedelta
from typing import Any

from django.db import connection

from cases.management.drawing.drawn import DrawnFamily
from cases.management.drawing.service import draw_service
from cases.management.families import AROUND_A_TABLE, EARLY_HELP, EIGHT, FRONT_DOOR
from cases.management.telling_carrying import tell_people
from cases.management.telling_families import tell
from cases.management.writing import Writer, Written
from cases.operations.clocks import keep_all_clocks


def demo(world: Any) -> None:
    """The families of the demo, with everything that happened to them until `world.on`."""
    for family in [*EIGHT, *EARLY_HELP, *FRONT_DOOR, *AROUND_A_TABLE]:
        world.families[family.name] = tell(family, world)
    tell_people(world)
    keep_all_clocks(by=world.system)


def generate(world: Any) -> None:
    """Families with `world.size` children between them, and 26 months of what happened. Sets `world.records`.

    `world.staff` says who could lead, and from when until when.
    """
    families = draw_service(
        world.random,
        children=world.size,
        pods=world.staff.pods,
        reviewers=world.staff.reviewers,
        advisers=world.staff.advisers,
        on=world.on,
    )
    written = Writer(world.on, world.staff.names, world.random, world.staff.deciders).write(families)
    for one in written:
        lead = _lead(one)
        if lead is not None:
            worker, team = lead
            children = [one.members[child] for child in one.family.children]
            opened_on = world.on + timedelta(days=one.family.opened)
            world.add_record(case_id=one.case, child_ids=children, worker_id=worker, team_id=team, opened_on=opened_on)
    keep_all_clocks(by=world.system)
    with connection.cursor() as cursor:
        cursor.execute("select rebuild_search()")  # rows went in without the triggers that keep it


def settle(world: Any) -> None:
    """Date what stands on timelines back to the evening it happened, as it would have been written.

    What is new to somebody goes by when it was written down; all of it was written today. Today's stays as it is.
    """
    with connection.cursor() as cursor:
        cursor.execute(_WRITTEN_THAT_EVENING, [world.on])


_WRITTEN_THAT_EVENING = """
    update cases_chronologyentry
    set created_at = (happened_on + case kind when 'duty' then time '23:55' else time '17:00' end)
        at time zone 'Europe/London'
    where happened_on < %s and (created_at at time zone 'Europe/London')::date <> happened_on
"""


def _lead(one: Written) -> tuple[int, int] | None:
    """Who leads in an open record now, for the oldest child, and for which team."""
    family: DrawnFamily = one.family
    if family.closed is not None:
        return None
    return next(
        ((w.worker, w.team) for w in family.work if w.role == "lead" and w.ended is None and not w.is_cover), None
    )
