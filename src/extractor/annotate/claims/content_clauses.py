"""What a cue introduces: the words above a proposition that report, deny, plan or doubt it, and where that scope ends.

"Left" in "Kyiv says it hopes that they left" is the content of "hope" and of "say"; "seized" in "said the soldier
seized in May had fled" is the article's own, a clause of background.
"""

from collections.abc import Callable, Iterator

from extractor.annotate.claims.cues import CueClass, certainty_words, cue_class
from extractor.document.tokens import Word
from extractor.syntax import is_passive, saying_beside, word_class

HIGHEST = 12  # steps up a parse; sentences that nest deeper are errors of the parser
_AFTERTHOUGHTS: frozenset[CueClass] = frozenset(("report", "confirm", "allege", "think", "know"))
_OF_NOUNS: frozenset[CueClass] = frozenset(("report", "allege", "think", "confirm", "deny"))
_TOPICAL = ("of", "for", "from", "in", "to", "with")


def ancestors_of(trigger: Word) -> Iterator[tuple[Word, Word]]:
    """Pairs of a node and the word that governs it, from the trigger up to the root of its sentence."""
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
    if noun.pos_ not in ("NOUN", "PROPN", "PRON") or _is_said_of(noun):
        return False
    return not _names_words(noun) and not _completes(node)


def is_in_background(trigger: Word) -> bool:
    """Whether a word stands in a clause of background."""
    return is_background(trigger) or any(is_background(node) for node, _ in ancestors_of(trigger))


def is_second_saying(node: Word) -> bool:
    """ "Kyiv says it hit a ship and Moscow says it shot back": a second saying is not part of the first."""
    if saying_beside(node) is not None:
        return True
    if node.dep_ != "conj" or cue_class(node) != "report" or node.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    return node.lefts.has("nsubj") and node.rights.has("ccomp")


def cue_between(node: Word, parent: Word) -> CueClass | None:
    """The class of `parent` when it is a cue and `node` is what it introduces, else None.

    "report" for "left" under "said" in "said they left"; None for "Oslo" under "in" in "said it in Oslo".
    """
    if not _is_content(node, parent):
        return None
    kind = _idiom(node, parent) or _class_of_governor(parent)
    if kind == "seem" and node.dep_ not in ("xcomp", "ccomp", "oprd"):
        return None
    if _stands_before(node, parent) and (kind not in _AFTERTHOUGHTS or _is_cut_off(node, parent)):
        return None
    return _with_infinitive(node, parent, kind) if node.tag_ in ("VB", "VBG", "VBN") else kind


def is_inserted(child: Word, node: Word) -> bool:
    """Whether a clause is put into the one that it speaks of: ", he said," and "as the army said"."""
    if child.pos_ != "VERB" or cue_class(child) not in ("report", "think", "allege", "confirm"):
        return False
    return _has_place_of_insertion(child, node) and not child.rights.has("ccomp", "dobj", "xcomp")


def _has_place_of_insertion(child: Word, node: Word) -> bool:
    """Beside the clause, behind it, or with "as"."""
    if child.dep_ == "advcl":
        return child.lefts.has_form("as")
    return child.dep_ == "parataxis" or (child.dep_ == "ccomp" and child.i > node.i)


def _class_of_governor(word: Word) -> CueClass | None:
    """The class of a cue; of a copula that of its predicate: "it is possible that", "it is false that"."""
    if word.pos_ != "AUX":
        return cue_class(word)
    adjective = word.rights.first("acomp")
    kind = cue_class(adjective) if adjective is not None else None
    return kind if kind in ("doubt", "deny") else None


def _is_content(node: Word, parent: Word) -> bool:
    """Whether a word can be what a cue above it introduces, by its relation to it."""
    test = _IS_CONTENT.get(node.dep_)
    return test is not None and parent.pos_ != "ADP" and test(node, parent)


def _is_any(_node: Word, _parent: Word) -> bool:
    """ "Said they left"."""
    return True


def _is_noun_of_words(node: Word, _: Word) -> bool:
    """ "Denied reports that", "says 12 killed"."""
    return _names_words(node) or _is_said_of(node)


def _is_topic(preposition: Word, _: Word) -> bool:
    """ "Accused of shelling", "allegations of torture"."""
    return preposition.lower_ in _TOPICAL and preposition.rights.has("pcomp", "pobj")


def _is_clause_of_noun(clause: Word, parent: Word) -> bool:
    """ "Plans to leave"; not "reports published in May", which tells about the reports."""
    is_bare_participle = parent.pos_ == "NOUN" and clause.tag_ == "VBN" and not clause.lefts.has("aux")
    return not is_bare_participle


def _is_infinitive(_: Word, parent: Word) -> bool:
    """ "Agreed to leave"; not "kept firing", "continued to fire", which say that they fired."""
    return parent.lemma_ not in certainty_words("no_infinitive")


def _is_content_of_noun(node: Word, noun: Word) -> bool:
    """ "Word that the militia had left Bor": with an object of its own, the clause needs no "that" for one."""
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
    """ "Rumour has it that they left", "pleaded guilty to killing him"."""
    if verb.lemma_ == "have" and node.dep_ == "ccomp":
        return "report" if verb.i + 1 < node.i and verb.nbor(1).lower_ == "it" else None
    if node.dep_ != "prep":
        return None
    pleads = verb.rights.has_form("guilty") or (verb.lower_, verb.head.lemma_) == ("guilty", "plead")
    return "confirm" if pleads else None


def _stands_before(node: Word, parent: Word) -> bool:
    """A clause before its verb is what is said or thought: "They left, he said", never what is asked or planned."""
    return node.dep_ == "ccomp" and node.i < parent.i


def _is_cut_off(clause: Word, verb: Word) -> bool:
    """ "The army said no; rebels said yes": the parser takes the first for what the second says."""
    return any(child.text == ";" and child.i > clause.i for child in verb.lefts)


def _with_infinitive(node: Word, cue: Word, kind: CueClass | None) -> CueClass | None:
    """A cue with an infinitive: "told them to leave" asks, "hoped to leave" plans, "agreed to leave" promises."""
    if node.dep_ not in ("xcomp", "ccomp") or cue.pos_ != "VERB":
        return kind
    has_to = node.lefts.has_form("to", dep="aux")
    if has_to and kind == "report" and cue.lemma_ in word_class("object_control"):
        return "request"
    if node.dep_ == "ccomp" or is_passive(cue):
        return kind
    if kind == "think" and (has_to or cue.lemma_ == "consider"):
        return "intend"
    return "promise" if has_to and kind == "confirm" else kind


def _is_said_of(noun: Word) -> bool:
    """ "Kyiv says 12 killed", of a headline: nobody says people, so that the participle is what is said of them."""
    return (noun.dep_, noun.head.lemma_) == ("dobj", "say") and noun.rights.has("acl")


def _completes(clause: Word) -> bool:
    """ "The belief that they had fled" tells what was believed."""
    return clause.lefts.has_form("that", dep="mark")


def _names_words(noun: Word) -> bool:
    """ "Reports that", "allegations of": the noun itself stands for what is said."""
    return noun.pos_ == "NOUN" and cue_class(noun) in _OF_NOUNS
