"""Makes small census files for tests: `census(child("C1", episode("2025-04-01")))`."""

import io

from cases.returns.cin_census import Child, read

HEADER = (
    "<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"
    "<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>202</LEA></Source></Header>"
)


def element(name: str, value: str | None) -> str:
    """An element with that text, or nothing when there is none."""
    return "" if value is None else f"<{name}>{value}</{name}>"


def episode(
    referred: str | None = "2025-04-01",
    closed: str | None = None,
    reason: str | None = None,
    *,
    source: str | None = "6",
    need: str | None = "N1",
    nfa: str | None = "0",
    more: str = "",
) -> str:
    """A CINdetails element."""
    return element(
        "CINdetails",
        element("CINreferralDate", referred)
        + element("ReferralSource", source)
        + element("PrimaryNeedCode", need)
        + element("CINclosureDate", closed)
        + element("ReasonForClosure", reason)
        + more
        + element("ReferralNFA", nfa),
    )


def assessment(
    start: str | None = "2025-04-02",
    authorised: str | None = None,
    *factors: str,
    checked: str | None = None,
) -> str:
    """An Assessments element."""
    return element(
        "Assessments",
        element("AssessmentActualStartDate", start)
        + element("AssessmentInternalReviewDate", checked)
        + element("AssessmentAuthorisationDate", authorised)
        + element("FactorsIdentifiedAtAssessment", "".join(element("AssessmentFactors", each) for each in factors)),
    )


def need_plan(start: str | None = "2025-06-02", end: str | None = None) -> str:
    """A CINPlanDates element."""
    return element("CINPlanDates", element("CINPlanStartDate", start) + element("CINPlanEndDate", end))


def enquiry(start: str | None = "2025-04-07", conference: str | None = None, not_required: str | None = "false") -> str:
    """A Section47 element."""
    return element(
        "Section47",
        element("S47ActualStartDate", start)
        + element("DateOfInitialCPC", conference)
        + element("ICPCnotRequired", not_required),
    )


def protection_plan(
    start: str | None = "2025-04-24",
    end: str | None = None,
    *reviews: str,
    first: str | None = "NEG",
    latest: str | None = "NEG",
    earlier: str | None = "0",
) -> str:
    """A ChildProtectionPlans element."""
    return element(
        "ChildProtectionPlans",
        element("CPPstartDate", start)
        + element("CPPendDate", end)
        + element("InitialCategoryOfAbuse", first)
        + element("LatestCategoryOfAbuse", latest)
        + element("NumberOfPreviousCPP", earlier)
        + "".join(element("Reviews", element("CPPreviewDate", day)) for day in reviews),
    )


def child(
    number: str | None = "C1",
    *episodes: str,
    born: str | None = "2015-05-17",
    sex: str | None = "F",
    ethnicity: str | None = "WBRI",
    more: str = "",
) -> str:
    """A Child element; `more` stands among the identifiers."""
    identifiers = element("LAchildID", number) + element("PersonBirthDate", born) + element("Sex", sex) + more
    return element(
        "Child",
        element("ChildIdentifiers", identifiers)
        + element("ChildCharacteristics", element("Ethnicity", ethnicity))
        + "".join(episodes),
    )


def census(*children: str, header: str = HEADER) -> bytes:
    """A whole file."""
    return f"<Message>{header}<Children>{''.join(children)}</Children></Message>".encode()


def read_children(file: bytes) -> list[Child]:
    """All children of a file."""
    return list(read(io.BytesIO(file)).children())


def problems(read_child: Child) -> dict[str, str]:
    """What is wrong with a child's values, by the last step of their path."""
    return {row.path.rpartition("/")[2]: row.problem for row in read_child.rows if row.problem}
