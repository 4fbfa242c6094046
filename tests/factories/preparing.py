"""What a coordinator keeps while a conference is prepared, for tests: a row of every kind."""

from camden.models import User
from conferences.models import FamilyConference, InformationReport, Invitee, KeptApart, NetworkPerson, PreparingContact


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
