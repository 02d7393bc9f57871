"""Arithmetic with EDTF dates (ISO 8601-2): bounds, precision, compatibility, resolution of offsets."""

from generator.edtf.calendar import CLOSE_BY
from generator.edtf.offsets import is_relative, resolve, spoken
from generator.edtf.people import Tongue, describe_offset, format_value
from generator.edtf.values import (
    Bounds,
    Unit,
    bounds,
    compatible,
    days_between,
    interval,
    is_before,
    plain,
    precision,
    shift,
    sort_key,
    span_of,
    valid,
    within,
)

__all__ = [
    "CLOSE_BY",
    "Bounds",
    "Tongue",
    "Unit",
    "bounds",
    "compatible",
    "days_between",
    "describe_offset",
    "format_value",
    "interval",
    "is_before",
    "is_relative",
    "plain",
    "precision",
    "resolve",
    "shift",
    "sort_key",
    "span_of",
    "spoken",
    "valid",
    "within",
]
