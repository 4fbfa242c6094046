"""What is agreed is on the timeline and with its keeper; what became of it is said once."""

from datetime import date
from types import SimpleNamespace

import pytest

from camden.principal import acting_as
from cases.models import Action, ChronologyEntry
from cases.operations.agreements import AlreadyClosed, agree_action, close_action
from tests.conftest import as_role
from tests.factories.cases import ActionFactory


def test_an_action_is_agreed_for_children_and_is_on_their_timeline(cast: SimpleNamespace, today: date) -> None:
    with as_role("camden_app"), acting_as(cast.bilal):
        action = agree_action(
            case=cast.case, children=cast.children[:2], what="Ask Anisa who notices first", keeper=cast.amara,
            by=cast.bilal, on=today, agreed_in="Group supervision, 3 November", first_sentence="Who notices first?",
        )  # fmt: skip
    assert list(Action.objects.open().filter(keeper=cast.amara)) == [action]
    entry = ChronologyEntry.objects.get()
    assert entry.summary == "Group supervision, 3 November: Amara Obi will ask Anisa who notices first"
    assert (entry.kind, entry.written_by, entry.subject_id) == ("agreed", cast.bilal, action.pk)
    assert list(entry.children.order_by("pk")) == cast.children[:2]


@pytest.mark.parametrize(("is_done", "verb"), [(True, "did what was agreed"), (False, "put aside what was agreed")])
def test_what_became_of_it_is_news_to_the_others(cast: SimpleNamespace, today: date, is_done: bool, verb: str) -> None:
    action = ActionFactory(case=cast.case, keeper=cast.amara, children=cast.children[:1])
    with as_role("camden_app"), acting_as(cast.amara):
        close_action(action=action, by=cast.amara, on=today, is_done=is_done, outcome="She told me.")
    action.refresh_from_db()
    assert (action.closed_on, action.closed_by, action.is_done) == (today, cast.amara, is_done)
    entry = ChronologyEntry.objects.get()
    assert entry.summary == f"Amara Obi {verb}: ring the school"
    assert list(entry.children.all()) == cast.children[:1]


def test_it_is_said_once_whoever_says_it_second(cast: SimpleNamespace, today: date) -> None:
    action = ActionFactory(case=cast.case, keeper=cast.amara)
    with acting_as(cast.amara):
        close_action(action=action, by=cast.amara, on=today, is_done=True)
    with acting_as(cast.bilal), pytest.raises(AlreadyClosed):
        close_action(action=action, by=cast.bilal, on=today, is_done=False, outcome="No need.")
    action.refresh_from_db()
    assert (action.closed_by, action.is_done, action.outcome) == (cast.amara, True, "")
    assert ChronologyEntry.objects.count() == 1
