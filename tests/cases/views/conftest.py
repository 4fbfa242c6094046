"""Views are asked on a Tuesday, and what they answer is read as a person reads it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from html.parser import HTMLParser
from typing import Any

import pytest
import time_machine


@pytest.fixture(autouse=True)
def tuesday(today: Any) -> Iterator[None]:
    """Ten in the morning, and no second later."""
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


@dataclass
class Page(HTMLParser):
    """A page: what it says, what is wrong beside which field, what is filled in and ticked."""

    said: str = ""
    errors: dict[str, str] = field(default_factory=dict)
    filled: dict[str, str] = field(default_factory=dict)
    ticked: dict[str, str] = field(default_factory=dict)
    offered: list[str] = field(default_factory=list)
    """Names of the fields, in the order of the page."""
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._into: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        name = found.get("name", "")
        if tag in ("input", "textarea", "select") and name not in self.offered:
            self.offered.append(name)
        if tag == "a":
            self.links.append(found.get("href", ""))
        if tag == "input" and found.get("type") in ("radio", "checkbox"):
            if "checked" in found:
                self.ticked[name] = found["value"]
        elif tag == "input":
            self.filled[name] = found.get("value", "")
        elif tag == "textarea":
            self._into.append((tag, "filled", name))
        elif found.get("id", "").endswith("_error"):
            self._into.append((tag, "errors", found["id"].removeprefix("id_").removesuffix("_error")))

    def handle_endtag(self, tag: str) -> None:
        if self._into and self._into[-1][0] == tag:
            _, kind, name = self._into.pop()
            kept = getattr(self, kind)
            kept[name] = kept.get(name, "").strip() if kind == "errors" else kept.get(name, "").removeprefix("\n")

    def handle_data(self, data: str) -> None:
        self.said += data
        for _, kind, name in self._into:
            kept = getattr(self, kind)
            kept[name] = kept.get(name, "") + data


@pytest.fixture
def read() -> Any:
    """Read an answer that must be a whole page."""

    def page(answer: Any) -> Page:
        assert answer.status_code == 200
        found = Page()
        found.feed(answer.content.decode())
        found.said = " ".join(found.said.split())
        return found

    return page
