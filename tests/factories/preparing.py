"""What a coordinator keeps while a conference is prepared, for tests: a row of every kind."""

from camden.models import User
from conferences.models import (
    DangerTold,
    FamilyConference,
    FamilyLink,
    InformationReport,
    Invitee,
    KeptApart,
    NetworkPerson,
    Outcome,
    OutcomeWords,
    PreparingContact,
    SafetyFact,
)


def settle_preparing(conference: FamilyConference, coordinator: User) -> FamilyConference:
    """Two who must not meet, somebody who is only known, a contact, a page for the family."""
    own = {"case": conference.case, "conference": conference}
    one = Invitee.objects.create(**own, name="Shirin", side="mother", kind="family", is_parent=True)
    two = Invitee.objects.create(**own, name="Jamal", side="father", kind="family", is_parent=True)
    KeptApart.objects.create(**own, one=one, two=two, is_by_law=True)
    NetworkPerson.objects.create(**own, name="Kamal", tie="Dad’s brother", side="father")
    PreparingContact.objects.create(
        **own, invitee=one, happened_on="2026-11-02", how="visit", minutes=90, by=coordinator
    )
    InformationReport.objects.create(**own, who="School", written_by=coordinator)
    return conference


def settle_afterwards(conference: FamilyConference, coordinator: User) -> FamilyConference:
    """What keeps people safe, a danger that was told, a link that is open, and how somebody said it is."""
    own = {"case": conference.case, "conference": conference}
    said = {"said_by": coordinator, "said_on": "2026-11-01"}
    SafetyFact.objects.create(**own, **said, kind="order", about="Jamal", words="Keeps away.")
    DangerTold.objects.create(
        **own, **said, words="He waits at the gate.", children=["Anisa"], soon="soon", family="told"
    )
    one = Invitee.objects.filter(conference=conference, is_parent=True).order_by("pk")[0]
    link = {"opens": "plan", "token_sha256": "x" * 64, "made_on": "2026-11-01", "expires_on": "2026-12-01"}
    FamilyLink.objects.create(**own, **link, invitee=one, made_by=coordinator)
    outcome = Outcome.objects.create(**own, timing="end", answered_on="2026-11-01", safer=8)
    OutcomeWords.objects.create(**own, outcome=outcome, invitee=one, words="Anisa laughs again.")
    return conference
