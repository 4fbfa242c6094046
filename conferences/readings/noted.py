"""A meeting and a review as they were noted, for the forms that write them."""

from datetime import date

from conferences.models import FamilyConference, FamilyMeeting, Invitee, PlanReview


def invited_of(conference: FamilyConference) -> list[Invitee]:
    """Whoever is invited, in the order they were written down. One query."""
    return list(Invitee.objects.filter(conference=conference).exclude(way="not-invited").order_by("pk"))


def last_meeting(conference: FamilyConference) -> FamilyMeeting | None:
    """The last time the family met. One query."""
    return FamilyMeeting.objects.filter(conference=conference).order_by("-held_on").first()


def review_on(conference: FamilyConference, on: date) -> PlanReview | None:
    """The review of a day, if it was noted. One query."""
    return PlanReview.objects.filter(conference=conference, held_on=on).first()
