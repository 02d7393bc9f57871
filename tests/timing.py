"""What code costs, told so that a busy machine makes no test fail."""

from __future__ import annotations

import gc
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LOOKS = 5


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of one run; what other tests left in memory isn't tidied up meanwhile."""
    gc.collect()
    gc.disable()
    try:
        began = process_time()
        work()
        return process_time() - began
    finally:
        gc.enable()


def holds(bound: Callable[[str], bool]) -> bool:
    """Tell whether a bound holds at one look of a few: code that is too slow is so each time, a machine isn't.

    Each look is given blank lines to put behind its texts, so that nothing kept of the last one answers for it.
    """
    return any(bound("\n" * look) for look in range(LOOKS))
