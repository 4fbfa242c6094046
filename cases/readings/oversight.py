"""What managers noted on a record, and what a note is about before it is written."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from camden.rules.moments import day_away
from camden.rules.names import day_in_words
from cases.models import Case, DriftAnswer, Member, Oversight
from cases.readings.drift import find_sign
from cases.readings.due import ahead_of
from cases.rules.visits import in_a_row
from cases.rules.works import work_of

EARLIER = 100  # notes shown


@dataclass(frozen=True)
class About:
    """The row a manager decides about, in words as it was; its code; its child, where it is of one alone."""

    words: str
    code: str = ""
    child: int | None = None


@dataclass(frozen=True)
class Note:
    """A note on oversight. `again` says when it is looked at again; `href` is its page."""

    about: str
    child: str
    decision: str
    rationale: str
    said: str
    iso: str
    again: str
    href: str


def notes_of(case: Case, on: date) -> tuple[Note, ...]:
    """All of a record, the latest first. One query."""
    found = Oversight.objects.filter(case=case).select_related("written_by", "child").order_by("-written_on", "-pk")
    return tuple(read_note(each, on) for each in found[:EARLIER])


def read_note(seen: Oversight, on: date) -> Note:
    """A note fetched with its writer and child."""
    again = seen.look_again_on
    return Note(
        about=seen.about,
        child=seen.child.first_name if seen.child else "",
        decision=seen.decision,
        rationale=seen.rationale,
        said=f"{seen.written_by.name}, {day_in_words(seen.written_on)}",
        iso=seen.written_on.isoformat(),
        again=f"Look again on {day_in_words(again)}" if again else "",
        href=reverse("cases:oversight", args=[seen.case_id, seen.pk]),
    )


def about_of(case: Case, asked: str, children: list[Member], on: date) -> About | None:
    """What `?about=` names, of a record that was fetched; None for nothing that stands. At most one query.

    `work.<work>` is late or due by a clock, `drift.<kind>.<key>` stands still, `answered.<key>` is an answer to that,
    `again.<key>` an earlier note. No word of a family stands in an address.
    """
    kind, _, rest = asked.partition(".")
    if kind == "work":
        return _of_work(case, rest, children, on)
    if kind == "drift":
        return _of_sign(case, *rest.partition(".")[::2], on=on)
    if kind in ("again", "answered") and rest.isascii() and rest.isdigit() and len(rest) < 18:
        return _of_note(case, int(rest)) if kind == "again" else _of_answer(case, int(rest))
    return None


def _of_work(case: Case, work: str, children: list[Member], on: date) -> About | None:
    running = [each for each in ahead_of(case.pk, on).running if each.rule.work == work]
    if not running:
        return None
    first, due = running[0], {each.child for each in running if each.due_on == running[0].due_on}
    who = [child for child in children if child.pk in due]
    day = f"due {day_in_words(first.due_on)} ({day_away(first.due_on, on)})"
    words = f"{work_of(first.rule).text}: {in_a_row([child.first_name for child in who])}, {day}"
    return About(words, first.rule.code, who[0].pk if len(who) == 1 else None)


def _of_sign(case: Case, kind: str, key: str, on: date) -> About | None:
    pair = find_sign(case, kind, int(key), on) if key.isascii() and key.isdigit() and len(key) < 18 else None
    if pair is None:
        return None
    sign, still = pair
    said = ": ".join(part for part in (still.title, still.what) if part)
    words = f"{said}, {still.about}" if still.about else said
    return About(f"{words}, since {still.since}", sign.kind, sign.about[0] if len(sign.about) == 1 else None)


def _of_answer(case: Case, key: int) -> About | None:
    answer = DriftAnswer.objects.filter(case=case, pk=key).first()
    if answer is None:
        return None
    facts = " ".join(str(each) for each in answer.evidence)
    return About(f"{answer.get_kind_display()}. {facts}"[:300], answer.kind, answer.child_id)


def _of_note(case: Case, key: int) -> About | None:
    seen = Oversight.objects.filter(case=case, pk=key).first()
    return About(seen.about, seen.about_code, seen.child_id) if seen else None
