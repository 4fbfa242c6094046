"""Words that were typed and not sent yet, and forms that were sent: each once.

A form's key is made when the form is shown. Whoever sends or saves under a key takes its lock first, so that a replay
waits for the first to finish and then finds what it did.
"""

import hashlib
import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet

from camden.models import Draft, User

Words = Mapping[str, Sequence[str]]
"""What was typed into each field: a field may have several values, as boxes that are ticked do."""


@dataclass(frozen=True)
class Sheet:
    """The form somebody writes in: the URL's name, what it writes in plain words, its address, the record's key."""

    form: str
    what: str
    about: str
    record_id: int | None = None


@dataclass(frozen=True)
class Sent:
    """A form that was sent: the digest of its words, the address it led to, when."""

    digest: str
    location: str
    at: datetime


@dataclass(frozen=True)
class Saved:
    """Where words are now: under which key, at which revision; `apart` when another tab had moved on under the key
    they were sent with, so that both texts are kept; `sent` when a form was sent under that key already."""

    key: uuid.UUID
    revision: int
    apart: bool = False
    sent: Sent | None = None


@dataclass(frozen=True)
class DraftLine:
    """One of my drafts, for a list: what it is, where to go on with it, when it was last typed in, its first words."""

    pk: int
    what: str
    href: str
    goes_on_at: str
    saved_at: datetime
    is_put_away: bool
    begins: str
    record_id: int | None = None


def digest(words: Words, files: Iterable[tuple[str, str, str]] = ()) -> str:
    """The SHA-256 of what a form holds, whatever the order of its fields and the kind of its line ends.

    `files` are (field, name, SHA-256 of the content).
    """
    said = {name: [_one_line_end(value) for value in values] for name, values in words.items()}
    text = json.dumps([said, sorted(files)], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def sent_before(*, by: User, key: uuid.UUID) -> Sent | None:
    """What was sent under this key, waiting for whoever sends under it at this moment. Inside a transaction.

    The lock lasts until the transaction ends, so whoever gets None is the only one to send under the key.
    """
    with connection.cursor() as cursor:
        # Two statements in one round trip: the second sees what was committed while the first waited.
        cursor.execute(
            "select pg_advisory_xact_lock(hashtextextended(%s, 7));"
            " select digest, location, sent_at from camden_submission where author_id = %s and key = %s",
            [f"{by.pk} {key}", by.pk, str(key)],
        )
        row = cursor.fetchone()
    return Sent(*row) if row else None


def send(
    *, key: uuid.UUID, form: str, digest: str, location: str, look: tuple[str, str, uuid.UUID, list[int]] | None = None
) -> None:
    """Note that a form was sent under this key, and drop its draft. Inside the transaction of what it wrote.

    `look` is the read event of the same request (page, why, request, records): both are one round trip.
    """
    values: list[Any] = [str(key), form[:80], digest, location if len(location) <= 200 else ""]
    sql = "select app_sent(%s, %s, %s, %s)"
    if look:
        page, why, request_id, cases = look
        sql += ", app_opened(%s, %s, %s, %s::bigint[])"
        values += [page, why, str(request_id), cases]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


@transaction.atomic(savepoint=False)
def save(
    *, by: User, sheet: Sheet, key: uuid.UUID, tab: uuid.UUID, base: int, revision: int, words: Words, at: datetime
) -> Saved:
    """Keep what is in a form now. `revision` is the number this tab gives to what it saves, more than any before;
    `base` is the last one it was told of. (Two saves of one tab may pass one another on their way.)

    1. Sent already under this key: the same words are left alone; others are somebody's next words, kept apart.
    2. The same tab, later: it replaces what it saved. Earlier: a save that was overtaken on its way; nothing to do.
    3. Another tab, but of what is there now: it goes on from there.
    4. Another tab, and the draft moved on meanwhile: kept apart, under a new key. Neither text is lost.
    """
    sent = sent_before(by=by, key=key)
    if sent and sent.digest == digest(words):
        return Saved(key, revision, sent=sent)
    if not sent:
        there = Draft.objects.filter(author=by, key=key)
        goes_on = Q(tab=tab, revision__lte=revision) | (~Q(tab=tab) | Q(tab=None)) & Q(revision=base)
        new = {"words": dict(words), "tab": tab, "revision": revision, "saved_at": at, "put_away_at": None}
        if there.filter(goes_on).update(**new):
            return Saved(key, revision)
        if now := there.values("tab", "revision").first():
            if now["tab"] == tab:
                return Saved(key, now["revision"])
        else:
            _begin(by, sheet, key, tab, revision, words, at)
            return Saved(key, revision)
    apart = uuid.uuid4()
    _begin(by, sheet, apart, tab, revision, words, at)
    return Saved(apart, revision, apart=not sent, sent=sent)


def put_away(*, draft: Draft, at: datetime) -> None:
    """These words come back into no form by themselves. They stay on the author's list for their 30 days."""
    Draft.objects.filter(pk=draft.pk).update(put_away_at=at, revision=F("revision") + 1, tab=None)


def throw_away(*, draft: Draft) -> None:
    """The author wants these words gone."""
    Draft.objects.filter(pk=draft.pk).delete()


def drafts_of(user: User) -> QuerySet[Draft]:
    """A person's own drafts, the last typed first. Row-level security gives nobody another's."""
    return Draft.objects.filter(author=user).order_by("-saved_at", "-pk")


def my_drafts(user: User, *, most: int = 100) -> list[DraftLine]:
    """What this person has begun to write and not sent, for lists: those put away last. One query."""
    lines = [
        DraftLine(
            pk=draft.pk,
            what=draft.what,
            href=draft.get_absolute_url(),
            goes_on_at=draft.goes_on_at,
            saved_at=draft.saved_at,
            is_put_away=draft.put_away_at is not None,
            begins=_first_words(draft.words),
            record_id=draft.record_id,
        )
        for draft in drafts_of(user)[:most]
    ]
    return sorted(lines, key=lambda line: line.is_put_away)


def forget_old_drafts() -> int:
    """Drop drafts 30 days after the last key, as a job of the system. Returns how many."""
    with connection.cursor() as cursor:
        cursor.execute("select forget_old_drafts()")
        gone: int = cursor.fetchone()[0]
    return gone


def _begin(by: User, sheet: Sheet, key: uuid.UUID, tab: uuid.UUID, revision: int, words: Words, at: datetime) -> None:
    Draft.objects.create(
        author=by,
        key=key,
        form=sheet.form[:80],
        what=sheet.what[:80],
        about=sheet.about,
        record_id=sheet.record_id,
        words=dict(words),
        tab=tab,
        revision=revision,
        saved_at=at,
    )


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _first_words(words: Words) -> str:
    """The beginning of the longest text: enough to know a draft again. What is not a sentence tells nobody much."""
    said = [value for values in words.values() for value in values if " " in value.strip()]
    longest = max(said, key=len, default="")
    line = " ".join(longest.split())
    return line if len(line) <= 90 else f"{line[:90].rsplit(' ', 1)[0]} …"
