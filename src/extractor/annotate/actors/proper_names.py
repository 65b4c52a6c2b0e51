"""Names as mentions: the NER gives the span; the words around it tell a person, a group, a people or a state."""

from collections.abc import Callable
from dataclasses import dataclass

from extractor.annotate.actors.mention import (
    Mention,
    behind_hyphens,
    capitalised,
    is_plural,
    make_mention,
    noun_of,
    phrase_of,
)
from extractor.annotate.actors.objects import is_acted_on, thing_mention
from extractor.document.tokens import Word
from extractor.lexicon.actor_nouns import (
    ActorNoun,
    actor_nouns,
    country_names,
    demonyms,
    plain,
    seats,
    state_names,
    strip_name,
)
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import word_lists
from extractor.lexicon.triggers import verb_rules
from extractor.records import ActorKind

# Places in a clause where a country or a town acts or is acted on; in "in Turkey" it is only a place.
_ACTING = frozenset(("nsubj", "nsubjpass", "dobj", "dative", "agent", "appos", "poss", "ROOT", "attr", "oprd"))
_PARTY_PREPOSITIONS = word_lists("actors/words.txt")["party prepositions"]
_SPEAKING_PREPOSITIONS = frozenset(("by", "with", "against", "between"))
_ADDRESSING = word_lists("actors/words.txt")["addressing"]
_DONE_TO_PERSONS = word_lists("actors/words.txt")["done to persons"]
_LYING = frozenset(("be", "fall", "lie", "collapse"))  # what a town does, not its government
# Labels of the NER: names of places and people, and of what is no actor.
_PLACES_AND_PEOPLE = frozenset(("GPE", "LOC", "FAC", "NORP"))
_NO_ACTORS = frozenset(
    (*("DATE", "TIME", "EVENT", "LAW", "LANGUAGE", "WORK_OF_ART", "PRODUCT", "MONEY", "PERCENT", "QUANTITY"),)
)
_LONGEST_TAIL = 5  # words of the name of a country from "Republic" on
_IN_TITLES = frozenset(("NOUN", "PROPN", "ADJ", "ADP"))


@dataclass(frozen=True, slots=True)
class _Name:
    """A proper noun with its phrase [start, end), the NER's label, its noun for actors, and the name without titles."""

    token: Word
    start: int
    end: int
    label: str
    noun: ActorNoun | None
    core: str

    def mention(self, kind: ActorKind, known: bool = True) -> Mention:
        """A mention of the whole phrase."""
        return make_mention(self.token, self.start, self.end, kind, known=known)


_Test = Callable[[_Name], bool]
_Reader = Callable[[_Name], Mention | None]


def is_inside_name(token: Word) -> bool:
    """Whether a word is a part of a longer name or phrase: "Homs" in "the Homs brigade"."""
    if token.dep_ not in ("compound", "nmod"):
        return False
    return token.head.pos_ in ("PROPN", "NOUN") and token.head.i > token.i


def is_acronym_of_group(token: Word) -> bool:
    """Whether a word looks like the short form of a group, though tagged as something else.

    "FSA" that the tagger takes for a common noun and the NER for an organization.
    """
    if not _looks_like_acronym(token):
        return False
    return token.ent_type_ == "ORG" or _is_lone_acronym(token)


def _is_lone_acronym(token: Word) -> bool:
    """An agent in capitals among words that are not, which no dictionary has: "UNICEF called for help"."""
    if token.ent_type_ or not _is_agent(token) or token.i + 1 >= len(token.words):
        return False
    if token.nbor(1).text.isupper():
        return False
    if token.i > 0 and token.nbor(-1).text.isupper():
        return False
    return not classes_of(token.lower_)


def name_mention(token: Word) -> Mention | None:
    """A proper noun as a mention, None where it names no actor.

    "Ann Lee" in "Mayor Ann Lee left." is a person with the role "Mayor", "Oslo" in "Oslo signed the treaty." a state.
    """
    start, end = phrase_of(token)
    end_of_country = _end_of_country(token)
    core = plain(token.words.phrase(_core_start(token), end_of_country or token.i + 1))
    end = max(end, end_of_country or end)
    return _first_reading(_READINGS, _Name(token, start, end, token.ent_type_, noun_of(token), core))


def _first_reading(readings: tuple[tuple[_Test, _Reader], ...], name: _Name) -> Mention | None:
    """What the first reading that applies makes of a name."""
    for applies, read in readings:
        if applies(name):
            return read(name)
    return None


def _end_of_country(token: Word) -> int | None:
    """Where the name of a country that is a phrase ends: "the Democratic Republic of the Congo"; None for others."""
    if token.i + 1 >= len(token.words) or token.nbor(1).lower_ != "of":
        return None
    start = _core_start(token)
    ends = range(token.i + 3, min(len(token.words), token.i + _LONGEST_TAIL) + 1)
    return next((end for end in ends if plain(token.words.phrase(start, end)) in country_names()), None)


def _core_start(token: Word) -> int:
    """The first word of the name, past words before it that are no proper nouns."""
    start = token.i
    while start > 0 and _continues_name(token.words[start - 1], start):
        start -= 1
    return start


def _continues_name(before: Word, start: int) -> bool:
    """Whether a word belongs to the name that begins behind it."""
    return before.pos_ == "PROPN" and before.head.i >= start and before.dep_ in ("compound", "nmod")


# The readings of a name: a test and what to make of a name that passes it.


def _is_person(name: _Name) -> bool:
    """Whether the NER takes it for a person: "Ann Lee"; not when it is the name of a country."""
    return name.label == "PERSON" and name.core not in country_names()


def _person(name: _Name) -> Mention:
    """A person; a title before the name tells the sector and the role."""
    token, words = name.token, name.token.words
    mention = name.mention(ActorKind.PERSON)
    first = token.i
    while first > name.start and words[first - 1].ent_type_ == "PERSON":
        first -= 1
    mention.name = strip_name(words.phrase(first, behind_hyphens(token, token.i + 1)))
    title = [word for word in words.between(name.start, first) if word.pos_ in _IN_TITLES and word.dep_ != "poss"]
    noun = next((noun for word in reversed(title) if (noun := noun_of(word)) is not None), None)
    if noun is not None:
        mention.sector = noun.sector
        mention.role = words.phrase(title[0].i, title[-1].i + 1)
    return mention


def _is_thing_acted_on(name: _Name) -> bool:
    """Whether it is the name of a building or a vehicle to which something is done: "burned the Grand Hotel"."""
    if name.noun is None or name.noun.form != "object" or _is_charged_seat(name):
        return False
    return is_acted_on(name.token)


def _is_charged_seat(name: _Name) -> bool:
    """Whether it is a seat of which something is told: "the White House is alleged to have lied"."""
    if name.token.dep_ != "nsubjpass" or name.core not in seats():
        return False
    rights = name.token.head.rights
    return rights.has("xcomp") or any(word.rights.has("pcomp") for word in rights.those("prep"))


def _thing(name: _Name) -> Mention | None:
    """The thing as an object."""
    return thing_mention(name.token, name.start, name.end)


def _is_seat(name: _Name) -> bool:
    """Whether it is a place that stands for an institution: "the Kremlin"."""
    return name.core in seats()


def _institution(name: _Name) -> Mention:
    """The institution that has its seat there."""
    seat = seats()[name.core]
    return make_mention(
        name.token, name.start, name.end, ActorKind.ORGANIZATION, sector=seat.sector, country=seat.country
    )


def _is_group_taken_for_place(name: _Name) -> bool:
    """Whether the NER takes the name of a group for a place.

    "The African Union" in a list of states.
    """
    if name.label != "GPE" or name.noun is None or name.noun.form != "group":
        return False
    return name.token.i > name.start and name.core not in country_names()


def _organization(name: _Name) -> Mention:
    """ "The paramilitary Rapid Support Forces": its name begins with the first word that is one of a name."""
    token = name.token
    sector = name.noun.sector if name.noun else None
    mention = make_mention(token, name.start, name.end, ActorKind.ORGANIZATION, sector=sector)
    before = token.words.between(name.start, token.i)
    first = next((word.i for word in before if word.ent_type_ or word.pos_ in ("PROPN", "NUM")), token.i)
    mention.name = strip_name(token.words.phrase(first, name.end))
    return mention


def is_owned_by_country(token: Word) -> bool:
    """Whether a capitalised word is what a country has by name, in a text that has small letters too.

    "Total" of "a deal with France's Total", whatever the tagger takes it for.
    """
    owner = token.lefts.first("poss")
    if owner is None:
        return False
    if plain(owner.text) not in state_names():
        return False
    if not token.text[0].isupper():
        return False
    return token.climb("conj").head.text.islower() and noun_of(token) is None


def _is_owned(name: _Name) -> bool:
    """Whether it is a company or a group that the text calls a country's: "Ukraine's Naftogaz".

    "Naftogaz" in "Ukraine's Naftogaz".
    """
    if name.label in ("PERSON", *_NO_ACTORS) or not is_owned_by_country(name.token):
        return False
    return name.core not in demonyms() and name.core not in country_names()


def _owned(name: _Name) -> Mention:
    """The company or the group, without the country before it.

    "Naftogaz".
    """
    return make_mention(name.token, _core_start(name.token), name.end, ActorKind.ORGANIZATION)


def _is_place_or_people(name: _Name) -> bool:
    """Whether the NER takes it for a place or a people, or it is the name of a country."""
    return name.label in _PLACES_AND_PEOPLE or name.core in country_names()


def _country_or_people(name: _Name) -> Mention | None:
    """A place or a people, as one of the readings of these; None for a place that does nothing."""
    return _first_reading(_READINGS_OF_PLACES, name)


def _is_no_actor(name: _Name) -> bool:
    """Whether it names something that does not act, or a part of a longer name.

    "Sunday", "the Bible"; "Agriculture" in "the Department of Agriculture".
    """
    if name.label in _NO_ACTORS:
        return True
    if name.noun is not None or name.label != "ORG":
        return False
    return _is_in_longer_name(name.token)


def _nothing(_: _Name) -> None:
    """No mention."""


def _is_description(name: _Name) -> bool:
    """Whether it is a common noun that the tagger takes for a name: "Commandos" as the first word of a sentence."""
    if name.noun is None or name.noun.form != "human":
        return False
    return not name.label


def _description(name: _Name) -> Mention:
    """The people or the person that a common noun means."""
    token, sector = name.token, name.noun.sector if name.noun else None
    several = is_plural(token) or capitalised(token) in actor_nouns()
    kind = ActorKind.PEOPLE if several else ActorKind.PERSON
    return make_mention(token, name.start, name.end, kind, sector=sector, form="nominal")


def _is_organization(name: _Name) -> bool:
    """Whether the NER takes it for an organization, or its noun names actors: "Health Ministry"."""
    return name.label == "ORG" or name.noun is not None


def _is_titled(name: _Name) -> bool:
    """Whether the NER does not know it, but a title or a given name before it.

    "General Augusto Pinochet"; not "President Reza:", which is a label.
    """
    token = name.token
    if name.label or token.text[0].islower() or token.precedes(":"):
        return False
    before = [child for child in token.lefts.those("compound") if child.pos_ == "PROPN"]
    if not before:
        return False
    if _is_title(noun_of(before[0])):
        return True
    return any(child.ent_type_ == "PERSON" for child in before)


def _is_title(noun: ActorNoun | None) -> bool:
    """Whether a noun is a title: "General", "president"."""
    if noun is None or noun.form != "human":
        return False
    return noun.sector in sectors("title")


def _is_unknown_agent(name: _Name) -> bool:
    """Whether the NER does not know it, but it stands where an actor does.

    Most such names are of groups and people from abroad.
    """
    token = name.token
    if not _is_agent(token):
        return False
    is_longer = token.i > name.start and token.words[token.i - 1].pos_ == "PROPN"
    return is_longer or _looks_like_acronym(token)


def _is_unknown_word(name: _Name) -> bool:
    """Whether it is one word that no dictionary has, which does or suffers an act: "Mykola was shot"."""
    token = name.token
    if name.label or token.tag_ != "NNP" or not _is_agent(token):
        return False
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if verb.lemma_ not in verb_rules():
        return False
    if not token.text.istitle() or len(token.text) <= 3:
        return False
    return not classes_of(token.lower_)


def _perhaps_person(name: _Name) -> Mention:
    """A person that may be none."""
    return name.mention(ActorKind.PERSON, known=False)


def _perhaps_organization(name: _Name) -> Mention:
    """An organization that may be none."""
    return name.mention(ActorKind.ORGANIZATION, known=False)


_READINGS: tuple[tuple[_Test, _Reader], ...] = (
    (_is_person, _person),
    (_is_thing_acted_on, _thing),
    (_is_seat, _institution),
    (_is_group_taken_for_place, _organization),
    (_is_owned, _owned),
    (_is_place_or_people, _country_or_people),
    (_is_no_actor, _nothing),
    (_is_description, _description),
    (_is_organization, _organization),
    (_is_titled, _person),
    (_is_unknown_agent, _perhaps_organization),
    (_is_unknown_word, _perhaps_person),
)


def _is_demonym(name: _Name) -> bool:
    """Whether it is a word for the people of a country.

    "Syrians", "the Dutch"; not "Niger", which is a country though Nigeriens are of it too.
    """
    if name.core not in demonyms():
        return False
    if name.label == "NORP":
        return True
    if name.core in country_names():
        return False
    return name.core.endswith("s")


def _people_of_country(name: _Name) -> Mention:
    """The people of a country."""
    country = demonyms()[name.core]
    return make_mention(
        name.token, name.start, name.end, ActorKind.PEOPLE, country=country, sector="CVL", form="nominal"
    )


def _is_country(name: _Name) -> bool:
    """Whether it is the name of a country or of its capital."""
    return name.core in country_names()


def _country(name: _Name) -> Mention | None:
    """A state, by its name or where it speaks by that of its capital."""
    if name.core not in state_names() and not _speaks(name.token):
        return None
    country = country_names()[name.core]
    mention = make_mention(name.token, name.start, name.end, ActorKind.COUNTRY, country=country, sector="GOV")
    mention.known = _acts(name.token)
    return mention


def _is_norp(name: _Name) -> bool:
    """Whether the NER takes it for a people, a religion or a party: "Sunnis", "the Taliban"."""
    return name.label == "NORP"


def _group_of_people(name: _Name) -> Mention:
    """Several people, or the organization that they are.

    "Sunnis" and "30 Rohingya", "the Taliban".
    """
    several = is_plural(name.token) or name.token.lefts.has("nummod")
    return name.mention(ActorKind.PEOPLE if several else ActorKind.ORGANIZATION)


def _is_harmed_place(name: _Name) -> bool:
    """A name taken for a place, to which is done what is done to persons alone: "Mykola was arrested"."""
    token = name.token
    return token.dep_ == "nsubjpass" and token.head.lemma_ in _DONE_TO_PERSONS


def _is_acting_place(name: _Name) -> bool:
    """A town or a region that acts, its people or its government, or a group taken for one."""
    token = name.token
    if token.dep_ == "nsubj" and token.head.pos_ == "VERB":
        return True
    return _looks_like_acronym(token) and _acts_together(token)


_READINGS_OF_PLACES: tuple[tuple[_Test, _Reader], ...] = (
    (_is_demonym, _people_of_country),
    (_is_country, _country),
    (_is_norp, _group_of_people),
    (_is_harmed_place, _perhaps_person),
    (_is_acting_place, _perhaps_organization),
)


def _is_in_longer_name(token: Word) -> bool:
    """Whether a word is a part of the name of an organization before it.

    "Agriculture" in "the Department of Agriculture".
    """
    while token.dep_ == "conj" and token.head.ent_type_ == "ORG":
        token = token.head
    above = token.head.head
    if token.dep_ != "pobj" or above.ent_type_ != "ORG":
        return False
    name = token.words.between(above.i + 1, token.i + 1)
    return len(name) > 0 and all(word.ent_iob_ == "I" for word in name)


def _looks_like_acronym(token: Word) -> bool:
    """Whether a word is in capitals and short."""
    return token.text.isupper() and 2 <= len(token.text) <= 6


def _is_agent(token: Word) -> bool:
    """The subject of a verb, or who stands behind "by"."""
    if token.dep_ == "pobj":
        return token.head.lower_ == "by"
    return token.dep_ in ("nsubj", "nsubjpass")


def _acts_together(token: Word) -> bool:
    """Whether a word is coordinated with a first one that acts: "the government and SPLM agreed"."""
    first = token.climb("conj")
    return first is not token and _is_agent(first)


def _acts(token: Word) -> bool:
    """Whether a country acts or is acted on where its name stands; in "in Turkey" it is only a place."""
    first = token.climb("conj")
    if first.dep_ == "pobj":
        return first.head.lower_ in _PARTY_PREPOSITIONS
    return first.dep_ in _ACTING


def _speaks(token: Word) -> bool:
    """Whether a capital stands for its government: it does something, or is asked or accused."""
    first = token.climb("conj")
    head = first.head
    if first.dep_ == "pobj":
        if head.lower_ not in _SPEAKING_PREPOSITIONS:
            return False
        return head.head.pos_ in ("VERB", "NOUN")
    if first.dep_ == "dobj":
        return head.lemma_ in _ADDRESSING
    return first.dep_ == "nsubj" and head.lemma_ not in _LYING
