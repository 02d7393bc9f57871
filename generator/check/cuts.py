"""Whether a text that is shown is another one, or its beginning with an ellipsis."""

from __future__ import annotations

_LEFT_OUT = " ,;:–—-"  # what may stand between the last word that is shown and the next one
FEWEST = 20  # letters of a beginning: a cut leaves more


def is_cut(shown: str, whole: str, fewest: int = FEWEST) -> bool:
    """Tell whether ``shown`` is ``whole``, or its beginning up to the end of a word with ``…`` behind it.

    Both are folded; ``fewest`` letters must be left.
    """
    if shown == whole:
        return True
    begun = shown.removesuffix("…")
    if begun == shown or len(begun) < fewest or not whole.startswith(begun):
        return False
    following = whole[len(begun) : len(begun) + 1]
    return not following or following in _LEFT_OUT or begun[-1:] in _LEFT_OUT or " " not in begun
