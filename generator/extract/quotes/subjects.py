"""Who does what a verb says: its subject, looking left."""

from collections.abc import Sequence
from itertools import pairwise

from generator.extract.quotes import phrases
from generator.extract.quotes.phrases import Phrase
from generator.extract.quotes.tokens import Token
from generator.lexicons import wordset

WIDEST = 45  # tokens that an apposition between a subject and its verb has at most
MOST_CLIMBED = 4  # prepositional phrases: an aide of the head of the office of the mayor
MOST_FRONTED = 3  # phrases at the start of a sentence that are passed over before its subject
_RELATIVE = 20  # words of a relative clause without commas: who answered the phone at home and gave no name
_PARTS = wordset("quotes-quantities") | wordset("quotes-indefinite")
DASHES = ("–", "—", "-", "―")


def subject(tokens: Sequence[Token], i: int, first: int, earlier: Sequence[Phrase] = ()) -> Phrase | None:
    """Return the subject of the verb at a token of a sentence that begins at ``first``.

    ``earlier`` holds that of a verb of speech before it that it may hang on.
    """
    j = _before_auxiliaries(tokens, i, first)
    if j < first or tokens[j].text == ":":
        return None
    own = (_absolute(tokens, j, first) or next(iter(earlier), None)) if tokens[i].low.endswith("ing") else None
    return own or _subject_at(tokens, i, j, first)


def _subject_at(tokens: Sequence[Token], i: int, j: int, first: int) -> Phrase | None:
    """Return the subject of a verb before whose auxiliaries the token ``j`` stands."""
    token = tokens[j]
    if token.text in (",", ";", *DASHES) or token.is_a("conj"):
        return _over_comma(tokens, i, j, first)
    if token.low == "to":
        return _of_infinitive(tokens, j, first)
    giver = _giver(tokens, i, j, first) if token.is_kind("source") else None
    if told := giver or (_quoted(tokens, j, first) if token.low == "as" else None):
        return told
    passive = any(t.group and t.group.voice == "passive" for t in tokens[max(first, j - 2) : j])
    sent = (token.is_kind("source") and passive) or token.low in wordset("quotes-displays")
    alone = _is_loose(tokens[i]) and not sent  # all were sent [a memo] stating
    led = token.is_a("prep") or (alone and not tokens[i - 1].is_a("aux", "not", "subject", "wh"))
    found = None if led else phrases.backward(tokens, first, j + 1)
    behind = j + (found is not None)
    whole = main_subject(tokens, first, behind) if found is None or _is_region(tokens, found) else None
    if found is None or (whole and not any(t.group for t in tokens[whole.last : j])):
        return whole  # Ann Lee of Orland University, Salem, told …
    found = _above_relative(tokens, climb(tokens, found, first), first)
    named = _named_before(tokens, found, first)
    parted = i + 1 == len(tokens) or tokens[i + 1].text in (",", ".", *DASHES)  # Ann Lee, the mayor said, is ill
    if named and (tokens[named.first - 1].stretch >= 0 or (first == named.first < named.last - 1 and not parted)):
        return named  # “…,” Ann Lee, the mayor said; Ann Lee, the mayor said that …
    return joined(tokens, found, first)


def _giver(tokens: Sequence[Token], i: int, j: int, first: int) -> Phrase | None:
    """Return who gives what says something: ``when [his wife] released a statement saying``."""
    told = (k for k in range(j, first, -1) if tokens[k].is_a("past") and tokens[k - 1].part not in ("det", "adj"))
    k = next(told, None) if _is_loose(tokens[i]) and tokens[j].low not in wordset("quotes-displays") else None
    return subject(tokens, k, first) if k and getattr(tokens[k].group, "voice", "") != "passive" else None


def _is_loose(token: Token) -> bool:
    """Tell whether a verb in *-ing* hangs on another: ``left, [saying]``, not ``is [saying]``."""
    return token.low.endswith("ing") and not (token.group and token.group.finite)


def _of_infinitive(tokens: Sequence[Token], j: int, first: int) -> Phrase | None:
    """Return who does what stands behind a *to*, unless somebody is able, likely or made to."""
    before = tokens[j - 1]
    if before.group and before.group.voice == "passive":
        return subject(tokens, j - 1, first)  # a viewer was heard to mutter
    able = j > first and (before.part in ("adj", "adv") or before.is_a("object", "person"))
    who = phrases.backward(tokens, first, j)
    if who and who.first > first and tokens[who.first - 1].word.lemma == "be":
        return None  # it is a stretch to say
    if who and before.name and before.name.kind == "person" and tokens[who.first - 1].group:
        return who  # which led Ann Lee to say
    aside = any(a.text == "," and b.part == "ing" for a, b in pairwise(tokens[first:j]))  # left, leading Lee to say
    return None if able or aside else main_subject(tokens, first, j)


def _quoted(tokens: Sequence[Token], j: int, first: int) -> Phrase | None:
    """Return whose words are passed on: ``the mayor quoted [the doctor] as saying``."""
    him = tokens[j - 1].is_a("object", "poss")
    end = j - (tokens[j - 1].text == ",")  # quoted the doctor, Ann Lee, as saying
    found = phrases.Phrase(j - 1, j, "pronoun", j - 1) if him else phrases.backward(tokens, first, end)
    verb = next((t for t in reversed(tokens[first : found.first if found else j]) if t.group), None)
    active = verb is not None and verb.group is not None and verb.group.voice == "active"
    return found if verb and active and verb.word.lemma in wordset("quotes-passing-on") else None


def joined(tokens: Sequence[Token], found: Phrase, first: int) -> Phrase:
    """Return a phrase with those listed before it: ``[Lee and Sato] said``, ``[staff of Acme, Bolt and Core] said``."""
    best, k = found, phrases.before(tokens, found)
    if found.kind not in ("name", "description") or k <= first or tokens[k].low != "and":
        return found
    comma = tokens[k - 1].text == ","
    other = phrases.backward(tokens, first, k - comma)
    while other is not None and other.kind in ("name", "description"):
        k = other.first - 1
        k -= k >= first and tokens[k].part in ("det", "poss")
        if comma and any(t.group for t in tokens[first : k + 1]):
            return best  # It hit Orre, Kelmar, and the board said
        of = k > first and tokens[k].is_a("prep") and not phrases.is_time(tokens[other.first])
        above = phrases.backward(tokens, first, k) if of else None
        if above is not None and tokens[above.head].role:
            return above._replace(last=found.last)
        if phrases.speaks(tokens, other) and phrases.begins_clause(tokens, k + 1, first):
            best = other._replace(last=found.last)
        other = phrases.backward(tokens, first, k) if k > first and tokens[k].text == "," else None
    return best


def _absolute(tokens: Sequence[Token], j: int, first: int) -> Phrase | None:
    """Return the subject of ``– [Ann Lee] saying``, ``recalled [one of her aides] asking``."""
    found = phrases.backward(tokens, first, j + 1)
    found = climb(tokens, found, first) if found and found.kind != "relative" else None
    if found is None or found.first <= first:
        return None
    before = tokens[found.first - 1]
    heard = before.word.lemma in wordset("quotes-hearing") and before.group is not None
    return found if heard or before.text in (",", *DASHES) or before.low in ("with", "and") else None


def _before_auxiliaries(tokens: Sequence[Token], i: int, first: int) -> int:
    """Return the token before a verb's auxiliaries and adverbs: ``[Lee] has also repeatedly said``."""
    j = i - 1
    while j >= first and _helps(tokens, j, first):
        j -= 1
    if j > first and tokens[j].low == "to" and tokens[j - 1].low in wordset("quotes-led-to-speak"):
        return _before_auxiliaries(tokens, j - 1 - (tokens[j - 1].low == "on"), first)
    return j


def _helps(tokens: Sequence[Token], j: int, first: int) -> bool:
    token = tokens[j]
    helps = token.is_a("aux", "not", "adv") or token.part == "adv" or token.low in wordset("quotes-self")
    return helps and not (token.is_capital and j > first)


def _over_comma(tokens: Sequence[Token], i: int, j: int, first: int) -> Phrase | None:
    """Return the subject where a comma or a conjunction stands before the verb."""
    if tokens[j].is_a("conj"):
        return _shared(tokens, j, first)
    if _is_loose(tokens[i]):
        said = subject(tokens, j - 1, first) if tokens[j - 1].speech and tokens[j - 1].part == "verb" else None
        return said or main_subject(tokens, first, j)  # …, and [Lee] left, saying
    return _before_apposition(tokens, j, first) or main_subject(tokens, first, j)


def _shared(tokens: Sequence[Token], j: int, first: int) -> Phrase | None:
    """Return the subject of the verb of speech before a conjunction, of the verb before it, or else the sentence's."""
    for k in range(j - 1, max(first, j - WIDEST) - 1, -1):
        if tokens[k].speech and tokens[k].is_a("firm") and (before := subject(tokens, k, first)):
            return before
    own = next((k for k in range(j - 1, first, -1) if tokens[k].part == "verb"), None)
    doer = subject(tokens, own, first) if own is not None and tokens[own - 1].is_word else None
    return doer if doer and (doer.kind != "relative" or own == j - 1) else main_subject(tokens, first, j)


def _before_apposition(tokens: Sequence[Token], j: int, first: int) -> Phrase | None:
    """Return the phrase that an apposition or a relative clause before the verb belongs to."""
    for k in range(j - 1, max(first, j - WIDEST) - 1, -1):
        if tokens[k].text not in (",", *DASHES):
            continue
        found = phrases.backward(tokens, first, k)
        if found and found.kind in ("name", "description") and not tokens[found.head].text[0].isdigit():
            found = climb(tokens, found, first)
            if phrases.begins_clause(tokens, found.first, first):
                return named_apposition(tokens, found, j) or _named_before(tokens, found, first) or found
    return None


def _named_before(tokens: Sequence[Token], found: Phrase, first: int) -> Phrase | None:
    """Return the person beside whose name a description stands: ``[Ann Lee], the head of the board``."""
    comma = found.first - 1
    told = tokens[found.head].is_kind("person") or tokens[found.first].part == "det"  # Lee, a tall figure, said
    if not told or comma <= first or tokens[comma].text != ",":
        return None
    named = phrases.backward(tokens, first, comma)
    name = tokens[named.head].name if named else None
    return (
        named
        if named and name and name.kind == "person" and phrases.begins_clause(tokens, named.first, first)
        else None
    )


def named_apposition(tokens: Sequence[Token], found: Phrase, end: int) -> Phrase | None:
    """Return the name that stands beside a description: ``her lawyer, [Lee]``, ``Minister of Water, [Lee]``."""
    first = found.last + 1
    name = tokens[end - 1].name
    held = any(t.is_a("person") for t in tokens[found.first : found.last]) and name and name.kind == "person"
    if not (found.kind == "description" or held) or tokens[found.last].text != ",":
        return None
    while (
        first < end and not tokens[first].is_capital and (tokens[first].is_a("det") or phrases.content(tokens[first]))
    ):
        first += 1
    if not 1 <= end - first <= phrases.LONGEST_NAME:
        return None
    named = all(phrases.name_token(tokens, k) and not phrases.is_time(tokens[k]) for k in range(first, end))
    whose = found.last - 1 > found.head and tokens[found.last - 1].is_kind("source")
    if (whose and (not name or name.kind != "person")) or (name and name.kind == "place"):
        return None  # a spokeswoman for the company, Acme Foods; police in Orre, Kelmar
    return phrases.Phrase(first, end, "name", end - 1) if named else None


def beside(tokens: Sequence[Token], found: Phrase, end: int) -> Phrase | None:
    """Return the name behind a description and a comma: ``said one of them, the student [Ann Lee].``."""
    k = found.last + 1
    while k < min(end, found.last + phrases.LONGEST) and (tokens[k].is_a("det") or phrases.content(tokens[k])):
        k += 1
    closed = k >= end or tokens[k].text in (",", ".", ")", *DASHES)
    return named_apposition(tokens, found, k) if closed and found.last < end else None


def climb(tokens: Sequence[Token], found: Phrase, first: int) -> Phrase:
    """Return the phrase with the prepositional ones that belong to it: ``[an aide of the mayor] said``."""
    if tokens[found.head].low in wordset("quotes-days") and tokens[found.first].part == "participle":
        found = phrases.backward(tokens, first, found.first) or found  # a report published Wednesday
    last = found.last
    for _ in range(MOST_CLIMBED):
        k = found.first - 1
        inside = phrases.content(tokens[k]) and not tokens[k].role and tokens[k].part != "number"
        inside = inside or tokens[k].is_a("det", "poss")  # Ann Lee of the GSU
        if k > first and tokens[k - 1].is_a("prep") and inside:
            k -= 1
        if k <= first or not tokens[k].is_a("prep") or tokens[k].low in wordset("quotes-time-prepositions"):
            return found
        while k > first + 1 and (tokens[k - 1].part in ("participle", "adj") or tokens[k - 1].low == "here"):
            k -= 1  # a letter obtained by the paper, people close to the board
        above = phrases.backward(tokens, first, k)
        if above is None or above.kind in ("pronoun", "relative"):
            return found
        if tokens[found.head].low in wordset("quotes-days"):
            found, last = above, above.last  # the bank on Thursday
        elif tokens[above.head].role or tokens[max(above.first, above.head - 1)].is_kind("person"):
            found = above._replace(last=last)  # an official with knowledge of the talks, an official familiar with them
        elif tokens[above.head].low in _PARTS and tokens[found.head].role:
            found = above._replace(last=last, head=found.head)  # a number of voters
        else:
            found = above
    return found


def _above_relative(tokens: Sequence[Token], found: Phrase, first: int) -> Phrase:
    """Return the phrase that a relative clause without commas belongs to: ``[the man] who knew Ann Lee said``."""
    if found.kind in ("pronoun", "relative"):
        return found
    for k in range(found.first - 1, max(first, found.first - _RELATIVE), -1):
        if tokens[k].text == "who" and (k + 1 < found.first or not tokens[found.first].is_capital):
            above = phrases.backward(tokens, first, k)
            return above if above and above.kind in ("name", "description") else found
        if tokens[k].text.endswith(",") or tokens[k].text in (";", *DASHES):
            return found
    return found


def main_subject(tokens: Sequence[Token], first: int, end: int) -> Phrase | None:
    """Return the first noun phrase of a sentence that no preposition governs."""
    i = first
    for _ in range(MOST_FRONTED):
        i = next((k for k in range(i, end) if tokens[k].is_word and not tokens[k].is_a("conj")), end)
        if i >= end:
            return None
        found = None if tokens[i].speech or _fronted(tokens[i]) else phrases.forward(tokens, i, end)
        region = found and first < i and found.last < end and tokens[found.last].text == ","
        region = region and found and _is_region(tokens, found)
        if found and not region and not phrases.is_time(tokens[found.head]):
            return beside(tokens, found, end) or found
        if tokens[i].part == "adv" and i + 1 < end and tokens[i + 1].is_capital:
            pass  # Then Lee, in a white shirt, rose
        elif found or _fronted(tokens[i]):
            comma = next((k for k in range(i, end) if tokens[k].text == ","), None)
            told = found is not None and any(t.group and t.group.finite for t in tokens[found.last : comma])
            if comma is None or told:
                return None  # Three weeks ago the miners met the mayor, Ann Lee
            i = comma
        i += 1
    return None


def _is_region(tokens: Sequence[Token], found: Phrase) -> bool:
    """Tell whether a place only says where another or a body is: ``at an event in Salem, [New Hampshire], Lee``."""
    name, other = (tokens[k].name for k in (found.head, found.first - 2))
    return tokens[found.first - 1].text == "," and name is not None and name.kind == "place" and other is not None


def _fronted(token: Token) -> bool:
    if token.named or token.low in ("that", "united"):
        return False
    past = token.low.endswith("ed") and not token.low.endswith("eed")
    return token.is_a("prep", "sub", "adv", "wh") or token.low.endswith(("ly", "ing")) or past
