"""Every generated file is the one that the build wrote."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

MANIFEST = "data/generated.txt"
STAGE = ".briefing-new"  # where a build keeps new files until all of them are written
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<path>[^\n]+)")  # as sha256sum writes it
_MARK = b"---\ngenerated: briefing\n"


def altered_files(folder: Path) -> Iterator[str]:
    """Yield the generated files that aren't those that the manifest lists, by their digests.

    Of a built site, whose pages a builder has made, the files that it passes on as they are.
    """
    if (folder / STAGE).exists():
        yield f"{folder.name}: a build was cut off while it wrote these files; run: briefing build"
    path = folder / MANIFEST
    if not path.is_file():
        yield f"{MANIFEST}: there is no list of the generated files; run: briefing build"
        return
    raw = path.read_bytes()
    lines = raw.decode("utf-8", "replace").splitlines()
    listed = {}
    for number, line in enumerate(lines, 1):
        if found := _LINE.fullmatch(line):
            listed[found["path"]] = found["digest"]
        else:
            yield f"{MANIFEST}:{number}: names no file with its digest; run: briefing build"
    if raw != "".join(f"{digest}  {name}\n" for name, digest in sorted(listed.items())).encode():
        yield f"{MANIFEST}: isn't as it was written; run: briefing build"
    built = (folder / "index.html").is_file()
    for name, digest in listed.items():
        if not (built and name.endswith(".md")):
            yield from _altered(folder / name, name, digest)
    for page in folder.rglob("*.md"):
        name = page.relative_to(folder).as_posix()
        if name not in listed and page.is_file() and page.read_bytes().startswith(_MARK):
            yield f"{name}: is marked as generated and isn't listed in {MANIFEST}; run: briefing build"


def _altered(path: Path, name: str, digest: str) -> Iterator[str]:
    if not path.is_file():
        yield f"{name}: is listed as generated and isn't there; run: briefing build"
    elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        yield f"{name}: isn't as it was written; run: briefing build, or keep your own text in another file"
