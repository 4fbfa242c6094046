"""What a council sets about supervision, and the words of its library."""

from collections.abc import Iterable
from uuid import uuid4

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from supervision.models import PromptEdit, SupervisionSettings
from supervision.rules.counting import Talk


@transaction.atomic
def set_supervision(
    *, by: User, resets: Iterable[Talk], resets_watched: Iterable[Talk], weeks: int, weeks_watched: int,
    quick_minutes: int, quick_watched_minutes: int, most_in_depth: int,
) -> None:  # fmt: skip
    """Keep what begins PR1 anew, its limits in weeks, and the minutes an agenda reckons with."""
    said = {
        "resets": sorted(talk.value for talk in resets),
        "resets_watched": sorted(talk.value for talk in resets_watched),
        "weeks": weeks,
        "weeks_watched": weeks_watched,
        "quick_minutes": quick_minutes,
        "quick_watched_minutes": quick_watched_minutes,
        "most_in_depth": most_in_depth,
        "set_by": by,
    }
    row, _ = SupervisionSettings.objects.update_or_create(pk=1, defaults=said)
    SupervisionSettings.objects.filter(pk=1).update(version=F("version") + 1)
    record(action="changed how supervision counts", subject=row)


@transaction.atomic
def edit_prompt(*, code: str, kind: str, words: str, is_off: bool, by: User) -> None:
    """Other words for a question or lens, or none of it. Empty words leave those that were shipped."""
    said = {"kind": kind, "words": words, "is_off": is_off, "edited_by": by}
    row, _ = PromptEdit.objects.update_or_create(code=code, defaults=said)
    record(action="changed a question of the library", subject=row)


@transaction.atomic
def add_prompt(*, kind: str, words: str, by: User) -> None:
    """A question of the council's own. Written twice in the same words, it stands once."""
    if PromptEdit.objects.filter(kind=kind, words=words).exists():
        return
    row = PromptEdit.objects.create(code=f"own-{uuid4().hex[:12]}", kind=kind, words=words, edited_by=by)
    record(action="added a question to the library", subject=row)
