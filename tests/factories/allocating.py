"""Workers who were asked, introductions, and this council's own weights, for tests."""

from datetime import UTC, date, datetime
from typing import Any

import factory

from cases.models import ComplexityFactor, ExtraDuty, Introduction, Language, LocalWeight, WayThere, WorkerAsked


class WorkerAskedFactory(factory.django.DjangoModelFactory[WorkerAsked]):
    """A manager asked on 2 November. Its `case`, `child_ids`, `worker`, `team` and `asked_by` are given."""

    class Meta:
        model = WorkerAsked

    needs = "Three children, and their mother speaks Sylheti."
    reasons = ["Has 18 points of room"]
    asked_on = date(2026, 11, 2)


class IntroductionFactory(factory.django.DjangoModelFactory[Introduction]):
    """Agreed with the worker, and nothing done yet. Its `child`, `case`, `worker` and `changed_on` are given."""

    class Meta:
        model = Introduction

    spoken = "discussed"


def settle_allocating(cast: Any, worker: Any) -> None:
    """Somebody was asked whether they could take the first child, who was brought to her worker; her network finds it
    hard to work with us, which waits for a manager."""
    child = cast.children[0]
    ComplexityFactorFactory(case=cast.case, child=child, proposed_by=cast.amara)
    WorkerAskedFactory(case=cast.case, child_ids=[child.pk], worker=worker, team=cast.pod, asked_by=cast.bilal)
    IntroductionFactory(case=cast.case, child=child, worker=cast.amara, changed_on=date(2026, 8, 21))


class LocalWeightFactory(factory.django.DjangoModelFactory[LocalWeight]):
    """A child in need weighs five from 1 November on. `set_by` is given."""

    class Meta:
        model = LocalWeight

    code = "plan.in-need"
    begins_on = date(2026, 11, 1)
    amount = 5000
    why = "Agreed with the practitioners’ forum in October."
    set_at = datetime(2026, 10, 20, 9, tzinfo=UTC)


class ComplexityFactorFactory(factory.django.DjangoModelFactory[ComplexityFactor]):
    """Proposed on 1 October, and not answered. Its `child`, `case` and `proposed_by` are given."""

    class Meta:
        model = ComplexityFactor

    kind = "network"
    why = "Their mother does not open the door, and the school cannot reach her."
    proposed_on = date(2026, 10, 1)


class WayThereFactory(factory.django.DjangoModelFactory[WayThere]):
    """Seventy minutes one way. Its `household`, `case`, `team` and `noted_by` are given."""

    class Meta:
        model = WayThere

    minutes = 70
    noted_on = date(2026, 10, 1)


class ExtraDutyFactory(factory.django.DjangoModelFactory[ExtraDuty]):
    """Somebody is a practice educator since September. `person` and `noted_by` are given."""

    class Meta:
        model = ExtraDuty

    duty = "practice-educator"
    started_on = date(2026, 9, 1)


class LanguageFactory(factory.django.DjangoModelFactory[Language]):
    """Somebody speaks Sylheti. `person` is given."""

    class Meta:
        model = Language

    name = "Sylheti"
    started_on = date(2026, 9, 1)
