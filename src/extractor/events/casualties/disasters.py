"""What a disaster or an accident did: "A quake struck Herat. Rescuers dug all night. Sixty were killed"."""

from collections.abc import Iterable, Iterator

from extractor.document.tokens import Word
from extractor.events.arguments.instruments import is_weapon
from extractor.events.casualties.counts import is_result
from extractor.events.coreference.mention_features import tells_result
from extractor.events.draft import Draft
from extractor.events.factuality.accidents import is_thing
from extractor.events.factuality.crashes import tells_crash
from extractor.events.factuality.irrealis_words import words
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.word_classes import word_class, word_classes
from extractor.syntax import predicate_of

_NOUNS = frozenset(("NOUN", "PROPN"))
_BURST = frozenset(("explode", "burst", "blow", "detonate", "blast"))  # asked first: most words are none


def without_disasters(article: AnnotatedArticle, drafts: list[Draft]) -> list[Draft]:
    """The drafts but those of people whom nobody killed or hurt, where the last that could do so was a disaster.

    Without "Sixty were killed" where a quake was told before and no attack since; with it where gunmen came in between.
    Without "the blast" of "A boiler blew up on Monday. The blast shook the town."
    """
    if not any(map(_tells_only_harm, drafts)):
        return drafts
    attacks = {draft.sentence for draft in drafts if _is_attack(draft)}
    disasters = set(_told_disasters(article))
    if not disasters:
        return drafts
    return [
        draft
        for draft in drafts
        if not (_tells_only_harm(draft) and _is_by_disaster(article, draft, attacks, disasters))
    ]


def _tells_only_harm(draft: Draft) -> bool:
    """Whether a draft says that people were hurt or something burst, and neither by whom nor with what.

    "Two were killed", "the blast"; not "two were killed by gunmen".
    """
    if draft.source or draft.instruments:
        return False
    if draft.noun:
        return draft.definite and draft.predicate in words("bursting")
    return tells_result(draft)


def _is_attack(draft: Draft) -> bool:
    """Whether a draft tells of violence, and not only of what came of it.

    True of a shelling, False of "sixty were killed".
    """
    return draft.coding.kind.has_tolls and not _tells_only_harm(draft)


def _is_by_disaster(article: AnnotatedArticle, draft: Draft, attacks: set[int], disasters: set[int]) -> bool:
    """Whether the nearest sentence from that of a draft back that tells of an attack or a disaster has a disaster.

    True of "Ten people died." behind "A quake hit Lima.", not behind "Rebels shelled Lima."
    """
    harmless = words("bursting") if draft.sentence in disasters else frozenset()
    if any(map(_is_of_attack, article.sentence_words(draft.trigger) - {draft.predicate} - harmless)):
        return False
    for sentence in range(draft.sentence, -1, -1):
        if sentence in attacks:
            return False
        if sentence in disasters:
            return True
    return False


def _is_of_attack(lemma: str) -> bool:
    """Whether a word speaks of violence: "blast", "gunman"; not who gives the toll, nor that people were killed."""
    known = word_classes()
    if lemma not in known["violence"] or is_result(lemma):
        return False
    return lemma not in known["police"] and lemma not in known["military"]


def _told_disasters(article: AnnotatedArticle) -> Iterator[int]:
    """The sentences that tell of a disaster."""
    for number, tokens in enumerate(article.words.sentences()):
        if _has_disaster(tokens):
            yield number


def _has_disaster(tokens: Iterable[Word]) -> bool:
    """Whether some words name a disaster: "a quake", "Cyclone Freddy", "the ferry capsized", "a boiler blew up"."""
    nouns, verbs = word_classes()["calamity"], word_class("mishap")
    for word in tokens:
        if word.pos_ == "VERB" and word.lemma_ in _BURST and _bursts(word):
            return True
        if word.pos_ == "VERB" and (tells_crash(word) or _tells_collapse(word)):
            return True
        if word.pos_ in _NOUNS and (word.lemma_.lower() in nouns or _is_burst_of_thing(word)):
            return True
        if word.lemma_ in verbs:
            return True
    return False


def _is_burst_of_thing(noun: Word) -> bool:
    """Whether a noun is for the burst of what is no weapon: "a gas explosion"."""
    return noun.lemma_ in words("bursting") and is_thing(noun)


def _tells_collapse(verb: Word) -> bool:
    """Whether a verb says that what is built, or hangs above people, fell.

    "Gave" of "the bridge gave way"; not "collapsed" of "the talks collapsed".
    """
    if verb.lemma_ not in words("falling") or verb.rights.has("dobj", "dative") != (verb.lemma_ == "give"):
        return False
    thing = verb.lefts.first("nsubj")
    if thing is None or thing.lemma_ in words("heavy"):
        return thing is not None
    return verb.lemma_ != "fall" and thing.lemma_ in word_classes()["facility"]


def _bursts(verb: Word) -> bool:
    """Whether a verb says that a thing burst which is no weapon.

    "Blew" of "a boiler blew up"; not of "a car bomb blew up" and of "rebels blew up a boiler".
    """
    if predicate_of(verb) not in words("bursting") or verb.rights.has("dobj"):
        return False
    thing = verb.lefts.first("nsubj")
    return thing is not None and thing.lemma_ in word_classes()["bursts"] and not is_weapon(thing)
