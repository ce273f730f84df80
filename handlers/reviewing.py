"""The review before 提交: what is not zero, what is missing, what needs a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handlers.fitting import short
from handlers.words import Html, Words
from reporting.draft import EXPLAIN, Draft
from reporting.events import Finding, Reviewed
from reporting.form import Form, Level, Question

ROOM = 3000  # characters of figures; the whole text stays under Telegram's 4,096
TEXT_SHOWN = 200  # of the narrative, and of the explanation


def review(words: Words, form: Form, draft: Draft, title: Html, event: Reviewed) -> Html:
    """Everything on one card: figures that are not zero, by group; findings; the narrative."""
    lines = [words("review", title=title)]
    lines += _cut(words, list(_groups(words, form, draft, event.nonzero)))
    if not event.nonzero and not event.unanswered:
        lines.append(words("review-all-zero", count=event.zeros))
    elif event.zeros:
        lines.append(words("review-zeros", count=event.zeros))
    if event.unanswered:
        lines.append(words("unanswered", count=len(event.unanswered)))
    if event.narrative is not None and form.narrative is not None:
        label = words.label(form.narrative)
        lines.append(
            words("review-narrative", label=label, text=short(event.narrative, TEXT_SHOWN))
        )
    lines += finding_lines(words, event.findings)
    if event.findings and (explained := draft.answers.get(EXPLAIN)):
        lines.append(words("review-explained", text=short(str(explained.value), TEXT_SHOWN)))
    return Html("\n".join(lines))


def finding_lines(words: Words, findings: Iterable[Finding]) -> Iterator[Html]:
    """A line a finding: its level, and what is wrong where, as the campaign words it."""
    for finding in findings:
        key = "finding-hard" if finding.check.level is Level.HARD else "finding-soft"
        yield words(key, message=words.label(finding.message))


def in_group(words: Words, form: Form, question: Question) -> str:
    """A question's words where its group has been named already."""
    if (field := form.fields.get(question.key)) is not None:
        return words.label(field.label)
    cell = form.cells.get(question.key)
    if cell is None:
        return words.label(question.label)
    group = next(node for node in form.columns if node.key == question.group)
    row = words.label(cell.row_label)
    if len(group.leaves) == 1:
        return row
    leaf = next(leaf for leaf in group.leaves if leaf.key == cell.column)
    return f"{words.label(leaf.short or leaf.label)} · {row}"


def _groups(words: Words, form: Form, draft: Draft, keys: Iterable[str]) -> Iterator[Html]:
    wanted = set(keys)
    for group in form.groups:
        shown = [form.questions[key] for key in group.questions if key in wanted]
        if shown:
            items = (_figure(words, form, draft, question) for question in shown)
            yield words("review-group", group=words.label(group.label), items=words.listed(items))


def _figure(words: Words, form: Form, draft: Draft, question: Question) -> str:
    value = draft.answers[question.key].value
    if question.measure is not None and isinstance(value, int):
        unit = words.label(question.measure.unit)
        value = words.plain("figure", value=question.measure.shown(value), unit=unit)
    return f"{in_group(words, form, question)} {value}"


def _cut(words: Words, lines: list[Html]) -> list[Html]:
    """As many lines as a message can hold, and how many more there are."""
    kept: list[Html] = []
    room = ROOM
    for line in lines:
        if len(line) > room:
            return [*kept, words("review-more", count=len(lines) - len(kept))]
        kept.append(line)
        room -= len(line)
    return kept
