"""Noun phrases and pronouns that can stand for an actor, found by their head word."""

from extractor.annotate.actors.mention import (
    Mention,
    counted,
    country_word,
    is_plural,
    make_mention,
    noun_of,
    phrase_of,
)
from extractor.annotate.actors.objects import thing_mention
from extractor.annotate.actors.pronouns import pronoun_mention
from extractor.annotate.actors.proper_names import inside_name, is_acronym_of_group, name_mention
from extractor.document.tokens import Word, Words
from extractor.lexicon.actor_nouns import ActorNoun, actor_nouns, country_names, demonyms, plain, strip_name
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import word_lists
from extractor.lexicon.triggers import event_nouns
from extractor.records import ActorKind
from extractor.syntax import is_aged, is_event_noun, sharers, word_class

_QUANTITIES = frozenset("thousand hundred dozen million score number group majority most handful ten pair".split())  # noqa: SIM905
# Nouns that are no actors right after these words.
_SET_PHRASES = {
    "front": frozenset(("in",)),
    "state": frozenset(("of",)),
    "chief": frozenset(("in",)),
    "side": frozenset(("on", "by", "one")),
    "party": frozenset(("in",)),
    "business": frozenset(("in", "of", "for", "on", "to", "no")),
    "office": frozenset(("in", "of", "from", "for")),
    "power": frozenset(("in", "to", "from", "of")),
}
_STATES_OF = word_lists("actors/words.txt")["states of"]
_PEOPLE_ADJECTIVES = frozenset("dead wounded injured displaced poor rich elderly missing".split())  # noqa: SIM905


# Half of the words of a text: what nobody is called by, unless the parser takes it for a part of a name or a list.
_NO_HEADS = frozenset(("ADP", "AUX", "CCONJ", "DET", "PART", "PUNCT", "SCONJ", "SPACE", "SYM"))
_LINKED = frozenset(("amod", "compound", "nmod", "conj"))


def find_mentions(words: Words) -> list[Mention]:
    """The mentions of a parsed Doc in the order of their heads."""
    return [mention for token in words if (mention := _mention(token)) is not None]


def _mention(token: Word) -> Mention | None:
    pos = token.pos_
    if pos in _NO_HEADS and token.dep_ not in _LINKED:
        return None
    if is_aged(token):
        return _aged(token)
    if pos == "PRON":
        return pronoun_mention(token)
    noun = _modified(token)
    if noun is not None and not _has_author(noun) and token in (shared := sharers(noun))[:-1]:
        return _sharer(token, noun, shared[-1])
    if token.lower_ in demonyms() and noun is not None and _has_author(noun):
        return make_mention(
            token, token.i, token.i + 1, ActorKind.COUNTRY, sector="GOV", country=demonyms()[token.lower_]
        )
    if pos == "PROPN":
        return None if inside_name(token) and not _has_author(token.head) else name_mention(token)
    if pos == "NOUN":
        if token.dep_ == "compound":
            return _author_before(token)
        if token.dep_ == "conj" and noun is not None:
            return None
        named = token.ent_type_ == "GPE" and token.text[0].isupper()
        return name_mention(token) if named or is_acronym_of_group(token) else _nominal(token)
    if pos == "NUM":
        return _number(token)
    if pos == "ADJ":
        return _adjective(token)
    if pos == "VERB" and token.tag_ == "VBN":
        return _participle(token)
    return None


def _modified(token: Word) -> Word | None:
    """The noun that a word stands before, alone or as a member of "Greek and Turkish"."""
    first = token
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    return first.head if first.dep_ in ("amod", "compound", "nmod") and first.head.i > token.i else None


def _sharer(token: Word, noun: Word, last: Word) -> Mention | None:
    """ "Greek" in "Greek and Turkish officials": Greek officials."""
    mention = _nominal(noun) if noun.pos_ == "NOUN" else None
    if mention is None:
        return None
    mention.name = f"{token.text} {token.words.phrase(last.i + 1, noun.i + 1)}"
    mention.head, mention.start, mention.end = token.i, token.i, token.i + 1
    mention.country = country_word(token)
    return mention


def _has_author(noun: Word) -> bool:
    """Whether what stands before a noun may be who does or says it: "Indian proposal", "United Nations appeal"."""
    return noun.pos_ == "NOUN" and (noun.lemma_ in event_nouns() or noun.lemma_ in word_class("authored"))


def _author_before(token: Word) -> Mention | None:
    """Who does what the noun behind names: "police firing", "a rebel attack"."""
    noun = noun_of(token)
    if noun is None or noun.form == "object" or token.lemma_ in word_class("no_author"):
        return None
    if noun.sector not in sectors("forces") and token.head.lemma_ not in word_class("voiced"):
        return None
    if not is_event_noun(token.head) or token.i + 1 != token.head.i:
        return None
    several = noun.form == "human" and token.tag_ in ("NN", "JJ")
    kind = ActorKind.ORGANIZATION if noun.form == "group" else ActorKind.PEOPLE
    mention = make_mention(token, token.i, token.i + 1, kind, sector=noun.sector, form="nominal")
    mention.plural, mention.definite = kind is ActorKind.PEOPLE, True
    if several:
        mention.name = _plural(token.text)
    return mention


def _plural(noun: str) -> str:
    return f"{noun[:-3]}men" if noun.endswith("man") else f"{noun}s"


def _nominal(token: Word) -> Mention | None:
    lemma = token.lemma_
    if lemma in _QUANTITIES and (inner := counted(token)) is not None:
        return _quantity(token, inner)
    if lemma in word_class("units") and (unit := _unit(token)) is not None:
        return unit
    noun = noun_of(token) or _by_suffix(token)
    if noun is None or (lemma in _SET_PHRASES and _in_set_phrase(token)):
        return None
    if lemma in _QUANTITIES and token.dep_ in ("npadvmod", "nummod", "quantmod"):
        return None
    start, end = phrase_of(token)
    shared = [] if _has_author(token) else sharers(token)
    if shared:
        start = shared[-1].i
    if _may_be_named(noun) and (inner_name := _name_inside(token)) is not None:
        mention = make_mention(token, start, end, ActorKind.ORGANIZATION, sector=noun.sector)
        mention.name, mention.plural = inner_name, False
        return mention
    if noun.form == "object":
        return thing_mention(token, start, end)
    plural = is_plural(token) or noun.form == "crowd"
    kind = ActorKind.ORGANIZATION if noun.form == "group" else ActorKind.PEOPLE if plural else ActorKind.PERSON
    mention = make_mention(token, start, end, kind, sector=noun.sector, form="nominal")
    mention.plural = plural
    if shared:
        mention.country = country_word(shared[-1])
    return mention


def _in_set_phrase(token: Word) -> bool:
    """ "in front of", "secretary of state", "a state of siege", "the front of a bank": no actor."""
    if token.lemma_ == "state" and any(
        c.lower_ == "of" and c.pobj and c.pobj.lemma_ in _STATES_OF for c in token.rights
    ):
        return True
    if token.lemma_ == "front" and token.rights.has_form("of"):
        return True
    before = token.nbor(-1).lower_ if token.i else ""
    return before in _SET_PHRASES[token.lemma_] and token.dep_ == "pobj"


def _by_suffix(token: Word) -> ActorNoun | None:
    """Nouns in -ist and -ian that act are people whom no list can complete: "Islamists", "Corsicans"."""
    acts = token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "conj", "poss") and token.tag_ in ("NNS", "NN")
    long = len(token.lemma_) > 6 and token.lemma_.endswith(("ist", "ian", "eer", "woman", "men"))
    return ActorNoun("human", "CVL") if acts and long and token.ent_type_ == "" else None


def _may_be_named(noun: ActorNoun) -> bool:
    """ "Hamas militants", "the Islamic State group": whether the name of a group may stand before the noun."""
    return noun.sector is None or noun.sector in sectors("fighting")


def has_name_inside(token: Word) -> bool:
    """Whether the noun itself stands for the organization before it: "Hamas militants"."""
    noun = noun_of(token)
    return noun is not None and _may_be_named(noun) and noun.form != "object" and _name_inside(token) is not None


def _name_inside(token: Word) -> str | None:
    """The organization that "Boko Haram fighters" and "the White Helmets rescue group" name."""
    first = last = None
    for child in token.lefts:
        if child.dep_ in ("compound", "nmod") and child.ent_type_ == "ORG" and child.pos_ == "PROPN":
            first = child.left_edge.i if first is None else first
            last = child.i + 1
    if first is None or last is None:
        return None
    name = strip_name(token.words.phrase(first, last))
    return None if plain(name) in country_names() else name


def _quantity(token: Word, inner: Word) -> Mention | None:
    mention = _mention(inner)
    if mention is None:
        return None
    start, _ = phrase_of(token)
    mention.head, mention.start, mention.plural, mention.definite = token.i, start, True, False
    if mention.kind is ActorKind.PERSON:
        mention.kind = ActorKind.PEOPLE
    if mention.lemma in ("people", "person"):
        mention.name = strip_name(token.words.phrase(start, mention.end))
    mention.links.append(inner.i)
    return mention


def _unit(token: Word) -> Mention | None:
    """ "two companies of paramilitary police": part of a force."""
    inner = counted(token)
    mention = _quantity(token, inner) if inner is not None else None
    if mention is None:
        return None
    if mention.sector in sectors("forces"):
        return mention
    is_name = mention.form == "name" and mention.sector is None
    return mention if is_name and mention.kind is ActorKind.ORGANIZATION else None


def _number(token: Word) -> Mention | None:
    """ "two were killed", "at least 14 died": people, when the number is the subject or object of a verb."""
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj") or token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT"):
        return None
    inner = counted(token)
    if inner is not None:
        return _quantity(token, inner)
    start, end = phrase_of(token)
    mention = make_mention(token, start, end, ActorKind.PEOPLE, sector="CVL", form="nominal")
    mention.plural = token.lower_ not in ("one", "1")
    return mention


def _participle(token: Word) -> Mention | None:
    """ "The accused walked up to the child", "the wounded kept coming": the parser may take such a noun for a verb."""
    noun = actor_nouns().get(token.lower_)
    if noun is None or token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return None
    if not token.lefts or token.lefts[0].dep_ != "det":
        return None
    several = token.lower_ in _PEOPLE_ADJECTIVES
    kind = ActorKind.PEOPLE if several else ActorKind.PERSON
    mention = make_mention(token, token.lefts[0].i, token.i + 1, kind, sector=noun.sector, form="nominal")
    mention.plural = several
    return mention


def _aged(token: Word) -> Mention:
    """ "A 45-year-old": a person known by the age."""
    start, end = phrase_of(token)
    several = token.lower_ == "olds"
    kind = ActorKind.PEOPLE if several else ActorKind.PERSON
    mention = make_mention(token, min(start, token.left_edge.i), end, kind, sector="CVL", form="nominal")
    mention.plural = several
    return mention


def _adjective(token: Word) -> Mention | None:
    if token.dep_ == "amod" and token.lemma_ in word_class("fighting"):
        return _author_before(token)
    if token.lower_ in _PEOPLE_ADJECTIVES and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
        start, end = phrase_of(token)
        return make_mention(token, start, end, ActorKind.PEOPLE, sector="CVL", form="nominal")
    return None
