"""Statements that are put together once, and prepared once for each connection."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import BigIntegerField, CharField, F, Value

from camden.models import Team
from camden.models.once import _KNOWN, MOST, Statement, later, rows_of, statement
from tests.factories.camden import TeamFactory

pytestmark = pytest.mark.django_db


def by_key(words: str = "said") -> Statement:
    """The name of one team, and a constant."""
    asked: Any = Team.objects.filter(pk=later("team", BigIntegerField()))
    return statement(asked.values_list("name", Value(words, output_field=CharField())))


def prepared() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select name from pg_prepared_statements where name like 'once%%' order by 1")
        return [name for (name,) in cursor.fetchall()]


def test_it_answers_for_whatever_is_named_later_and_is_prepared_once() -> None:
    north, south = TeamFactory(name="North"), TeamFactory(name="South")
    asked, before = by_key("it’s 100 %"), set(prepared())
    assert asked.rows(team=north.pk) == [("North", "it’s 100 %")]
    assert asked.rows(team=south.pk) == [("South", "it’s 100 %")]
    assert asked.rows(team=0) == asked.rows(team=10**60) == []
    assert len(set(prepared()) - before) == 1


def test_a_value_named_twice_is_given_once() -> None:
    team = TeamFactory(name="North")
    key = later("team", BigIntegerField())
    asked: Any = Team.objects.filter(pk=key).annotate(again=key)
    assert statement(asked.values_list("again")).rows(team=team.pk) == [(team.pk,)]


def test_objects_come_whole_with_what_was_added() -> None:
    team = TeamFactory(name="North")
    asked: Any = Team.objects.filter(pk=later("team", BigIntegerField())).annotate(called=F("name"))
    (found,) = rows_of(asked, "called").made(team=team.pk)
    assert (found, found.name, found.called) == (team, "North", "North")


def test_it_stays_prepared_when_the_transaction_is_taken_back() -> None:
    team, asked = TeamFactory(name="North"), by_key()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        asked.rows(team=team.pk)
        raise ZeroDivisionError
    assert asked.rows(team=team.pk) == [("North", "said")]


def test_a_connection_keeps_no_more_than_it_may() -> None:
    team = TeamFactory(name="North")
    many = [by_key(f"said {number}") for number in range(MOST + 5)]
    for number, asked in enumerate(many):
        assert asked.rows(team=team.pk) == [("North", f"said {number}")]
    assert len(prepared()) <= MOST
    assert len(_KNOWN[connection.connection]) <= MOST
    assert many[0].rows(team=team.pk) == [("North", "said 0")], "dropped, and prepared again"
