"""The plan and how it goes: what was promised, each look at it, and every edition that was agreed."""

from dataclasses import dataclass
from datetime import date

from camden.rules.names import day_in_words
from conferences.models import FamilyConference, FamilyPlan, PlanEdition, PlanReview, PromiseHeard
from conferences.readings.answering import promise_of
from conferences.readings.promises import PromiseReading, of_professionals, of_the_family, read_promises
from conferences.readings.workspace import AnswerReading, agency_answers
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
    childs_message: str


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
        childs_message=plan.childs_message,
    )


def tally_in_words(told: Tally) -> str:
    """How the promises went, as one says it. Of the family only what was done."""
    said = [f"Of the family’s {told.family}, {told.family_done} done"] if told.family else []
    if told.family_part:
        said.append(f"some of {told.family_part}")
    ours = [f"of the professionals’ {told.ours}, {told.ours_done} done"] if told.ours else []
    ours += [f"{told.ours_part} in part"] if told.ours_part else []
    ours += [f"{told.ours_not} not done"] if told.ours_not else []
    sentence = "; ".join(", ".join(part) for part in (said, ours) if part)
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
