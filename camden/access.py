"""Who may do what: roles and permissions. Which records a person sees is each app's own `access.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied


class Permission(StrEnum):
    """One thing a person may be allowed to do."""

    CASE_READ = "read the records their relationship with a family opens"
    CASE_RECORD = "record visits in those records"
    MEETING_ARRANGE = "arrange meetings, invite people, and say who came"
    CONTACT_TAKE = "take contacts at the front door"
    CASE_ALLOCATE = "decide who is a child's worker"
    CASE_AUTHORISE = "decide on contacts and referrals, authorise assessments, enquiries, plans and closing"
    RETENTION_HOLD = "say that a record must be kept longer than its time, and when it need not"
    PROTECTION_CHAIR = "say what a child protection conference decided"
    RULES_KEEP = "keep local timescales and the days this council does not work"
    STAFF_READ = "see who works here and what each role may do"
    STAFF_KEEP = "keep teams, people, employment and roles"
    ROTA_PLAN = "plan the duty rota of their service"
    TEAM_READ = "see the caseload of the people they are responsible for"
    SUPERVISION_JOIN = "take part in group supervision"
    SUPERVISION_HOLD = "hold group supervision and agree its record"
    CONFERENCE_READ = "see family group conferences they have a part in"
    CONFERENCE_CONVENE = "prepare and convene family group conferences"
    FIGURES_READ = "see figures of the service, without names"
    LEARNING_KEEP = "keep their own record of learning"
    LEARNING_LEAD = "look after what the service learns"


class Scope(StrEnum):
    """How far a membership reaches. Row-level security reads this, never the role."""

    TEAM = "team"
    """The ordinary records of the team and of the teams beneath it."""
    OWN = "own"
    """Only the records an involvement opens."""
    DUTY = "duty"
    """The ordinary records of a service, while a turn on its duty rota runs. Never a membership's."""


@dataclass(frozen=True)
class RoleSays:
    """What a role is for, in sentences a manager can disagree with."""

    label: str
    sentence: str
    sees: str
    may_decide: str
    scope: Scope
    permissions: frozenset[Permission]


class Role(StrEnum):
    """The roles of a service. The codes are stored; `ROLES` says what each one means."""

    SOCIAL_WORKER = "social-worker"
    EARLY_CAREER_WORKER = "early-career-worker"
    FAMILY_HELP_PRACTITIONER = "family-help-practitioner"
    LEAD_CHILD_PROTECTION = "lead-child-protection-practitioner"
    SENIOR_PRACTITIONER = "senior-practitioner"
    TEAM_MANAGER = "team-manager"
    SERVICE_MANAGER = "service-manager"
    CLINICIAN = "clinician"
    CONFERENCE_COORDINATOR = "conference-coordinator"
    REVIEWING_OFFICER = "reviewing-officer"
    PRINCIPAL_SOCIAL_WORKER = "principal-social-worker"
    TRAINING_LEAD = "training-lead"
    PRACTICE_EDUCATOR = "practice-educator"
    PERSONAL_ADVISER = "personal-adviser"
    BUSINESS_SUPPORT = "business-support"
    ANALYST = "analyst"
    INFORMATION_GOVERNANCE = "information-governance"
    SYSTEM_ADMINISTRATOR = "system-administrator"
    PARTNER_PRACTITIONER = "partner-practitioner"
    FAMILY_MEMBER = "family-member"

    @property
    def has_account(self) -> bool:
        """Whether somebody may be given this role: people outside the council have no way in yet."""
        return bool(self.says.permissions)

    @property
    def says(self) -> RoleSays:
        """The role's sentences and permissions."""
        return ROLES[self]


_STAFF = frozenset({Permission.STAFF_READ, Permission.LEARNING_KEEP})
_READS = _STAFF | {Permission.CASE_READ, Permission.CONFERENCE_READ}
_ARRANGES = _READS | {Permission.MEETING_ARRANGE}
_RECORDS = _ARRANGES | {Permission.CASE_RECORD, Permission.CONTACT_TAKE, Permission.SUPERVISION_JOIN}
_LEADS_A_POD = _RECORDS | {Permission.SUPERVISION_HOLD, Permission.TEAM_READ}
_MANAGES = _LEADS_A_POD | {
    Permission.CASE_ALLOCATE, Permission.CASE_AUTHORISE, Permission.ROTA_PLAN, Permission.RETENTION_HOLD,
    Permission.FIGURES_READ
}  # fmt: skip
_CHAIRS = _RECORDS | {Permission.PROTECTION_CHAIR}
_CONSULTS = _READS | {Permission.SUPERVISION_JOIN}
_CONVENES = _READS | {Permission.CONFERENCE_CONVENE}
_TEACHES = _STAFF | {Permission.LEARNING_LEAD}
_KEEPS_SETTINGS = _STAFF | {Permission.STAFF_KEEP, Permission.RULES_KEEP}

ROLES: dict[Role, RoleSays] = {
    Role.SOCIAL_WORKER: RoleSays(
        "Social worker",
        "Holds children as lead worker: visits, listens, assesses and plans with the family.",
        "Own children and those of the pod.",
        "Own notes; drafts of assessments and plans.",
        Scope.TEAM,
        _RECORDS,
    ),
    Role.EARLY_CAREER_WORKER: RoleSays(
        "Social worker in their early career",
        "Does what a social worker does, with a capped caseload, and co-works child protection and court.",
        "Own children and those of the pod.",
        "Drafts, which a senior signs.",
        Scope.TEAM,
        _RECORDS,
    ),
    Role.FAMILY_HELP_PRACTITIONER: RoleSays(
        "Family help lead practitioner",
        "Leads help that a family agrees to, and stays with them if help becomes statutory.",
        "Own families and those of the pod.",
        "The family plan, which a manager signs.",
        Scope.TEAM,
        _RECORDS,
    ),
    Role.LEAD_CHILD_PROTECTION: RoleSays(
        "Lead child protection practitioner",
        "Leads enquiries, conferences and protection plans beside the family's own worker.",
        "The children they protect.",
        "Child protection decisions, with the chair or a manager.",
        Scope.OWN,
        _RECORDS,
    ),
    Role.SENIOR_PRACTITIONER: RoleSays(
        "Senior practitioner",
        "Runs the pod's reflective group supervision, coaches, and holds a small, complex caseload.",
        "The pod.",
        "Sign-off of supervision; advice about risk.",
        Scope.TEAM,
        _LEADS_A_POD,
    ),
    Role.TEAM_MANAGER: RoleSays(
        "Team manager",
        "Decides who works with whom, authorises and keeps oversight.",
        "The team and its pods.",
        "Allocation, assessments, enquiries, plans and closing.",
        Scope.TEAM,
        _MANAGES,
    ),
    Role.SERVICE_MANAGER: RoleSays(
        "Service manager",
        "Looks after thresholds, panels, resources and what teams escalate.",
        "The service.",
        "Legal gateway, placements and exceptions.",
        Scope.TEAM,
        _MANAGES,
    ),
    Role.CLINICIAN: RoleSays(
        "CAMHS clinician",
        "Joins group supervision, consults with workers and sometimes works with a family directly.",
        "The children they are consulted about, and their own consultation notes.",
        "Clinical opinion; no statutory decision.",
        Scope.OWN,
        _CONSULTS,
    ),
    Role.CONFERENCE_COORDINATOR: RoleSays(
        "Family group conference coordinator",
        "Prepares and convenes conferences, independently of the case.",
        "The conference, the facts a family consented to share, and what keeps people safe.",
        "How the conference is prepared and held; no decision about the case.",
        Scope.OWN,
        _CONVENES,
    ),
    Role.REVIEWING_OFFICER: RoleSays(
        "Reviewing officer or conference chair",
        "Chairs, reviews, challenges and escalates, independently of line management.",
        "Their children, in full.",
        "Conference and review decisions; disputes.",
        Scope.OWN,
        _CHAIRS,
    ),
    Role.PRINCIPAL_SOCIAL_WORKER: RoleSays(
        "Principal social worker",
        "Looks after the quality of practice and what the service learns.",
        "Totals, and records drawn for audit.",
        "Standards and audits.",
        Scope.OWN,
        _READS | {Permission.LEARNING_LEAD, Permission.FIGURES_READ},
    ),
    Role.TRAINING_LEAD: RoleSays(
        "Training lead",
        "Looks after courses, standards and continuing professional development.",
        "The record of learning; no family's record.",
        "Courses and places.",
        Scope.OWN,
        _TEACHES,
    ),
    Role.PRACTICE_EDUCATOR: RoleSays(
        "Practice educator",
        "Teaches and assesses students and newly qualified workers.",
        "Their learners' records; no family's record.",
        "Assessment of a learner.",
        Scope.OWN,
        _STAFF,
    ),
    Role.PERSONAL_ADVISER: RoleSays(
        "Personal adviser",
        "Stays alongside young people who have left care.",
        "Own young people.",
        "Drafts of pathway plans.",
        Scope.OWN,
        _RECORDS,
    ),
    Role.BUSINESS_SUPPORT: RoleSays(
        "Business support",
        "Takes minutes, books, invites, says who came, and looks after the quality of data.",
        "The team, except restricted records.",
        "Nothing about a case.",
        Scope.TEAM,
        _ARRANGES,
    ),
    Role.ANALYST: RoleSays(
        "Performance analyst",
        "Prepares statutory returns and dashboards.",
        "Figures without names.",
        "Nothing about a case.",
        Scope.OWN,
        _STAFF | {Permission.FIGURES_READ},
    ),
    Role.INFORMATION_GOVERNANCE: RoleSays(
        "Information governance officer",
        "Answers requests for records, and looks after restriction and retention.",
        "What a request or a restriction opens.",
        "Restriction and disclosure.",
        Scope.OWN,
        _READS | {Permission.RETENTION_HOLD},
    ),
    Role.SYSTEM_ADMINISTRATOR: RoleSays(
        "System administrator",
        "Looks after settings and accounts.",
        "No family's record.",
        "Nothing about a case.",
        Scope.OWN,
        _KEEPS_SETTINGS,
    ),
    Role.PARTNER_PRACTITIONER: RoleSays(
        "Partner practitioner",
        "Works with the family for a school, a health service or the police.",
        "Only the shared plan of that child. Has no account here yet.",
        "Own actions.",
        Scope.OWN,
        frozenset(),
    ),
    Role.FAMILY_MEMBER: RoleSays(
        "Family member",
        "A child, parent or relative who works with us on their own family’s plan.",
        "What was shared with them. Has no account here yet.",
        "What they agree to, and their own words.",
        Scope.OWN,
        frozenset(),
    ),
}


def may(user: Any, permission: Permission) -> bool:
    """Whether one of the person's present roles carries the permission."""
    return any(permission in Role(role).says.permissions for role in user.roles)


def needs(permission: Permission) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Guard a view: 403 unless a role of the person carries `permission`.

    Signing in is demanded for every view by middleware. Sets `view.needs`, which a test asks of every URL.
    """

    def guard(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> Any:
            if not may(request.user, permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.needs = permission  # type: ignore[attr-defined]
        return guarded

    return guard
