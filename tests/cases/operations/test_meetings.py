"""Meetings on plans, what was agreed there, and when the record went out."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from camden.principal import acting_as
from cases.models import Action, ChronologyEntry, PlanMeeting, PlanSpell
from cases.operations.meetings import Agreed, NotHeld, hold_meeting, send_record
from tests.conftest import as_role

BEGAN, HELD = date(2026, 9, 1), date(2026, 9, 29)


@pytest.fixture
def hold(cast: SimpleNamespace) -> Any:
    for child in cast.children:
        PlanSpell.objects.create(case=cast.case, child=child, basis="need", started_on=BEGAN)

    def meet(*children: Any, **said: Any) -> PlanMeeting:
        facts: dict[str, Any] = {
            "kind": "need-review", "held_on": HELD, "who_came": "Shirin, Ms Lee", "words": "Sleep first.",
            "familys_words": "It is calmer.", "agreed": [Agreed("Ring the school", cast.amara, date(2026, 10, 2))],
        } | said  # fmt: skip
        with as_role("camden_app"), acting_as(cast.amara):
            return hold_meeting(case=cast.case, children=children or cast.children, by=cast.amara, **facts)

    return meet


def test_a_meeting_is_written_once_for_its_children_and_what_was_agreed_is_on_my_day(
    cast: SimpleNamespace, hold: Any
) -> None:
    meeting = hold()
    assert set(meeting.children.all()) == set(cast.children)
    action = Action.objects.get()
    assert (action.what, action.keeper, action.due_on) == ("Ring the school", cast.amara, date(2026, 10, 2))
    assert (action.agreed_in, action.agreed_on) == ("Child in need review, 29 September", HELD)
    entry = ChronologyEntry.objects.get(kind="meeting")
    assert (entry.subject_id, entry.happened_on) == (meeting.pk, HELD)
    assert entry.summary == "Child in need review about Anisa, Imran and Zayd"
    assert "calmer" not in entry.summary  # words stay out of the timeline


def test_a_meeting_is_about_a_plan_that_the_child_had_that_day(cast: SimpleNamespace, hold: Any) -> None:
    with pytest.raises(NotHeld, match="Anisa had no child in need plan on 31 August 2026") as refused:
        hold(held_on=date(2026, 8, 31))
    assert refused.value.about == "children"
    with pytest.raises(NotHeld, match="Anisa had no child protection plan"):
        hold(kind="core-group")
    PlanSpell.objects.filter(child=cast.children[2]).update(ended_on=HELD, end_reason="moved")
    hold()  # the last review, on the day the plan ends
    with pytest.raises(NotHeld, match="Zayd had no child in need plan"):
        hold(held_on=date(2026, 9, 30))
    with pytest.raises(NotHeld, match="Choose at least one child"), acting_as(cast.amara):
        hold_meeting(
            case=cast.case, children=[], kind="core-group", held_on=HELD, who_came="", words="", familys_words="",
            agreed=[], by=cast.amara,
        )  # fmt: skip


def test_nothing_agreed_is_due_before_the_meeting(cast: SimpleNamespace, hold: Any) -> None:
    with pytest.raises(NotHeld, match="on or after the day of the meeting"):
        hold(agreed=[Agreed("Ring the school", cast.amara, date(2026, 9, 28))])
    assert not PlanMeeting.objects.exists()


def test_the_record_is_sent_once_and_not_before_the_meeting(cast: SimpleNamespace, hold: Any) -> None:
    meeting = hold()
    with as_role("camden_app"), acting_as(cast.amara):
        with pytest.raises(NotHeld, match="The meeting was on 29 September 2026"):
            send_record(meeting=meeting, sent_on=date(2026, 9, 28), by=cast.amara)
        send_record(meeting=meeting, sent_on=HELD, by=cast.amara)
        with pytest.raises(NotHeld, match="already"):
            send_record(meeting=meeting, sent_on=HELD, by=cast.amara)
    assert PlanMeeting.objects.get().record_sent_on == HELD
    sent = ChronologyEntry.objects.order_by("pk").last()
    assert sent.summary == "Amara Obi sent the record of the child in need review on 29 September 2026"
