"""Things made of a form once, for as long as it is used: a form never changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from reporting.form import Form

T = TypeVar("T")

KEPT = 32  # forms that a process uses side by side


class _Same:
    """A form by identity: what it holds cannot be hashed."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def __hash__(self) -> int:
        return id(self.form)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.form is self.form


def per_form(make: Callable[[Form], T]) -> Callable[[Form], T]:
    """The same function, called once for each form."""

    @lru_cache(maxsize=KEPT)
    def kept(same: _Same) -> T:
        return make(same.form)

    def made(form: Form) -> T:
        return kept(_Same(form))

    made.__doc__ = make.__doc__
    return made
