"""The source of a cue: the subject of "said", the agent of "was reported by", the owner of "the army's claim"."""

from dataclasses import dataclass

from extractor.annotate.claims.content_clauses import story_of
from extractor.annotate.claims.cues import SOURCED, CueClass, is_felt
from extractor.document.tokens import Word
from extractor.syntax import is_passive, subject_of, word_class

_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
_STOPS = frozenset((".", "?", "!", ";", ":"))
_LOST = frozenset(("ROOT", "nsubj", "npadvmod", "dep"))
_LOST_REACH = 30  # words before a verb in which a subject that the parser cut off is looked for


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source (head token, None when nobody is named) with the words that attribute: tokens [cue_start, cue_end)."""

    source: Word | None
    cue: Word
    cue_start: int
    cue_end: int
    kind: CueClass
    quoted: bool = False


def attribute(cue: Word, kind: CueClass, quoted: bool, content: Word | None = None) -> Attribution:
    """The attribution that a cue makes, with its particle and its source.

    `kind` is the class of the cue, `quoted` whether it speaks of a quotation, `content` what it introduces, where that
    is known: in "the army said rebels fled" the source is "army", the content "fled".
    """
    end = cue.i + 1
    for particle in cue.rights.those("prt"):
        if particle.i == end:
            end += 1
    source = _source_of(cue, kind)
    if source is not None and content is not None and content in (source, source.head):
        source = None  # "fears of an attack" are not the attack's
    return Attribution(source, cue, cue.i, end, kind, quoted)


def names_source(cue: Word, kind: CueClass) -> bool:
    """Whether a cue of a class has a source.

    The owner of a plan or a view is not who tells of it: "the army's plans", but "the army's claim".
    """
    if kind not in SOURCED:
        return False
    return cue.pos_ != "NOUN" or kind not in ("intend", "think")


def _source_of(cue: Word, kind: CueClass) -> Word | None:
    """The word for who says, thinks or denies it; None when nobody is named.

    "Army" for "said" of "the army said", nobody for "seemed" of "it seemed".
    """
    if cue.pos_ in ("VERB", "AUX"):
        if kind == "seem":
            return None
        story = story_of(cue)
        return _source_of_verb(cue) if story is None else _source_of_noun(story) or story
    if cue.pos_ == "ADJ":
        return _source_of_adjective(cue)
    return _source_of_noun(cue)


def _source_of_verb(verb: Word) -> Word | None:
    """The subject of an active verb, the agent of a passive.

    "Army" in "the army said" and "was reported by the army"; nobody in "there were reports".
    """
    witness = _quoted_witness(verb)
    if witness is not None:
        return witness
    if verb.lemma_ in ("know", "slip") and verb.head.lemma_ == "let":  # "aides let it be known that he fled"
        return subject_of(verb.head)
    told_by = verb.prep("from") if verb.lemma_ in ("hear", "learn") else None
    if told_by is not None:
        return told_by
    if is_passive(verb) and not is_felt(verb):
        by = verb.rights.first("agent")
        return by.pobj if by is not None else None
    subject = subject_of(verb) or _lost_subject(verb)
    return None if subject is None or _is_nobody(verb, subject) else subject


def _is_nobody(verb: Word, subject: Word) -> bool:
    """Whether a subject only holds the place of another: "there" of "there were reports", "it" of "it is untrue that".

    Also of "it is wrong to say that"; not "it" of "it said that rebels fled".
    """
    return subject.tag_ == "EX" or (subject.lower_ == "it" and (verb.pos_ == "AUX" or verb.tag_ == "VB"))


def _source_of_adjective(adjective: Word) -> Word | None:
    """The source of an adjective: the noun it modifies or is said of.

    "Officials aware that", "officials were aware that"; nobody in "it is doubtful that".
    """
    head = adjective.head
    subject = head if head.pos_ in _NOUNS else subject_of(head)
    if subject is not None and subject.lower_ == "it":
        return None
    return subject


def _source_of_noun(noun: Word) -> Word | None:
    """The source of a noun: its owner, who is behind it, who spread it, or the name before it.

    "The army's claim", "claims by the army", "the army spread a claim", "AFP reports".
    """
    owner = noun.lefts.first("poss")
    if owner is not None:
        return owner
    preposition = noun.rights.form("by", "from", "of", dep="prep")
    if preposition is not None:
        return preposition.pobj
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and noun.head.lemma_ in word_class("spreading"):
        return subject_of(noun.head)
    for child in noun.lefts.those("compound"):
        if child.ent_type_:
            return child
    return None


def _quoted_witness(verb: Word) -> Word | None:
    """Whom somebody quotes, who then says it; None when nobody is quoted as saying something.

    "The agency quoted a witness as saying", "a witness was quoted as saying".
    """
    if verb.lemma_ != "quote" or not verb.rights.has_form("as", dep="prep"):
        return None
    if is_passive(verb):
        return subject_of(verb)
    return verb.rights.first("dobj")


def _lost_subject(cue: Word) -> Word | None:
    """The subject of a finite verb that the parser cut off: the first noun of what stands before it.

    "PM" for "says" of "PM vows laws WILL change, says killer sent a letter".
    """
    if cue.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    first: Word | None = None
    for word in reversed(cue.words.between(max(0, cue.i - _LOST_REACH), cue.i)):
        if word.text in _STOPS or "\n" in word.text:
            break
        if word.pos_ in _NOUNS and word.dep_ in _LOST:
            first = word
    return first
