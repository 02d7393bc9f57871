"""The house rules on size, and what the whole tree must be free of."""

from __future__ import annotations

import ast
import statistics
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

MODULES = sorted((ROOT / "generator").rglob("*.py"))
LONGEST_MODULE, MEDIAN_MODULE = 300, 120
LONGEST_FUNCTION, MEDIAN_FUNCTION, MOST_PARAMETERS = 45, 8, 5


def functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def length(function: ast.FunctionDef) -> int:
    """Return the lines of the body, without the docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_modules_are_short() -> None:
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert [f"{p.name}: {n}" for p, n in lines.items() if n > LONGEST_MODULE] == []
    assert statistics.median(lines.values()) <= MEDIAN_MODULE


def test_functions_are_short_and_take_few_parameters() -> None:
    found = [(path, f) for path in MODULES for f in functions(path)]
    assert [f"{p.name}:{f.lineno} {f.name}" for p, f in found if length(f) > LONGEST_FUNCTION] == []
    assert statistics.median(length(f) for _, f in found) <= MEDIAN_FUNCTION
    many = [
        f"{p.name}:{f.lineno} {f.name}"
        for p, f in found
        if len(f.args.args) - (f.args.args[:1] != [] and f.args.args[0].arg in ("self", "cls")) > MOST_PARAMETERS
    ]
    assert many == []


@pytest.mark.parametrize("word", ["Vietnam", "Hanoi", "To Lam", "Xi Jinping", "Xinhua", "goover", "SCMP"])
def test_no_code_knows_the_demo(word: str) -> None:
    assert [p.name for p in MODULES if word in p.read_text(encoding="utf-8")] == []
