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
from extractor.records import Claim, Modality
from extractor.syntax import Frame

YEAR = 365  # days
_DETERMINERS = word_lists("events/words.txt")["determiners"]
_PRONOUNS = {"i": "first", "we": "first", "you": "second", "who": "relative", "that": "relative", "one": "one"}
_FIRST, _SECOND = frozenset(("we", "our", "us", "i", "my")), frozenset(("you", "your"))
# Classes of the lexicon that a side, and a word of the sentence, may belong to.
_KINDS = "animal never_acts disaster vague people armed military police official crowd facility".split()  # noqa: SIM905
_WORLDS = "sport business entertainment tourism disaster violence legal official military armed".split()  # noqa: SIM905
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
        *(["in general"] if in_general(claim, frame) else []),
        *(["sums up"] if sums_up(frame, draft.days) else []),
        *(["argued"] if draft.argued else []),
        *(["tied"] if draft.links else []),
    ]
    group = _group(article, frame.trigger, draft.coding.kind)
    kind = "noun" if frame.noun else "verb"
    signs.update((f"{kind}: {sign}", 1.0) for sign in found)
    signs.update((f"{group}: {sign}", 1.0) for sign in found if sign.startswith(("clause", "form")))
    return signs


def _group(article: AnnotatedArticle, trigger: Word, kind: EventType) -> str:
    """What tense and number mean: headlines tell in the present what took place, and have no mark at their end."""
    last = next(word for word in reversed(article.sentence_tokens(trigger)) if not word.is_space)
    if not last.is_punct:
        return "headline"
    return "violent" if kind.violent else "verbal" if kind.verbal else "other"


def _noun_form(frame: Frame) -> Iterator[str]:
    noun = frame.trigger
    yield f"form {noun.tag_}"
    determiner = next((c.lower_ for c in noun.lefts if c.lower_ in _DETERMINERS), None)
    if determiner is None:
        determiner = next((c.dep_ for c in noun.lefts if c.dep_ in ("poss", "nummod")), "bare")
    yield f"form {noun.tag_} {determiner}"
    yield f"form role {noun.dep_}"
    if noun.dep_ == "pobj":
        yield f"form after {noun.head.lower_}"
    if any(c.lower_ in words("again") for c in noun.lefts):
        yield "form again"
    if noun.dep_ == "conj" or noun.rights.has("conj"):
        yield "form listed"
    if noun.head.lemma_ in words("speech_nouns"):
        yield "form of a topic"


def _verb_form(frame: Frame) -> Iterator[str]:
    verb = frame.trigger
    yield f"form {verb.tag_}"
    yield f"form role {verb.dep_}"
    auxiliaries = sorted(c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass"))
    yield f"form {verb.tag_} {' '.join(auxiliaries)}"
    if frame.passive:
        yield "form passive"
    if frame.light is not None:
        yield f"form light {frame.light.tag_}"
    if verb.dep_ == "pcomp":
        yield f"form after {verb.head.lower_}"


def _clause(trigger: Word) -> Iterator[str]:
    """The tense of the clause that holds the trigger, and of the sentence."""
    word, steps = trigger, 0
    while _tense(word) is None and word.head is not word:
        word, steps = word.head, steps + 1
    yield f"clause {_tense(word)}"
    yield f"clause {min(steps, 4)} up"
    while word.head is not word:
        word = word.head
    yield f"clause root {_tense(word)}"
    if word is not trigger and word.pos_ in ("VERB", "AUX"):
        yield f"clause under {'be' if word.lemma_ == 'be' else 'a verb'}"


def _tense(word: Word) -> str | None:
    """Past, present or modal for a finite verb with its auxiliaries, None for any other word."""
    own = [word.tag_, *(child.tag_ for child in word.lefts if child.dep_ in ("aux", "auxpass"))]
    if "MD" in own:
        return "modal"
    if "VBD" in own:
        return "past"
    if "VBZ" not in own and "VBP" not in own:
        return None
    return "perfect" if word.tag_ in ("VBN", "VBD") else "progressive" if word.tag_ == "VBG" else "present"


def _certainty(claim: Claim, draft: Draft) -> Iterator[str]:
    shift = "shifted " if len(draft.coding.reasons) > 1 else ""  # "will not go", coded as REJECT, is no mere plan
    yield f"{shift}modality {draft.modality.value}"
    if draft.modality is not Modality.DENIED:  # whose negation is the denial
        yield f"{shift}polarity {draft.polarity.value}"
    if claim.quoted:
        yield "quoted"
    if claim.claimed_by is not None:
        yield "claimed"


def _sides(article: AnnotatedArticle, frame: Frame, draft: Draft) -> Iterator[str]:
    for name, word, actors in (("agent", frame.agent, draft.source), ("patient", frame.patient, draft.target)):
        yield f"{name} {_shape(article, word)}"
        if word is not None and word.lemma_ in words("abstract"):
            yield f"{name} abstract"
        if word is not None:
            yield from (f"{name} @{kind}" for kind in _KINDS if word.lemma_ in word_classes()[kind])
        actor = article.actors.get(actors[0]) if actors else None
        yield f"{name} side {actor.kind.value if actor is not None else None}"


def _shape(article: AnnotatedArticle, word: Word | None) -> str:
    """How a noun phrase picks out whom it means: a name, "the", a number, a bare plural."""
    if word is None:
        return "none"
    if word.pos_ == "PRON":
        return _PRONOUNS.get(word.lower_, "pronoun")
    if word.pos_ == "PROPN":
        return "name"
    for child in word.lefts:
        if child.dep_ == "nummod":
            return "number"
        if child.dep_ == "poss" or child.lower_ in _DETERMINERS:
            return f"{child.dep_ if child.dep_ == 'poss' else child.lower_} {word.tag_}"
    named = any(child.pos_ == "PROPN" or child.ent_type_ for child in word.lefts)
    return f"{'named' if named else 'bare'} {word.tag_}"


def _circumstances(article: AnnotatedArticle, claim: Claim, draft: Draft) -> Iterator[str]:
    place = article.places.get(draft.place or "")
    yield "place none" if place is None else "place wide" if place.kind in _WIDE else "place near"
    if draft.days is None:
        yield "days none" if claim.date is None else "days open"
    else:
        length = length_of(draft)
        yield "days short" if length <= MONTH else "days long" if length <= YEAR else "days years"
        if article.published_day is not None and (article.published_day - draft.days[1]).days > YEAR:
            yield "days old"
    yield from (f"count {slot}" for slot in draft.counts)
    if draft.instruments:
        yield "instrument"


def _company(article: AnnotatedArticle, frame: Frame) -> list[str]:
    """What the sentence is like; the same for all its acts."""
    number = article.sentence_number(frame.trigger)
    if number not in article.sentence_signs:
        article.sentence_signs[number] = list(_of_sentence(article, frame.trigger, number))
    return [*article.sentence_signs[number], *(["layout"] if article.is_layout(frame.trigger) else [])]


def _of_sentence(article: AnnotatedArticle, trigger: Word, number: int) -> Iterator[str]:
    sentence = article.sentence_tokens(trigger)
    lower = {word.lower_ for word in sentence}
    yield from (f"beside {name}" for name in ("habit", "condition") if not words(name).isdisjoint(lower))
    yield from (f"beside {name}" for name, own in (("we", _FIRST), ("you", _SECOND)) if not own.isdisjoint(lower))
    if any(word.text in ("?", "!") for word in sentence[-3:]):
        yield "beside ? or !"
    if sentence[0].lower_ in words("question"):
        yield "beside question"
    yield f"sentence {'first' if number == 0 else 'early' if number <= 3 else 'late'}"
    lemmas = article.sentence_words(trigger)
    yield from (f"beside @{name}" for name in _WORLDS if word_classes()[name].among(lemmas))


def words(name: str) -> frozenset[str]:
    """A list of data/en/events/occurrence.txt."""
    return word_lists("events/occurrence.txt")[name]
