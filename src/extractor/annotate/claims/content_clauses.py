"""What a cue introduces: the words above a proposition that report, deny, plan or doubt it, and where that scope ends.

"Left" in "Kyiv says it hopes that they left" is the content of "hope" and of "say"; "seized" in "said the soldier
seized in May had fled" is the article's own, a clause of background.
"""

from collections.abc import Callable, Iterator

from extractor.annotate.claims.cues import CueClass, certainty_words, cue_class
from extractor.document.tokens import Word
from extractor.lexicon.word_classes import word_classes
from extractor.syntax import is_passive, saying_beside, word_class

HIGHEST = 12  # steps up a parse; sentences that nest deeper are errors of the parser
_AFTERTHOUGHTS: frozenset[CueClass] = frozenset(("report", "confirm", "allege", "think", "know"))
_OF_NOUNS: frozenset[CueClass] = frozenset(("report", "allege", "think", "confirm", "deny"))
_TOPICAL = ("of", "for", "from", "in", "to", "with")


def ancestors_of(trigger: Word) -> Iterator[tuple[Word, Word]]:
    """Pairs of a node and the word that governs it, from the trigger up to the root of its sentence.

    ("fled", "said") alone for "fled" of "They said rebels fled."
    """
    node = trigger
    for _ in range(HIGHEST):
        parent = node.head
        if parent == node:
            return
        yield node, parent
        node = parent


def is_background(node: Word) -> bool:
    """Whether a clause beside a noun ("a soldier seized in May", "who fled") is the article's own."""
    if node.dep_ not in ("relcl", "acl") or node.tag_ not in ("VBN", "VBD", "VBZ", "VBP"):
        return False
    noun = node.head
    if noun.pos_ not in ("NOUN", "PROPN", "PRON") or _is_cleft(noun):
        return False
    is_content = _is_said_of(noun) or _names_words(noun) or _completes(node)
    return not is_content


def _is_cleft(noun: Word) -> bool:
    """Whether a sentence only puts a noun in front: "rebels" of "it was rebels who burned the mill"."""
    return noun.dep_ == "attr" and noun.head.lefts.has_form("it", dep="nsubj")


def is_in_background(trigger: Word) -> bool:
    """Whether a word stands in a clause of background, at any depth.

    "Bought" of "said the soldier who had bought bread fled"; not "fled".
    """
    if is_background(trigger):
        return True
    return any(is_background(node) for node, _ in ancestors_of(trigger))


def is_second_saying(node: Word) -> bool:
    """Whether a verb is a second saying beside the first one, and no part of it.

    "Kyiv says it hit a ship and Moscow says it shot back": Kyiv says nothing of what Moscow says.
    """
    if saying_beside(node) is not None:
        return True
    if node.dep_ != "conj" or cue_class(node) != "report" or node.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    if not node.lefts.has("nsubj"):
        return False
    return node.rights.has("ccomp")


def cue_between(node: Word, parent: Word) -> CueClass | None:
    """The class of `parent` when it is a cue and `node` is what it introduces, else None.

    "report" for "left" under "said" in "said they left"; None for "Oslo" under "in" in "said it in Oslo".
    """
    if not _is_content(node, parent):
        return None
    kind = _idiom(node, parent) or _class_of_governor(parent)
    if kind == "seem" and node.dep_ not in ("xcomp", "ccomp", "oprd"):
        return None
    if _stands_before(node, parent) and not _is_afterthought(node, parent, kind):
        return None
    if node.tag_ in ("VB", "VBG", "VBN"):
        return _with_infinitive(node, parent, kind)
    return kind


def is_inserted(child: Word, node: Word) -> bool:
    """Whether a clause of saying is put into the one that it speaks of.

    "The talks, he said, failed", "the talks failed, as the army said"; not "said that they failed".
    """
    if child.pos_ != "VERB" or cue_class(child) not in ("report", "think", "allege", "confirm"):
        return False
    if not _has_place_of_insertion(child, node):
        return False
    if child.rights.has("ccomp", "xcomp") or child.lemma_ in certainty_words("no_infinitive"):
        return False
    told = child.rights.first("dobj")
    return told is None or (child.lemma_ in word_class("informing") and _can_be_told(told))


def _can_be_told(whom: Word) -> bool:
    """Whether an object is who hears it.

    "Council" of "as he told the council", "nurse" of "as he told a nurse"; not "joke" of "as he told a joke".
    """
    return not whom.lefts.has_form("a", "an") or whom.lemma_ in word_classes()["living"]


def _has_place_of_insertion(child: Word, node: Word) -> bool:
    """Whether a clause stands where one can be put in: beside the other, behind it, or with "as"."""
    if child.dep_ == "advcl":
        return child.lefts.has_form("as")
    if child.dep_ == "parataxis":
        return True
    if child.dep_ != "ccomp":
        return False
    return child.i > node.i


def _class_of_governor(word: Word) -> CueClass | None:
    """The class of a cue; of a copula that of its predicate or its subject.

    "It is possible that", "it is false that", "the mayor's version is that".
    """
    if word.pos_ != "AUX":
        return cue_class(word)
    adjective = word.rights.first("acomp")
    kind = cue_class(adjective) if adjective is not None else None
    if kind in ("doubt", "deny"):
        return kind
    story = story_of(word)
    return cue_class(story) if story is not None else None


def story_of(copula: Word) -> Word | None:
    """The noun of words that a copula has as its subject: "version" of "the mayor's version is that rebels fled"."""
    subject = copula.lefts.first("nsubj")
    is_story = subject is not None and copula.rights.has("ccomp") and _names_words(subject)
    return subject if is_story else None


def _is_content(node: Word, parent: Word) -> bool:
    """Whether a word can be what a cue above it introduces, by its relation to it."""
    test = _IS_CONTENT.get(node.dep_)
    if test is None or parent.pos_ == "ADP":
        return False
    return test(node, parent)


def _is_any(_node: Word, _parent: Word) -> bool:
    """ "Said they left"."""
    return True


def _is_noun_of_words(node: Word, _: Word) -> bool:
    """Whether a noun as an object stands for what is said.

    "Denied reports that they fled", "says 12 killed"; not "denied the visitors".
    """
    return _names_words(node) or _is_said_of(node)


def _is_topic(preposition: Word, _: Word) -> bool:
    """Whether what stands behind a preposition is what a cue is about.

    "Accused of shelling", "allegations of torture".
    """
    return preposition.lower_ in _TOPICAL and preposition.rights.has("pcomp", "pobj")


def _is_clause_of_noun(clause: Word, parent: Word) -> bool:
    """Whether a clause beside a noun tells its content.

    "Plans to leave"; not "reports published in May", which tells about the reports.
    """
    is_bare_participle = parent.pos_ == "NOUN" and clause.tag_ == "VBN" and not clause.lefts.has("aux")
    return not is_bare_participle


def _is_infinitive(_: Word, parent: Word) -> bool:
    """Whether a verb leaves open that what its infinitive tells takes place.

    "Agreed to leave"; not "kept firing" and "continued to fire", which say that they fired.
    """
    return parent.lemma_ not in certainty_words("no_infinitive")


def _is_content_of_noun(node: Word, noun: Word) -> bool:
    """Whether a relative clause is rather the content of a noun of words, as it has an object of its own.

    "Word that the militia had left Bor"; not "the word that he said".
    """
    if not _names_words(noun) or not node.lefts.has_form("that"):
        return False
    return node.lefts.has("nsubj") and node.rights.has("dobj")


_IS_CONTENT: dict[str, Callable[[Word, Word], bool]] = {
    "acl": _is_clause_of_noun,
    "ccomp": _is_any,
    "dobj": _is_noun_of_words,
    "nsubjpass": _is_noun_of_words,
    "oprd": _is_any,
    "prep": _is_topic,
    "relcl": _is_content_of_noun,
    "xcomp": _is_infinitive,
}


def _idiom(node: Word, verb: Word) -> CueClass | None:
    """The class of a verb that is a cue only together with other words.

    "Rumour has it that they left" and "aides let it be known that they left" report, "pleaded guilty to killing him"
    confirms.
    """
    if verb.lemma_ in ("know", "slip") and verb.head.lemma_ == "let" and verb.dep_ == "ccomp":
        return "report"
    if verb.lemma_ in ("hear", "learn") and node.dep_ == "ccomp" and verb.prep("from") is not None:
        return "report"  # "the court heard from a nurse that they left"
    if verb.lemma_ == "have" and node.dep_ == "ccomp":
        if verb.precedes("it") and verb.i + 1 < node.i:
            return "report"
        return None
    if node.dep_ != "prep":
        return None
    is_guilty = verb.lower_ == "guilty" and verb.head.lemma_ == "plead"
    if is_guilty or verb.rights.has_form("guilty"):
        return "confirm"
    return None


def _stands_before(node: Word, parent: Word) -> bool:
    """Whether a clause stands before its verb: it is then said or thought, never asked or planned.

    "They left, he said."
    """
    return node.dep_ == "ccomp" and node.i < parent.i


def _is_afterthought(clause: Word, verb: Word, kind: CueClass | None) -> bool:
    """Whether a verb behind a clause says who said or thought it.

    "They left, he said"; not the sentence behind a semicolon: "the army said no; rebels said yes".
    """
    if kind not in _AFTERTHOUGHTS:
        return False
    return not any(child.text == ";" and child.i > clause.i for child in verb.lefts)


def _with_infinitive(node: Word, cue: Word, kind: CueClass | None) -> CueClass | None:
    """The class of a cue with an infinitive or a participle as its content.

    "Told them to leave" requests, "hoped to leave" intends, "agreed to leave" promises; "told them that" reports.
    """
    if node.dep_ not in ("xcomp", "ccomp") or cue.pos_ != "VERB":
        return kind
    has_to = node.lefts.has_form("to", dep="aux")
    if kind == "report":
        if not has_to or cue.lemma_ not in word_class("object_control"):
            return kind
        return "request"
    if node.dep_ == "ccomp" or is_passive(cue):
        return kind
    if kind == "think" and cue.lemma_ == "consider":
        return "intend"
    if has_to and kind is not None:
        return _WITH_TO.get(kind, kind)
    return kind


# What thinking and confirming become with "to": "hoped to leave", "agreed to leave".
_WITH_TO: dict[CueClass, CueClass] = {"think": "intend", "confirm": "promise"}


def _is_said_of(noun: Word) -> bool:
    """Whether a noun is the object of "say", as in headlines: nobody says people, so that the rest is said of them.

    "Kyiv says 12 killed".
    """
    return (noun.dep_, noun.head.lemma_) == ("dobj", "say") and noun.rights.has("acl")


def _completes(clause: Word) -> bool:
    """Whether a clause begins with "that", and so tells what was believed or said.

    "The belief that they had fled"; not "the belief they held".
    """
    return clause.lefts.has_form("that", dep="mark")


def _names_words(noun: Word) -> bool:
    """Whether a noun stands for what is said or thought.

    "Reports that", "allegations of".
    """
    return noun.pos_ == "NOUN" and cue_class(noun) in _OF_NOUNS
