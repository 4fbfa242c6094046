"""What a page of the record says about conferences: drawn into it here, because no lower storey asks an upper one."""

from typing import Any

from django import template
from django.utils import timezone

from cases.models import Case
from conferences.readings.card import Beside, read_beside
from conferences.readings.prompting import prompt_of

register = template.Library()


@register.inclusion_tag("conferences/_prompt.html")
def offer_now(case: Case, child: int | None = None, *, may_record: bool = False) -> dict[str, Any]:
    """Whether to offer a conference to this family now, and the two ways to answer. One query.

    `child` is the key of the child whose page it stands on, if any.
    """
    on = timezone.localdate()  # noqa: TID251 - a door, as a view is: what the page shows today
    return {"prompt": prompt_of(case, on), "case_pk": case.pk, "child": child, "may_record": may_record}


@register.simple_tag
def conferences_beside(case: Case, child: int) -> Beside:
    """For a child's page: whether to offer a conference now, and where the child's last one stands. One query."""
    return read_beside(case.pk, child, timezone.localdate())  # noqa: TID251 - a door, as above
