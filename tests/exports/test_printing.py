"""What comes out of the printer: LibreOffice opens the file and makes the page."""

import re
import shutil
import subprocess

import pytest

from exports.annex import annex
from exports.page import Page
from exports.workbook import consolidated
from exports.xlsx import write
from tests.campaigns import jiaxing, sichuan
from tests.exports.sample import FACTS, brought, figures, table
from tests.exports.words import ZH

POINTS = re.compile(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]")
PAGES = re.compile(rb"/Type\s*/Page\b(?!s)")


def workbooks() -> dict[str, bytes]:
    """What is printed: both annexes filled, empty, and at their widest; and a whole workbook."""
    books = {}
    for key, form in (("sichuan", sichuan().form), ("jiaxing", jiaxing().form)):
        widest = dict.fromkeys(figures(form), 10**12 + 1)
        pages = (
            Page("虚构省", "2023年9月", figures(form)),
            Page("", ""),
            Page("虚构" * 30, "2023年9月", widest),
        )
        books |= {f"{key}-{n}": write([annex(form, page, ZH)]) for n, page in enumerate(pages)}
    form = sichuan().form
    unit = brought(form, 1, narrative="=1+1" + "检查。" * 900)
    books["whole"] = write(consolidated(form, table(form, unit), FACTS, ZH))
    return books


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The PDFs by name, from one start of LibreOffice with a profile of its own."""
    command = shutil.which("soffice")
    if command is None:
        pytest.fail("soffice is missing: apt-get install libreoffice-calc-nogui")
    folder = tmp_path_factory.mktemp("printed")
    books = workbooks()
    for name, data in books.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    files = [str(folder / f"{name}.xlsx") for name in books]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = [command, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(call, check=True, capture_output=True, timeout=180)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in books}


def test_each_annex_is_one_page_of_a4_landscape(printed: dict[str, bytes]) -> None:
    annexes = {name: pdf for name, pdf in printed.items() if name != "whole"}
    assert len(annexes) == 6
    for name, pdf in annexes.items():
        assert len(PAGES.findall(pdf)) == 1, name
        width, height = POINTS.findall(pdf)[0]
        assert (round(float(width)), round(float(height))) == (842, 595), name


def test_every_sheet_of_the_whole_workbook_is_printed(printed: dict[str, bytes]) -> None:
    assert len(PAGES.findall(printed["whole"])) > 4
