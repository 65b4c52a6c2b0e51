"""Which chain a pronoun means: those that fit by number and gender, the most salient of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from extractor.annotate.actors.antecedent_clues import clue_score
from extractor.annotate.actors.chain import Chain
from extractor.annotate.actors.mention import Mention, is_counted
from extractor.annotate.actors.pronouns import pronouns
from extractor.document.tokens import Word, Words
from extractor.lexicon.actor_nouns import plain
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_classes
from extractor.records import ActorKind
from extractor.syntax import SUBJECTS, clause_tokens, conjuncts, subject_of

_IMPERSONAL = word_lists("actors/words.txt")["impersonal"]
_COPULAS = frozenset(("be", "seem", "appear", "remain", "become"))
_WEATHER = frozenset(("rain", "snow"))
_AGAINST = frozenset(("at", "against", "on", "upon"))
_MAKING = frozenset(("have", "get", "make", "let", "see", "keep"))
_PLURALS = ("they", "them", "their")
# How much more or less likely a chain is meant; set by hand on news text.
_SENTENCE_BACK, _SUBJECT, _NAME_OR_PRONOUN, _MENTION, _MENTIONS = -1.5, 1.0, 0.3, 0.2, 3
_ONE_OF_THEM, _SINGULAR = -3.0, -2.0
_KNOWN_GENDER = 0.5
_COUNTED, _NO_PEOPLE = 2.0, -2.0  # of the whole that "three of them" and "all" are taken from


class Antecedents:
    """The antecedents of pronouns in one Doc; `of_head` is kept up by who makes the chains."""

    def __init__(
        self, words: Words, sentence: Sequence[int], mentions: Iterable[Mention], of_head: Mapping[int, Chain]
    ) -> None:
        self._words = words
        self._sentence = sentence
        self._of_head = of_head
        self._name_at = {m.head: plain(m.name) for m in mentions if m.form == "name"}

    def find(self, mention: Mention, near: Iterable[Chain]) -> Chain | None:
        """The chain a pronoun means, of those mentioned shortly before; None for "I", "it is clear" and in doubt."""
        token = self._words[mention.head]
        if mention.person == 1:
            return None
        if mention.lemma == "it" and _names_nobody(token):
            return None
        if mention.plural and _said_by_several(token):
            return None  # they all, of whom no chain is made
        fitting = (c for c in filter(_fits(mention), near) if not self._is_other_argument(c, token))
        return max(fitting, key=lambda chain: (self._salience(chain, token), chain.last.head), default=None)

    def only_one(self, mention: Mention, near: Iterable[Chain]) -> Chain | None:
        """The chain that "he" or "she" means where no other of those mentioned some sentences before fits."""
        if mention.gender not in ("m", "f"):
            return None
        token = self._words[mention.head]
        fitting = [c for c in filter(_fits(mention), near) if not self._is_other_argument(c, token)]
        return fitting[0] if len(fitting) == 1 else None

    def _salience(self, chain: Chain, token: Word) -> float:
        """How much a chain suggests itself where a pronoun stands.

        For "He" of "Omar Diallo met Carlos Ruiz. He left." the subject Diallo has a point more than Ruiz.
        """
        last = chain.last
        before = self._words[last.head]
        score = _SENTENCE_BACK * (self._sentence[token.i] - self._sentence[last.head])
        score += _SUBJECT * ((before.head if before.dep_ == "appos" else before).dep_ in ("nsubj", "nsubjpass"))
        score += _NAME_OR_PRONOUN * (last.form != "nominal")
        score += _MENTION * min(_MENTIONS, len(chain.mentions))
        score += clue_score(before, token)
        score += _KNOWN_GENDER * (chain.gender is not None)
        score += _SINGULAR * (token.lower_ in _PLURALS and not chain.plural)
        return score + (self._as_whole(chain, token) if _names_whole(token) else 0.0)

    def _as_whole(self, chain: Chain, token: Word) -> float:
        """What speaks for a group that was counted: "nine men", not "the police", nor the one in "one of them"."""
        if self._of_head.get(token.head.head.i) is chain:
            return _ONE_OF_THEM
        score = _COUNTED if is_counted(self._words[chain.last.head]) else 0.0
        if chain.kind is ActorKind.PEOPLE:
            return score
        return score + _NO_PEOPLE

    def _is_other_argument(self, chain: Chain, token: Word) -> bool:
        """Whether a chain is another argument of the verb that a pronoun is one of.

        "He praised him": two arguments of one verb are two people.
        """
        before = self._words[chain.last.head]
        if token.dep_ != "poss" and before.head.i == token.head.i:
            return True
        if _is_in_own_quote(before, token):
            return True
        return self._acts_itself(token, chain) or self._is_named_beside(token, chain)

    def _acts_itself(self, token: Word, chain: Chain) -> bool:
        """Whether the chain is the subject, stated or shared, of the verb that does something to the pronoun.

        "The captain" is not "him" in "the captain had him arrested", nor "pupils" "them" in "pupils threw stones at
        them".
        """
        verb = None if token.lower_.endswith(("self", "selves")) else _verb_done_to(token)
        subject = subject_of(verb) if verb is not None else None
        return subject is not None and self._of_head.get(subject.i) is chain

    def _is_named_beside(self, token: Word, chain: Chain) -> bool:
        """Whether the clause of a pronoun that is its subject goes on to name a chain, which is then another.

        "It cut its ties with Oslo."
        """
        if token.dep_ not in SUBJECTS:
            return False
        others = (self._name_at.get(word.i) for word in clause_tokens(token.head) if word.i > token.i)
        return any(name in chain.keys for name in others if name is not None)


def _verb_done_to(token: Word) -> Word | None:
    """The verb that does something to a pronoun; None where it is no object of any.

    "Threw" for the "them" of "threw stones at them", "had" for the "him" of "had him arrested"; none for the "them" of
    "took a child with them".
    """
    if token.dep_ in ("dobj", "dative"):
        return token.head
    if token.dep_ == "pobj" and token.head.lower_ in _AGAINST:
        governor = token.head.head
        return governor if governor.pos_ == "VERB" else None
    if token.is_behind("of") and token.head.head.dep_ == "dobj":  # "shot three of them"
        return token.head.head.head
    is_made_to = token.dep_ in SUBJECTS and token.head.dep_ == "ccomp" and token.head.head.lemma_ in _MAKING
    return token.head.head if is_made_to else None


def _is_in_own_quote(before: Word, token: Word) -> bool:
    """Whether a word stands in the quotation that a pronoun behind it says, and so is somebody else.

    "Crew" for "she" of '"The crew left us," she said'.
    """
    return token.dep_ in SUBJECTS and token.follows('"', "”", "’", "''") and token.head.above(before)


def _said_by_several(token: Word) -> bool:
    """Whether a pronoun is the subject of what several, named one by one, say.

    "They" of "Oslo and Rome said they would help"; not of "Oslo said they would help".
    """
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ not in ("ccomp", "xcomp", "advcl"):
        return False
    above = subject_of(clause.head) if clause.head.pos_ == "VERB" else None
    return above is not None and above.pos_ == "PROPN" and bool(conjuncts(above))


def _fits(pronoun: Mention) -> Callable[[Chain], bool]:
    """What a pronoun asks of its antecedent.

    "He" asks for a man, "they" for several, "it" for a body or a country.
    """
    if pronoun.gender in ("m", "f"):
        return lambda chain: _is_person_of_gender(chain, pronoun.gender)
    return _can_be_they if pronoun.plural else _can_be_it


def _is_person_of_gender(chain: Chain, gender: str | None) -> bool:
    """Whether a chain can be "he" or "she".

    "Anna Kovacs" can be "she", "rebels" neither.
    """
    if chain.kind is not ActorKind.PERSON or chain.gender not in (None, gender):
        return False
    return not chain.plural


def _can_be_they(chain: Chain) -> bool:
    """Whether a chain can be "they".

    "Rebels" and "the police"; not "Anna Kovacs".
    """
    return chain.kind in (ActorKind.PEOPLE, ActorKind.ORGANIZATION) or chain.plural


def _can_be_it(chain: Chain) -> bool:
    """Whether a chain can be "it".

    "Norway" and "the army"; not "rebels".
    """
    if chain.kind not in (ActorKind.ORGANIZATION, ActorKind.COUNTRY):
        return False
    return not chain.plural


def _names_whole(token: Word) -> bool:
    """Whether a pronoun names the whole that some are taken from.

    "Three of them", "all but one"; not "they fled".
    """
    if token.lower_ not in pronouns():
        return True
    if not token.is_behind("of"):
        return False
    return token.head.head.pos_ in ("NUM", "DET", "ADJ", "PRON")


def _names_nobody(token: Word) -> bool:
    """Whether an "it" stands for nothing that was named.

    "It was clear that", "it is time"; as an object it is mostly a thing.
    """
    verb = token.head
    if token.dep_ not in SUBJECTS and verb.lemma_ not in word_classes()["speech_act"]:
        return True
    if verb.lemma_ in _COPULAS:
        return any(map(_is_impersonal_predicate, verb.rights))
    return verb.lemma_ in _WEATHER


def _is_impersonal_predicate(word: Word) -> bool:
    """Whether what stands behind "it is" says that "it" is nobody.

    "A pity", "that they left", "unclear".
    """
    if word.dep_ == "acomp":
        return word.lemma_ in _IMPERSONAL
    return word.dep_ in ("attr", "ccomp", "csubj")
