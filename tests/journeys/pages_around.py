"""Pages around a family: the ecomap, where people come from, how they see one another."""

WHO = r"^/cases/\d+/people/$"
AROUND = r"^/cases/\d+/people-around/"
ONE = r"^/cases/\d+/people/\d+/$"
_FAMILY = ("ade", "/cases/", r"^/cases/\d+/$", AROUND, WHO)

LIVE_AROUND: dict[str, tuple[str, ...]] = {
    "cases/ecomap.html": (*_FAMILY, r"/ecomap/\d+/$"),
    "cases/culture.html": (*_FAMILY, ONE, r"^/cases/\d+/culture/$"),
    "cases/around_form.html": (*_FAMILY, ONE, r"/between/new/$"),
    "cases/cultural_note_new.html": (*_FAMILY, ONE, r"/culture/new/$"),
}
# What looks different on another way: a loss, somebody's health, what a school is to somebody.
OTHER_AROUND: list[tuple[str, ...]] = [
    (*_FAMILY, ONE, r"/losses/new/$"),
    (*_FAMILY, ONE, r"/health/new/$"),
    (*_FAMILY, r"/ecomap/\d+/$", r"/seen/new/"),
]
