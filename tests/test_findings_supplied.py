"""Findings from elsewhere: each stands where it says, goes before what the rules read, and is shown with its source."""

from __future__ import annotations

import json
from contextlib import chdir
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from marked import article

from generator.check import check
from generator.clean import clean
from generator.cli import main
from generator.extract import extract
from generator.inspect.findings import lines_of
from generator.link import link
from generator.model import Corrections
from generator.pipeline import accept, build, linked
from generator.read import read
from generator.read.findings import parse_findings
from generator.render.data import as_data
from generator.scaffold import make_project
from generator.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Findings, Supplied

REEF = """\
The reef turns white

The Island Ledger
March 9, 2024

About 61 percent of the reef at Orre bleached in the heat, the marine authority said on Friday. The divers of Kaya Reef
Watch went down again last Tuesday. "We have never seen it so white," one of them said.
Bleaching means that corals lose the algae that feed and colour them. The authority spent 2 million euros on the survey.

Advertisement
"""
DESK = "the desk"


def line(kind: str, exact: str, **more: str) -> str:
    return json.dumps({"kind": kind, "exact": exact, "by": DESK, **more})


def supplied(*lines: str, name: str = "seeds/case.findings.jsonl") -> tuple[tuple[Supplied, ...], list[str]]:
    found, problems = parse_findings(lines, name)
    return found, [str(p) for p in problems]


def found(*lines: str, text: str = REEF) -> tuple[Findings, list[str]]:
    """Return what is found in a text with some findings from elsewhere, and what was refused."""
    given_in, problems = supplied(*lines)
    findings = extract(replace(article(text), supplied=given_in))
    return findings, [*problems, *(str(p) for p in findings.problems)]


def test_a_name_that_no_rule_reads_comes_in() -> None:
    before, _ = found()
    after, problems = found(line("organisation", "divers of Kaya Reef\nWatch", name="Kaya Reef Watch"))
    assert not problems
    new = next(n for n in after.names if n.supplied)
    assert (new.kind, new.norm, new.because, new.support) == (
        "organisation",
        "Kaya Reef Watch",
        "supplied by the desk",
        1,
    )
    others = [n for n in before.names if not n.span.meets(new.span)]
    assert [n for n in after.names if not n.supplied] == others, "what the rules read elsewhere stays as it was"


def test_what_is_supplied_goes_before_what_the_rules_read_at_its_place() -> None:
    findings, problems = found(
        line("date", "last Tuesday", value="2024-02-27"),
        line("quote", '"We have never seen it so white,"', speaker="divers of Kaya Reef Watch"),
        line("figure", "2 million euros", value="2000000", unit="EUR", measure="the survey", period="2024"),
        line("figure", "61 percent", value="61", unit="%"),
        line("term", "Bleaching", definition="corals lose the algae that feed and colour them"),
    )
    assert not problems
    (date,) = (d for d in findings.dates if d.text == "last Tuesday")
    assert (date.value, date.basis, date.because) == ("2024-02-27", "supplied", "supplied by the desk")
    (quote,) = (q for q in findings.quotes if q.supplied)
    assert (quote.words.text, quote.kind) == ("We have never seen it so white,", "quotation")
    assert quote.speaker is not None
    assert quote.speaker.text == "divers of Kaya Reef\nWatch"
    money, share = sorted((f for f in findings.figures if f.supplied), key=lambda f: f.value or 0, reverse=True)
    assert (money.value, money.unit, money.measure and money.measure.text) == (2_000_000, "EUR", "the survey")
    assert money.period is not None
    assert money.period.value == "2024"
    assert share.unit == "%"
    assert share.measure, "what nobody says otherwise stays as the rules read it"
    (term,) = (t for t in findings.terms if t.supplied)
    assert term.definition is not None


def test_an_editor_goes_before_what_is_supplied() -> None:
    given_in, _ = supplied(line("place", "Orre"))
    text = replace(article(REEF), supplied=given_in)
    by_default = link((extract(text),), Corrections())
    assert next(e for e in by_default.entities if e.name == "Orre").kind == "place"
    from generator.read.corrections import parse_corrections  # noqa: PLC0415 - beside what it is for

    decided = link((extract(text),), parse_corrections("kinds:\n  Orre: organisation\n"))
    assert next(e for e in decided.entities if e.name == "Orre").kind == "organisation"


ANNOTATION = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "type": "Annotation",
    "creator": {"type": "Person", "name": "A. Reader"},
    "body": [
        {"type": "TextualBody", "purpose": "tagging", "value": "quote"},
        {"type": "TextualBody", "value": "speaker: divers of Kaya Reef Watch"},
        {"type": "TextualBody", "purpose": "commenting", "value": "I was there."},
    ],
    "target": {
        "source": "https://example.org/reef",
        "selector": [
            {"type": "TextPositionSelector", "start": 1, "end": 9},
            {
                "type": "TextQuoteSelector",
                "exact": '"We have never seen it so white,"',
                "prefix": "Tuesday. ",
                "suffix": " one",
            },
        ],
    },
}


def test_a_web_annotation_is_a_finding() -> None:
    findings, problems = found(json.dumps(ANNOTATION))
    assert not problems
    (quote,) = (q for q in findings.quotes if q.supplied)
    assert (quote.supplied, quote.speaker and quote.speaker.text) == ("A. Reader", "divers of Kaya Reef\nWatch")


def annotation(**changed: object) -> str:
    return json.dumps({**ANNOTATION, **changed})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not a line of JSON; write one object a line, such as"),
        ("[1]", "not a JSON object; write one object a line, such as"),
        ("[" * 100_000, "nested too deeply; write one object a line"),
        ('{"kind": "date", "kind": "date"}', "not a line of JSON; write one"),
        (line("persn", "Orre"), "`persn` isn't a kind of finding; did you mean `person`? use one of date, person, "),
        (
            line("person", "Orre", speeker="Orre"),
            "`speeker` isn't a field of a finding of kind person; use one of exact, ",
        ),
        (
            line("quote", "Orre", speeker="Orre"),
            "did you mean `speaker`? use one of exact, prefix, suffix, kind, by, speaker",
        ),
        ('{"exact": "Orre"}', "the finding lacks `kind`, `by`; add what is missing"),
        (line("person", " "), "the finding lacks `exact`; add what is missing"),
        (line("date", "Orre"), "the finding lacks `value`; add what is missing"),
        (line("date", "Orre", value="May"), "`May` is no date; write it as EDTF, such as 2025-04-14"),
        (line("figure", "61", value="many"), "`many` is no number; write it in digits"),
        ('{"kind": "person", "exact": ["Orre"], "by": "x"}', "`exact` must be a text; write it in quotation marks"),
        (line("person", "x" * 5001), "`exact` has 5001 characters; at most 5000 are read, so shorten it"),
        (line("person", "Orree"), "the words “Orree” don't stand in the article; copy them from it"),
        (line("person", "of"), "times; tell which by `prefix` or `suffix`"),
        (line("place", "Orre", prefix="not "), "the words “Orre” stand elsewhere; mend `prefix` and `suffix`"),
        (
            line("quote", "Orre", speaker="Ana"),
            "`speaker`: the words “Ana” don't stand in the article; copy them from there",
        ),
        (
            line("figure", "61 percent", value="61", measure="the survey"),
            "`measure`: the words “the survey” don't stand in",
        ),
        (line("organisation", "Advertisement"), "stand in a part that is no story ("),
        (annotation(target={}), "an annotation without a TextQuoteSelector; add one with `exact`"),
        (annotation(creator=None), "the finding lacks `by`; add what is missing"),
        (
            annotation(body={"purpose": "tagging", "value": "qoute"}),
            "`qoute` isn't a kind of finding; did you mean `quote`?",
        ),
        (
            annotation(body={"value": "What a reef!"}),
            "“What a reef!” is neither a tag nor a field; write it as `speaker: …`",
        ),
    ],
)
def test_what_does_not_hold_is_refused_with_its_line_and_what_to_do(text: str, message: str) -> None:
    findings, problems = found("", text)
    assert len(problems) == 1, problems
    assert problems[0].startswith("seeds/case.findings.jsonl:2: refused: ")
    assert message in problems[0]
    assert findings == replace(found()[0], article=findings.article, problems=findings.problems)


def test_of_two_findings_that_meet_the_second_is_refused() -> None:
    findings, problems = found(line("place", "Orre"), line("person", "the reef at Orre"))
    assert [n.kind for n in findings.names if n.supplied] == ["place"]
    assert problems == [
        "seeds/case.findings.jsonl:2: refused: its words meet those of “Orre”, found as well; keep one of the two"
    ]


def project(root: Path, *lines: str, more: str = "") -> Path:
    make_project(root, "Reefs")
    (root / "seeds" / "reef.txt").write_text(REEF + more, encoding="utf-8")
    (root / "seeds" / "reef.findings.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return root


def test_pages_and_data_say_who_supplied_what_and_every_citation_holds(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        line("date", "last Tuesday", value="2024-02-27"),
        line("organisation", "Kaya Reef Watch"),
        line("quote", '"We have never seen it so white,"', speaker="divers of Kaya Reef Watch"),
        line("term", "Bleaching", definition="corals lose the algae that feed and colour them"),
        line("claim", "61 percent of the reef", asked="How much of the reef bleached?", value="61 %"),
    )
    result = build(load_settings(root))
    assert not result.problems
    page = next(p for p in result.pages if p.path.startswith("articles/the-reef")).content.decode()
    assert "## Found by others" in page
    assert page.count("supplied by the desk") >= 5
    data = json.loads((root / "docs" / "data" / "briefing.json").read_text(encoding="utf-8"))
    (date,) = (d for d in data["dates"] if d["text"] == "last Tuesday")
    assert (date["basis"], date["evidence"]["supplied"]) == ("supplied", DESK)
    assert [c["value"] for c in data["claims"]] == ["61 %"]
    assert any(m.get("supplied") == DESK for o in data["organisations"] for m in o["mentions"])
    assert not check(root / "docs", root).failures


def test_a_changed_finding_is_read_although_all_else_is_kept(tmp_path: Path) -> None:
    root = project(tmp_path, line("date", "last Tuesday", value="2024-02-27"))
    settings = load_settings(root)
    first = build(settings).briefing.findings[0].dates
    (root / "seeds" / "reef.findings.jsonl").write_text(
        line("date", "last Tuesday", value="2024-03-05"), encoding="utf-8"
    )
    second = build(settings).briefing.findings[0].dates
    values = [next(d.value for d in dates if d.supplied) for dates in (first, second)]
    assert values == ["2024-02-27", "2024-03-05"]


def test_what_a_finding_changed_poses_as_no_news_and_has_its_reason(tmp_path: Path) -> None:
    root = project(tmp_path)
    accept(load_settings(root))
    (root / "seeds" / "reef.findings.jsonl").write_text(line("organisation", "Kaya Reef Watch"), encoding="utf-8")
    revision = linked(load_settings(root))[0].revision
    assert revision is not None
    assert {c.fact.text for c in revision.changes} == {"Kaya Reef Watch"}
    assert all(c.read for c in revision.changes)
    assert any("findings came in" in reason for reason in revision.because)


def test_findings_without_an_article_and_of_one_that_is_only_cited_are_told(tmp_path: Path) -> None:
    root = project(tmp_path, line("place", "Orre"))
    (root / "seeds" / "reef.yml").write_text("status: cite-only\n", encoding="utf-8")
    (root / "seeds" / "other.findings.jsonl").write_text(line("place", "Orre"), encoding="utf-8")
    told = [str(p) for p in build(load_settings(root), dry=True).problems]
    assert told == [
        (
            "seeds/other.findings.jsonl: findings without an article of their own; give the file the article's name, "
            "or delete it"
        ),
        "seeds/reef.findings.jsonl: the article is only cited, so nothing is taken from here; change its `status`",
    ]


FOREIGN = """\
Das Riff ist weiß

Inselbote
9. März 2024

Das Riff vor Orre ist in der Hitze ausgebleicht, sagte die Meeresbehörde am Freitag. Die Taucher der Riffwache Kaya
waren am Dienstag wieder unten. „Wir haben es noch nie so weiß gesehen“, sagte eine von ihnen. Die Untersuchung hat
zwei Millionen gekostet, und die Behörde will im Sommer noch einmal nachsehen, ob sich die Korallen erholt haben.
"""


def test_an_article_in_another_language_is_read_by_what_is_supplied(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / "seeds" / "riff.txt").write_text(FOREIGN, encoding="utf-8")
    lines = (
        line("place", "Orre"),
        line("organisation", "Riffwache Kaya"),
        line("quote", "„Wir haben es noch nie so weiß gesehen“", speaker="eine von ihnen"),
    )
    (root / "seeds" / "riff.findings.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = build(load_settings(root))
    assert not [p for p in result.problems if "findings" in p.path]
    (foreign,) = (f for f in result.briefing.findings if f.article.unread)
    assert {n.text for n in foreign.names if n.supplied} == {"Orre", "Riffwache Kaya"}
    assert [q.words.text for q in foreign.quotes] == ["Wir haben es noch nie so weiß gesehen"]
    assert not check(root / "docs", root).failures


OTHER = """\
Heat kills the corals of Orre

The Coast Post
March 10, 2024

Heat bleached 74 percent of the reef at Orre, the marine authority said on Friday. Its divers counted for six days.
The reef at Orre has bleached twice before, and the authority spent 2 million euros on the survey of the reef.
"""


def test_claims_that_answer_one_question_differently_are_a_difference_with_its_source(tmp_path: Path) -> None:
    asked = "How much of the reef bleached?"
    root = project(tmp_path, line("claim", "61 percent of the reef", asked=asked, value="61 %"))
    (root / "seeds" / "heat.txt").write_text(OTHER, encoding="utf-8")
    (root / "seeds" / "heat.findings.jsonl").write_text(
        line("claim", "74 percent of the reef", asked=asked, value="74%"), encoding="utf-8"
    )
    found_out = [d for d in linked(load_settings(root))[0].differences if d.kind == "claim"]
    assert [(d.question, d.verdict) for d in found_out] == [(asked, "conflict")]
    assert {(r.value, r.basis, r.because) for r in found_out[0].readings} == {
        ("61 %", "supplied", "supplied by the desk"),
        ("74%", "supplied", "supplied by the desk"),
    }
    build(load_settings(root))
    assert not check(root / "docs", root).failures


TEXTS = (REEF, OTHER, REEF + "\n" + OTHER.partition("2024")[2])


@given(st.sampled_from(TEXTS), st.data())
def test_what_is_exported_comes_in_again_as_it_was(text: str, data: st.DataObject) -> None:
    before = extract(article(text))
    lines = list(lines_of(before))
    chosen = data.draw(st.lists(st.sampled_from(lines), unique=True))
    after, problems = found(*chosen, text=text)
    assert not problems
    assert sum(
        bool(f.supplied) for f in (*after.dates, *after.names, *after.quotes, *after.figures, *after.terms)
    ) == len(chosen)

    def values(findings: Findings) -> list[object]:
        return [
            *((d.span, d.value) for d in findings.dates),
            *((n.span, n.kind, n.norm, n.titles) for n in findings.names),
            *((q.span, q.words, q.kind, q.speaker and q.speaker.text) for q in findings.quotes),
            *((f.span, f.value, f.unit, f.measure) for f in findings.figures),
            *((t.span, t.definition and t.definition.text, t.expansion and t.expansion.text) for t in findings.terms),
        ]

    assert values(after) == values(before)


def test_findings_are_exported_by_a_command_and_nobodys_own_are_replaced(tmp_path: Path) -> None:
    root = project(tmp_path, line("place", "Orre"))
    with chdir(root):
        done = CliRunner().invoke(main, ["export", "found", "--findings", "--json"])
        assert done.exit_code == 0, done.output
        assert json.loads(done.output)["written"]["reef.findings.jsonl"] > 5
        first, *others = (root / "found" / "reef.findings.jsonl").read_text(encoding="utf-8").splitlines()
        assert json.loads(first)["by"].startswith("briefing ")
        assert any(json.loads(o)["by"] == DESK for o in others)
        (root / "found" / "reef.findings.jsonl").write_text("mine", encoding="utf-8")
        refused = CliRunner().invoke(main, ["export", "found", "--findings"])
    assert refused.exit_code == 2
    assert "other findings stand here, and aren't replaced; name another folder" in refused.output


def test_the_files_are_no_articles_and_a_page_takes_them_by_its_name(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "reef.html").write_text(f"<html><body><article><h1>The reef</h1><p>{REEF}</p></article></body></html>")
    (seeds / "reef.findings.jsonl").write_text(line("place", "Orre", prefix="reef at "), encoding="utf-8")
    (source,), problems = read(seeds, tmp_path)
    assert not problems
    assert [n.text for n in extract(clean(source)).names if n.supplied] == ["Orre"]


def test_data_without_anything_supplied_says_nothing_of_it() -> None:
    assert '"supplied"' not in json.dumps(as_data(link((extract(article(REEF)),), Corrections())))
