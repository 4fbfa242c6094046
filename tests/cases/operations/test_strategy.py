"""A strategy discussion and the enquiries it begins."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from camden.models import Message
from camden.principal import acting_as
from cases.models import ChronologyEntry, Enquiry, Episode, StrategyDiscussion
from cases.operations import strategy
from cases.operations.strategy import ChildWeighed, NotHeld, Said, hold_strategy_discussion
from tests.conftest import as_role
from tests.factories.cases import ExclusionFactory, InvolvementFactory
from tests.factories.journey_protect import EnquiryFactory

CAUSE = datetime(2026, 11, 3, 8, 0, tzinfo=UTC)
HELD = datetime(2026, 11, 3, 10, 30, tzinfo=UTC)
WORDS = {"shared": "s", "decision": "d", "safety_tonight": "n", "telling_parents": "t"}


def hold(cast: SimpleNamespace, enquired: list[Any], talked: list[Any] = [], **more: Any) -> StrategyDiscussion:  # noqa: B006
    """What Amara writes down, unless said otherwise."""
    said = Said(agencies=["social-care", "police"], is_joint=True, **WORDS)
    parts = [ChildWeighed(child, True) for child in enquired] + [ChildWeighed(child, False) for child in talked]
    given = {"by": cast.amara, "decided_by": cast.bilal, "cause_at": CAUSE, "held_at": HELD, "said": said, **more}
    with as_role("camden_app"), acting_as(cast.amara):
        return hold_strategy_discussion(case=cast.case, parts=parts, on=date(2026, 11, 3), **given)


def test_each_child_enquired_about_has_an_enquiry_from_the_day_it_was_held(cast: SimpleNamespace) -> None:
    anisa, imran, zayd = cast.children
    discussion = hold(cast, [anisa, imran], [zayd])
    found = Enquiry.objects.order_by("child").values_list("child", "started_on", "strategy")
    assert list(found) == [(anisa.pk, date(2026, 11, 3), discussion.pk), (imran.pk, date(2026, 11, 3), discussion.pk)]
    entry = ChronologyEntry.objects.get(kind="strategy")
    assert entry.summary == "Strategy discussion about Anisa, Imran and Zayd: enquiry about Anisa and Imran"
    assert entry.subject_id == discussion.pk


def test_nobody_is_enquired_about_without_somebody_deciding_so(cast: SimpleNamespace) -> None:
    discussion = hold(cast, [], [cast.children[0]])
    assert discussion.is_joint is None
    assert not Enquiry.objects.exists()
    assert not Message.objects.exists()


def test_the_childrens_workers_and_their_manager_hear_of_an_enquiry_once_and_who_wrote_it_does_not(
    cast: SimpleNamespace,
) -> None:
    InvolvementFactory(child=cast.children[1], worker=cast.dan, team=cast.elsewhere, role="co-worker")
    discussion = hold(cast, cast.children)
    told = Message.objects.order_by("recipient").values_list("recipient", "kind", "subject_id", "due_on")
    today = date(2026, 11, 3)
    assert set(told) == {
        (cast.bilal.pk, "alert-enquiry", discussion.pk, today),
        (cast.dan.pk, "alert-enquiry", discussion.pk, today),
    }


def test_nobody_who_is_kept_out_of_the_record_hears_of_it(cast: SimpleNamespace) -> None:
    ExclusionFactory(case=cast.case, worker=cast.bilal)
    hold(cast, cast.children)
    assert not Message.objects.exists()


def test_a_manager_hears_nothing_of_a_restricted_record_they_do_not_see(cast: SimpleNamespace) -> None:
    cast.case.is_restricted = True
    cast.case.save()
    hold(cast, cast.children)
    assert not Message.objects.exists()


def refusal(cast: SimpleNamespace, *args: Any, **more: Any) -> tuple[str, str]:
    """What is said, and about which answer; nothing is kept."""
    with pytest.raises(NotHeld) as why:
        hold(cast, *args, **more)
    assert not StrategyDiscussion.objects.exists()
    return str(why.value), why.value.about


def test_a_second_enquiry_beside_an_open_one_is_refused_in_words(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    EnquiryFactory(child=anisa)
    said = "An enquiry about Anisa is open since 2 November 2026: choose “No new enquiry”."
    assert refusal(cast, [anisa]) == (said, f"child_{anisa.pk}")


def test_an_enquiry_that_would_overlap_another_is_refused_in_words(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    EnquiryFactory(
        child=anisa, started_on=date(2026, 11, 1), ended_on=date(2026, 11, 5), outcome="legal-action",
        concluded_on=date(2026, 11, 4),
    )  # fmt: skip
    assert "ran from 1 November 2026 to 5 November 2026" in refusal(cast, [anisa])[0]


def test_an_enquiry_follows_a_referral(cast: SimpleNamespace) -> None:
    Episode.objects.filter(child=cast.children[0]).update(closed_on="2026-10-01", closure_reason="RC7")
    assert "Anisa has no open referral on 3 November 2026." in refusal(cast, [cast.children[0]])[0]


def test_a_child_who_has_died_is_not_enquired_about_after(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    anisa.died_on = date(2026, 11, 1)
    assert refusal(cast, [anisa])[0] == "Anisa died on 1 November 2026. Check the day."


def test_a_discussion_before_its_cause_is_refused_in_words(cast: SimpleNamespace) -> None:
    assert refusal(cast, cast.children, cause_at=HELD, held_at=CAUSE)[1] == "held_on"


def test_it_is_said_whether_an_enquiry_is_joint_and_about_whom(cast: SimpleNamespace) -> None:
    assert refusal(cast, cast.children, said=Said(agencies=["police"], **WORDS))[1] == "is_joint"
    assert refusal(cast, [])[0] == "Choose at least one child whom you talked about."


def test_of_two_at_once_the_second_is_told_in_words(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the other one's enquiry appeared after the question and before the answer."""
    EnquiryFactory(child=cast.children[0])
    monkeypatch.setattr(strategy, "_check_enquiries", lambda children, on: None)
    assert "begun by somebody else meanwhile" in refusal(cast, [cast.children[0]])[0]


def test_the_database_holds_one_open_enquiry_for_each_child(cast: SimpleNamespace) -> None:
    EnquiryFactory(child=cast.children[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        EnquiryFactory(child=cast.children[0])


def test_an_enquiry_on_the_day_of_a_closing_is_refused_in_words(cast: SimpleNamespace) -> None:
    """It would be open for a child who is not in need any more (8868)."""
    anisa = cast.children[0]
    Episode.objects.filter(child=anisa).update(closed_on=HELD.date(), closure_reason="RC7")
    with pytest.raises(NotHeld, match="not in need now"):
        hold(cast, [anisa])
    assert not StrategyDiscussion.objects.exists()
