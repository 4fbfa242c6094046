"""Verbs about a round of three questions: plan it, call it off, answer it, leave it; and links for partners."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db import connection, transaction

from camden.audit import record
from camden.models import User
from camden.operations.drafts import drafts_of, throw_away
from camden.operations.refusals import call
from training.models import Promise, Survey
from training.operations.marks import link_for, mark_of, read_link
from training.rules.listening import Answer

_SENTENCES = {
    "no such round": ("This round is not there any more.", ""),
    "it is open": ("This round is open: people may have answered, so its questions stay as they are.", ""),
    "it opens tomorrow or later": (
        "Enter tomorrow or a later day, so that nobody answers while you write.",
        "opens_on",
    ),
    "three questions": ("Ask three questions.", ""),
    "another round is open then": ("Another round asks the same people then. Choose other days.", "opens_on"),
    "no such promise": ("Tie each question to a promise that holds on the day it opens.", "opens_on"),
    "training_survey_opens_on_key": ("Another round opens on that day. Choose a different day.", "opens_on"),
    "a_round_closes_after_it_opens": ("Enter a last day that is not before the first.", "closes_on"),
}
FORM = "training:answer"  # the page that keeps what is typed until it is sent
Said = Mapping[int, tuple[Answer, str]]
"""By the key of a question: what somebody answered, and their words or none."""


@transaction.atomic
def plan_round(
    *,
    asked: str,
    opens_on: date,
    closes_on: date,
    questions: Sequence[tuple[Promise, str]],
    by: User,
    on: date,
    survey: Survey | None = None,
    version: int = 0,
) -> int:
    """Plan a round with its three questions, or change `survey` before it opens: its key.

    `asked` is a code of Whose; `version` that of the round the person saw. Raises NotDone, or Overtaken.
    """
    said = json.dumps([{"promise": promise.pk, "words": words} for promise, words in questions])
    values = [survey.pk if survey else None, version, asked, opens_on, closes_on, said, on]
    key: int = call("select plan_survey(%s, %s, %s, %s, %s, %s, %s)", values, _SENTENCES)
    record(action="changed a round of questions" if survey else "planned a round of questions", subject=Survey(pk=key))
    return key


@transaction.atomic
def call_off_round(*, survey: Survey, version: int, by: User, on: date) -> None:
    """Nobody is asked after all: until the day it opens, a round goes with its questions. NotDone, or Overtaken."""
    call("select call_off_survey(%s, %s, %s)", [survey.pk, version, on], _SENTENCES)
    record(action="called off a round of questions", subject=survey)


@transaction.atomic
def answer_round(*, survey: Survey, said: Said, by: User, on: date) -> bool:
    """Somebody of the staff answers, once. False when it is closed to them, or they have answered: nothing is kept.

    No audit of it is written: that they answered stands in a row of its own, and when in none.
    """
    return _answer_as(by, survey, said, on)


@transaction.atomic
def leave_for_now(*, survey: Survey, by: User, on: date) -> bool:
    """“Not this time” is an answer: nobody asks them again about this round."""
    return _answer_as(by, survey, {}, on)


@transaction.atomic
def make_links(*, survey: Survey, emails: Iterable[str], by: User) -> list[tuple[str, str]]:
    """For each address once, the end of the link to send there. Neither address nor link is kept anywhere."""
    plain = dict.fromkeys(email.strip().lower() for email in emails)
    record(action="made links to a round of questions", subject=survey)
    return [(email, link_for(survey.pk, email)) for email in plain]


def open_by_link(*, token: str, on: date) -> int | None:
    """The round of a partner's link, if it can be answered that day and was not answered by this link."""
    found = read_link(token)
    if found is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute("select open_partner_survey(%s, %s, %s)", [*found, on])
        return found[0] if cursor.fetchone()[0] else None


@transaction.atomic
def answer_by_link(*, token: str, said: Said, on: date) -> bool:
    """A partner answers, once. False when the link or the round is closed: nothing is kept."""
    found = read_link(token)
    return found is not None and _answer("select answer_partner_survey(%s, %s, %s, %s)", *found, said, on)


def _answer_as(by: User, survey: Survey, said: Said, on: date) -> bool:
    """Kept without a name: so nothing that was typed stays with one, in whatever tab it was."""
    kept = _answer("select answer_survey(%s, %s, %s, %s)", survey.pk, mark_of(by), said, on)
    for draft in drafts_of(by).filter(form=FORM) if kept else ():
        throw_away(draft=draft)
    return kept


def _answer(statement: str, survey: int, mark: str, said: Said, on: date) -> bool:
    rows = [{"question": key, "answer": str(answer), "words": words} for key, (answer, words) in said.items()]
    with connection.cursor() as cursor:
        cursor.execute(statement, [survey, mark, json.dumps(rows), on])
        return bool(cursor.fetchone()[0])
