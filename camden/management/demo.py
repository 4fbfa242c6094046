"""The invented service that `manage.py demo` shows: two teams, a person for each role it knows, one family.

Facts are relative to the day it is made. Everybody is invented.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from types import SimpleNamespace

from camden.access import Role
from camden.models import Team, User
from camden.operations.people import join_team, open_team, welcome
from camden.principal import acting_as
from cases.models import Case, Member, Relationship, Visit, VisitChild
from cases.operations.allocation import allocate
from cases.operations.families import add_member, move_in, open_case, open_household, relate
from cases.operations.referrals import accept_referral
from cases.operations.visits import ChildPart, log_visit
from conferences.management import seeding as conferences

PASSWORD = "demo-otter-kettle-7"  # noqa: S105  printed on the first page of an invented service, and nowhere else

# Name, role, code of the team. E-mail is the given name at example.org.
PEOPLE = [
    ("Ade Fashola", Role.SOCIAL_WORKER, "PRIMROSE"),
    ("Rosa Begum", Role.SOCIAL_WORKER, "PRIMROSE"),
    ("Tom Whitlock", Role.EARLY_CAREER_WORKER, "PRIMROSE"),
    ("Niamh Castellan", Role.SENIOR_PRACTITIONER, "PRIMROSE"),
    ("Hana Suzuki", Role.SOCIAL_WORKER, "REGENTS"),
    ("Kwesi Boadi", Role.SENIOR_PRACTITIONER, "REGENTS"),
    ("Bea Lindqvist", Role.FAMILY_HELP_PRACTITIONER, "REGENTS"),
    ("Yael Sharon", Role.CLINICIAN, "PRIMROSE"),
    ("Ruth Adeyemi", Role.TEAM_MANAGER, "CIN-SOUTH"),
    ("Peter Novak", Role.TEAM_MANAGER, "CIN-NORTH"),
    ("Mina Farrow", Role.SERVICE_MANAGER, "CSSW"),
    ("Lola Banks", Role.LEAD_CHILD_PROTECTION, "CSSW"),
    ("Samira Yusuf", Role.CONFERENCE_COORDINATOR, "CSSW"),
    ("Colin Marsh", Role.REVIEWING_OFFICER, "CSSW"),
    ("Grace Onuoha", Role.PRINCIPAL_SOCIAL_WORKER, "CSSW"),
    ("Imogen Tate", Role.TRAINING_LEAD, "CSSW"),
    ("Owen Pryce", Role.PRACTICE_EDUCATOR, "CSSW"),
    ("Jo Marlowe", Role.PERSONAL_ADVISER, "CSSW"),
    ("Wanda Petit", Role.BUSINESS_SUPPORT, "CIN-SOUTH"),
    ("Nils Aaltonen", Role.ANALYST, "CSSW"),
    ("Vera Quill", Role.INFORMATION_GOVERNANCE, "CSSW"),
    ("Sol Hathaway", Role.SYSTEM_ADMINISTRATOR, "CSSW"),
]


@dataclass(frozen=True)
class SignIn:
    """One line for the person who tries the demo."""

    name: str
    email: str
    role: str


def build(on: date) -> list[SignIn]:
    """Fill an empty service. Returns a sign-in for each role. Runs as owner."""
    system = welcome(name="Set-up of the service", email="set-up@localhost", is_system=True)
    teams = _teams()
    people = {name: welcome(name=name, email=_email(name), password=PASSWORD) for name, _, _ in PEOPLE}
    for name, role, code in PEOPLE:
        join_team(user=people[name], team=teams[code], role=role, on=on - timedelta(days=400))
    with acting_as(system):
        families = {
            "Rahman–Khatun": _rahman_khatun(on, teams["PRIMROSE"], people["Ade Fashola"]),
            "Doyle–Okafor": _doyle_okafor(on, teams["PRIMROSE"], people["Rosa Begum"]),
        }
        conferences.demo(SimpleNamespace(on=on, teams=teams, people=people, families=families))
    return [SignIn(name, _email(name), role.says.label) for name, role, _ in PEOPLE]


def _email(name: str) -> str:
    return f"{name.split()[0].lower()}@example.org"


def _teams() -> dict[str, Team]:
    service = open_team(code="CSSW", name="Children’s Safeguarding and Social Work", kind=Team.Kind.SERVICE)
    south = open_team(code="CIN-SOUTH", name="Children in Need South", kind=Team.Kind.TEAM, parent=service)
    north = open_team(code="CIN-NORTH", name="Children in Need North", kind=Team.Kind.TEAM, parent=service)
    primrose = open_team(code="PRIMROSE", name="Primrose pod", kind=Team.Kind.POD, parent=south)
    regents = open_team(code="REGENTS", name="Regent’s pod", kind=Team.Kind.POD, parent=north)
    return {team.code: team for team in (service, south, north, primrose, regents)}


def _doyle_okafor(on: date, pod: Team, worker: User) -> SimpleNamespace:
    """King's Cross: Caitlin, whose baby is expected."""
    referred_on = on - timedelta(days=60)
    case = open_case(name="Doyle–Okafor", team=pod, on=referred_on)
    due_on = on + timedelta(days=35)
    baby = add_member(case=case, kind=Member.Kind.CHILD, family_name="Doyle", sex="U", expected_on=due_on)
    relate(one=_adult(case, "Caitlin", "Doyle", "F", None), other=baby, kind=Relationship.Kind.MOTHER)
    accept_referral(child=baby, on=referred_on, source="3A", primary_need="N1")
    allocate(child=baby, to=worker, team=pod, on=referred_on + timedelta(days=1))
    return SimpleNamespace(case=case, children={"Baby": baby}, adults={})


def _rahman_khatun(on: date, pod: Team, worker: User) -> SimpleNamespace:
    """Somers Town: Shirin, her three children, and Jamal, who left the home."""
    referred_on = on - timedelta(days=76)
    case = open_case(name="Rahman–Khatun", team=pod, on=referred_on)
    children = [_child(case, name, sex, on - timedelta(days=days)) for name, sex, days in _CHILDREN]
    shirin = _adult(case, "Shirin", "Khatun", "F", on - timedelta(days=34 * 365 + 90), language="Sylheti")
    jamal = _adult(case, "Jamal", "Rahman", "M", on - timedelta(days=39 * 365 + 200), language="Sylheti")
    farida = _adult(case, "Farida", "Rahman", "F", None)
    home = open_household(case=case, name="Somers Town", address="Flat 12, an invented house, London NW1")
    for member in (shirin, *children):
        move_in(member=member, household=home)
    for child in children:
        relate(one=shirin, other=child, kind=Relationship.Kind.MOTHER, parental_responsibility=True)
        relate(one=jamal, other=child, kind=Relationship.Kind.FATHER, parental_responsibility=True)
        relate(one=farida, other=child, kind=Relationship.Kind.AUNT_OR_UNCLE)
        accept_referral(child=child, on=referred_on, source="2A", primary_need="N5")
        allocate(child=child, to=worker, team=pod, on=referred_on + timedelta(days=1))
    for days, told in _VISITS:
        parts = [ChildPart(child, *told[child.given_name]) for child in children if child.given_name in told]
        log_visit(
            case=case,
            by=worker,
            visited_on=on - timedelta(days=days),
            kind=Visit.Kind.HOME,
            account=_ACCOUNTS[days],
            parts=parts,
        )
    return SimpleNamespace(case=case, children={child.given_name: child for child in children}, adults={})


# Name, sex, age in days.
_CHILDREN = [("Anisa", "F", 11 * 365 + 130), ("Imran", "M", 8 * 365 + 40), ("Zayd", "M", 13 * 30 + 5)]

_ALONE, _OTHERS, _BABY = VisitChild.Seen.ALONE, VisitChild.Seen.WITH_OTHERS, VisitChild.Seen.ASLEEP_OR_BABY
_VISITS: list[tuple[int, dict[str, tuple[str, str]]]] = [
    (
        40,
        {
            "Anisa": (_OTHERS, ""),
            "Imran": (_ALONE, "I like it when Auntie comes. She makes Mum laugh."),
            "Zayd": (_BABY, ""),
        },
    ),
    (
        18,
        {
            "Anisa": (_ALONE, "At school I just say I’m tired. It’s easier."),
            "Imran": (_OTHERS, ""),
            "Zayd": (_BABY, ""),
        },
    ),
]
_ACCOUNTS = {
    40: "Shirin talked through an interpreter, so that Anisa did not have to. She worries about the winter in two"
    " rooms. Farida was there and will come on Thursdays. Imran showed me his drawing of the mosque’s garden.\n\n"
    "Next: the interpreter is booked again; I ask the school how Anisa is in class.",
    18: "Anisa walked to the shop with me. She has stopped going to the after-school club and did not say why at"
    " first. Zayd slept. Shirin has heard from the housing office.\n\nNext: ask Anisa who notices first when Mum is"
    " sad; talk with Shirin about who else could interpret at the doctor’s.",
}


def _child(case: Case, name: str, sex: str, born_on: date) -> Member:
    facts = {"given_name": name, "family_name": "Rahman", "sex": sex, "born_on": born_on, "ethnicity": "ABAN"}
    return add_member(case=case, kind=Member.Kind.CHILD, language="Sylheti and English", **facts)


def _adult(case: Case, given: str, family: str, sex: str, born_on: date | None, language: str = "") -> Member:
    facts = {"given_name": given, "family_name": family, "sex": sex, "born_on": born_on, "language": language}
    return add_member(case=case, kind=Member.Kind.ADULT, **facts)
