"""What makes work with the demo’s families harder, how far they are, who speaks what, and who carries what beside."""

from datetime import timedelta
from typing import Any

from camden.access import Role
from camden.models import Team, User
from cases.management.telling_steps import Teller
from cases.models import Household, Involvement
from cases.operations.carrying import add_language, note_extra_duty, note_way
from cases.operations.complexity import answer_complexity, propose_complexity

# By family: whose work is harder, by what, how it shows, so many days ago, and whether a manager confirmed it.
HARDER: dict[str, tuple[tuple[str, str, str, int, bool], ...]] = {
    "Rahman–Khatun": (
        ("Anisa", "interpreter", "Every talk with Shirin takes an interpreter, and twice as long.", 40, True),
        ("Imran", "agencies", "School, speech therapy, housing and the GP, each with a report of their own.", 6, False),
    ),
    "Warsame": (("", "domestic-abuse", "Heard at the multi-agency conference in the summer.", 80, True),),
}
# Minutes one way from the base of the team, by family: to the first home that was noted, and to the others.
WAYS: dict[str, tuple[int, ...]] = {"Rahman–Khatun": (20, 65), "Warsame": (25, 40), "Tesfay": (50,)}
SPEAKS: dict[str, tuple[str, ...]] = {
    "Rosa Begum": ("Sylheti", "Bengali"),
    "Priya Shah": ("Gujarati", "Hindi"),
    "Farah Nazari": ("Dari",),
    "Ines Duarte": ("Portuguese",),
    "Hana Suzuki": ("Japanese", "British Sign Language"),
    "Marta Kowal": ("Polish",),
}
CARRIES: tuple[tuple[str, str, str, int], ...] = (
    ("Liam Docherty", "practice-educator", "A student from September to March", 70),
    ("Ines Duarte", "champion", "Young carers", 200),
)


def tell_carrying(teller: Teller) -> None:
    """Of one family, after everything else."""
    people, case = teller.world.people, teller.case
    leads = Involvement.objects.filter(case=case, leads_now=True).select_related("worker", "team", "child")
    by_name = {each.child.given_name: each for each in leads.order_by("child__born_on", "pk")}
    lead = next(iter(by_name.values()), None)
    if lead is None:
        return
    base = Team.objects.filter(pk__in=lead.team.path).exclude(kind=Team.Kind.POD).order_by("-path").first() or lead.team
    homes = Household.objects.filter(case=case).order_by("pk")
    for home, minutes in zip(homes, WAYS.get(case.name, ()), strict=False):
        note_way(home=home, team=base, minutes=minutes, by=lead.worker, on=teller.at_work(30))
    for name, kind, why, days, is_confirmed in HARDER.get(case.name, ()):
        theirs = by_name.get(name, lead)
        theirs.child.case = case
        on = teller.at_work(days)
        factor = propose_complexity(child=theirs.child, kind=kind, why=why, by=theirs.worker, on=on)
        if is_confirmed:
            manager = _manager(people)
            answer_complexity(factor=factor, answer="yes", words="", by=manager, on=on)


def tell_people(world: Any) -> None:
    """Of the people who work here, once."""
    for name, languages in SPEAKS.items():
        for language in languages:
            add_language(person=world.people[name], name=language, on=world.on - timedelta(days=60))
    for name, duty, about, days in CARRIES:
        began = world.on - timedelta(days=days)
        manager = _manager(world.people)
        note_extra_duty(person=world.people[name], duty=duty, about=about, started_on=began, by=manager)


def _manager(people: Any) -> User:
    found: list[User] = list(people.values())
    return next(person for person in found if Role.TEAM_MANAGER in person.roles)
