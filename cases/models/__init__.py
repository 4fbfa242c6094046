"""Facts of families."""

from cases.models.case import Case
from cases.models.chronology import ChronologyChild, ChronologyEntry
from cases.models.duty import DutyNote
from cases.models.episode import Episode
from cases.models.imports import ImportedChild, ImportRun, SourceRow
from cases.models.involvement import Exclusion, Involvement
from cases.models.member import Household, HouseholdMembership, Member, Person, Relationship
from cases.models.plan import Action, ActionChild
from cases.models.proposal import BalancingRun, ProposedMove
from cases.models.visit import Visit, VisitAccount, VisitChild

__all__ = [
    "Action",
    "ActionChild",
    "BalancingRun",
    "Case",
    "ChronologyChild",
    "ChronologyEntry",
    "DutyNote",
    "Episode",
    "Exclusion",
    "Household",
    "HouseholdMembership",
    "ImportRun",
    "ImportedChild",
    "Involvement",
    "Member",
    "Person",
    "ProposedMove",
    "Relationship",
    "SourceRow",
    "Visit",
    "VisitAccount",
    "VisitChild",
]
