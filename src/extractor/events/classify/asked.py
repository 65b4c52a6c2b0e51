"""What a request asks for and what a refusal refuses: the acts and the things in its content, the nearest first."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.classify.proposition import Asked
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_class
from extractor.syntax import Frame, conjuncts, predicate_of

# Nouns that stand for a request or an offer, which tell by what is in them; verbs that only lead to another act.
_CARRIERS = word_lists("events/words.txt")["requests"]
_BREAKING = word_lists("events/words.txt")["no object of a request"]
_LEADING = word_lists("events/words.txt")["leading to an act"]
_PEOPLE = frozenset({"person", "force", "fighter", "organization"})
_BEFORE_THINGS = ("for", "of")
_BEFORE_MORE = ("to", "on", "about", "against", "with")
_CLAUSES = ("acl", "ccomp", "xcomp", "advcl", "relcl")
_OBJECTS = ("dobj", "nsubjpass", "attr")


def asked_in(frame: Frame) -> tuple[Asked, ...]:
    """What an act of words is about.

    For "The mayor turned down a plea from growers for debt relief" the relief, for "refused to lift the siege" the
    lifting, with the siege as its object; nothing for "broke the law", which nobody had asked for.
    """
    if _is_no_answer(frame):
        return ()
    return tuple(found for head in _heads(frame) for member in (head, *conjuncts(head)) for found in _told_by(member))


def _heads(frame: Frame) -> Iterator[Word]:
    """The heads of the clause, the objects and the phrases behind prepositions that may hold the content.

    "Release" of "urged them to release him", "relief" of "appealed for relief".
    """
    if frame.complement is not None:
        yield frame.complement
        return
    if frame.noun:
        yield from _inside(frame.trigger)
        return
    told = frame.light or frame.patient
    behind = frame.behind("for")
    if told is not None and not _is_addressed(told):
        yield told
        if told.lemma_ not in _CARRIERS:
            return
    yield from behind
    for word in frame.behind("on", "to", "with"):
        if _is_addressed(word):
            yield from _behind(word, "for")  # "pleaded with the army for food", taken for its food
        else:
            yield word


def _is_no_answer(frame: Frame) -> bool:
    """Whether a verb of refusal answers no request.

    "Broke the law", "turned back a boat".
    """
    if frame.predicate in _BREAKING:
        return True
    particles = frame.trigger.rights.those("prt", "advmod")
    return any(f"{frame.trigger.lemma_} {particle.lower_}" in _BREAKING for particle in particles)


def _is_addressed(noun: Word) -> bool:
    """Whether somebody is rather whom one asks than what one asks for.

    "Oslo", "the army", "them".
    """
    if noun.ent_type_ or noun.pos_ == "PRON":
        return True
    return not _PEOPLE.isdisjoint(classes_of(noun.lemma_))


def _told_by(head: Word) -> Iterator[Asked]:
    """What a head of the content tells: first what is inside a noun that only carries it, or behind a leading verb.

    "Relief" of "a plea for relief", "leave" of "agree to leave".
    """
    if head.pos_ in ("VERB", "AUX"):
        yield from _told_by_verb(head)
        return
    if head.lemma_ in _CARRIERS or head.lemma_ in word_class("quantities"):
        yield from _told_within(head)
    yield Asked(head.lemma_, noun=True, of=tuple(phrase.lemma_ for phrase in _behind(head, "of")))


def _told_by_verb(verb: Word) -> Iterator[Asked]:
    """What a verb of the content tells.

    "Lift" with "siege", "hold" with "talk".
    """
    if verb.lemma_ in _LEADING:
        for child in verb.rights.those("xcomp", "pcomp", "ccomp"):
            yield from _told_by(child)
    children = list(verb.children)
    objects = [child for child in children if child.dep_ in _OBJECTS]
    behind = [phrase for phrase in _behind(verb) if phrase not in objects]
    inside = [word for noun in objects for word in _behind(noun, "in", "of")]  # "took part in talks"
    members = [member for word in (*objects, *behind, *inside) for member in (word, *conjuncts(word))]
    negated = any(child.dep_ == "neg" for child in children)
    yield Asked(predicate_of(verb), of=tuple(word.lemma_ for word in members), negated=negated)


def _told_within(noun: Word) -> Iterator[Asked]:
    """The same for what is inside a noun, with the members of its rows.

    "Food" and "water" of "a request for food and water".
    """
    for head in _inside(noun):
        for member in (head, *conjuncts(head)):
            yield from _told_by(member)


def _inside(noun: Word) -> Iterator[Word]:
    """What a request or an offer is for.

    "Relief" of "plea for relief", "visit" of "invitation to visit Oslo".
    """
    for child in noun.rights.those(*_CLAUSES):
        if child.lefts.has_tag("TO") or child.dep_ == "ccomp":
            yield child
    yield from _behind(noun, *_BEFORE_THINGS)
    for giver in _behind(noun, "from", "by"):  # the parser may take "a plea from growers for relief" for theirs
        yield from _behind(giver, "for")
    further = (*_behind(noun, *_BEFORE_MORE), *noun.lefts.those("compound"))
    yield from (word for word in further if not _is_addressed(word))


def _behind(word: Word, *prepositions: str) -> Iterator[Word]:
    """The nouns and gerunds behind the prepositions of a word, all of them where none is named.

    "Talks" of "called for talks" behind "for".
    """
    for preposition in word.rights.those("prep", "dative"):
        if prepositions and preposition.lower_ not in prepositions:
            continue
        yield from preposition.rights.those("pobj", "pcomp")
