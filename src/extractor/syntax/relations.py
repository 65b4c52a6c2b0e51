"""Words in a spaCy parse and what they are to each other: acts, passives, agents, antecedents, coordinations.

Works on the dependency labels of spaCy's English pipelines (ClearNLP style).
"""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.lexicon.tables import word_lists
from extractor.lexicon.triggers import event_nouns, verb_rules

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
CLAUSES = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "conj", "parataxis", "dep", "csubj"))
_NAME_LABELS = frozenset(("DATE", "ORG", "PERSON", "GPE", "FAC", "PRODUCT"))
_OF_NOUNS = frozenset(("prep", "det", "amod", "poss", "compound"))
_AGES = frozenset(("year", "month", "week", "day"))
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "appos"))
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_REDUCED = frozenset(("acl", "acomp", "advcl", "ROOT", "amod", "xcomp", "ccomp"))  # where a bare participle is passive
_INSIDE_NOUNS = frozenset(("pobj", "prep", "appos", "conj", "compound"))


def word_class(name: str) -> frozenset[str]:
    """The lemmas of a class in `data/en/claims/classes.txt`."""
    return word_lists("claims/classes.txt")[name]


def is_event_noun(token: Word) -> bool:
    """Whether a noun names an act; not as a modifier ("attack helicopter") or in a name ("March", "Aid Fund")."""
    if token.dep_ in ("compound", "nmod", "npadvmod") or token.ent_type_ in _NAME_LABELS:
        return False
    if token.dep_ == "conj" and (token.head.lemma_, token.lemma_) == ("law", "order"):
        return False
    is_nominal = token.pos_ in ("NOUN", "PROPN") or is_gerund(token)
    return is_nominal and noun_predicate(token) is not None


def is_aged(token: Word) -> bool:
    """Whether a word stands for a person by the age: "a 45-year-old was shot"."""
    if token.dep_ not in _ARGUMENTS or token.lower_ not in ("old", "olds"):
        return False
    unit = before_hyphen(token)
    return unit is not None and unit.lemma_ in _AGES


def is_gerund(token: Word) -> bool:
    """ "Killed in firing by the police": a participle that names the act as a noun does."""
    if token.tag_ != "VBG" or token.dep_ not in ("pobj", "nsubj", "nsubjpass", "dobj"):
        return False
    return token.lower_ in event_nouns() and token.children.has(*_OF_NOUNS)


def before_hyphen(token: Word) -> Word | None:
    """The first half of a compound that the tokenizer splits: "cease" of "cease-fire", "baton" of "baton-charged"."""
    if token.i < 2 or token.nbor(-1).text != "-":
        return None
    return token.nbor(-2)


def noun_predicate(token: Word) -> str | None:
    """The noun's entry in the lexicon, the longer of "air strike" and "strike"; None when it has none."""
    lemma = token.lemma_ if token.pos_ != "VERB" else token.lower_
    if lemma in token.words.own_nouns:
        return lemma
    nouns = event_nouns()
    for entry in (*_longer_entries(token, lemma), lemma):
        if entry in nouns:
            return entry
    return None


def _longer_entries(token: Word, lemma: str) -> Iterator[str]:
    """What the lexicon may have with the word before: "cease-fire", "air strike"."""
    half = before_hyphen(token)
    if half is not None:
        yield f"{half.lower_}-{lemma}"
    if token.i and token.nbor(-1).dep_ in ("compound", "amod"):
        yield f"{token.nbor(-1).lower_} {lemma}"


def predicate_of(verb: Word) -> str:
    """The lemma with its particle: "carry out"."""
    half = before_hyphen(verb)
    if half is not None:
        hyphened = f"{half.lower_}-{verb.lemma_}"
        return hyphened if hyphened in verb_rules() else verb.lemma_
    particle = verb.rights.first("prt")
    return f"{verb.lemma_} {particle.lower_}" if particle else verb.lemma_


def is_passive(verb: Word) -> bool:
    """Passive by its auxiliary, by coordination with a passive, or as a bare participle after a noun."""
    if (verb.lemma_, verb.dep_, verb.head.lemma_) == ("blame", "xcomp", "be"):
        return not verb.rights.has("dobj")  # "rebels were to blame"
    if verb.tag_ == "VBD":
        return _is_mistagged_participle(verb)
    return verb.tag_ == "VBN" and _is_passive_participle(verb)


def _is_mistagged_participle(verb: Word) -> bool:
    """The tagger takes some participles for the past: "the soldier seized in May", "two kiosks set alight by them"."""
    if verb.dep_ == "acl":
        return main_subject(verb) is None
    if verb.rights.has("agent"):
        return True
    return verb.lefts.has("nsubj") and _elliptic_passive(verb)


def _is_passive_participle(verb: Word) -> bool:
    """Whether a past participle is passive, not a part of the perfect."""
    if verb.lefts.has("auxpass", "nsubjpass"):
        return True
    before = verb.lefts.first("aux", "nsubj")
    if before is not None:
        return before.dep_ == "nsubj" and (_elliptic_passive(verb) or _bare_participle(verb))
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return is_passive(verb.head)
    return verb.dep_ in _REDUCED


def main_subject(verb: Word) -> Word | None:
    """The subject of a main verb that the parser hangs on a noun: "Ann Ray from the Unity party called on him to ..".

    The sentence has no other verb above it, and its first noun is a name.
    """
    if verb.dep_ != "acl" or verb.tag_ != "VBD" or not verb.rights.has("dobj", "xcomp", "ccomp"):
        return None
    if by_agent(verb) is not None:
        return None
    top = verb.head
    while top.head != top and top.dep_ in _INSIDE_NOUNS:
        top = top.head
    return top if top.head == top and top.pos_ == "PROPN" else None


def _bare_participle(verb: Word) -> bool:
    """ "Five killed", "14 dead, 30 wounded": a participle with a subject, but no auxiliary and no object."""
    return not verb.lefts.has("aux") and not verb.rights.has("dobj", "ccomp", "xcomp")


def _elliptic_passive(verb: Word) -> bool:
    """ "three were hurt and 11 people detained": the auxiliary is left out after a passive."""
    if verb.dep_ != "conj" or verb.rights.has("dobj"):
        return False
    return verb.head.pos_ == "VERB" and is_passive(verb.head)


def object_of(verb: Word) -> Word | None:
    """The direct or second object of a verb."""
    return verb.children.first("dobj", "dative", "obj")


def by_agent(verb: Word) -> Word | None:
    """Who is behind "by"; of several not the weapon: "shot with his own rifle by a guard"."""
    found = [noun for child in verb.rights if _is_by(child) and (noun := child.pobj) is not None]
    if not found:
        return _strayed_agent(verb)
    weapons = word_class("instruments")
    return next((noun for noun in found if noun.lemma_ not in weapons), found[0])


def _is_by(word: Word) -> bool:
    """The "by" of a passive, also where the parser takes it for any preposition."""
    return word.dep_ == "agent" or (word.lower_ == "by" and word.dep_ == "prep")


def _strayed_agent(verb: Word) -> Word | None:
    """The "by" that the parser hangs on a clause between: "were kidnapped while hiking in Niger in 2012 by bandits"."""
    if not verb.lefts.has("auxpass"):
        return None
    for clause in verb.rights.those("advcl"):
        if clause.tag_ == "VBG" and clause.right_edge.i > clause.i:
            by = next(filter(_is_by, clause.rights), None)
            return by.pobj if by is not None else None
    return None


def saying_beside(verb: Word) -> Word | None:
    """The verb of saying that a verb is coordinated with by its tense: "said nine had died and called on them to ..".

    The parser joins it to the nearest verb, which is of another tense.
    """
    inner, saying = verb.head, verb.head.head
    if verb.dep_ != "conj" or inner.dep_ != "ccomp" or saying.i > inner.i:
        return None
    if saying.lemma_ not in word_class("saying") or not _goes_on_in_tense(saying, verb):
        return None
    if any(child.tag_ in ("VBD", "MD") for child in inner.lefts.those("aux")):
        return saying
    return saying if is_passive(inner) and verb.lemma_ in word_class("saying") else None


def _goes_on_in_tense(first: Word, second: Word) -> bool:
    """ "Said .. and called", "says .. and has called"."""
    auxiliaries = second.lefts.those("aux", "auxpass")
    if not auxiliaries:
        return first.tag_ == second.tag_ == "VBD"
    lemmas = [child.lemma_ for child in auxiliaries]
    if (lemmas, second.tag_) != (["have"], "VBN"):
        return False
    return first.tag_ in ("VBP", "VBZ") and auxiliaries[0].tag_ == first.tag_


def antecedent(token: Word) -> Word | None:
    """The noun a relative pronoun stands for; None when the token is no relative pronoun."""
    if token.tag_ not in _RELATIVE:
        return None
    verb = token.head
    while verb.dep_ in ("conj", "xcomp", "prep", "pobj", "ccomp") and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ in ("relcl", "acl") else None


def conjuncts(token: Word) -> list[Word]:
    """The further members of a coordination that starts at this token, in text order."""
    found: list[Word] = []
    for child in token.rights.those("conj"):
        found += [child, *conjuncts(child)]
    return found


def sharers(noun: Word) -> list[Word]:
    """The names before a noun that share it: Greek and Turkish in "Greek and Turkish officials"; else none."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lefts.has("nummod"):
        return []
    first = next(filter(_is_sharer, noun.lefts.those("amod", "nmod", "compound")), None)
    if first is None:
        return []
    together = [first, *(other for other in conjuncts(first) if other.i < noun.i)]
    return together if len(together) > 1 and all(map(_is_sharer, together)) else []


def _is_sharer(word: Word) -> bool:
    """A whole name that stands for people or a country."""
    return word.ent_type_ in ("NORP", "GPE", "ORG") and word.ent_iob_ == "B" and word.text[0].isupper()


def clause_tokens(head: Word) -> Iterator[Word]:
    """The tokens of a clause without the clauses inside it, in no special order."""
    waiting = [head]
    while waiting:
        token = waiting.pop()
        yield token
        waiting += [c for c in token.children if c.dep_ not in CLAUSES or c.pos_ not in ("VERB", "AUX")]
