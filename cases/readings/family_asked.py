"""What is asked of the database to know a family: one statement, put together once for each day and audience."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from camden.models.once import Statement, later, statement
from cases.models import (
    Alias,
    BriefPart,
    Case,
    ContactPoint,
    Document,
    Episode,
    Household,
    HouseholdMembership,
    Member,
    Milestone,
    NetworkTie,
    Presence,
    Quote,
    Relationship,
)
from cases.readings.audience import shown_to
from cases.readings.documents import agreed_to
from cases.readings.drift_facts import facts_of
from cases.readings.planned_meetings import asked_of
from cases.rules.audience import Audience
from cases.rules.standing_out import ASKED

MOST_FACTS = 60  # dated facts looked at for what stands out now


@lru_cache(maxsize=64)
def statement_of(audience: Audience, on: date, with_drift: bool) -> Statement:
    """For every family of that day; what stands still is counted from the day in too many ways to fill it in later."""
    here = Case.objects.filter(pk=later("case", BigIntegerField()))  # nosemgrep: record-not-asked-for-a-person
    more = [facts_of(on, with_words=False)] if with_drift else []
    return statement(here.values_list(_asked(audience, on), *more))


def _asked(audience: Audience, on: date) -> JSONObject:
    def of_record(rows: Any, *order: str, **fields: Any) -> ArraySubquery:
        rows = rows.filter(case=OuterRef("pk"))
        return ArraySubquery(rows.order_by(*order, "pk").values(row=JSONObject(**fields)))

    present = {"ended_on": None}
    of_member = {"member": "member_id"}
    meetings, conferences = asked_of(Q(case=OuterRef("pk")), on)
    return JSONObject(
        people=of_record(Member.objects.filter(merged_into=None), "born_on", **_PERSON, spoken_on=_spoken()),
        ties=of_record(shown_to(audience, Relationship.objects.filter(**present)), one="one_id", other="other_id",
                       kind="kind", couple="couple"),
        all_ties=of_record(Relationship.objects.filter(**present), one="one_id", other="other_id", kind="kind",
                           couple="couple"),
        stays=of_record(HouseholdMembership.objects.filter(**present), **of_member, home="household_id"),
        homes=of_record(Household.objects.order_by(), pk="pk", name="name", address="address", safe="is_safe_to_share"),
        parts=of_record(shown_to(audience, BriefPart.objects.filter(**present)), pk="pk", kind="kind", words="words",
                        told_by="told_by_id", written_on="written_on", writer="written_by__name"),
        episodes=ArraySubquery(
            Episode.objects.filter(case=OuterRef("pk")).order_by("referred_on", "pk")
            .values(row=JSONObject(child="child_id", **EPISODE))
        ),
        meetings=ArraySubquery(meetings),
        conferences=ArraySubquery(conferences),
        written=ArraySubquery(BriefPart.objects.filter(case=OuterRef("pk"), **present).values("kind")),
        reaches=of_record(shown_to(audience, ContactPoint.objects.filter(**present)), **of_member, by="kind",
                          value="value", is_safe="is_safe", remark="remark"),
        around=of_record(shown_to(audience, NetworkTie.objects.filter(**present)), **of_member, kind="kind",
                         organisation="organisation", person="contact_name", phone="phone", remark="remark",
                         since="started_on"),
        aliases=of_record(shown_to(audience, Alias.objects.filter(kind="known-as")), **of_member, given="given_name",
                          family="family_name"),
        quotes=of_record(shown_to(audience, Quote.objects.filter(headed_on__isnull=False, struck_on=None)),
                         speaker="speaker_id", words="words", said_on="said_on"),
        portraits=of_record(
            agreed_to(shown_to(audience, Document.objects.filter(portrait_of__isnull=False, struck_on=None)), on),
            pk="pk", member="portrait_of_id",
        ),
        facts=ArraySubquery(
            Milestone.objects.filter(case=OuterRef("pk"), kind__in=ASKED, struck_on=None)
            .order_by("-happened_on", "-happened_at", "-pk")
            .values(row=JSONObject(child="child_id", kind="kind", on="happened_on"))[:MOST_FACTS]
        ),
    )  # fmt: skip


_PERSON = {
    name: name
    for name in ("pk", "kind", "given_name", "family_name", "la_child_id", "born_on", "expected_on", "died_on",
                 "died_about", "has_died", "loss", "language", "interpreter", "communication")
}  # fmt: skip

EPISODE = {name: name for name in ("pk", "referred_on", "no_further_action", "closed_on", "closure_reason")}


def _spoken() -> Subquery:
    """When we last spoke with somebody. What was taken back does not count, nor a message nobody may have read."""
    stands = Q(visit=None) | Q(visit__struck_on=None, visit__missed_why="")
    noted = Q(note=None) | (Q(note__struck_on=None) & ~Q(note__kind="message"))
    heard = Presence.objects.filter(stands, noted, member=OuterRef("pk"))
    return Subquery(heard.order_by("-happened_on").values("happened_on")[:1])
