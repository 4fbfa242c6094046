"""Asked again, not taken up and why, not yet, and the letter before court."""

from collections.abc import Iterator
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from camden.principal import acting_as
from cases.models import Case, PlanSpell, Relationship
from conferences.models import (
    ConferenceStage,
    FamilyAnswer,
    FamilyConference,
    MustHave,
    NetworkPerson,
    NotTakenUp,
    SafetyFact,
)
from conferences.operations.offering import (
    StillMissing,
    ask,
    note_not_taken_up,
    offer_again,
    put_off,
    say_what_the_letter_held,
    set_network,
)
from conferences.operations.referrals import NobodyAgreed, refer
from conferences.operations.stages import NotThatWay
from conferences.readings.before_court import before_court
from conferences.readings.offering import not_taken_up_of, offering_of
from conferences.readings.prompting import prompt_of
from conferences.readings.referral import of_the_record
from conferences.reminders import due_for
from conferences.rules.consent import Threshold
from conferences.rules.not_taken_up import SAYS, Why
from conferences.rules.words import AnswerSaid, Beside, BriefWords, NetworkSaid, SafetySaid
from tests.factories.cases import ChildFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 3)
WORDS = BriefWords(reason="Mum asks for help.", safety="nothing-known")


@pytest.fixture(autouse=True)
def somebody_acts(cast: SimpleNamespace) -> Iterator[None]:
    with acting_as(cast.bilal):
        yield


@pytest.fixture
def family(cast: SimpleNamespace) -> SimpleNamespace:
    """Shirin and Jamal have parental responsibility; Ngozi is Jamal's mother."""
    kinds: dict[str, Any] = {"Shirin": "mother", "Jamal": "father"}
    for name, kind in kinds.items():
        adult = ChildFactory(case=cast.case, given_name=name, family_name="", kind="adult", born_on=None)
        setattr(cast, name.lower(), adult)
        for child in cast.children:
            Relationship.objects.create(case=cast.case, one=adult, other=child, kind=kind, parental_responsibility=True)
    cast.ngozi = ChildFactory(case=cast.case, given_name="Ngozi", family_name="", kind="adult", born_on=None)
    Relationship.objects.create(case=cast.case, one=cast.ngozi, other=cast.jamal, kind="mother")
    return cast


def said(member: Any, answer: str, ago: int = 0, **facts: Any) -> AnswerSaid:
    on = TODAY - timedelta(days=ago)
    return AnswerSaid(member.name, "", answer, on, member.pk, **{"has_responsibility": True, **facts})


def offered(family: SimpleNamespace, *answers: AnswerSaid, **facts: Any) -> FamilyConference:
    return refer(
        case=family.case, children=family.children, by=family.amara, on=TODAY, words=WORDS, answers=answers, **facts
    )


def stages(conference: FamilyConference) -> list[str]:
    return list(ConferenceStage.objects.filter(conference=conference).order_by("pk").values_list("stage", flat=True))


def test_the_record_says_whom_to_ask_and_nobody_asks_a_baby(family: SimpleNamespace) -> None:
    record = of_the_record(family.case, TODAY)
    first = [each.person.name for each in record.to_ask if each.comes_first]
    assert first == ["Shirin", "Jamal", "Anisa", "Imran"]  # Zayd is one year old
    assert {(each.name, each.side, each.tie) for each in record.network} == {
        ("Shirin", "mother", "mother"),
        ("Jamal", "father", "father"),
        ("Ngozi", "father", "grandmother (father's side)"),
    }


def test_nobody_who_died_or_is_kept_from_the_family_is_in_the_network(family: SimpleNamespace) -> None:
    type(family.ngozi).objects.filter(pk=family.ngozi.pk).update(has_died=True)
    Relationship.objects.filter(one=family.jamal).update(is_kept_from_family=True)
    record = of_the_record(family.case, TODAY)
    assert [each.name for each in record.network] == ["Shirin"]
    assert "Jamal" not in [each.person.name for each in record.to_ask]
    assert record.asked_apart == ("Jamal",)


def test_a_yes_of_somebody_without_parental_responsibility_tells_no_coordinator(family: SimpleNamespace) -> None:
    nan = said(family.ngozi, "yes", has_responsibility=False)
    child = said(family.children[0], "yes", has_responsibility=False, is_child=True)
    assert stages(offered(family, said(family.shirin, "thinking"), nan, child)) == ["offered"]
    place = family.bilal.memberships.get()
    with pytest.raises(NobodyAgreed):
        offered(family, said(family.shirin, "no"), nan, coordinator=place)


def test_what_goes_with_the_brief_stands_in_rows(family: SimpleNamespace) -> None:
    beside = Beside(
        safety=[SafetySaid("order", "Jamal", "He must not come near the flat.")],
        must_haves=["Jamal does not come to the flat.", "No child interprets."],
        network=[NetworkSaid("Ngozi", "grandmother", "father", family.ngozi.pk)],
        threshold="need",
    )
    conference = offered(family, said(family.shirin, "yes"), beside=beside)
    assert SafetyFact.objects.get(conference=conference).said_by == family.amara
    assert list(MustHave.objects.order_by("place").values_list("place", "words")) == [
        (1, "Jamal does not come to the flat."),
        (2, "No child interprets."),
    ]
    assert NetworkPerson.objects.get().side == "father" and conference.threshold == "need"


def test_each_asking_is_a_row_and_the_last_word_holds(family: SimpleNamespace) -> None:
    conference = offered(family, said(family.shirin, "thinking", 3))
    record = of_the_record(family.case, TODAY)
    assert "Jamal: offer it, or say why not." in offering_of(conference, record).still
    kin = said(family.shirin, "yes", 2, language="Sylheti", is_kin=True)
    ask(conference=conference, answer=kin, by=family.amara)
    assert stages(conference) == ["offered", "accepted"]
    offering = offering_of(conference, record)
    assert offering.is_wanted and "Shirin: ask again with an interpreter who is not of the family." in offering.still
    ask(conference=conference, answer=said(family.shirin, "no", interpreter="Mrs Begum"), by=family.amara)
    offering = offering_of(conference, record)
    assert not offering.is_wanted and FamilyAnswer.objects.count() == 3
    assert [line.is_last for line in offering.lines] == [False, False, True]
    assert stages(conference) == ["offered", "accepted"]  # people say what comes next


def test_no_reply_has_three_days_and_another_meeting_says_which(family: SimpleNamespace) -> None:
    conference = offered(family, said(family.shirin, "no-reply"))
    days = [TODAY - timedelta(days=ago) for ago in (1, 4, 9)]
    own = {"conference": conference, "by": family.amara, "on": TODAY}
    for attempts in ([], days[:2], [days[0]] * 3, [*days[:2], TODAY + timedelta(days=1)]):
        with pytest.raises(StillMissing, match="attempt"):
            note_not_taken_up(**own, why=Why.NO_REPLY, attempts=attempts)
    with pytest.raises(StillMissing, match="which meeting"):
        note_not_taken_up(**own, why=Why.OTHER_MEETING)
    note_not_taken_up(**own, why=Why.NO_REPLY, attempts=days)
    assert NotTakenUp.objects.get().attempts == sorted(days)
    assert stages(conference) == ["offered", "no-response"]
    offer_again(conference=conference, by=family.amara, on=TODAY)
    assert stages(conference)[-1] == "offered"


def test_only_a_manager_by_name_decides_against_and_the_family_does_not_read_what_it_rests_on(
    family: SimpleNamespace,
) -> None:
    conference = offered(family, said(family.shirin, "yes"))
    own = {"conference": conference, "on": TODAY, "why": Why.NOT_IN_INTEREST}
    for facts in ({"evidence": "x"}, {"decided_by": family.bilal}):
        with pytest.raises(StillMissing):
            note_not_taken_up(**own, by=family.amara, **facts)
    note_not_taken_up(**own, by=family.bilal, decided_by=family.bilal, evidence="What his probation officer said.")
    step = ConferenceStage.objects.filter(conference=conference).latest("pk")
    assert (step.stage, step.said_by) == ("exempt", family.bilal)
    found = not_taken_up_of(conference)
    assert found and found.family == SAYS[Why.NOT_IN_INTEREST].family
    assert "probation" not in step.reason + found.words


def test_what_is_on_its_way_to_a_meeting_is_not_declined(family: SimpleNamespace) -> None:
    conference = offered(family, said(family.shirin, "yes"))
    with pytest.raises(NotThatWay):
        note_not_taken_up(conference=conference, why=Why.NOT_NOW, by=family.amara, on=TODAY)
    with pytest.raises(NotThatWay):
        offer_again(conference=conference, by=family.amara, on=TODAY)
    assert not NotTakenUp.objects.exists()


def test_a_new_threshold_asks_the_lead_worker_once_until_it_is_answered(family: SimpleNamespace) -> None:
    def lines(person: Any) -> list[str]:
        return [each.text for each in due_for(person, TODAY) if each.kind == "conference-offer"]

    case = Case.objects.get(pk=family.case.pk)
    assert lines(family.amara) == []
    spell = PlanSpell.objects.create(
        case=case, child=family.children[0], basis="need", started_on=TODAY - timedelta(days=3)
    )
    assert lines(family.amara) == ["Offer a family group conference"]
    assert lines(family.bilal) == []  # who leads offers
    assert prompt_of(case, TODAY).threshold is Threshold.NEED  # type: ignore[union-attr]
    put_off(case=case, threshold=Threshold.NEED, why="They move on Friday.", by=family.amara, on=TODAY)
    assert lines(family.amara) == [] and prompt_of(case, TODAY) is None
    later = TODAY + timedelta(days=2)
    PlanSpell.objects.filter(pk=spell.pk).update(
        basis="protection", started_on=later, first_category="NEG", latest_category="NEG", earlier_plans=0
    )
    assert prompt_of(case, later).threshold is Threshold.PROTECTION  # type: ignore[union-attr]
    offered(family, said(family.shirin, "yes"))
    assert prompt_of(case, later) is None  # a conference is under way


def test_somebody_elses_family_is_never_prompted(family: SimpleNamespace) -> None:
    PlanSpell.objects.create(case=family.case, child=family.children[0], basis="need", started_on=TODAY)
    assert due_for(family.dan, TODAY) == []


def test_the_network_is_set_anew_and_nobody_is_lost(family: SimpleNamespace) -> None:
    conference = offered(family, said(family.shirin, "yes"))
    nan = NetworkSaid("Ngozi", "grandmother", "father", family.ngozi.pk)
    coach = NetworkSaid("Coach Daniel", "football", "other")
    for there, names in (([nan, coach], {"Ngozi", "Coach Daniel"}), ([coach], {"Coach Daniel"}), ([nan], {"Ngozi"})):
        set_network(conference=conference, there=there, on=TODAY)
        assert set(NetworkPerson.objects.filter(removed_on=None).values_list("name", flat=True)) == names
    assert NetworkPerson.objects.count() == 2


def test_the_trail_before_court_is_told_from_the_record(family: SimpleNamespace) -> None:
    case = Case.objects.get(pk=family.case.pk)
    page = before_court(case, TODAY)
    assert "binds nobody" in page.in_force and page.census.offered is None
    assert "Anisa, Imran and Zayd" in page.paragraph
    say_what_the_letter_held(case=case, letter_on=TODAY, is_in_letter=False, by=family.amara, on=TODAY)
    assert before_court(case, TODAY).census.offered is False
    offered(family, said(family.shirin, "yes"), before_proceedings=True)
    say_what_the_letter_held(case=case, letter_on=TODAY, is_in_letter=True, by=family.amara, on=TODAY)
    page = before_court(case, TODAY)
    marks = {line.what: (line.mark.value, line.words) for line in page.lines}
    assert marks["Offered to Shirin"] == ("done", "On 3 November 2026. They said yes.")
    assert marks["Offered to Jamal"][0] == "advised"
    assert marks["The meeting is held before the application"][0] == "open"
    assert (page.census.offered, page.census.held) == (True, False)
