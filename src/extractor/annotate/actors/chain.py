"""A chain: the mentions of one actor and what they say about it."""

from dataclasses import dataclass, field

from extractor.annotate.actors.mention import Mention
from extractor.annotate.actors.name_parts import content_words
from extractor.lexicon.actor_nouns import plain
from extractor.lexicon.actor_table import canonical
from extractor.records import ActorKind


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
        """Take a mention and what it says about the actor.

        What an earlier mention said of country, sector and gender stays.
        """
        self.mentions.append(mention)
        if mention.form == "pronoun":
            self.gender = self.gender or mention.gender
            return
        if mention.form == "name":
            self._add_name(mention)
        self.keys.add(plain(mention.name))
        self.several = self.several or mention.plural
        self.lemmas.add(mention.lemma)
        self.roles |= set(mention.role.lower().split()) if mention.role else set()
        self.kind = self.kind or mention.kind
        self.country = self.country or mention.country
        self.sector = self.sector or mention.sector

    def _add_name(self, mention: Mention) -> None:
        """What only a name says: further names of the same actor, and that people are a group or a person."""
        key = plain(mention.name)
        main = canonical(key)
        if main and (not self.names or main in self.keys):
            self.keys.add(main)
        self.names.add(key)
        self.spellings.setdefault(mention.name, content_words(key))
        if self.kind is ActorKind.PEOPLE:
            self.kind = mention.kind

    @property
    def last(self) -> Mention:
        """The mention that came last.

        That of "they" for "Rebels fled. They left a town."
        """
        return self.mentions[-1]

    @property
    def plural(self) -> bool:
        """Whether "they" fits better than "it", "he" or "she"."""
        if self.kind is ActorKind.PERSON:
            return False
        return self.kind is ActorKind.PEOPLE or self.several
