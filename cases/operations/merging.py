"""Verbs about one human being who was written down twice: in one record, or known in two."""

import json
from datetime import date
from typing import Any

from django.db import DatabaseError, connection, transaction

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from cases.models import Member, MemberMerge
from cases.operations.clocks import keep_clocks
from cases.operations.people import say
from cases.operations.refusing import Refusal, in_words

CHOSEN = (
    "given_name",
    "family_name",
    "la_child_id",
    "born_on",
    "expected_on",
    "died_on",
    "sex",
    "ethnicity",
    "disabilities",
    "language",
    "interpreter",
    "communication",
)
"""Facts of which one is chosen when two members become one."""

_OPEN = (
    "Both have an open {}. End one of them first: which of the two goes on is a decision, and not a matter of names."
)
_SENTENCES = {
    "episodes_of_a_child_do_not_overlap": (_OPEN.format("referral"), ""),
    "plans_of_a_child_do_not_overlap": (_OPEN.format("plan"), ""),
    "enquiries_of_a_child_do_not_overlap": (_OPEN.format("enquiry"), ""),
    "assessments_of_a_child_do_not_overlap": (_OPEN.format("assessment"), ""),
    "one_open_episode_for_each_child": (_OPEN.format("referral"), ""),
    "one_open_plan_for_each_child": (_OPEN.format("plan"), ""),
    "one_open_enquiry_for_each_child": (_OPEN.format("enquiry"), ""),
    "one_open_assessment_for_each_child": (_OPEN.format("assessment"), ""),
}


class NotMerged(Refusal):
    """Two members cannot become one, or one cannot become two again. Says why."""


@transaction.atomic
def merge(*, kept: Member, merged: Member, by: User, on: date, facts: dict[str, Any]) -> MemberMerge:
    """Two members of one record are the same human being: what hung on the one hangs on the other.

    `facts` are those of `merged` that shall stand for both, by the names of CHOSEN; the others stay as `kept` has them.
    What both have of one thing (one visit) stays with `merged` and is asked for no more; what lasts there, ends.
    Raises NotMerged, and Overtaken when somebody changed the one who stays.
    """
    if kept.pk == merged.pk or kept.case_id != merged.case_id:
        raise NotMerged("Choose two people of this record.")
    if merged.kind == Member.Kind.CHILD and kept.kind != Member.Kind.CHILD:
        raise NotMerged("Keep the child: a child of the record cannot become somebody in its life.")
    new = {name: value for name, value in facts.items() if name in CHOSEN and getattr(kept, name) != value}
    _check_days(kept, new)
    before = {name: [_plain(getattr(kept, name)), _plain(value)] for name, value in new.items()}
    with in_words(NotMerged, _SENTENCES):
        found = MemberMerge.objects.get(pk=_call("merge_members", kept.pk, merged.pk, on, json.dumps(before)))
    if new:
        now = Member.objects.get(pk=kept.pk)
        change(now, version=now.version, **new)
    children = [kept] if kept.kind == Member.Kind.CHILD else []
    words = f"{merged.name} and {kept.name} are the same person: one of the two stays in the record"
    say(kept, words, on=on, by=by, children=children)
    record(action="merged two members", subject=found, case_id=kept.case_id)
    keep_clocks(case=kept.case)
    return found


@transaction.atomic
def undo_merge(*, merge: MemberMerge, by: User, on: date) -> None:
    """They were two after all: everything that moved goes back. What was written since stays with the one who stayed.

    A fact that was chosen goes back too, unless somebody has changed it since. Raises NotMerged.
    """
    _call("unmerge_members", merge.pk, on)
    kept = Member.objects.get(pk=merge.kept_id)
    kept.case = merge.case
    was = {
        name: _typed(name, old)
        for name, (old, new) in merge.moved.get("facts", {}).items()
        if _plain(getattr(kept, name)) == new
    }
    if was:
        change(kept, version=kept.version, **was)
    merged = Member.objects.get(pk=merge.merged_id)
    children = [each for each in (kept, merged) if each.kind == Member.Kind.CHILD]
    words = f"{merged.name} and {kept.name} are two people after all: both are in the record again"
    say(kept, words, on=on, by=by, children=children)
    record(action="took a merge apart", subject=merge, case_id=merge.case_id)
    keep_clocks(case=merge.case)


@transaction.atomic
def tie(*, member: Member, other: int, case: int) -> None:
    """Somebody of one record is the same human being as `other`, a member of the record `case`. Both stay as they are.

    Raises NotMerged when either is not this person's to see.
    """
    _call("tie_people", member.pk, other)
    for record_id in (member.case_id, case):
        record(action="said that two records know one human being", subject=member, case_id=record_id)


@transaction.atomic
def untie(*, member: Member) -> None:
    """Somebody is not the same human being as anybody in another record. Raises NotMerged."""
    _call("untie_person", member.pk)
    record(action="said that two records do not know one human being", subject=member, case_id=member.case_id)


def _call(function: str, *said: Any) -> Any:
    """One of the functions of cases/wall_merging.sql."""
    marks = ", ".join(["%s"] * len(said))
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"select {function}({marks})", said)  # nosemgrep: value-inside-sql - names of ours
            return cursor.fetchone()[0]
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", getattr(error.__cause__, "pgcode", "")) == "P0002":
            raise NotMerged("Somebody else has changed this already. Look at the people once more.") from error
        raise


def _check_days(kept: Member, new: dict[str, Any]) -> None:
    born, expected, died = (new.get(name, getattr(kept, name)) for name in ("born_on", "expected_on", "died_on"))
    if born and expected:
        raise NotMerged("Somebody is born or expected, never both. Choose one of the two days.", "expected_on")
    if born and died and died < born:
        raise NotMerged("A death cannot be before the birth. Choose again.", "died_on")
    if expected and new.get("sex", kept.sex) in ("M", "F"):
        raise NotMerged("The sex of a child who is not born yet is recorded after the birth.", "sex")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _typed(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if name.endswith("_on") and value else value
