"""Merging two members moves whatever points at one of them, in every table there is, and puts all of it back."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from camden.models import User
from camden.principal import acting_as
from cases.models import Member, MemberMerge, Person, Quote
from cases.models.marks import KeptFrom
from cases.operations.merging import merge, undo_merge
from tests.conftest import as_role
from tests.factories.cases import ChildFactory
from tests.guards import walk
from tests.guards.worlds import World, invent, sees, settle

ON = date(2026, 11, 3)
# What points at a member and stays where it is, with the reason.
STAYS = {
    ("cases_member", "merged_into_id"): "says itself who was merged into whom",
    ("cases_membermerge", "kept_id"): "says itself who was merged into whom",
    ("cases_membermerge", "merged_id"): "says itself who was merged into whom",
    ("cases_clock", "child_id"): "is derived again from what moved",
}


def pointing() -> Iterator[tuple[str, str]]:
    """Every column of every model that points at a member; history's own say what was."""
    for model in walk.our_models():
        if walk.is_event(model):
            continue
        for field in model._meta.concrete_fields:
            if field.related_model is Member:
                yield model._meta.db_table, field.column


def moved_by_the_function() -> set[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("select tbl, col from app_points_at_members()")
        return set(cursor.fetchall())


@pytest.mark.django_db
def test_a_table_that_points_at_members_is_moved_or_says_why_not() -> None:
    assert set(pointing()) - set(STAYS) == moved_by_the_function()
    assert set(STAYS) <= set(pointing())


@pytest.mark.django_db
def test_a_column_the_function_forgets_is_found() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_get_functiondef('app_points_at_members'::regproc)")
        cursor.execute(cursor.fetchone()[0].replace("'public.cases_clock'", "'public.cases_quote'"))
    assert ("cases_quote", "speaker_id") in set(pointing()) - moved_by_the_function()


@pytest.mark.django_db
def test_whatever_may_be_kept_from_somebody_follows_them() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select tbl from app_keeps_from_members()")
        found = {table for (table,) in cursor.fetchall()}
    models = [m for m in apps.get_models() if issubclass(m, KeptFrom) and not walk.is_event(m)]
    assert found == {model._meta.db_table for model in models}


def a_world() -> tuple[World, int, int]:
    """A service, a record of it with a row in every table, and somebody who sees it."""
    for seed in range(40):
        world = invent(seed)
        for record in world.records:
            person = next((p for p in world.people if sees(world, p, record)), None)
            if person and len(world.children[record]) == 1:
                settle([world])
                return world, record, person
    raise AssertionError("nobody sees anything in forty services")


def picture(record: int) -> dict[tuple[str, str, int], Any]:
    """Of every row beneath a record: whom it points at, from whom it is kept, until when it lasts."""
    found: dict[tuple[str, str, int], Any] = {}
    names = {*pointing()} - {("cases_clock", "child_id")}
    names |= {(m._meta.db_table, "kept_from") for m in apps.get_models() if issubclass(m, KeptFrom)}
    names |= {("cases_relationship", "ended_on"), ("cases_householdmembership", "ended_on")}
    names |= {("cases_member", "person_id"), ("cases_member", "language")}
    with connection.cursor() as cursor:
        for table, column in sorted(names):
            cursor.execute(f"select id, {column} from {table} where case_id = %s", [record])
            found |= {(table, column, key): value for key, value in cursor.fetchall()}
    return found


@pytest.mark.django_db
def test_everything_of_the_one_goes_to_the_other_and_comes_back_exactly() -> None:
    world, record, person = a_world()
    first = Member.objects.get(pk=world.children[record][0])
    Quote.objects.filter(case=record).update(kept_from=[first.pk])
    kept = ChildFactory(case=first.case, person=Person.objects.create(), born_on=None, language="Twi")
    before, by = picture(record), User.objects.get(pk=person)
    with as_role("camden_app"), acting_as(by):
        found = merge(kept=kept, merged=first, by=by, on=ON, facts={"language": ""})
    after = picture(record)
    left = {(t, c) for (t, c, _), value in after.items() if value == first.pk} - set(STAYS)
    assert not left
    assert all(kept.pk in v for (t, c, _), v in after.items() if (t, c) == ("cases_quote", "kept_from"))
    assert after["cases_member", "person_id", first.pk] == after["cases_member", "person_id", kept.pk]
    assert not Member.objects.filter(pk=first.pk).exists()
    with as_role("camden_app"), acting_as(by):
        undo_merge(merge=MemberMerge.objects.get(pk=found.pk), by=by, on=ON)
    again = picture(record)
    assert {key: again[key] for key in before} == before
