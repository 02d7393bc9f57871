"""What an editor decides: each sort of decision, its mistakes, and what becomes of it when articles change."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from test_clean import article

from generator.check import check
from generator.clean import identify
from generator.errors import CorrectionsError
from generator.extract import extract
from generator.keys import event_keys
from generator.link import link
from generator.pipeline import build
from generator.read.corrections import parse_corrections, read_corrections
from generator.render import render
from generator.render.data import as_data
from generator.scaffold import make_project
from generator.settings import load_settings

if TYPE_CHECKING:
    from generator.model import Briefing, Event, Utterance

TEMPLATES = (Path(__file__).parent.parent / "templates",)

BRIDGE = """\
The bridge at Orre

The Daily Post
May 6, 2024

Mayor Ana Torres opened the bridge at Orre on 3 May 2024. It cost 310 million euros, the ministry of transport said.
"It is the safest bridge in the country," Ana Torres said.
Engineer Ivo Klein closed the old bridge of Orre on 2 May 2024.
"""
LATER = """\
A year of the bridge

The Morning Star
May 9, 2024

The minister Bo Reed visited the bridge at Orre on 8 May 2024. "We will never build another one," he told reporters.
"""


@cache
def told(corrections: str = "", *texts: str) -> Briefing:
    """Return what two articles say together, as an editor corrects it."""
    decided = parse_corrections(corrections)
    received = (replace(article(t), path=f"seeds/{n}.txt") for n, t in enumerate(texts or (BRIDGE, LATER)))
    articles = identify(tuple(received), decided)
    return link(tuple(map(extract, articles)), decided)


@cache
def pages(briefing: Briefing) -> dict[str, str]:
    return {p.path: p.content.decode() for p in render(briefing, TEMPLATES, "Test")}


def project(root: Path, corrections: str) -> Path:
    """Lay out the two articles with corrections, and build the pages."""
    make_project(root, "Orre")
    (root / "seeds" / "0.txt").write_text(BRIDGE, encoding="utf-8")
    (root / "seeds" / "1.txt").write_text(LATER, encoding="utf-8")
    (root / "corrections.yml").write_text(corrections, encoding="utf-8")
    assert not build(load_settings(root)).problems
    return root


@cache
def files(briefing: Briefing) -> dict[str, str]:
    """Return what each page offers to paste, by the page."""
    made = {p.path: p.content.decode() for p in render(briefing, TEMPLATES, "Test")}
    return {path[len(OFFERED) : -4] + ".md": text for path, text in made.items() if path.startswith(OFFERED)}


def key(words: str, page: str = "timeline.md") -> str:
    """Return the key that a page offers for the words."""
    offers = files(told())[page]
    found = re.search(rf"# [^\n]*{re.escape(words)}[^\n]*\n  (?P<key>[a-z0-9-]+):", offers)
    assert found, (words, offers)
    return found["key"]


def event(briefing: Briefing, words: str) -> Event:
    return next(e for e in briefing.events if any(words in s.text for s in e.evidence))


def said(briefing: Briefing, words: str) -> Utterance:
    return next(u for u in briefing.utterances if any(words in v.words.text for v in u.versions))


OFFERED = "data/corrections/"
SIGNED = '{because: Another bridge., by: A. Editor, on: "2024-05-20"}'


# --- what can be decided ------------------------------------------------------------------------


def test_a_date_that_an_editor_sets_is_shown_as_the_editors() -> None:
    decided = told(f"events:\n  {key('opened the bridge')}: {{date: 2024-05-01}}")
    found = event(decided, "opened the bridge")
    assert (found.date, found.basis, found.because) == (
        "2024-05-01",
        "editor",
        "date set by an editor in corrections.yml, line 2",
    )
    assert not decided.problems
    assert "2024-05-01" in [row["date"] for row in as_data(decided)["events"]]
    assert "1 May 2024" in pages(decided)["timeline.md"]


def test_a_headline_is_words_of_a_sentence_that_tells_the_happening() -> None:
    name = key("opened the bridge")
    assert (
        event(told(f"events:\n  {name}: {{headline: the bridge at Orre}}"), "opened").headline.text
        == "the bridge at Orre"
    )
    refused = told(f"events:\n  {name}: {{headline: the tunnel at Orre}}")
    assert event(refused, "opened").headline == event(told(), "opened").headline
    (problem,) = map(str, refused.problems)
    assert problem.startswith(f"corrections.yml:2: events: `{name}`: headline: “the tunnel at Orre” stands in no ")


def test_two_happenings_that_are_one_are_joined_and_parted_again() -> None:
    opened, visited = key("opened the bridge"), key("visited the bridge")
    one = told(f"events:\n  {visited}: {{same: {opened}}}")
    (joined,) = (e for e in one.events if len(e.evidence) > 1)
    assert joined.status == "disputed"
    assert [r.value for r in joined.readings] == ["2024-05-03", "2024-05-08"]
    again = "Mayor Ana Torres opened the bridge at Orre on 3 May 2024, as she had said."
    texts = (BRIDGE, LATER.replace('"We will', f'{again} "We will'))
    (shared,) = (e for e in told("", *texts).events if len(e.evidence) > 1)
    mine, theirs = event_keys(shared, {a.id: a for a in told("", *texts).articles})
    parted = told(f"events:\n  {theirs}: {{apart: {mine}}}", *texts)
    assert [len(e.evidence) for e in parted.events if "opened the bridge" in e.headline.text] == [1, 1]
    both = told(f"events:\n  {visited}: {{apart: {opened}}}")
    assert both.events == told().events
    assert not both.problems


@pytest.mark.parametrize("what", [f"dismiss:\n  KEY: {SIGNED}", "events:\n  KEY: {none: It is a plan.}"])
def test_what_an_editor_takes_off_stands_on_the_page_of_what_was_set_aside(what: str) -> None:
    decided = told(what.replace("KEY", key("opened the bridge")))
    made = pages(decided)
    assert "opened the bridge" not in made["timeline.md"]
    assert "opened the bridge" in made["editors.md"]
    assert "set aside" in made["differences.md"]
    (row,) = as_data(decided)["aside"]
    assert row["kind"] == "event"
    assert row["because"] in ("Another bridge.", "It is a plan.")
    assert [e["text"] for e in row["evidence"]] == [event(told(), "opened").evidence[0].text]
    assert not decided.problems


def test_quotations_figures_and_names_are_set_aside_likewise() -> None:
    quote, figure = key("safest bridge", "quotes.md"), key("310 million euros", "figures.md")
    decided = told(f"dismiss:\n  {quote}: {SIGNED}\n  {figure}: {SIGNED}\n  Bo Reed: {SIGNED}")
    assert [a.kind for a in decided.aside] == ["figure", "statement", "name"]
    assert all("safest bridge" not in v.words.text for u in decided.utterances for v in u.versions)
    assert not [f for found in decided.findings for f in found.figures if "310" in f.text]
    assert "Bo Reed" not in [e.name for e in decided.entities]
    assert not decided.problems
    assert "Bo Reed" in pages(decided)["editors.md"]


def test_a_speaker_is_whom_an_editor_names() -> None:
    decided = told(f"quotes:\n  {key('safest bridge', 'quotes.md')}: {{speaker: Ivo Klein}}")
    found = said(decided, "safest bridge")
    assert (found.speaker, found.attribution) == ("ivo-klein", "Ivo Klein")
    (version,) = found.versions
    assert version.speaker is not None
    assert version.speaker.text == "Ivo Klein"
    assert [row["speaker"] for row in as_data(decided)["quotes"] if "safest" in row["text"]] == ["ivo-klein"]


def test_a_speaker_who_is_nearly_called_as_somebody_in_the_sources_is_refused() -> None:
    decided = told(f"quotes:\n  {key('safest bridge', 'quotes.md')}: {{speaker: Ivo Klien}}")
    assert said(decided, "safest bridge") == said(told(), "safest bridge")
    assert "no source has the name “Ivo Klien”; did you mean `Ivo Klein`?" in str(decided.problems[-1])


def test_a_figure_has_the_value_the_unit_the_words_and_the_time_that_an_editor_gives() -> None:
    says = "{value: 301000000, unit: USD, measure: ministry of transport, period: 2023}"
    decided = told(f"figures:\n  {key('310 million euros', 'figures.md')}: {says}")
    figure = next(f for found in decided.findings for f in found.figures if "310" in f.text)
    assert (str(figure.value), figure.unit) == ("301000000", "USD")
    assert figure.measure is not None
    assert figure.measure.text == "ministry of transport"
    assert figure.period is not None
    assert figure.period.value == "2023"
    assert "line 2" in figure.because
    refused = told(f"figures:\n  {key('310 million euros', 'figures.md')}: {{measure: the tunnel}}")
    assert "“the tunnel” doesn't stand in its sentence; copy" in str(refused.problems[-1])


def test_a_note_to_the_readers_stands_under_the_heading_of_its_page() -> None:
    made = pages(told("notes:\n  figures.md: The ministry *revises* its figures in June."))
    heading, note = made["figures.md"].split("# Figures")[1].split("\n\n")[:2]
    assert "h-top" in heading
    assert "The ministry &#42;revises&#42; its figures in June." in note


def test_what_is_pinned_stands_first_on_the_front_page_in_the_editors_order() -> None:
    keys = (key("310 million euros", "figures.md"), key("safest bridge", "quotes.md"), key("opened the bridge"))
    made = pages(told("pin:\n" + "".join(f"- {k}\n" for k in keys)))["index.md"]
    first = made.partition("## Picked by an editor")[2].partition("\n## ")[0]
    assert first.index("310 million") < first.index("safest bridge") < first.index("opened the bridge")


def test_occasions_are_named_joined_and_parted() -> None:
    opened, visited, closed = key("opened the bridge"), key("visited the bridge"), key("closed the old bridge")
    named = told(f"occasions:\n  {opened}: {{title: The new bridge}}")
    assert "The new bridge" in [o.title for o in named.occasions]
    joined = told(f"occasions:\n  {visited}: {{same: {opened}}}")
    assert any(len(o.articles) > 1 for o in joined.occasions)
    both = f"occasions:\n  {closed}: {{same: {opened}}}"
    (one,) = (o for o in told(both).occasions if event(told(), "opened").id in o.events)
    assert event(told(), "closed").id in one.events
    parted = told(f"occasions:\n  {closed}: {{apart: {opened}}}")
    assert event(told(), "closed").id in [o.id for o in parted.occasions]


def test_every_citation_holds_on_pages_that_an_editor_changed(tmp_path: Path) -> None:
    opened, quote = key("opened the bridge"), key("safest bridge", "quotes.md")
    root = project(
        tmp_path,
        f"events:\n  {opened}: {{date: 2024-05-01}}\nquotes:\n  {quote}: {{speaker: Ivo Klein}}\n"
        f"dismiss:\n  {key('visited the bridge')}: {SIGNED}\npin:\n- {opened}\nnotes:\n  index.md: Hello.\n",
    )
    assert check(root / "docs", root).failures == ()


# --- what becomes of decisions --------------------------------------------------------------------


def test_a_decision_holds_when_other_sentences_articles_and_file_names_change() -> None:
    name = key("opened the bridge")
    changed = BRIDGE.replace("The bridge at Orre\n\nThe Daily Post", "Orre has a bridge\n\nThe Post").replace(
        "310", "311"
    )
    decided = told(f"events:\n  {name}: {{date: 2024-05-01}}", changed)
    assert event(decided, "opened the bridge").date == "2024-05-01"
    assert not decided.orphans


def test_a_decision_on_a_sentence_that_changed_is_reported_with_what_is_nearest_and_applied_nowhere() -> None:
    name = key("opened the bridge")
    changed = BRIDGE.replace("on 3 May 2024", "on Friday, 3 May 2024,")
    decided = told(f"events:\n  {name}: {{date: 2024-05-01}}", changed, LATER)
    assert event(decided, "opened the bridge").date == "2024-05-03"
    (orphan,) = decided.orphans
    assert orphan.advice.startswith("did you mean `mayor-ana-torres-opened-the-bridge-at")
    assert str(decided.problems[-1]).startswith(
        f"corrections.yml:2: events: `{name}` matches nothing here; did you mean"
    )
    assert name in pages(decided)["editors.md"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("same: {Ana Torres: Ana Tores}", "same: no source has the name “Ana Tores”; did you mean `Ana Torres`?"),
        ("apart:\n- [Ana Torres, Bo Read]", "apart: no source has the name “Ana Torres”; did you mean `Bo Reed`?"),
        ("kinds: {Nowhere: none}", "kinds: no source has the name “Nowhere”; correct its spelling or remove the entry"),
        ("slugs: {seeds/9.txt: x}", "slugs: `seeds/9.txt` matches nothing here; did you mean `seeds/1.txt`?"),
        ("pin: [x]", "pin: `x` matches nothing here; copy the key from the fold for editors on its page"),
        (f"dismiss: {{Bo Reads: {SIGNED}}}", "dismiss: `Bo Reads` matches nothing here; did you mean `Bo Reed`?"),
    ],
)
def test_a_decision_without_effect_is_never_silent(text: str, message: str) -> None:
    assert any(message in str(p) for p in told(text).problems), told(text).problems


# --- what is offered ------------------------------------------------------------------------------


def offered() -> dict[tuple[str, str], object]:
    """Return each entry that the pages offer and that leaves nothing to fill in, by its section and key."""
    found = {}
    for block in files(told()).values():
        sections = yaml.load(block, yaml.BaseLoader)  # noqa: S506 - strings only
        for section in ("events", "quotes", "figures"):
            entries = sections.get(section, {}).items()
            found |= {(section, name): says for name, says in entries if "''" not in str(says)}
    return found


@given(st.lists(st.sampled_from(sorted(offered())), unique=True))
def test_what_is_pasted_as_it_is_offered_changes_nothing(chosen: list[tuple[str, str]]) -> None:
    written: dict[str, dict[str, object]] = {}
    for section, name in chosen:
        written.setdefault(section, {})[name] = offered()[section, name]
    decided = told(yaml.safe_dump(written, allow_unicode=True) if written else "")
    assert not decided.problems
    assert pages(decided) == pages(told())


# --- mistakes -------------------------------------------------------------------------------------

KEY = "the-bridge-opened-1a2b3c4d5e"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("event: {}", "1: `event` isn't a section; did you mean `events`?"),
        ("Kinds: {a: place}", "1: `Kinds` isn't a section; did you mean `kinds`?"),
        (f"events:\n  {KEY}: {{day: 2024-05-01}}", "2: `day` isn't part of `events`; use one of date, headline"),
        (f"events:\n  {KEY}: {{dates: 2024-05-01}}", "2: `dates` isn't part of `events`; did you mean `date`?"),
        (f"events:\n  {KEY}: {{date: 1 May}}", "2: `1 May` is no date; write it as EDTF"),
        (f"events:\n  {KEY}: {{date: }}", "2: a name or a value is missing here"),
        (f"events:\n  {KEY}: {{same: {KEY}}}", f"2: `{KEY}` is the entry itself; name the key of another"),
        (f"events:\n  {KEY}: 2024-05-01", f"2: `{KEY}` must be a table"),
        (f"events:\n- {KEY}", "2: `events` must be a table"),
        (f"figures:\n  {KEY}: {{value: '1,200'}}", "2: `1,200` is no number; write it in digits, such as 1200"),
        (f"figures:\n  {KEY}: {{period: last year}}", "2: `last year` is no date"),
        (f"quotes:\n  {KEY}: {{speeker: Ana}}", "2: `speeker` isn't part of `quotes`; did you mean `speaker`?"),
        (f"dismiss:\n  {KEY}: {{because: x, by: y}}", f"2: the entry `{KEY}` of `dismiss` lacks on; add what"),
        (f"dismiss:\n  {KEY}: {{because: x, by: y, on: 2024-13-01}}", "2: `2024-13-01` isn't a day"),
        ("kinds:\n  Orre: town", "2: `town` isn't a kind for `Orre`; use one of person"),
        ("kinds:\n  Orre: plcae", "2: `plcae` isn't a kind for `Orre`; did you mean `place`?"),
        ("same:\n  Ana: [Ana]", "2: `Ana` is the name itself; write its other forms"),
        ("same:\n  Ana: [A. T.]\napart:\n- [Ana, A. T.]", "4: `Ana` and `A. T.` are one name in `same`; keep one"),
        ("same:\n  Ana: [A. T.]\nkinds:\n  A. T.: place", "4: `A. T.` is an alias of `Ana`; give the kind to that"),
        ("moved:\n  a.md: b.md\n  b.md: c.md", "2: `b.md` has moved itself; name the page where it is now"),
        ("moved:\n  a.md: a.md", "2: `a.md` has moved itself"),
        ("notes:\n  figures: hello", "2: `figures` must be a page below docs/"),
        ("pin: {a: b}", "1: `pin` must be a list"),
        ("kinds:\n\tOrre: place", "2: not valid YAML"),
        ("definitions:\n  reef: one: two", "2: not valid YAML"),
        ("verdict:\n  x: {}", "1: `verdict` isn't a section; did you mean `verdicts`?"),
        ("verdicts:\n  x: {becuase: y}", "2: `becuase` isn't part of `verdicts`; did you mean `because`?"),
        (f"verdicts:\n  x: {SIGNED}", "2: the entry `x` of `verdicts` lacks holds; add what is missing"),
        (
            "dismiss:\n  x: {because: y, by: z, on: yesterday}",
            "2: `yesterday` isn't a day; write it such as 2025-05-02",
        ),
        (f"occasions:\n  {KEY}: {{titel: x}}", "2: `titel` isn't part of `occasions`; did you mean `title`?"),
        ("apart:\n- [Ana Torres]", "2: an entry of `apart` is a pair of two names; write `- [One Name, Another Name]`"),
        ("slugs:\n  seeds/1.txt: Ana Torres", "2: `Ana Torres` can't be an address; use small letters, digits"),
        ("moved:\n  a: b.md", "2: `a` must be a page below docs/; write it such as `articles/name.md`"),
        ("kinds:\n  Orre: place\n  Orre: person", "3: "),
        ("same: &a\n  Ana: [A. T.]", "1: "),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_was_meant(text: str, message: str) -> None:
    with pytest.raises(CorrectionsError) as error:
        parse_corrections(text)
    assert f"corrections.yml:{message}" in str(error.value)


APPLIED = (
    ("events", "opened the bridge", "timeline.md", "{date: 2024-05-01}"),
    ("events", "visited the bridge", "timeline.md", "{none: It is another one.}"),
    ("quotes", "safest bridge", "quotes.md", "{speaker: Ivo Klein}"),
    ("figures", "310 million", "figures.md", "{value: 311, unit: USD}"),
    ("dismiss", "310 million", "figures.md", SIGNED),
    ("pin", "opened the bridge", "timeline.md", ""),
)


@given(st.lists(st.sampled_from(APPLIED), min_size=1, unique_by=lambda one: (one[1], one[0] == "pin")))
def test_decisions_change_what_they_are_about_and_nothing_else(chosen: list[tuple[str, str, str, str]]) -> None:
    written: dict[str, str] = {}
    for section, words, page, says in chosen:
        line = f"- {key(words, page)}\n" if section == "pin" else f"  {key(words, page)}: {says}\n"
        written[section] = written.get(section, "") + line
    decided = told("".join(f"{section}:\n{lines}" for section, lines in written.items()))
    assert not decided.problems
    assert not decided.orphans
    before, after = as_data(told()), as_data(decided)
    about = [words for _, words, _, _ in chosen]
    for table in ("dates", "people", "places", "organisations", "events", "quotes", "figures", "terms", "passages"):
        untouched = [[r for r in data[table] if not any(w in json.dumps(r) for w in about)] for data in (before, after)]
        assert untouched[0] == untouched[1], table


def test_every_section_may_be_empty() -> None:
    assert not parse_corrections("same:\nevents:\npin:\n# nothing yet\n").entries


def test_a_file_of_nearly_the_right_name_is_not_overlooked(tmp_path: Path) -> None:
    (tmp_path / "corrections.yaml").write_text("kinds: {}", encoding="utf-8")
    with pytest.raises(
        CorrectionsError, match=re.escape("corrections.yaml: this isn't read; rename it to corrections.yml")
    ):
        read_corrections(tmp_path / "corrections.yml", tmp_path)
