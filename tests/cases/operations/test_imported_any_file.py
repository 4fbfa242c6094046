"""Whatever a file holds: no rule is broken, every value is kept, and taking it up again settles."""

import hashlib
import io
from datetime import date, timedelta
from random import Random

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from camden.models import Team
from cases.models import Case, Episode, ImportRun, Member, SourceRow
from cases.operations.imported_facts import settle_episodes
from cases.operations.imports import Problem
from cases.returns.cin_census import NotACensus, read
from tests.cases.operations.importing import take
from tests.cases.operations.importing_journey import FILE, again, everything
from tests.cases.returns.xml import assessment, census, child, element, enquiry, episode, need_plan, protection_plan
from tests.factories.camden import TeamFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    return TeamFactory(code="NORTH")


DAYS = st.sampled_from(
    ["2025-04-01", "2025-04-02", "2025-04-07", "2025-04-24", "2025-04-26", "2025-05-01", "2025-06-02", "2025-07-15",
     "2025-09-01", "2025-12-01", "2027-01-04", "2025-02-30", "", None]
)  # fmt: skip
CATEGORIES = st.sampled_from(["NEG", "EMO", "BAD", None])
ACTIVITIES = st.one_of(
    st.builds(assessment, DAYS, DAYS, st.sampled_from(["16A", "21", "18A"]), st.sampled_from(["1B", "21"]),
              checked=DAYS),
    st.builds(enquiry, DAYS, DAYS, st.sampled_from(["true", "false", "maybe"])),
    st.builds(need_plan, DAYS, DAYS),
    st.builds(protection_plan, DAYS, DAYS, DAYS, DAYS, first=CATEGORIES, latest=CATEGORIES,
              earlier=st.sampled_from(["0", "3", "12345", "x"])),
    st.builds(lambda day: element("DateOfInitialCPC", day), DAYS),
)  # fmt: skip
EPISODES = st.builds(
    lambda referred, closed, nfa, activities: episode(
        referred, closed, closed and "RC7", nfa=nfa, more="".join(activities)
    ),
    DAYS, DAYS, st.sampled_from(["0", "1"]), st.lists(ACTIVITIES, max_size=6),
)  # fmt: skip

# Two assessments begun on one day: what the one that is held says is no excuse for the one that is not.
ONE_AND_ONE_TO_COME = assessment("2025-04-01", "2025-04-01") + assessment("2025-04-01", "2027-01-04")
ONE_TO_COME_AND_ONE = assessment("2025-04-01", "2027-01-04") + assessment("2025-04-01", "2025-04-01")

# A referral with no further action stands beside an episode, until a later file closes it.
BESIDE = episode("2025-04-01", "2027-01-04", "RC7", nfa="0") + episode("2025-04-02", None, None, nfa="1")
CLOSED_LATER = episode("2025-04-02", "2025-06-02", "RC7", nfa="0")


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([[[episode("2025-04-01", "2025-04-01", "RC7", more=ONE_AND_ONE_TO_COME)]]])
@example([[[episode("2025-04-01", "2025-04-01", "RC7", more=ONE_TO_COME_AND_ONE)]]])
@example([[[BESIDE]], [[CLOSED_LATER]]])
@given(st.lists(st.lists(st.lists(EPISODES, max_size=3), min_size=1, max_size=2), min_size=1, max_size=3))
def test_no_file_breaks_a_rule_and_every_value_is_kept(team: Team, files: list[list[list[str]]]) -> None:
    with transaction.atomic():
        for episodes in files:
            file = census(*(child(f"C{n}", *each) for n, each in enumerate(episodes)))
            if ImportRun.objects.filter(sha256=hashlib.sha256(file).hexdigest()).exists():
                continue
            told: list[Problem] = []
            outcome = take(team, file, told)
            kept = SourceRow.objects.filter(run=ImportRun.objects.latest("pk"))
            values = sum(len(one.rows) for one in read(io.BytesIO(file)).children())
            assert values == kept.count() == outcome.counts["rows"]
            assert outcome.counts["values taken"] == kept.exclude(taken_as="").count()
            assert len(told) == kept.exclude(problem="").count()
            connection.check_constraints()
        first = everything()
        again()
        second = everything()
        again()
        assert everything() == second
        assert len(second) == len(first)
        connection.check_constraints()
        transaction.set_rollback(True)


PLAIN = st.builds(
    lambda referred, closed, nfa: episode(referred, closed, closed and "RC7", nfa=nfa),
    DAYS, DAYS, st.sampled_from(["0", "1"]),
)  # fmt: skip


def days_of(one: Episode) -> set[date]:
    """The days an episode takes from every other; a referral with no further action that nothing closes takes none."""
    if one.closed_on is None and one.no_further_action:
        return set()
    last = one.closed_on or date(2028, 1, 1)
    return {one.referred_on + timedelta(days) for days in range((last - one.referred_on).days)}


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(PLAIN, max_size=5), min_size=1, max_size=4))
def test_no_two_episodes_of_a_child_share_a_day_whatever_files_say(files: list[list[str]]) -> None:
    member, held = Member(case=Case()), list[Episode]()
    for episodes in files:
        (given_child,) = read(io.BytesIO(census(child("C1", *episodes)))).children()
        held += settle_episodes(given_child, member, held, date(2026, 11, 3)).new
        taken = [day for one in held for day in days_of(one)]
        assert len(taken) == len(set(taken))
        assert sum(one.closed_on is None and not one.no_further_action for one in held) <= 1
        assert all(bool(one.closed_on) == bool(one.closure_reason) for one in held)


def test_a_file_with_letters_changed_at_random_is_read_or_refused_whole(team: Team) -> None:
    random = Random(5)
    for _ in range(60):
        file = bytearray(FILE)
        for _ in range(random.randint(1, 6)):
            file[random.randrange(len(file))] = random.choice(b"0123456789<>/-ABCz ")
        with transaction.atomic():
            try:
                outcome = take(team, bytes(file))
            except NotACensus:
                continue
            assert outcome.counts["rows"] == SourceRow.objects.count()
            connection.check_constraints()
            transaction.set_rollback(True)
