"""What an editor may paste into corrections.yml, for each thing of a page: YAML, under the key that survives edits.

What is pasted as it stands changes nothing; where a value isn't known it is empty, and refused until it is filled in.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from generator.keys import event_keys, figure_key, quote_key
from generator.model import Article, Briefing, Difference, Entity, Entry, Event, Figure, Utterance
from generator.render.dates import answer, readable
from generator.render.disputes import ask
from generator.render.titles import cut
from generator.words import _

WORDS = 70  # letters of what is said about an entry: one line of a page
OPTION_LETTERS = 60  # of an answer, where it only reminds


def event_offers(events: Iterable[Event], articles: Mapping[str, Article]) -> str:
    """Return an entry for each happening, with its date as it is now."""
    how = _("date, headline (words of its sentence), same or apart (another key), none (why it is none)")
    return _section(f"events: # {how}", (_event(e, articles) for e in events))


def _event(event: Event, articles: Mapping[str, Article]) -> Iterator[str]:
    yield _comment(f"{readable(event.date)}: {event.headline.text}")
    says = {"date": event.date or ""}
    for key in event_keys(event, articles):
        yield _entry(key, says)


def quote_offers(said: Iterable[Utterance], names: Mapping[str, str], articles: Mapping[str, Article]) -> str:
    """Return an entry for each version of what was said, with the speaker as it is now."""
    how = _("speaker, same (the key of another version), none (why it is no quotation)")
    return _section(f"quotes: # {how}", (_quote(u, names, articles) for u in said))


def _quote(utterance: Utterance, names: Mapping[str, str], articles: Mapping[str, Article]) -> Iterator[str]:
    speaker = names.get(utterance.speaker or "", utterance.attribution)
    for version in utterance.versions:
        yield _comment(version.words.text)
        yield _entry(quote_key(version, articles), {"speaker": speaker})


def figure_offers(figures: Iterable[Figure], articles: Mapping[str, Article]) -> str:
    """Return an entry for each figure of an article that is read, with what is read of it now."""
    how = _("value, unit, measure (words of its sentence), period, none (why it is no figure)")
    return _section(f"figures: # {how}", (_figure(f, articles) for f in figures if not articles[f.article].unread))


def _figure(figure: Figure, articles: Mapping[str, Article]) -> Iterator[str]:
    says = {
        "value": None if figure.value is None else f"{figure.value:f}",
        "unit": figure.unit,
        "measure": figure.measure.text if figure.measure else None,
        "period": figure.period.value if figure.period else None,
    }
    yield _comment(figure.text)
    yield _entry(figure_key(figure, articles), {name: value for name, value in says.items() if value})


def difference_offers(differences: Iterable[Difference], briefing: Briefing) -> str:
    """Return for each difference a verdict, with a place for each thing that it must say."""
    how = _("or dismiss, without `holds`: it goes off the pages, and is listed with your reason")
    return _section(f"verdicts: # {how}", (_difference(d, briefing) for d in differences))


def _difference(difference: Difference, briefing: Briefing) -> Iterator[str]:
    options = ", ".join(_quoted(cut(str(answer(r.value)), OPTION_LETTERS)) for r in difference.readings)
    yield _comment(str(ask(difference, briefing)))
    yield f"  {difference.id}:"
    yield f"    holds: # {_('such as {options}, or neither', options=options)}"
    yield f"    because: # {_('what shows it')}"
    yield f"    by: # {_('your name')}"
    yield f"    on: # {_('the day, such as 2025-05-02')}"


def entity_offers(entity: Entity) -> str:
    """Return what changes how an entity was put together."""
    name = _quoted(entity.name)
    others = [*(_quoted(a.text) for a in entity.aliases if a.text != entity.name), _quoted(_("another name"))]
    form = _quoted(_("another form of the name"))
    lines = (
        f"same: # {_('further forms of the name')}",
        f"  {name}: [{form}]",
        f"apart: # {_('never to be joined')}",
        f"  - [{name}, {others[0]}]",
        f"kinds: # {_('person, organisation, place, …, or none: not a name')}",
        f"  {name}: none",
    )
    return "\n".join(lines)


def term_offers(entries: Iterable[Entry]) -> str:
    """Return the editor's own definition of each term that no source defines."""
    bare = (e for e in entries if not e.definitions)
    meaning = _("what it means")
    return _section("definitions:", ((f"  {_quoted(e.term)}: {meaning}",) for e in bare))


def _section(head: str, things: Iterable[Iterable[str]]) -> str:
    """Return a section with its entries; things in the very same sentence (copies of it) have one entry."""
    entries = dict.fromkeys("\n".join(thing) for thing in things)
    return "\n".join((head, *entries)) if entries else ""


def _entry(key: str, says: Mapping[str, str]) -> str:
    return f"  {key}: {{{', '.join(f'{name}: {_quoted(value)}' for name, value in says.items())}}}"


def _comment(text: str) -> str:
    return f"  # {cut(' '.join(''.join(c if c.isprintable() else ' ' for c in text).split()), WORDS)}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
