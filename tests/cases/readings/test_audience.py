"""The mark *not to be shared*: Python and SQL say the same of everybody who may read."""

from datetime import date
from types import SimpleNamespace

import pytest

from cases.models import Quote
from cases.readings.audience import shown_to
from cases.rules.audience import FAMILY, STAFF, Audience, Marks


@pytest.mark.parametrize("is_kept_from_family", [False, True])
@pytest.mark.parametrize("whom", [[], ["jamal"], ["jamal", "shirin"]])
@pytest.mark.parametrize("reader", ["staff", "family", "jamal", "shirin"])
def test_sql_and_the_rule_agree_on_who_may_read(
    cast: SimpleNamespace, is_kept_from_family: bool, whom: list[str], reader: str
) -> None:
    people = {"jamal": cast.children[1].pk, "shirin": cast.children[2].pk}
    kept = tuple(sorted(people[name] for name in whom))
    Quote.objects.create(
        case=cast.case,
        speaker=cast.children[0],
        words="Dad said not to tell.",
        said_on=date(2026, 11, 2),
        is_kept_from_family=is_kept_from_family,
        kept_from=list(kept),
    )
    audience = {"staff": STAFF, "family": FAMILY}.get(reader) or Audience(person=people[reader])
    read = shown_to(audience, Quote.objects.filter(case=cast.case)).exists()
    assert read is audience.may_read(Marks(is_kept_from_family, kept))
    assert read is (reader == "staff" or not (is_kept_from_family or reader in whom or (reader == "family" and whom)))


def test_what_was_taken_back_is_read_by_those_who_work_here_alone(cast: SimpleNamespace) -> None:
    Quote.objects.create(
        case=cast.case,
        speaker=cast.children[0],
        words="I like it.",
        said_on=date(2026, 11, 2),
        struck_on=date(2026, 11, 3),
        struck_by=cast.amara,
        struck_why="Imran said it.",
    )
    rows = Quote.objects.filter(case=cast.case)
    assert (shown_to(STAFF, rows).count(), shown_to(FAMILY, rows).count()) == (1, 0)
