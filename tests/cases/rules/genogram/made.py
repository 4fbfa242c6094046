"""A family written in a few words, as a file of the schema genogram/1."""

from typing import Any

GENDERS = {"f": "female", "m": "male", "o": "other", "u": "unknown"}


class Made:
    """A family in a few words. The row of each person is said, not found by the layout."""

    def __init__(self) -> None:
        self.persons: list[dict[str, Any]] = []
        self.unions: list[dict[str, Any]] = []
        self.parentage: list[dict[str, Any]] = []
        self.twins: list[dict[str, Any]] = []
        self.homes: list[dict[str, Any]] = []
        self.feelings: list[dict[str, Any]] = []
        self.row: dict[str, int] = {}

    def people(self, row: int, words: str) -> None:
        """`gran:f:1950 tom:m:2015-02-01:x` are people of one row; x is who is dead."""
        for word in words.split():
            who, gender, birth, died, *_ = [*word.split(":"), "", ""]
            self.row[who] = row
            self.persons.append(
                {
                    "id": who, "name": who.capitalize() + " Example", "gender": GENDERS[gender], "birth": birth or None,
                    "death": "2020" if died == "x" else None, "index": False,
                }
            )  # fmt: skip

    def lost(self, row: int, who: str, kind: str, year: str) -> None:
        """A pregnancy, or one that was lost."""
        self.row[who] = row
        self.persons.append(
            {
                "id": who,
                "name": "",
                "gender": "unknown",
                "birth": year,
                "death": None,
                "index": False,
                "pregnancy": kind,
            }
        )

    def union(self, partners: str, children: str = "", how: str = "birth", **more: Any) -> None:
        """Partners, and their children."""
        key = f"u{len(self.unions) + 1}"
        base = {"id": key, "partners": partners.split(), "kind": "cohabiting", "status": "current", "start": None}
        self.unions.append(base | {"end": None} | more)
        self.parentage += [{"child": child, "union": key, "kind": how} for child in children.split()]

    def more(self, union: int, children: str, kind: str) -> None:
        """Children who come to a union that is there already."""
        self.parentage += [{"child": child, "union": f"u{union}", "kind": kind} for child in children.split()]

    def home(self, members: str) -> None:
        """Who lives together."""
        key = f"h{len(self.homes) + 1}"
        self.homes.append({"id": key, "label": f"Home {key}", "members": members.split()})

    def feels(self, *pairs: str) -> None:
        """`tom-gran-close`."""
        for pair in pairs:
            one, other, kind = pair.split("-")
            self.feelings.append({"a": one, "b": other, "kind": kind, "directed": kind == "abuse"})

    def file(self, index: str, crossings: int) -> dict[str, Any]:
        """The whole as a file."""
        for person in self.persons:
            person["index"] = person["id"] in index.split()
        top = min(self.row.values())
        return {
            "schema": "genogram/1", "title": "Made by hand", "as_of": "2026-11-21", "persons": self.persons,
            "unions": self.unions, "parentage": self.parentage, "multiple_births": self.twins,
            "households": self.homes, "emotional": self.feelings, "agencies": [], "ties": [],
            "expect": {"generations": {who: at - top for who, at in self.row.items()}, "crossings_max": crossings},
        }  # fmt: skip
