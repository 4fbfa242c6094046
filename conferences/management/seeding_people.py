"""The people of the demo's conference that is being prepared, and what is arranged for it. Everybody is invented."""

from datetime import time, timedelta
from typing import Any

from camden.models import User
from conferences.models import ConferenceChild, FamilyConference, Invitee, NetworkPerson
from conferences.operations.people import add_invitee, change_invitee, invite_from_network, keep_apart, log_contact
from conferences.operations.preparing import (
    arrange,
    ask_for_report,
    ask_questions,
    plan_meeting,
    write_note,
    write_report,
)
from conferences.readings.preparing import questions_asked
from conferences.rules.questions import stamp_of

NETWORK = (
    ("Jamal", "Dad", "father", True),
    ("Farida", "Dad’s sister", "father", False),
    ("Kamal", "Farida’s husband", "father", False),
    ("Dadi", "Dad’s mother", "father", False),
    ("Shirin", "Mum", "mother", True),
    ("Nanu", "Mum’s mother, in Sylhet", "mother", False),
    ("Mrs Begum", "From the women’s circle", "other", False),
)
CALLED = {"Nanu": "Rokeya", "Dadi": "Anwara"}
"""What the children say to those whom the record knows by name."""
QUESTIONS = (
    "Who is there for Anisa, Imran and Zayd when Mum needs a rest?",
    "Who interprets, so that Anisa does not have to?",
    "How do the children see their dad’s family safely?",
)


def prepare(world: Any) -> None:
    """The Rahmans' conference is prepared by its coordinator; nobody else of ours reads a word of it."""
    family = world.families.get("Rahman–Khatun")
    conference = FamilyConference.objects.with_stage().filter(case=family.case).first() if family else None
    if conference is None or conference.stage != "preparing":  # type: ignore[attr-defined]
        return
    samira = world.people["Samira Yusuf"]
    people = _people(conference)
    _calls(people, samira, world)
    _apart(conference, people)
    _arrange(conference, samira, world)
    _information(conference, samira, world)


def _people(conference: FamilyConference) -> dict[str, Invitee]:
    """Everybody on the list, each known from the network of the referral; three are known and not asked yet."""
    known = {each.name.split()[0]: each for each in NetworkPerson.objects.filter(conference=conference)}
    known |= {called: known[name] for called, name in CALLED.items() if name in known}
    for name, tie, side, is_parent in NETWORK:
        if name.split()[0] not in known:
            facts = {"name": name, "tie": tie, "side": side, "is_parent": is_parent}
            known[name.split()[0]] = NetworkPerson.objects.create(case=conference.case, conference=conference, **facts)
    invite_from_network(conference=conference, person=known["Jamal"])
    found = {row.name.split()[0]: row for row in Invitee.objects.filter(conference=conference)}
    for name, row in found.items():
        if row.network_id is None and name in known:
            is_parent = known[name].is_parent
            found[name] = change_invitee(
                invitee=row, version=row.version, network=known[name], is_parent=is_parent, is_screened=True
            )
    for name, facts in {
        "Shirin": {"language": "Sylheti", "needs": ["interpreter", "childcare"], "is_safe_to_write": True,
                   "email": "shirin@example.org", "protected": "Flat 9, Aldenham Court\n07700 900812"},
        "Nanu": {"language": "Sylheti", "way": "by-video"},
        "Jamal": {"way": "shuttle", "reach": "07700 900456", "is_screened": True,
                  "safe_contact": "Ring him, never with Shirin’s number in sight.",
                  "taking_part": "At the library, an hour before the others. Samira goes to and fro."},
        "Farida": {"needs": ["travel"], "is_safe_to_write": False},
    }.items():  # fmt: skip
        found[name] = change_invitee(invitee=found[name], version=found[name].version, **facts)
    first = ConferenceChild.objects.filter(conference=conference).order_by("pk")[0].first_name
    found[first] = add_invitee(
        conference=conference, name=first, side="other", kind="family", is_child=True, is_screened=True,
        answer="coming", advocate="Leila Haddad, whom she chose from three", tie="11 years",
    )  # fmt: skip
    found["Ms"] = add_invitee(
        conference=conference, name="Ms Kerr", tie="Anisa’s teacher", side="other", kind="professional"
    )
    found["Kamal"] = add_invitee(
        conference=conference,
        name="Kamal",
        tie="Farida’s husband",
        side="father",
        kind="family",
        network=known["Kamal"],
    )
    return found


def _calls(people: dict[str, Invitee], samira: User, world: Any) -> None:
    for name, days, how, minutes, words in (
        (
            "Shirin",
            13,
            "visit",
            95,
            "At the women’s circle, with the interpreter. She wants Nanu to be seen and heard.",
        ),
        ("Farida", 11, "phone", 25, "Afraid that her brother hears of it. Comes, if he is somewhere else."),
        ("Jamal", 8, "visit", 60, "At our office. Keeps to the order. Wants to say sorry and does not know how."),
        ("Anisa", 6, "visit", 50, "Chose Leila. Will come if she does not have to translate."),
        ("Nanu", 4, "video", 30, ""),
        ("Kamal", 2, "not-reached", 5, ""),
    ):
        if name in people:
            on = world.on - timedelta(days=days)
            log_contact(invitee=people[name], by=samira, on=on, how=how, minutes=minutes, words=words)


def _apart(conference: FamilyConference, people: dict[str, Invitee]) -> None:
    """One pair by an order, for whom it is arranged; one for whom nothing is yet."""
    order = "The non-molestation order. Not on the way there or home either."
    keep_apart(conference=conference, one=people["Shirin"], two=people["Jamal"], because=order, is_by_law=True)
    told = "He tells Jamal what he hears. Shirin does not want him to see who helps her."
    keep_apart(conference=conference, one=people["Shirin"], two=people["Kamal"], because=told)


def _arrange(conference: FamilyConference, samira: User, world: Any) -> None:
    meets_on = world.on + timedelta(days=19)
    conference = plan_meeting(
        conference=conference, version=FamilyConference.objects.get(pk=conference.pk).version,
        planned_on=meets_on, starts=time(15, 30), place="Somers Town Community Hall, the garden room",
    )  # fmt: skip
    for need, words, is_done in (
        ("interpreter", "Nazma, Sylheti, booked for four hours. Shirin knows her and likes her.", True),
        ("food", "Halal, from the circle’s own kitchen. Imran: no nuts.", True),
        ("advocate", "Leila Haddad for Anisa. Imran has not been asked yet.", False),
        ("faith", "Not on a Friday at midday. Prayer room upstairs from 15:00.", True),
    ):
        arrange(conference=conference, need=need, version=None, words=words, is_done=is_done)
    ask_questions(conference=conference, questions=QUESTIONS, shown=stamp_of(questions_asked(conference)))
    write_note(
        conference=conference, by=samira, on=world.on - timedelta(days=6),
        words="Anisa drew the table with everybody at it. She put her dad in the next room, with a window.",
    )  # fmt: skip


def _information(conference: FamilyConference, samira: User, world: Any) -> None:
    asked_on = world.on - timedelta(days=5)
    ask_for_report(
        conference=conference, who=conference.referred_by.name, by=samira, on=asked_on, writer=conference.referred_by
    )
    page = ask_for_report(conference=conference, who="Ms Kerr, Anisa’s teacher", by=samira, on=asked_on)
    write_report(
        report=page, version=page.version, ready_on=world.on - timedelta(days=1),
        going_well="Anisa comes every day. She reads with the little ones at break.",
        worries="Since the summer she is very quiet. When the phone rings she goes white.",
        offers="A quiet table at lunch. I can ring somebody the family chooses, every Friday.",
    )  # fmt: skip
