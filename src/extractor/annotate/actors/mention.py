"""A mention of an actor: a phrase with what its words say of whom they mean."""

from dataclasses import dataclass, field
from typing import Literal

from extractor.document.tokens import Word
from extractor.lexicon.actor_nouns import ActorNoun, actor_nouns, country_names, demonyms, plain, strip_name
from extractor.records import ActorKind
from extractor.syntax import word_class

MentionForm = Literal["name", "nominal", "pronoun"]
# Words before a head that belong to the phrase; clauses and prepositions after it do not.
_LEFT = frozenset(("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "punct"))
_COUNTING = frozenset("at least most more almost nearly about around up over some".split())  # noqa: SIM905


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
    for child in token.rights:
        if child.lower_ == "of":
            return child.pobj
    return None


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
        if child.dep_ in ("amod", "compound", "nmod", "poss"):
            code = country_word(child)
            if code is not None:
                return code
        elif child.lower_ == "of" and (inner := child.pobj):
            code = country_names().get(_compound_text(inner))
            if code is not None and noun_of(token) is not None:
                return code
    # The parser may hang "Serbian" in "Serbian President Vuk Ilic" on the title.
    before = token.words.between(phrase_of(token)[0], token.i)
    return next((code for word in before if word.dep_ != "poss" and (code := country_word(word))), None)


def country_word(token: Word) -> str | None:
    """The country of one word or of it and the word before: "Turkish", "South African", "Saudi Arabia"."""
    pair = f"{token.nbor(-1).lower_} {token.lower_}" if token.i else token.lower_
    for text in (pair, token.lower_):
        code = demonyms().get(text) or (country_names().get(text) if token.pos_ == "PROPN" else None)
        if code is not None:
            return code
    # "Turkish-backed" is not Turkish, "Israeli-American" is one of them.
    first, _, second = token.lower_.partition("-")
    return demonyms().get(first) if second in demonyms() else None


def _compound_text(token: Word) -> str:
    return plain(token.words.phrase(min([token.i, *(t.i for t in token.lefts if t.dep_ == "compound")]), token.i + 1))


def noun_of(token: Word) -> ActorNoun | None:
    """The actor noun of a head, the longest of "special envoy", "envoy" first."""
    nouns = actor_nouns()
    lemma = token.lemma_
    if token.rights and (inner := counted(token)) is not None and inner.lower_ == "police":
        return nouns.get(f"{lemma}_of_police") or nouns.get(lemma)
    if token.i > 0:
        before = token.nbor(-1)
        longer = nouns.get(f"{before.lower_}_{lemma}") or nouns.get(f"{before.lemma_}_{lemma}")
        longer = longer or nouns.get(f"{before.lower_}_{token.lower_}")
        if longer is not None:
            return longer
    return nouns.get(lemma) or nouns.get(token.lower_) or nouns.get(capitalised(token))


def capitalised(token: Word) -> str:
    """The lemma of a plural that the tagger takes for a name, as it does with first words: "Commandos", "Gunmen"."""
    if token.tag_ not in ("NNP", "NNPS") or token.ent_type_:
        return ""
    word = token.lower_
    return f"{word[:-3]}man" if word.endswith("men") else word.removesuffix("s") if word.endswith("s") else ""


def phrase_of(token: Word) -> tuple[int, int]:
    """The phrase of a head: [start, end) with the words before it that belong to it, and the rest of its name."""
    start = token.i
    for child in reversed(list(token.lefts)):
        if child.dep_ not in _LEFT or child.pos_ in ("VERB", "SCONJ") and child.dep_ != "amod":
            break
        start = child.left_edge.i
    while start < token.i and (
        token.words[start].is_punct
        or token.words[start].is_space
        or (token.words[start].pos_ == "ADV" and token.words[start].lower_ not in _COUNTING)
    ):
        start += 1
    start = _past_hedge(token, start)
    end = token.i + 1
    if token.ent_type_ in ("ORG", "PERSON", "GPE") and token.pos_ == "PROPN":
        while end < len(token.words) and token.words[end].ent_iob_ == "I":
            end += 1
    if end - 1 > token.i and token.words[end - 1].tag_ == "POS":
        end -= 1
    return start, end


def _past_hedge(token: Word, start: int) -> int:
    """Where a phrase begins after a day that the parser took for its first word, and after "alleged"."""
    while start < token.i and token.words[start].ent_type_ in ("DATE", "TIME") and not token.ent_type_:
        start += 1
    first = start + (token.words[start].dep_ == "det")
    return first + 1 if first < token.i and token.words[first].lower_ in word_class("hedges") else start


def is_plural(token: Word) -> bool:
    """Whether a word means several."""
    return token.tag_ in ("NNS", "NNPS") or token.rights.has("conj") and token.pos_ == "PRON"


def _is_definite(token: Word) -> bool:
    return token.lefts.has_form("the", "this", "that", "these", "those")
