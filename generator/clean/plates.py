"""The lines above a headline ──▶ which is the name of the paper, firm or body that publishes."""

from itertools import islice

from generator.clean.lines import SITE, Draft, Label, Line, headline_parts, is_sentence
from generator.clean.nameplate import NAME_WORDS, is_body, is_firm, nameplate, tells
from generator.clean.pieces import is_named, is_somebody, person_of, read_pieces
from generator.lexicons import compiled

PROSE_WORDS = 18  # a full sentence of that length opens the story
KICKER_WORDS = 3
FEWEST_TOLD = 2  # words; one may be there by chance
STEM = 5  # letters that show that two words are alike
MOST_LONE = 3  # lines between headline and story: a standfirst, a name, a paper
HEAD_WORDS = 8
MOST_UNDER = 12  # words of a headline under a name; a longer line is rather a standfirst
SIGNED, CREDITED = ("byline", "name", "date"), ("byline", "credits")

PAGE = compiled("page-mark")
_SLOGAN = compiled("slogan")


def over_headline(draft: Draft, top: list[int], labels: dict[int, Label]) -> dict[int, Label]:
    """Label the name of a paper or firm, and a slogan under it, where a headline may stand below.

    A slogan says what the paper is (``Your weekly since 1871``) or begins small.
    """
    left = [i for i in top if i not in labels]
    above, under, below = (*left, *[-1] * 3)[:3]
    if under < 0 or above > top[0]:
        return {}
    name, line = draft.lines[above], draft.lines[under]
    if name.hashes or name.words > NAME_WORDS or nameplate(line.text) or not draft.can_be_title(under):
        return {}
    capital = all(not w[0].islower() for w in name.text.split() if len(w) > len("and"))
    small = capital and not line.gap and line.text[0].islower()
    heads = below >= 0 and (draft.can_be_title(below) or draft.lines[below].words <= HEAD_WORDS)
    slogan = heads and (small or bool(_SLOGAN.fullmatch(line.text)))
    found = {under: Label("header", "slogan")} if slogan else {}
    return found | ({above: Label("header", "publisher alone")} if slogan or is_firm(name.text) else {})


def set_off(draft: Draft, top: list[int], labels: dict[int, Label]) -> dict[int, Label]:
    """Label a nameplate: the lines that stand together above an empty line, where the headline stands below that.

    It does where the byline or date is below, or lines above name who sends it; none of them tells more of the story.
    """
    end = next((i for i in top[1:] if draft.lines[i].gap), -1)
    plate = [i for i in top if i < end and i not in labels]
    rules = rules_of(draft, top, labels)
    signed = next((i for i in top if i >= end > 0 and rules.get(i) in SIGNED), -1)
    sent = signed < 0 < end and is_name(draft.lines[top[0]].text)
    if sent and any(nameplate(draft.lines[i].text) for i in plate):
        signed = top[-1] + 1  # ORRE RAIL, Office of the Registrar, Communiqué No. 7
    heads = [i for i in top if end <= i < signed and i not in labels and draft.can_be_title(i)]
    if plate and not heads and signed >= end:  # BAKERS' UNION, Who bake for you; Press statement, 2 May; the headline
        under = [i for i in top if i > signed and i not in labels and draft.lines[i].gap and draft.can_be_title(i)]
        most = max(told(draft, draft.lines[i]) for i in plate)
        heads = [i for i in under[:1] if told(draft, draft.lines[i]) > most]
    own = any(draft.lines[i].hashes or is_sentence(draft.lines[i]) for i in plate)
    if not (plate and heads) or own or end - top[0] == 1 or any(rules.get(i) in CREDITED for i in top if i < end):
        return {}
    names = [i for i in plate if i == top[0] or nameplate(draft.lines[i].text)]
    head = next((i for i in reversed(heads) if draft.lines[i].gap), heads[0])  # what follows it is a standfirst
    most = max(told(draft, draft.lines[head]), FEWEST_TOLD - 1)
    if any(told(draft, draft.lines[i]) > most for i in plate if i not in names or (i == top[0] and not sent)):
        return {}
    return {
        **dict.fromkeys(plate, Label("header", "slogan")),
        **dict.fromkeys(names, Label("header", "publisher alone")),
        **dict.fromkeys((i for i in heads if i < head), Label("header", "kicker")),
    }


def rules_of(draft: Draft, top: list[int], labels: dict[int, Label]) -> dict[int, str]:
    """Return the rules of the lines above the story, and ``name`` for those that are somebody's."""
    named = {i: "name" for i in top if person_of(draft.lines[i].text) and is_named(draft.lines[i].text)}
    return {i: label.rule for i, label in labels.items()} | named


def heads(draft: Draft, line: Line) -> bool:
    """Tell whether the story takes up the words of a line, so that it may be the headline."""
    return KICKER_WORDS < line.words < PROSE_WORDS and told(draft, line) >= FEWEST_TOLD


def is_over(draft: Draft, line: Line, below: Line) -> bool:
    """Tell whether a line stands over the headline: a few words, a motto, or a name that the story tells or doesn't.

    The story takes up the words of the headline, and of a motto none.
    """
    if heads(draft, below) and (line.words <= KICKER_WORDS or (line.words <= HEAD_WORDS and not told(draft, line))):
        return True
    capital = all(not w[0].islower() for w in line.text.split() if len(w) > len("from"))
    if line.words > NAME_WORDS or below.words > MOST_UNDER or not capital or tells(line.text.title()):
        return False
    return (line.text.title() if line.text.isupper() else line.text) in draft.text[below.end :]


def told(draft: Draft, line: Line) -> int:
    """Return how many of a line's longer words come again where the story begins."""
    prose = (other.text for other in draft.lines if is_sentence(other) and other is not line)
    story, own = (
        {w[:STEM].lower() for w in text.split() if len(w) >= STEM}
        for text in (" ".join(islice(prose, MOST_LONE)), line.text)
    )
    return len(story & own)


def is_sender(draft: Draft, index: int) -> bool:
    """Tell whether a line can't be a headline: a body, a paper that it describes, or its name over number or date."""
    text, below = draft.lines[index].text, beneath(draft, index)
    described = nameplate(text) not in ("", text.strip("[]()*_ "))
    plate = text.isupper() and bool(nameplate(text)) and not tells(text.title())
    return is_body(text) or described or (plate and bool(PAGE.fullmatch(below) or read_pieces(below)))


def beneath(draft: Draft, index: int) -> str:
    """Return the line directly below another one, without an empty line between."""
    below = draft.lines[index + 1 : index + 2]
    return below[0].text if below and not below[0].gap else ""


def is_name(text: str) -> bool:
    """Tell whether a line above others is no headline: a letterhead, somebody, or a few capitals without a verb."""
    shouted = text.isupper() and len(text.split()) <= KICKER_WORDS and not tells(text.title())
    return (bool(nameplate(text)) and not SITE.search(text)) or shouted or is_somebody(headline_parts(text)[-1])
