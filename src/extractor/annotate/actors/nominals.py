"""Common nouns as mentions: "Syrian rebels", "the ministry", "Hamas militants", "the wounded"."""

from extractor.annotate.actors.authors import author_before, has_author
from extractor.annotate.actors.mention import Mention, country_word, is_plural, make_mention, noun_of, phrase_of
from extractor.annotate.actors.objects import is_spoiled, thing_mention
from extractor.annotate.actors.quantities import QUANTITIES
from extractor.document.tokens import Word
from extractor.lexicon.actor_nouns import ActorNoun, actor_nouns, country_names, plain, strip_name
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import word_lists
from extractor.records import ActorKind
from extractor.syntax import is_event_noun, sharers, taken_captive, word_class

_STATES_OF = word_lists("actors/words.txt")["states of"]
_PEOPLE_ADJECTIVES = word_lists("actors/words.txt")["people adjectives"]
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj")
_WORDS_OF_PEOPLE = ("ist", "ian", "eer", "woman", "men")
# Classes of noun_classes.tsv that name actors, the narrowest first.
_BY_CLASS = {
    "fighter": ActorNoun("human", "UAF"),
    "person": ActorNoun("human", "CVL"),
    "force": ActorNoun("group", "MIL"),
    "organization": ActorNoun("group", None),
}
_OBJECT = ActorNoun("object", None)
_THINGS = frozenset(("building", "vehicle"))
# Behind any preposition, GUM's chains of names lost 0.6 of 65.9 F1, behind these 0.3; events had nothing of the others.
_BEFORE_PARTICIPANTS = word_lists("actors/words.txt")["before participants"]
_PARTICIPANTS = frozenset(("nsubj", "nsubjpass", "dobj", "conj", "poss"))
_LEADING = frozenset(("head", "chair"))
_SHORTEST = 7  # letters of a noun that is one of people by its ending


def nominal_mention(token: Word) -> Mention | None:
    """A common noun as a mention; None where it names no actor: "in front of", "a state of siege", "dozens"."""
    noun = noun_of(token) or _leader(token) or _by_class(token) or _thing(token)
    if noun is None or any(is_nobody(token) for is_nobody in _NAMING_NOBODY):
        return None
    start, end = phrase_of(token)
    shared = [] if has_author(token) else sharers(token)
    if shared:
        start = shared[-1].i
    name = _name_inside(token) if _may_be_named(noun) else None
    if name is not None:
        return _named_group(token, start, end, noun, name)
    if noun.form == "object" and not _speaks(token):
        return thing_mention(token, start, end)
    mention = make_mention(token, start, end, _kind_of(noun, token), sector=noun.sector, form="nominal")
    mention.plural = _means_several(noun, token)
    if shared:
        mention.country = country_word(shared[-1])
    return mention


def participle_mention(token: Word) -> Mention | None:
    """A participle as a mention, where the parser takes a noun for a verb; else None.

    "The accused walked up to the child", "the wounded kept coming".
    """
    noun = actor_nouns().get(token.lower_) if token.tag_ == "VBN" else None
    if noun is None or token.dep_ not in _ARGUMENTS:
        return None
    first = token.lefts[0] if token.lefts else token
    if first.dep_ != "det":
        return None
    several = token.lower_ in _PEOPLE_ADJECTIVES
    kind = ActorKind.PEOPLE if several else ActorKind.PERSON
    mention = make_mention(token, first.i, token.i + 1, kind, sector=noun.sector, form="nominal")
    mention.plural = several
    return mention


def adjective_mention(token: Word) -> Mention | None:
    """An adjective as a mention; None for one that stands for nobody.

    "Rebel" of "rebel attack", "wounded" of "the wounded fled".
    """
    if token.dep_ in ("amod", "compound") and token.lemma_ in word_class("fighting"):
        return author_before(token)
    if token.lower_ in _PEOPLE_ADJECTIVES and token.dep_ in _ARGUMENTS:
        start, end = phrase_of(token)
        return make_mention(token, start, end, ActorKind.PEOPLE, sector="CVL", form="nominal")
    return None


def has_name_inside(token: Word) -> bool:
    """Whether the noun itself stands for the organization before it: "Hamas militants"."""
    noun = noun_of(token)
    if noun is None or noun.form == "object" or not _may_be_named(noun):
        return False
    return _name_inside(token) is not None


def _speaks(building: Word) -> bool:
    """Whether a building stands for those inside: "the customs office promised it", "the palace denied it"."""
    if building.dep_ != "nsubj" or building.head.pos_ != "VERB":
        return False
    verb = building.head.lemma_
    return verb in word_class("saying") or verb in word_class("speech_act")


def _means_several(noun: ActorNoun, token: Word) -> bool:
    """Whether a noun means several: by its form, or as "crowd" does."""
    return noun.form == "crowd" or is_plural(token)


def _kind_of(noun: ActorNoun, token: Word) -> ActorKind:
    """The kind of actor that a noun names.

    An organization for "the ministry", people for "rebels", a person for "a rebel".
    """
    if noun.form in ("group", "object"):
        return ActorKind.ORGANIZATION
    if _means_several(noun, token):
        return ActorKind.PEOPLE
    return ActorKind.PERSON


def _named_group(token: Word, start: int, end: int, noun: ActorNoun, name: str) -> Mention:
    """The organization that a noun has before it, which the whole phrase stands for.

    "Hamas militants" is Hamas.
    """
    mention = make_mention(token, start, end, ActorKind.ORGANIZATION, sector=noun.sector)
    mention.name, mention.plural = name, False
    return mention


def _only_counts(token: Word) -> bool:
    """Whether a noun only counts: "dozens" in "dozens more"."""
    if token.lemma_ not in QUANTITIES:
        return False
    return token.dep_ in ("npadvmod", "nummod", "quantmod")


def _is_made_captive(token: Word) -> bool:
    """The hostage of "took nine guards hostage", who are the guards."""
    return token.lemma_ in word_class("captives") and taken_captive(token) is not None


def _is_in_set_phrase(token: Word) -> bool:
    """Whether a noun names no actor in the phrase it stands in.

    "In front of", "secretary of state", "a state of siege", "the front of a bank".
    """
    before = word_lists("actors/set_phrases.txt").get(token.lemma_)
    if before is None:
        return False
    if token.lemma_ == "state" and _is_condition(token):
        return True
    if token.lemma_ == "front" and token.rights.has_form("of"):
        return True
    if token.dep_ != "pobj":
        return False
    return token.follows(*before)


def _is_condition(state: Word) -> bool:
    """Whether a state is the condition of something: "a state of emergency"."""
    return any(noun.lemma_ in _STATES_OF for noun in state.preps("of"))


_NAMING_NOBODY = (_is_in_set_phrase, _only_counts, _is_made_captive)


def _leader(token: Word) -> ActorNoun | None:
    """The entry for a word that names who leads a body: "the head of the customs office", not that of a statue."""
    body = token.prep("of") if token.lemma_ in _LEADING else None
    if body is None:
        return None
    if body.ent_type_ in ("ORG", "GPE"):
        return ActorNoun("human", None)
    noun = noun_of(body)
    is_group = noun is not None and noun.form == "group"
    if is_group or "organization" in classes_of(body.lemma_):
        return ActorNoun("human", noun.sector if noun is not None else None)
    return None


def _by_class(token: Word) -> ActorNoun | None:
    """The entry for a noun that no list has, by its ending or its class: "Corsicans", "booksellers", "a patrol"."""
    if token.tag_ not in ("NNS", "NN") or token.ent_type_ or not _takes_part(token):
        return None
    if len(token.lemma_) >= _SHORTEST and token.lemma_.endswith(_WORDS_OF_PEOPLE):
        return ActorNoun("human", "CVL")
    classes = classes_of(token.lemma_)
    for name, noun in _BY_CLASS.items():
        if name in classes:
            return noun
    return None


def _thing(token: Word) -> ActorNoun | None:
    """The entry for a thing that no list has: any building or vehicle, and whatever is destroyed.

    For "rickshaw" and "roller" of "torched a rickshaw and a road roller"; None for "roller" of "drove a road roller".
    """
    return _OBJECT if _is_site_or_vehicle(token) or is_spoiled(token) else None


def _is_site_or_vehicle(token: Word) -> bool:
    """Whether a common noun means a building or a vehicle by most of its senses: "abbey", "lorry"; not "yard"."""
    return token.tag_ in ("NN", "NNS") and not _THINGS.isdisjoint(classes_of(token.lemma_))


def _takes_part(token: Word) -> bool:
    """Whether a noun does something or has it done to it: "booksellers struck", not "the shop of booksellers"."""
    if token.dep_ != "pobj":
        return token.dep_ in _PARTICIPANTS
    preposition = token.head
    if preposition.lower_ in _BEFORE_PARTICIPANTS:
        return True
    return is_event_noun(preposition.head)


def _may_be_named(noun: ActorNoun) -> bool:
    """Whether the name of a group may stand before a noun.

    "Hamas militants", "the Islamic State group"; not "Google workers".
    """
    return noun.sector is None or noun.sector in sectors("fighting")


def _name_inside(token: Word) -> str | None:
    """The organization named before a noun, None without one.

    "Boko Haram" of "Boko Haram fighters", "White Helmets" of "the White Helmets rescue group".
    """
    parts = [child for child in token.lefts.those("compound", "nmod") if _is_name_of_group(child)]
    if not parts:
        return None
    name = strip_name(token.words.phrase(parts[0].left_edge.i, parts[-1].i + 1))
    return None if plain(name) in country_names() else name


def _is_name_of_group(word: Word) -> bool:
    """Whether a word is a proper noun that the NER takes for an organization."""
    return word.ent_type_ == "ORG" and word.pos_ == "PROPN"
