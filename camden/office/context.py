"""What every page's frame shows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from camden.access import Permission, may


def council(request: HttpRequest) -> dict[str, Any]:
    """The council's name, in the header of every page, and whether the navigation leads to records."""
    user = getattr(request, "user", None)
    opens_records = bool(user and user.is_authenticated and may(user, Permission.CASE_READ))
    return {"council_name": settings.COUNCIL_NAME, "opens_records": opens_records}
