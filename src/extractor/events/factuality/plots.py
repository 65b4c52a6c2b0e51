"""Acts that a work tells: told in the present beside a word for a work, or done by one of its characters."""

import re

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.factuality.irrealis_words import words
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.word_classes import word_classes
from extractor.syntax import SUBJECTS, Frame

_PRESENT = ("VBZ", "VBP")
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_MEANWHILE = ("as", "while", "after", "before", "when")
_TITLE = re.compile(
    r"""\b(?:in|of|of the) ["“](?!Operation)[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|the|in|to|a|and|from))*["”]"""
)


def is_plot(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether an act belongs to the plot of a work.

    "Aliens raid Perth in the sequel", "the film's villain sank a ferry", "by the third episode the mayor is shot"; not
    "police arrested an actor in Perth", "gunmen raid a film studio".
    """
    if draft.coding.kind.verbal and not draft.coding.kind.threatens:
        return False
    if _is_of_makers(frame):
        return False
    sentence = article.sentence_tokens(frame.trigger)
    if any(_is_character(noun) for noun in sentence if noun.dep_ in SUBJECTS or noun is frame.patient):
        return True
    if draft.days is None and (any(map(_is_numbered, sentence)) or _is_content(frame.trigger)):
        return True
    if not _is_in_present(sentence):
        return False
    return _is_set_in_work(article, sentence) or _goes_on(article, frame, draft)


def _goes_on(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether a sentence in the present goes on with a plot that the one before it told of.

    "She stabs him" after "In the opera, a soldier loves a maid."; not "rebels hold the town" after it.
    """
    number = article.sentence_number(frame.trigger)
    if number == 0 or frame.trigger.tag_ not in _PRESENT or not draft.coding.kind.harms_people:
        return False
    before = article.words.sentence(number - 1)
    return before[-1].text == "." and _is_set_in_work(article, before)


def _is_set_in_work(article: AnnotatedArticle, sentence: list[Word]) -> bool:
    """Whether a sentence is set in a work, by a noun or a title.

    "In the sequel, a war breaks out", "in "Blood Moon" they meet"; not "they saw the sequel".
    """
    return any(map(_is_setting, sentence)) or _names_title(article, sentence)


def _is_of_makers(frame: Frame) -> bool:
    """Whether those who make or see a work take part in an act: "police arrest the star of a film"."""
    return any(noun.lemma_ in words("makers") for noun in frame.participants("agent", "patient"))


def _is_character(noun: Word) -> bool:
    """Whether somebody belongs to a work.

    "Villain" of "the film's villain", "Napoleon" of "the game's Napoleon"; not "set" of "the film's set".
    """
    if not any(map(_is_work, noun.lefts.those("poss"))):
        return False
    return noun.pos_ == "PROPN" or noun.lemma_ in word_classes()["mortal"]


def _is_work(noun: Word) -> bool:
    """Whether a noun is for a work: "film", "sequel", "tale"; not the "drama" of "a hostage drama"."""
    if is_true(noun):
        return False
    return noun.lemma_ in word_classes()["fiction"] or noun.lemma_ in words("works")


def is_true(noun: Word) -> bool:
    """Whether a noun for a work is only a word for what happened: "a hostage drama", "a courtroom thriller"."""
    return noun.lefts.has_form(*words("true dramas"))


def _is_in_present(sentence: list[Word]) -> bool:
    """Whether the first verb of a sentence that has a tense is in the present, as those of plots are.

    "Raid" of "aliens raid Perth"; not "raided". Where the tagger took all verbs for nouns, none is in the past.
    """
    first = next((word for word in sentence if word.tag_ in _FINITE and word.dep_ != "relcl"), None)
    if first is None:
        return sentence[-1].text == "."
    return first.tag_ in _PRESENT


def _is_setting(noun: Word) -> bool:
    """Whether a sentence is set in a work by one of its nouns.

    "Sequel" of "in the sequel", "episode" of "by the third episode", "chapter" of "in chapter one"; not "film" of "over
    a film", nor "chapter" of "in the next chapter of the war".
    """
    if noun.dep_ not in ("pobj", "poss") or noun.head.lemma_ in words("makers"):
        return False
    if noun.is_behind("of"):
        if not noun.lefts.has("det") or noun.head.head.lemma_ in words("makers"):
            return False
        return _is_work(noun) or (
            noun.head.head.lemma_ in words("stretches") and noun.lemma_ in words("parts") | words("named parts")
        )
    if noun.dep_ == "poss" or noun.is_behind("in", "throughout"):
        return _is_work(noun) or _is_part(noun)
    return noun.is_behind(*words("within")) and _is_part(noun)


def _is_part(noun: Word) -> bool:
    """Whether a noun is for a part of a work.

    "The third episode", "the last scene of the film"; not "a chapter of the war", "the scene".
    """
    wholes = noun.preps("of")
    if not all(map(_is_work, wholes)):
        return False
    return noun.lemma_ in words("parts") or (bool(wholes) and noun.lemma_ in words("named parts"))


def _is_numbered(noun: Word) -> bool:
    """Whether a noun is for a part of a work by its number.

    "Chapter" of "in chapter one", "page" of "by page 40"; not "chapter" of "in chapter 7 of the charter".
    """
    if noun.lemma_ not in words("leaves") or not noun.is_behind(*words("within")):
        return False
    return noun.rights.has_tag("CD") and not noun.preps("of", "in")


def _is_content(trigger: Word) -> bool:
    """Whether an act is what a work shows: "a ballet where soldiers shoot swans", "the trailer shows tanks rolling".

    Not "a statue falls as soldiers shell Gao".
    """
    for word in (trigger, *trigger.ancestors):
        if word.dep_ == "relcl" and _is_work(word.head) and word.left_edge.lower_ in words("wherein"):
            return True
        if word.tag_ in _PRESENT and any(map(_tells, word.lefts.those(*SUBJECTS))):
            return word is not trigger
        if word.dep_ == "advcl" and word.lefts.has_form(*_MEANWHILE):
            return False
    return False


def _tells(noun: Word) -> bool:
    """Whether a noun is for a work or for one that only shows.

    "The trailer", "the stained glass"; not "relief" of "relief grows".
    """
    return _is_work(noun) or (noun.lemma_ in words("tellers") and bool(noun.lefts))


def _names_title(article: AnnotatedArticle, sentence: list[Word]) -> bool:
    """Whether a sentence is set in a work by its title: "in "Blood Moon"", "the gangsters of "Blood Moon"."""
    found = _TITLE.finditer(article.words.text, sentence[0].idx, sentence[-1].end)
    ends = {match.end() - 1 for match in found}
    return any(word.end in ends and not _is_of_group(word, sentence) for word in sentence)


def _is_of_group(end: Word, sentence: list[Word]) -> bool:
    """Whether a name in quotes is that of a body or a place, or names the noun behind it and a verb.

    "The leader of "Blood Moon"", "the village of "Blood Moon"", "killed two in "Blood Moon" raids".
    """
    name = end.climb("conj")
    if name.dep_ in ("compound", "nmod") and name.head.i > name.i:
        return any(word.tag_ in _FINITE for word in sentence if word.i < name.i)
    governor = name.head.head.lemma_ if name.is_behind("of") else ""
    named = word_classes()
    return governor in named["official"] or governor in named["settlements"] or governor in words("makers")
