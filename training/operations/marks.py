"""Marks without meaning: the same for the same person in every round, and made by nobody without the service's key.

The key is `settings.LISTENING_KEY`, and each use of it has a purpose of its own. Whoever holds both the database and
the key could make the mark of a person again; nobody else could, and no page, job or log does.
"""

from django.conf import settings
from django.core.signing import BadSignature, dumps, loads
from django.utils.crypto import salted_hmac

from camden.models import User

_LINK = "training.listening.link"


def mark_of(person: User) -> str:
    """What stands beside what this person answers, in place of who they are."""
    return _made("staff", str(person.pk))


def key_in_use() -> str:
    """Which key marks are made with, without saying it: marks of another key are of other people, as far as we know."""
    return _made("key", "")[:16]


def link_for(survey: int, email: str) -> str:
    """The end of a partner's address, signed: which round, and a seed of the mark. The e-mail address is not in it.

    The same address gives the same seed in every round, so that a partner is one person however often they are asked.
    """
    return dumps([survey, _made("partner-seed", email.strip().lower())[:32]], salt=_LINK)


def read_link(token: str) -> tuple[int, str] | None:
    """The round and the mark of a partner's address; None for one that we did not sign."""
    try:
        survey, seed = loads(token[:300], salt=_LINK)
    except (BadSignature, ValueError, TypeError):
        return None
    return survey, _made("partner", seed)


def _made(purpose: str, value: str) -> str:
    salt = f"training.listening.{purpose}"
    return salted_hmac(salt, value, secret=settings.LISTENING_KEY, algorithm="sha256").hexdigest()
