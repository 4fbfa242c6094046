"""The sample families, as JSON and as facts."""

import json
from pathlib import Path
from typing import Any

import pytest

from cases.rules.genogram.family import Family
from cases.rules.genogram.reading import read

FAMILIES = Path(__file__).parent / "families"
NAMES = ("1_half_siblings", "2_remarriage", "3_twins", "6_same_sex_adoption")


def sample(name: str) -> dict[str, Any]:
    """The file of a sample family."""
    found: dict[str, Any] = json.loads((FAMILIES / f"{name}.json").read_text(encoding="utf-8"))
    return found


def facts(family: dict[str, Any]) -> Family:
    """A file's facts."""
    return read(json.dumps(family))


@pytest.fixture
def half_siblings() -> dict[str, Any]:
    """One mother, three partners, a child in each of their homes."""
    return sample("1_half_siblings")
