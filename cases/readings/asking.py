"""Questions that one person will ask families, as they are reminded of them: one line for each family."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models.functions import JSONObject

from camden.models import User
from cases.models import Question

MOST = 60  # waiting questions of one person


@dataclass(frozen=True)
class ToAsk:
    """What somebody will ask one family: in words, where it was planned, and by when the first of it."""

    case_pk: int
    family: str
    words: str
    planned_in: str
    by_on: date


def waiting_questions(worker: User, *, with_words: bool) -> Any:
    """Questions this person will ask, in records open to them; `by_family` reads the rows.

    Jobs read days and no words; and words that are kept from anybody of a family are read on their own page.
    """
    found = Question.objects.waiting().visible_to(worker).filter(ask_by=worker)
    columns = {"case": "case_id", "family": "case__name", "by_on": "ask_by_on"}
    if with_words:
        columns |= {name: name for name in ("what", "whom", "is_kept_from_family", "kept_from")}
        columns["planned_in"] = "asked_for_in"
    return found.order_by("case_id", "ask_by_on", "pk").values(says=JSONObject(**columns))[:MOST]


def by_family(rows: Iterable[Mapping[str, Any]]) -> Iterator[ToAsk]:
    """One line for each family, in the order of their keys."""
    for case, found in groupby(rows, key=lambda row: row["case"]):
        each = list(found)
        first = each[0]
        yield ToAsk(
            case_pk=case,
            family=first["family"],
            words=_words(each),
            planned_in=first.get("planned_in", ""),
            by_on=date.fromisoformat(first["by_on"]),
        )


def _words(each: list[Mapping[str, Any]]) -> str:
    if len(each) > 1:
        return f"Ask {len(each)} questions that were planned"
    (one,) = each
    if "what" not in one or one["is_kept_from_family"] or one["kept_from"]:
        return "Ask what was planned"
    return f"Ask {one['whom']}: {one['what']}"
