"""An address ──▶ the page that stands there, as received: one page, politely and within bounds; I/O."""

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import Message
from ipaddress import ip_address
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3

from generator import __version__
from generator.errors import FetchError
from generator.lexicons import table

AGENT = f"briefing/{__version__}"
MOST_BYTES = 20_000_000  # after decompression; a page has one million, a PDF ten
MOST_SECONDS = 30.0  # for a page with all its redirects
MOST_REDIRECTS = 5
MOST_ROBOTS = 500_000  # bytes of robots.txt that are read (RFC 9309, 2.5)

# What is taken in, and the suffix that its file gets.
_KINDS = {kind: row[0] for row in table("read-formats") for kind in row[3].split() if kind != "-"}
_REDIRECTS = frozenset((301, 302, 303, 307, 308))


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a page, where it was found in the end, the suffix for its kind, the encoding stated by its site."""

    url: str
    raw: bytes
    suffix: str
    encoding: str = ""


def is_public(address: str) -> bool:
    """Tell whether an IP address belongs to the open internet, not to this machine or its neighbours."""
    found = ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_global and not found.is_multicast


def fetch(url: str, may_reach: Callable[[str], bool] = is_public) -> Fetched:
    """Return the page at an address.

    Asks the site's robots.txt first (RFC 9309), follows redirects, and connects only to addresses for which
    ``may_reach`` holds; the name is looked up once a request, so that it can't point elsewhere in between.
    Raises FetchError.
    """
    deadline = time.monotonic() + MOST_SECONDS
    for _ in range(MOST_REDIRECTS + 1):
        parts = _checked(url)
        _ask_robots(url, parts, may_reach, deadline)
        status, headers, body = _get(url, parts, may_reach, deadline)
        if status not in _REDIRECTS:
            return _taken(url, status, headers, body)
        if not (target := headers.get("location", "")):
            raise FetchError(url, f"the site answers {status} without an address; open it in a browser and save it")
        url = urljoin(url, target)
    raise FetchError(url, f"more than {MOST_REDIRECTS} redirects; open it in a browser and save the page")


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError(url, "this is no web address; write one that begins with https://") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise FetchError(url, "this is no web address; write one that begins with https://")
    if parts.username or parts.password:
        raise FetchError(url, "an address with a password isn't fetched; open it in a browser and save the page")
    return parts


def _ask_robots(url: str, parts: SplitResult, may_reach: Callable[[str], bool], deadline: float) -> None:
    address = f"{parts.scheme}://{parts.netloc}/robots.txt"
    status, _, body = _get(address, urlsplit(address), may_reach, deadline, MOST_ROBOTS)
    if status >= 500:  # noqa: PLR2004 - the site can't say what it allows (RFC 9309, 2.3.1.4)
        raise FetchError(url, "the site's robots.txt can't be read; open the page in a browser and save it")
    rules = RobotFileParser()
    rules.parse(body.decode("utf-8", "replace").splitlines() if status == 200 else [])  # noqa: PLR2004 - found
    if not rules.can_fetch(AGENT, url):
        raise FetchError(url, "the site's robots.txt asks programs not to fetch it; open it in a browser and save it")


def _taken(url: str, status: int, headers: dict[str, str], body: bytes) -> Fetched:
    if status != 200:  # noqa: PLR2004 - found
        raise FetchError(url, f"the site answers {status}; open it in a browser and save the page")
    kind = headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if kind not in _KINDS:
        raise FetchError(url, f"there is no page but {kind or 'nothing'}; name the address of an article")
    stated = Message()
    stated["Content-Type"] = headers.get("content-type", "")
    return Fetched(url, body, _KINDS[kind], stated.get_content_charset(""))


def _get(
    url: str, parts: SplitResult, may_reach: Callable[[str], bool], deadline: float, most: int = MOST_BYTES
) -> tuple[int, dict[str, str], bytes]:
    """Return the status, the headers (small letters) and the body of one answer."""
    address = _resolved(url, parts, may_reach)
    host = parts.hostname or ""
    left = deadline - time.monotonic()
    if left <= 0:
        raise FetchError(url, f"no answer within {MOST_SECONDS:.0f} seconds; try again, or save the page in a browser")
    limit = urllib3.Timeout(total=left)
    headers = {"Host": parts.netloc.rpartition("@")[2], "User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"}
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    pool = _pool(parts.scheme, address, parts.port, host)
    try:
        answer = pool.request(
            "GET", target, headers=headers, timeout=limit, redirect=False, retries=False, preload_content=False
        )
        body = b"".join(_bounded(url, answer, deadline, most))
    except urllib3.exceptions.HTTPError as error:
        what = type(error).__name__
        raise FetchError(
            url, f"the site can't be reached ({what}); try again, or save the page in a browser"
        ) from error
    finally:
        pool.close()
    return answer.status, {k.lower(): v for k, v in answer.headers.items()}, body


def _pool(scheme: str, address: str, port: int | None, host: str) -> urllib3.HTTPConnectionPool:
    """Return the connections to one address; the certificate must be that of the name."""
    if scheme == "http":
        return urllib3.HTTPConnectionPool(address, port or 80)
    return urllib3.HTTPSConnectionPool(address, port or 443, server_hostname=host, assert_hostname=host)


def _resolved(url: str, parts: SplitResult, may_reach: Callable[[str], bool]) -> str:
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or parts.scheme, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(url, "there is no such site, or no network; check the address") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(may_reach(address) for address in addresses):
        raise FetchError(url, "the address leads into a private network; save the page in a browser")
    return addresses[0]


def _bounded(url: str, answer: urllib3.BaseHTTPResponse, deadline: float, most: int) -> Iterator[bytes]:
    size = 0
    for chunk in answer.stream(65_536, decode_content=True):
        size += len(chunk)
        if size > most:
            raise FetchError(url, f"the answer has more than {most:,} bytes; save the page in a browser")
        if time.monotonic() > deadline:
            raise FetchError(url, f"not all there within {MOST_SECONDS:.0f} seconds; save the page in a browser")
        yield chunk
