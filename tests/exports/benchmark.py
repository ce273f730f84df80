"""How long a province's workbook takes, beside the same numbers written plainly with openpyxl.

python -m tests.exports.benchmark [UNITS]
"""

import io
import sys
from time import process_time

from openpyxl import Workbook

from exports.reading import read_figures
from exports.workbook import consolidated
from exports.xlsx import write
from reporting.form import Form
from tests.campaigns import sichuan
from tests.exports.sample import FACTS, brought, figures, table
from tests.exports.words import ZH


def plain(form: Form, units: int) -> None:
    """The baseline: bare rows of numbers, no styles, no other sheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    row = [float(form.measure(key).value(n)) for key, n in figures(form).items()]
    for _ in range(units):
        sheet.append(row)
    book.save(io.BytesIO())


def main(units: int) -> None:
    """Print seconds of processor time, and the ratio to the baseline."""
    form = sichuan().form
    roll_up = table(form, *(brought(form, n, narrative="检查。" * 40) for n in range(units)))
    began = process_time()
    plain(form, units)
    baseline = process_time() - began
    began = process_time()
    sheets = consolidated(form, roll_up, FACTS, ZH)
    laid_out = process_time() - began
    began = process_time()
    data = write(sheets)
    written = process_time() - began
    began = process_time()
    read_figures(data, form)
    read = process_time() - began
    for name, taken in (("lay out", laid_out), ("write", written), ("read back", read)):
        print(f"{name:10} {taken:6.2f} s  {taken / baseline:5.1f} x plain openpyxl")
    print(f"{units} units, {len(data) / 1e6:.1f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
