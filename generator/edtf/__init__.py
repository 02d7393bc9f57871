"""Arithmetic with EDTF dates (ISO 8601-2): bounds, precision, compatibility, resolution of offsets."""

from generator.edtf.calendar import *
from generator.edtf.offsets import *
from generator.edtf.people import *
from generator.edtf.values import *
