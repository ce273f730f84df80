"""The table of methods, and what each of them is handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rehearsal.files import Upload
from rehearsal.state import State

if TYPE_CHECKING:
    from rehearsal.polling import Polling
    from rehearsal.webhook import Webhook


@dataclass(slots=True)
class Call:
    """One checked request: parameters as Python values, uploads by the name of their part."""

    method: str
    params: dict[str, Any]
    uploads: dict[str, Upload]
    state: State
    polling: Polling
    webhook: Webhook

    def get(self, name: str, default: Any = None) -> Any:
        """A parameter, or what stands for its absence."""
        return self.params.get(name, default)


Method = Callable[[Call], Any]
TABLE: dict[str, Method] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Register the function under the method's name."""

    def register(function: Method) -> Method:
        TABLE[name] = function
        return function

    return register
