"""Moved to ``words``."""

from __future__ import annotations

from generator.link.events.words import read, speaks

__all__ = ["read", "speaks"]
