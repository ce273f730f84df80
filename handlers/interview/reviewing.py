"""The review before 提交: what is not zero, what is missing, what needs a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from handlers.fitting import lines_within, names, short
from handlers.interview.narrating import file_names
from handlers.words import Html, Words
from reporting.draft import EXPLAIN, Draft
from reporting.events import Finding, Reviewed
from reporting.form import Form, Level, Question

FIGURES_ROOM, GROUP_ROOM, FINDINGS_ROOM = 2000, 500, 1000  # characters of one message
TEXT_SHOWN = 200  # of the narrative, and of the explanation


def review(words: Words, form: Form, draft: Draft, title: Html, event: Reviewed) -> Html:
    """Everything on one card: figures that are not zero, by group; findings; the narrative."""
    lines = [words("review", title=title)]
    groups = list(_groups(words, form, draft, event.nonzero))
    lines += lines_within(words, groups, FIGURES_ROOM, "review-more")
    if not event.nonzero and not event.unanswered:
        lines.append(words("review-all-zero", count=event.zeros))
    elif event.zeros:
        lines.append(_zeros(words, event))
    if event.unanswered:
        lines.append(words("unanswered", count=len(event.unanswered)))
    lines += _others(words, form, draft)
    if event.narrative is not None and form.narrative is not None:
        label = words.label(form.narrative)
        lines.append(
            words("review-narrative", label=label, text=short(event.narrative, TEXT_SHOWN))
        )
    if event.told.files:
        files = file_names(words, event.told)
        lines.append(words("review-files", count=len(event.told.files), files=files))
    lines += finding_lines(words, event.findings)
    if event.findings and (explained := draft.answers.get(EXPLAIN)):
        lines.append(words("review-explained", text=short(str(explained.value), TEXT_SHOWN)))
    return Html("\n".join(lines))


def _zeros(words: Words, event: Reviewed) -> Html:
    """How many figures are 0, and how many of them by 完成选择 alone."""
    if not event.completed:
        return words("review-zeros", count=event.zeros)
    if event.completed == event.zeros:
        return words("review-completed", count=event.completed)
    return words("review-zeros-completed", count=event.zeros, completed=event.completed)


def _others(words: Words, form: Form, draft: Draft) -> list[Html]:
    """How many answers another person of the unit gave, a line a person."""
    given = Counter(each.by for key, each in draft.answers.items() if key in form.questions)
    return [words("company-gave", name=name, count=given[name]) for name in given if name]


def finding_lines(words: Words, findings: Iterable[Finding]) -> list[Html]:
    """A line a finding, what must be corrected first: its level, and what is wrong where."""
    ordered = sorted(findings, key=lambda each: each.check.level is not Level.HARD)
    return lines_within(words, [_finding(words, each) for each in ordered], FINDINGS_ROOM)


def _finding(words: Words, finding: Finding) -> Html:
    key = "finding-hard" if finding.check.level is Level.HARD else "finding-soft"
    return words(key, message=words.label(finding.message))


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
            items = [_figure(words, form, draft, question) for question in shown]
            listed = names(words, items, GROUP_ROOM)
            yield words("review-group", group=words.label(group.label), items=listed)


def _figure(words: Words, form: Form, draft: Draft, question: Question) -> str:
    value = draft.answers[question.key].value
    if question.measure is not None and isinstance(value, int):
        unit = words.label(question.measure.unit)
        value = words.plain("figure", value=question.measure.shown(value), unit=unit)
    return f"{in_group(words, form, question)} {value}"
