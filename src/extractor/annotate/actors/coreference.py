"""Which mentions are the same actor: syntax and names first, then descriptions, then pronouns; in doubt, no link.

The order and the tests follow the sieve of Raghunathan et al. 2010 (precise rules first), in one pass over the text.
"""

from collections.abc import Callable, Iterable
from itertools import takewhile

from extractor.annotate.actors.cataphora import can_mean, subject_ahead
from extractor.annotate.actors.chain import Chain
from extractor.annotate.actors.chain_index import ChainIndex, handles, letters, other_forms, state, title, whole
from extractor.annotate.actors.mention import Mention, is_counted
from extractor.annotate.actors.name_matching import has_surname, is_same_organization, is_same_person, is_short_form
from extractor.annotate.actors.name_parts import content_words, name_words
from extractor.annotate.actors.pronoun_antecedents import Antecedents
from extractor.document.tokens import Word, Words
from extractor.lexicon.actor_nouns import given_names, plain
from extractor.lexicon.actor_table import canonical
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import word_lists
from extractor.records import ActorKind

# How far back a description and a pronoun look, in sentences; one more brought as many wrong links as right ones.
NOMINAL_REACH = 6
PRONOUN_REACH = 2
_GROUP_WORDS = word_lists("actors/words.txt")["any group"]
_COUNTRY_WORDS = frozenset(("country", "nation", "state", "kingdom", "republic"))
_MALE = word_lists("actors/words.txt")["male"]
_FEMALE = word_lists("actors/words.txt")["female"]
_PEOPLE = (ActorKind.PERSON, ActorKind.PEOPLE)
_Test = Callable[[Chain], bool]


class Chainer:
    """Links the mentions of one Doc."""

    def __init__(self, words: Words, mentions: list[Mention]) -> None:
        self.words = words
        self.sentence = [words.sentence_of(word) for word in words]
        self.chains: list[Chain] = []
        self.recent: dict[int, Chain] = {}  # the same by identity, the one mentioned last at the end
        self.index: ChainIndex[Chain] = ChainIndex()
        self.of_head: dict[int, Chain] = {}
        self.named_until: dict[int, Chain] = {}  # by the token behind a name
        self.mentions = mentions
        self.awaited: dict[int, list[Mention]] = {}  # pronouns by the subject behind them that they may mean
        self.antecedents = Antecedents(words, self.sentence, mentions, self.of_head)

    def run(self) -> list[Chain]:
        """The chains in the order of their first mention.

        Two for "Rebels shot a guard. They fled.": the rebels with "They", the guard.
        """
        for mention in self.mentions:
            chain = self._chain_of(mention)
            if chain is not None:
                self._add(chain, mention)
            elif (subject := subject_ahead(mention, self.words[mention.head])) is not None:
                self.awaited.setdefault(subject.i, []).append(mention)
        return self.chains

    def _chain_of(self, mention: Mention) -> Chain | None:
        """The chain a mention belongs to, a new one if to none; None for a pronoun that means nobody.

        In "Ana Ruiz resigned. She left; Ruiz denies it." the name begins a chain, to which "She" and "Ruiz" belong;
        "it" belongs to none.
        """
        if mention.form == "pronoun":
            near = self.antecedents.find(mention, self._within(mention, PRONOUN_REACH))
            return near or self.antecedents.only_one(mention, self._within(mention, NOMINAL_REACH))
        link = self._named if mention.form == "name" else self._described
        return self._apposed(mention) or self._bracketed(mention) or link(mention) or self._new()

    def _new(self) -> Chain:
        """A chain of its own."""
        chain = Chain()
        self.chains.append(chain)
        return chain

    def _add(self, chain: Chain, mention: Mention) -> None:
        """Put a mention into a chain and note where the chain is found again."""
        for pronoun in self.awaited.pop(mention.head, ()):
            if can_mean(pronoun, mention):
                chain.add(pronoun)
                self.of_head[pronoun.head] = chain
        chain.add(mention)
        self.recent.pop(id(chain), None)
        self.recent[id(chain)] = chain
        self.index.add(chain, _handles(chain, mention))
        self._set_gender(chain, mention)
        self.of_head[mention.head] = chain
        if mention.form == "name":
            self.named_until[mention.end] = chain
        for link in mention.links:
            self.of_head.setdefault(link, chain)

    def _set_gender(self, chain: Chain, mention: Mention) -> None:
        """Set the gender of a chain by "Mr", by a word like "queen", or by the given name."""
        if chain.gender is not None or mention.form == "pronoun":
            return
        around = self.words.between(max(0, mention.start - 1), mention.end)
        owned_from = max((at for at, word in enumerate(around) if word.lower_ in ("'s", "’s")), default=-1)
        words = {word.lower_ for word in around[owned_from + 1 :]}  # "the boy's mother" is a woman
        if words & _MALE:
            chain.gender = "m"
        elif words & _FEMALE:
            chain.gender = "f"
        elif mention.form == "name" and mention.kind is ActorKind.PERSON:
            chain.gender = given_names().get(plain(mention.name).split(" ")[0])

    # By syntax.

    def _apposed(self, mention: Mention) -> Chain | None:
        """The chain of the phrase that this one is set beside: "Ali Reza, the minister"; "Free Army (FA)".

        Not that of a phrase which this one is set against: "a rival gang, not the police".
        """
        if mention.head in self.of_head:
            return self.of_head[mention.head]
        token = self.words[mention.head]
        before = token.head if token.dep_ == "appos" else _title_before(token)
        is_against = token.left_edge.follows("not")
        beside = self.of_head.get(before.i) if before is not None and not is_against else None
        if beside is not None and _agree(beside, mention) and not self._is_one_beside_several(mention, beside):
            return beside
        return None

    def _bracketed(self, mention: Mention) -> Chain | None:
        """The chain of the name right before the brackets that a name fills: "Union of Miners and Smelters (UMS)"."""
        opening = mention.start - 1
        named = self.named_until.get(opening) if mention.form == "name" else None
        if named is None or not _agree(named, mention):
            return None
        around = self.words.between(opening, mention.start), self.words.between(mention.end, mention.end + 1)
        return named if [word.text for side in around for word in side] == ["(", ")"] else None

    def _is_one_beside_several(self, mention: Mention, chain: Chain) -> bool:
        """Whether one person is set beside a group, of which the parser takes it for another name.

        "The parents of a boy who died, Ali Reza"; not "two men, Ali Reza and Ben Hill".
        """
        if chain.kind is not ActorKind.PEOPLE or mention.kind is not ActorKind.PERSON:
            return False
        return chain.last.plural and not self.words[mention.head].rights.has("conj")

    # By name.

    def _named(self, mention: Mention) -> Chain | None:
        """The chain of a name: the same name or alias, else a person of that surname or a form of an organization's.

        "Ruiz" belongs to "Ana Ruiz", "the Liberation Front" to "the Liberation Front of Mali".
        """
        key = plain(mention.name)
        if mention.kind is ActorKind.COUNTRY:
            return self._country_named(mention, key)
        exact = self._with_name(key)
        if exact is not None:
            return exact
        if mention.kind is ActorKind.PERSON:
            return self._person_named(key)
        # One word may be a surname that the NER took for an organization.
        person = self._person_named(key) if " " not in key else None
        return person or self._organization_named(mention, key)

    def _country_named(self, mention: Mention, key: str) -> Chain | None:
        """The chain of a country, or of a person with its name: "Jordan" after "Jim Jordan"."""
        namesake = self.index.latest(key.split()[-1:], lambda c: has_surname(c, key))
        if namesake is not None:
            mention.country = mention.sector = None
            return namesake
        country = mention.country
        return self.index.latest([state(country)], lambda c: c.kind is ActorKind.COUNTRY and c.country == country)

    def _with_name(self, key: str) -> Chain | None:
        """The chain with this name, or with one that the table of known actors gives for it.

        "ELN" after "National Liberation Army" of Colombia.
        """
        main = canonical(key) or key
        return self.index.latest([whole(key), whole(main)], lambda c: key in c.keys or main in c.keys)

    def _person_named(self, key: str) -> Chain | None:
        """The chain of a person by the surname: "Lee" after "Ann Lee"."""
        surname = name_words(key)[-1:]
        return self.index.latest(surname, lambda c: c.kind is ActorKind.PERSON and is_same_person(key, c))

    def _organization_named(self, mention: Mention, key: str) -> Chain | None:
        """The chain of an organization by another form of its name.

        "RSF" or "the Support Forces" after "Rapid Support Forces".
        """
        words = content_words(key)

        def is_it(chain: Chain) -> bool:
            if chain.kind is not ActorKind.ORGANIZATION:
                return False
            if is_same_organization(mention.name, words, chain):
                return True
            if not mention.definite:
                return False
            return is_short_form(mention, chain)

        return self.index.latest([key, *other_forms(words), *letters(mention.name)], is_it)

    # By description.

    def _described(self, mention: Mention) -> Chain | None:
        """The chain of a description: with the same words; for "the rebels" also with the same head or a wider word.

        "Two soldiers" is nobody told of before, "the two soldiers" may be.
        """
        key = plain(mention.name)
        if mention.definite:
            return self._numbered(mention) or self._with_key(key) or self._with_head(mention) or self._hypernym(mention)
        spelt = self._spelt(mention)
        if spelt is not None:
            return spelt
        bare_plural = mention.plural and not is_counted(self.words[mention.head])
        if not bare_plural and mention.kind is not ActorKind.ORGANIZATION:
            return None
        return self._with_key(key)

    def _spelt(self, mention: Mention) -> Chain | None:
        """The chain of a name of one word that the tagger takes for a description: "Labour has no plan"."""
        if not mention.name.istitle() or " " in mention.name:
            return None
        return self.index.latest([whole(plain(mention.name))], lambda c: mention.name in c.spellings)

    def _with_key(self, key: str) -> Chain | None:
        """The chain with exactly these words as a name or a description."""
        return self.index.latest([whole(key)], lambda c: key in c.keys)

    def _numbered(self, mention: Mention) -> Chain | None:
        """The chain of those who were counted, for their number: "the three" after "three journalists"."""
        number = self.words[mention.head]
        if number.pos_ != "NUM":
            return None
        return _first(self._within(mention, NOMINAL_REACH), lambda c: self._is_counted_as(c, number.lower_))

    def _is_counted_as(self, chain: Chain, number: str) -> bool:
        """Whether a chain of people was told with a number.

        "Three journalists" was with "three"; "journalists" and "Ann Lee" were not.
        """
        if chain.kind is not ActorKind.PEOPLE:
            return False
        heads = (self.words[mention.head] for mention in chain.mentions)
        return any(head.lefts.has_form(number, dep="nummod") for head in heads)

    def _with_head(self, mention: Mention) -> Chain | None:
        """The chain of a description with the same head: "the rebels" after "Syrian rebels"."""
        return _first(self._within(mention, NOMINAL_REACH), lambda c: _has_same_head(c, mention))

    def _hypernym(self, mention: Mention) -> Chain | None:
        """The chain that a wider word means, None in doubt.

        "The group", "the president" after "President Ali Reza", "the country", "the rebels" after the name of
        theirs.
        """
        words = set(plain(mention.name).split())
        titled = self._titled(mention, words) if mention.kind is ActorKind.PERSON else None
        if titled is not None:
            return titled
        near = self._within(mention, PRONOUN_REACH)
        if mention.lemma in _COUNTRY_WORDS:
            if len(words) != 1:
                return None
            return _most_mentioned_country(near)
        if len(words) > 1 or mention.country:
            near = _of_country(near, mention.country)
        if mention.kind is not ActorKind.PERSON and mention.lemma in _GROUP_WORDS:
            return self._wholly_named(mention) or _first(near, _is_group)
        is_meant = _wider_word_test(mention)
        found = _first(near, is_meant) if is_meant is not None else None
        return found or self._synonym(mention)

    def _synonym(self, mention: Mention) -> Chain | None:
        """The chain that a word for the same people means: "the reporters" after "three journalists"."""
        alike = word_lists("actors/alike.txt").get(mention.lemma)
        if alike is None:
            return None
        return _first(
            self._within(mention, NOMINAL_REACH),
            lambda c: c.plural == mention.plural and not alike.isdisjoint(c.lemmas | c.roles),
        )

    def _wholly_named(self, mention: Mention) -> Chain | None:
        """The chain whose name a description of a group is made of: "the Wagner group" after "Wagner"."""
        name = " ".join(plain(mention.name).split()[:-1])
        return self.index.latest([whole(name)], lambda c: name in c.names)

    def _titled(self, mention: Mention, words: set[str]) -> Chain | None:
        """The chain of the person who has a title: "the home secretary" after "Home Secretary Ann Lee"."""

        def has_title(chain: Chain) -> bool:
            return chain.kind is ActorKind.PERSON and words <= chain.roles

        if len(words) < 2:
            return _first(self._within(mention, NOMINAL_REACH), has_title)
        return self.index.latest([title(min(words))], has_title)

    def _within(self, mention: Mention, sentences: int) -> list[Chain]:
        """The chains mentioned at most so many sentences before, the latest first."""
        first = self.sentence[mention.head] - sentences
        return list(takewhile(lambda c: self.sentence[c.last.head] >= first, reversed(self.recent.values())))


def _title_before(name: Word) -> Word | None:
    """The subject right before a name that the parser takes for a second one: "the emir, Sheikh Ali, left"."""
    subjects = name.head.lefts.those("nsubj", "nsubjpass") if name.pos_ == "PROPN" else []
    if name not in subjects[1:]:
        return None
    before = subjects[subjects.index(name) - 1]
    between = name.words.between(before.i + 1, name.left_edge.i)
    return before if all(word.text == "," for word in between) else None


def _of_country(chains: Iterable[Chain], country: str | None) -> list[Chain]:
    """The chains of a country, none where it is not known."""
    return [chain for chain in chains if country and chain.country == country]


def _first(chains: Iterable[Chain], is_meant: _Test) -> Chain | None:
    """The first chain that passes a test, of chains that are in order from the latest back."""
    return next(filter(is_meant, chains), None)


def _most_mentioned_country(near: Iterable[Chain]) -> Chain | None:
    """What "the country" is: of the countries near the one mentioned most often, of equals the latest."""
    states = [chain for chain in near if chain.kind is ActorKind.COUNTRY]
    return max(states, key=lambda c: (len(c.mentions), c.last.head), default=None)


def _is_group(chain: Chain) -> bool:
    """Whether a chain can be "the group": an organization, but no institution of a state and no population."""
    if chain.kind is not ActorKind.ORGANIZATION:
        return False
    if chain.sector == "CVL":
        return bool(chain.names)
    return chain.sector not in sectors("institution")


def _wider_word_test(mention: Mention) -> _Test | None:
    """What a chain must be for a wider word to mean it; None for words that mean no one by themselves.

    "The minister" may mean a person with that role, "the rebels" any irregular organization, "the front" an
    organization with that word in its name; "the villagers" mean no one.
    """

    def has_role(chain: Chain) -> bool:
        return chain.kind is ActorKind.PERSON and mention.lemma in chain.roles

    def is_irregular(chain: Chain) -> bool:
        if chain.kind is not ActorKind.ORGANIZATION:
            return False
        return chain.sector in sectors("irregular")

    def has_word(chain: Chain) -> bool:
        return any(mention.lemma in key.split() for key in chain.keys)

    if mention.kind is ActorKind.PERSON:
        return has_role
    if mention.plural and mention.sector in sectors("irregular"):
        return is_irregular
    if mention.kind is not ActorKind.ORGANIZATION:
        return None
    return has_word


def _handles(chain: Chain, mention: Mention) -> list[str]:
    """What a mention says by which its chain is found again.

    "President Ana Ruiz" is found by the whole name, by either word of it, by its initials and by "president".
    """
    if mention.form == "pronoun":
        return []
    key = plain(mention.name)
    found = handles(mention.name, key)
    main = canonical(key)
    if main is not None:
        found.append(whole(main))
    if chain.kind is ActorKind.COUNTRY:
        found.append(state(chain.country))
    if mention.role:
        return [*found, *map(title, mention.role.lower().split())]
    return found


def _agree(chain: Chain, mention: Mention) -> bool:
    """Whether a phrase beside another can be the same actor: a country is no group, a group is no person."""
    if chain.kind is ActorKind.COUNTRY or mention.kind is ActorKind.COUNTRY:
        return chain.kind is mention.kind
    return (chain.kind in _PEOPLE) == (mention.kind in _PEOPLE)


def _has_same_head(chain: Chain, mention: Mention) -> bool:
    """Whether a description has the head of a chain, and no word and no country that contradicts it.

    "The rebels" after "Syrian rebels"; not "the Turkish rebels", not "the rebel".
    """
    if mention.lemma not in chain.lemmas or chain.plural != mention.plural:
        return False
    countries = {chain.country, mention.country} - {None, ""}
    if len(countries) > 1:
        return False
    words = set(plain(mention.name).split())
    return any(words <= set(key.split()) for key in chain.keys)
