"""Writes what the genogram and the ecomap of a family of the demo are drawn from: who else belongs to it, and how."""

from datetime import date, timedelta
from typing import Any, Protocol

from camden.models import User
from cases.management.families.pictures import PICTURES
from cases.management.families.picturing import Between, Picture, Relative
from cases.models import (
    Case,
    CulturalNote,
    EmotionalTie,
    HealthMark,
    Household,
    HouseholdMembership,
    Member,
    NetworkTie,
    PastLoss,
    Relationship,
    TieSeen,
)
from cases.operations.families import add_member, relate
from cases.operations.snapshots import keep_snapshot
from cases.rules.genogram.drawing import Layers


class Teller(Protocol):
    """What this needs of whoever tells a family: the record, the people of the service, days and names."""

    case: Case
    on: date
    world: Any

    def ago(self, days: int) -> date:
        """That many days before the day it is shown on."""

    def one(self, given: str) -> Member:
        """Somebody of the family."""


def tell_picture(name: str, teller: Teller) -> None:
    """Everything the family told us of who belongs to it; nothing where there is none."""
    if name in PICTURES:
        _Picturing(PICTURES[name], teller).tell()


class _Picturing:
    """Holds the record and everybody in it by name, relatives too."""

    def __init__(self, picture: Picture, teller: Teller) -> None:
        self.picture, self.teller, self.case = picture, teller, teller.case
        self.known_on = max(teller.ago(20), teller.case.opened_on)
        people = teller.world.people
        lead = "Rosa Begum" if "Rosa Begum" in people else next(iter(people))
        self.by: User = people[lead]
        self.relatives = {each.given: self._relative(each) for each in picture.relatives}

    def tell(self) -> None:
        """Kinship first, then what is said of people who are there."""
        self._pairs()
        self._moves()
        EmotionalTie.objects.bulk_create([self._between(each) for each in self.picture.between])
        self._losses_and_health()
        self._around()
        self._kept()

    def one(self, given: str) -> Member:
        """Somebody of the family by their given name."""
        return self.relatives.get(given) or self.teller.one(given)

    def _relative(self, told: Relative) -> Member:
        facts: dict[str, Any] = {"sex": told.sex, "born_about": told.born}
        if told.expected_in is not None:
            facts = {"sex": "U", "expected_on": self.teller.on + timedelta(days=told.expected_in)}
        if told.died:
            facts |= {"has_died": True, "died_about": told.died.strip("?")}
        return add_member(
            case=self.case, kind=Member.Kind.ADULT, given_name=told.given, family_name=told.family, **facts
        )

    def _pairs(self) -> None:
        for pair in self.picture.pairs:
            days = {"started_about": pair.start, "ended_about": pair.end}
            if pair.couple_ended:
                days["ended_on"] = self.known_on
            for other in pair.others:
                self._said_better(pair.one, pair.kind, other)
                relate(
                    one=self.one(pair.one), other=self.one(other), kind=Relationship.Kind(pair.kind), **days,
                    couple=pair.couple, couple_ended=pair.couple_ended,
                )  # fmt: skip

    def _said_better(self, one: str, kind: str, other: str) -> None:
        """What the record said before of the same two, and says better now: husband, not partner; twin, not sister."""
        less = {"spouse": "partner", "twin": "sibling"}.get(kind)
        if less:
            two = {self.one(one).pk, self.one(other).pk}
            Relationship.objects.filter(case=self.case, kind=less, one__in=two, other__in=two).delete()

    def _moves(self) -> None:
        """Somebody who lived in a home and left it: the day before and the day after are two pictures."""
        for moved in self.picture.moved:
            HouseholdMembership.objects.create(
                case=self.case,
                household=Household.objects.get(case=self.case, name=moved.home),
                member=self.one(moved.who),
                started_on=None if moved.since is None else self.teller.ago(moved.since),
                ended_on=self.teller.ago(moved.until),
            )

    def _kept(self) -> None:
        """What was kept then holds what is known now of that day."""
        for kept in self.picture.kept:
            day = max(self.teller.ago(kept.days_ago), self.case.opened_on)
            home = Household.objects.get(case=self.case, name=kept.home) if kept.home else None
            keep_snapshot(
                case=self.case, pictured_on=day, kept_for="conference", by=self.by, on=day, title=kept.title,
                household=home, layers=Layers(households=True),
            )  # fmt: skip

    def _view(self, view: str) -> dict[str, Any]:
        people = self.teller.world.people
        return {"view_of_worker": people[view]} if view in people else {"view_of": self.one(view)}

    def _between(self, told: Between) -> EmotionalTie:
        seen_on = max(self.teller.ago(told.days_ago), self.case.opened_on)
        return EmotionalTie(
            case=self.case, one=self.one(told.one), other=self.one(told.other), kind=told.kind, words=told.words,
            seen_on=min(seen_on, self.teller.on), recorded_by=self.by, **self._view(told.view),
        )  # fmt: skip

    def _losses_and_health(self) -> None:
        PastLoss.objects.bulk_create(
            PastLoss(
                case=self.case, mother=self.one(lost.mother), other_parent=self.one(lost.other) if lost.other else None,
                kind=lost.kind, lost_about=lost.about, recorded_by=self.by, recorded_on=self.known_on,
            )
            for lost in self.picture.lost
        )  # fmt: skip
        HealthMark.objects.bulk_create(
            HealthMark(
                case=self.case, member=self.one(mark.who), kind=mark.kind, words=mark.words, started_about=mark.start,
                noted_by=self.by, noted_on=self.known_on,
            )
            for mark in self.picture.health
        )  # fmt: skip
        CulturalNote.objects.bulk_create(
            CulturalNote(
                case=self.case, member=self.one(note.who), kind=note.kind, words=note.words, about=note.about,
                is_declined=not note.words, told_by=self.one(note.who), noted_by=self.by, noted_on=self.known_on,
            )
            for note in self.picture.culture
        )  # fmt: skip

    def _around(self) -> None:
        ties = {(tie.member_id, tie.kind): tie for tie in NetworkTie.objects.filter(case=self.case, ended_on=None)}
        TieSeen.objects.bulk_create(
            TieSeen(
                case=self.case, tie=ties[self.one(seen.who).pk, seen.around], strength=seen.strength, flow=seen.flow,
                seen_on=self.known_on, recorded_by=self.by, **self._view(seen.view),
            )
            for seen in self.picture.seen
        )  # fmt: skip
