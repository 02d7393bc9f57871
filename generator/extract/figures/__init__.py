"""Article ──▶ figures: numbers that count or measure something, with what they measure."""

from __future__ import annotations

from generator.extract.figures.bounds import bound_before, bound_behind
from generator.extract.figures.finder import find_figures
from generator.extract.figures.phrases import Quantity
from generator.extract.figures.scanner import scan

__all__ = ["Quantity", "bound_before", "bound_behind", "find_figures", "scan"]
