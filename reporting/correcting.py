"""更正: what a correction changes, figure by figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reporting.chain import Submission
from reporting.draft import CORRECT, EXPLAIN, REVIEW, Answer, Draft
from reporting.form import Form


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is another than before; None: blank."""

    key: str
    before: int | None
    after: int | None


def changes(form: Form, before: Mapping[str, int], after: Mapping[str, int]) -> tuple[Change, ...]:
    """Every figure of the form, computed ones too, that differs; in the form's order."""
    found = (Change(key, before.get(key), after.get(key)) for key in (*form.cells, *form.fields))
    return tuple(each for each in found if each.before != each.after)


def reopened(draft: Draft, accepted: Submission, reason: str) -> Draft:
    """The draft of a correction: the accepted version as it was, and why it is to be changed.

    What was said for an answer stays with it where the answer is the same. A 上报说明 stays only
    with the findings it was written about.
    """
    values: dict[str, int | str] = {**accepted.figures, **accepted.texts}
    answers = {key: _kept(draft, accepted, key, value) for key, value in values.items()}
    if answers.get(EXPLAIN) != draft.answers.get(EXPLAIN):
        answers.pop(EXPLAIN, None)
    answers[CORRECT] = Answer(reason, reason)
    return replace(draft, at=REVIEW, answers=answers)


def _kept(draft: Draft, accepted: Submission, key: str, value: int | str) -> Answer:
    held = draft.answers.get(key)
    same = held is not None and held.value == value
    said = value if isinstance(value, str) else f"v{accepted.version}"
    return held if held and same else Answer(said, value)
