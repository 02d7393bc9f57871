"""What is kept from one build to the next: the pages are the same with it, whatever happens to it."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from generator.cache import Drawer, Store
from generator.cache.coding import decoded, encoded
from generator.cache.memory import Memory, remembering
from generator.clean import clean, identify
from generator.extract import extract
from generator.files import packaged_templates
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.given import Given, every
from generator.model import Corrections, Unknown
from generator.pipeline import build, linked
from generator.read import read
from generator.settings import Settings

SEEDS = Path(__file__).parent.parent / "seeds"
KEPT = ".briefing-cache"
WORDS = ("on Monday", "3 May 2024", "Anna Keller", "said that", "“We agree,” she said.", "40 people", "Oslo", "not")
TEXT = """Ferry talks open in Oslo

The Morning Paper
3 May 2024

Transport Minister Anna Keller met 40 engineers in Oslo on Friday. “We will sign before June,” Keller said.

The ferry cost $3.5 million, {more}.
"""


def project(folder: Path, count: int = 3) -> Settings:
    (folder / "seeds").mkdir(parents=True)
    for n in range(count):
        (folder / "seeds" / f"{n}.txt").write_text(TEXT.format(more=f"report {n} told"), encoding="utf-8")
    return Settings(folder)


def pages(settings: Settings) -> dict[str, bytes]:
    return {page.path: page.content for page in build(settings).pages}


def entries(settings: Settings, sort: str = "articles") -> list[Path]:
    return sorted((settings.root / KEPT / sort).glob("*.json"))


def test_what_was_found_in_an_article_is_the_same_when_it_is_read_again() -> None:
    sources, _ = read(SEEDS, SEEDS.parent)
    cleaned = tuple(clean(source) for source in sources)
    assert tuple(decoded(encoded(a), s) for a, s in zip(cleaned, sources, strict=True)) == cleaned
    for article in identify(cleaned, Corrections()):
        found = extract(article)
        assert decoded(encoded(found), article) == found


def test_a_second_build_reads_nothing_and_writes_the_same(tmp_path: Path) -> None:
    settings = project(tmp_path)
    first = pages(settings)
    kept = {path: path.stat().st_mtime_ns for path in entries(settings)}
    assert len(kept) == 6, "each article as it was cleaned, and what was found in it"
    assert pages(settings) == first
    assert {path: path.stat().st_mtime_ns for path in entries(settings)} == kept


def edited(settings: Settings, chance: random.Random) -> None:
    """Change one thing, as people do."""
    seeds = sorted((settings.root / "seeds").glob("*.txt"))
    seed = chance.choice(seeds)
    text = seed.read_text(encoding="utf-8")
    at = chance.randrange(len(text) + 1)
    match chance.randrange(10):
        case 0 | 1:
            seed.write_text(f"{text[:at]} {chance.choice(WORDS)} {text[at:]}", encoding="utf-8")
        case 2:
            seed.write_text(text[:at] + text[at + chance.randrange(40) :] or "x", encoding="utf-8")
        case 3:
            seed.with_name(f"{chance.randrange(99)}.txt").write_text(text + chance.choice(WORDS), encoding="utf-8")
        case 4:
            seed.with_suffix(".yml").write_text(f"published: 2024-05-0{chance.randrange(1, 9)}\n", encoding="utf-8")
        case 5:
            seed.rename(seed.with_name(f"{chance.randrange(99)}.txt"))
        case 6:
            notes = chance.choice(("", "notes: {people/anna-keller.md: Look.}\n", "same: {Anna Keller: [Keller]}\n"))
            (settings.root / "corrections.yml").write_text(notes, encoding="utf-8")
        case 7:
            name = chance.choice(("article.md", "entity.md", "parts/macros.md"))
            own, ours = settings.path("templates") / name, packaged_templates() / name
            own.parent.mkdir(parents=True, exist_ok=True)
            own.write_text(ours.read_text(encoding="utf-8") + chance.choice(("", "\nOwn.\n")), encoding="utf-8")
        case 8:
            seed.with_suffix(".yml").write_text(f"short: {chance.choice(WORDS[4:7])}\n", encoding="utf-8")
        case _ if len(seeds) > 2:
            seed.unlink()
            seed.with_suffix(".yml").unlink(missing_ok=True)


def test_what_was_linked_is_made_once_and_again_when_anything_of_its_article_changes(tmp_path: Path) -> None:
    (found,) = (
        extract(a) for a in identify((clean(read(project(tmp_path).path("seeds"), tmp_path)[0][0]),), Corrections())
    )
    memory = Memory(Drawer(tmp_path / KEPT, "links"), "1")
    memory.learn("key", found)
    assert memory.kept("step", memory.digest(found), lambda: 1, int) == 1
    assert memory.kept("step", memory.digest(found), lambda: 2, int) == 1
    assert memory.kept("other step", memory.digest(found), lambda: 2, int) == 2
    for name in ("dates", "names", "quotes"):
        assert memory.digest(replace(found, **{name: getattr(found, name)[1:]})) != memory.digest(found)
    for name, value in {"text": found.article.text + " ", "house": Unknown("nobody"), "blocks": ()}.items():
        other = replace(found, article=replace(found.article, **{name: value}))
        assert memory.kept("step", memory.digest(other), lambda: 3, int) == 3
    memory.tidy()
    for program, wanted in (("1", 1), ("2", 4)):
        later = Memory(Drawer(tmp_path / KEPT, "links"), program)
        later.learn("key", found)
        assert later.kept("step", later.digest(found), lambda: 4, int) == wanted


def test_what_a_step_asked_for_is_put_away_when_it_is_done(tmp_path: Path) -> None:
    memory = Memory(Drawer(tmp_path / KEPT, "links"), "1")
    for step in memory.through(("one", "other")):
        assert memory.kept(step, "key", partial(str, step), str) == step
    for name in ("one", "other"):
        assert Memory(Drawer(tmp_path / KEPT, "links"), "1").kept(name, "key", lambda: "made again", str) == name
    memory.tidy()
    assert len(entries(Settings(tmp_path), "links")) == 2


def whole(given: Given) -> tuple[object, ...]:
    return *given[:-1], given.slots()


def test_what_clauses_give_is_the_same_when_it_is_kept(tmp_path: Path) -> None:
    briefing, _ = linked(project(tmp_path))
    given = tuple(map(whole, every(Corpus(briefing))))
    slots = [slot for one in given for slot in one[-1]]
    assert any(s.figure for s in slots)
    assert any(s.date for s in slots)
    assert any(s.telling.agent.named and s.telling.verb for s in slots)
    memory = Memory(Drawer(tmp_path / KEPT, "links"), "1")
    for _ in range(2):
        with remembering(memory):
            assert tuple(map(whole, every(Corpus(briefing)))) == given
        memory.tidy()
    assert len(entries(Settings(tmp_path), "links")) == 1


@pytest.mark.parametrize("seed", range(12))
def test_pages_are_those_of_a_clean_build_after_any_edits(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    settings = project(tmp_path)
    store = Store(settings.kept)  # as while serving
    for _ in range(4):
        edited(settings, chance)
        clean_build = pages(replace(settings, cache=False))
        assert {p.path: p.content for p in build(settings, dry=True, store=store).pages} == clean_build
        assert pages(settings) == clean_build


def damaged(path: Path, how: str, other: Path) -> None:
    raw = path.read_bytes()
    middle = len(raw) // 2
    match how:
        case "truncated":
            path.write_bytes(raw[:middle])
        case "empty":
            path.write_bytes(b"")
        case "one bit":
            path.write_bytes(raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :])
        case "not text":
            path.write_bytes(b"\xff\x00" * 40)
        case "another article's":
            path.write_bytes(other.read_bytes())
        case "a folder":
            path.unlink()
            path.mkdir()
        case "gone":
            path.unlink()


@pytest.mark.parametrize("sort", ["articles", "links"])
@pytest.mark.parametrize("how", ["truncated", "empty", "one bit", "not text", "another article's", "a folder", "gone"])
def test_what_is_damaged_is_noticed_and_made_again(how: str, sort: str, tmp_path: Path) -> None:
    settings = project(tmp_path)
    first = pages(settings)
    kept = entries(settings, sort)
    assert len(kept) > 1
    for path, other in zip(kept, [*kept[1:], kept[0]], strict=True):
        before = path.read_bytes()
        damaged(path, how, other)
        assert pages(settings) == first
        assert how == "a folder" or path.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_told_and_stops_nothing(tmp_path: Path) -> None:
    settings = project(tmp_path)
    first = pages(replace(settings, cache=False))
    (tmp_path / KEPT).write_text("somebody's", encoding="utf-8")
    result = build(settings)
    assert {p.path: p.content for p in result.pages} == first
    assert [p.path for p in result.problems if "can't be written" in p.message] == [KEPT]


def test_what_cannot_be_deleted_from_it_is_told_and_stops_nothing(tmp_path: Path) -> None:
    settings = project(tmp_path)
    fresh = pages(settings)
    (tmp_path / KEPT / "articles" / f"{'0' * 64}.json").mkdir()
    again = build(settings)
    assert {page.path: page.content for page in again.pages} == fresh
    assert [p.message[:16] for p in again.problems if p.path == KEPT] == ["can't be emptied"]


def test_it_is_never_committed_and_holds_only_what_the_last_build_used(tmp_path: Path) -> None:
    settings = project(tmp_path)
    build(settings)
    old = entries(settings)
    assert (tmp_path / KEPT / ".gitignore").read_text(encoding="utf-8") == "*\n"
    (tmp_path / "seeds" / "1.txt").unlink()
    (tmp_path / KEPT / "articles" / "left-over.new").write_text("", encoding="utf-8")
    build(settings)
    assert len(entries(settings)) == len(old) - 2
    assert not list((tmp_path / KEPT).rglob("*.new"))


def test_nothing_is_kept_where_that_is_not_wished(tmp_path: Path) -> None:
    settings = project(tmp_path)
    build(replace(settings, cache=False))
    build(settings, dry=True)
    assert not (tmp_path / KEPT).exists()
    elsewhere = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    elsewhere.mkdir()
    (tmp_path / KEPT).symlink_to(elsewhere)
    build(settings)
    assert not list(elsewhere.iterdir())
    shutil.rmtree(elsewhere)


def test_a_template_that_is_added_or_changed_is_used_at_once(tmp_path: Path) -> None:
    settings = project(tmp_path, 1)
    assert b"Own words" not in pages(settings)["glossary.md"]
    own = tmp_path / "templates" / "glossary.md"
    own.parent.mkdir()
    for words in ("Own words", "Own words, changed"):
        own.write_text(f"# {words}\n", encoding="utf-8")
        assert f"# {words}\n".encode() in pages(settings)["glossary.md"]
    own.unlink()
    assert b"Own words" not in pages(settings)["glossary.md"]
