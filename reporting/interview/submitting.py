"""提交: hard findings stop it, soft ones ask for a written explanation, and then it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reporting.draft import EXPLAIN, REVIEW, Answer
from reporting.events import Finding, Recorded, Refused, Removed, Stopped, Submitted, Turn
from reporting.form import Level
from reporting.interview.asking import asking
from reporting.interview.sitting import EXPLANATION, Sitting
from reporting.kinds import LONGEST_TEXT
from reporting.reasons import Reason


def submit(sitting: Sitting) -> Turn:
    """The report handed in; or what stands in the way, and the place to put it right."""
    unanswered, hard = sitting.unanswered, sitting.findings(Level.HARD)
    if unanswered or hard:
        place = next(iter(_places(sitting, hard)), REVIEW)
        stopped = sitting.onward() if unanswered else sitting.moved(place)
        return asking(stopped, Stopped(hard, unanswered))
    soft = sitting.findings(Level.SOFT)
    if not soft:
        return _without_explanation(sitting).turn(Submitted(()))
    if not _explains(sitting, soft):
        return asking(sitting.moved(EXPLAIN))
    return sitting.turn(Submitted(soft))


def explained(sitting: Sitting, words: str) -> Turn:
    """An explanation was written: kept with the findings it is about, and handed in at once.

    It comes behind what was written before of findings that still stand: that is not lost.
    """
    soft, before = sitting.findings(Level.SOFT), sitting.explanation
    said_again = f"\n{words}\n" in f"\n{before}\n"
    whole = before if said_again else f"{before}\n{words}".strip()
    if len(whole) > LONGEST_TEXT:
        return sitting.turn(Refused(EXPLANATION, Reason.TEXT_TOO_LONG, words))
    event = Recorded(EXPLANATION, whole, before=before or None)
    kept = sitting.answered({EXPLAIN: Answer(_names(soft), whole)}).moved(REVIEW)
    turn = submit(kept)
    return replace(turn, events=(event, *turn.events))


def afresh(sitting: Sitting) -> Turn | None:
    """清空文字重写 where the explanation is asked for: what was written before is gone."""
    if not sitting.explanation:
        return None
    return asking(_without_explanation(sitting), Removed())


def _explains(sitting: Sitting, soft: Iterable[Finding]) -> bool:
    """Whether the explanation was written with all of these findings in sight."""
    kept = sitting.draft.answers.get(EXPLAIN)
    return kept is not None and set(_names(soft).split()) <= set(kept.said.split())


def _names(found: Iterable[Finding]) -> str:
    """Findings by name, apart by spaces."""
    return " ".join(each.name for each in found)


def _places(sitting: Sitting, found: Iterable[Finding]) -> list[str]:
    """The questions that findings lead to; computed cells are not asked."""
    return [key for each in found for key in each.keys if key in sitting.form.questions]


def _without_explanation(sitting: Sitting) -> Sitting:
    """Nothing is left to explain: words about what was corrected do not go with the figures."""
    kept = {key: held for key, held in sitting.draft.answers.items() if key != EXPLAIN}
    return replace(sitting, draft=replace(sitting.draft, answers=kept))
