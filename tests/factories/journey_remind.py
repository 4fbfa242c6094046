"""Clocks for tests: derived rows, made by hand where a test is about who is told of them."""

from datetime import date

import factory

from cases.models import Clock, Snooze


class ClockFactory(factory.django.DjangoModelFactory[Clock]):
    """A visit that is due on a Friday: every 20 working days."""

    class Meta:
        model = Clock

    case = factory.LazyAttribute(lambda clock: clock.child.case)
    rule = "CN2"
    anchor_on = date(2026, 10, 9)
    amount = 20
    unit = "wd"
    due_on = date(2026, 11, 6)
    do_by = factory.SelfAttribute("due_on")


class SnoozeFactory(factory.django.DjangoModelFactory[Snooze]):
    """A reminder of a family that somebody put off."""

    class Meta:
        model = Snooze

    work = "visit"
    until_on = date(2026, 11, 10)
    reason = "The family is in Sylhet until Monday."
    snoozed_on = date(2026, 11, 2)
