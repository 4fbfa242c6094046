"""Somebody of a family reads their plan, or says how it went, by a link without an account."""

import re
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from camden.models import Message
from camden.principal import acting_as
from conferences.models import (
    ConferenceSettings,
    DangerTold,
    DangerWord,
    FamilyLink,
    Invitee,
    Outcome,
    OutcomeWords,
    PlanEdition,
    PreparingNote,
)
from conferences.operations.links import NotMade, close_link, make_link
from conferences.rules.links import LEAVES_TO, For
from conferences.rules.outcomes import ASKS
from conferences.rules.paper import Paper, PromiseLine, as_content
from tests.conftest import AppClient, as_role

NEVER = "/y/never-was-a-link/"
DONE = "/y/done/"
FULL = {"control": "7", "coping": "5", "happy": "9", "safer": "8"}
OTHERS = ("Cousin Xavier", "07700 900123", "12 Marigold Way", "Note canary", "Rahman–Khatun", "Amara Obi")


@pytest.fixture
def nan(conferred: SimpleNamespace) -> Invitee:
    """Ngozi, whom a letter reaches safely; and all that she must not learn from her page."""
    own = {"case": conferred.case, "conference": conferred.conference}
    Invitee.objects.create(
        **own, name="Cousin Xavier", side="father", kind="family", reach="07700 900123", protected="12 Marigold Way"
    )
    PreparingNote.objects.create(**own, words="Note canary", written_on="2026-10-21", by=conferred.samira)
    paper = Paper(
        names=("Anisa", "Imran"),
        day="7 October 2026",
        family=(PromiseLine("Nan", "Take Anisa to school", "on Mondays"),),
        in_childs_words="Nan comes on Mondays.",
        edition=1,
        agreed="7 October 2026",
    )
    PlanEdition.objects.create(**own, edition=1, agreed_on=date(2026, 10, 7), content=as_content(paper))
    return Invitee.objects.create(
        **own, name="Ngozi", side="father", kind="family", is_safe_to_write=True, email="ngozi@example.org"
    )


@pytest.fixture
def today() -> date:
    """The database's own day: whether a link is open is asked of it, and no test can move it."""
    return timezone.localdate()


@pytest.fixture
def made(conferred: SimpleNamespace, nan: Invitee, today: date) -> Any:
    """The address of a new link, made by the coordinator as the web makes it."""

    def make(opens: For = For.PLAN, to: Invitee = nan) -> str:
        timing = "ask-3" if opens is For.ASKING else ""
        with as_role("camden_app"), acting_as(conferred.samira):
            _, secret = make_link(invitee=to, opens=opens, timing=timing, by=conferred.samira, on=today)
        return reverse("conferences:family-link", args=[secret])

    return make


def anybody() -> AppClient:
    return AppClient()


def test_a_relative_reads_the_plan_and_no_other_thing(made: Any) -> None:
    page = anybody().get(made())
    said = page.content.decode()
    assert page.status_code == 200 and "Take Anisa to school" in said and "The plan for Anisa and Imran" in said
    assert not [other for other in OTHERS if other in said]
    assert "Ngozi" not in said, "not even who the link is for"


def test_the_childrens_form_is_in_words_for_them(made: Any) -> None:
    said = anybody().get(made(For.CHILDS_PLAN)).content.decode()
    assert "Nan comes on Mondays." in said and "Nan will take Anisa to school. on Mondays." in said


def test_a_later_edition_takes_the_place_of_the_one_of_its_day(conferred: SimpleNamespace, made: Any) -> None:
    page = made()
    content = as_content(Paper(names=("Anisa",), plan_keeper="Auntie Bea", agreed="2 November 2026", edition=2))
    own = {"case": conferred.case, "conference": conferred.conference}
    PlanEdition.objects.create(**own, edition=2, agreed_on=date(2026, 11, 2), content=content)
    said = anybody().get(page).content.decode()
    assert "Auntie Bea" in said and "Take Anisa to school" not in said


def test_title_address_and_history_say_nothing_of_the_matter(made: Any, settings: Any) -> None:
    for page in (made(), made(For.ASKING), DONE, NEVER):
        answer = anybody().get(page)
        said = answer.content.decode()
        title = re.search(r"<title>(.*?)</title>", said)
        assert title and title[1] == "Your page"
        assert re.fullmatch(r"/y/[\w-]+/", page)
        head = said.split("</head>")[0].casefold()
        for word in (settings.COUNCIL_NAME, "family", "conference.", "plan<", "ngozi", "anisa", "social"):
            assert word.casefold() not in re.sub(r"<(link|script|meta)[^>]*>", "", head)
        assert answer["Cache-Control"] == "no-store" and answer["Referrer-Policy"] == "strict-origin"
        assert "noindex" in answer["X-Robots-Tag"] and "Set-Cookie" not in str(answer.headers)
        assert f'href="{LEAVES_TO}" rel="noreferrer nofollow"' in said
        assert re.findall(r'(?:src|href|action)="(https?:[^"]+)"', said) == [LEAVES_TO], "nothing is fetched"


def test_the_way_out_leads_where_this_council_says(made: Any) -> None:
    ConferenceSettings.objects.create(pk=1, leave_to="https://www.example.org/recipes/", duty_phone="020 7974 4444")
    said = anybody().get(made(For.ASKING)).content.decode()
    assert 'href="https://www.example.org/recipes/"' in said and LEAVES_TO not in said
    assert said.index("020 7974 4444") < said.index("<textarea"), "the number stands before one writes"


def test_opening_counts_and_uses_nothing_up(made: Any, browser_for: Any, conferred: SimpleNamespace) -> None:
    page = made(For.ASKING)
    for _ in range(3):
        assert anybody().get(page).status_code == 200
    assert anybody().head(page).status_code == 200
    assert browser_for(conferred.dan).get(page).status_code == 200, "whoever is signed in beside it changes nothing"
    assert FamilyLink.objects.get().opened == 4
    assert not Outcome.objects.exists()


def test_how_it_went_arrives_once(made: Any, nan: Invitee) -> None:
    page = made(For.ASKING)
    said = anybody().get(page).content.decode()
    assert [sentence for _, sentence in ASKS if sentence not in said] == []
    answer = anybody().post(page, FULL | {"words": "We laugh more."})
    assert (answer.status_code, answer["Location"]) == (302, DONE)
    outcome = Outcome.objects.get()
    assert (outcome.control, outcome.safer, outcome.timing, outcome.by_link) == (7, 8, "ask-3", True)
    words = OutcomeWords.objects.get()
    assert (words.words, words.invitee, words.read_on) == ("We laugh more.", nan, None)
    assert anybody().post(page, FULL).status_code == 404
    assert Outcome.objects.count() == 1 and not DangerTold.objects.exists()


def test_an_empty_answer_is_given_back_with_what_was_typed(made: Any, read: Any) -> None:
    page = made(For.ASKING)
    assert "Answer one of them" in read(anybody().post(page, {})).errors["control"]
    kept = anybody().post(page, {"control": "99", "words": "I typed this."}).content.decode()
    assert "I typed this." in kept
    assert not Outcome.objects.exists()


@pytest.mark.parametrize(
    "said", [{"words": "He hits me."}, {"worried": "on", "control": "1"}, {"words": "tengo miedo"}]
)
def test_a_danger_is_told_on_the_same_day_and_the_page_says_so_before(
    conferred: SimpleNamespace, made: Any, said: dict[str, str]
) -> None:
    DangerWord.objects.create(words="miedo", edited_by=conferred.eve)
    page = made(For.ASKING)
    before = anybody().get(page).content.decode()
    assert before.index("a worker reads it today") < before.index("<textarea") and "999" in before
    anybody().post(page, FULL | said)
    told = DangerTold.objects.get()
    assert told.words == said.get("words", "") and told.said_by is None and Outcome.objects.get().speaks_of_danger
    heard = Message.objects.filter(kind="conference-danger", subject_id=told.pk)
    assert {message.recipient for message in heard} >= {conferred.amara, conferred.bilal}
    assert told.told and set(told.told) == {message.recipient.name for message in heard}


def test_a_word_the_council_took_off_moves_nothing(conferred: SimpleNamespace, made: Any) -> None:
    DangerWord.objects.create(words="knife", is_off=True, edited_by=conferred.eve)
    anybody().post(made(For.ASKING), FULL | {"words": "We cut the cake with a knife."})
    assert not DangerTold.objects.exists()


def test_answered_closed_over_and_never_are_the_same_page(
    conferred: SimpleNamespace, made: Any, nan: Invitee, today: date
) -> None:
    never = anybody().get(NEVER)
    assert never.status_code == 404
    gone = []
    answered, by_reader, by_coordinator, over = made(For.ASKING), made(), made(), made()
    anybody().post(answered, FULL)
    assert anybody().post(f"{by_reader}closed/")["Location"] == DONE
    rows = list(FamilyLink.objects.order_by("pk"))
    with as_role("camden_app"), acting_as(conferred.samira):
        close_link(link=rows[2], on=today)
    FamilyLink.objects.filter(pk=rows[3].pk).update(expires_on=date(2020, 1, 1))
    for page in (answered, by_reader, by_coordinator, over):
        gone += [anybody().get(page), anybody().post(page, FULL), anybody().post(f"{page}closed/")]
    gone.append(anybody().post(f"{NEVER}closed/"))
    for answer in gone:
        assert (answer.status_code, answer.content) == (404, never.content)
    assert Outcome.objects.count() == 1


def test_a_plans_link_takes_no_answer_and_is_not_closed_by_looking(made: Any) -> None:
    page = made()
    assert anybody().post(page, FULL).status_code == 404 and not Outcome.objects.exists()
    assert anybody().get(f"{page}closed/").status_code == 405
    assert anybody().get(page).status_code == 200


def test_one_persons_link_opens_nothing_of_anothers(made: Any, conferred: SimpleNamespace, nan: Invitee) -> None:
    first, second = made(), made()
    anybody().post(f"{first}closed/")
    assert anybody().get(second).status_code == 200
    secret = second.split("/")[2]
    for guess in (secret[:-1], secret.swapcase(), secret + "A", secret[::-1]):
        assert anybody().get(f"/y/{guess}/").status_code == 404


def test_without_a_link_the_functions_open_nothing(made: Any) -> None:
    made(For.ASKING)
    with as_role("camden_app"), connection.cursor() as cursor, transaction.atomic():
        for words in ("", "0" * 64):
            cursor.execute("select set_config('app.link', %s, true)", [words])
            cursor.execute("select count(*) from open_family_link(true)")
            assert cursor.fetchone() == (0,)
            cursor.execute("select answer_family_link('{9,9,9,9}', '', true), close_family_link()")
            assert cursor.fetchone() == (False, False)


def test_asking_too_often_is_refused_whether_or_not_it_is_a_link(db: None, settings: Any) -> None:
    settings.FEEDBACK_RATES = {"feedback": "2/h/key"}
    assert [Client().get("/y/never-was-this-one/").status_code for _ in range(3)] == [404, 404, 429]


def test_no_log_and_no_history_holds_the_link(made: Any, caplog: Any) -> None:
    page = made()
    with caplog.at_level("INFO"):
        anybody().get(page)
    secret = page.split("/")[2]
    lines = [f"{entry.getMessage()} {getattr(entry, 'facts', '')}" for entry in caplog.records]
    assert [line for line in lines if "family-link" in line] and not [line for line in lines if secret in line]
    assert FamilyLink.objects.filter(token_sha256=secret).count() == 0
    fields = {field.name for field in FamilyLink.pgh_event_model._meta.get_fields()}  # type: ignore[attr-defined]
    assert "token_sha256" not in fields


@pytest.mark.parametrize(
    ("facts", "opens", "why"),
    [
        ({"is_safe_to_write": None}, For.PLAN, "do not know a safe way"),
        ({"is_safe_to_write": False}, For.ASKING, "do not know a safe way"),
        ({"is_child": True}, For.CHILDS_PLAN, "Give a child the plan on paper"),
        ({"answer": "not-invited"}, For.PLAN, "were not part of it"),
        ({"kind": "professional"}, For.PLAN, "were not part of it"),
        ({"wants_no_asking": True}, For.ASKING, "no more questions"),
    ],
)
def test_nobody_whom_it_could_put_in_danger_is_given_a_link(
    made: Any, nan: Invitee, facts: dict[str, Any], opens: For, why: str
) -> None:
    for name, value in facts.items():
        setattr(nan, name, value)
    nan.save()
    with pytest.raises(NotMade, match=why):
        made(opens)
    assert not FamilyLink.objects.exists()


def test_no_link_opens_a_plan_that_is_not_agreed_and_none_asks_twice_in_eight_weeks(made: Any, nan: Invitee) -> None:
    made(For.ASKING)
    with pytest.raises(NotMade, match="last eight weeks"):
        made(For.ASKING)
    PlanEdition.objects.all().delete()
    with pytest.raises(NotMade, match="waits for an answer"):
        made(For.PLAN)


def test_a_link_is_open_for_ninety_days_or_four_weeks_and_the_secret_is_kept_nowhere(made: Any, today: date) -> None:
    made()
    made(For.ASKING)
    plan, asking = FamilyLink.objects.order_by("pk")
    assert ((plan.expires_on - today).days, (asking.expires_on - today).days) == (90, 28)
    assert all(re.fullmatch(r"[0-9a-f]{64}", row.token_sha256) for row in (plan, asking))


def test_a_worker_who_sees_the_record_makes_no_link_and_sees_none(
    conferred: SimpleNamespace, made: Any, nan: Invitee, today: date
) -> None:
    made()
    with as_role("camden_app"), acting_as(conferred.amara):
        assert not FamilyLink.objects.exists() and not Invitee.objects.exists()
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            make_link(invitee=nan, opens=For.PLAN, timing="", by=conferred.amara, on=today)
