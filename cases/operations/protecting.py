"""What every step of child protection asks of a record before it writes: turns, a life to write about, who hears."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Model

from camden.models import User
from camden.outbox import enqueue_all
from camden.rules.names import day_in_words
from cases.models import Case, Member
from cases.operations.refusing import Refusal
from cases.readings.deciders import whom_to_tell


def in_turn(children: Iterable[Member]) -> None:
    """Two people who write about one child take turns from here to the end of the transaction."""
    keys = sorted(child.pk for child in children)
    list(Member.objects.filter(pk__in=keys).order_by("pk").select_for_update().values_list("pk", flat=True))


def check_alive(child: Member, on: date, refusal: type[Refusal], about: str) -> None:
    """Nothing of this kind happens after a child's death, or before a birth that is known (4008, 8915, 8920)."""
    if child.died_on and on > child.died_on:
        raise refusal(f"{child.first_name} died on {day_in_words(child.died_on)}. Check the day.", about)


def alert(*, kind: str, case: Case, children: Sequence[Member], subject: Model, by: User, on: date) -> None:
    """Tell the children's workers and their manager at once, except whoever wrote it down (REFERENCE 13.4)."""
    told = whom_to_tell(case, children, but=by)
    if told:
        enqueue_all(kind=kind, recipient_ids=told, subject=subject, due_on=on)
