"""Learning for tests."""

from datetime import date

import factory

from training.models import Learning, Piece


class LearningFactory(factory.django.DjangoModelFactory[Learning]):
    """Something learned in a supervision session."""

    class Meta:
        model = Learning

    learned_on = date(2026, 10, 20)
    kind = Learning.Kind.GROUP_SUPERVISION
    title = "Group supervision discussion"
    source = "Group supervision, 20 October"
    source_key = factory.Sequence(lambda n: f"session {n}")
    role_played = "Consultant"


class PieceFactory(factory.django.DjangoModelFactory[Piece]):
    """A final piece."""

    class Meta:
        model = Piece

    activity = Piece.Activity.SUPERVISION
    done_on = date(2026, 10, 20)
    description = "We thought about silence."
    learned = factory.Sequence(lambda n: f"To wait, {n} times.")
    impact = "I wait longer."
    recorded_on = date(2026, 10, 21)
