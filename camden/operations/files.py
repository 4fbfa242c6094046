"""Files of the service: kept under CAMDEN_DATA by what is in them, outside the web root, never by anybody's name."""

import hashlib
import os
import re
import tempfile
from pathlib import Path

from django.conf import settings

_SHA256 = re.compile(r"[0-9a-f]{64}")


def keep_file(content: bytes) -> str:
    """Keep these bytes and return their SHA-256. They are on the disk, not only in its cache, before this returns."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = _path(sha256)
    if path.exists():
        return sha256
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)  # whole or not at all
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return sha256


def read_file(sha256: str) -> bytes:
    """The bytes kept under this SHA-256. Raises FileNotFoundError, and ValueError for what is none."""
    return _path(sha256).read_bytes()


def _path(sha256: str) -> Path:
    if not _SHA256.fullmatch(sha256):
        raise ValueError("not a SHA-256")
    return Path(settings.DATA) / "files" / sha256[:2] / sha256
