"""The texts around a filled-in matrix: whose it is, and the sentences with figures in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from exports.sentences import FIELD
from exports.sheet import Place
from exports.uploaded_cells import address, typed
from reporting.form import EdgeField, Form, Sentence, Source
from reporting.sheet_cells import Fault, Stood

ROOM_TO_WRITE = "_＿ \u3000"
Texts = Mapping[Place, str]


def name_on(form: Form, above: Texts, below: Texts) -> str:
    """What the form's own field says whose it is; empty where it says nothing.

    ``above`` are the texts between the title and the header, ``below`` those under the matrix.
    """
    for fields, texts in ((form.header, above), (form.footer, below)):
        for each in fields:
            if each.source is Source.REGION:
                values = (_value(each, text) for text in _others(form, each, texts))
                return next((value for value in values if value), "")
    return ""


def sentence_cells(form: Form, below: Texts, first: int) -> Iterator[Stood]:
    """The figures in the sentences under the matrix, the first of which stands in ``first``."""
    for row, line in enumerate(form.sentences, first):
        opening = _plain(FIELD.split(line.text.zh)[0])
        stands = (at for at in below if _plain(below[at]).startswith(opening))
        at = next(stands, (row, 1))
        slots = _slots(line, below.get(at, ""))
        if slots is None:
            said = typed(below.get(at, ""))
            yield Stood(line.fields[0].key, address(at), said, Fault.SENTENCE)
            continue
        for key, said in slots.items():
            if said:
                yield Stood(key, address(at), said)


def _others(form: Form, field: EdgeField, texts: Texts) -> Iterator[str]:
    """The texts that are no sentence, and no other of the form's fields."""
    openings = [_plain(FIELD.split(line.text.zh)[0]) for line in form.sentences]
    others = (each for each in (*form.header, *form.footer) if each is not field)
    openings += [_plain(each.text.zh.partition("{}")[0]) for each in others]
    for text in texts.values():
        plain = _plain(text)
        if not any(each and plain.startswith(each) for each in openings):
            yield text


def _value(field: EdgeField, text: str) -> str:
    """A field's value in its text: what stands where the form has room to write."""
    before, _, after = map(_plain, field.text.zh.partition("{}"))
    plain = _plain(text)
    if field.blank and plain.endswith(tail := _plain(field.blank.zh).strip(ROOM_TO_WRITE)):
        plain = plain.removesuffix(tail)
    elif not (plain.startswith(before) and plain.endswith(after)):
        return ""
    return plain.removeprefix(before).removesuffix(after).strip(ROOM_TO_WRITE)


def _slots(line: Sentence, text: str) -> dict[str, str] | None:
    """What stands in each place of a sentence; None where its words are others."""
    names = FIELD.findall(line.text.zh)
    opening, *literals = map(_plain, FIELD.split(line.text.zh)[::2])
    rest = _plain(text)
    if not rest.startswith(opening):
        return None
    rest, said = rest.removeprefix(opening), {}
    for name, literal in zip(names, literals, strict=True):
        slot, found, rest = rest.partition(literal) if literal else (rest, "", "")
        if literal and not found:
            return None
        said[name] = typed(slot.strip(ROOM_TO_WRITE))
    return {each.key: said[each.name] for each in line.fields}


def _plain(text: str) -> str:
    """In half width and without spaces."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
