"""What may go wrong on the way, on demand.

retry_after   429 with `retry_after` seconds; nothing was done
error         the `status` (500 unless said) as Telegram's JSON; nothing was done
html          502 with a page of HTML, as a proxy in between would send; nothing was done
refused       the connection is closed before anything was done
lost          the request takes effect, then the connection drops
silent        the request takes effect, and no answer ever comes
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Literal, get_args

from rehearsal.errors import ApiError, too_many

Kind = Literal["retry_after", "error", "html", "refused", "lost", "silent"]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(slots=True)
class Fault:
    """One fault, for the next `times` requests of that method.

    `*`: any but getUpdates; `file`: the download of a file.
    """

    kind: Kind
    method: str = "*"
    times: int = 1
    status: int = 500
    retry_after: int = 1
    chat_id: int | None = None
    description: str | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no fault {self.kind!r}; there are {', '.join(KINDS)}")

    @property
    def effective(self) -> bool:
        """Does the request take effect all the same?"""
        return self.kind in ("lost", "silent")

    def hits(self, method: str, chat_id: Any) -> bool:
        """Is this the request that it waits for?"""
        if self.method == "*":
            if method in ("getUpdates", "getMe"):
                return False
        elif self.method.lower() != method.lower():
            return False
        return self.chat_id is None or str(self.chat_id) == str(chat_id)

    def refusal(self) -> ApiError:
        """The answer of the kinds that answer in JSON."""
        if self.kind == "retry_after":
            return too_many(self.retry_after)
        phrase = HTTPStatus(self.status).phrase
        return ApiError(self.status, self.description or phrase)


class Faults:
    """The faults still to come, first in, first out."""

    def __init__(self) -> None:
        self.waiting: deque[Fault] = deque()

    def add(self, fault: Fault) -> None:
        """Queue one."""
        self.waiting.append(fault)

    def take(self, method: str, chat_id: Any) -> Fault | None:
        """The fault that this request meets, if any."""
        if not self.waiting:
            return None
        for fault in self.waiting:
            if fault.hits(method, chat_id):
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None
