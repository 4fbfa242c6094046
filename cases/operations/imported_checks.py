"""Why a file's assessment, enquiry, conference or plan cannot be a fact, in a sentence for whoever checks the file.

The census's rule numbers are in brackets.
"""

from datetime import date
from typing import TYPE_CHECKING

from camden.rules.names import day_in_words
from cases.models import Episode

if TYPE_CHECKING:
    from cases.returns.cin_census import Activity

# What ends each kind. An enquiry has no end in the census.
END = {"Assessments": "authorised_on", "ChildProtectionPlans": "ended_on", "CINPlanDates": "ended_on"}
PLANS = {"ChildProtectionPlans", "CINPlanDates"}
SATURDAY = 5
NO_EPISODE = "The referral this belongs to is not held, so this was not held as a fact."
NO_HELP_FOLLOWED = "The referral led to no further action, so nothing can follow it."
NO_START = "There is no start that can be read, so this was not held as a fact."
NOT_YET = "This is after the day of the import, so it was not held as a fact."
BEFORE_REFERRAL = "This is before the referral, so it was not held as a fact."
AFTER_CLOSING = "This is after the work ended on {}, so it was not held as a fact."
AFTER_DEATH = "This is after the child's death, so it was not held as a fact."
ENDS_FIRST = "The end is before the start, so this was not held as a fact."
SAME_DAY = "The plan would begin and end on one day, so it was not held as a fact."
LEFT_OPEN = "The work ended on {} and this has no end, so it was not held as a fact."
OVERLAPS = "This overlaps with what began on {}, so it was not held as a fact."
TWICE = "The same is given twice; it is held once."
NO_CATEGORY = "A child protection plan needs its first category of abuse, so it was not held as a fact."
TOO_MANY = "That many earlier plans are not possible, so the number was not used."
CHECKED_FIRST = "This is before the assessment began, so it was not used."
NOT_COMPLETED = "The assessment is not completed, so its factors were not used."
NONE_STANDS_ALONE = "“No factor found” stands alone, so it was not used beside others."
AT_A_WEEKEND = "No conference is held on a weekend, so this was not held as a fact."
CONFERENCE_FIRST = "This is before the enquiry began, so it was not held as a fact."
REVIEW_FIRST = "The review is not after the plan began, so it was not held as a fact."
REVIEW_LATE = "The review is after the plan ended, so it was not held as a fact."


def why_not(given: "Activity", episode: Episode | None, died_on: date | None, on: date) -> tuple[str, str] | None:
    """Why an activity cannot be a fact whatever else is held, and beside which value to say so. None: it can."""
    start, end = given.day("started_on"), given.day(END.get(given.kind, ""))
    if episode is None:
        return NO_EPISODE, ""
    if episode.no_further_action:  # (8831, 8832, 4000)
        return NO_HELP_FOLLOWED, ""
    if start is None:
        return NO_START, ""
    if why := _no_start(start, episode, died_on, on):
        return why, "started_on"
    if why := no_end(given, start, end, on):
        return why, END[given.kind]
    if given.kind == "ChildProtectionPlans" and not given.text("first_category"):
        return NO_CATEGORY, "first_category"
    if episode.closed_on and _is_left_open(given, on):  # (8867, 8868)
        return LEFT_OPEN.format(day_in_words(episode.closed_on)), "started_on"
    return None


def _no_start(start: date, episode: Episode, died_on: date | None, on: date) -> str:
    if start > on:
        return NOT_YET
    if start < episode.referred_on:  # (1103, 1105, 2889, 4015)
        return BEFORE_REFERRAL
    if episode.closed_on and start > episode.closed_on:  # (8565)
        return AFTER_CLOSING.format(day_in_words(episode.closed_on))
    return AFTER_DEATH if died_on and start > died_on else ""  # (4008, 8915, 8920)


def no_end(given: "Activity", start: date, end: date | None, on: date) -> str:
    """Why an end cannot be one, or ""."""
    if end and end < start:  # (8608, 8925)
        return ENDS_FIRST
    if given.kind in PLANS and end == start:  # (4012, 8840)
        return SAME_DAY
    return NOT_YET if end and end > on else ""


def ended_on(given: "Activity", on: date) -> date | None:
    """The day an activity ended, as the file says it: an enquiry's with its conference, or at once without one."""
    if given.kind != "Section47":
        return given.day(END[given.kind])
    return held_on(given, on) or (given.day("started_on") if given.facts.get("not_required") else None)


def _is_left_open(given: "Activity", on: date) -> bool:
    if given.kind == "Section47":
        return not given.facts.get("not_required") and held_on(given, on) is None
    return given.day(END[given.kind]) is None


def held_on(given: "Activity", on: date) -> date | None:
    """The day of an enquiry's conference, when it can be one."""
    day, start = given.day("conference_on"), given.day("started_on")
    return day if day and start and start <= day <= on and day.weekday() < SATURDAY else None


def no_conference(day: date, episode: Episode | None, on: date) -> str:
    """Why the initial conference a referral names cannot be one, or ""."""
    if episode is None:
        return NO_EPISODE
    if episode.no_further_action:
        return NO_HELP_FOLLOWED
    if day < episode.referred_on:  # (1104)
        return BEFORE_REFERRAL
    if episode.closed_on and day > episode.closed_on:
        return AFTER_CLOSING.format(day_in_words(episode.closed_on))
    if day > on:
        return NOT_YET
    return AT_A_WEEKEND if day.weekday() >= SATURDAY else ""  # (8875)


def no_review(day: date, start: date, end: date | None, on: date) -> str:
    """Why a review of a plan cannot be one, or ""."""
    if day <= start:  # (8841)
        return REVIEW_FIRST
    if end and day > end:
        return REVIEW_LATE
    return NOT_YET if day > on else AT_A_WEEKEND if day.weekday() >= SATURDAY else ""
