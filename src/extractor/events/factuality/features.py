"""What speaks for and against a mention being an act that took place: evidence for the model of `realis.py`."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.coreference.mention_features import length_of
from extractor.events.draft import Draft
from extractor.events.factuality.genericity import MONTH, in_general, sums_up
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.event_types import EventType
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_classes
from extractor.logistic import Evidence, logit
from extractor.records import Claim, Modality, Place
from extractor.syntax import Frame

YEAR = 365  # days
_DETERMINERS = word_lists("events/words.txt")["determiners"]
_PRONOUNS = {"i": "first", "we": "first", "you": "second", "who": "relative", "that": "relative", "one": "one"}
_FIRST, _SECOND = frozenset(("we", "our", "us", "i", "my")), frozenset(("you", "your"))
# Classes of the lexicon that a side, and a word of the sentence, may belong to.
_KINDS = "animal never_acts disaster vague people armed military police official crowd facility".split()  # noqa: SIM905
_WORLDS = "sport business entertainment tourism disaster violence legal official military armed".split()  # noqa: SIM905
EARLY = 3  # sentences
# What a finite auxiliary makes of the form of its verb.
_ASPECTS = {"VBN": "perfect", "VBD": "perfect", "VBG": "progressive"}
_WIDE = frozenset(("country", "continent", "world_region"))


def evidence_of(article: AnnotatedArticle, claim: Claim, frame: Frame, draft: Draft) -> Evidence:
    """What speaks for and against a mention; "always" is the same for all."""
    rule = min(0.98, max(0.02, draft.coding.confidence))
    signs: Evidence = {"always": 1.0, "rule": logit(rule)}
    found = [
        *(_noun_form(frame) if frame.noun else _verb_form(frame)),
        *_clause(frame.trigger),
        *_certainty(claim, draft),
        *_sides(article, frame, draft),
        *_circumstances(article, claim, draft),
        *_company(article, frame),
        *_generality(claim, frame, draft),
    ]
    group = _group(article, frame.trigger, draft.coding.kind)
    kind = "noun" if frame.noun else "verb"
    signs.update((f"{kind}: {sign}", 1.0) for sign in found)
    signs.update((f"{group}: {sign}", 1.0) for sign in found if sign.startswith(("clause", "form")))
    return signs


def _generality(claim: Claim, frame: Frame, draft: Draft) -> Iterator[str]:
    """Whether it is one act, and what of it the sentence tells."""
    if in_general(claim, frame):
        yield "in general"
    if sums_up(frame, draft.days):
        yield "sums up"
    if draft.argued:
        yield "argued"
    if draft.links:
        yield "tied"


def _group(article: AnnotatedArticle, trigger: Word, kind: EventType) -> str:
    """What tense and number mean: headlines tell in the present what took place, and have no mark at their end.

    "headline" for "Rebels shell Gao", "violent" for "Rebels shelled Gao."
    """
    last = next(word for word in reversed(article.sentence_tokens(trigger)) if not word.is_space)
    if not last.is_punct:
        return "headline"
    if kind.violent:
        return "violent"
    if kind.verbal:
        return "verbal"
    return "other"


def _noun_form(frame: Frame) -> Iterator[str]:
    """The form of a noun: its number, its determiner, its place in the clause.

    "form NNS", "form NNS the", "form role pobj" and "form after after" for "raids" of "fled after the raids".
    """
    noun = frame.trigger
    yield f"form {noun.tag_}"
    yield f"form {noun.tag_} {_determiner(noun)}"
    yield f"form role {noun.dep_}"
    if noun.dep_ == "pobj":
        yield f"form after {noun.head.lower_}"
    if noun.lefts.has_form(*words("again")):
        yield "form again"
    if noun.dep_ == "conj" or noun.rights.has("conj"):
        yield "form listed"
    if noun.head.lemma_ in words("speech_nouns"):
        yield "form of a topic"


def _determiner(noun: Word) -> str:
    """The word that says which is meant, else "poss" for an owner, "nummod" for a number, "bare" for neither."""
    determiner = noun.lefts.form(*_DETERMINERS)
    if determiner is not None:
        return determiner.lower_
    other = noun.lefts.first("poss", "nummod")
    return other.dep_ if other is not None else "bare"


def _verb_form(frame: Frame) -> Iterator[str]:
    """The form of a verb: its tag, its auxiliaries, its place in the clause.

    "form VBN", "form role ROOT", "form VBN was" and "form passive" for "Gao was shelled."
    """
    verb = frame.trigger
    yield f"form {verb.tag_}"
    yield f"form role {verb.dep_}"
    auxiliaries = sorted(child.lower_ for child in verb.lefts.those("aux", "auxpass"))
    yield f"form {verb.tag_} {' '.join(auxiliaries)}"
    if frame.passive:
        yield "form passive"
    if frame.light is not None:
        yield f"form light {frame.light.tag_}"
    if verb.dep_ == "pcomp":
        yield f"form after {verb.head.lower_}"


def _clause(trigger: Word) -> Iterator[str]:
    """The tense of the clause that holds the trigger, and of the sentence.

    "clause past", "clause 0 up", "clause root past" and "clause under a verb" for "shelled" of "Ana Ruiz said rebels
    had shelled Gao."
    """
    word, steps = trigger, 0
    while _tense(word) is None and word.head is not word:
        word, steps = word.head, steps + 1
    yield f"clause {_tense(word)}"
    yield f"clause {min(steps, 4)} up"
    root = _root_of(word)
    yield f"clause root {_tense(root)}"
    if root is not trigger and root.pos_ in ("VERB", "AUX"):
        yield f"clause under {'be' if root.lemma_ == 'be' else 'a verb'}"


def _root_of(word: Word) -> Word:
    """The root of its sentence.

    "Said" for "fled" of "Police said rebels fled."
    """
    while word.head is not word:
        word = word.head
    return word


def _tense(word: Word) -> str | None:
    """Past, present or modal for a finite verb with its auxiliaries, None for any other word.

    "perfect" for "have shelled", "modal" for "may shell", "present" for "shell", None for "to shell".
    """
    own = [word.tag_, *(child.tag_ for child in word.lefts.those("aux", "auxpass"))]
    if "MD" in own:
        return "modal"
    if "VBD" in own:
        return "past"
    if "VBZ" not in own and "VBP" not in own:
        return None
    return _ASPECTS.get(word.tag_, "present")


def _certainty(claim: Claim, draft: Draft) -> Iterator[str]:
    """How sure the text is of it, and whose words they are."""
    shift = "shifted " if len(draft.coding.reasons) > 1 else ""  # "will not go", coded as REJECT, is no mere plan
    yield f"{shift}modality {draft.modality.value}"
    if draft.modality is not Modality.DENIED:  # whose negation is the denial
        yield f"{shift}polarity {draft.polarity.value}"
    if claim.quoted:
        yield "quoted"
    if claim.claimed_by is not None:
        yield "claimed"


def _sides(article: AnnotatedArticle, frame: Frame, draft: Draft) -> Iterator[str]:
    """What is known of who did it, and of whom it was done to."""
    yield from _side(article, "agent", frame.agent, draft.source)
    yield from _side(article, "patient", frame.patient, draft.target)


def _side(article: AnnotatedArticle, name: str, word: Word | None, actors: list[str]) -> Iterator[str]:
    """The same of one side: how its words pick it out, what they are, and what kind of actor it is."""
    yield f"{name} {_shape(word)}"
    if word is not None:
        yield from (f"{name} {sign}" for sign in _kinds_of(word))
    actor = article.actors.get(actors[0]) if actors else None
    yield f"{name} side {actor.kind.value if actor is not None else None}"


def _kinds_of(word: Word) -> Iterator[str]:
    """What a noun is: nothing that can act or suffer, or of some classes of the lexicon."""
    if word.lemma_ in words("abstract"):
        yield "abstract"
    classes = word_classes()
    for kind in _KINDS:
        if word.lemma_ in classes[kind]:
            yield f"@{kind}"


def _shape(word: Word | None) -> str:
    """How a noun phrase picks out whom it means: a name, "the", a number, a bare plural.

    "number" for "two guards", "poss NN" for "their captain", "the NN" for "the town", "bare NNS" for "rebels".
    """
    if word is None:
        return "none"
    if word.pos_ == "PRON":
        return _PRONOUNS.get(word.lower_, "pronoun")
    if word.pos_ == "PROPN":
        return "name"
    for child in word.lefts:
        if child.dep_ == "nummod":
            return "number"
        if child.dep_ == "poss":
            return f"poss {word.tag_}"
        if child.lower_ in _DETERMINERS:
            return f"{child.lower_} {word.tag_}"
    is_named = any(map(_is_name, word.lefts))
    return f"{'named' if is_named else 'bare'} {word.tag_}"


def _is_name(word: Word) -> bool:
    """Whether a word is a name or part of one.

    True of "Boko" of "Boko Haram".
    """
    return word.pos_ == "PROPN" or bool(word.ent_type_)


def _circumstances(article: AnnotatedArticle, claim: Claim, draft: Draft) -> Iterator[str]:
    """What the text tells of place, days, numbers and means.

    "place near", "days short" and "count fatalities" for "killed two people in Gao on Monday".
    """
    yield f"place {_width(article.places.get(draft.place or ''))}"
    yield f"days {_length(claim, draft)}"
    if _is_long_ago(article, draft):
        yield "days old"
    yield from (f"count {slot}" for slot in draft.counts)
    if draft.instruments:
        yield "instrument"


def _is_long_ago(article: AnnotatedArticle, draft: Draft) -> bool:
    """Whether its days ended more than a year before publication."""
    if draft.days is None or article.published_day is None:
        return False
    return (article.published_day - draft.days[1]).days > YEAR


def _width(place: Place | None) -> str:
    """How closely a place says where it was."""
    if place is None:
        return "none"
    return "wide" if place.kind in _WIDE else "near"


def _length(claim: Claim, draft: Draft) -> str:
    """How closely the days say when it was.

    "short" for "on Monday", "long" for "in 2023", "none" without a date.
    """
    if draft.days is None:
        if claim.date is None:
            return "none"
        return "open"
    length = length_of(draft)
    if length <= MONTH:
        return "short"
    if length <= YEAR:
        return "long"
    return "years"


def _company(article: AnnotatedArticle, frame: Frame) -> Iterator[str]:
    """What the sentence is like; the same for all its acts."""
    number = article.sentence_number(frame.trigger)
    if number not in article.sentence_signs:
        article.sentence_signs[number] = list(_of_sentence(article, frame.trigger, number))
    yield from article.sentence_signs[number]
    if article.is_layout(frame.trigger):
        yield "layout"


def _of_sentence(article: AnnotatedArticle, trigger: Word, number: int) -> Iterator[str]:
    """The words of a sentence that say how acts are told in it, and where it stands."""
    sentence = article.sentence_tokens(trigger)
    lower = {word.lower_ for word in sentence}
    for name, own in (("habit", words("habit")), ("condition", words("condition")), ("we", _FIRST), ("you", _SECOND)):
        if not own.isdisjoint(lower):
            yield f"beside {name}"
    if any(word.text in ("?", "!") for word in sentence[-3:]):
        yield "beside ? or !"
    if sentence[0].lower_ in words("question"):
        yield "beside question"
    yield f"sentence {_position(number)}"
    lemmas = article.sentence_words(trigger)
    for name in _WORLDS:
        if word_classes()[name].among(lemmas):
            yield f"beside @{name}"


def _position(number: int) -> str:
    """Where a sentence stands in the article."""
    if number == 0:
        return "first"
    return "early" if number <= EARLY else "late"


def words(name: str) -> frozenset[str]:
    """A list of data/en/events/occurrence.txt.

    `words("question")` has "who" and "why".
    """
    return word_lists("events/occurrence.txt")[name]
