"""What happened next: the visit that asks answers, and the idea is held more firmly, revised or let go with that."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.principal import acting_as
from cases.models import Question
from supervision.models import Discussion, Hypothesis, HypothesisKept, HypothesisWeighed
from supervision.operations import Next, NotWeighed, weigh
from supervision.readings import formulation, opens_with
from tests.factories.asking import QuestionFactory
from tests.factories.supervision import DiscussionFactory, SessionFactory
from tests.queries import of_the_page
from tests.reading import Page

ANSWER = {"asked_on": date(2026, 11, 2), "answer": "Auntie does. Then me."}
SENT = {"verdict": "strengthened", "evidence": "She named herself second.", "now": ""}


@pytest.fixture
def read() -> Any:
    def page(answer: Any) -> Page:
        assert answer.status_code == 200
        found = Page()
        found.feed(answer.content.decode())
        return found

    return page


@pytest.fixture
def discussion(pod: SimpleNamespace, session: Any) -> Discussion:
    """Last time, which is agreed."""
    return DiscussionFactory(
        session=session, case=pod.case, presenter=pod.amara, children=pod.children,
        agreed_on=date(2026, 11, 3), agreed_by=pod.niamh, said={"dilemma": "How do we hear Anisa?"},
    )  # fmt: skip


@pytest.fixture
def idea(pod: SimpleNamespace, discussion: Discussion) -> Hypothesis:
    return kept(pod, discussion, "Perhaps quiet keeps the peace")


def kept(pod: SimpleNamespace, discussion: Discussion, text: str, why_not: str = "", **question: Any) -> Hypothesis:
    idea = Hypothesis.objects.create(
        case=pod.case, discussion=discussion, text=text, status="kept", kept_by="presenter"
    )
    asked = None if why_not else QuestionFactory(case=pod.case, ask_by=pod.amara, **question)
    HypothesisKept.objects.create(case=pod.case, hypothesis=idea, question=asked, not_asked_because=why_not)
    return idea


def answered(idea: Hypothesis, pod: SimpleNamespace, **more: Any) -> None:
    Question.objects.filter(pk=idea.kept.question_id).update(asked_by=pod.amara, **(ANSWER | more))


def test_the_formulation_holds_what_rang_a_bell_and_no_other_idea(
    pod: SimpleNamespace, discussion: Discussion, idea: Hypothesis, browser_for: Any, read: Any
) -> None:
    for number in range(10):
        Hypothesis.objects.create(case=pod.case, discussion=discussion, text=f"Maybe it is idea {number}")
    kept(pod, discussion, "Maybe Imran carries it")
    page = read(browser_for(pod.niamh).get(f"/cases/{pod.case.pk}/formulation/"))
    assert "Perhaps quiet keeps the peace" in page.said
    assert "Maybe Imran carries it" in page.said
    assert "Maybe it is idea" not in page.said
    assert page.said.count("Waits to be asked") == 2


def test_what_is_kept_while_the_session_lasts_is_not_in_the_formulation_yet(
    pod: SimpleNamespace, discussion: Discussion, idea: Hypothesis, browser_for: Any, read: Any
) -> None:
    Discussion.objects.update(agreed_on=None, agreed_by=None)
    amara = browser_for(pod.amara)
    assert "Perhaps quiet" not in read(amara.get(f"/cases/{pod.case.pk}/formulation/")).said
    assert amara.get(f"/hypotheses/{idea.pk}/weighing/").status_code == 404


def test_the_answer_of_the_visit_makes_it_asked_and_then_somebody_says_what_it_showed(
    pod: SimpleNamespace, idea: Hypothesis, browser_for: Any, read: Any
) -> None:
    amara, url = browser_for(pod.amara), f"/hypotheses/{idea.pk}/weighing/"
    assert "Nobody has asked yet" in read(amara.get(url)).said
    answered(idea, pod)
    page = read(amara.get(f"/cases/{pod.case.pk}/formulation/"))
    assert "Auntie does. Then me." in page.said
    assert url in page.links
    assert amara.post(url, SENT).status_code == 302
    idea.refresh_from_db()
    assert idea.status == "strengthened"
    assert (idea.weighed.evidence, idea.weighed.weighed_by) == (SENT["evidence"], pod.amara)
    page = read(amara.get(f"/cases/{pod.case.pk}/formulation/"))
    assert "Held more firmly" in page.said
    assert SENT["evidence"] in page.said


def test_a_revised_idea_goes_on_as_another_with_a_question_on_the_next_visits_form(
    pod: SimpleNamespace, idea: Hypothesis, browser_for: Any, read: Any
) -> None:
    answered(idea, pod)
    amara, url = browser_for(pod.amara), f"/hypotheses/{idea.pk}/weighing/"
    sent = {"verdict": "revised", "evidence": "Auntie sees it first.", "now": "Perhaps Auntie holds the worry"}
    page = read(amara.post(url, sent))
    assert {"ask_what", "ask_whom", "first_sentence", "ask_by_on"} <= set(page.errors)
    more = {"ask_what": "What does Auntie do then?", "ask_whom": "Farida", "first_sentence": "When you see it …",
            "ask_by": str(pod.amara.pk), "ask_by_on": "12 11 2026"}  # fmt: skip
    assert amara.post(url, sent | more).status_code == 302
    new = Hypothesis.objects.get(revised_from=idea)
    assert (new.status, new.kept_by, new.kept.question.whom) == ("kept", "presenter", "Farida")
    assert "What does Auntie do then?" in read(amara.get(f"/cases/{pod.case.pk}/visits/new/")).said
    line = formulation(pod.case, date(2026, 11, 3))
    assert [each.text for each in line.held] == ["Perhaps Auntie holds the worry"]
    assert [each.stands for each in line.past] == ["Became another idea"]


def test_what_nobody_will_ask_any_more_can_only_be_let_go(
    pod: SimpleNamespace, discussion: Discussion, browser_for: Any, read: Any
) -> None:
    idea = kept(pod, discussion, "Perhaps school knows", why_not="She moved school.")
    amara, url = browser_for(pod.amara), f"/hypotheses/{idea.pk}/weighing/"
    assert 'value="strengthened"' not in amara.get(url).content.decode()
    assert amara.post(url, SENT).status_code == 200
    assert amara.post(url, SENT | {"verdict": "dropped"}).status_code == 302
    assert HypothesisWeighed.objects.get().verdict == "dropped"


def test_a_question_put_aside_is_the_reason_why_nobody_asks(pod: SimpleNamespace, idea: Hypothesis) -> None:
    about = {"hypothesis": idea, "evidence": "x", "by": pod.amara, "on": date(2026, 11, 3)}
    with acting_as(pod.amara):
        with pytest.raises(NotWeighed, match="Nobody has asked yet"):
            weigh(verdict="dropped", **about)
        Question.objects.update(put_aside_on="2026-11-03", put_aside_by=pod.amara, put_aside_why="She told us.")
        weigh(verdict="dropped", **about)
    assert HypothesisWeighed.objects.count() == 1


def test_an_idea_is_weighed_once_and_whoever_comes_second_reads_it(
    pod: SimpleNamespace, idea: Hypothesis, browser_for: Any, read: Any
) -> None:
    answered(idea, pod)
    amara, url = browser_for(pod.amara), f"/hypotheses/{idea.pk}/weighing/"
    amara.post(url, SENT)
    page = read(amara.post(url, {"verdict": "dropped", "evidence": "Mine", "now": ""}))
    assert "weighed already" in page.said
    assert "Mine" in page.said
    assert HypothesisWeighed.objects.get().verdict == "strengthened"


def test_a_new_sentence_that_stood_there_before_is_asked_for_in_other_words(
    pod: SimpleNamespace, discussion: Discussion, idea: Hypothesis
) -> None:
    answered(idea, pod)
    becomes = Next(now=idea.text, not_asked_because="Enough was asked.")
    with acting_as(pod.amara), pytest.raises(NotWeighed, match="other words"):
        weigh(hypothesis=idea, verdict="revised", evidence="x", by=pod.amara, on=date(2026, 11, 3), becomes=becomes)
    assert not HypothesisWeighed.objects.exists()


def test_the_next_session_opens_with_answers_then_with_what_waits_and_the_wall_keeps_what_is_kept(
    pod: SimpleNamespace, discussion: Discussion, idea: Hypothesis
) -> None:
    asked = kept(pod, discussion, "Maybe Imran carries it", what="Who?")
    let_go = kept(pod, discussion, "Perhaps it is the flat", why_not="They moved.")
    HypothesisWeighed.objects.create(case=pod.case, hypothesis=let_go, verdict="dropped", evidence="x",
                                     weighed_on="2026-11-03", weighed_by=pod.amara)  # fmt: skip
    answered(asked, pod, is_kept_from_family=True)
    on = date(2026, 11, 10)
    assert [line.text for line in opens_with(pod.case, on)] == [asked.text, idea.text]
    assert "Auntie" in opens_with(pod.case, on)[0].answer
    assert "Auntie" not in repr(opens_with(pod.case, on, wall=True))


def test_an_idea_of_a_family_kept_from_finn_does_not_exist_for_him(
    pod: SimpleNamespace, idea: Hypothesis, browser_for: Any
) -> None:
    answered(idea, pod)
    finn = browser_for(pod.finn)
    for url in (f"/hypotheses/{idea.pk}/weighing/", f"/cases/{pod.case.pk}/formulation/"):
        assert finn.get(url).status_code == 404
        assert finn.post(url, SENT).status_code in (404, 405)
    assert not HypothesisWeighed.objects.exists()


def test_forty_ideas_ask_the_database_no_more_than_one(
    pod: SimpleNamespace, discussion: Discussion, idea: Hypothesis, browser_for: Any
) -> None:
    amara, url = browser_for(pod.amara), f"/cases/{pod.case.pk}/formulation/"
    amara.get(url)
    counts = []
    for more in (39, 0):
        with CaptureQueriesContext(connection) as asked:
            amara.get(url)
        counts.append(len(of_the_page(asked)))
        for number in range(more):
            kept(pod, discussion, f"Perhaps {number}")
    assert counts[0] == counts[1] <= 9


def test_the_page_of_the_next_discussion_opens_with_what_came_back_and_shows_nothing_that_is_kept(
    pod: SimpleNamespace, discussion: Discussion, idea: Hypothesis, browser_for: Any, read: Any
) -> None:
    answered(idea, pod)
    kept(pod, discussion, "Maybe Imran carries it", what="Who?", first_sentence="Whom do you tell?", kept_from=[1])
    again = SessionFactory(group=pod.group, parts=[(pod.amara, "presenter")], held_on=date(2026, 11, 3))
    new = DiscussionFactory(session=again, case=pod.case, presenter=pod.amara, children=pod.children)
    page = read(browser_for(pod.amara).get(f"/supervision/discussions/{new.pk}/edit/"))
    for words in ("What became of last time", "Auntie does. Then me.", "Maybe Imran carries it"):
        assert words in page.said
    assert "Whom do you tell?" not in page.said
