"""Where a child stands follows from dated facts: the highest rung that is open."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules.happenings import Happened as H
from cases.rules.ladder import COUNTED, Overlay, Status, standing

D = [date(2026, 1, 5) + timedelta(days=7 * week) for week in range(20)]


@pytest.mark.parametrize(
    ("last", "in_need_since", "status", "since"),
    [
        ({}, None, Status.UNKNOWN, None),
        ({}, D[0], Status.REFERRED, D[0]),
        ({H.NEED_ENDED: D[3]}, None, Status.CLOSED, D[3]),
        ({H.NEED_ENDED: D[3]}, D[4], Status.REFERRED, D[4]),
        ({H.NEED_ENDED: D[3], H.HELP_PLAN_STARTED: D[3]}, None, Status.HELP, D[3]),
        ({H.REFERRAL_RECEIVED: D[0], H.REFERRAL_DECIDED: D[0], H.HELP_PLAN_STARTED: D[1]}, D[0], Status.HELP, D[1]),
        ({H.REFERRAL_RECEIVED: D[0]}, None, Status.REFERRED, D[0]),
        ({H.ASSESSMENT_STARTED: D[1]}, D[0], Status.ASSESSED, D[1]),
        ({H.ASSESSMENT_STARTED: D[1], H.ASSESSMENT_ENDED: D[1]}, D[0], Status.REFERRED, D[0]),
        ({H.ASSESSMENT_STARTED: D[1], H.NEED_PLAN_STARTED: D[2]}, D[0], Status.NEED, D[2]),
        ({H.NEED_PLAN_STARTED: D[2], H.ENQUIRY_STARTED: D[3]}, D[0], Status.ENQUIRY, D[3]),
        ({H.NEED_PLAN_STARTED: D[2], H.ENQUIRY_STARTED: D[3], H.ENQUIRY_ENDED: D[3]}, D[0], Status.NEED, D[2]),
        (
            {H.NEED_PLAN_STARTED: D[2], H.NEED_PLAN_ENDED: D[5], H.PROTECTION_PLAN_STARTED: D[5]},
            D[0],
            Status.PROTECTION,
            D[5],
        ),
        ({H.PROTECTION_PLAN_STARTED: D[5], H.PROTECTION_PLAN_ENDED: D[5]}, D[0], Status.PROTECTION, D[5]),
        ({H.PROTECTION_PLAN_STARTED: D[5], H.LOOKED_AFTER_BEGAN: D[6]}, D[0], Status.LOOKED_AFTER, D[6]),
        ({H.LOOKED_AFTER_BEGAN: D[6], H.DIED: D[7]}, D[0], Status.DIED, D[7]),
    ],
)
def test_a_child_stands_on_the_highest_open_rung(
    last: dict[str, date], in_need_since: date | None, status: Status, since: date | None
) -> None:
    found = standing(last, in_need_since)
    assert (found.status, found.since) == (status, since)


@pytest.mark.parametrize(
    ("last", "beside"),
    [
        ({H.LETTER_BEFORE_PROCEEDINGS: D[1]}, (Overlay.BEFORE_COURT,)),
        ({H.LETTER_BEFORE_PROCEEDINGS: D[1], H.PRE_PROCEEDINGS_ENDED: D[2]}, ()),
        ({H.LETTER_BEFORE_PROCEEDINGS: D[1], H.PROCEEDINGS_ISSUED: D[2]}, (Overlay.IN_COURT,)),
        ({H.PROCEEDINGS_ISSUED: D[2], H.FINAL_ORDER: D[9]}, ()),
        ({H.PROTECTION_PLAN_STARTED: D[1], H.LOOKED_AFTER_BEGAN: D[2]}, (Overlay.STILL_PROTECTED,)),
        ({H.LEAVING_CARE_ELIGIBLE: D[2], H.LOOKED_AFTER_BEGAN: D[0]}, (Overlay.LEAVING_CARE,)),
    ],
)
def test_some_things_are_so_beside_any_rung(last: dict[str, date], beside: tuple[Overlay, ...]) -> None:
    assert standing(last, D[0]).beside == beside


def test_words_say_the_rung_and_what_is_beside_it() -> None:
    found = standing({H.PROTECTION_PLAN_STARTED: D[1], H.PROCEEDINGS_ISSUED: D[2]}, D[0])
    assert found.words == "Child protection plan, in care proceedings"
    assert all(status.words for status in Status)


@given(st.dictionaries(st.sampled_from(sorted(COUNTED - {H.DIED})), st.sampled_from(D)), st.sampled_from(D))
def test_a_further_beginning_never_takes_a_child_down(last: dict[str, date], on: date) -> None:
    order = list(Status)
    for began in (H.ASSESSMENT_STARTED, H.NEED_PLAN_STARTED, H.PROTECTION_PLAN_STARTED, H.LOOKED_AFTER_BEGAN):
        before, after = standing(last), standing(last | {began: max(on, D[-1])})
        assert order.index(after.status) >= order.index(before.status)
        assert not {*before.beside} - {*after.beside}
