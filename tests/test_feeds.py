"""The feeds and the data of what changed: valid, with stable ids, dated by the articles, safe with any text."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from datetime import datetime

import jsonschema_rs
import pytest
from conftest import ROOT
from everywhere import everywhere
from test_changes import FOUND, joined, told
from test_hostile import UNSHOWABLE, attacks
from test_mutations import FERRY

from generator.link import link
from generator.link.revision import accept
from generator.model import Briefing, Corrections, Web
from generator.render import render
from generator.render.changes import SHOWN

ATOM = "{http://www.w3.org/2005/Atom}"
TEMPLATES = (ROOT / "templates",)


def since_one() -> Briefing:
    """Return three articles of which one was accepted."""
    state = accept(joined(FOUND[0]), "accepted.jsonl")
    return link(FOUND, Corrections(), state)


def made(briefing: Briefing, web: Web | None = None) -> dict[str, bytes]:
    return {p.path: p.content for p in render(briefing, TEMPLATES, "Ships & mines", web=web or Web())}


def items(pages: dict[str, bytes]) -> list[dict[str, str]]:
    return list(json.loads(pages["changes.json"])["items"])


def test_both_feeds_have_the_same_items_with_an_id_and_a_place_each() -> None:
    pages = made(since_one())
    feed, atom = json.loads(pages["changes.json"]), ET.fromstring(pages["changes.xml"])  # noqa: S314 - our own file
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == atom.findtext(f"{ATOM}title") == "Ships & mines: changes"
    entries = atom.findall(f"{ATOM}entry")
    assert [e.findtext(f"{ATOM}id") for e in entries] == [i["id"] for i in feed["items"]] != []
    assert [e.findtext(f"{ATOM}title") for e in entries] == [i["title"] for i in feed["items"]]
    assert [e.findtext(f"{ATOM}content") for e in entries] == [i["content_text"] for i in feed["items"]]
    assert [e.find(f"{ATOM}link").get("href") for e in entries] == [i["url"] for i in feed["items"]]  # type: ignore[union-attr]
    ids = [i["id"] for i in feed["items"]]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", i) for i in ids)
    page = pages["changes.md"].decode()
    for item in feed["items"]:
        name, _, anchor = item["url"].partition("#")
        assert name == "changes.html"
        assert f'id="{anchor}"' in page


def test_the_dates_are_those_of_the_articles() -> None:
    pages = made(since_one())
    assert {i["date_published"] for i in items(pages)} == {"2021-09-16T00:00:00Z"}
    times = re.findall(r"<updated>(.*?)</updated>", pages["changes.xml"].decode())
    assert set(times) == {"2021-09-16T00:00:00Z"}
    assert all(datetime.fromisoformat(t).tzinfo for t in times)


def test_without_any_date_the_feeds_stay_valid() -> None:
    undated = tuple(told(f.article.text, f.article.id, None) for f in FOUND)
    pages = made(link(undated, Corrections(), accept(joined(undated[0]), "accepted.jsonl")))
    assert not any("date_published" in i for i in items(pages))
    assert "<updated>1970-01-01T00:00:00Z</updated>" in pages["changes.xml"].decode()


@pytest.mark.parametrize(
    ("web", "page", "atom"),
    [
        (Web(), "changes.html#", None),
        (
            Web("https://example.org/reefs/"),
            "https://example.org/reefs/changes.html#",
            "https://example.org/reefs/changes.xml",
        ),
        (Web("https://example.org", folders=True), "https://example.org/changes/#", "https://example.org/changes.xml"),
    ],
)
def test_addresses_are_absolute_where_the_sites_own_is_known(web: Web, page: str, atom: str | None) -> None:
    pages = made(since_one(), web)
    assert all(i["url"].startswith(page) for i in items(pages))
    feed = json.loads(pages["changes.json"])
    assert feed.get("feed_url", "").replace("json", "xml") == (atom or "")
    own = re.findall(r'<link rel="self" href="(.*?)"/>', pages["changes.xml"].decode())
    assert own == ([atom] if atom else [])


def test_an_item_keeps_its_id_while_other_articles_come() -> None:
    state = accept(joined(FOUND[0]), "accepted.jsonl")
    two, three = (made(link(found, Corrections(), state)) for found in (FOUND[:2], FOUND))
    assert {i["id"] for i in items(two)} < {i["id"] for i in items(three)}


def test_without_an_accepted_state_the_feeds_are_valid_and_empty() -> None:
    pages = made(joined(*FOUND))
    assert items(pages) == []
    assert ET.fromstring(pages["changes.xml"]).findall(f"{ATOM}entry") == []  # noqa: S314 - our own file


def test_any_text_gives_valid_feeds_and_data() -> None:
    pages = made(everywhere((*attacks().values(), UNSHOWABLE)), Web('https://example.org/"><x>/'))
    atom = ET.fromstring(pages["changes.xml"])  # noqa: S314 - our own file
    names = {element.tag.removeprefix(ATOM) for element in atom.iter()}
    assert names == {"feed", "title", "id", "updated", "author", "name", "link", "entry", "category", "content"}
    assert len(atom.findall(f"{ATOM}entry")) == len(items(pages)) > 0
    schema = json.loads(pages["data/schema.json"])
    form = jsonschema_rs.Draft202012Validator({"$ref": "#/$defs/changes", "$defs": schema["$defs"]})
    form.validate(json.loads(pages["data/changes.json"]))


def test_a_long_list_is_cut_and_the_number_of_the_rest_is_told() -> None:
    many = tuple(
        told(f"“We shall plant {word} trees in the valley of {word.title()} before the rains,” said Ana Torres.", word)
        for word in (
            f"{a}{b}olan" for a in ("pa", "te", "ki", "mo", "ru", "sa", "le") for b in ("ba", "do", "fi", "gu", "ne")
        )
    )
    pages = made(link(many, Corrections(), accept(joined(FOUND[0]), "accepted.jsonl")))
    assert f"… and {len(many) - SHOWN} more, in [the data](data/changes.json)" in pages["changes.md"].decode()
    assert sum("statement" in i["tags"] and i["title"].startswith("Added") for i in items(pages)) == SHOWN
    data = json.loads(pages["data/changes.json"])
    assert sum(c["fact"]["kind"] == "statement" and c["what"] == "added" for c in data["changes"]) == len(many)


def test_a_new_fact_on_which_sources_differ_leads_to_the_difference() -> None:
    other = told(FERRY.replace("143", "134"), "other")
    briefing = link((*FOUND, other), Corrections(), accept(joined(FOUND[1]), "accepted.jsonl"))
    (card,) = (d for d in briefing.differences if d.verdict == "conflict")
    page = made(briefing)["changes.md"].decode()
    lines = [line for line in page.splitlines() if "passengers" in line and "added-figure" in line]
    assert lines
    assert all("badge disputed" in line and f"#d-{card.id}" in line for line in lines)
