"""What this council sets about conferences."""

from conferences.models import ConferenceSettings, DangerWord
from conferences.rules.before_court import Law
from conferences.rules.outcomes import Word


def settings_row() -> ConferenceSettings:
    """The one row; as shipped while nobody has set anything. One query."""
    return ConferenceSettings.objects.filter(pk=1).first() or ConferenceSettings(pk=1)


def law_here() -> Law:
    """Since when section 31ZA binds. One query."""
    return Law(settings_row().commenced_on)


def danger_words() -> tuple[Word, ...]:
    """The words this council added, or took off, by name. One query."""
    return tuple(
        Word(row.words, is_off=row.is_off, is_whole=row.is_whole) for row in DangerWord.objects.order_by("words")
    )
