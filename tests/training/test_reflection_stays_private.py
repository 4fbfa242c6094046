"""Canaries: words that somebody reflects with, planted in every place there is, and looked for wherever others look."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.core import mail
from django.db import connection
from django.urls import NoReverseMatch, reverse

from camden.access import Role
from camden.principal import acting_as
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory
from tests.factories.training import PieceFactory
from tests.factories.training_floor import (
    AgreementFactory,
    LogEntryFactory,
    ObservationFactory,
    ProgrammeFactory,
    ReviewFactory,
)
from tests.guards.walk import urls
from training.models import PanelMember
from training.urls import urlpatterns

# Each word is planted once, and says whose it is to read beside whoever wrote it.
PLANTED = {
    "zephyrgiven": "the observer and the worker",
    "zephyrfamily": "the observer and the worker",
    "zephyranswer": "the observer and the worker",
    "zephyrdraft": "the observer",
    "zephyrlog": "the worker",
    "zephyrshown": "the worker and the assessor",
    "zephyrsays": "the worker and the assessor",
    "zephyrpiece": "the worker",
}
READS = {
    "nell": {"zephyrgiven", "zephyrfamily", "zephyranswer", "zephyrlog", "zephyrshown", "zephyrsays", "zephyrpiece"},
    "petra": {"zephyrshown", "zephyrsays"},
    "dan": {"zephyrgiven", "zephyrfamily", "zephyranswer", "zephyrdraft"},
    "imogen": set(),
    "bilal": set(),
    "kofi": set(),
    "amara": set(),
    "cora": set(),
    "eve": set(),
}
OTHERS = {"office:gallery"}


@pytest.fixture
def planted(learners: SimpleNamespace) -> Iterator[SimpleNamespace]:
    """Nell is newly qualified; Petra assesses, Kofi and Cora are the panel, Bilal manages, Dan observed her."""
    for key, name, role, team in (
        ("nell", "Nell Okoro", Role.EARLY_CAREER_WORKER, learners.pod),
        ("petra", "Petra Lang", Role.PRACTICE_EDUCATOR, learners.service),
        ("kofi", "Kofi Mensah", Role.SENIOR_PRACTITIONER, learners.elsewhere),
    ):
        person = MembershipFactory(user__name=name, user__email=f"{key}@example.org", team=team, role=role).user
        setattr(learners, key, person)
    nell, programme = learners.nell, ProgrammeFactory(person=learners.nell, assessor=learners.petra)
    for person in (learners.kofi, learners.cora):
        PanelMember.objects.create(programme=programme, person=person, started_on=date(2026, 9, 7))
    AgreementFactory(programme=programme)
    review = ReviewFactory(programme=programme, held_by=learners.petra, worker_says="It was zephyrsays.")
    log = LogEntryFactory(programme=programme, words="I felt zephyrlog.")
    shown = LogEntryFactory(programme=programme, words="I felt zephyrshown.", shown_on=date(2026, 10, 2))
    seen = ObservationFactory(
        worker=nell, observer=learners.dan, programme=programme, given_on=date(2026, 10, 14),
        strengths="You were zephyrgiven.", family_said="He was zephyrfamily.", worker_says="I am zephyranswer.",
    )  # fmt: skip
    draft = ObservationFactory(worker=nell, observer=learners.dan, strengths="You were zephyrdraft.")
    piece = PieceFactory(person=nell, learned="zephyrpiece", impact="zephyrpiece", description="zephyrpiece")
    learners.keys = {
        "programme_pk": [programme.pk],
        "review_pk": [review.pk],
        "entry_pk": [log.pk, shown.pk],
        "observation_pk": [seen.pk, draft.pk],
        "piece_pk": [piece.pk],
        "member_pk": list(PanelMember.objects.order_by("pk").values_list("pk", flat=True)),
    }
    with time_machine.travel(datetime(2026, 11, 3, 10, tzinfo=UTC), tick=False):
        yield learners


def addresses(cast: SimpleNamespace) -> list[str]:
    """Every page without a key, and every page of learning with each key that was planted."""
    found = []
    for url in urls():
        if not url.keys and url.name not in OTHERS:
            try:
                found.append(reverse(url.name))
            except NoReverseMatch:
                continue
    for pattern in urlpatterns:
        names = list(pattern.pattern.converters)
        if names and all(name in cast.keys for name in names):
            keys: list[list[int]] = [[]]
            for name in names:
                keys = [[*before, key] for before in keys for key in cast.keys[name]]
            found += [reverse(f"training:{pattern.name}", args=each) for each in keys]
    return found


def words_for(cast: SimpleNamespace, browser_for: Any, who: str) -> tuple[set[str], int]:
    """Which planted words somebody finds, wherever they may look, and how many pages opened."""
    client, found, opened = browser_for(getattr(cast, who)), set(), 0
    for path in addresses(cast):
        answer = client.get(path)
        text = b"".join(answer.streaming_content) if answer.streaming else answer.content
        opened += answer.status_code == 200
        found |= {word for word in PLANTED if word.encode() in text}
    return found, opened


@pytest.mark.parametrize("who", READS)
def test_nobody_finds_a_word_that_is_not_theirs_on_any_page(
    planted: SimpleNamespace, browser_for: Any, who: str
) -> None:
    found, opened = words_for(planted, browser_for, who)
    assert found == READS[who]
    assert opened > 8, "pages opened, and words could have been on them"


@pytest.mark.parametrize("who", READS)
def test_the_database_gives_nobody_a_row_with_a_word_that_is_not_theirs(planted: SimpleNamespace, who: str) -> None:
    found = set()
    with as_role("camden_app"), acting_as(getattr(planted, who)), connection.cursor() as cursor:
        for model in apps.get_app_config("training").get_models():
            cursor.execute("select has_table_privilege('camden_app', %s, 'select')", [model._meta.db_table])
            if cursor.fetchone()[0]:
                rows = model._default_manager.values_list()
                found |= {word for row in rows for value in row for word in PLANTED if word in str(value)}
        for question in (
            "select * from reviews_for_panel(%s)", "select * from programme_held(array[%s]::bigint[])",
            "select * from protected_weeks(array[%s]::bigint[])",
        ):  # fmt: skip
            cursor.execute(question, planted.keys["programme_pk"])
            found |= {word for row in cursor.fetchall() for word in PLANTED if word in str(row)}
        cursor.execute("select * from observed_of(array[%s]::bigint[])", [planted.nell.pk])
        found |= {word for row in cursor.fetchall() for word in PLANTED if word in str(row)}
    assert found == READS[who]


def test_no_word_goes_into_the_log_of_what_was_done_a_message_or_anybodys_list_of_learning(
    planted: SimpleNamespace, browser_for: Any
) -> None:
    """Each thing is done once more through its page, with the word in it: what is written about it says none."""
    nell, dan = browser_for(planted.nell), browser_for(planted.dan)
    (programme,), (given, draft) = planted.keys["programme_pk"], planted.keys["observation_pk"]
    said = {"written_on": "2 11 2026", "words": "zephyrlog again"}
    assert nell.post(f"/learning/programmes/{programme}/log/new/", said).status_code == 302
    said = {"worker_says": "zephyranswer again", "_version": "1"}
    assert nell.post(f"/learning/observations/{given}/answer/", said).status_code == 302
    said = {name: "zephyrdraft" for name in ("focus", "strengths", "family_said", "agreed_learning")}
    said |= {"worker": planted.nell.pk, "observed_on": "2 11 2026", "setting": "home", "consent": "given"}
    said |= {"skill_empathy": "3", "give": "1", "_version": "1"}
    assert dan.post(f"/learning/observations/{draft}/edit/", said).status_code == 302
    theirs = {
        "training_logentry", "training_observation", "training_programmereview", "training_piece", "django_session",
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'"
        )
        tables = {name for (name,) in cursor.fetchall()} - theirs
        for table in sorted(tables):
            cursor.execute(f"select exists (select 1 from {table} t where t::text like '%zephyr%')")  # noqa: S608
            assert cursor.fetchone() == (False,), table
    assert len(tables) > 100
    assert not [message for message in mail.outbox if "zephyr" in message.body + message.subject]
