"""Verbs of what makes work with a child harder: a worker proposes it, a manager answers, and it ends."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.outbox import enqueue
from cases.models import ComplexityFactor, Member
from cases.operations.refusing import Refusal, in_words
from cases.rules.carrying import ANSWER, COMPLEXITY

ANSWERED = "complexity-answered"


class NotProposed(Refusal):
    """What cannot be proposed. Says why, and about which answer."""


class NotAnswered(Refusal):
    """What cannot be answered so. Says why, and about which answer."""


@transaction.atomic
def propose_complexity(*, child: Member, kind: str, why: str, by: User, on: date) -> ComplexityFactor:
    """Something makes work with a child harder. It weighs nothing before a manager confirms it. Raises NotProposed."""
    if kind not in COMPLEXITY:
        raise NotProposed("Choose what makes it harder.", "kind")
    if not why.strip():
        raise NotProposed("Say in a sentence how it shows.", "why")
    twice = {"one_open_proposal_of_each_complexity": ("This waits for a manager already.", "kind")}
    with in_words(NotProposed, twice):
        factor = ComplexityFactor.objects.create(
            case=child.case, child=child, kind=kind, why=why.strip(), proposed_on=on, proposed_by=by
        )
    record(action="proposed what makes work harder", subject=factor, case_id=child.case_id)
    return factor


@transaction.atomic
def answer_complexity(*, factor: ComplexityFactor, answer: str, words: str, by: User, on: date) -> None:
    """A manager confirms it from today on, or says why not. Whoever proposed it is told. Raises NotAnswered."""
    if by.pk == factor.proposed_by_id:
        raise NotAnswered("You proposed this yourself: another manager answers it.")
    if answer not in ANSWER:
        raise NotAnswered("Choose an answer.", "answer")
    if answer == "no" and not words.strip():
        raise NotAnswered("Say why not, so that the worker can follow it.", "words")
    said = {"answer": answer, "answer_words": words.strip(), "answered_on": on, "answered_by": by}
    waiting = ComplexityFactor.objects.filter(pk=factor.pk, answer="", withdrawn_on=None)
    if not waiting.update(**said, version=F("version") + 1):
        raise NotAnswered("This was answered already, or is not proposed any more.")
    enqueue(kind=ANSWERED, recipient_id=factor.proposed_by_id, subject=factor, due_on=on)
    record(action="answered what makes work harder", subject=factor, case_id=factor.case_id)


@transaction.atomic
def withdraw_complexity(*, factor: ComplexityFactor, by: User, on: date) -> None:
    """It is no longer so, or was proposed by mistake: from today on it weighs nothing. Once is enough."""
    standing = ComplexityFactor.objects.filter(pk=factor.pk, withdrawn_on=None).exclude(answer="no")
    if standing.update(withdrawn_on=on, withdrawn_by=by, version=F("version") + 1):
        record(action="said that work is no longer harder", subject=factor, case_id=factor.case_id)
