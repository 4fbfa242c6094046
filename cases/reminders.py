"""What somebody who works with families is to be reminded of."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.urls import NoReverseMatch, reverse

from camden.access import Permission, may
from camden.models import Mute, User
from camden.reminders import Reminder
from camden.rules.limits import counted_in_words, source_in_words
from camden.rules.names import day_in_words
from camden.rules.telling import NOBODY_LEADS, WHY_TOLD, Step
from cases.models import Action, ActionChild, ActionHandover
from cases.readings.agreed import first_name
from cases.readings.asking import ToAsk, by_family, waiting_questions
from cases.readings.clocked import clocks_of
from cases.readings.complaints import Waits, to_answer, waits_of
from cases.readings.complexity import HarderWaits, factors_told, told_of_factors
from cases.readings.drift_told import Told, read_told, told_of
from cases.readings.hearings import Hearing, hearings, not_yet_heard
from cases.readings.introducing import asked_to_take
from cases.readings.step_checks import ToCheck, checks_of, to_check
from cases.readings.waiting import Waiting, lines_of, waiting_for
from cases.rules.deciding import HEAR_WITHIN
from cases.rules.drift import Sign
from cases.rules.initials import initials_of
from cases.rules.journey import MEETING_KIND
from cases.rules.overseeing import DRIFT_KIND
from cases.rules.visits import in_a_row
from cases.rules.works import work_of

ACTION, STILL, HEARING, QUESTION = "action", "stands-still", "hearing", "question"
TAKING, HARDER = "taking", "complexity"
NONE_YET = "No reason given yet."
NAMED = 3  # families in one line
_NAMES = ("given_name", "family_name", "la_child_id")


def due_for(worker: User, on: date) -> list[Reminder]:
    """What timescales wait for, the open actions this person keeps, and what stands still among the people they lead.

    In records open to them. One query.
    """
    return _due_for(worker, on, with_reasons=False)


def on_screen(worker: User, on: date) -> list[Reminder]:
    """The same, with the reasons people gave: those stay in the house, and no job reads them. One query.

    What stands still in families of one's own is told here only: a letter has enough to say.
    """
    return _due_for(worker, on, with_reasons=True)


def _due_for(worker: User, on: date, *, with_reasons: bool) -> list[Reminder]:
    clocks, actions = clocks_of(worker, on, with_reasons=with_reasons), _actions(worker, with_history=with_reasons)
    muted = Mute.objects.filter(person=worker, work=ACTION)
    asked = User.objects.filter(pk=worker.pk)  # one row, so that one question brings both
    still = told_of(worker, on, own=with_reasons)
    others = ArraySubquery(still), ArraySubquery(to_answer(worker)), ArraySubquery(to_check(worker, on))
    others = *others, ArraySubquery(not_yet_heard(worker, with_names=with_reasons))
    others = *others, ArraySubquery(waiting_questions(worker, with_words=with_reasons))
    others = *others, ArraySubquery(told_of_factors(worker, on))
    if with_reasons:
        others = *others, ArraySubquery(asked_to_take(worker))
    found = asked.values_list(ArraySubquery(clocks), ArraySubquery(actions), Exists(muted), *others).first()
    if found is None:
        return []
    decides = may(worker, Permission.CASE_AUTHORISE)
    waits = [_waits(each, decides=decides) for each in lines_of(found[0], worker, on)]
    waits += [_complaint(each) for each in waits_of(found[4], on)]
    waits += [_step(each) for each in checks_of(found[5])]
    waits += [_hearing(each) for each in hearings(found[6])]
    waits += [_question(each) for each in by_family(found[7])]
    waits += [_harder(each) for each in factors_told(found[8], on)]
    waits += [_asked(each) for asked_ in found[9:] for each in asked_]
    actions_ = [_action(each, is_muted=found[2]) for each in found[1]]
    return waits + actions_ + list(_stands_still(read_told(found[3], on)))


def one_of(worker: User, on: date, case_pk: int, work: str) -> Reminder | None:
    """The line of one piece of work of one record, if this person is told of it as their own. One query."""
    waiting = (each for each in waiting_for(worker, on) if (each.case_pk, each.work) == (case_pk, work))
    lines = (_waits(each, decides=False) for each in waiting)
    return next((line for line in lines if line.put_off_url), None)


def _actions(worker: User, *, with_history: bool) -> Any:
    """The open actions this person keeps, in records open to them, with the children they are for.

    With who promised it before it passed to this person, which only the web may read.
    """
    parts = ActionChild.objects.filter(action=OuterRef("pk")).order_by("child__born_on", "child")
    children = parts.values(says=JSONObject(**{name: f"child__{name}" for name in _NAMES}))
    found = Action.objects.open().visible_to(worker).filter(keeper=worker)
    columns = {name: name for name in ("pk", "case_id", "what", "promised_to", "agreed_in", "due_on")}
    more: dict[str, Any] = {"asks": ~Q(first_sentence="")}
    if with_history:
        first = ActionHandover.objects.filter(action=OuterRef("pk")).order_by("pk").values("from_keeper__name")[:1]
        more["promised_by"] = Subquery(first)
    says = JSONObject(**columns, family="case__name", children=ArraySubquery(children), **more)
    return found.order_by(F("due_on").asc(nulls_last=True), "pk").values(says=says)


def _action(said: Mapping[str, Any], *, is_muted: bool) -> Reminder:
    children = [(each["given_name"], each["family_name"], each["la_child_id"]) for each in said["children"]]
    by = f" by {said['promised_by']}" if said.get("promised_by") else ""
    promised = f"promised to {said['promised_to']}{by} · " if said["promised_to"] else f"agreed{by} · " if by else ""
    return Reminder(
        kind=ACTION,
        text=said["what"],
        about=in_a_row([first_name(*names) for names in children]) or said["family"],
        due_on=date.fromisoformat(said["due_on"]) if said["due_on"] else None,
        url=reverse("cases:action", args=[said["case_id"], said["pk"]]),
        why=promised + said["agreed_in"],
        case_ids=(said["case_id"],),
        family=said["family"],
        initials=initials_of(children),
        short="agreed action",
        short_many="agreed actions",
        is_quiet=is_muted,
        plan_url=_plan(said["case_id"], ACTION) if said["asks"] else "",
        act="Say what became of it",
        act_url=reverse("cases:action-closure", args=[said["case_id"], said["pk"]]),
    )


def _hearing(each: Hearing) -> Reminder:
    """Somebody who was not yet heard when something about them was decided."""
    children = [(child["given_name"], child["family_name"], child["la_child_id"]) for child in each.children]
    return Reminder(
        kind=HEARING,
        text=f"Not yet heard: {each.who}" if each.who else "Hear who was not yet heard",
        about=in_a_row([first_name(*names) for names in children]) or each.family,
        due_on=each.ask_by_on,
        told_on=each.decided_on,
        url=each.url,
        why=f"It was decided before they were heard. {HEAR_WITHIN} working days to ask them",
        case_ids=(each.case_pk,),
        family=each.family,
        initials=initials_of(children),
        short="person to hear on a decision",
        short_many="people to hear on a decision",
        act="Hear them",
    )


def _question(each: ToAsk) -> Reminder:
    """One line for all that somebody will ask a family: in one visit, most likely."""
    return Reminder(
        kind=QUESTION,
        text=each.words,
        about=each.family,
        due_on=each.by_on,
        url=reverse("cases:questions", args=[each.case_pk]),
        why=each.planned_in,
        case_ids=(each.case_pk,),
        family=each.family,
        short="question to a family",
        short_many="questions to families",
        plan_url=_plan(each.case_pk, QUESTION),
        act="Log the visit",
        act_url=reverse("cases:visit-new", args=[each.case_pk]),
    )


def _asked(each: Mapping[str, Any]) -> Reminder:
    """Whether they could take a family, on screen alone: a letter says that something waits. It names nobody."""
    asked_on = date.fromisoformat(each["on"])
    return Reminder(
        kind=TAKING,
        text=f"{each['by']} asks whether you could take a family",
        about="",
        due_on=None,
        url=reverse("cases:worker-asked", args=[each["case"], each["pk"]]),
        why=f"Asked on {day_in_words(asked_on)}. Nothing is decided before you have talked.",
        told_on=asked_on,  # without a day of its own, and for today all the same: somebody waits for a word
        act="Answer",
    )


def _harder(each: HarderWaits) -> Reminder:
    """What makes work with a child harder: a manager is to confirm it, or it ends soon and may be so still."""
    page = reverse("cases:complexity", args=[each.case_pk, each.child_pk])
    return Reminder(
        kind=HARDER,
        text="See whether work is still harder" if each.is_ending else "Say whether work is harder",
        about=first_name(*each.names),
        due_on=each.due_on,
        url=page if each.is_ending else reverse("cases:complexity-answer", args=[each.case_pk, each.pk]),
        why=f"{each.kind}: counts until then" if each.is_ending else f"{each.kind}: proposed, and weighs nothing yet",
        case_ids=(each.case_pk,),
        family=each.family,
        initials=initials_of([each.names]),
        short="thing that makes work harder",
        short_many="things that make work harder",
        told_on=each.since,
        act="Look again" if each.is_ending else "Answer it",
    )


def _complaint(each: Waits) -> Reminder:
    """For managers alone: the people who work with the family are told nothing of it."""
    return Reminder(
        kind="complaint",
        text="Answer a complaint",
        about=each.family,
        due_on=each.due_on,
        url=reverse("cases:complaint", args=[each.case_pk, each.pk]),
        why=each.why,
        case_ids=(each.case_pk,),
        family=each.family,
        short="complaint to answer",
        short_many="complaints to answer",
        told_on=each.told_on,
        is_law=True,
        because=("You manage the family’s team, and managers answer what is complained of.",),
        act="Answer it",
        act_url=reverse("cases:complaint-answer", args=[each.case_pk, each.pk]),
    )


def _step(each: ToCheck) -> Reminder:
    return Reminder(
        kind="step-check",
        text="See together how the step down goes",
        about=in_a_row([first_name(*names) for names in each.children]) or each.family,
        due_on=each.due_on,
        url=reverse("cases:step-check", args=[each.case_pk, each.move]),
        why=each.why,
        case_ids=(each.case_pk,),
        family=each.family,
        initials=initials_of(each.children),
        short="step down to look at again",
        short_many="steps down to look at again",
        told_on=each.told_on,
        because=("You lead for the children." if each.is_lead else NOBODY_LEADS,),
        act="Write down how it goes",
    )


def _waits(each: Waiting, *, decides: bool) -> Reminder:
    rule, clock = each.rounds[0]
    work = work_of(rule)
    return Reminder(
        kind=each.work,
        text=work.text,
        about=in_a_row([first_name(*names) for names in each.children]),
        due_on=each.due_on,
        url=_answer(each.case_pk, work.page if each.step is Step.OWNER else "", work.query),
        why=f"{rule.title}: {counted_in_words(rule, clock.amount, clock.unit, clock.anchor_on)}",
        case_ids=(each.case_pk,),
        family=each.family,
        initials=initials_of(each.children),
        short=work.short,
        short_many=work.many,
        told_on=each.told_on or each.due_on,
        step=each.step,
        is_law=each.is_law,
        is_fixed=each.is_fixed,
        has_ladder=True,
        because=tuple(_because(each)),
        put_off=f"Put off until {day_in_words(each.put_off_until)}" if each.put_off_until else "",
        is_quiet=(each.is_put_off or each.is_muted) and not each.is_fixed,
        put_off_url=_put_off(each) if each.told_on and each.step is Step.OWNER else "",
        arrange_url=_arrange(each.case_pk, each.work) if each.work in MEETING_KIND and each.step is Step.OWNER else "",
        plan_url=_plan(each.case_pk, each.work) if work.is_visit and each.step is Step.OWNER else "",
        act=work.act or ("Open the form" if work.page else "See where things stand"),
        reasons=each.said or ((NONE_YET,) if each.step > Step.OWNER else ()),
        lead=each.lead if each.step > Step.OWNER else "",
        oversee_url=_oversee(each.case_pk, each.work) if decides and each.told_on else "",
    )


def _stands_still(told: Sequence[Told]) -> Iterable[Reminder]:
    """One line for each family of one's own; one in all for the families of the people one leads."""
    for each in told:
        if each.step is Step.OWNER:
            yield _still(each.signs, reverse("cases:drift", args=[each.case_pk]), [each], Step.OWNER)
    above = [each for each in told if each.step > Step.OWNER]
    if above:
        href = reverse("cases:drift", args=[above[0].case_pk])  # several: the page that shows them all is above
        yield _still([sign for each in above for sign in each.signs], href, above, min(each.step for each in above))


def _still(signs: Sequence[Sign], href: str, told: Sequence[Told], step: Step) -> Reminder:
    """No word of anybody's: of what kind it is, and in which families."""
    names, kinds = [each.family for each in told], dict.fromkeys(DRIFT_KIND[sign.kind] for sign in signs)
    more = f"and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return Reminder(
        kind=STILL,
        text="Look at what stands still",
        about=", ".join([*names[:NAMED], more]) if more else in_a_row(names),
        due_on=None,
        url=href,
        case_ids=[each.case_pk for each in told],
        family=names[0] if len(names) == 1 else "",
        short="family in which something stands still" if len(names) == 1 else (
            f"{len(names)} families in which something stands still"),
        short_many="families in which something stands still",
        told_on=min(sign.since for sign in signs),
        step=step,
        because=tuple(f"{kind}." for kind in kinds),
        act="Answer it",
    )  # fmt: skip


def _oversee(case: int, work: str) -> str:
    return f"{reverse('cases:oversight-new', args=[case])}?about=work.{work}"


def _because(each: Waiting) -> Iterable[str]:
    """Why this person is told: the step, then each rule with its source and what it counts from."""
    if each.told_on is None:
        yield "It is yours to do, and not near yet."
    elif each.step is Step.MANAGER and not each.has_lead:
        yield NOBODY_LEADS
    else:
        yield WHY_TOLD[each.step]
    said = set()
    for rule, clock in each.rounds:
        if (rule.code, clock.anchor_on) not in said:
            said.add((rule.code, clock.anchor_on))
            counted = counted_in_words(rule, clock.amount, clock.unit, clock.anchor_on)
            due = day_in_words(clock.due_on)
            yield f"{rule.title}: {counted}, so until {due}. {source_in_words(rule.source, rule.code)}."


def _plan(case: int, work: str) -> str:
    return f"{reverse('cases:planned-visit-new', args=[case])}?{urlencode({'work': work})}"


def _arrange(case: int, work: str) -> str:
    return f"{reverse('cases:planned-meeting-new', args=[case])}?{urlencode({'work': work})}"


def _put_off(each: Waiting) -> str:
    return reverse("cases:snooze", args=[each.case_pk, each.work])


def _answer(case: int, page: str, query: str) -> str:
    """The form that answers it, else where things stand, else the record."""
    for name, more in ((page, query), ("cases:journey", "")):
        if name:
            try:
                return reverse(name, args=[case]) + more
            except NoReverseMatch:
                continue
    return reverse("cases:detail", args=[case])
