"""What every page's frame shows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def council(request: HttpRequest) -> dict[str, Any]:
    """The council's name, in the header of every page."""
    return {"council_name": settings.COUNCIL_NAME}
