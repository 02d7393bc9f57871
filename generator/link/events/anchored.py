"""Relative dates of articles without a date of their own, counted from what other articles date."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator import edtf
from generator.link.anchors import Bracket, is_exact
from generator.link.events.same import Weights, apart, same, same_cast
from generator.link.events.telling import Telling, width, written
from generator.model import Article, Inferred, Unknown

# So many people, organisations and places must be shared before another article's date is taken over.
FEWEST_SHARED = 2
# How alike they must be besides: another article's date is taken over only for what is told in nearly the same words.
ALIKE = 0.4
# Of what shares an act and a name, so many are compared; a name with more is too common to tell anything.
MOST_COMPARED = 60


def anchors(tellings: Iterable[Telling], articles: Mapping[str, Article], by: Weights) -> dict[str, Bracket]:
    """Return, for each article without a date, when it was written by the dates that others give for what it tells."""
    tellings = tuple(tellings)
    dated = _index(tellings)
    found: dict[str, Bracket] = {}
    for telling in tellings:
        article = articles[telling.article]
        if telling.value is None and telling.date and not is_exact(article.published):
            others = (o for who in sorted(telling.named | telling.context) for o in dated.get((telling.deed, who), ()))
            new = next((b for o in others if (b := _from(telling, o, articles, by))), None)
            if new:
                known = found.get(article.id) or _known(article)
                found[article.id] = _narrowed(known, new)
    return {key: bracket for key, bracket in found.items() if bracket != _known(articles[key])}


def _index(tellings: Iterable[Telling]) -> dict[tuple[str, str], list[Telling]]:
    """Return the first so many dated tellings of each act that name somebody or somewhere."""
    dated: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        for who in sorted(telling.named | telling.context) if telling.value else ():
            if len(dated[telling.deed, who]) < MOST_COMPARED:
                dated[telling.deed, who].append(telling)
    return dated


def _known(article: Article) -> Bracket:
    """Return when an article was written as far as that is known by now, if only vaguely."""
    known = article.published if isinstance(article.written, Unknown) else article.written
    covered = None if isinstance(known, Unknown) else edtf.closed(known.value)
    if covered is None:
        return Bracket(None, None)
    if isinstance(known, Inferred) and known is article.published:  # a page may show a later year's
        return Bracket(None, covered[1])
    return Bracket(*covered, *((known.because,), known.evidence) if isinstance(known, Inferred) else ())


def _from(telling: Telling, other: Telling, articles: Mapping[str, Article], by: Weights) -> Bracket | None:
    if telling.date is None or telling.date.offset is None or other.value is None or other.article == telling.article:
        return None
    shared = (telling.named | telling.context) & (other.named | other.context)
    alike = same_cast(telling, other, by) or by.alike(telling, other) >= ALIKE
    if not alike or len(shared) < FEWEST_SHARED or apart(telling, other, by) or not same(telling, other, by):
        return None
    if not _is_sharp(telling.date.offset, other.value):
        return None
    days = written(telling.date.offset, other.value)
    known = _known(articles[telling.article])
    late = days and known.first and days[1] < known.first
    if days is None or late or (known.last and known.last < days[0]):
        return None
    source = _named(articles[other.article])
    because = f"“{telling.date.text}” there tells what {source} dates {edtf.format_value(other.value)}"
    return Bracket(*days, (because,), (articles[telling.article].cite(telling.date.span),))


def _is_sharp(offset: str, value: str) -> bool:
    """Tell whether a value is no wider than what the expression means: no year tells which *Wednesday* it was."""
    days = edtf.closed(value)
    meant = edtf.resolve(offset, days[1].isoformat()) if days else None
    return meant is not None and width(value) <= width(meant)


def _named(article: Article) -> str:
    """Return what a reader knows an article by: its publisher, its title, or else its file."""
    if not isinstance(article.publisher, Unknown):
        return article.publisher.value
    if not isinstance(article.title, Unknown):
        return f"“{' '.join(article.title.value.split())}”"
    return article.path.rpartition("/")[2]


def _narrowed(known: Bracket, new: Bracket) -> Bracket:
    """Return the days that both allow; the first where they allow none."""
    both = known.narrowed(new.first, new.last, "; ".join(new.reasons), new.evidence)
    return known if both.first and both.last and both.first > both.last else both
