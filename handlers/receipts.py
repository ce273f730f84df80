"""What a liaison holds in hand after 提交: version, time, on time or late, fingerprint."""

from __future__ import annotations

from handlers import dates
from handlers.openings import Opening
from handlers.words import Html, Words
from reporting.chain import Submission
from reporting.deadlines import closes, on_time


def receipt(words: Words, opening: Opening, submission: Submission, fingerprint: str) -> Html:
    """The receipt of one submission, and what can still be done about it."""
    closing = closes(opening.campaign, opening.region.tier, opening.period)
    then = words("receipt-change" if opening.now < closing else "receipt-next")
    timely = on_time(submission.first_at, opening.due)
    return words(
        "receipt" if any(submission.figures.values()) else "receipt-zero",
        title=opening.title(words),
        version=submission.version,
        at=dates.moment(opening.campaign.calendar, submission.submitted_at),
        timeliness=words("on-time" if timely else "late"),
        fingerprint=fingerprint,
        then=then,
    )
