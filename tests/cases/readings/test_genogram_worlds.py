"""Whatever a record says of its people, it is drawn without a fault; what is kept from the family leaves no trace."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.db import transaction

from cases.models import Member
from cases.readings.genogram_facts import facts_of, member_key
from cases.rules.audience import FAMILY, STAFF, Audience
from cases.rules.genogram.drawing import draw
from tests.cases.readings.kin_worlds import TODAY, World
from tests.cases.rules.genogram.asked import as_file
from tests.cases.rules.genogram.measuring import crossings, faults

pytestmark = pytest.mark.django_db
FEW, MANY = 12, 400


@contextmanager
def world(seed: int, cast: SimpleNamespace) -> Iterator[World]:
    """A record that is taken back."""
    with transaction.atomic():
        yield World(seed, cast.amara, (0.0, 0.2, 1.0)[seed % 3])
        transaction.set_rollback(True)


def check_drawn(found: World) -> None:
    for audience in (STAFF, FAMILY):
        family = facts_of(found.case, TODAY, audience)
        drawing = draw(family)
        assert faults(as_file(family), drawing.svg) == {}
        assert crossings(drawing.svg) == drawing.crossings


def check_nobody_missing(found: World) -> None:
    drawn = {member_key(who.id) for who in facts_of(found.case, TODAY).persons} - {None}
    assert drawn == set(Member.objects.filter(case=found.case).values_list("pk", flat=True))


def check_order_of_rows(found: World) -> None:
    before = draw(facts_of(found.case, TODAY)).svg
    found.shuffled()
    assert draw(facts_of(found.case, TODAY)).svg == before


def check_secrets(found: World) -> None:
    before = facts_of(found.case, TODAY, FAMILY)
    first = draw(before)
    one = Audience(person=found.grown[0].pk)
    theirs = draw(facts_of(found.case, TODAY, one)).svg
    found.keep_secrets()
    after = facts_of(found.case, TODAY, FAMILY)
    assert after == before
    assert draw(after).svg == first.svg
    assert draw(after, last=first.order).svg == draw(before, last=first.order).svg
    assert draw(facts_of(found.case, TODAY, one)).svg == theirs


CHECKS = [check_drawn, check_nobody_missing, check_order_of_rows, check_secrets]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_random_record(check: Callable[[World], None], cast: SimpleNamespace) -> None:
    for seed in range(FEW):
        with world(seed, cast) as found:
            check(found)


LOTS = pytest.mark.parametrize("lot", range(4))  # for as many processes as there are


@LOTS
@pytest.mark.long
def test_many_random_records(lot: int, cast: SimpleNamespace) -> None:
    for seed in range(FEW + lot, MANY, 4):
        with world(seed, cast) as found:
            check_drawn(found)
            check_nobody_missing(found)
            check_order_of_rows(found)


@LOTS
@pytest.mark.long
def test_what_is_kept_in_many_random_records(lot: int, cast: SimpleNamespace) -> None:
    """A quarter of them, of each degree of mess: six drawings each, and none of the 388 ever showed a trace."""
    for seed in range(FEW + 4 * lot, MANY, 16):
        with world(seed, cast) as found:
            check_secrets(found)
