"""Words for a search to find: in papers, decisions and what a manager wrote."""

from datetime import date, timedelta
from types import SimpleNamespace

from cases.models import (
    Decision,
    DecisionHeard,
    DriftAnswer,
    FamilySays,
    Oversight,
    SharedView,
    Sharing,
)
from tests.factories.writing import assessment_of, paper_of, part_of


def write_papers(cast: SimpleNamespace, day: date, words: str = "A kettle was there") -> SimpleNamespace:
    """The same words in a paper and beside it, in a decision, in a note on oversight and in what follows."""
    child, by = cast.children[0], cast.amara
    writing = paper_of(assessment_of(cast.case, [child], by))
    part = part_of(writing, "why", words, by)
    heard_by = {"case": cast.case, "part": part, "said_on": day, "heard_by": by}
    FamilySays.objects.create(member=child, words=words, **heard_by)
    SharedView.objects.create(
        case=cast.case,
        writing=writing,
        stand="differ",
        about="The mornings",
        our_words="Late.",
        their_words=words,
        member=child,
        said_on=day,
        recorded_by=by,
    )
    shared = {"how": "together", "shared_on": day, "shared_by": by, "answered_on": day, "remarks": words}
    Sharing.objects.create(case=cast.case, writing=writing, member=child, **shared)
    made = {"made_on": day, "made_by": by, "what": "He stays.", "why": words}
    decision = Decision.objects.create(case=cast.case, kind="placement", **made)
    heard = {"how": "in-person", "words": words, "changed": "We come at six.", "heard_on": day, "recorded_by": by}
    DecisionHeard.objects.create(case=cast.case, decision=decision, member=child, **heard)
    Oversight.objects.create(
        case=cast.case, about="A late visit", decision="Go today.", rationale=words, written_on=day, written_by=by
    )
    DriftAnswer.objects.create(
        case=cast.case,
        kind="goal-still",
        child=child,
        answer="going-on",
        words=words,
        answered_on=day,
        answered_by=by,
        quiet_until_on=day + timedelta(days=7),
    )
    return SimpleNamespace(writing=writing, part=part, decision=decision)
