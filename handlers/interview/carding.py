"""Many answers in one message, read back on a card; and rows and words that fit no one place."""

from __future__ import annotations

from handlers.fitting import echoed, lines_within, names, short
from handlers.interview.talk import Part, Talk
from handlers.words import Html
from reporting.draft import REVIEW
from reporting.events import Card, Misfit, Offered, RecordedMany
from reporting.many.results import Conflict, Fit, Pair, Slip, Total, Unclear
from reporting.said import Choice
from reporting.telling import NARRATIVE

# Characters of one message, tags and all. Slips and totals never stand beside unclear parts.
PAIRS_ROOM, SAME_ROOM, UNCLEAR_ROOM, CONFLICTS_ROOM = 1500, 500, 700, 400
SLIPS_ROOM, TOTALS_ROOM, PERHAPS_ROOM, TEXT_SHOWN = 700, 400, 100, 200
MANY, EXAMPLES_ROOM = 4, 30  # of more candidates than that, an example or two
OFFERED_SHOWN = 6


def card(talk: Talk, event: Card) -> Part:
    """What was understood, a line a figure, and what was not; nothing is written yet.

    Where nothing can be written it is only told why, above the question that stays.
    """
    if not event.digest:
        return Html("\n".join([_head(talk, event), *_doubts(talk, event)])), ()
    lines = [_head(talk, event)]
    lines += lines_within(talk.words, pairs(talk, event), PAIRS_ROOM)
    lines += [*_same(talk, event), *_narrative(talk, event)]
    if event.zeros:
        lines.append(talk.words("card-zeros", count=len(event.zeros)))
    row = [talk.button("button-discard", Choice.DISCARD)]
    if event.ready:
        row.insert(0, talk.button("button-confirm", Choice.CONFIRM, event.digest))
    return Html("\n".join([*lines, *_doubts(talk, event)])), (tuple(row),)


def _doubts(talk: Talk, event: Card) -> list[Html]:
    """What was not taken, or should be looked at."""
    totals = [_total(talk, each) for each in event.totals if each.differs]
    lines = lines_within(talk.words, totals, TOTALS_ROOM)
    lines += lines_within(talk.words, [_slip(talk, each) for each in event.slips], SLIPS_ROOM)
    conflicts = [_conflict(talk, each) for each in event.conflicts]
    lines += lines_within(talk.words, conflicts, CONFLICTS_ROOM)
    if event.last_unknown:
        lines.append(talk.words("card-last-unknown", same=_as_last(talk), before=_before(talk)))
    unclear = [_unclear(talk, each) for each in event.not_understood]
    return lines + lines_within(talk.words, unclear, UNCLEAR_ROOM)


def _head(talk: Talk, event: Card) -> Html:
    if event.ready:
        return talk.words("card")
    return talk.words("card-stopped" if event.slips or event.conflicts else "card-nothing")


def recorded_many(talk: Talk, event: RecordedMany) -> Part:
    """How much was taken from a card, and in which ways."""
    parts: list[str] = [talk.words("part-given", count=event.count)] if event.count else []
    if event.zeros:
        parts.append(talk.words("part-zeros", count=event.zeros))
    if event.repeated:
        parts.append(talk.words("part-same", count=event.repeated, same=_as_last(talk)))
    if event.narrative and talk.form.narrative is not None:
        parts.append(talk.words.label(talk.form.narrative))
    return talk.words("recorded-many", parts=talk.words.listed(parts)), ()


def misfit(talk: Talk, event: Misfit) -> Part:
    """A row that has no one place: what would have."""
    fits = names(talk.words, [_fit(talk, each) for each in event.fits], PERHAPS_ROOM)
    before = _before(talk)
    return talk.words(f"misfit-{event.why.value}", count=event.count, fits=fits, before=before), ()


def offered(talk: Talk, event: Offered) -> Part:
    """The questions that words may mean, a button each; and back to where they were typed."""
    shown = [talk.form.questions[key] for key in event.keys[:OFFERED_SHOWN]]
    rest = len(event.keys) - len(shown)
    text = talk.words("offered-more", count=rest) if rest else talk.words("offered")
    rows = [(talk.choice(talk.words.label(each.label), Choice.JUMP, each.key),) for each in shown]
    back = "button-to-review" if talk.draft.at == REVIEW else "button-to-question"
    return text, (*rows, (talk.button(back, Choice.JUMP, talk.draft.at),))


def _same(talk: Talk, event: Card) -> list[Html]:
    """同上月: a line for each figure that was not 0, and how many were."""
    nonzero = [each for each in event.repeated if each.value]
    lines = lines_within(talk.words, [_same_line(talk, each) for each in nonzero], SAME_ROOM)
    if zeros := len(event.repeated) - len(nonzero):
        lines.append(talk.words("card-same-zeros", count=zeros, same=_as_last(talk)))
    return lines


def _same_line(talk: Talk, pair: Pair) -> Html:
    value, label = talk.figure(pair.key, pair.value), named(talk, pair.key)
    return talk.words("card-same", label=label, value=value, same=_as_last(talk))


def _narrative(talk: Talk, event: Card) -> list[Html]:
    """The closing text, and whether it takes another's place."""
    if event.narrative is None or talk.form.narrative is None:
        return []
    label, text = talk.words.label(talk.form.narrative), short(event.narrative, TEXT_SHOWN)
    replaced = event.before.get(NARRATIVE, event.narrative) != event.narrative
    key = "card-narrative-replaces" if replaced else "card-narrative"
    return [talk.words(key, label=label, text=text)]


def _as_last(talk: Talk) -> str:
    """同上月, 同上周."""
    return talk.words.plain(f"as-{talk.every.value}")


def _before(talk: Talk) -> str:
    """上月, 上周."""
    return talk.words.plain(f"before-{talk.every.value}")


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
    if not isinstance(before, int) or before == pair.value:
        return line
    return Html(line + talk.before(talk.figure(pair.key, before), talk.by(pair.key)))


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
    room = PERHAPS_ROOM if len(keys) <= MANY else EXAMPLES_ROOM
    perhaps = names(talk.words, [named(talk, key) for key in keys], room)
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
