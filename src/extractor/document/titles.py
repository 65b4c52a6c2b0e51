"""Titles that the parser takes for somebody else than the name behind them, or for a part of that name.

"The mayor of Kyiv Vitali Klitschko": one person, and a town; "writer and poet Ben Obi": one person.
"""

from collections.abc import Iterator

from extractor.document.tokens import Word, Words
from extractor.lexicon.actor_nouns import actor_nouns, given_names
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import word_lists

_OF = frozenset(("of", "for", "to"))
_FURTHER_OFFICES = word_lists("lexicon/words.txt")["offices"]
_HONORIFICS = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord"))
_LONGEST_OFFICE = 8  # words between the preposition and the name
_ENDING = frozenset((",", ";", ":", "(", "'s", "’s"))


def repair_titles(words: Words) -> None:
    """Join titles to the names behind them.

    "Mayor of Goma" to "Ann Lee" of "the mayor of Goma Ann Lee", "Mr" to "March" of "Mr March".
    """
    for word in words:
        if word.lower_ in _OF and _is_office(word.head):
            _join_holder(word.head, word)
        elif word.ent_iob_ == "B" and word.ent_type_ == "PERSON":
            _join_first_title(word)
        elif word.ent_iob_ == "B" and word.ent_type_ == "DATE" and word.tag_ == "NNP":
            _name_after_month(word)


def _name_after_month(start: Word) -> None:
    """Make a name that is like a month a person's, where a title stands before it.

    "March" of "Mr March was shot", "Jan March" of "Senator Jan March"; not "March" of "the march of March 2019".
    """
    name = start.words.between(start.i, start.entity_end)
    before = start.nbor(-1) if start.i else None
    if before is None or before.tag_ != "NNP" or any(word.tag_ != "NNP" for word in name):
        return
    if _is_title_of(before, name[-1]):
        for word in name:
            word.ent_type_ = "PERSON"


def _is_title_of(title: Word, name: Word) -> bool:
    """Whether a word is a title that the parser hangs on the name behind it.

    "Mr" of "Mr March", "Senator" of "Senator Jan March"; not "Ministry" of "the Defence Ministry April report".
    """
    return title.head is name and (title.lower_.rstrip(".") in _HONORIFICS or _is_office(title))


def _is_office(noun: Word) -> bool:
    """Whether a noun names an office that one person holds.

    "Mayor", "head"; not "son", not "ministers".
    """
    if noun.tag_ not in ("NN", "NNP"):
        return False
    if noun.lemma_ in _FURTHER_OFFICES:
        return True
    entry = actor_nouns().get(noun.lemma_)
    return entry is not None and entry.form == "human" and entry.sector in sectors("title")


def _join_holder(office: Word, of: Word) -> None:
    """Set the name behind what an office is of beside the office.

    "Head of the rebel council Ali Taleb".
    """
    start = _start_of_name(of)
    if start is None:
        return
    end = start.entity_end
    name, inside = start.words[end - 1], start.words.between(of.i + 1, start.i)
    if end - start.i < 2 or name.above(office) or _is_title(inside[-1]):
        return
    _part_label(start, inside)
    _set_beside(office, of, name, start)


def _start_of_name(of: Word) -> Word | None:
    """Where the name of a person begins behind a preposition and what it governs; None without one near.

    "Vitali" of "of Kyiv Vitali Klitschko", which the NER takes for one name: what an office is of comes first.
    """
    for word in of.words.between(of.i + 2, of.i + 2 + _LONGEST_OFFICE):
        if word.text in _ENDING or word.pos_ in ("VERB", "AUX", "PRON"):
            return None
        if word.ent_type_ != "PERSON":
            continue
        is_whole = word.ent_iob_ == "I" and word.i == of.i + 2
        if word.ent_iob_ == "B":
            return word
        return word if is_whole and word.nbor(-1).lower_ not in given_names() else None
    return None


def _is_title(word: Word) -> bool:
    """Whether a word may be a title of the name behind it, so that the name is somebody else's than the office's.

    "Journalist" in "the killer of journalist Ann Lee", "General" in "an aide to General Lee".
    """
    if word.text.endswith("."):
        return True
    entry = actor_nouns().get(word.lemma_)
    return entry is not None and entry.form == "human"


def _part_label(start: Word, inside: list[Word]) -> None:
    """Give what stands before a name the label of a place, where the NER takes it for a person too."""
    start.ent_iob_ = "B"
    for word in inside:
        if word.ent_type_ == "PERSON":
            word.ent_type_ = "GPE"


def _set_beside(office: Word, of: Word, name: Word, start: Word) -> None:
    """Hang a name on an office, and what stood before the name in its phrase on the preposition."""
    before = [word for word in name.lefts if word.i < start.i]
    name.move(office, "appos")
    for word in before[-1:]:
        word.move(of, "pobj")
    for word in before[:-1]:
        word.move(before[-1], word.dep_)


def _join_first_title(start: Word) -> None:
    """Make the first of two titles one of the name behind the second.

    "Writer and poet Ben Obi".
    """
    name = start.words[start.entity_end - 1]
    title = next(filter(_is_bare_title, _titles_beside(start, name)), None)
    if title is None:
        return
    if title is name.head:
        name.move(name if title.head is title else title.head, title.dep_)
    title.move(name, "compound")


def _titles_beside(start: Word, name: Word) -> Iterator[Word]:
    """The words that the parser joins to a name that begins at `start`, or such a name with a title to them."""
    yield from name.lefts.those("nmod")
    if name.dep_ == "conj" and name.head.i < start.i - 1 and _is_title(start.nbor(-1)):
        yield name.head


def _is_bare_title(noun: Word) -> bool:
    """Whether a noun for one person stands without an article before "and", as only titles do."""
    entry = actor_nouns().get(noun.lemma_)
    if entry is None or entry.form != "human" or noun.tag_ != "NN":
        return False
    return not noun.lefts.has("det", "poss", "nummod") and noun.nbor(1).lower_ == "and"
