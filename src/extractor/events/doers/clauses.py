"""Who did harm, where a clause beside it says what they did: "was shot when guards stormed the pit"."""

from collections.abc import Iterator
from itertools import chain

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.syntax import is_passive, subject_of

_FORCE = 4  # the quad of PLOVER for conflict by force
_WHEN = ("when", "as", "after", "while")


def add_doers_of_clauses(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give harm without a source the source of the forceful act in the clause that says when it was done.

    Changes `source` of the drafts. The guards for "A cook was shot when guards stormed the pit."; nobody
    for "A cook was shot after he attacked guards." The men for "A boat was boarded by armed men, and two sailors were
    kidnapped."
    """
    forceful = [event for event in events if event.coding.kind.quad == _FORCE]
    telling = {word: event for event in forceful for word in event.words}
    for harm in filter(_is_harm_by_nobody, forceful):
        for clause in chain(_clauses_of_time(article, harm), _passives_before(article, harm)):
            act = telling.get(clause.i)
            if act is not None and set(act.source).isdisjoint(harm.target):
                harm.source += act.source


def _is_harm_by_nobody(event: Draft) -> bool:
    """Whether it is not told who hurt people.

    "A cook was shot"; not "guards shot a cook".
    """
    return event.coding.kind.harms_people and not event.source


def _clauses_of_time(article: AnnotatedArticle, harm: Draft) -> Iterator[Word]:
    """The verbs of the clauses that say when harm was done and whose subject is a noun, not "he" or "she"."""
    words = [article.words[number] for number in sorted(harm.words)]
    for clause in chain.from_iterable(word.rights.those("advcl") for word in words):
        subject = subject_of(clause) if clause.lefts.has_form(*_WHEN) else None
        if subject is not None and subject.pos_ != "PRON":
            yield clause


def _passives_before(article: AnnotatedArticle, harm: Draft) -> Iterator[Word]:
    """The passive verbs that the harm is joined to by "and".

    "Boarded" for "kidnapped" of "a boat was boarded by armed men, and two sailors were kidnapped".
    """
    for word in (article.words[number] for number in sorted(harm.words)):
        if word.dep_ == "conj" and is_passive(word) and is_passive(word.head):
            yield word.head
