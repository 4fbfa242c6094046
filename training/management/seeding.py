"""Learning for an invented service: a piece that is final, one that waits to be written, and years of both."""

from contextlib import AbstractContextManager, nullcontext
from datetime import date, timedelta
from typing import Any

from django.db import connection

from camden.models import Employment, User
from camden.principal import acting_as
from training.management import offering, running
from training.models import Learning, Piece
from training.operations import write_piece
from training.rules.requirements import SOCIAL_WORK_ENGLAND, registration_year

Activity = Piece.Activity
_WORDS = [
    (
        Activity.COURSE,
        "A workshop on working with interpreters, which our team does every week.",
        "That a child who interprets hears everything twice, and that booking ahead is a kindness to the whole family.",
        "I book the interpreter with the visit. A mother told me she could speak freely for the first time.",
    ),
    (
        Activity.READING,
        "Reading about circular questions, for use in first visits.",
        "To ask who notices first, and who would be the most surprised, instead of asking why.",
        "Conversations are slower, and people correct me more often, which is what I want.",
    ),
    (
        Activity.FEEDBACK,
        "A peer watched me hold a family meeting and told me what they saw.",
        "I answer for quiet people. Counting to five is longer than it feels.",
        "A grandfather who had never spoken in a meeting spoke twice.",
    ),
    (
        Activity.SUPERVISION,
        "Supervision in which we thought about silence.",
        "Silence can keep a peace that somebody needs; it is not always resistance.",
        "I say aloud that nobody needs to answer now. A brother and sister came back to it themselves.",
    ),
]


def demo(world: Any) -> None:
    """Ade has one final piece with peer reflection; Rosa has both; Tom has a draft. Then courses and a programme."""
    people, year = world.people, registration_year(world.on)
    begins = max(world.on - timedelta(days=60), year.begins_on)
    for name, number, is_final, with_a_peer in (
        ("Ade Fashola", 3, True, True),
        ("Rosa Begum", 1, True, False),
        ("Rosa Begum", 2, True, True),
        ("Tom Whitlock", 0, False, False),
    ):
        if name in people:
            _write(people[name], begins, world.on, _WORDS[number], is_final=is_final, with_a_peer=with_a_peer)
    offering.demo(world)
    running.demo(world)


def generate(world: Any) -> None:
    """Two in three of those registered have recorded a piece this year, and half of them a second."""
    year, random = registration_year(world.on), world.random
    registered = Employment.objects.filter(ended_on=None, registered_with=SOCIAL_WORK_ENGLAND).order_by("user")
    found = []
    for person in registered.values_list("user", flat=True):
        for place, likely in enumerate((0.66, 0.5)):
            if random.random() > likely:
                break
            on = _some_day(random, year.begins_on, world.on)
            activity, done, learned, impact = _WORDS[(place + random.randrange(2) * 2) % len(_WORDS)]
            peer = {"peer_with": "A colleague of the pod", "peer_changed": "They heard more hope in it than I had."}
            words = {"description": done, "learned": learned, "impact": impact, **(peer if place else {})}
            found.append(Piece(person_id=person, activity=activity, done_on=on, recorded_on=world.on, **words))
    Piece.objects.bulk_create(found, batch_size=2000)


def learned_in(rows: list[tuple[int, date, str, str, str, list[str]]]) -> None:
    """What many people learned at once: (person's key, day, source, its key, role played, peers' names)."""
    kind, title = Learning.Kind.GROUP_SUPERVISION, "Group supervision discussion"
    Learning.objects.bulk_create(
        (
            Learning(person_id=person, learned_on=on, kind=kind, title=title, source=source, source_key=key,
                     role_played=role, peers=peers)
            for person, on, source, key, role, peers in rows
        ),
        batch_size=2000,
        ignore_conflicts=True,
    )  # fmt: skip


def standing_in_for(person: User) -> AbstractContextManager[Any]:
    """As that person, unless somebody is acting already: a seed that runs as the system stays the system."""
    with connection.cursor() as cursor:
        cursor.execute("select app_user()")
        bound = cursor.fetchone()[0] is not None
    return nullcontext() if bound else acting_as(person)


def _write(
    person: User, on: date, today: date, words: tuple[str, str, str, str], *, is_final: bool, with_a_peer: bool
) -> None:
    activity, description, learned, impact = words
    peer = {"peer_with": "Niamh Castellan", "peer_changed": "She asked what I was afraid of, and I could say it."}
    with standing_in_for(person):
        write_piece(
            by=person,
            on=today,
            activity=activity,
            done_on=on,
            description=description,
            learned=learned,
            impact=impact,
            is_final=is_final,
            **(peer if with_a_peer else {}),
        )


def _some_day(random: Any, begins_on: date, ends_on: date) -> date:
    return begins_on + timedelta(days=random.randrange(max((ends_on - begins_on).days, 0) + 1))
