"""Bytes that belong to records: on the disk under their own SHA-256, outside the web root, before any row names them.

A path comes from a digest and from nothing else. Whoever serves a file asks the policy first: this room knows none.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection

_DIGEST = re.compile(r"[0-9a-f]{64}")
_TURNS = 7_261_194  # of the lock that keepers share and a sweep has to itself
_RESTS = timedelta(days=1)  # a file that no row names is left alone for so long
_AT_A_TIME = 500  # digests in one question


class NotThere(Exception):
    """No such file, or what is there is not what was kept."""


def keep(content: bytes) -> str:
    """Keep these bytes; gives their SHA-256. Inside the transaction of the row that will name them.

    They are on the disk, whole, when this returns. The same bytes twice are one file.
    """
    with connection.cursor() as cursor:  # no sweep between here and the commit
        cursor.execute("select pg_advisory_xact_lock_shared(%s)", [_TURNS])
    digest = hashlib.sha256(content).hexdigest()
    path = _path(digest)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        _write(path, content)
    for folder in (path.parent, path.parent.parent):
        _onto_the_disk(folder)
    return digest


def read(digest: str) -> bytes:
    """What was kept under this digest. Raises NotThere, also for bytes that have changed since."""
    try:
        content = _path(digest).read_bytes()
    except FileNotFoundError as error:
        raise NotThere from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise NotThere
    return content


def sweep(*, named: Callable[[list[str]], set[str]], at: datetime) -> int:
    """Drop files that no row names, and what was left of uploads that broke off; gives how many. In a transaction.

    `named` says which of some digests a row names. What is younger than a day stays.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_TURNS])
    old = (at - _RESTS).timestamp()
    dropped = 0
    for some in _in_parts(path for path in folder().glob("*/*") if _DIGEST.fullmatch(path.name)):
        resting = [path for path in some if path.stat().st_mtime < old]
        still = named([path.name for path in resting])
        for path in resting:
            if path.name not in still:
                path.unlink()
                dropped += 1
    for left in (path for place in (_half_written(), incoming()) if place.is_dir() for path in place.iterdir()):
        if left.stat().st_mtime < old:
            left.unlink()
            dropped += 1
    return dropped


def folder() -> Path:
    """Where the files are."""
    return Path(settings.DATA) / "files"


def incoming() -> Path:
    """Where an upload lies while it comes in."""
    return Path(settings.FILE_UPLOAD_TEMP_DIR)


def _half_written() -> Path:
    return folder() / "new"


def _path(digest: str) -> Path:
    if not _DIGEST.fullmatch(digest):
        raise NotThere
    return folder() / digest[:2] / digest


def _write(path: Path, content: bytes) -> None:
    """Under another name until it is whole and on the disk: whoever finds the path finds all of it."""
    _half_written().mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=_half_written(), delete=False) as half:
        half.write(content)
        half.flush()
        os.fsync(half.fileno())
    Path(half.name).replace(path)


def _onto_the_disk(place: Path) -> None:
    """A name, too, is lost in a power cut until its folder is on the disk."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _in_parts(paths: Iterator[Path]) -> Iterator[list[Path]]:
    part: list[Path] = []
    for path in paths:
        part.append(path)
        if len(part) == _AT_A_TIME:
            yield part
            part = []
    if part:
        yield part
