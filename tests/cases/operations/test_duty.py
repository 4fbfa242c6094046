"""A hand-over note reaches the people who work with the family, and nobody else."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from camden.models import Message
from camden.principal import acting_as
from cases.models import ChronologyEntry, DutyNote
from cases.operations.duty import hand_over
from tests.conftest import as_role
from tests.factories.camden import DutyFactory, UserFactory
from tests.factories.cases import ExclusionFactory, InvolvementFactory

NIGHT = datetime(2026, 11, 3, 19, 5, tzinfo=UTC)


def leave(cast: SimpleNamespace, by: Any, on: date) -> DutyNote:
    with as_role("camden_app"), acting_as(by):
        return hand_over(case=cast.case, by=by, at=NIGHT, on=on, why="Shirin rang\nat seven.", done="Talked.")


def test_a_note_is_on_every_childs_timeline_and_tells_each_present_worker_once(
    cast: SimpleNamespace, today: date
) -> None:
    DutyFactory(worker=cast.dan, team=cast.service)
    InvolvementFactory(child=cast.children[0], worker=cast.bilal, team=cast.team, role="co-worker")
    gone, consulted, kept_out, left = UserFactory(), UserFactory(), UserFactory(), UserFactory(is_active=False)
    for worker, facts in (
        (gone, {"ended_on": today}),
        (consulted, {"scope": "consultation"}),
        (kept_out, {}),
        (left, {}),
    ):
        InvolvementFactory(child=cast.children[0], worker=worker, team=cast.pod, role="co-worker", **facts)
    ExclusionFactory(case=cast.case, worker=kept_out)
    note = leave(cast, cast.dan, today)
    entry = ChronologyEntry.objects.get()
    assert entry.summary == "Dan Price left a hand-over note: Shirin rang at seven."
    assert (entry.kind, entry.written_by, entry.subject_id) == ("duty", cast.dan, note.pk)
    assert entry.children.count() == 3
    messages = Message.objects.values_list("recipient", "kind", "subject", "subject_id", "due_on")
    expected = [(worker.pk, "duty-note", "cases.DutyNote", note.pk, today) for worker in (cast.amara, cast.bilal)]
    assert sorted(messages) == sorted(expected)


def test_who_writes_a_note_about_their_own_family_gets_no_message(cast: SimpleNamespace, today: date) -> None:
    leave(cast, cast.amara, today)
    assert not Message.objects.exists()


def test_nobody_leaves_a_note_in_a_record_that_is_closed_to_them(cast: SimpleNamespace, today: date) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        leave(cast, cast.dan, today)
    assert not DutyNote.objects.exists()
