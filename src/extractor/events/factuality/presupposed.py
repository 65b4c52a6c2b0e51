"""Events that a text takes for known to its readers: "after the Bali bombings", "videos praising the Sousse attack".

News tells of an act with a verb, a day, a toll or somebody who did it. A noun with the name of a place before it, and
nothing of all that, refers to an act that the reader has heard of long before. Where the text tells of the act as well,
the two are one event by then.
"""

from extractor.document.tokens import Word
from extractor.events.casualties.counts import is_result
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.syntax import SUBJECTS

_NAMES = frozenset(("compound", "nmod", "poss"))


def is_taken_for_known(article: AnnotatedArticle, event: Draft) -> bool:
    """Whether all that the text says of a violent event is a name that the reader is meant to know.

    "Videos praised the Bali bombings"; not "the Bali bombings killed 202 people". Behind "since" the name may be one
    that is no place on the map.
    """
    if not event.coding.kind.violent or event.counts:
        return False
    nouns = [article.trigger(claim) for claim in event.claims]
    if not _is_called_after(article, event, nouns) and not all(noun.is_behind("since") for noun in nouns):
        return False
    return all(_is_name(noun) or _is_result_of_name(noun) for noun in nouns)


def _is_called_after(article: AnnotatedArticle, event: Draft, nouns: list[Word]) -> bool:
    """Whether nobody is known to have done it but the name it is called after: "the Sandy Hook shooting".

    Not "the Hamas attack", which says who did it.
    """
    before = {mention for noun in nouns for mention in map(article.actor_of, noun.lefts)}
    return all(actor in before and article.actors[actor].sector is None for actor in event.source)


def _is_result_of_name(verb: Word) -> bool:
    """Whether a verb only tells whom such an act hurt.

    "Killed" of "those killed in the Bali bombings"; not of "two people were killed in the Bali bombings".
    """
    if verb.pos_ != "VERB" or verb.dep_ not in ("acl", "relcl") or not is_result(verb.lemma_):
        return False
    return any(map(_is_name, verb.preps("in", "by", "during")))


def _is_name(noun: Word) -> bool:
    """ "The Bali bombings" or "the 9/11 attacks" as the object of something, without a day of their own."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in SUBJECTS:
        return False
    if noun.rights.has("relcl", "acl"):
        return False
    names = list(filter(_is_name_before, noun.lefts))
    if not names:
        return False
    return all(word.ent_type_ != "DATE" for word in names)


def _is_name_before(word: Word) -> bool:
    """Whether a modifier is a name: "Bali" of "the Bali bombings", "9/11" of "the 9/11 attacks"."""
    return "/" in word.text or (word.dep_ in _NAMES and word.pos_ == "PROPN")
