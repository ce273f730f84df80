"""A form that came as a file, in the interview: laid on a card, written only on 确认."""

from __future__ import annotations

from collections.abc import Iterable

from reporting import interview
from reporting.draft import CARD, Answer, Background, Draft
from reporting.events import Turn
from reporting.form import Form
from reporting.interview.sitting import Sitting
from reporting.sheet_cells import Stood, kept


def upload(form: Form, draft: Draft, stood: Iterable[Stood], background: Background) -> Turn:
    """What stood in a file's cells waits on a card, in place of one that waits already."""
    here = interview.resume(form, draft, background).draft
    sitting = Sitting(form, here, background).uncarded
    laid = sitting.answered({CARD: Answer(kept(stood), sitting.draft.at)}).moved(CARD)
    return interview.resume(form, laid.draft, background)
