"""What a manager said before the meeting, for the manager and the referrer: the sums are not the coordinator’s."""

from dataclasses import dataclass

from camden.rules.names import day_in_words
from conferences.models import FamilyConference, Mandate, MayPromise, MustHave
from conferences.rules import mandate as rules


@dataclass(frozen=True)
class MandateReading:
    """The last mandate as its page shows it. `rule` is None for an older one that was only words, or for none."""

    rule: rules.Mandate | None
    pk: int | None
    words: str
    by: str
    day: str
    promises: tuple[rules.MayPromise, ...]

    @property
    def lines(self) -> list[str]:
        """What may be promised, each with its sum in words."""
        return [f"{one.what}, up to £{one.up_to:,}" if one.up_to else one.what for one in self.promises]


NONE_YET = MandateReading(None, None, "", "", "", ())


def must_haves_of(conference: FamilyConference) -> list[MustHave]:
    """What must happen for the children to be safe, in its order. One query."""
    return list(MustHave.objects.filter(conference=conference, ended_on=None).order_by("place", "pk"))


def drafted(conference: FamilyConference, rows: list[MustHave]) -> list[str]:
    """The must-haves a page begins with: those that are said, else what the referral wrote, one a line."""
    lines = conference.brief.bottom_lines.splitlines()
    return [row.words for row in rows] or [line.strip(" -•\t")[:500] for line in lines if line.strip(" -•\t")]


def mandate_of(conference: FamilyConference, must_haves: list[MustHave]) -> MandateReading:
    """The last one given. Two queries; for a coordinator it is as if there were none, whatever they ask."""
    last = Mandate.objects.filter(conference=conference).select_related("given_by").order_by("-pk").first()
    if last is None:
        return NONE_YET
    rows = MayPromise.objects.filter(mandate=last).order_by("pk")
    promises = tuple(rules.MayPromise(each.what, each.up_to) for each in rows)
    rule = None
    if last.up_to is not None:
        asked = [each.words for each in must_haves]
        rule = rules.Mandate(asked, promises, last.up_to, last.given_by_id, last.given_on)
    return MandateReading(rule, last.pk, last.words, last.given_by.name, day_in_words(last.given_on), promises)
