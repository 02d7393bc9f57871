"""`briefing add`: what is shown, what lands, what is refused; and one page from a site, politely."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from conftest import run

from generator.add import Entry, land, table, weigh
from generator.errors import FetchError
from generator.fetch import MOST_BYTES, MOST_REDIRECTS, fetch, is_public
from generator.offers import Offer, offers
from generator.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = Path(__file__).parent / "files"
STORY = "The talks on the ferry line began on Monday, officials said, and nobody knows when they will end. " * 3
TEXT = f"Talks begin\n\nBy Jo Park\n3 May 2024\n\n{STORY}\n"


def weighed(root: Path, *files: tuple[str, str]) -> tuple[Entry, ...]:
    return weigh((Offer(name, text.encode()) for name, text in files), root / "seeds", root)


def taken(root: Path, *files: tuple[str, str]) -> list[str]:
    return [path.name for path in land(weighed(root, *files), root / "seeds")]


def refusals(root: Path, *files: tuple[str, str]) -> list[str]:
    return [row.refused for entry in weighed(root, *files) for row in entry.rows]


def test_files_land_as_received_with_a_sidecar_that_states_nothing_yet(tmp_path: Path) -> None:
    raw = (FILES / "bridge.html").read_bytes()
    written = land(weigh([Offer("bridge.html", raw)], tmp_path / "seeds", tmp_path), tmp_path / "seeds")
    assert [p.name for p in written] == ["bridge.html", "bridge.yml"]
    assert written[0].read_bytes() == raw
    sidecar = written[1].read_text(encoding="utf-8")
    assert yaml.safe_load(sidecar) is None
    assert "# publisher: The Island Ledger  # line 9, JSON-LD publisher\n" in sidecar
    sources, problems = read(tmp_path / "seeds", tmp_path)
    assert [s.sidecar for s in sources] == [()]
    assert problems == ()


def test_a_line_of_the_sidecar_wins_without_its_sign(tmp_path: Path) -> None:
    taken(tmp_path, ("talks.txt", TEXT))
    sidecar = tmp_path / "seeds" / "talks.yml"
    sidecar.write_text(sidecar.read_text(encoding="utf-8").replace("# byline", "byline"), encoding="utf-8")
    (source,), problems = read(tmp_path / "seeds", tmp_path)
    assert [(name, value) for name, value, _ in source.sidecar] == [("byline", "Jo Park")]
    assert problems == ()


@pytest.mark.parametrize(
    "title", ["x: y # z", "'quoted'", "- item", "yes", "@at", "a\tb", "{a}", "“curly”", "3 May", "!x"]
)
def test_any_value_can_be_taken_from_a_comment_as_it_stands(title: str, tmp_path: Path) -> None:
    taken(tmp_path, ("talks.txt", TEXT.replace("Talks begin", title)))
    lines = (tmp_path / "seeds" / "talks.yml").read_text(encoding="utf-8").splitlines()
    stated = "\n".join(line.removeprefix("# ") for line in lines[1:] if not line.endswith(":"))
    assert set(yaml.safe_load(stated)) == {"title", "publisher", "byline", "published", "url", "language"}


def test_nothing_that_is_there_is_overwritten(tmp_path: Path) -> None:
    assert taken(tmp_path, ("talks.txt", TEXT)) == ["talks.txt", "talks.yml"]
    other = TEXT.replace("ferry", "tram").replace("Monday", "Thursday").replace("nobody", "the mayor")
    assert taken(tmp_path, ("talks.txt", other)) == ["talks-2.txt", "talks-2.yml"]
    assert (tmp_path / "seeds" / "talks.txt").read_text(encoding="utf-8") == TEXT


def test_the_same_article_is_refused_whatever_the_file(tmp_path: Path) -> None:
    taken(tmp_path, ("talks.txt", TEXT))
    assert refusals(tmp_path, ("other.md", TEXT.replace("\n", "\r\n"))) == ["the same article as seeds/talks.txt"]
    assert refusals(tmp_path / "new", ("a.txt", TEXT), ("b.txt", TEXT)) == ["", "the same article as a.txt"]


def test_nearly_the_same_article_is_refused_but_not_another_papers_copy(tmp_path: Path) -> None:
    taken(tmp_path, ("talks.txt", TEXT))
    more = TEXT + "\nThe owner did not answer questions on Tuesday.\n"
    assert refusals(tmp_path, ("late.txt", more)) == ["nearly the same as seeds/talks.txt (100% of its words)"]
    (tmp_path / "seeds" / "talks.yml").write_text("publisher: The Island Ledger\n", encoding="utf-8")
    assert refusals(tmp_path, ("copy.md", f"---\npublisher: Harbour Radio\n---\n{more}")) == [""]


def test_what_cannot_be_had_is_refused_and_the_rest_is_shown(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, encoding="utf-8")
    found = weigh(offers([str(tmp_path / "no.txt"), str(tmp_path / "talks.txt")], b""), tmp_path / "seeds", tmp_path)
    assert [bool(entry.refused) for entry in found] == [True, False]
    shown = "\n".join(table(row for entry in found for row in entry.rows))
    assert "refused: can't be read (No such file or directory); check the name" in shown
    assert "byline     Jo Park  (stated: By Jo Park)" in shown
    assert "published  2024-05-03  (stated: 3 May 2024)" in shown


def test_a_file_without_an_ending_gets_that_of_its_kind(tmp_path: Path) -> None:
    (tmp_path / "bridge").write_bytes((FILES / "bridge.html").read_bytes())
    assert [offer.name for offer in offers([str(tmp_path / "bridge")], b"")] == ["bridge.html"]


def test_what_is_hardly_an_article_is_shown_with_a_warning(tmp_path: Path) -> None:
    (entry,) = weighed(tmp_path, ("a.txt", "Talks begin\n\nThe talks on the ferry line began on Monday.\n"))
    assert entry.rows[0].problems == ("only 11 words are left as its story; look whether it is all there",)


def test_a_folder_gives_its_files_without_the_pictures_of_a_page(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "bridge_files").mkdir(parents=True)
    (folder / "deeper").mkdir()
    for path in ("bridge_files/frame.html", "deeper/a.txt", ".hidden.txt", "notes.exe", "bridge.html", "bridge-2.txt"):
        (folder / path).write_text(TEXT, encoding="utf-8")
    assert [offer.name for offer in offers([str(folder)], b"")] == ["bridge-2.txt", "bridge.html", "a.txt"]


@pytest.mark.parametrize(
    ("raw", "suffix"),
    [
        (TEXT.encode(), ".txt"),
        ((FILES / "bridge.html").read_bytes(), ".html"),
        ((FILES / "scan.pdf").read_bytes(), ".pdf"),
        ((FILES / "radio.rss").read_bytes(), ".xml"),
        ((FILES / "ferries.eml").read_bytes(), ".eml"),
    ],
)
def test_the_standard_input_gets_the_suffix_of_its_kind(raw: bytes, suffix: str) -> None:
    assert [offer.name for offer in offers(["-"], raw)] == [f"article{suffix}"]


@pytest.mark.parametrize(
    "name", ["../../x.txt", "/etc/x.txt", ".x.txt", "a\nb.txt", "CON:x.txt", "é.txt", "a" * 300 + ".txt"]
)
def test_a_name_lands_in_the_folder_whatever_it_is(name: str, tmp_path: Path) -> None:
    (made, _) = land(weigh([Offer(name, TEXT.encode())], tmp_path / "seeds", tmp_path), tmp_path / "seeds")
    assert made.parent == tmp_path / "seeds"
    assert [s.path for s in read(tmp_path / "seeds", tmp_path)[0]] == [f"seeds/{made.name}"]


def test_the_command_asks_first_and_tells_what_it_did(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, encoding="utf-8")
    asked = run("generator", "add", "talks.txt", cwd=tmp_path)
    assert (asked.returncode, "nothing was taken in" in asked.stderr) == (0, True)
    assert not (tmp_path / "seeds").exists()
    done = run("generator", "add", "talks.txt", "--yes", cwd=tmp_path)
    assert done.stdout.endswith("made seeds/talks.txt\nmade seeds/talks.yml\n")
    again = run("generator", "add", "talks.txt", "--yes", "--json", cwd=tmp_path)
    assert again.returncode == 1
    assert json.loads(again.stdout)["articles"][0]["refused"] == "the same article as seeds/talks.txt"


# --- from a site -----------------------------------------------------------------------------------

POLISH = (
    "<html lang=pl><title>Most</title><body><h1>Most zamknięty na jedenaście tygodni</h1>"
    + "<p>Rada miasta zdecydowała we wtorek, że stary most zostanie zamknięty na jedenaście tygodni." * 3
)
PAGES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/robots.txt": (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /private\n"),
    "/bridge": (200, {"Content-Type": "text/html; charset=utf-8"}, (FILES / "bridge.html").read_bytes()),
    "/polish": (200, {"Content-Type": "text/html; charset=windows-1250"}, POLISH.encode("cp1250")),
    "/moved": (301, {"Location": "/bridge"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/away": (302, {"Location": "http://192.168.0.1/"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/lost": (302, {}, b""),
    "/private/a": (200, {"Content-Type": "text/html"}, b"secret"),
    "/picture": (200, {"Content-Type": "image/png"}, b"x"),
    "/huge": (200, {"Content-Type": "text/html"}, b"a" * (MOST_BYTES + 1)),
    "/gone": (404, {}, b""),
}


@contextmanager
def site() -> Iterator[str]:
    """Serve the pages on this machine, and yield the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = PAGES.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def local(address: str) -> bool:
    return address == "127.0.0.1"


def test_a_page_is_saved_as_received_with_the_address_it_came_from(tmp_path: Path) -> None:
    with site() as address:
        found = weigh(offers([f"{address}/moved"], b"", local), tmp_path / "seeds", tmp_path)
    made = land(found, tmp_path / "seeds")
    assert [p.name for p in made] == ["bridge.html", "bridge.yml"]
    assert made[0].read_bytes() == (FILES / "bridge.html").read_bytes()


def test_the_encoding_that_only_the_site_states_goes_into_the_sidecar(tmp_path: Path) -> None:
    with site() as address:
        made = land(weigh(offers([f"{address}/polish"], b"", local), tmp_path / "seeds", tmp_path), tmp_path / "seeds")
    assert made[0].read_bytes() == POLISH.encode("cp1250")
    (source,), problems = read(tmp_path / "seeds", tmp_path)
    assert "# Most zamknięty na jedenaście tygodni" in source.text
    assert source.sidecar[0][:2] == ("encoding", "windows-1250")
    assert (source.kept, problems) == (True, ())


def test_the_address_of_a_page_that_names_none_goes_into_the_sidecar(tmp_path: Path) -> None:
    offer = Offer("talks.txt", TEXT.encode(), "https://paper.example/talks?id=3")
    land(weigh([offer], tmp_path / "seeds", tmp_path), tmp_path / "seeds")
    (source,), problems = read(tmp_path / "seeds", tmp_path)
    assert [(name, value) for name, value, _ in source.sidecar] == [("url", "https://paper.example/talks?id=3")]
    assert problems == ()


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/loop", f"more than {MOST_REDIRECTS} redirects"),
        ("/away", "the address leads into a private network"),
        ("/file", "this is no web address"),
        ("/lost", "the site answers 302 without an address"),
        ("/private/a", "the site's robots.txt asks programs not to fetch it"),
        ("/picture", "there is no page but image/png"),
        ("/huge", "the answer has more than 20,000,000 bytes"),
        ("/gone", "the site answers 404"),
    ],
)
def test_what_a_site_does_not_give_is_said_with_what_to_do(path: str, message: str) -> None:
    with site() as address, pytest.raises(FetchError) as error:
        fetch(f"{address}{path}", local)
    assert message in error.value.message
    assert ";" in error.value.message


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost:80/", "http://[::1]/", "http://2130706433/", "http://0/"]
)
def test_addresses_of_this_machine_and_its_network_are_never_fetched(url: str) -> None:
    with pytest.raises(FetchError, match=r"leads into a private network|there is no such site"):
        fetch(url)


@pytest.mark.parametrize(
    "url", ["https://", "http://a:0/", "http://[::1", "ftp://a.example/", "https://me:secret@a.example/"]
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError, match=r"no web address|with a password"):
        fetch(url)


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:10.0.0.1",
        "224.0.0.1",
    ],
)
def test_no_private_address_is_public(address: str) -> None:
    assert not is_public(address)


def test_an_address_of_the_internet_is_public() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")


def test_a_site_that_does_not_answer_is_said() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match="the site can't be reached"):
        fetch(f"http://127.0.0.1:{port}/a", local)
