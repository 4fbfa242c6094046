"""What somebody typed into a form that could not be saved: given back, and sent again only where that is safe."""

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParserError

# Secrets and machinery, not somebody's account of a visit. A postcode and the next steps are given back.
MACHINERY = {"csrfmiddlewaretoken", "next", "code", "token"}
SECRETS = ("password", "secret")


def given_back(request: HttpRequest) -> list[tuple[str, str]]:
    """Each field's name in words and what was typed into it, in the order of the form. Never a secret."""
    return [
        (name.removesuffix("_quick").replace("_", " ").replace("-", " ").capitalize(), value)
        for name, values in _posted(request).lists()
        if not name.startswith("_") and name not in MACHINERY and not any(secret in name for secret in SECRETS)
        for value in values
        if value.strip() and not (name.endswith("_quick") and value == "other")  # the day itself follows
    ]


def sent_again(request: HttpRequest) -> list[tuple[str, str]]:
    """All that the form held, to be sent once more by a button. Empty for a form without a key.

    Only forms with a key: sent twice, they write once. Only what passed the check of its token: another site's form
    must not come back with a button of ours.
    """
    posted = _posted(request)
    if "_key" not in posted or any("password" in name for name in posted):
        return []
    return [(name, value) for name, values in posted.lists() for value in values]


def _posted(request: HttpRequest) -> QueryDict:
    try:
        return request.POST
    except (SuspiciousOperation, MultiPartParserError, OSError):  # cut off on its way, or too large to read
        return QueryDict()
