"""Decisions as people read them: who decided and why, what else there was, who was heard and what it changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case as Either
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse

from camden.rules.names import day_in_words
from cases.models import (
    Case,
    Decision,
    DecisionHeard,
    DecisionOption,
    Involvement,
    Member,
    Quote,
    Relationship,
    Sharing,
)
from cases.readings.audience import shown_to
from cases.readings.marks import kept_from, marks_of, names_of
from cases.rules.audience import STAFF, Audience, Marks
from cases.rules.deciding import EXPLAINED, NOT_SAFE, NOT_YET, WAS_HEARD, Person

PARENTS = ("mother", "father", "parent", "adoptive-parent", "special-guardian")
PAGE = 40


@dataclass(frozen=True)
class SaidBefore:
    """What somebody said lately and is on the record: offered where they are heard, so that nobody types it again."""

    member: int
    words: str
    on: date
    source: str
    marks: Marks = Marks()  # noqa: RUF009 - frozen
    changed: str = ""
    """What we wrote that it changed, or why not, when they answered to a paper."""
    is_why_not: bool = False
    """Not their words, but why a paper could not be shared with them."""


@dataclass(frozen=True)
class Hearing:
    """Who must be heard before something is decided, and what each of them said lately, for the form that decides.

    `names` are those of everybody of the record from whom words can be kept, by key.
    """

    people: tuple[Person, ...] = ()
    before: tuple[SaidBefore, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class HeardLine:
    """One person and the decision. `waits` is for whoever is not yet heard: "by 10 November 2026"; `href` to hear them,
    `kept_from` says from whom it is kept."""

    pk: int
    name: str
    is_child: bool
    how: str
    words: str
    changed: str
    day: str
    waits: str
    was_heard: bool
    kept_from: str
    href: str


@dataclass(frozen=True)
class OptionLine:
    """One thing that could have been done. `formality` is empty where it says nothing."""

    words: str
    formality: str
    is_chosen: bool
    why_not: str


@dataclass(frozen=True)
class DecisionReading:
    """One decision, as far as its reader may read it. `is_made` or still asked for (`due` by when); `dropped` why it is
    not needed. `subject` is what it decides about, with its page; empty where it stands by itself."""

    pk: int
    href: str
    kind_code: str
    kind: str
    what: str
    question: str
    children: tuple[str, ...]
    is_made: bool
    made: str
    authority: str
    why: str
    least_formal: str
    family_would_rather: str
    urgent_because: str
    options: tuple[OptionLine, ...]
    heard: tuple[HeardLine, ...]
    asked: str
    due: str
    is_late: bool
    dropped: str
    subject: str
    subject_href: str
    withheld: tuple[str, ...] = ()
    """What a family's copy leaves out whole, because words stand in it that are kept from them: `familys_words`."""

    @property
    def is_to_come(self) -> bool:
        """Whether somebody asked for it and nobody has decided yet."""
        return not self.is_made and not self.dropped

    @property
    def waiting(self) -> tuple[HeardLine, ...]:
        """Who is not yet heard."""
        return tuple(line for line in self.heard if line.waits)


# The page of what a decision is about, and what to call it.
_SUBJECTS = {
    "threshold": ("Step up or down", "cases:threshold"),
    "assessment": ("The assessment", "cases:assessment"),
    "conference": ("The conference", "cases:protection-conference"),
    "plan": ("The plan", "cases:plan"),
    "closing": ("The ending of our work", "cases:closure"),
}


def who_must_be_heard(case: Case, children: Sequence[Member], on: date | None = None) -> tuple[Person, ...]:
    """Each of these children, the oldest first, then each parent or holder of parental responsibility. One query.

    Never somebody who died, an unborn child, or somebody whose parental responsibility ended (until `on`).
    """
    parents = Member.objects.living().filter(Exists(_parenthood(case, children, on)), case=case)
    return _people(children, list(parents.order_by("pk")))


def hearing_for(case: Case, children: Sequence[Member], on: date) -> Hearing:
    """Whom to hear about these children, with the latest words of each: an answer to a paper, or a quote; or why a
    paper could not be shared with them. One query."""
    keys = [child.pk for child in children]
    quoted = Quote.objects.filter(case=case, speaker=OuterRef("pk"), struck_on=None).order_by("-said_on", "-pk")
    marks = {"family": "is_kept_from_family", "some": "kept_from"}
    shared: Any = Sharing.objects.filter(case=case, member=OuterRef("pk")).exclude(remarks="", why_not="")
    answer = {"words": "remarks", "why_not": "why_not", "how": "how", "changed": "changed", "on": "answer_on"}
    shared = shared.annotate(answer_on=Coalesce("answered_on", "shared_on")).order_by("-answer_on", "-pk")
    rows = Member.objects.filter(case=case).annotate(
        is_concerned=Either(
            When(pk__in=keys, then=True), When(Exists(_parenthood(case, children, on)), died_on=None, then=True),
            default=False,
        ),
        quote=Subquery(quoted.values(says=JSONObject(words="words", on="said_on", **marks))[:1]),
        answer=Subquery(shared.values(says=JSONObject(**answer))[:1]),
    )  # fmt: skip
    everybody: list[Any] = list(rows.order_by("kind", "born_on", "pk"))
    members = sorted((one for one in everybody if one.is_concerned), key=lambda one: one.pk)
    people = _people(children, members)
    wanted = {key for key, _, _ in people}
    before = (_said_before(member) for member in members if member.pk in wanted)
    names = names_of([one for one in everybody if one.died_on is None and one.expected_on is None])
    return Hearing(people, tuple(said for said in before if said), names)


def _parenthood(case: Case, children: Sequence[Member], on: date | None) -> Any:
    """How somebody is a parent of one of these children, or holds parental responsibility: a subquery."""
    kin = Relationship.objects.filter(case=case, one=OuterRef("pk"), other__in=[child.pk for child in children])
    kin = kin.filter(Q(kind__in=PARENTS) | Q(parental_responsibility=True), ended_on=None)
    return kin.exclude(Q(responsible_until_on__lte=on) if on else Q(responsible_until_on__isnull=False))


def _people(children: Sequence[Member], members: Sequence[Member]) -> tuple[Person, ...]:
    born = [child for child in children if child.died_on is None and child.expected_on is None]
    born.sort(key=lambda child: (child.born_on or date.max, child.pk))
    keys = {child.pk for child in children}
    others = [(member.pk, member.first_name, False) for member in members if member.pk not in keys]
    return (*((child.pk, child.first_name, True) for child in born), *others)


def _said_before(member: Any) -> SaidBefore | None:
    """The later of their last words and their last answer; or why they could not be asked for one."""
    quote, answer = member.quote, member.answer
    if answer and (not quote or answer["on"] >= quote["on"]):
        day = date.fromisoformat(answer["on"])
        if answer["how"] in EXPLAINED:
            why = "why it was not safe to share with them" if answer["how"] == NOT_SAFE else "why they were not reached"
            marks = Marks(is_kept_from_family=answer["how"] == NOT_SAFE)
            source = f"{why}, {day_in_words(day)}"
            return SaidBefore(member.pk, answer["why_not"], day, source, marks, is_why_not=True)
        source = f"their answer of {day_in_words(day)}"
        return SaidBefore(member.pk, answer["words"], day, source, changed=answer["changed"])
    if not quote:
        return None
    day, marks = date.fromisoformat(quote["on"]), Marks(quote["family"], tuple(sorted(quote["some"])))
    return SaidBefore(member.pk, quote["words"], day, f"words of {day_in_words(day)}", marks)


def led_before(case: Case) -> Involvement | None:
    """Who led last for a child of a record in which nobody leads now; None where nobody ever did, or somebody does."""
    leads = Involvement.objects.filter(case=case, role=Involvement.Role.LEAD, is_cover=False)
    last = leads.order_by("leads_now", "-started_on", "-pk").first()
    return None if last is None or last.leads_now else last


def hidden_people(case: Case, keys: Iterable[int]) -> dict[int, Marks]:
    """From whom somebody's part in the family is kept: a private fatherhood, for one. By key. One query."""
    kin = Relationship.objects.filter(case=case, one__in=keys).exclude(is_kept_from_family=False, kept_from=[])
    found: dict[int, Marks] = {}
    for each in kin:
        found[each.one_id] = found.get(each.one_id, Marks()) | marks_of(each)
    return found


def decisions_about(kind: str, subject_id: int, *, on: date, audience: Audience = STAFF) -> tuple[DecisionReading, ...]:
    """What was decided about one step, assessment, conference, plan, involvement or closing, newest first."""
    return _read(Decision.objects.filter(kind=kind, subject_id=subject_id).order_by("-made_on", "-pk"), on, audience)


def decisions_of(
    case: Case,
    *,
    on: date,
    child: Member | None = None,
    audience: Audience = STAFF,
    about: tuple[str, int] | None = None,
) -> tuple[DecisionReading, ...]:
    """A family's decisions: those to be made, the oldest question first; then those made, newest first.

    `about` narrows them to a kind, and to one thing by its key; 0 for all of that kind.
    """
    found = Decision.objects.filter(case=case)
    if child is not None:
        found = found.filter(Q(parts__child=child) | Q(parts=None))
    if about is not None:
        found = found.filter(kind=about[0], **({"subject_id": about[1]} if about[1] else {}))
    waits = Either(When(made_on=None, dropped_on=None, then=0), default=1)
    needed = Either(When(made_on=None, dropped_on=None, then=F("due_on")))
    ordered = found.order_by(waits, needed.asc(nulls_last=True), F("made_on").desc(nulls_last=True), "-pk")
    return _read(ordered[:PAGE], on, audience)


def read_decision(decision: Decision, *, on: date, audience: Audience = STAFF) -> DecisionReading:
    """One decision with who was heard, as far as this audience may read what each of them said. Five queries."""
    return _read(Decision.objects.filter(pk=decision.pk), on, audience)[0]


def _read(found: "QuerySet[Decision]", on: date, audience: Audience) -> tuple[DecisionReading, ...]:
    heard = shown_to(audience, DecisionHeard.objects.select_related("member")).order_by("pk")
    rows = found.select_related("made_by", "asked_by").prefetch_related(
        Prefetch("heard", queryset=heard, to_attr="heard_rows"),
        Prefetch("options", queryset=DecisionOption.objects.order_by("position"), to_attr="option_rows"),
        Prefetch("children", queryset=Member.objects.children(), to_attr="child_rows"),
    )
    read = list(rows)
    spoke = [each for row in read for each in _heard(row)]
    marked = {key for each in spoke for key in each.kept_from}
    names = dict(_named(marked)) if marked else {}
    return tuple(_one(row, on, names) for row in read)


def _named(keys: Iterable[int]) -> list[tuple[int, str]]:
    return [(member.pk, member.first_name) for member in Member.objects.filter(pk__in=keys)]


def _heard(row: Any) -> list[DecisionHeard]:
    """Who was heard, as they were fetched with it for its reader."""
    rows: list[DecisionHeard] = row.heard_rows
    return rows


def _one(row: Decision, on: date, names: dict[int, str]) -> DecisionReading:
    heard = _heard(row)
    options: list[DecisionOption] = row.option_rows  # type: ignore[attr-defined]
    children: list[Member] = row.child_rows  # type: ignore[attr-defined]
    keys = [child.pk for child in children]
    lines = [_line(row, each, names) for each in sorted(heard, key=lambda each: _place(each, keys))]
    subject, href = _subject(row)
    waits = row.made_on is None and row.dropped_on is None
    return DecisionReading(
        pk=row.pk,
        href=reverse("cases:decision", args=[row.case_id, row.pk]),
        kind_code=row.kind,
        kind=row.get_kind_display(),
        what=row.what,
        question=row.question,
        children=tuple(child.first_name for child in children),
        is_made=row.made_on is not None,
        made=f"{row.made_by.name}, {day_in_words(row.made_on)}" if row.made_by and row.made_on else "",
        authority=row.get_authority_display(),
        why=row.why,
        least_formal=row.least_formal,
        family_would_rather=row.family_would_rather,
        urgent_because=row.urgent_because,
        options=tuple(_option(each) for each in options),
        heard=tuple(lines),
        asked=f"{row.asked_by.name}, {day_in_words(row.asked_on)}" if row.asked_by and row.asked_on else "",
        due=day_in_words(row.due_on) if row.due_on and waits else "",
        is_late=bool(waits and row.due_on and row.due_on < on),
        dropped=f"{day_in_words(row.dropped_on)}. {row.dropped_why}" if row.dropped_on else "",
        subject=subject,
        subject_href=href,
    )  # fmt: skip


def _option(each: DecisionOption) -> OptionLine:
    level = "" if each.formality == "other" else each.get_formality_display()
    return OptionLine(each.words, level, each.is_chosen, each.why_not)


def _line(row: Decision, each: DecisionHeard, names: dict[int, str]) -> HeardLine:
    waits = each.how == NOT_YET
    return HeardLine(
        pk=each.pk,
        name=each.member.first_name if each.member else each.said_by,
        is_child=bool(each.member and each.member.kind == Member.Kind.CHILD),
        how=each.get_how_display().partition(":")[0],  # what stands after it helps whoever chooses
        words=each.words,
        changed=each.changed,
        day=day_in_words(each.heard_on) if each.heard_on else "",
        waits=f"by {day_in_words(each.ask_by_on)}" if waits and each.ask_by_on else "",
        was_heard=each.how in WAS_HEARD,
        kept_from=kept_from(each, names),
        href=reverse("cases:decision-hearing", args=[row.case_id, row.pk, each.pk]) if waits else "",
    )


def _place(each: DecisionHeard, children: list[int]) -> tuple[int, int]:
    """Children first, the oldest first; then the others in the order they were written down."""
    return (children.index(each.member_id), each.pk) if each.member_id in children else (len(children), each.pk)


def _subject(row: Decision) -> tuple[str, str]:
    if row.subject_id is None or row.kind not in _SUBJECTS:
        return "", ""
    said, name = _SUBJECTS[row.kind]
    return said, reverse(name, args=[row.case_id, row.subject_id])
