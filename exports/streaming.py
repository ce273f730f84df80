"""A part of somebody else's xlsx read as a stream: nothing of it is kept that is not asked for.

The libraries build an object for every element before they know whether it matters; a few
megabytes of empty elements then take gigabytes. Here each part goes by once, piece by piece.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from exports.guard import CHUNK, Unsafe, UnsafeFile

MOST = 300_000  # elements of one part; a form has a few hundred, the styles of old files many more
DEEPEST = 50
LONGEST = 500  # characters of one text that are kept; a line of the form has a hundred


class Reader:
    """Hears a part's elements by their local names. ``done`` ends the reading early."""

    done = False
    _count = _depth = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins (the parser's call)."""
        self._count += 1
        self._depth += 1
        if self._count > MOST or self._depth > DEEPEST:
            raise UnsafeFile(Unsafe.UNPACKS_TOO_LARGE)
        if not self.done:
            self.begin(_local(tag), {_local(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        """An element ends (the parser's call)."""
        self._depth -= 1
        if not self.done:
            self.finish(_local(tag))

    def data(self, text: str) -> None:
        """A piece of text (the parser's call)."""
        if not self.done:
            self.words(text)

    def close(self) -> None:
        """The part ends (the parser's call)."""

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """What is to be done where an element begins."""

    def finish(self, tag: str) -> None:
        """What is to be done where one ends."""

    def words(self, text: str) -> None:
        """What is to be done with text; a long one comes in pieces."""


class Texts(Reader):
    """A reader that can gather the text it meets."""

    def __init__(self) -> None:
        self.gathered: list[str] = []
        self.gathering = False

    def words(self, text: str) -> None:
        """Keep text while it is wanted, and not without end."""
        if self.gathering and sum(map(len, self.gathered)) < LONGEST:
            self.gathered.append(text[:LONGEST])

    def taken(self) -> str:
        """What was gathered; from now on nothing is."""
        said, self.gathered, self.gathering = "".join(self.gathered), [], False
        return said


def stream(archive: zipfile.ZipFile, part: str, reader: Reader) -> None:
    """Let the part go by, until the reader is done; UnsafeFile where it is no XML, or too much."""
    parser = DefusedXMLParser(target=reader, forbid_dtd=True)
    try:
        with archive.open(part) as source:
            while not reader.done and (chunk := source.read(CHUNK)):
                parser.feed(chunk)
            if not reader.done:
                parser.close()
    except (KeyError, ParseError, DefusedXmlException, ValueError) as error:
        raise UnsafeFile(Unsafe.DAMAGED) from error


def _local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]
