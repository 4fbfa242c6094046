"""The plan and how it goes: what was promised, each look at it, and every edition that was agreed."""

from dataclasses import dataclass
from datetime import date

from camden.rules.names import day_in_words
from cases.models import Case
from conferences.models import ConferenceChild, FamilyConference, FamilyPlan, PlanEdition, PlanReview, PromiseHeard
from conferences.readings.answering import promise_of
from conferences.readings.promises import PromiseReading, of_professionals, of_the_family, read_promises
from conferences.readings.workspace import AnswerReading, agency_answers
from conferences.rules.paper import from_content
from conferences.rules.plan import Heard, Plan, Tally, Went, reviewed, tally


@dataclass(frozen=True)
class ReviewReading:
    """One look at the plan, in the family's words."""

    day: str
    went_well: str
    hard: str
    change: str
    childs_words: str
    tally: str


@dataclass(frozen=True)
class EditionLine:
    """One edition that was agreed: its number and the day."""

    number: int
    day: str


@dataclass(frozen=True)
class Story:
    """All of the plan's page. `review_day` and `keeper` are empty while the family has not said."""

    family: list[PromiseReading]
    professionals: list[PromiseReading]
    keeper: str
    review_day: str
    reviews: list[ReviewReading]
    editions: list[EditionLine]
    agency: AnswerReading | None
    waits: str
    """Since when the plan waits for an answer; empty when none does."""


def read_story(conference: FamilyConference, *, on: date, convenes: bool) -> Story:
    """Seven queries, however many promises. `convenes`: the coordinator's page is the family's too."""
    plan = getattr(conference, "plan", None) or FamilyPlan()
    promises = read_promises(conference, on=on, convenes=convenes)
    editions = PlanEdition.objects.filter(conference=conference).order_by("-edition")
    agency = agency_answers(conference)
    return Story(
        family=of_the_family(promises),
        professionals=of_professionals(promises),
        keeper=plan.plan_keeper,
        review_day=day_in_words(plan.review_on) if plan.review_on else "",
        reviews=_reviews(conference),
        editions=[EditionLine(e.edition, day_in_words(e.agreed_on)) for e in editions.defer("content")],
        agency=agency[0] if agency else None,
        waits=day_in_words(conference.plan_given_on) if conference.plan_given_on else "",
    )


@dataclass(frozen=True)
class PlanInShort:
    """The newest plan that was agreed, as a family's page shows it: nothing of a relative's is counted, or late."""

    case_pk: int
    conference_pk: int
    children: str
    day: str
    family: list[PromiseReading]
    professionals: list[PromiseReading]


def plan_in_short(case: Case, *, child: int | None, on: date) -> PlanInShort | None:
    """The plan of a family, or of one of its children, if one was agreed. Five queries, one where there is none."""
    found = PlanEdition.objects.filter(case=case).select_related("conference").order_by("-agreed_on", "-pk")
    if child is not None:
        of_child = ConferenceChild.objects.filter(child=child).values("conference")
        found = found.filter(conference__in=of_child)
    last = found.first()
    if last is None:
        return None
    promises = read_promises(last.conference, on=on, convenes=False)
    return PlanInShort(
        case_pk=case.pk,
        conference_pk=last.conference_id,
        children=from_content(last.content).children,
        day=day_in_words(last.agreed_on),
        family=of_the_family(promises),
        professionals=of_professionals(promises),
    )


def tally_in_words(told: Tally) -> str:
    """How the promises went, as one says it. Of the family only what was done, and never of how much."""
    family = [f"done by the family: {told.family_done}"] if told.family_done else []
    family += [f"some of it: {told.family_part}"] if told.family_part else []
    ours = [f"of what professionals promised, {told.ours_done} of {told.ours} done"] if told.ours else []
    ours += [f"{told.ours_part} in part"] if told.ours_part else []
    ours += [f"{told.ours_not} not done"] if told.ours_not else []
    sentence = "; ".join(", ".join(part) for part in (family, ours) if part)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def _reviews(conference: FamilyConference) -> list[ReviewReading]:
    reviews = list(PlanReview.objects.filter(conference=conference).order_by("-held_on", "-pk"))
    said: dict[int, list[PromiseHeard]] = {review.pk: [] for review in reviews}
    for heard in PromiseHeard.objects.filter(review__in=reviews).select_related("item__keeper"):
        said[heard.review_id].append(heard)
    return [_review(review, said[review.pk]) for review in reviews]


def _review(review: PlanReview, said: list[PromiseHeard]) -> ReviewReading:
    promises = [promise_of(each.item) for each in said]
    heard = [Heard(each.item_id, Went(each.went), each.note) for each in said]
    plan = reviewed(Plan(1, (), promises, ()), heard)
    return ReviewReading(
        day_in_words(review.held_on),
        review.went_well,
        review.hard,
        review.change,
        review.childs_words,
        tally_in_words(tally(plan.promises)),
    )
