"""The narrative in words: what was told so far, what can be added, what can be taken back."""

from __future__ import annotations

from handlers.desk import Rows
from handlers.fitting import names, short
from handlers.interview.answering import leaving, sweeping
from handlers.interview.talk import Part, Talk
from handlers.outgoing import Button
from handlers.words import Html, Words
from reporting.attaching import LARGEST, MOST, Attachment, in_units
from reporting.events import Asked, Attached, Listed, NotAttached, Removed
from reporting.kinds import LONGEST_TEXT
from reporting.said import Choice
from reporting.telling import Told, file_mark, text_mark

FILES_ROOM = 600  # characters of a message
TEXT_SHOWN = 60  # of what is told already
LABEL_ROOM = 30  # of a button


def narrative_asked(talk: Talk, event: Asked) -> Part:
    """The question, what it holds already, and within which limits more is taken."""
    words, told = talk.words, event.told
    label = words.label(event.question.label)
    lines = [words("asked-narrative", n=event.n, of=event.of, label=label)]
    if told:
        lines.append(told_line(words, told))
    if told.texts:
        lines.append(words("told-so-far", text=short("\n".join(told.texts), TEXT_SHOWN)))
    limits = words("narrative-limits", longest=LONGEST_TEXT, most=MOST, largest=_LARGEST)
    lines.append(words("narrative-more" if told else "narrative-how", limits=limits))
    row: tuple[Button, ...] = (talk.button("button-none", Choice.NONE),)
    if told:
        row = (talk.button("button-enough", Choice.ENOUGH), *removing(talk, told))
    return Html("\n".join(lines)), (row, *sweeping(talk, event), leaving(talk, event))


def told_line(words: Words, told: Told) -> Html:
    """已收到 2 条文字（共 85 字）、1 个文件：现场.jpg（1.2 MB）."""
    counts = []
    if told.texts:
        counts.append(words("told-texts", count=len(told.texts), length=told.length))
    if told.files:
        counts.append(words("told-files", count=len(told.files), files=file_names(words, told)))
    return words("told", what=words.listed(counts))


def file_names(words: Words, told: Told) -> Html:
    """Names and sizes, as many as there is room for."""
    return names(words, [_named(words, each) for each in told.files], FILES_ROOM)


def removing(talk: Talk, told: Told) -> tuple[Button, ...]:
    """[删除…], where there is something to remove."""
    return (talk.button("button-remove", Choice.LIST),) if told else ()


def listed(talk: Talk, event: Listed) -> Part:
    """A button for each text and each file."""
    rows: list[tuple[Button, ...]] = []
    for n, text in enumerate(event.told.texts):
        label = talk.words.plain("button-remove-text", n=n + 1, text=_on_one_line(text))
        rows.append((talk.choice(label, Choice.REMOVE, text_mark(n, text)),))
    for file in event.told.files:
        label = short(_named(talk.words, file), LABEL_ROOM)
        rows.append((talk.choice(label, Choice.REMOVE, file_mark(file)),))
    return talk.words("narrative-remove"), (*rows[:_ROWS], *_leaving_list(talk, event.told))


def attached(talk: Talk, event: Attached) -> Part:
    """A file was taken; where it went."""
    file = _named(talk.words, event.attachment)
    said = talk.words("attached", file=file, label=_label(talk))
    return _with_words(talk, said, event), ()


def not_attached(talk: Talk, event: NotAttached) -> Part:
    """A file was not taken: why, and what can be done."""
    key, name = f"not-attached-{event.why.value}", event.attachment.name
    said = talk.words(key, name=name, label=_label(talk), most=MOST)
    return _with_words(talk, said, event), ()


def removed(talk: Talk, event: Removed) -> Part:
    """A text or a file is gone."""
    return talk.words("narrative-removed"), ()


def _with_words(talk: Talk, said: Html, event: Attached | NotAttached) -> Html:
    """What stood under a file is told apart: it may have been meant for the question."""
    if not event.words:
        return said
    return Html(f"{said}\n{talk.words('attached-words', label=_label(talk))}")


_LARGEST = LARGEST // 1024**2  # MB
_ROWS = 95  # Telegram takes 100


def _leaving_list(talk: Talk, told: Told) -> Rows:
    keep = (talk.button("button-keep-all", Choice.KEEP),)
    if not told.texts:
        return (keep,)
    return ((talk.button("button-afresh", Choice.AFRESH),), keep)


def _named(words: Words, file: Attachment) -> str:
    return words.plain("file-named", name=file.name, size=in_units(file.size))


def _on_one_line(text: str) -> str:
    return short(" ".join(text.split()), LABEL_ROOM)


def _label(talk: Talk) -> str:
    narrative = talk.form.narrative
    return talk.words.label(narrative) if narrative else ""
