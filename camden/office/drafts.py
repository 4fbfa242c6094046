"""Drafts: the script saves them, their author lists, reads, puts away and drops them."""

import json
import uuid
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_POST

from camden.access import Permission, needs
from camden.models import Draft
from camden.office.kept import NotThisForm, SomebodyElses, read_key, read_ticket
from camden.operations.drafts import Saved, Words, drafts_of, my_drafts, put_away, save, throw_away

MOST_FIELDS, LONGEST_NAME = 2000, 200
MOST_SAVES = 2**31 - 1


class NoWords(Exception):
    """What was sent is no draft."""


@needs(Permission.STAFF_READ)
def list_(request: Any) -> HttpResponse:
    """My drafts. The script asks for one by its key (`?key=`), and POSTs what is in a form now."""
    if request.method == "POST":
        return _save(request)
    if key := read_key(request.GET.get("key")):
        draft = _mine(request).filter(key=key).first()
        found = {"key": str(key), "revision": 0, "words": None}
        if draft:
            found |= {"revision": draft.revision, "words": draft.words, "saved": _clock(draft.saved_at)}
        return JsonResponse(found)
    return render(request, "office/draft_list.html", {"drafts": my_drafts(request.user)})


@needs(Permission.STAFF_READ)
def detail(request: Any, pk: int) -> HttpResponse:
    """The words of one of my drafts, to read or copy, even when their form cannot be opened any more."""
    draft = _draft(request, pk)
    typed = [
        (name.replace("_", " ").replace("-", " ").capitalize(), value)
        for name, values in draft.words.items()
        for value in values
        if value.strip()
    ]
    return render(request, "office/draft.html", {"draft": draft, "typed": typed})


@needs(Permission.STAFF_READ)
@require_POST
def shelf(request: Any, pk: int) -> HttpResponse:
    """Put one of my drafts away: it stays on the list and comes back into no form by itself."""
    put_away(draft=_draft(request, pk), at=timezone.now())
    return redirect("office:draft-list")


@needs(Permission.STAFF_READ)
@require_POST
def removal(request: Any, pk: int) -> HttpResponse:
    """Drop one of my drafts for good."""
    throw_away(draft=_draft(request, pk))
    return redirect("office:draft-list")


def _mine(request: Any) -> QuerySet[Draft]:
    return drafts_of(request.user)


def _draft(request: Any, pk: int) -> Draft:
    draft = _mine(request).filter(pk=pk).first()
    if draft is None:
        raise Http404
    return draft


def _save(request: Any) -> JsonResponse:
    """Answers 200 with where the words are now, 400 to what is no draft, 409 to words of somebody else."""
    try:
        sent = _read(request)
        sheet = read_ticket(sent["ticket"], request.user)
    except SomebodyElses:
        return JsonResponse({"problem": "somebody else"}, status=409)
    except RequestDataTooBig:
        return JsonResponse({"problem": "too long"}, status=413)
    except (NotThisForm, NoWords):
        return JsonResponse({"problem": "no draft"}, status=400)
    at = timezone.now()
    saved = save(
        by=request.user,
        sheet=sheet,
        key=sent["key"],
        tab=sent["tab"],
        base=sent["base"],
        revision=sent["revision"],
        words=sent["words"],
        at=at,
    )
    return JsonResponse(_answer(saved) | {"saved": _clock(at)})


def _answer(saved: Saved) -> dict[str, Any]:
    answer: dict[str, Any] = {"key": str(saved.key), "revision": saved.revision, "apart": saved.apart}
    if saved.sent:
        answer |= {"sent": _clock(saved.sent.at), "location": saved.sent.location}
    return answer


def _read(request: HttpRequest) -> dict[str, Any]:
    """The save as the script sends it. Raises NoWords for anything else."""
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise NoWords from error
    if not isinstance(sent, dict) or not isinstance(sent.get("ticket"), str):
        raise NoWords
    base, revision = sent.get("base"), sent.get("revision")
    keys: list[uuid.UUID | None] = [read_key(sent.get("key")), read_key(sent.get("tab"))]
    if None in keys or type(base) is not int or type(revision) is not int or not 0 <= base < revision < MOST_SAVES:
        raise NoWords
    words = sent.get("words")
    if not isinstance(words, dict) or len(words) > MOST_FIELDS or not all(_is_field(*item) for item in words.items()):
        raise NoWords
    told = {"ticket": sent["ticket"], "key": keys[0], "tab": keys[1], "base": base, "revision": revision}
    return told | {"words": _keepable(words)}


def _is_field(name: str, values: Any) -> bool:
    return (
        0 < len(name) <= LONGEST_NAME
        and isinstance(values, list)
        and len(values) <= MOST_FIELDS
        and all(isinstance(value, str) for value in values)
    )


def _keepable(words: Words) -> dict[str, list[str]]:
    """The database keeps no NUL and no half of a pair. A mark stands for them, so that the rest is not lost."""

    def plain(text: str) -> str:
        return text.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    return {plain(name): [plain(value) for value in values] for name, values in words.items()}


def _clock(at: Any) -> str:
    return date_format(timezone.localtime(at), "H:i")
