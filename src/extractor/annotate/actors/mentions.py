"""Noun phrases and pronouns that can stand for an actor, found by their head word."""

from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from extractor.annotate.actors.vocabulary import (
    ActorNoun,
    actor_nouns,
    country_names,
    demonyms,
    plain,
    seats,
    state_names,
    strip_name,
)
from extractor.lexicon import event_nouns
from extractor.records import ActorKind
from extractor.syntax import is_event_noun, sharers, word_class
from extractor.tables import data_rows
from extractor.words import Word, Words

MentionForm = Literal["name", "nominal", "pronoun"]
# Words before a head that belong to the phrase; clauses and prepositions after it do not.
_LEFT = frozenset(("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "punct"))
# Places in a clause where a country or a town acts or is acted on; in "in Turkey" it is only a place.
_ACTING = frozenset(("nsubj", "nsubjpass", "dobj", "dative", "agent", "appos", "poss", "ROOT", "attr", "oprd"))
_PARTY_PREPOSITIONS = frozenset(("by", "with", "against", "between", "on", "to", "from", "among", "than", "like", "of"))
_QUANTITIES = frozenset("thousand hundred dozen million score number group majority most handful ten pair".split())  # noqa: SIM905
# Verbs whose object, when it is a capital, is the government there.
_ADDRESSING = frozenset(
    """accuse ask urge tell warn blame condemn criticize criticise call press pressure thank praise threaten inform
    notify persuade convince isolate punish sanction""".split()  # noqa: SIM905
)
_FIGHTING = frozenset(("REB", "UAF", "CRM", "MIL", "NGO", None))  # "Hamas militants", "the Islamic State group"
_SERVING = frozenset(("MIL", "COP", "REB", "UAF"))
_OFFICES = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "REL"))
_COUNTING = frozenset("at least most more almost nearly about around up over some".split())  # noqa: SIM905
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
# "a state of emergency" is no state.
_STATES_OF = frozenset(
    """emergency siege war alert affair shock mind health flux disrepair chaos panic crisis confusion limbo exception
    play readiness calamity disaster anarchy repair nature paralysis decay""".split()  # noqa: SIM905
)
_ACTED_ON = frozenset(("on", "at", "against", "into", "of", "outside"))
_SITES = frozenset("in inside near under beneath underneath behind opposite between to from by beside around".split())  # noqa: SIM905
_PEOPLE_ADJECTIVES = frozenset("dead wounded injured displaced poor rich elderly missing".split())  # noqa: SIM905


@dataclass(slots=True)
class Mention:
    """A phrase for an actor: tokens [start, end) with the head at `head`; `name` is the phrase without articles."""

    head: int
    start: int
    end: int
    form: MentionForm
    kind: ActorKind | None
    name: str
    lemma: str
    sector: str | None = None
    country: str | None = None
    role: str | None = None
    plural: bool = False
    gender: str | None = None
    person: int = 3
    definite: bool = False
    known: bool = True
    owned: bool = False  # by a pronoun: "its troops"
    links: list[int] = field(default_factory=list)  # heads of mentions that syntax says are the same actor


@dataclass(frozen=True, slots=True)
class _Pronoun:
    gender: str | None
    plural: bool
    person: int


@cache
def pronouns() -> dict[str, _Pronoun]:
    """Pronoun -> gender, number and person."""
    return {
        row["pronoun"]: _Pronoun(
            None if row["gender"] == "-" else row["gender"], row["number"] == "p", int(row["person"])
        )
        for row in data_rows("actors/pronouns.tsv")
    }


def find_mentions(words: Words) -> list[Mention]:
    """The mentions of a parsed Doc in the order of their heads."""
    return [mention for token in words if (mention := _mention(token)) is not None]


def _mention(token: Word) -> Mention | None:
    pos = token.pos_
    if pos == "PRON":
        return _pronoun(token)
    noun = _modified(token)
    if noun is not None and not _has_author(noun) and token in (shared := sharers(noun))[:-1]:
        return _sharer(token, noun, shared[-1])
    if token.lower_ in demonyms() and noun is not None and _has_author(noun):
        return _make(token, token.i, token.i + 1, ActorKind.COUNTRY, sector="GOV", country=demonyms()[token.lower_])
    if pos == "PROPN":
        return None if _inside_name(token) and not _has_author(token.head) else _name(token)
    if pos == "NOUN":
        if token.dep_ == "compound":
            return _author_before(token)
        if token.dep_ == "conj" and noun is not None:
            return None
        named = token.ent_type_ == "GPE" and token.text[0].isupper()
        return _name(token) if named or _is_acronym_of_group(token) else _nominal(token)
    if pos == "NUM":
        return _number(token)
    if pos == "ADJ":
        return _adjective(token)
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
    mention.country = _country_word(token)
    return mention


def _pronoun(token: Word) -> Mention | None:
    known = pronouns().get(token.lower_)
    if known is None or (token.dep_ in ("expl",)):
        return None
    return Mention(
        token.i,
        token.i,
        token.i + 1,
        "pronoun",
        None,
        token.text,
        token.lower_,
        plural=known.plural,
        gender=known.gender,
        person=known.person,
    )


def _inside_name(token: Word) -> bool:
    return token.dep_ in ("compound", "nmod") and token.head.pos_ in ("PROPN", "NOUN") and token.head.i > token.i


def _has_author(noun: Word) -> bool:
    """Whether what stands before a noun may be who does or says it: "Indian proposal", "United Nations appeal"."""
    return noun.pos_ == "NOUN" and (noun.lemma_ in event_nouns() or noun.lemma_ in word_class("authored"))


def _author_before(token: Word) -> Mention | None:
    """Who does what the noun behind names: "police firing", "a rebel attack"."""
    noun = _noun_of(token)
    if noun is None or noun.form == "object" or token.lemma_ in word_class("no_author"):
        return None
    if noun.sector not in _SERVING and token.head.lemma_ not in word_class("voiced"):
        return None
    if not is_event_noun(token.head) or token.i + 1 != token.head.i:
        return None
    several = noun.form == "human" and token.tag_ in ("NN", "JJ")
    kind = ActorKind.ORGANIZATION if noun.form == "group" else ActorKind.PEOPLE
    mention = _make(token, token.i, token.i + 1, kind, sector=noun.sector, form="nominal")
    mention.plural, mention.definite = kind is ActorKind.PEOPLE, True
    if several:
        mention.name = _plural(token.text)
    return mention


def _plural(noun: str) -> str:
    return f"{noun[:-3]}men" if noun.endswith("man") else f"{noun}s"


def _name(token: Word) -> Mention | None:
    start, end = _phrase(token)
    label = token.ent_type_
    noun = _noun_of(token)
    core = plain(token.words.phrase(*_name_core(token)))
    if label == "PERSON" and core not in country_names():
        return _person(token, start, end)
    if noun is not None and noun.form == "object" and (thing := _thing(token, start, end)) is not None:
        return thing
    if core in seats():
        seat = seats()[core]
        return _make(token, start, end, ActorKind.ORGANIZATION, sector=seat.sector, country=seat.country)
    if label in ("GPE", "LOC", "FAC", "NORP", "PERSON") or core in country_names():
        return _country_or_people(token, start, end, core)
    if label in ("DATE", "TIME", "EVENT", "LAW", "LANGUAGE", "WORK_OF_ART", "PRODUCT", "MONEY", "PERCENT", "QUANTITY"):
        return None
    if noun is not None and noun.form == "human" and not label:
        several = _is_plural(token) or _capitalised(token) in actor_nouns()
        kind = ActorKind.PEOPLE if several else ActorKind.PERSON
        return _make(token, start, end, kind, sector=noun.sector, form="nominal")
    if noun is None and label == "ORG" and _in_longer_name(token):
        return None
    if label == "ORG" or noun is not None:
        return _organization(token, start, end, noun)
    if not label and _titled(token):
        return _person(token, start, end)
    # A capitalised name the NER does not know, where an actor stands: most are groups and people from abroad.
    longer = token.i > start and token.words[token.i - 1].pos_ == "PROPN"
    if (longer or _looks_like_acronym(token)) and _is_agent(token):
        return _make(token, start, end, ActorKind.ORGANIZATION, known=False)
    return None


def _titled(token: Word) -> bool:
    """A name that the NER does not know after a title or a given name that it knows: "General Augusto Pinochet"."""
    before = [child for child in token.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
    labels = token.i + 1 < len(token.words) and token.nbor(1).text == ":"
    if not before or token.text[0].islower() or labels:
        return False
    title = _noun_of(before[0])
    office = title is not None and title.form == "human" and title.sector in _OFFICES
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


def _is_acronym_of_group(token: Word) -> bool:
    return token.ent_type_ == "ORG" and _looks_like_acronym(token)


def _is_agent(token: Word) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass") or (token.dep_ == "pobj" and token.head.lower_ == "by")


def _organization(token: Word, start: int, end: int, noun: ActorNoun | None) -> Mention:
    """ "the paramilitary Rapid Support Forces" -> "Rapid Support Forces"."""
    mention = _make(token, start, end, ActorKind.ORGANIZATION, sector=noun.sector if noun else None)
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
    mention = _make(token, start, end, ActorKind.PERSON)
    first = token.i
    while first > start and token.words[first - 1].ent_type_ == "PERSON":
        first -= 1
    title = [
        t for t in token.words.between(start, first) if t.pos_ in ("NOUN", "PROPN", "ADJ", "ADP") and t.dep_ != "poss"
    ]
    mention.name = strip_name(token.words.phrase(first, token.i + 1))
    for word in reversed(title):
        noun = _noun_of(word)
        if noun is not None:
            mention.sector = noun.sector
            mention.role = token.words.phrase(title[0].i, title[-1].i + 1)
            break
    return mention


def _country_or_people(token: Word, start: int, end: int, core: str) -> Mention | None:
    is_norp = token.ent_type_ == "NORP"
    if core in demonyms() and (is_norp or (core not in country_names() and core.endswith("s"))):
        return _make(token, start, end, ActorKind.PEOPLE, country=demonyms()[core], sector="CVL", form="nominal")
    code = country_names().get(core)
    if code is not None:
        if core not in state_names() and not _speaks(token):
            return None
        mention = _make(token, start, end, ActorKind.COUNTRY, country=code, sector="GOV")
        mention.known = _acts(token)
        return mention
    if token.ent_type_ == "NORP":
        return _make(token, start, end, ActorKind.PEOPLE if _is_plural(token) else ActorKind.ORGANIZATION)
    if token.ent_type_ == "PERSON":
        return _person(token, start, end)
    # A town or a region that acts, its people or its government, or a group taken for one.
    if (token.dep_ == "nsubj" and token.head.pos_ == "VERB") or (_looks_like_acronym(token) and _acts_together(token)):
        return _make(token, start, end, ActorKind.ORGANIZATION, known=False)
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


def _nominal(token: Word) -> Mention | None:
    lemma = token.lemma_
    if lemma in _QUANTITIES and (inner := _counted(token)) is not None:
        return _quantity(token, inner)
    if lemma in word_class("units") and (unit := _unit(token)) is not None:
        return unit
    noun = _noun_of(token) or _by_suffix(token)
    if noun is None or (lemma in _SET_PHRASES and _in_set_phrase(token)):
        return None
    if lemma in _QUANTITIES and token.dep_ in ("npadvmod", "nummod", "quantmod"):
        return None
    start, end = _phrase(token)
    shared = [] if _has_author(token) else sharers(token)
    if shared:
        start = shared[-1].i
    if noun.sector in _FIGHTING and (inner_name := _name_inside(token)) is not None:
        mention = _make(token, start, end, ActorKind.ORGANIZATION, sector=noun.sector)
        mention.name, mention.plural = inner_name, False
        return mention
    if noun.form == "object":
        return _thing(token, start, end)
    plural = _is_plural(token) or noun.form == "crowd"
    kind = ActorKind.ORGANIZATION if noun.form == "group" else ActorKind.PEOPLE if plural else ActorKind.PERSON
    mention = _make(token, start, end, kind, sector=noun.sector, form="nominal")
    mention.plural = plural
    if shared:
        mention.country = _country_word(shared[-1])
    return mention


def _in_set_phrase(token: Word) -> bool:
    """ "in front of", "secretary of state", "a state of siege", "the front of a bank": no actor."""
    if token.lemma_ == "state" and any(
        c.lower_ == "of" and c.pobj and c.pobj.lemma_ in _STATES_OF for c in token.rights
    ):
        return True
    if token.lemma_ == "front" and any(c.lower_ == "of" for c in token.rights):
        return True
    before = token.nbor(-1).lower_ if token.i else ""
    return before in _SET_PHRASES[token.lemma_] and token.dep_ == "pobj"


def _by_suffix(token: Word) -> ActorNoun | None:
    """Nouns in -ist and -ian that act are people whom no list can complete: "Islamists", "Corsicans"."""
    acts = token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "conj", "poss") and token.tag_ in ("NNS", "NN")
    long = len(token.lemma_) > 6 and token.lemma_.endswith(("ist", "ian", "eer", "woman", "men"))
    return ActorNoun("human", "CVL") if acts and long and token.ent_type_ == "" else None


def _thing(token: Word, start: int, end: int) -> Mention | None:
    """A building or a vehicle is an actor only where something is done to it."""
    first = token
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    acted_on = first.dep_ in ("dobj", "nsubjpass") or (first.dep_ == "pobj" and _is_site(first.head))
    if not acted_on:
        return None
    mention = _make(token, start, _with_owner(token, end), ActorKind.OBJECT, form="nominal")
    mention.start = _uncounted(token, start)
    return mention


def _uncounted(token: Word, start: int) -> int:
    """Where the thing itself begins: "at least ten [power lines]"; its name keeps the number."""
    number = (word.i + 1 for word in token.words.between(start, token.i) if word.tag_ == "CD" and word.head is token)
    start = max(number, default=start)
    return start + 1 if token.words[start].lower_ in ("several", "some", "many") else start


def _with_owner(token: Word, end: int) -> int:
    """The end of "the house of Judge Omar Hassan", which without its owner could be any."""
    if token.lemma_ not in word_class("owned") or end != token.i + 1 or token.i + 1 >= len(token.words):
        return end
    of = token.words[token.i + 1]
    owner = of.pobj if of.lower_ == "of" and of.head is token else None
    return _phrase(owner)[1] if owner is not None and owner.pos_ in ("PROPN", "NOUN") else end


def _is_site(preposition: Word) -> bool:
    """ "Inside a bank" is where a bomb explodes, not only where something happens."""
    if preposition.lower_ in _ACTED_ON:
        return True
    if preposition.lower_ not in _SITES:
        return False
    above = next((word for word in preposition.ancestors if word.dep_ not in ("prep", "pobj")), preposition)
    return above.lemma_ in word_class("exploding")


def has_name_inside(token: Word) -> bool:
    """Whether the noun itself stands for the organization before it: "Hamas militants"."""
    noun = _noun_of(token)
    return noun is not None and noun.sector in _FIGHTING and noun.form != "object" and _name_inside(token) is not None


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


def _counted(token: Word) -> Word | None:
    """In "thousands of Israelis": Israelis."""
    for child in token.rights:
        if child.lower_ == "of":
            return child.pobj
    return None


def _quantity(token: Word, inner: Word) -> Mention | None:
    mention = _mention(inner)
    if mention is None:
        return None
    start, _ = _phrase(token)
    mention.head, mention.start, mention.plural, mention.definite = token.i, start, True, False
    if mention.kind is ActorKind.PERSON:
        mention.kind = ActorKind.PEOPLE
    if mention.lemma in ("people", "person"):
        mention.name = strip_name(token.words.phrase(start, mention.end))
    mention.links.append(inner.i)
    return mention


def _unit(token: Word) -> Mention | None:
    """ "two companies of paramilitary police": part of a force."""
    inner = _counted(token)
    mention = _quantity(token, inner) if inner is not None else None
    if mention is None or not (mention.sector in _SERVING or (mention.form == "name" and mention.sector is None)):
        return None
    return mention if mention.kind is ActorKind.ORGANIZATION or mention.sector in _SERVING else None


def _number(token: Word) -> Mention | None:
    """ "two were killed", "at least 14 died": people, when the number is the subject or object of a verb."""
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj") or token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT"):
        return None
    inner = _counted(token)
    if inner is not None:
        return _quantity(token, inner)
    start, end = _phrase(token)
    mention = _make(token, start, end, ActorKind.PEOPLE, sector="CVL", form="nominal")
    mention.plural = token.lower_ not in ("one", "1")
    return mention


def _adjective(token: Word) -> Mention | None:
    if token.dep_ == "amod" and token.lemma_ in word_class("fighting"):
        return _author_before(token)
    if token.lower_ in _PEOPLE_ADJECTIVES and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
        start, end = _phrase(token)
        return _make(token, start, end, ActorKind.PEOPLE, sector="CVL", form="nominal")
    return None


def _make(
    token: Word,
    start: int,
    end: int,
    kind: ActorKind,
    *,
    sector: str | None = None,
    country: str | None = None,
    form: MentionForm = "name",
    known: bool = True,
) -> Mention:
    name = strip_name(token.words.phrase(start, end))
    return Mention(
        token.i,
        start,
        end,
        form,
        kind,
        name,
        token.lemma_,
        sector=sector,
        country=country or _country_before(token),
        plural=_is_plural(token),
        definite=_is_definite(token),
        known=known,
        owned=any(child.dep_ == "poss" and child.pos_ == "PRON" for child in token.lefts),
    )


def _country_before(token: Word) -> str | None:
    """The country an adjective, a possessor or a name before the head gives: "Syrian rebels", "Turkey's army"."""
    for child in token.children:
        if child.dep_ in ("amod", "compound", "nmod", "poss"):
            code = _country_word(child)
            if code is not None:
                return code
        elif child.lower_ == "of" and (inner := child.pobj):
            code = country_names().get(_compound_text(inner))
            if code is not None and _noun_of(token) is not None:
                return code
    # The parser may hang "Serbian" in "Serbian President Vuk Ilic" on the title.
    before = token.words.between(_phrase(token)[0], token.i)
    return next((code for word in before if word.dep_ != "poss" and (code := _country_word(word))), None)


def _country_word(token: Word) -> str | None:
    """The country of one word or of it and the word before: "Turkish", "South African", "Saudi Arabia"."""
    pair = f"{token.nbor(-1).lower_} {token.lower_}" if token.i else token.lower_
    for text in (pair, token.lower_):
        code = demonyms().get(text) or (country_names().get(text) if token.pos_ == "PROPN" else None)
        if code is not None:
            return code
    # "Turkish-backed" is not Turkish, "Israeli-American" is one of them.
    first, _, second = token.lower_.partition("-")
    return demonyms().get(first) if second in demonyms() else None


def _compound_text(token: Word) -> str:
    return plain(token.words.phrase(min([token.i, *(t.i for t in token.lefts if t.dep_ == "compound")]), token.i + 1))


def _noun_of(token: Word) -> ActorNoun | None:
    """The actor noun of a head, the longest of "special envoy", "envoy" first."""
    nouns = actor_nouns()
    lemma = token.lemma_
    if token.rights and (inner := _counted(token)) is not None and inner.lower_ == "police":
        return nouns.get(f"{lemma}_of_police") or nouns.get(lemma)
    if token.i > 0:
        before = token.nbor(-1)
        longer = nouns.get(f"{before.lower_}_{lemma}") or nouns.get(f"{before.lemma_}_{lemma}")
        longer = longer or nouns.get(f"{before.lower_}_{token.lower_}")
        if longer is not None:
            return longer
    return nouns.get(lemma) or nouns.get(token.lower_) or nouns.get(_capitalised(token))


def _capitalised(token: Word) -> str:
    """The lemma of a plural that the tagger takes for a name, as it does with first words: "Commandos", "Gunmen"."""
    if token.tag_ not in ("NNP", "NNPS") or token.ent_type_:
        return ""
    word = token.lower_
    return f"{word[:-3]}man" if word.endswith("men") else word.removesuffix("s") if word.endswith("s") else ""


def _phrase(token: Word) -> tuple[int, int]:
    """The phrase of a head: [start, end) with the words before it that belong to it, and the rest of its name."""
    start = token.i
    for child in reversed(list(token.lefts)):
        if child.dep_ not in _LEFT or child.pos_ in ("VERB", "SCONJ") and child.dep_ != "amod":
            break
        start = child.left_edge.i
    while start < token.i and (
        token.words[start].is_punct
        or token.words[start].is_space
        or (token.words[start].pos_ == "ADV" and token.words[start].lower_ not in _COUNTING)
    ):
        start += 1
    start = _past_hedge(token, start)
    end = token.i + 1
    if token.ent_type_ in ("ORG", "PERSON", "GPE") and token.pos_ == "PROPN":
        while end < len(token.words) and token.words[end].ent_iob_ == "I":
            end += 1
    if end - 1 > token.i and token.words[end - 1].tag_ == "POS":
        end -= 1
    return start, end


def _past_hedge(token: Word, start: int) -> int:
    """Where a phrase begins after a day that the parser took for its first word, and after "alleged"."""
    while start < token.i and token.words[start].ent_type_ in ("DATE", "TIME") and not token.ent_type_:
        start += 1
    first = start + (token.words[start].dep_ == "det")
    return first + 1 if first < token.i and token.words[first].lower_ in word_class("hedges") else start


def _is_plural(token: Word) -> bool:
    return token.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in token.rights) and token.pos_ == "PRON"


def _is_definite(token: Word) -> bool:
    return any(child.lower_ in ("the", "this", "that", "these", "those") for child in token.lefts)
