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

SLIPS = {Slip.NOT_SEEN: 50, Slip.NO_LEAD: 20, Slip.MANY_CHANGES: 30}  # invented proportion
# Open so long that a slip can be one: younger families are still being met.
MAY_SLIP = 0.74  # of open records, those that are old enough and in a pod that is not perfect; measured
OPEN_FOR = {Slip.NOT_SEEN: 100, Slip.NO_LEAD: 60, Slip.MANY_CHANGES: 120}


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
    course = Course(chance, staffing, on)
    families = []
    for days_ago, size, number in _arrivals(chance, children):
        people = draw_people(chance, size=size, referred=-days_ago, first_number=number)
        episodes = draw_episodes(chance, referred=-days_ago, children=size)
        family = DrawnFamily(people.name, people.members, people.ties, people.homes, episodes)
        pod = staffing.pod_with_room()
        family.slip = None if pod.is_perfect else _slip(chance, family)
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


def _slip(chance: Chance, family: DrawnFamily) -> Slip | None:
    age = -family.episodes[-1].referred
    possible = {slip: weight for slip, weight in SLIPS.items() if age > OPEN_FOR[slip]}
    if family.closed is not None or not possible or not chance.is_so(proportions.SLIPS / MAY_SLIP):
        return None
    return chance.by_weight(possible)


def _beside(chance: Chance, family: DrawnFamily, reviewers: Sequence[Holder], advisers: Sequence[Holder]) -> None:
    """A reviewing officer for some, and a personal adviser for young people of sixteen and more."""
    since = max(family.episodes[-1].referred + 20, -400)
    if since >= 0:
        return
    if reviewers and chance.is_so(proportions.REVIEWED):
        one = chance.one_of(reviewers)
        family.work.append(DrawnWork(one.worker, one.team, list(family.children), "reviewing-officer", since))
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
