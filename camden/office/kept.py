"""Nothing typed into a form is lost, and nothing is made twice: `@keeps_words`, beneath `@needs`.

    @needs(Permission.CASE_RECORD)
    @keeps_words("a visit")
    def new(request, case_pk): ...

The view stays as it is. A PlainForm drawn by `{% crispy form %}` then carries a key and is saved while it is typed
(`static/drafts.js`); a POST that led on (a redirect) is noted under its key, and its replay leads to the same place.
"""

import hashlib
import uuid
from collections.abc import Callable
from contextlib import contextmanager
from functools import cached_property, wraps
from typing import Any

from django.contrib import messages
from django.core import signing
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format

from camden.middleware import page_name
from camden.models import Draft
from camden.office.layout.plain import SENT_ALREADY
from camden.office.typed import given_back
from camden.operations.drafts import Sent, Sheet, Words, digest, drafts_of, send, sent_before

View = Callable[..., Any]
_SALT = "camden.office.kept"
_LONGEST_ADDRESS = 200


class NotThisForm(Exception):
    """A ticket that we did not write."""


class SomebodyElses(Exception):
    """A form that another person opened on this machine: their words must not be sent under this person's name."""


class Page:
    """What the form on this page needs to keep its words. The form's template and the script read it."""

    def __init__(self, request: Any, what: str) -> None:
        self._request, self._what = request, what
        self.key = uuid.uuid4()
        self.revision = 0
        self.draft: Draft | None = None
        self.others: list[Draft] = []
        self.sent: Sent | None = None
        self._drawn = False

    @property
    def is_first(self) -> bool:
        """True for the first form of the page that asks, and for no other: one page, one key."""
        self._drawn, before = True, self._drawn
        return not before

    @property
    def words(self) -> Words:
        """What to put back into the form."""
        return self.draft.words if self.draft else {}

    @property
    def is_again(self) -> bool:
        """Whether the form comes back with the words of a POST."""
        return self._request.method == "POST"

    @property
    def typed(self) -> list[tuple[str, str]]:
        """What was sent, for a page that could not take it."""
        return given_back(self._request) if self.is_again else []

    @property
    def ticket(self) -> str:
        """Who writes what and where, signed: what the script sends with the words. Made when the record is known."""
        cases = self._request.opened.cases
        record = next(iter(cases)) if len(cases) == 1 else None
        sheet = [page_name(self._request), self._what, self.about, record]
        return signing.dumps([self._request.user.pk, *sheet], salt=_SALT)

    @cached_property
    def about(self) -> str:
        """The form's address, without what begins with "_": which draft, and how one looks at the page."""
        asked = self._request.GET.copy()
        for name in [name for name in asked if name.startswith("_")]:
            asked.pop(name)
        whole = f"{self._request.path}?{asked.urlencode()}" if asked else self._request.path
        return whole if len(whole) <= _LONGEST_ADDRESS else self._request.path[:_LONGEST_ADDRESS]

    def look_for_drafts(self) -> None:
        """This person's drafts of this form: one comes back into it, the others are offered. One query."""
        path = self._request.path
        here = Q(about=path) | Q(about__startswith=f"{path}?")
        found = list(drafts_of(self._request.user).filter(here, form=page_name(self._request))[:8])
        asked = self._request.GET.get("_draft", "")
        chosen = [draft for draft in found if str(draft.pk) == asked] or [
            draft for draft in found if draft.about == self.about and not draft.put_away_at
        ]
        if chosen:
            self.draft = chosen[0]
            self.key, self.revision = self.draft.key, self.draft.revision
        self.others = [draft for draft in found if draft is not self.draft and not draft.put_away_at]


def read_ticket(ticket: str, user: Any) -> Sheet:
    """What the ticket says. Raises NotThisForm for one that is not ours, SomebodyElses for another person's."""
    try:
        by, form, what, about, record_id = signing.loads(ticket, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise NotThisForm from error
    if by != user.pk:
        raise SomebodyElses
    return Sheet(form=form, what=what, about=about, record_id=record_id)


def read_key(text: Any) -> uuid.UUID | None:
    """A key as a browser sends it, or None."""
    try:
        return uuid.UUID(text)
    except (ValueError, TypeError, AttributeError):
        return None


def keeps_words(what: Any) -> Any:
    """Keep what is typed into the view's form. `what` it writes, for a sentence: "a visit", "an action".

    Without words (`@keeps_words` alone) they are made of the URL's name. Sets `request.kept`, a `Page`.
    """
    if callable(what):
        return _keeping(what, "")
    return lambda view: _keeping(view, what)


def _keeping(view: View, what: str) -> View:
    @wraps(view)
    def kept(request: Any, *args: Any, **kwargs: Any) -> Any:
        page = request.kept = Page(request, what or _in_words(page_name(request)))
        if request.method != "POST":
            page.look_for_drafts()
            return view(request, *args, **kwargs)
        key = read_key(request.POST.get("_key"))
        if key is None:  # a page from before, or no page of ours
            return view(request, *args, **kwargs)
        page.key = key
        page.revision = _number(request.POST.get("_revision"))
        try:
            if ticket := request.POST.get("_ticket"):
                read_ticket(ticket, request.user)
        except SomebodyElses:
            return render(request, "office/somebody_else.html", {"typed": given_back(request)}, status=409)
        except NotThisForm:
            pass  # the key is what counts; a ticket only says whose words they are
        return _sent_once(request, page, lambda: view(request, *args, **kwargs))

    kept.keeps_words = True  # type: ignore[attr-defined]
    return kept


def _sent_once(request: Any, page: Page, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """Run the view, unless its form was sent before: then lead where it led, or ask what the other words are."""
    said = _digest(request)
    before = sent_before(by=request.user, key=page.key)
    if before and before.digest == said:
        messages.success(request, f"Sent and kept at {_clock(before)}: once, however often it was sent.")
        return redirect(before.location or "/")
    if before:
        page.sent, page.key, page.revision = before, uuid.uuid4(), 0
        with _held(f"This form was sent at {_clock(before)}. You have changed words since then."):
            return answer()
    response = answer()
    if 300 <= response.status_code < 400:
        look = None
        if request.opened.cases:
            look = (page_name(request), request.opened.why, request.id, sorted(request.opened.cases))
            request.opened.is_written = True
        send(key=page.key, form=page_name(request), digest=said, location=response["Location"], look=look)
    return response


@contextmanager
def _held(why: str) -> Any:
    """No form of this house is valid meanwhile: the view shows it again with all its words, and does nothing."""
    token = SENT_ALREADY.set(why)
    try:
        yield
    finally:
        SENT_ALREADY.reset(token)


def _digest(request: HttpRequest) -> str:
    words = {
        name: values
        for name, values in request.POST.lists()
        if not name.startswith("_") and name != "csrfmiddlewaretoken"
    }
    files = []
    for name, uploads in request.FILES.lists():
        for upload in uploads:
            content = hashlib.sha256()
            for chunk in upload.chunks():
                content.update(chunk)
            upload.seek(0)
            files.append((name, upload.name or "", content.hexdigest()))
    return digest(words, files)


def _in_words(form: str) -> str:
    """“cases:duty-note-new” → “duty note”."""
    return form.rpartition(":")[2].removesuffix("-new").replace("-", " ")


def _clock(sent: Sent) -> str:
    return date_format(timezone.localtime(sent.at), "H:i")


def _number(text: Any) -> int:
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 9 else 0
