"""Who did it, where another sentence says so: "claimed responsibility for the blast", "blamed the attack on rebels"."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from extractor.document.tokens import Word
from extractor.events.arguments.metonymy import actor_behind
from extractor.events.draft import Draft, position_of
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import data_rows, word_lists
from extractor.records import ActorKind
from extractor.syntax import Frame, conjuncts, frame_of, is_event_noun

_REACH = 6  # sentences between an attack and a claim of responsibility that does not name it
_CULPRITS = word_lists("events/words.txt")["culprits"]


@dataclass(frozen=True, slots=True)
class _Way:
    """Where a verb has the culprit and where the crime."""

    culprit: frozenset[str]
    crime: frozenset[str]


def add_responsibility(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give attacks without a source the culprits that the article names elsewhere.

    Changes `source` and `reasons` of the drafts: "the Front claimed responsibility for the blast".
    """
    attacks = _Attacks(article, events)
    if not attacks.has_open():
        return
    for token in article.words:
        for culprit, crime in _accusations(token):
            event = attacks.meant(token, crime)
            found = _new_sources(article, event, _actors(article, culprit, crime)) if event is not None else []
            if event is not None and found:
                event.source += found
                event.reasons.append(f"source: '{culprit.text} {token.text} {crime.text}'")


def _new_sources(article: AnnotatedArticle, event: Draft, found: list[str]) -> list[str]:
    """Culprits that an event lacks: anybody where it has no source, a group where it has only "gunmen"."""
    parties = (*event.source, *event.target)
    new = [actor for actor in found if actor not in parties]
    if not event.source:
        return new
    return article.of_kind(ActorKind.ORGANIZATION, new)


@cache
def _ways() -> dict[str, list[_Way]]:
    """Verb -> where culprit and crime stand."""
    ways: dict[str, list[_Way]] = {}
    for row in data_rows("events/responsibility.tsv"):
        way = _Way(frozenset(row["culprit"].split("/")), frozenset(row["crime"].split("/")))
        for verb in row["verbs"].split():
            ways.setdefault(verb.replace("_", " "), []).append(way)
    return ways


def _accusations(token: Word) -> Iterator[tuple[Word, Word]]:
    """(culprit, crime) as a verb, "responsible for" or "the perpetrator of" gives them."""
    if token.pos_ == "VERB":
        if token.lemma_ in _first_words() and not token.lefts.has("neg"):
            yield from _of_verb(frame_of(token))
    elif token.lemma_ == "responsible" or token.lemma_ in _CULPRITS:
        yield from _predicated(token)
    elif token.lemma_ in ("work", "doing") and token.dep_ == "attr":
        yield from _work_of(token)
    elif token.lower_ == "behind":
        yield from _standing_behind(token)


def _standing_behind(behind: Word) -> Iterator[tuple[Word, Word]]:
    """(culprit, crime) of "the Front said it was behind the blast", "the men behind the massacre"."""
    verb, crime = behind.head, behind.pobj
    if verb.pos_ == "NOUN" and crime is not None and _is_crime(crime):
        yield verb, crime
        return
    culprit = verb.lefts.first("nsubj")
    if culprit is None or crime is None or verb.lemma_ not in ("be", "stand") or verb.children.has("neg"):
        return
    if verb.lefts.has_form("whether", "if") or verb.head.lemma_ == "deny":
        return
    if _is_crime(crime):
        yield culprit, crime


def _of_verb(frame: Frame) -> Iterator[tuple[Word, Word]]:
    """(culprit, crime) of "claimed the blast", "blamed the attack on rebels"."""
    for way in _ways().get(frame.predicate, ()):
        crimes = list(filter(_is_crime, _places(frame, way.crime)))
        yield from product(_places(frame, way.culprit), crimes)


@cache
def _first_words() -> frozenset[str]:
    """The first words of the verbs, so that most words are passed over without a frame."""
    return frozenset(verb.split()[0] for verb in _ways())


def _predicated(token: Word) -> Iterator[tuple[Word, Word]]:
    """(culprit, crime) of what is said of the culprit.

    "The group is responsible for it", "are held responsible for it", "he was the author of the attack".
    """
    verb = token.head
    if verb.pos_ not in ("VERB", "AUX") or verb.children.has("neg"):
        return
    frame = frame_of(verb)
    culprit = frame.patient if verb.lemma_ == "hold" else frame.agent
    if culprit is None:
        return
    for crime in (*_for_or_of(token), *frame.behind("for", "of")):
        if _is_crime(crime):
            yield culprit, crime


def _work_of(work: Word) -> Iterator[tuple[Word, Word]]:
    """(culprit, crime) of a sentence that says whose work an act was.

    "The stabbing was the work of a lone man": the man and the stabbing.
    """
    culprit, crime = work.prep("of"), work.head.lefts.first("nsubj")
    if culprit is None or crime is None or work.head.children.has("neg"):
        return
    if _is_crime(crime):
        yield culprit, crime


def _for_or_of(token: Word) -> Iterator[Word]:
    """The nouns behind "for" and "of" of "responsible" and "author"."""
    for child in token.rights.those("prep"):
        noun = child.pobj
        if noun is not None and child.lower_ in ("for", "of"):
            yield noun


def _places(frame: Frame, places: frozenset[str]) -> list[Word]:
    """The words of a clause in some places: participants, or behind prepositions."""
    found = frame.behind(*places)
    found += [noun for preposition, noun in _of_object(frame) if preposition in places]
    roles = [role for role in ("agent", "patient") if role in places]
    return found + frame.participants(*roles)


def _of_object(frame: Frame) -> list[tuple[str, Word]]:
    """The parser hangs the last phrase of "accused two leaders of murder" on the object."""
    noun = frame.patient
    if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
        return []
    return frame_of(noun).obliques


def _is_crime(noun: Word) -> bool:
    """Whether a noun stands for an act.

    "Blast" by its own meaning, "outrage" as a word of the list "crimes"; not "town".
    """
    if noun.lemma_ in word_lists("events/words.txt")["crimes"]:
        return True
    return is_event_noun(noun)


class _Attacks:
    """The attacks of an article by their triggers, and in text order."""

    def __init__(self, article: AnnotatedArticle, events: list[Draft]) -> None:
        self._article = article
        violent = [event for event in events if event.coding.kind.harms_people]
        self._named: dict[int, Draft] = {}
        for event in reversed(violent):
            self._named.update(dict.fromkeys(event.words, event))
        self._ordered = sorted(violent, key=position_of)

    def has_open(self) -> bool:
        """Whether the article has yet to say of one of them whose act it was."""
        return any(map(self._is_open, self._ordered))

    def meant(self, token: Word, crime: Word) -> Draft | None:
        """The attack that a crime noun names, else the nearest one before it that has no source."""
        if crime.lemma_ == "responsibility":
            crime = next(filter(_is_crime, frame_of(crime).behind("for", "of")[:1]), crime)
        named = self._named.get(crime.i)
        if named is None:
            return self._nearest_without_source(token)
        return named if self._is_open(named) else None

    def _nearest_without_source(self, token: Word) -> Draft | None:
        """The last attack before a word, when nobody is said to have done it and it is not far.

        For "claimed" the bombing of "A bomb killed two. The Liberation Front claimed responsibility."
        """
        at = bisect_left(self._ordered, token.i, key=position_of)
        nearest = self._ordered[at - 1] if at else None
        if nearest is None or nearest.source:
            return None
        is_far = self._article.sentence_number(token) - nearest.sentence > _REACH
        return None if is_far else nearest

    def _is_open(self, event: Draft) -> bool:
        """Whether the article has yet to say whose act it was: nobody did it so far, or only "gunmen"."""
        if event.coding.reciprocal:
            return False
        return all(self._article.actors[actor].kind is ActorKind.PEOPLE for actor in event.source)


def _actors(article: AnnotatedArticle, culprit: Word, crime: Word) -> list[str]:
    """Who a culprit is, with those coordinated with it; nobody for "no group claimed it"."""
    if culprit is crime or culprit.lefts.has_form("no", "neither"):
        return []
    found = [actor_behind(article, member) for member in (culprit, *conjuncts(culprit))]
    return article.not_of_kind(ActorKind.OBJECT, dict.fromkeys(filter(None, found)))
