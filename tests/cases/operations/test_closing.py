"""An ending is prepared by one person and agreed by another, and nothing is left open behind it."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from camden.principal import acting_as
from cases.models import (
    Assessment,
    AssessmentChild,
    Case,
    ChronologyEntry,
    Closure,
    Enquiry,
    Episode,
    Involvement,
    Member,
    PlanSpell,
)
from cases.operations.closing import ClosingDecidedBefore, NotClosed, ask_for_closing, decide_closing
from cases.rules.closing import ClosingSaid
from tests.conftest import as_role
from tests.factories.cases import EpisodeFactory
from tests.factories.deliberating import decided
from tests.factories.journey_door import ClosureFactory

BEGAN = date(2026, 9, 1)


def asked(cast: SimpleNamespace, today: date, children: Any = None, **said: Any) -> Closure:
    usual: dict[str, Any] = {"reason": "RC7", "closed_on": today, "summary": "Steady since the summer."}
    about = cast.children if children is None else children
    return ask_for_closing(case=cast.case, by=cast.amara, on=today, children=about, said=ClosingSaid(**usual | said))


def assessed(cast: SimpleNamespace, child: Member, ended_on: date | None = None) -> None:
    assessment = Assessment.objects.create(case=cast.case, legal_basis="need", counts_from_on=BEGAN, started_on=BEGAN)
    AssessmentChild.objects.create(
        case=cast.case, assessment=assessment, child=child, started_on=BEGAN, ended_on=ended_on
    )


def planned(cast: SimpleNamespace, child: Member, basis: str, **more: Any) -> PlanSpell:
    if basis == "protection":
        more |= {"first_category": "NEG", "latest_category": "NEG"}
    return PlanSpell.objects.create(case=cast.case, child=child, basis=basis, **{"started_on": BEGAN} | more)


def agree(closure: Closure, by: Any, on: date, **more: Any) -> None:
    children = list(closure.children.all())
    decide_closing(closure=closure, by=by, on=on, is_agreed=True, decided=decided(closure.case, children), **more)


def test_agreed_the_episodes_the_plans_the_record_and_the_lead_workers_work_end(
    cast: SimpleNamespace, today: date
) -> None:
    spell = planned(cast, cast.children[0], "need")
    closure = ClosureFactory(case=cast.case, asked_by=cast.amara, about=cast.children)
    with as_role("camden_app"), acting_as(cast.bilal):
        agree(closure, cast.bilal, today)
        assert {each.closed_on for each in Episode.objects.filter(case=cast.case)} == {today}
    spell.refresh_from_db()
    assert (spell.ended_on, spell.ended_by, spell.end_reason) == (today, cast.bilal, "no-longer-needed")
    assert Case.objects.get(pk=cast.case.pk).closed_on == today
    assert not Involvement.objects.filter(leads_now=True).exists()
    said = [entry.summary for entry in ChronologyEntry.objects.order_by("pk")]
    assert "Amara Obi stopped working with Anisa: lead worker" in said
    assert said[-1].startswith("Bilal Aziz agreed to close the work with Anisa, Imran and Zayd (services ended")


def test_while_a_brother_is_in_need_the_record_and_its_workers_stay(cast: SimpleNamespace, today: date) -> None:
    closure = ClosureFactory(case=cast.case, asked_by=cast.amara, about=cast.children[:1])
    with as_role("camden_app"), acting_as(cast.bilal):
        agree(closure, cast.bilal, today)
    assert Case.objects.get(pk=cast.case.pk).closed_on is None
    assert Involvement.objects.filter(leads_now=True).count() == 3


def test_given_back_it_says_what_is_missing_and_ends_nothing(cast: SimpleNamespace, today: date) -> None:
    closure = ClosureFactory(case=cast.case, asked_by=cast.amara, about=cast.children)
    with as_role("camden_app"), acting_as(cast.bilal):
        decide_closing(
            closure=closure, by=cast.bilal, on=today, is_agreed=False, answer="Who tells Anisa?", decided=None
        )
        assert Episode.objects.in_need().filter(case=cast.case).count() == 3
    with as_role("camden_app"), acting_as(cast.amara):
        assert asked(cast, today).pk != closure.pk, "it may be asked for again"


def test_nobody_agrees_to_their_own_closing(cast: SimpleNamespace, today: date) -> None:
    closure = ClosureFactory(case=cast.case, asked_by=cast.bilal, about=cast.children)
    with as_role("camden_app"), acting_as(cast.bilal), pytest.raises(NotClosed, match="somebody else"):
        agree(closure, cast.bilal, today)
    with pytest.raises(IntegrityError, match="agreed_by_another"), transaction.atomic():
        Closure.objects.update(decided_by=cast.bilal, decided_on=today, is_agreed=True)


def test_two_managers_give_one_answer(cast: SimpleNamespace, today: date) -> None:
    closure = ClosureFactory(case=cast.case, asked_by=cast.amara, about=cast.children)
    same = Closure.objects.get()
    with as_role("camden_app"), acting_as(cast.bilal):
        decide_closing(closure=closure, by=cast.bilal, on=today, is_agreed=False, answer="Not yet.", decided=None)
    with as_role("camden_app"), acting_as(cast.cora), pytest.raises(ClosingDecidedBefore):
        agree(same, cast.cora, today)


@pytest.mark.parametrize("what", ["assessment", "section 47 enquiry", "child protection plan"])
def test_what_is_open_bars_the_asking_and_the_agreeing(cast: SimpleNamespace, today: date, what: str) -> None:
    closure = ClosureFactory(case=cast.case, asked_by=cast.amara, about=cast.children[1:])
    anisa, imran = cast.children[:2]
    for child in (anisa, imran):
        if what == "assessment":
            assessed(cast, child)
        elif what == "child protection plan":
            planned(cast, child, "protection")
        else:
            Enquiry.objects.create(case=cast.case, child=child, started_on=BEGAN)
    with as_role("camden_app"), acting_as(cast.amara), pytest.raises(NotClosed, match=f"The {what} of Anisa is open"):
        asked(cast, today, [anisa])
    with as_role("camden_app"), acting_as(cast.bilal), pytest.raises(NotClosed, match=f"The {what} of Imran is open"):
        agree(closure, cast.bilal, today)


BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"closed_on": date(2026, 11, 4)}, "closed_on", "after today"),
    ({"closed_on": date(2026, 8, 1)}, "closed_on", "referred on 20 August 2026"),
    ({"reason": "RC8"}, "reason", "no assessment of Anisa"),
    ({"reason": "RC9"}, "reason", "no assessment of Anisa"),
    ({"reason": "RC2"}, "died_on", "day Anisa died"),
    ({"died_on": date(2026, 11, 1)}, "reason", "choose that reason"),
    ({"reason": "RC2", "died_on": date(2014, 1, 1)}, "died_on", "before the birth"),
]


@pytest.mark.parametrize(("said", "about", "sentence"), BAD)
def test_days_and_reasons_that_cannot_be_are_refused_in_words(
    cast: SimpleNamespace, today: date, said: dict[str, Any], about: str, sentence: str
) -> None:
    with as_role("camden_app"), acting_as(cast.amara), pytest.raises(NotClosed, match=sentence) as found:
        asked(cast, today, cast.children[:1], **said)
    assert found.value.about == about


def test_a_closing_is_not_before_what_was_recorded(cast: SimpleNamespace, today: date) -> None:
    assessed(cast, cast.children[0], ended_on=today)
    with as_role("camden_app"), acting_as(cast.amara):
        with pytest.raises(NotClosed, match="Something was recorded for Anisa on 3 November 2026"):
            asked(cast, today, cast.children[:1], closed_on=today - timedelta(days=1))
        assert asked(cast, today, cast.children[:1], reason="RC8").reason == "RC8", "after an assessment"


def test_the_day_a_child_died_is_kept_with_the_child(cast: SimpleNamespace, today: date) -> None:
    with as_role("camden_app"), acting_as(cast.amara):
        asked(cast, today, cast.children[:1], reason="RC2", died_on=date(2026, 11, 1))
        assert Member.objects.get(pk=cast.children[0].pk).died_on == date(2026, 11, 1)
        with pytest.raises(NotClosed, match="by itself"):
            asked(cast, today, cast.children[1:], reason="RC2", died_on=date(2026, 11, 1))


def test_a_closing_is_asked_for_once(cast: SimpleNamespace, today: date) -> None:
    with as_role("camden_app"), acting_as(cast.amara):
        asked(cast, today, cast.children[:2])
        with pytest.raises(NotClosed, match="asked for already"):
            asked(cast, today, cast.children[1:])


def test_a_child_who_is_not_in_need_has_nothing_to_close(cast: SimpleNamespace, today: date) -> None:
    Episode.objects.filter(child=cast.children[0]).update(closed_on=today, closure_reason="RC7")
    with as_role("camden_app"), acting_as(cast.amara):
        with pytest.raises(NotClosed, match="not in need"):
            asked(cast, today)
        with pytest.raises(NotClosed, match="at least one"):
            asked(cast, today, [])


def refused(name: str) -> Any:
    return pytest.raises(IntegrityError, match=name)


def test_the_database_closes_over_nothing_open(cast: SimpleNamespace, today: date) -> None:
    anisa, imran, zayd = cast.children
    assessed(cast, anisa)
    Enquiry.objects.create(case=cast.case, child=imran, started_on=BEGAN)
    planned(cast, zayd, "protection")
    for child, open_thing in ((anisa, "assessment"), (imran, "enquiry"), (zayd, "plan")):
        with as_role("camden_app"), acting_as(cast.bilal), refused(f"{open_thing} is open"), transaction.atomic():
            Episode.objects.filter(child=child).update(closed_on=today, closure_reason="RC7")


def test_the_database_begins_nothing_after_a_closing_or_on_a_referral_without_action(
    cast: SimpleNamespace, today: date
) -> None:
    anisa, imran, _ = cast.children
    Episode.objects.filter(child=anisa).update(closed_on=BEGAN, closure_reason="RC7")
    Episode.objects.filter(child=imran).update(no_further_action=True)
    assessment = Assessment.objects.create(case=cast.case, legal_basis="need", counts_from_on=today, started_on=today)
    of = {"case": cast.case, "started_on": today}
    with as_role("camden_app"), acting_as(cast.bilal):
        for child in (anisa, imran):
            with refused("not in need on that day"), transaction.atomic():
                AssessmentChild.objects.create(assessment=assessment, child=child, **of)
            with refused("not in need on that day"), transaction.atomic():
                Enquiry.objects.create(child=child, **of)
            with refused("not in need on that day"), transaction.atomic():
                PlanSpell.objects.create(child=child, basis="need", **of)
        with refused("not in need on that day"), transaction.atomic():
            Enquiry.objects.create(case=cast.case, child=anisa, started_on=date(2026, 8, 25))  # and still open
        # Within the time in need, help by agreement, and time in need that is open: as before.
        days = {"started_on": date(2026, 8, 25), "ended_on": BEGAN}
        AssessmentChild.objects.create(case=cast.case, assessment=assessment, child=anisa, **days)
        PlanSpell.objects.create(child=anisa, basis="early-help", **of)
        EpisodeFactory(child=imran, referred_on=today)
        Enquiry.objects.create(child=imran, **of)


def test_what_a_file_tells_of_the_past_is_not_held_by_that(cast: SimpleNamespace, today: date) -> None:
    Episode.objects.filter(child=cast.children[0]).update(closed_on=BEGAN, closure_reason="RC7")
    assert Enquiry.objects.create(case=cast.case, child=cast.children[0], started_on=today).pk
