"""What a liaison holds in hand after 提交: version, time, on time or late, fingerprint."""

from __future__ import annotations

from handlers import dates
from handlers.callback import of_command
from handlers.desk import Rows
from handlers.outgoing import Button
from handlers.reports.openings import Opening
from handlers.words import Html, Words
from reporting.chain import Submission
from reporting.deadlines import on_time


def receipt(words: Words, opening: Opening, submission: Submission, fingerprint: str) -> Html:
    """The receipt of one submission, and what can still be done about it."""
    before = opening.submitted.version if opening.submitted else 0
    timely = on_time(submission.first_at, opening.due)
    kind = "receipt-zero" if submission.zero else "receipt"
    text = words(
        "receipt-correction" if submission.reason else kind,
        title=opening.title(words),
        version=submission.version,
        at=dates.moment(opening.campaign.calendar, submission.submitted_at),
        timeliness=words("on-time" if timely else "late"),
        fingerprint=fingerprint,
        then=_then(words, opening),
        before=before,
    )
    files = len(submission.attachments)
    return Html(f"{text}\n{words('receipt-files', count=files)}") if files else text


def _then(words: Words, opening: Opening) -> Html:
    if opening.outside:
        return words("receipt-outside")
    return words("receipt-change" if opening.now < opening.closes else "receipt-next")


def taking_back(words: Words, opening: Opening, submission: Submission) -> Rows:
    """[撤回] as long as it can be: until the region rolls up, or the correction is decided."""
    if not submission.reason and opening.now >= opening.closes:
        return ()
    label = "button-withdraw-correction" if submission.reason else "button-withdraw"
    return ((Button(words.plain(label), of_command("withdraw", opening.words)),),)
