"""What the text says is untrue: "it is not true that", "the claim that ... is a lie", "called the report ... false"."""

from collections.abc import Iterator

from extractor.annotate.claims.cues import certainty_words
from extractor.document.tokens import Word
from extractor.syntax import SUBJECTS, subject_of

# Words between "it is not true" and "that": room for ", the governor of the province said,".
INSERTED = 9


def is_said_untrue(trigger: Word) -> bool:
    """Whether the proposition of a trigger is the content of what its sentence calls untrue."""
    return any(test(trigger) for test in (_is_expletive_content, _is_content_of_untrue_story)) or (
        denier_of(trigger) is not None
    )


def denier_of(trigger: Word) -> Word | None:
    """The verb that calls the story of a trigger untrue: "called the report that ... a lie"."""
    for story in _stories_above(trigger):
        verb = story.head
        if story.dep_ == "dobj" and verb.lemma_ in certainty_words("calling") and subject_of(verb) is not None:
            after = verb.words.between(verb.i + 1, verb.right_edge.i + 1)
            if any(_is_untrue(word) and word is not story for word in after):
                return verb
    return None


def _is_expletive_content(trigger: Word) -> bool:
    """ "It is not true that soldiers fired": the clause that the nearest "that" before the trigger begins."""
    opener = _complementizer(trigger)
    if opener is None:
        return False
    before = opener.words.between(max(0, opener.i - INSERTED), opener.i)
    return any(_denies(word) and _has_expletive_subject(word) for word in before if word.pos_ == "AUX")


def _complementizer(trigger: Word) -> Word | None:
    """The "that" of the clause that holds a trigger."""
    for word in (trigger, *trigger.ancestors):
        opener = next((child for child in word.lefts if child.lower_ == "that" and child.dep_ == "mark"), None)
        if opener is not None:
            return opener
        if word.dep_ in ("relcl", "acl"):
            return None
    return None


def _has_expletive_subject(copula: Word) -> bool:
    return any(child.dep_ in SUBJECTS and child.lower_ == "it" for child in copula.lefts)


def _is_content_of_untrue_story(trigger: Word) -> bool:
    """ "The claim that soldiers fired is false", "reports that ... turned out to be wrong"."""
    return any(story.dep_ in SUBJECTS and _denies(story.head) for story in _stories_above(trigger))


def _stories_above(trigger: Word) -> Iterator[Word]:
    """The nouns of words ("report", "rumour") whose content clause the trigger is in."""
    node = trigger
    while node.head is not node:
        parent = node.head
        if node.dep_ in ("acl", "relcl", "ccomp") and parent.lemma_ in certainty_words("stories") and _is_content(node):
            yield parent
        node = parent


def _is_content(clause: Word) -> bool:
    """A clause with "that" tells what the noun says, and so does "a video said to show", "footage showing"."""
    if clause.dep_ == "acl" and clause.lemma_ in certainty_words("showing"):
        return True
    return clause.lefts.has_form("that")


def _denies(copula: Word) -> bool:
    """ "is false", "is not true", "turned out to be a hoax"."""
    if copula.lemma_ not in certainty_words("proving"):
        return False
    negated = copula.children.has("neg")
    predicate = copula.rights.first("acomp", "attr", "oprd")
    if predicate is not None:
        return predicate.lemma_ in certainty_words("true") if negated else _is_untrue(predicate)
    inner = copula.rights.first("xcomp")
    return inner is not None and not negated and (_is_untrue(inner) or _denies(inner))


def _is_untrue(word: Word) -> bool:
    return word.lemma_ in certainty_words("untrue") and word.pos_ in ("ADJ", "NOUN")
