"""Formulas and rules as written → expressions: names known, measures not mixed, no circle."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from reporting.expression import Expression, name_of
from reporting.expression_text import ExpressionError, is_condition, looks_back, parse
from reporting.form import Cell, State
from reporting.loading.names import note_unknown
from reporting.loading.problem import Problems
from reporting.measure import Measure


def read_expression(
    place: str, text: str, known: Collection[str], problems: Problems, *, condition: bool
) -> Expression | None:
    """The expression, if it can be read, uses known names, and answers what is asked of it."""
    try:
        expression = parse(text)
    except ExpressionError as error:
        problems.add(
            place,
            error.what.zh,
            error.what.en,
            remedy=("写法如 D + E、cases <= inspected", "write such as D + E, cases <= inspected"),
        )
        return None
    if note_unknown(place, sorted(expression.names), known, problems):
        return None
    if not expression.names:
        problems.add(
            place,
            "这里没有用到任何数",
            "no figure is used here",
            remedy=("写上行或列的键", "use the key of a row or a column"),
        )
        return None
    if is_condition(expression) is not condition:
        _note_kind(place, problems, condition=condition)
        return None
    if not condition and looks_back(expression):
        problems.add(
            place,
            "单元格的公式不能用其他报告期的数",
            "a computed cell cannot use figures of other periods",
            remedy=("last、cumulative 只用于规则", "use last and cumulative in checks only"),
        )
        return None
    return expression


def note_empty(place: str, cell: Cell, cells: Mapping[str, Cell], problems: Problems) -> None:
    """Note a formula that can never be computed, since a cell it uses holds no figure."""
    for name in sorted(cell.formula.names if cell.formula else ()):
        if name in cells and cells[name].state in (State.NONE, State.BLANK):
            problems.add(
                place,
                f"{cell.key} 的公式用到 {name}，而那里没有数",
                f"the formula of {cell.key} uses {name}, which holds no figure",
                remedy=(
                    '把它也写为 state = "none"，或改公式',
                    'declare it as state = "none" too, or change the formula',
                ),
            )


def note_mixing(
    place: str, cell: Cell, measures: Mapping[str, Measure], problems: Problems
) -> bool:
    """Note a formula that adds up what cannot be added, or that its own cell cannot hold."""
    assert cell.formula
    try:
        result = _measure(cell.formula.tree, measures)
    except _MixedError as mixed:
        one, other = mixed.args
    else:
        if result is None or result == cell.measure:
            return False
        one, other = result, cell.measure
    problems.add(
        place,
        f"{cell.key} 的公式混用了 {one.unit.zh} 与 {other.unit.zh}",
        f"the formula of {cell.key} mixes {one.unit.en} with {other.unit.en}",
        remedy=("只加减同一计量的单元格", "add and subtract cells of one measure only"),
    )
    return True


def note_circles(cells: Iterable[Cell], places: Mapping[str, str], problems: Problems) -> None:
    """Note computed cells that need each other."""
    needs = {cell.key: cell.formula.names for cell in cells if cell.formula}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        circle = " → ".join(reversed(error.args[1]))
        problems.add(
            places[error.args[1][0]],
            f"公式互相引用：{circle}",
            f"the formulas go round in a circle: {circle}",
            remedy=("至少一个改为填报的单元格", "let at least one of them be entered"),
        )


def _note_kind(place: str, problems: Problems, *, condition: bool) -> None:
    if condition:
        problems.add(
            place,
            "这是一个数，不是判断",
            "this is a number, not a condition",
            remedy=("写成比较，如 D <= C", "compare something, such as D <= C"),
        )
    else:
        problems.add(
            place,
            "这是一个判断，不是数",
            "this is a condition, not a number",
            remedy=("写成算式，如 D + E", "compute something, such as D + E"),
        )


class _MixedError(Exception):
    """Two measures that were added up."""


def _measure(node: ast.expr, measures: Mapping[str, Measure]) -> Measure | None:
    """What a formula counts; None for a plain number (a ratio, a percentage, a constant)."""
    if name := name_of(node):
        return measures[name]
    match node:
        case ast.UnaryOp(operand=operand):
            return _measure(operand, measures)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=right):
            return _one_measure([left, right], measures)
        case ast.Call(func=ast.Name(id="sum" | "last" | "cumulative"), args=args):
            return _one_measure(args, measures)
    return None


def _one_measure(nodes: list[ast.expr], measures: Mapping[str, Measure]) -> Measure | None:
    found = [m for m in (_measure(node, measures) for node in nodes) if m is not None]
    for each in found[1:]:
        if each != found[0]:
            raise _MixedError(found[0], each)
    return found[0] if found else None
