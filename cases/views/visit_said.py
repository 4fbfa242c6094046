"""What a form for a visit said, as the operation takes it: keys become rows of this record, or nothing."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from camden.models import User
from camden.operations.drafts import Sheet as DraftSheet
from camden.operations.drafts import save
from cases.forms.visit_pieces import ChildSaid
from cases.lookup import of_case
from cases.models import Action, Case, Goal, Member, PlannedVisit, Question, Visit
from cases.operations.visits import Answered, Besides, ChildPart, Next, Said
from cases.readings.homes import Home
from cases.readings.visit_sheet import Sheet


def parts_of(homes: Iterable[Home], said: Iterable[ChildSaid]) -> list[ChildPart]:
    """What was said of each child."""
    children = {here.pk: here.child for home in homes for here in home.children}
    return [
        ChildPart(
            child=children[each.pk],
            seen=each.seen,
            words=each.words,
            how=each.how,
            marks=each.marks,
            chose_company=each.chose_company,
            saw_bedroom=each.saw_bedroom,
            why_not=each.why_not,
        )
        for each in said
    ]


def besides(request: HttpRequest, case: Case, said: dict[str, Any], sheet: Sheet) -> Besides:
    """Everything else. At most one query for each kind of row, and none for what nobody chose."""
    there, told = said["present"], said["told"]
    quote, answers = said["quote"], said["answers"]
    speakers = [answer.speaker for answer in answers if answer.speaker] + ([quote[0]] if quote else [])
    speakers += [each.speaker for each in told if each.speaker]
    people = of_case(Member, case, [int(key[1:]) for key in there if key[0] == "m"] + speakers)
    actions = of_case(Action, case, [answer.action for answer in answers])
    planned = of_case(Question, case, [each.pk for each in told])
    goals = of_case(Goal, case, [key for key, _ in said["goals"]])
    plans = of_case(PlannedVisit, case, [sheet.planned["pk"]] if sheet.planned else [])
    staff = _staff(request, [each.keeper for each in said["next"]] + [int(said["companion"] or 0)])
    network = dict(sheet.network)
    words = [Said(people[a.speaker], a.words, "said", a.marks, actions[a.action]) for a in answers if a.words]
    if quote:
        words.append(Said(people[quote[0]], *quote[1:]))
    return Besides(
        purpose=said["purpose"],
        ended_at=said["ended_at"],
        companion=staff.get(int(said["companion"] or 0)),
        interpreting=said["interpreting"],
        marks=said["marks"],
        present=[people[int(key[1:])] for key in there if key[0] == "m"],
        others=[*(network[int(key[1:])] for key in there if key[0] == "n"), *filter(None, [said["present_other"]])],
        said=words,
        agreed=[Next(each.what, staff[each.keeper], each.due_on, each.promised_to) for each in said["next"]],
        goals=[(goals[key], "" if moved == "touched" else moved) for key, moved in said["goals"]],
        asked=[actions[answer.action] for answer in answers],
        answered=[
            Answered(planned[each.pk], each.answer, people[each.speaker] if each.speaker else None, each.marks)
            for each in told
            if each.answer
        ],
        aside=[(planned[each.pk], each.why_not) for each in told if each.why_not],
        planned=next(iter(plans.values()), None),
    )


def keep_words_for_later(request: HttpRequest, visit: Visit, said: dict[str, Any], at: datetime) -> None:
    """What was typed already waits as a draft on the page where the visit is written up: nobody else reads it."""
    words = {name: [said[name]] for name in ("account", "meaning") if said[name]}
    if words:
        about = reverse("cases:visit-account", args=[visit.case_id, visit.pk])
        sheet = DraftSheet("cases:visit-account", "the write-up of a visit", about, visit.case_id)
        user: Any = request.user
        save(by=user, sheet=sheet, key=uuid.uuid4(), tab=uuid.uuid4(), base=0, revision=1, words=words, at=at)


def _staff(request: HttpRequest, keys: Iterable[int]) -> dict[int, User]:
    """People who work here, by key: oneself without a question."""
    me: Any = request.user
    others = {key for key in keys if key and key != me.pk}
    return {me.pk: me} | (User.objects.in_bulk(others) if others else {})
