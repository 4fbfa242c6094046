"""README tells the truth about commands and about the environment."""

import ast
import re
from collections.abc import Iterator

from django.core.management import get_commands

from tests.guards import walk
from tests.journeys.test_screenshots import PICTURES

MOST = 40  # environment variables; more than that and nobody knows them
# Read, but not ours to explain.
NOT_SETTINGS = {
    "PATH": "the system's own",
    "PYTHONWARNINGS": "Python's own",
    "DJANGO_SETTINGS_MODULE": "there is one settings module",
    "CAMDEN_BOOTSTRAPPED": "manage.py tells itself that it was here already",
}


def read_here(tree: ast.Module) -> Iterator[str]:
    """The environment variables a module reads: env("X"), env.bool("X"), os.environ.get("X"), os.environ["X"] …"""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=function, args=[ast.Constant(value=str(name)), *_]):
                if re.fullmatch(r"env(\.\w+)?|(os\.)?environ\.(get|setdefault)|(os\.)?getenv", ast.unparse(function)):
                    yield name
            case ast.Subscript(value=holder, slice=ast.Constant(value=str(name)), ctx=ast.Load()):
                if ast.unparse(holder).endswith("environ"):
                    yield name
            case ast.Compare(left=ast.Constant(value=str(name)), comparators=[holder]):
                if ast.unparse(holder).endswith("environ"):
                    yield name


def documented(readme: str) -> set[str]:
    """The environment variables that README's tables have a row for: in capitals, as code, in the first column."""
    rows = [line.split("|")[1] for line in readme.splitlines() if line.startswith("|")]
    return {name for cell in rows for name in re.findall(r"`([A-Z][A-Z0-9_]{2,})(?:=[^`]*)?`", cell)}


def disagreements(readme: str, read: set[str], commands: set[str]) -> list[str]:
    """Where README and the code disagree."""
    named = set(re.findall(r"manage\.py ([a-z][a-z_]*)", readme))
    told, found = documented(readme), [f"there is no `manage.py {name}`" for name in sorted(named - commands)]
    found += [f"README lists {name}, which nothing reads" for name in sorted(told - read)]
    found += [f"README does not list {name}" for name in sorted(read - told - NOT_SETTINGS.keys())]
    return found + ([f"{len(told)} environment variables, more than {MOST}"] if len(told) > MOST else [])


def read_everywhere() -> set[str]:
    return {name for file in ["manage.py", *walk.sources()] for name in read_here(walk.tree(file))}


def test_readme_and_the_code_agree_about_commands_and_environment():
    assert disagreements(walk.text("README.md"), read_everywhere(), set(get_commands()) | {"help"}) == []
    assert sorted(NOT_SETTINGS.keys() - read_everywhere()) == []


SAMPLE = """
import os
a = env("ONE", default="")
b = env.list("TWO") + [os.environ.get("THREE"), os.environ["FOUR"], os.getenv("FIVE")]
os.environ["WRITTEN"] = "x"
c = "SIX" in os.environ and settings.get("NOT")
"""
README = """
Run `python3 manage.py demo`, then `manage.py dance`.

| variable | default |
|---|---|
| `ONE`, `TWO` | `NOTHING` |
| `THREE=1` | |
| `FOUR` | |
| `GONE` | |
"""


def test_what_readme_has_wrong_is_reported():
    read = set(read_here(ast.parse(SAMPLE)))
    assert read == {"ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX"}
    assert disagreements(README, read - {"SIX"} | {"PATH"}, {"demo"}) == [
        "there is no `manage.py dance`",
        "README lists GONE, which nothing reads",
        "README does not list FIVE",
    ]
    many = "".join(f"| `MUCH_{number}` |\n" for number in range(41))
    assert disagreements(many, documented(many), set()) == ["41 environment variables, more than 40"]


def without_a_file(readme: str, there: set[str]) -> list[str]:
    """Pictures that README shows and nobody took."""
    return [name for name in re.findall(r"!\[[^\]]*\]\(([^)\s]+)\)", readme) if name not in there]


def test_every_picture_of_readme_is_there_and_taken_by_a_test():
    readme = walk.text("README.md")
    assert without_a_file(readme, set(walk.files())) == []
    taken = {f"docs/screenshots/{name}" for name in PICTURES}
    assert {name for name in re.findall(r"docs/screenshots/[\w.-]+", readme)} == taken


def test_a_picture_that_nobody_took_is_reported():
    assert without_a_file("![A child](docs/a.png) [a link](docs/b.png) ![](c.png)", {"c.png"}) == ["docs/a.png"]
