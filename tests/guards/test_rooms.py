"""Every file is in a room that has a name, imports point downwards, and no file grows past one sitting."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.guards import walk

LONGEST = 400
OURS = (".py", ".html", ".css", ".js", ".sql")

# One broken promise after another, and the line that import-linter must print about each.
BROKEN = {
    "upward": ("cases/readings/header.py", "import supervision.views", "cases.readings.header -> supervision.views"),
    "sideways": ("conferences/tasks.py", "import supervision.forms", "conferences.tasks -> supervision.forms"),
    "a rule asks Django": ("cases/rules/keyset.py", "import django.db", "cases.rules.keyset -> django"),
    "a rule asks a model": ("camden/rules/names.py", "import camden.models", "camden.rules.names -> camden.models"),
    "an operation calls a view": (
        "cases/operations/visits.py",
        "import cases.views",
        "cases.operations.visits -> cases.views",
    ),
    "the floor knows an app": ("camden/audit.py", "import cases.models", "camden.audit -> cases.models"),
    "another app's door": (
        "supervision/views/groups.py",
        "import cases.forms",
        "supervision.views.groups -> cases.forms",
    ),
    "overview borrows a door": (
        "camden/overview/tasks.py",
        "import conferences.views",
        "camden.overview.tasks -> conferences.views",
    ),
    "a room without a name": ("cases/helpers.py", "", "cases.helpers"),
    "a floor without a name": ("camden/utils.py", "", "camden.utils"),
}


def lint_imports(folder: Path) -> tuple[int, str]:
    """Check the contracts of the folder's pyproject.toml. The exit code, and what was said, in one line."""
    words = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as go; go()"]
    done = subprocess.run([*words, "--no-cache", "--no-logo"], cwd=folder, capture_output=True, text=True)
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def too_long(lengths: dict[str, int]) -> list[str]:
    """Files past the limit. What others wrote and what machines write is not ours."""
    ours = {name: lines for name, lines in lengths.items() if name.endswith(OURS)}
    kept = {name: lines for name, lines in ours.items() if "/vendor/" not in name and "/migrations/" not in name}
    return [f"{name}: {lines} lines, more than {LONGEST}" for name, lines in kept.items() if lines > LONGEST]


def test_imports_keep_the_contracts():
    code, said = lint_imports(walk.ROOT)
    assert code == 0, said


def test_every_broken_promise_about_imports_is_reported(tmp_path):
    for name in walk.files():
        if name.split("/")[0] in walk.APPS and name.endswith(".py"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(walk.ROOT / name, tmp_path / name)
    shutil.copy(walk.ROOT / "pyproject.toml", tmp_path)
    for name, line, _ in BROKEN.values():
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
    code, said = lint_imports(tmp_path)
    assert code == 1
    assert "0 kept, 6 broken" in said, said
    assert [why for why, (_, _, arrow) in BROKEN.items() if arrow not in said] == []


def test_no_file_is_longer_than_one_sitting():
    assert too_long({name: len(walk.text(name).splitlines()) for name in walk.files()}) == []


def test_a_long_file_is_reported_unless_it_is_not_ours():
    lengths = {
        "a.py": 401,
        "b.py": 400,
        "templates/c.html": 500,
        "static/vendor/d.css": 999,
        "x/migrations/0001.py": 999,
    }
    assert too_long(lengths) == ["a.py: 401 lines, more than 400", "templates/c.html: 500 lines, more than 400"]
