"""What became of an idea: strengthened, revised or let go, with what showed it."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from cases.models import Question
from cases.operations.asking import plan_question
from cases.operations.refusing import Refusal, in_words
from cases.rules.audience import Marks
from supervision.models import Hypothesis, HypothesisKept, HypothesisWeighed
from supervision.readings.formulation import as_rule, with_all_of_it
from supervision.rules.hypotheses import NotNow, State, ToAsk, weighed
from supervision.rules.words import agreed_in

_TAKEN = {
    "an_idea_is_offered_once": ("Say it in other words: that sentence was there before.", "now"),
    "supervision_hypothesisweighed_pkey": ("Somebody else has weighed this already.", ""),
}


class NotWeighed(Refusal):
    """It stays as it was. Says why, and about which answer."""


@dataclass(frozen=True)
class Next:
    """The idea that a revised one became: its sentence, and what will be asked, or why nobody asks."""

    now: str
    what: str = ""
    whom: str = ""
    ask_by: User | None = None
    ask_by_on: date | None = None
    first_sentence: str = ""
    not_asked_because: str = ""

    def missing(self) -> list[str]:
        """What the question lacks, in words; nothing where there is a reason for none."""
        if self.not_asked_because.strip():
            return []
        key = self.ask_by.pk if self.ask_by else None
        lacks = ToAsk(self.whom, key, self.ask_by_on, self.first_sentence).missing()
        return lacks if self.what.strip() else ["what we ask", *lacks]


@transaction.atomic
def weigh(
    *, hypothesis: Hypothesis, verdict: str, evidence: str, by: User, on: date, becomes: Next | None = None
) -> Hypothesis | None:
    """Say what became of an idea, once. The idea it became, where it was revised.

    `verdict` is strengthened, revised or dropped. The first two need an answer; a revised one goes on as `becomes`,
    with a question of its own on the next visit's form, or the reason for none. Raises NotWeighed.
    """
    Hypothesis.objects.select_for_update(of=("self",)).get(pk=hypothesis.pk)
    row = with_all_of_it(Hypothesis.objects.filter(pk=hypothesis.pk)).get()
    try:
        weighed(as_rule(row), State(verdict), evidence, becomes.now if becomes else "")
    except NotNow as why:
        raise NotWeighed(str(why)) from why
    if becomes and becomes.missing():
        raise NotWeighed(f"The new idea lacks: {', '.join(becomes.missing())}. Or say why nobody will ask.", "ask_what")
    with in_words(NotWeighed, _TAKEN):
        HypothesisWeighed.objects.create(
            case_id=row.case_id, hypothesis=row, verdict=verdict, evidence=evidence, weighed_on=on, weighed_by=by
        )
        Hypothesis.objects.filter(pk=row.pk).update(status=verdict)
        new = _goes_on(row, becomes, on) if becomes else None
    record(action="weighed an idea", subject=row, case_id=row.case_id)
    return new


def _goes_on(row: Hypothesis, becomes: Next, on: date) -> Hypothesis:
    """The revised idea is a hypothesis too, kept by the same, from the same discussion."""
    new = Hypothesis.objects.create(
        case_id=row.case_id,
        discussion=row.discussion,
        text=becomes.now,
        status=Hypothesis.Status.KEPT,
        level=row.level,
        kept_by=row.kept_by,
        is_about_danger=row.is_about_danger,
        revised_from=row,
    )
    asked = {
        "ask_what": becomes.what,
        "ask_whom": becomes.whom,
        "ask_by": becomes.ask_by,
        "ask_by_on": becomes.ask_by_on,
        "first_sentence": becomes.first_sentence,
    }
    if becomes.not_asked_because.strip():
        asked = {"not_asked_because": becomes.not_asked_because}
    question = None if becomes.not_asked_because.strip() else _plan(row, becomes, on)
    HypothesisKept.objects.create(case_id=row.case_id, hypothesis=new, question=question, **asked)
    return new


def _plan(row: Hypothesis, becomes: Next, on: date) -> Question:
    assert becomes.ask_by is not None  # `missing` said so
    assert becomes.ask_by_on is not None
    before = row.kept.question if hasattr(row, "kept") else None
    marks = Marks(before.is_kept_from_family, tuple(before.kept_from)) if before else Marks()
    try:
        return plan_question(
            case=row.discussion.case,
            what=becomes.what,
            whom=becomes.whom,
            first_sentence=becomes.first_sentence,
            ask_by=becomes.ask_by,
            ask_by_on=becomes.ask_by_on,
            asked_for_in=agreed_in(row.discussion.held_on),
            on=on,
            marks=marks,
        )
    except Refusal as why:
        raise NotWeighed(str(why), why.about) from why
