"""The claim layer: every proposition with who does what to whom, where, when, who says so and how sure it is."""

from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.annotate.claims.adjuncts import Circumstance, find_date, find_place
from extractor.annotate.claims.attribution import Attribution, Attributor
from extractor.annotate.claims.cues import SPOKEN, certainty_words, cue_class
from extractor.annotate.claims.factuality import certainty_of, is_reporting
from extractor.annotate.claims.speaker_coreference import add_mentions, first_person_words
from extractor.document import layers as marks
from extractor.document.from_doc import words_of
from extractor.document.ids import content_id
from extractor.document.tokens import Word
from extractor.lexicon.triggers import light_verbs
from extractor.lexicon.user_ontology import own_ontology
from extractor.lexicon.word_classes import word_classes
from extractor.records import ActorKind, Claim, DateExpression, MaskReason, Place, Span
from extractor.settings import Settings
from extractor.syntax import CLAUSES, SUBJECTS, Frame, clause_tokens, frame_of, is_event_noun

# What stands behind a noun and still tells who it is.
_OF_A_SOURCE = frozenset(("cc", "conj", "appos", "prep"))


class ClaimTagger:
    """Writes the claims of a Doc that has its dates, places and actors."""

    def __init__(self, settings: Settings) -> None:
        self._own_nouns = frozenset(own_ontology(settings).nouns)

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer."""
        words_of(doc).own_nouns = self._own_nouns
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
        self.places = Circumstance(self.words, _place_spans(marks.PLACES.read(doc)))
        self.dates = Circumstance(self.words, _date_spans(marks.DATES.read(doc)))
        spans = marks.masked(doc, MaskReason.BOILERPLATE)
        self.masked = {i for start, end in spans for i in self.words.within(start, end)}
        self.first_person: dict[int, str] = {}  # "I" and "we" in quotations -> the speaker

    def claims(self) -> Iterator[Claim]:
        """In the order of their triggers."""
        carried: set[int] = set()
        for token in self.words:
            if token.i in carried or token.i in self.masked or not self._is_trigger(token):
                continue
            frame = frame_of(token)
            if frame.light is not None:
                carried.add(frame.light.i)
            yield self._claim(frame)

    def _is_trigger(self, token: Word) -> bool:
        if token.pos_ == "VERB":
            if token.dep_ not in CLAUSES and not _is_state(token):
                return is_event_noun(token)
            plain = not (is_reporting(token) and _has_content(token)) or token.lemma_ in word_classes()["speech_act"]
            return plain or _orders(token) or _carries(token) or self.attributor.tells(token)
        if token.pos_ == "AUX":
            return token.dep_ in CLAUSES and token.lemma_ == "be" and token.children.has(*SUBJECTS)
        return is_event_noun(token)

    def _claim(self, frame: Frame) -> Claim:
        trigger = frame.trigger
        said = self.attributor.of(trigger)
        self._resolve_first_person(trigger, said)
        said = self._unless_own_words(frame, said)
        certainty = certainty_of(trigger, self.attributor, said)
        clause = self._clause(frame, said)
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
            coagents=[p for t in frame.coagents if (p := self._participant(t)) is not None],
            copatients=[p for t in frame.copatients if (p := self._participant(t)) is not None],
            place=place.id if place else None,
            date=date.id if date else None,
            claimed_by=self._speaker(said),
            source_span=self._source_phrase(told, source) if told is not None and source is not None else None,
            cue=self.words.span(told.cue_start, told.cue_end) if told else None,
            quoted=self.attributor.quoted(trigger),
            polarity=certainty.polarity,
            modality=certainty.modality,
            tense=certainty.tense,
            confidence=_confidence(frame),
        )

    def _resolve_first_person(self, trigger: Word, said: Attribution | None) -> None:
        """ "I" and "our" in the clause of a quotation stand for the speaker."""
        speaker = self._speaker(said) if self.attributor.quoted(trigger) else None
        if speaker is None:
            return
        for word in clause_tokens(trigger):
            if word.lower_ in first_person_words() and self.attributor.quoted(word):
                self.first_person.setdefault(word.i, self.actors.setdefault(word.i, speaker))

    def _unless_own_words(self, frame: Frame, said: Attribution | None) -> Attribution | None:
        """Who says that he blames, demands or promises does so himself: the saying adds nothing."""
        if said is None or said.source is None or frame.agent is None or said.kind != "report":
            return said
        speaker = self.actors.get(said.source.i)
        same = speaker is not None and speaker == self.actors.get(frame.agent.i)
        return None if same and cue_class(frame.trigger) in ("allege", "judge", "threaten", "request") else said

    def _speaker(self, said: Attribution | None) -> str | None:
        if said is None or said.source is None or said.kind not in SPOKEN:
            return None
        known = self.actors.get(said.source.i)
        if known is not None or said.source.lemma_ not in certainty_words("documents"):
            return known
        return next((self.actors[word.i] for word in _makers(said.source) if word.i in self.actors), None)

    def _participant(self, token: Word | None) -> str | Span | None:
        if token is None:
            return None
        known = self.actors.get(token.i)
        return known if known is not None else self._phrase(token)

    def _phrase(self, token: Word) -> Span:
        """A noun with what stands before it."""
        return self.words.span(_phrase_start(token), token.i + 1)

    def _source_phrase(self, told: Attribution, source: Word) -> Span:
        """Who says it, with what tells one from another: "a spokesman for the army", "Ryan and Trump"."""
        start, end = _phrase_start(source), source.i + 1
        for child in source.rights:
            if child.is_punct:
                continue
            if child.dep_ not in _OF_A_SOURCE or child.left_edge.i > end + 1 or _has_verb(child):
                break
            end = child.right_edge.i + 1 if child.dep_ != "cc" else end
        if end < len(self.words) and self.words[end].text == ")" and "(" in self.words.phrase(source.i, end):
            end += 1
        if told.cue_start > source.i:
            return self.words.span(start, min(end, told.cue_start))
        return self.words.span(max(start, told.cue_end) if told.cue_end <= source.i else start, end)

    def _clause(self, frame: Frame, said: Attribution | None) -> Span:
        """The words of the proposition; the clause of a noun is its phrase."""
        trigger = frame.trigger
        start, end = trigger.left_edge.i, trigger.right_edge.i + 1
        if said is not None:
            start, end = _without(said, trigger, start, end)
        while end - 1 > start and (self.words[end - 1].is_punct or self.words[end - 1].is_space):
            end -= 1
        while start < end - 1 and (self.words[start].is_space or self.words[start].is_punct):
            start += 1
        return self.words.span(start, end)


def _phrase_start(noun: Word) -> int:
    """The first word of a noun with what stands before it."""
    before = ("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod")
    return min([noun.i, *(child.left_edge.i for child in noun.lefts if child.dep_ in before)])


def _makers(document: Word) -> Iterator[Word]:
    """Who made a document: "the army's report", "a statement from the army", "an AFP count"."""
    for child in document.children:
        if child.dep_ in ("poss", "compound"):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("from", "by", "of") and child.pobj is not None:
            yield child.pobj


def _has_verb(word: Word) -> bool:
    return any(inner.pos_ in ("VERB", "AUX") for inner in word.words.between(word.left_edge.i, word.right_edge.i + 1))


def _without(said: Attribution, trigger: Word, start: int, end: int) -> tuple[int, int]:
    """Leave out words of attribution at either end of the clause."""
    first = min(said.cue_start, said.source.left_edge.i if said.source is not None else said.cue_start)
    last = max(said.cue_end, said.source.right_edge.i + 1 if said.source is not None else said.cue_end)
    if first > trigger.i and first < end <= last + 2:
        end = first
    elif last <= trigger.i and first <= start + 1 < last:
        start = last
    return start, end


def _carries(verb: Word) -> bool:
    """ "reiterated its demand that": the object says what was done."""
    carried = light_verbs().get(verb.lemma_, frozenset())
    return any(child.dep_ == "dobj" and child.lemma_ in carried for child in verb.rights)


def _is_state(participle: Word) -> bool:
    """ "Were later slain": a participle that the parser takes for an adjective of "be"."""
    return participle.dep_ == "acomp" and participle.tag_ == "VBN" and participle.head.lemma_ == "be"


def _orders(verb: Word) -> bool:
    """ "told the envoy to leave": no report, but an order."""
    inner = verb.rights.first("xcomp")
    return verb.lemma_ == "tell" and inner is not None and inner.lefts.has_tag("TO")


def _has_content(verb: Word) -> bool:
    """What is said is the claim, the saying is not; a verb that only has a quotation beside it says as well."""
    if any(child.dep_ in ("ccomp", "parataxis") and not _is_quality(child) for child in verb.children):
        return True
    return cue_class(verb) == "report" and verb.lemma_ in ("say", "tell", "add")


def _is_quality(word: Word) -> bool:
    """ "Found him guilty" says no clause."""
    return word.pos_ == "ADJ" and not word.children.has("aux", "cop", "mark")


def _place_spans(places: list[Place]) -> Iterator[tuple[int, int, Place]]:
    return ((mention.start, mention.end, place) for place in places for mention in place.mentions)


def _date_spans(dates: list[DateExpression]) -> Iterator[tuple[int, int, DateExpression]]:
    return ((d.start, d.end, d) for d in dates if d.earliest is not None)


def _confidence(frame: Frame) -> float:
    return 0.8 if frame.agent is not None or frame.patient is not None else 0.6
