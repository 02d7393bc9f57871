"""What somebody is said to have said without quotation marks: ``Lee said that …``, ``…, according to Lee``."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.extract.quotes import phrases
from generator.extract.quotes.attribution import Attribution, according, attributed
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.endings import clause_end, is_clause, news_end, phrase_end, turn
from generator.extract.quotes.paragraph import Paragraph
from generator.extract.quotes.spoken import has_spoken, speaks
from generator.extract.quotes.subjects import DASHES, climb
from generator.extract.quotes.tokens import Token
from generator.lexicons import wordset

# how far behind a verb of speech ``that`` may stand: told reporters in the capital on Monday that
THAT_REACH = 12
# how many words may follow an attribution that closes a sentence: he said in an interview with the paper on Monday
AFTER_REACH = 16
SHORTEST = 3  # words of a statement; fewer say nothing

_OTHER_VERB = ("ing", "verb", "base", "break")  # wrote to ask for a pledge that: not what was written


class Said(NamedTuple):
    """A reported statement as a token range, with its attribution; ``negative`` where somebody declined to say it."""

    first: int
    end: int
    by: Attribution
    negative: bool = False


def find_reported(paragraph: Paragraph) -> Iterator[Said]:
    """Yield the statements that the sentences of a paragraph report, in text order."""
    for first, end in paragraph.sentences:
        tokens = paragraph.tokens
        last = end
        while last > first and tokens[last - 1].text in (".", "!", "?", "…", "...", ";", ")"):
            last -= 1
        found = list(_in_sentence(tokens, paragraph.cues_in(first, last), first, last))
        yield from sorted(found or _according(tokens, first, last))


def _in_sentence(tokens: Sequence[Token], known: Sequence[Cue], first: int, end: int) -> Iterator[Said]:
    taken = told = first
    outer = (said for cue in known[:0:-1] if cue.verb.is_a("firm") and (said := _before(tokens, cue, first, end)))
    comma = max((said.end for said in outer), default=end)  # Lee said that …, the paper reported
    for cue in known:
        if cue.first < taken or cue.passive or not (cue.verb.is_a("firm") or cue.verb.is_a("declinable")):
            continue
        if not (cue.verb.denied or has_spoken(tokens, cue, first)):
            continue
        last = turn(tokens, known, cue, comma if cue.first < comma else end)
        for rule in (_declined,) if tokens[cue.first].denied else (_declined, _that, _object, _before):
            said = rule(tokens, cue, first, last)
            if said and said.end - said.first >= SHORTEST and _unquoted(tokens, said):
                if said.negative and said.first < told and said.by.subject.kind != "pronoun":
                    break  # what Lee said that the firm doesn't comment on is Lee's
                last = min(told, said.end) if said.negative and said.first < told else said.end
                said = said._replace(first=said.first + (tokens[said.first].text == ","), end=last)
                taken, told = max(said.first, said.by.cue[1]), said.end
                yield said
                break


def _unquoted(tokens: Sequence[Token], said: Said) -> bool:
    """Tell whether the statement is whole and more than a quotation, which is found as one, and leads to none."""
    inner = tokens[said.first : said.end]
    cut = (
        inner[0].low == "which"
        or inner[-1].low in ("which", "who", "whose")
        or (inner[-1].group and inner[-1].is_a("aux") and said.by.rule != "reported")
    )
    leads = any(a.text == ":" and (b.stretch >= 0 or b.part == "quote") for a, b in pairwise(inner))
    leads = leads or phrases.is_shouted(inner)
    return inner[0].stretch < 0 and not (leads or cut) and sum(t.is_word for t in inner) >= SHORTEST


def _that(tokens: Sequence[Token], cue: Cue, first: int, end: int) -> Said | None:
    """Find ``Lee told the council on Monday that …`` and ``Lee said the council …``."""
    states = cue.verb.is_a("firm") and cue.verb.is_a("says", "tells")
    if cue.subject is None or not states or not speaks(tokens, cue):
        return None
    before = tokens[max(cue.subject.first, first + 2) - 2 : cue.subject.first] if cue.subject.first > first else ()
    lost = before and (before[-1].part == "rel" or (before[-1].low == "that" and before[0].part == "noun"))
    if tokens[min(cue.last, end - 1)].low == "you" or lost:
        return None  # the film, which Lee says she made: what is said has lost its object
    start = _that_clause(tokens, cue, end)
    link = tokens[cue.first - 1]
    apart = cue.verb.form == "ing" and link.is_a("prep") and link.low != "by"  # apart from adding sites they trust
    if start is None and cue.verb.is_a("says-bare") and not (cue.inverted or apart):
        plain = _past_time(tokens, _past_hearer(tokens, cue, end), end)
        start = plain if is_clause(tokens, plain, end) else None
    if start is None or start >= end:
        return None
    return Said(start, clause_end(tokens, cue, start, end), attributed(cue, cue.subject, "reported"))


def _that_clause(tokens: Sequence[Token], cue: Cue, end: int) -> int | None:
    """Return where the clause behind ``that`` begins."""
    if cue.last < end and tokens[cue.last].low in ("for", "of"):
        return None  # asked for a pledge that
    told = cue.verb.is_a("tells")
    for k in range(cue.last, min(end - 1, cue.last + THAT_REACH)):
        token = tokens[k]
        if token.low == "that":
            hearer = told and k == _past_hearer(tokens, cue, end)
            head = tokens[tokens[k + 1].phrase[1] - 1]
            noun = tokens[k + 1].part == "noun" and not (head.is_kind("plural") or is_clause(tokens, k + 1, end))
            others = noun or tokens[k - 1].is_a("conj", "sub") or (token.part == "rel" and not hearer)  # … and that
            return None if others else k + (not tokens[k + 1].is_a("aux"))  # said that is over
        timed = token.is_a("prep", "adv") or phrases.is_time(tokens[max(k, token.phrase[1] - 1)])  # said last week that
        if k == cue.last and token.is_word and not (told or timed):
            return None
        if token.stretch >= 0 or token.is_a("wh", "aux", "not") or token.part in _OTHER_VERB:
            return None
    return None


def _past_hearer(tokens: Sequence[Token], cue: Cue, end: int) -> int:
    """Return where the words behind ``told reporters`` begin."""
    if cue.verb.word.lemma not in wordset("quotes-telling"):
        return cue.last
    hearer = phrases.forward(tokens, cue.last, end)
    return hearer.last if hearer else cue.last + (cue.last < end and tokens[cue.last].is_a("object"))


def _past_time(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where the words behind ``on Monday``, ``Monday`` or ``in a statement`` begin."""
    k = tokens[start + 1].phrase[1] if start + 1 < end and tokens[start].low == "in" else start
    if start + 1 < k < end and tokens[k - 1].is_a("source"):
        return k
    if start + 1 < end and tokens[start].is_a("prep") and tokens[start + 1].low in wordset("quotes-days"):
        return start + 2
    return start + 1 if start < end and tokens[start].low in wordset("quotes-days") else start


def _before(tokens: Sequence[Token], cue: Cue, first: int, end: int) -> Said | None:
    """Find ``The dam is safe, Lee told a meeting on Monday`` and ``The dam is safe, said Lee``."""
    if not cue.verb.is_a("says-bare") or end - cue.last > AFTER_REACH or cue.verb.form == "ing":
        return None
    behind, subject = cue.inverted, cue.subject
    if subject is None or not speaks(tokens, cue):
        return None
    comma = cue.first - 1 if behind else phrases.before(tokens, subject)
    comma -= tokens[comma].low == "as" and comma > first  # …, as the paper has reported
    held = phrases.backward(tokens, first, comma) if comma > first and not behind else None
    held = held and climb(tokens, held, first)
    if held and tokens[held.head].is_kind("person") and tokens[phrases.before(tokens, held)].text.endswith(","):
        comma = phrases.before(
            tokens, held
        )  # The dam is safe, the keeper, Ann Lee, said; “safe,” the keeper, Lee, said
    quoted = comma > first and tokens[comma].stretch >= 0 and tokens[comma].text.endswith(",")  # “safe,” Lee said
    quoted = quoted and tokens[comma - 1].text not in (":", ",")
    comma += quoted
    if comma <= first or not (quoted or tokens[comma].text == ",") or tokens[comma - 1].is_a("conj", "det", "sub"):
        return None  # the speaker stands inside it: a bank account and, Lee said, …
    after = tokens[last] if not behind and (last := _past_hearer(tokens, cue, end)) < end else None
    led = after and after.text in (",", ":") and any(t.stretch >= 0 for t in tokens[last + 1 : last + 2])
    if led or (after and after.low == "about"):
        return None  # in May, Lee told the paper, “…”
    if after and not (after.is_a("prep", "adv") or after.text in (",", *DASHES) or phrases.is_time(after)):
        return None
    fronted = tokens[first].is_a("prep", "sub")
    start = next((k for k in range(first, comma) if tokens[k].text == ","), comma) if fronted else first
    told = any(t.part == "verb" for t in tokens[start:comma])
    return Said(first, comma, attributed(cue, subject, "reported before")) if told else None


def _object(tokens: Sequence[Token], cue: Cue, first: int, end: int) -> Said | None:  # noqa: ARG001
    """Find ``Lee stressed the need for …``, ``Lee called on the towns to …``, ``Lee denied …``."""
    if not cue.verb.is_a("says-object") or cue.verb.form in ("ing", "base"):
        return None
    if cue.subject is None or not speaks(tokens, cue) or cue.last >= end:
        return None
    if cue.verb.word.lemma in ("call", "appeal", "warn") and tokens[cue.last].low not in ("for", "on", "of", "against"):
        return None
    start = _past_time(tokens, cue.last, end)
    if start < end and cue.verb.word.lemma == "call" and tokens[start].low == "on":
        start += 1  # what follows says who is to do what
    if start >= end - 1 or not tokens[start].is_word or tokens[start].low == "any":
        return None  # who denies any part in it says nothing of a part
    opening, behind, verb = *tokens[start : start + 2], cue.verb.word.lemma
    owned = next((k for k in range(start, min(start + 4, end - 1)) if tokens[k].part == "genitive"), start)
    mentioned = tokens[owned + 1].low in wordset("quotes-wordings")  # repeated [Lee's] words
    hearer = opening.low == "to" and behind.part != "base"  # told to him
    calls = cue.verb.is_a("calls") or verb == "warn"  # called for; but: all that Lee announced for May
    stray = opening.part in ("verb", "break") or phrases.begins_with_verb(tokens, start)
    stray = stray or (opening.is_a("prep") and not calls) or (opening.low == "it" and behind.part not in ("verb", "to"))
    asked = verb in ("deny", "demand") and tokens[opening.phrase[1] - 1].word.lemma in wordset("quotes-asked")
    asked = asked or (verb in ("express", "voice") and all(t.low != "that" for t in tokens[start:end]))  # their support
    if mentioned or hearer or stray or asked:
        return None  # the court denied the motion
    last = phrase_end(tokens, start, clause_end(tokens, cue, start, end), cue.subject.kind == "relative")
    last = news_end(tokens, start, last) if verb == "announce" else last
    return Said(start, last, attributed(cue, cue.subject, "reported"))


def _declined(tokens: Sequence[Token], cue: Cue, first: int, end: int) -> Said | None:
    """Find ``Lee did not say whether …``, ``Lee declined to comment on …``."""
    group = cue.verb.group
    if cue.verb.form != "base" or not cue.verb.is_a("declinable") or group is None or not speaks(tokens, cue):
        return None
    before = tokens[max(group.first - 1, first)]
    refused = before.is_a("denies") and before.part != "noun" and tokens[group.first].low == "to"
    negated = group.finite and any(t.is_a("not") for t in tokens[group.first : cue.first])
    if cue.subject is None or not (refused or negated):
        return None
    return Said(group.first - refused, end, attributed(cue, cue.subject, "declined"), negative=True)


def _according(tokens: Sequence[Token], first: int, end: int) -> Iterator[Said]:
    """Find ``According to Lee, the dam …`` and ``The dam …, according to Lee``."""
    by = according(tokens, first, end)
    if by is None or by.subject.kind == "pronoun":
        return
    i = by.cue[0]
    comma = next((k for k in range(by.subject.last, end) if tokens[k].text == ","), None)
    led = i == first or not any(t.part == "verb" for t in tokens[first:i])  # In the meantime, according to Lee, …
    if led and comma is not None and comma + 1 < end:
        headless = tokens[comma + 1].part == "verb"  # The deal, according to Lee, will save jobs
        said = Said(first if headless else comma + 1, end, by)
    elif i > first and not led and tokens[i - 1].text == "," and not tokens[first].is_a("sub"):
        said = Said(first, i - 1, by)
    else:
        return
    told = any(t.part == "verb" for t in tokens[said.first : said.end])
    if told and said.end - said.first >= SHORTEST and _unquoted(tokens, said):
        yield said
