"""What was read from other systems' files: each import, each child in it, every value as it was written.

Values that became facts stay here too, beside those nothing was made of yet, so that a question about a
fact can be answered with the words of the file, and a later release can make facts of kept values without it.
"""

from django.db import models

from camden.models.base import Kept
from camden.models.staff import Team, User
from cases.models.case import OfCase
from cases.models.member import Member


class ImportRun(Kept):
    """One file read once. `header` holds every value that stood outside the children, by its place.

    It has no case, so neither web nor worker role is given it: a damaged file may carry a child's facts in
    its header.
    """

    collection = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField(null=True)
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    header = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["collection", "sha256"], name="a_file_is_imported_once")]

    def __str__(self) -> str:
        return f"{self.file_name}, imported {self.at:%-d %B %Y}"


class ImportedChild(OfCase):
    """One child of one file, and the member of the record it was read into.

    `number` is the child's place in the file, counted from 1. `fingerprint` is a hash of all the file says
    about the child: without it a child without a number of the council's would be new at every import.
    """

    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="children", db_index=False)
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "imported children"
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="a_place_in_a_file_is_one_child")]
        indexes = [models.Index(fields=["fingerprint"], name="importedchild_fingerprint")]

    def __str__(self) -> str:
        return f"child {self.number} of an import"


class SourceRow(OfCase):
    """One value of a child's part of a file, exactly as it was written, and what became of it.

    `number` is the child's place in the file and `position` the value's place within the child, both counted
    from 1. `taken_as` names the fact that was made of it, or is empty; `problem` says in a sentence why it
    could not be read, or what is doubtful about it.
    """

    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="rows", db_index=False)
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="source_rows")
    number = models.PositiveIntegerField()
    position = models.PositiveIntegerField()
    path = models.TextField()
    value = models.TextField()
    taken_as = models.CharField(max_length=40, blank=True)
    problem = models.TextField(blank=True)

    class Meta:
        # By position and not by path: a path may be too long for an index, and a position never is.
        constraints = [
            models.UniqueConstraint(fields=["run", "number", "position"], name="a_value_of_a_file_is_kept_once")
        ]

    def __str__(self) -> str:
        return self.path
