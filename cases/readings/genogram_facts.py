"""What a genogram and an ecomap are drawn from: the facts of a record, as one audience may know them on a day.

One question to the database. Ids: `m12` a member, `l3` a past loss, `x-…` a parent who is not known, `u…` a union,
`h4` a household, `n7` somebody around them, `w2` a colleague. What the facts become: ADR 0017.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from cases.models import (
    Case,
    EmotionalTie,
    HealthMark,
    HouseholdMembership,
    Involvement,
    Member,
    Milestone,
    NetworkTie,
    PastLoss,
    Relationship,
    TieSeen,
)
from cases.readings.audience import shown_to
from cases.rules.audience import STAFF, Audience
from cases.rules.genogram.couples import Pair
from cases.rules.genogram.days import has_come, is_over, is_there, told_on
from cases.rules.genogram.family import (
    CURRENT,
    FEMALE,
    LOST_BEFORE_BIRTH,
    MALE,
    OTHER,
    UNASKED,
    UNKNOWN,
    Agency,
    Family,
    Feeling,
    Home,
    Person,
    Professional,
    Tie,
)
from cases.rules.genogram.keeping import known_to
from cases.rules.genogram.pairs import tied
from cases.rules.genogram.sharing import Chosen, shared_with_family
from cases.rules.genogram.telling import ONE_WAY
from cases.rules.picturing import HEALTH_MARK
from cases.rules.standing_out import ASKED, Noted, standing_out

Row = Mapping[str, Any]
SEXES = {"F": FEMALE, "M": MALE}
GENDERS = {"female": FEMALE, "male": MALE, "other": OTHER}
PLACES = "kind", "organisation", "contact_name"
"""In which order places around a family are read: the first of one name is drawn for all."""
SOME_HOME = "Home"
"""What the family's own picture calls a home whose place is not to be told."""


def member_key(key: str) -> int | None:
    """The key of the member an id of a picture stands for; nothing for a loss, somebody not known or a home."""
    return int(key[1:]) if key[:1] == "m" and key[1:].isdecimal() else None


def facts_of(case: Case, on: date, audience: Audience = STAFF, chosen: Chosen | None = None) -> Family:
    """What one audience may know of a family on a day, ready to be drawn.

    For anybody but people who work here it is the family version: what they may not know is left out before anything
    is made of the facts, but for what was `chosen` for one showing. One query.
    """
    return facts_on_days(case, (on,), audience, chosen)[0]


def facts_on_days(
    case: Case, days: Sequence[date], audience: Audience = STAFF, chosen: Chosen | None = None
) -> list[Family]:
    """The same for each of some days. One query for all of them."""
    asked: Any = Case.objects.filter(pk=case.pk)  # nosemgrep: record-not-asked-for-a-person - whoever calls has it
    told = asked.values_list(*(_asked(audience, on) for on in days)).get()
    return [_told(case, rows, on, audience, chosen or Chosen()) for rows, on in zip(told, days, strict=True)]


def _told(case: Case, rows: Mapping[str, list[Row]], on: date, audience: Audience, chosen: Chosen) -> Family:
    every_choice = Chosen(marks=True, losses=True, affairs=True, ideas=True)
    family = _Facts(rows, on, max(on, case.opened_on), audience, every_choice if audience.is_staff else chosen).family()
    return told_on(family if audience.is_staff else shared_with_family(family, chosen), on)


# ----- what is asked of the database


def _asked(audience: Audience, on: date) -> JSONObject:
    def of_record(rows: Any, *order: str, **fields: Any) -> ArraySubquery:
        rows = rows.filter(case=OuterRef("pk"))
        return ArraySubquery(rows.order_by(*order, "pk").values(row=JSONObject(**fields)))

    said = {"was_mistake": False}
    two = {"one": "one_id", "other": "other_id", "kind": "kind"}
    seen = {"struck_on": None, "seen_on__lte": on}
    theirs = {} if audience.is_staff else {"view_of_worker": None}  # what we think a tie is worth is an idea of ours
    view = {"view": "view_of_id", "worker": "view_of_worker__name", "on": "seen_on"}
    return JSONObject(
        people=of_record(Member.objects.order_by(), **_PERSON),
        pairs=of_record(shown_to(audience, Relationship.objects.filter(**said)), **two, **_DAYS, couple="couple",
                        couple_ended="couple_ended", blood="is_of_one_blood", start_about="started_about",
                        end_about="ended_about", pr="parental_responsibility", pr_from="responsible_from_on",
                        pr_until="responsible_until_on"),
        every=of_record(Relationship.objects.filter(**said), **two, couple="couple"),
        stays=of_record(HouseholdMembership.objects.order_by(), home="household_id", who="member_id", **_DAYS,
                        name="household__name", safe="household__is_safe_to_share"),
        feelings=of_record(shown_to(audience, EmotionalTie.objects.filter(**seen)), "seen_on", **two, **view),
        around=of_record(shown_to(audience, NetworkTie.objects.order_by()), *PLACES, pk="pk", to="member_id",
                         kind="kind", organisation="organisation", person="contact_name", **_DAYS),
        strengths=of_record(shown_to(audience, TieSeen.objects.filter(**seen, **theirs)), "seen_on", tie="tie_id",
                            kind="strength", flow="flow", view="view_of_id"),
        losses=of_record(shown_to(audience, PastLoss.objects.filter(struck_on=None)), pk="pk", mother="mother_id",
                         other="other_parent_id", kind="kind", name="name", about="lost_about"),
        marks=of_record(shown_to(audience, HealthMark.objects.filter(struck_on=None)), who="member_id", kind="kind",
                        start="started_about", end="ended_on"),
        noted=of_record(Milestone.objects.filter(kind__in=ASKED, struck_on=None, happened_on__lte=on), "-happened_on",
                        "-happened_at", "-pk", who="child_id", kind="kind", on="happened_on"),
        workers=of_record(Involvement.objects.filter(started_on__lte=on), child="child_id", worker="worker_id",
                          name="worker__name", role="role", end="ended_on"),
    )  # fmt: skip


_DAYS = {"start": "started_on", "end": "ended_on"}
_PERSON = {
    name: name
    for name in ("pk", "kind", "given_name", "family_name", "la_child_id", "born_on", "expected_on", "died_on", "sex",
                 "gender", "gender_words", "born_about", "died_about", "has_died", "loss")
}  # fmt: skip


# ----- what it becomes


@dataclass
class _Facts:
    """The rows of a record, as one audience may know them, on their way to a family."""

    rows: Mapping[str, list[Row]]
    on: date
    known_on: date
    """The day the facts are told of; not before the record was opened, since which undated facts are known."""
    audience: Audience
    chosen: Chosen

    def family(self) -> Family:
        people = {person.id: person for row in self.rows["people"] if (person := self._person(row))}
        pairs = [*map(_pair, self.rows["pairs"])]
        for row in self.rows["losses"] if self.chosen.losses else ():
            people |= {loss.id: loss for loss in [_loss(row)]}
            pairs += _parents_of_loss(row)
        homes = self._homes(people)
        if not self.audience.is_staff:
            index = [who.id for who in people.values() if who.is_index]
            lived = {home.id: home.members for home in homes}
            known = known_to(
                index, [p for p in pairs if {p.one, p.other} <= people.keys()], [*map(_pair, self.rows["every"])],
                lived, self.chosen.affairs,
            )  # fmt: skip
            pairs, people = [*known.pairs], {who: each for who, each in people.items() if who in known.people}
        people = self._there(people, pairs)
        kin = tied(people.values(), pairs, self.on, with_unknown=self.audience.is_staff)
        return self._with_the_rest(
            Family(self.known_on, kin.persons, kin.unions, kin.parentage, kin.multiples, links=kin.links), homes
        )

    def _with_the_rest(self, family: Family, homes: Iterable[Home]) -> Family:
        here = family.by_id()
        agencies, ties = self._around(here)
        return replace(
            family,
            homes=tuple(left for home in homes if (left := _only(home, here)).members),
            feelings=tuple(self._feelings(here)),
            agencies=agencies,
            ties=ties,
            professionals=tuple(self._professionals(here)),
            responsible=tuple(sorted(self._responsible(here))),
        )

    # ----- people

    def _person(self, row: Row) -> Person | None:
        """Somebody, unless they are a loss that is not shown."""
        is_child = row["kind"] == Member.Kind.CHILD
        born = row["born_on"] or row["expected_on"] or row["born_about"]
        name = f"{row['given_name']} {row['family_name']}".strip() or row["la_child_id"]
        died, who = row["died_on"] or row["died_about"], f"m{row['pk']}"
        is_expected = bool(row["expected_on"]) and not row["born_on"]
        loss = row["loss"] or (LOST_BEFORE_BIRTH if is_expected and (died or row["has_died"]) else "")
        if loss and not self.chosen.losses:
            return None  # on no day: a pregnancy of an earlier one would tell that it ended
        if loss and has_come(died, self.on):
            return _lost(who, name, died or born, loss, is_child)
        if is_expected:
            return Person(who, name, birth=born, pregnancy=CURRENT, is_index=is_child)
        return Person(
            who,
            name,
            GENDERS.get(row["gender"]) or SEXES.get(row["sex"], UNKNOWN),
            born,
            died if has_come(died, self.on) else "",
            is_index=is_child,
            marks=self._marks(row["pk"]) if self.chosen.marks else (),
            has_died=row["has_died"] and not died,
            says=row["gender_words"] if self.audience.is_staff else "",
        )

    def _marks(self, member: int) -> tuple[str, ...]:
        noted = [
            Noted(row["kind"], date.fromisoformat(row["on"])) for row in self.rows["noted"] if row["who"] == member
        ]
        found = {
            row["kind"]
            for row in self.rows["marks"]
            if row["who"] == member and has_come(row["start"], self.on) and not is_over(row["end"] or "", self.on)
        }
        risk = ["risk"] if self.audience.is_staff and standing_out(noted) else []
        return (*(kind for kind in HEALTH_MARK if kind in found), *risk)

    def _there(self, people: Mapping[str, Person], pairs: Iterable[Pair]) -> dict[str, Person]:
        """Those who were there on the day: born or expected, and not come into the family later."""
        first: dict[str, bool] = {}
        for pair in pairs:
            for who in (pair.one, pair.other):
                first[who] = first.get(who, False) or has_come(pair.start, self.on)
        return {
            who: each
            for who, each in people.items()
            if is_there(each, self.on) and (each.is_index or first.get(who, True))
        }

    # ----- what is around kinship

    def _homes(self, people: Mapping[str, Person]) -> list[Home]:
        """Who lives where on the day; a stay without a first day is known since the record was opened."""
        found: dict[str, Home] = {}
        for row in self.rows["stays"]:
            start, end, who = row["start"] or "", row["end"] or "", f"m{row['who']}"
            if who not in people or not has_come(start, self.on) or is_over(end, self.on):
                continue
            if not start and self.on < self.known_on:
                continue
            label = row["name"] if row["safe"] or self.audience.is_staff else SOME_HOME
            home = found.setdefault(f"h{row['home']}", Home(f"h{row['home']}", label, ()))
            if who not in home.members:
                found[home.id] = replace(home, members=(*home.members, who), stays=(*home.stays, (who, start, end)))
        return list(found.values())

    def _feelings(self, people: Mapping[str, Person]) -> Iterable[Feeling]:
        """The newest view of each person about each two."""
        newest: dict[tuple[frozenset[int], int | None, str | None], Row] = {}
        for row in self.rows["feelings"]:
            if not self.chosen.ideas and row["kind"] in ONE_WAY:
                continue  # not theirs to see: it takes no place of what they saw before
            newest[frozenset((row["one"], row["other"])), row["view"], row["worker"]] = row
        for row in newest.values():
            one, other = f"m{row['one']}", f"m{row['other']}"
            if row["kind"] != "none" and one in people and other in people:
                view = f"m{row['view']}" if row["view"] else row["worker"]
                yield Feeling(one, other, row["kind"], view=view, seen_on=row["on"])

    def _around(self, people: Mapping[str, Person]) -> tuple[tuple[Agency, ...], tuple[Tie, ...]]:
        """Who and what is around them; a school of two children is one school."""
        strengths = {
            row["tie"]: row for row in self.rows["strengths"] if self.audience.is_staff or f"m{row['view']}" in people
        }
        agencies: dict[tuple[str, str], Agency] = {}
        ties = []
        for row in self.rows["around"]:
            start, to = row["start"] or "", f"m{row['to']}"
            is_now = has_come(start, self.on) and not is_over(row["end"] or "", self.on)
            if to in people and is_now and (start or self.on >= self.known_on):
                called = (row["organisation"] or row["person"]).strip()
                place = Agency(f"n{row['pk']}", called, kind=row["kind"])
                agency = agencies.setdefault((row["kind"], called.casefold()), place)
                seen = strengths.get(row["pk"], {"kind": UNASKED, "flow": "none"})
                ties.append(Tie(agency.id, to, seen["kind"], seen["flow"]))
        return tuple(agencies.values()), tuple(dict.fromkeys(ties))

    def _professionals(self, people: Mapping[str, Person]) -> Iterable[Professional]:
        """Who works with which children, by what they do."""
        roles = dict(Involvement.Role.choices)
        found: dict[tuple[int, str, str], list[str]] = {}
        for row in self.rows["workers"]:
            child = f"m{row['child']}"
            if child in people and not is_over(row["end"] or "", self.on):
                found.setdefault((row["worker"], row["name"], row["role"]), []).append(child)
        for (worker, name, role), children in found.items():
            yield Professional(f"w{worker}", name, roles[role], tuple(dict.fromkeys(children)))

    def _responsible(self, people: Mapping[str, Person]) -> set[tuple[str, str]]:
        return {
            (f"m{row['one']}", f"m{row['other']}")
            for row in self.rows["pairs"]
            if row["pr"] and {f"m{row['one']}", f"m{row['other']}"} <= people.keys()
            and has_come(row["pr_from"] or "", self.on) and not is_over(row["pr_until"] or row["end"] or "", self.on)
        }  # fmt: skip


def _pair(row: Row) -> Pair:
    return Pair(
        f"m{row['one']}", f"m{row['other']}", row["kind"], row.get("couple", ""), row.get("couple_ended", ""),
        row.get("start") or row.get("start_about", ""), row.get("end_about") or row.get("end") or "",
        bool(row.get("blood")),
    )  # fmt: skip


def _lost(who: str, name: str, day: str, kind: str, is_index: bool = False) -> Person:
    if kind == "stillbirth":
        return Person(who, name, birth=day, death=day, is_stillborn=True, has_died=True, is_index=is_index)
    return Person(who, name, birth=day, pregnancy=kind, is_index=is_index)


def _loss(row: Row) -> Person:
    return _lost(f"l{row['pk']}", row["name"], row["about"], row["kind"])


def _parents_of_loss(row: Row) -> list[Pair]:
    found = [Pair(f"m{row['mother']}", f"l{row['pk']}", "mother")]
    return found + ([Pair(f"m{row['other']}", f"l{row['pk']}", "parent")] if row["other"] else [])


def _only(home: Home, here: Mapping[str, Person]) -> Home:
    return replace(
        home,
        members=tuple(who for who in home.members if who in here),
        stays=tuple(stay for stay in home.stays if stay[0] in here),
    )
