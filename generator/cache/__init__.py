"""What is kept from one build to the next: what was found in each article, and made of them, by what went into it."""

from generator.cache.coding import made_again, plain
from generator.cache.drawer import Drawer
from generator.cache.memory import digest_of, remembered, remembering
from generator.cache.store import Each, Store, program

__all__ = ["Drawer", "Each", "Store", "digest_of", "made_again", "plain", "program", "remembered", "remembering"]
