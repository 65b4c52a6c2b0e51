"""Quantities and ages that stand for people: "two were killed", "thousands of Israelis", "a 45-year-old"."""

from extractor.annotate.actors.mention import Mention, counted, make_mention, phrase_of
from extractor.document.tokens import Word
from extractor.lexicon.actor_nouns import strip_name
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import word_lists
from extractor.records import ActorKind
from extractor.syntax import word_class

QUANTITIES = word_lists("actors/words.txt")["quantities"]
_PARTS = word_lists("actors/words.txt")["parts of groups"]
_NOT_OF_PEOPLE = frozenset(("DATE", "TIME", "MONEY", "PERCENT"))


def is_quantity(token: Word) -> bool:
    """Whether a noun counts those named behind it.

    "Thousands of Israelis"; not "thousands left".
    """
    return token.lemma_ in QUANTITIES and counted(token) is not None


def counts_people(number: Word) -> bool:
    """Whether a number without a noun stands for people.

    As the subject or object of a verb it does ("two were killed"), but no day, sum or share.
    """
    if number.dep_ == "dobj" and number.head.lemma_ in word_class("giving"):  # "pledged 500 million"
        return False
    if number.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    return number.ent_type_ not in _NOT_OF_PEOPLE


def is_part_of_group(token: Word) -> bool:
    """ "All were freed", "some threw stones": those told before; "all of them" has its own word for them."""
    return _is_word_for_part(token) and whole_behind(token) is None


def is_part_with_whole(token: Word) -> bool:
    """ "Some of its members", "some in the crowd"; "all of them" has its own word for them."""
    whole = whole_behind(token) if _is_word_for_part(token) else None
    return whole is not None and whole.pos_ in ("NOUN", "PROPN")


def _is_word_for_part(token: Word) -> bool:
    """Whether a word for some of a group acts or suffers something."""
    return token.lower_ in _PARTS and token.dep_ in ("nsubj", "nsubjpass")


def whole_behind(part: Word) -> Word | None:
    """Those whom a part is taken from."""
    return part.prep("of", "in", "among")


def part_of_group(token: Word) -> Mention:
    """The word as a pronoun for the group.

    The mention "All" of "All were freed.", which means those named before.
    """
    return Mention(token.i, token.i, token.i + 1, "pronoun", None, token.text, token.lower_, plural=True)


def is_one_of_them(number: Word) -> bool:
    """ "One of them was hurt": somebody else than they."""
    group = counted(number) if number.lower_ == "one" else None
    return group is not None and group.pos_ == "PRON"


def number_mention(number: Word) -> Mention:
    """The people whom a number counts and nothing else names.

    "Two were killed", "at least 14 died".
    """
    start, end = phrase_of(number)
    mention = make_mention(number, start, end, ActorKind.PEOPLE, sector="CVL", form="nominal")
    mention.plural = number.lower_ not in ("one", "1")
    return mention


def with_quantity(mention: Mention, quantity: Word) -> Mention:
    """The mention of those who are counted, as several whose head is the quantity.

    "Thousands of Israelis" with the head "thousands", made of the mention "Israelis".
    """
    start, _ = phrase_of(quantity)
    mention.links.append(mention.head)
    mention.head, mention.start, mention.plural, mention.definite = quantity.i, start, True, False
    if mention.kind is ActorKind.PERSON:
        mention.kind = ActorKind.PEOPLE
    if mention.lemma in ("people", "person"):
        mention.name = strip_name(quantity.words.phrase(start, mention.end))
    return mention


def is_part_of_force(mention: Mention) -> bool:
    """Whether those who are counted are an armed force, or a group by its name.

    "Two companies of paramilitary police", "a brigade of the FSA"; not "two companies of Leeds".
    """
    if mention.sector in sectors("forces"):
        return True
    is_unknown_name = mention.form == "name" and mention.sector is None
    return is_unknown_name and mention.kind is ActorKind.ORGANIZATION


def aged_mention(token: Word) -> Mention:
    """A person, or people, known by the age: "a 45-year-old"."""
    start, end = phrase_of(token)
    several = token.lower_ == "olds"
    kind = ActorKind.PEOPLE if several else ActorKind.PERSON
    mention = make_mention(token, min(start, token.left_edge.i), end, kind, sector="CVL", form="nominal")
    mention.plural = several
    return mention
