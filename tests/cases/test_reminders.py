"""What somebody who works with families is reminded of."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from camden.models import User
from camden.principal import acting_as
from cases.operations.agreements import close_action
from cases.reminders import due_for
from tests.conftest import as_role
from tests.factories.cases import ActionFactory, CaseFactory


def asked(user: User, on: date, role: str = "camden_worker") -> list[Any]:
    with as_role(role), acting_as(user):
        return due_for(User.objects.get(pk=user.pk), on)


def test_an_open_action_is_its_keepers(cast: SimpleNamespace, today: date) -> None:
    due_on = today + timedelta(days=2)
    action = ActionFactory(case=cast.case, keeper=cast.amara, promised_to="Shirin", due_on=due_on,
                           children=cast.children[:2])  # fmt: skip
    ActionFactory(case=cast.case, keeper=cast.bilal)
    for role in ("camden_app", "camden_worker"):
        (line,) = asked(cast.amara, today, role)
        assert (line.kind, line.text, line.about) == ("action", "Ring the school", "Anisa and Imran")
        assert line.why == "promised to Shirin · Group supervision, 27 October"
        assert (line.due_on, line.case_ids) == (due_on, (cast.case.pk,))
        assert line.url == f"/cases/{cast.case.pk}/actions/{action.pk}/"


def test_an_action_for_nobody_in_particular_is_about_the_family(cast: SimpleNamespace, today: date) -> None:
    ActionFactory(case=cast.case, keeper=cast.amara)
    assert [line.about for line in asked(cast.amara, today)] == ["Rahman–Khatun"]


def test_what_is_closed_or_in_a_record_one_may_not_see_any_more_is_not_there(
    cast: SimpleNamespace, today: date
) -> None:
    closed = ActionFactory(case=cast.case, keeper=cast.amara)
    with acting_as(cast.amara):
        close_action(action=closed, by=cast.amara, on=today, is_done=True)
    ActionFactory(case=CaseFactory(team_ids=[cast.elsewhere.pk]), keeper=cast.amara)
    assert asked(cast.amara, today) == []
