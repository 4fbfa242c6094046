"""How an operation says no: in a sentence for the person who tried."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction


class Refusal(Exception):
    """Something cannot be done as it was asked. `about` is the answer that could be changed; empty: none of them."""

    def __init__(self, sentence: str, about: str = "") -> None:
        super().__init__(sentence)
        self.about = about


@contextmanager
def in_words(refusal: type[Refusal], sentences: Mapping[str, tuple[str, str]]) -> Iterator[None]:
    """What a constraint refuses, because somebody else was a moment earlier, is said in its sentence.

    `sentences`: by the constraint's name, what to say and which answer it is about. Others are raised as they are.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        cause: Any = error.__cause__
        name: Any = getattr(getattr(cause, "diag", None), "constraint_name", None)
        if name not in sentences:
            raise
        raise refusal(*sentences[name]) from error
