"""What is asked of an idea that was kept, before it reaches the family's formulation."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.versions import Overtaken
from supervision.models import Discussion, Hypothesis, HypothesisKept
from supervision.operations.holding import NotInTheRoom, hold_discussion, who_hears
from supervision.readings.kept import kept_rows, version_of

WRITTEN = (
    "whose_view", "evidence_for", "evidence_against", "would_see", "risk_means", "ask_what", "ask_whom", "ask_by",
    "ask_by_on", "first_sentence", "not_asked_because",
)  # fmt: skip


@transaction.atomic
def write_kept(
    *, discussion: Discussion, by: User, said: Mapping[int, Mapping[str, Any]], version: int | None = None
) -> None:
    """Write down what is asked of each kept idea, by its key: columns of HypothesisKept, and `level`.

    An idea that is not kept any more is passed over. `version` is that of `readings.kept.version_of`; None asks
    nobody. Raises Locked, NotInTheRoom, or Overtaken when somebody else wrote meanwhile.
    """
    hold_discussion(discussion)
    rows = kept_rows(discussion)
    if version is not None and version != version_of(rows):
        raise Overtaken(discussion, frozenset())
    room = who_hears(discussion.session, discussion.case)
    for row in rows:
        if row.pk in said:
            _write_one(row, said[row.pk], room)
    record(action="wrote down what is asked of kept ideas", subject=discussion, case_id=discussion.case_id)


def _write_one(row: Hypothesis, said: Mapping[str, Any], room: set[int]) -> None:
    words = {name: said[name] for name in WRITTEN if name in said}
    who = words.get("ask_by")
    if who is not None and who.pk not in room:
        raise NotInTheRoom
    if row.level != said.get("level", row.level):
        Hypothesis.objects.filter(pk=row.pk).update(level=said["level"], version=F("version") + 1)
    if not hasattr(row, "kept"):
        if any(words.values()):
            HypothesisKept.objects.create(case_id=row.case_id, hypothesis=row, **words)
    elif any(getattr(row.kept, name) != value for name, value in words.items()):
        HypothesisKept.objects.filter(pk=row.pk).update(**words, version=F("version") + 1)
