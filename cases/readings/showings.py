"""One showing: what somebody chose to show a family this once, as it stands signed in the address of a page."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.core.signing import BadSignature, dumps, loads

from camden.models import User
from camden.rules.moments import clock
from cases.models import Case
from cases.rules.genogram.sharing import Chosen
from cases.rules.showing import chosen_of, in_words, of_number

SALT = "cases.showing"


@dataclass(frozen=True)
class Showing:
    """What is shown, until when. Nothing of it is stored: without its address the picture is the usual one."""

    token: str = ""
    codes: tuple[str, ...] = ()
    until: str = ""

    @property
    def chosen(self) -> Chosen | None:
        """For the facts; None for the usual version."""
        return chosen_of(self.codes) if self.codes else None

    @property
    def words(self) -> str:
        """What is shown, in words; empty for the usual version."""
        return in_words(self.codes)


NOTHING_MORE = Showing()


def token_of(*, case: int, person: int, by: int, number: int, until: datetime) -> str:
    """The end of an address that shows more, to whoever chose it, of one record and for one reader, until then."""
    return dumps([case, person, by, number, int(until.timestamp())], salt=SALT)


def showing_of(token: str, *, case: Case, person: int | None, by: User, at: datetime) -> Showing:
    """What an address shows more. Changed, borrowed, of another record or reader, or too old: nothing more."""
    try:
        of, whose, whom, number, until = loads(token[:300], salt=SALT) if token else (0, 0, 0, 0, 0)
    except (BadSignature, ValueError, TypeError):
        return NOTHING_MORE
    ends = datetime.fromtimestamp(until, UTC)
    if (of, whose, whom) != (case.pk, person or 0, by.pk) or at >= ends:
        return NOTHING_MORE
    return Showing(token, of_number(number), clock(ends))
