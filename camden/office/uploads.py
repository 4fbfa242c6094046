"""How much comes in: a file that is too large is let go while it arrives, and the words sent with it are kept."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from camden.operations.files import incoming

_UNREAD = 5  # times as large as may be kept: not read at all
MEGABYTE = 1_000_000


def most() -> int:
    """The largest file that is kept, in bytes."""
    return int(settings.UPLOAD_MOST_MB) * MEGABYTE


class NotTooMuch(FileUploadHandler):
    """Stands before Django's own handlers. All files of one request together may be as large as one may be.

    A file that grows past it is dropped, and the form told by `request.too_large`; what is far larger is not read.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self._taken = 0

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        """Refuse what is far too large before a byte of it is read."""
        if content_length > _UNREAD * most():
            raise RequestDataTooBig("far more than we keep")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Make the folder in which Django's handlers put what comes in."""
        super().new_file(*args, **kwargs)
        incoming().mkdir(mode=0o700, parents=True, exist_ok=True)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass on what comes in, until it is too much."""
        self._taken += len(raw_data)
        if self._taken > most():
            self.request.too_large = True  # type: ignore[union-attr]
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Django's handlers after this one make the file."""
        return


def too_large(request: Any) -> bool:
    """Whether a file of this request was too large. Asked after `request.POST` was read."""
    return bool(request.POST is not None and getattr(request, "too_large", False))
