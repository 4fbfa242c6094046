"""The verb of the night: once a round is over, decide once what is shown of it. For a job of the system alone."""

from collections.abc import Callable
from datetime import date, datetime
from random import SystemRandom

from django.db import transaction
from django.db.models import F

from training.models import DecidedPeriod, Question, ShownAnswer, Survey, SurveyAnswer
from training.operations.marks import key_in_use
from training.rules import listening
from training.rules.listening import Answer, Said, Whose, asks_the_same, shown
from training.rules.small_numbers import Group, Period, decide

BY_CHANCE = SystemRandom().shuffle
PARTNERS = (0,)  # partners have no team here: all of them are one group, kept under an empty path


def rounds_over(on: date) -> list[int]:
    """Keys of the rounds that are over and are not decided, the earliest first."""
    over = Survey.objects.filter(closes_on__lt=on, decided_at=None)
    return list(over.order_by("closes_on", "pk").values_list("pk", flat=True))


@transaction.atomic
def decide_round(*, key: int, at: datetime, shuffle: Callable[[list[str]], None] = BY_CHANCE) -> bool:
    """Decide what is shown of a round, in one transaction: whether it was decided now.

    Killed in the middle, it is not decided and nothing of it is shown; the next night does it. Twice at once, the
    second finds nothing to do. `shuffle` puts marks into an order that nobody chose.
    """
    survey = Survey.objects.select_for_update(skip_locked=True).filter(pk=key, decided_at=None).first()
    if survey is None:
        return False
    for question in survey.questions.select_related("promise", "survey").order_by("place"):
        _show(question, shuffle)
    Survey.objects.filter(pk=key).update(decided_at=at, version=F("version") + 1)
    return True


def _show(question: Question, shuffle: Callable[[list[str]], None]) -> None:
    answers = list(SurveyAnswer.objects.filter(question=question).order_by("mark"))
    said = [Said(each.mark, Answer(each.answer), each.words) for each in answers]
    lot = [each.mark for each in answers]
    shuffle(lot)
    is_partners = question.survey.asked == Whose.PARTNERS
    paths = {each.mark: PARTNERS if is_partners else tuple(each.path) for each in answers}
    before = _before(question)
    period = Period() if before is None else decide(paths, before, lot)
    for group in period.shown:
        page = shown(said, period, group.path, lot)
        if page is not None:
            path = [] if is_partners else list(group.path)
            ShownAnswer.objects.create(question=question, path=path, share=page.share, words=list(page.words))
    DecidedPeriod.objects.create(question=question, groups=_kept(period), cells=[sorted(each) for each in period.cells])


def _before(question: Question) -> list[Period] | None:
    """Earlier figures that this one could be held against. None when they cannot be judged: their marks were made with
    another key, so that the same people look like others. Then this round shows nothing, and the next begins anew.
    """
    earlier = [
        each
        for each in DecidedPeriod.objects.select_related("question__promise", "question__survey")
        .exclude(question__survey=question.survey_id)
        .order_by("question__survey__closes_on", "question_id")
        if asks_the_same(_plain(each.question), _plain(question))
    ]
    key = key_in_use()
    if earlier and earlier[-1].groups.get("key") != key:
        return None
    return [_read(each) for each in earlier if each.groups.get("key") == key]


def _plain(question: Question) -> listening.Question:
    asked = Whose(question.survey.asked)
    return listening.Question(str(question.place), question.promise.code, question.words, asked)


def _kept(period: Period) -> dict[str, object]:
    shown_ = [{"path": list(group.path), "people": sorted(group.people)} for group in period.shown]
    return {"key": key_in_use(), "shown": shown_}


def _read(kept: DecidedPeriod) -> Period:
    groups = (Group(tuple(each["path"]), frozenset(each["people"])) for each in kept.groups["shown"])
    return Period(tuple(groups), tuple(frozenset(cell) for cell in kept.cells))
