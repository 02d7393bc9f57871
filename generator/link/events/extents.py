"""A clause ──▶ the part of it that tells the happening: with its subject, without what leads in and hangs on."""

from collections.abc import Iterable

from generator.link.events.words import Act, Word
from generator.text import lemmas
from generator.text.clauses import Clause

# A headline longer than this is cut at an aside, if there is one.
LONG = 18
# A clause that says which one is meant is told with it up to so many words in all.
MOST_WORDS = 40
# How many words after a light verb its noun may stand: "paid a three-day state visit".
NOUN_REACH = 7

# How many words whom somebody receives may take: "received the new Peruvian envoy".
RECEIVED = 6
# How many words a length of time before a subordinate clause may take, with its comma.
SPAN_WORDS = 4
APPOSED = 2
"""Commas before a verb that enclose what a place in front of it is."""
PHRASE = frozenset(("noun", "name", "det", "poss", "genitive", "number", "gerund", "participle", "base"))
_SUBJECT = frozenset(("name", "noun", "pron", "number", "poss"))
_JUNK = frozenset(("mark", "quote", "comma", "break", "conj", "that", "adv", "open", "close", "sub"))
_LEADS = frozenset(("prep", "gerund", "date", "to", "participle"))
# What belongs to the verb before it: "was called off", "broke out".
PARTICLES = frozenset(("off", "out", "up", "down", "away", "around"))
_TAIL = frozenset(("prep", "to", "det", "mark", "comma", "break", "conj", "sub", "that", "open", "rel"))
_ACTING_KINDS = frozenset(("disaster", "accident"))  # a storm or a crash is what happens, whatever its verb
_DUE = frozenset(("due", "likely", "about", "poised", "slated", "set", "bound"))
_CATENATIVE = frozenset(("agree", "decide", "start", "begin", "move", "vote"))
_LOOSE_END = frozenset(("prep", "to", "det", "poss", "mark"))
_AFTER = frozenset(("prep", "to", "det", "poss", "noun", "name", "genitive", "number"))
_ON = ("noun", "name", "base", "gerund", "verb", "in-verb")


def act_of(words: tuple[Word, ...], clause: Clause) -> Act | None:
    """Return the act of a clause: of its verb, or of the noun beside a light verb (``paid a visit``)."""
    head = words[clause.verb.head]
    first = antecedent(words, clause.start) if clause.opener == "rel" else clause.start
    noun = _first_act(words, range(clause.verb.head + 1, min(clause.verb.head + NOUN_REACH, clause.end)))
    subject = _first_act(words, range(clause.verb.first - 1, first - 1, -1))
    if clause.opener == "rel" and head.act is None:
        return subject or noun
    if subject and subject.kind in _ACTING_KINDS:
        return subject
    own = None if _takes_a_thing(words, clause) else head.act
    if not head.base or head.base in lemmas("light"):
        return _expected(words, clause) or noun or subject or own
    return _promised(words, clause) or own or noun


def _takes_a_thing(words: tuple[Word, ...], clause: Clause) -> bool:
    """Tell ``received 2.3 million euros``, ``welcomed the plan`` from ``received the envoys``."""
    behind = words[clause.verb.head + 1 : clause.verb.head + RECEIVED]
    guests = (w.part == "name" or "person" in w.parts for w in behind)
    act = words[clause.verb.head].act
    return act is not None and act.name == "welcome" and clause.verb.voice == "active" and not any(guests)


def _expected(words: tuple[Word, ...], clause: Clause) -> Act | None:
    """Return the act of *arrive* in ``is due to arrive``, ``is expected to arrive``."""
    at = clause.verb.head + 1
    at += any(w.low in _DUE for w in words[at : at + 1])
    if [w.low for w in words[at : at + 1]] != ["to"] or [w.part for w in words[at + 1 : at + 2]] != ["base"]:
        return None
    return words[at + 1].act


def _promised(words: tuple[Word, ...], clause: Clause) -> Act | None:
    """Return the act of *buy* in ``agreed on Monday to buy``."""
    if words[clause.verb.head].base not in _CATENATIVE:
        return None
    for i in range(clause.verb.head + 1, min(clause.verb.head + NOUN_REACH, clause.end - 1)):
        if words[i].low == "to" and words[i + 1].part == "base":
            return words[i + 1].act
    return None


def _first_act(words: tuple[Word, ...], where: Iterable[int]) -> Act | None:
    """Return what the first noun tells that isn't the attribute of another: not *rescue* in ``the rescue team``."""
    heads = (i for i in where if i + 1 >= len(words) or words[i + 1].part != "noun")
    return next((words[i].happening for i in heads if words[i].happening), None)


def with_subject(words: tuple[Word, ...], found: tuple[Clause, ...], clause: Clause) -> int:
    """Return where the clause begins, its subject included where it stands in an earlier clause."""
    if clause.opener == "rel":
        return antecedent(words, clause.start)
    n = found.index(clause)
    while n and found[n].opener in ("conj", "comma") and not _has_subject(words, found[n]):
        n -= 1
    if n and found[n].opener == "rel" and found[n] is not clause:
        return antecedent(words, found[n].start)
    return found[n].start


def _has_subject(words: tuple[Word, ...], clause: Clause) -> bool:
    return any(words[i].part in _SUBJECT for i in range(clause.start, clause.verb.first))


def antecedent(words: tuple[Word, ...], rel: int) -> int:
    """Return where the noun phrase before a relative pronoun begins."""
    start = rel - 1 if rel and words[rel - 1].part == "comma" else rel
    while start > 0 and (words[start - 1].part in PHRASE or words[start - 1].low == "of"):
        start -= 1
    return start + (words[start].low == "of")


def without_lead(words: tuple[Word, ...], start: int, verb: int) -> int:
    """Drop the conjunction and the adverbial that open a clause: ``Meanwhile, in a blow to X, the court ruled``."""
    if start < verb and words[start].part == "sub":  # "If all goes well, the rocket will fly", with a verb of no list
        commas = [i for i in range(start, verb) if words[i].part == "comma"]
        if commas and any(words[i].part in _SUBJECT for i in range(commas[-1] + 1, verb)):
            start = commas[-1] + 1
    while start < verb and words[start].part in _JUNK:
        if words[start].part == "adv" and words[start + 1].part == "number":
            return start  # "Nearly 300 people", "Only 20 trains"
        start += 1
    if start >= verb or words[start].part not in _LEADS:
        return start
    commas = [i for i in range(start, verb) if words[i].part == "comma"]
    behind = [w.part for w in words[commas[0] + 1 : verb]] if len(commas) == APPOSED else ["conj"]
    apposed = "conj" not in behind  # "In Lima, Peru's capital, a bridge fell"
    comma = commas[int(apposed)] if commas else None
    if comma is not None and any(words[i].part in _SUBJECT for i in range(comma + 1, verb)):
        return without_lead(words, comma + 1, verb)
    bare_date = words[start].part == "date" and words[start + 1].part in ("name", "pron", "det", "poss")
    return start + 1 if bare_date else start


def without_tail(words: tuple[Word, ...], clause: Clause, keep: int) -> int:
    """Drop what hangs on after the happening (but not word ``keep``): a purpose, an aside, who said so."""
    least = max(clause.verb.head, keep if keep < clause.end else 0) + 1
    end = next((i for i in range(least, clause.end) if _hangs_on(words, i, clause)), clause.end)
    end -= [w.part for w in words[end - 2 : end]] == ["conj", "adv"]  # "was hit, and now[, guards hold him]"
    while end > clause.verb.head + 1 and words[end - 1].part in _TAIL and words[end - 1].low not in PARTICLES:
        if "number" in words[end - 1].parts:
            break  # "was cut from two to one"
        end -= 1
    return end


def end_of(words: tuple[Word, ...], least: int) -> int:
    """Return where a noun phrase ends that takes in so many words at least."""
    end = least
    while end < len(words) and words[end].part in _AFTER:
        end += 1
    while end > least and words[end - 1].part in _LOOSE_END:
        end -= 1
    return end


def with_restriction(words: tuple[Word, ...], found: tuple[Clause, ...], last: Clause, start: int, end: int) -> int:
    """Return the end behind what says which one is meant: ``a race that X had led``, ``an accord under which``."""
    for relative in found[found.index(last) + 1 :]:
        before = words[relative.start - 1].part
        if relative.opener not in ("rel", "that") or before == "comma" or end < relative.start - (before == "prep"):
            break
        longer = without_tail(words, relative, relative.verb.head)
        whole = words[longer - 1].part != "verb" and [w.part for w in words[longer : longer + 1]] != ["verb"]
        if not whole or longer - start > MOST_WORDS:
            break
        end = longer
    return end


def _hangs_on(words: tuple[Word, ...], i: int, clause: Clause) -> bool:
    """Tell whether the clause can end here: before a source, a bracket, a purpose, a participle, a relative clause."""
    if words[i].low == "according" or words[i].part in ("break", "open"):
        return words[i].part != "open" or not goes_on(words, i)
    if words[i].part == "quote":
        return all(words[j].part != "quote" for j in range(clause.verb.head + 1, clause.end) if j != i)
    if words[i].part != "comma" or i + 1 >= clause.end:
        return False
    following = words[i + 1].part
    if clause.end < len(words) and words[clause.end].part == "sub" and clause.end - i <= SPAN_WORDS:
        return True  # "opened the bridge, nine years after": the words between belong to what follows
    if following == "to":  # "the need for A and B, both poor, to trade": the aside ends there, the clause doesn't
        return sum(words[j].part == "comma" for j in range(clause.verb.head + 1, i)) % 2 == 0
    later = any(words[j].part == "comma" and words[j + 1].part == "to" for j in range(i + 1, clause.end - 1))
    long = i - clause.start > LONG and not later and not is_listed(words[i + 1 : clause.end])
    return long or following in ("gerund", "rel", "participle", "sub")


def goes_on(words: tuple[Word, ...], bracket: int) -> bool:
    """Tell whether a phrase goes on behind a bracket that opens: ``a Rapid Review (RR) standard``."""
    closed = next((i for i in range(bracket, len(words)) if words[i].part == "close"), len(words))
    return [w.part for w in words[closed + 1 : closed + 2]] in ([p] for p in _ON)


def is_listed(behind: tuple[Word, ...]) -> bool:
    """Tell whether a comma parts the members of a list, by the words behind it: ``Reed[,] Moe, Park and Lee``."""
    stop = next((w for w in behind if w.part not in PHRASE | {"comma"} and w.low != "of"), None)
    return stop is not None and stop.part == "conj" and behind[0].part not in ("det", "poss")
