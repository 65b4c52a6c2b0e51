"""Who does or says what a noun names, where that stands before it: "police firing", "a rebel attack"."""

from extractor.annotate.actors.mention import Mention, make_mention, noun_of
from extractor.document.tokens import Word
from extractor.lexicon.actor_nouns import ActorNoun, demonyms
from extractor.lexicon.sectors import sectors
from extractor.lexicon.triggers import event_nouns
from extractor.lexicon.word_classes import word_classes
from extractor.records import ActorKind
from extractor.syntax import is_event_noun, word_class


def has_author(noun: Word) -> bool:
    """Whether what stands before a noun may be who does or says it.

    "Indian proposal", "United Nations appeal"; not "Indian village".
    """
    if noun.pos_ != "NOUN":
        return False
    if noun.lemma_ in event_nouns():
        return True
    return noun.lemma_ in word_class("authored")


def country_as_author(adjective: Word) -> Mention:
    """The state that an adjective before such a noun stands for.

    "Indian" of "Indian proposal".
    """
    country = demonyms()[adjective.lower_]
    return make_mention(adjective, adjective.i, adjective.i + 1, ActorKind.COUNTRY, sector="GOV", country=country)


def author_before(token: Word) -> Mention | None:
    """Who does what the noun behind names; None for any other noun before a noun.

    "Police" of "police firing", "rebels" of "a rebel attack"; nobody in "bank robbery".
    """
    noun = noun_of(token)
    if noun is None or not (_tells(noun, token) or (_can_be_author(noun, token) and _stands_before_act(token))):
        return None
    kind = ActorKind.ORGANIZATION if noun.form == "group" else ActorKind.PEOPLE
    mention = make_mention(token, token.i, token.i + 1, kind, sector=noun.sector, form="nominal")
    mention.plural, mention.definite = kind is ActorKind.PEOPLE, True
    if noun.form == "human" and token.tag_ in ("NN", "JJ"):
        mention.name = _plural(token.text)
    return mention


def _can_be_author(noun: ActorNoun, token: Word) -> bool:
    """Whether a noun before another names who acts in it.

    Forces act in what they stand before ("rebel attack"), others only speak in it: "student protest".
    """
    if noun.form == "object" or token.lemma_ in word_class("no_author"):
        return False
    if noun.sector in sectors("forces"):
        return True
    return token.head.lemma_ in word_class("voiced")


def _tells(noun: ActorNoun, token: Word) -> bool:
    """Whether a group stands before its message that says something.

    "Police" of "a police report said"; not of "read a police report".
    """
    message = token.head
    if noun.form != "group" or token.i + 1 != message.i or message.lemma_ not in word_class("messages"):
        return False
    return message.dep_ == "nsubj" and message.head.lemma_ in word_class("saying")


def _stands_before_act(token: Word) -> bool:
    """Whether a word stands right before the noun of an act, or of a weapon, that it modifies.

    "Rebel" of "a rebel attack" and of "rebel rockets"; not of "a rebel leader".
    """
    is_of_them = is_event_noun(token.head) or token.head.lemma_ in word_classes()["weapon"]
    return token.i + 1 == token.head.i and is_of_them


def _plural(noun: str) -> str:
    """The plural of a noun for people: "rebels", "gunmen"."""
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    return f"{noun}s"
