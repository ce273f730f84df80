"""Many answers in one message, read back on a card; and rows and words that fit no one place."""

from __future__ import annotations

from handlers.fitting import echoed, lines_within, names
from handlers.talk import Part, Talk
from handlers.words import Html
from reporting.draft import REVIEW
from reporting.events import Card, Misfit, Offered, RecordedMany
from reporting.many.results import Conflict, Fit, Pair, Slip, Total, Unclear
from reporting.said import Choice

# Characters of one message, tags and all. Slips and totals never stand beside unclear parts.
PAIRS_ROOM, UNCLEAR_ROOM, CONFLICTS_ROOM = 1900, 700, 400
SLIPS_ROOM, TOTALS_ROOM, PERHAPS_ROOM = 700, 400, 100
OFFERED_SHOWN = 6


def card(talk: Talk, event: Card) -> Part:
    """What was understood, a line a figure, and what was not; nothing is written yet."""
    lines = [_head(talk, event)]
    lines += lines_within(talk.words, pairs(talk, event), PAIRS_ROOM)
    if event.zeros:
        lines.append(talk.words("card-zeros", count=len(event.zeros)))
    totals = [_total(talk, each) for each in event.totals if each.differs]
    lines += lines_within(talk.words, totals, TOTALS_ROOM)
    lines += lines_within(talk.words, [_slip(talk, each) for each in event.slips], SLIPS_ROOM)
    conflicts = [_conflict(talk, each) for each in event.conflicts]
    lines += lines_within(talk.words, conflicts, CONFLICTS_ROOM)
    unclear = [_unclear(talk, each) for each in event.not_understood]
    lines += lines_within(talk.words, unclear, UNCLEAR_ROOM)
    row = [talk.button("button-discard", Choice.DISCARD)]
    if event.ready:
        row.insert(0, talk.button("button-confirm", Choice.CONFIRM, event.digest))
    return Html("\n".join(lines)), (tuple(row),)


def _head(talk: Talk, event: Card) -> Html:
    if event.ready:
        return talk.words("card")
    return talk.words("card-stopped" if event.slips or event.conflicts else "card-nothing")


def recorded_many(talk: Talk, event: RecordedMany) -> Part:
    """How much was taken from a card."""
    key = "recorded-many-zeros" if event.zeros else "recorded-many"
    values = {"zeros": event.zeros} if event.zeros else {}
    return talk.words(key, count=event.count, **values), ()


def misfit(talk: Talk, event: Misfit) -> Part:
    """A row that has no one place: what would have."""
    fits = names(talk.words, [_fit(talk, each) for each in event.fits], PERHAPS_ROOM)
    return talk.words(f"misfit-{event.why.value}", count=event.count, fits=fits), ()


def offered(talk: Talk, event: Offered) -> Part:
    """The questions that words may mean, a button each; and back to where they were typed."""
    shown = [talk.form.questions[key] for key in event.keys[:OFFERED_SHOWN]]
    rest = len(event.keys) - len(shown)
    text = talk.words("offered-more", count=rest) if rest else talk.words("offered")
    rows = [(talk.choice(talk.words.label(each.label), Choice.JUMP, each.key),) for each in shown]
    back = "button-to-review" if talk.draft.at == REVIEW else "button-to-question"
    return text, (*rows, (talk.button(back, Choice.JUMP, talk.draft.at),))


def pairs(talk: Talk, event: Card) -> list[Html]:
    """In the order of the message; where that is too long, what is not 0 first."""
    lines = {each.key: _pair(talk, event, each) for each in event.pairs}
    if sum(map(len, lines.values())) + len(lines) <= PAIRS_ROOM:
        return list(lines.values())
    return [lines[each.key] for each in sorted(event.pairs, key=lambda each: not each.value)]


def _pair(talk: Talk, event: Card, pair: Pair) -> Html:
    value = talk.figure(pair.key, pair.value)
    line = talk.words("card-pair", label=named(talk, pair.key), value=value)
    before = event.before.get(pair.key)
    if before in (None, pair.value):
        return line
    return Html(line + talk.before(talk.figure(pair.key, before or 0), talk.by(pair.key)))


def _total(talk: Talk, total: Total) -> Html:
    expected = talk.figure(total.key, total.expected or 0)
    label, said = named(talk, total.key), echoed(total.said)
    return talk.words("card-total", label=label, expected=expected, said=said)


def _slip(talk: Talk, slip: Slip) -> Html:
    why = _why(talk, slip.key, slip)
    label, said = named(talk, slip.key), echoed(slip.said)
    return talk.words("card-slip", n=slip.n, label=label, said=said, why=why)


def _conflict(talk: Talk, conflict: Conflict) -> Html:
    values = talk.words.listed(talk.figure(conflict.key, each.value) for each in conflict.pairs[:3])
    return talk.words("card-conflict", label=named(talk, conflict.key), values=values)


def _unclear(talk: Talk, part: Unclear) -> Html:
    keys = part.candidates
    why, said = _why(talk, keys[0] if keys else "", part), echoed(part.said)
    if not keys:
        return talk.words("card-unclear", said=said, why=why)
    perhaps = names(talk.words, [named(talk, key) for key in keys], PERHAPS_ROOM)
    return talk.words("card-unclear-perhaps", said=said, why=why, perhaps=perhaps)


def _why(talk: Talk, key: str, found: Slip | Unclear) -> Html:
    """Why a part was not taken: of a number, its own reason."""
    if found.reason is None:
        return talk.words(f"unclear-{found.why.value}")
    known = key in talk.form.cells or key in talk.form.fields
    return talk.refusal(found.reason, talk.form.measure(key) if known else None)


def _fit(talk: Talk, fit: Fit) -> Html:
    return talk.words(f"extent-{fit.extent.value}", count=fit.count)


def named(talk: Talk, key: str) -> str:
    """A question's words; of a cell that is not asked, its column and row."""
    question, cell = talk.form.questions.get(key), talk.form.cells.get(key)
    if question is not None:
        return talk.words.label(question.label)
    if cell is None:
        return key
    return f"{talk.words.label(cell.column_label)} · {talk.words.label(cell.row_label)}"
