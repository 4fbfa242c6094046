"""The morning's letters are written once, however often the timetable asks, and after whatever died on the way."""

from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import time_machine

from camden.models import Message
from camden.operations.people import welcome_jobs
from camden.overview import digest, tasks
from tests.factories.cases import ActionFactory


def test_the_letters_are_written_in_the_morning_and_what_comes_later_waits(cast: SimpleNamespace) -> None:
    welcome_jobs()
    with time_machine.travel("2026-11-03 06:00+00:00", tick=False):
        ActionFactory(case=cast.case, keeper=cast.amara, due_on="2026-11-03", agreed_on="2026-11-01")
        tasks.write_digests()
        ActionFactory(case=cast.case, keeper=cast.bilal, due_on="2026-11-03", agreed_on="2026-11-01")
        tasks.write_digests()
    assert [message.recipient for message in Message.objects.all()] == [cast.amara]
    with time_machine.travel("2026-11-04 06:00+00:00", tick=False):
        tasks.write_digests()
    assert Message.objects.filter(due_on="2026-11-04").count() == 2


def test_one_that_died_on_the_way_is_finished_by_the_next(cast: SimpleNamespace, monkeypatch: Any) -> None:
    welcome_jobs()
    for keeper in (cast.amara, cast.bilal):
        ActionFactory(case=cast.case, keeper=keeper, due_on="2026-11-03", agreed_on="2026-11-01")
    write = digest.enqueue

    def dies(**message: Any) -> None:
        if message["recipient_id"] == cast.bilal.pk:
            raise SystemExit
        write(**message)

    with time_machine.travel("2026-11-03 06:00+00:00", tick=False):
        with monkeypatch.context() as patched:
            patched.setattr(digest, "enqueue", dies)
            with suppress(SystemExit):
                tasks.write_digests()
        assert Message.objects.count() == 1
        tasks.write_digests()
    assert Message.objects.count() == 2
