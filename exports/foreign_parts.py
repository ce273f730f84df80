"""What lies around the sheets of somebody else's xlsx: their list, links, the file's properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exports.streaming import Reader, Texts


@dataclass(frozen=True, slots=True)
class Listed:
    """A sheet as the workbook lists it; ``link`` leads to its part."""

    name: str
    visible: bool
    link: str


class Sheets(Reader):
    """The workbook's list of its sheets."""

    def __init__(self) -> None:
        self.found: list[Listed] = []

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A sheet."""
        if tag == "sheet":
            visible = attributes.get("state", "visible") == "visible"
            name, link = attributes.get("name", ""), attributes.get("id", "")
            self.found.append(Listed(name, visible, link))


class Links(Reader):
    """Which part each link leads to."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A link."""
        if tag == "Relationship":
            self.found[attributes.get("Id", "")] = attributes.get("Target", "")


class Properties(Texts):
    """The document's own properties, by name."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._name = ""

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A property, or its value."""
        if tag == "property":
            self._name, self.gathering = attributes.get("name", ""), True

    def finish(self, tag: str) -> None:
        """A value is complete."""
        if tag == "property":
            self.found[self._name] = self.taken().strip()
