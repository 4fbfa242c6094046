"""A generated service: as many children as asked for, and the workers, teams and 26 months that go with them.

The same number of children and the same seed give the same service; its days move with the day it is made.
"""

from datetime import date
from random import Random

from camden.access import Role
from camden.management.demo import SET_UP
from camden.management.rota import plan
from camden.management.sign_ins import SignIn, one_for_each_role
from camden.management.staff import farewell, hire, make_teams
from camden.management.workforce import as_workforce, draw_staff
from camden.management.world import Pod, World, fill
from camden.operations.people import welcome


def build(*, on: date, children: int, seed: int) -> list[SignIn]:
    """Fill an empty service. Returns a sign-in for each role. Runs as owner, in one transaction."""
    drawn = draw_staff(Random(f"{seed} staff"), children)  # noqa: S311  nothing is kept secret by it
    system = welcome(name="Set-up of the service", email=SET_UP, is_system=True)
    teams = make_teams(drawn.tree)
    people = hire(drawn.posts, teams, on)
    in_order = list(people.values())
    here = [post for place, post in enumerate(drawn.posts) if place not in drawn.left]
    world = World(on=on, seed=seed, system=system, teams=teams, people=people, size=children)
    world.staff = as_workforce(drawn, in_order, teams)
    world.pods = [
        Pod(teams[code], [in_order[place] for place in places if place not in drawn.left], is_perfect)
        for code, places, is_perfect in drawn.pods
    ]
    manager = next(post for post in here if post.role == Role.SERVICE_MANAGER)
    workers = [people[post.name] for post in here if post.role == Role.SOCIAL_WORKER]
    duties = plan(
        team=teams["SERVICE"],
        by_day=workers[-2:],  # not the first, as whom people sign in
        by_night=workers[-3:-2],
        planned_by=people[manager.name],
        on=on,
    )
    fill(world, "generate")
    farewell([(in_order[place], days) for place, days in drawn.left.items()], on)
    return one_for_each_role(here, duties)
