"""What the text says is untrue: "it is not true that", "the claim that ... is a lie", "called the report ... false"."""

from collections.abc import Iterator

from extractor.annotate.claims.cues import certainty_words, cue_class
from extractor.document.tokens import Word
from extractor.syntax import SUBJECTS, subject_of

# Words between "it is not true" and "that": room for ", the governor of the province said,".
INSERTED = 9


def is_said_untrue(trigger: Word) -> bool:
    """Whether the proposition of a trigger is the content of what its sentence calls untrue.

    True of "fired" in "It is not true that soldiers fired." and in "The claim that soldiers fired is a lie."
    """
    tests = (_is_expletive_content, _is_content_of_untrue_story, _is_untrue_subject)
    if any(test(trigger) for test in tests):
        return True
    return denier_of(trigger) is not None


def denier_of(trigger: Word) -> Word | None:
    """The verb that calls the story of a trigger untrue, None when none does.

    "Called" for "fired" in "The army called the report that soldiers fired a lie.", "dismissed" in "The army dismissed
    the story that soldiers fired."
    """
    for story in _stories_above(trigger):
        verb = _what_is_said_of(story)
        if verb is not None and _calls_untrue(verb, story):
            return verb
    return None


def _what_is_said_of(story: Word) -> Word | None:
    """The verb whose object a story is, also behind what the verb calls it.

    "Called" in "called a lie the rumour that they fled", "rejected" in "rejected as absurd reports that they fled".
    """
    if story.dep_ in ("dobj", "oprd"):
        return story.head
    return story.head.head if story.is_behind("as") else None


def _is_untrue_subject(trigger: Word) -> bool:
    """Whether a trigger is in a clause that is the subject of what says it is untrue.

    "Beat" of "that guards beat him is a myth".
    """
    for word in (trigger, *trigger.ancestors):
        if word.dep_ in ("csubj", "csubjpass") and word.lefts.has_form("that"):
            return _denies(word.head)
    return False


def _calls_untrue(verb: Word, story: Word) -> bool:
    """Whether the subject of a verb denies its object, a story, or gives it a word like "lie" or "false".

    True of "dismissed the story" and "called the report a lie", False of "called the report a scoop".
    """
    if subject_of(verb) is None:
        return False
    if verb.lemma_ in certainty_words("making up"):  # "invented the story that they fled"
        return True
    if verb.lemma_ not in certainty_words("calling") or cue_class(verb) == "deny":
        return cue_class(verb) == "deny"
    behind = verb.words.between(verb.i + 1, verb.right_edge.i + 1)
    return any(word is not story for word in filter(_is_untrue, behind))


def _is_expletive_content(trigger: Word) -> bool:
    """Whether a trigger is in the clause of an "it is not true that".

    It is the clause that the nearest "that" before the trigger begins: "It is not true that soldiers fired."
    """
    opener = _complementizer(trigger)
    if opener is None:
        return False
    before = opener.words.between(max(0, opener.i - INSERTED), opener.i)
    return any(_denies(word) and _has_expletive_subject(word) for word in before if word.pos_ == "AUX")


def _complementizer(trigger: Word) -> Word | None:
    """The "that" of the clause that holds a trigger.

    That of "it is not true that soldiers fired" for "fired"; None for "fled" of "the soldiers who fled".
    """
    for word in (trigger, *trigger.ancestors):
        opener = word.lefts.form("that", dep="mark")
        if opener is not None:
            return opener
        if word.dep_ in ("relcl", "acl"):
            return None
    return None


def _has_expletive_subject(copula: Word) -> bool:
    """Whether the subject of a copula is an "it" that stands for the clause behind.

    "Is" of "it is not true that they fled".
    """
    return any(child.lower_ == "it" for child in copula.lefts.those(*SUBJECTS))


def _is_content_of_untrue_story(trigger: Word) -> bool:
    """Whether a trigger is the content of a noun that is said to be untrue.

    "The claim that soldiers fired is false", "there is no truth to reports that they fired", "a film said to show
    them firing is a fake".
    """
    if any(_is_denied_story(story) for story in _stories_above(trigger)):
        return True
    return any(map(_is_shown_in_fake, trigger.ancestors))


def _is_denied_story(story: Word) -> bool:
    """Whether a story is false, or has no truth: "the claim is a lie", "there is no truth to the claim".

    "Rumour" of "there is no truth to the rumour".
    """
    if story.dep_ in SUBJECTS:
        return _denies(story.head) or (_is_doubted(story) and _is_made_otherwise(story.head))
    above = story.head.head
    truth = above.rights.first("attr") if above.lemma_ == "be" else above
    return (
        story.dep_ == "pobj"
        and truth is not None
        and truth.lemma_ in certainty_words("truth")
        and truth.lefts.has_form("no", "little")
    )


def _is_doubted(story: Word) -> bool:
    """Whether a film is only said to show something.

    "Clip" of "a clip claiming to show a raid"; not of "a clip showing a raid".
    """
    return any(
        clause.lemma_ in certainty_words("showing") and clause.lemma_ != "show" for clause in story.rights.those("acl")
    )


def _is_shown_in_fake(showing: Word) -> bool:
    """ "A film said to show troops firing is a fake", where the parser hangs the fake on the showing.

    "Show" of "a clip said to show troops firing is a fake".
    """
    if showing.lemma_ not in certainty_words("showing"):
        return False
    shows = subject_of(showing)
    if shows is None:
        return False
    if shows.lemma_ not in certainty_words("stories"):
        return False
    return any(_denies(told) or _is_made_otherwise(told) for told in showing.rights.those("ccomp"))


def _is_made_otherwise(verb: Word) -> bool:
    """Whether a verb tells that a film is not of what it is said to be of.

    "Shot" of "was shot for a soap opera", "is" of "is from a video game"; not "taken" of "was taken in Homs".
    """
    if verb.lemma_ != "be" and verb.lemma_ not in certainty_words("making"):
        return False
    behind = verb.words.between(verb.i + 1, verb.right_edge.i + 1)
    return any(word.lemma_.lower() in certainty_words("not_as_said") for word in behind)


def _stories_above(trigger: Word) -> Iterator[Word]:
    """The nouns of words ("report", "rumour") whose content clause the trigger is in, or that are "of" the trigger."""
    if trigger.is_behind("of", "about") and trigger.head.head.lemma_ in certainty_words("stories"):
        yield trigger.head.head
    node = trigger
    while node.head is not node:
        if _is_content_of_story(node):
            yield node.head
        node = node.head


def _is_content_of_story(clause: Word) -> bool:
    """Whether a clause tells what the noun above it says.

    With "that" it does, and so does "a video said to show", "footage showing".
    """
    if clause.dep_ not in ("acl", "relcl", "ccomp") or clause.head.lemma_ not in certainty_words("stories"):
        return False
    if clause.dep_ == "acl" and clause.lemma_ in certainty_words("showing"):
        return True
    return clause.lefts.has_form("that")


def _denies(copula: Word) -> bool:
    """Whether a copula with its predicate says that something is untrue.

    "Is false", "is not true", "turned out to be a hoax", "was fabricated"; not "is not false".
    """
    if _lacks_truth(copula) or _is_made_up(copula):
        return True
    if copula.lemma_ not in certainty_words("proving"):
        return False
    negated = copula.children.has("neg")
    predicate = copula.rights.first("acomp", "attr", "oprd")
    if predicate is not None:
        if negated:
            return predicate.lemma_ in certainty_words("true")
        return _is_untrue(predicate)
    inner = copula.rights.first("xcomp")
    if inner is None or negated:
        return False
    return _is_untrue(inner) or _denies(inner)


def _is_made_up(verb: Word) -> bool:
    """Whether a passive verb says that somebody thought a story up.

    "Was fabricated", "had been invented".
    """
    is_passive = verb.tag_ == "VBN" and verb.lefts.has("auxpass") and not verb.children.has("neg")
    return is_passive and verb.lemma_ in certainty_words("making up")


def _lacks_truth(verb: Word) -> bool:
    """Whether what a verb says of a story is that nothing is behind it.

    "Is without foundation", "has no basis"; not "is without a date".
    """
    missing = verb.prep("without") if verb.lemma_ == "be" else None
    if verb.lemma_ == "have" and missing is None:
        thing = verb.rights.first("dobj")
        missing = thing if thing is not None and thing.lefts.has_form("no", "little") else None
    return missing is not None and missing.lemma_ in certainty_words("truth")


def _is_untrue(word: Word) -> bool:
    """Whether a word says that something is untrue.

    "False" of "is false", "lie" of "is a lie"; not "true" and not the verb "lie".
    """
    return word.lemma_ in certainty_words("untrue") and word.pos_ in ("ADJ", "NOUN")
