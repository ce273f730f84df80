"""The interview, a pure function: a draft and what was said → the next draft and what happened."""

from reporting.interview.turns import answer, begin, declare, heard, resume

__all__ = [
    "answer",
    "begin",
    "declare",
    "heard",
    "resume",
]
