"""Labelled lines ──▶ title, publisher, byline, date, genre, address: each with how it is known."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import itemgetter

from generator.clean.frontmatter import RULE as FRONT
from generator.clean.frontmatter import entry, heads_list, item
from generator.clean.lines import CONTACT, SITE, title_label
from generator.clean.masthead import TITLE_AGAIN
from generator.clean.nameplate import BEHIND, is_body, is_outlet, is_publisher, nameplate
from generator.clean.notices import bare
from generator.clean.pieces import Piece, is_named, person_of, read_pieces
from generator.lexicons import compiled, words, wordset
from generator.model import RUNNING, Article, Block, Evidence, Field, Inferred, Known, Span, Stated, Unknown, value_of
from generator.text.openings import Opening, opening
from generator.text.pubdate import find_dates

_SIGNS = re.compile(r"[\[\]\"]|^'|'$")  # ["Jane Doe", "John Roe"], [[Jane Doe]], 'Jane Doe'
_CREDITS = compiled("credited-to")
_SPACED = re.compile(r"(?:\w +){4,60}\w")  # T H E   H A R B O U R
_UNTITLED = Unknown("the text begins without a headline")
_UNNAMED = "the article doesn't name its publisher"
_DESK = compiled("press-desk")
_PART, _WHOLE = compiled("part-of-body"), compiled("whole-body")
_ANNOUNCES = compiled("announcing")
_OWN_NAME = compiled("own-name")
_ABOUT = compiled("about-sender")


def title(article: Article, house: Span | None) -> Field[str]:
    """Return the headline; a publisher's name after it isn't part of it."""
    block = next((b for b in article.blocks if b.kind == "title"), None)
    if block is None:
        return front(article, "title", "headline") or _UNTITLED
    span = block.sentences[0]
    text = article.text[span.start : span.end]
    start = title_label(text)
    suffix = _suffix(article, span, house)
    end = suffix.start() if suffix else len(text)
    if end <= start:
        return _UNTITLED  # Media Advisory - Council of Orre
    cited = Span(span.start + start, span.start + end)
    return Stated(" ".join(text[start:end].split()), (article.cite(cited),))


def _suffix(article: Article, line: Span, house: Span | None) -> re.Match[str] | None:
    """Return the site's name behind a headline: that of its house, by a list, its form, or what comes again."""
    text = article.text[line.start : line.end]
    match = SITE.search(text)
    if (
        match is None
        or (house and house.start == line.start + match.start("name"))
        or is_publisher(match["name"])
        or is_body(match["name"])
        or is_outlet(match["name"])
    ):
        return match
    again = [article.text[b.span.start : b.span.end] for b in headers(article, TITLE_AGAIN)]
    genres = [article.text[b.span.start : b.span.end] for b in headers(article, "genre")]
    capital = "|" in match[0] and " " in match["name"] and match["name"].istitle() and not person_of(match["name"])
    named = capital and article.text.count(match["name"]) > 1  # … | Orre Harbour Trust, of which the text tells
    return match if named or bare(text[: match.start()]) in map(bare, (*again, " ".join(again), *genres)) else None


def pieces_of(article: Article, kind: str) -> Iterator[tuple[Piece, Evidence]]:
    """Return the pieces of one kind in all masthead lines, with their evidence."""
    for block in article.blocks:
        if block.kind == "header" and block.rule != FRONT:
            start, end = block.sentences[0].start, block.sentences[0].end
            for piece in read_pieces(article.text[start:end]):
                if piece.kind == kind:
                    yield piece, article.cite(Span(start + piece.start, start + piece.end))


def _first(article: Article, kind: str) -> Stated[str] | None:
    return next((Stated(piece.value, (evidence,)) for piece, evidence in pieces_of(article, kind)), None)


def front(article: Article, *keys: str) -> Stated[str] | None:
    """Return what a Markdown file's front matter states under one of some keys."""
    spans = [b.span for b in headers(article, FRONT)]
    lines = [article.text[s.start : s.end] for s in spans]
    for i, (span, line) in enumerate(zip(spans, lines, strict=True)):
        if found := entry(line, keys):
            return _quoted(article, ((span, found),))
        if heads_list(line, keys):
            below = ((s, item(text)) for s, text in zip(spans[i + 1 :], lines[i + 1 :], strict=True))
            places = [(s, place) for s, place in takewhile(itemgetter(1), below) if place]
            if places:
                return _quoted(article, places)
    return None


def _quoted(article: Article, places: Sequence[tuple[Span, tuple[int, int]]]) -> Stated[str] | None:
    """Return the values at some places of front matter lines, without the signs of YAML and of links between notes."""
    cited = tuple(article.cite(Span(span.start + start, span.start + end)) for span, (start, end) in places)
    value = ", ".join(_SIGNS.sub("", e.text).strip() for e in cited)
    return Stated(value, cited) if value else None


def headers(article: Article, rule: str) -> Iterator[Block]:
    """Return the lines of the masthead that a rule labelled."""
    return (b for b in article.blocks if b.kind == "header" and b.rule == rule)


def byline(article: Article) -> Field[str]:
    """Return who wrote the article."""
    if known := front(article, "author", "authors", "byline", "by"):
        return known
    if known := _first(article, "byline"):
        return known
    for block in headers(article, "credits"):
        if match := _CREDITS.match(article.text, block.span.start, block.span.end):
            return Stated(match["names"].strip(), (article.cite(block.span),))
    for block in headers(article, "name"):
        evidence = article.cite(block.sentences[0])
        return Inferred(person_of(evidence.text), "a name alone in the masthead", (evidence,))
    for piece, evidence in pieces_of(article, "other"):
        if (name := person_of(piece.value)) and is_named(name):
            return Inferred(name, "a name beside the date in the masthead", (evidence,))
    return Unknown("no line of the article names an author")


def publisher(article: Article, opened: Opening | None, house: Span | None) -> Field[str]:
    """Return who published the article; a dateline may name a news agency."""
    named = (front(article, key) for key in ("publisher", "site", "publication", "sitename", "site_name", "source"))
    if known := next((k for k in named if k and not k.value.startswith(("http://", "https://"))), None):
        return known
    story = next((b.span.start for b in article.blocks if b.kind == "paragraph"), 0)
    pieces = sorted(pieces_of(article, "publisher"), key=lambda p: not p[0].sure)
    for piece, evidence in pieces:
        if evidence.span.start > story and (plate := _alone(article)):
            return plate  # what the paper names as its source below the story
        if piece.sure:
            return Stated(piece.value, (evidence,))
        return Inferred(piece.value, "it stands in the masthead and reads like a publisher's name", (evidence,))
    agency = article.cite(opened.agency) if opened and opened.agency else None
    spoken = Inferred(agency.text, "the dateline names the news agency", (agency,)) if agency else None
    found = _site(article, house) or _alone(article) or _own_name(article) or spoken
    return found or _behind_author(article) or _sender(article) or Unknown(_UNNAMED)


def _site(article: Article, house: Span | None) -> Known[str] | None:
    """Return the name of the site behind the headline."""
    for block in article.blocks:
        if block.kind == "title" and (match := _suffix(article, block.sentences[0], house)):
            at = block.sentences[0].start
            name = article.cite(Span(at + match.start("name"), at + match.end("name")))
            if is_publisher(name.text):
                return Stated(name.text, (name,))
            return Inferred(name.text, "it stands behind the headline", (name,))
    return None


def _alone(article: Article) -> Known[str] | None:
    """Return the name that alone fills a line, the nearest to the headline: a ministry's before its country's.

    A press office's comes last, a department's behind its town's, and capitals are read as the article writes the name
    elsewhere.
    """
    title = next((b.span.start for b in article.blocks if b.kind == "title"), 0)
    lines: list[Evidence] = []
    for block in headers(article, "publisher alone"):
        above, at = lines[-1] if lines else None, block.sentences[0]
        land = above and above.text.split()[-1].lower() in wordset("clean-lands")  # MARSH COUNTY | DISTRICT ATTORNEY
        letterhead = above and land and not article.text[above.span.end : at.start].strip()
        lines.append(article.cite(Span(lines.pop().span.start, at.end) if letterhead else at))
    whole = any(_WHOLE.search(e.text) for e in lines if not _PART.match(e.text))
    ranks = {e: bool(_DESK.match(e.text)) or (whole and bool(_PART.match(e.text))) for e in lines}
    for line in sorted(lines, key=lambda e: (ranks[e], abs(e.span.start - title))):
        told = " ".join(line.text.split()) if "\n" in line.text else line.text
        named = nameplate(told) or BEHIND.sub("", told).strip("[]()")
        start = line.span.start + line.text.find(named)
        cited = article.cite(Span(start, start + len(named))) if named in line.text else line
        plain = " ".join(w.replace(" ", "") for w in named.split("  ")) if _SPACED.fullmatch(named) else named
        if plain.isupper():
            same = re.finditer(re.escape(plain), article.text, re.IGNORECASE)
            plain = next(
                (m[0] for m in same if m[0][0].isupper() and not m[0].isupper()),
                plain if plain == named else plain.title(),
            )
        return Inferred(plain, "it stands alone in the masthead", (cited,))
    return None


def _own_name(article: Article) -> Inferred[str] | None:
    """Infer the publisher from what the page says of itself in lines that aren't the story."""
    found: list[tuple[str, Evidence]] = []
    for block in article.blocks:
        if block.kind != "removed" and block.rule != "origin":
            continue
        for match in _OWN_NAME.finditer(article.text, block.span.start, block.span.end):
            group = match.lastgroup or ""
            name = match[group].strip()
            if bare(name) not in {"us", "our", "world"}:
                found.append((name, article.cite(block.span)))
    if not found:
        return None
    name = found[0][0]
    same = tuple(e for n, e in found if _is_same(n, name))
    name = max((n for n, _ in found if _is_same(n, name)), key=len)
    return Inferred(name, "the page's own notices, which aren't part of the story, name it", same)


def _behind_author(article: Article) -> Inferred[str] | None:
    """Infer the publisher from the paper or agency that the byline names, mostly behind the author."""
    lines = [(piece.value, line) for piece, line in pieces_of(article, "byline")]
    parts = ((part, line) for whole, line in lines for part in (whole, *line.text.split(", ")[1:]))
    found = ((part, line) for part, line in parts if is_publisher(part) or is_outlet(part))
    return next((Inferred(part, "the byline names it", (line,)) for part, line in found), None)


def _sender(article: Article) -> Inferred[str] | None:
    """Infer who sends a release: the only one that it describes at its end, or with whom it and its headline begin.

    Of a text that isn't called a release the first is believed where it also tells whom to call.
    """
    lines = [article.cite(b.span) for b in article.blocks]
    contacts = (b for b in article.blocks if b.rule == "credits" or b.rule.startswith("agreement"))
    called = any(b.kind == "removed" or CONTACT.match(article.text, b.span.start, b.span.end) for b in contacts)
    sent = value_of(genre(article)) == "press release"
    if article.opening is None or not (called or sent):
        return None
    found = [(match[match.lastgroup or ""], line) for line in lines if (match := _ABOUT.match(line.text))]
    name = found[0][0].title() if found and found[0][0].isupper() else "".join(n for n, _ in found[:1])  # ABOUT ORRE
    whole = _announcing(article, article.opening.text) if sent else ""
    if len(found) == 1 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", article.opening.text):
        name = whole if whole.startswith(f"{name} ") else name
        return Inferred(name, "the release describes it at its end", (found[0][1],))
    because = "the release and its headline begin with it"
    return Inferred(whole, because, (article.opening,)) if whole and not found else None


def _announcing(article: Article, opening: str) -> str:
    """Return with whose name a release and its headline begin: ``Orre Foods today announced …``."""
    match = _ANNOUNCES.search(opening)
    headline = next((article.cite(b.span).text for b in article.blocks if b.kind == "title"), "")
    own = match["name"].removeprefix("The ").split() if match else []
    both = [
        a
        for a, b in takewhile(
            lambda pair: pair[0] == pair[1], zip(own, headline.removeprefix("The ").split(), strict=False)
        )
    ]
    office = both and (both[0].lower() in words("names-titles") or is_named(" ".join(both)))  # Mayor Lee
    return "" if office or (len(both) == 1 and both[0].lower() in words("names-common")) else " ".join(both)


def _is_same(one: str, other: str) -> bool:
    return bare(one).removeprefix("the ") == bare(other).removeprefix("the ")


def genre(article: Article) -> Field[str]:
    """Return what kind of text the article says it is."""
    return _first(article, "genre") or Unknown("the article doesn't say what kind of text it is")


def url(article: Article) -> Field[str]:
    """Return the address that the article gives for itself."""
    found = (front(article, key) for key in ("url", "source", "link", "canonical"))
    stated = next((k for k in found if k and k.value.startswith(("http://", "https://"))), None)
    return stated or _first(article, "url") or Unknown("the article doesn't give its address")


MOST_PARAGRAPHS = 3  # a dateline opens the story; a standfirst or an editor's note may come before it


def find_dateline(article: Article) -> Opening | None:
    """Return the dateline that opens one of the first paragraphs, where there is one."""
    blocks = [b for b in article.blocks if b.kind in RUNNING][:MOST_PARAGRAPHS]
    firsts = ((n == 0, block.sentences[0].start, block.span.end) for n, block in enumerate(blocks))
    found = (opening(article.text, start, end, first=first) for first, start, end in firsts)
    return next((one for one in found if one and one.line), None)


def dateline(article: Article, found: Opening | None) -> Field[str]:
    """Return the place and date that open the report."""
    if found is None or found.line is None:
        return Unknown("the story doesn't open with a place and date")
    cited = article.cite(found.line)
    return Stated(cited.text, (cited,))


def dated(article: Article, found: Opening | None, published: Field[str]) -> Field[str]:
    """Return when the article was published: the dateline's date where nothing else says it better."""
    known_day = not isinstance(published, Unknown) and len(published.value) > len("2025")
    told = article.cite(found.date).text if found and found.date else ""
    dates = find_dates(told)
    if known_day or not dates or not found or not found.line:
        return published
    if dates[0].value:
        return Inferred(dates[0].value, "the dateline gives the date of the report", (article.cite(found.line),))
    yearless = Unknown(f"the dateline says {told} without a year")
    return yearless if isinstance(published, Unknown) else published
