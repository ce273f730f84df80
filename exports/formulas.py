"""A campaign's formula as a spreadsheet writes it: ``D + E`` → ``D5+E5``."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from openpyxl.utils import get_column_letter

from exports.sheet import Formula, Place
from reporting.expression import name_of
from reporting.form import Cell, Form
from reporting.measure import Kind

SIGNS: Mapping[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}


class _Beyond(Exception):  # noqa: N818 - no error: such a cell is left empty
    """A spreadsheet of one period cannot calculate this."""


def formula_of(form: Form, cell: Cell, places: Mapping[str, Place]) -> Formula | None:
    """What calculates a computed cell; None where one period's sheet cannot.

    As in the bot, nothing is shown until every figure it needs is there.
    """
    assert cell.formula is not None
    names = sorted(cell.formula.names)
    try:
        value = _Writer(form, places).written(cell.formula.tree)
        needed = ",".join(_reference(name, places) for name in names)
    except _Beyond:
        return None
    shift = 2 if cell.measure.kind is Kind.PERCENT else 0
    if shift:
        value = f"({value})/100"
    rounded = f"ROUND({value},{cell.measure.decimals + shift})"
    return Formula(f'IF(COUNT({needed})={len(names)},IFERROR({rounded},""),"")')


def _reference(name: str, places: Mapping[str, Place]) -> str:
    if name not in places:
        raise _Beyond
    row, column = places[name]
    return f"{get_column_letter(column)}{row}"


class _Writer:
    """Writes the nodes of a formula's tree, each in brackets of its own."""

    def __init__(self, form: Form, places: Mapping[str, Place]) -> None:
        self._form, self._places = form, places

    def written(self, node: ast.expr) -> str:
        """A node in a spreadsheet's words; figures in their units, as everywhere."""
        if name := name_of(node):
            reference = _reference(name, self._places)
            share = self._form.measure(name).kind is Kind.PERCENT
            return f"({reference}*100)" if share else reference
        match node:
            case ast.Constant(value=number):
                return str(number)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return f"(-{self.written(operand)})"
            case ast.BinOp(left=left, op=op, right=right):
                return f"({self.written(left)}{SIGNS[type(op)]}{self.written(right)})"
            case ast.Call(func=ast.Name(id="sum"), args=args):
                return f"({'+'.join(self._all(args))})"
            case ast.Call(func=ast.Name(id="percent"), args=args):
                part, of = self._all(args)
                return f"(100*{part}/{of})"
        raise _Beyond

    def _all(self, nodes: Iterable[ast.expr]) -> list[str]:
        return [self.written(each) for each in nodes]
