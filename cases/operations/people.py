"""Verbs about the people of a record: somebody new, what is known of them, a birth, a loss."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from camden.rules.names import day_in_words
from cases.models import Case, ChronologyEntry, Member, Person, Relationship
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.families import add_member, relate
from cases.operations.protecting import in_turn
from cases.operations.refusing import Refusal
from cases.readings.offers import Kin
from cases.rules.audience import Marks
from cases.rules.codesets import DISABILITY
from cases.rules.kinship_words import what_one_is, what_other_is
from cases.rules.visits import in_a_row

_NO_MARKS = Marks()
_BORN, _DIED = ("born_on", "expected_on", "born_about"), ("died_on", "died_about")
_MOVES_CLOCKS = {"born_on", "expected_on", "died_on", "kind"}


class NotKnownSo(Refusal):
    """What was said of somebody cannot be so. Says why, and about which answer."""


@transaction.atomic
def add_person(
    *,
    case: Case,
    by: User,
    on: date,
    kind: Member.Kind,
    kin: Sequence[Kin] = (),
    marks: Marks = _NO_MARKS,
    person: Person | None = None,
    **facts: Any,
) -> Member:
    """Somebody new in a record, and how they are related to people of it. `facts` are fields of Member.

    `marks` say from whom the relationships are kept, and with them the entry on the timeline. Raises NotKnownSo.
    """
    member = add_member(case=case, kind=kind, person=person, **sound(None, facts, on))
    related = [_tie(member, each, marks) for each in kin]
    about = [each.other for each in kin if each.other.kind == Member.Kind.CHILD]
    if kind == Member.Kind.CHILD:
        about.append(member)
    say(member, f"{member.name} is now in the record{as_whom(member, kin)}", on=on, by=by, children=about, marks=marks)
    if related:
        record(action="said how somebody new is related", subject=member, case_id=case.pk)
    if kind == Member.Kind.CHILD:
        keep_clocks(case=case)
    return member


@transaction.atomic
def change_member(*, member: Member, version: int | None, by: User, on: date, **facts: Any) -> Member:
    """Correct or complete what is known of somebody. `facts` are fields of Member; `on` is today.

    A death that becomes known goes on the timeline, on its day. Raises NotKnownSo, or Overtaken when somebody else was
    first.
    """
    changed = {name: value for name, value in facts.items() if getattr(member, name) != value}
    now: Member = change(member, version=version, **sound(member, facts, on))
    if "died_on" in changed and now.died_on:
        say(now, f"{now.first_name} died", on=now.died_on, by=by)
    record(action="changed what is known of somebody", subject=now, case_id=now.case_id)
    if _MOVES_CLOCKS & changed.keys() and Member.Kind.CHILD in (now.kind, member.kind):
        keep_clocks(case=now.case)
    return now


@transaction.atomic
def record_birth(*, member: Member, by: User, on: date, born_on: date, sex: str = "", **names: str) -> Member:
    """A child who was expected is born. The expected day stays in the history and in the words on the timeline.

    `names` are given_name and family_name; an empty one leaves what the child was called before. Clocks
    that ran before the birth run on. Visits before it stay what they were, and nobody saw the child in them.
    Raises NotKnownSo.
    """
    now = _expected(member)
    if born_on > on:
        raise NotKnownSo("Record the birth once the child is born.", "born_on")
    was = now.expected_on
    facts: dict[str, Any] = {"born_on": born_on, "expected_on": None, "sex": sex}
    facts |= {name: value for name, value in names.items() if value}
    born: Member = change(now, version=now.version, **facts)
    expected = f", expected {day_in_words(was)}" if was and was != born_on else ""
    say(born, f"{born.first_name} was born{expected}", on=born_on, by=by)
    record(action="recorded a birth", subject=born, case_id=born.case_id)
    keep_clocks(case=born.case)
    return born


@transaction.atomic
def record_loss(*, member: Member, by: User, on: date, lost_on: date, loss: str, marks: Marks = _NO_MARKS) -> Member:
    """A child who was expected was stillborn, or the pregnancy was lost or ended. The expected day is kept (REFERENCE
    1.0). `loss` is of picturing.LOSS; the timeline says of two of them no more than that the pregnancy was lost.

    Whoever writes it says with `marks` who of the family must not learn of it from us. Raises NotKnownSo.
    """
    now = _expected(member)
    if lost_on > on:
        raise NotKnownSo("Enter a day that has passed.", "lost_on")
    lost: Member = change(now, version=now.version, died_on=lost_on, loss=loss)
    words = f"{lost.first_name} was stillborn" if loss == "stillbirth" else "The pregnancy was lost"
    say(lost, words, on=lost_on, by=by, marks=marks)
    record(action="recorded a loss before birth", subject=lost, case_id=lost.case_id)
    keep_clocks(case=lost.case)
    return lost


def say(
    member: Member,
    summary: str,
    *,
    on: date,
    by: User,
    children: Sequence[Member] | None = None,
    marks: Marks = _NO_MARKS,
) -> ChronologyEntry:
    """One line on the timeline about somebody; of `children`, or of themselves if they are a child of the record."""
    if children is None:
        children = [member] if member.kind == Member.Kind.CHILD else []
    return note(
        case=member.case,
        on=on,
        kind=ChronologyEntry.Kind.PEOPLE,
        summary=summary,
        children=list(dict.fromkeys(children)),
        subject_id=member.pk,
        by=by,
        marks=marks,
    )


def _expected(member: Member) -> Member:
    in_turn([member])
    now = Member.objects.get(pk=member.pk)
    if now.expected_on is None or now.died_on:
        raise NotKnownSo(f"{now.first_name} is not expected any more: somebody has recorded it already.")
    now.case = member.case
    return now


def _tie(member: Member, kin: Kin, marks: Marks) -> Relationship:
    one, other = (kin.other, member) if kin.other_way else (member, kin.other)
    return relate(one=one, other=other, kind=Relationship.Kind(kin.kind), marks=marks)


def as_whom(member: Member, kin: Sequence[Kin]) -> str:
    """“: mother of Anisa and Imran”; nothing for somebody who is related to nobody yet."""
    said: dict[str, list[str]] = {}
    for each in kin:
        what = what_other_is if each.other_way else what_one_is
        said.setdefault(what(each.kind, member.sex), []).append(each.other.first_name)
    return ": " + "; ".join(f"{what} of {in_a_row(names)}" for what, names in said.items()) if said else ""


def sound(member: Member | None, facts: dict[str, Any], on: date) -> dict[str, Any]:
    """The same facts, if they can be so together with what is known. Raises NotKnownSo."""
    born_on, expected_on, died_on = (
        facts.get(name, getattr(member, name, None)) for name in ("born_on", "expected_on", "died_on")
    )
    if born_on and expected_on:
        raise NotKnownSo("Somebody is born or expected, never both.", "expected_on")
    if born_on and born_on > on:
        raise NotKnownSo("A birth cannot be after today. For a child who is not born yet, enter when.", "born_on")
    if died_on and died_on > on:
        raise NotKnownSo("A death cannot be after today.", "died_on")
    if died_on and born_on and died_on < born_on:
        raise NotKnownSo(f"A death cannot be before the birth on {day_in_words(born_on)}.", "died_on")
    if expected_on and facts.get("sex", getattr(member, "sex", "")) in ("M", "F"):
        raise NotKnownSo("The sex of a child who is not born yet is recorded after the birth.", "sex")
    return facts | _days_before_guesses(member, facts) | _disabilities(facts)


def _disabilities(facts: dict[str, Any]) -> dict[str, Any]:
    """Each once, in the order of the census, and none beside "no disability" (rules 8790 and 8794)."""
    if "disabilities" not in facts:
        return {}
    said = [code for code in DISABILITY if code in facts["disabilities"]]
    if "NONE" in said and len(said) > 1:
        raise NotKnownSo("Choose what it is, or “No disability”: not both.", "disabilities")
    return {"disabilities": said}


def _days_before_guesses(member: Member | None, facts: dict[str, Any]) -> dict[str, Any]:
    """Where a day is known, the year or month that somebody guessed before goes."""
    now = {name: facts.get(name, getattr(member, name, "")) for name in (*_BORN, *_DIED)}
    told: dict[str, Any] = {}
    if now["born_about"] and (now["born_on"] or now["expected_on"]):
        told["born_about"] = ""
    if now["died_about"] and now["died_on"]:
        told["died_about"] = ""
    if now["died_on"] or now["died_about"]:
        told["has_died"] = True
    return told if member is None else {name: said for name, said in told.items() if getattr(member, name) != said}
