"""What a draft says of itself that tells whether it speaks of an event again."""

from datetime import timedelta

from extractor.document.tokens import Word
from extractor.events.casualties.counts import casualty_words, is_result
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.syntax import is_event_noun, word_class

BACKGROUND = 30  # days before publication
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))


def is_tied(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """Whether syntax makes them one: "the strike killed nine", "an attack in which nine were killed"."""
    if draft.trigger.i in event.links or any(is_event_noun(article.words[i]) for i in draft.links & event.links):
        return True
    return not draft.links.isdisjoint(event.words)


def is_definite(noun: Word) -> bool:
    """ "The attack", "their attack"."""
    return any(child.lower_ in _DEFINITE or child.dep_ == "poss" for child in noun.lefts)


def is_fatal(draft: Draft) -> bool:
    """Whether it says that somebody died."""
    return "fatalities" in draft.counts or any(
        draft.predicate in casualty_words("fatalities", kind) for kind in ("verbs", "subjects", "acts")
    )


def is_bare(draft: Draft) -> bool:
    """ "The massacre", without anything that says which."""
    says_which = any((draft.source, draft.target, draft.place, draft.days))
    return draft.noun and draft.definite and not says_which


def is_background(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """Whether an event of long ago stands in another paragraph."""
    if event.days is None or article.published_day is None:
        return False
    old = event.days[1] < article.published_day - timedelta(days=BACKGROUND)
    words = article.words
    return old and words.paragraph_of(event.trigger.idx) < words.paragraph_of(draft.trigger.idx)


def tells_result(draft: Draft) -> bool:
    """Whether it says that people were killed or hurt, and perhaps nothing else of how."""
    return draft.report or is_result(draft.predicate)


def tells_harm(draft: Draft) -> bool:
    """The same for people or things: "the windows were shattered"."""
    damage = draft.coding.manner in draft.coding.kind.gives_way or draft.predicate in word_class("damaging")
    return tells_result(draft) or (damage and not draft.noun and not draft.source)


def length_of(draft: Draft) -> int:
    """How many days its days span; very many where it has none."""
    return (draft.days[1] - draft.days[0]).days if draft.days else 10**6
