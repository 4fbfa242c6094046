"""What people say about figures of their own work."""

from django.db import models
from django.db.models import Q

from camden.models.base import Kept
from camden.models.staff import User


class FigureAnswer(Kept):
    """A sentence somebody wrote beside a figure of their own. Whoever leads them reads it beside the same figure.

    One stands for each figure; another takes its place, and the one before is kept. `figure` is the figure's word,
    which a page knows. Read by the person and by whoever answers for their work.
    """

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    figure = models.CharField(max_length=20)
    words = models.CharField(max_length=400)
    said_on = models.DateField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="an_answer_to_a_figure_has_words"),
            models.UniqueConstraint(
                fields=["person", "figure"], condition=Q(withdrawn_at=None), name="one_answer_stands_for_each_figure"
            ),
        ]

    def __str__(self) -> str:
        return f"said of {self.figure}"
