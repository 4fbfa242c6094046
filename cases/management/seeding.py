"""The facts of families in an invented service. See `camden.management.world` for what calls these."""

from datetime import timedelta
from typing import Any

from cases.management.drawing.drawn import DrawnFamily
from cases.management.drawing.service import draw_service
from cases.management.families import EARLY_HELP, EIGHT, FRONT_DOOR
from cases.management.telling_families import tell
from cases.management.writing import Writer, Written
from cases.operations.clocks import keep_all_clocks


def demo(world: Any) -> None:
    """The families of the demo, with everything that happened to them until `world.on`."""
    for family in [*EIGHT, *EARLY_HELP, *FRONT_DOOR]:
        world.families[family.name] = tell(family, world)
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


def _lead(one: Written) -> tuple[int, int] | None:
    """Who leads in an open record now, for the oldest child, and for which team."""
    family: DrawnFamily = one.family
    if family.closed is not None:
        return None
    return next(
        ((w.worker, w.team) for w in family.work if w.role == "lead" and w.ended is None and not w.is_cover), None
    )
