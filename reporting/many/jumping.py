"""Finding questions and figures by their words: 改 代孕 案件数."""

from __future__ import annotations

import re

from reporting.form import Form, State
from reporting.many.meaning import covered
from reporting.many.names import Keys, names_of
from reporting.many.scan import scan
from reporting.many.spellings import folded
from reporting.many.tokens import Name, Token, Words
from reporting.many.words import GOING

_GOING = re.compile("|".join(sorted(GOING, key=len, reverse=True)))
LIVE = (State.INPUT, State.COMPUTED)
_AT_ENDS = re.compile(rf"^(?:(?:{_GOING.pattern})\s*)+|(?:\s*(?:{_GOING.pattern}))+$")


def find_questions(form: Form, text: str) -> tuple[str, ...]:
    """Keys of the questions that a text names, in asking order; empty where it names none.

    A column alone gives all its questions, a row alone its own in every column; part of a name
    (移送) gives whatever it is part of. Figures and words that are no name are nobody's wish to
    go anywhere: nothing is found. For offering and going there, never for writing.
    """
    words = text.replace("一下", " ")
    if asked := _texts(form, words):
        return asked
    named = _covered(form, words)
    return tuple(key for key in form.questions if key in named)


def find_figures(form: Form, text: str) -> tuple[str, ...]:
    """Keys of the figures that a text names, computed ones too, in the form's order.

    As ``find_questions`` finds them: 非准入合计 案件 is a figure, though nobody is asked for it.
    """
    named = _covered(form, text)
    return tuple(
        key
        for key in (*form.cells, *form.fields)
        if key in named and (key in form.fields or form.cells[key].state in LIVE)
    )


def _covered(form: Form, words: str) -> Keys:
    """Every cell and field that the words name; none where other words stand among them."""
    message = scan(form, words)
    names = []
    for token in message.tokens:
        said = message.said(token.start, token.end)
        named = _named(form, token, said)
        if named:
            names.append(named)
        elif not (isinstance(token, Words) and not _AT_ENDS.sub("", said)):
            return frozenset()
    meaning = covered(form, names, None)
    return meaning.keys | meaning.near


def _texts(form: Form, words: str) -> tuple[str, ...]:
    """The questions that ask for a text, called by their labels."""
    bare = folded(_AT_ENDS.sub("", words.strip()))
    return tuple(
        key
        for key, asked in form.questions.items()
        if asked.kind == "text" and bare in (folded(asked.label.zh), folded(asked.label.en))
    )


def _named(form: Form, token: Token, said: str) -> Name | None:
    """A name, or what may be meant by part of one."""
    if isinstance(token, Name):
        return token
    if not isinstance(token, Words):
        return None
    senses = names_of(form).containing(_AT_ENDS.sub("", said))
    return Name(token.start, token.end, folded(said), senses) if senses else None
