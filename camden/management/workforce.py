"""Draws who works in a generated service: pods with their people, those who have left, everybody around them."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from random import Random

from camden.access import Role
from camden.management.staff import Body, Post
from camden.models import Team, User
from cases.management.drawing import names, proportions
from cases.management.drawing.staffing import DrawnPod, Holder
from cases.management.writing_journey import Deciders

PODS_IN_A_TEAM = 4
HOLDERS_FTE = 4.4  # full-time equivalents who hold families in a pod, on average; follows from `_pod`
PERFECT_PODS = 2  # REFERENCE 14: in which nothing was let slip
# How much of a full caseload a role may hold.  REFERENCE 9.2: grade factors
SHARE = {Role.SENIOR_PRACTITIONER: 0.3, Role.EARLY_CAREER_WORKER: 0.8, Role.FAMILY_HELP_PRACTITIONER: 0.8}
PART_TIME = {1000: 76, 800: 14, 600: 10}  # invented proportion
LEFT_IN_26_MONTHS = 0.32  # of those who hold families  # invented proportion

# One of each in a service, beside the pods, and how many more for so many pods.
AROUND = [
    (Role.SERVICE_MANAGER, "SERVICE", 20),
    (Role.LEAD_CHILD_PROTECTION, "SERVICE", 4),
    (Role.CONFERENCE_COORDINATOR, "SERVICE", 8),
    (Role.REVIEWING_OFFICER, "QUALITY", 3),
    (Role.PRINCIPAL_SOCIAL_WORKER, "SERVICE", 60),
    (Role.TRAINING_LEAD, "SERVICE", 60),
    (Role.PRACTICE_EDUCATOR, "SERVICE", 10),
    (Role.PERSONAL_ADVISER, "CARE", 4),
    (Role.BUSINESS_SUPPORT, "SERVICE", 6),
    (Role.ANALYST, "SERVICE", 30),
    (Role.INFORMATION_GOVERNANCE, "SERVICE", 30),
    (Role.SYSTEM_ADMINISTRATOR, "SERVICE", 60),
]


@dataclass(frozen=True)
class DrawnStaff:
    """Teams as (code, name, kind, above), posts in the order they are written, and those of them who left, by place."""

    tree: list[tuple[str, str, Team.Kind, str]] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    left: dict[int, int] = field(default_factory=dict)
    """Place of the post → days ago."""
    pods: list[tuple[str, list[int], bool]] = field(default_factory=list)
    """Code, places of the posts of those who hold families (the senior practitioner first), and whether perfect."""


@dataclass(frozen=True)
class Workforce:
    """The same people as they stand in the database: what `cases` draws its families from."""

    pods: Sequence[DrawnPod]
    reviewers: Sequence[Holder]
    advisers: Sequence[Holder]
    names: dict[int, str]
    deciders: dict[int, Deciders]
    """By the key of a pod."""


def pods_for(children: int) -> int:
    """How many pods a service of that size has, for caseloads like those of REFERENCE 9.1."""
    workers = children * proportions.OPEN_SHARE / proportions.CASES_FOR_EACH_WORKER
    return max(1, ceil(workers / HOLDERS_FTE))


def draw_staff(random: Random, children: int) -> DrawnStaff:
    """Everybody who works, or worked, in a service that has known so many children."""
    return _Drawing(random, children).draw()


class _Drawing:
    def __init__(self, random: Random, children: int) -> None:
        self.random, self.staff, self.count = random, DrawnStaff(), pods_for(children)
        self.taken: set[str] = set()
        self.addresses: set[str] = set()

    def draw(self) -> DrawnStaff:
        tree = self.staff.tree
        tree.append(("SERVICE", "Children’s Services", Team.Kind.SERVICE, ""))
        tree.append(("QUALITY", "Quality Assurance", Team.Kind.TEAM, "SERVICE"))
        tree.append(("CARE", "Children in Care and Leaving Care", Team.Kind.TEAM, "SERVICE"))
        perfect = min(PERFECT_PODS, self.count // 2)
        for number in range(self.count):
            team = f"TEAM-{number // PODS_IN_A_TEAM + 1}"
            if number % PODS_IN_A_TEAM == 0:
                tree.append(
                    (team, f"{_PLACES[number // PODS_IN_A_TEAM % len(_PLACES)]} team", Team.Kind.TEAM, "SERVICE")
                )
                self._post(Role.TEAM_MANAGER, team)
            code = f"POD-{number + 1}"
            tree.append((code, f"{_name_of_pod(number)} pod", Team.Kind.POD, team))
            self._pod(code, is_perfect=number >= self.count - perfect)
        for role, team, pods in AROUND:
            for _ in range(1 + self.count // pods):
                self._post(role, team)
        return self.staff

    def _pod(self, code: str, *, is_perfect: bool) -> None:
        roles = [Role.SENIOR_PRACTITIONER, *[Role.SOCIAL_WORKER] * 3]
        is_first = not self.staff.pods  # which has one of each, so that a small service shows every role
        roles.append(Role.EARLY_CAREER_WORKER if is_first or self.random.random() < 0.5 else Role.SOCIAL_WORKER)
        roles += [Role.FAMILY_HELP_PRACTITIONER] if is_first or self.random.random() < 0.6 else []
        places = [self._post(role, code, may_be_agency=not is_perfect) for role in roles]
        for _ in roles[1:]:
            if self.random.random() < LEFT_IN_26_MONTHS:
                # Left within the 26 months, after at least some months here.
                left = self.random.randint(20, proportions.HISTORY - 60)
                place = self._post(Role.SOCIAL_WORKER, code, since=left + self.random.randint(120, 900))
                self.staff.left[place] = left
                places.append(place)
        if is_first or self.random.random() < 0.5:
            self._post(Role.CLINICIAN, code)
        self.staff.pods.append((code, places, is_perfect))

    def _post(self, role: Role, team: str, *, since: int | None = None, may_be_agency: bool = True) -> int:
        random = self.random
        is_asye = role == Role.EARLY_CAREER_WORKER
        holds = role in (Role.SOCIAL_WORKER, Role.EARLY_CAREER_WORKER)
        is_agency = holds and not is_asye and may_be_agency and random.random() < proportions.AGENCY
        asye_since = random.randint(20, 340) if is_asye else None
        if since is None:
            since = asye_since or (random.randint(30, 500) if is_agency else random.randint(60, 2600))
        name = self._name()
        post = Post(
            name,
            role,
            team,
            since,
            fte=400 if role == Role.CLINICIAN else random.choices(list(PART_TIME), list(PART_TIME.values()))[0],
            is_agency=is_agency,
            asye_since=asye_since,
            body=Body.UKCP if role == Role.CLINICIAN and random.random() < 0.4 else None,
            email=self._address(name),
        )
        self.staff.posts.append(post)
        return len(self.staff.posts) - 1

    def _name(self) -> str:
        """A name nobody else here has."""
        while True:
            ethnicity = self.random.choices(list(proportions.ETHNICITY), list(proportions.ETHNICITY.values()))[0]
            culture = names.CULTURES[self.random.choice(names.OF_ETHNICITY[ethnicity])]
            given = self.random.choice(self.random.choice((culture.girls, culture.girls, culture.boys)))
            middle = "" if len(self.taken) < 600 else f" {self.random.choice('ABCDEFGHJKLMNPRSTW')}"
            name = f"{given}{middle} {self.random.choice(culture.families)}"
            if name not in self.taken:
                self.taken.add(name)
                return name

    def _address(self, name: str) -> str:
        plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode().replace(" ", ".")
        address, number = f"{plain}@example.org", 1
        while address in self.addresses:
            number += 1
            address = f"{plain}{number}@example.org"
        self.addresses.add(address)
        return address


def as_workforce(staff: DrawnStaff, people: Sequence[User], teams: dict[str, Team]) -> Workforce:
    """The drawn staff with the keys they were written with; `people` in the order of the posts."""

    def holder(place: int) -> Holder:
        post, user = staff.posts[place], people[place]
        share = post.fte / 1000 * SHARE.get(post.role, 1.0)
        left = staff.left.get(place)
        return Holder(user.pk, user.name, teams[post.team].pk, share, -post.since, None if left is None else -left)

    def with_role(role: Role) -> list[Holder]:
        return [holder(place) for place, post in enumerate(staff.posts) if post.role == role]

    pods = [
        DrawnPod(teams[code].pk, [holder(place) for place in places], perfect) for code, places, perfect in staff.pods
    ]
    above = {code: parent for code, _, _, parent in staff.tree}
    managers = {post.team: people[place].pk for place, post in enumerate(staff.posts) if post.role == Role.TEAM_MANAGER}
    deciders = {
        teams[code].pk: Deciders(senior=people[places[0]].pk, manager=managers[above[code]])
        for code, places, _ in staff.pods
    }
    return Workforce(
        pods,
        with_role(Role.REVIEWING_OFFICER),
        with_role(Role.PERSONAL_ADVISER),
        {user.pk: user.name for user in people},
        deciders,
    )


_PLACES = ("North", "South", "East", "West", "Riverside", "Parkside", "Hilltop", "Canalside", "Market", "Heath")
_TREES = ("Alder", "Beech", "Cedar", "Elder", "Fern", "Hazel", "Ivy", "Juniper", "Larch", "Maple", "Oak", "Poplar")
_TREES += ("Rowan", "Sorrel", "Thyme", "Willow", "Yarrow", "Bramble", "Clover", "Heather")


def _name_of_pod(number: int) -> str:
    again = number // len(_TREES)
    return _TREES[number % len(_TREES)] + (f" {again + 1}" if again else "")
