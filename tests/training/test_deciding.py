"""The night after a round: decided once, by the job itself, and nobody's answer can be worked out."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import combinations, permutations
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.camden import UserFactory
from tests.factories.training_listening import LASTS, a_round, said, the_night
from training.models import DecidedPeriod, ShownAnswer, Survey, YouSaid
from training.rules.small_numbers import FEWEST

OPENS = date(2026, 9, 7)
AFTER = OPENS + timedelta(days=LASTS + 1)
LATER = OPENS + timedelta(days=90)
PEOPLE = [f"mark {number:02}" for number in range(16)]
TREE = ((1,), (1, 2), (1, 2, 3), (1, 2, 4), (1, 5))
CANARY = "The canary sang on Tuesday."
of_somebody = st.tuples(st.sampled_from(TREE), st.sampled_from(["Yes", "No"]))
rounds = st.lists(
    st.dictionaries(st.sampled_from(PEOPLE), of_somebody, min_size=3, max_size=16), min_size=2, max_size=3
)


@pytest.fixture
def lead(learners: SimpleNamespace) -> Any:
    UserFactory(is_system=True)
    return learners.imogen


@contextmanager
def thrown_away() -> Iterator[None]:
    """What happens inside leaves nothing."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def figures() -> list[tuple[int, tuple[int, ...], frozenset[str]]]:
    """Every figure that stands on a page: its round, its group, and whose answers it is of."""
    kept = DecidedPeriod.objects.select_related("question").order_by("question__survey__closes_on")
    return [
        (each.question.survey_id, tuple(group["path"]), frozenset(group["people"]))
        for each in kept
        for group in each.groups["shown"]
    ]


def held(lead: Any, answered: list[dict[str, tuple[Any, str]]], turned: str = "") -> list[tuple[int, Any]]:
    """These rounds, one after another, each decided by the job: what is shown. `turned` says the opposite in all."""
    promises = None
    for number, people in enumerate(answered):
        opens = OPENS + timedelta(days=30 * number)
        asked = a_round(opens, lead=lead, promises=promises)
        promises = [each.promise for each in asked]
        other = {"Yes": "No", "No": "Yes"}
        said(asked[0], [
            (mark, path, other[answer] if mark == turned else answer, "") for mark, (path, answer) in people.items()
        ])  # fmt: skip
        the_night(opens + timedelta(days=LASTS + 1))
    shown = ShownAnswer.objects.order_by("question__survey__closes_on", "path")
    return [(survey, tuple(path)) for survey, path in shown.values_list("question__survey__opens_on", "path")]


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(rounds)
def test_nobodys_answer_is_found_by_taking_one_page_from_another(
    lead: Any, answered: list[dict[str, tuple[Any, str]]]
) -> None:
    with thrown_away():
        shown = held(lead, answered)
        found = figures()
        assert len(shown) == len(found), "a page shows what was decided, and nothing else"
        assert all(len(people) >= FEWEST for _, _, people in found)
        for (one_round, one, some), (other_round, other, others) in permutations(found, 2):
            if one_round == other_round and other[: len(one)] == one:
                assert len(some - others) == 0 or len(some - others) >= FEWEST, "a team taken from its service"
            if one_round != other_round:
                assert len(some ^ others) == 0 or len(some ^ others) >= FEWEST, "a round taken from the next"
        for survey in {survey for survey, _, _ in found}:
            sets = [people for key, path, people in found if key == survey and len(path) > 1]
            whole = next(people for key, path, people in found if key == survey and len(path) == 1)
            for many in range(1, len(sets) + 1):
                for some_of in combinations(sets, many):
                    rest = whole.difference(*some_of)
                    assert not rest or len(rest) >= FEWEST, "all teams that are shown taken from the service"


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(rounds, st.sampled_from(PEOPLE))
def test_what_is_shown_at_all_does_not_depend_on_what_somebody_said(
    lead: Any, answered: list[dict[str, tuple[Any, str]]], turned: str
) -> None:
    with thrown_away():
        one = {path for path in held(lead, answered)}
    with thrown_away():
        other = {path for path in held(lead, answered, turned)}
    # Who is set aside is drawn by lot, so that only groups that need no lot are the same each night.
    always = {(on, path) for on, path in one ^ other if on == OPENS}
    assert not always


def test_a_round_is_decided_once_it_is_over_and_not_before(lead: Any) -> None:
    asked = a_round(OPENS, lead=lead)
    said(asked[0], [(mark, (1, 2), "Yes", "") for mark in PEOPLE])
    the_night(AFTER - timedelta(days=1))
    assert Survey.objects.get().decided_at is None and not ShownAnswer.objects.exists(), "its last day is not over"
    the_night(AFTER)
    assert Survey.objects.get().decided_at is not None
    assert list(ShownAnswer.objects.order_by("path").values_list("path", "share")) == [
        ([1], "most or all"),
        ([1, 2], "most or all"),
    ]


def test_the_second_night_changes_nothing(lead: Any) -> None:
    asked = a_round(OPENS, lead=lead)
    said(asked[0], [(mark, (1, 2), "Yes", f"Words of {mark}") for mark in PEOPLE])
    the_night(AFTER)
    once = [list(model.objects.order_by("pk").values()) for model in (ShownAnswer, DecidedPeriod, Survey)]
    for on in (AFTER, AFTER + timedelta(days=1)):
        the_night(on)
    assert once == [list(model.objects.order_by("pk").values()) for model in (ShownAnswer, DecidedPeriod, Survey)]


def test_killed_in_the_middle_nothing_is_half_there(lead: Any) -> None:
    asked = a_round(OPENS, lead=lead)
    for question in asked:
        said(question, [(mark, (1,), "Yes", "") for mark in PEOPLE])
    with connection.cursor() as cursor:
        cursor.execute(
            "create function dies() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;"
            " create trigger dies before insert on training_decidedperiod for each row"
            f" when (new.question_id = {asked[2].pk}) execute function dies()"
        )
    with pytest.raises(DatabaseError, match="killed"), transaction.atomic():
        the_night(AFTER)
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        assert not ShownAnswer.objects.exists() and not DecidedPeriod.objects.exists()
        assert Survey.objects.get().decided_at is None
        cursor.execute("drop trigger dies on training_decidedperiod")
    the_night(AFTER)
    assert ShownAnswer.objects.count() == DecidedPeriod.objects.count() == 3


@pytest.mark.parametrize(("writers", "is_heard"), [(4, False), (5, True)])
def test_words_of_four_people_stand_nowhere_and_of_five_without_who(
    lead: Any, learners: SimpleNamespace, browser_for: Any, writers: int, is_heard: bool
) -> None:
    asked, path = a_round(OPENS, lead=lead), tuple(learners.pod.path)
    words = {mark: f"{CANARY} {place}" for place, mark in enumerate(PEOPLE[:writers])}
    said(asked[0], [(mark, path, "No", words.get(mark, "")) for mark in PEOPLE])
    the_night(AFTER)
    YouSaid.objects.create(words="A draft", did="")
    for who in ("amara", "bilal", "cora", "dan", "eve", "yael", "imogen"):
        client = browser_for(getattr(learners, who))
        for page in ("said/", f"said/{learners.pod.pk}/", f"said/{learners.elsewhere.pk}/", "you-said/", "", "rounds/"):
            answer = client.get(f"/learning/{page}")
            is_whole = answer.status_code == 200 and page.startswith("said/")
            assert (CANARY in answer.content.decode()) is (is_heard and is_whole), f"{who} {page}"
    for shown in ShownAnswer.objects.all():
        assert (len(shown.words) == writers) is (is_heard and len(shown.path) == 1)
    may = {"training_surveyanswer"} | ({"training_shownanswer"} if is_heard else set())
    assert {name for name, text in every_table() if CANARY in text} == may


def every_table() -> Iterator[tuple[str, str]]:
    """Each table with all that stands in it, as text."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')"
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f"select coalesce(string_agg(t::text, ' '), '') from {name} t")  # noqa: S608 - our own names
            yield name, cursor.fetchone()[0]


def test_words_come_in_another_order_than_they_were_written(lead: Any) -> None:
    orders = set()
    for _ in range(4):
        with thrown_away():
            asked = a_round(OPENS, lead=lead)
            said(asked[0], [(mark, (1,), "No", f"Words of {mark}") for mark in PEOPLE])
            the_night(AFTER)
            orders.add(tuple(ShownAnswer.objects.get().words))
    assert len(orders) == 4, "sixteen people's words in the same order twice is no lot"


def test_partners_are_one_group_and_stand_in_no_team(lead: Any) -> None:
    asked = a_round(OPENS, lead=lead, asked="partners")
    said(asked[0], [(mark, (), "Seldom", "") for mark in PEOPLE[:5]])
    said(asked[1], [(mark, (), "Seldom", "") for mark in PEOPLE[:4]])
    the_night(AFTER)
    assert list(ShownAnswer.objects.values_list("question", "path", "share")) == [(asked[0].pk, [], "few or none")]


def test_a_round_after_another_key_shows_nothing_and_the_next_one_does(lead: Any, settings: Any) -> None:
    promises = None
    shown = []
    for number, key in enumerate(("an old key", "a new key", "a new key")):
        settings.LISTENING_KEY = key
        opens = OPENS + timedelta(days=30 * number)
        asked = a_round(opens, lead=lead, promises=promises)
        promises = [each.promise for each in asked]
        said(asked[0], [(mark, (1,), "Yes", "") for mark in PEOPLE])
        the_night(opens + timedelta(days=LASTS + 1))
        shown.append(ShownAnswer.objects.filter(question=asked[0]).exists())
    assert shown == [True, False, True], "the same people would have looked like others"


def test_when_one_person_left_five_are_set_apart_by_lot_before_the_group_is_shown(lead: Any) -> None:
    first = a_round(OPENS, lead=lead)
    said(first[0], [(mark, (1,), "Yes", "") for mark in PEOPLE])
    the_night(AFTER)
    second = a_round(LATER, lead=lead, promises=[each.promise for each in first])
    said(second[0], [(mark, (1,), "Yes", "") for mark in PEOPLE[1:]])
    the_night(LATER + timedelta(days=LASTS + 1))
    (_, _, before), (_, _, now) = figures()
    assert len(before) == 16 and len(before ^ now) == FEWEST


def test_a_log_of_the_night_says_how_many_rounds_and_nothing_of_what_was_said(lead: Any, caplog: Any) -> None:
    asked = a_round(OPENS, lead=lead)
    said(asked[0], [(mark, (1,), "Yes", CANARY) for mark in PEOPLE])
    with caplog.at_level("INFO", logger="camden.jobs"):
        the_night(AFTER)
    assert "decided what is shown" in caplog.text and CANARY not in caplog.text and "mark 0" not in caplog.text
