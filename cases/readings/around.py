"""Who may be named when something is written down: the children, the adults of the record, those around them."""

from dataclasses import dataclass

from cases.models import Case, Member, NetworkTie


@dataclass(frozen=True)
class Around:
    """The people of a record. `network` are (key, how they are called) of present ties."""

    children: tuple[Member, ...]
    adults: tuple[Member, ...]
    network: tuple[tuple[int, str], ...]

    @property
    def members(self) -> tuple[Member, ...]:
        """Everybody the record is about or knows as a member: children first."""
        return self.children + self.adults

    def named(self) -> list[tuple[int, str]]:
        """Key and name of each member, for questions that name anybody."""
        return [(member.pk, member.name) for member in self.members]


def people_around(case: Case) -> Around:
    """Whom a note or document of this record may name. Two queries."""
    members = list(Member.objects.living().filter(case=case).order_by("born_on", "pk"))
    ties = NetworkTie.objects.filter(case=case, ended_on=None).order_by("pk")
    called = dict.fromkeys(", ".join(filter(None, (tie.contact_name, tie.organisation))) for tie in ties)
    keys = {", ".join(filter(None, (tie.contact_name, tie.organisation))): tie.pk for tie in ties}
    return Around(
        children=tuple(member for member in members if member.kind == Member.Kind.CHILD),
        adults=tuple(member for member in members if member.kind == Member.Kind.ADULT),
        network=tuple((keys[name], name[:120]) for name in called),
    )
