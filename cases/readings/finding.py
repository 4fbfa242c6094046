"""What a search finds: people first, with why, then what was written, with the place where the words stand."""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import F, FilteredRelation, Q, Value
from django.urls import NoReverseMatch, reverse

from camden.models import User
from camden.rules.names import age_in_words, day_in_words, display_name
from cases.models import (
    Case,
    DecisionHeard,
    FamilySays,
    Member,
    SharedView,
    Sharing,
    StepCheck,
    WritingPart,
)
from cases.models.case import OfCase
from cases.rules.keyset import Mark, read_mark
from cases.rules.searching import Part, Sought, snippet

PEOPLE, NOTES = 50, 20
# What a note is called, and the page it stands on. A page that does not exist yet leads to the family instead.
KINDS: dict[str, tuple[str, str]] = {
    "visit": ("Visit", "cases:visit"),
    "note": ("Note", "cases:note"),
    "quote": ("In their words", "cases:quote"),
    "event": ("Chronology", "cases:event"),
    "duty": ("Duty", "cases:duty-note"),
    "contact": ("Contact", "cases:contact"),
    "referral": ("Referral", "cases:referral"),
    "assessment": ("Assessment", "cases:assessment"),
    "strategy": ("Strategy discussion", "cases:strategy"),
    "enquiry": ("Section 47 enquiry", "cases:enquiry"),
    "conference": ("Child protection conference", "cases:protection-conference"),
    "meeting": ("Meeting", "cases:plan-meeting"),
    "step": ("Step up or down", "cases:threshold"),
    "closing": ("Closing", "cases:closure"),
    "fact": ("Dated fact", "cases:milestone"),
    "action": ("Agreed", "cases:action"),
    "goal": ("Goal", ""),
    "document": ("Document", "cases:document"),
    "disagree": ("Seen differently", ""),
    "feedback": ("How we did", ""),
    "part": ("Part of a paper", "cases:writing"),
    "says": ("The family says", "cases:writing"),
    "view": ("Where we agree or differ", "cases:views"),
    "shared": ("Shared and answered", "cases:writing"),
    "decision": ("Decision", "cases:decision"),
    "heard": ("Heard for a decision", "cases:decision"),
    "oversight": ("Oversight", "cases:oversight"),
    "drift": ("Not moving: answered", "cases:drift"),
    "check": ("Looked at again", "cases:threshold"),
}
OF_FAMILY = "cases:drift"  # one page for all of a family
# What stands on the page of something else, and the key of that.
BENEATH: dict[str, tuple[type[OfCase], str]] = {
    "part": (WritingPart, "writing"),
    "says": (FamilySays, "part__writing"),
    "view": (SharedView, "writing"),
    "shared": (Sharing, "writing"),
    "heard": (DecisionHeard, "decision"),
    "check": (StepCheck, "move"),
}
# Why somebody was found, where their name alone does not say it. `{}` is what may be told of it.
WHY: dict[str, tuple[str, str]] = {
    "number": ("That is their number", ""),
    "alias": ("Known by another name", "Known as {}"),
    "phone": ("By a phone number", ""),
    "address": ("By an address", "Lives or lived at {}"),
    "born": ("Born that day", ""),
    "like": ("Spelled alike", ""),
    "sound": ("Sounds alike", ""),
}


@dataclass(frozen=True)
class FoundPerson:
    """Somebody found: who, how old, of which family, whose; `why` in words, or empty when the name says it."""

    name: str
    age: str
    family: str
    case_pk: int
    lead: str
    is_child: bool
    is_exact: bool
    why: str
    href: str


@dataclass(frozen=True)
class FoundNote:
    """Something written: of whom, when, where it stands, and a snippet. None of it is told when it `is_kept`."""

    day: str
    iso: str
    label: str
    family: str
    case_pk: int
    href: str
    is_struck: bool
    is_kept: bool
    snippet: tuple[Part, ...]


@dataclass(frozen=True)
class FoundNotes:
    """One page of what was written, newest first. `older` is the mark of the next, or empty on the last."""

    lines: tuple[FoundNote, ...]
    older: str


def find_people(*, user: User, sought: Sought, on: date) -> tuple[FoundPerson, ...]:
    """At most 50 people of visible records, exact before prefix before alike. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select member_id, how, told from search_people(%s, %s, %s)", [sought.words, PEOPLE, sought.born_on]
        )
        hits = {key: (how, told) for key, how, told in reversed(cursor.fetchall())}
    if not hits:
        return ()
    lead = FilteredRelation("involvements", condition=Q(involvements__leads_now=True))
    rows = Member.objects.visible_to(user).filter(pk__in=hits).annotate(lead=lead)
    fields = ("given_name", "family_name", "la_child_id", "born_on", "expected_on", "died_on", "kind")
    people = {row[0]: row[1:] for row in rows.values_list("pk", "case", "case__name", F("lead__worker__name"), *fields)}
    return tuple(_person(key, people[key], *hits[key], on) for key in reversed(hits) if key in people)


def find_notes(*, user: User, words: str, case: Case | None = None, after: str = "") -> FoundNotes:
    """What was written with every one of the words, in visible records or in one: 20 at a time, newest first.

    What was taken back is found, and said to be. What is marked *not to be shared* is found, and its words are not
    repeated: a result is read over somebody's shoulder. Two queries, and a third for what stands on another's page.
    """
    mark = read_mark(after)
    place = [case.pk if case else None, *(mark or (None, None))]
    with connection.cursor() as cursor:
        cursor.execute(
            "select note_id, case_id, kind, subject_id, happened_on, is_struck, is_kept, words"
            " from search_notes(%s, %s, %s, %s, %s)",
            [words, NOTES + 1, *place],
        )
        hits = cursor.fetchall()
    if not hits:
        return FoundNotes((), "")
    older = str(Mark(hits[NOTES - 1][4], hits[NOTES - 1][0])) if len(hits) > NOTES else ""
    names = dict(Case.objects.visible_to(user).filter(pk__in={hit[1] for hit in hits}).values_list("pk", "name"))
    stands = _where_it_stands(hits)
    return FoundNotes(tuple(_note(hit[1:], names, words, stands) for hit in hits[:NOTES] if hit[1] in names), older)


def _person(key: int, row: tuple, how: str, told: str, on: date) -> FoundPerson:  # type: ignore[type-arg]
    case, family, lead, given, surname, number, born_on, expected_on, died_on, kind = row
    plain, telling = WHY.get(how, ("", ""))
    is_child = kind == Member.Kind.CHILD
    return FoundPerson(
        name=display_name(given, surname, number),
        age=age_in_words(born_on, expected_on, died_on, on),
        family=family,
        case_pk=case,
        lead=lead or "",
        is_child=is_child,
        is_exact=how in ("name", "number"),
        why=telling.format(told) if told and telling else plain,
        href=reverse("cases:child", args=[case, key]) if is_child else _page("cases:member", case, key),
    )


def _where_it_stands(hits: list[tuple]) -> dict[tuple[str, int], int]:  # type: ignore[type-arg]
    """Of those found that stand on another thing's page, its key, by kind and their own. One query."""
    rows = [
        model.objects.filter(pk__in=keys).order_by().values_list(Value(kind), "pk", what)
        for kind, (model, what) in BENEATH.items()
        if (keys := [hit[3] for hit in hits if hit[2] == kind])
    ]
    return {(kind, key): page for kind, key, page in rows[0].union(*rows[1:], all=True)} if rows else {}


def _note(
    hit: tuple,  # type: ignore[type-arg]
    names: dict[int, str],
    words: str,
    stands: dict[tuple[str, int], int],
) -> FoundNote:
    case, kind, subject, happened_on, is_struck, is_kept, text = hit
    label, page = KINDS[kind]
    return FoundNote(
        day=day_in_words(happened_on),
        iso=happened_on.isoformat(),
        label=label,
        family=names[case],
        case_pk=case,
        href=_page(page, case, stands.get((kind, subject), subject)),
        is_struck=is_struck,
        is_kept=is_kept,
        snippet=() if is_kept else snippet(text, words),
    )


def _page(name: str, case: int, key: int) -> str:
    """The page of what was found, or its family's where it has none."""
    if name == OF_FAMILY:
        return reverse(name, args=[case])
    try:
        return reverse(name, args=[case, key])
    except NoReverseMatch:
        return reverse("cases:detail", args=[case])
