"""What waits for a worker or a coordinator: a page to write, a plan to answer in somebody's place, a plan to look at
again. In the web and in the morning's job, which reads no word of it."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from camden.principal import acting_as
from cases.models import Involvement
from conferences.models import FamilyAnswer, FamilyConference, FamilyMeeting, FamilyPlan, InformationReport, MustHave
from conferences.operations.answers import answer_plan
from conferences.operations.preparing import ask_for_report, write_report
from conferences.operations.stages import NotThatWay
from conferences.readings.workspace import read_conference
from conferences.reminders import due_for
from conferences.rules.words import AnswerSaid, after_a_referral
from tests.conftest import as_role
from tests.factories.camden import UserFactory
from tests.factories.cases import ChildFactory, InvolvementFactory
from tests.factories.conferences import ConferenceFactory, fill

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 3)


@pytest.fixture(params=["camden_app", "camden_worker"])
def told(request: pytest.FixtureRequest) -> Any:
    """What somebody is told of one kind on a day: on their screen, and by the job that writes their message."""

    def ask(person: Any, kind: str, on: date = TODAY) -> list[tuple[str, str]]:
        with as_role(request.param), acting_as(person):
            return [(each.text, each.url) for each in due_for(person, on) if each.kind == kind]

    return ask


def test_a_worker_who_was_asked_for_a_page_is_told_until_it_is_begun(conferred: SimpleNamespace, told: Any) -> None:
    asked = {"conference": conferred.conference, "by": conferred.samira, "on": date(2026, 11, 2)}
    with acting_as(conferred.samira):
        page = ask_for_report(**asked, who="Amara Obi", writer=conferred.amara)
        ask_for_report(**asked, who="Ms Kerr")  # the coordinator takes that one down
    here = f"{conferred.conference.get_absolute_url()}your-page/"
    assert told(conferred.amara, "conference-page") == [("Write your page for the family’s conference", here)]
    assert told(conferred.amara, "conference-page", date(2026, 11, 1)) == []
    assert [told(who, "conference-page") for who in (conferred.bilal, conferred.dan)] == [[], []]
    with acting_as(conferred.amara):
        write_report(report=page, version=page.version, going_well="She reads.", worries="", offers="")
    assert told(conferred.amara, "conference-page") == []


def test_the_job_reads_no_word_of_a_page(conferred: SimpleNamespace) -> None:
    with as_role("camden_worker"), acting_as(conferred.amara):
        for column in ("going_well", "worries", "offers", "who"):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                list(InformationReport.objects.values_list(column))


def test_a_coordinator_is_told_when_a_family_looks_at_its_plan_again(conferred: SimpleNamespace, told: Any) -> None:
    lived = ConferenceFactory(
        case=conferred.case, referred_by=conferred.amara, coordinator=conferred.samira, stage="active"
    )
    own = {"case": conferred.case, "conference": lived}
    FamilyMeeting.objects.create(**own, held_on=TODAY)
    opens = TODAY + timedelta(weeks=6)
    assert told(conferred.samira, "conference-review", opens - timedelta(1)) == []
    (line,) = told(conferred.samira, "conference-review", opens)
    assert line == ("Look at the plan again with the family", f"{lived.get_absolute_url()}plan/reviews/new/")
    assert told(conferred.amara, "conference-review", opens) == []
    chosen = TODAY + timedelta(weeks=3)
    FamilyPlan.objects.create(**own, review_on=chosen)
    assert told(conferred.samira, "conference-review", chosen) and not told(conferred.samira, "conference-review")


@pytest.fixture
def left(conferred: SimpleNamespace) -> SimpleNamespace:
    """Amara referred and has left the family; Farah leads now; the plan waits for an answer."""
    held = ConferenceFactory(
        case=conferred.case, referred_by=conferred.amara, coordinator=conferred.samira, stage="held"
    )
    conferred.conference = fill(held, conferred.amara)
    FamilyConference.objects.filter(pk=held.pk).update(plan_given_on=TODAY)
    MustHave.objects.create(
        case=held.case, conference=held, place=1, words="Safe.", said_by=conferred.bilal, said_on=TODAY
    )
    Involvement.objects.filter(worker=conferred.amara).update(ended_on=TODAY)
    conferred.farah = UserFactory(name="Farah Nazari")
    for child in conferred.children:
        InvolvementFactory(child=child, worker=conferred.farah, team=conferred.pod)
    return conferred


def test_a_lead_who_took_over_answers_the_plan_in_the_referrers_place(left: SimpleNamespace, told: Any) -> None:
    (line,) = told(left.farah, "family-plan-waits")
    assert line == ("Answer the family’s plan", f"{left.conference.get_absolute_url()}agreement/")
    said = {"case": left.case, "conference": left.conference, "is_manager": False, "on": TODAY}
    with acting_as(left.farah):
        answer_plan(**said, by=left.farah, answer="awaiting", words="Bilal reads it on Thursday.")
    assert told(left.bilal, "family-plan-waits") == []


def test_while_the_referrer_works_with_the_family_the_answer_is_theirs(left: SimpleNamespace, told: Any) -> None:
    InvolvementFactory(child=left.children[0], worker=left.amara, team=left.pod, role="co-worker")
    assert told(left.farah, "family-plan-waits") == [] and told(left.amara, "family-plan-waits")
    with acting_as(left.farah), pytest.raises(NotThatWay):
        answer_plan(
            case=left.case, conference=left.conference, by=left.farah, is_manager=False, on=TODAY, answer="awaiting",
            words="Bilal reads it on Thursday.",
        )  # fmt: skip


def test_each_person_who_was_asked_stands_once_with_their_last_word(conferred: SimpleNamespace) -> None:
    """Shirin was named by her first name at the referral, and by who she is in the record afterwards."""
    shirin = ChildFactory(case=conferred.case, given_name="Shirin", kind="adult", born_on=None)
    own = {"case": conferred.case, "conference": conferred.conference, "asked_by": conferred.amara}
    FamilyAnswer.objects.create(**own, who="shirin ", tie="mother", answer="no", asked_on=TODAY, member=shirin)
    found = FamilyConference.objects.with_stage().with_mandate().seen_by(conferred.amara)
    page = read_conference(found.select_related("brief").get(pk=conferred.conference.pk), TODAY)
    assert [(line.title.strip(), line.mark) for line in page.answers] == [
        ("shirin", "Asked, does not want one now, 3 November 2026")
    ]


@pytest.mark.parametrize(
    ("said", "coordinator", "words"),
    [
        ([], "", "Nobody in the family has been asked yet"),
        ([("not-asked", False)], "", "Nobody in the family has been asked yet"),
        ([("yes", True)], "", "Nobody in the family has been asked yet"),
        ([("thinking", False)], "", "once somebody says yes"),
        ([("yes", False)], "", "No coordinator has it yet"),
        ([("yes", False)], "Samira Yusuf", "Samira Yusuf has the referral"),
    ],
)
def test_after_a_referral_one_reads_what_has_happened_and_what_has_not(
    said: list[tuple[str, bool]], coordinator: str, words: str
) -> None:
    answers = [AnswerSaid("Shirin", "mother", answer, TODAY, is_child=is_child) for answer, is_child in said]
    assert words in after_a_referral(answers, coordinator)
