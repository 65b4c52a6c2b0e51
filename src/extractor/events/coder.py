"""Claims -> coded events: propose, classify, roles, days and place, counts, merge, write."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from extractor.document import layers as marks
from extractor.document.tokens import Word
from extractor.events.arguments.membership import add_groups
from extractor.events.arguments.perpetrators import add_responsibility
from extractor.events.arguments.protesters import add_protesters
from extractor.events.casualties.counts import casualties, is_result, may_tell_casualties
from extractor.events.classify.classifier import Classifier
from extractor.events.classify.embedded import content_of, fold_demands
from extractor.events.classify.from_claim import propose
from extractor.events.coding import Coding
from extractor.events.coreference.merge import merge
from extractor.events.draft import Draft
from extractor.events.factuality.confidence import confidence_of
from extractor.events.factuality.event_probability import weigh
from extractor.events.factuality.genericity import in_general, only_imagined, sums_up
from extractor.events.factuality.irrealis import is_irreal
from extractor.events.factuality.presupposed import is_taken_for_known
from extractor.events.factuality.realis import occurrence
from extractor.events.factuality.recalibration import recalibrated
from extractor.events.five_w.answers import five_w
from extractor.events.five_w.lead import lead_of
from extractor.events.from_claim import draft_of
from extractor.events.grounding.ground import ground
from extractor.events.grounding.place import inherit_places
from extractor.events.index import AnnotatedArticle
from extractor.events.salience import with_salience
from extractor.events.to_record import record_of
from extractor.events.tolls import add_tolls
from extractor.lexicon.event_types import event_types
from extractor.records import Claim, Event, Modality
from extractor.settings import Settings
from extractor.syntax import Frame

# That an act took place. On unseen articles of our own 69 % of what is left did, 60 % of all that is proposed.
LEAST_CHANCE = 0.25
# Of an event that names nobody who did or suffered it: of those below, 39 % were right on articles of our own.
LEAST_ALONE = 0.45
# From here on a noun without any participant tells of an act of its own: 40 of 48 did, below it every second one.
SURE = 0.6
_REPORTED = frozenset(("fatalities", "injured", "displaced"))


class EventCoder:
    """Writes the events of a Doc that has its claims; the claims learn which event they belong to."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.classifier = Classifier(settings)

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer."""
        article = AnnotatedArticle(doc)
        events = self.events(article)
        ground(article, events)
        weigh(article, events)
        ordered = sorted((record_of(article, event) for event in events), key=lambda pair: pair[0])
        lead = lead_of(article.words, marks.article_of(doc))
        coded = with_salience(article.words, lead, [event for _, event in ordered], article.claims_by_id)
        records = list(recalibrated(coded, self.settings))
        marks.EVENTS.write(doc, records)
        _add_states(doc, article, records)
        owner = {claim: event.id for event in records for claim in event.claims}
        marks.CLAIMS.fill(doc, "event", owner)
        marks.set_five_w(doc, five_w(article.words, lead, article.dates_in_order, list(article.places.values())))
        return doc

    def events(self, article: AnnotatedArticle) -> list[Draft]:
        """The events of an article as the rules have them, each told once."""
        events = merge(article, fold_demands(list(self._drafts(article))))
        add_responsibility(article, events)
        add_protesters(article, events)
        add_groups(article, events)
        add_tolls(article, events)
        events = [event for event in events if _is_told(event) and not is_taken_for_known(article, event)]
        inherit_places(article, events)
        return events

    def _may_be_event(self, predicate: str, sentence: frozenset[str]) -> bool:
        return self.classifier.rules.may_be_event(predicate, sentence) or may_tell_casualties(predicate, sentence)

    def mentions(self, article: AnnotatedArticle) -> Iterator[tuple[Claim, Frame, Draft]]:
        """All that may be told of an event in an article, likely or not, with the claim and its arguments."""
        about: set[int] = set()
        for claim in article.claims(self._may_be_event):
            frame = article.frame(claim)
            if only_imagined(claim, frame):
                continue
            coding = self.classifier.classify(propose(article, claim, frame)) or _casualty_report(frame)
            if coding is None:
                continue
            if frame.trigger.i in about and claim.modality is not Modality.DENIED:
                continue
            if coding.source == "speaker" and claim.claimed_by is None:
                continue
            about.update(content_of(frame, coding.kind))
            draft = draft_of(article, claim, frame, coding)
            if not _threatens_nobody(draft) and not is_irreal(article, frame, draft):
                yield claim, frame, draft

    def _drafts(self, article: AnnotatedArticle) -> Iterator[Draft]:
        told: set[int] = set()
        for claim, frame, draft in self.mentions(article):
            if sums_up(frame, draft.days) or (draft.coding.kind.violent and in_general(claim, frame)):
                continue
            chance = 0.0
            if not draft.report:
                chance = occurrence(article, claim, frame, draft)
                if chance < LEAST_CHANCE:
                    continue
                confidence = confidence_of(frame, draft.modality, draft.coding.confidence, chance)
                draft.coding = replace(draft.coding, confidence=confidence)
            sure = chance >= SURE and not _says_how(frame.trigger, told)
            if draft.argued or draft.definite or draft.links or sure:
                told.add(frame.trigger.i)
                yield draft


def _says_how(noun: Word, told: set[int]) -> bool:
    """ "Took him into custody", "shot to death": a noun that belongs to a verb which tells of the act."""
    return noun.dep_ == "pobj" and noun.head.head.i in told


def _threatens_nobody(draft: Draft) -> bool:
    """ "is likely to be hit": what is only to come threatens when somebody will do it."""
    shifted = len(draft.reasons) > 1
    return shifted and draft.coding.manner in draft.coding.kind.needs_doer and not draft.source


def _is_told(event: Draft) -> bool:
    """Whether an event has somebody or something in it, or is sure without."""
    involved = event.source or event.target or event.instruments or event.counts
    return bool(involved) or event.coding.confidence >= LEAST_ALONE


def _add_states(doc: Doc, article: AnnotatedArticle, events: list[Event]) -> None:
    """Writes the states that the actor layer took for mere places and that are a side of an event."""
    written = marks.ACTORS.read(doc)
    known = {actor.id for actor in written}
    parties = dict.fromkeys(actor for event in events for actor in (*event.source, *event.target))
    added = [article.actors[actor] for actor in parties if actor not in known]
    if added:
        marks.ACTORS.write(doc, [*written, *added])


def _casualty_report(frame: Frame) -> Coding | None:
    """ "three people had died": no event by itself, but a count for the attack told before."""
    if not is_result(frame.predicate) and not casualties(frame).keys() & _REPORTED:
        return None
    patient = frame.patient is not None and is_result(frame.predicate)
    harm = next(kind for kind in event_types().values() if kind.harms_people)
    return Coding(
        harm, source="none", target="patient" if patient else "agent", confidence=0, rules=("casualties.txt",)
    )
