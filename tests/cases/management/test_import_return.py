"""The command: what it says, what it refuses, what it leaves behind."""

import csv
import io
import stat
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command

from camden.models import Team
from cases.management.commands import import_return
from cases.models import Assessment, AssessmentChild, Clock, ImportRun, Member, SourceRow
from tests.cases.returns.xml import assessment, census, child, element, episode, need_plan
from tests.factories.camden import TeamFactory

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).parent.parent / "returns" / "samples"


@pytest.fixture
def team() -> Team:
    return TeamFactory(code="NORTH")


@pytest.fixture
def folder(tmp_path: Path, team: Team) -> Path:
    return tmp_path


def say(file: Path, *words: str, team: str = "NORTH") -> str:
    """Run the command and return what it printed."""
    out = io.StringIO()
    call_command("import_return", "cin_census", str(file), "--team", team, *words, stdout=out)
    return out.getvalue()


def put(folder: Path, content: bytes) -> Path:
    """A file with that content."""
    file = folder / "cin.xml"
    file.write_bytes(content)
    return file


def test_the_report_counts_what_was_done(team: Team) -> None:
    said = say(SAMPLES / "own_2026.xml").splitlines()
    assert said == [
        "Children read: 8",
        "  new: 8",
        "  already held: 0",
        "Referrals held as open episodes: 4",
        "Referrals held as closed episodes: 3",
        "Referrals held with no further action: 1",
        "Referrals already held: 0",
        "  closed by this file: 0",
        "Referrals kept but not held as episodes: 0",
        "Assessments: 7",
        "Section 47 enquiries: 2",
        "Child protection conferences: 3",
        "Plans: 3",
        "Of these already held: 0",
        "  ended by this file: 0",
        "Kept but not held as any of these: 0",
        f"Values kept: {ImportRun.objects.get().rows.count()}",
        "  held as facts: 127",
        "Values to look at: 0",
    ]


def test_problems_are_told_by_child_and_element(team: Team) -> None:
    said = say(SAMPLES / "CIN_Census_2024.xml")
    assert said.endswith(
        "Values to look at: 8\n"
        "\n"
        "DfEX0000001\n"
        "  ChildIdentifiers[1]/text()[1]: This text stands between elements and belongs to none of them.\n"
        "  ChildIdentifiers[1]/Sex[1]: Written as a number, as until 2023/24; read as M.\n"
        "  CINdetails[1]/Assessments[1]/AssessmentActualStartDate[1]:"
        " This is after the day of the import, so it was not held as a fact.\n"
        "  CINdetails[1]/Assessments[1]/FactorsIdentifiedAtAssessment[1]/AssessmentFactors[2]:"
        " This code is not in the list for this element.\n"
        "  CINdetails[1]/Section47[1]/S47ActualStartDate[1]:"
        " This is before the referral, so it was not held as a fact.\n"
        "  CINdetails[1]/ChildProtectionPlans[1]/CPPstartDate[1]:"
        " This is before the referral, so it was not held as a fact.\n"
        "\n"
        "child_fails_assessments\n"
        "  CINdetails[1]/Assessments[1]/AssessmentActualStartDate[1]:"
        " This is before the referral, so it was not held as a fact.\n"
        "  CINdetails[1]/Assessments[1]/FactorsIdentifiedAtAssessment[1]: Nothing is written here.\n"
    )


def test_a_child_without_a_number_is_named_by_its_place(folder: Path) -> None:
    assert "\nChild 2 of the file\n" in say(put(folder, census(child("C1", episode()), child(None, episode()))))


def test_the_same_file_again_says_when_and_changes_nothing(folder: Path) -> None:
    file = put(folder, census(child("C1", episode())))
    with time_machine.travel("2026-06-30T23:30:00+00:00", tick=False):
        say(file)
    # London was already a day further.
    assert say(file) == "This file was already imported on 1 July 2026: nothing changed.\n"
    assert Member.objects.count() == 1


def test_a_dry_run_says_the_same_and_changes_nothing(folder: Path) -> None:
    file = put(folder, census(child("C1", episode("2025-02-30"))))
    rehearsed = say(file, "--dry-run")
    assert not Member.objects.exists()
    assert rehearsed == say(file) + "\nThis was a rehearsal: nothing was changed.\n"


def test_kept_values_become_facts_without_the_file_and_only_once(folder: Path) -> None:
    say(put(folder, census(child("C1", episode(more=assessment())))))
    _forget_the_journey()
    rehearsed = again("--dry-run")
    assert not Assessment.objects.exists()
    said = again()
    assert rehearsed == said + "\nThis was a rehearsal: nothing was changed.\n"
    assert said.startswith("Assessments: 1\n")
    assert "Of these already held: 1\n" in again()
    assert Assessment.objects.count() == 1


def test_the_clocks_of_an_imported_child_run_at_once(folder: Path) -> None:
    file = put(folder, census(child("C1", episode(more=need_plan("2025-06-02")))))
    say(file, "--dry-run")
    assert not Clock.objects.exists()
    say(file)
    assert "CN2" in set(Clock.objects.running().values_list("rule", flat=True))


def test_reading_again_takes_no_file_and_reading_a_file_needs_a_team(folder: Path) -> None:
    with pytest.raises(CommandError, match="With --again no file is read"):
        call_command("import_return", "cin_census", "x.xml", "--again")
    with pytest.raises(CommandError, match="--team CODE"):
        call_command("import_return", "cin_census", "x.xml")


def again(*words: str) -> str:
    out = io.StringIO()
    call_command("import_return", "cin_census", "--again", *words, stdout=out)
    return out.getvalue()


def _forget_the_journey() -> None:
    """As a version left it that made no facts of assessments."""
    AssessmentChild.objects.all().delete()
    Assessment.objects.all().delete()
    SourceRow.objects.filter(path__contains="Assessments").update(taken_as="")


def test_a_long_list_of_problems_is_cut_and_counted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_return, "ON_SCREEN", 3)
    said = say(put(folder, census(*(child(f"C{n}", episode("soon")) for n in range(5)))), "--dry-run")
    assert "C2" in said
    assert "C3" not in said
    assert "… and 2 more; --report FILE writes all of them." in said


def test_the_report_file_has_every_problem_and_is_private(folder: Path) -> None:
    bad = child("=1+1", episode("soon"), more=element("Mood", "x" * 5000))
    report = folder / "look.csv"
    say(put(folder, census(bad)), "--report", str(report))
    head, *rows = list(csv.reader(report.read_text(encoding="utf-8-sig").splitlines()))
    assert head == ["Child", "Place in file", "Element", "Value", "What to look at"]
    assert [(row[0], row[1], row[2], len(row[3])) for row in rows] == [
        ("'=1+1", "1", "ChildIdentifiers[1]/Mood[1]", 1000),
        ("'=1+1", "1", "CINdetails[1]/CINreferralDate[1]", 4),
    ]
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert sorted(path.name for path in folder.iterdir()) == ["cin.xml", "look.csv"]


def test_nothing_on_screen_can_steer_a_terminal(folder: Path) -> None:
    said = say(put(folder, census(child("a\u009b31m\u202eb", episode("soon")))))
    assert said.isprintable() or {c for c in said if not c.isprintable()} == {"\n"}


def test_an_unknown_team_is_refused_with_the_codes_there_are(folder: Path) -> None:
    TeamFactory(code="SOUTH")
    with pytest.raises(CommandError, match=r"no team with the code “east”. The codes are: NORTH, SOUTH\."):
        say(put(folder, census(child())), team="east")


def test_a_teams_code_is_found_whatever_its_capitals(folder: Path, team: Team) -> None:
    say(put(folder, census(child("C1", episode()))), team="north")
    assert Member.objects.get().case.team_ids == [team.pk]


@pytest.mark.parametrize("content", [b"", b"<html/>", b"{}", census(), census(child())[:-9], b"<Message>\xff"])
def test_a_file_that_is_no_census_is_refused_whole(folder: Path, content: bytes) -> None:
    report = folder / "look.csv"
    with pytest.raises(CommandError, match=r"Nothing was imported\.$"):
        say(put(folder, content), "--report", str(report))
    assert not ImportRun.objects.exists()
    assert sorted(path.name for path in folder.iterdir()) == ["cin.xml"]


def test_a_folder_a_missing_file_and_a_forbidden_one_are_refused_in_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CommandError, match="Is a directory"):
        say(folder)
    with pytest.raises(CommandError, match="No such file"):
        say(folder / "nowhere.xml")

    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CommandError, match=r"cin.xml could not be used: Permission denied\."):
        say(folder / "cin.xml")


def test_a_report_that_cannot_be_written_is_refused_before_the_import(folder: Path) -> None:
    file = put(folder, census(child("C1", episode())))
    with pytest.raises(CommandError, match="No such file"):
        say(file, "--report", str(folder / "nowhere" / "look.csv"))
    with pytest.raises(CommandError, match="written over the file itself"):
        say(file, "--report", str(file))
    assert not ImportRun.objects.exists()
    assert file.read_bytes() == census(child("C1", episode()))


def test_only_known_collections_are_offered(folder: Path) -> None:
    with pytest.raises(CommandError, match="invalid choice: 'ssda903'"):
        call_command("import_return", "ssda903", "x.xml", "--team", "NORTH")
