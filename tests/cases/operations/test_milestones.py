"""Bare dated facts: kept, told to whom it concerns at once, and taken back."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection

from camden.models import Message
from camden.principal import acting_as
from cases.models import ChronologyEntry, Milestone
from cases.operations.milestones import NotSo, StruckAlready, record_milestone, strike_milestone
from cases.rules.milestones import TELLINGS
from tests.conftest import as_role
from tests.factories.cases import ChildFactory

TODAY = date(2026, 11, 3)
NINE = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)


def tell(cast: SimpleNamespace, what: str, **more: Any) -> list[Milestone]:
    """What Amara records of Anisa today at nine."""
    at = NINE if TELLINGS[what].asks_minute else None
    said = {"children": cast.children[:1], "happened_on": TODAY, "happened_at": at, "by": cast.amara, **more}
    with as_role("camden_app"), acting_as(cast.amara):
        return record_milestone(case=cast.case, what=what, on=TODAY, **said)


def refused(cast: SimpleNamespace, what: str, **more: Any) -> tuple[str, str]:
    with pytest.raises(NotSo) as why:
        tell(cast, what, **more)
    assert not Milestone.objects.exists()
    return str(why.value), why.value.about


def test_a_fact_is_kept_for_each_child_with_its_minute_and_its_place_on_the_timeline(cast: SimpleNamespace) -> None:
    facts = tell(cast, "missing", children=cast.children[:2], note="Not at school.")
    assert [(f.kind, f.child, f.happened_at) for f in facts] == [("missing", c, NINE) for c in cast.children[:2]]
    said = ChronologyEntry.objects.filter(kind="milestone").order_by("pk").values_list("summary", "subject_id")
    assert list(said) == [
        ("Anisa: went missing at 09:00", facts[0].pk),
        ("Imran: went missing at 09:00", facts[1].pk),
    ]


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("missing", "alert-missing"),
        ("police-protection", "alert-police-protection"),
        ("emergency-order", "alert-police-protection"),
        ("placement-broke-down", "alert-placement-breakdown"),
    ],
)
def test_what_cannot_wait_is_told_once_however_many_children(cast: SimpleNamespace, what: str, kind: str) -> None:
    facts = tell(cast, what, children=cast.children)
    told = Message.objects.values_list("recipient", "kind", "subject_id", "due_on")
    assert list(told) == [(cast.bilal.pk, kind, facts[0].pk, TODAY)]


def test_everything_else_waits_for_the_days_list(cast: SimpleNamespace) -> None:
    for what in sorted(TELLINGS.keys()):
        if not TELLINGS[what].alert:
            tell(cast, what)
    assert not Message.objects.exists()


def test_a_placement_that_broke_down_ends_and_says_so(cast: SimpleNamespace) -> None:
    fact = tell(cast, "placement-broke-down", note="After a quarrel.")[0]
    assert (fact.kind, fact.note) == ("placement-ended", "The placement broke down. After a quarrel.")


def test_nothing_is_recorded_before_it_happens_or_before_birth_or_after_death(cast: SimpleNamespace) -> None:
    assert refused(cast, "final-order", happened_on=date(2026, 11, 4))[1] == "happened_on"
    said = refused(cast, "final-order", happened_on=date(2015, 5, 16))
    assert said == ("Anisa was born on 17 May 2015: enter that day or a later one.", "happened_on")
    cast.children[0].died_on = date(2026, 11, 1)
    assert refused(cast, "final-order") == ("Anisa died on 1 November 2026. Check the day.", "happened_on")


def test_before_birth_only_a_letter_before_proceedings_is_recorded(cast: SimpleNamespace) -> None:
    unborn = ChildFactory(case=cast.case, given_name="Baby", born_on=None, expected_on=date(2026, 12, 8))
    assert "not born yet" in refused(cast, "looked-after-began", children=[unborn])[0]
    assert tell(cast, "letter-before-proceedings", children=[unborn])


def test_where_hours_count_the_minute_is_asked_for_and_belongs_to_the_day(cast: SimpleNamespace) -> None:
    assert refused(cast, "missing", happened_at=None)[1] == "happened_clock"
    assert refused(cast, "missing", happened_on=date(2026, 11, 2))[1] == "happened_clock"
    assert refused(cast, "missing", children=[])[1] == "children"


def test_taken_back_it_stays_to_be_read_with_who_and_why(cast: SimpleNamespace) -> None:
    fact = tell(cast, "missing")[0]
    with as_role("camden_app"), acting_as(cast.bilal):
        strike_milestone(milestone=fact, by=cast.bilal, on=TODAY, why="She was at her aunt’s.")
    fact.refresh_from_db()
    assert (fact.struck_on, fact.struck_by, fact.struck_why) == (TODAY, cast.bilal, "She was at her aunt’s.")
    said = "Taken back: Anisa, went missing on 3 November 2026. She was at her aunt’s."
    assert ChronologyEntry.objects.filter(summary=said, subject_id=fact.pk).exists()
    with pytest.raises(StruckAlready):
        strike_milestone(milestone=fact, by=cast.amara, on=TODAY, why="x")
    fact.refresh_from_db()
    assert fact.struck_by == cast.bilal


def test_a_fact_taken_back_is_no_fact_for_clocks(cast: SimpleNamespace) -> None:
    def known() -> int:
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from cases_happening where kind = 'missing'")
            return int(cursor.fetchone()[0])

    fact = tell(cast, "missing")[0]
    assert known() == 1
    with acting_as(cast.bilal):
        strike_milestone(milestone=fact, by=cast.bilal, on=TODAY, why="x")
    assert known() == 0
