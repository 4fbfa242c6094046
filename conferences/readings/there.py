"""What is there of a conference when somebody says its next step: counts and yes or no, as `rules.steps` asks for it.

The preparation is counted for its coordinator alone. To anybody else it is as if all of it were there: they say no
step that waits for it, and learn nothing of it.
"""

import re
from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from conferences.models import (
    AgencyAnswer,
    Arrangement,
    ConferenceChild,
    FamilyAnswer,
    FamilyConference,
    FamilyMeeting,
    InformationReport,
    Invitee,
    Mandate,
    MustHave,
    NotTakenUp,
    PlanEdition,
    PlanItem,
    PlanReview,
    PreparingContact,
    PromiseHeard,
    SafetyFact,
)
from conferences.readings.people import apart_of, calls_of, invited_of, invitees_of, pairs_of
from conferences.rules.consent import Answer, Asked, Fact, Person, is_wanted, latest, still_to_ask
from conferences.rules.inviting import Side, Way, clashes, is_missing_side, lacks
from conferences.rules.steps import There


def read_there(conference: FamilyConference, *, convenes: bool) -> There:
    """Five queries, however many people; nine for the coordinator."""
    facts = _facts(conference)
    people, asked, _ = asked_of(conference)
    brief = getattr(conference, "brief", None)
    grown_ups = still_to_ask([person for person in people if not person.is_child], asked)
    prepared = _prepared(conference) if convenes else {"has_mandate": facts["mandate"]}
    return There(
        somebody_said_yes=is_wanted(people, asked),
        everybody_asked=not grown_ups,
        children_asked=len(still_to_ask(people, asked)) == len(grown_ups),
        safety_said=bool(brief and brief.safety) or facts["safety"],
        has_coordinator=conference.coordinator_id is not None,
        has_manager_and_evidence=facts["settled"],
        attempts=_attempts(facts["attempts"], asked),
        has_day_and_place=bool(conference.planned_on and conference.place.strip()),
        has_questions=bool(brief and brief.questions.strip()),
        has_must_haves=facts["must_haves"] or bool(brief and brief.bottom_lines.strip()),
        has_private_time=facts["private"],
        is_agreed={"agreed": True, "not-safe": False}.get(facts["answer"]),
        has_copies=facts["edition"],
        has_review_day=facts["review_on"] is not None,
        actions_unmarked=_unmarked(conference),
        **prepared,
    )


def asked_of(
    conference: FamilyConference, children: Sequence[ConferenceChild] | None = None
) -> tuple[list[Person], list[Asked], dict[int, str]]:
    """Who was asked, what each said, and what each is to the children, from the answers themselves: a coordinator reads
    no record. Two queries, one where its children are at hand.

    Where nobody is marked as having parental responsibility, every grown-up who was asked counts as having it: older
    answers did not say so.
    """
    answers = list(
        FamilyAnswer.objects.filter(conference=conference).select_related("asked_by").order_by("asked_on", "pk")
    )
    if children is None:
        children = list(ConferenceChild.objects.filter(conference=conference).order_by("pk"))
    keys: dict[Any, int] = {}
    people: dict[int, Person] = {}
    # An older answer has a name alone: it is that of whoever has this name in a later one.
    members = {called(answer.who): answer.member_id for answer in answers if answer.member_id}
    for child in children:
        key = keys.setdefault(child.child_id, len(keys))
        keys.setdefault(called(child.first_name), key)
        years = _years(child.age)
        people[key] = Person(
            key, child.first_name, is_child=True, years=years, is_unborn=child.first_name == "the baby"
        )
    is_marked = any(answer.has_responsibility for answer in answers)
    asked, ties = [], dict[int, str]()
    for answer in answers:
        name = called(answer.who)
        key = keys.setdefault(answer.member_id or members.get(name) or name, len(keys))
        if key not in people or not people[key].is_child:
            people[key] = Person(
                key,
                answer.who,
                has_responsibility=answer.has_responsibility or not (is_marked or answer.is_child),
                is_child=answer.is_child,
                language=answer.language,
                not_asked_because=answer.not_asked_because,
            )
        ties[key] = answer.tie or ties.get(key, "")
        shares = frozenset(Fact(code) for code in answer.shares)
        asked.append(
            Asked(key, Answer(answer.answer), answer.asked_on, answer.asked_by.name, answer.language,
                  answer.interpreter, answer.is_kin, shares)
        )  # fmt: skip
    return list(people.values()), asked, ties


def called(name: str) -> str:
    """A name as it is compared."""
    return " ".join(name.split()).casefold()


def said_last(people: Sequence[Person], asked: Sequence[Asked]) -> list[tuple[Person, Asked]]:
    """Each person with what they said last, of those who said anything."""
    return [(person, said) for person in people if (said := latest(asked, person.key)) is not None]


def _facts(conference: FamilyConference) -> dict[str, Any]:
    """What is asked of a row here and there, in one query."""
    own = {"conference": OuterRef("pk")}
    not_taken_up = NotTakenUp.objects.filter(**own).order_by("-pk")
    found = FamilyConference.objects.filter(pk=conference.pk).values(
        safety=Exists(SafetyFact.objects.filter(**own)),
        settled=Exists(not_taken_up.filter(why="not-in-interest")),
        attempts=Subquery(not_taken_up.values("attempts")[:1]),
        must_haves=Exists(MustHave.objects.filter(**own, ended_on=None)),
        mandate=Exists(Mandate.objects.filter(**own)),
        private=Exists(FamilyMeeting.objects.filter(**own, private_from__isnull=False, private_until__isnull=False)),
        answer=Subquery(AgencyAnswer.objects.filter(**own).order_by("-pk").values("answer")[:1]),
        edition=Exists(PlanEdition.objects.filter(**own)),
        review_on=F("plan__review_on"),
    )
    return dict(found.get())


def _attempts(written: Sequence[Any] | None, asked: Sequence[Asked]) -> int:
    tried = {said.on for said in asked if said.answer is Answer.NO_REPLY}
    return max(len(set(written or ())), len(tried))


def _unmarked(conference: FamilyConference) -> int:
    """Promises that the last review did not speak of; all of them before the first. One query."""
    last = PlanReview.objects.filter(conference=conference).order_by("-held_on", "-pk").values("pk")[:1]
    heard = PromiseHeard.objects.filter(review=Subquery(last)).values("item")
    return PlanItem.objects.filter(conference=conference, removed_on=None).exclude(pk__in=heard).count()


def _prepared(conference: FamilyConference) -> dict[str, Any]:
    """The preparation in numbers: four queries. What a manager allows is not read here, only what must happen."""
    invited = [invited_of(row) for row in invitees_of(conference)]
    calls = calls_of(PreparingContact.objects.filter(conference=conference).order_by("pk"))
    apart = apart_of(pairs_of(conference))
    own_rows = {"conference": OuterRef("pk")}
    rest = FamilyConference.objects.filter(pk=conference.pk).values(
        reports=Coalesce(Subquery(_counted(InformationReport.objects.filter(**own_rows, ready_on=None))), 0),
        alone=Coalesce(Subquery(_counted(_without_advocate())), 0),
        mandate=Exists(MustHave.objects.filter(**own_rows, ended_on=None)),
    )  # fmt: skip
    counts = rest.get()
    return {
        "people": sum(one.is_family for one in invited),
        "sides_missing": sum(is_missing_side(invited, side) for side in (Side.FATHER, Side.MOTHER)),
        "people_unprepared": sum(bool(lacks(one, calls)) for one in invited),
        "people_unscreened": sum(
            one.is_family and not one.is_screened and one.way is not Way.NOT_INVITED for one in invited
        ),
        "apart_open": len(clashes(invited, apart)),
        "children_without_advocate": counts["alone"],
        "reports_missing": counts["reports"],
        "has_mandate": counts["mandate"],
    }


def _without_advocate() -> Any:
    """Children on the list with nobody to speak for them, unless somebody is arranged for all of them."""
    own = {"conference": OuterRef("conference")}
    arranged = Arrangement.objects.filter(**own, need="advocate", is_done=True)
    found = Invitee.objects.filter(conference=OuterRef("pk"), is_child=True, advocate="")
    return found.exclude(answer=Invitee.Answer.NOT_INVITED).exclude(Exists(arranged))


def _counted(found: Any) -> Any:
    return found.order_by().values("conference").annotate(n=Count("pk")).values("n")


def _years(age: str) -> int | None:
    """Whole years of "11 years"; 0 of months and weeks; None where nothing is written."""
    years = re.match(r"(\d+) year", age)
    return int(years[1]) if years else 0 if age else None
