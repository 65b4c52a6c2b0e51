"""Who does what to whom: the arguments of a verb, or of a noun that names an act, as a `Frame`."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from extractor.document.tokens import Word
from extractor.lexicon.triggers import event_nouns, light_verbs
from extractor.lexicon.word_classes import word_classes
from extractor.syntax.objects import (
    complement_of,
    gap_of,
    number_object,
    predicate_nouns,
    recipient_of,
    shared_agent,
    shared_object,
    small_clause,
)
from extractor.syntax.relations import (
    antecedent,
    before_hyphen,
    by_agent,
    conjuncts,
    is_event_noun,
    is_gerund,
    is_passive,
    noun_predicate,
    predicate_of,
    word_class,
)
from extractor.syntax.subjects import subject_of

_HEADS_OF_OBLIQUES = frozenset(("ADP", "SCONJ", "VERB", "ADV", "PART"))  # what the tagger makes of prepositions
_PARTICLES = frozenset(("out", "down", "back", "off", "over"))  # "hit out at" is done at somebody


@dataclass(slots=True)
class Frame:
    """The arguments of a trigger as head tokens; None where the sentence does not give one."""

    trigger: Word
    predicate: str
    noun: bool
    passive: bool = False
    agent: Word | None = None
    patient: Word | None = None
    recipient: Word | None = None
    instrument: Word | None = None
    coagents: list[Word] = field(default_factory=list)
    copatients: list[Word] = field(default_factory=list)
    obliques: list[tuple[str, Word]] = field(default_factory=list)
    complement: Word | None = None
    light: Word | None = None

    def behind(self, *prepositions: str) -> list[Word]:
        """The nouns behind some prepositions: ("from", "out of") of "fled from their homes" is "homes"."""
        return [noun for preposition, noun in self.obliques if preposition in prepositions]

    def participants(self, *roles: str) -> list[Word]:
        """Those of some roles ("agent", "patient", "recipient" ...) that the sentence gives."""
        return [word for role in roles if (word := getattr(self, role)) is not None]


def act_of(token: Word) -> Word | None:
    """The act that a noun names, or that the parser hung on the one who does it: "police firing"."""
    if is_event_noun(token):
        return token
    behind = token.rights[0] if token.rights else None
    if behind is None or behind.i != token.i + 1:
        return None
    is_act = (behind.dep_, behind.tag_) == ("acl", "VBG") and behind.lower_ in event_nouns()
    return behind if is_act else None


def frame_of(token: Word) -> Frame:
    """The frame of a trigger; made once for each word."""
    frames: dict[int, Frame] = token.words.frames
    if token.i not in frames:
        nominal = token.pos_ in ("NOUN", "PROPN") or is_gerund(token)
        frames[token.i] = _noun_frame(token) if nominal else _verb_frame(token)
    return frames[token.i]


def _verb_frame(verb: Word) -> Frame:
    """Who did it to whom by the clause of a verb; a passive has the two the other way round."""
    frame = Frame(verb, predicate_of(verb), noun=False, passive=is_passive(verb))
    subject = subject_of(verb)
    objects = verb.children.those("dobj", "obj") or predicate_nouns(verb)
    if frame.passive:
        frame.patient = subject
        frame.agent = by_agent(verb) or shared_agent(verb)
        if objects:
            frame.recipient, frame.patient = subject, objects[0]
    elif objects:
        frame.agent, frame.patient = subject, antecedent(objects[0]) or objects[0]
    else:
        frame.agent, frame.patient = subject, _unstated_object(verb)
    frame.recipient = frame.recipient or recipient_of(verb)
    frame.obliques = list(_obliques(verb))
    if frame.patient is not None:
        frame.obliques += _strayed_obliques(frame.patient)
    frame.complement = complement_of(verb)
    _take_from_light_verb(frame)
    _finish(frame)
    return frame


def _unstated_object(verb: Word) -> Word | None:
    """The object of a verb that has none of its own."""
    return gap_of(verb) or number_object(verb) or small_clause(verb) or shared_object(verb)


def quality_of(frame: Frame) -> Word | None:
    """The adjective of "is ready to talk", which says more than its verb."""
    if frame.predicate != "be":
        return None
    disposed = word_classes()["disposed"]
    for adjective in frame.trigger.rights.those("acomp"):
        if adjective.lemma_ in disposed or adjective.lower_ in disposed:
            return adjective
    return None


def _obliques(head: Word) -> Iterator[tuple[str, Word]]:
    """Prepositions with their nouns; two in a row count as one: "out of", "from behind"."""
    for child in head.children.those("prep", "dative"):
        if child.pos_ not in _HEADS_OF_OBLIQUES:
            continue
        for inner in child.rights.those("pobj", "prep"):
            if inner.dep_ == "pobj":
                yield child.lower_, antecedent(inner) or inner
            else:
                yield from _of_two_prepositions(child, inner)


def _of_two_prepositions(first: Word, second: Word) -> Iterator[tuple[str, Word]]:
    """ "Came out of a tunnel": ("out of", tunnel); of a particle only the second counts: "hit out at": ("at", ...)."""
    is_particle = first.lower_ in _PARTICLES and second.lower_ != "of"
    name = second.lower_ if is_particle else f"{first.lower_} {second.lower_}"
    for noun in second.rights.those("pobj"):
        yield name, noun


def _strayed_obliques(noun: Word) -> list[tuple[str, Word]]:
    """What belongs to the verb among the obliques of its object."""
    strayed = _strayed(noun)
    return [pair for pair in _obliques(noun) if pair[0] == strayed] if strayed else []


def _strayed(noun: Word) -> str | None:
    """The preposition that the parser hangs on the object: "blamed the attack on rebels", "asked donors for aid"."""
    if noun.dep_ != "dobj":
        return None
    if noun.head.lemma_ in ("blame", "pin"):
        return "on"
    return "for" if noun.head.lemma_ in word_class("asking") else None


def _take_from_light_verb(frame: Frame) -> None:
    """ "carried out an attack on X": the noun says what was done, and to whom."""
    noun = frame.patient
    if noun is None or not _is_carried(noun, light_verbs().get(frame.predicate)):
        return
    frame.light = noun
    inner = frame_of(noun)
    frame.patient = noun if noun.lemma_ in word_class("captives") else inner.patient
    frame.agent = frame.agent or inner.agent
    frame.obliques = sorted([*frame.obliques, *inner.obliques], key=lambda pair: pair[1].i)
    frame.complement = frame.complement or inner.complement
    frame.coagents += inner.coagents


def _is_carried(noun: Word, carried: Collection[str] | None) -> bool:
    """Whether a noun is among those that a light verb goes with; a user's own act goes with what "attack" does."""
    if not carried:
        return False
    predicate = noun_predicate(noun) or noun.lemma_
    if predicate in noun.words.own_nouns and "attack" in carried:
        return True
    return predicate in carried or noun.lemma_ in carried


def _noun_frame(noun: Word) -> Frame:
    """Who did it to whom by what stands beside the name of an act: owner, modifiers, "of", "by", "against" ..."""
    frame = Frame(noun, noun_predicate(noun) or noun.lemma_, noun=True)
    owner = noun.lefts.first("poss")
    before = _doer_before(noun, frame.predicate, owned=owner is not None)
    frame.obliques = [_part(pair) for pair in _obliques(noun) if pair[0] != _strayed(noun)]
    frame.obliques += _of_happening(noun)
    by_preposition: dict[str, Word] = {}
    for preposition, inner in frame.obliques:
        by_preposition.setdefault(preposition, inner)
    frame.agent = by_preposition.get("by") or before or _resorting(noun) or _causing(noun)
    of = by_preposition.get("of")
    if frame.predicate in word_class("undergone"):
        _fill_undergone(frame, owner, of)
    else:
        frame.agent = frame.agent or owner or of
    _fill_from_prepositions(frame, by_preposition)
    frame.complement = noun.rights.first("acl", pos="VERB")
    _finish(frame)
    return frame


def _fill_undergone(frame: Frame, owner: Word | None, of: Word | None) -> None:
    """ "His death", "the killing of two monks": who owns the act undergoes it, if nobody else does it or has it."""
    if owner is not None and (frame.agent or of is None):
        frame.patient = owner
    else:
        frame.agent = frame.agent or owner
    frame.patient = frame.patient or of


def _fill_from_prepositions(frame: Frame, by_preposition: Mapping[str, Word]) -> None:
    """ "The attack on, against a base", "walked out in protest at cuts", "talks between them", "clashes with them"."""
    get = by_preposition.get
    if frame.predicate not in word_class("topical"):
        frame.patient = frame.patient or get("on")
    frame.patient = frame.patient or get("against")
    verb = stated_purpose(frame.trigger)
    if verb is not None:
        frame.agent, frame.patient = subject_of(verb), frame.patient or get("of") or get("at")
    frame.agent = frame.agent or get("between") or get("among")
    if "with" in by_preposition:
        frame.coagents.append(by_preposition["with"])


def _resorting(noun: Word) -> Word | None:
    """Who "resorted to violence", "indulged in looting", "took part in the raid"."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ("to", "in"):
        return None
    verb = preposition.head
    if verb.lemma_ == "part" and verb.dep_ == "dobj":
        verb = verb.head
    if verb.lemma_ not in word_class("resorting"):
        return None
    if verb.lemma_ == "take" and all(given.lemma_ != "part" for given in verb.rights.those("dobj")):
        return None
    return subject_of(verb)


def _causing(noun: Word) -> Word | None:
    """Who clashes with whom in "youths stormed the gate, sparking clashes with guards"."""
    verb = noun.head
    if noun.dep_ != "dobj" or (verb.dep_, verb.tag_) != ("advcl", "VBG"):
        return None
    is_caused = verb.lemma_ in word_class("causing") and noun.rights.has_form("with", "between")
    return subject_of(verb.head) if is_caused else None


def _of_happening(noun: Word) -> list[tuple[str, Word]]:
    """The parties in "the fighting was between rebels and troops", "clashes broke out between ..."."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ not in word_class("happening"):
        return []
    return [pair for pair in _obliques(verb) if pair[0] in ("between", "among", "with", "against")]


def _part(oblique: tuple[str, Word]) -> tuple[str, Word]:
    """ "A mistake on the part of the police": by the police."""
    preposition, noun = oblique
    if preposition != "on" or noun.lemma_ != "part":
        return oblique
    return ("by", noun.children.first("poss") or noun.prep("of") or noun)


def stated_purpose(noun: Word) -> Word | None:
    """The verb of "walked out in protest", whose subject protests."""
    if noun.lemma_ != "protest" or noun.dep_ != "pobj" or noun.head.lower_ != "in" or noun.lefts:
        return None
    governor = noun.head.head
    verb = governor.head if governor.dep_ == "dobj" else governor
    return verb if verb.pos_ == "VERB" else None


def _doer_before(noun: Word, predicate: str, *, owned: bool) -> Word | None:
    """Who acts in "a rebel attack"; nobody in "a peace plan", and in "Chad's drone attack" its owner does."""
    kind = frozenset(predicate.split()[:-1]) - word_class("forces")
    half = before_hyphen(noun)  # "a baton-charge"
    for doer in noun.lefts.those("amod", "compound", "nmod"):
        if doer is not half and doer.lower_ not in kind and _may_act(doer):
            return doer if not owned or doer.ent_type_ or doer.lemma_ in word_class("fighting") else None
    return None


def _may_act(token: Word) -> bool:
    """Whether a modifier can name who acts: "a rebel attack", "militant raids", "a French strike"."""
    if token.lemma_ in word_class("fighting"):
        return True
    return token.ent_type_ in ("NORP", "GPE", "ORG", "PERSON") or token.pos_ in ("NOUN", "PROPN")


def _finish(frame: Frame) -> None:
    """Members of coordinations, the recipient after "to", the instrument after "with"."""
    if frame.agent is not None:
        frame.coagents += [c for c in conjuncts(frame.agent) if c not in frame.coagents]
    if frame.patient is not None:
        frame.copatients += conjuncts(frame.patient)
    frame.recipient = frame.recipient or next(iter(frame.behind("to")), None)
    frame.instrument = next(filter(_is_instrument, frame.behind("with", "using")), None)


def _is_instrument(noun: Word) -> bool:
    """Whether one can act with a thing: "with a rifle", not "with relatives"."""
    return noun.lemma_ in word_class("instruments")
