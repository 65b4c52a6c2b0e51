"""Accounts made by hand, for tests of linking that need no text."""

from datetime import date, timedelta
from typing import Any

from extractor.incidents.account import Account, AccountPlace, ArticleAccount, Party
from extractor.incidents.words import common_words, names_in, vector, words_of

MONDAY = date(2023, 5, 8)
GAO = AccountPlace(name="Gao", latitude=16.27, longitude=-0.04, country_code="ML", geo_precision=1)


def party(name: str) -> Party:
    """A participant or speaker."""
    return Party(actor=name.lower(), names=[name], kind="organization")


def account(article: str, sentence: str, day: int = 0, **given: Any) -> Account:
    """What an article of one sentence, printed so many days after that Monday, tells of a bombing."""
    words = vector(words_of(sentence))
    lent = ArticleAccount(
        id=article,
        outlet=f"Outlet {article}",
        published=MONDAY + timedelta(days=day),
        words=words,
        lead=words,
        names=[name for name in names_in(sentence) if name not in common_words()],
        countries=["ML"],
        shingles=[],
    )
    known: dict[str, Any] = {"type": "ASSAULT", "place": GAO, "triggers": ["bomb"], "sentences": [sentence]} | given
    return Account(article=lent, event="e0", rank=0, **known)
