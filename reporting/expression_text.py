"""The text of a formula or rule → an expression, or what is wrong with it."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Mapping
from math import isfinite

from reporting.expression import COMPARISONS, FUNCTIONS, OPERATORS, Expression, name_of
from reporting.label import Label

LONGEST = 1000  # characters, and brackets within brackets: far beyond what a person would read
DEEPEST = 50


class ExpressionError(ValueError):
    """An expression that is not one of this language; ``what`` says why."""

    def __init__(self, zh: str, en: str) -> None:
        """Keep the words in both languages."""
        super().__init__(en)
        self.what = Label(zh, en)


def parse(text: str) -> Expression:
    """The expression that ``text`` writes; ExpressionError if it is not of this language."""
    words = " ".join(text.split())
    if not words.isascii():
        raise ExpressionError(
            "只能用英文半角字符（键名、数字、运算符）", "only plain ASCII characters are allowed"
        )
    if len(words) > LONGEST:
        raise ExpressionError("公式太长", "the expression is too long")
    try:
        tree = _tree(words)
        return Expression(text, frozenset(_names(tree)), tree)
    except ExpressionError:
        raise
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ExpressionError(
            f"看不懂公式“{words}”", f"cannot read the expression {words!r}"
        ) from error


def renamed(expression: Expression, names: Mapping[str, str]) -> Expression:
    """The same expression with each of its names exchanged."""
    tree = _Renaming(names).visit(_tree(" ".join(expression.text.split())))
    return Expression(ast.unparse(tree), frozenset(names[n] for n in expression.names), tree)


def is_condition(expression: Expression) -> bool:
    """Whether it answers yes or no (a rule) rather than with a number (a formula)."""
    match expression.tree:
        case ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return FUNCTIONS[name].condition
    return False


def looks_back(expression: Expression) -> bool:
    """Whether it needs figures of other periods."""
    calls = (node for node in ast.walk(expression.tree) if isinstance(node, ast.Call))
    return any(isinstance(c.func, ast.Name) and FUNCTIONS[c.func.id].when for c in calls)


def _tree(words: str) -> ast.expr:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python's own remarks are not about this language
        return ast.parse(words, mode="eval").body


def _names(node: ast.expr, depth: int = 0) -> Iterator[str]:
    """Every name used, having made sure that nothing outside the language is."""
    if depth > DEEPEST:
        raise ExpressionError("公式的层次太多", "the expression is nested too deeply")
    if name := name_of(node):
        yield name
        return
    for part in _parts(node):
        yield from _names(part, depth + 1)


def _parts(node: ast.expr) -> list[ast.expr]:
    """The operands of a node; ExpressionError if the node is not of this language."""
    match node:
        case ast.Constant(value=number) if _is_number(number):
            return []
        case ast.BoolOp(values=values):
            return values
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            return [operand]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return [left, right]
        case ast.Compare(left=left, ops=ops, comparators=others) if _are_comparisons(ops):
            return [left, *others]
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
            _check_call(name, args)
            return args
    written = ast.unparse(node)
    raise ExpressionError(
        f"公式里不能用“{written}”", f"{written!r} is not allowed in an expression"
    )


def _is_number(value: object) -> bool:
    if isinstance(value, float):
        return isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def _are_comparisons(ops: list[ast.cmpop]) -> bool:
    return all(type(op) in COMPARISONS for op in ops)


def _check_call(name: str, args: list[ast.expr]) -> None:
    if (function := FUNCTIONS.get(name)) is None:
        known = ", ".join(FUNCTIONS)
        raise ExpressionError(
            f"没有函数 {name}，可用：{known}", f"there is no function {name!r}; there are: {known}"
        )
    if not function.least <= len(args) <= function.most:
        raise ExpressionError(
            f"函数 {name} 的参数个数不对", f"{name} takes another number of values"
        )
    if function.when and name_of(args[0]) is None:
        raise ExpressionError(f"函数 {name} 只能用于一个键名", f"{name} takes the name of a figure")


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
        return _tree(self.names[name_of(node) or ""])
