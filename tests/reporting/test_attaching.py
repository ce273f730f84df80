"""Which files are taken, and under which name."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.attaching import (
    MOST,
    NAME_LENGTH,
    Attachment,
    FileKind,
    WhyNotAttached,
    in_units,
    safe_name,
    why_not_attached,
)


def attachment(n: int, size: int = 1) -> Attachment:
    return Attachment(FileKind.DOCUMENT, "通知.pdf", size, f"{n:064}")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("通知.pdf", "通知.pdf"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\甲\现场 照片.jpg", "现场 照片.jpg"),
        ("现场\u202egpj.exe", "现场gpj.exe"),
        ("a\x00b\nc.txt", "ab c.txt"),
        ("..", "file"),
        ("", "file"),
        ("目录/", "file"),
        ("\u200b\u2066", "file"),
        ('问:"答"?.docx', "问--答--.docx"),
        ("长" * 200 + ".pdf", "长" * 76 + ".pdf"),
    ],
)
def test_a_name_is_made_safe(said: str, kept: str) -> None:
    assert safe_name(said) == kept


@given(st.text())
def test_whatever_a_file_is_called_its_name_is_no_path_and_turns_nothing(said: str) -> None:
    name = safe_name(said)
    assert 0 < len(name) <= NAME_LENGTH
    assert not set(name) & set('/\\<>:"|?*')
    assert not any(category(sign) in ("Cc", "Cf", "Cs") for sign in name)
    assert name.strip(". ") == name
    assert safe_name(name) == name


def test_a_file_that_holds_something_new_is_taken_up_to_the_last_one() -> None:
    there = tuple(attachment(n) for n in range(MOST - 1))
    assert why_not_attached(there, attachment(99)) is None
    assert why_not_attached((*there, attachment(98)), attachment(99)) is WhyNotAttached.FULL


def test_the_same_bytes_are_there_already_whatever_they_are_called() -> None:
    other_name = Attachment(FileKind.PHOTO, "photo.jpg", 1, attachment(1).sha256)
    assert why_not_attached((attachment(1),), other_name) is WhyNotAttached.THERE


def test_an_empty_file_is_not_taken() -> None:
    assert why_not_attached((), attachment(1, size=0)) is WhyNotAttached.EMPTY


@pytest.mark.parametrize(
    ("size", "read"),
    [(0, "0 B"), (1023, "1023 B"), (340 * 1024, "340 KB"), (1023 * 1024, "1.0 MB")],
)
def test_sizes_are_told_as_people_read_them(size: int, read: str) -> None:
    assert in_units(size) == read
