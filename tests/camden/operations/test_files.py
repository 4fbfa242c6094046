"""Bytes on the disk: whole, under their own digest, and swept when no row names them."""

import hashlib
import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from camden.operations import files
from camden.operations.files import NotThere, keep, read, sweep

pytestmark = pytest.mark.django_db
DIGEST = hashlib.sha256(b"hello").hexdigest()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Any:
    with override_settings(DATA=tmp_path, FILE_UPLOAD_TEMP_DIR=tmp_path / "incoming"):
        yield tmp_path / "files"


def nobody(digests: list[str]) -> set[str]:
    return set()


def tomorrow() -> datetime:
    return datetime.now(UTC) + timedelta(days=1, minutes=1)


def test_what_is_kept_is_read_again_and_twice_the_same_is_one_file(folder: Path) -> None:
    assert keep(b"hello") == keep(b"hello") == DIGEST
    assert read(DIGEST) == b"hello"
    assert [path.name for path in folder.glob("*/*")] == [DIGEST]


def test_only_the_service_reads_the_folder_and_its_files(folder: Path) -> None:
    path = folder / DIGEST[:2] / keep(b"hello")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) & 0o077 == 0


def test_a_file_and_its_name_are_on_the_disk_before_keeping_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes first, under another name; then both folders, in which the name stands."""
    done: list[str] = []
    synced, renamed = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (done.append(_what(handle)), synced(handle))[1])
    monkeypatch.setattr(Path, "replace", lambda path, to: (done.append("rename"), renamed(path, to))[1])
    keep(b"hello")
    assert done == ["file", "rename", "folder", "folder"]


def _what(handle: int) -> str:
    return "folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file"


def test_a_path_comes_from_a_digest_and_from_nothing_else() -> None:
    for name in ("../../etc/passwd", "", "A" * 64, DIGEST + "\n", "/" + DIGEST[1:], DIGEST[:-1]):
        with pytest.raises(NotThere):
            read(name)


def test_bytes_that_changed_since_are_not_given_out(folder: Path) -> None:
    (folder / DIGEST[:2] / keep(b"hello")).write_bytes(b"jello")
    with pytest.raises(NotThere):
        read(DIGEST)


def test_a_sweep_drops_what_no_row_names_and_leaves_what_rows_name(folder: Path) -> None:
    named, unnamed = keep(b"named"), keep(b"unnamed")
    assert sweep(named=lambda digests: {named} & set(digests), at=tomorrow()) == 1
    assert read(named) == b"named"
    with pytest.raises(NotThere):
        read(unnamed)


def test_a_sweep_leaves_what_is_younger_than_a_day_and_asks_about_nothing_else() -> None:
    keep(b"hello")
    asked: list[str] = []
    assert sweep(named=lambda digests: set(asked.extend(digests) or ()), at=datetime.now(UTC)) == 0
    assert asked == []
    assert read(DIGEST) == b"hello"


@pytest.mark.parametrize("place", ["incoming", "files/new"])
def test_a_sweep_drops_what_was_left_of_an_upload_that_broke_off(folder: Path, place: str) -> None:
    left = folder.parent / place / "half"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")
    assert sweep(named=nobody, at=datetime.now(UTC)) == 0
    assert sweep(named=nobody, at=tomorrow()) == 1
    assert not left.exists()


def test_a_sweep_that_cannot_ask_drops_nothing() -> None:
    keep(b"hello")

    def fails(digests: list[str]) -> set[str]:
        raise PermissionError

    with pytest.raises(PermissionError):
        sweep(named=fails, at=tomorrow())
    assert read(DIGEST) == b"hello"


def test_many_files_are_asked_about_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_AT_A_TIME", 2)
    for number in range(5):
        keep(b"%d" % number)
    parts: list[int] = []

    def count(digests: list[str]) -> set[str]:
        parts.append(len(digests))
        return set(digests)

    named: Callable[[list[str]], set[str]] = count
    assert sweep(named=named, at=tomorrow()) == 0
    assert sorted(parts) == [1, 2, 2]
