"""The pages of the genogram: where somebody of the demo finds them."""

RECORD = r"^/cases/\d+/$"
FAMILY = r"^/cases/\d+/family/$"
GENOGRAM = r"^/cases/\d+/genogram/$"

# By template: who looks, where they begin, along which links. The last page is what is looked at.
LIVE_GENOGRAM: dict[str, tuple[str, ...]] = {
    "cases/genogram.html": ("ade", "/cases/", RECORD, FAMILY, GENOGRAM),
    "cases/genogram_full.html": ("ade", "/cases/", RECORD, FAMILY, GENOGRAM, r"/genogram/full/$"),
}
# What looks different on another way: somebody chosen, two days side by side.
OTHER_GENOGRAM: list[tuple[str, ...]] = [
    ("ade", "/cases/", RECORD, FAMILY, GENOGRAM, r"\?person=m\d+#person$"),
    ("ade", "/cases/", RECORD, FAMILY, GENOGRAM, r"\?on=\d{4}-\d\d-\d\d$"),
]
