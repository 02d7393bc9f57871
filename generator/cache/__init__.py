"""What is kept from one build to the next: what was found in each article."""

from generator.cache.store import Each, Store

__all__ = ["Each", "Store"]
