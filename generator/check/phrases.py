"""How pages say things: numbers as patterns in the language of the pages, long texts cut with an ellipsis."""

import re
from collections.abc import Iterator

from generator.check.built import Built
from generator.words import N_, NN_, _, forms, number

COUNT = r"\d[\d.,\u202f\xa0]*"  # 1,234
_MARKS = re.compile(r"[.,\u202f\xa0]")
_LEFT_OUT = " ,;:–—-"  # what may stand between the last word that is shown and the next one
FEWEST = 20  # letters of a beginning: a cut leaves more


def number_in(text: str) -> int:
    """Return a number, whatever parts its thousands; -1, which counts nothing, where an altered page has none."""
    digits = _MARKS.sub("", text)
    return int(digits) if digits.isdecimal() else -1


def counting(name: str, what: tuple[str, str]) -> str:
    """Return the pattern of a number, in a group, and what it counts."""
    nouns = "|".join(re.escape(form.replace("{n}", "").strip()) for form in forms(*what))
    return rf"(?P<{name}>{COUNT}) (?:{nouns})"


def backing() -> re.Pattern[str]:
    """Return what is looked for: ``(3 sources, 2 origins)``."""
    sources, origins = _parts()
    words = _("{sources}, {origins}").replace("{sources}", sources).replace("{origins}", origins)
    return re.compile(rf"\({words}\)")


def mentions() -> re.Pattern[str]:
    """Return what is looked for: ``47 mentions in 5 sources, 5 origins.``."""
    alone, (sources, origins) = counting("alone", NN_("{n} source", "{n} sources")), _parts()
    return re.compile(
        rf"{counting('mentions', NN_('{n} mention', '{n} mentions'))} in (?:{sources}, {origins}|{alone})\."
    )


def _parts() -> tuple[str, str]:
    return counting("sources", NN_("{n} source", "{n} sources")), counting("origins", NN_("{n} origin", "{n} origins"))


def sentence() -> re.Pattern[str]:
    """Return what is looked for: ``sentence 12``."""
    return re.compile(re.escape(_("sentence {n}")).replace(r"\{n\}", rf"(?P<number>{COUNT})"))


def leads_on() -> re.Pattern[str]:
    """Return what a link is called that leads on from a line that names its target."""
    numbered = (re.escape(_(words)).replace(r"\{n\}", COUNT) for words in ("sentence {n}", "line {n}"))
    named = (re.escape(words) for words in (_("where"), _("All of it"), _("here"), _("its page")))
    return re.compile("|".join((r"\d+", *numbered, *named)))


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


def totals(built: Built) -> Iterator[str]:
    """Yield how the page "About" counts what was found."""
    data, articles = built.data, built.data["articles"]
    sentences = sum(len(s) for s in built.sentences.values())
    words = sum(a["words"] for a in articles)
    yield _("{a} articles with {w} words in {s} sentences", a=len(articles), w=words, s=sentences)
    counts = {
        N_("People, organisations and places with a page"): len(built.entities),
        N_("Expressions of time"): len(data["dates"]),
        N_("could not be placed on the calendar"): sum(
            d["kind"] == "date" and d["value"] is None for d in data["dates"]
        ),
        N_("Events"): len(data["events"]),
        N_("Quotations and reported statements"): len(data["quotes"]),
        N_("Figures"): len(data["figures"]),
        N_("Glossary entries"): len(data["terms"]),
        N_("Differences between sources"): len(data["differences"]),
        N_("Parts removed from the articles"): len(data["removed"]),
    }
    yield from (f"{_(what)} {number(count)}" for what, count in counts.items())
