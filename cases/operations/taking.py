"""Verbs of giving a family a worker: ask one, answer, allocate children together, and bring the new worker to them."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import Team, User
from camden.outbox import enqueue
from camden.rules.names import day_in_words
from cases.models import Case, Introduction, Involvement, Member, WorkerAsked
from cases.operations.allocation import NotAllocated, decide_change, make_lead, replaced
from cases.operations.refusing import Refusal, in_words
from cases.rules.deciding import Decided
from cases.rules.introducing import ANSWER, Agreed, missing

ASKED, ANSWERED = "allocation-asked", "allocation-answered"


class NotAsked(Refusal):
    """Nobody was asked. Says why, and about which answer."""


class NotSaid(Refusal):
    """What cannot be answered so. Says why, and about which answer."""


class NotNoted(Refusal):
    """A step of an introduction that cannot have been so. Says why, and about which answer."""


@transaction.atomic
def ask_worker(
    *,
    case: Case,
    children: Sequence[Member],
    worker: User,
    team: Team,
    needs: str,
    reasons: Sequence[str],
    by: User,
    on: date,
    is_lead_told: bool = False,
) -> WorkerAsked:
    """Ask a worker whether they could take these children. They are told, and read the needs and the reasons alone.

    Where somebody leads now, `is_lead_told` says that the manager has talked with them first. Raises NotAsked.
    """
    keys = [child.pk for child in children]
    leads = Involvement.objects.filter(child__in=keys, leads_now=True).select_related("worker")
    lead = next(iter(leads), None)
    if not keys:
        raise NotAsked("Nobody here waits for a worker.")
    if not needs.strip():
        raise NotAsked("Write what the family needs of a worker.", "needs")
    if lead and not is_lead_told:
        raise NotAsked(
            f"Talk with {lead.worker.name} first: they must not hear of it from somebody else.", "is_lead_told"
        )
    twice = {
        "one_open_question_to_each_worker_about_a_family": (f"{worker.name} was asked and has not answered yet.", "")
    }
    with in_words(NotAsked, twice):
        asked = WorkerAsked.objects.create(
            case=case,
            child_ids=keys,
            worker=worker,
            team=team,
            needs=needs.strip(),
            reasons=list(reasons),
            lead_told_on=on if lead else None,
            asked_on=on,
            asked_by=by,
        )
    enqueue(kind=ASKED, recipient_id=worker.pk, subject=asked, due_on=on)
    record(action="asked a worker about a family", subject=asked, case_id=case.pk)
    return asked


@transaction.atomic
def answer_asked(*, asked: WorkerAsked, answer: str, words: str, on: date) -> None:
    """The worker says yes, not now, or that they want to talk first. Whoever asked is told. Raises NotSaid."""
    if answer not in ANSWER:
        raise NotSaid("Choose an answer.", "answer")
    if answer == "no" and not words.strip():
        raise NotSaid("Say in a word why not now: nobody is blamed for it.", "words")
    waiting = WorkerAsked.objects.filter(pk=asked.pk, answer="", taken_back_on=None)
    said = {"answer": answer, "answer_words": words.strip(), "answered_on": on}
    if not waiting.update(**said, version=F("version") + 1):
        raise NotSaid("This was answered already, or is not asked any more.")
    enqueue(kind=ANSWERED, recipient_id=asked.asked_by_id, subject=asked, due_on=on)
    record(action="answered about a family", subject=asked, case_id=asked.case_id)


@transaction.atomic
def allocate_together(
    *,
    children: Sequence[Member],
    to: User,
    team: Team,
    on: date,
    today: date,
    agreed: Agreed,
    by: User,
    reason: str = "",
    decided: Decided | None = None,
) -> None:
    """Make somebody lead worker of these children of one family from that day, after talking with them or urgently.

    What each child and the parents wish (`decided`) is asked where somebody leads now. Whoever else was asked is not
    asked any more. Raises NotAllocated, NotDecided.
    """
    if not children:
        raise NotAllocated("Choose at least one child.", "children")
    for sentence, about in missing(agreed, today):
        raise NotAllocated(sentence, about)
    before = replaced(children, to)
    for lead in {each.worker_id: each for each in before.values()}.values():
        theirs = [child for child in children if child.pk in before and before[child.pk].worker_id == lead.worker_id]
        decide_change(theirs, lead, decided, by, today)
    _no_longer_asked(children, today)
    for child in children:
        # Written first: the handover may close the record to whoever makes it.
        _introduce(child, to, before.get(child.pk), on, agreed)
    led = Involvement.objects.filter(
        child__in=[child.pk for child in children], role=Involvement.Role.LEAD, is_cover=False
    )
    had = set(led.values_list("child", flat=True))
    for child in children:
        # Of a first lead the reason is first contact, whatever it is for a brother or sister.
        make_lead(child=child, to=to, team=team, on=on, reason=reason if child.pk in had else "")


def _introduce(child: Member, to: User, before: Involvement | None, on: date, agreed: Agreed) -> None:
    once = {"one_introduction_for_each_change_of_lead": ("This person became the lead worker that day already.", "to")}
    with in_words(_Twice, once):
        Introduction.objects.create(
            case=child.case,
            child=child,
            worker=to,
            before_id=before.worker_id if before else None,
            changed_on=on,
            spoken=agreed.spoken,
            because=agreed.because.strip(),
            introduced_by_id=agreed.introduced_by,
            meet_by_on=agreed.meet_by_on,
        )


class _Twice(NotAllocated, Refusal):
    """The same allocation was sent twice."""


def _no_longer_asked(children: Sequence[Member], on: date) -> None:
    keys = [child.pk for child in children]
    waiting = WorkerAsked.objects.waiting().filter(case=children[0].case, child_ids__overlap=keys)
    waiting.order_by().update(taken_back_on=on, version=F("version") + 1)


@transaction.atomic
def note_step(*, introduction: Introduction, step: str, on: date, by: User) -> None:
    """One step was done on that day by that person: told, goodbye, hello, record or actions. Raises NotNoted.

    A day noted before can be put right; that nobody led before leaves no goodbye.
    """
    if step in ("goodbye", "record", "actions") and introduction.before_id is None:
        what = "say goodbye" if step == "goodbye" else "hand over"
        raise NotNoted(f"Nobody led before, so there is nobody to {what}.", f"{step}_on")
    if step == "hello" and on < introduction.changed_on and introduction.before_id is None:
        raise NotNoted(f"The lead began on {day_in_words(introduction.changed_on)}. Check the day.", f"{step}_on")
    Introduction.objects.filter(pk=introduction.pk).update(
        **{f"{step}_on": on, f"{step}_by": by}, version=F("version") + 1
    )
    record(action="noted a step of an introduction", subject=introduction, case_id=introduction.case_id)
