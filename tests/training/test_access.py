"""Nobody but the author reads a piece; others get numbers at most."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from camden.access import Permission, Role
from camden.principal import acting_as
from tests.conftest import AppClient, as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.training import LearningFactory, PieceFactory
from tests.training.conftest import employ
from training.models import Learning, Piece
from training.operations import log_learning

YEAR = (date(2025, 12, 1), date(2026, 11, 30))


@pytest.fixture
def piece(learners: SimpleNamespace) -> Piece:
    return PieceFactory(person=learners.amara, learning=LearningFactory(person=learners.amara))


@pytest.mark.parametrize("browser", [AppClient, Client], ids=["both walls", "the first alone"])
@pytest.mark.parametrize("who", ["bilal", "cora", "dan", "eve", "imogen"])
def test_nobody_else_opens_a_piece(learners: SimpleNamespace, piece: Piece, who: str, browser: type[Client]) -> None:
    client = browser()
    client.force_login(getattr(learners, who))
    for path in ("", "edit/"):
        theirs, nobodys = (client.get(f"/learning/pieces/{key}/{path}") for key in (piece.pk, 987_654_321))
        assert (theirs.status_code, theirs.content) == (404, nobodys.content)
        assert client.post(f"/learning/pieces/{piece.pk}/edit/", {"learned": "x"}).status_code == 404
    assert b"From" not in client.get(f"/learning/pieces/new/?from={piece.learning_id}").content


def test_row_level_security_shows_a_person_only_their_own(learners: SimpleNamespace, piece: Piece) -> None:
    for who, seen in (("amara", 1), ("bilal", 0), ("imogen", 0)):
        with as_role("camden_app"), acting_as(getattr(learners, who)):
            assert (Piece.objects.count(), Learning.objects.count()) == (seen, seen)
            assert Piece.objects.update(learned="Changed") == seen


def test_nobody_writes_a_piece_in_anothers_name(learners: SimpleNamespace, piece: Piece) -> None:
    with as_role("camden_app"), pytest.raises(DatabaseError, match="row-level security"), acting_as(learners.bilal):
        Piece.objects.create(person=learners.amara, activity="other", done_on="2026-10-01")


@pytest.mark.django_db
def test_numbers_of_teams_are_for_those_who_look_after_learning() -> None:
    """The function of the database and the table of roles say the same."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_get_functiondef('learning_in_teams'::regproc)")
        (text,) = cursor.fetchone()
    named = {role for role in Role if f"'{role.value}'" in text}
    assert named == {role for role in Role if Permission.LEARNING_LEAD in role.says.permissions}


@pytest.mark.parametrize(("who", "rows"), [("amara", 0), ("cora", 0), ("eve", 0), ("imogen", 1)])
def test_the_database_itself_counts_for_nobody_else(learners: SimpleNamespace, who: str, rows: int) -> None:
    for _ in range(3):
        person = UserFactory()
        MembershipFactory(user=person, team=learners.elsewhere)
        employ(person, "swe")
    with as_role("camden_app"), acting_as(getattr(learners, who)), connection.cursor() as cursor:
        cursor.execute("select count(*) from learning_in_teams(%s, %s, 1)", YEAR)
        assert cursor.fetchone() == (rows,)
        cursor.execute("select recorded from pieces_recorded(%s, %s, %s)", [learners.dan.pk, *YEAR])
        assert cursor.fetchone() == (0,)


def test_what_somebody_learned_is_written_down_once_by_somebody_who_cannot_read_it(learners: SimpleNamespace) -> None:
    said = {
        "on": date(2026, 11, 3),
        "kind": "group-supervision",
        "title": "x",
        "source": "Group supervision, 3 November",
    }
    with as_role("camden_app"), acting_as(learners.bilal):
        assert [log_learning(person=learners.amara, **said) for _ in range(3)] == [True, False, False]
        assert Learning.objects.count() == 0
    assert Learning.objects.get().person == learners.amara
