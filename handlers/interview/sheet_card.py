"""The card of a form that came as a file: what is new, what differs, and what was not read."""

from __future__ import annotations

from dataclasses import replace

from exports.sentences import sentence_text
from handlers.fitting import echoed, lines_within
from handlers.interview.carding import named, pairs
from handlers.interview.talk import Part, Talk
from handlers.words import Html
from reporting.said import Choice
from reporting.sheet_cells import Fault, Unread, WrongTotal
from reporting.uploading import SheetCard

# Characters of one message, tags and all.
PAIRS_ROOM, WRONG_ROOM, UNREAD_ROOM = 2200, 400, 700
ZEROS_LISTED = 4


def sheet_card(talk: Talk, event: SheetCard) -> Part:
    """How much was read, every figure that would be written, and every cell that was not taken."""
    lines = [talk.words("sheet-card" if event.ready else "sheet-card-none", title=talk.title)]
    lines.append(_counts(talk, event))
    if event.blank:
        lines.append(talk.words("sheet-blank", count=event.blank))
    lines += _figures(talk, event)
    lines += lines_within(talk.words, [_wrong(talk, each) for each in event.wrong], WRONG_ROOM)
    if event.unread:
        lines.append(talk.words("sheet-unread", count=len(event.unread)))
        unread = [_unread(talk, each) for each in event.unread]
        lines += lines_within(talk.words, unread, UNREAD_ROOM)
    if not event.ready:
        return Html("\n".join(lines)), ((talk.button("button-sheet-back", Choice.DISCARD),),)
    confirm = talk.button("button-confirm", Choice.CONFIRM, event.digest)
    return Html("\n".join(lines)), ((confirm, talk.button("button-sheet-discard", Choice.DISCARD)),)


def _counts(talk: Talk, event: SheetCard) -> Html:
    changed, read = len(event.before), event.same + len(event.pairs)
    new = len(event.pairs) - changed
    return talk.words("sheet-read", read=read, new=new, changed=changed, same=event.same)


def _figures(talk: Talk, event: SheetCard) -> list[Html]:
    """Every figure that would be written; many zeros, where nothing stood, as their number."""
    listed = [each for each in event.pairs if each.value or each.key in event.before]
    zeros = len(event.pairs) - len(listed)
    if zeros <= ZEROS_LISTED:
        return lines_within(talk.words, pairs(talk, event), PAIRS_ROOM)
    lines = pairs(talk, replace(event, pairs=tuple(listed)))
    shown = lines_within(talk.words, lines, PAIRS_ROOM)
    return [*shown, talk.words("sheet-zeros", count=zeros)]


def _wrong(talk: Talk, total: WrongTotal) -> Html:
    return talk.words(
        "sheet-wrong",
        at=total.at,
        label=named(talk, total.key),
        expected=talk.figure(total.key, total.expected),
        said=echoed(total.said),
    )


def _unread(talk: Talk, cell: Unread) -> Html:
    label, said, why = named(talk, cell.key), echoed(cell.said), _why(talk, cell)
    if not said:
        return talk.words("sheet-unread-empty", at=cell.at, label=label, why=why)
    return talk.words("sheet-unread-cell", at=cell.at, label=label, said=said, why=why)


def _why(talk: Talk, cell: Unread) -> Html:
    """The reason, and what to do; of a number, its own."""
    if cell.reason is not None:
        return talk.refusal(cell.reason, talk.form.measure(cell.key))
    if cell.fault is Fault.SENTENCE:
        lines = talk.form.sentences
        line = next(each for each in lines if talk.form.fields[cell.key] in each.fields)
        return talk.words("fault-sentence", wanted=sentence_text(line, {}, "zh"))
    return talk.words(f"fault-{cell.fault.value}")
