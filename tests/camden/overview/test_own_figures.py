"""A figure about somebody belongs first to them, and can be answered."""

from datetime import UTC, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction

from camden.models import FigureAnswer
from camden.overview.own_figures import SHOWN
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory

SAYS = "Zayd’s mother was in hospital: the visit waited for her."


@pytest.fixture(autouse=True)
def tuesday(today: Any) -> Any:
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


def words(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_everybody_sees_their_own_figures_and_what_is_behind_them(cast: SimpleNamespace, browser_for: Any) -> None:
    amara = browser_for(cast.amara)
    page = words(amara.get("/teams/mine/"))
    assert 'href="/teams/mine/lists/children/"' in page
    found = words(amara.get("/teams/mine/lists/children/"))
    assert "Children: 3" in found and "Anisa Rahman" in found
    assert amara.get("/teams/mine/lists/weight/").status_code == 404


def test_what_somebody_says_stands_beside_the_figure_for_whoever_leads_them(
    cast: SimpleNamespace, browser_for: Any
) -> None:
    amara, bilal, cora = (browser_for(each) for each in (cast.amara, cast.bilal, cast.cora))
    assert amara.post("/teams/mine/figures/late-5/answer/", {"words": SAYS}).status_code == 302
    assert SAYS in words(amara.get("/teams/mine/"))
    theirs, team = f"/teams/{cast.team.pk}/people/{cast.amara.pk}/", f"/teams/{cast.team.pk}/"
    assert SAYS in words(bilal.get(theirs))
    # Their line manager finds it from the table; the words stand on their page alone, and above it is none of it.
    marked = f'href="{theirs}#says">Answered'
    assert words(bilal.get(team)).count(marked) == 1 and SAYS not in words(bilal.get(team))
    assert "Answered" not in words(cora.get(team)) and "Answered" not in words(bilal.get(f"{team}?on=2026-10-01"))
    assert cora.get(theirs).status_code == 404
    # Another sentence takes its place; the first is kept.
    amara.post("/teams/mine/figures/late-5/answer/", {"words": "She is home again."})
    assert SAYS not in words(bilal.get(theirs)) and FigureAnswer.objects.count() == 2
    amara.post("/teams/mine/figures/late-5/answer/", {"take_back": "1"})
    assert "She is home again." not in words(bilal.get(theirs))
    assert "Answered" not in words(bilal.get(team))


def test_a_sentence_is_asked_for(cast: SimpleNamespace, browser_for: Any) -> None:
    amara = browser_for(cast.amara)
    assert "Write a sentence." in words(amara.post("/teams/mine/figures/due/answer/", {"words": "  "}))
    long = "x" * 401
    page = words(amara.post("/teams/mine/figures/due/answer/", {"words": long}))
    assert "400 characters or fewer" in page and long in page
    assert amara.get("/teams/mine/figures/weight/answer/").status_code == 404


def test_nobody_writes_or_reads_in_the_name_of_another(cast: SimpleNamespace) -> None:
    rosa = MembershipFactory(user__name="Rosa Begum", team=cast.pod).user
    FigureAnswer.objects.create(person=cast.amara, figure="due", words=SAYS, said_on="2026-11-03")
    seen = {}
    for person in (cast.amara, rosa, cast.bilal, cast.dan):
        with as_role("camden_app"), connection.cursor() as cursor:
            cursor.execute("select set_config('app.user_id', %s, true)", [str(person.pk)])
            seen[person.name] = FigureAnswer.objects.count()
            if person == rosa:
                with pytest.raises(DatabaseError), transaction.atomic():
                    FigureAnswer.objects.create(person=cast.amara, figure="late-5", words="x", said_on="2026-11-03")
                assert FigureAnswer.objects.update(words="x") == 0
            cursor.execute("select set_config('app.user_id', '', true)")
    assert seen == {"Amara Obi": 1, "Rosa Begum": 0, "Bilal Aziz": 1, "Dan Price": 0}


def test_no_figure_of_ones_own_is_a_grade() -> None:
    assert not {"points", "grade", "rank"} & set(SHOWN)
