"""The frameworks that are shipped and what each asks people to be able to do: titles only, as data with a source.

| framework | holds | source |
|---|---|---|
| knowledge and skills statement for child and family practitioners (KSS, also PQS), ten areas | to 31 March 2027 | \
REFERENCE 7.2 [S11]; areas from memory |
| child and family early career standards | from 1 April 2027 | 7.2 [S11]; six areas as in the consultation [S69] |
| knowledge and skills statement for practice supervisors, eight areas | no end known | 7.2; areas from memory |
| professional capabilities framework (PCF), nine domains | no end known | 7.2; domains from memory |
| Social Work England's professional standards, six | no end known | 7.1 [S68]; titles from memory |
| the steps of the systemic ladder | no end known | 7.4 |

A council checks the titles against what is published and keeps its own rows beside these; no row is ever written over.
The areas of the early career standards are a draft's: `is_draft` says so on the page until somebody has checked them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from training.rules.ladder import Step

LAST_DAY_OF_KSS = date(2027, 3, 31)
FIRST_DAY_OF_STANDARDS = date(2027, 4, 1)


@dataclass(frozen=True)
class Capability:
    """One area of a framework. `code` is "kss.6": the framework's code and its place."""

    code: str
    title: str

    @property
    def framework(self) -> str:
        """The framework's code."""
        return self.code.partition(".")[0]


@dataclass(frozen=True)
class Framework:
    """One framework in one version: the days it holds, both included (None: no end known), for whom, and its areas.

    `grades` are those of an employment; empty: for every social worker. `is_draft`: its titles are not final.
    """

    code: str
    title: str
    areas: tuple[Capability, ...]
    source: str
    from_on: date | None = None
    until_on: date | None = None
    grades: frozenset[str] = frozenset()
    is_draft: bool = False

    def holds(self, on: date) -> bool:
        """Whether it is in force on that day."""
        return (self.from_on is None or self.from_on <= on) and (self.until_on is None or on <= self.until_on)


def _areas(code: str, *titles: str) -> tuple[Capability, ...]:
    return tuple(Capability(f"{code}.{place}", title) for place, title in enumerate(titles, start=1))


PRACTITIONERS = Framework(
    "kss",
    "Knowledge and skills: child and family practitioners",
    _areas(
        "kss",
        "Relationships and effective direct work",
        "Communication",
        "Child development",
        "Adult mental ill-health, substance misuse, domestic abuse, physical ill-health and disability",
        "Abuse and neglect of children",
        "Child and family assessment",
        "Analysis, decision-making, planning and review",
        "The law and the family and youth justice systems",
        "The role of supervision",
        "Organisational context",
    ),
    "Department for Education, in force until 31 March 2027 [S11]; areas from memory",
    until_on=LAST_DAY_OF_KSS,
)
EARLY_CAREER = Framework(
    "ecs",
    "Early career standards: child and family social workers",
    _areas(
        "ecs",
        "Anti-discriminatory practice",
        "Relationships and communication",
        "Assessment and planning",
        "Intervention",
        "Reflection and learning",
        "Leadership and management",
    ),
    "Department for Education, in force from 1 April 2027 [S11]; areas of the consultation draft [S69]",
    from_on=FIRST_DAY_OF_STANDARDS,
    is_draft=True,
)
SUPERVISORS = Framework(
    "kss-ps",
    "Knowledge and skills: practice supervisors",
    _areas(
        "kss-ps",
        "Promote and govern excellent practice",
        "Developing excellent practitioners",
        "Shaping and influencing the practice system",
        "Effective use of power and authority",
        "Confident analysis and decision-making",
        "Purposeful and effective social work",
        "Emotionally intelligent practice supervision",
        "Performance management and improvement",
    ),
    "Department for Education; areas from memory",
    grades=frozenset({"senior-practitioner", "manager"}),
)
PCF = Framework(
    "pcf",
    "Professional capabilities framework",
    _areas(
        "pcf",
        "Professionalism",
        "Values and ethics",
        "Diversity and equality",
        "Rights, justice and economic wellbeing",
        "Knowledge",
        "Critical reflection and analysis",
        "Skills and interventions",
        "Contexts and organisations",
        "Professional leadership",
    ),
    "British Association of Social Workers; domains from memory",
)
STANDARDS = Framework(
    "swe",
    "Social Work England’s professional standards",
    _areas(
        "swe",
        "Promote the rights, strengths and wellbeing of people, families and communities",
        "Establish and maintain the trust and confidence of people",
        "Be accountable for the quality of my practice and the decisions I make",
        "Maintain my continuing professional development",
        "Act safely, respectfully and with professional integrity",
        "Promote ethical practice and report concerns",
    ),
    "Social Work England [S68]; titles from memory",
)
LADDER = Framework(
    "ladder",
    "The systemic ladder",
    _areas("ladder", *(step.label for step in Step)),
    "REFERENCE 7.4 [S58][S70][S71]",
)
SHIPPED = (PRACTITIONERS, EARLY_CAREER, SUPERVISORS, PCF, STANDARDS, LADDER)

# What an area of the statement that ends is closest to in the standards that begin: our own reading, for a council to
# change. An area may answer to several, or to none.
CORRESPONDS: Mapping[str, tuple[str, ...]] = {
    "kss.1": ("ecs.2", "ecs.4"),
    "kss.2": ("ecs.2",),
    "kss.3": ("ecs.3",),
    "kss.4": ("ecs.3", "ecs.4"),
    "kss.5": ("ecs.3", "ecs.4"),
    "kss.6": ("ecs.3",),
    "kss.7": ("ecs.3",),
    "kss.8": ("ecs.4",),
    "kss.9": ("ecs.5",),
    "kss.10": ("ecs.6",),
}
