"""Numbers about learning. They come from functions of the database: nobody's words are read to count them."""

from django.db import connection

from training.rules.requirements import FEWEST_SHOWN, PIECES, RegistrationYear, asks


def in_teams(year: RegistrationYear) -> dict[int, tuple[int, int]]:
    """For each team's key, how many of how many registered workers have recorded what their year asks.

    Empty for anybody who does not look after what the service learns. Teams with fewer than three are left out.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select team_id, whole, people from learning_in_teams(%s, %s, %s)",
            [year.begins_on, year.ends_on, FEWEST_SHOWN],
        )
        return {team: (whole, people) for team, whole, people in cursor.fetchall()}


def still_missing(person_id: int, year: RegistrationYear) -> bool:
    """Whether something their year asks is not recorded yet: of the principal, or asked by a job of the system.

    Never of somebody who is not registered with Social Work England: nothing is asked of them. One query.
    """
    with connection.cursor() as cursor:
        question = (
            "select recorded, with_peer, array(select registered_with from camden_employment"
            " where user_id = %s and ended_on is null) from pieces_recorded(%s, %s, %s)"
        )
        cursor.execute(question, [person_id, person_id, year.begins_on, year.ends_on])
        recorded, with_peer, bodies = cursor.fetchone()
    return any(asks(body) for body in bodies) and (recorded < PIECES or not with_peer)
