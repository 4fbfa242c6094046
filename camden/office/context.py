"""What every page's frame shows of the council."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from camden.office import look


def council(request: HttpRequest) -> dict[str, Any]:
    """The council's name and look, in the header of every page."""
    return {"council_name": settings.COUNCIL_NAME, "council": look.council()}
