"""What every request passes through: the log line, and the principal with its transaction and its read event."""

import json
import logging
import time
import traceback
import uuid
from collections.abc import Callable
from typing import Any

from django.core.signals import got_request_exception
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

from camden import audit
from camden.principal import acting_as

log = logging.getLogger("camden.request")

View = Callable[[HttpRequest], HttpResponse]
REFUSED = (403, 404)


class JsonLines(logging.Formatter):
    """One JSON object a line. Of an exception only its type and places: a message may quote a family's record."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= getattr(record, "facts", {})
        if record.exc_info and record.exc_info[0]:
            frames = traceback.extract_tb(record.exc_info[2])
            line["exception"] = record.exc_info[0].__name__
            line["frames"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]]
        return json.dumps(line, ensure_ascii=False)


def page_name(request: HttpRequest) -> str:
    """The URL's name, which unlike the path holds nothing of a record."""
    match = getattr(request, "resolver_match", None)
    return match.view_name if match else ""


class RequestLog:
    """Gives each request an id and writes one line about it: the page's name, the answer, milliseconds."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.id = uuid.uuid4()
        # No cookie of ours holds a NUL, and the database, asked for a session named so, would raise.
        request.COOKIES = {name: value for name, value in request.COOKIES.items() if "\0" not in value}
        began = time.perf_counter()
        response = self.get_response(request)
        response["X-Request-Id"] = str(request.id)
        facts = {
            "request": str(request.id),
            "method": request.method,
            "page": page_name(request),
            "status": response.status_code,
            "ms": round((time.perf_counter() - began) * 1000, 1),
        }
        log.info("answered", extra={"facts": facts})
        return response


@receiver(got_request_exception)
def note_a_failure(sender: Any, request: Any = None, **kwargs: Any) -> None:
    """Whatever becomes a 500: in a view, in a middleware, while the transaction is kept. Refusals do not pass here."""
    facts = {"request": str(getattr(request, "id", "")), "page": page_name(request)}
    log.error("failed", extra={"facts": facts}, exc_info=True)


class Principal:
    """Opens the transaction of a signed-in person's request, binds it to them, and writes what they looked at.

    1. A transaction, bound to the person (`camden.principal`).
    2. The view. Lookups and readings add the records they show to `request.opened`.
    3. A failure (500 or more) and a refusal (403, 404) roll everything back: neither leaves anything half done.
    4. Otherwise the read event is written before commit: no event, no page.
    5. A refusal is written afterwards, outside the transaction.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.opened = audit.Opened()
        if not request.user.is_authenticated:
            return self.get_response(request)
        user = request.user
        with acting_as(user, request.id):
            response = self.get_response(request)
            if response.status_code >= 500 or response.status_code in REFUSED:
                transaction.set_rollback(True)
            elif request.opened.cases and not request.opened.is_written:
                audit.opened(
                    page=page_name(request), cases=request.opened.cases, why=request.opened.why, request_id=request.id
                )
        if response.status_code in REFUSED and request.resolver_match:
            asked_for = ",".join(f"{key}={value}" for key, value in request.resolver_match.kwargs.items())
            audit.refused(
                user=user,
                page=page_name(request),
                asked_for=asked_for,
                status=response.status_code,
                request_id=request.id,
            )
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        return response
