"""Fields are called by the laws of naming, and whatever holds something of a family hangs beneath its record."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.test.utils import isolate_apps

from cases.models import Case
from tests.guards import walk

# Names that are not ours to choose.
OTHERS = {
    "cases.Clock.do_by": "the trade's word, and the command line's: the last working day before the limit",
    "camden.User.last_login": "Django's own: the day of the last sign-in",
}
# A stored `is_…` that somebody says, and nobody could work out.
SAID = {
    "camden.Employment.is_agency": "an agency employs them, which the council knows and nothing tells",
    "camden.User.is_active": "Django's own: the account is open",
    "camden.User.is_system": "a named job, not a person",
    "camden.TimescaleRow.is_commenced": "an act says when a section begins, and until then nobody knows",
    "camden.TimescaleRow.is_ticking": "an authority chooses which timescales remind people",
    "camden.Workday.is_working": "a day of the calendar, made from the holidays for SQL to count with",
    "cases.Action.is_done": "whoever closes an action says whether it was done or put aside",
    "cases.Action.is_kept_from_family": (_MARKED := "whoever writes a fact says whether the family may read it"),
    "cases.Alias.is_kept_from_family": _MARKED,
    "cases.BriefPart.is_kept_from_family": _MARKED,
    "cases.CaseNote.is_kept_from_family": _MARKED,
    "cases.ChronologyEntry.is_kept_from_family": _MARKED,
    "cases.ContactPoint.is_kept_from_family": _MARKED,
    "cases.ContactPoint.is_safe": "somebody of the family says whether a way to reach them is safe",
    "cases.CulturalNote.is_declined": "they were asked, and would rather not say",
    "cases.CulturalNote.is_kept_from_family": _MARKED,
    "cases.DecisionHeard.is_kept_from_family": _MARKED,
    "cases.EmotionalTie.is_kept_from_family": _MARKED,
    "cases.HealthMark.is_kept_from_family": _MARKED,
    "cases.Member.has_died": "somebody has died, and nobody knows when",
    "cases.OversightNote.is_kept_from_family": _MARKED,
    "cases.PastLoss.is_kept_from_family": _MARKED,
    "cases.Question.is_kept_from_family": _MARKED,
    "cases.Relationship.is_of_one_blood": "two partners are related by blood: the family tells",
    "cases.Relationship.was_mistake": "whoever takes back what was said of two people says that it was a slip",
    "cases.TieSeen.is_kept_from_family": _MARKED,
    "cases.DecisionOption.is_chosen": "whoever decides says which of the options was taken",
    "cases.Document.is_kept_from_family": _MARKED,
    "cases.FamilySays.is_kept_from_family": _MARKED,
    "cases.PartSource.is_kept_from_family": _MARKED,
    "cases.SharedView.is_kept_from_family": _MARKED,
    "cases.WritingPart.is_kept_from_family": _MARKED,
    "cases.Goal.is_kept_from_family": _MARKED,
    "cases.NetworkTie.is_kept_from_family": _MARKED,
    "cases.Quote.is_kept_from_family": _MARKED,
    "cases.Quote.is_view": "how somebody sees things, written down as their view: whoever wrote it says so",
    "cases.Relationship.is_kept_from_family": _MARKED,
    "cases.SignificantEvent.is_kept_from_family": _MARKED,
    "cases.Visit.is_kept_from_family": _MARKED,
    "cases.Case.is_restricted": "somebody decided to close the record to all but those involved",
    "cases.AssessmentChild.is_in_need": "whoever authorises an assessment says whether the child is in need",
    "cases.Closure.is_agreed": "a manager agrees to a closing or does not",
    "cases.Household.is_safe_to_share": "a worker knows whether an address may be told",
    "cases.Involvement.is_cover": "somebody stands in, which is not a change of worker",
    "supervision.DifferenceNote.is_visible": "a group says whether a difference can be seen",
    "supervision.DifferenceNote.is_voiced": "a group says whether a difference is spoken of",
    "supervision.Hypothesis.is_about_danger": "the supervisor says that an idea is about danger",
    "supervision.NeedsAnotherSession.is_for_manager": "who of two may know is found out once, without a reason",
    "supervision.PromptEdit.is_off": "an authority leaves a question out of its library",
    "conferences.Arrangement.is_done": (_TICK := "the coordinator ticks what is arranged"),
    "conferences.DangerWord.is_off": "an authority leaves a word out of its list",
    "conferences.DangerWord.is_whole": "an authority says that a word stands for itself alone",
    "conferences.FamilyAnswer.is_child": (_WHO := "whoever asks says who somebody is to the children"),
    "conferences.FamilyAnswer.is_kin": "whoever asks says that a child or a relative interpreted",
    "conferences.Invitee.is_child": _WHO,
    "conferences.Invitee.is_parent": _WHO,
    "conferences.Invitee.is_safe_to_write": "somebody of the family says whether a letter is safe for them",
    "conferences.Invitee.is_screened": _TICK,
    "conferences.KeptApart.is_by_law": "a court or the police keep two people apart, or the coordinator does",
    "conferences.Letter.is_right_to_left": "whoever writes a letter in another language says how it runs",
    "conferences.MustHaveLooked.is_met": "the referrer or a manager says whether a plan does it",
    "conferences.NetworkPerson.is_child": _WHO,
    "conferences.NetworkPerson.is_parent": _WHO,
    "conferences.OfferInLetter.is_in_letter": "whoever sent the letter says whether the offer was in it",
    "conferences.PlanResource.is_network_support": "the council says out of which money it pays",
    "conferences.ResourceAnswer.is_agreed": "the referrer or a manager agrees to it or does not",
    "training.CourseSession.is_online": "a course is held in a room or by video",
    "training.RequiredRule.is_required": "a council asks for something, or recommends it",
    "training.SystemicTraining.is_accredited": "the Association for Family Therapy accredits a course, and says so",
    "cases.StrategyChild.is_enquired": "a strategy discussion decides for each child",
    "cases.StrategyDiscussion.is_joint": "with the police or alone: a strategy discussion decides",
}
# What stands in `cases` and has no case, and why nothing of a family can be in it.
NO_CASE = {
    "cases.Case": "is the record itself",
    "cases.Person": "ties records together and holds nothing",
    "cases.BalancingRun": "is about a team; counts only",
    "cases.AnonymousFeedback": "is said without a name: nothing ties it to a family",
    "cases.LocalSection": "is how this council words the sections of its papers",
    "cases.ExtraDuty": "is what somebody who works here carries beside their families",
    "cases.Language": "is what somebody who works here speaks",
    "cases.LocalWeight": "is what work weighs in this council; it names nobody",
    "cases.ImportRun": "is about a file; neither the web nor the worker is given it",
}


def label(field: Any) -> str:
    return f"{field.model._meta.label}.{field.name}"


def misnamed(fields: Iterable[Any], others: dict[str, str], said: dict[str, str]) -> list[str]:
    """Days that do not end in `_on`, moments that do not end in `_at`, and an `is_…` nobody gave a reason for."""
    wrong = [(field, _wrong(field, label(field) in said)) for field in fields if label(field) not in others]
    return [f"{label(field)} {why}" for field, why in wrong if why]


def _wrong(field: Any, is_said: bool) -> str:
    name = field.name
    if isinstance(field, models.DateTimeField):
        return "" if name == "at" or name.endswith("_at") else "is a moment and does not end in _at"
    if isinstance(field, models.DateField):
        return "" if name.endswith("_on") else "is a day and does not end in _on"
    if name.endswith(("_on", "_at")):
        return "sounds like a day or a moment"
    stored = isinstance(field, models.BooleanField) and name.startswith("is_") and not is_said
    return "is stored: name the fact, or say in SAID who says it" if stored else ""


def without_a_case(found: Iterable[type[models.Model]], excepted: dict[str, str]) -> Iterator[str]:
    """Models of the record whose rows could be without a record, or whose history could."""
    for model in found:
        name = model._meta.label
        if walk.is_event(model):
            tracked = model.pgh_tracked_model
            if tracked._meta.label in excepted:
                continue
        elif name in excepted:
            continue
        case = next((field for field in model._meta.local_fields if field.name == "case"), None)
        if case is None or case.null or case.related_model is not Case:
            yield f"{name} may hold something of a family and has no case"


def everywhere() -> list[Any]:
    """Every field of our facts. History repeats the names of what it follows."""
    return [field for model in walk.our_models() if not walk.is_event(model) for field in model._meta.local_fields]


def test_days_moments_and_booleans_are_called_what_they_are():
    assert misnamed(everywhere(), OTHERS, SAID) == []
    known = {label(field) for field in everywhere()}
    assert sorted((OTHERS | SAID).keys() - known) == []


def test_whatever_is_about_a_family_hangs_beneath_its_record():
    of_cases = [model for model in walk.our_models() if model._meta.app_label == "cases"]
    assert list(without_a_case(of_cases, NO_CASE)) == []
    assert sorted(NO_CASE.keys() - {model._meta.label for model in of_cases}) == []


def test_a_wrong_name_and_a_loose_row_are_reported():
    with isolate_apps("cases"):

        class Loose(models.Model):
            id = models.BigAutoField(primary_key=True)
            visit_date = models.DateField()
            visited_at = models.DateField()
            closed = models.DateTimeField()
            opened_on = models.DateTimeField()
            counted_on = models.IntegerField()
            is_overdue = models.BooleanField()
            is_cover = models.BooleanField()
            at = models.DateTimeField()
            met_on = models.DateField()

            class Meta:
                app_label = "cases"

        class Perhaps(models.Model):
            case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="+")

            class Meta:
                app_label = "cases"

        class Beneath(models.Model):
            case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")

            class Meta:
                app_label = "cases"

    assert misnamed(Loose._meta.local_fields, {}, {"cases.Loose.is_cover": "because"}) == [
        "cases.Loose.visit_date is a day and does not end in _on",
        "cases.Loose.visited_at is a day and does not end in _on",
        "cases.Loose.closed is a moment and does not end in _at",
        "cases.Loose.opened_on is a moment and does not end in _at",
        "cases.Loose.counted_on sounds like a day or a moment",
        "cases.Loose.is_overdue is stored: name the fact, or say in SAID who says it",
    ]
    assert list(without_a_case([Loose, Perhaps, Beneath], {})) == [
        "cases.Loose may hold something of a family and has no case",
        "cases.Perhaps may hold something of a family and has no case",
    ]
