"""What stands behind an inline button: at most 64 bytes, telling what it was made for.

``i|<report>|<place>|<choice>|<to>`` belongs to an interview (``to``: a group's key, ``#`` and a
question's number, or ``@`` and the number of the group whose figures are chosen).
``c|<command>|<words>`` runs a command as if it had been typed. Both are only
requests: the presser's duties are checked anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from reporting.draft import ROWS
from reporting.form import Form
from reporting.said import Choice, Tapped

LIMIT = 64
INTERVIEW, COMMAND = "i", "c"


@dataclass(frozen=True, slots=True)
class Asked:
    """A button that stands for a command and its words."""

    command: str
    words: str = ""


def of_tap(tap: Tapped) -> str:
    """The data of an interview's button."""
    return _joined(INTERVIEW, tap.draft, tap.place, tap.choice.value, tap.to)


def of_command(command: str, words: str = "") -> str:
    """The data of a button that runs a command."""
    return _joined(COMMAND, command, words)


def read(data: str) -> Tapped | Asked | None:
    """What a pressed button asks for; None where the data is none of ours."""
    match data.split("|"):
        case [kind, draft, place, choice, to] if kind == INTERVIEW and choice in set(Choice):
            return Tapped(draft, place, Choice(choice), to)
        case [kind, command, words] if kind == COMMAND:
            return Asked(command, words)
    return None


def pointer(form: Form, place: str) -> str:
    """Where a button leads, in a few bytes: a question, or a group's choice, by its number."""
    groups = [ROWS + each.key for each in form.groups]
    if place in groups:
        return f"@{groups.index(place)}"
    return f"#{form.numbers[place]}" if place in form.numbers else place


def pointed(form: Form, to: str) -> str:
    """The place again; as it is where it is no question's number."""
    lists = {"#": [*form.questions], "@": [ROWS + each.key for each in form.groups]}
    places, number = lists.get(to[:1], []), to[1:]
    known = number.isdecimal() and int(number) < len(places)
    return places[int(number)] if known else to


def _joined(*parts: str) -> str:
    data = "|".join(parts)
    if len(data.encode()) > LIMIT:
        raise ValueError(f"a button's data is over {LIMIT} bytes: {data}")
    return data
