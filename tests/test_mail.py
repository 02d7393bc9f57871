"""A mail's own words, what it quotes, and the mail that it passes on."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.errors import SeedError
from generator.model import Article, Source, Unknown
from generator.read.formats import read_documents

OWN = "The council voted on Tuesday to close the bridge for eleven weeks.\n\nTwo ferries will carry people across it.\n"
OLD = "Carl Moe resigned on 1 May 2024, and nobody knows who is going to pay for it."


def mail(body: str, subject: str = "Re: Bridge closes", kind: str = "plain") -> Article:
    head = f"From: Jo Park <jo@ledger.example>\nSubject: {subject}\nDate: Fri, 3 May 2024 10:00:00 +0200\n"
    raw = f"{head}MIME-Version: 1.0\nContent-Type: text/{kind}; charset=utf-8\n\n{body}".encode()
    (found,), _ = read_documents(raw, "a.eml")
    return clean(Source("a.eml", "0" * 64, found.text, found.format, states=found.states, story=found.story))


def said(article: Article) -> list[str | None]:
    fields = (article.title, article.byline, article.published)
    return [None if isinstance(f, Unknown) else f.value for f in fields]


def shown(article: Article) -> str:
    return "\n\n".join(article.text[b.span.start : b.span.end] for b in article.blocks if b.kind != "removed")


QUOTED = {
    "marks": f"On Thu, 2 May 2024 at 09:00, Desk <desk@post.example> wrote:\n> {OLD}\n>\n> > Older.\n",
    "marks under a broken line": f"On Thu, 2 May 2024 at 09:00, Desk\n<desk@post.example> wrote:\n\n> {OLD}\n",
    "a line of dashes": f"-----Original Message-----\nFrom: Desk\nSent: May 2, 2024 9:00 AM\nTo: Jo\n\n{OLD}\n",
    "headers alone": f"From: Desk\nSent: Thursday, May 2, 2024 9:00 AM\nTo: Jo\nSubject: Bridge\n\n{OLD}\n",
    "a line alone": f"On Thu, 2 May 2024 at 09:00, Desk <desk@post.example> wrote:\n\n{OLD}\n",
    "German": f"Am 02.05.2024 um 09:00 schrieb Desk <desk@post.example>:\n\n> {OLD}\n",
    "French": f"Le jeu. 2 mai 2024 à 09:00, Desk <desk@post.example> a écrit :\n\n> {OLD}\n",
}


@pytest.mark.parametrize("how", QUOTED)
def test_what_a_mail_quotes_is_removed(how: str) -> None:
    article = mail(f"{OWN}\n{QUOTED[how]}")
    assert shown(article) == OWN.strip()
    assert said(article) == ["Bridge closes", "Jo Park", "2024-05-03"]
    removed = " ".join(article.text[b.span.start : b.span.end] for b in article.blocks if b.kind == "removed")
    assert OLD in removed


def test_what_a_mail_of_markup_quotes_is_removed() -> None:
    old = f"<div>On Thu, 2 May 2024 Desk wrote:<blockquote>{OLD}</blockquote></div>"
    assert shown(mail(f"<p>{OWN}</p>{old}", kind="html")) == " ".join(OWN.split())


def test_words_that_somebody_wrote_are_no_quoted_mail() -> None:
    letter = f"{OWN}\nOn Thursday, 2 May 2024, the mayor wrote:\n\n“{OLD}”\n"
    assert OLD in shown(mail(letter))
    quotation = f"<p>{OWN}</p><blockquote>{OLD}</blockquote>"
    assert OLD in shown(mail(quotation, kind="html"))


FORWARDED = {
    "Gmail": "---------- Forwarded message ---------\nFrom: Ana Torres <ana@x.example>\n"
    "Date: Thu, 2 May 2024 at 09:00\nSubject: Bridge closes\nTo: <jo@x.example>\n\n",
    "Apple": "Begin forwarded message:\n\nFrom: Ana Torres <ana@x.example>\nSubject: Bridge closes\n"
    "Date: 2 May 2024 at 09:00:00 CEST\nTo: jo@x.example\n\n",
    "Outlook": "-----Original Message-----\nFrom: Ana Torres <ana@x.example>\nSent: Thursday, May 2, 2024 9:00 AM\n"
    "To: Jo Park\nSubject: Bridge closes\n\n",
}


@pytest.mark.parametrize("how", FORWARDED)
def test_of_a_mail_that_is_sent_on_the_mail_inside_is_the_article(how: str) -> None:
    article = mail(f"For the desk, please read.\n\n{FORWARDED[how]}{OWN}", "Fwd: Bridge closes")
    assert shown(article) == OWN.strip()
    assert said(article) == ["Bridge closes", "Ana Torres", "2024-05-02"]


def test_a_mail_that_only_quotes_is_refused() -> None:
    with pytest.raises(SeedError, match="only quotes another one; save that one instead"):
        mail(QUOTED["marks"])
