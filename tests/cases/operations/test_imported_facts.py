"""What of a file becomes fact: blanks are filled, nothing held is written over, what cannot be is explained."""

import hashlib
import io
from collections import Counter
from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camden.models import Team
from cases.models import ChronologyEntry, Episode, ImportRun, Member
from cases.operations.imports import Problem
from cases.returns.cin_census import read
from tests.cases.operations.importing import everything, sentences, take
from tests.cases.returns.xml import census, child, element, episode
from tests.factories.camden import TeamFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    return TeamFactory(code="NORTH")


def test_a_later_file_fills_blanks_adds_episodes_and_closes_them(team: Team) -> None:
    expected = element("ExpectedPersonBirthDate", "2025-09-01")
    take(team, census(child("C1", episode("2025-04-01", need=None), born=None, sex="U", more=expected)))
    later = child("C1", episode("2025-04-01", "2025-10-01", "RC8"), episode("2025-10-01"), born="2025-09-03")
    told: list[Problem] = []
    outcome = take(team, census(later), told)
    assert told == []
    assert outcome.counts["episodes closed now"] == 1
    found = Member.objects.get()
    assert (found.born_on, found.expected_on, found.sex) == (date(2025, 9, 3), None, "F")
    closed, opened = Episode.objects.order_by("pk")
    assert (closed.closed_on, closed.closure_reason, closed.primary_need) == (date(2025, 10, 1), "RC8", "N1")
    assert (opened.referred_on, opened.closed_on) == (date(2025, 10, 1), None)
    assert ChronologyEntry.objects.filter(kind="closure").count() == 1


def test_what_is_held_is_never_written_over(team: Team) -> None:
    take(team, census(child("C1", episode("2025-04-01", "2025-05-01", "RC7"))))
    other = child("C1", episode("2025-04-01", "2025-05-02", "RC8", source="9"), sex="M", ethnicity="CHNE")
    told: list[Problem] = []
    before = everything()
    take(team, census(other), told)
    assert set(sentences(told)) == {
        "Sex[1]", "Ethnicity[1]", "ReferralSource[1]", "CINclosureDate[1]", "ReasonForClosure[1]",
    }  # fmt: skip
    assert all("differs from what is held" in sentence for sentence in sentences(told).values())
    found, held = Member.objects.get(), Episode.objects.get()
    assert (found.sex, found.ethnicity, held.closed_on) == ("F", "WBRI", date(2025, 5, 1))
    assert everything()["ChronologyEntry"] == before["ChronologyEntry"]


def test_codes_that_say_nobody_knows_neither_contradict_nor_stay(team: Team) -> None:
    take(team, census(child("C1", sex="U", ethnicity="NOBT")))
    told: list[Problem] = []
    take(team, census(child("C1", episode(), sex="F", ethnicity="BAFR")), told)
    take(team, census(child("C1", episode(), sex="U", ethnicity="NOBT")), told)
    assert told == []
    assert Member.objects.values_list("sex", "ethnicity").get() == ("F", "BAFR")


def with_disabilities(number: str, *codes: str) -> str:
    said = element("Disabilities", "".join(element("Disability", code) for code in codes))
    return child(number, episode()).replace("</ChildCharacteristics>", f"{said}</ChildCharacteristics>")


def test_disabilities_are_taken_in_the_order_of_the_census_and_never_written_over(team: Team) -> None:
    take(team, census(with_disabilities("C1", "LD", "MOB", "LD"), with_disabilities("C2", "NONE"), child("C3")))
    found = dict(Member.objects.values_list("la_child_id", "disabilities"))
    assert found == {"C1": ["MOB", "LD"], "C2": ["NONE"], "C3": []}
    told: list[Problem] = []
    files = (with_disabilities("C1", "MOB"), with_disabilities("C2", "NONE"), with_disabilities("C3", "NONE", "AUT"))
    take(team, census(*files), told)
    found = dict(Member.objects.values_list("la_child_id", "disabilities"))
    assert found == {"C1": ["MOB", "LD"], "C2": ["NONE"], "C3": ["AUT"]}
    assert sorted(problem.sentence for problem in told) == [
        "A disability is given beside this, so it was not used.",
        "This differs from what is held (MOB, LD), which was kept.",
    ]


@pytest.mark.parametrize(
    ("name", "written", "sentence"),
    [
        ("ExpectedPersonBirthDate", "2015-05-01", "held as born on 17 May 2015"),
        ("PersonDeathDate", "2014-01-01", "death would be before the birth"),
    ],
)
def test_a_later_file_cannot_contradict_a_birth(team: Team, name: str, written: str, sentence: str) -> None:
    take(team, census(child("C1", episode())))
    told: list[Problem] = []
    take(team, census(child("C1", episode(), born=None, more=element(name, written))), told)
    assert sentence in sentences(told)[f"{name}[1]"]


def test_a_child_held_as_unborn_keeps_the_sex_unknown(team: Team) -> None:
    expected = element("ExpectedPersonBirthDate", "2025-09-01")
    take(team, census(child("C1", episode(), born=None, sex=None, more=expected)))
    told: list[Problem] = []
    take(team, census(child("C1", episode(), born=None, sex="M")), told)
    assert "not yet born" in sentences(told)["Sex[1]"]


def test_an_expected_day_does_not_make_a_child_of_known_sex_unborn(team: Team) -> None:
    take(team, census(child("C1", episode(), born=None, sex="M")))
    told: list[Problem] = []
    expected = element("ExpectedPersonBirthDate", "2025-09-01")
    take(team, census(child("C1", episode(), born=None, sex=None, more=expected)), told)
    assert "sex is held as known" in sentences(told)["ExpectedPersonBirthDate[1]"]


@pytest.mark.parametrize(
    ("episodes", "held", "sentence"),
    [
        ([episode(None)], 0, "no referral date"),
        ([episode("2025-02-30")], 0, "no referral date"),
        (["<CINdetails/>"], 0, "no referral date"),
        ([episode("2025-04-01", "2025-05-01")], 0, "needs a readable day and reason"),
        ([episode("2025-04-01", None, "RC7")], 0, "needs a readable day and reason"),
        ([episode("2025-04-01", "2025-05-01", "RC99")], 0, "needs a readable day and reason"),
        ([episode("2025-04-01", "1066-10-14")], 0, "needs a readable day and reason"),
        ([episode("2025-04-01", "2025-03-31", "RC7")], 0, "closing is before the referral"),
        ([episode("2024-01-01"), episode("2025-01-01")], 1, "another open episode, from 1 January 2025"),
        (
            [episode("2024-01-01", "2024-06-01", "RC7"), episode("2024-05-31", "2024-07-01", "RC7")],
            1,
            "overlaps with the episode that began on 1 January 2024",
        ),
        ([episode("2024-01-01", "2024-01-01", "RC7")] * 2, 1, "given twice"),
    ],
)
def test_an_episode_that_cannot_be_is_kept_and_explained(
    team: Team, episodes: list[str], held: int, sentence: str
) -> None:
    told: list[Problem] = []
    outcome = take(team, census(child("C1", *episodes)), told)
    assert Episode.objects.count() == held
    assert outcome.counts["episodes refused"] == 1
    assert any(sentence in problem.sentence for problem in told)
    assert Member.objects.count() == 1


def test_an_episode_nobody_closed_does_not_keep_out_all_that_followed(team: Team) -> None:
    forgotten, past, present = (
        episode("2019-01-01"),
        episode("2021-01-01", "2022-01-01", "RC7"),
        episode("2024-01-01"),
    )
    take(team, census(child("C1", forgotten, past, present)))
    assert [e.referred_on.year for e in Episode.objects.order_by("referred_on")] == [2021, 2024]


def test_an_open_episode_of_a_mistyped_year_gives_way(team: Team) -> None:
    take(team, census(child("C1", episode("2062-01-01"), episode("2026-01-01"))))
    assert Episode.objects.get().referred_on.year == 2026


def test_a_child_may_be_referred_again_on_the_day_of_a_closing(team: Team) -> None:
    told: list[Problem] = []
    take(team, census(child("C1", episode("2025-04-01", "2025-05-01", "RC7"), episode("2025-05-01"))), told)
    assert told == []
    assert Episode.objects.count() == 2


def test_a_referral_that_stood_beside_an_episode_is_not_closed_across_it(team: Team) -> None:
    beside = episode("2025-04-02", nfa="1")
    take(team, census(child("C1", episode("2025-04-01", "2025-07-01", "RC7"), beside)))
    told: list[Problem] = []
    outcome = take(team, census(child("C1", episode("2025-04-02", "2025-06-02", "RC8", nfa="1"))), told)
    assert "overlap with the episode from 1 April 2025" in sentences(told)["CINclosureDate[1]"]
    assert len(told) == 1
    assert Episode.objects.get(referred_on=date(2025, 4, 2)).closed_on is None
    assert outcome.counts["episodes closed now"] == 0
    take(team, census(child("C1", episode("2025-04-02", "2025-04-02", "RC8", nfa="1"))))
    assert Episode.objects.get(referred_on=date(2025, 4, 2)).closure_reason == "RC8"


DAYS = st.sampled_from(["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01", "1066-01-01", "soon", "", None])
EPISODES = st.builds(
    episode,
    DAYS,
    DAYS,
    st.sampled_from(["RC1", "RC7", "RC99", None]),
    source=st.sampled_from(["6", "x", None]),
    nfa=st.sampled_from(["0", "1", "true", "?", None]),
)
CHILDREN = st.builds(
    lambda number, episodes, **facts: child(number, *episodes, **facts),
    st.sampled_from(["C1", "C2", "C2", None, "", "x" * 50]),
    st.lists(EPISODES, max_size=4),
    born=DAYS,
    sex=st.sampled_from(["M", "F", "U", "1", "?", None]),
    ethnicity=st.sampled_from(["WBRI", "NOBT", "?", None]),
    more=st.builds(
        lambda *days: element("ExpectedPersonBirthDate", days[0]) + element("PersonDeathDate", days[1]),
        DAYS,
        DAYS,
    ),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(st.lists(CHILDREN, min_size=1, max_size=4), min_size=1, max_size=3))
def test_no_mixture_of_mistakes_breaks_a_rule_of_the_database(team: Team, files: list[list[str]]) -> None:
    with transaction.atomic():
        for children in files:
            file = census(*children)
            take(team, file)
            run = ImportRun.objects.get(sha256=hashlib.sha256(file).hexdigest())
            given_values = Counter(row.value for c in read(io.BytesIO(file)).children() for row in c.rows)
            assert Counter(run.rows.values_list("value", flat=True)) == given_values
        transaction.set_rollback(True)
