"""The demo's afterwards: how it is for a family as they say it, and a link that one of them has."""

from datetime import date, timedelta

from camden.models import User
from conferences.models import FamilyConference, Invitee, Outcome, OutcomeWords
from conferences.operations.links import make_link
from conferences.rules.links import For


def afterwards(conference: FamilyConference, samira: User, met_on: date, on: date) -> None:
    """Caitlin and Ngozi said how it is before and after; Ngozi has a link to the plan; an answer waits to be read."""
    family = Invitee.objects.filter(conference=conference, name__in=("Caitlin", "Ngozi", "Bernie", "Emeka"))
    people = {one.name: one for one in family}
    family.update(came=True)
    for name in ("Ngozi", "Emeka"):
        Invitee.objects.filter(pk=people[name].pk).update(is_safe_to_write=True, email=f"{name.lower()}@example.org")
    before = met_on - timedelta(days=20)
    _said(conference, people["Caitlin"], "start", before, (2, 4, None, 5), "Everybody decides about me.", samira)
    _said(conference, people["Ngozi"], "start", before, (3, 6, None, 4), "", samira)
    _said(conference, people["Caitlin"], "end", met_on, (8, 6, 9, 7), "They asked me, and waited.", samira)
    _said(conference, people["Emeka"], "end", met_on, (7, 5, 8, None), "My mother was heard. The room was cold.", None)
    make_link(invitee=Invitee.objects.get(pk=people["Ngozi"].pk), opens=For.PLAN, timing="", by=samira, on=on)


def _said(
    conference: FamilyConference, who: Invitee, timing: str, on: date, points: tuple[int | None, ...], words: str,
    read_by: User | None,
) -> None:  # fmt: skip
    """One answer; by their own link where nobody wrote it down, and then nobody has read it yet."""
    own = {"case_id": conference.case_id, "conference": conference}
    names = ("control", "coping", "happy", "safer")
    outcome = Outcome.objects.create(
        **own, timing=timing, answered_on=on, by_link=read_by is None, **dict(zip(names, points, strict=True))
    )
    read_on = on if read_by else None
    OutcomeWords.objects.create(**own, outcome=outcome, invitee=who, words=words, read_on=read_on, read_by=read_by)
