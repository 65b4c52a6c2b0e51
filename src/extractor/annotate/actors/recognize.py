"""Recognition of actors: which words of a parse are the heads of phrases that can stand for one, by part of speech."""

from collections.abc import Callable

from extractor.annotate.actors.authors import author_before, country_as_author, has_author
from extractor.annotate.actors.mention import Mention, counted, country_word
from extractor.annotate.actors.nominals import adjective_mention, nominal_mention, participle_mention
from extractor.annotate.actors.pronouns import pronoun_mention
from extractor.annotate.actors.proper_names import (
    is_acronym_of_group,
    is_inside_name,
    is_owned_by_country,
    name_mention,
)
from extractor.annotate.actors.quantities import (
    aged_mention,
    counts_people,
    is_one_of_them,
    is_part_of_force,
    is_part_of_group,
    is_part_with_whole,
    is_quantity,
    number_mention,
    part_of_group,
    whole_behind,
    with_quantity,
)
from extractor.document.tokens import Word, Words
from extractor.lexicon.actor_nouns import demonyms
from extractor.lexicon.word_classes import word_class, word_classes
from extractor.syntax import is_aged, sharers, taken_captive

# Half of the words of a text: what nobody is called by, unless the parser takes it for a part of a name or a list.
_NO_HEADS = frozenset(("ADP", "AUX", "CCONJ", "DET", "PART", "PUNCT", "SCONJ", "SPACE", "SYM"))
_LINKED = frozenset(("amod", "compound", "nmod", "conj"))


def find_mentions(words: Words) -> list[Mention]:
    """The mentions of a parsed Doc in the order of their heads.

    "Syrian rebels" and "two soldiers" of "Syrian rebels shot two soldiers."
    """
    return [mention for mention in map(mention_at, words) if mention is not None]


def mention_at(token: Word) -> Mention | None:
    """The mention whose head is a word; None for a word that names no actor.

    In "Syrian rebels shot two soldiers." "rebels" is the head of "Syrian rebels", "soldiers" that of "two soldiers".
    """
    if is_part_of_group(token):
        return part_of_group(token)
    if is_part_with_whole(token):
        return _part_of_whole(token)
    if token.pos_ in _NO_HEADS and token.dep_ not in _LINKED:
        return None
    if is_aged(token):
        return aged_mention(token)
    if token.pos_ == "PRON":
        return pronoun_mention(token)
    noun = _modified_noun(token)
    if noun is None:
        return _read(token)
    if has_author(noun):
        if token.lower_ in demonyms():
            return country_as_author(token)
        return _read(token)
    shared = sharers(noun)
    if token in shared[:-1]:
        return _sharer(token, noun, shared[-1])
    return _read(token)


def _read(token: Word) -> Mention | None:
    """The mention of a word by its part of speech alone."""
    read = _READERS.get(token.pos_)
    return read(token) if read is not None else None


def _modified_noun(token: Word) -> Word | None:
    """The noun that a word stands before, alone or as a member of "Greek and Turkish"; None for other words."""
    first = token
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    if first.dep_ not in ("amod", "compound", "nmod") or first.head.i <= token.i:
        return None
    return first.head


def _sharer(token: Word, noun: Word, last: Word) -> Mention | None:
    """The mention of one of several names before a noun that they share.

    "Greek" in "Greek and Turkish officials": Greek officials.
    """
    mention = _description(noun) if noun.pos_ == "NOUN" else None
    if mention is None:
        return None
    mention.name = f"{token.text} {token.words.phrase(last.i + 1, noun.i + 1)}"
    mention.head, mention.start, mention.end = token.i, token.i, token.i + 1
    mention.country = country_word(token)
    return mention


def _proper_noun(token: Word) -> Mention | None:
    """The mention of a name; one inside a longer name only before what it may have said or done.

    "United Nations" of "United Nations appeal", nothing for "Homs" of "the Homs brigade".
    """
    if is_inside_name(token) and not has_author(token.head):
        return None
    return name_mention(token)


def _common_noun(token: Word) -> Mention | None:
    """The mention of a description, or of a name that the tagger takes for one."""
    if token.dep_ == "compound":
        if taken_captive(token.head) is token:
            return nominal_mention(token)
        return author_before(token)
    if token.dep_ == "conj" and _modified_noun(token) is not None:
        return None
    if token.ent_type_ == "GPE" and token.text[0].isupper():
        return name_mention(token)
    if is_acronym_of_group(token) or is_owned_by_country(token):
        return name_mention(token)
    return _description(token)


def _description(token: Word) -> Mention | None:
    """The mention of a common noun; of one that counts that of those whom it counts.

    "Thousands of Israelis", "two companies of police".
    """
    if is_quantity(token):
        return _counted(token)
    if _is_corpse(token):
        return None
    unit = _counted(token) if token.lemma_ in word_class("units") else None
    is_force = unit is not None and is_part_of_force(unit)
    return unit if is_force else nominal_mention(token)


def _is_corpse(noun: Word) -> bool:
    """Whether a body is that of a dead person.

    "The bodies of nine men", "found a body"; not "a body of experts said".
    """
    if noun.lemma_ != "body":
        return False
    of = noun.prep("of")
    if noun.tag_ == "NNS" and of is not None and of.lemma_ in word_classes()["mortal"]:
        return True
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in word_class("uncovering")


def _number(token: Word) -> Mention | None:
    """The mention of those whom a number counts.

    "Two of the guards", "at least 14".
    """
    if not counts_people(token):
        return None
    is_alone = counted(token) is None or is_one_of_them(token)
    return number_mention(token) if is_alone else _counted(token)


def _part_of_whole(token: Word) -> Mention | None:
    """The mention of those whom a part is taken from, with the word for the part; None for a whole of no people."""
    whole = whole_behind(token)
    mention = mention_at(whole) if whole is not None else None
    return with_quantity(mention, token) if mention is not None else None


def _counted(token: Word) -> Mention | None:
    """The mention of those whom a quantity counts, with the quantity."""
    inner = counted(token)
    mention = mention_at(inner) if inner is not None else None
    if mention is None:
        return None
    return with_quantity(mention, token)


_READERS: dict[str, Callable[[Word], Mention | None]] = {
    "PROPN": _proper_noun,
    "NOUN": _common_noun,
    "NUM": _number,
    "ADJ": adjective_mention,
    "VERB": participle_mention,
}
