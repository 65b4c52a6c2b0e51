"""Words in a spaCy parse and what they are to each other: acts, passives, agents, antecedents, coordinations.

Works on the dependency labels of spaCy's English pipelines (ClearNLP style).
"""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.triggers import event_nouns, verb_rules
from extractor.lexicon.weapons import means
from extractor.lexicon.word_classes import word_class, word_classes

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
CLAUSES = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "conj", "parataxis", "dep", "csubj"))
_NAME_LABELS = frozenset(("DATE", "ORG", "PERSON", "GPE", "FAC", "PRODUCT"))
_OF_NOUNS = frozenset(("prep", "det", "amod", "poss", "compound"))
_AGES = frozenset(("year", "month", "week", "day"))
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "appos"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_MODIFIERS = frozenset(("compound", "nmod", "npadvmod"))
_GERUNDS = frozenset(("pobj", "nsubj", "nsubjpass", "csubj", "dobj"))
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_REDUCED = frozenset(("acl", "acomp", "advcl", "ROOT", "amod", "xcomp", "ccomp"))  # where a bare participle is passive
_INSIDE_CLAUSES = frozenset(("conj", "xcomp", "prep", "pobj", "ccomp"))
_INSIDE_NOUNS = frozenset(("pobj", "prep", "appos", "conj", "compound"))


def is_event_noun(token: Word) -> bool:
    """Whether a noun names an act.

    "Attack" of "an attack on Homs", "firing" of "killed in firing by the police"; not as a modifier ("attack
    helicopter") nor in a name ("March", "Aid Fund").
    """
    if token.dep_ in _MODIFIERS or token.ent_type_ in _NAME_LABELS:
        return False
    is_nominal = token.pos_ in ("NOUN", "PROPN") or is_gerund(token)
    if not is_nominal or _is_of_law_and_order(token):
        return False
    return noun_predicate(token) is not None


def _is_of_law_and_order(noun: Word) -> bool:
    """Whether a noun is the order of "law and order", which is no act."""
    if noun.lemma_ != "order" or noun.dep_ != "conj":
        return False
    return noun.head.lemma_ == "law"


def is_definite(noun: Word) -> bool:
    """Whether what stands before a noun says that the reader knows which.

    "The attack", "their attack".
    """
    if noun.lefts.has("poss"):
        return True
    return noun.lefts.has_form(*_DEFINITE)


def is_aged(token: Word) -> bool:
    """Whether a word stands for a person by the age.

    The "old" of "a 45-year-old was shot"; not that of "the mosque is 45 years old".
    """
    if token.lower_ not in ("old", "olds"):
        return False
    unit = before_hyphen(token)
    is_age = unit is not None and unit.lemma_ in _AGES
    return is_age and token.dep_ in _ARGUMENTS


def is_gerund(token: Word) -> bool:
    """Whether a participle names the act as a noun does.

    "Firing" of "killed in firing by the police", "shelling" of "killed by shelling in Taiz"; not of "killed while
    firing".
    """
    if token.tag_ != "VBG" or not (token.dep_ in _GERUNDS or _is_cause(token)):
        return False
    if token.lower_ not in event_nouns():
        return False
    return token.children.has(*_OF_NOUNS)


def _is_cause(token: Word) -> bool:
    """Whether a participle behind "by" is what a passive came of.

    "Shelling" of "killed by shelling in Taiz"; not of "drove them out by shelling the town".
    """
    by = token.head
    is_behind = token.dep_ == "pcomp" and by.lower_ == "by" and by.head.tag_ == "VBN"
    return is_behind and not token.rights.has("dobj")


def before_hyphen(token: Word) -> Word | None:
    """The first half of a compound that the tokenizer splits; None for a word without a hyphen before it.

    "Cease" for "fire" of "cease-fire", "baton" for "charged" of "baton-charged".
    """
    if token.i >= 2 and token.follows("-"):
        return token.nbor(-2)
    return None


def noun_predicate(token: Word) -> str | None:
    """What the lexicon has a noun under, the longer of "air strike" and "strike"; None when it names no act.

    A gerund counts by its form: "firing" for "killed in firing by the police".
    """
    lemma = token.lemma_ if token.pos_ != "VERB" else token.lower_
    if lemma in token.words.own_nouns:
        return lemma
    nouns = event_nouns()
    for entry in (*_longer_entries(token, lemma), lemma):
        if entry in nouns:
            return entry
    return None


def _longer_entries(token: Word, lemma: str) -> Iterator[str]:
    """What the lexicon may have with the word before.

    "Cease-fire", "air strike".
    """
    half = before_hyphen(token)
    if half is not None:
        yield f"{half.lower_}-{lemma}"
    if token.i and token.nbor(-1).dep_ in ("compound", "amod"):
        yield f"{token.nbor(-1).lower_} {lemma}"


def predicate_of(verb: Word) -> str:
    """What the lexicon has a verb under: its lemma with its particle, or with the word that a hyphen joins to it.

    "carry out" for "carried it out", "baton-charge" for "baton-charged", "shell" for "shelled", "describe" for the
    "called" of "called it reckless".
    """
    half = before_hyphen(verb)
    if half is not None:
        hyphened = f"{half.lower_}-{verb.lemma_}"
        if hyphened in verb_rules():
            return hyphened
        return verb.lemma_
    if verb.lemma_ == "call" and _is_judging(verb):
        return "describe"
    if verb.lemma_ in ("lose", "meet") and ends_own_life(verb):
        return "die"
    particle = verb.rights.first("prt")
    if particle is not None and not particle.rights.has("pobj"):  # "broke in two" is no breaking in
        return f"{verb.lemma_} {particle.lower_}"
    return verb.lemma_


def ends_own_life(verb: Word) -> bool:
    """Whether somebody dies by the words of the object of a verb.

    "Lost their lives", "met her death"; not "lost the war".
    """
    end = verb.rights.first("dobj")
    return end is not None and end.lemma_ in ("life", "death") and end.lefts.has("poss")


def _is_judging(verb: Word) -> bool:
    """ "Called the strike reckless", "called it a stunt": the object is said to be something, not carried out."""
    judged, judgement = verb.rights.first("dobj"), verb.rights.first("oprd")
    if judged is None or judgement is None:
        return False
    return judged.i < judgement.i


def is_passive(verb: Word) -> bool:
    """Whether a verb is passive: by its auxiliary, by coordination with a passive, or as a bare participle.

    "Was shot", "was shot and robbed", "the man shot in Homs" are; "had shot" and "shot them" are not.
    """
    if _is_to_blame(verb):
        return not verb.rights.has("dobj")
    if verb.tag_ == "VBD":
        return _is_mistagged_participle(verb)
    if verb.tag_ != "VBN":
        return False
    return _is_passive_participle(verb)


def _is_to_blame(verb: Word) -> bool:
    """Whether a verb says that its subject is blamed, without the form of a passive.

    "Blame" of "rebels were to blame".
    """
    if verb.lemma_ != "blame" or verb.dep_ != "xcomp":
        return False
    return verb.head.lemma_ == "be"


def _is_mistagged_participle(verb: Word) -> bool:
    """The tagger takes some participles for the past.

    "The soldier seized in May", "two kiosks set alight by them".
    """
    if verb.dep_ == "acl":
        return main_subject(verb) is None and not verb.lefts.has("mark")
    if verb.rights.has("agent"):
        return True
    subject = verb.lefts.first("nsubj")
    if subject is None:
        return _goes_on_passive(verb)
    if verb.lower_ == "shot" and verb.rights.first("oprd", tag="JJ") is not None and verb.dep_ != "relcl":
        return not verb.rights.has("dobj", "ccomp") and not verb.lefts.has("dobj", "aux")  # "69 people shot dead"
    return _elliptic_passive(verb) or _lacks_its_object(verb, subject)


def _goes_on_passive(verb: Word) -> bool:
    """Whether a verb that always has an object goes on a passive.

    "Shot" of "was ambushed and shot dead"; not "died" of "was ambushed and died".
    """
    return verb.lemma_ in word_class("transitive") and _elliptic_passive(verb)


def _lacks_its_object(verb: Word, subject: Word) -> bool:
    """ "Four soldiers captured near the border": a verb that always has an object, behind a noun and without any."""
    if verb.lemma_ not in word_class("never_alone") or subject.pos_ == "PRON":
        return False
    if verb.dep_ == "relcl" or verb.lefts.has("dobj", "pobj", "aux"):
        return False
    if not verb.rights.has("prep", "advcl", "npadvmod", "advmod"):  # a headline says where or when
        return False
    if verb.rights.has_form("between", "up", "around", "about", "over"):  # "detained between eight and 11 students"
        return False
    return not verb.rights.has("dobj", "obj", "dative", "oprd", "ccomp", "conj", "prt")


def _is_passive_participle(verb: Word) -> bool:
    """Whether a past participle is passive, not a part of the perfect.

    "Killed" of "was killed" and of "men killed by rebels"; not of "rebels have killed two".
    """
    if verb.lefts.has("auxpass", "nsubjpass"):
        return True
    before = verb.lefts.first("aux", "nsubj")
    if before is not None:
        if before.dep_ != "nsubj":
            return False
        return _needs_no_auxiliary(verb)
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return is_passive(verb.head)
    return verb.dep_ in _REDUCED and not _is_past_tense(verb)


def _is_past_tense(verb: Word) -> bool:
    """Whether a bare participle is the past tense, since it has an object.

    "Killed two"; not "given two".
    """
    if not verb.rights.has("dobj") or by_agent(verb) is not None:
        return False
    return verb.lemma_ not in word_class("giving")


def _needs_no_auxiliary(verb: Word) -> bool:
    """Whether a participle with a subject is passive without "was": "three were hurt and 11 held", "five killed"."""
    return _elliptic_passive(verb) or _bare_participle(verb)


def main_subject(verb: Word) -> Word | None:
    """The subject of a main verb that the parser hangs on a noun: "Ann Ray from the Unity party called on him to ..".

    The sentence has no other verb above it, and its first noun is a name.
    """
    if verb.dep_ != "acl" or not _has_form_of_past(verb):
        return None
    if by_agent(verb) is not None:
        return None
    top = _top_of_phrase(verb.head)
    is_subject = top.head is top and top.pos_ in ("PROPN", "NOUN")
    if not is_subject:
        return None
    return top


def _has_form_of_past(verb: Word) -> bool:
    """Whether a verb that the parser hangs on a noun can be in the past tense."""
    if verb.tag_ == "VBD":
        return verb.rights.has("dobj", "xcomp", "ccomp")
    return verb.tag_ == "VBN" and _is_past_tense(verb)


def _top_of_phrase(noun: Word) -> Word:
    """The first noun of a phrase.

    "Ray" for the party of "Ann Ray from the Unity party".
    """
    while noun.head is not noun and noun.dep_ in _INSIDE_NOUNS:
        noun = noun.head
    return noun


def _bare_participle(verb: Word) -> bool:
    """ "Five killed", "14 dead, 30 wounded": a participle with a subject, but no auxiliary and no object."""
    if verb.lefts.has("aux"):
        return False
    return not verb.rights.has("dobj", "ccomp", "xcomp")


def _elliptic_passive(verb: Word) -> bool:
    """ "three were hurt and 11 people detained": the auxiliary is left out after a passive."""
    if verb.dep_ != "conj" or verb.head.pos_ != "VERB":
        return False
    if verb.rights.has("dobj"):
        return False
    return is_passive(verb.head)


def object_of(verb: Word) -> Word | None:
    """The direct or second object of a verb, whichever stands first; None without one.

    "them" of "told them the truth".
    """
    return verb.children.first("dobj", "dative", "obj")


def by_agent(verb: Word) -> Word | None:
    """Who is behind the "by" of a passive; of several not the weapon. None where nobody is named.

    "A guard" of "was shot with his own rifle by a guard".
    """
    found = _behind_by(verb)
    if not found:
        return at_hands_of(verb) or _strayed_agent(verb)
    weapons = means("instrument")
    for noun in found:
        if noun.lemma_ not in weapons:
            return noun
    return found[0]


def at_hands_of(verb: Word) -> Word | None:
    """Who did what somebody suffered "at the hands of" them; None where nobody is named.

    "Police" of "died at the hands of police".
    """
    for child in verb.rights.those("prep"):
        hands = child.pobj if child.lower_ in ("at", "by") else None
        if hands is not None and hands.lower_ in ("hands", "hand"):
            return hands.prep("of")
    return None


def _behind_by(verb: Word) -> list[Word]:
    """The nouns behind each "by" of a verb."""
    behind = [child.pobj for child in filter(_is_by, verb.rights)]
    return [noun for noun in behind if noun is not None]


def _is_by(word: Word) -> bool:
    """The "by" of a passive, also where the parser takes it for any preposition."""
    if word.dep_ == "prep":
        return word.lower_ == "by"
    return word.dep_ == "agent"


def _strayed_agent(verb: Word) -> Word | None:
    """The "by" that the parser hangs on a clause between: "were kidnapped while hiking in Niger in 2012 by bandits"."""
    if not verb.lefts.has("auxpass") and verb.dep_ != "acl":
        return None
    for clause in verb.rights.those("advcl"):
        if clause.tag_ == "VBG" and clause.rights:
            return next(iter(_behind_by(clause)), None)
    return _agent_at_place(verb)


def _agent_at_place(verb: Word) -> Word | None:
    """The "by" that the parser hangs on the place: "were shot at a farm outside Homs by two men"."""
    for preposition in verb.rights.those("prep"):
        place = preposition.pobj
        while place is not None:
            by = place.prep("by")
            people = by.prep("of") or by if by is not None else None
            if people is not None and people.lemma_ in word_classes()["living"]:
                return by
            inner = place.rights.first("prep")
            place = inner.pobj if inner is not None else None
    return None


def saying_beside(verb: Word) -> Word | None:
    """The verb of saying that a verb is coordinated with by its tense: "said nine had died and called on them to ..".

    The parser joins it to the nearest verb, which is of another tense.
    """
    inner = verb.head
    if verb.dep_ != "conj" or inner.dep_ != "ccomp":
        return None
    saying = inner.head
    if saying.i > inner.i or saying.lemma_ not in word_class("saying"):
        return None
    is_coordinated = _goes_on_in_tense(saying, verb) and _is_only_told(inner, verb)
    if not is_coordinated:
        return None
    return saying


def _is_only_told(inner: Word, verb: Word) -> bool:
    """Whether what is said cannot go on with a verb.

    "Had died", "are moving", "was shot, and called on them".
    """
    if any(child.tag_ in ("VBD", "MD", "VBP") for child in inner.lefts.those("aux")):
        return True
    return is_passive(inner) and verb.lemma_ in word_class("saying")


def _goes_on_in_tense(first: Word, second: Word) -> bool:
    """ "Said .. and called", "says .. and urges", "says .. and has called"."""
    auxiliaries = second.lefts.those("aux", "auxpass")
    if not auxiliaries:
        return first.tag_ == second.tag_ and first.tag_ in ("VBD", "VBZ")
    if second.tag_ != "VBN" or first.tag_ not in ("VBP", "VBZ"):
        return False
    forms = [(auxiliary.lemma_, auxiliary.tag_) for auxiliary in auxiliaries]
    return forms == [("have", first.tag_)]


def antecedent(token: Word) -> Word | None:
    """The noun a relative pronoun stands for; None when the token is no relative pronoun.

    "Soldiers" for the "who" of "soldiers who fled".
    """
    if token.tag_ not in _RELATIVE:
        return None
    verb = token.head.head if token.tag_ == "WP$" else token.head
    singled_out = _singled_out(verb)
    if singled_out is not None:
        return singled_out
    while verb.head is not verb and _is_inside_clause(verb):
        verb = verb.head
    return _meant_by(token, verb.head) if verb.dep_ in ("relcl", "acl") else None


def _singled_out(verb: Word) -> Word | None:
    """Whom a cleft sentence singles out, where the parser makes the clause one of "was"; None in other sentences.

    "Doyle" for "accused" of "it was Mr Doyle who accused them".
    """
    be = verb.head
    if verb.dep_ not in ("ccomp", "advcl") or be.lemma_ != "be" or be.i > verb.i:
        return None
    it = be.lefts.first("nsubj")
    return be.rights.first("attr") if it is not None and it.lower_ == "it" else None


def _meant_by(pronoun: Word, noun: Word) -> Word:
    """The noun a relative pronoun means: the one its clause hangs on, or one above that where it cannot be that one.

    The battalion in "the battalion of Ali Reza, which seized it", the chief in "the chief of the staff, who met him",
    the men in "men on a motorbike who shot him".
    """
    above = noun.head.head if noun.dep_ == "pobj" else None
    if above is None or above.pos_ not in ("NOUN", "PROPN"):
        return noun
    return above if _cannot_mean(pronoun, noun, above) else noun


def _cannot_mean(pronoun: Word, noun: Word, above: Word) -> bool:
    """Whether a relative pronoun asks for a thing behind a person's name, or for a person behind a body of them.

    "Which" cannot mean Ann of "the house of Ann, which burned", nor "who" the bus of "the driver of a bus who fled".
    """
    if pronoun.lower_ == "which":
        return noun.ent_type_ in ("PERSON", "DATE", "TIME")
    if pronoun.lower_ not in ("who", "whom") or "person" not in classes_of(above.lemma_):
        return False
    if noun.pos_ == "NOUN" and "vehicle" in classes_of(noun.lemma_):
        return True
    return pronoun.follows(",") and noun.ent_type_ in ("ORG", "GPE", "DATE")


def _is_inside_clause(word: Word) -> bool:
    """Whether the verb of its clause stands further up.

    "With", "most" of "most of whom", a joined verb.
    """
    return word.dep_ in _INSIDE_CLAUSES or _is_part(word)


def _is_part(word: Word) -> bool:
    """The "most" of "most of whom were freed"."""
    return word.dep_ in SUBJECTS and word.pos_ in ("NUM", "DET", "ADJ", "PRON")


def whole_of(part: Word) -> Word | None:
    """Those whom a word for a part is taken from, where the part is the subject of a relative clause; else None.

    "Students" for "most" of "students, most of whom were freed"; nothing for "most" of "most of them were freed".
    """
    whole = part.prep("of") if _is_part(part) else None
    return antecedent(whole) if whole is not None else None


def conjuncts(token: Word) -> list[Word]:
    """The further members of a coordination that starts at a word, in text order; none where it starts none.

    Of "guards" in "guards, medics and a driver": "medics", "driver".
    """
    found: list[Word] = []
    for child in token.rights.those("conj"):
        found += [child, *conjuncts(child)]
    return found


def sharers(noun: Word) -> list[Word]:
    """The names before a noun that share it, at least two of them, else none.

    "Greek" and "Turkish" of "Greek and Turkish officials".
    """
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lefts.has("nummod"):
        return []
    first = next(filter(_is_sharer, noun.lefts.those("amod", "nmod", "compound")), None)
    names = [first, *conjuncts(first)] if first is not None else []
    before = [name for name in names if name.i < noun.i]
    if len(before) > 1 and all(map(_is_sharer, before)):
        return before
    return []


def _is_sharer(word: Word) -> bool:
    """A whole name that stands for people or a country."""
    if word.ent_type_ not in ("NORP", "GPE", "ORG") or word.ent_iob_ != "B":
        return False
    return word.text[0].isupper()


def clause_tokens(head: Word) -> Iterator[Word]:
    """The words of a clause without the clauses inside it, in no special order.

    Of "said" in "officials said that rebels fled": "said" and "officials".
    """
    waiting = [head]
    while waiting:
        token = waiting.pop()
        yield token
        for child in token.children:
            if child.dep_ not in CLAUSES or child.pos_ not in ("VERB", "AUX"):
                waiting.append(child)
