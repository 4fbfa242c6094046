"""How a person is employed: what their capacity, their early-career protection and their registration follow from."""

from django.db import models
from django.db.models import F, Q

from camden.models.base import Kept
from camden.models.staff import User


class Employment(Kept):
    """One contract of one person, from a day until a day. `fte_permille` is 1000 for full time, 600 for three days.

    The grade decides how much a caseload may weigh (REFERENCE 9.2); an early-career programme lowers it by months
    since it started, and its last step goes on for as long as a panel extended it. Written only by functions of
    `wall_people.sql`, which ask whether the principal looks after settings, and of training, which looks after
    programmes.
    """

    class Grade(models.TextChoices):
        SOCIAL_WORKER = "social-worker", "Social worker"
        SENIOR_PRACTITIONER = "senior-practitioner", "Senior practitioner"
        FAMILY_HELP = "family-help", "Family help practitioner"
        PERSONAL_ADVISER = "personal-adviser", "Personal adviser"
        MANAGER = "manager", "Manager"
        CLINICIAN = "clinician", "Clinician"
        OTHER = "other", "Other"

    class Programme(models.TextChoices):
        NONE = "", "None"
        ASYE = "asye", "Assessed and supported year in employment"
        ECDP = "ecdp", "Early career development programme, two years"

    class Body(models.TextChoices):
        NONE = "", "None"
        SOCIAL_WORK_ENGLAND = "swe", "Social Work England"
        HCPC = "hcpc", "Health and Care Professions Council"
        UKCP = "ukcp", "UK Council for Psychotherapy"

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="employments")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    grade = models.CharField(max_length=20, choices=Grade.choices)
    fte_permille = models.PositiveSmallIntegerField(default=1000)
    is_agency = models.BooleanField(default=False)
    programme = models.CharField(max_length=4, choices=Programme.choices, blank=True)
    programme_started_on = models.DateField(null=True, blank=True)
    programme_extended_to_on = models.DateField(null=True, blank=True, editable=False)
    registered_with = models.CharField(max_length=4, choices=Body.choices, blank=True)
    registration_number = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=Q(ended_on=None), name="one_employment_at_a_time"),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")), name="employment_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(fte_permille__gte=50, fte_permille__lte=1000), name="nobody_works_more_than_full_time"
            ),
            models.CheckConstraint(
                condition=Q(programme="", programme_started_on=None)
                | (~Q(programme="") & Q(programme_started_on__isnull=False)),
                name="a_programme_has_its_first_day",
            ),
            models.CheckConstraint(
                condition=Q(programme_extended_to_on=None) | Q(programme_extended_to_on__gte=F("programme_started_on")),
                name="a_programme_is_extended_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(registered_with="", registration_number="") | ~Q(registered_with=""),
                name="a_registration_number_has_its_body",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_grade_display()}"


class Absence(Kept):
    """A stretch away from work: the first day, and the first day back (none: not known yet). It never says why.

    Read and written by the person and by whoever answers for their work.
    """

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="absences")
    from_on = models.DateField()
    back_on = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(back_on=None) | Q(back_on__gt=F("from_on")), name="somebody_is_away_for_a_day_or_more"
            ),
            models.UniqueConstraint(
                fields=["person", "from_on"], condition=Q(withdrawn_at=None), name="one_absence_from_a_day_on"
            ),
        ]
        indexes = [models.Index(fields=["person", "-from_on"], name="absence_of_person")]

    def __str__(self) -> str:
        return f"away from {self.from_on}"
