"""Questions to families for tests."""

from datetime import date

import factory

from cases.models import Question


class QuestionFactory(factory.django.DjangoModelFactory[Question]):
    """A question the group found: `ask_by` will ask it by the tenth. Its `case` and `ask_by` are given."""

    class Meta:
        model = Question

    what = "Who notices first when Mum is sad?"
    whom = "Anisa, alone"
    first_sentence = "I was thinking about you: who notices first when Mum is sad?"
    ask_by_on = date(2026, 11, 10)
    asked_for_in = "Group supervision, 29 October 2026"
    planned_on = date(2026, 10, 29)
