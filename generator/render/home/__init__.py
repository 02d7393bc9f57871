"""The briefing itself: one printable page, each section chosen by a rule that the page "About" tells."""

from collections.abc import Iterator

from generator import edtf
from generator.model import Difference, Page, value_of
from generator.render.dates import readable, span_of
from generator.render.differences import disputed
from generator.render.home.focus import Focus
from generator.render.home.happenings import before, happened, is_past
from generator.render.home.lead import focus, opening
from generator.render.home.lines import tells_past
from generator.render.home.numbers import numbers
from generator.render.home.open import denials, main, open_lines
from generator.render.home.plans import plans
from generator.render.home.quotable import quotable
from generator.render.home.sides import sides
from generator.render.home.single import gaps, only
from generator.render.home.stories import stories
from generator.render.home.telling import MAIN, fresh, in_order
from generator.render.home.weights import Weights, as_of, quotas_for
from generator.render.lookup import Lookup
from generator.render.page import PageMaker, Row


def home_page(maker: PageMaker) -> Page:
    """Return the page ``index.md``."""
    briefing, lookup = maker.briefing, maker.lookup
    quotas = quotas_for(len(briefing.articles))
    weights = Weights(lookup, as_of(lookup, maker.day), quotas)
    about = focus(weights)
    return maker.page(
        "index.md",
        "index.md",
        maker.site,
        quotas=quotas,
        origins=weights.origins,
        unread=tuple(a for a in briefing.articles if a.unread),
        about=about,
        told=_told(weights, about),
        conflicts=(conflicts := _by_weight(lookup, "conflict")),
        differing=(main(conflicts) or conflicts)[: quotas.differences],
        grown=(grown := _by_weight(lookup, "grown")),
        counted=_counted(lookup, grown),
        disputed=disputed(briefing),
        stories=_others(weights, about),
        gaps=tuple(gaps(briefing)),
        sources=tuple(_sources(lookup, quotas.sources)),
        span=span_of([value_of(a.published) for a in briefing.articles]),
    )


def _told(weights: Weights, about: Focus) -> Row:
    """Return what each section tells in the sources' own words; nothing is told twice, in whatever words."""
    quotas = weights.quotas
    told = [*about.told[:1]]
    quoted = [q["words"] for q in quotable(weights, about, told)]  # a plan in other words tells less
    ahead = (found(weights, about) for found in (plans, open_lines))
    planned, open_ = (fresh(found, (*told, *quoted), about, quotas.planned, least=0) for found in ahead)
    told += [line.words for line in (*planned, *open_)]
    news = happened(about, told, quotas.occasion)
    told += [line.words for line in news]
    ago = [line for line in news if is_past(line, about)]
    quotes = quotable(weights, about, told)
    told += [q["words"] for q in quotes]
    past = [*ago, *fresh(before(weights, about), told, about, quotas.before - len(ago), least=MAIN)]
    single = fresh(only(weights, about), (*told, *(line.words for line in past)), about, quotas.single)
    told += [line.words for line in (*past, *single)]
    said = sides(weights, about, {q["utterance"].id for q in quotes}, told)
    told += [s.told.words for side in said for s in side["speeches"]]
    return {
        "happened": in_order((line for line in news if line not in ago), about),
        "before": sorted(past, key=lambda x: (edtf.sort_key(x.date or ""), x.event), reverse=True),
        "sides": said,
        "denied": denials(_by_weight(weights.lookup, "denied"), weights, about),
        "open": open_,
        "plans": planned,
        "numbers": numbers(weights, about, told),
        "quotes": quotes,
        "single": single,
    }


def _others(weights: Weights, about: Focus) -> Row:
    """Return the stories beside that of the page, each with the line that tells it."""
    every = stories(weights, weights.quotas.stories, about.own)
    openings = (opening(s["articles"], weights.lookup) for s in every["shown"])
    leads = (line if line and tells_past(line, weights.lookup) else None for line in openings)
    told = [s | {"lead": line} for s, line in zip(every["shown"], leads, strict=True)]
    shown = [s for s in told if s["lead"] or value_of(weights.lookup.articles[s["title"].article].title)]
    return every | {"shown": shown, "more": every["more"] + len(told) - len(shown)}


def _by_weight(lookup: Lookup, verdict: str) -> tuple[Difference, ...]:
    """Return the differences of a verdict that most origins take part in, those about a source itself last."""
    found = (d for d in lookup.briefing.differences if d.verdict == verdict)
    return tuple(sorted(found, key=lambda d: (-lookup.backing(d.evidence).origins, d.id)))


def _counted(lookup: Lookup, grown: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """Return the numbers that may all be true, but those of a count that has grown."""
    told = {frozenset(r.value for r in d.readings) for d in grown}
    found = (d for d in _by_weight(lookup, "scope") if d.kind == "figure")
    return tuple(d for d in found if not any(values.issuperset(r.value for r in d.readings) for values in told))


def _sources(lookup: Lookup, most: int) -> Iterator[Row]:
    """Yield all articles, or the newest of many, with what their labels leave out: day and house.

    What shares text is named once, beside the first of them.
    """
    articles = lookup.briefing.articles
    newest = sorted(articles, key=lambda a: (value_of(a.published) or "", a.id), reverse=True)[:most]
    named: set[str] = set()
    for article in articles if len(articles) <= most else newest:
        label, house = lookup.labels[article.id], (value_of(article.house) or "").removeprefix("www.")
        near = [a for a in lookup.sharing(article.id) if article.id not in named or a not in named]
        named.update((article.id, *near))
        day, other = readable(value_of(article.published)), "" if label.startswith(house) else house
        yield {"article": article, "dated": not day or day not in label, "house": other, "near": near}
