"""A fact that keeps people safe is never missing from the coordinator's page, whatever anybody agreed to."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camden.models import Message
from camden.principal import acting_as
from cases.models import ContactPoint, Household
from conferences.models import FamilyAnswer, FamilyConference, SafetyFact
from conferences.operations.safety import EndedAlready, add_safety_fact, end_safety_fact
from conferences.readings.safety import read_safety
from conferences.readings.there import asked_of
from conferences.rules.consent import FACT_SAYS, SAFETY, TO_AGREE_TO

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 3)
ANSWERS = st.lists(
    st.tuples(
        st.sampled_from(["Shirin", "Jamal", "Anisa"]),
        st.sampled_from(FamilyAnswer.Answer.values),
        st.booleans(),
        st.sets(st.sampled_from([fact.value for fact in TO_AGREE_TO])),
    ),
    max_size=4,
)
FACTS = st.lists(
    st.tuples(
        st.sampled_from([fact.value for fact in SAFETY]),
        st.one_of(st.none(), st.integers(-30, 30)),
        st.one_of(st.none(), st.integers(-30, 30)),
    ),
    min_size=1,
    max_size=5,
)


class Undone(Exception):
    """Takes back what one example wrote."""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=ANSWERS, facts=FACTS)
def test_every_fact_that_has_not_ended_is_there_whatever_was_agreed_to(
    conferred: SimpleNamespace, answers: Any, facts: Any
) -> None:
    own = {"case": conferred.case, "conference": conferred.conference}
    try:
        with transaction.atomic():
            for who, answer, has_responsibility, shares in answers:
                FamilyAnswer.objects.create(
                    **own, who=who, answer=answer, has_responsibility=has_responsibility, shares=sorted(shares),
                    asked_on=ON, asked_by=conferred.amara, not_asked_because="Not known where",
                )  # fmt: skip
            rows = [
                SafetyFact.objects.create(
                    **own, kind=kind, about=f"Somebody {n}", words=f"Fact {n}.", said_by=conferred.amara, said_on=ON,
                    ends_on=None if ends is None else ON + timedelta(ends),
                    ended_on=None if ended is None else ON + timedelta(ended),
                )
                for n, (kind, ends, ended) in enumerate(facts)
            ]  # fmt: skip
            conference = FamilyConference.objects.select_related("brief", "referred_by").get(pk=conferred.conference.pk)
            safety = read_safety(conference, ON, *asked_of(conference)[:2])
            live = {row.pk for row in rows if row.ended_on is None or row.ended_on > ON}
            assert {line.pk for line in safety.now if line.pk} == live
            assert {line.pk for line in safety.ended} == {row.pk for row in rows} - live
            raise Undone
    except Undone:
        pass


def test_the_coordinator_reads_it_first_on_her_page_after_everybody_said_no(
    conferred: SimpleNamespace,
    browser_for: Any,
    read: Any,
) -> None:
    FamilyAnswer.objects.filter(conference=conferred.conference).update(answer="no", shares=[])
    for kind in SAFETY:
        words = f"Words of {kind.value}."
        with acting_as(conferred.amara):
            add_safety_fact(
                conference=conferred.conference, kind=kind.value, about="Jamal", words=words, by=conferred.amara, on=ON
            )
    said = read(browser_for(conferred.samira).get(conferred.conference.get_absolute_url())).said
    for kind in SAFETY:
        assert FACT_SAYS[kind] in said and f"Words of {kind.value}." in said
    assert said.index("To keep everybody safe") < said.index("Referred by")


def test_what_the_record_knows_is_there_without_its_address_or_number(
    conferred: SimpleNamespace,
    browser_for: Any,
    read: Any,
) -> None:
    Household.objects.filter(pk=conferred.home.pk).update(is_safe_to_share=False, address="14 Axolotl House")
    ContactPoint.objects.create(
        case=conferred.case, member=conferred.children[0], kind="phone", value="07700 900456", is_safe=False
    )
    said = read(browser_for(conferred.samira).get(conferred.conference.get_absolute_url())).said
    assert "An address that must not be known: Anisa Rahman" in said and "A telephone that is not safe" in said
    assert "Axolotl" not in said and "900456" not in said


def test_the_worker_says_and_ends_it_and_the_coordinator_is_told_of_both(
    conferred: SimpleNamespace,
    browser_for: Any,
    read: Any,
) -> None:
    here, amara = conferred.conference.get_absolute_url(), browser_for(conferred.amara)
    said = {"kind": "bail", "about": "Jamal", "words": "Not within 100 metres of the school.", "ends_on": "30 11 2026"}
    assert "words" in read(amara.post(f"{here}safety/new/", said | {"words": ""})).errors
    assert amara.post(f"{here}safety/new/", said).status_code == 302
    fact = SafetyFact.objects.get()
    told = Message.objects.filter(recipient=conferred.samira)
    assert told.filter(kind="conference-safety", subject_id=fact.pk).count() == 1
    page = read(browser_for(conferred.samira).get(here)).said
    assert "Not within 100 metres" in page and "until 30 November 2026" in page and "Amara Obi" in page
    over = f"/cases/{conferred.case.pk}/conferences/safety/{fact.pk}/ending/"
    assert browser_for(conferred.samira).get(over).status_code in (403, 404)
    assert amara.post(over, {"ended_on_quick": "2026-11-03"}).status_code == 302
    assert told.filter(kind="conference-safety-over", subject_id=fact.pk).count() == 1
    assert "What is over (1)" in read(browser_for(conferred.samira).get(here)).said
    with pytest.raises(EndedAlready):
        end_safety_fact(fact=fact, by=conferred.amara, ended_on=ON, on=ON)
