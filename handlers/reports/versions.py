"""The versions of a report in words: a line each, and what is to be known of it."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import dates
from handlers.callback import of_command
from handlers.desk import Rows
from handlers.fitting import short
from handlers.interview.talk import paired
from handlers.outgoing import Button
from handlers.reports.openings import Opening
from handlers.words import Html, Words
from reporting.chain import Decision, Submission
from reporting.deadlines import on_time
from storage.nouns import Decided

REASON_SHOWN = 120  # characters
BUTTONS_SHOWN = 20


def lines(words: Words, opening: Opening, decided: Mapping[int, Decided]) -> list[Html]:
    """Every version, the newest first: when, who, and what became of it."""
    found = []
    for each in reversed(opening.versions):
        found.append(words("version-line", **told(words, opening, each)))
        if each.reason:
            found.append(words("version-reason", reason=short(each.reason, REASON_SHOWN)))
        if each.decision is Decision.REFUSED:
            why = short(decided[each.id].reason, REASON_SHOWN)
            found.append(words("version-why", reason=why))
    return found


def buttons(words: Words, opening: Opening) -> Rows:
    """A button for each, which sends it as a file."""
    shown = [*reversed(opening.versions)][:BUTTONS_SHOWN]
    return paired(
        [
            Button(
                words.plain("button-version", version=each.version),
                of_command("version", str(each.id)),
            )
            for each in shown
        ]
    )


def told(words: Words, opening: Opening, each: Submission) -> dict[str, object]:
    """A version's number, moment, person and marks, for a message that tells of it."""
    return {
        "version": each.version,
        "at": dates.moment(opening.campaign.calendar, each.submitted_at),
        "by": each.by,
        "marks": words.listed(_marks(words, opening, each)),
    }


def _marks(words: Words, opening: Opening, each: Submission) -> list[Html]:
    """按时 or 迟报, 零报告, 更正待审核 …: what is to be known of a version, in words."""
    became = "mark-pending" if each.pending else each.decision and f"mark-{_key(each.decision)}"
    timely = "on-time" if on_time(each.first_at, opening.due) else "late"
    keys = [
        timely if each.stands else "",
        "mark-zero" if each.zero else "",
        became or "",
    ]
    return [words(key) for key in keys if key]


def _key(decision: Decision) -> str:
    return decision.value.replace("_", "-")
