"""Read another system's return into records: `manage.py import_return cin_census FILE --team CODE`.

`manage.py import_return cin_census --again` makes facts of values that imports of earlier versions only kept.
"""

import csv
import hashlib
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from camden.models import Team
from camden.rules.names import day_in_words
from cases.models import ImportedChild
from cases.operations.clocks import TOGETHER, keep_clocks_of
from cases.operations.imported_again import make_facts
from cases.operations.imports import Outcome, Problem, hold
from cases.returns.cin_census import NotACensus, read, read_again

ON_SCREEN = 200

# The words of the report, in order, and what is counted under them.
COUNTED = {
    "Children read": "children",
    "  new": "children new",
    "  already held": "children already held",
    "Referrals held as open episodes": "episodes open",
    "Referrals held as closed episodes": "episodes closed",
    "Referrals held with no further action": "episodes with no further action",
    "Referrals already held": "episodes already held",
    "  closed by this file": "episodes closed now",
    "Referrals kept but not held as episodes": "episodes refused",
    "Assessments": "assessments",
    "Section 47 enquiries": "enquiries",
    "Child protection conferences": "conferences",
    "Plans": "plans",
    "Of these already held": "facts already held",
    "  ended by this file": "facts ended now",
    "Kept but not held as any of these": "facts refused",
    "Values kept": "rows",
    "  held as facts": "values taken",
    "Values to look at": "problems",
}

# What can change when kept values are read again.
AGAIN = {
    words: counted
    for words, counted in COUNTED.items()
    if counted.startswith(("assess", "enquir", "conf", "plans", "facts", "rows", "values", "problems"))
}


class Problems:
    """Takes problems as they are found: the first for the screen, all into a CSV file when one is wanted."""

    def __init__(self, file: IO[str] | None) -> None:
        self.lines: list[tuple[str, str]] = []
        self.left_off = 0
        self.rows = csv.writer(file) if file else None
        if self.rows:
            self.rows.writerow(["Child", "Place in file", "Element", "Value", "What to look at"])

    def __call__(self, problem: Problem) -> None:
        place = f"Child {problem.number} of the file" if problem.number else "The file"
        who = _plain(problem.child) or place
        if len(self.lines) < ON_SCREEN:
            self.lines.append((who, f"  {_plain(problem.path)}: {problem.sentence}"))
        else:
            self.left_off += 1
        if self.rows:
            written = (problem.child, problem.path, problem.value[:1000])
            child, path, value = (_no_formula(text) for text in written)
            self.rows.writerow([child, problem.number or "", path, value, problem.sentence])


class Command(BaseCommand):
    help = "Reads a return of another system into records on a team's unallocated list. Safe to run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("collection", choices=["cin_census"], help="which return it is")
        parser.add_argument("file", type=Path, nargs="?", help="the XML file")
        parser.add_argument("--team", metavar="CODE", help="whose list the children go on")
        parser.add_argument(
            "--again", action="store_true", help="no file: make facts of values that earlier imports have kept"
        )
        parser.add_argument("--dry-run", action="store_true", help="do it all, say the same, take it back")
        parser.add_argument("--report", type=Path, metavar="FILE", help="write every value to look at as CSV")

    def handle(
        self, *, file: Path | None, team: str | None, again: bool, dry_run: bool, report: Path | None, **options: Any
    ) -> None:
        take = _kept(file, dry_run) if again else _from_file(file, team, dry_run, report)
        draft = report.with_name(f"{report.name}.part") if report else None
        try:
            # Written beside its place and moved there whole: a refused file leaves no report of nothing.
            with _writing(draft) as sheet:
                problems = Problems(sheet)
                outcome = take(problems)
            if report and draft and not outcome.already:
                draft.replace(report)
        except OSError as error:
            why = error.strerror or error
            raise CommandError(f"{error.filename or file} could not be used: {why}.") from error
        except NotACensus as refusal:
            raise CommandError(f"{refusal} Nothing was imported.") from refusal
        finally:
            if draft:
                draft.unlink(missing_ok=True)
        if not dry_run and not outcome.already:
            _keep_clocks()
        self._say(outcome, problems, dry_run, report, again=again)

    def _say(self, outcome: Outcome, problems: Problems, dry_run: bool, report: Path | None, *, again: bool) -> None:
        if outcome.already:
            day = day_in_words(timezone.localtime(outcome.already.at).date())
            self.stdout.write(f"This file was already imported on {day}: nothing changed.")
            return
        for words, counted in (AGAIN if again else COUNTED).items():
            self.stdout.write(f"{words}: {outcome.counts[counted]:,}")
        said = ""
        for who, line in problems.lines:
            if who != said:
                self.stdout.write(f"\n{who}")
                said = who
            self.stdout.write(line)
        if problems.left_off:
            where = f"all are in {report}" if report else "--report FILE writes all of them"
            self.stdout.write(f"\n… and {problems.left_off:,} more; {where}.")
        if dry_run:
            self.stdout.write("\nThis was a rehearsal: nothing was changed.")


def _keep_clocks() -> None:
    """Derive the clocks of all records a file has a child in, some at a time: not within the import's transaction."""
    cases = list(ImportedChild.objects.order_by("case").values_list("case", flat=True).distinct())
    for first in range(0, len(cases), TOGETHER):
        keep_clocks_of(cases[first : first + TOGETHER])


def _team(code: str) -> Team:
    """The team with that code, whatever its capitals; a refusal that lists the codes there are."""
    team = Team.objects.filter(code__iexact=code).first()
    if team is None:
        codes = ", ".join(Team.objects.order_by("code").values_list("code", flat=True)) or "none yet"
        raise CommandError(f"There is no team with the code “{code}”. The codes are: {codes}.")
    return team


@contextmanager
def _writing(path: Path | None) -> Iterator[IO[str] | None]:
    """The report's file while it is written, or None. Readable by its owner only: it names children."""
    if path is None:
        yield None
        return
    path.touch(mode=0o600)
    with path.open("w", newline="", encoding="utf-8-sig") as file:  # Excel needs the mark
        yield file


def _kept(file: Path | None, dry_run: bool) -> Callable[[Problems], Outcome]:
    """Reads kept values again."""
    if file:
        raise CommandError("With --again no file is read: it makes facts of values that are kept already.")
    now = timezone.now()
    return lambda problems: make_facts(
        read=read_again, on=timezone.localdate(now), at=now, is_rehearsal=dry_run, tell=problems
    )


def _from_file(
    file: Path | None, team: str | None, dry_run: bool, report: Path | None
) -> Callable[[Problems], Outcome]:
    """Reads a file."""
    if file is None or team is None:
        raise CommandError("Say which file to read and, with --team CODE, whose list the children go on.")
    chosen, path = _team(team), file
    if report and report.resolve() == path.resolve():
        raise CommandError("The report would be written over the file itself. Give it another name.")
    return lambda problems: _import(path, chosen, dry_run, problems)


def _import(file: Path, team: Team, dry_run: bool, problems: Problems) -> Outcome:
    now = timezone.now()
    with file.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        stream.seek(0)
        return hold(
            census=read(stream),
            file_name=_plain(file.name)[:255],
            sha256=sha256,
            team=team,
            on=timezone.localdate(now),
            at=now,
            is_rehearsal=dry_run,
            tell=problems,
        )


def _plain(text: str) -> str:
    """Text that is safe to show: short, without characters that steer a terminal or turn a line around."""
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text[:200])
    return shown + "…" if len(text) > 200 else shown


def _no_formula(text: str) -> str:
    """Text that a spreadsheet will not run."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
