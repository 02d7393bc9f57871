"""What is kept from one build to the next: what was found in each article, and texts by what went into them."""

from generator.cache.drawer import Drawer
from generator.cache.store import Each, Store, program

__all__ = ["Drawer", "Each", "Store", "program"]
