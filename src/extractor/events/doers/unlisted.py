"""Who does it, where no list has the word as one for an actor: "the report accuses", "a few broke in", "we demand"."""

from collections.abc import Iterator
from functools import partial
from itertools import filterfalse

from extractor.document.tokens import Word
from extractor.events.arguments.instruments import is_weapon
from extractor.events.draft import Coding, Draft
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.roles import AGENT
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_class
from extractor.syntax import SUBJECTS, is_event_noun

# Labels of the NER.
_NEVER = ("DATE", "TIME", "MONEY", "PERCENT", "LAW", "LANGUAGE", "QUANTITY")
_NAMES = ("PERSON", "ORG", "NORP", "GPE")
_LIVING = frozenset(("person", "organization", "force", "fighter"))


def add_unlisted(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give events without a source the subject of their act as one, also where the actor layer does not know it.

    Changes `source` of the drafts. The report for "The report accuses the police.", "we" for "We demand his release.";
    nothing for "A bomb killed two." and "Clashes left two dead."
    """
    for event in filter(_lacks_doer, events):
        doer = next(filter(partial(_can_act, event.coding), _subjects(article, event)), None)
        if doer is not None:
            event.source.append(article.ensure_actor(doer))


def _lacks_doer(event: Draft) -> bool:
    """Whether an act that somebody does is by nobody so far."""
    return event.coding.source == AGENT and not event.source


def _subjects(article: AnnotatedArticle, event: Draft) -> Iterator[Word]:
    """The subjects of the active verbs that tell of an event, outside of quotations and without those known."""
    for claim in event.claims:
        frame = article.frame(claim)
        if not any((claim.quoted, frame.noun, frame.passive)):
            yield from filterfalse(article.actor_of, frame.participants("agent"))


def _can_act(coding: Coding, doer: Word) -> bool:
    """Whether a subject can be who does an act: of what hurts people only persons and groups, of other acts any noun.

    "We" stands for those who write the text, since of a quotation the claim layer knows the speaker.
    """
    if doer.dep_ not in SUBJECTS:
        return False
    if doer.lower_ in _words("some of them"):
        return not doer.lefts.has_form("no") and not doer.rights.has_form("of")
    if doer.pos_ not in ("NOUN", "PROPN"):
        return doer.lower_ == "we"
    is_of_people = not _LIVING.isdisjoint(classes_of(doer.lemma_))
    may_act = any((is_of_people, doer.ent_type_ in _NAMES, not coding.kind.harms_people))
    return may_act and not _is_thing(doer)


def _is_thing(noun: Word) -> bool:
    """Whether a noun names a time, a weapon, an act, a deal or what never acts."""
    is_inert = noun.lemma_ in word_class("deal") | _words("nobody")
    return any((is_inert, noun.ent_type_ in _NEVER, is_weapon(noun), is_event_noun(noun)))


def _words(name: str) -> frozenset[str]:
    """A list of data/en/events/words.txt."""
    return word_lists("events/words.txt")[name]
