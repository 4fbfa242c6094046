"""Pages about the people of a record: where somebody of the demo finds them."""

WHO = r"^/cases/\d+/people/$"
AROUND = r"^/cases/\d+/people-around/"
ONE = r"^/cases/\d+/people/\d+/$"

# By template: who looks, where they begin, along which links. The last page is what is looked at.
LIVE_PEOPLE: dict[str, tuple[str, ...]] = {
    "cases/people.html": ("ade", "/cases/", r"^/cases/\d+/$", AROUND, WHO),
    "cases/member.html": ("ade", "/cases/", r"^/cases/\d+/$", AROUND, WHO, ONE),
    "cases/member_new.html": ("ade", "/cases/", r"^/cases/\d+/$", AROUND, WHO, r"/people/new/\?as=sibling&of="),
    "cases/member_edit.html": ("ade", "/cases/", r"^/cases/\d+/$", AROUND, WHO, ONE, r"/people/\d+/edit/$"),
    "cases/people_form.html": ("ade", "/cases/", r"^/cases/\d+/$", AROUND, WHO, ONE, r"/relationships/new/$"),
    "cases/merge.html": ("ade", "/cases/", r"^/cases/\d+/$", AROUND, WHO, ONE, r"/merge/$", r"\?with=\d+$"),
    "cases/person_tie.html": ("ade", "/cases/", r"^/cases/\d+/$", AROUND, WHO, ONE, r"/elsewhere/$"),
    "cases/birth.html": ("ade", "/cases/find/?q=doyle", r"^/cases/\d+/$", AROUND, WHO, r"/birth/$"),
    "cases/loss.html": ("ade", "/cases/find/?q=doyle", r"^/cases/\d+/$", AROUND, WHO, r"/birth/$", r"/loss/$"),
}
# What looks different on another way: a move, a way to reach somebody, parental responsibility.
OTHER_PEOPLE: list[tuple[str, ...]] = [
    ("ade", "/cases/", r"^/cases/\d+/$", AROUND, WHO, r"/moves/new/$"),
    ("ade", "/cases/", r"^/cases/\d+/$", AROUND, WHO, ONE, r"/reach/new/$"),
    ("ade", "/cases/", r"^/cases/\d+/$", AROUND, WHO, ONE, r"/relationships/\d+/edit/\?of=\d+$"),
]
