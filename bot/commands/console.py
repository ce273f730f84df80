"""What commands print: on a terminal with rich, elsewhere plain text that scripts can read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table


def out() -> Console:
    """The standard output, for what was asked for."""
    return Console(highlight=False, soft_wrap=True)


def notes() -> Console:
    """The standard error, for what is said about it."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def say(*lines: str) -> None:
    """A line in both languages, Chinese first."""
    out().print("\n".join(lines), markup=False)


def note(*lines: str) -> None:
    """The same on the standard error."""
    notes().print("\n".join(lines), markup=False)


def show(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table; where the output is no terminal, the title and lines with tabs between."""
    console = out()
    if not console.is_terminal:
        lines = ["\t".join(map(_flat, row)) for row in _spread([heads, *rows])]
        print("\n".join([*([title] if title else []), *lines]))  # rich would expand the tabs
        return
    table = Table(title=title or None, title_justify="left")
    for head in heads:
        table.add_column(head, overflow="fold")  # not cut: every word counts
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    Console(highlight=False).print(table)


def progress(zh: str, en: str) -> Progress:
    """A bar on the standard error that disappears when it is done; nothing if no terminal."""
    console = Console(stderr=True)
    return Progress(
        TextColumn(f"{zh} {en}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def ready() -> None:
    """Let both streams print Chinese whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _spread(rows: Sequence[Sequence[str]]) -> Iterable[list[str]]:
    """Cells of several lines, one a language, become columns of their own."""
    columns = zip(*rows, strict=True)
    deep = [max((cell.count("\n") for cell in body), default=0) for _, *body in columns]
    for row in rows:
        cells = zip(row, deep, strict=True)
        parts = (
            cell.split("\n") + [""] * (n - cell.count("\n")) if n else [cell] for cell, n in cells
        )
        yield [part for each in parts for part in each]


def _flat(cell: str) -> str:
    return " ".join(cell.split())
