"""The conference of a child on the child's page."""

from typing import Any

from django import template

from conferences.readings.card import read_card

register = template.Library()


@register.inclusion_tag("conferences/_on_the_childs_page.html")
def conference_card(case: Any, child: int) -> dict[str, Any]:
    """Where the child's last conference stands, what comes next, and its plan; or nothing. One query."""
    return {"card": read_card(case.pk, child)}
