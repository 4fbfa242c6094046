"""`manage.py look_for_moves`: do one look at a team's caseloads that was asked for. A job starts it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from camden.operations.people import jobs
from camden.principal import acting_as
from cases.models import BalancingRun


class Command(BaseCommand):
    """Everything it writes is of one transaction: stopped in the middle, it has written nothing."""

    help = "Look whether anybody in a team needs a new worker. The worker starts this by itself."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("run", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        # OR-Tools is large: only this command and `balance` load it.
        from cases.operations.balancing import look

        with acting_as(jobs()):
            run = BalancingRun.objects.under_way().filter(pk=options["run"]).first()
            if run is None:
                raise CommandError("There is no such look to be done.")
            look(run=run, on=timezone.localdate(), at=timezone.now())
