"""What stands still, of many families at once or of one, with the facts that say so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from camden.rules.names import day_in_words
from cases.models import Case, DriftAnswer
from cases.readings.agreed import first_name
from cases.readings.drift_facts import facts_of, read_facts, signs_in
from cases.readings.sections import page
from cases.rules.drift import Evidence, Sign, drift
from cases.rules.overseeing import DRIFT_KIND
from cases.rules.visits import in_a_row

OF_THE_FAMILY = {"cases:plan-tab", "cases:timeline", "cases:journey"}  # pages without a row's key
EARLIER = 40  # answers shown


@dataclass(frozen=True)
class Still:
    """A sign as a page shows it. `key` tells it from others of its kind; `facts` are sentences with a page or ""."""

    kind: str
    key: int
    title: str
    what: str
    about: str
    since: str
    iso: str
    facts: tuple[tuple[str, str], ...]
    href: str
    """The one page where it is answered."""
    oversee: str
    """Where a manager notes a decision about it."""
    act: tuple[str, str] = ("", "")
    """What would move it, and where; both empty when there is no one thing."""


@dataclass(frozen=True)
class StillFamily:
    """A family in which something stands still, the earliest first."""

    case_pk: int
    name: str
    signs: tuple[Still, ...]


@dataclass(frozen=True)
class AnsweredSign:
    """An earlier answer, with the facts it knew. `quiet` says until when nothing more is said, unless that is over."""

    title: str
    about: str
    answer: str
    words: str
    said: str
    facts: tuple[str, ...]
    quiet: str
    parts: frozenset[tuple[str, int | None, int | None]] = frozenset()
    """Kind, child and row of each sign it answered."""

    def is_of(self, sign: Sign) -> bool:
        """Whether it answered this sign, or a part of it."""
        return any((sign.kind, *part) in self.parts for part in sign.parts)


# What moves a sign of a kind, where one page does: its words and name; with the sign's row where the third says so.
_ACTS: Mapping[str, tuple[str, str, bool]] = {
    "late-twice": ("Say what became of it", "cases:action-closure", True),
    "not-alone": ("Plan a visit", "cases:planned-visit-new", False),
    "goal-still": ("End the goal, if it is over", "cases:goal-ending", True),
    "step-check": ("Look at the step again", "cases:step-check", True),
    "decision-waits": ("Open the decision", "cases:decision", True),
    "plan-long": ("Open the plan", "cases:plan", True),
}


def drift_of(cases: Iterable[int], on: date, *, with_words: bool = True) -> dict[int, tuple[Sign, ...]]:
    """What stands still and is not quiet, by the key of each open record among these, the earliest first. One query.

    Records in which nothing stands still are left out. `cases` were fetched for whoever asks; row-level security
    leaves out any other.
    """
    here = Case.objects.filter(pk__in=cases, closed_on=None)  # nosemgrep: record-not-asked-for-a-person
    found = here.order_by("pk").values_list("pk", facts_of(on, with_words=with_words))
    return {key: signs for key, said in found if (signs := signs_in(said, on))}


def family_drift(case: Case, on: date) -> tuple[Still, ...]:
    """What stands still in a record that was fetched for this person, the earliest first. One query."""
    return tuple(still for _, _, pairs in _with_names([case.pk], on) for _, still in pairs)


def find_sign(case: Case, kind: str, key: int, on: date) -> tuple[Sign, Still] | None:
    """The sign of that kind and key, answered or not; None once its facts have changed. One query.

    Whoever answers what somebody else answered a moment ago loses no word: their answer stands beside the other.
    """
    here = list(_with_names([case.pk], on, with_quiet=True))
    return next((pair for _, _, pairs in here for pair in pairs if (pair[0].kind, pair[0].key) == (kind, key)), None)


def families_drift(cases: Iterable[int], on: date) -> tuple[StillFamily, ...]:
    """The families of these in which something stands still: whoever has stood still longest first. One query."""
    found = [(pairs[0][0].since, name, key, pairs) for key, name, pairs in _with_names(cases, on) if pairs]
    return tuple(
        StillFamily(key, name, tuple(still for _, still in pairs))
        for _, name, key, pairs in sorted(found, key=lambda row: row[:3])
    )


def earlier_answers(case: Case, on: date) -> tuple[AnsweredSign, ...]:
    """What was answered before, the latest first; answers to brothers and sisters together once. One query."""
    found = DriftAnswer.objects.filter(case=case).select_related("answered_by", "child")
    together: dict[Any, list[DriftAnswer]] = {}
    for each in found.order_by("-answered_on", "-pk")[:EARLIER]:
        same = (each.kind, each.words, each.answer, each.answered_on, each.answered_by_id, str(each.evidence))
        together.setdefault(same, []).append(each)
    return tuple(_answered(rows, on) for rows in together.values())


def _with_names(
    cases: Iterable[int], on: date, *, with_quiet: bool = False
) -> Iterable[tuple[int, str, tuple[tuple[Sign, Still], ...]]]:
    """Key, name, and each sign beside its lines; after those that stand, on request, those that are quiet."""
    here = Case.objects.filter(pk__in=cases, closed_on=None)  # nosemgrep: record-not-asked-for-a-person
    for key, family, said in here.order_by("pk").values_list("pk", "name", facts_of(on)):
        names = {
            row["pk"]: first_name(row["given_name"], row["family_name"], row["la_child_id"]) for row in said["children"]
        }
        signs = signs_in(said, on) + (drift(read_facts(said), (), on) if with_quiet else ())
        yield key, family, tuple((sign, _still(key, sign, names)) for sign in signs)


def _still(case: int, sign: Sign, names: Mapping[int, str]) -> Still:
    return Still(
        kind=sign.kind,
        key=sign.key,
        title=DRIFT_KIND[sign.kind],
        what=sign.what,
        about=in_a_row([names[child] for child in sign.about if child in names]),
        since=day_in_words(sign.since),
        iso=sign.since.isoformat(),
        facts=tuple((fact.words, _href(case, fact)) for fact in sign.evidence),
        href=reverse("cases:drift-answer", args=[case, sign.kind, sign.key]),
        oversee=f"{reverse('cases:oversight-new', args=[case])}?about=drift.{sign.kind}.{sign.key}",
        act=_act(case, sign),
    )


def _href(case: int, fact: Evidence) -> str:
    if not fact.page:
        return ""
    return page(fact.page, case) if fact.page in OF_THE_FAMILY else page(fact.page, case, fact.key)


def _act(case: int, sign: Sign) -> tuple[str, str]:
    if sign.kind not in _ACTS:
        return "", ""
    words, name, of_row = _ACTS[sign.kind]
    href = page(name, case, sign.key) if of_row else page(name, case)
    return (words, href) if href else ("", "")


def _answered(rows: Sequence[DriftAnswer], on: date) -> AnsweredSign:
    first = rows[0]
    return AnsweredSign(
        title=first.get_kind_display(),
        about=in_a_row([each.child.first_name for each in reversed(rows) if each.child]),
        answer=first.get_answer_display().removesuffix(", because"),
        words=first.words,
        said=f"{first.answered_by.name}, {day_in_words(first.answered_on)}",
        facts=tuple(str(each) for each in first.evidence),
        quiet=f"Quiet until {day_in_words(first.quiet_until_on)}" if first.quiet_until_on > on else "",
        parts=frozenset((each.kind, each.child_id, each.subject_id) for each in rows),
    )
