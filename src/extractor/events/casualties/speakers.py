"""Who gives a count: "while the army put the toll at 12" is the army's, whatever the clauses around it say."""

from collections.abc import Iterable
from itertools import takewhile

from extractor.document.tokens import Word
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import word_lists
from extractor.records import Claim, Count
from extractor.syntax import frame_of

_WORDS = word_lists("events/words.txt")
_PUTTING, _TELLING = _WORDS["putting a total"], _WORDS["telling numbers"]
_BEFORE_TOTALS = frozenset(("at", "as", "to"))


def said_by(article: AnnotatedArticle, count: Count, told_in: Iterable[Claim]) -> Count:
    """A count with the actor who gives it, if the article names one; `told_in` are the claims of its event.

    The 12 of "the blast killed nine, while the army put the toll at 12" gets the id of the army as `claimed_by`.
    """
    return count.model_copy(update={"claimed_by": _speaker(article, count, told_in)})


def _speaker(article: AnnotatedArticle, count: Count, told_in: Iterable[Claim]) -> str | None:
    """The subject of the verb that gives a number; else who speaks the shortest claim around it.

    The police for "Police put the dead at ten people.", the army for "The army said three soldiers died."
    """
    number = article.words.head_of(count.start, count.end)
    between = list(takewhile(lambda word: word.pos_ != "VERB", number.ancestors))
    verb = (between[-1] if between else number).head
    if _gives(verb, between):
        return article.actor_of(frame_of(verb).agent)
    told = _shortest_around(count, told_in)
    told = told or _shortest_around(count, article.claims_in(article.sentence_number(number)))
    return told.claimed_by if told is not None else None


def _shortest_around(count: Count, claims: Iterable[Claim]) -> Claim | None:
    """The shortest of the claims whose text has a count in it.

    That of "the army said 12 died" in "A priest said that the army said 12 died".
    """

    def has_count(claim: Claim) -> bool:
        return claim.start <= count.start and count.end <= claim.end

    return min(filter(has_count, claims), key=lambda claim: claim.end - claim.start, default=None)


def _gives(verb: Word, between: Iterable[Word]) -> bool:
    """Whether a verb gives the number below it, with these words between, as that of its subject.

    True of "put" above 12 in "the army put the toll at 12".
    """
    if verb.lemma_ in _TELLING:
        return True
    if verb.lemma_ not in _PUTTING:
        return False
    return any(word.lower_ in _BEFORE_TOTALS for word in between)
