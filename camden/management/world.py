"""The invented service that is being written: what each app finds there when it adds its own facts.

An app adds to the demo in `<app>/management/seeding.py: demo(world)`, and to a generated service in `generate(world)`.
When all have, `settle(world)` puts right what only shows in the end. Families come first; what stands on them finds
them in `families`, or in `records` of a generated service. An app imports nothing of this: it takes the world as it is
given.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from random import Random
from typing import Any

from camden.models import Team, User
from camden.principal import acting_as

# Families first. An app without the module, or without the function, has nothing to add.
APPS = ("cases", "training", "supervision", "conferences")


@dataclass(frozen=True)
class Pod:
    """A pod of a generated service and those who hold families there. The first is its senior practitioner.

    `is_perfect`: one of the pods in which nothing was let slip, for contrast.
    """

    team: Team
    people: Sequence[User]
    is_perfect: bool = False


@dataclass(frozen=True)
class Record:
    """An open record of a generated service, and who leads there, by key."""

    case_id: int
    child_ids: Sequence[int]
    worker_id: int
    team_id: int
    opened_on: date


@dataclass
class World:
    """An invented service on the day `on`. `random` is each app's own: what one draws changes nothing of another's."""

    on: date
    seed: int
    system: User
    teams: dict[str, Team]
    people: dict[str, User]
    size: int = 0
    """How many children a generated service has known."""
    staff: Any = None
    """Who could lead in a generated service, and when: a `camden.management.workforce.Workforce`."""
    random: Random = field(default_factory=Random)
    families: dict[str, Any] = field(default_factory=dict)
    pods: list[Pod] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)

    def add_record(self, **facts: Any) -> None:
        """An open record of a generated service, for the apps that come after: `facts` are those of Record."""
        self.records.append(Record(**facts))


def fill(world: World, verb: str) -> None:
    """Let every app add its facts: `verb` is "demo" or "generate". Each acts as the system in a go of its own."""
    for step in (verb, "settle"):
        for app in APPS:
            seeding = _seeding(app)
            if hasattr(seeding, step):
                world.random = Random(f"{world.seed} {app}")  # noqa: S311  nothing is kept secret by it
                with acting_as(world.system):
                    getattr(seeding, step)(world)


def _seeding(app: str) -> Any:
    name = f"{app}.management.seeding"
    has_folder = find_spec(f"{app}.management") is not None
    return import_module(name) if has_folder and find_spec(name) else None
