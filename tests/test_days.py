"""The day on which a saved page says that it was published, however it says so; and when it doesn't."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.model import Article, Inferred, Source, Stated, Unknown
from generator.read.formats import read_documents

PAGE = """<!doctype html><html lang="{lang}"><head><meta charset=utf-8>
<title>Harbour bridge closes for eleven weeks - The Island Ledger</title>{head}</head><body>{top}<article>
<h1>Harbour bridge closes for eleven weeks</h1>{under}
<p>The harbour bridge closes on Monday for eleven weeks so that its bearings can be renewed, the port said.</p>
<p>Two ferries carry people from one side to the other, and lorries take the long way around by the customs house.</p>
<p>The work costs two million crowns, half of what was planned for the whole year, and the council has to agree.</p>
{below}</article>{foot}</body></html>"""


def page(lang: str = "en", **parts: str) -> Article:
    empty = dict.fromkeys(("head", "top", "under", "below", "foot"), "")
    (found,), _ = read_documents(PAGE.format(lang=lang, **(empty | parts)).encode(), "a.html")
    return clean(Source("a.html", "0" * 64, found.text, found.format, states=found.states, story=found.story))


def linked(**values: str) -> str:
    pairs = ", ".join(f'"{key}": "{value}"' for key, value in values.items())
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "x", {pairs}}}</script>'


def address(path: str) -> str:
    return f'<link rel="canonical" href="https://ledger.example{path}">'


STATED = {
    "JSON-LD": {"head": linked(datePublished="2024-05-03T10:00:00+02:00")},
    "JSON-LD in words": {"head": linked(datePublished="May 3, 2024")},
    "JSON-LD of a video": {"head": linked(dateCreated="2024-05-03", dateModified="2024-05-05")},
    "a meta element": {"head": '<meta property="article:published_time" content="2024-05-03T10:00:00+02:00">'},
    "a date as mails have it": {"head": '<meta name="pubdate" content="Fri, 03 May 2024 10:00:00 GMT">'},
    "digits alone": {"head": '<meta name="pubdate" content="20240503">'},
    "microdata": {"under": '<span itemprop="datePublished" content="2024-05-03">Friday</span>'},
    "microdata in words": {"under": '<span itemprop="datePublished">3 May 2024</span>'},
    "a microformat": {"under": '<abbr class="published" title="2024-05-03T10:00:00+01:00">Friday</abbr>'},
    "a time element in words": {"under": '<time datetime="May 3, 2024">Friday</time>'},
    "a time element among others": {
        "under": '<time class="published-date" datetime="2024-05-03T10:00">Friday</time>',
        "foot": '<time datetime="2024-04-01">1 April</time>',
    },
    "a line under the headline": {"top": "<div>Saturday, 28 November 2026</div>", "under": "<p>3 May 2024</p>"},
    "a line below the story": {"below": "<p>First published: 3 May 2024</p>"},
    "published and changed": {"under": "<p>Published: 3 May 2024 | Updated: 5 May 2024</p>"},
}


@pytest.mark.parametrize("how", STATED)
def test_a_day_is_read_wherever_a_page_states_it(how: str) -> None:
    published = page(**STATED[how]).published
    assert isinstance(published, Stated)
    assert published.value == "2024-05-03"


SHOWN_BESIDE = {
    "an evening edition of the day before": {"head": '<meta property="article:published_time" content="2024-05-02">'},
    "an online edition": {"head": '<meta name="dc.date" content="2024-03-20">'},
}


@pytest.mark.parametrize("how", SHOWN_BESIDE)
@pytest.mark.parametrize("shown", [{"under": "<span>3 May 2024</span>"}, {"lang": "fr", "under": "<p>3.05.24</p>"}])
def test_the_day_alone_beside_the_headline_is_believed_before(how: str, shown: dict[str, str]) -> None:
    published = page(**(SHOWN_BESIDE[how] | shown)).published
    assert isinstance(published, Stated)
    assert published.value == "2024-05-03"


def test_a_banner_with_the_day_of_the_saving_is_not_believed_before_what_the_page_states() -> None:
    head = '<meta name="dc.date" content="2024-05-03">'
    assert page(head=head, top="<div>28 November 2026</div>").published.value == "2024-05-03"  # type: ignore[union-attr]


WORKED_OUT = {
    "its address": {"head": address("/2024/05/03/bridge")},
    "its address with the month as a word": {"head": address("/world/2024/may/03/bridge")},
    "its address with digits alone": {"head": address("/20240503/bridge")},
    "an element above the headline": {"top": '<h2 class="date-header"><span>Friday, May 3, 2024</span></h2>'},
    "the way its region writes dates": {"lang": "en-GB", "under": '<div class="post-date">03/05/2024</div>'},
    "the way its language writes dates": {"lang": "fr", "under": '<div class="post-date">03/05/2024</div>'},
    "a label on the line above": {"foot": "<p>Mise en ligne</p><p>3 mai 2024</p>"},
}


@pytest.mark.parametrize("how", WORKED_OUT)
def test_a_day_is_worked_out_from(how: str) -> None:
    published = page(**WORKED_OUT[how]).published
    assert isinstance(published, Inferred)
    assert published.value == "2024-05-03"


NOTHING = {
    "the day on which it was saved": {"top": "<div>Saturday, 28 November 2026</div>"},
    "the days of other articles": {
        "foot": '<aside><a href=/x>Ten walks</a><time datetime="2024-04-01">1 April</time></aside>'
    },
    "the day of a comment": {"foot": '<div class="comments"><p>Jo wrote on 9 May 2024: nice</p></div>'},
    "days of its story": {"below": "<p>It was opened on 4 June 1987 by the governor, and painted on 9 March 2011.</p>"},
    "a day that could be a month": {"under": "<p>03/05/2024</p>"},
    "a day that could be a month, for programs": {"head": '<meta name="date" content="03/05/2024">'},
    "a region that programs set by themselves": {"lang": "en-US", "under": "<p>03/05/2024</p>"},
    "how long ago": {"under": "<p>3 days ago</p>"},
}


@pytest.mark.parametrize("what", NOTHING)
def test_no_day_is_made_of(what: str) -> None:
    assert isinstance(page(**NOTHING[what]).published, Unknown)


CHANGED = {
    "a meta element": {"head": '<meta property="og:updated_time" content="2024-05-05T10:00:00Z">'},
    "another": {"head": '<meta name="last-modified" content="2024-05-05">'},
    "JSON-LD": {"head": linked(dateModified="2024-05-05")},
}


@pytest.mark.parametrize("how", CHANGED)
def test_a_day_of_a_change_is_said_to_be_one(how: str) -> None:
    published = page(**CHANGED[how]).published
    assert isinstance(published, Inferred)
    assert published.value == "2024-05-05"
    assert published.because.endswith("which tells only when it was last changed")
