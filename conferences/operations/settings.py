"""What an authority sets about conferences."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from conferences.models import ConferenceSettings, DangerWord


@transaction.atomic
def set_conferences(*, by: User, commenced_on: date | None, leave_to: str, duty_phone: str) -> None:
    """Keep the day section 31ZA came into force here, where *Leave this page* leads, and what to ring at once."""
    said = {"commenced_on": commenced_on, "leave_to": leave_to, "duty_phone": duty_phone, "set_by": by}
    row, _ = ConferenceSettings.objects.update_or_create(pk=1, defaults=said)
    ConferenceSettings.objects.filter(pk=1).update(version=F("version") + 1)
    record(action="changed how conferences are offered", subject=row)


@transaction.atomic
def set_danger_word(*, words: str, is_off: bool, is_whole: bool, by: User) -> None:
    """Add a word that moves an answer to the front, or take one off. Written twice, it stands once."""
    said = {"is_off": is_off, "is_whole": is_whole, "edited_by": by}
    row, made = DangerWord.objects.get_or_create(words=words.casefold(), defaults=said)
    if not made:
        DangerWord.objects.filter(pk=row.pk).update(**said, version=F("version") + 1)
    record(action="changed the words that speak of danger", subject=row)
