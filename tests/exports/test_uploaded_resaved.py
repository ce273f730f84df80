"""A form that another program has opened and saved reads the same: LibreOffice does it here."""

import shutil
import subprocess
from pathlib import Path

import pytest

from exports.page import Page
from exports.sheet import Formula
from exports.template import Mark, template
from reporting.computing import computed
from reporting.form import Form, State
from tests.campaigns import jiaxing, river, sichuan
from tests.exports.filling import PERIOD, UNIT, blank, card, changed, opened, read, stood, typed
from tests.exports.sample import figures
from tests.exports.words import ZH

FORMS = {each.key: each.form for each in (sichuan(), jiaxing(), river())}
every_form = pytest.mark.parametrize("key", FORMS)


def given(form: Form) -> dict[str, int]:
    """A figure for most of the cells."""
    keys = [key for n, key in enumerate(form.inputs) if n % 5]
    return {key: figures(form)[key] for key in keys}


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files by name, from one start of LibreOffice with a profile of its own."""
    command = shutil.which("soffice")
    if command is None:
        pytest.fail("soffice is missing: apt-get install libreoffice-calc-nogui")
    folder: Path = tmp_path_factory.mktemp("resaved")
    (folder / "sent").mkdir()
    for key, form in FORMS.items():
        (folder / f"{key}.xlsx").write_bytes(changed(blank(form), typed(form, given(form))))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{key}.xlsx") for key in FORMS]
    to = ["--convert-to", "xlsx", "--outdir", str(folder / "sent")]
    call = [command, profile, "--headless", *to, *files]
    subprocess.run(call, check=True, capture_output=True, timeout=180)
    return {key: (folder / "sent" / f"{key}.xlsx").read_bytes() for key in FORMS}


@every_form
def test_its_figures_are_the_same(resaved: dict[str, bytes], key: str) -> None:
    assert read(resaved[key], FORMS[key]) == given(FORMS[key])


@every_form
def test_its_totals_were_calculated_and_are_right(resaved: dict[str, bytes], key: str) -> None:
    form = FORMS[key]
    right = computed(form, given(form))
    totals = {k for k, cell in form.cells.items() if cell.state is State.COMPUTED}
    seen = {each.key for each in stood(resaved[key], form)} & totals
    assert seen == totals & right.keys() and seen
    assert card(resaved[key], form).wrong == ()


@every_form
def test_it_still_says_whose_it_is(resaved: dict[str, bytes], key: str) -> None:
    upload = opened(resaved[key], FORMS[key])
    form = FORMS[key].key
    assert upload.mark == Mark(form, form, 7, "2023-09")
    assert upload.sheets == (f"汇总表 {PERIOD}",)


@every_form
def test_every_total_of_these_forms_can_be_calculated(key: str) -> None:
    form = FORMS[key]
    sheet = template(form, Page(UNIT, PERIOD), ZH, lambda measure: "")
    for each, cell in form.cells.items():
        if cell.state is State.COMPUTED:
            assert isinstance(sheet.cells[sheet.anchors[each]].value, Formula)
