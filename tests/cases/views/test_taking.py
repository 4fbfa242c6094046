"""Who could take a family, a worker who is asked, and how children are brought to a new worker."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.models import Message
from cases.models import Introduction, Involvement, Member, WorkerAsked
from tests.factories.allocating import IntroductionFactory
from tests.factories.camden import EmploymentFactory, MembershipFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, ExclusionFactory, InvolvementFactory
from tests.factories.deliberating import typed_decision
from tests.factories.record_pages import BriefPartFactory


@pytest.fixture
def rosa(cast: SimpleNamespace) -> Any:
    """Rosa's place in the pod: she has room."""
    return MembershipFactory(user__name="Rosa Begum", team=cast.pod)


@pytest.fixture
def waiting(cast: SimpleNamespace) -> Any:
    """A family of two in the pod whom nobody leads for."""
    case = CaseFactory(name="Warsame", team_ids=[cast.pod.pk])
    for name in ("Leyla", "Omar"):
        EpisodeFactory(child=ChildFactory(case=case, given_name=name), referred_on=date(2026, 11, 2))
    return case


@pytest.fixture
def bilal(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.bilal)


def leads(case: Any) -> set[str]:
    return set(Involvement.objects.filter(case=case, leads_now=True).values_list("worker__name", flat=True))


def test_a_family_is_allocated_in_four_clicks(bilal: Any, waiting: Any, rosa: Any, read: Any, cast: Any) -> None:
    """From the manager's page: who could, the person, talked about it, allocate. Each follows what is on the page."""
    page = bilal.get(f"/teams/{cast.pod.pk}/").content.decode()
    first = f"/cases/{waiting.pk}/who-could-take/"
    assert f'href="{first}"' in page
    second = f"/cases/{waiting.pk}/allocation/?to={rosa.user_id}"
    assert f'href="{second}"' in bilal.get(first).content.decode()
    form = read(bilal.get(second))
    assert "Nobody is the lead worker at present." in form.said
    assert form.said.count("This is no change of lead worker for") == 2
    shown = bilal.get(second).content.decode()
    assert all(f'<option value="{key}" selected' in shown for key in (rosa.pk, cast.bilal.pk))
    filled = {name: value for name, value in form.filled.items() if value} | {"to": str(rosa.pk)}
    filled["introduced_by"] = str(cast.bilal.pk)  # chosen already, as the page shows
    sent = filled | {"spoken": "discussed", "children": _keys(waiting), "started_on_quick": "2026-11-03"}
    answer = bilal.post(second, sent, follow=True)
    assert "Rosa Begum is now lead worker of Leyla and Omar." in read(answer).said
    assert leads(waiting) == {"Rosa Begum"}
    brought = Introduction.objects.filter(case=waiting)
    assert [(row.spoken, row.introduced_by, row.before) for row in brought] == [("discussed", cast.bilal, None)] * 2
    assert {row.meet_by_on for row in brought} == {date(2026, 11, 17)}, "ten working days"


def _keys(case: Any) -> list[str]:
    return [str(key) for key in Member.objects.filter(case=case, kind="child").values_list("pk", flat=True)]


def test_everybody_stands_in_order_with_reasons_and_who_cannot_says_why(
    bilal: Any, waiting: Any, rosa: Any, read: Any, cast: Any
) -> None:
    for _ in range(14):
        child = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]))
        EpisodeFactory(child=child)
        InvolvementFactory(child=child, worker=cast.amara, team=cast.pod)
    leaver = MembershipFactory(user__name="Ben Ash", team=cast.pod).user
    EmploymentFactory(user=leaver, ended_on=date(2026, 11, 20))
    closed = MembershipFactory(user__name="Zoe Ash", team=cast.pod).user
    ExclusionFactory(case=waiting, worker=closed, reason="Her cousin")
    said = read(bilal.get(f"/cases/{waiting.pk}/who-could-take/")).said
    assert said.index("Rosa Begum") < said.index("Amara Obi"), "less full comes first"
    assert "Stands before the next: would be less full" in said
    assert "Ben Ash leaves on 20 November 2026." in said
    assert "Zoe Ash cannot take this record." in said and "cousin" not in said


def test_what_a_family_wishes_stands_first(bilal: Any, waiting: Any, rosa: Any, read: Any, cast: Any) -> None:
    BriefPartFactory(case=waiting, kind="how", words="A woman, please. Ring before you come.", written_by=cast.amara)
    said = read(bilal.get(f"/cases/{waiting.pk}/who-could-take/")).said
    assert said.index("A woman, please.") < said.index("What they need") < said.index("Rosa Begum")


def test_the_page_asks_as_much_for_one_colleague_as_for_thirty(bilal: Any, waiting: Any, rosa: Any, cast: Any) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            assert bilal.get(f"/cases/{waiting.pk}/who-could-take/").status_code == 200
        return len(found)

    asked()
    few = asked()
    for _ in range(30):
        worker = MembershipFactory(team=cast.pod).user
        child = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]))
        EpisodeFactory(child=child)
        InvolvementFactory(child=child, worker=worker, team=cast.pod)
    assert asked() == few == 29


def test_nothing_is_final_before_talking_or_an_urgent_reason(bilal: Any, waiting: Any, rosa: Any, read: Any) -> None:
    url = f"/cases/{waiting.pk}/allocation/?to={rosa.user_id}"
    sent = {"to": str(rosa.pk), "children": _keys(waiting), "started_on_quick": "2026-11-03"}
    assert "spoken" in read(bilal.post(url, sent)).errors
    assert "because" in read(bilal.post(url, sent | {"spoken": "urgent"})).errors
    assert not leads(waiting) and not Introduction.objects.exists()
    bilal.post(url, sent | {"spoken": "urgent", "because": "A conference tomorrow."})
    assert leads(waiting) == {"Rosa Begum"}
    assert {row.because for row in Introduction.objects.all()} == {"A conference tomorrow."}


def test_a_child_can_be_left_out_and_none_is_refused(bilal: Any, waiting: Any, rosa: Any, read: Any) -> None:
    url = f"/cases/{waiting.pk}/allocation/?to={rosa.user_id}"
    sent = {"to": str(rosa.pk), "started_on_quick": "2026-11-03", "spoken": "discussed"}
    assert read(bilal.post(url, sent)).errors["children"]
    leyla, _ = _keys(waiting)
    bilal.post(url, sent | {"children": [leyla]})
    assert Involvement.objects.get(leads_now=True, case=waiting).child_id == int(leyla)


def test_brothers_and_sisters_with_one_lead_change_together_and_each_ones_changes_stand_before(
    bilal: Any, rosa: Any, read: Any, cast: Any
) -> None:
    url = f"/cases/{cast.case.pk}/allocation/?to={rosa.user_id}&child={cast.children[0].pk}"
    page = read(bilal.get(url))
    assert "This would be Anisa’s first change of lead worker." in page.said
    assert "This would be Zayd’s first change of lead worker." in page.said
    sent = {"to": str(rosa.pk), "children": [str(c.pk) for c in cast.children], "started_on_quick": "2026-11-03"}
    sent |= {"reason": "MANAGE", "spoken": "discussed", "introduced_by": str(cast.bilal.pk)}
    bilal.post(url, sent | typed_decision(cast.children))
    assert leads(cast.case) == {"Rosa Begum"}
    assert {row.before.name for row in Introduction.objects.select_related("before") if row.before} == {"Amara Obi"}


def ask(bilal: Any, case: Any, rosa: Any, child: Any = None, **more: Any) -> Any:
    of = f"&child={child.pk}" if child else ""
    url = f"/cases/{case.pk}/asked-workers/new/?to={rosa.user_id}{of}"
    return bilal.post(url, {"needs": "Two children. A woman, if we can."} | more, follow=True)


def test_a_worker_is_asked_answers_in_a_word_and_whoever_asked_is_told(
    bilal: Any, waiting: Any, rosa: Any, read: Any, browser_for: Any, cast: Any
) -> None:
    assert "Rosa Begum is asked" in read(ask(bilal, waiting, rosa)).said
    asked = WorkerAsked.objects.get()
    assert asked.lead_told_on is None and Message.objects.get(recipient=rosa.user).kind == "allocation-asked"
    hers = browser_for(rosa.user)
    assert f"/cases/{waiting.pk}/asked-workers/{asked.pk}/" in hers.get("/my-day/").content.decode()
    page = read(hers.get(f"/cases/{waiting.pk}/asked-workers/{asked.pk}/"))
    assert "A woman, if we can." in page.said and "points of room" in page.said and "Warsame" not in page.said
    url = f"/cases/{waiting.pk}/asked-workers/{asked.pk}/"
    assert read(hers.post(url, {"answer": "no", "words": ""})).errors["words"]
    hers.post(url, {"answer": "yes", "words": "I know their school."})
    assert Message.objects.get(recipient=cast.bilal).kind == "allocation-answered"
    said = read(bilal.get(f"/cases/{waiting.pk}/who-could-take/")).said
    assert "Yes, on 3 November 2026" in said and "I know their school." in said
    form = bilal.get(f"/cases/{waiting.pk}/allocation/?to={rosa.user_id}").content.decode()
    assert 'value="discussed" checked' in " ".join(form.split()), "a yes is a conversation"


def test_whoever_leads_hears_first_that_a_family_may_move(bilal: Any, rosa: Any, read: Any, cast: Any) -> None:
    page = read(ask(bilal, cast.case, rosa, cast.children[0]))
    assert "Talk with Amara Obi first" in page.errors["is_lead_told"] and not WorkerAsked.objects.exists()
    ask(bilal, cast.case, rosa, cast.children[0], is_lead_told="on")
    assert WorkerAsked.objects.get().lead_told_on == date(2026, 11, 3)


def test_nobody_else_learns_that_somebody_was_asked(
    bilal: Any, waiting: Any, rosa: Any, cast: Any, browser_for: Any
) -> None:
    ask(bilal, waiting, rosa)
    url = f"/cases/{waiting.pk}/asked-workers/{WorkerAsked.objects.get().pk}/"
    for who in (cast.amara, cast.dan):
        assert browser_for(who).get(url).status_code == 404
    ExclusionFactory(case=waiting, worker=rosa.user)
    assert browser_for(rosa.user).get(url).status_code == 404


def test_a_worker_of_another_pod_answers_though_the_record_is_closed_to_them(
    bilal: Any, waiting: Any, cast: Any, browser_for: Any, read: Any
) -> None:
    far = MembershipFactory(user__name="Ines Prado", team=cast.team, scope="own")
    ask(bilal, waiting, far)
    asked = WorkerAsked.objects.get()
    theirs = browser_for(far.user)
    assert theirs.get(f"/cases/{waiting.pk}/").status_code == 404
    assert "A woman, if we can." in read(theirs.get(f"/cases/{waiting.pk}/asked-workers/{asked.pk}/")).said
    theirs.post(f"/cases/{waiting.pk}/asked-workers/{asked.pk}/", {"answer": "talk", "words": ""})
    asked.refresh_from_db()
    assert asked.answer == "talk"


def test_once_allocated_nobody_is_asked_any_more(
    bilal: Any, waiting: Any, rosa: Any, read: Any, cast: Any, browser_for: Any
) -> None:
    ask(bilal, waiting, rosa)
    amaras = str(cast.amara.memberships.get().pk)
    sent = {"to": amaras, "children": _keys(waiting), "started_on_quick": "2026-11-03", "spoken": "discussed"}
    bilal.post(f"/cases/{waiting.pk}/allocation/", sent)
    asked = WorkerAsked.objects.get()
    assert asked.taken_back_on == date(2026, 11, 3)
    url = f"/cases/{waiting.pk}/asked-workers/{asked.pk}/"
    assert "Nothing is asked any more" in read(browser_for(rosa.user).get(url)).said


def test_the_steps_of_an_introduction_are_days_with_who_did_them(
    cast: Any, rosa: Any, read: Any, browser_for: Any
) -> None:
    anisa = cast.children[0]
    row = IntroductionFactory(case=cast.case, child=anisa, worker=cast.amara, before=rosa.user, changed_on="2026-11-02")
    amara = browser_for(cast.amara)
    said = read(amara.get(anisa.get_absolute_url())).said
    hand_over = "bring chronology and genogram up to date and pass on what is open"
    assert f"Still to do: tell the family why, say goodbye, meet them together, {hand_over}" in said
    url = f"/cases/{cast.case.pk}/introductions/{row.pk}/"
    page = read(amara.post(url, {"told_on_quick": "2026-11-03", "told_on": "", "told_by": ""}))
    assert "Say who did it." in page.errors["told_by"]
    done = (("told", rosa.user), ("goodbye", rosa.user), ("hello", cast.amara), ("record", rosa.user))
    for step, who in (*done, ("actions", rosa.user)):
        amara.post(url, {f"{step}_on_quick": "2026-11-03", f"{step}_on": "", f"{step}_by": str(who.pk)})
    row.refresh_from_db()
    assert (row.told_by, row.goodbye_by, row.hello_by) == (rosa.user, rosa.user, cast.amara)
    assert (row.record_by, row.actions_by) == (rosa.user, rosa.user)
    assert "Anisa was brought to Amara Obi" in read(amara.get(anisa.get_absolute_url())).said


def test_what_was_so_for_brothers_and_sisters_is_noted_once_and_never_unasked(
    cast: Any, rosa: Any, read: Any, browser_for: Any
) -> None:
    change = {"case": cast.case, "worker": cast.amara, "before": rosa.user, "changed_on": "2026-11-02"}
    anisa, imran, zayd = (IntroductionFactory(child=child, **change) for child in cast.children)
    Introduction.objects.filter(pk=imran.pk).update(told_on="2026-11-02", told_by=cast.bilal)
    amara, url = browser_for(cast.amara), f"/cases/{cast.case.pk}/introductions/{anisa.pk}/"
    form = read(amara.get(url))
    assert "For whom was it so, too?" in form.said and "also" not in form.filled
    said = {f"{step}_on_quick": "2026-11-03" for step in ("told", "hello")}
    said |= {f"{step}_by": str(cast.amara.pk) for step in ("told", "hello")}
    amara.post(url, said | {"also": [str(imran.pk)]})
    for row in (anisa, imran, zayd):
        row.refresh_from_db()
    assert anisa.told_on == anisa.hello_on == imran.hello_on == date(2026, 11, 3)
    assert imran.told_by == cast.bilal, "a day that was noted before was written over"
    assert zayd.told_on is None and zayd.hello_on is None


def test_without_a_word_of_what_would_keep_a_worker_the_question_is_asked_again_as_it_stands(
    bilal: Any, cast: Any, rosa: Any, read: Any
) -> None:
    child = cast.children[0]
    said = {"to": str(rosa.pk), "children": [str(child.pk)], "spoken": "discussed", "started_on_quick": "2026-11-03"}
    page = read(bilal.post(f"/cases/{cast.case.pk}/allocation/?to={rosa.user_id}&child={child.pk}", said))
    assert "Write what it would take for them to keep their worker." in page.errors["least_formal"]


def test_a_stranger_finds_none_of_it(waiting: Any, rosa: Any, cast: Any, browser_for: Any) -> None:
    for who, status in ((cast.amara, 403), (cast.dan, 403), (cast.eve, 403)):
        client = browser_for(who)
        for page in ("who-could-take/", "allocation/", f"asked-workers/new/?to={rosa.user_id}"):
            assert client.get(f"/cases/{waiting.pk}/{page}").status_code == status
