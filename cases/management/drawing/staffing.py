"""Who could lead on a day: the people of each pod, from when until when, and how much each holds already."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from cases.management.drawing.chance import Chance


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds families. Days count from the day shown; `left` is none for those who are here."""

    worker: int
    name: str
    team: int
    share: float
    """How much of a full caseload they may hold: part time, an early career or a pod to lead make it less."""
    since: int
    left: int | None = None


@dataclass(frozen=True, slots=True)
class DrawnPod:
    """A pod's holders, past and present."""

    team: int
    holders: Sequence[Holder]
    is_perfect: bool = False


class Staffing:
    """Hands out families so that nobody holds much more than their share."""

    def __init__(self, chance: Chance, pods: Sequence[DrawnPod]) -> None:
        self.chance, self.pods = chance, pods
        self.holders = {holder.worker: holder for pod in pods for holder in pod.holders}
        self._spells: dict[int, int] = defaultdict(int)
        self._present: dict[int, int] = defaultdict(int)

    def pod_with_room(self) -> DrawnPod:
        """The emptier of two pods by chance."""
        return min((self.chance.one_of(self.pods) for _ in range(2)), key=self._filled)

    def lead_on(
        self, pod: DrawnPod, day: int, *, children: int, not_this: int | None = None, last: bool = False
    ) -> Holder:
        """Who takes up a family on that day: of those who were here, the one with most room.

        `last`: the family is theirs now, so that today's caseloads decide and not the past's.
        """
        here = [
            h for h in pod.holders if h.since <= day and (h.left is None or h.left > day + 20) and h.worker != not_this
        ]
        if last:
            here = [h for h in here if h.left is None]
        here = here or [h for h in pod.holders if h.left is None and h.worker != not_this] or list(pod.holders)
        held = self._present if last else self._spells
        best = min(here, key=lambda h: (held[h.worker] + children * 0.5) / h.share + self.chance.is_so_at_all() * 2)
        self.take(best, children=children, last=last)
        return best

    def take(self, holder: Holder, *, children: int, last: bool) -> None:
        """Count these children as the holder's."""
        (self._present if last else self._spells)[holder.worker] += children

    def _filled(self, pod: DrawnPod) -> float:
        present = [h for h in pod.holders if h.left is None]
        return sum(self._present[h.worker] for h in present) / (sum(h.share for h in present) or 1)
