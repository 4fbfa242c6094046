"""The pages of continuity, and of what the model is worth."""

_CHILD = r"^/continuity/cases/\d+/children/\d+/"

LIVE_WORTH: dict[str, tuple[str, ...]] = {
    "overview/continuity.html": ("ruth", "/continuity/"),
    "overview/continuity_measure.html": ("mina", "/continuity/c3/"),
    "overview/continuity_child.html": ("ruth", "/continuity/c3/", _CHILD),
    "overview/continuity_person.html": ("ruth", "/continuity/", r"^/continuity/people/\d+/$"),
    "overview/my_continuity.html": ("ade", "/continuity/mine/"),
    "overview/worth.html": ("mina", "/worth/"),
    "overview/worth_promise.html": ("ruth", "/worth/heard/"),
    "overview/worth_service.html": ("nils", "/worth/service/"),
    "overview/worth_steps.html": ("mina", "/worth/steps/"),
}
OTHER_WORTH: tuple[tuple[str, ...], ...] = (
    ("mina", "/continuity/"),
    ("ruth", "/worth/"),
    ("mina", "/worth/tested/"),
    ("ruth", "/worth/steady/"),
)
