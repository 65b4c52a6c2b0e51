"""Participles that the parser takes for verbs of their own, or hangs on the wrong noun.

"Shells fired from a hill hit a town", "a priest shot in Goma has died", "relatives of miners killed by the army".
"""

from extractor.document.labels import FINITE, NOUNS, SUBJECTS
from extractor.document.relatives import repair_relative
from extractor.document.tokens import Word
from extractor.lexicon.triggers import event_nouns
from extractor.lexicon.word_classes import word_class

_NAMED = NOUNS | {"NUM"}
_CONTENT = ("dobj", "ccomp", "xcomp")
# Participles that the tagger takes for other forms.
_LIKE_PRESENT = {"shot": "shoot", "hurt": "hurt", "hit": "hit", "beaten": "beat", "struck": "strike"}
# Those that the past tense is not like.
_PARTICIPLES = frozenset(("slain", "beaten", "taken", "stolen", "driven", "broken", "torn", "thrown", "overthrown"))
_DEPTH = 3  # nouns inside each other: "the bodies of relatives of miners"


def repair_reduced_relative(word: Word) -> None:
    """Put one word right by the way in which it depends on the word above."""
    if word.tag_ == "VBD" and word.lower_ in _PARTICIPLES:  # "13 officers slain"
        word.tag_ = "VBN"
    mend = _MENDING.get(word.dep_)
    if mend is not None:
        mend(word)


def _repair_clause_at_noun(word: Word) -> None:
    """A participle at a noun."""
    if word.tag_ == "VBG" and word.head.pos_ == "ADJ" and word.head.i + 1 == word.i:
        _make_noun(word, word.head)
    elif word.tag_ == "VBG":
        _repair_participle(word)
    elif word.tag_ == "VBN" and not _repair_left(word):
        _lower(word)


def _make_noun(gerund: Word, adjective: Word) -> None:
    """Make a gerund the noun that the adjective before it belongs to.

    "Fighting" of "tribal fighting left nine dead", where the parser takes the tribal for those who fight.
    """
    if gerund.lower_ not in event_nouns() or adjective.dep_ not in (*SUBJECTS, "pobj", "dobj"):
        return
    gerund.pos_, gerund.tag_ = "NOUN", "NN"
    gerund.lemma_ = gerund.lower_
    gerund.move(adjective.head, adjective.dep_)
    for child in [child for child in adjective.children if child is not gerund]:
        child.move(gerund, child.dep_)
    adjective.move(gerund, "amod")


def _repair_left(verb: Word) -> bool:
    """Whether a participle was the verb of its sentence, which it is now.

    "Left" of "twin bombings left at least 20 dead", where 20 and no bombings are dead.
    """
    noun = verb.head
    state = verb.rights.first("oprd") if verb.lower_ == "left" else None
    if noun.dep_ != "ROOT" or state is None or not state.lefts.has("nummod"):
        return False
    verb.move(verb, "ROOT")
    verb.tag_ = "VBD"
    noun.move(verb, "nsubj")
    return True


def _repair_participle(word: Word) -> None:
    """ "The inn, which a mob stormed in 2015, killing two, is open": the mob killed two in 2015, and not the inn."""
    verb = word.head.rights.first("relcl") if word.follows(",") else None
    if verb is None or verb.i > word.i or verb.tag_ not in FINITE:
        return
    word.move(verb, "advcl")


def _lower(participle: Word) -> None:
    """Hang a participle on those whom it tells of, where the parser hangs it on what belongs to them.

    In "relatives of miners shot by guards" the miners were shot, in "the bodies of two men killed in May" the men
    were killed.
    """
    noun = participle.head
    for _ in range(_DEPTH):
        inner = noun.prep("of") or noun.prep("for")
        if inner is None or inner.i > participle.i or noun.lemma_ not in word_class("belonging"):
            break
        noun = inner
    if noun is not participle.head:
        participle.move(noun, participle.dep_)


def _repair_subject(noun: Word) -> None:
    """ "A priest shot in Goma has died": the priest has died, and "shot" is a participle, no subject."""
    word, verb = noun.head, noun.head.head
    if word.dep_ not in SUBJECTS or word.tag_ not in ("VBD", "VBN") or noun.pos_ not in _NAMED:
        return
    if len(word.lefts) > 1 or word.rights.has(*_CONTENT):
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
    noun = first.lefts.first("nsubj", "nsubjpass") if _can_be_participle(first) else None
    if noun is None or word.tag_ not in FINITE or not _is_unjoined(first, word):
        return
    word.move(word if first.head is first else first.head, first.dep_)
    noun.move(word, "nsubj")
    for child in [child for child in first.rights if child.i > word.i]:
        child.move(word, child.dep_)
    _make_participle(first, noun)


def _repair_interposed(word: Word) -> None:
    """Give the verb behind the second comma its subject back.

    In "Mr Doyle, long feared in the area, praised them" the parser has him as the subject of "feared".
    """
    verb = word.head
    noun = word.lefts.first("nsubj", "nsubjpass") if word.tag_ == "VBN" else None
    if noun is None or verb.i < word.i or verb.children.has(*SUBJECTS):
        return
    is_closed = word.right_edge.precedes(",")
    if not is_closed or word.lefts.has("aux", "auxpass", "mark"):
        return
    if all(between.text != "," for between in word.words.between(noun.i + 1, word.i)):
        return
    noun.move(verb, "nsubj")
    word.move(noun, "acl")


def _repair_fronted(word: Word) -> None:
    """Make a word a participle that the tagger takes for an imperative.

    "Shot" of "shot in the back on Sunday, the boy died".
    """
    lemma = _LIKE_PRESENT.get(word.lower_)
    if lemma is None or word.tag_ != "VB" or word.lefts or word.rights.has("dobj"):
        return
    word.tag_, word.lemma_ = "VBN", lemma


def _repair_adverbial(word: Word) -> None:
    """Put a clause right that the parser makes an adverbial of a verb, before or behind it.

    "Long feared in the area" before "praised them", "want answers" behind "miners shot by guards".
    """
    if word.head.i > word.i:
        _repair_fronted(word)
        _repair_interposed(word)
    elif word.tag_ == "VBN" and _is_counted(word.nbor(-1)):
        word.move(word.nbor(-1), "acl")
    elif word.tag_ == "VB":
        _repair_purpose(word)
    else:
        _repair_unjoined(word)


def _repair_purpose(infinitive: Word) -> None:
    """Hang a purpose on the participle right before it of those who gather for it.

    "Demand" on "marching" in "fired tear gas to disperse teachers marching on parliament to demand a pay rise".
    """
    whom = infinitive.head.rights.first("dobj")
    gathering = whom.rights.first("acl", tag="VBG") if whom is not None else None
    if gathering is not None and gathering.i < infinitive.i and gathering.lemma_ in word_class("doing_so"):
        infinitive.move(gathering, "advcl")


def _is_counted(number: Word) -> bool:
    """Whether a number stands for people behind a verb or "of": "26" of "doctors spoke of 26 killed in Homs"."""
    return number.pos_ == "NUM" and number.dep_ in ("pobj", "dobj")


def _can_be_participle(verb: Word) -> bool:
    """Whether a verb may be a participle: one that the tagger takes for the past, or one without an auxiliary.

    True for "shot" of "miners shot by guards want answers", False for that of "miners were shot".
    """
    if verb.tag_ == "VBD":
        return True
    return verb.tag_ == "VBN" and not verb.lefts.has("aux", "auxpass")


def _is_unjoined(first: Word, second: Word) -> bool:
    """Whether no word and no mark joins two verbs, and the first has only a subject and a phrase.

    "Fired" and "hit" of "shells fired from a hill hit a town".
    """
    if len(first.lefts) > 1 or second.lefts.has(*SUBJECTS):
        return False
    if second.lefts.has("mark") or second.lefts.first("advmod", tag="WRB") is not None:
        return False
    if first.rights.has(*_CONTENT) or not first.rights.has("prep", "agent"):
        return False
    between = first.words.between(first.i + 1, second.i)
    return not any(word.dep_ == "cc" or word.is_punct for word in between)


def _make_participle(verb: Word, noun: Word) -> None:
    """Make a verb a participle that tells of a noun.

    "Fired" of "shells fired from a hill".
    """
    verb.tag_ = "VBN"
    verb.move(noun, "acl")
    _lower(verb)


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


_MENDING = {
    "acl": _repair_clause_at_noun,
    "relcl": repair_relative,
    "nsubj": _repair_subject,
    "conj": _repair_unjoined,
    "advcl": _repair_adverbial,
}
