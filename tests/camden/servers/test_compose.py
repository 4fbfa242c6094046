"""The deployment's file: its commands run as they stand, on the throw-away servers, without containers."""

import os
import re
import secrets
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg2
import pytest
import yaml

from tests.camden.servers.running import ROOT, environment, free_port, get, wait_until

FILE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SECRETS = ("SECRET_KEY", "POSTGRES_PASSWORD", "APP_PASSWORD", "WORKER_PASSWORD", "OWNER_PASSWORD")
GIVEN = dict.fromkeys(SECRETS, "letters4and5digits") | {"ALLOWED_HOSTS": "care.example.org", "CAMDEN_HTTPS": "0"}


def expanded(text: str, given: dict[str, str]) -> str:
    """The text with its variables, as Compose reads them."""

    def value(found: re.Match[str]) -> str:
        name, mark, rest = found["name"], found["mark"], found["rest"]
        if given.get(name):
            return given[name]
        if mark == ":?":
            raise KeyError(rest or name)
        return rest or ""

    text = re.sub(r"(?<!\$)\$\{(?P<name>\w+)(?:(?P<mark>:[-?])(?P<rest>[^}]*))?\}", value, text)
    return text.replace("$$", "$")


@pytest.mark.parametrize("secret", [*SECRETS, "ALLOWED_HOSTS"])
def test_a_secret_that_is_not_set_is_asked_for(secret: str) -> None:
    with pytest.raises(KeyError):
        expanded(yaml.safe_dump(FILE), GIVEN | {secret: ""})


def test_web_and_worker_may_be_many_and_beat_is_one() -> None:
    services = FILE["services"]
    assert not {"container_name"} & (services["web"].keys() | services["worker"].keys())
    assert "8000-8009" in services["web"]["ports"][0]  # a port for each copy
    assert services["beat"]["deploy"] == {"replicas": 1}
    assert " -B" not in services["worker"]["command"]


def test_the_image_holds_the_lock_and_every_app_and_runs_as_nobody_in_particular() -> None:
    build = FILE["services"]["web"]["build"]["dockerfile_inline"]
    assert "--require-hashes" in build
    assert build.rstrip().endswith("USER camden")
    for place in ROOT.glob("*/apps.py"):
        assert f"COPY {place.parent.name} {place.parent.name}\n" in build
    assert not {service["image"] for service in FILE["services"].values()} - {
        "camden",
        "postgres:18",
        "valkey/valkey:9",
    }


class Deployment:
    """The file's services, with the throw-away servers in place of its own and a folder in place of its volume."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.database = f"compose_{secrets.token_hex(4)}"
        self.server = urlsplit(os.environ["DATABASE_URL"]).netloc.rpartition("@")[2]
        self.given = GIVEN | {"PORT": str(self.port)}

    def here(self, text: str) -> str:
        """The text with our servers and our folder."""
        text = expanded(str(text), self.given).replace("redis://redis:6379/0", os.environ["REDIS_URL"])
        text = text.replace("@postgres:5432/camden", f"@{self.server}/{self.database}")
        return text.replace("@postgres:5432/", f"@{self.server}/").replace("/data", str(self.folder))

    def start(self, name: str, **popen: Any) -> subprocess.Popen[str]:
        """Start a service as the file says."""
        service = FILE["services"][name]
        told = {key: self.here(value) for key, value in service["environment"].items()}
        words = [self.here(word) for word in shlex.split(expanded(service["command"], self.given))]
        assert words[0] == "python"
        env = environment(self.folder) | told
        if "%2F" in self.server:  # a socket's address, with no password in it: the server trusts its own folder
            env = {key: re.sub(r":letters4and5digits@", "@", value) for key, value in env.items()}
        return subprocess.Popen([sys.executable, *words[1:]], env=env, cwd=ROOT, text=True, **popen)


@pytest.fixture
def deployment(tmp_path: Path) -> Iterator[Deployment]:
    """A deployment whose database goes away afterwards."""
    made = Deployment(tmp_path / "data")
    made.folder.mkdir()
    yield made
    connection = psycopg2.connect(os.environ["DATABASE_URL"].rpartition("/")[0] + "/postgres")
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {made.database} WITH (FORCE)")
    connection.close()


@pytest.mark.long
def test_its_services_run_and_stop_cleanly(deployment: Deployment) -> None:
    for once in ("roles", "migrate"):
        process = deployment.start(once)
        assert process.wait(timeout=180) == 0, once
    with ExitStack() as stack:
        started = {}
        for name in ("web", "worker", "beat"):
            started[name] = stack.enter_context(deployment.start(name))
            stack.callback(started[name].kill)
        assert wait_until(lambda: answer(deployment.port, "/livez") == 200, 60)
        assert wait_until(lambda: answer(deployment.port, "/readyz") == 200, 60)
        assert [name for name, process in started.items() if process.poll() is not None] == []
        for name, process in started.items():
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=20) == 0, name


def answer(port: int, path: str) -> int:
    """The status of a page; 0 while nobody answers."""
    try:
        return get(port, path)[0]
    except OSError:
        return 0
