"""Which mentions are the same actor: syntax and names first, then descriptions, then pronouns; in doubt, no link.

The order and the tests follow the sieve of Raghunathan et al. 2010 (precise rules first), in one pass over the text.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from extractor.annotate.actors.chain_index import ChainIndex, handles, last_word, letters, state, title, whole
from extractor.annotate.actors.mention import Mention
from extractor.annotate.actors.name_parts import content_words, is_acronym, name_words
from extractor.document.tokens import Word, Words
from extractor.lexicon.actor_nouns import actor_nouns, given_names, plain
from extractor.lexicon.actor_table import canonical
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_classes
from extractor.records import ActorKind
from extractor.syntax import SUBJECTS, clause_tokens, subject_of

# How far back a description and a pronoun look, in sentences; one more brought as many wrong links as right ones.
NOMINAL_REACH = 6
PRONOUN_REACH = 2
_GROUP_WORDS = frozenset("group movement organization organisation militia faction alliance party agency body".split())  # noqa: SIM905
_COUNTRY_WORDS = frozenset(("country", "nation", "state", "kingdom", "republic"))
_IMPERSONAL = word_lists("actors/words.txt")["impersonal"]
_MALE = word_lists("actors/words.txt")["male"]
_FEMALE = word_lists("actors/words.txt")["female"]


@dataclass(slots=True)
class Chain:
    """The mentions of one actor in text order."""

    mentions: list[Mention] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)  # those of the keys that the text gives as names
    spellings: dict[str, list[str]] = field(default_factory=dict)  # names as written -> their words
    lemmas: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    kind: ActorKind | None = None
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    several: bool = False  # whether some name or description means more than one

    def add(self, mention: Mention) -> None:
        """Take a mention and what it says about the actor."""
        self.mentions.append(mention)
        if mention.form == "pronoun":
            self.gender = self.gender or mention.gender
            return
        self.several = self.several or mention.plural
        key = plain(mention.name)
        if mention.form == "name" and (main := canonical(key)) and (not self.names or main in self.keys):
            self.keys.add(main)
        self.keys.add(key)
        if mention.form == "name":
            self.names.add(key)
            self.spellings.setdefault(mention.name, content_words(key))
        self.lemmas.add(mention.lemma)
        if mention.role:
            self.roles |= {word.lower() for word in mention.role.split()}
        if self.kind is None or (mention.form == "name" and self.kind is ActorKind.PEOPLE):
            self.kind = mention.kind
        self.country = self.country or mention.country
        self.sector = self.sector or mention.sector

    @property
    def plural(self) -> bool:
        """Whether "they" fits better than "it", "he" or "she"."""
        if self.kind is ActorKind.PERSON:
            return False
        return self.kind is ActorKind.PEOPLE or self.several


class Chainer:
    """Links the mentions of one Doc."""

    def __init__(self, words: Words, mentions: list[Mention]) -> None:
        self.words = words
        self.sentence = [words.sentence_of(word) for word in words]
        self.chains: list[Chain] = []
        self.recent: dict[int, Chain] = {}  # the same by identity, the one mentioned last at the end
        self.index: ChainIndex[Chain] = ChainIndex()
        self.of_head: dict[int, Chain] = {}
        self.mentions = mentions
        self.ending_at = {m.end: m for m in reversed(mentions)}
        self.name_at = {m.head: plain(m.name) for m in mentions if m.form == "name"}

    def run(self) -> list[Chain]:
        """The chains in the order of their first mention."""
        for mention in self.mentions:
            if mention.form == "pronoun":
                chain = self._pronoun(mention)
                if chain is None:
                    continue
            else:
                chain = self._apposed(mention) or self._named_or_described(mention) or self._new()
            chain.add(mention)
            self.recent.pop(id(chain), None)
            self.recent[id(chain)] = chain
            self.index.add(chain, _handles(chain, mention))
            self._gender(chain, mention)
            self.of_head[mention.head] = chain
            for link in mention.links:
                self.of_head.setdefault(link, chain)
        return self.chains

    def _new(self) -> Chain:
        chain = Chain()
        self.chains.append(chain)
        return chain

    def _apposed(self, mention: Mention) -> Chain | None:
        """The chain of the phrase that this one is set beside: "Ali Reza, the minister"; "Free Army (FA)"."""
        if mention.head in self.of_head:
            return self.of_head[mention.head]
        token = self.words[mention.head]
        if token.dep_ == "appos" and (chain := self.of_head.get(token.head.i)) and _agree(chain, mention):
            return chain
        if mention.start > 1 and self.words[mention.start - 1].text == "(":
            before = self.ending_at.get(mention.start - 1)
            if before and is_acronym(mention.name, before.name):
                return self.of_head.get(before.head)
        return None

    def _named_or_described(self, mention: Mention) -> Chain | None:
        if mention.form == "name":
            return self._named(mention)
        return self._described(mention)

    def _named(self, mention: Mention) -> Chain | None:
        key = plain(mention.name)
        if mention.kind is ActorKind.COUNTRY:
            if (namesake := self.index.latest(key.split()[-1:], lambda c: _has_surname(c, key))) is not None:
                mention.country = mention.sector = None  # "Jordan" after "Jim Jordan"
                return namesake
            country = mention.country
            return self.index.latest([state(country)], lambda c: c.kind is ActorKind.COUNTRY and c.country == country)
        main = canonical(key) or key
        exact = self.index.latest([whole(key), whole(main)], lambda c: key in c.keys or main in c.keys)
        if exact is not None:
            return exact
        # One word may be a surname that the NER took for an organization.
        if mention.kind is ActorKind.PERSON or " " not in key:
            surname = name_words(key)[-1:]
            person = self.index.latest(surname, lambda c: c.kind is ActorKind.PERSON and _same_person(key, c))
            if person is not None or mention.kind is ActorKind.PERSON:
                return person
        words = content_words(key)
        return self.index.latest(
            [key, *words[-1:], *map(last_word, words), *letters(mention.name)],
            lambda c: (
                c.kind is ActorKind.ORGANIZATION
                and (_same_organization(mention.name, words, c) or (mention.definite and _is_short_form(mention, c)))
            ),
        )

    def _described(self, mention: Mention) -> Chain | None:
        key = plain(mention.name)
        if mention.definite:
            near = self._within(mention, NOMINAL_REACH)
            return self._with_key(key) or _last(near, lambda c: _same_head(c, mention)) or self._hypernym(mention)
        bare_plural = mention.plural and not _counted(self.words[mention.head])
        if bare_plural or mention.kind is ActorKind.ORGANIZATION:
            return self._with_key(key)
        return None

    def _with_key(self, key: str) -> Chain | None:
        return self.index.latest([whole(key)], lambda c: key in c.keys)

    def _hypernym(self, mention: Mention) -> Chain | None:
        """A wider word after a name: "the group", "the president" after "President Ali Reza", "the rebels"."""
        near = self._within(mention, PRONOUN_REACH)
        words = set(plain(mention.name).split())
        if mention.kind is ActorKind.PERSON and (titled := self._titled(mention, words)) is not None:
            return titled
        if mention.lemma in _COUNTRY_WORDS:
            states = [c for c in near if c.kind is ActorKind.COUNTRY and len(words) == 1]
            return max(states, key=lambda c: (len(c.mentions), c.mentions[-1].head), default=None)
        if mention.country is not None or len(words) > 1:
            near = [c for c in near if mention.country and c.country == mention.country]
        if mention.kind is ActorKind.PERSON:
            return _last(near, lambda c: c.kind is ActorKind.PERSON and mention.lemma in c.roles)
        if mention.lemma in _GROUP_WORDS:
            name = " ".join(plain(mention.name).split()[:-1])
            if named := self.index.latest([whole(name)], lambda c: name in c.names):
                return named  # "the Wagner group"
            return _last(near, lambda c: c.kind is ActorKind.ORGANIZATION and not _is_state(c))
        if mention.sector in sectors("irregular") and mention.plural:
            return _last(near, lambda c: c.kind is ActorKind.ORGANIZATION and c.sector in sectors("irregular"))
        if mention.kind is ActorKind.ORGANIZATION:
            return _last(near, lambda c: any(mention.lemma in key.split() for key in c.keys))
        return None

    def _titled(self, mention: Mention, words: set[str]) -> Chain | None:
        """Who has the title: "the home secretary" after "Home Secretary Ann Lee"."""
        if len(words) < 2:
            near = self._within(mention, NOMINAL_REACH)
            return _last(near, lambda c: c.kind is ActorKind.PERSON and words <= c.roles)
        return self.index.latest([title(min(words))], lambda c: c.kind is ActorKind.PERSON and words <= c.roles)

    def _pronoun(self, mention: Mention) -> Chain | None:
        token = self.words[mention.head]
        if mention.person == 1 or (mention.lemma == "it" and _names_nobody(token)):
            return None
        fits = _pronoun_test(mention)
        best: tuple[float, int] | None = None
        chosen = None
        for chain in self._within(mention, PRONOUN_REACH):
            if not fits(chain):
                continue
            last = chain.mentions[-1]
            rank = (self._salience(last, token, chain), last.head)
            if best is None or rank > best:
                best, chosen = rank, chain
        return chosen

    def _salience(self, last: Mention, token: Word, chain: Chain) -> float:
        before = self.words[last.head]
        distance = self.sentence[token.i] - self.sentence[last.head]
        score = -1.5 * distance
        score += 1.0 if before.dep_ in ("nsubj", "nsubjpass") else 0.0
        score += 0.3 if last.form != "nominal" else 0.0
        score += 0.2 * min(3, len(chain.mentions))
        beside = token.dep_ != "poss" and before.head.i == token.head.i
        if beside or self._acts_itself(token, chain) or self._named_beside(token, chain):
            score -= 3.0  # "he praised him": two arguments of one verb are two people
        if token.lower_ in ("they", "them", "their") and not chain.plural:
            score -= 2.0
        return score

    def _acts_itself(self, token: Word, chain: Chain) -> bool:
        """Whether the chain is the subject, stated or shared, of the verb that the pronoun is an object of."""
        if token.dep_ not in ("dobj", "dative") or token.lower_.endswith(("self", "selves")):
            return False
        subject = subject_of(token.head)
        return subject is not None and self.of_head.get(subject.i) is chain

    def _named_beside(self, token: Word, chain: Chain) -> bool:
        """ "It cut its ties with Oslo": the subject is not the one whom the clause goes on to name."""
        if token.dep_ not in SUBJECTS:
            return False
        others = (self.name_at.get(word.i) for word in clause_tokens(token.head) if word.i > token.i)
        return any(name in chain.keys for name in others if name is not None)

    def _within(self, mention: Mention, sentences: int) -> list[Chain]:
        first = self.sentence[mention.head] - sentences
        near = takewhile(lambda c: self.sentence[c.mentions[-1].head] >= first, reversed(self.recent.values()))
        return list(near)

    def _gender(self, chain: Chain, mention: Mention) -> None:
        if chain.gender is None and mention.form != "pronoun":
            words = {t.lower_ for t in self.words.between(max(0, mention.start - 1), mention.end)}
            chain.gender = "m" if words & _MALE else "f" if words & _FEMALE else None
            if chain.gender is None and mention.form == "name" and mention.kind is ActorKind.PERSON:
                chain.gender = given_names().get(plain(mention.name).split(" ")[0])


def _last(chains: Iterable[Chain], test: Callable[[Chain], bool]) -> Chain | None:
    """The first chain that passes the test, of chains that are in order from the latest back."""
    return next((chain for chain in chains if test(chain)), None)


def _handles(chain: Chain, mention: Mention) -> list[str]:
    """What a mention says by which its chain is found again."""
    if mention.form == "pronoun":
        return []
    key = plain(mention.name)
    found = handles(mention.name, key)
    if (main := canonical(key)) is not None:
        found.append(whole(main))
    if chain.kind is ActorKind.COUNTRY:
        found.append(state(chain.country))
    return [*found, *map(title, mention.role.lower().split())] if mention.role else found


def _agree(chain: Chain, mention: Mention) -> bool:
    if chain.kind is ActorKind.COUNTRY or mention.kind is ActorKind.COUNTRY:
        return chain.kind is mention.kind
    people = (ActorKind.PERSON, ActorKind.PEOPLE)
    return (chain.kind in people) == (mention.kind in people)


def _same_person(key: str, chain: Chain) -> bool:
    words = name_words(key)
    for other in sorted(chain.names):
        known = name_words(other)
        if not words or not known:
            continue
        if words[-1] != known[-1] and not (len(words) == 1 and words[0] in known):
            continue
        if (
            len(words) == 1
            or len(known) == 1
            or words[0] == known[0]
            or set(words) <= set(known)
            or set(known) <= set(words)
        ):
            return True
    return False


def _has_surname(chain: Chain, key: str) -> bool:
    return chain.kind is ActorKind.PERSON and any(name.endswith(" " + key) for name in chain.names)


def _same_organization(name: str, words: list[str], chain: Chain) -> bool:
    for other, known in chain.spellings.items():
        if is_acronym(name, other) or is_acronym(other, name):
            return True
        shorter, longer = sorted((words, known), key=len)
        if len(shorter) > 1 and any(shorter == longer[i : i + len(shorter)] for i in range(len(longer))):
            return True
        if len(shorter) > 1 and shorter[-1] == longer[-1] and set(shorter) <= set(longer):
            return True
    return False


def _is_short_form(mention: Mention, chain: Chain) -> bool:
    """ "the Court" after "the Supreme Court": the kind of organization that a longer name tells."""
    key = plain(mention.name)
    return mention.lemma in actor_nouns() and any(key in name.split() for name in chain.names if " " in name)


def _same_head(chain: Chain, mention: Mention) -> bool:
    """ "the rebels" after "Syrian rebels": same head, no word and no country that contradicts."""
    if mention.lemma not in chain.lemmas or chain.plural != mention.plural:
        return False
    if mention.country and chain.country and mention.country != chain.country:
        return False
    words = set(plain(mention.name).split())
    return any(words <= set(key.split()) for key in chain.keys)


def _is_state(chain: Chain) -> bool:
    return chain.sector in sectors("institution")


def _pronoun_test(mention: Mention) -> Callable[[Chain], bool]:
    if mention.gender in ("m", "f"):
        return lambda c: c.kind is ActorKind.PERSON and c.gender in (None, mention.gender) and not c.plural
    if mention.plural:
        return lambda c: c.kind in (ActorKind.PEOPLE, ActorKind.ORGANIZATION) or c.plural
    return lambda c: c.kind in (ActorKind.ORGANIZATION, ActorKind.COUNTRY) and not c.plural


def _names_nobody(token: Word) -> bool:
    """ "It was clear that", "it is time": no reference; "it" as an object is mostly a thing."""
    verb = token.head
    if token.dep_ not in SUBJECTS and verb.lemma_ not in word_classes()["speech_act"]:
        return True
    if verb.lemma_ in ("be", "seem", "appear", "remain", "become"):
        return any(
            child.dep_ in ("attr", "ccomp", "csubj") or (child.dep_ == "acomp" and child.lemma_ in _IMPERSONAL)
            for child in verb.rights
        )
    return verb.lemma_ in ("rain", "snow")


def _counted(token: Word) -> bool:
    return any(child.dep_ == "nummod" or child.lower_ in ("several", "many", "some", "other") for child in token.lefts)
