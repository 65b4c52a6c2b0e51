"""Attribution, who says so: the source and the cue of a proposition, by syntax, by "according to", by the quotation."""

from collections.abc import Collection, Iterator

from extractor.annotate.claims.according_to import according_to
from extractor.annotate.claims.content_clauses import (
    ancestors_of,
    cue_between,
    is_background,
    is_in_background,
    is_inserted,
    is_second_saying,
)
from extractor.annotate.claims.cues import SOURCED, CueClass, certainty_words, cue_class
from extractor.annotate.claims.quote_speakers import Quotations
from extractor.annotate.claims.sources import Attribution, attribute, names_source
from extractor.annotate.claims.veracity import denier_of
from extractor.annotate.claims.verbless_attribution import Label, find_labels
from extractor.document.tokens import Word, Words
from extractor.lexicon.tables import word_lists

_TOPICS = word_lists("claims/words.txt")["topic prepositions"]
_OWN: frozenset[CueClass] = SOURCED | {"judge"}  # what a subject says or feels about an object


class Attributor:
    """Finds attributions in one Doc; remembers who spoke last, for quotations that run over sentences."""

    def __init__(self, words: Words, speakers: Collection[int] = ()) -> None:
        self._quotations = Quotations(words)
        labels = reversed(find_labels(words, speakers))  # of two that hold a word the first counts
        self._label_of = {i: label for label in labels for i in range(label.start, label.end)}

    def quoted(self, token: Word) -> bool:
        """Whether a token stands between quotation marks.

        "Left" of “We left,” he said; not "said".
        """
        return self._quotations.holds(token)

    def of(self, trigger: Word) -> Attribution | None:
        """The attribution of the proposition a trigger names: the nearest, but the speaker for all of a quotation.

        "Army" with the cue "said" for "fled" of "The army said rebels fled."; None for "Rebels fled."
        """
        found = self._by_syntax(trigger)
        is_quoted = self.quoted(trigger)
        if is_quoted and (found is None or self.quoted(found.cue)):
            return self._label(trigger) or self._quotations.speaker_of(trigger) or found
        denier = denier_of(trigger)
        if denier is not None:
            return attribute(denier, "deny", is_quoted)
        return found or self._label(trigger)

    def _by_syntax(self, trigger: Word) -> Attribution | None:
        """The attribution by a cue above the trigger, else by an "according to"."""
        found = self._governing(trigger)
        if is_in_background(trigger) or (found is not None and found.source is not None):
            return found
        return according_to(trigger) or found

    def tells(self, trigger: Word) -> bool:
        """Whether somebody else reports the saying that a trigger names.

        "Said" in "the army said police had said they fled" is told by the army, the first one by the article.
        """
        return self.quoted(trigger) or self._governing(trigger) is not None

    def own(self, trigger: Word) -> Attribution | None:
        """The trigger itself as a cue, where its subject says or feels something about an object.

        "Minister" with the cue "praised" for "The minister praised the plan."; None for "held a rally".
        """
        kind = cue_class(trigger) if trigger.pos_ == "VERB" else None
        if kind is None or kind not in _OWN:
            return None
        if not _is_about_something(trigger):
            return None
        own = attribute(trigger, kind, self.quoted(trigger))
        if own.source is None:
            return None
        return own

    def chain(self, trigger: Word) -> Iterator[tuple[Word, CueClass]]:
        """All cues above a trigger, the nearest first, up to a clause of background.

        ("hopes", "intend") and ("says", "report") for "left" of "Kyiv says it hopes to have left".
        """
        for node, parent in ancestors_of(trigger):
            if self._ends_scope(node, trigger):
                return
            kind = cue_between(node, parent)
            if kind is not None:
                yield parent, kind

    def _ends_scope(self, node: Word, trigger: Word) -> bool:
        """Whether cues above a node say nothing about the trigger below it.

        A second saying and a clause of background end the scope; in a quotation there is no background.
        """
        if is_second_saying(node):
            return True
        return is_background(node) and not self.quoted(trigger)

    def _governing(self, trigger: Word) -> Attribution | None:
        """The nearest cue above a trigger, or put into a clause above it; that of a noun without a source comes last.

        "He" for "failed" in "the talks, he said, failed"; "army" in "the army dismissed reports that they
        fled".
        """
        node = came_from = trigger
        nameless: Attribution | None = None
        while True:
            inserted = _inserted_into(node, came_from)
            if inserted is not None:
                return attribute(inserted, cue_class(inserted) or "report", self.quoted(trigger))
            parent = node.head
            if parent is node or self._ends_scope(node, trigger):
                return nameless
            found = self._between(node, parent, trigger)
            if found is not None and found.source is not None:
                return found
            nameless = nameless or found  # "dismissed reports that", "it is untrue that": who says so is not said there
            node, came_from = parent, node

    def _between(self, node: Word, parent: Word, trigger: Word) -> Attribution | None:
        """The attribution that a governor makes of a node; None when it is no cue, or one that names no source.

        A quoted cue does not govern what stands outside the quotation.
        """
        kind = cue_between(node, parent)
        if kind is None or not names_source(parent, kind):
            return None
        if self.quoted(parent) and not self.quoted(node):
            return None
        return attribute(parent, kind, self.quoted(trigger) and not self.quoted(parent), node)

    def _label(self, trigger: Word) -> Attribution | None:
        """The attribution of a trigger by the label that it stands behind or before.

        "Poll: most are against it", "Rebels seize town: army".
        """
        label = self._label_of.get(trigger.i)
        if label is None or trigger is label.source:
            return None
        return _by_label(label)


def _by_label(label: Label) -> Attribution:
    """The attribution that a label makes: its mark is the cue."""
    return Attribution(label.source, label.mark, label.mark.i, label.mark.i + 1, "report")


def _inserted_into(node: Word, came_from: Word) -> Word | None:
    """The verb of a clause of saying that is put into the clause of a node.

    "Said" in "the talks, he said, failed"; not on the branch that leads down to the trigger.
    """
    for child in node.children:
        if child is not came_from and is_inserted(child, node):
            return child
    return None


def _is_about_something(verb: Word) -> bool:
    """Whether a cue has an object that tells what is meant; "held a rally" and "spoke in Rome" say nothing."""
    if verb.lemma_ in certainty_words("clause_only"):
        return False
    if verb.rights.has("dobj") and verb.lemma_ not in certainty_words("no_infinitive"):
        return True
    return verb.rights.has_form(*_TOPICS, dep="prep")
