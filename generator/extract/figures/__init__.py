"""Article ──▶ figures: numbers that count or measure something, with what they measure."""

from generator.extract.figures.finder import find_figures
from generator.extract.figures.phrases import Quantity
from generator.extract.figures.scanner import scan
from generator.extract.figures.sentence import bound_before, bound_behind

__all__ = ["Quantity", "bound_before", "bound_behind", "find_figures", "scan"]
