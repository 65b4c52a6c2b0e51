"""A mention of an actor: a phrase with what its words say of whom they mean."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Literal

from extractor.document.tokens import Word
from extractor.lexicon.actor_nouns import ActorNoun, actor_nouns, country_names, demonyms, plain, strip_name
from extractor.lexicon.tables import word_lists
from extractor.records import ActorKind
from extractor.syntax import word_class

MentionForm = Literal["name", "nominal", "pronoun"]
# Words before a head that belong to the phrase; clauses and prepositions after it do not.
_LEFT = frozenset(("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "punct"))
_COUNTING = word_lists("actors/words.txt")["before numbers"]


@dataclass(slots=True)
class Mention:
    """A phrase for an actor: tokens [start, end) with the head at `head`; `name` is the phrase without articles."""

    head: int
    start: int
    end: int
    form: MentionForm
    kind: ActorKind | None
    name: str
    lemma: str
    sector: str | None = None
    country: str | None = None
    role: str | None = None
    plural: bool = False
    gender: str | None = None
    person: int = 3
    definite: bool = False
    known: bool = True
    owned: bool = False  # by a pronoun: "its troops"
    links: list[int] = field(default_factory=list)  # heads of mentions that syntax says are the same actor


def counted(token: Word) -> Word | None:
    """In "thousands of Israelis": Israelis."""
    return token.prep("of")


def make_mention(
    token: Word,
    start: int,
    end: int,
    kind: ActorKind,
    *,
    sector: str | None = None,
    country: str | None = None,
    form: MentionForm = "name",
    known: bool = True,
) -> Mention:
    """A mention of tokens [start, end) with its head; number, definiteness and country come from its words."""
    name = strip_name(token.words.phrase(start, end))
    return Mention(
        token.i,
        start,
        end,
        form,
        kind,
        name,
        token.lemma_,
        sector=sector,
        country=country or _country_before(token),
        plural=is_plural(token),
        definite=_is_definite(token),
        known=known,
        owned=any(child.dep_ == "poss" and child.pos_ == "PRON" for child in token.lefts),
    )


def _country_before(token: Word) -> str | None:
    """The country an adjective, a possessor or a name before the head gives: "Syrian rebels", "Turkey's army"."""
    for child in token.children:
        code = _country_of(child, token)
        if code is not None:
            return code
    # The parser may hang "Serbian" in "Serbian President Vuk Ilic" on the title.
    before = token.words.between(phrase_of(token)[0], token.i)
    codes = map(country_word, (word for word in before if word.dep_ != "poss"))
    return next(filter(None, codes), None)


def _country_of(child: Word, noun: Word) -> str | None:
    """The country of what hangs on a noun, None when it names none.

    "Syrian", "Turkey's"; "of Chad" of a noun for an actor: "the president of Chad", not "the war of Chad".
    """
    if child.dep_ in ("amod", "compound", "nmod", "poss"):
        return country_word(child)
    inner = child.pobj if child.lower_ == "of" else None
    if inner is None or noun_of(noun) is None:
        return None
    return country_names().get(_compound_text(inner))


def country_word(token: Word) -> str | None:
    """The country of one word, or of it and the word before; None for other words.

    "Turkish", "South African", "Saudi Arabia"; "Israeli-American" is one of them, "Turkish-backed" is not Turkish.
    """
    pair = f"{token.nbor(-1).lower_} {token.lower_}" if token.i else token.lower_
    names = country_names() if token.pos_ == "PROPN" else {}
    for text in (pair, token.lower_):
        code = demonyms().get(text) or names.get(text)
        if code is not None:
            return code
    # "Turkish-backed" is not Turkish, "Israeli-American" is one of them.
    first, _, second = token.lower_.partition("-")
    return demonyms().get(first) if second in demonyms() else None


def _compound_text(token: Word) -> str:
    """A name of several words: "Saudi Arabia"."""
    first = token.lefts.first("compound") or token
    return plain(token.words.phrase(first.i, token.i + 1))


def noun_of(token: Word) -> ActorNoun | None:
    """The entry of the lexicon for the head of a phrase, the longest first; None for a noun that names no actor.

    "Special envoy" before "envoy", "chief of police" before "chief".
    """
    nouns = actor_nouns()
    for entry in _entries(token):
        if entry in nouns:
            return nouns[entry]
    return None


def _entries(token: Word) -> Iterator[str]:
    """What the lexicon may have a noun under, with the word before it in its form or its lemma first.

    For "leader" of "the party leader" first "party_leader", then "leader".
    """
    inner = counted(token) if token.rights else None
    if inner is not None and inner.lower_ == "police":
        yield f"{token.lemma_}_of_police"
        yield token.lemma_
        return
    if token.i:
        before = token.nbor(-1)
        yield f"{before.lower_}_{token.lemma_}"
        yield f"{before.lemma_}_{token.lemma_}"
        yield f"{before.lower_}_{token.lower_}"
    yield token.lemma_
    yield token.lower_
    yield capitalised(token)


def capitalised(token: Word) -> str:
    """The lemma of a plural that the tagger takes for a name, as it does with first words: "Commandos", "Gunmen"."""
    word = token.lower_
    if token.tag_ not in ("NNP", "NNPS") or token.ent_type_:
        return ""
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if not word.endswith("s"):
        return ""
    return word[:-1]


def phrase_of(token: Word) -> tuple[int, int]:
    """The phrase of a head: [start, end) with the words before it that belong to it, and the rest of its name.

    From "two" to "soldiers" for "soldiers" of "two Turkish soldiers who fled".
    """
    return _phrase_start(token), _phrase_end(token)


def _phrase_start(token: Word) -> int:
    """The first word before a head that belongs to its phrase, past marks, adverbs, days and hedges.

    At "angry" for "farmers" of "on Monday angry farmers marched".
    """
    start = token.i
    for child in reversed(token.lefts):
        if not _belongs_before(child):
            break
        start = child.left_edge.i
    while start < token.i and _is_skipped(token.words[start]):
        start += 1
    return _past_hedge(token, start)


def _belongs_before(child: Word) -> bool:
    """Whether what hangs on a noun and stands before it is a part of its phrase; clauses are none."""
    if child.dep_ not in _LEFT:
        return False
    return child.dep_ == "amod" or child.pos_ not in ("VERB", "SCONJ")


def _is_skipped(word: Word) -> bool:
    """Whether a word at the start of a phrase is none of its own: a mark, an adverb, "whose", a time of day, its hedge.

    "Already" of "already 40 guards", "around 10:40" of "around 10:40 officers"; not "almost" of "almost 40 guards".
    """
    if word.is_punct or word.is_space or _is_clock(word):
        return True
    if word.lower_ in _COUNTING:
        return _is_clock(word.nbor(1))
    return word.pos_ == "ADV" or word.tag_ == "WP$"


def _is_clock(word: Word) -> bool:
    """Whether a word is a time of day: "15:30"."""
    hour, colon, minute = word.text.partition(":")
    return bool(colon) and hour.isdigit() and minute.isdigit()


def _phrase_end(token: Word) -> int:
    """Behind the head, or behind the rest of its name without a possessive ending."""
    words, end = token.words, token.i + 1
    is_name = token.pos_ == "PROPN" and token.ent_type_ in ("ORG", "PERSON", "GPE")
    while is_name and end < len(words) and words[end].ent_iob_ == "I":
        end += 1
    has_possessive = end - 1 > token.i and words[end - 1].tag_ == "POS"
    if has_possessive:
        return end - 1
    return behind_hyphens(token, end)


def behind_hyphens(token: Word, end: int) -> int:
    """Where a word that the tokenizer cuts at its hyphens ends: "father-in-law", "Lee Wen-long"; else `end`."""
    words = token.words
    while end + 1 < len(words) and words[end].text == "-" and words[end - 1].end == words[end].idx:
        last = words[end + 1]
        if last.idx != words[end].end or not (token.above(last) or token.ent_type_ == "PERSON"):
            break
        end += 2
    return end


def _past_hedge(token: Word, start: int) -> int:
    """Where a phrase begins after a day that the parser took for its first word, and after "alleged"."""
    before = token.words.between(start, token.i)
    if not token.ent_type_:
        start += sum(1 for _ in takewhile(_is_of_date, before))
    first = start + (token.words[start].dep_ == "det")
    is_hedged = first < token.i and token.words[first].lower_ in word_class("hedges")
    return first + 1 if is_hedged else start


def _is_of_date(word: Word) -> bool:
    """Whether a word is part of a time expression."""
    return word.ent_type_ in ("DATE", "TIME")


def is_plural(token: Word) -> bool:
    """Whether a word means several.

    "Rebels" and "they and others"; not "a rebel".
    """
    if token.pos_ == "PRON" and token.rights.has("conj"):
        return True
    return token.tag_ in ("NNS", "NNPS")


def _is_definite(token: Word) -> bool:
    """Whether a noun has an article or a pronoun that points: "the rebels", "these men"."""
    return token.lefts.has_form("the", "this", "that", "these", "those")


def is_counted(token: Word) -> bool:
    """ "Two soldiers", "many soldiers": others than those spoken of."""
    if token.lefts.has("nummod"):
        return True
    return token.lefts.has_form("several", "many", "some", "other")
