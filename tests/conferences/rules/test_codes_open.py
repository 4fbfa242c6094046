"""Which reasons may be said where a conference stands."""

import pytest

from conferences.rules.not_taken_up import Why, codes_open
from conferences.rules.stages import Stage


@pytest.mark.parametrize("is_manager", [False, True])
def test_only_a_manager_decides_against_and_only_an_offer_is_declined(is_manager: bool) -> None:
    offered = codes_open([Stage.OFFERED], is_manager=is_manager)
    assert (Why.NOT_IN_INTEREST in offered) == is_manager
    assert {*offered} | {Why.NOT_IN_INTEREST} == {*Why}
    on_its_way = codes_open([Stage.OFFERED, Stage.ACCEPTED, Stage.ALLOCATED], is_manager=is_manager)
    assert on_its_way == ((Why.NOT_IN_INTEREST,) if is_manager else ())
    assert codes_open([Stage.OFFERED, Stage.WITHDRAWN], is_manager=is_manager) == ()
