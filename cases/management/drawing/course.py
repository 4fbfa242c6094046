"""Draws what happened to a family: referrals, who led when, visits, what was agreed, and what was let slip."""

from datetime import date

from cases.management.drawing import proportions, words
from cases.management.drawing.chance import Chance, working_day
from cases.management.drawing.drawn import (
    DrawnAction,
    DrawnEpisode,
    DrawnFamily,
    DrawnMember,
    DrawnPath,
    DrawnVisit,
    DrawnWork,
    Slip,
)
from cases.management.drawing.path import Paths
from cases.management.drawing.staffing import DrawnPod, Holder, Staffing

YEAR = 365.25


def draw_episodes(chance: Chance, *, referred: int, children: int) -> list[DrawnEpisode]:
    """The referrals of one family, from the first until now. At most the last is open."""
    episodes: list[DrawnEpisode] = []
    day: int | None = referred
    while day is not None and day <= 0:
        need = chance.by_weight(proportions.NEED)
        needs = [
            chance.by_weight(proportions.NEED) if chance.is_so(proportions.OTHER_NEED) else need
            for _ in range(children)
        ]
        episode = DrawnEpisode(day, chance.by_weight(proportions.SOURCE), needs)
        episodes.append(episode)
        if chance.is_so(proportions.NO_FURTHER_ACTION) and day < 0:
            episode.is_nothing = True
            again = chance.is_so(proportions.REFERRED_AGAIN_AFTER_NONE)
            day = day + chance.between((20, 300)) if again else None
            continue
        length = chance.by_weight(proportions.DURATION)
        closed = day + chance.between(length)
        if closed > 0:
            break
        episode.closed, episode.closing = closed, chance.by_weight(proportions.CLOSING[length])
        day = closed + chance.between((20, 360)) if chance.is_so(proportions.REFERRED_AGAIN) else None
    return episodes


class Course:
    """Draws the course of families, one after the other, with one staff for all of them."""

    def __init__(self, chance: Chance, staffing: Staffing, on: date) -> None:
        self.chance, self.staffing, self.on = chance, staffing, on
        self.paths = Paths(chance, on)

    def draw(self, family: DrawnFamily, pod: DrawnPod) -> None:
        """Add to a family what happened, in a pod."""
        family.team = pod.team
        before: Holder | None = None
        for episode in family.episodes:
            if not episode.is_nothing:
                before = self._episode(family, episode, pod, before)
        if family.closed is None:
            self._beside_the_lead(family, pod)
            self._actions(family, pod)

    def _episode(
        self, family: DrawnFamily, episode: DrawnEpisode, pod: DrawnPod, before: Holder | None
    ) -> Holder | None:
        is_open = episode.closed is None
        first = min(0, working_day(episode.referred + self.chance.between((1, 4)), self.on))
        first = max(first, episode.referred)
        until = 0 if episode.closed is None else episode.closed
        leads = self._leads(family, pod, first, until, is_open, before)
        family.work += leads
        if leads:
            slip = family.slip if is_open else None
            path = self.paths.draw(first=first, until=until, is_open=is_open, need=episode.needs[0], slip=slip)
            episode.path = path
            self._visits(family, leads, path, until, is_open, pod)
            return self.staffing.holders[leads[-1].worker]
        return before

    def _leads(
        self, family: DrawnFamily, pod: DrawnPod, first: int, until: int, is_open: bool, before: Holder | None
    ) -> list[DrawnWork]:
        """Spells of lead for all the children together. A reason of change whenever somebody led before."""
        if is_open and first == 0 and self.chance.is_so(0.5):
            return []  # came in today, and waits for its first worker
        children, spells, day = family.children, [], first
        reason = "FCONTA"
        changes = self._change_days(family, first, until, is_open)
        holder: Holder | None = before
        while True:
            ahead = [change for change in changes if change > day]
            ends = ahead[0] if ahead else until
            last = is_open and not ahead
            keep = holder if reason == "FCONTA" and holder and holder.left is None and self.chance.is_so(0.4) else None
            not_this = holder.worker if holder and reason != "FCONTA" else None
            if keep:
                self.staffing.take(keep, children=len(children), last=last)
            holder = keep or self.staffing.lead_on(pod, day, children=len(children), not_this=not_this, last=last)
            leaves = holder.left if holder.left is not None and day < holder.left < ends else None
            end = leaves if leaves is not None else ends
            is_last = leaves is None and not ahead
            closed = None if is_last and is_open else end
            spells.append(DrawnWork(holder.worker, holder.team, list(children), "lead", day, closed, reason))
            if is_last:
                break
            day, reason = end, "LEFTRL" if leaves is not None else self.chance.by_weight(proportions.CHANGE)
        if family.slip is Slip.NO_LEAD and is_open:
            spells[-1].ended = max(spells[-1].since, -self.chance.between((5, 35)))
        return spells

    def _change_days(self, family: DrawnFamily, first: int, until: int, is_open: bool) -> list[int]:
        if family.slip is Slip.MANY_CHANGES and is_open:
            start = max(first + 10, -330)
            step = max(12, (until - start) // 4)
            return [start + step * number for number in range(3) if start + step * number < -5]
        days, day = [], first
        while True:
            day += int(self.chance.random.expovariate(1 / proportions.DAYS_BETWEEN_CHANGES)) + 45
            if day >= until - 10:
                return days
            days.append(working_day(day, self.on))

    def _visits(
        self, family: DrawnFamily, leads: list[DrawnWork], path: DrawnPath, until: int, is_open: bool, pod: DrawnPod
    ) -> None:
        first, stops = path.assessed_from, until
        if is_open and family.slip is Slip.NOT_SEEN:
            stops = max(first + 12, -self.chance.between((70, 150)))
        day = first + self.chance.between((2, 6))
        while day < stops:
            visited = max(first, working_day(day, self.on))
            lead = next((w for w in leads if w.since <= visited and (w.ended is None or visited < w.ended)), None)
            if lead is None:
                break
            worker = lead.worker
            if self.chance.is_so(proportions.SOMEBODY_ELSE_VISITS):
                worker = self.chance.one_of([h for h in pod.holders if h.left is None]).worker
            is_seen = not self.chance.is_so(proportions.NOBODY_IN)
            self._visit(family, worker, visited, is_seen)
            ahead = day + self.chance.between(proportions.RHYTHM[path.basis_on(day)] if is_seen else (2, 5))
            if path.care_since is not None and day < path.care_since:
                ahead = min(ahead, path.care_since + 3)  # within a week of coming into care
            day = ahead

    def _visit(self, family: DrawnFamily, worker: int, day: int, is_seen: bool) -> None:
        chance = self.chance
        parts = [(child, *self._part(family.members[child], day, is_seen)) for child in family.children]
        seen = [family.members[child].given for child, how, _ in parts if how not in ("not-seen", "unborn")]
        if not is_seen:
            account = chance.one_of(words.NOT_SEEN)
        else:
            middle = chance.random.sample(words.SAW, chance.between((1, 4)))
            account = " ".join([chance.one_of(words.BEGUN), *middle]) + "\n\n" + chance.one_of(words.NEXT)
        who = chance.one_of(seen) if seen else "Mum"
        place = chance.by_weight(proportions.PLACE)
        family.visits.append(DrawnVisit(worker, day, place, account.format(who=who), parts))

    def _part(self, member: DrawnMember, day: int, is_seen: bool) -> tuple[str, str]:
        """How one child was seen that day, and what they said."""
        if not is_seen:
            return "not-seen", ""
        if member.born is None or member.born > day:
            return "unborn", ""
        years = (day - member.born) / YEAR
        if years < 2.01:
            return "observed", self.chance.one_of(words.BABY) if self.chance.is_so(0.2) else ""
        how = self.chance.by_weight(proportions.SEEN)
        if how == "asleep" or years < 3 or not self.chance.is_so(proportions.OWN_WORDS):
            return how, ""
        return how, self.chance.one_of(words.SAID[max(age for age in words.SAID if age <= years)])

    def _beside_the_lead(self, family: DrawnFamily, pod: DrawnPod) -> None:
        """Co-workers and cover: neither is a change of worker."""
        chance, lead = self.chance, family.work[-1] if family.work else None
        here = [h for h in pod.holders if h.left is None and (lead is None or h.worker != lead.worker)]
        if lead is None or lead.ended is not None or not here:
            return
        for share, role, is_cover in ((proportions.CO_WORKER, "co-worker", False), (proportions.COVER, "lead", True)):
            if chance.is_so(share):
                helper = chance.one_of(here)
                since = max(lead.since, helper.since, -chance.between((1, 200)) if role == "co-worker" else -3)
                family.work.append(
                    DrawnWork(helper.worker, helper.team, list(family.children), role, since, is_cover=is_cover)
                )

    def _actions(self, family: DrawnFamily, pod: DrawnPod) -> None:
        lead = next((w for w in family.work if w.role == "lead" and w.ended is None and not w.is_cover), None)
        if lead is None:
            return
        for _ in range(self.chance.by_weight(proportions.ACTIONS)):
            agreed = max(lead.since, -self.chance.between((1, 60)))
            done = None
            if self.chance.is_so(proportions.ACTION_DONE):
                done = agreed + self.chance.between((1, max(2, -agreed)))
            late = self.chance.is_so(proportions.ACTION_LATE) and not pod.is_perfect
            due = max(agreed, -self.chance.between((1, 10))) if late else self.chance.between((0, 25))
            family.actions.append(
                DrawnAction(
                    keeper=lead.worker,
                    what=self.chance.one_of(words.ACTIONS),
                    agreed_in=self.chance.one_of(words.AGREED_IN),
                    agreed=agreed,
                    due=due,
                    child=self.chance.one_of(family.children) if self.chance.is_so(0.5) else None,
                    done=min(0, done) if done is not None else None,
                    outcome=self.chance.one_of(words.DONE) if done is not None else "",
                )
            )
