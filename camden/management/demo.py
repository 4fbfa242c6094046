"""The invented service that `manage.py demo` shows: two pods, an early help group, everybody around them, fifteen
families who are known, and four at the front door.

Facts are relative to the day it is made. Everybody is invented.
"""

from datetime import date

from camden.access import Role
from camden.management.rota import plan
from camden.management.sign_ins import SignIn, one_for_each_role
from camden.management.staff import PASSWORD, Body, Post, farewell, hire, make_teams
from camden.management.world import World, fill
from camden.models import Team
from camden.operations.people import welcome

__all__ = ["PASSWORD", "PEOPLE", "SET_UP", "build"]

SEED = 14
SET_UP = "set-up@localhost"  # who fills an invented service, and nobody else

TEAMS = [
    ("CSSW", "Children’s Safeguarding and Social Work", Team.Kind.SERVICE, ""),
    ("CIN-SOUTH", "Children in Need South", Team.Kind.TEAM, "CSSW"),
    ("PRIMROSE", "Primrose pod", Team.Kind.POD, "CIN-SOUTH"),
    ("REGENTS", "Regent’s pod", Team.Kind.POD, "CIN-SOUTH"),
    ("EARLY-HELP", "Early Help", Team.Kind.TEAM, "CSSW"),
    ("LANTERN", "Lantern group", Team.Kind.POD, "EARLY-HELP"),
    ("FRONT-DOOR", "Front door and assessment", Team.Kind.TEAM, "CSSW"),
    ("CARE", "Children in Care and Leaving Care", Team.Kind.TEAM, "CSSW"),
    ("QUALITY", "Children’s Quality Assurance Unit", Team.Kind.TEAM, "CSSW"),
]

PEOPLE = [
    Post("Ade Fashola", Role.SOCIAL_WORKER, "PRIMROSE", 1300),
    Post("Rosa Begum", Role.SOCIAL_WORKER, "PRIMROSE", 880, fte=800),
    Post("Tom Whitlock", Role.EARLY_CAREER_WORKER, "PRIMROSE", 250, asye_since=240),
    Post("Ines Duarte", Role.SOCIAL_WORKER, "PRIMROSE", 700),
    Post("Niamh Castellan", Role.SENIOR_PRACTITIONER, "PRIMROSE", 2300),
    Post("Hana Suzuki", Role.SOCIAL_WORKER, "REGENTS", 610),
    Post("Liam Docherty", Role.SOCIAL_WORKER, "REGENTS", 1500),
    Post("Farah Nazari", Role.SOCIAL_WORKER, "REGENTS", 130, is_agency=True),
    Post("Priya Shah", Role.SOCIAL_WORKER, "REGENTS", 460),
    Post("Kwesi Boadi", Role.SENIOR_PRACTITIONER, "REGENTS", 2900),
    Post("Bea Lindqvist", Role.FAMILY_HELP_PRACTITIONER, "LANTERN", 950),
    Post("Callum Reid", Role.FAMILY_HELP_PRACTITIONER, "LANTERN", 420, fte=600, leaves=17),
    Post("Joy Mbatha", Role.SENIOR_PRACTITIONER, "LANTERN", 1200, fte=900, body=Body.NONE, grade="family-help"),
    Post("Yael Sharon", Role.CLINICIAN, "PRIMROSE", 1100, fte=400),
    Post("Marek Nowak", Role.CLINICIAN, "REGENTS", 800, fte=400, body=Body.UKCP),
    Post("Ruth Adeyemi", Role.TEAM_MANAGER, "CIN-SOUTH", 1900),
    Post("Peter Novak", Role.TEAM_MANAGER, "EARLY-HELP", 1000, body=Body.NONE),
    Post("Leila Haddad", Role.TEAM_MANAGER, "FRONT-DOOR", 1150),
    Post("Owen Price", Role.SOCIAL_WORKER, "FRONT-DOOR", 960),
    Post("Chipo Moyo", Role.SOCIAL_WORKER, "FRONT-DOOR", 520),
    Post("Mina Farrow", Role.SERVICE_MANAGER, "CSSW", 2600),
    Post("Lola Banks", Role.LEAD_CHILD_PROTECTION, "CSSW", 760),
    Post("Samira Yusuf", Role.CONFERENCE_COORDINATOR, "CSSW", 1400),
    Post("Dawn Ellery", Role.REVIEWING_OFFICER, "QUALITY", 2000),
    Post("Colin Marsh", Role.REVIEWING_OFFICER, "QUALITY", 1700),
    Post("Grace Onuoha", Role.PRINCIPAL_SOCIAL_WORKER, "CSSW", 1500),
    Post("Imogen Tate", Role.TRAINING_LEAD, "CSSW", 900),
    Post("Cerys Pryce", Role.PRACTICE_EDUCATOR, "CSSW", 1250, fte=500),
    Post("Marta Kowal", Role.SOCIAL_WORKER, "CARE", 820),
    Post("Jo Marlowe", Role.PERSONAL_ADVISER, "CARE", 730),
    Post("Wanda Petit", Role.BUSINESS_SUPPORT, "CIN-SOUTH", 540),
    Post("Nils Aaltonen", Role.ANALYST, "CSSW", 640),
    Post("Vera Quill", Role.INFORMATION_GOVERNANCE, "CSSW", 1350),
    Post("Sol Hathaway", Role.SYSTEM_ADMINISTRATOR, "CSSW", 1800),
]

# Two agency workers whom Yonas has known since he came. They have gone.
LEFT = [
    (Post("Gideon Amsel", Role.SOCIAL_WORKER, "REGENTS", 240, is_agency=True), 94),
    (Post("Renske Visser", Role.SOCIAL_WORKER, "REGENTS", 110, is_agency=True), 36),
]


def build(on: date) -> list[SignIn]:
    """Fill an empty service. Returns a sign-in for each role. Runs as owner."""
    system = welcome(name="Set-up of the service", email=SET_UP, is_system=True)
    teams = make_teams(TEAMS)
    people = hire([*PEOPLE, *(post for post, _ in LEFT)], teams, on)
    world = World(on=on, seed=SEED, system=system, teams=teams, people=people)
    duties = plan(
        team=teams["CSSW"],
        by_day=[people["Priya Shah"], people["Rosa Begum"]],
        by_night=[people["Liam Docherty"], people["Marta Kowal"]],
        planned_by=people["Mina Farrow"],
        on=on,
    )
    fill(world, "demo")
    farewell([(people[post.name], days) for post, days in LEFT], on)
    return one_for_each_role(PEOPLE, duties)
