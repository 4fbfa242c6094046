"""Group supervision for an invented service: sessions that have ended, one that is planned, and years of both."""

from datetime import date, time, timedelta
from typing import Any

from camden.models import User
from camden.operations.people import welcome_jobs
from supervision.management import consulted, talked
from supervision.models import (
    Attendance,
    Discussion,
    DiscussionChild,
    DiscussionWords,
    Group,
    GroupMember,
    Hypothesis,
    Session,
)
from supervision.operations import (
    NextConversation,
    bring_family,
    close_session,
    open_group,
    open_session,
    say_decision,
    write_discussion,
    write_kept,
)
from supervision.operations.agenda import propose_tonight
from supervision.operations.rhythm import change_group
from supervision.readings import deciders
from supervision.rules.words import agreed_in
from training.management.seeding import learned_in, standing_in_for

Part = Attendance.Part
PARTS = [Part.SUPERVISOR, Part.CONSULTANT, Part.OBSERVER, Part.PLANNER, Part.SCRIBE]
GROUPS = {
    "PRIMROSE": ("Primrose", "Niamh Castellan", "Yael Sharon", "Ade Fashola, Rosa Begum, Tom Whitlock, Ines Duarte"),
    "REGENTS": ("Regent’s", "Kwesi Boadi", "Marek Nowak", "Hana Suzuki, Liam Docherty, Farah Nazari, Priya Shah"),
    "LANTERN": ("Lantern", "Joy Mbatha", "Yael Sharon", "Bea Lindqvist, Callum Reid"),
}  # fmt: skip

# What was said about families of the demo: who presents, the dilemma, what would be most useful, ideas (of which the
# first `keep` rang a bell), risk and safety, the next conversation (what, why, the first sentence, in how many days),
# and voices.
SAID: dict[str, dict[str, Any]] = {
    "Rahman–Khatun": {
        "presenter": "Ade Fashola",
        "dilemma": "How do we hear Anisa, when she is the one who interprets for everybody?",
        "useful": "A way to begin with Anisa that does not make her choose between her parents.",
        "ideas": [
            "Perhaps Anisa’s tiredness keeps her out of a place where she would have to take sides",
            "I wonder whether Imran knows more than he says, and who would be glad if he said it",
            "Perhaps our own hurry about stepping down is heard as not wanting to know",
            "I wonder what Farida sees on Thursdays that we do not",
        ],
        "keep": 2,
        "asked": [
            {
                "level": "relational",
                "ask_what": "Where Anisa can say no without taking sides",
                "ask_whom": "Anisa, on the walk to the shop",
                "first_sentence": "When everybody wants you to say it for them, what would you like to be asked first?",
                "whose_view": "Ours; her aunt may see a girl who is proud to help",
                "evidence_for": "She asked for somebody else at the doctor’s",
                "evidence_against": "She sleeps badly on nights when nobody asked her anything",
                "would_see": "She is less tired when an interpreter is there",
                "days": 7,
            },
            {"level": "network", "not_asked_because": "Imran asked us to let him come to us with it"},
        ],
        "recommended": ("plan", "Review the plan with the family before winter", "Much has changed since it was made"),
        "safety": "Jamal could come in spite of the order; Shirin rings Farida and 999. Tonight Farida is there.",
        "next": (
            "ask Anisa who notices first when Mum is sad",
            "She has gone quiet at school and answers for others",
            "I was thinking about you this week: who notices first when Mum is sad?",
            10,
        ),
        "voices": {
            "Anisa": ("I would like somebody else to do the doctor’s words.", "Her words on the walk to the shop"),
            "Imran": ("Let Auntie come more.", "His words at the last visit but one"),
            "Zayd": ("He settles with Farida as with his mother, and looks for both.", "Seen at home"),
        },
    },
    "Warsame": {
        "presenter": "Hana Suzuki",
        "dilemma": "How do we keep Abdi safe outside, without making his mother the one who is watched?",
        "useful": "A plan that his mother, his coach and we would all recognise as ours.",
        "ideas": [
            "Perhaps the coach is the one adult to whom Abdi owes nothing",
            "I wonder what Ayaan has stopped doing since the threat, and who has noticed",
            "Perhaps our letters sound like blame to somebody who is already tired",
        ],
        "keep": 1,
        "safety": "An assault on the way to school is likely if nothing changes; Mahad drives both boys this week.",
        "next": (
            "ask Abdi whom he would ring at two in the morning",
            "We know who worries, and not whom he trusts",
            "If it all went wrong at two in the morning, whose phone would ring?",
            5,
        ),
        "voices": {},
    },
    "Nowicka–Mirza": {
        "presenter": "Callum Reid",
        "dilemma": "How do we help Agata with the nights, without becoming one more who needs her?",
        "useful": "One thing to ask that does not sound like a routine chart.",
        "ideas": [
            "Perhaps the two o’clock hour is the only one in which nobody asks Agata for anything but to be there",
            "I wonder what Halina would say about who got up for Agata",
            "Perhaps we like the chart because it is ours",
        ],
        "keep": 1,
        "safety": "Agata is tired and safe with the children; she rings Halina, and knows whom to ring at night.",
        "next": (
            "ask Agata who would notice first if she slept through",
            "She counts what she does, and nobody counts what she needs",
            "If you slept through one night, who would notice it first?",
            7,
        ),
        "voices": {
            "Dawid": ("In the night the house is too big.", "His words at the first visit"),
            "Lena": ("She settles when Kasia is near.", "Seen at home"),
            "Kasia": ("She looks for Dawid when a door closes.", "Seen at home"),
        },
    },
}  # fmt: skip
# Which family each group has put down for its next session, and who presents it: somebody who works with it.
PLANNED = {
    "PRIMROSE": ("Hoxha", "Rosa Begum"),
    "REGENTS": ("Warsame", "Hana Suzuki"),
    "LANTERN": ("Baptiste", "Bea Lindqvist"),
}
PLANNED_IN_DAYS, ROUNDS = 2, 4


def demo(world: Any) -> None:
    """In each group a session that has ended, with a family of its own, and one that is planned."""
    groups = {code: _open_group(world, code) for code in GROUPS if code in world.teams}
    for code, group in groups.items():
        if group:
            _talk(world, group, *PLANNED[code])
    consulted.demo(world)
    talked.demo(world)
    _propose(world)


def _propose(world: Any) -> None:
    """What the night before proposed for the sessions that are planned."""
    for session in Session.objects.open().filter(held_on__gte=world.on).select_related("group", "supervisor"):
        with standing_in_for(welcome_jobs()):
            propose_tonight(session=session, on=world.on)


def _open_group(world: Any, code: str) -> Group | None:
    name, senior, clinician, people = GROUPS[code]
    if senior not in world.people:
        return None
    there = [world.people[person] for person in people.split(", ") if person in world.people]
    opened = {"senior": world.people[senior], "clinician": world.people.get(clinician), "people": there}
    with standing_in_for(world.people[senior]):
        key = open_group(team=world.teams[code], name=name, on=world.on - timedelta(days=400), **opened)
        group = Group.objects.get(pk=key)
        how = {"name": name, "kind": group.kind, "cadence_weeks": 1, "minutes": group.minutes, "starts": time(9, 30)}
        leads = {"senior": opened["senior"], "clinician": opened["clinician"]}
        change_group(group=group, version=group.version, weekday=_planned_on(world.on).weekday(), **how, **leads)
    return Group.objects.get(pk=key)


def _planned_on(on: date) -> date:
    """The day of the session that is planned: two days on, or the Monday after."""
    day = on + timedelta(days=PLANNED_IN_DAYS)
    return day + timedelta(days=max(7 - day.weekday(), 0) if day.weekday() >= 5 else 0)


def _talk(world: Any, group: Group, next_family: str, next_presenter: str) -> None:
    planned = _planned_on(world.on)
    ended = planned - timedelta(weeks=1)
    senior = group.senior_practitioner
    members = [each.person for each in group.members.select_related("person").order_by("pk")]
    parts = [(person, _part(person, group)) for person in members]
    common = {"group": group, "setting": Session.Setting.ROOM, "place": "The blue room", "by": senior, "parts": parts}
    with standing_in_for(senior):
        session = open_session(held_on=ended, **common)
        for name, said in SAID.items():
            presenter = world.people.get(said["presenter"])
            if name in world.families and presenter in members:
                _bring(session, world.families[name], presenter, said, senior, world.on)
        close_session(session=session, by=senior, on=ended)
        ahead = open_session(held_on=planned, **common)
        presenter = world.people.get(next_presenter)
        if next_family in world.families and presenter in members:
            _prepare(ahead, world.families[next_family], presenter)


def _part(person: User, group: Group) -> Attendance.Part:
    if person.pk == group.senior_practitioner_id:
        return Part.SUPERVISOR
    return Part.CONSULTANT if person.pk == group.clinician_id else Part.OBSERVER


def _prepare(session: Session, family: Any, presenter: User) -> None:
    """Nobody types anything before a session: the family is put down, and who presents them."""
    bring_family(session=session, case=family.case, children=list(family.children.values()), presenter=presenter,
                 depth=Discussion.Depth.DEEP, reason=Discussion.Reason.ROUTINE)  # fmt: skip


def _bring(session: Session, family: Any, presenter: User, said: dict[str, Any], senior: User, on: date) -> None:
    children = list(family.children.values())
    discussion = bring_family(session=session, case=family.case, children=children, presenter=presenter,
                              depth=Discussion.Depth.DEEP, reason=Discussion.Reason.STUCK)  # fmt: skip
    words = {name: said[name] for name in ("dilemma", "useful", "safety")}
    words["voices"] = [(child.pk, *_voice(name, said["voices"])) for name, child in family.children.items()]
    write_discussion(discussion=discussion, by=senior, on=on, ideas="\n".join(said["ideas"]), **words)
    keep = list(discussion.hypotheses.order_by("pk").values_list("pk", flat=True)[: said["keep"]])
    what, why, first, days = said["next"]
    due_on = session.held_on + timedelta(days=days)
    talk = NextConversation(what=what, why=why, first_sentence=first, keeper=presenter, due_on=due_on)
    write_discussion(discussion=discussion, by=senior, on=on, kept=keep, conversations=[talk], **words)
    question = {"ask_what": what[:1].upper() + what[1:], "ask_whom": "The family", "first_sentence": first}
    questions = said.get("asked", [question | {"days": days}])
    asked = {key: _asked(one, presenter, session) for key, one in zip(keep, questions, strict=True)}
    write_kept(discussion=discussion, by=senior, said=asked)
    _, managers = deciders(discussion.case, senior)
    if managers and "recommended" in said:
        about, what, why = said["recommended"]
        manager = managers[0].person
        say_decision(discussion=discussion, by=senior, about=about, what=what, why=why, for_manager=manager)


def _asked(said: dict[str, Any], presenter: User, session: Session) -> dict[str, Any]:
    """What is asked of one idea that was kept: by the presenter, some days after the session."""
    words = {name: value for name, value in said.items() if name != "days"}
    if "days" not in said:
        return words
    return words | {"ask_by": presenter, "ask_by_on": session.held_on + timedelta(days=said["days"])}


def _voice(name: str, voices: dict[str, tuple[str, str]]) -> tuple[str, str]:
    return voices.get(name, (f"{name} would want to be asked first, and told what happens next.", "The last visit"))


def generate(world: Any) -> None:
    """Each pod meets weekly: one family in depth and the rest of its turn in a quick round, so that every eight weeks
    everybody is heard but about one in twelve, which is what a manager looks for. Only the last rounds are written.
    """
    by_team: dict[int, list[Any]] = {}
    for row in world.records:
        by_team.setdefault(row.team_id, []).append(row)
    for pod in world.pods:
        if pod.people:
            _years_of(world, pod, by_team.get(pod.team.pk, []))


def _years_of(world: Any, pod: Any, records: list[Any]) -> None:
    senior, on, random = pod.people[0], world.on, world.random
    group = Group.objects.create(team=pod.team, name=pod.team.name, senior_practitioner=senior)
    since = on - timedelta(days=760)
    GroupMember.objects.bulk_create(GroupMember(group=group, person=person, started_on=since) for person in pod.people)
    days = [on - timedelta(days=7 * week + 3) for week in range(8 * ROUNDS, -1, -1)]
    sessions = Session.objects.bulk_create(
        Session(group=group, held_on=day, setting=Session.Setting.ROOM, supervisor=senior, agreed_on=day,
                agreed_by=senior)
        for day in days
    )  # fmt: skip
    Session.objects.create(group=group, held_on=on + timedelta(days=4), setting=Session.Setting.ROOM, supervisor=senior)
    _put_down(sessions, pod.people)
    heard = [
        (session, row)
        for number, session in enumerate(sessions)
        for place, row in enumerate(records)
        if place % 8 == number % 8 and row.opened_on <= session.held_on and random.random() > 0.08
    ]
    _write_down(heard, {person.pk: person for person in pod.people}, senior)


def _put_down(sessions: list[Session], people: list[User]) -> None:
    """Everybody takes part, in turns: the parts move on by one from session to session."""
    rows, learned = [], []
    names = {person.pk: [other.name for other in people if other is not person] for person in people}
    for number, session in enumerate(sessions):
        for place, person in enumerate(people):
            part = Part.SUPERVISOR if place == 0 else PARTS[1 + (place + number) % (len(PARTS) - 1)]
            rows.append(Attendance(session=session, person=person, part=part))
            source = agreed_in(session.held_on)
            key = f"group supervision session {session.pk}"
            learned.append((person.pk, session.held_on, source, key, part.label, names[person.pk]))
    Attendance.objects.bulk_create(rows, batch_size=2000)
    learned_in(learned)


def _write_down(heard: list[tuple[Session, Any]], people: dict[int, User], senior: User) -> None:
    """The days of every round; the words of the last time each family was discussed."""
    last = {row.case_id: session.pk for session, row in heard}
    discussions = Discussion.objects.bulk_create(
        (
            Discussion(case_id=row.case_id, session=session, held_on=session.held_on,
                       presenter=people.get(row.worker_id, senior), depth=Discussion.Depth.QUICK,
                       reason=Discussion.Reason.ROUTINE, agreed_on=session.held_on, agreed_by=senior)
            for session, row in heard
        ),
        batch_size=2000,
    )  # fmt: skip
    written = [
        (each, row) for each, (session, row) in zip(discussions, heard, strict=True) if last[row.case_id] == session.pk
    ]
    dilemma, safety = "What would the family say has changed since we last talked?", "Nothing new; the plan holds."
    DiscussionWords.objects.bulk_create(
        (
            DiscussionWords(case_id=each.case_id, discussion=each, dilemma=dilemma, safety=safety)
            for each in discussions
        ),
        batch_size=2000,
    )
    DiscussionChild.objects.bulk_create(
        (
            DiscussionChild(case_id=row.case_id, discussion=each, child_id=child, source="The last visit",
                            voice="Tell me before you ring my school.")
            for each, row in written
            for child in row.child_ids
        ),
        batch_size=2000,
    )  # fmt: skip
    calm = "Perhaps things are calmer than we expect"
    ideas = (Hypothesis(case_id=each.case_id, discussion=each, status="kept", text=calm) for each, _ in written)
    Hypothesis.objects.bulk_create(ideas, batch_size=2000)
