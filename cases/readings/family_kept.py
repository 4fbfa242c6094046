"""Who is left out of what a family reads together with what is kept from it: the same people as in its picture."""

from collections.abc import Mapping, Sequence
from typing import Any

from cases.models import Member
from cases.rules.genogram.couples import Pair
from cases.rules.genogram.keeping import known_to


def kept_with_them(said: Any) -> set[int]:
    """The keys of people whom kept ties alone link with the children, and of children who were lost before birth.

    `said` are the rows of a family, as one audience may know them. Of its ties, those stay that tell nothing kept.
    """
    children = [str(row["pk"]) for row in said["people"] if row["kind"] == Member.Kind.CHILD]
    lost = {row["pk"] for row in said["people"] if row["loss"] or row["expected_on"] and row["died_on"]}
    shown, every = _pairs(said["ties"]), _pairs(said["all_ties"])
    known = known_to(children, shown.values(), [*every.values()], _homes(said["stays"]), affairs=False)
    whole = known_to(children, every.values(), [*every.values()], {}, affairs=True)
    told = {*known.pairs}
    kept = lost | {int(who) for who in whole.people - known.people}
    ties = [said["ties"][at] for at, pair in shown.items() if pair in told]
    said["ties"] = [row for row in ties if not {row["one"], row["other"]} & kept]
    return kept


def _pairs(rows: Sequence[Mapping[str, Any]]) -> dict[int, Pair]:
    return {
        at: Pair(str(row["one"]), str(row["other"]), row["kind"], row.get("couple", "")) for at, row in enumerate(rows)
    }


def _homes(stays: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    homes: dict[str, list[str]] = {}
    for row in stays:
        homes.setdefault(str(row["home"]), []).append(str(row["member"]))
    return homes
