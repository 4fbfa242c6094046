"""A council says what counts, and gives the library its own words."""

from types import SimpleNamespace
from typing import Any

import pytest

from camden.access import Role
from supervision.models import PromptEdit, SupervisionSettings
from supervision.readings.settings import counting, lens_titles, prompts
from supervision.rules.counting import Talk
from tests.factories.camden import MembershipFactory, UserFactory

SET = {
    "resets": ["deep"], "resets_watched": ["deep", "one-to-one"], "weeks": "8", "weeks_watched": "4",
    "quick_minutes": "3", "quick_watched_minutes": "6", "most_in_depth": "2",
}  # fmt: skip


@pytest.fixture
def imogen(cast: SimpleNamespace, browser_for: Any) -> Any:
    person = UserFactory(name="Imogen Wells")
    MembershipFactory(user=person, team=cast.service, role=Role.TRAINING_LEAD)
    return browser_for(person)


def test_eve_says_what_counts(cast: SimpleNamespace, browser_for: Any) -> None:
    assert counting().resets == {Talk.DEEP, Talk.QUICK}
    eve = browser_for(cast.eve)
    assert eve.post("/settings/supervision/", SET).status_code == 302
    assert counting().resets == {Talk.DEEP}
    assert counting().resets_watched == {Talk.DEEP, Talk.ONE_TO_ONE}
    assert counting().weeks_watched == 4
    refused = eve.post("/settings/supervision/", SET | {"weeks_watched": "9"}).content.decode()
    assert "are talked about no later than others." in refused
    out_of_bounds = eve.post("/settings/supervision/", SET | {"weeks": "999", "most_in_depth": "0"}).content.decode()
    assert "“Each child is talked about within how many weeks?” is at most 26." in out_of_bounds
    assert "“How many families in depth at most in one session?” is at least 1." in out_of_bounds
    assert SupervisionSettings.objects.get().weeks_watched == 4
    assert browser_for(cast.amara).get("/settings/supervision/").status_code == 403


def test_a_question_gets_other_words_is_left_out_and_comes_back(imogen: Any) -> None:
    url = "/supervision/questions/worries-most/"
    assert imogen.post(url, {"words": "Who worries most at home?"}).status_code == 302
    assert "Who worries most at home?" in [each.words for each in prompts()]
    imogen.post(url, {"words": "", "is_off": "on"})
    assert "worries-most" not in [each.code for each in prompts()]
    assert "Left out" in imogen.get("/supervision/questions/").content.decode()
    imogen.post(url, {"words": ""})
    assert next(each for each in prompts() if each.code == "worries-most").words.startswith("Of everybody at home")


def test_a_question_of_our_own_is_added_once(imogen: Any) -> None:
    for _ in range(2):
        imogen.post("/supervision/questions/new/", {"kind": "future", "words": "What will Eid be like?"})
    assert [each.words for each in prompts()].count("What will Eid be like?") == 1
    assert PromptEdit.objects.get().kind == "future"


def test_a_lens_may_be_left_out(imogen: Any) -> None:
    imogen.post("/supervision/questions/appearance/", {"words": "", "is_off": "on"})
    assert "appearance" not in lens_titles()
    assert lens_titles()["gender"] == "Gender"


def test_everybody_reads_the_library_and_few_write_it(cast: SimpleNamespace, browser_for: Any) -> None:
    amara = browser_for(cast.amara)
    assert "Who notices first" in amara.get("/supervision/questions/").content.decode()
    assert amara.get("/supervision/questions/new/").status_code == 403
