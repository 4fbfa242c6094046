"""What every step of child protection asks of a record before it writes: turns, refusals in words, who hears of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Model

from camden.models import User
from camden.operations.refusals import NotDone
from camden.outbox import enqueue_all
from camden.rules.names import day_in_words
from cases.models import Case, Member
from cases.readings.deciders import whom_to_tell


def in_turn(children: Iterable[Member]) -> None:
    """Two people who write about one child take turns from here to the end of the transaction."""
    keys = sorted(child.pk for child in children)
    list(Member.objects.filter(pk__in=keys).order_by("pk").select_for_update().values_list("pk", flat=True))


@contextmanager
def in_words(sentences: Mapping[str, str], refusal: type[NotDone]) -> Iterator[None]:
    """What a constraint refuses after all, in a sentence: `sentences` are by the name of the constraint."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        for name, sentence in sentences.items():
            if f'"{name}"' in str(error):
                raise refusal(sentence) from error
        raise


def check_alive(child: Member, on: date, refusal: type[NotDone], about: str) -> None:
    """Nothing of this kind happens after a child's death, or before a birth that is known (4008, 8915, 8920)."""
    if child.died_on and on > child.died_on:
        raise refusal(f"{child.first_name} died on {day_in_words(child.died_on)}. Check the day.", about)


def alert(*, kind: str, case: Case, children: Sequence[Member], subject: Model, by: User, on: date) -> None:
    """Tell the children's workers and their manager at once, except whoever wrote it down (REFERENCE 13.4)."""
    told = whom_to_tell(case, children, but=by)
    if told:
        enqueue_all(kind=kind, recipient_ids=told, subject=subject, due_on=on)
