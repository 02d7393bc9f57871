"""Arithmetic with EDTF dates (ISO 8601-2): bounds, precision, compatibility, resolution of offsets."""
