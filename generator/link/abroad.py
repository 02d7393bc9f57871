"""Articles in other languages ──▶ the names in them that stand in the same form in an article that was read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.link.sets import gathered
from generator.model import Briefing, Findings, Name

SHORTEST = 4  # letters of a single word; shorter ones are words of some language
ACRONYM = 3  # letters

_WORD = re.compile(r"[^\W\u3040-\u9fff\uac00-\ud7a3]+")  # scripts without spaces part the words of others


def find_same_names(briefing: Briefing) -> Briefing:
    """Add the names of read articles to those that weren't read, where the same words stand in the same form."""
    if not any(f.article.unread for f in briefing.findings):
        return briefing
    known = _known(briefing)
    findings = tuple(
        replace(f, names=(*f.names, *_found(f, known))) if f.article.unread else f for f in briefing.findings
    )
    return replace(briefing, findings=findings)


def _known(briefing: Briefing) -> Mapping[str, Sequence[Name]]:
    """Return the names that can be told in any language, one for each form, by their first words, the longest first."""
    forms: dict[str, Name] = {}
    for name in (n for f in briefing.findings for n in f.names):
        if _can_be_told(name):
            best = forms.setdefault(name.text, name)
            forms[name.text] = max(best, name, key=lambda n: n.support)
    ordered = sorted(forms.items(), key=lambda item: (-len(item[0]), item[0]))
    return gathered((first[0], name) for text, name in ordered if (first := _WORD.match(text)))


def _can_be_told(name: Name) -> bool:
    """Tell whether a form is a name wherever it stands: several words, an acronym, a person's or place's long one."""
    if name.form not in ("name", "acronym") or name.kind not in ("person", "organisation", "place"):
        return False
    if len(name.text.split()) > 1:
        return True
    if name.text.isupper():
        return len(name.text) >= ACRONYM
    return name.kind != "organisation" and len(name.text) >= SHORTEST and name.text[0].isupper()


def _found(findings: Findings, known: Mapping[str, Sequence[Name]]) -> Iterator[Name]:
    article, end = findings.article, 0
    for word in _WORD.finditer(article.text):
        if word.start() < end or article.sentence_at(word.start()) is None:
            continue
        name = next((n for n in known.get(word[0], ()) if _stands(article.text, n.text, word.start())), None)
        if name is None:
            continue
        end = word.start() + len(name.text)
        at = article.at(word.start(), end)
        if not any(n.span.meets(at["span"]) for n in findings.names):
            because = "the same words are a name in another article"
            yield replace(name, **at, titles=(), rule="same form", because=because)


def _stands(text: str, form: str, start: int) -> bool:
    end = start + len(form)
    return text.startswith(form, start) and not _WORD.match(text, end)
