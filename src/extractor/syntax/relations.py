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


def word_class(name: str) -> frozenset[str]:
    """The lemmas of a class in `data/claims/classes.txt`."""
    return word_lists("claims/classes.txt")[name]


def is_event_noun(token: Word) -> bool:
    """Whether a noun names an act; not as a modifier ("attack helicopter") or in a name ("March", "Aid Fund")."""
    if token.dep_ in ("compound", "nmod", "npadvmod") or token.ent_type_ in _NAME_LABELS:
        return False
    if token.dep_ == "conj" and (token.head.lemma_, token.lemma_) == ("law", "order"):
        return False
    return (token.pos_ in ("NOUN", "PROPN") or is_gerund(token)) and noun_predicate(token) is not None


def is_aged(token: Word) -> bool:
    """Whether a word stands for a person by the age: "a 45-year-old was shot"."""
    argument = token.dep_ in _ARGUMENTS and token.lower_ in ("old", "olds")
    return argument and token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lemma_ in _AGES


def is_gerund(token: Word) -> bool:
    """ "Killed in firing by the police": a participle that names the act as a noun does."""
    if token.tag_ != "VBG" or token.dep_ not in ("pobj", "nsubj", "nsubjpass", "dobj"):
        return False
    return token.lower_ in event_nouns() and token.children.has(*_OF_NOUNS)


def noun_predicate(token: Word) -> str | None:
    """The noun's entry in the lexicon, the longer of "air strike" and "strike"; None when it has none."""
    nouns = event_nouns()
    lemma = token.lemma_ if token.pos_ != "VERB" else token.lower_
    if lemma in token.words.own_nouns:
        return lemma
    if token.i > 1 and token.nbor(-1).text == "-":  # the tokenizer splits "cease-fire"
        hyphened = f"{token.nbor(-2).lower_}-{lemma}"
        if hyphened in nouns:
            return hyphened
    if token.i and token.nbor(-1).dep_ in ("compound", "amod"):
        longer = f"{token.nbor(-1).lower_} {lemma}"
        if longer in nouns:
            return longer
    return lemma if lemma in nouns else None


def predicate_of(verb: Word) -> str:
    """The lemma with its particle: "carry out"."""
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "prt"), None)
    if verb.i > 1 and verb.nbor(-1).text == "-":  # the tokenizer splits "baton-charged"
        hyphened = f"{verb.nbor(-2).lower_}-{verb.lemma_}"
        return hyphened if hyphened in verb_rules() else verb.lemma_
    return f"{verb.lemma_} {particle}" if particle else verb.lemma_


def is_passive(verb: Word) -> bool:
    """Passive by its auxiliary, by coordination with a passive, or as a bare participle after a noun."""
    if verb.lemma_ == "blame" and verb.dep_ == "xcomp" and verb.head.lemma_ == "be":
        return not verb.rights.has("dobj")  # "rebels were to blame"
    if verb.dep_ == "acl" and verb.tag_ == "VBD":
        return main_subject(verb) is None  # the tagger's slip for a participle: "the soldier seized in May"
    if verb.tag_ == "VBD":
        if verb.rights.has("agent"):
            return True  # "and two kiosks set alight by the crowd"
        return verb.lefts.has("nsubj") and _elliptic_passive(verb)
    if verb.tag_ != "VBN":
        return False
    if verb.lefts.has("auxpass", "nsubjpass"):
        return True
    for child in verb.lefts:
        if child.dep_ == "aux":
            return False
        if child.dep_ == "nsubj":
            return _elliptic_passive(verb) or _bare_participle(verb)
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "acomp", "advcl", "ROOT", "amod", "xcomp", "ccomp")


def main_subject(verb: Word) -> Word | None:
    """The subject of a main verb that the parser hangs on a noun: "Ann Ray from the Unity party called on him to ..".

    The sentence has no other verb above it, and its first noun is a name.
    """
    governs = verb.rights.has("dobj", "xcomp", "ccomp")
    if verb.dep_ != "acl" or verb.tag_ != "VBD" or not governs or by_agent(verb) is not None:
        return None
    top = verb.head
    while top.head != top and top.dep_ in ("pobj", "prep", "appos", "conj", "compound"):
        top = top.head
    return top if top.head == top and top.pos_ == "PROPN" else None


def _bare_participle(verb: Word) -> bool:
    """ "Five killed", "14 dead, 30 wounded": a participle with a subject, but no auxiliary and no object."""
    has_auxiliary = verb.lefts.has("aux")
    return not has_auxiliary and not verb.rights.has("dobj", "ccomp", "xcomp")


def _elliptic_passive(verb: Word) -> bool:
    """ "three were hurt and 11 people detained": the auxiliary is left out after a passive."""
    has_object = verb.rights.has("dobj")
    return verb.dep_ == "conj" and not has_object and verb.head.pos_ == "VERB" and is_passive(verb.head)


def object_of(verb: Word) -> Word | None:
    """The direct or second object of a verb."""
    return verb.children.first("dobj", "dative", "obj")


def by_agent(verb: Word) -> Word | None:
    """Who is behind "by"; of several not the weapon: "shot with his own rifle by a guard"."""
    behind = [c.pobj for c in verb.rights if c.dep_ == "agent" or (c.lower_ == "by" and c.dep_ == "prep")]
    found = [noun for noun in behind if noun is not None]
    persons = [noun for noun in found if noun.lemma_ not in word_class("instruments")]
    return next(iter(persons or found), None) or _strayed_agent(verb)


def _strayed_agent(verb: Word) -> Word | None:
    """The "by" that the parser hangs on a clause between: "were kidnapped while hiking in Niger in 2012 by bandits"."""
    if not verb.lefts.has("auxpass"):
        return None
    inside = next((c for c in verb.rights if c.dep_ == "advcl" and c.tag_ == "VBG" and c.right_edge.i > c.i), None)
    by = next((c for c in inside.rights if c.lower_ == "by" and c.dep_ in ("agent", "prep")), None) if inside else None
    return by.pobj if by is not None else None


def saying_beside(verb: Word) -> Word | None:
    """The verb of saying that a verb is coordinated with by its tense: "said nine had died and called on them to ..".

    The parser joins it to the nearest verb, which is of another tense.
    """
    inner, saying = verb.head, verb.head.head
    if verb.dep_ != "conj" or inner.dep_ != "ccomp" or saying.i > inner.i:
        return None
    if saying.lemma_ not in word_class("saying") or not _goes_on_in_tense(saying, verb):
        return None
    other_tense = any(child.dep_ == "aux" and child.tag_ in ("VBD", "MD") for child in inner.lefts)
    return saying if other_tense or (is_passive(inner) and verb.lemma_ in word_class("saying")) else None


def _goes_on_in_tense(first: Word, second: Word) -> bool:
    """ "Said .. and called", "says .. and has called"."""
    auxiliaries = second.lefts.those("aux", "auxpass")
    if not auxiliaries:
        return first.tag_ == "VBD" and second.tag_ == "VBD"
    perfect = [child.lemma_ for child in auxiliaries] == ["have"] and second.tag_ == "VBN"
    return perfect and first.tag_ in ("VBP", "VBZ") and auxiliaries[0].tag_ == first.tag_


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
    for child in token.rights:
        if child.dep_ == "conj":
            found += [child, *conjuncts(child)]
    return found


def sharers(noun: Word) -> list[Word]:
    """The names before a noun that share it: Greek and Turkish in "Greek and Turkish officials"; else none."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return []
    first = next((c for c in noun.lefts if c.dep_ in ("amod", "nmod", "compound") and _is_sharer(c)), None)
    others = [c for c in conjuncts(first) if c.i < noun.i] if first is not None else []
    if first is None or not others or noun.lefts.has("nummod"):
        return []
    return [first, *others] if all(map(_is_sharer, others)) else []


def _is_sharer(word: Word) -> bool:
    return word.ent_type_ in ("NORP", "GPE", "ORG") and word.ent_iob_ == "B" and word.text[0].isupper()


def clause_tokens(head: Word) -> Iterator[Word]:
    """The tokens of a clause without the clauses inside it, in no special order."""
    waiting = [head]
    while waiting:
        token = waiting.pop()
        yield token
        waiting += [c for c in token.children if c.dep_ not in CLAUSES or c.pos_ not in ("VERB", "AUX")]
