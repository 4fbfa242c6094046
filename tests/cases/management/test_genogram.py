"""`manage.py genogram`: a drawing of a file, and a sentence for a file that cannot be drawn."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.camden.servers.running import ROOT, environment
from tests.cases.rules.genogram.conftest import FAMILIES, sample
from tests.cases.rules.genogram.measuring import faults, seen

HALF_SIBLINGS = FAMILIES / "1_half_siblings.json"


def drawn(out: Path, *words: Any) -> str:
    """What the command writes."""
    call_command("genogram", *map(str, words), "--out", str(out))
    return out.read_text(encoding="utf-8")


def refused(*words: Any) -> tuple[int, str]:
    """The exit status and the sentence."""
    said = StringIO()
    with pytest.raises(SystemExit) as left:
        call_command("genogram", *map(str, words), stderr=said)
    return int(str(left.value.code)), said.getvalue()


def test_a_file_is_drawn(tmp_path: Path) -> None:
    svg = drawn(tmp_path / "drawing.svg", HALF_SIBLINGS)
    assert faults(sample("1_half_siblings"), svg) == {}
    assert drawn(tmp_path / "again.svg", HALF_SIBLINGS) == svg


def test_another_day_is_drawn(tmp_path: Path) -> None:
    svg = drawn(tmp_path / "drawing.svg", HALF_SIBLINGS, "--on", "2010-01-01")
    assert "on 1 January 2010" in svg and set(seen(svg).symbols) == {
        "keith",
        "sandra",
        "lee",
        "kelly",
        "dean",
        "jayden",
    }


def test_the_family_version_is_drawn(tmp_path: Path) -> None:
    svg = drawn(tmp_path / "drawing.svg", FAMILIES / "3_twins.json", "--family-version")
    assert "mis" not in seen(svg).symbols and "miscarriage" not in svg


def test_an_ecomap_is_drawn(tmp_path: Path) -> None:
    assert 'data-tie="school:kayla:strong"' in drawn(tmp_path / "drawing.svg", HALF_SIBLINGS, "--ecomap", "h1")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((HALF_SIBLINGS, "--on", "yesterday"), "is no day"),
        ((HALF_SIBLINGS, "--on", "1900-01-01"), "Nobody of this family"),
        ((HALF_SIBLINGS, "--ecomap", "h7"), 'no household "h7"'),
        ((FAMILIES / "none.json",), "No such file"),
        ((FAMILIES,), "directory"),
    ],
)
def test_what_cannot_be_drawn_is_said(words: tuple[Any, ...], told: str, tmp_path: Path) -> None:
    status, said = refused(*words, "--out", tmp_path / "drawing.svg")
    assert status == 2 and told in said
    assert not (tmp_path / "drawing.svg").exists()


@pytest.mark.parametrize(
    "text", ["", "{}", "\xff\xfe", '{"schema": "genogram/1", "as_of": "2026-11-21", "persons": 3}']
)
def test_a_bad_file_is_refused(text: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(text.encode("latin-1"))
    status, said = refused(bad, "--out", tmp_path / "drawing.svg")
    assert status == 2 and said.strip().endswith(".")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    status, said = refused(HALF_SIBLINGS, "--out", tmp_path / "no" / "drawing.svg")
    assert status == 2 and "No such file" in said


def test_it_draws_without_a_database_and_writes_nothing_else(tmp_path: Path) -> None:
    words = [sys.executable, "manage.py", "genogram", str(HALF_SIBLINGS), "--out", str(tmp_path / "drawing.svg")]
    done = subprocess.run(words, cwd=ROOT, env=environment(tmp_path / "none"), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["drawing.svg"]
    (tmp_path / "bad.json").write_text(json.dumps({"schema": "other"}), encoding="utf-8")
    words[3] = str(tmp_path / "bad.json")
    done = subprocess.run(words, cwd=ROOT, env=environment(tmp_path / "none"), capture_output=True, text=True)
    assert done.returncode == 2 and "schema" in done.stderr
