"""A mention beside the event that it may tell of again: what the constraints and preferences are asked about."""

from dataclasses import dataclass
from functools import cached_property

from extractor.events.coreference.mention_features import is_tied
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.event_types import EventType
from extractor.records import Actor, Place

FARTHEST = 20  # sentences; no preference looks that far


@dataclass
class MentionPair:
    """An event as told so far, and a later draft."""

    article: AnnotatedArticle
    event: Draft
    draft: Draft

    @cached_property
    def tied(self) -> bool:
        """Whether syntax makes them one: "the strike killed nine", "an attack in which nine were killed".

        See `syntactic_links` for the constructions.
        """
        return is_tied(self.article, self.event, self.draft)

    @property
    def in_one_breath(self) -> bool:
        """Whether the draft's verb is coordinated with one of the event: "attacked and burned"."""
        trigger = self.draft.trigger
        return trigger.dep_ == "conj" and trigger.head.i in self.event.words

    @property
    def both(self) -> tuple[Draft, Draft]:
        """The two.

        The event first: `event, draft = pair.both`.
        """
        return self.event, self.draft

    def sides(self, slot: str) -> list[list[str]]:
        """The actors in a slot ("source" or "target") of each; of acts that both sides do, all who take part."""
        one, other = (list(getattr(draft, slot)) for draft in self.both)
        if not one or not other:
            return [one, other]
        is_reciprocal = self.event.coding.reciprocal or self.draft.coding.reciprocal
        if not is_reciprocal:
            return [one, other]
        return [[*draft.source, *draft.target] for draft in self.both]

    @property
    def has_one_source(self) -> bool:
        """Whether it is told at most once who did it.

        Of "two were killed" and "rebels shelled the town"; not where both name who did it.
        """
        return not (self.event.source and self.draft.source)

    @property
    def kinds(self) -> tuple[EventType, EventType]:
        """Their event types.

        `[kind.name for kind in pair.kinds]` of a killing and a meeting is ["ASSAULT", "CONSULT"].
        """
        return self.event.coding.kind, self.draft.coding.kind

    @property
    def same_mode(self) -> bool:
        """Whether their modes are equal, known or not.

        Of two arrests; not of an arrest and a charge. What is asked or refused may be left open: "called on France to
        help", "urged France".
        """
        one, other = self.event.coding, self.draft.coding
        is_open = (one.kind.demands or one.kind.resists) and None in (one.mode, other.mode)
        return is_open or one.mode == other.mode

    @property
    def same_modality(self) -> bool:
        """Whether both took place, are planned, are denied ...

        Of "rebels attacked" and "rebels killed two"; not of "rebels attacked" and "rebels may attack".
        """
        return self.event.modality is self.draft.modality

    @cached_property
    def common_targets(self) -> list[Actor]:
        """The actors that both name as their target.

        The journalist of "police held a journalist" and "the arrest of the journalist".
        """
        one, other = self.sides("target")
        return self.actors([actor for actor in one if actor in other])

    @property
    def shared_slots(self) -> list[str]:
        """The counts that both give, by name.

        ["fatalities"] of "killed nine and hurt two" and "nine people died".
        """
        return sorted(self.event.counts.keys() & self.draft.counts.keys())

    @cached_property
    def distance(self) -> int:
        """How many sentences lie between the draft and the nearest mention of the event; FARTHEST for more.

        0 in one sentence, 1 in the next.
        """
        here, told = self.draft.sentence, self.event.sentences
        for far in range(FARTHEST):
            if here - far in told or here + far in told:
                return far
        return FARTHEST

    def actors(self, ids: list[str]) -> list[Actor]:
        """The actors of some ids; those that the article has not are left out.

        `pair.actors(pair.draft.source)` of "rebels attacked" is the Actor of the rebels alone.
        """
        known = self.article.actors
        return [known[actor] for actor in ids if actor in known]

    def place(self, draft: Draft) -> Place | None:
        """The place of one of them.

        `pair.place(pair.event)` is the Place of Homs for "a bomb went off in Homs", None without one.
        """
        return self.article.places.get(draft.place or "")
