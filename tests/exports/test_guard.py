"""What an uploaded file must not be, before a reader opens it."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from exports.guard import Limits, Unsafe, UnsafeFile, check


def workbook() -> bytes:
    """A small, honest xlsx."""
    out = io.BytesIO()
    Workbook().save(out)
    return out.getvalue()


def archive(**parts: bytes) -> bytes:
    """A zip that looks like an xlsx, with these parts added (``__`` stands for a slash)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", parts.pop("types", b"<Types/>"))
        packed.writestr("xl/workbook.xml", b"<workbook/>")
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/") + ".bin", content)
    return out.getvalue()


def reason(data: bytes, limits: Limits | None = None) -> Unsafe:
    """Why ``data`` is refused."""
    with pytest.raises(UnsafeFile) as refused:
        check(data, limits or Limits())
    return refused.value.reason


def test_an_honest_workbook_passes() -> None:
    check(workbook())
    check(archive())


def test_words_are_not_a_workbook() -> None:
    assert reason(b"") is Unsafe.NOT_XLSX
    assert reason("姓名,单位".encode()) is Unsafe.NOT_XLSX


def test_an_old_workbook_and_one_with_a_password_are_told_apart() -> None:
    begins = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    assert reason(begins + bytes(5000)) is Unsafe.OLD_OFFICE
    locked = bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(1000)
    assert reason(begins + locked) is Unsafe.PASSWORD


def test_another_kind_of_zip_is_not_an_xlsx() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("word/document.xml", b"<w/>")
    assert reason(out.getvalue()) is Unsafe.NOT_XLSX


def test_a_file_over_5_megabytes_is_not_opened() -> None:
    assert reason(bytes(5 * 1024 * 1024 + 1)) is Unsafe.TOO_LARGE


def test_a_bomb_is_seen_before_it_bursts() -> None:
    bomb = archive(xl__bomb=bytes(51 * 1024 * 1024))
    assert len(bomb) < 100_000
    assert reason(bomb) is Unsafe.UNPACKS_TOO_LARGE


def test_more_than_200_parts_are_too_many() -> None:
    check(archive(**{f"xl__part{n}": b"" for n in range(198)}))
    assert reason(archive(**{f"xl__part{n}": b"" for n in range(199)})) is Unsafe.TOO_MANY_PARTS


def test_macros_are_refused_by_part_and_by_type() -> None:
    assert reason(archive(xl__vbaProject=b"")) is Unsafe.MACROS
    assert reason(archive(types=b"application/vnd.ms-excel.sheet.macroEnabled")) is Unsafe.MACROS


def test_external_links_are_refused() -> None:
    assert reason(archive(xl__externalLinks__externalLink1=b"")) is Unsafe.EXTERNAL_LINKS


def test_a_file_cut_short_is_damaged() -> None:
    assert reason(workbook()[:-100]) is Unsafe.DAMAGED


def test_a_part_whose_size_in_the_header_lies_is_damaged() -> None:
    honest = archive(xl__part=bytes(1000))
    lying = honest.replace((1000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != honest
    assert reason(lying) is Unsafe.DAMAGED


def test_the_limits_are_an_argument_because_own_workbooks_may_be_larger() -> None:
    data = archive(xl__part=bytes(2000))
    check(data, Limits(unpacked=3000))
    assert reason(data, Limits(unpacked=2000)) is Unsafe.UNPACKS_TOO_LARGE
    assert reason(data, Limits(packed=100)) is Unsafe.TOO_LARGE
