"""Whoever was not yet heard is asked about on My day; what somebody asked waits with the managers."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from camden.models import User
from camden.principal import acting_as
from cases.models import Decision
from cases.operations.decisions import ask_decision, decide, hear
from cases.readings.decisions import who_must_be_heard
from cases.readings.to_decide import to_decide
from cases.reminders import due_for, on_screen
from cases.rules.deciding import Heard
from tests.conftest import as_role
from tests.factories.deliberating import decided

WAITS = {"is_urgent": True, "urgent_because": "Nobody was safe."}


def _urgent(cast: SimpleNamespace, on: date) -> Decision:
    children = cast.children[:2]
    heard = tuple(Heard(key, "not-yet") for key, _, _ in who_must_be_heard(cast.case, children))
    what = decided(cast.case, children, heard=heard, **WAITS)
    facts: dict[str, Any] = {"case": cast.case, "kind": "plan", "subject_id": 1, "children": children}
    with as_role("camden_app"), acting_as(cast.bilal):
        return decide(**facts, decided=what, by=cast.bilal, on=on)


def _lines(cast: SimpleNamespace, who: User, on: date) -> list[Any]:
    with as_role("camden_app"), acting_as(who):
        return [line for line in on_screen(who, on) if line.kind == "hearing"]


def test_the_lead_worker_is_asked_until_they_are_heard(cast: SimpleNamespace, today: date) -> None:
    decision = _urgent(cast, today)
    (line,) = _lines(cast, cast.amara, today)
    assert (line.text, line.due_on) == ("Not yet heard: Anisa and Imran", date(2026, 11, 10))
    assert line.url == decision.get_absolute_url()
    assert not _lines(cast, cast.bilal, today), "only whoever leads"
    first, second = decision.heard.order_by("pk")
    for row in (first, second):
        row.case = cast.case
        with as_role("camden_app"), acting_as(cast.amara):
            hear(heard=row, said=Heard(row.member_id, "phone", "I said.", "It did.", today), by=cast.amara, on=today)
        lines = _lines(cast, cast.amara, today)
        if row == first:
            (line,) = lines
            assert line.text == "Not yet heard: Imran" and line.url.endswith(f"/heard/{second.pk}/")
    assert not lines


def test_a_letter_names_nobody(cast: SimpleNamespace, today: date) -> None:
    _urgent(cast, today)
    (line,) = [line for line in due_for(cast.amara, today) if line.kind == "hearing"]
    assert line.text == "Hear who was not yet heard"
    assert line.initials == "A. R., I. R."


def test_what_was_asked_waits_with_the_managers_until_it_is_decided(cast: SimpleNamespace, today: date) -> None:
    with as_role("camden_app"), acting_as(cast.amara):
        asked = ask_decision(
            case=cast.case, kind="placement", question="Where does she sleep?", due_on=today,
            children=cast.children[:1], by=cast.amara, on=today,
        )  # fmt: skip
    with as_role("camden_app"), acting_as(cast.bilal):
        (line,) = to_decide(cast.bilal, today)
    assert line.href == f"{asked.get_absolute_url()}making/"
    assert line.since == "Amara Obi, today"
    with as_role("camden_app"), acting_as(cast.dan):
        assert not to_decide(cast.dan, today)
