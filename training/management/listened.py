"""Rounds of listening for the invented service: over, open and ahead; and what was done about them."""

import json
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.db import connection

from camden.models import Membership
from camden.principal import acting_as
from camden.rules.moments import HERE
from training.models import HeardIn, Promise, Question, Survey, YouSaid
from training.operations.deciding import decide_round
from training.operations.marks import link_for, mark_of, read_link
from training.rules.listening import EXAMPLE, EXAMPLE_OF_PARTNERS, SHIPPED, Answer

_LEAD = "Imogen Tate"
_ANSWERS = tuple(Answer)
# How likely each of the four is, for each question: time is scarce, thinking together is not.
_LIKELY = (((2, 4, 4, 2), (6, 5, 1, 0), (2, 3, 4, 2)), ((3, 5, 3, 1), (7, 4, 1, 0), (3, 4, 3, 1)))
_WROTE = (
    ("Some weeks I drive more than I talk.", "When two go on leave at once there is no time left.",
     "More than last year.", "I would rather have one family fewer than one hour more.",
     "Forms in the evening, families in the day.", "Yes, since the duty rota changed."),
    ("The pod never lets me sit with it alone.", "Thursday mornings carry me through the week."),
    ("I asked three times about the quiet room.", "Interpreters: yes, and it changed.",
     "I do not know where such things go.", "My manager answers the same day.",
     "Somebody listened, then nothing.", "We hear of decisions when they are made."),
)  # fmt: skip
_PARTNERS = tuple(f"colleague{number}@school.example.org" for number in range(1, 10))


def demo(world: Any) -> None:
    """Promises, rounds that were answered and decided as the night does it, one that is open, and what came of it."""
    began, lead, random = date(world.on.year - 1, 9, 1), world.people[_LEAD], Random(4)  # noqa: S311  # nosec B311
    promises = {}
    for code, whose, words in SHIPPED:
        promises[code], _ = Promise.objects.get_or_create(
            code=code, until_on=None, defaults={"whose": whose.value, "words": words, "from_on": began}
        )
    Promise.objects.filter(code__in=promises, until_on=None).update(from_on=began, set_by=lead)
    here = Membership.objects.filter(ended_on=None, user__is_active=True, user__is_system=False).order_by("pk")
    staff = [each.user for each in here.select_related("user")]
    rounds = []
    for days, likely in ((100, _LIKELY[0]), (20, _LIKELY[1])):
        survey = _round(lead, "staff", world.on - timedelta(days=days), EXAMPLE, promises)
        rounds.append(survey)
        _answer(survey, ((mark_of(each), each) for each in staff), random, likely)
    partners = _round(lead, "partners", world.on - timedelta(days=30), EXAMPLE_OF_PARTNERS, promises)
    marks = [found[1] for email in _PARTNERS if (found := read_link(link_for(partners.pk, email)))]
    _answer(partners, ((mark, None) for mark in marks), random, _LIKELY[1], chance=1.0)
    night = datetime.combine(world.on, time(4, 30), HERE)
    for survey in (rounds[0], partners, rounds[1]):
        decide_round(key=survey.pk, at=night, shuffle=random.shuffle)
    _round(lead, "staff", world.on - timedelta(days=4), EXAMPLE, promises, lasts=14)
    _round(lead, "partners", world.on - timedelta(days=3), EXAMPLE_OF_PARTNERS, promises, lasts=20)
    _round(lead, "staff", world.on + timedelta(days=40), EXAMPLE, promises)
    _tell(world, rounds)


def _round(
    lead: Any, asked: str, opens_on: date, questions: Iterable[Any], promises: dict[str, Promise], lasts: int = 13
) -> Survey:
    closes = opens_on + timedelta(days=lasts)
    survey = Survey.objects.create(asked=asked, opens_on=opens_on, closes_on=closes, set_by=lead)
    Question.objects.bulk_create(
        Question(survey=survey, place=place, promise=promises[each.promise], words=each.words)
        for place, each in enumerate(questions, start=1)
    )
    return survey


def _answer(
    survey: Survey, people: Iterable[tuple[str, Any]], random: Random, likely: Any, chance: float = 0.85
) -> None:
    """As the pages do it, without a page: through the functions of the database, each as themselves."""
    questions = list(survey.questions.order_by("place"))
    for mark, person in people:
        if random.random() > chance:
            continue
        said = []
        for place, each in enumerate(questions):
            words = random.choice(_WROTE[place]) if person is not None and random.random() < 0.3 else ""
            answer = random.choices(_ANSWERS, likely[place])[0]
            said.append({"question": each.pk, "answer": answer.value, "words": words})
        if person is None:
            _call("select answer_partner_survey(%s, %s, %s, %s)", survey, mark, said)
        else:
            with acting_as(person):
                _call("select answer_survey(%s, %s, %s, %s)", survey, mark, said)


def _call(statement: str, survey: Survey, mark: str, said: list[dict[str, Any]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, [survey.pk, mark, json.dumps(said), survey.opens_on + timedelta(days=2)])


def _tell(world: Any, rounds: list[Survey]) -> None:
    lead, on = world.people[_LEAD], world.on
    heard = rounds[0].questions.get(place=3), rounds[0].questions.get(place=1), rounds[1].questions.get(place=3)
    for question, told, said in (
        (heard[0], 60, {"words": "Interpreters come too late for first visits.", "did": "We did",
                        "what": "The booking form is open to duty workers at weekends."}),
        (heard[1], 50, {"words": "Two people away at once leaves no time for families.", "did": "We will",
                        "will_by_on": on - timedelta(days=6),
                        "what": "Leave in a pod is planned together, six weeks ahead."}),
        (heard[2], 2, {"words": "There is nowhere quiet to telephone.", "did": "We cannot, because",
                       "what": "the lease ends in spring. Room 9.02 is kept free from 12 to 2 until then."}),
    ):  # fmt: skip
        entry = YouSaid.objects.create(told_on=on - timedelta(days=told), told_by=lead, **said)
        HeardIn.objects.create(you_said=entry, question=question)
    draft = YouSaid.objects.create(words="People want to know where things go that they ask for.")
    HeardIn.objects.create(you_said=draft, question=heard[2])
