"""Names as mentions: the NER gives the span; the words around it tell a person, a group, a people or a state."""

from extractor.annotate.actors.mention import Mention, capitalised, is_plural, make_mention, noun_of, phrase_of
from extractor.annotate.actors.objects import thing_mention
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
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import word_lists
from extractor.records import ActorKind

# Places in a clause where a country or a town acts or is acted on; in "in Turkey" it is only a place.
_ACTING = frozenset(("nsubj", "nsubjpass", "dobj", "dative", "agent", "appos", "poss", "ROOT", "attr", "oprd"))
_PARTY_PREPOSITIONS = word_lists("actors/words.txt")["party prepositions"]
_ADDRESSING = word_lists("actors/words.txt")["addressing"]


def inside_name(token: Word) -> bool:
    """Whether a word is a part of a longer name or phrase: "Homs" in "the Homs brigade"."""
    return token.dep_ in ("compound", "nmod") and token.head.pos_ in ("PROPN", "NOUN") and token.head.i > token.i


def name_mention(token: Word) -> Mention | None:
    """A proper noun as a mention, None where it names no actor."""
    start, end = phrase_of(token)
    label = token.ent_type_
    noun = noun_of(token)
    core = plain(token.words.phrase(*_name_core(token)))
    if label == "PERSON" and core not in country_names():
        return _person(token, start, end)
    if noun is not None and noun.form == "object" and (thing := thing_mention(token, start, end)) is not None:
        return thing
    if core in seats():
        seat = seats()[core]
        return make_mention(token, start, end, ActorKind.ORGANIZATION, sector=seat.sector, country=seat.country)
    if label == "GPE" and noun is not None and noun.form == "group" and token.i > start and core not in country_names():
        return _organization(token, start, end, noun)  # "the African Union" in a list of states
    if label in ("GPE", "LOC", "FAC", "NORP", "PERSON") or core in country_names():
        return _country_or_people(token, start, end, core)
    if label in ("DATE", "TIME", "EVENT", "LAW", "LANGUAGE", "WORK_OF_ART", "PRODUCT", "MONEY", "PERCENT", "QUANTITY"):
        return None
    if noun is not None and noun.form == "human" and not label:
        several = is_plural(token) or capitalised(token) in actor_nouns()
        kind = ActorKind.PEOPLE if several else ActorKind.PERSON
        return make_mention(token, start, end, kind, sector=noun.sector, form="nominal")
    if noun is None and label == "ORG" and _in_longer_name(token):
        return None
    if label == "ORG" or noun is not None:
        return _organization(token, start, end, noun)
    if not label and _titled(token):
        return _person(token, start, end)
    # A capitalised name the NER does not know, where an actor stands: most are groups and people from abroad.
    longer = token.i > start and token.words[token.i - 1].pos_ == "PROPN"
    if (longer or _looks_like_acronym(token)) and _is_agent(token):
        return make_mention(token, start, end, ActorKind.ORGANIZATION, known=False)
    return None


def _titled(token: Word) -> bool:
    """A name that the NER does not know after a title or a given name that it knows: "General Augusto Pinochet"."""
    before = [child for child in token.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
    labels = token.i + 1 < len(token.words) and token.nbor(1).text == ":"
    if not before or token.text[0].islower() or labels:
        return False
    title = noun_of(before[0])
    office = title is not None and title.form == "human" and title.sector in sectors("title")
    return office or any(child.ent_type_ == "PERSON" for child in before)


def _in_longer_name(token: Word) -> bool:
    """ "Agriculture" in "the Department of Agriculture"."""
    while token.dep_ == "conj" and token.head.ent_type_ == "ORG":
        token = token.head
    above = token.head.head
    if token.dep_ != "pobj" or above.ent_type_ != "ORG" or above.i >= token.i:
        return False
    return all(word.ent_iob_ == "I" for word in token.words.between(above.i + 1, token.i + 1))


def _looks_like_acronym(token: Word) -> bool:
    return token.text.isupper() and 2 <= len(token.text) <= 6


def is_acronym_of_group(token: Word) -> bool:
    """Whether a word looks like the short form of a group, though tagged as something else."""
    return token.ent_type_ == "ORG" and _looks_like_acronym(token)


def _is_agent(token: Word) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass") or (token.dep_ == "pobj" and token.head.lower_ == "by")


def _organization(token: Word, start: int, end: int, noun: ActorNoun | None) -> Mention:
    """ "the paramilitary Rapid Support Forces" -> "Rapid Support Forces"."""
    mention = make_mention(token, start, end, ActorKind.ORGANIZATION, sector=noun.sector if noun else None)
    first = start
    while first < token.i and token.words[first].pos_ not in ("PROPN", "NUM") and not token.words[first].ent_type_:
        first += 1
    mention.name = strip_name(token.words.phrase(first, end))
    return mention


def _name_core(token: Word) -> tuple[int, int]:
    """The name without words before it that are no proper nouns."""
    start = token.i
    while (
        start > 0
        and (before := token.words[start - 1]).pos_ == "PROPN"
        and before.head.i >= start
        and (before.dep_ in ("compound", "nmod"))
    ):
        start -= 1
    return start, token.i + 1


def _person(token: Word, start: int, end: int) -> Mention:
    mention = make_mention(token, start, end, ActorKind.PERSON)
    first = token.i
    while first > start and token.words[first - 1].ent_type_ == "PERSON":
        first -= 1
    title = [
        t for t in token.words.between(start, first) if t.pos_ in ("NOUN", "PROPN", "ADJ", "ADP") and t.dep_ != "poss"
    ]
    mention.name = strip_name(token.words.phrase(first, token.i + 1))
    for word in reversed(title):
        noun = noun_of(word)
        if noun is not None:
            mention.sector = noun.sector
            mention.role = token.words.phrase(title[0].i, title[-1].i + 1)
            break
    return mention


def _country_or_people(token: Word, start: int, end: int, core: str) -> Mention | None:
    is_norp = token.ent_type_ == "NORP"
    if core in demonyms() and (is_norp or (core not in country_names() and core.endswith("s"))):
        return make_mention(token, start, end, ActorKind.PEOPLE, country=demonyms()[core], sector="CVL", form="nominal")
    code = country_names().get(core)
    if code is not None:
        if core not in state_names() and not _speaks(token):
            return None
        mention = make_mention(token, start, end, ActorKind.COUNTRY, country=code, sector="GOV")
        mention.known = _acts(token)
        return mention
    if token.ent_type_ == "NORP":
        return make_mention(token, start, end, ActorKind.PEOPLE if is_plural(token) else ActorKind.ORGANIZATION)
    if token.ent_type_ == "PERSON":
        return _person(token, start, end)
    # A town or a region that acts, its people or its government, or a group taken for one.
    if (token.dep_ == "nsubj" and token.head.pos_ == "VERB") or (_looks_like_acronym(token) and _acts_together(token)):
        return make_mention(token, start, end, ActorKind.ORGANIZATION, known=False)
    return None


def _acts_together(token: Word) -> bool:
    """ "the government and SPLM agreed"."""
    first = token
    while first.dep_ == "conj":
        first = first.head
    return first is not token and _is_agent(first)


def _acts(token: Word) -> bool:
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ == "pobj":
        return token.head.lower_ in _PARTY_PREPOSITIONS
    return token.dep_ in _ACTING


def _speaks(token: Word) -> bool:
    """Whether a capital stands for its government: it does something, or is asked or accused."""
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ == "pobj":
        return token.head.lower_ in ("by", "with", "against", "between") and token.head.head.pos_ in ("VERB", "NOUN")
    if token.dep_ == "dobj":
        return token.head.lemma_ in _ADDRESSING
    return token.dep_ == "nsubj" and token.head.lemma_ not in ("be", "fall", "lie", "collapse")
