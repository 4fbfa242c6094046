"""The pages on which a picture grows: somebody added beside somebody, couples, slips, drawing together."""

from tests.journeys.pages_genogram import FAMILY, GENOGRAM, RECORD
from tests.journeys.pages_people import AROUND, ONE, WHO

CHOSEN = r"\?person=m\d+#person$"
TOGETHER = r"/genogram/together/$"
TELLING = r"/genogram/together/\?teller=\d+$"
SOMEBODY = r"/genogram/together/\?teller=\d+&person=m\d+#person$"

# By template: who looks, where they begin, along which links. The last page is what is looked at.
LIVE_ADDING: dict[str, tuple[str, ...]] = {
    "cases/genogram_add.html": ("ade", "/cases/", RECORD, FAMILY, GENOGRAM, CHOSEN, r"/add/partner/$"),
    "cases/member_mistake.html": ("ade", "/cases/", RECORD, AROUND, WHO, ONE, r"/mistake/$"),
    "cases/draw_together.html": ("ade", "/cases/", RECORD, FAMILY, GENOGRAM, TOGETHER),
    "cases/together_add.html": ("ade", "/cases/", RECORD, FAMILY, GENOGRAM, TOGETHER, TELLING, SOMEBODY, r"/sibling/"),
}
# What looks different on another way: somebody tapped, a couple, a form that asks for a brother.
OTHER_ADDING: list[tuple[str, ...]] = [
    ("ade", "/cases/", RECORD, FAMILY, GENOGRAM, TOGETHER, TELLING, SOMEBODY),
    ("ade", "/cases/", RECORD, FAMILY, GENOGRAM, CHOSEN, r"/couple/\?back=genogram"),
]
