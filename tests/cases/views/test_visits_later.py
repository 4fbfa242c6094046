"""Visits that are written up later, unsuccessful ones, those taken back; and everything else a visit can hold."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine

from camden.models import Draft
from cases.models import (
    Action,
    ChronologyEntry,
    Clock,
    Goal,
    GoalTouched,
    NetworkTie,
    PlannedVisit,
    Presence,
    Quote,
    Relationship,
    Visit,
    VisitAccount,
    VisitChild,
)
from tests.factories.cases import ActionFactory, ChildFactory, HouseholdFactory, InvolvementFactory, VisitFactory
from tests.factories.journey_clocks import need_plan


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/visits/new/"


@pytest.fixture
def family(cast: SimpleNamespace) -> SimpleNamespace:
    """Shirin at home, Jamal elsewhere, a school, a goal, and a question agreed in supervision."""
    anisa, imran, zayd = cast.children
    shirin = ChildFactory(case=cast.case, kind="adult", given_name="Shirin", family_name="Khatun", born_on=None)
    jamal = ChildFactory(case=cast.case, kind="adult", given_name="Jamal", family_name="Rahman", born_on=None)
    for one, kind in ((shirin, "mother"), (jamal, "father")):
        Relationship.objects.create(case=cast.case, one=one, other=anisa, kind=kind)
    HouseholdFactory(case=cast.case, name="A room", people=[jamal])
    cast.home.memberships.create(case=cast.case, member=shirin)
    school = NetworkTie.objects.create(
        case=cast.case, member=anisa, kind="school", contact_name="Ms Kerr", organisation="School"
    )
    goal = Goal.objects.create(
        case=cast.case, child=anisa, words="Be eleven at the doctor’s", set_on=date(2026, 9, 1), set_by=cast.amara
    )
    asks = "Who notices first when Mum is sad?"
    question = ActionFactory(case=cast.case, keeper=cast.amara, what="Ask Anisa", first_sentence=asks, children=[anisa])
    return SimpleNamespace(
        anisa=anisa, imran=imran, zayd=zayd, shirin=shirin, jamal=jamal, school=school, goal=goal, question=question
    )


def said(cast: SimpleNamespace, **more: Any) -> dict[str, Any]:
    sent = {"visited_on_quick": "2026-11-03", "kind": "home", "account": "We baked bread."}
    sent |= {f"seen_{cast.children[0].pk}": "alone"} | more
    return {name: value for name, value in sent.items() if value is not None}


def test_a_sentence_about_every_child_names_whom_it_was_agreed_to_ask(
    cast: SimpleNamespace, amara: Any, url: str, family: SimpleNamespace, read: Any
) -> None:
    words = {"what": "Ask Dad what he sees.", "first_sentence": "Jamal, what do you see?"}
    ActionFactory(case=cast.case, keeper=cast.amara, children=[family.anisa, family.imran], **words)
    page = read(amara.get(url)).said
    assert "Ask Dad what he sees: “Jamal, what do you see?”" in page
    assert "Ask Anisa or Imran" not in page
    assert "Ask Anisa: “Who notices first when Mum is sad?”" in page


def test_everything_a_visit_can_hold_is_kept_and_read_back(
    cast: SimpleNamespace, amara: Any, url: str, family: SimpleNamespace, read: Any
) -> None:
    a, i = family.anisa.pk, family.imran.pk
    more = {
        f"bedroom_{a}": "yes", f"words_{a}": "Dad said not to tell", f"how_{a}": "written",
        f"kept_{a}": [str(family.jamal.pk), "family"], f"seen_{i}": "with-others", f"company_{i}": "on",
        f"seen_{family.zayd.pk}": "not-seen", f"why_{family.zayd.pk}": "At his aunt’s",
        "purpose": "unannounced", "present": [f"m{family.shirin.pk}", f"n{family.school.pk}"],
        "present_other": "A neighbour", "companion": str(cast.bilal.pk), "interpreting": "interpreter",
        "ended": "9.30", "meaning": "She protects her mother.", "what_1": "Ring the housing office",
        "keeper_1": str(cast.amara.pk), "due_1": "10 11 2026", "promised_1": "Shirin Khatun",
        f"goal_{family.goal.pk}": "closer", "quote_who": str(family.shirin.pk), "quote_words": "I sleep now",
        "quote_how": "interpreted", f"asked_{family.question.pk}": "asked",
        f"answer_{family.question.pk}": "Imran does", f"answerer_{family.question.pk}": str(a),
        "kept_from": [str(family.jamal.pk)],
    }  # fmt: skip
    InvolvementFactory(child=family.anisa, worker=cast.bilal, team=cast.team, role="co-worker")
    amara.post(url, said(cast, **more))
    visit = Visit.objects.get()
    assert (visit.purpose, visit.interpreting, visit.companion) == ("unannounced", "interpreter", cast.bilal)
    assert visit.ended_at == datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
    assert visit.kept_from == [family.jamal.pk]
    parts = {part.child_id: part for part in VisitChild.objects.all()}
    assert (parts[a].saw_bedroom, parts[i].chose_company, parts[family.zayd.pk].why_not) == (
        True,
        True,
        "At his aunt’s",
    )
    words = {quote.words: quote for quote in Quote.objects.all()}
    secret = words["Dad said not to tell"]
    assert (secret.speaker, secret.how, secret.is_kept_from_family) == (family.anisa, "written", True)
    assert secret.kept_from == [family.jamal.pk]
    assert words["I sleep now"].speaker == family.shirin and words["I sleep now"].how == "interpreted"
    assert words["Imran does"].action == family.question
    family.question.refresh_from_db()
    assert family.question.is_done is True
    there = set(Presence.objects.values_list("member", "name"))
    assert there == {(family.shirin.pk, ""), (None, "Ms Kerr, School"), (None, "A neighbour")}
    action = Action.objects.get(visit=visit)
    assert (action.what, action.promised_to, action.due_on) == (
        "Ring the housing office", "Shirin Khatun", date(2026, 11, 10),
    )  # fmt: skip
    assert GoalTouched.objects.get().moved == "closer"
    page = read(amara.get(visit.get_absolute_url())).said
    for what in (
        "We baked bread.", "What Amara Obi thinks it means", "She protects her mother.", "Dad said not to tell",
        "Not to be shared with the family and Jamal Rahman", "Seen with others there, as they chose", "At his aunt’s",
        "Where they sleep was seen", "Shirin Khatun, Ms Kerr, School and A neighbour", "Bilal Aziz",
        "Unannounced visit", "An interpreter", "Ring the housing office: Amara Obi, by 10 November 2026",
        "promised to Shirin Khatun", "Be eleven at the doctor’s: closer", "I sleep now", "Imran does",
        "Asked: Who notices first when Mum is sad?", "Saved by Amara Obi",
    ):  # fmt: skip
        assert what in page, what


def test_nothing_is_said_before_the_worker_says_it(
    cast: SimpleNamespace, amara: Any, url: str, family: SimpleNamespace, read: Any
) -> None:
    page = read(amara.get(url))
    assert set(page.ticked) == {"visited_on_quick", "kind"}
    assert "Shirin Khatun, mother" in page.said and "Ms Kerr, School" in page.said
    assert page.said.index("Shirin Khatun, mother") < page.said.index("Jamal Rahman, father")
    assert f"company_{family.zayd.pk}" not in page.offered


def test_alone_is_asked_from_the_age_the_authority_sets(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, settings: Any
) -> None:
    settings.SEEN_ALONE_FROM_AGE = 10
    anisa, imran, _ = cast.children
    page = read(amara.get(url))
    assert f"company_{anisa.pk}" in page.offered and f"company_{imran.pk}" not in page.offered
    assert read(amara.post(url, said(cast, **{f"seen_{imran.pk}": "alone"}))).errors[f"seen_{imran.pk}"]


def test_half_an_answer_is_said_beside_what_it_lacks(
    cast: SimpleNamespace, amara: Any, url: str, family: SimpleNamespace, read: Any
) -> None:
    a, q = family.anisa.pk, family.question.pk
    half = {
        f"why_{a}": "x", "due_1": "10 11 2026", "what_2": "x", "due_2": "1 11 2026", "quote_words": "x",
        f"answer_{q}": "x", "ended": "11:00", "promised_3": "Imran",
    }  # fmt: skip
    page = read(amara.post(url, said(cast, **half)))
    assert {f"why_{a}", "what_1", "due_2", "quote_who", f"asked_{q}", "ended", "what_3"} <= set(page.errors)
    assert not Visit.objects.exists()
    for bad in ({"keeper_1": "99999", "what_1": "x"}, {"present": ["m99999"]}, {"kept_from": ["99999"]},
                {"purpose": "moon"}, {"companion": str(cast.dan.pk)}, {f"kept_{a}": ["x"]}):  # fmt: skip
        assert read(amara.post(url, said(cast, **bad))).errors, bad


def test_not_today_leaves_the_question_and_asked_without_words_closes_it(
    cast: SimpleNamespace, amara: Any, url: str, family: SimpleNamespace
) -> None:
    q = family.question
    amara.post(url, said(cast, **{f"asked_{q.pk}": "not-today"}))
    q.refresh_from_db()
    assert q.closed_on is None
    amara.post(url, said(cast, **{f"asked_{q.pk}": "asked", f"answerer_{q.pk}": str(family.anisa.pk)}))
    q.refresh_from_db()
    assert q.is_done and not Quote.objects.exists()


def test_a_visit_logged_already_that_day_is_hinted_at_and_blocks_nothing(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    other = VisitFactory(case=cast.case, worker=cast.bilal, visited_on=date(2026, 11, 3))
    page = read(amara.get(url))
    assert "Bilal Aziz logged a visit of today" in page.said and other.get_absolute_url() in page.links
    amara.post(url, said(cast))
    assert Visit.objects.count() == 2
    assert "Another visit that day" in read(amara.get(other.get_absolute_url())).said


def test_visited_write_up_later_counts_at_once_and_waits_with_its_own_clock(
    cast: SimpleNamespace, amara: Any, browser_for: Any, url: str, read: Any
) -> None:
    anisa, imran, zayd = cast.children
    need_plan(anisa, date(2026, 10, 12))
    answer = amara.post(url, said(cast, later="1", meaning="A beginning"), follow=True)
    shown = read(answer).said
    assert (
        "Anisa seen today. Next visit by 1 December. Write-up by tomorrow 10:00, at the latest 24 hours after that."
        in shown
    )
    assert "To write up" in shown
    visit = Visit.objects.get()
    assert not VisitAccount.objects.exists() and visit.ended_at == datetime(2026, 11, 3, 10, tzinfo=UTC)
    clock = Clock.objects.get(rule="CP15")
    assert (clock.child, clock.due_at, clock.do_by) == (
        anisa, datetime(2026, 11, 5, 10, tzinfo=UTC), date(2026, 11, 4)
    )  # fmt: skip
    draft = Draft.objects.get()
    assert draft.words == {"account": ["We baked bread."], "meaning": ["A beginning"]}
    assert "Write up the visit" in read(amara.get("/my-day/")).said
    assert amara.get(f"/cases/{cast.case.pk}/visits/to-write-up/")["Location"].endswith(f"/{visit.pk}/account/")
    manager = browser_for(cast.bilal)
    theirs = read(manager.get(visit.get_absolute_url())).said
    assert "Write-up by tomorrow 10:00, at the latest 24 hours after that." in theirs and "baked" not in theirs
    assert "Amara Obi" in read(manager.get(f"/cases/{cast.case.pk}/visits/to-write-up/")).said
    account = f"/cases/{cast.case.pk}/visits/{visit.pk}/account/"
    assert manager.get(account).status_code == 404 and manager.post(account, {"account": "x"}).status_code == 404
    assert "We baked bread." in amara.get(account).content.decode()
    assert "Write what you saw" in read(amara.post(account, {"account": " "})).errors["account"]
    with time_machine.travel(datetime(2026, 11, 4, 9, tzinfo=UTC), tick=False):
        assert (
            "written up 4 November 2026 at 09:00"
            in read(
                browser_for(cast.amara).post(account, {"account": "We baked.", "meaning": "Trust"}, follow=True)
            ).said
        )
    clock.refresh_from_db()
    assert clock.met_on == date(2026, 11, 4)
    amara = browser_for(cast.amara)
    assert amara.get(account)["Location"] == visit.get_absolute_url()
    assert amara.post(account, {"account": "again"})["Location"] == visit.get_absolute_url()
    assert VisitAccount.objects.get().words == "We baked."


def test_a_visit_written_up_at_once_makes_no_line(cast: SimpleNamespace, amara: Any, url: str) -> None:
    amara.post(url, said(cast))
    assert not Clock.objects.filter(rule="CP15").exists()


def test_writing_up_a_later_visit_meets_nothing_of_an_earlier_one(
    cast: SimpleNamespace, browser_for: Any, url: str
) -> None:
    def on_the(day: int, where: str, sent: dict[str, Any]) -> None:
        with time_machine.travel(datetime(2026, 11, day, 9, tzinfo=UTC), tick=False):
            assert browser_for(cast.amara).post(where, sent).status_code == 302

    def waiting() -> list[date]:
        return [clock.anchor_on for clock in Clock.objects.running().filter(rule="CP15")]

    on_the(3, url, said(cast, later="1", account=""))
    on_the(4, url, said(cast, later="1", account="", visited_on_quick="2026-11-04"))
    first, second = Visit.objects.order_by("visited_on")
    assert waiting() == [date(2026, 11, 3), date(2026, 11, 4)]
    on_the(5, f"/cases/{cast.case.pk}/visits/{second.pk}/account/", {"account": "x"})
    assert waiting() == [date(2026, 11, 3)]
    on_the(6, f"/cases/{cast.case.pk}/visits/{first.pk}/account/", {"account": "x"})
    assert waiting() == []


def test_an_unsuccessful_visit_is_one_press_meets_nothing_and_books_the_next_try(
    cast: SimpleNamespace, amara: Any, read: Any
) -> None:
    anisa = cast.children[0]
    need_plan(anisa, date(2026, 10, 12))
    planned = PlannedVisit.objects.create(
        case=cast.case, worker=cast.amara, planned_on=date(2026, 11, 3), planned_by=cast.amara
    )
    before = list(Clock.objects.values_list("rule", "met_on"))
    url = f"/cases/{cast.case.pk}/visits/missed/"
    sent = {"why": "nobody-in", "visited_on_quick": "2026-11-03", "kind": "home"}
    shown = read(amara.post(url, sent | {"again_soon": "1"}, follow=True)).said
    assert "Unsuccessful visit noted. Next try: " in shown
    assert "Unsuccessful visit by Amara Obi: nobody was in. Planned again for 4 November 2026" in shown
    assert "failed" not in shown.lower()
    visit = Visit.objects.get()
    planned.refresh_from_db()
    assert planned.visit == visit
    again = PlannedVisit.objects.exclude(pk=planned.pk).get()
    assert (again.planned_on, again.worker, again.visit) == (date(2026, 11, 4), cast.amara, None)
    assert not VisitChild.objects.exists()
    assert list(Clock.objects.values_list("rule", "met_on")) == before
    page = read(amara.get(visit.get_absolute_url())).said
    assert "Unsuccessful visit on 3 November 2026" in page and "Nobody was in" in page
    assert "To write up" not in page
    assert amara.get(f"/cases/{cast.case.pk}/visits/{visit.pk}/account/").status_code == 302


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"why": ""}, "why"),
        ({"why": "moon"}, "why"),
        ({"again_soon": "", "again_other": "1"}, "again_on"),
        ({"again_soon": "", "again_other": "1", "again_on": "1 11 2026"}, "again_on"),
        ({"again_on": "9 11 2026"}, "again_on"),
        ({"visited_on_quick": "2026-11-04"}, "visited_on"),
    ],
)
def test_what_an_unsuccessful_visit_lacks_is_said(
    cast: SimpleNamespace, amara: Any, read: Any, more: dict[str, str], field: str
) -> None:
    sent = {"why": "nobody-in", "visited_on_quick": "2026-11-03", "kind": "home", "again_soon": "1"} | more
    sent = {name: value for name, value in sent.items() if value or name == "why"}
    page = read(amara.post(f"/cases/{cast.case.pk}/visits/missed/", sent))
    assert page.errors[field]
    assert not Visit.objects.exists() and not PlannedVisit.objects.exists()


def test_another_day_or_none_can_be_chosen(cast: SimpleNamespace, amara: Any) -> None:
    url = f"/cases/{cast.case.pk}/visits/missed/"
    sent = {"why": "ours", "visited_on_quick": "2026-11-03", "kind": "home"}
    for more, day in (
        ({"again_later": "1"}, date(2026, 11, 5)),
        ({"again_other": "1", "again_on": "20 11 2026"}, date(2026, 11, 20)),
        ({"again_none": "1"}, None),
    ):
        amara.post(url, sent | more)
        assert [plan.planned_on for plan in PlannedVisit.objects.all()] == ([day] if day else [])
        PlannedVisit.objects.all().delete()


def test_a_visit_whose_visitor_has_left_is_taken_back_by_a_manager_and_written_up_by_nobody(
    cast: SimpleNamespace, amara: Any, browser_for: Any, url: str, read: Any
) -> None:
    need_plan(cast.children[0], date(2026, 10, 12))
    amara.post(url, said(cast, later="1"))
    visit, manager = Visit.objects.get(), browser_for(cast.bilal)
    waiting = f"/cases/{cast.case.pk}/visits/to-write-up/"
    strike = f"/cases/{cast.case.pk}/visits/{visit.pk}/striking/"
    assert strike not in read(manager.get(waiting)).links
    cast.amara.is_active = False
    cast.amara.save()
    page = read(manager.get(waiting))
    assert "Nobody who was there works here any more." in page.said and strike in page.links
    manager.post(strike, {"why": "Nobody can say any more what was seen."})
    visit.refresh_from_db()
    assert visit.struck_by == cast.bilal and not Clock.objects.filter(rule="CP15", met_on=None, ended_on=None).exists()
    assert "Nothing to write up" in read(manager.get(waiting)).said


def test_a_visit_taken_back_counts_no_more_and_can_be_written_again(
    cast: SimpleNamespace, amara: Any, url: str, family: SimpleNamespace, read: Any
) -> None:
    anisa = family.anisa
    need_plan(anisa, date(2026, 10, 12))
    words = {
        f"words_{anisa.pk}": "I like maths",
        f"kept_{anisa.pk}": [str(family.jamal.pk)],
        f"bedroom_{anisa.pk}": "no",
    }
    words |= {"present": [f"m{family.shirin.pk}"], "quote_who": str(family.shirin.pk), "quote_words": "I sleep"}
    amara.post(url, said(cast, **words))
    visit = Visit.objects.get()
    Quote.objects.filter(speaker=anisa).update(kept_from=[])
    Quote.objects.filter(speaker=anisa).update(headed_on="2026-11-03", headed_by=cast.amara)
    met = Clock.objects.filter(met_on__isnull=False).count()
    strike = f"/cases/{cast.case.pk}/visits/{visit.pk}/striking/"
    assert "Write why it was not so" in read(amara.post(strike, {"why": " "})).errors["why"]
    answer = amara.post(strike, {"why": "It was the day before", "again": "on"})
    assert answer["Location"] == f"{url}?again={visit.pk}"
    assert Clock.objects.filter(met_on__isnull=False).count() < met
    assert not Quote.objects.filter(struck_on=None).exists() and not Quote.objects.exclude(headed_on=None).exists()
    entry = ChronologyEntry.objects.filter(kind="visit").order_by("pk").first()
    assert entry and entry.struck_on == date(2026, 11, 3)
    shown = read(amara.get(visit.get_absolute_url())).said
    assert "Taken back" in shown and "It was the day before" in shown and "We baked bread." in shown
    page = read(amara.get(answer["Location"]))
    assert page.filled["account"] == "We baked bread." and page.ticked[f"seen_{anisa.pk}"] == "alone"
    assert page.filled[f"words_{anisa.pk}"] == "I like maths" and page.filled["quote_words"] == "I sleep"
    assert page.ticked["present"] == f"m{family.shirin.pk}" and page.ticked[f"bedroom_{anisa.pk}"] == "no"
    assert "already" in read(amara.post(strike, {"why": "twice"})).said
    other = VisitFactory(case=cast.case, worker=cast.amara)
    assert read(amara.get(f"{url}?again={other.pk}")).filled["account"] == "", "only what was taken back"
