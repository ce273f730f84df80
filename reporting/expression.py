"""Formulas and rules written in campaign files: ``D + E``, ``fined > 0``, ``last(cell)``.

A small, safe language: numbers, names, ``+ - * /``, comparisons, ``and or not``, brackets and
the functions in ``FUNCTIONS``. Parsed once when the campaign is loaded; nothing in it is ever
executed as Python.

Inside, a figure is the exact number of its unit as printed: ``fine >= 1000`` means 1000 万元.
Absence spreads: an expression that meets one absent figure (or divides by zero) is itself absent,
so a rule does not apply and a computed cell stays absent. Missing is never zero.
"""

from __future__ import annotations

import ast
import operator
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from math import isfinite

from reporting.label import Label

LONGEST = 1000  # characters; far beyond any rule a person would read

Value = Fraction | bool


class When(StrEnum):
    """Of which time a figure is looked up."""

    NOW = "now"
    LAST = "last"  # the period before
    CUMULATIVE = "cumulative"  # all periods so far, this one included


Lookup = Callable[[str, When], Fraction | None]
"""A name and a time → the figure in its unit, or None where it is absent."""


class ExpressionError(ValueError):
    """An expression that is not one of this language; ``what`` says why."""

    def __init__(self, what: Label) -> None:
        super().__init__(what.en)
        self.what = what


@dataclass(frozen=True, slots=True)
class Function:
    """A function's work, and how many arguments it takes. ``when``: it takes one name."""

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
    "whole": Function(lambda x: x == int(x), condition=True),  # has no decimals
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


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed expression: its text as written, and the names it uses."""

    text: str
    names: frozenset[str]
    tree: ast.expr = field(compare=False, repr=False)

    @property
    def condition(self) -> bool:
        """Whether it answers yes or no (a rule) rather than with a number (a formula)."""
        return _is_condition(self.tree)


def parse(text: str) -> Expression:
    """The expression that ``text`` writes; ExpressionError if it is not of this language."""
    words = " ".join(text.split())
    if not words.isascii():
        raise ExpressionError(
            Label("只能用英文半角字符（键名、数字、运算符）", "only plain ASCII characters are allowed")
        )
    if len(words) > LONGEST:
        raise ExpressionError(Label("公式太长", "the expression is too long"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Python's parser: not about this language
            tree = ast.parse(words, mode="eval").body
        names = frozenset(_names(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        if isinstance(error, ExpressionError):
            raise
        raise ExpressionError(
            Label(f"看不懂公式“{words}”", f"cannot read the expression {words!r}")
        ) from error
    return Expression(text, names, tree)


def evaluate(expression: Expression, lookup: Lookup) -> Value | None:
    """What the expression comes to; None where a figure it needs is absent."""
    try:
        return _value(expression.tree, lookup)
    except (_Absent, ZeroDivisionError):
        return None


def name_of(node: ast.expr) -> str | None:
    """The (dotted) name that a node writes, or None if it is no name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (before := name_of(node.value)):
        return f"{before}.{node.attr}"
    return None


def renamed(expression: Expression, names: Mapping[str, str]) -> Expression:
    """The same expression with its names exchanged."""
    tree = _Renaming(names).visit(ast.parse(" ".join(expression.text.split()), mode="eval").body)
    return Expression(ast.unparse(tree), frozenset(names[n] for n in expression.names), tree)


class _Renaming(ast.NodeTransformer):
    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._exchanged(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        return self._exchanged(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        return ast.Call(node.func, [self.visit(arg) for arg in node.args], [])

    def _exchanged(self, node: ast.expr) -> ast.expr:
        return ast.parse(self.names[name_of(node) or ""], mode="eval").body


class _Absent(Exception):
    """A figure that the expression needs is not there."""


def _names(node: ast.expr) -> Iterator[str]:
    """Every name used, having made sure that nothing outside the language is."""
    if name := name_of(node):
        yield name
        return
    for part in _parts(node):
        yield from _names(part)


def _parts(node: ast.expr) -> list[ast.expr]:
    """The operands of a node; ExpressionError if the node is not of this language."""
    match node:
        case ast.Constant(value=int() | float() as number) if _is_number(number):
            return []
        case ast.BoolOp(values=values):
            return values
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            return [operand]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return [left, right]
        case ast.Compare(left=left, ops=ops, comparators=others) if all(
            type(op) in COMPARISONS for op in ops
        ):
            return [left, *others]
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
            _check_call(name, args)
            return args
    written = ast.unparse(node)
    raise ExpressionError(
        Label(f"公式里不能用“{written}”", f"{written!r} is not allowed in an expression")
    )


def _check_call(name: str, args: list[ast.expr]) -> None:
    function = FUNCTIONS.get(name)
    if function is None:
        known = ", ".join(FUNCTIONS)
        raise ExpressionError(
            Label(f"没有函数 {name}，可用：{known}", f"no function {name!r}; there are: {known}")
        )
    if not function.least <= len(args) <= function.most:
        raise ExpressionError(
            Label(f"函数 {name} 的参数个数不对", f"wrong number of arguments for {name}")
        )
    if function.when and name_of(args[0]) is None:
        raise ExpressionError(
            Label(f"函数 {name} 只能用于一个键名", f"{name} takes the name of a figure")
        )


def _is_number(value: int | float) -> bool:
    return not isinstance(value, bool) and (isinstance(value, int) or isfinite(value))


def _is_condition(node: ast.expr) -> bool:
    match node:
        case ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return FUNCTIONS[name].condition
    return False


def _value(node: ast.expr, lookup: Lookup) -> Value:
    if name := name_of(node):
        return _found(lookup(name, When.NOW))
    match node:
        case ast.Constant(value=number):
            return Fraction(str(number))
        case ast.Call(func=ast.Name(id=called), args=args):
            function = FUNCTIONS[called]
            if function.when:
                return _found(lookup(name_of(args[0]) or "", function.when))
            assert function.work
            return function.work(*(_value(arg, lookup) for arg in args))
        case ast.UnaryOp(op=op, operand=operand):
            value = _value(operand, lookup)
            return not value if isinstance(op, ast.Not) else -value
        case ast.BinOp(left=left, op=op, right=right):
            a, b = _value(left, lookup), _value(right, lookup)
            return OPERATORS[type(op)](Fraction(a), Fraction(b))
        case ast.BoolOp(op=op, values=values):
            truths = [bool(_value(each, lookup)) for each in values]
            return all(truths) if isinstance(op, ast.And) else any(truths)
        case ast.Compare(left=left, ops=ops, comparators=others):
            values_ = [_value(each, lookup) for each in (left, *others)]
            pairs = zip(ops, values_, values_[1:], strict=False)
            return all(COMPARISONS[type(op)](a, b) for op, a, b in pairs)
    raise AssertionError(ast.dump(node))  # parse() lets nothing else through


def _found(figure: Fraction | None) -> Fraction:
    if figure is None:
        raise _Absent
    return figure
