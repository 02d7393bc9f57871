"""Files as people have them ──▶ articles: the files in tests/files were made by the programs that people use."""

from __future__ import annotations

import shutil
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
import timing
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean import clean
from generator.errors import SeedError
from generator.model import Article, Inferred, Source, Stated, Unknown
from generator.read import read
from generator.read.formats import SUFFIXES, read_documents

FILES = Path(__file__).parent / "files"
STORY = "Talks begin\n\nThe talks began on Monday, officials said, and nobody knows when they will end.\n"


def documents(name: str) -> tuple[list[str], list[str]]:
    """Return the texts of a file and its problems."""
    found, problems = read_documents((FILES / name).read_bytes(), name)
    return [d.text for d in found], [str(p) for p in problems]


def articles(root: Path, *names: str) -> tuple[dict[str, Article], list[str]]:
    """Return the articles of a folder with some of the files, by their paths, and the problems."""
    folder = root / "seeds"
    folder.mkdir()
    for name in names:
        shutil.copy(FILES / name, folder / name)
    sources, problems = read(folder, root)
    return {s.path.removeprefix("seeds/"): clean(s) for s in sources}, [str(p) for p in problems]


def shown(article: Article) -> list[str]:
    return [article.text[b.span.start : b.span.end] for b in article.blocks if b.kind not in ("removed", "header")]


def expected(name: str) -> list[str]:
    return (FILES / "expected" / name).read_text(encoding="utf-8").splitlines()


def said(article: Article) -> list[str | None]:
    fields = (article.title, article.publisher, article.byline, article.published, article.url)
    return [None if isinstance(f, Unknown) else f.value for f in fields]


BRIDGE = ["Harbour bridge closes for eleven weeks", "The Island Ledger", "Ana Torres", "2024-03-09"]
ADDRESS = "https://ledger.example/2024/03/09/harbour-bridge-closes"


@pytest.mark.parametrize("name", ["bridge.html", "bridge.mhtml"])
def test_a_saved_page_gives_its_story_and_what_it_states(name: str, tmp_path: Path) -> None:
    found, problems = articles(tmp_path, name)
    assert problems == []
    article = found[name]
    assert said(article) == [*BRIDGE, ADDRESS if name == "bridge.html" else ADDRESS.replace("https", "http")]
    assert shown(article) == expected("bridge.txt")


def test_what_stands_beside_the_story_of_a_page_is_removed_and_kept(tmp_path: Path) -> None:
    article = articles(tmp_path, "bridge.html")[0]["bridge.html"]
    removed = [article.text[b.span.start : b.span.end] for b in article.blocks if b.kind == "removed"]
    assert "Home News Sport Subscribe" in removed
    assert "Ten walks along the shore" in removed
    assert not any("document.title" in text or "color:red" in text for text in removed)


def test_a_value_names_the_place_in_the_file_that_states_it(tmp_path: Path) -> None:
    article = articles(tmp_path, "bridge.html")[0]["bridge.html"]
    raw = (FILES / "bridge.html").read_text(encoding="utf-8").splitlines()
    for field, words in ((article.publisher, "The Island Ledger"), (article.url, ADDRESS)):
        assert isinstance(field, Stated)
        line = int(field.place.split(",")[0].removeprefix("line "))
        assert words in raw[line - 1]
    assert isinstance(article.published, Stated)
    assert [e.text for e in article.published.evidence] == ["9 March 2024"]


def test_a_printed_page_gives_its_paragraphs_headline_and_masthead(tmp_path: Path) -> None:
    article = articles(tmp_path, "bridge-printed.pdf")[0]["bridge-printed.pdf"]
    assert said(article) == [*BRIDGE, None]
    assert expected("bridge.txt")[5] in shown(article)


@pytest.mark.parametrize("name", ["statement.odt", "statement.docx", "statement.pdf", "statement.rtf"])
def test_a_document_gives_its_text_with_headings_and_items(name: str, tmp_path: Path) -> None:
    article = articles(tmp_path, name)[0][name]
    words = [" ".join(text.lstrip("#•- ").split()) for text in shown(article)]
    assert words == expected("statement.txt")
    assert [b.kind for b in article.blocks] == [
        "title",
        "header",
        "paragraph",
        "heading",
        "item",
        "item",
        *["paragraph"] * 2,
    ]
    byline = None if name.endswith("rtf") else "Ben Achterberg"
    assert said(article) == [
        "Tunnel stays free until June",
        "Port Authority of Brightwater",
        byline,
        "2024-03-11",
        None,
    ]


def test_a_mail_gives_its_plain_text_unwrapped_and_its_headers(tmp_path: Path) -> None:
    article = articles(tmp_path, "ferries.eml")[0]["ferries.eml"]
    title = "Ferries to run every eight minutes while the bridge is closed"
    assert said(article) == [title, "Brightwater Port Authority", None, "2024-03-12", None]
    assert [b.kind for b in article.blocks] == ["paragraph"] * 4 + ["removed"] * 2
    unwrapped = " ".join(shown(article)[1].split())
    assert unwrapped.startswith("Two boats have been hired from the Coral Line until the end of May. They carry 250")
    assert unwrapped.endswith("and stop at the old customs house.")


def test_a_mail_that_was_sent_on_states_neither_its_author_nor_its_day(tmp_path: Path) -> None:
    article = articles(tmp_path, "traffic.eml")[0]["traffic.eml"]
    assert said(article) == ["Bridge traffic", None, None, None, None]
    assert not any("alert" in article.text[b.span.start : b.span.end] for b in article.blocks)


def test_the_entries_of_a_feed_are_an_article_each(tmp_path: Path) -> None:
    found, problems = articles(tmp_path, "radio.rss")
    assert {path: said(a) for path, a in found.items()} == {
        "radio.rss#1": [
            "Shops at the bridge fear for their trade",
            "Harbour Radio",
            "Ines Duarte",
            "2024-03-11",
            "https://radio.example/shops",
        ],
        "radio.rss#2": [
            "Bridge bearings come from Norland & Sons",
            "Harbour Radio",
            None,
            "2024-03-10",
            "https://radio.example/bearings",
        ],
    }
    assert problems == ["seeds/radio.rss#3: entry 3 has no text of its own; save the page that it links to"]


@pytest.mark.parametrize("name", ["radio.atom", "radio.json"])
def test_atom_and_json_feeds_say_the_same(name: str, tmp_path: Path) -> None:
    found, problems = articles(tmp_path, name)
    first = found[f"{name}#1"]
    title, *others = said(first)
    assert title == "Shops at the bridge fear for their trade"
    assert others == ["Harbour Radio", "Ines Duarte", "2024-03-11", "https://radio.example/shops"]
    assert problems == []


def test_an_archive_gives_the_articles_of_its_files_and_passes_over_the_pictures(tmp_path: Path) -> None:
    found, problems = articles(tmp_path, "saved.zip")
    assert list(found) == [f"saved.zip#{n}" for n in ("pages/bridge.html", "ferries.eml", "radio.rss#1", "radio.rss#2")]
    assert [p.split(":")[0] for p in problems] == ["seeds/saved.zip#radio.rss#3"]
    assert said(found["saved.zip#pages/bridge.html"])[:4] == BRIDGE


def test_the_folder_of_pictures_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    (folder / "bridge_files").mkdir(parents=True)
    (folder / "bridge_files" / "frame.html").write_text("<p>An advertisement", encoding="utf-8")
    shutil.copy(FILES / "bridge.html", folder / "bridge.html")
    sources, problems = read(folder, tmp_path)
    assert [s.path for s in sources] == ["seeds/bridge.html"]
    assert problems == ()


def test_a_sidecar_beside_several_articles_states_only_what_they_can_share(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "radio.yml").write_text("title: One\npublisher: Radio Brightwater\n", encoding="utf-8")
    shutil.copy(FILES / "radio.atom", tmp_path / "seeds" / "radio.atom")
    sources, problems = read(tmp_path / "seeds", tmp_path)
    assert [s.sidecar for s in sources] == [(("publisher", "Radio Brightwater", 2),)]
    assert [str(p).split(";")[0] for p in problems] == [
        "seeds/radio.yml:1: `title` can't hold for the several articles of one file"
    ]


REFUSED = {
    "an encrypted PDF": ("encrypted.pdf", "this PDF is encrypted; open it with its password"),
    "a scan": ("scan.pdf", "this PDF holds pictures of pages and no text; run text recognition"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_has_no_text_is_said_with_what_to_do(what: str) -> None:
    name, message = REFUSED[what]
    with pytest.raises(SeedError, match=message):
        documents(name)


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>
<rss version="2.0"><channel><title>&b;</title></channel></rss>"""


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.html", b"", "the file is empty"),
        ("a.html", b"<html><body></body></html>", "no story is found"),
        ("a.html", b"<!-- -->", "no story|no page"),
        ("a.txt", b"The talks went on. " * 80_000, "an article of 1,520,000 characters"),
        ("bridge", b"The talks went on.", "a file without an ending"),
        ("a.html", b"<h1>404: Page not found</h1><p>" + b"It has gone away. " * 20, "an error and no article"),
        ("a.html", b"<title>Just a moment...</title><p>" + b"We look whether you are human. " * 9, "a test for robots"),
        ("a.html", b"<h1>Before you continue</h1><p>" + b"We use cookies and data. " * 20, "a form of consent"),
        (
            "a.md",
            b"- [A](https://a.example/1)\n- [B](https://a.example/2)\n- [C c](https://a.example/3)",
            "list of links",
        ),
        ("a.txt", b"A: https://a.example/1\nB: https://a.example/2\nC https://a.example/3\n", "a list of links"),
        ("a.mhtml", b"From: x\n\nnothing", "no page in this file"),
        ("a.eml", b"no headers here", "this is no mail"),
        ("a.eml", b"Subject: x\nContent-Type: image/png\n\nx", "no text in this mail"),
        ("a.xml", b"<?xml version='1.0'?><a>b</a>", "no RSS or Atom feed"),
        ("a.xml", ENTITIES, "declares entities"),
        ("a.xml", ENTITIES.decode().encode("utf-16"), "declares entities"),
        ("a.json", b"{}", "no JSON Feed"),
        ("a.json", b"[" * 100_000, "no JSON"),
        ("a.json", b'{"version": "https://jsonfeed.org/version/1", "items": 3}', "no entry of this feed"),
        ("a.pdf", b"%PDF-1.7 nothing", "broken"),
        ("a.docx", b"PK\x03\x04 nothing", "broken"),
        ("a.odt", b"nothing", "broken"),
        ("a.rtf", b"nothing", "no Rich Text file"),
        ("a.rtf", b"{\\rtf1 }", "no text"),
        ("a.zip", b"nothing", "broken"),
        ("a.txt", b"%PDF-1.7 ...", "this is a PDF; give it its true suffix"),
        ("a.txt", b"PK\x03\x04", "an archive or an office file"),
        ("a.txt", b"https://a.example/1\nhttps://a.example/2\n\nhttps://a.example/3\n", "a list of links"),
    ],
)
def test_a_file_without_an_article_is_refused_with_what_to_do(name: str, raw: bytes, message: str) -> None:
    with pytest.raises(SeedError, match=message) as error:
        read_documents(raw, name)
    assert ";" in error.value.message


def zipped(files: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_an_archive_that_unpacks_without_end_is_refused() -> None:
    bomb = zipped({f"{n}.txt": b"a" * 5_000_000 for n in range(25)})
    assert len(bomb) < 200_000
    with pytest.raises(SeedError, match="unpacks to 125,000,000 bytes"):
        read_documents(bomb, "a.zip")


def test_a_file_in_an_archive_is_as_large_as_it_says_or_refused() -> None:
    lying = bytearray(zipped({"a.txt": b"a" * 6_000_000}))
    for at in (i for i in range(len(lying)) if lying[i : i + 4] == (6_000_000).to_bytes(4, "little")):
        lying[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(SeedError):
        read_documents(bytes(lying), "a.zip")


def test_a_path_in_an_archive_is_a_name_and_leads_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    folder.mkdir()
    hostile = {"../../evil.txt": STORY.encode(), "/etc/x.txt": STORY.encode() + b"More.", "good.txt": b"Good.\n"}
    (folder / "a.zip").write_bytes(zipped(hostile))
    sources, problems = read(folder, tmp_path)
    assert [s.path for s in sources] == ["seeds/a.zip#good.txt"]
    assert "a path that leads out of the archive" in problems[0].message
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.zip", "seeds"]


def test_an_archive_in_an_archive_and_other_files_are_problems() -> None:
    found, problems = read_documents(zipped({"a.txt": STORY.encode(), "b.zip": b"x", "c.exe": b"x"}), "a.zip")
    assert [d.path.rpartition("#")[2] for d in found] == ["a.txt"]
    assert [p.path for p in problems] == ["a.zip#b.zip", "a.zip#c.exe"]


PAGE = """<html lang="en"><head>{head}</head><body><h1>Ferry service resumes</h1>
<p>The ferry between the islands resumed on Tuesday after repairs that took eleven days longer than the owner said.</p>
<p>Tickets are sold on board, and the first boat leaves the northern pier at six in the morning, the owner added.</p>
{body}</body></html>"""


def page(head: str = "", body: str = "", name: str = "a.html") -> Article:
    (found,), _ = read_documents(PAGE.format(head=head, body=body).encode(), name)
    return clean(Source(name, "0" * 64, found.text, found.format, states=found.states, story=found.story))


def meta(key: str, value: str) -> str:
    return f'<meta property="{key}" content="{value}">'


def test_a_shown_day_is_believed_before_an_instant_of_universal_time() -> None:
    said_at = meta("article:published_time", "2024-03-09T05:30:00Z")
    whole = PAGE.format(head=said_at, body="").replace("</h1>", "</h1><p>8 March 2024</p>")
    (found,), _ = read_documents(whole.encode(), "a.html")
    article = clean(Source("a.html", "0" * 64, found.text, found.format, states=found.states, story=found.story))
    assert isinstance(article.published, Stated)
    assert (article.published.value, article.problems) == ("2024-03-08", ())


def test_two_days_that_cannot_both_be_right_are_a_problem_that_names_both() -> None:
    said_at = meta("article:published_time", "2024-03-09T05:30:00+02:00")
    whole = PAGE.format(head=said_at, body="").replace("</h1>", "</h1><p>4 March 2021</p>")
    (found,), _ = read_documents(whole.encode(), "a.html")
    article = clean(Source("a.html", "0" * 64, found.text, found.format, states=found.states, story=found.story))
    assert [p.message.split(";")[0] for p in article.problems] == [
        "two dates: 2024-03-09 (line 1, article:published_time), and 2021-03-04 in the text"
    ]


def test_the_language_of_the_words_is_believed_before_that_of_the_markup() -> None:
    (found,), _ = read_documents(PAGE.format(head="", body="").replace('lang="en"', 'lang="vi"').encode(), "a.html")
    article = clean(Source("a.html", "0" * 64, found.text, found.format, states=found.states, story=found.story))
    assert isinstance(article.language, Inferred)
    assert article.language.value == "en"
    assert "two languages: vi (lang of <html>), and en by its words;" in article.problems[0].message


def test_a_sidecar_that_contradicts_the_date_of_the_text_is_a_problem_that_names_both() -> None:
    text = "Ferry service resumes\nMay 7, 2010\n\nThe ferry between the islands resumed today, after eleven days.\n"
    source = Source("seeds/a.txt", "0" * 64, text, "txt", (("published", "2010-06-07", 3),), "seeds/a.yml")
    (problem,) = clean(source).problems
    assert str(problem).startswith("seeds/a.yml:3: the article is said to be published on 2010-06-07, ")
    assert "its own text says 2010-05-07 (seeds/a.txt:2); correct the one that is wrong" in str(problem)


def test_a_guess_from_the_address_is_shown_as_one() -> None:
    article = page(head='<link rel="canonical" href="https://a.example/2024/03/09/ferry">')
    assert isinstance(article.published, Inferred)
    assert (article.published.value, article.published.because) == ("2024-03-09", "read from the page's address")


def test_the_name_of_the_site_is_no_part_of_the_headline() -> None:
    titled = "<title>Ferry service resumes on Tuesday | The Island Ledger</title>" + meta(
        "og:site_name", "The Island Ledger"
    )
    (found,), _ = read_documents(PAGE.format(head=titled, body="").replace("h1>", "div>").encode(), "a.html")
    assert next(s.value for s in found.states if s.field == "title") == "Ferry service resumes on Tuesday"


def test_a_degree_behind_a_name_is_no_second_author() -> None:
    said = page(head=meta("article:author", "Jane Doe, M.D."), body="<p>By Jane Doe, M.D.</p>")
    assert said.byline.value == "Jane Doe"


def test_an_author_that_the_page_does_not_show_is_not_believed() -> None:
    assert isinstance(page(head=meta("author", "Web Master")).byline, Unknown)
    shown_too = page(head=meta("author", "Jo Park"), body="<p>By Jo Park</p>").byline
    assert isinstance(shown_too, Stated)
    assert (shown_too.value, shown_too.place) == ("Jo Park", "line 1, author")


BROKEN_LD = [
    '{"@type": "NewsArticle", "author": [[[[]]]], "publisher": 3, "datePublished": {}}',
    '{"@type": ["NewsArticle", 3], "@id": ["x"], "author": {"@id": "#a"}}',
    "[" * 5_000,
    '{"a": ' * 900,
    "null",
    '{"@graph": [{"@type": null}]}',
]


@pytest.mark.parametrize("text", BROKEN_LD)
def test_broken_json_ld_costs_no_article(text: str) -> None:
    article = page(head=f'<script type="application/ld+json">{text}</script>')
    assert article.title == Stated("Ferry service resumes", article.title.evidence, "line 1, <h1>")  # type: ignore[union-attr]


HOSTILE = {
    "deep": "<div>" * 20_000 + "words " * 40,
    "unclosed": "<p>word <b>" * 20_000,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">" + "word " * 40,
    "comments": "<!--" * 20_000 + "word " * 40,
    "nested tables": "<table><tr><td>" * 3_000 + "word " * 40,
    "links": "<a href=x>y</a> " * 20_000,
    "script": "<script>" + "a<b;" * 20_000 + "</script>" + "<p>" + "word " * 40,
    "lists": "<ul><li>" * 5_000 + "word " * 40,
    "one line": "<p>" + "word " * 60_000,
    "quotes": "<blockquote>" * 2_000 + "word " * 40,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_markup_is_read_or_refused_in_bounded_time(what: str) -> None:
    def read(end: str) -> None:
        with suppress(SeedError):
            (found,), _ = read_documents(PAGE.format(head="", body=HOSTILE[what] + end).encode(), "a.html")
            clean(Source("a.html", "0" * 64, found.text, found.format, states=found.states, story=found.story))

    assert timing.holds(lambda end: timing.seconds(lambda: read(end)) < 10)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=25)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(suffix: str, raw: bytes) -> None:
    found: tuple[Source, ...] = ()
    with suppress(SeedError):
        found, _ = read_documents(raw, f"a{suffix}")
    assert all(d.text.strip() for d in found)


@pytest.mark.parametrize("name", sorted(p.name for p in FILES.iterdir() if p.suffix in SUFFIXES and p.suffix != ".md"))
@settings(max_examples=20)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    raw = bytearray((FILES / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)))
    for damaged in (bytes(raw), bytes(raw[:cut])):
        found: tuple[Source, ...] = ()
        with suppress(SeedError):
            found, _ = read_documents(damaged, name)
        assert all(d.text.strip() for d in found)


# --- text ------------------------------------------------------------------------------------------


def text(raw: bytes) -> tuple[list[str], list[str]]:
    found, problems = read_documents(raw, "a.txt")
    return [d.text for d in found], [p.message.split(";")[0] for p in problems]


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_wide_encodings_are_read_and_told(codec: str, mark: str) -> None:
    found, problems = text((mark + STORY).encode(codec))
    assert found == [STORY]
    assert problems == [f"the file is {codec[:6].upper()}"]


RUSSIAN = (
    "Переговоры начались в понедельник, и никто не знает, когда они закончатся. Министр отказался от ответа.\n" * 3
)
CHINESE = "星期一，会谈开始，没有人知道什么时候结束。部长没有回答记者的问题。\n" * 3


@pytest.mark.parametrize(
    ("written", "codec", "name"),
    [
        ("Le café a fermé, a déclaré le maire: “rien ne va plus”.\n", "cp1252", "Windows-1252"),
        ("It’s closed: “nobody” went to the café.\n", "mac_roman", "Mac Roman"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8_r", "koi8_r"),
        (CHINESE, "gb18030", "gb18030"),
    ],
)
def test_legacy_encodings_are_detected_and_told(written: str, codec: str, name: str) -> None:
    assert text(written.encode(codec)) == ([written], [f"not valid UTF-8, read as {name}"])


def test_a_page_in_the_encoding_that_it_names_is_read_without_a_problem() -> None:
    whole = PAGE.format(head='<meta charset="windows-1251">', body=f"<p>{RUSSIAN}</p>").encode("cp1251")
    (found,), problems = read_documents(whole, "a.html")
    assert RUSSIAN.splitlines()[0] in found.text
    assert problems == ()


def test_a_name_of_an_encoding_that_is_none_is_passed_over() -> None:
    for name in ("utf-16", "rot13", "zip", "no-such", "utf-7"):
        (found,), _ = read_documents(PAGE.format(head=f'<meta charset="{name}">', body="").encode(), "a.html")
        assert "Ferry service resumes" in found.text


def test_one_control_character_costs_no_article() -> None:
    found, problems = text(STORY.replace("Monday", "Mon\x07day").encode())
    assert found == [STORY.replace("Monday", "Mon day")]
    assert problems == ["a control character (U+0007) is read as a space"]


def test_a_page_in_a_text_file_is_read_as_one_and_told() -> None:
    found, problems = text((FILES / "bridge.html").read_bytes())
    assert found[0].startswith("# Harbour bridge closes for eleven weeks")
    assert problems == ["this is a web page, read as one"]


ONE = "Ferry service resumes\n3 May 2024\n\n" + "The ferry between the islands resumed on Tuesday after repairs. " * 8
TWO = "Bridge closed again\nMay 4, 2024\n\n" + "The bridge was closed on Friday, the town said in the evening. " * 8


@pytest.mark.parametrize("line", ["---", "* * *", "==========", "\f"])
def test_articles_with_a_line_between_them_are_told_apart(line: str) -> None:
    assert [t.strip() for t in text(f"{ONE}\n\n{line}\n{TWO}\n".encode())[0]] == [ONE.strip(), TWO.strip()]


def test_articles_with_lines_that_name_their_sources_are_told_apart() -> None:
    one, two = (part.partition("\n")[2].partition("\n")[2] for part in (ONE, TWO))
    joined = (
        f"=== The Island Ledger, 3 May 2024 ===\nFerry resumes\n{one}\n=== Harbour Radio, 4 May 2024 ===\nClosed\n{two}"
    )
    found, _ = read_documents(joined.encode(), "a.txt")
    articles = [clean(Source("a.txt", "0" * 64, d.text, d.format)) for d in found]
    assert [said(a)[:4] for a in articles] == [
        ["Ferry resumes", "The Island Ledger", None, "2024-05-03"],
        ["Closed", "Harbour Radio", None, "2024-05-04"],
    ]


def test_a_piece_of_markup_in_a_text_file_is_read_as_a_page() -> None:
    whole = "<h1>Ferry service resumes</h1>\n<p>" + "The ferry resumed on Tuesday after long repairs. " * 8 + "</p>\n"
    found, problems = text(whole.encode())
    assert found[0].startswith("# Ferry service resumes\n\nThe ferry resumed")
    assert problems == ["this is a web page, read as one"]


def test_articles_that_run_together_are_refused_with_their_lines() -> None:
    with pytest.raises(SeedError, match=r"several articles seem to be joined here \(they begin in lines 1, 6\)"):
        text(f"{ONE}\n\n{TWO}\n".encode())


def test_a_line_amid_one_article_does_not_divide_it() -> None:
    whole = f"{ONE}\n\n---\n\nThe owner said on Thursday that all boats would sail again by the end of the month.\n"
    assert len(text(whole.encode())[0]) == 1


@pytest.mark.parametrize("head", ["Council of Orre, page 2", "- 2 -", "Notes to editors", "About the Council"])
def test_the_next_page_and_the_notes_of_a_release_are_no_other_article(head: str) -> None:
    whole = f"{ONE}\n\f\n{head}\n{TWO}\n"
    assert len(text(whole.encode())[0]) == 1


def test_a_chronicle_is_one_article() -> None:
    days = "\n\n".join(
        f"{n} May 2024\n\n" + "The talks went on without a result, officials said. " * 9 for n in range(3, 9)
    )
    assert len(text(f"How the talks went\n\n{days}\n".encode())[0]) == 1


CLIPPED = """---
title: "Ferry service resumes"
source: "https://ledger.example/ferry"
site: The Island Ledger
author:
  - "[[Jane Doe]]"
  - "[[John Roe]]"
published: 2024-05-03
created: 2024-05-09
tags:
  - "clippings"
  - islands
---

The ferry between the islands resumed on Tuesday after repairs that took eleven days longer than announced.
"""


@pytest.mark.parametrize(
    ("front", "expected_fields"),
    [
        (CLIPPED, ["Ferry service resumes", "The Island Ledger", "Jane Doe, John Roe", "2024-05-03"]),
        (
            '---\ntitle: Ferry\nsource: Harbour Radio\nauthors: ["Jane Doe", "John Roe"]\ndate: 3 May 2024\n---\nIt.',
            ["Ferry", "Harbour Radio", "Jane Doe, John Roe", "2024-05-03"],
        ),
        ("---\ntitle: Ferry\nauthor: 'Jane Doe'\n---\n\nIt sails again.\n", ["Ferry", None, "Jane Doe", None]),
        ("---\ntitle: Ferry\nauthor:\ntags:\n  - a\n---\n\nIt sails again.\n", ["Ferry", None, None, None]),
    ],
)
def test_front_matter_of_clipping_tools_is_understood(front: str, expected_fields: list[str | None]) -> None:
    (found,), problems = read_documents(front.encode(), "a.md")
    assert said(clean(Source("a.md", "0" * 64, found.text, found.format)))[:4] == expected_fields
    assert problems == ()


def test_the_same_moment_in_local_time_tells_the_day() -> None:
    local = '<time class="entry-date" datetime="2024-03-09T08:15:00+11:00">'
    head = meta("article:published_time", "2024-03-08T21:15:00Z")
    published = page(head=head, body=f"{local}Saturday</time>").published
    assert isinstance(published, Stated)
    assert (published.value, published.place) == ("2024-03-09", "line 4, <time>")


def test_the_dots_of_a_printed_list_mark_its_items(tmp_path: Path) -> None:
    article = articles(tmp_path, "list-printed.pdf")[0]["list-printed.pdf"]
    kinds = [b.kind for b in article.blocks]
    assert kinds == ["title", "header", "paragraph", "item", "item", "paragraph"]
