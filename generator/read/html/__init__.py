"""Bytes of a saved page ──▶ its article: the story set apart from the page, and what the page states of itself."""

from generator.errors import SeedError
from generator.model import Source, Statement
from generator.read.document import Documents, first_of_each, laid_out
from generator.read.html.authors import authors
from generator.read.html.days import published
from generator.read.html.markup import decode_page, parse, saved_from
from generator.read.html.page import Page, address, language, page, publisher, stands_in, title
from generator.read.html.story import story

LONGEST_NOTICE = 150  # words of a page that says that the article isn't there
FEWEST_WORDS = 20  # of a story; a page with fewer is a list, a form or a notice


def read_page(raw: bytes, path: str) -> Documents:
    """Return the article of a saved page, and what was unusual about it."""
    markup, problems = decode_page(raw, path)
    return (article_of(markup, path),), problems


def article_of(markup: str, path: str, known: tuple[Statement, ...] = ()) -> Source:
    """Return the article of a page; ``known`` is what is stated around it, and wins.

    Raises SeedError where there is no story.
    """
    tree = parse(markup, path)
    found = page(tree)
    headline = title(found)
    own = _states(found, headline)
    masthead, told, rest = story(tree, found.lines, headline.value if headline else "")  # which takes the tree apart
    words = sum(len(line.split()) for line in told)
    if words < LONGEST_NOTICE and (what := stands_in(found)):
        raise SeedError(path, f"this page is {what} and no article; open the article in a browser, and save it again")
    if words < FEWEST_WORDS:
        raise SeedError(path, "no story is found on this page; open it in a browser and save the text, or leave it out")
    states = (*known, *saved_from(markup), *own)
    text, span = laid_out(headline.value if headline else "", told, masthead, rest)
    return Source(path, "", text, "page", states=first_of_each(states), story=span, kept=True)


def _states(found: Page, headline: Statement | None) -> tuple[Statement, ...]:
    fields = (headline, publisher(found), authors(found), published(found), address(found), language(found))
    return tuple(s for s in fields if s)
