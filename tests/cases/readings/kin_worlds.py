"""Random records of people and how they are related, as nobody would write them and as everybody does."""

from datetime import date, timedelta
from random import Random
from typing import Any

from camden.models import User
from cases.models import (
    Case,
    EmotionalTie,
    HealthMark,
    Household,
    HouseholdMembership,
    Member,
    NetworkTie,
    PastLoss,
    Person,
    Relationship,
)
from cases.rules.picturing import COUPLE, COUPLE_ENDED, EMOTION, HEALTH_MARK, LOSS
from tests.factories.cases import CaseFactory

TODAY = date(2026, 11, 3)
KINDS = [kind.value for kind in Relationship.Kind]
BORN = {0: 1950, 1: 1982, 2: 2013}


class World:
    """One record. `mess` is how much of it contradicts itself, from 0 to 1."""

    def __init__(self, seed: int, worker: User, mess: float) -> None:
        self.chance, self.worker, self.mess = Random(seed), worker, mess
        self.case: Case = CaseFactory(opened_on=date(2026, 8, 20))
        self.rows: list[Relationship] = []
        self.said: set[tuple[int, int, str]] = set()
        self.old = [self.member(0) for _ in range(self.chance.randint(0, 4))]
        self.grown = [self.member(1) for _ in range(self.chance.randint(1, 6))]
        born = {"born_on": date(2015, 5, 17), "born_about": "", "expected_on": None, "loss": "", "died_on": None}
        first = self.member(2, kind=Member.Kind.CHILD, **born)
        self.young = [first] + [self.member(2) for _ in range(self.chance.randint(0, 5))]
        self.everybody = [*self.old, *self.grown, *self.young]
        for children, parents in ((self.young, self.grown), (self.grown, self.old)):
            self._descent(children, parents)
        self._lives()
        for _ in range(round(mess * 12)):
            one, other = self.chance.choice(self.everybody), self.chance.choice(self.everybody)
            self.related(one, self.chance.choice(KINDS), other)
        self.chance.shuffle(self.rows)
        Relationship.objects.bulk_create(self.rows)

    def member(self, level: int, **more: Any) -> Member:
        """Somebody, of whom a day, a year or nothing is known."""
        year = BORN[level] + self.chance.randint(-8, 9)
        facts: dict[str, Any] = {"sex": self.chance.choice("MFU"), "given_name": self.chance.choice(["Ana", "Bo", ""])}
        facts |= self.chance.choice(
            [{"born_on": date(year, 5, 17)}, {"born_about": f"{year}"}, {"born_about": f"{year}-04"}, {}]
        )
        if level == 2 and self.chance.random() < 0.15:
            facts = {"expected_on": TODAY + timedelta(days=self.chance.randint(-20, 200)), "sex": ""}
            facts |= self.chance.choice([{}, {}, {"loss": "miscarriage", "died_on": TODAY - timedelta(days=9)}])
        elif self.chance.random() < 0.15:
            facts |= self.chance.choice([{"has_died": True}, {"died_about": "2020", "has_died": True}])
        kind = Member.Kind.CHILD if level == 2 and self.chance.random() < 0.7 else Member.Kind.ADULT
        facts = {"kind": kind, "gender": self.chance.choice(["", "", "", "other"])} | facts | more
        return Member.objects.create(case=self.case, person=Person.objects.create(), family_name="Example", **facts)

    def related(self, one: Member, kind: str, other: Member, **more: Any) -> None:
        """How two are related, unless it is said already."""
        if one != other and (one.pk, other.pk, kind) not in self.said:
            self.said.add((one.pk, other.pk, kind))
            self.rows.append(Relationship(case=self.case, one=one, other=other, kind=kind, **more))

    def _descent(self, children: list[Member], parents: list[Member]) -> None:
        for child in children:
            for parent in self.chance.sample(parents, min(len(parents), self.chance.choice([0, 1, 2, 2, 2]))):
                kinds = {"F": ["mother"], "M": ["father"]}.get(parent.sex, ["parent"])
                later = ["adoptive-parent", "foster-carer", "special-guardian", "step-parent"]
                kind = self.chance.choice(kinds * 8 + later)
                self.related(parent, kind, child, **self._days(0.1))
        for _ in range(len(parents)):
            if len(parents) > 1 and self.chance.random() < 0.6:
                one, other = self.chance.sample(parents, 2)
                kind = self.chance.choice(["partner", "spouse", "ex-partner"])
                couple, ended = self.chance.choice(["", *COUPLE]), self.chance.choice(["", "", *COUPLE_ENDED])
                self.related(one, kind, other, couple=couple, couple_ended=ended, **self._days(0.3))
        kin = ["sibling", "sibling", "half-sibling", "twin", "identical-twin"]
        for _ in range(len(children)):
            if len(children) > 1 and self.chance.random() < 0.7:
                one, other = self.chance.sample(children, 2)
                self.related(one, self.chance.choice(kin), other)
            if parents and self.chance.random() < 0.2:
                kind = self.chance.choice(["grandparent", "aunt-or-uncle", "kin", "friend", "carer"])
                self.related(self.chance.choice(parents), kind, self.chance.choice(children))

    def _days(self, ended: float) -> dict[str, Any]:
        days = self.chance.choice([{}, {"started_about": "2010"}, {"started_on": date(2011, 2, 3)}])
        return days | ({"ended_on": date(2019, 1, 1)} if self.chance.random() < ended else {})

    def _lives(self) -> None:
        for at in range(self.chance.randint(0, 3)):
            home = Household.objects.create(case=self.case, name=f"Home {at}")
            for who in self.chance.sample(self.everybody, self.chance.randint(1, min(5, len(self.everybody)))):
                started = self.chance.choice([None, date(2020, 1, 1)])
                HouseholdMembership.objects.create(case=self.case, household=home, member=who, started_on=started)
        for _ in range(self.chance.randint(0, 3)):
            one, other = self.chance.choice(self.everybody), self.chance.choice(self.everybody)
            if one != other:
                self.feels(one, other, self.chance.choice(list(EMOTION)), view_of=one)

    def feels(self, one: Member, other: Member, kind: str, **view: Any) -> None:
        """What is between two, in somebody's view."""
        EmotionalTie.objects.create(
            case=self.case, one=one, other=other, kind=kind, seen_on=TODAY, recorded_by=self.worker, **view
        )

    def shuffled(self) -> None:
        """The same said again in another order, so that every row has another key."""
        rows = list(Relationship.objects.filter(case=self.case))
        Relationship.objects.filter(case=self.case).delete()
        self.chance.shuffle(rows)
        for row in rows:
            row.pk = None
        Relationship.objects.bulk_create(rows)

    # ----- what the family may not know

    def keep_secrets(self) -> None:
        """A paternity, a child who was given up, losses, illness, hypotheses: all kept, or never shown."""
        secret = {"is_kept_from_family": True}
        child, mother = self.chance.choice(self.young), self.chance.choice(self.grown)
        father, grand = self.member(1, born_on=None, sex="M"), self.member(0, born_on=None, sex="F")
        away = self.member(2, kind=Member.Kind.CHILD, expected_on=None, sex="F", loss="", died_on=None)
        Relationship.objects.bulk_create(
            Relationship(case=self.case, one=one, other=other, kind=kind, **(secret if is_kept else {}))
            for one, kind, other, is_kept in (
                (father, "father", child, True),
                (father, "ex-partner", mother, True),
                (grand, "mother", father, False),
                (grand, "grandparent", child, False),
                (mother, "mother", away, True),
                (father, "father", away, True),
            )
        )
        home = Household.objects.create(case=self.case, name="Where she was")
        HouseholdMembership.objects.create(case=self.case, household=home, member=away, started_on=date(2020, 1, 1))
        self.feels(mother, away, "very_close", view_of=mother)
        self.feels(mother, child, "hostile", view_of_worker=self.worker)
        for kind in LOSS:
            PastLoss.objects.create(
                case=self.case, mother=mother, other_parent=self.chance.choice([None, father]), kind=kind,
                recorded_by=self.worker, recorded_on=TODAY,
            )  # fmt: skip
        for kind in HEALTH_MARK:
            HealthMark.objects.create(case=self.case, member=mother, kind=kind, noted_by=self.worker, noted_on=TODAY)
        NetworkTie.objects.create(case=self.case, member=mother, kind="substance", organisation="A service", **secret)
