"""What a page says, as a person reads it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


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
                self.ticked[name] = found.get("value", "on")
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
