"""Causes that nobody meant, told beside a blast or a death: "inspectors put it down to static electricity"."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.coreference.mention_features import tells_result
from extractor.events.draft import Draft
from extractor.events.factuality.accidents import is_violent
from extractor.events.factuality.irrealis_words import words
from extractor.events.factuality.lifeless import is_lifeless
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.word_classes import word_classes
from extractor.syntax import predicate_of

_NEAR = 3  # sentences from the harm to its cause
_VERBS = ("VERB", "AUX")
_RULED_OUT = ("dobj", "nsubjpass")


def without_mishaps(article: AnnotatedArticle, drafts: list[Draft]) -> list[Draft]:
    """The drafts but those of harm by nobody whose cause is told nearby, and nobody meant it.

    None for "A blast killed seven. A gas leak was to blame" and "A grenade killed two. It was an accident"; one where
    a bomb was found.
    """
    if not any(map(_is_by_nobody, drafts)):
        return drafts
    causes, mishaps = list(_told_causes(article)), list(_called_mishaps(article))
    return [
        draft
        for draft in drafts
        if not _is_by_nobody(draft)
        or not (_is_near(draft, mishaps) or (_is_near(draft, causes) and _may_be_mishap(article, draft)))
    ]


def _is_by_nobody(draft: Draft) -> bool:
    """Whether a draft tells of harm without anybody who did it: "a blast killed seven"."""
    return draft.coding.kind.harms_people and not draft.source


def _may_be_mishap(article: AnnotatedArticle, draft: Draft) -> bool:
    """Whether a draft tells of harm or a burst, and of no weapon.

    "A blast killed seven"; not "a car bomb killed seven" nor "a shooting killed seven".
    """
    if draft.instruments or is_violent(article, draft.trigger, words("hitting")):
        return False
    return tells_result(draft) or not words("bursting").isdisjoint(article.sentence_words(draft.trigger))


def _is_near(draft: Draft, causes: list[int]) -> bool:
    """Whether a sentence with a cause is that of a draft, or one of the next.

    Sentences 1 to 4 for a blast of sentence 1; not 0 and 5.
    """
    return any(0 <= cause - draft.sentence <= _NEAR for cause in causes)


def _told_causes(article: AnnotatedArticle) -> Iterator[int]:
    """The sentences that name a cause which nobody meant and no weapon, or that clear everybody.

    1 for "A blast killed seven. They blamed a gas leak. Two bakers died."
    """
    for number, tokens in enumerate(article.words.sentences()):
        if any(map(_clears, tokens)) or _names_mischance(article, tokens):
            yield number


def _names_mischance(article: AnnotatedArticle, tokens: list[Word]) -> bool:
    """Whether a sentence says that something came of a leak or a fault, and speaks of no weapon.

    True of "they blamed a gas leak"; False of "they blamed a gas leak, but found a bomb".
    """
    is_told = any(_is_named_as_cause(word) or _fails(word) for word in tokens)
    return is_told and not is_violent(article, tokens[0], words("hitting"))


def _clears(word: Word) -> bool:
    """Whether a verb says that a deed is out of the question.

    "Ruled" of "the police ruled out terrorism"; not of "have not ruled out terrorism" nor "cannot rule out terrorism".
    """
    if word.lemma_ != "rule" or word.tag_ == "VB" or not word.rights.has_form("out") or _is_doubted(word):
        return False
    return any(deed.lemma_ in words("deeds") or deed.text == "play" for deed in word.children.those(*_RULED_OUT))


def _is_doubted(word: Word) -> bool:
    """Whether a word, or one that it hangs on, is negated or behind a word of doubt.

    "Accident" of "it was no accident", "nobody believes it was an accident" and "they denied it was an accident".
    """
    return any(
        told.lemma_ in words("doubting") or told.children.has_form(*words("not")) for told in (word, *word.ancestors)
    )


def _called_mishaps(article: AnnotatedArticle) -> Iterator[int]:
    """The sentences that call what happened an accident, whatever it was done with.

    1 for "A grenade killed two cooks. It was an accident."
    """
    for number, tokens in enumerate(article.words.sentences()):
        if any(map(_is_called_mishap, tokens)):
            yield number


def _is_called_mishap(word: Word) -> bool:
    """Whether a noun says of what happened that nobody meant it.

    "Accident" of "it was an accident" and "they described the blast as an accident"; not of "it was no accident".
    """
    if word.lemma_ not in words("mishaps") or _is_doubted(word):
        return False
    if word.is_behind("as"):
        return word.head.head.lemma_ in words("calling")
    if word.dep_ == "oprd":
        return word.head.lemma_ in words("calling")
    subject = word.head.lefts.first("nsubj") if word.dep_ == "attr" else None
    return subject is not None and subject.lemma_ in words("ill") | words("happened")


def _is_named_as_cause(word: Word) -> bool:
    """Whether a noun is for what nobody means, and its clause says that something came of it.

    "Leak" of "they blamed a gas leak" and "a leak led to the blast"; not of "they mended a leak" and "a leak led to
    delays".
    """
    if word.pos_ not in ("NOUN", "PROPN") or not _is_mischance(word) or _is_doubted(word):
        return False
    verb = next((above for above in word.ancestors if above.pos_ in _VERBS), None)
    if verb is None:
        return False
    said = (verb, *verb.ancestors, *verb.rights)
    return any(predicate_of(told) in words("blaming") or _leads_to_harm(told) or _did_it(told) for told in said)


def _did_it(verb: Word) -> bool:
    """Whether a clause ends in "did it": "they think that a spark did it"."""
    return verb.lemma_ == "do" and verb.rights.has_form("it", dep="dobj")


def _is_mischance(noun: Word) -> bool:
    """Whether a noun is for what nobody means, or for a thing that is out of order.

    "Leak", "pipe" of "a leaking pipe", "tyre" of "a worn tyre"; not "device" of "a faulty device".
    """
    if noun.lemma_.lower() in word_classes()["mischance"]:
        return True
    return noun.lefts.has_form(*words("out of order")) and is_lifeless(noun)


def _fails(word: Word) -> bool:
    """Whether a verb says that a thing had failed before.

    True of "the brakes had failed"; not of "talks had failed", nor of "the guard's gun failed".
    """
    if word.lemma_ not in words("failing") or not word.lefts.has_form("had"):
        return False
    thing = word.lefts.first("nsubj")
    return thing is not None and is_lifeless(thing)


def _leads_to_harm(word: Word) -> bool:
    """Whether a word has a blast, a fire or a crash as what came of something, or is a noun for that.

    "Led" of "a leak led to the blast", "cause" of "a leak was the cause"; not "led" of "a leak led to delays".
    """
    if word.lemma_ not in words("leading"):
        return False
    if word.pos_ == "NOUN":
        return True
    told = word.words.between(word.left_edge.i, word.right_edge.i + 1)
    return any(below.lemma_ in words("ill") for below in told)
