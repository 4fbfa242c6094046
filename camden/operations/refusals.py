"""How a function of the database refuses, and what is said to the person who tried."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import DatabaseError, connection, transaction


class NotDone(Exception):
    """What was asked for was not done. Says why in a sentence, and `about` which answer of a form it is."""

    def __init__(self, sentence: str, about: str = "") -> None:
        super().__init__(sentence)
        self.about = about


class Overtaken(NotDone):
    """Somebody else changed the same thing since this person saw it."""


def call(statement: str, values: Sequence[Any], sentences: Mapping[str, tuple[str, str]]) -> Any:
    """Call a function of a wall in a savepoint, so that its refusal can be told and the request goes on.

    `sentences` gives for a refusal, or the name of a constraint, what to say and about which answer. Raises NotDone,
    Overtaken for a refusal in those words, or the database's own error when nothing is known to say.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchone()[0]
    except DatabaseError as error:
        said = str(error).splitlines()[0]
        if said == "changed meanwhile":
            raise Overtaken("Somebody else changed this while your page was open.") from error
        for words, (sentence, about) in sentences.items():
            if said == words or f'"{words}"' in said:
                raise NotDone(sentence, about) from error
        raise
