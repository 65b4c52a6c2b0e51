"""What the parser gets wrong as a rule: verbs of headlines taken for nouns, speakers behind a quotation for objects."""

from collections.abc import Iterable, Sequence

from extractor.document.titles import repair_titles
from extractor.document.tokens import NONE, Word, Words
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.tables import word_lists
from extractor.lexicon.triggers import event_nouns, verb_rules
from extractor.lexicon.word_classes import word_classes

_NOUNS = frozenset(("NOUN", "PROPN"))
_BEFORE = frozenset(("amod", "compound", "det", "nmod", "nsubj", "nummod"))
_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_PAST = {"shot": "shoot", "hurt": "hurt", "cut": "cut", "hit": "hit", "beat": "beat"}
_CLOSED = frozenset(("”", '"', "''", "’", "'", "»"))
_FRONTED = frozenset(("prep", "advcl"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_WHEN_AND_WHERE = frozenset(("DATE", "TIME", "GPE", "LOC", "FAC"))
_LONGEST = 14  # words of a headline
_PLURALS = word_lists("lexicon/words.txt")["plural modifiers"]


def repair(words: Words) -> None:
    """Give the verbs of sentences back to them, and titles to the names behind them."""
    repair_titles(words)
    for word in words:
        if word.lower_ == "whom":
            _repair_past(word.head)
        elif word.dep_ == "dobj":
            _repair_object(word)
        elif word.dep_ in _FRONTED:
            _repair_fronted(word)
        elif word.dep_ == "acl":
            _repair_participle(word)
        elif word.dep_ in _SUBJECTS and word.tag_ == "VBD":
            _repair_reduced(word)
        elif word.dep_ == "conj" and word.tag_ in _FINITE:
            _repair_unjoined(word)
    for sentence in words.sentences():
        if sentence:
            _repair_people(sentence[0])
        if _is_headline(sentence):
            _repair_headline(sentence)


def _is_headline(sentence: Sequence[Word]) -> bool:
    """Whether it is short and seems to have no verb."""
    if len(sentence) > _LONGEST:
        return False
    return not any(word.pos_ in ("VERB", "AUX") for word in sentence)


def _repair_object(word: Word) -> None:
    """An object of what is no verb, or of a verb that says what stands before it."""
    governor = word.head
    if governor.pos_ in _NOUNS:
        _repair_governor(governor)
    elif governor.lower_ == "dead":
        _repair_shot(word.words[governor.i - 1], governor)
    elif _says_quotation(governor):
        word.dep_ = "nsubj"


def _repair_past(verb: Word) -> None:
    """ "Whom soldiers arrested": the past, which the tagger takes for a participle."""
    if verb.tag_ == "VBN" and verb.lefts.has("nsubj") and not verb.lefts.has("aux", "auxpass"):
        verb.tag_ = "VBD"


def _repair_participle(word: Word) -> None:
    """ "The inn, which a mob stormed in 2015, killing two, is open": the mob killed two in 2015, and not the inn."""
    noun = word.head
    if word.tag_ != "VBG" or not word.follows(","):
        return
    verb = noun.rights.first("relcl")
    if verb is None or verb.i > word.i or verb.tag_ not in _FINITE:
        return
    word.move(verb, "advcl")


def _repair_reduced(word: Word) -> None:
    """ "A priest shot in Goma has died": the priest has died, and "shot" is a participle, no subject."""
    noun, verb = word.lefts.first("nsubj"), word.head
    is_named = noun is not None and noun.pos_ in (*_NOUNS, "NUM")
    if noun is None or not is_named or len(word.lefts) > 1 or word.rights.has("dobj", "ccomp", "xcomp"):
        return
    noun.move(verb, "nsubj")
    _make_participle(word, noun)
    relative = noun.rights.first("relcl")
    whom = relative.lefts.form("whom") if relative is not None else None
    if whom is not None:
        _repair_whom(whom)


def _repair_unjoined(word: Word) -> None:
    """ "Shells fired from a hill hit a town": two verbs that nothing joins, of which the first is a participle."""
    first = word.head
    noun = first.lefts.first("nsubj") if first.tag_ == "VBD" else None
    if noun is None or not _is_unjoined(first, word):
        return
    word.move(word if first.head is first else first.head, first.dep_)
    noun.move(word, noun.dep_)
    for child in first.rights:
        if child.i > word.i:
            child.move(word, child.dep_)
    _make_participle(first, noun)


def _is_unjoined(first: Word, second: Word) -> bool:
    """Whether no word and no mark joins two verbs, and the first has only a subject and a phrase.

    "Fired" and "hit" of "shells fired from a hill hit a town".
    """
    if len(first.lefts) > 1 or second.lefts.has(*_SUBJECTS):
        return False
    if first.rights.has("dobj", "ccomp", "xcomp") or not first.rights.has("prep"):
        return False
    between = first.words.between(first.i + 1, second.i)
    return not any(word.dep_ == "cc" or word.is_punct for word in between)


def _make_participle(verb: Word, noun: Word) -> None:
    """Make a verb a participle that tells of a noun.

    "Fired" of "shells fired from a hill".
    """
    verb.tag_ = "VBN"
    verb.move(noun, "acl")


def _repair_whom(whom: Word) -> None:
    """ "The man whom masked guards beat": the guards beat him, and nobody masked them."""
    masked, noun = whom.head, whom.head.head
    guards = masked.rights.first("dobj")
    beat = noun.rights.first("acl", tag="VBN") if masked.dep_ == "relcl" else None
    if whom.dep_ != "nsubj" or guards is None or beat is None or beat.i != guards.i + 1:
        return
    if masked.i + 1 != guards.left_edge.i:
        return
    guards.move(beat, "nsubj")
    whom.move(beat, "dobj")
    masked.move(guards, "amod")
    beat.tag_ = "VBD"
    beat.dep_ = "relcl"


def _repair_governor(noun: Word) -> None:
    """A noun with a subject and an object is a verb."""
    lemma = _PAST.get(noun.lower_, noun.lemma_)
    if lemma in verb_rules() and noun.lefts.has("nsubj"):
        noun.lemma_, noun.pos_, noun.tag_ = lemma, "VERB", "VBD" if noun.lower_ in _PAST else "VBZ"


def _says_quotation(verb: Word) -> bool:
    """ "“We left,” muttered his uncle": what stands behind the verb says it, and is not its object."""
    if verb.i < 2 or not verb.lefts.has("ccomp") or verb.lefts.has("nsubj"):
        return False
    if verb.nbor(-1).text not in _CLOSED:
        return False
    return verb.nbor(-2).text in (",", "?", "!")


def _repair_fronted(phrase: Word) -> None:
    """Give a verb back the subject that the phrase in front of it took: "in Suez soldiers fired"."""
    verb = phrase.head
    if verb.i < phrase.i or verb.pos_ != "VERB" or not _lacks_subject(verb):
        return
    for word in reversed(verb.words.between(phrase.i + 1, verb.i)):
        if _is_taken(word, phrase, verb):
            _make_subject(word, verb)
            return


def _lacks_subject(verb: Word) -> bool:
    """Whether a finite verb stands without the subject that it must have."""
    first = verb.lefts.first("aux", "auxpass") or verb
    return first.tag_ in _FINITE and not verb.children.has(*_SUBJECTS)


def _is_taken(word: Word, phrase: Word, verb: Word) -> bool:
    """The soldiers joined to the place in "in Suez soldiers fired", the mob in "after he left a mob came"."""
    if word.dep_ == "dobj":
        if word.head is not phrase or word.i + 1 != verb.i:
            return False
        return phrase.dep_ == "advcl"
    if word.dep_ != "pobj" or word.tag_ != "NNS":
        return False
    if word.ent_type_ or not word.lefts:
        return False
    first = word.lefts[0]
    if first.ent_type_ not in _WHEN_AND_WHERE:
        return False
    return first.dep_ != "poss"


def _make_subject(noun: Word, verb: Word) -> None:
    """Hang a noun on its verb; the time or the place before it stays behind its preposition."""
    above = noun.head
    kept = [word for word in above.rights if word is not noun]
    if noun.dep_ == "pobj":
        *before, last = (word for word in noun.lefts if word.ent_type_ in _WHEN_AND_WHERE)
        noun.hang((word for word in noun.lefts if word not in (*before, last)), noun.rights)
        last.dep_, last.head = "pobj", above
        _hang_before(last, before)
        kept.insert(0, last)
    above.hang(above.lefts, kept)
    noun.dep_, noun.head = "nsubj", verb
    verb.hang(sorted((*verb.lefts, noun), key=_position), verb.rights)


def _position(word: Word) -> int:
    """Where a word stands in the text."""
    return word.i


def _repair_people(first: Word) -> None:
    """ "Assailants burned a village", where the capital letter makes people a name."""
    if first.tag_ != "NNPS" or first.ent_type_ in _NAMES:
        return
    person = first.lower_.removesuffix("s")
    if "person" in classes_of(person):
        first.lemma_, first.pos_, first.tag_, first.ent_type_ = person, "NOUN", "NNS", ""


def _repair_shot(shot: Word, dead: Word) -> None:
    """ "Men in a taxi shot dead a notary", parsed as if they were dead in a shot."""
    if (shot.lower_, shot.dep_) != ("shot", "pobj") or not shot.lefts or dead.head is not dead:
        return
    preposition, *modifiers, noun = shot.head, *shot.lefts
    noun.dep_, noun.head = "pobj", preposition
    _hang_before(noun, modifiers)
    preposition.hang(preposition.lefts, (noun if word is shot else word for word in preposition.rights))
    shot.lemma_, shot.pos_, shot.tag_, shot.dep_, shot.head = "shoot", "VERB", "VBD", "ROOT", shot
    shot.hang(dead.lefts, (dead, *dead.rights))
    for word in shot.children:
        word.head = shot
    dead.dep_ = "oprd"
    dead.hang(NONE, NONE)


def _repair_headline(sentence: Iterable[Word]) -> None:
    """The noun before the last one of "Mob lynches thief in Oaxaca" is its verb."""
    last = next((word for word in sentence if word.head is word and word.pos_ in _NOUNS), None)
    if last is None:
        return
    for at, word in enumerate(last.lefts):
        before = [*last.lefts[:at], *word.lefts]
        if _is_subject(before) and _is_verb(before[-1], word):
            _make_verb(last, word, before, list(last.lefts[at + 1 :]))
            return


def _is_subject(before: list[Word]) -> bool:
    """Whether some words before a noun can be the subject of the verb that it is."""
    if not before:
        return False
    return all(child.dep_ in _BEFORE for child in before)


def _is_verb(before: Word, word: Word) -> bool:
    """ "Lynches" after "mob", "bomb" after "jets"; an act after one thing only where the parser has a subject."""
    if not _can_be_verb(word) or before.pos_ not in _NOUNS:
        return False
    if before.i + 1 != word.i:
        return False
    if before.lemma_ in _PLURALS or word.lemma_ in _PLURALS:
        return False
    if not _is_plural(word):
        return _is_plural(before)
    if _is_plural(before):
        return False
    if word.lemma_ not in event_nouns():
        return True
    return before.dep_ == "nsubj"


def _can_be_verb(word: Word) -> bool:
    """Whether a noun before another has the form of a verb of the lexicon."""
    if word.dep_ != "compound" or word.pos_ not in _NOUNS:
        return False
    return word.lemma_ in verb_rules()


def _is_plural(word: Word) -> bool:
    """Not by its "s" alone: "Athens talks"."""
    if word.tag_ in ("NNS", "NNPS") or word.lower_ == "police":
        return True
    singular = word.lower_.removesuffix("s")
    return singular != word.lower_ and singular in word_classes()["people"]


def _make_verb(last: Word, verb: Word, before: list[Word], after: list[Word]) -> None:
    """Make a noun the verb of a headline: what stands before it its subject, the last noun its object."""
    *modifiers, subject = before
    verb.pos_, verb.tag_, verb.dep_, verb.head = "VERB", "VBZ" if verb.tag_.endswith("S") else "VBP", "ROOT", verb
    _hang_before(subject, modifiers)
    subject.dep_, subject.head = "nsubj", verb
    last.dep_, last.head = "dobj", verb
    last.hang(after, last.rights)
    verb.hang((subject,), (*verb.rights, last))


def _hang_before(noun: Word, modifiers: list[Word]) -> None:
    """Put words under a noun, before those it has."""
    for word in modifiers:
        word.head = noun
    noun.hang((*modifiers, *noun.lefts), noun.rights)
