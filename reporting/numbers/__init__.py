"""What people type on a phone → the exact figure of a cell."""

from reporting.numbers.reading import NotRead, Read, is_number, read_number

__all__ = [
    "NotRead",
    "Read",
    "is_number",
    "read_number",
]
