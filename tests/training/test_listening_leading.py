"""Promises, rounds and what was done: kept by whoever leads learning, read by everybody, and never half written."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from camden.access import Role
from camden.models import CaughtUp, Membership
from camden.principal import acting_as
from camden.reminders import Standing
from tests.conftest import AppClient, as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.training_floor import PromiseFactory, round_of_three
from tests.factories.training_listening import a_round, said, the_night
from training.management.shipping_promises import ship_promises
from training.models import Promise, Question, Survey, YouSaid
from training.reminders import due_for
from training.rules.listening import EXAMPLE, EXAMPLE_OF_PARTNERS, SHIPPED

TODAY = date(2026, 11, 3)
THEIRS = "There is no quiet room anywhere on our floor, and I gave up asking."
OURS = {"words": "Quiet is missing.", "did": "We did", "what": "Room 4 is kept free from 12 to 2."}
LEADING = ("promises/new/", "rounds/", "rounds/new/", "rounds/new/?of=partners", "you-said/new/")


def a_day(on: date, name: str) -> dict[str, str]:
    return {name: f"{on.day} {on.month} {on.year}"}


def a_plan(opens: date = date(2026, 11, 9), closes: date = date(2026, 11, 20), **said_: str) -> dict[str, str]:
    keys = [Promise.objects.get(code=each.promise, until_on=None).pk for each in EXAMPLE]
    plan = {f"promise_{place}": str(key) for place, key in enumerate(keys, start=1)}
    plan |= {f"words_{place}": f"Question number {place}?" for place in (1, 2, 3)}
    return plan | a_day(opens, "opens_on") | a_day(closes, "closes_on") | said_


def refusal(person: Any, statement: str, values: Any) -> str:
    """What the database says to the web, for that person, in place of doing it."""
    asks = (as_role("camden_app"), acting_as(person), connection.cursor())
    with pytest.raises(DatabaseError) as refused, transaction.atomic(), asks[0], asks[1], asks[2] as cursor:
        cursor.execute(statement, values)
    return str(refused.value)


@pytest.fixture
def imogen(learners: SimpleNamespace, browser_for: Any) -> Any:
    Promise.objects.update(from_on=date(2026, 1, 1))  # what is shipped holds from the day these tables were made
    return browser_for(learners.imogen)


# --- Promises ---------------------------------------------------------------------------------------------------------


def test_promises_to_begin_from_are_there_without_the_demo_and_come_no_second_time(db: None) -> None:
    assert {(code, whose.value, words) for code, whose, words in SHIPPED} == set(
        Promise.objects.values_list("code", "whose", "words")
    )
    Promise.objects.exclude(code="charter-time").delete()
    Promise.objects.update(until_on=TODAY + timedelta(days=900))
    ship_promises()
    assert Promise.objects.count() == 1, "what is promised is the authority's own affair"


def test_every_question_to_begin_from_is_tied_to_a_promise_that_is_shipped() -> None:
    assert {each.promise for each in (*EXAMPLE, *EXAMPLE_OF_PARTNERS)} <= {code for code, _, _ in SHIPPED}


@pytest.mark.parametrize("browser", [AppClient, Client], ids=["both walls", "the first alone"])
@pytest.mark.parametrize("who", ["amara", "bilal", "cora", "eve", "yael"])
def test_nobody_else_keeps_promises_rounds_or_what_was_done(
    learners: SimpleNamespace, who: str, browser: type[Client]
) -> None:
    survey = round_of_three(set_by=learners.imogen, asked="partners")[0].survey_id
    promise, entry = PromiseFactory(), YouSaid.objects.create(words="A draft")
    client = browser()
    client.force_login(getattr(learners, who))
    keyed = (f"promises/{promise.pk}/edit/", f"promises/{promise.pk}/ending/", f"rounds/{survey}/edit/")
    keyed += (f"rounds/{survey}/calling-off/",)
    for path in (*LEADING, *keyed, f"rounds/{survey}/links/", f"you-said/{entry.pk}/edit/"):
        assert client.get(f"/learning/{path}").status_code == 403, path
        assert client.post(f"/learning/{path}", {"words": "Mine"}).status_code == 403, path
    assert client.get("/learning/promises/").status_code == 200
    assert "A draft" not in client.get("/learning/you-said/").content.decode()


def test_a_promise_in_other_words_holds_from_its_day_and_the_old_one_until_then(imogen: Any) -> None:
    old = Promise.objects.get(code="charter-time")
    Promise.objects.filter(pk=old.pk).update(from_on=date(2026, 1, 1))
    form = {"words": "You have time.", "_version": str(old.version)} | a_day(date(2026, 12, 1), "from_on")
    assert imogen.post(f"/learning/promises/{old.pk}/edit/", form).status_code == 302
    rows = Promise.objects.filter(code="charter-time").order_by("from_on")
    assert [(row.words, row.from_on, row.until_on) for row in rows] == [
        (old.words, date(2026, 1, 1), date(2026, 12, 1)),
        ("You have time.", date(2026, 12, 1), None),
    ]
    page = imogen.get("/learning/promises/").content.decode()
    assert old.words in page and "You have time." in page and "From 1 December 2026" in page


def test_a_promise_that_does_not_hold_yet_is_changed_in_place_and_no_day_is_left_without_one(imogen: Any) -> None:
    old = PromiseFactory(until_on=date(2026, 12, 1))
    ahead = PromiseFactory(code=old.code, from_on=date(2026, 12, 1))
    form = {"words": "Later.", "_version": "1"} | a_day(date(2026, 12, 10), "from_on")
    imogen.post(f"/learning/promises/{ahead.pk}/edit/", form)
    rows = Promise.objects.filter(code=old.code).order_by("from_on")
    assert [(row.from_on, row.until_on) for row in rows] == [
        (date(2026, 1, 1), date(2026, 12, 10)),
        (date(2026, 12, 10), None),
    ]


def test_nobody_was_promised_something_yesterday(imogen: Any) -> None:
    form = {"whose": "staff", "words": "You are heard."}
    page = imogen.post("/learning/promises/new/", form | a_day(TODAY - timedelta(days=1), "from_on"))
    assert "Enter today or a day to come" in page.content.decode()
    imogen.post("/learning/promises/new/", form | a_day(TODAY, "from_on"))
    assert Promise.objects.get(words="You are heard.").from_on == TODAY


def test_the_second_who_changes_a_promise_sees_both_texts(imogen: Any, learners: SimpleNamespace) -> None:
    promise = PromiseFactory(from_on=date(2026, 12, 1))
    form = {"_version": "1"} | a_day(date(2026, 12, 1), "from_on")
    imogen.post(f"/learning/promises/{promise.pk}/edit/", form | {"words": "The first text."})
    page = imogen.post(f"/learning/promises/{promise.pk}/edit/", form | {"words": "The second text."})
    assert "The first text." in page.content.decode() and "The second text." in page.content.decode()
    promise.refresh_from_db()
    assert promise.words == "The first text."


def test_a_promise_that_ended_stays_to_be_read(imogen: Any) -> None:
    promise = PromiseFactory(words="You have a desk.")
    imogen.post(f"/learning/promises/{promise.pk}/ending/", a_day(TODAY, "until_on"))
    page = imogen.get("/learning/promises/").content.decode()
    assert "What was promised before" in page and "You have a desk." in page
    assert imogen.get(f"/learning/promises/{promise.pk}/edit/").status_code == 404


# --- Rounds -----------------------------------------------------------------------------------------------------------


def test_a_round_is_three_questions_and_never_fewer(imogen: Any) -> None:
    without = {name: words for name, words in a_plan().items() if name not in ("words_3", "promise_3")}
    page = imogen.post("/learning/rounds/new/", without).content.decode()
    assert "A round has three." in page and not Survey.objects.exists()
    assert imogen.post("/learning/rounds/new/", a_plan()).status_code == 302
    assert list(Question.objects.order_by("place").values_list("words", flat=True)) == [
        f"Question number {place}?" for place in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({"p_questions": "[]"}, "three questions"),
        ({"p_questions": '[{"promise": 1, "words": "x"}]'}, "three questions"),
        ({"p_opens": "2026-11-03"}, "opens tomorrow or later"),
        ({"p_closes": "2026-11-08"}, "a_round_closes_after_it_opens"),
    ],
)
def test_the_database_itself_takes_no_round_that_is_not_whole(
    learners: SimpleNamespace, changed: dict[str, str], refused: str
) -> None:
    key = PromiseFactory().pk
    three = f'[{", ".join(3 * [f"""{{"promise": {key}, "words": "x"}}"""])}]'
    values = {"p_opens": "2026-11-09", "p_closes": "2026-11-20", "p_questions": three} | changed
    ask = "select plan_survey(null, 0, 'staff', %(p_opens)s, %(p_closes)s, %(p_questions)s, '2026-11-03')"
    assert refused in refusal(learners.imogen, ask, values)
    assert "only who leads learning asks" in refusal(learners.amara, ask, values)
    assert "permission denied" in refusal(learners.imogen, "update training_question set words = 'Another'", {})


def test_a_round_is_changed_until_the_day_it_opens_and_not_on_it(imogen: Any, learners: SimpleNamespace) -> None:
    imogen.post("/learning/rounds/new/", a_plan())
    survey = Survey.objects.get()
    path = f"/learning/rounds/{survey.pk}/edit/"
    assert "Question number 2?" in imogen.get(path).content.decode()
    imogen.post(path, a_plan(words_2="Another question?", _version="1"))
    assert Question.objects.get(place=2).words == "Another question?"
    Survey.objects.update(opens_on=TODAY)
    again = a_plan(words_2="Too late?", _version="2")
    assert "This round has opened" in imogen.post(path, again, follow=True).content.decode()
    assert Question.objects.get(place=2).words == "Another question?"
    ask = "select plan_survey(%s, 2, 'staff', '2026-11-09', '2026-11-20', '[]', '2026-11-03')"
    assert "it is open" in refusal(learners.imogen, ask, [survey.pk])


def test_the_second_who_changes_a_round_sees_both(imogen: Any) -> None:
    imogen.post("/learning/rounds/new/", a_plan())
    path = f"/learning/rounds/{Survey.objects.get().pk}/edit/"
    imogen.post(path, a_plan(words_1="The first?", _version="1"))
    page = imogen.post(path, a_plan(words_1="The second?", _version="1")).content.decode()
    assert "The first?" in page and "The second?" in page
    assert Question.objects.get(place=1).words == "The first?"
    assert imogen.post(path, a_plan(words_1="The second?", _version="2")).status_code == 302


def test_a_round_is_called_off_before_it_opens_and_another_can_be_planned_for_its_days(imogen: Any) -> None:
    imogen.post("/learning/rounds/new/", a_plan())
    path = f"/learning/rounds/{Survey.objects.get().pk}/calling-off/"
    assert path in imogen.get("/learning/rounds/").content.decode()
    page = imogen.get(path).content.decode()
    assert "Question number 2?" in page and Survey.objects.exists(), "looking at it does nothing"
    imogen.post(f"{path.removesuffix('calling-off/')}edit/", a_plan(words_1="Another?", _version="1"))
    page = imogen.post(path, {"_version": "1"}).content.decode()
    assert "Another?" in page and Survey.objects.exists(), "somebody changed it meanwhile: first look"
    answer = imogen.post(path, {"_version": "2"}, follow=True).content.decode()
    assert "Called off. Nobody was asked" in answer and not Question.objects.exists()
    assert imogen.post(path, {"_version": "2"}).status_code == 404, "pressed twice"
    assert imogen.post("/learning/rounds/new/", a_plan()).status_code == 302


def test_a_round_that_has_opened_is_not_called_off_by_the_page_or_the_database(
    imogen: Any, learners: SimpleNamespace
) -> None:
    survey = round_of_three(set_by=learners.imogen, opens_on=TODAY)[0].survey
    path = f"/learning/rounds/{survey.pk}/calling-off/"
    assert "This round has opened" in imogen.post(path, {"_version": "1"}, follow=True).content.decode()
    ask = "select call_off_survey(%s, 1, '2026-11-03')"
    assert "it is open" in refusal(learners.imogen, ask, [survey.pk])
    assert "only who leads learning asks" in refusal(learners.amara, ask, [survey.pk])
    assert Survey.objects.filter(pk=survey.pk).exists() and Question.objects.count() == 3


def test_staff_are_asked_in_one_round_at_a_time_and_partners_beside_it(imogen: Any) -> None:
    imogen.post("/learning/rounds/new/", a_plan())
    page = imogen.post("/learning/rounds/new/", a_plan(opens=date(2026, 11, 20), closes=date(2026, 11, 30)))
    assert "Another round asks the same people then" in page.content.decode()
    of_partners = a_plan(opens=date(2026, 11, 10))
    assert imogen.post("/learning/rounds/new/?of=partners", of_partners).status_code == 302
    assert list(Survey.objects.order_by("opens_on").values_list("asked", flat=True)) == ["staff", "partners"]


def test_a_round_is_open_for_eight_weeks_at_most(imogen: Any) -> None:
    page = imogen.post("/learning/rounds/new/", a_plan(closes=date(2027, 1, 5))).content.decode()
    assert "Enter 4 January 2027 or an earlier day" in page and not Survey.objects.exists()
    assert imogen.post("/learning/rounds/new/", a_plan(closes=date(2027, 1, 4))).status_code == 302


def test_a_question_is_tied_to_a_promise_that_holds_on_the_day_it_opens(imogen: Any) -> None:
    ended = PromiseFactory(until_on=date(2026, 11, 9))
    page = imogen.post("/learning/rounds/new/", a_plan(promise_1=str(ended.pk))).content.decode()
    assert "It does not hold on 9 November 2026." in page and not Survey.objects.exists()


def test_a_list_of_rounds_says_nothing_of_who_answered_or_how_many(imogen: Any, learners: SimpleNamespace) -> None:
    empty = round_of_three(set_by=learners.imogen)
    before = imogen.get("/learning/rounds/").content.decode().partition("<main")[2]
    said(empty[0], [(f"mark {n}", (1,), "Yes", "") for n in range(7)])
    assert imogen.get("/learning/rounds/").content.decode().partition("<main")[2] == before


# --- You said, we did -------------------------------------------------------------------------------------------------


@pytest.fixture
def heard(learners: SimpleNamespace) -> Question:
    """A question in which nine people answered, and six of them wrote the same; and one in which two answered."""
    UserFactory(is_system=True)
    asked, path = a_round(date(2026, 9, 7), lead=learners.imogen), tuple(learners.pod.path)
    said(asked[0], [(f"mark {n}", path, "No", THEIRS if n < 6 else "") for n in range(9)])
    said(asked[1], [(f"mark {n}", path, "No", "") for n in range(2)])
    the_night(date(2026, 9, 21))
    return asked[0]


def test_what_was_heard_is_told_to_everybody_by_name(
    imogen: Any, learners: SimpleNamespace, heard: Question, browser_for: Any
) -> None:
    imogen.post("/learning/you-said/new/", OURS | {"heard": str(heard.pk), "draft": "1"})
    assert "Quiet is missing." not in browser_for(learners.dan).get("/learning/you-said/").content.decode()
    entry = YouSaid.objects.get()
    imogen.post(f"/learning/you-said/{entry.pk}/edit/", OURS | {"heard": str(heard.pk), "tell": "1", "_version": "1"})
    page = browser_for(learners.dan).get("/learning/you-said/").content.decode()
    for words in ("Quiet is missing.", "We did:", "Room 4 is kept free", "Imogen Tate answers for it"):
        assert words in page
    assert "Quiet is missing." in imogen.get("/learning/service/").content.decode()


def test_what_two_people_said_is_not_told_in_another_way(imogen: Any, heard: Question) -> None:
    other = Question.objects.get(survey=heard.survey_id, place=2)
    page = imogen.post("/learning/you-said/new/", OURS | {"heard": str(other.pk), "tell": "1"}).content.decode()
    assert "Choose one of the answers on the list." in page and not YouSaid.objects.exists()


def test_it_is_told_in_the_services_words_and_not_in_somebodys(imogen: Any, heard: Question) -> None:
    copied = OURS | {"words": f"Somebody wrote: {THEIRS}", "heard": str(heard.pk)}
    page = imogen.post("/learning/you-said/new/", copied | {"tell": "1"}).content.decode()
    assert "Say it in your own words: somebody wrote this." in page and not YouSaid.objects.exists()


def test_a_word_that_is_given_has_a_day_and_we_cannot_is_an_answer(imogen: Any, heard: Question) -> None:
    will = OURS | {"did": "We will", "heard": str(heard.pk), "tell": "1"}
    assert "Say by when." in imogen.post("/learning/you-said/new/", will).content.decode()
    bare = {name: words for name, words in will.items() if name not in ("did", "what")}
    page = imogen.post("/learning/you-said/new/", bare).content.decode()
    assert "Say whether you did it" in page and "cannot do and why" in page
    cannot = will | {"did": "We cannot, because", "what": "the lease ends in May."}
    assert imogen.post("/learning/you-said/new/", cannot).status_code == 302
    assert YouSaid.objects.get().did == "We cannot, because"


def test_the_second_who_tells_sees_both_texts(imogen: Any, heard: Question) -> None:
    entry = YouSaid.objects.create(words="Quiet")
    form = OURS | {"heard": str(heard.pk), "draft": "1", "_version": "1"}
    imogen.post(f"/learning/you-said/{entry.pk}/edit/", form | {"what": "The first text."})
    page = imogen.post(f"/learning/you-said/{entry.pk}/edit/", form | {"what": "The second text."}).content.decode()
    assert "The first text." in page and "The second text." in page
    assert YouSaid.objects.get().what == "The first text."


def of_listening(person: Any, on: date) -> list[Any]:
    with as_role("camden_worker"), acting_as(person):
        return [each for each in due_for(person, on) if each.kind.startswith("you-said")]


def test_what_is_new_stands_on_my_day_until_its_news_is_read(learners: SimpleNamespace) -> None:
    told = {"told_on": TODAY, "told_by": learners.imogen, **OURS}
    YouSaid.objects.create(**told)
    line = of_listening(learners.amara, TODAY)
    assert [(each.about, each.standing(TODAY)) for each in line] == [("Quiet is missing.", Standing.AHEAD)]
    assert of_listening(learners.imogen, TODAY) == [], "whoever told it knows"
    CaughtUp.objects.create(user=learners.amara, read_at="2026-11-04T09:00Z")
    assert of_listening(learners.amara, TODAY + timedelta(days=1)) == []
    assert of_listening(learners.bilal, TODAY + timedelta(days=30)) == [], "and is old one day for everybody"


def test_a_day_that_has_passed_comes_back_to_whoever_gave_their_word(learners: SimpleNamespace) -> None:
    other = MembershipFactory(team=learners.service, role=Role.PRINCIPAL_SOCIAL_WORKER).user
    will = {"words": "Quiet", "did": "We will", "what": "A room.", "will_by_on": TODAY}
    YouSaid.objects.create(told_on=date(2026, 9, 1), told_by=learners.imogen, **will)
    tomorrow = TODAY + timedelta(days=1)
    assert of_listening(learners.imogen, TODAY) == []
    (line,) = of_listening(learners.imogen, tomorrow)
    assert line.standing(tomorrow) is Standing.SOON and "3 November 2026" in line.why
    assert of_listening(other, tomorrow) == of_listening(learners.amara, tomorrow) == []
    Membership.objects.filter(user=learners.imogen).update(ended_on=TODAY)
    assert len(of_listening(other, tomorrow)) == 1, "it is left with nobody by nobody's going"
