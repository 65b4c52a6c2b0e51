"""Who does it, where no list has the word as one for an actor: "the report accuses", "a few broke in", "we demand"."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.arguments.instruments import is_weapon
from extractor.events.draft import Coding, Draft
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.roles import AGENT
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_class
from extractor.syntax import SUBJECTS, is_event_noun

_NEVER = ("DATE", "TIME", "MONEY", "PERCENT", "LAW", "LANGUAGE", "QUANTITY")
_NAMES = ("PERSON", "ORG", "NORP", "GPE")
_LIVING = frozenset(("person", "organization", "force", "fighter"))


def add_unlisted(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give events without a source the subject of their act as one, also where the actor layer does not know it.

    Changes `source` of the drafts. The report for "The report accuses the police.", "we" for "We demand his release.";
    nothing for "A bomb killed two." and "Clashes left two dead."
    """
    for event in events:
        if event.source or event.coding.source != AGENT:
            continue
        for doer in _subjects(article, event):
            if _is_we(doer) or _can_act(doer, event.coding):
                event.source.append(article.ensure_actor(doer))
                break


def _subjects(article: AnnotatedArticle, event: Draft) -> Iterator[Word]:
    """The subjects of the active verbs that tell of an event, outside of quotations and without those known."""
    for claim in event.claims:
        frame = article.frame(claim)
        if not any((claim.quoted, frame.noun, frame.passive)):
            yield from filter(article.is_unknown, frame.participants("agent"))


def _is_we(word: Word) -> bool:
    """Whether a word stands for those who write the text; of a quotation the claim layer knows the speaker."""
    return word.lower_ == "we" and word.pos_ == "PRON"


def _can_act(doer: Word, coding: Coding) -> bool:
    """Whether a subject can be who does an act: any noun what is done by words, only people what hurts."""
    if doer.dep_ not in SUBJECTS or doer.ent_type_ in _NEVER:
        return False
    if doer.lower_ in _words("some of them"):
        return not doer.lefts.has_form("no") and not doer.rights.has_form("of")
    if doer.pos_ not in ("NOUN", "PROPN") or _is_thing(doer):
        return False
    is_of_people = not _LIVING.isdisjoint(classes_of(doer.lemma_))
    return any((is_of_people, doer.ent_type_ in _NAMES, not coding.kind.harms_people))


def _is_thing(noun: Word) -> bool:
    """Whether a noun names a weapon, an act, a deal or what never acts."""
    if is_weapon(noun) or is_event_noun(noun):
        return True
    return noun.lemma_ in word_class("deal") | _words("nobody")


def _words(name: str) -> frozenset[str]:
    """A list of data/en/events/words.txt."""
    return word_lists("events/words.txt")[name]
