"""Formulas and rules written in campaign files: ``D + E``, ``fined > 0``, ``last(cell)``.

A small, safe language: numbers, names, ``+ - * /``, comparisons, ``and or not``, brackets and
the functions in ``FUNCTIONS``. Parsed once when the campaign is loaded (``expression_text``);
nothing in it is ever executed as Python.

Inside, a figure is the exact number of its unit as printed: ``fine >= 1000`` means 1000 万元.
Absence spreads: an expression that meets one absent figure, or divides by zero, is itself absent,
so a rule does not apply and a computed cell stays absent. Missing is never zero.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

Value = Fraction | bool


class When(StrEnum):
    """Of which time a figure is looked up."""

    NOW = "now"
    LAST = "last"  # the period before
    CUMULATIVE = "cumulative"  # all periods so far, this one included


Lookup = Callable[[str, When], Fraction | None]
"""A name and a time → the figure in its unit, or None where it is absent."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed expression: its text as written, and the names it uses."""

    text: str
    names: frozenset[str]
    tree: ast.expr = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Function:
    """What a function does, and how many arguments it takes.

    One with ``when`` has no work of its own: it looks up its one name at another time.
    """

    work: Callable[..., Value] | None = None
    least: int = 1
    most: int = 1
    when: When | None = None
    condition: bool = False  # whether it answers yes or no


MANY = 1000

FUNCTIONS: Mapping[str, Function] = {
    "last": Function(when=When.LAST),
    "cumulative": Function(when=When.CUMULATIVE),
    "any": Function(lambda *of: any(of), most=MANY, condition=True),  # at least one is not 0
    "sum": Function(lambda *of: sum(of, Fraction(0)), most=MANY),
    "whole": Function(lambda x: x == int(x), condition=True),  # it has no decimals
    "percent": Function(lambda part, of: 100 * part / of, least=2, most=2),
}

OPERATORS: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}

COMPARISONS: Mapping[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def evaluate(expression: Expression, lookup: Lookup) -> Value | None:
    """What the expression comes to; None where a figure it needs is absent."""
    try:
        return _value(expression.tree, lookup)
    except (_AbsentError, ZeroDivisionError):
        return None


def name_of(node: ast.expr) -> str | None:
    """The (dotted) name that a node writes, or None if it is no name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (before := name_of(node.value)):
        return f"{before}.{node.attr}"
    return None


class _AbsentError(Exception):
    """A figure that the expression needs is not there."""


def _value(node: ast.expr, lookup: Lookup) -> Value:
    if name := name_of(node):
        return _found(lookup(name, When.NOW))
    match node:
        case ast.Constant(value=number):
            return Fraction(str(number))
        case ast.Call(func=ast.Name(id=called), args=args):
            return _called(FUNCTIONS[called], args, lookup)
        case ast.UnaryOp(op=op, operand=operand):
            value = _value(operand, lookup)
            return not value if isinstance(op, ast.Not) else -Fraction(value)
        case ast.BinOp(left=left, op=op, right=right):
            a, b = _value(left, lookup), _value(right, lookup)
            return OPERATORS[type(op)](Fraction(a), Fraction(b))
        case ast.BoolOp(op=op, values=values):
            truths = [bool(_value(each, lookup)) for each in values]  # all of them: absence spreads
            return all(truths) if isinstance(op, ast.And) else any(truths)
        case ast.Compare(left=left, ops=ops, comparators=others):
            compared = [_value(each, lookup) for each in (left, *others)]
            pairs = zip(ops, compared, compared[1:], strict=False)
            return all(COMPARISONS[type(op)](a, b) for op, a, b in pairs)
    raise AssertionError(ast.dump(node))  # parsing lets nothing else through


def _called(function: Function, args: list[ast.expr], lookup: Lookup) -> Value:
    if function.when:
        return _found(lookup(name_of(args[0]) or "", function.when))
    assert function.work
    return function.work(*(_value(arg, lookup) for arg in args))


def _found(figure: Fraction | None) -> Fraction:
    if figure is None:
        raise _AbsentError
    return figure
