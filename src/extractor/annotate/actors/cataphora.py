"""Pronouns that mean who is named behind them: "after she left, Ana Diaz wept", "in its report, Amnesty said"."""

from extractor.annotate.actors.mention import Mention
from extractor.document.tokens import Word
from extractor.records import ActorKind
from extractor.syntax import SUBJECTS

_IN_FRONT = frozenset(("advcl", "prep"))


def subject_ahead(pronoun: Mention, token: Word) -> Word | None:
    """The subject behind a clause or phrase in front of its verb, which a pronoun in that may mean.

    "Diaz" for "she" of "After she left the court, Ana Diaz wept"; nobody for "she" of "Ana Diaz wept after she left".
    """
    if pronoun.form != "pronoun" or pronoun.person != 3 or token.lower_ == "it":
        return None
    for word in (token, *token.ancestors):
        if word.dep_ in _IN_FRONT and word.head.i > word.right_edge.i:
            return _subject_behind(word)
    return None


def _subject_behind(phrase: Word) -> Word | None:
    """The subject of a verb that stands between it and a phrase in front."""
    for subject in phrase.head.lefts.those(*SUBJECTS):
        if subject.i > phrase.i:
            return subject
    return None


def can_mean(pronoun: Mention, mention: Mention) -> bool:
    """Whether a pronoun agrees with a name or a description behind it.

    "She" with "Ana Diaz", "they" with "rebels", "its" with "Amnesty"; not "they" with "Ana Diaz".
    """
    if mention.form == "pronoun":
        return False
    if pronoun.gender in ("m", "f"):
        return mention.kind is ActorKind.PERSON and not mention.plural
    if pronoun.plural:
        return mention.plural or mention.kind is ActorKind.PEOPLE
    return mention.kind in (ActorKind.ORGANIZATION, ActorKind.COUNTRY) and not mention.plural
