"""What comes out of the printer: LibreOffice opens the file and makes the page."""

import re
import shutil
import subprocess
from pathlib import Path

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


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command that makes a PDF, with a profile of its own."""
    command = shutil.which("soffice")
    if command is None:
        pytest.fail("soffice is missing: apt-get install libreoffice-calc-nogui")
    profile = tmp_path_factory.mktemp("office").as_uri()
    return [command, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]


def printed(office: list[str], folder: Path, books: dict[str, bytes]) -> dict[str, bytes]:
    """The PDFs of some workbooks, by name; one start of LibreOffice for all of them."""
    for name, data in books.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    files = [str(folder / f"{name}.xlsx") for name in books]
    subprocess.run(
        [*office, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=120
    )
    return {name: (folder / f"{name}.pdf").read_bytes() for name in books}


def test_each_annex_is_one_page_of_a4_landscape(office: list[str], tmp_path: Path) -> None:
    long_name = "虚构" * 30
    books = {
        f"{key}-{n}": write([annex(form, page, ZH)])
        for key, form in (("sichuan", sichuan().form), ("jiaxing", jiaxing().form))
        for n, page in enumerate(
            (
                Page("虚构省", "2023年9月", figures(form)),
                Page("", ""),
                Page(long_name, "2023年9月", dict.fromkeys(figures(form), 10**12 + 1)),
            )
        )
    }
    for name, pdf in printed(office, tmp_path, books).items():
        assert len(PAGES.findall(pdf)) == 1, name
        width, height = POINTS.findall(pdf)[0]
        assert (round(float(width)), round(float(height))) == (842, 595), name


def test_the_whole_workbook_opens(office: list[str], tmp_path: Path) -> None:
    form = sichuan().form
    unit = brought(form, 1, narrative="=1+1" + "检查。" * 900)
    books = {"whole": write(consolidated(form, table(form, unit), FACTS, ZH))}
    pdf = printed(office, tmp_path, books)["whole"]
    assert len(PAGES.findall(pdf)) > 4
