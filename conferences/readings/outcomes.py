"""What came of conferences, for figures: each with its days, its answers and its children; and families followed.

For those who see the record. Both run a fixed number of queries, however many conferences there are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean

from django.db.models import QuerySet

from camden.rules.dates import months_after
from cases.models import Case, Episode
from cases.rules.happenings import Happened as H
from conferences.models import (
    AgencyAnswer,
    ConferenceChild,
    ConferenceStage,
    FamilyConference,
    FamilyMeeting,
    PromiseHeard,
)
from conferences.models import Outcome as Answered
from conferences.readings.journeys import Journeys, between, happenings, journeys_of
from conferences.rules.consent import Threshold
from conferences.rules.evidence import Followed
from conferences.rules.measuring import There, Told
from conferences.rules.outcomes import MONTHS, Outcome, outcome
from conferences.rules.stages import Stage
from conferences.rules.steps import Timing

YEAR, HALF = MONTHS[Timing.ASK_TWELVE], MONTHS[Timing.ASK_SIX]
REACHED_BY: dict[Threshold, H] = {
    Threshold.HELP: H.HELP_PLAN_STARTED,
    Threshold.NEED: H.NEED_PLAN_STARTED,
    Threshold.ENQUIRY: H.ENQUIRY_STARTED,
    Threshold.PROTECTION: H.PROTECTION_PLAN_STARTED,
    Threshold.BEFORE_COURT: H.LETTER_BEFORE_PROCEEDINGS,
    Threshold.COURT: H.PROCEEDINGS_ISSUED,
    Threshold.LOOKED_AFTER: H.LOOKED_AFTER_BEGAN,
}
"""With which fact a family gets to a threshold. Coming home, and having asked, are no steps one could compare at."""
AHEAD = timedelta(weeks=12)
"""How long before a threshold an offer still belongs to it, where it was made because of it: the one in the letter
before proceedings is made before the letter."""
ENDS: dict[H, H] = {H.LOOKED_AFTER_BEGAN: H.LOOKED_AFTER_ENDED, H.PROCEEDINGS_ISSUED: H.FINAL_ORDER}
"""What can be followed, and what ends it."""
COUNTED_AT_MEETINGS = (
    "held_on", "mothers_side", "fathers_side", "others", "professionals", "father_came", "children_there",
    "children_with_advocate",
)  # fmt: skip
OFFER = (Stage.OFFERED, Stage.ACCEPTED, Stage.ALLOCATED)
MOVED_AWAY = "RC5"


@dataclass(frozen=True)
class _Facts:
    """The rows beneath conferences, by conference."""

    stages: dict[int, dict[str, date]]
    """The first day of each stage."""
    meetings: dict[int, FamilyMeeting]
    """The first one."""
    children: dict[int, list[int]]
    agency: dict[int, str]
    promises: dict[int, dict[int, str]]
    """How each promise went at the last review that spoke of it."""
    answered: dict[int, list[Answered]]
    first: dict[int, int]
    """The conference that met first, by family."""


def told_of(
    conferences: QuerySet[FamilyConference] | Collection[FamilyConference], on: date, *, months: int = YEAR
) -> list[Told]:
    """These conferences with all that the measures count, in the order given. Eleven queries.

    The children are looked at `months` after the meeting, or after the referral where there was none; a conference
    that is not so old yet says nothing of its children. What somebody answered after six months is held against the
    family's middle at the beginning: whose answer it was is the coordinator's to know, and a manager's figures need no
    names.
    """
    every = list(conferences)
    facts, journeys = _facts(every), journeys_of({each.case_id for each in every})
    return [_told(each, facts, journeys, on, months) for each in every]


def _told(conference: FamilyConference, facts: _Facts, journeys: Journeys, on: date, months: int) -> Told:
    stages, key = facts.stages[conference.pk], conference.pk
    meeting = facts.meetings.get(key)
    promises = facts.promises[key]
    answered = facts.answered[key]
    later = [each for each in answered if each.timing == Timing.ASK_SIX]
    return Told(
        key=key,
        threshold=_threshold(conference, journeys),
        offered_on=min((stages[stage] for stage in OFFER if stage in stages), default=None),
        accepted_on=min((stages[stage] for stage in OFFER[1:] if stage in stages), default=None),
        referred_on=conference.referred_on,
        held_on=meeting.held_on if meeting else None,
        is_agreed=_is_agreed(facts.agency.get(key, ""), stages),
        is_first=facts.first.get(conference.case_id, key) == key,
        there=_there(meeting, len(facts.children[key])) if meeting else None,
        promises=len(promises),
        promises_done=sum(went == "done" for went in promises.values()),
        happy=[each.happy for each in later if each.happy is not None],
        more_control=_more(answered, later, "control"),
        better_coping=_more(answered, later, "coping"),
        children=children_after(
            facts.children[key], conference.referred_on, meeting.held_on if meeting else None, journeys, on, months
        ),
    )


def children_after(
    children: Iterable[int], referred_on: date, held_on: date | None, journeys: Journeys, on: date, months: int
) -> list[Outcome]:
    """What became of the children so many months after the meeting; nothing while it is not so long ago."""
    day = months_after(held_on or referred_on, months)
    if day > on:
        return []
    return [outcome(journeys.child(child, referred_on, day), referred_on=referred_on, on=day) for child in children]


def _threshold(conference: FamilyConference, journeys: Journeys) -> Threshold:
    """Where it was offered; of one that does not say so, the last threshold the family had come to by then."""
    if conference.threshold:
        return Threshold(conference.threshold)
    kinds = {kind.value: threshold for threshold, kind in REACHED_BY.items()}
    came = [
        (day, kinds[kind])
        for child, family in journeys.family.items()
        if family == conference.case_id
        for kind, day in journeys.happened[child]
        if kind in kinds and day <= conference.referred_on
    ]
    order = list(REACHED_BY)
    return max(came, key=lambda each: (each[0], order.index(each[1])))[1] if came else Threshold.HELP


def _is_agreed(answer: str, stages: dict[str, date]) -> bool | None:
    if answer and answer != AgencyAnswer.Answer.AWAITING:
        return answer == AgencyAnswer.Answer.AGREED
    return False if Stage.NO_PLAN in stages else None


def _there(meeting: FamilyMeeting, children: int) -> There | None:
    """Who was there; None for a meeting of which nobody counted it."""
    if meeting.mothers_side is None and meeting.fathers_side is None and meeting.others is None:
        return None
    return There(
        mothers_side=meeting.mothers_side or 0,
        fathers_side=meeting.fathers_side or 0,
        others=meeting.others or 0,
        professionals=meeting.professionals or 0,
        father_came=meeting.father_came,
        children=children,
        children_there=min(meeting.children_there or 0, children),
        children_with_advocate=meeting.children_with_advocate or 0,
    )


def _more(answered: list[Answered], later: list[Answered], name: str) -> list[bool]:
    began = [points for each in answered if each.timing == "start" and (points := getattr(each, name)) is not None]
    if not began:
        return []
    return [points > mean(began) for each in later if (points := getattr(each, name)) is not None]


def _facts(conferences: list[FamilyConference]) -> _Facts:
    keys = [each.pk for each in conferences]
    facts = _Facts(
        stages=defaultdict(dict), meetings={}, children=defaultdict(list), agency={}, promises=defaultdict(dict),
        answered=defaultdict(list), first={},
    )  # fmt: skip
    stages = ConferenceStage.objects.filter(conference__in=keys).order_by("happened_on", "pk")
    for key, stage, day in stages.values_list("conference", "stage", "happened_on"):
        facts.stages[key].setdefault(stage, day)
    families = {each.case_id for each in conferences}
    meetings = FamilyMeeting.objects.filter(case__in=families).only("case", "conference", *COUNTED_AT_MEETINGS)
    for meeting in meetings.order_by("held_on", "pk"):
        facts.meetings.setdefault(meeting.conference_id, meeting)
        facts.first.setdefault(meeting.case_id, meeting.conference_id)
    named = ConferenceChild.objects.filter(conference__in=keys).order_by("pk")
    for key, child in named.values_list("conference", "child"):
        facts.children[key].append(child)
    answers = AgencyAnswer.objects.filter(conference__in=keys).order_by("pk")
    facts.agency.update(answers.values_list("conference", "answer"))
    heard = PromiseHeard.objects.filter(conference__in=keys).exclude(went="").order_by("review__held_on", "pk")
    for key, item, went in heard.values_list("conference", "item", "went"):
        facts.promises[key][item] = went
    for said in Answered.objects.filter(conference__in=keys).order_by("pk"):
        facts.answered[said.conference_id].append(said)
    return facts


def followed(on: date, *, cases: QuerySet[Case] | None = None, event: H = H.LOOKED_AFTER_BEGAN) -> list[Followed]:
    """Every family at each threshold it came to up to `on`: when it was referred from there, and when it happened.

    `cases` are the records looked at, all that are open to whoever asks if none are given. `event` is what is followed:
    coming into care, or proceedings. Referred is whoever was offered a conference, whatever they answered: who says
    yes differs from who says no, and not through the meeting. What had begun for one of the children and was not over
    is there on the day of the threshold itself. Four queries. Raises KeyError for what cannot be followed.
    """
    ends = ENDS[event]
    # nosemgrep: row-of-any-record, record-not-asked-for-a-person - row-level security says whose; a job counts all
    every = Case.objects.all() if cases is None else cases
    families = list(every.order_by("pk").values_list("pk", flat=True))
    kinds = {kind.value for kind in REACHED_BY.values()} | {event.value, ends.value}
    children: dict[int, dict[int, list[tuple[str, date]]]] = defaultdict(lambda: defaultdict(list))
    for family, child, kind, day in happenings(families, kinds):
        if day <= on:
            children[family][child].append((kind, day))
    offers, lost = _offers(families), _lost(families)
    found = []
    for family, facts in children.items():
        for threshold, kind in REACHED_BY.items():
            days = [day for every in facts.values() for which, day in every if which == kind]
            if days:
                reached_on = min(days)
                spells = [each for every in facts.values() for each in between(every, event, ends)]
                found.append(
                    Followed(
                        key=family,
                        threshold=threshold,
                        reached_on=reached_on,
                        referred_on=_referred(offers[family], threshold, reached_on, on),
                        happened_on=min(
                            (
                                max(each.began_on, reached_on)
                                for each in spells
                                if each.began_on and (each.ended_on is None or each.ended_on > reached_on)
                            ),
                            default=None,
                        ),
                        lost_on=lost.get(family),
                    )
                )
    return found


def _offers(families: Collection[int]) -> dict[int, list[tuple[date, str]]]:
    """The days on which each family was offered a conference, and because of which threshold."""
    found: dict[int, dict[int, tuple[date, str]]] = defaultdict(dict)
    stages = ConferenceStage.objects.filter(case__in=families, stage__in=OFFER).order_by("happened_on", "pk")
    for family, key, day, threshold in stages.values_list("case", "conference", "happened_on", "conference__threshold"):
        found[family].setdefault(key, (day, threshold))
    return defaultdict(list, {family: sorted(each.values()) for family, each in found.items()})


def _referred(offers: list[tuple[date, str]], threshold: Threshold, reached_on: date, on: date) -> date | None:
    return next(
        (
            day
            for day, because in offers
            if day <= on and (day >= reached_on or (because == threshold and day >= reached_on - AHEAD))
        ),
        None,
    )


def _lost(families: Collection[int]) -> dict[int, date]:
    """Since when families are another council's: the last of their episodes ended so, and none is open."""
    found: dict[int, tuple[date | None, str]] = {}
    episodes = Episode.objects.filter(case__in=families, no_further_action=False).order_by("referred_on", "pk")
    for family, closed_on, why in episodes.values_list("case", "closed_on", "closure_reason"):
        before = found.get(family)
        if before is None or (before[0] is not None and (closed_on is None or closed_on >= before[0])):
            found[family] = (closed_on, why)
    return {family: closed_on for family, (closed_on, why) in found.items() if closed_on and why == MOVED_AWAY}
