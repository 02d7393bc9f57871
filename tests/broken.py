"""Broken projects, each with what a person must be told: a table that needs no Python to be read."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shutil
import socket
from typing import TYPE_CHECKING

from generator.model import ACCEPTED as SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Making = bytes | str | None
"""What stands at a path: bytes, text, or None for nothing at all."""

BANK = "The bank closed\n\nThe Harbour Bank closed its doors on 3 May 2021, said Ana Torres, its director.\n"
REEF = "A reef recovers\n\nThe reef at Outer Line grew by 12 percent in 2020, the Reef Marine Authority said.\n"
BOMB = "a: &a [x, x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in itertools.pairwise("abcdefghi"))
DEEP = "[" * 5_000

# --- seeds/reef.yml, beside seeds/reef.txt: said with its line; both articles are built -------------

SIDECARS: dict[str, tuple[Making, str]] = {
    "a day that doesn't exist": ("published: 2024-02-31", ":1: `published: 2024-02-31` is no date; write it as EDTF"),
    "a month that doesn't exist": ("published: 2024-13", ":1: `published: 2024-13` is no date; write it as EDTF"),
    "a day without a month": ("published: 2024-XX-03", ":1: `published: 2024-XX-03` is no date; write it as EDTF"),
    "a year with a hole": ("published: 20X4", ":1: `published: 20X4` is no date; write it as EDTF"),
    "a time of day": ("published: 2024-05-02T10:00:00Z", ":1: `published: 2024-05-02T10:00:00Z` has a time of day; write"),
    "a year of five digits": ("published: Y12024", ":1: `published: Y12024` is no date; write it as EDTF"),
    "a year before Christ": ("published: -0044-03-15", ":1: `published: -0044-03-15` is no date; write it as EDTF"),
    "a set of dates": ("published: '[2024-01-01, 2024-01-02]'", ":1: `published: [2024-01-01, 2024-01-02]` is no date; "),
    "a date in words": ("published: 2 May 2024", ":1: `published: 2 May 2024` is no date; write it as EDTF"),
    "digits of another script": ("published: ２０２４", ":1: `published: ２０２４` is no date; write it as EDTF"),
    "a date as a list": ("published: [2024]", ":1: `published` must be a single value; write `published: …` on one line"),
    "a date as a table": ("published:\n  year: 2024", ":2: `published` must be a single value; write"),
    "an empty date": ("published:", ":1: `published` is empty; fill it in or delete the line"),
    "an endless date": (f"published: {'2' * 600}", ":1: `published` has 600 characters; at most 500 are read"),
    "an open interval": ("published: ../..", ":1: `published: ../..` is no date; write it as EDTF"),
    "an interval backwards": ("published: 2024/2023", ":1: `published: 2024/2023` is no date; write it as EDTF"),
    "a title as a list": ("title: [one, two]", ":1: `title` must be a single value; write `title: …` on one line"),
    "a title as a table": ("title: {a: b}", ":1: `title` must be a single value; write"),
    "an endless title": (f"title: {'long ' * 200}", ":1: `title` has 999 characters; at most 500 are read, so shorten it"),
    "a title with NUL": ('title: "a\\0b"', ":1: left out: a character that no page can show (U+0000); delete it"),
    "a title with half a character": ('title: "a\\uD800b"', ":1: left out: a character that no page can show (U+D800); delete it"),
    "a title with an escape": ('title: "a\\eb"', ":1: left out: a character that no page can show (U+001B); delete it"),
    "a publisher as a list": ("publisher: [one]", ":1: `publisher` must be a single value; write"),
    "a byline as a list": ("byline: [one, two]", ":1: `byline` must be a single value; write"),
    "an address that runs": ("url: javascript:alert(1)", ":1: `url: javascript:alert(1)` is no web address; write one"),
    "an address without a host": ("url: https:///x", ":1: `url: https:///x` is no web address; write one"),
    "an address with a space": ("url: https://a.example/x y", ":1: `url: https://a.example/x y` is no web address"),
    "a broken IPv6 address": ("url: http://[::1", ":1: `url: http://[::1` is no web address; write one"),
    "an address with a port of letters": ("url: http://a.example:x/", ":1: `url: http://a.example:x/` is no web address"),
    "an address as a list": ("url: [a]", ":1: `url` must be a single value; write"),
    "a language in words": ("language: English", ":1: `language: English` is no language code; write one such as en"),
    "a language as a list": ("language: [en]", ":1: `language` must be a single value; write"),
    "a field that isn't one": ("author: Ana", ":1: `author` isn't a field of a sidecar; use one of title, publisher"),
    "a field twice": ("title: a\ntitle: b", ":2: left out: `title` stands here and in line 1; keep one of the two"),
    "a list": ("- title: a", ":1: left out: a sidecar is a table; write lines such as `publisher: The Name`"),
    "a word": ("title", ":1: left out: a sidecar is a table; write lines such as `publisher: The Name`"),
    "nothing": ("", ": left out: the file is empty; "),
    "not UTF-8, nor anything": (b"title: \x81\x8d\n", ":1: left out: not valid UTF-8, nor any other encoding"),
    "binary": (b"\x00\x01\x02\xff\xfe", ":1: left out: this is a binary file; "),
    "cut UTF-16": (b"\xff\xfet", ":1: left out: begins like UTF-16 but isn't valid UTF-16; save it as UTF-8"),
    "an unclosed bracket": ("title: [a\n", ":2: left out: not valid YAML: "),
    "an unclosed quotation mark": ('title: "a\nbyline: b\n', ":3: left out: not valid YAML: "),
    "a colon too many": ("title: a: b", ":1: left out: not valid YAML: "),
    "a tab": ("title: a\n\tbyline: b", ":2: left out: not valid YAML: "),
    "a bomb of aliases": (BOMB, ":1: left out: anchors and aliases (`&`, `*`) aren't read; write the value out"),
    "a merge": ("title: a\n<<: {byline: b}", ":2: left out: merge keys (`<<`) aren't read; write the entries out"),
    "a tag": ("title: !!python/object/apply:os.system [true]", ":1: left out: tags (`!`) aren't read; put the value"),
    "a deep one": (DEEP, ":1: left out: nested more than 6 levels deep; write it flatter"),
    "two documents": ("title: a\n---\ntitle: b", ":2: left out: a second document begins here; keep everything in one"),
    "a key that is a list": ("? [a]\n: b", ":1: left out: a key must be plain text; put the value in quotation marks"),
    "a key with a line break": ('"ti\\ntle": a', ":1: `ti\\ntle` isn't a field of a sidecar; did you mean `title`? use one of title"),
    "a directive of another version": ("%YAML 9.9\n---\ntitle: a\n", ":1: left out: not valid YAML: "),
}  # fmt: skip

# --- corrections.yml: stops the build with its line; nothing is written ------------------------------

VERDICT = "verdicts:\n  date-x-1a2b3c:\n    holds: 3 May\n    because: The gazette.\n    by: A. Editor\n    on: "
CORRECTIONS: dict[str, tuple[Making, str]] = {
    "a list": ("- a\n- b", ":1: the file must be a table; write lines such as `name: value`"),
    "a word": ("same", ":1: the file must be a table; write lines such as `name: value`"),
    "a section that isn't one": ("joined: {a: b}", ":1: `joined` isn't a section; use one of same, apart, kinds"),
    "a section twice": ("kinds: {a: place}\nkinds: {b: place}", ":2: `kinds` stands here and in line 1; keep one"),
    "same as a word": ("same: Ana", ":1: `same` must be a table; write lines such as `name: value`"),
    "same as a list": ("same: [Ana, Anna]", ":1: `same` must be a table; write lines"),
    "same with a table": ("same:\n  Ana: {a: b}", ":2: `Ana` must be a list; write `[one, another]`"),
    "same with an empty alias": ("same:\n  Ana: ['']", ":2: a name or a value is missing here; write it, or delete"),
    "an alias of two": ("same:\n  Ana: [A]\n  Bea: [A]", ":3: `A` is already an alias of `Ana`; keep one of the two"),
    "an alias of an alias": ("same:\n  Ana: [A]\n  A: [B]", ":3: `A` is itself an alias of `Ana`; put `B` there too"),
    "apart as a table": ("apart: {a: b}", ":1: `apart` must be a list; write `[one, another]`"),
    "apart of three": ("apart:\n  - [a, b, c]", ":2: an entry of `apart` is a pair of two names; write"),
    "apart of one": ("apart: [a]", ":1: an entry of `apart` is a pair of two names; write"),
    "apart of the same": ("apart:\n  - [a, a]", ":2: an entry of `apart` is a pair of two names; write"),
    "apart, deeper": ("apart:\n  - [[a], b]", ":2: a name or a value is missing here; write it, or delete the entry"),
    "kinds as a list": ("kinds: [place]", ":1: `kinds` must be a table; write lines"),
    "a kind that isn't one": ("kinds:\n  Ana: human", ":2: `human` isn't a kind for `Ana`; use one of person"),
    "a kind as a list": ("kinds:\n  Ana: [person]", ":2: a name or a value is missing here; write it"),
    "definitions as a list": ("definitions: [a]", ":1: `definitions` must be a table; write lines"),
    "a definition as a table": ("definitions:\n  a: {b: c}", ":2: a name or a value is missing here; write it"),
    "a definition of nothing": ("definitions:\n  reef:", ":2: a name or a value is missing here; write it"),
    "slugs as a word": ("slugs: reef", ":1: `slugs` must be a table; write lines"),
    "an address with a slash": ("slugs:\n  seeds/reef.txt: a/b", ":2: `a/b` can't be an address; use small letters"),
    "an address that climbs": ("slugs:\n  seeds/reef.txt: ..", ":2: `..` can't be an address; use small letters"),
    "the address of the list": ("slugs:\n  seeds/reef.txt: index", ":2: `index` can't be an address; use small"),
    "an address of 300 letters": (f"slugs:\n  seeds/reef.txt: {'x' * 300}", ":2: an address of 300 letters; use at most 100"),
    "an address twice": ("slugs:\n  seeds/reef.txt: a\n  seeds/bank.txt: a", ":3: `a` is already the address of seeds/reef"),
    "a device of Windows": ("slugs:\n  seeds/reef.txt: con", ":2: `con` can't be an address; use small letters"),
    "moved as a word": ("moved: articles", ":1: `moved` must be a table; write lines"),
    "moved from a folder": ("moved:\n  articles: articles/a-reef-recovers.md", ":2: `articles` must be a page below docs/"),
    "moved to a folder": ("moved:\n  a.md: articles", ":2: `articles` must be a page below docs/; write it such as"),
    "moved from outside": ("moved:\n  ../a.md: articles/a-reef-recovers.md", ":2: `../a.md` must be a page below docs/"),
    "moved from the root": ("moved:\n  /etc/a.md: articles/a-reef-recovers.md", ":2: `/etc/a.md` must be a page below"),
    "moved with a backslash": ("moved:\n  a\\b.md: articles/a-reef-recovers.md", ":2: `a\\b.md` must be a page below"),
    "moved from below a page": ("moved:\n  index.md/a.md: articles/a-reef-recovers.md", ":2: `index.md/a.md` must be a page"),
    "moved from a long name": (f"moved:\n  {'x' * 300}.md: articles/a-reef-recovers.md", ":2: `xxx"),
    "moved from nothing": ("moved:\n  '': articles/a-reef-recovers.md", ":2: a name or a value is missing here; write it"),
    "verdicts as a list": ("verdicts: [a]", ":1: `verdicts` must be a table; write lines"),
    "a verdict as a word": ("verdicts:\n  date-x: yes", ":2: `date-x` must be a table; write lines"),
    "a verdict without a reason": ("verdicts:\n  date-x: {holds: a}", ":2: the entry `date-x` of `verdicts` lacks because, by, on"),
    "a verdict with more": ("verdicts:\n  date-x: {hold: a}", ":2: `hold` isn't part of `verdicts`; did you mean `holds`? use one of holds, because"),
    "a verdict on no day": (VERDICT + "2024-02-31", ":6: `2024-02-31` isn't a day; write it such as 2025-05-02"),
    "a verdict on a list": (VERDICT + "[a]", ":6: a name or a value is missing here; write it"),
    "NUL": ('definitions:\n  reef: "a\\0b"', ":2: a character that no page can show (U+0000); delete it"),
    "half a character": ('definitions:\n  reef: "a\\uDC00b"', ":2: a character that no page can show (U+DC00); delete it"),
    "half a character in a key": ('definitions:\n  "\\uD800": reef', ":2: a character that no page can show (U+D800)"),
    "a raw control character": ("definitions:\n  reef: a\x07b", ":2: the file holds a control character that YAML"),
    "not UTF-8": (b"same:\n  Ana: [\xff]", ":2: not valid UTF-8; save it as UTF-8"),
    "UTF-16": ("same: {}".encode("utf-16"), ":1: not valid UTF-8; save it as UTF-8"),
    "binary": (bytes(range(256)), ":"),
    "a bomb of aliases": (BOMB, ":1: anchors and aliases (`&`, `*`) aren't read; write the value out"),
    "a tag": ("same: !!map {}", ":1: tags (`!`) aren't read; put the value in quotation marks"),
    "a deep one": (DEEP, ":1: nested more than 6 levels deep; write it flatter"),
    "a deep table": ("a: {" * 5_000, ":1: nested more than 6 levels deep; write it flatter"),
    "a long one": ("# " + "x" * 1_000_001, ":1: the file has 1,000,003 characters; at most 1,000,000 are read"),
    "an unclosed bracket": ("same: {", ":1: not valid YAML: "),
    "an undefined alias": ("same: *a", ":1: anchors and aliases (`&`, `*`) aren't read"),
    "a bad escape": ('same: "\\q"', ":1: not valid YAML: "),
    "an impossible character": ('same: "\\UFFFFFFFF"', ":1: not valid YAML: "),
}  # fmt: skip

# --- accepted.jsonl: stops the build with its line -----------------------------------------------------

HEAD = json.dumps({"schema": SCHEMA, "generator": "0", "rows": 1}) + "\n"
FACT = {"fact": "event", "id": "event-0123456789abcdef", "text": "t", "value": "", "origins": 1,
        "claims": ["0" * 16], "articles": ["0" * 16]}  # fmt: skip


def fact(**other: object) -> str:
    """Return an accepted state of one fact, in which something stands otherwise."""
    return HEAD + json.dumps({**FACT, **other}) + "\n"


ACCEPTED_STATES: dict[str, tuple[Making, str]] = {
    "nothing": ("", ":1: this doesn't begin as an accepted state"),
    "text": ("hello\n", ":1: not a line of JSON; restore the file"),
    "a list": ("[]\n", ":1: not a JSON object; restore the file"),
    "a number": ("1\n", ":1: not a JSON object; restore the file"),
    "an endless number": ("9" * 5_000 + "\n", ":1: not a line of JSON; restore the file"),
    "no number": ('{"schema": NaN}\n', ":1: not a line of JSON; restore the file"),
    "another version": (HEAD.replace("/2", "/9"), ":1: this doesn't begin as an accepted state"),
    "a version that is a list": (HEAD.replace(f'"{SCHEMA}"', f'["{SCHEMA}"]'), ":1: this doesn't begin as an accepted state"),
    "cut off at the end of a line": (HEAD, ":1: 0 rows of 1: the file isn't whole; restore the file"),
    "half a line": (HEAD + '{"article": "00', ":2: not a line of JSON; restore the file"),
    "a head with less": (json.dumps({"schema": SCHEMA}) + "\n", ":1: missing or unknown here: generator, rows"),
    "a head of other types": (json.dumps({"schema": SCHEMA, "generator": 1, "rows": 0}) + "\n", ":1: generator isn't of the form"),
    "binary": (bytes(range(256)), ":1: not a line of JSON; restore the file"),
    "not UTF-8": (HEAD.encode() + b'{"correction": "\xff"}\n', ":2: not a line of JSON; restore the file"),
    "UTF-16": (HEAD.encode("utf-16"), ":1: "),
    "a deep line": (HEAD + "[" * 100_000 + "\n", ":2: nested too deeply; restore the file"),
    "a long line": (HEAD + '{"correction": "' + "x" * 1_000_000 + '"}\n', ":2: a line of more than 1,000,000 bytes"),
    "an empty line": (HEAD + "\n", ":2: not a line of JSON; restore the file"),
    "neither of the three": (HEAD + '{"name": "x"}\n', ":2: neither an article, a correction nor a fact; restore"),
    "a name twice": (HEAD + '{"article": "a", "article": "b"}\n', ":2: not a line of JSON; restore the file"),
    "an article that is a number": (HEAD + '{"article": 1, "title": "t"}\n', ":2: article isn't of the form"),
    "a fact with more": (fact(more=1), ":2: missing or unknown here: more; restore the file"),
    "a fact of another kind": (fact(fact="rumour"), ":2: fact isn't of the form"),
    "a fact whose kind is a list": (fact(fact=[]), ":2: fact isn't of the form"),
    "a fact with another id": (fact(id="../x"), ":2: id isn't of the form"),
    "a fact of no origin": (fact(origins=0), ":2: origins isn't of the form"),
    "a fact of half an origin": (fact(origins=True), ":2: origins isn't of the form"),
    "a fact without claims": (fact(claims=[]), ":2: claims isn't of the form"),
    "a fact whose claims are a word": (fact(claims="0" * 16), ":2: claims isn't of the form"),
    "a fact with half a character": (fact(text="\ud800"), ":2: text isn't of the form"),
    "a correction with half a character": (HEAD + '{"correction": "\\udc00"}\n', ":2: correction isn't of the form"),
    "a title of 3,000 letters": (HEAD + json.dumps({"article": "0" * 16, "title": "x" * 3_000}) + "\n", ":2: title isn't"),
}  # fmt: skip

# --- mkdocs.yml ----------------------------------------------------------------------------------------

PLUGIN = "site_name: Reefs\nplugins:\n  - briefing:\n      "
CONFIGS: dict[str, tuple[Making, str]] = {
    "a list": ("- site_name", ":"),
    "a word": ("Reefs", ":"),
    "an unclosed bracket": ("site_name: Reefs\nplugins: [briefing\n", ":"),
    "a tab": ("site_name: Reefs\n\tplugins: []\n", ":2: not valid YAML: "),
    "not UTF-8": (b"site_name: \xff\n", ": "),
    "binary": (bytes(range(256)), ": "),
    "a control character": ("site_name: a\x07b\nplugins: [briefing]\n", ":"),
    "a day that doesn't exist": ("site_name: 2024-02-31\nplugins: [briefing]\n", ": "),
    "a deep one": (f"site_name: {DEEP}", ": "),
    "inherits itself": ("INHERIT: mkdocs.yml\nsite_name: Reefs\nplugins: [briefing]\n", ": "),
    "inherits nothing": ("INHERIT: gone.yml\nsite_name: Reefs\nplugins: [briefing]\n", ": "),
    "a class that doesn't exist": ("site_name: !!python/name:gone.Gone\nplugins: [briefing]\n", ":"),
    "half a character as its title": ('site_name: "\\uD800"\nplugins: [briefing]\n', ": site_name"),
    "NUL in its title": ('site_name: "a\\0"\nplugins: [briefing]\n', ": site_name"),
    "a title that is a list": ("site_name: [a]\nplugins: [briefing]\n", ": site_name"),
    "an address that is a list": ("site_name: a\nsite_url: [a]\nplugins: [briefing]\n", ": site_url"),
    "an address with half a character": ('site_name: a\nsite_url: "https://a.example/\\uD800"\nplugins: [briefing]\n', ": site_url"),
    "docs_dir that is a list": ("site_name: a\ndocs_dir: [a]\nplugins: [briefing]\n", ": docs_dir"),
    "docs_dir outside": ("site_name: a\ndocs_dir: ../elsewhere\nplugins: [briefing]\n", ": docs leads out of the project"),
    "docs_dir with NUL": ('site_name: a\ndocs_dir: "a\\0"\nplugins: [briefing]\n', ": docs"),
    "docs_dir is the project": ("site_name: a\ndocs_dir: .\nplugins: [briefing]\n", ": docs is the whole project; name a folder in it"),
    "plugins that are a number": ("site_name: a\nplugins: 5\n", ": plugins"),
    "options that are a list": ("site_name: a\nplugins:\n  - briefing: [strict]\n", ": the options of the briefing plugin"),
    "options that are a word": ("site_name: a\nplugins:\n  briefing: strict\n", ": the options of the briefing plugin"),
    "an option that isn't one": (PLUGIN + "seed: x", ": unknown option of the briefing plugin: seed; the options are"),
    "an option that is a number": (PLUGIN + "1: x", ": unknown option of the briefing plugin: 1; the options are"),
    "strict: often": (PLUGIN + "strict: often", ": strict must be true or false; "),
    "strict: 1": (PLUGIN + "strict: 1", ": strict must be true or false; "),
    "seeds: 5": (PLUGIN + "seeds: 5", ": seeds must be a text; "),
    "seeds: [a]": (PLUGIN + "seeds: [a]", ": seeds must be a text; "),
    "seeds: empty": (PLUGIN + "seeds: ''", ": seeds is empty; "),
    "seeds: outside": (PLUGIN + "seeds: ../other", ": seeds leads out of the project: "),
    "seeds: /etc": (PLUGIN + "seeds: /etc", ": seeds leads out of the project: /etc; "),
    "seeds: NUL": (PLUGIN + 'seeds: "a\\0b"', ": seeds "),
    "seeds: half a character": (PLUGIN + 'seeds: "a\\uD800b"', ": seeds "),
    "seeds: the project": (PLUGIN + "seeds: .", ": docs lies in seeds, so that"),
    "seeds: docs": (PLUGIN + "seeds: docs", ": docs lies in seeds"),
    "seeds: 300 letters": (PLUGIN + f"seeds: {'x' * 300}", ": seeds has a name of more than 255 bytes; choose a shorter one"),
    "templates: outside": (PLUGIN + "templates: ../other", ": templates leads out of the project: "),
    "corrections: outside": (PLUGIN + "corrections: ../other.yml", ": corrections leads out of the project: "),
    "corrections: a folder": (PLUGIN + "corrections: seeds", "seeds: this isn't an ordinary file; put a copy"),
    "accepted: a folder": (PLUGIN + "accepted: seeds", "seeds: this isn't an ordinary file; put a copy"),
}  # fmt: skip

# --- templates/quotes.md -------------------------------------------------------------------------------

TEMPLATES: dict[str, tuple[Making, str]] = {
    "an unclosed block": ("{% for q in briefing.quotes %}", ":1: "),
    "an unclosed expression": ("one\n{{ title", ":2: "),
    "a tag that isn't one": ("{% fro x in y %}", ":1: "),
    "a name that isn't one": ("one\ntwo {{ titel }}", ":2: 'titel' is undefined; correct"),
    "an attribute that isn't one": ("{{ briefing.qoutes }}", ":1: "),
    "a filter that isn't one": ("{{ title | upcase }}", ":1: "),
    "a filter that is kept out": ("{{ title | safe }}", ":1: "),
    "a test that isn't one": ("{% if title is odder %}{% endif %}", ":1: "),
    "a division by nothing": ("one\n{{ 1 / 0 }}", ":2: "),
    "a sum of two sorts": ("{{ 1 + none }}", ":1: "),
    "text joined": ("{{ title + title }}", ":1: text joined with +; print the parts"),
    "text joined by ~": ("{{ title ~ title }}", ":1: print the parts"),
    "a call of a text": ("{{ title() }}", ":1: "),
    "a call with too much": ("{{ answer(1, 2, 3, 4, 5, 6) }}", ":1: "),
    "a loop over a number": ("{% for x in 5 %}{% endfor %}", ":1: "),
    "two names for one value": ("{% for a, b in [1] %}{% endfor %}", ":1: "),
    "a number of a text": ("{{ title | sum }}", ":1: "),
    "an endless range": ("{% for x in range(10 ** 9) %}{% endfor %}", ":1: "),
    "a long text": ("{{ title * 10 ** 12 }}", ":1: "),
    "a way out of the sandbox": ("{{ ().__class__.__mro__ }}", ":1: "),
    "a change of the data": ("{{ briefing.articles.append(1) }}", ":1: "),
    "includes itself": ("{% include 'quotes.md' %}", ":1: "),
    "extends itself": ("{% extends 'quotes.md' %}", ":1: "),
    "a macro that calls itself": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", ":1: "),
    "includes nothing": ("one\n{% include 'gone.md' %}", ":2: there is no template gone.md; give it back or take its name out"),
    "includes what is outside": ("{% include '../mkdocs.yml' %}", ":1: there is no template ../mkdocs.yml; give it back"),
    "imports a name that isn't there": ("{% from 'parts/macros.md' import gone %}{{ gone() }}", ":1: "),
    "not UTF-8": (b"caf\xe9\n", ":1: not valid UTF-8; save it as UTF-8"),
    "UTF-16": ("{{ title }}".encode("utf-16"), ":1: not valid UTF-8; save it as UTF-8"),
    "deep brackets": ("{{ " + "(" * 3_000 + "1" + ")" * 3_000 + " }}", ": "),
    "deep blocks": ("{% if true %}" * 300 + "{% endif %}" * 300, ":"),
}  # fmt: skip

# --- files and folders: what is done to a good project, and what is said of it ---------------------------


def link(name: str, target: str) -> Callable[[Path], None]:
    """Return what makes a symbolic link."""
    return lambda root: (root / name).symlink_to(target)


def file(name: str, content: bytes | str = REEF) -> Callable[[Path], None]:
    """Return what makes a file."""
    return lambda root: _write(root / name, content)


def instead(name: str, make: Callable[[Path], None]) -> Callable[[Path], None]:
    """Return what takes a file or folder away and makes something else."""

    def change(root: Path) -> None:
        _take_away(root / name)
        make(root)

    return change


def gone(name: str) -> Callable[[Path], None]:
    """Return what takes a file or folder away."""
    return lambda root: _take_away(root / name)


def folder(name: str) -> Callable[[Path], None]:
    """Return what makes a folder."""
    return lambda root: (root / name).mkdir(parents=True)


def pipe(name: str) -> Callable[[Path], None]:
    """Return what makes a named pipe, which whoever reads waits for ever."""
    return lambda root: os.mkfifo(root / name)


def door(name: str) -> Callable[[Path], None]:
    """Return what makes a socket; its path may be longer than the system allows, so it is made from inside."""

    def make(root: Path) -> None:
        with contextlib.chdir((root / name).parent), socket.socket(socket.AF_UNIX) as made:
            made.bind((root / name).name)

    return make


def big(name: str, size: int) -> Callable[[Path], None]:
    """Return what makes a file of a size that takes no room."""

    def make(root: Path) -> None:
        with (root / name).open("wb") as stream:
            stream.truncate(size)

    return make


def closed(name: str) -> Callable[[Path], None]:
    """Return what takes all rights from a file or folder."""
    return lambda root: (root / name).chmod(0o000)


def read_only(name: str) -> Callable[[Path], None]:
    """Return what takes the right to write from a folder and what is in it."""

    def change(root: Path) -> None:
        for path in (*(root / name).rglob("*"), root / name):
            path.chmod(0o555 if path.is_dir() else 0o444)

    return change


def both(*changes: Callable[[Path], None]) -> Callable[[Path], None]:
    """Return what makes several changes."""

    def change(root: Path) -> None:
        for each in changes:
            each(root)

    return change


def _write(path: Path, content: bytes | str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def _take_away(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


# What is unusual in seeds/ leaves the other articles as they are.
SEEDS: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (file("seeds/x.txt", ""), "seeds/x.txt: left out: the file is empty; put the article's text in"),
    "white space": (file("seeds/x.txt", " \n\t"), "seeds/x.txt: left out: the file is empty; put"),
    "a mark of UTF-8 alone": (file("seeds/x.txt", b"\xef\xbb\xbf"), "seeds/x.txt: left out: the file is empty; put"),
    "binary": (file("seeds/x.txt", b"GIF89a\x00\x01\n\xff"), "seeds/x.txt:2: left out: this is a binary file; export"),
    "NUL": (file("seeds/x.txt", "a\nb\0c"), "seeds/x.txt:2: a control character (U+0000) is read as a space; delete it"),
    "no encoding": (file("seeds/x.txt", b"a\n\x81\xff\xff\xfe\x80\xff"), "seeds/x.txt:2: left out: not valid UTF-8, nor any other encoding"),
    "Windows-1252": (file("seeds/x.txt", b"a\n\x93b\x94 is new"), "seeds/x.txt:2: not valid UTF-8, read as Windows-1252"),
    "UTF-16": (file("seeds/x.txt", "a b\n".encode("utf-16")), "seeds/x.txt:1: the file is UTF-16; save it as UTF-8"),
    "half a UTF-16": (file("seeds/x.txt", b"\xff\xfea"), "seeds/x.txt:1: left out: begins like UTF-16 but isn't valid"),
    "half a character in UTF-16": (file("seeds/x.txt", b"\xff\xfe\x00\xd8a\0"), "seeds/x.txt:1: left out: begins like UTF-16"),
    "half a character in UTF-8": (file("seeds/x.txt", b"a \xed\xa0\x80 b"), "seeds/x.txt:1: not valid UTF-8, read as"),
    "100 MB": (big("seeds/x.txt", 100_000_000), "seeds/x.txt: left out: the file has 100,000,000 bytes; at most"),
    "a sidecar of 100 MB": (big("seeds/reef.yml", 100_000_000), "seeds/reef.yml: left out: the file has 100,000,000 bytes"),
    "another format": (file("seeds/x.xyz"), "seeds/x.xyz: left out: files that end in `.xyz` aren't read; convert"),
    "no suffix": (file("seeds/notes"), "seeds/notes: left out: a file without an ending isn't read"),
    "a suffix of a line": (file("seeds/x.t\nxt"), "seeds/x.t\\nxt: a name that can't be printed; rename the file"),
    "a sidecar with the wrong suffix": (file("seeds/reef.yaml"), "seeds/reef.yaml: left out: files that end in `.yaml`"),
    "the same twice": (file("seeds/x.txt"), "seeds/x.txt:1: left out: the same article as seeds/reef.txt; delete"),
    "a sidecar alone": (file("seeds/x.yml", "title: x"), "seeds/x.yml: a sidecar without an article; give it"),
    "a folder like an article": (folder("seeds/x.txt"), "seeds/x.txt: this is a folder, not an article; rename it"),
    "a folder like a sidecar": (folder("seeds/reef.yml"), "seeds/reef.yml: this is a folder, not a sidecar; rename it"),
    "a folder like an ARTICLE": (folder("seeds/x.TXT"), "seeds/x.TXT: this is a folder, not an article; rename it"),
    "a pipe": (pipe("seeds/x.txt"), "seeds/x.txt: left out: this isn't an ordinary file; put a copy"),
    "a pipe as a sidecar": (pipe("seeds/reef.yml"), "seeds/reef.yml: left out: this isn't an ordinary file; put a copy"),
    "a socket": (door("seeds/x.txt"), "seeds/x.txt: left out: this isn't an ordinary file; put a copy"),
    "a link to itself": (link("seeds/x.txt", "x.txt"), "seeds/x.txt: a link that leads nowhere; "),
    "a link in a circle": (
        both(link("seeds/x.txt", "y.txt"), link("seeds/y.txt", "x.txt")),
        "seeds/y.txt: a link that leads nowhere; ",
    ),
    "a link to nothing": (link("seeds/x.txt", "gone.txt"), "seeds/x.txt: a link that leads nowhere; "),
    "a sidecar that is a link to itself": (link("seeds/reef.yml", "reef.yml"), "seeds/reef.yml: a link that leads nowhere; "),
    "a link below a file": (link("seeds/x.txt", "reef.txt/y"), "seeds/x.txt: a link that leads nowhere; "),
    "a link out of the project": (link("seeds/x.txt", "/etc/passwd"), "seeds/x.txt: a link that leads out of the project"),
    "a link to a device": (link("seeds/x.txt", "/dev/zero"), "seeds/x.txt: a link that leads out of the project isn't"),
    "a link to the folder itself": (link("seeds/x", "."), "seeds/x: a link to a folder isn't followed; "),
    "a link to the project": (link("seeds/x", ".."), "seeds/x: a link to a folder isn't followed; "),
    "a link to the root": (link("seeds/x", "/"), "seeds/x: a link that leads out of the project isn't followed; "),
    "a name with a line break": (file("seeds/a\nb.txt"), "seeds/a\\nb.txt: a name that can't be printed; rename the file"),
    "a name that isn't UTF-8": (file("seeds/\udcff.txt"), "seeds/\\udcff.txt: a name that can't be printed; rename"),
    "a name that turns the line": (file("seeds/\u202etxt.txt"), "seeds/\\u202etxt.txt: a name that can't be printed"),
    "a folder whose name isn't UTF-8": (file("seeds/\udcff/x.txt"), "seeds/\\udcff: a name that can't be printed; rename"),
    "a file without rights": (both(file("seeds/x.txt"), closed("seeds/x.txt")), "seeds/x.txt: left out: can't be read (Perm"),
    "a sidecar without rights": (
        both(file("seeds/reef.yml", "title: a"), closed("seeds/reef.yml")),
        "seeds/reef.yml: left out: can't be read (Permission denied); check the file and its permissions",
    ),
    "a folder without rights": (
        both(file("seeds/sub/x.txt"), closed("seeds/sub")),
        "seeds/sub: can't be read (Permission denied); check the folder and its permissions",
    ),
    "an unclosed quotation mark": (
        file("seeds/x.txt", 'Rain\n\nIt rained, he said: "It is wet here and will be.\n\nThe sun is out.\n'),
        "seeds/x.txt:3: the quotation mark before",
    ),
    "three at once": (
        both(file("seeds/x.txt", ""), file("seeds/y.xyz"), file("seeds/reef.yml", "- a")),
        "seeds/reef.yml:1: left out: a sidecar is a table; ",
    ),
}  # fmt: skip

# What is as good as any other: nothing is said.
FINE: dict[str, Callable[[Path], None]] = {
    "a name of 255 bytes": file(f"seeds/{'x' * 251}.txt", "Rain\n\nIt rained in Lisbon on 2 May 2021.\n"),
    "names that differ in case": both(
        file("seeds/Reef.txt", "Rain\n\nIt rained in Lisbon on 2 May 2021.\n"),
        file("seeds/REEF.TXT", "Snow\n\nIt snowed in Lisbon on 3 May 2021.\n"),
    ),
    "a link inside the project": both(file("notes.txt", "Rain\n\nIt rained.\n"), link("seeds/x.txt", "../notes.txt")),
    "a hidden pipe": pipe("seeds/.x.txt"),
    "an empty folder": folder("seeds/later"),
    "a deep folder": file(f"seeds/{'a/' * 60}x.txt", "Rain\n\nIt rained in Lisbon on 2 May 2021.\n"),
    "an empty corrections.yml": file("corrections.yml", ""),
    "a corrections.yml of comments": file("corrections.yml", "# nothing yet\n"),
    "a day left open": file("seeds/reef.yml", "published: 2024-03-XX"),
    "a month left open": file("seeds/reef.yml", "published: 2024-XX"),
    "all but the year left open": file("seeds/reef.yml", "published: 2024-XX-XX"),
    "a day about which one isn't sure": file("seeds/reef.yml", "published: 2024-03-XX?"),
    "a decade": file("seeds/reef.yml", "published: 198X"),
    "a season": file("seeds/reef.yml", "published: 2024-21"),
    "an interval": file("seeds/reef.yml", "published: 2024-03/2024-05"),
    "an open interval": file("seeds/reef.yml", "published: 2024-03/.."),
    "a list of files that is binary": file("docs/data/generated.txt", bytes(range(256)) * 9),
    "a link for docs/": both(lambda root: (root / "docs").rename(root / "pages"), link("docs", "pages")),
}  # fmt: skip

# What stops the build: nothing is written.
STOPS: dict[str, tuple[Callable[[Path], None], str]] = {
    "no seeds": (gone("seeds"), "seeds: there is no such folder; create it and put the articles in"),
    "seeds empty": (instead("seeds", folder("seeds")), "seeds: there is no article in it; put one there"),
    "seeds with hidden files only": (instead("seeds", file("seeds/.x.txt")), "seeds: there is no article in it; put"),
    "seeds of which nothing is read": (instead("seeds", file("seeds/x.xyz")), "seeds: no article of it can be read; "),
    "seeds is a file": (instead("seeds", file("seeds")), "seeds: this isn't a folder; "),
    "seeds is a link to itself": (instead("seeds", link("seeds", "seeds")), "seeds: "),
    "seeds is a link to nothing": (instead("seeds", link("seeds", "gone")), "seeds: there is no such folder; create"),
    "seeds is a link out of the project": (instead("seeds", link("seeds", "/etc")), "mkdocs.yml: seeds leads out of the"),
    "seeds is a pipe": (instead("seeds", pipe("seeds")), "seeds: this isn't a folder; "),
    "seeds without rights": (closed("seeds"), "seeds: can't be read (Permission denied); check the folder"),
    "corrections.yml is a folder": (instead("corrections.yml", folder("corrections.yml")), "corrections.yml: this isn't an ordinary file; "),
    "corrections.yml is a pipe": (instead("corrections.yml", pipe("corrections.yml")), "corrections.yml: this isn't an ordinary file; "),
    "corrections.yml is a link to itself": (instead("corrections.yml", link("corrections.yml", "corrections.yml")), "corrections.yml: "),
    "corrections.yml is a link to nothing": (instead("corrections.yml", link("corrections.yml", "gone.yml")), "corrections.yml: a link that leads"),
    "corrections.yml out of the project": (instead("corrections.yml", link("corrections.yml", "/etc/passwd")), "mkdocs.yml: corrections leads out"),
    "corrections.yml of 100 MB": (big("corrections.yml", 100_000_000), "corrections.yml: the file has 100,000,000 bytes"),
    "corrections.yml without rights": (
        both(file("corrections.yml", ""), closed("corrections.yml")),
        "corrections.yml: can't be read (Permission denied); check the file and its permissions",
    ),
    "accepted.jsonl is a folder": (folder("accepted.jsonl"), "accepted.jsonl: this isn't an ordinary file; "),
    "accepted.jsonl is a pipe": (pipe("accepted.jsonl"), "accepted.jsonl: this isn't an ordinary file; "),
    "accepted.jsonl is a link to itself": (link("accepted.jsonl", "accepted.jsonl"), "accepted.jsonl: "),
    "accepted.jsonl of 500 MB": (big("accepted.jsonl", 500_000_000), "accepted.jsonl: the file has 500,000,000 bytes"),
    "accepted.jsonl without rights": (
        both(file("accepted.jsonl", ""), closed("accepted.jsonl")),
        "accepted.jsonl: can't be read (Permission denied); check the file and its permissions",
    ),
    "docs is a file": (instead("docs", file("docs")), "docs: "),
    "docs is a link to nothing": (instead("docs", link("docs", "gone")), "docs: "),
    "docs is a link to itself": (instead("docs", link("docs", "docs")), "docs: "),
    "docs out of the project": (instead("docs", link("docs", "/etc")), "mkdocs.yml: docs leads out of the project: "),
    "docs read-only": (both(read_only("docs"), file("seeds/reef.yml", "title: Coral")), "docs/"),
    "a folder where a page goes": (instead("docs/index.md", folder("docs/index.md")), "docs/index.md: "),
    "a file where a folder goes": (instead("docs/articles", file("docs/articles")), "docs/articles: "),
    "a page without rights": (
        both(file("docs/notes.md", "# Mine"), closed("docs/notes.md")),
        "docs/notes.md: can't be read or written (Permission denied); check the folder, its permissions and the disk",
    ),
    "docs/data without rights": (closed("docs/data"), "docs/data/"),
    "a page by hand": (file("docs/quotes.md", "# Mine"), "docs/quotes.md: a file written by hand stands where"),
    "a page that is a link out": (instead("docs/index.md", link("docs/index.md", "/etc/passwd")), "docs/index.md: "),
    "a page that is a link to itself": (instead("docs/index.md", link("docs/index.md", "index.md")), "docs/index.md: "),
    "a page that is a pipe": (instead("docs/index.md", pipe("docs/index.md")), "docs/index.md: "),
    "a folder of docs that leads out": (instead("docs/data", link("docs/data", "/etc")), "docs/data"),
    "templates is a file": (instead("templates", file("templates")), "templates: this isn't a folder; "),
    "templates out of the project": (instead("templates", link("templates", "/etc")), "mkdocs.yml: templates leads out"),
    "a template that is a pipe": (pipe("templates/quotes.md"), "templates/quotes.md: this isn't an ordinary file; "),
    "a template that leads out": (link("templates/quotes.md", "/etc/passwd"), "templates/quotes.md: a link that leads"),
    "a template that is a link to itself": (link("templates/quotes.md", "quotes.md"), "templates/quotes.md: "),
    "a template without rights": (
        both(file("templates/quotes.md", ""), closed("templates/quotes.md")),
        "templates/quotes.md: can't be read (Permission denied); check the file and its permissions",
    ),
    "an asset that is a pipe": (pipe("templates/assets"), "templates/assets: "),
    "an asset that leads out": (
        both(folder("templates/assets"), link("templates/assets/x.svg", "/etc/passwd")),
        "templates/assets/x.svg: a link that leads out of the project isn't followed; ",
    ),
    "an asset without rights": (
        both(file("templates/assets/x.svg", ""), closed("templates/assets/x.svg")),
        "templates/assets/x.svg: can't be read (Permission denied); check the file and its permissions",
    ),
    "two files at once": (
        both(file("corrections.yml", "- a"), file("accepted.jsonl", "hello"), file("seeds/x.txt", "")),
        "accepted.jsonl:1: not a line of JSON; restore the file",
    ),
    "two sections at once": (
        file("corrections.yml", "kinds: {Ana: human}\nslugs: {seeds/reef.txt: a/b}"),
        "corrections.yml:2: `a/b` can't be an address; use small letters",
    ),
}  # fmt: skip
