"""Who does what to whom in a spaCy parse: shared by the claim and the event layer, which start from a trigger word."""

from extractor.lexicon.word_classes import word_class
from extractor.syntax.frames import Frame, act_of, frame_of, quality_of, stated_purpose
from extractor.syntax.objects import complement_of, taken_captive
from extractor.syntax.relations import (
    CLAUSES,
    SUBJECTS,
    by_agent,
    clause_tokens,
    conjuncts,
    is_aged,
    is_definite,
    is_event_noun,
    is_passive,
    noun_predicate,
    predicate_of,
    saying_beside,
    sharers,
    whole_of,
)
from extractor.syntax.subjects import subject_of

__all__ = [
    "CLAUSES",
    "Frame",
    "SUBJECTS",
    "act_of",
    "by_agent",
    "clause_tokens",
    "complement_of",
    "conjuncts",
    "frame_of",
    "is_aged",
    "is_definite",
    "is_event_noun",
    "is_passive",
    "noun_predicate",
    "predicate_of",
    "quality_of",
    "saying_beside",
    "sharers",
    "stated_purpose",
    "subject_of",
    "taken_captive",
    "whole_of",
    "word_class",
]
