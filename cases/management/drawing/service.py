"""Draws a whole service: families until there are as many children as asked for, in the order in which they came."""

from collections.abc import Sequence
from datetime import date
from random import Random

from cases.management.drawing import proportions, words
from cases.management.drawing.chance import Chance
from cases.management.drawing.course import Course, draw_episodes
from cases.management.drawing.drawn import DrawnFamily, DrawnWork, Slip
from cases.management.drawing.people import YEAR, draw_people
from cases.management.drawing.staffing import DrawnPod, Holder, Staffing

SLIPS = {Slip.NOT_SEEN: 40, Slip.NO_LEAD: 15, Slip.MANY_CHANGES: 25, Slip.NO_MEETING: 20}  # invented proportion
OPEN_FOR = 120  # days: younger families are still being met, and nothing of theirs can have slipped
MAY_SLIP = 0.65  # of open records, those older than that; measured

_INDEPENDENT = {"protection": "chair", "care": "reviewing-officer"}


def draw_service(
    random: Random,
    *,
    children: int,
    pods: Sequence[DrawnPod],
    reviewers: Sequence[Holder],
    advisers: Sequence[Holder],
    on: date,
) -> list[DrawnFamily]:
    """Families with exactly so many children between them, oldest record first. The same for the same `random`."""
    chance = Chance(random)
    staffing = Staffing(chance, pods)
    course, slips = Course(chance, staffing, on), _Slips(chance, pods)
    families = []
    for days_ago, size, number in _arrivals(chance, children):
        people = draw_people(chance, size=size, referred=-days_ago, first_number=number)
        episodes = draw_episodes(chance, referred=-days_ago, children=size)
        family = DrawnFamily(people.name, people.members, people.ties, people.homes, episodes)
        pod = staffing.pod_with_room()
        family.slip = slips.next(family, pod)
        course.draw(family, pod)
        if family.closed is None:
            _beside(chance, family, reviewers, advisers)
            _from_elsewhere(chance, family, pod, pods)
        families.append(family)
    return families


def _arrivals(chance: Chance, children: int) -> list[tuple[int, int, int]]:
    """(days ago, how many children, number of the first) of each family, the first to come first."""
    sizes, left = [], children
    while left:
        sizes.append(min(left, chance.by_weight(proportions.FAMILY_SIZE)))
        left -= sizes[-1]
    days = sorted((chance.between((0, proportions.HISTORY)) for _ in sizes), reverse=True)
    numbers, found = 1, []
    for day, size in zip(days, sizes, strict=True):
        found.append((day, size, numbers))
        numbers += size
    return found


class _Slips:
    """Lets something slip in every so many open records: of those old enough, in pods that are not perfect."""

    def __init__(self, chance: Chance, pods: Sequence[DrawnPod]) -> None:
        self.chance, self.owed = chance, chance.is_so_at_all()
        ordinary = sum(not pod.is_perfect for pod in pods) / len(pods)
        self.each = proportions.SLIPS / MAY_SLIP / ordinary

    def next(self, family: DrawnFamily, pod: DrawnPod) -> Slip | None:
        """What is let slip in this family, if anything."""
        if family.closed is not None or pod.is_perfect or -family.episodes[-1].referred <= OPEN_FOR:
            return None
        self.owed += self.each
        if self.owed < 1:
            return None
        self.owed -= 1
        return self.chance.by_weight(SLIPS)


def _beside(chance: Chance, family: DrawnFamily, reviewers: Sequence[Holder], advisers: Sequence[Holder]) -> None:
    """A chair or a reviewing officer where the law asks for one; a personal adviser from sixteen on."""
    since = max(family.episodes[-1].referred + 20, -400)
    if since >= 0:
        return
    path = family.episodes[-1].path
    basis = path.basis_on(0) if path else ""
    if path and reviewers and basis in _INDEPENDENT:
        one = chance.one_of(reviewers)
        began = path.care_since if path.care_since is not None else path.conferences[0].day
        family.work.append(DrawnWork(one.worker, one.team, list(family.children), _INDEPENDENT[basis], began))
    for child in family.children:
        born = family.members[child].born
        if advisers and born is not None and born < -16 * YEAR and chance.is_so(proportions.ADVISER):
            one = chance.one_of(advisers)
            family.work.append(DrawnWork(one.worker, one.team, [child], "personal-adviser", since))


def _from_elsewhere(chance: Chance, family: DrawnFamily, pod: DrawnPod, pods: Sequence[DrawnPod]) -> None:
    """What a colleague of another pod has to do with a family: leads for one child, helped on duty, must not see it."""
    outside = [other for other in pods if other.team != pod.team]
    if not outside:
        return
    colleague = chance.one_of([h for h in chance.one_of(outside).holders if h.left is None])
    if len(family.children) > 1 and chance.is_so(proportions.APART):
        _apart(family, colleague)
    elif chance.is_so(proportions.HAND_OVER):
        family.hand_over = (colleague.worker, -chance.between((1, 20)), chance.one_of(words.ON_DUTY))
    elif chance.is_so(proportions.KEPT_OUT):
        family.kept_out = (colleague.worker, chance.one_of(words.KEPT_OUT))
    elif family.slip is None and chance.is_so(proportions.RESTRICTED):
        family.is_restricted = any(work.ended is None for work in family.work)


def _apart(family: DrawnFamily, colleague: Holder) -> None:
    """The youngest has a lead worker of their own, in another pod."""
    youngest = family.children[-1]
    for number, work in enumerate(family.work):
        if work.role == "lead" and work.ended is None and not work.is_cover and work.since < -20:
            others = [child for child in work.children if child != youngest]
            since = max(work.since + 14, -300)
            family.work[number] = DrawnWork(work.worker, work.team, others, work.role, work.since, None, work.reason)
            family.work.append(DrawnWork(work.worker, work.team, [youngest], work.role, work.since, since, work.reason))
            family.work.append(DrawnWork(colleague.worker, colleague.team, [youngest], "lead", since, None, "TSPROC"))
            return
