"""The claim layer: every proposition with who does what to whom, where, when, who says so and how sure it is."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from extractor.annotate.claims.adjuncts import Adjuncts, find_date, find_place
from extractor.annotate.claims.attribution import Attributor
from extractor.annotate.claims.cues import SPOKEN, certainty_words, cue_class
from extractor.annotate.claims.factuality import certainty_of
from extractor.annotate.claims.sources import Attribution
from extractor.annotate.claims.spans import clause_span, noun_phrase, source_phrase
from extractor.annotate.claims.speaker_coreference import add_mentions, is_first_person
from extractor.annotate.claims.triggers import is_trigger
from extractor.document import layers as marks
from extractor.document.from_doc import words_of
from extractor.document.ids import content_id
from extractor.document.tokens import Word
from extractor.lexicon.user_ontology import own_ontology
from extractor.records import ActorKind, Claim, DateExpression, MaskReason, Place, Span
from extractor.settings import Settings
from extractor.syntax import Frame, clause_tokens, frame_of, subject_of, word_class

# A claim with an agent or a patient is worth more than one in which nobody takes part.
_WITH_PARTICIPANT, _WITHOUT = 0.8, 0.6


class ClaimTagger:
    """Writes the claims of a Doc that has its dates, places and actors."""

    def __init__(self, settings: Settings) -> None:
        self._own_nouns = frozenset(own_ontology(settings).nouns)

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer."""
        words_of(doc).take_for_acts(self._own_nouns)
        maker = _ClaimMaker(doc)
        marks.CLAIMS.write(doc, list(maker.claims()))
        add_mentions(doc, maker.first_person)
        return doc


class _ClaimMaker:
    """The claims of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.words = words_of(doc)
        self.article = marks.article_id(doc)
        actors = marks.ACTORS.read(doc)
        speakers = self.words.owners(a for a in actors if a.kind not in (ActorKind.COUNTRY, ActorKind.OBJECT))
        self.attributor = Attributor(self.words, speakers)
        self.actors = self.words.owners(actors)
        self.governments = frozenset(self.words.owners(a for a in actors if a.kind is ActorKind.COUNTRY))
        self.places = Adjuncts(self.words, _place_spans(marks.PLACES.read(doc)))
        self.dates = Adjuncts(self.words, _date_spans(marks.DATES.read(doc)))
        spans = marks.masked(doc, MaskReason.BOILERPLATE)
        self.masked = {i for start, end in spans for i in self.words.within(start, end)}
        self.first_person: dict[int, str] = {}  # "I" and "we" in quotations -> the speaker

    def claims(self) -> Iterator[Claim]:
        """In the order of their triggers."""
        done = set(self.masked)
        for token in self.words:
            if token.i in done or not is_trigger(token, self.attributor):
                continue
            frame = frame_of(token)
            if frame.light is not None:
                done.add(frame.light.i)  # the act of "carried out an attack" is told once
            yield self._claim(frame)

    def _claim(self, frame: Frame) -> Claim:
        """The claim that a frame makes."""
        trigger = frame.trigger
        said = self.attributor.of(trigger)
        self._resolve_first_person(trigger, said)
        is_own = self._tells_own_words(frame, said)
        said = None if is_own else said
        certainty = certainty_of(trigger, self.attributor, said, own=is_own)
        clause = clause_span(trigger, said)
        place = find_place(frame, self.places, said.source if said else None, self.governments)
        date = find_date(frame, self.dates)
        told = said or self.attributor.own(trigger)
        source = told.source if told else None
        return Claim(
            id=content_id("c", self.article, trigger.idx, trigger.end),
            start=clause.start,
            end=clause.end,
            text=clause.text,
            trigger=self.words.span(trigger.i, trigger.i + 1),
            predicate=f"{frame.predicate} {frame.light.lemma_}" if frame.light is not None else frame.predicate,
            agent=self._participant(frame.agent),
            patient=self._participant(frame.patient),
            recipient=self._participant(frame.recipient),
            instrument=self._participant(frame.instrument),
            coagents=self._participants(frame.coagents),
            copatients=self._participants(frame.copatients),
            place=place.id if place else None,
            date=date.id if date else None,
            claimed_by=self._speaker(said),
            source_span=source_phrase(told, source) if told is not None and source is not None else None,
            cue=self.words.span(told.cue_start, told.cue_end) if told else None,
            quoted=self.attributor.quoted(trigger),
            polarity=certainty.polarity,
            modality=certainty.modality,
            tense=certainty.tense,
            confidence=_confidence(frame),
        )

    def _resolve_first_person(self, trigger: Word, said: Attribution | None) -> None:
        """Note that "I" and "our" in the clause of a quotation stand for its speaker.

        In "“We left,” the mayor said." the agent of "left" is then the mayor.
        """
        speaker = self._speaker(said) if self.attributor.quoted(trigger) else None
        if speaker is None:
            return
        for word in clause_tokens(trigger):
            if word.i not in self.actors and is_first_person(word) and self.attributor.quoted(word):
                self.first_person[word.i] = self.actors[word.i] = speaker

    def _tells_own_words(self, frame: Frame, said: Attribution | None) -> bool:
        """Whether the one who says it only tells of an act of words of his own.

        "The army said it demanded an apology": the demand is a fact, the army makes it.
        """
        if said is None or said.source is None or frame.agent is None or said.kind != "report":
            return False
        speaker = self.actors.get(said.source.i)
        if speaker is None or speaker != self.actors.get(frame.agent.i):
            return False
        return cue_class(frame.trigger) in ("allege", "judge", "threaten", "request")

    def _speaker(self, said: Attribution | None) -> str | None:
        """The id of the actor who says it; of a document the one who made it.

        "A report by the army said": the army.
        """
        if said is None or said.source is None or said.kind not in SPOKEN:
            return None
        known = self.actors.get(said.source.i)
        if known is not None or said.source.lemma_ not in certainty_words("documents"):
            return known
        for word in _makers(said.source):
            if word.i in self.actors:
                return self.actors[word.i]
        return None

    def _participant(self, token: Word | None) -> str | Span | None:
        """The id of the actor at a word, else its phrase."""
        if token is None:
            return None
        known = self.actors.get(token.i)
        if known is not None:
            return known
        return noun_phrase(token)

    def _participants(self, tokens: Iterable[Word]) -> list[str | Span]:
        """The ids or phrases of several words."""
        return [found for token in tokens if (found := self._participant(token)) is not None]


def _makers(document: Word) -> Iterator[Word]:
    """The words for who made a document.

    "army" in "the army's report", "a statement from the army" and "the army issued a statement", "AFP" in "an AFP
    count".
    """
    if document.dep_ == "dobj" and document.head.lemma_ in word_class("spreading"):
        author = subject_of(document.head)
        yield from () if author is None else (author,)
    for child in document.children:
        if child.dep_ in ("poss", "compound"):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("from", "by", "of") and child.pobj is not None:
            yield child.pobj


def _place_spans(places: list[Place]) -> Iterator[tuple[int, int, Place]]:
    """Where each place is mentioned: start, end, place."""
    return ((mention.start, mention.end, place) for place in places for mention in place.mentions)


def _date_spans(dates: list[DateExpression]) -> Iterator[tuple[int, int, DateExpression]]:
    """Where the dates with a place on the calendar stand; others, as "recently", date nothing."""
    return ((d.start, d.end, d) for d in dates if d.earliest is not None)


def _confidence(frame: Frame) -> float:
    """How sure it is that a frame was read right."""
    if frame.agent is None and frame.patient is None:
        return _WITHOUT
    return _WITH_PARTICIPANT
