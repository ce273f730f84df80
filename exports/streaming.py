"""A part of somebody else's xlsx read as a stream: nothing of it is kept that is not asked for.

The libraries build an object for every element before they know whether it matters; a few
megabytes of empty elements then take gigabytes. Here each part goes by once, piece by piece.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from typing import NoReturn
from xml.parsers import expat

from exports.guard import CHUNK, Unsafe, UnsafeFile

DEEPEST = 50
LONGEST = 500  # characters of one text that are kept; a line of the form has a hundred
_BETWEEN = "}"  # a namespace and a name


class Reader:
    """Hears a part's elements by their local names. ``done`` ends the reading early."""

    done = False
    left = 0  # elements that may still come
    _depth = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins (the parser's call)."""
        self.left -= 1
        self._depth += 1
        if self.left < 0 or self._depth > DEEPEST:
            raise UnsafeFile(Unsafe.UNPACKS_TOO_LARGE)
        if not self.done:
            self.begin(_local(name), {_local(each): said for each, said in attributes.items()})

    def end(self, name: str) -> None:
        """An element ends (the parser's call)."""
        self._depth -= 1
        if not self.done:
            self.finish(_local(name))

    def data(self, text: str) -> None:
        """A piece of text (the parser's call)."""
        if not self.done:
            self.words(text)

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


def stream(archive: zipfile.ZipFile, part: str, reader: Reader, most: int) -> int:
    """Let the part go by, until the reader is done; how many of ``most`` elements are left then.

    UnsafeFile where it is no XML, or more than that.
    """
    reader.left = most
    parser = _parser(reader)
    try:
        with archive.open(part) as source:
            while not reader.done and (chunk := source.read(CHUNK)):
                parser.Parse(chunk)
            if not reader.done:
                parser.Parse(b"", True)
    except (LookupError, ValueError, expat.ExpatError) as error:
        raise UnsafeFile(Unsafe.DAMAGED) from error
    return reader.left


def _parser(reader: Reader) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    parser.StartDoctypeDeclHandler = _no_entities
    return parser


def _no_entities(*_: object) -> NoReturn:
    """No spreadsheet declares any; they are how a few letters become gigabytes."""
    raise UnsafeFile(Unsafe.DAMAGED)


def _local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(_BETWEEN)[2]
