"""Nothing in the repository belongs to one machine or one package index, and the top level holds what it should."""

import re

from tests.guards import walk

TOP = {"manage.py", "camden", "cases", "supervision", "conferences", "training", "templates", "static", "tests", "docs"}
TOP |= {"pyproject.toml", "docker-compose.yml", "requirements.lock"}
TOP |= {"README.md", "LICENSE", "CONTRIBUTING.md", "THIRD_PARTY.md"}
# uv's and pip's own locks record where packages came from.
NEVER = {"uv.lock", "pylock.toml"}
# Taken apart, or this file would name them itself.
HOSTS = re.compile(r"(?<!emit-)\b(pypi_org|pythonhosted_org|registry_npmjs_org|ghcr_io|docker_io|quay_io|conda_org"
                   r"|index_url|find_links)\b".replace("_", "[-.]"))  # fmt: skip
PLACES = re.compile(r"""(?<![\w.}\])/-])(?:file://)?/(?:work|home|Users|root|opt|mnt|srv)/[\w.-]+""")


def stray(name: str, text: str) -> list[str]:
    """What is wrong with one file: where it lies, or what it names."""
    top = name.split("/")[0]
    found = [f"{name}: {top} does not belong at the top"] if top not in TOP and not top.startswith(".") else []
    if name.rpartition("/")[2] in NEVER:
        found.append(f"{name} records where packages came from")
    for at, line in enumerate(text.splitlines(), start=1):
        found += [f"{name}:{at} names {host}" for host in HOSTS.findall(line)]
        if "/vendor/" not in name:
            found += [f"{name}:{at} names {place}" for place in PLACES.findall(line)]
    return found


def test_nothing_in_the_repository_is_stray():
    assert [finding for name in walk.files() for finding in stray(name, walk.text(name))] == []


def test_what_is_stray_is_reported():
    assert stray("uv.lock", "") == [
        "uv.lock: uv.lock does not belong at the top",
        "uv.lock records where packages came from",
    ]
    assert stray("notes.txt", "x") == ["notes.txt: notes.txt does not belong at the top"]
    host, place = "files.python" + "hosted.org", "/ho" + "me/ada"
    assert stray("requirements.lock", f"https://{host}/simple\n--index" + "-url x") == [
        f"requirements.lock:1 names {host.removeprefix('files.')}",
        "requirements.lock:2 names index" + "-url",
    ]
    assert stray(".ci/lock", "uv pip compile --no-emit-index" + "-url") == []
    assert stray("camden/settings.py", f"DATA = '{place}/data'\n'file://{place}'") == [
        f"camden/settings.py:1 names {place}",
        f"camden/settings.py:2 names file://{place}",
    ]
    for innocent in (
        "#!/usr/bin/env bash",
        "/usr/bin/chromium",
        "/tmp",
        "path('cases/<int:pk>/')",
        "https://x.example/home/a",
    ):
        assert stray("README.md", innocent) == []
