"""What a figure measures: the words of the sentence, before it or behind it, that say it."""

from generator.extract.figures.change import direction, modifier
from generator.extract.figures.phrases import Quantity
from generator.extract.figures.sentence import CHANGES, OWNERS, Counted, phrase_at, plural, run, with_another
from generator.lexicons import listed, wordset
from generator.text import Word
from generator.text.words import HYPHENS

Words = tuple[int, int]
"""The first token of a phrase and the one after its last."""

_REACH = 10  # tokens between a verb and its figure (``rose by more than an estimated``)
_JOINERS = wordset("measure-joiners")
_LOOSE = frozenset(("just", "estimated", "total", "combined", "record", "whopping", "staggering"))
_NO_MEASURE, _NO_NOUNS = wordset("measure-no-measure"), wordset("measure-no-nouns")
_DETERMINERS = wordset("measure-determiners")


def subject(s: Counted, first: int) -> Words | None:
    """Return what the verb before ``first`` is about: its object (``raised [its rate] by``), or its subject."""
    tokens = s.tokens
    for back in range(first - 1, max(-1, first - 1 - _REACH), -1):
        low = tokens.words[back].low
        if tokens.words[back].shape == "mark" and tokens.words[back].low not in (*HYPHENS, "–", "--", *OWNERS):
            return None
        noun = tokens.word(back - 1).low in _DETERMINERS or tokens.word(back + 1).low == "of"
        if low == "up" and tokens.low(back + 1) == "to":
            continue  # would buy back up to
        if tokens.parts[back] in ("that", "sub", "rel") or low == "with":
            return None  # an allegation that $500 was paid
        if s.ties(back) and not noun:
            return _object(s, back, first) or _left(s, back - 1, nearest=low == "worth")
        if s.acts(back) and not s.estimates(back):
            return None  # "was arrested for helping to steal $5,000"
        between = tokens.words[back + 1 : first] if low == "of" else ()  # nothing but bounds and articles
        direct = all(t.low in listed("figures-stops") or t.low in _LOOSE for t in between)
        if low == "of" and back and tokens.words[back - 1].low not in wordset("measure-sums") and direct:
            return _summed(s, back - 1, first)
    return None


def _summed(s: Counted, noun: int, first: int) -> Words | None:
    """Return what a sum with *of* is: ``[exports] of $5 billion``; of a change, what changed."""
    if s.tokens.words[noun].low not in CHANGES or s.tokens.words[noun].low in wordset("change-not-money"):
        return _left(s, noun, nearest=True)
    return (subject(s, noun) if first - noun <= _REACH else None) or modifier(s, noun)


def _object(s: Counted, verb: int, first: int) -> Words | None:
    """Return what stands between a verb and the *by*, *to*, *from* or *at* that leads to the figure."""
    links = [k for k in range(verb + 1, first) if s.tokens.words[k].low in ("by", "to", "from", "at")]
    links = links or [k for k in (first - 1,) if s.tokens.low(k) == "for"]
    if not links or s.tokens.words[verb + 1].shape != "word" or links[0] == verb + 1:
        return None
    begin, end = _trimmed(s, verb + 1, next((k for k in range(verb + 1, links[0]) if k in s.days), links[0]))
    plain = all(t.shape == "word" or t.low in (*HYPHENS, *OWNERS) for t in s.tokens.words[begin:end])
    plain = plain and end > begin and s.tokens.parts[end - 1] in ("noun", "name")
    return (begin, end) if plain else None


def _left(s: Counted, k: int, *, again: bool = False, nearest: bool = False) -> Words | None:
    """Return the noun phrase that ends at or before token ``k``; ``nearest`` begins it at its last article."""
    tokens = s.tokens
    while k >= 0 and (k in s.days or s.ties(k) or tokens.parts[k] == "adv" or tokens.low(k) in _SKIPPED):
        k -= 1
    if k >= 0 and tokens.words[k].low in ("which", "that", "who") and not again:
        comma = k - 2 if tokens.word(k - 1).text == "," else k - 1
        return _left(s, comma, again=True) if comma >= 0 else None
    found = phrase_at(tokens, k) if k >= 0 else None
    if found is None or k in s.numbers or k in s.begun:
        return None  # the second of 25,000
    first, begin, end = found.first, found.core, k + 1
    first -= tokens.parts[first - 1] == "ing" and tokens.low(first - 2) in _JOINERS  # the price of milling wheat
    if not nearest:
        first, begin = _widened(s, first, begin)
    if tokens.parts[first - 1] == "rel" and not again:
        return _left(s, first - 1)  # the barn, which the town had valued at $5,000
    begin -= begin > 0 and tokens.low(begin) in HYPHENS and tokens.near(begin, 0)  # [half]-year sales
    while tokens.low(begin - 1) in HYPHENS and tokens.near(begin, 0):
        begin -= 2  # a heart-shaped cloud
    begin, end = _trimmed(s, _gerund(s, begin, first), end)
    if tokens.low(found.first) in ("a", "an") and found.first - 1 in s.numbers:
        return None  # rose $2.50 a share to
    told = (k for k in range(begin, end) if tokens.parts[k] in ("noun", "name"))
    whole = tokens.low(found.first) == "the" and tokens.low(found.first - 1) != "in"  # the order, not "in order"
    if any(k in s.numbers for k in range(begin, end)) or (end == begin + 1 and tokens.low(begin) in _EMPTY):
        return None  # 300 people were feared dead and 15,000 were left homeless
    content = any(tokens.low(k) not in listed("figures-stops") and (whole or not weak(tokens.low(k))) for k in told)
    named = whole and tokens.parts[end - 1] == "adj" and end == k + 1  # the fine
    return (begin, end) if content or (named and begin < end) else None


def _widened(s: Counted, first: int, begin: int) -> Words:
    """Return where a phrase and its words begin with those before it that a preposition joins to it."""
    tokens = s.tokens
    while tokens.low(first - 1) in _JOINERS and (above := phrase_at(tokens, first - 2)):
        numbered = any(i in s.numbers for i in range(above.first, above.end))
        if above.kind == "pronoun" or numbered:
            break  # said nothing of the contract, 12 bees with tags
        first, begin = above.first, above.core
    return first, begin


def _gerund(s: Counted, begin: int, first: int) -> int:
    """Return where a phrase begins with the gerund before it: ``[operating] profit``, ``[spending] per pupil``."""
    k = first - 1 - (s.tokens.low(first - 1) in _JOINERS)
    named = k == 0 and s.tokens.parts[first] == "det" and s.tokens.low(k).endswith("ing")  # Infilling the dock
    opens = named or (k >= 0 and s.tokens.parts[k] == "ing" and (k == 0 or s.tokens.parts[k - 1] in _BEFORE_GERUND))
    return k if opens else begin


_BEFORE_GERUND = ("det", "poss", "adj", "comma", "conj", "break", "that", "sub")


def weak(word: str) -> bool:
    """Tell whether a word can't be a measure by itself: an adverb, a participle, the *fact* of *in fact*."""
    return word in _NO_MEASURE or (word.endswith(("ed", "ly", "ing")) and word not in wordset("measure-ly-words"))


def _trimmed(s: Counted, begin: int, end: int) -> Words:
    """Return a phrase without the articles, adverbs and signs at its ends."""
    tokens = s.tokens
    while begin < end and (_loose(tokens.words[begin]) or tokens.words[begin].low.endswith("ly") or _dates(s, begin)):
        begin += 1
    while end > begin and (_loose(tokens.words[end - 1]) and tokens.words[end - 1].low not in OWNERS):
        end -= 1
    return begin, end


def _dates(s: Counted, i: int) -> bool:
    """Tell whether a token only says when, unlike in ``half-year sales``."""
    return i in s.days and s.tokens.low(i + 1) not in HYPHENS


def _loose(token: Word) -> bool:
    return token.low in wordset("measure-trim") or token.shape == "mark"


_EMPTY = wordset("measure-empty")
_SKIPPED = wordset("measure-skipped")
_BEFORE_COUNTED = wordset("measure-before-counted")
_PERIODS = wordset("measure-periods")
_SUMS_FOLLOW = frozenset(("of", "by", "from"))  # before a sum of what is named before it: exports of $5 billion


def after(s: Counted, q: Quantity) -> Words | None:
    """Return the noun phrase right behind a count: ``45 [bilateral cooperation documents]``."""
    tokens = s.tokens
    k = q.after
    if tokens.word(k).text in HYPHENS and tokens.word(k + 1).low in ("odd", "plus"):
        k += 2  # 300-odd guests
    elif tokens.word(k).text in HYPHENS and tokens.word(k + 1).shape == "word" and not tokens.word(k + 1).closed:
        if tokens.word(k + 1).low != "strong":
            return k + 1, k + 2  # a 300-seat hall
        crew = run(tokens, k + 2)
        return (k + 2, _with_of(s, crew)) if crew > k + 2 else None  # the 40-strong crew of the ferry
    while tokens.word(k).low in _BEFORE_COUNTED or (tokens.low(k - 1) == "of" and tokens.low(k) == "them"):
        k += 1
    k += tokens.parts[k : k + 1] == ("adj",) and k + 1 in s.begun
    if k in s.begun and k > q.after and tokens.word(q.after).low == "of":
        k = s.begun[k].after  # two of its nine plants, 11 of their last 12 matches
    if tokens.low(k) == "magnitude":
        return k, k + 1  # a 6.1 magnitude quake hits
    end = _undated(s, k, run(tokens, k))
    if plural(tokens.word(end).text) and not any(plural(t.text) for t in tokens.words[k:end]):
        end += 1  # two bank checks: a number asks for a plural, whatever else the word may be
    head = next((e for e in range(end - 1, k - 1, -1) if plural(tokens.words[e].text)), None)
    if head is None or tokens.words[head].low in _PERIODS or tokens.low(head + 1) in ("ago", "earlier", "later"):
        return None
    return k, _with_of(s, head + 1 if head + 2 in s.numbers else with_another(s.tokens, head + 1))


def _of_verb(s: Counted, i: int) -> bool:
    """Tell whether an *of* belongs to the verb: ``was accused by two women [of] theft``."""
    verb = s.tokens.verb_of(i)
    if verb is None or s.tokens.words[verb.head].lemma not in wordset("measure-of-verbs"):
        return False
    return all(s.tokens.low(k) != "of" or k - 1 in s.numbers for k in range(verb.end, i))


def _undated(s: Counted, first: int, end: int) -> int:
    return next((e for e in range(first, end) if e in s.days), end) if s.days else end


def _with_of(s: Counted, end: int) -> int:
    """Add ``of diplomatic relations`` to a head noun."""
    tokens = s.tokens
    if tokens.word(end).low != "of" or not tokens.near(end) or _of_verb(s, end):
        return end
    k = end + 1
    while tokens.word(k).low in ("the", "its", "their", "a", "an"):
        k += 1
    stop = run(tokens, k)
    if tokens.low(stop - 2) in HYPHENS and tokens.parts[stop : stop + 1] == ("ing",):
        stop = max(stop + 1, run(tokens, stop + 1))  # first-degree falsifying business records
    return end if stop <= k else stop


def noun(s: Counted, q: Quantity) -> Words | None:
    """Return the noun that money or a share stands before: ``a $5 million [fine]``, ``an 8% [stake]``."""
    tokens = s.tokens
    k = q.after + 1 if tokens.word(q.after).text in HYPHENS else q.after
    k = k + 3 if tokens.low(k) == "a" and tokens.low(k + 1) in HYPHENS else k  # a $45-a-share offer
    k = k + 1 if tokens.word(k).low == "such" else k
    end = run(tokens, k) if tokens.low(k) not in _NO_NOUNS else k
    end = end if q.kind == "ordinal" else _undated(s, k, end)  # "75th anniversary" is a date as well
    end = next((e for e in range(k, end) if tokens.low(e) in OWNERS and q.kind == "quantity"), end)  # 6-foot Lee's bed
    return (k, _with_of(s, end)) if end > k else None


_LINKS = {"money": ("of", "in", "for", "on"), "quantity": ("of",)}  # "205 yards in the game" measures no game


def inside(s: Counted, q: Quantity) -> Words | None:
    """Return what follows *of*, *in* or *worth of*: ``45 percent of [voters]``, ``$3 million in [damages]``."""
    tokens, k = s.tokens, q.after
    if tokens.low(k) == "(" and (other := s.begun.get(k + 1)):
        k = other.after + 1  # $7m (£5m) in funding
    if tokens.word(k).low == "worth" and tokens.word(k + 1).low == "of":
        k += 1
    link = tokens.word(k).low
    if q.kind == "share" and link in _DETERMINERS:
        k, link = k - 1, "of"  # half the town
    changed = ("of", "in", "for") if direction(s, q) or q.kind not in ("percent", "points") else ("of",)
    if link not in _LINKS.get(q.kind, changed) or tokens.low(k + 1) in ("each", "every"):
        return None  # $5 for each man
    k, end = _noun_from(s, k + 1)
    if tokens.low(k) in _NO_NOUNS or (link == "in" and f"{tokens.low(end - 1)}s" in _PERIODS):
        return None  # hundreds of dollars in cash, in a quarter
    end = _with_of(s, end)
    if end == k and tokens.low(k).endswith("ing") and tokens.word(k + 1).part in ("prep", "conj", "comma", "stop", ""):
        end = k + 1  # $7 million in funding from
    named = all(t.text[:1].isupper() for t in tokens.words[k:end] if t.shape == "word")
    named = named or (not tokens.low(k).endswith("ing") and all(weak(t.low) for t in tokens.words[k:end]))
    summed = any(i in s.numbers for i in range(k, end))  # lost $3 million on sales of $90 million
    summed = summed or (link == "for" and end > k and "person" in tokens.words[end - 1].kinds)  # $20 for buyers
    return None if end <= k or summed or (link != "of" and named) else (k, end)


def _noun_from(s: Counted, k: int) -> Words:
    """Return the noun phrase behind a preposition, without its articles and up to a date."""
    while s.tokens.word(k).low in _DETERMINERS | {"all", "such"}:
        k += 1
    told = s.begun.get(k)
    k = told.after if told and told.kind == "count" else k  # 90 percent of the 288 candidates
    return k, _undated(s, k, run(s.tokens, k))


def attributive(s: Counted, q: Quantity, first: int) -> Words | None:
    """Return the noun behind a figure with an article, or a plural: ``a $5m [fine]``, ``2% [bonds]``."""
    found = noun(s, q)
    if found is None or s.tokens.words[found[1] - 1].low in CHANGES:
        return None
    before = s.tokens.word(first - 1)
    led = before.low in _DETERMINERS or (before.part == "prep" and before.low not in _SUMS_FOLLOW)
    return found if led or plural(s.tokens.words[found[1] - 1].text) else None
