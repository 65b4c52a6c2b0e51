"""When two names are the same actor's: surnames, acronyms, short and long forms of the name of an organization."""

from extractor.annotate.actors.chain import Chain
from extractor.annotate.actors.mention import Mention
from extractor.annotate.actors.name_parts import is_acronym, name_words
from extractor.lexicon.actor_nouns import actor_nouns, plain
from extractor.records import ActorKind


def is_same_person(key: str, chain: Chain) -> bool:
    """Whether a name in its plain form can be that of the person of a chain.

    "Ann Lee" is "Lee", "Ann" and "Ann Mary Lee"; it is neither "Bob Lee" nor "Ann Ray".
    """
    words = name_words(key)
    return any(_are_of_one_person(words, name_words(other)) for other in chain.names)


def _are_of_one_person(words: list[str], known: list[str]) -> bool:
    """Whether the words of two names agree: the surname, and what stands before it where both have something.

    >>> _are_of_one_person(["carla", "mendes"], ["mendes"])
    True
    >>> _are_of_one_person(["carla", "mendes"], ["ana", "mendes"])
    False
    """
    if not words or not known:
        return False
    if words[-1] != known[-1]:
        return len(words) == 1 and words[0] in known
    shorter, longer = sorted((set(words), set(known)), key=len)
    return words[0] == known[0] or shorter <= longer


def has_surname(chain: Chain, key: str) -> bool:
    """Whether a chain is a person with this surname.

    "Jim Jordan" for "jordan".
    """
    if chain.kind is not ActorKind.PERSON:
        return False
    return any(name.endswith(" " + key) for name in chain.names)


def is_same_organization(name: str, words: list[str], chain: Chain) -> bool:
    """Whether a name, with the words of it that count, is an acronym or another form of a name of a chain.

    "FSA" and "Free Army" for a chain that was called "Free Syrian Army".
    """
    for other, known in chain.spellings.items():
        if is_acronym(name, other) or is_acronym(other, name):
            return True
        if _is_shortened(*sorted((words, known), key=len)):
            return True
    return False


def _is_shortened(shorter: list[str], longer: list[str]) -> bool:
    """Whether a name of two words or more is a part of a longer one, or leaves words out of it, but not the last.

    "Rapid Support" and "Rapid Forces" of "Rapid Support Forces".
    """
    size = len(shorter)
    if size < 2:
        return False
    if any(shorter == longer[i : i + size] for i in range(len(longer))):
        return True
    if shorter[-1] != longer[-1]:
        return False
    return set(shorter) <= set(longer)


def is_short_form(mention: Mention, chain: Chain) -> bool:
    """Whether a mention is the kind of organization that a longer name of a chain tells.

    "The Court" after "the Supreme Court".
    """
    key = plain(mention.name)
    if mention.lemma not in actor_nouns():
        return False
    return any(key in name.split() for name in chain.names if " " in name)
