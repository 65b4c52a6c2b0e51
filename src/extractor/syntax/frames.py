"""Who does what to whom: the arguments of a verb, or of a noun that names an act, as a `Frame`."""

from collections.abc import Iterator
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


def act_of(token: Word) -> Word | None:
    """The act that a noun names, or that the parser hung on the one who does it: "police firing"."""
    if is_event_noun(token):
        return token
    behind = token.rights[0] if token.rights else None
    if behind is not None and behind.i == token.i + 1 and (behind.dep_, behind.tag_) == ("acl", "VBG"):
        return behind if behind.lower_ in event_nouns() else None
    return None


def frame_of(token: Word) -> Frame:
    """The frame of a trigger; made once for each word."""
    frames: dict[int, Frame] = token.words.frames
    if token.i not in frames:
        nominal = token.pos_ in ("NOUN", "PROPN") or is_gerund(token)
        frames[token.i] = _noun_frame(token) if nominal else _verb_frame(token)
    return frames[token.i]


def _verb_frame(verb: Word) -> Frame:
    frame = Frame(verb, predicate_of(verb), noun=False, passive=is_passive(verb))
    subject = subject_of(verb)
    objects = verb.children.those("dobj", "obj") or predicate_nouns(verb)
    if frame.passive:
        frame.patient = subject
        frame.agent = by_agent(verb) or shared_agent(verb)
        if objects:
            frame.recipient, frame.patient = subject, objects[0]
    else:
        frame.agent = subject
        frame.patient = (
            (antecedent(objects[0]) or objects[0])
            if objects
            else (gap_of(verb) or number_object(verb) or small_clause(verb) or shared_object(verb))
        )
    frame.recipient = frame.recipient or recipient_of(verb)
    frame.obliques = list(_obliques(verb))
    if frame.patient is not None:
        frame.obliques += [pair for pair in _obliques(frame.patient) if pair[0] == _strayed(frame.patient)]
    frame.complement = complement_of(verb)
    _light(frame)
    _finish(frame)
    return frame


def quality_of(frame: Frame) -> Word | None:
    """The adjective of "is ready to talk", which says more than its verb."""
    if frame.predicate != "be":
        return None
    disposed = word_classes()["disposed"]
    adjectives = (c for c in frame.trigger.rights if c.dep_ == "acomp")
    return next((c for c in adjectives if c.lemma_ in disposed or c.lower_ in disposed), None)


def _obliques(head: Word) -> Iterator[tuple[str, Word]]:
    for child in head.children:
        if child.dep_ in ("prep", "dative") and child.pos_ in ("ADP", "SCONJ", "VERB", "ADV", "PART"):
            for inner in child.rights:
                if inner.dep_ == "pobj":
                    yield child.lower_, antecedent(inner) or inner
                elif inner.dep_ == "prep":
                    outer = "" if child.lower_ in _PARTICLES and inner.lower_ != "of" else f"{child.lower_} "
                    yield from ((f"{outer}{prep}", noun) for prep, noun in _inner(inner))


def _inner(preposition: Word) -> Iterator[tuple[str, Word]]:
    for inner in preposition.rights:
        if inner.dep_ == "pobj":
            yield preposition.lower_, inner


def _strayed(noun: Word) -> str | None:
    """The preposition that the parser hangs on the object: "blamed the attack on rebels", "asked donors for aid"."""
    if noun.dep_ != "dobj":
        return None
    if noun.head.lemma_ in ("blame", "pin"):
        return "on"
    return "for" if noun.head.lemma_ in word_class("asking") else None


def _light(frame: Frame) -> None:
    """ "carried out an attack on X": the noun says what was done, and to whom."""
    carried = light_verbs().get(frame.predicate)
    if not carried or frame.patient is None:
        return
    lemma = frame.patient.lemma_
    predicate = noun_predicate(frame.patient) or lemma
    if (
        predicate not in carried
        and lemma not in carried
        and not (predicate in frame.patient.words.own_nouns and "attack" in carried)
    ):
        return
    frame.light = frame.patient
    inner = frame_of(frame.patient)
    frame.patient = frame.patient if lemma in word_class("captives") else inner.patient
    frame.agent = frame.agent or inner.agent
    frame.obliques = sorted([*frame.obliques, *inner.obliques], key=lambda pair: pair[1].i)
    frame.complement = frame.complement or inner.complement
    frame.coagents += inner.coagents


def _noun_frame(noun: Word) -> Frame:
    frame = Frame(noun, noun_predicate(noun) or noun.lemma_, noun=True)
    owner = noun.lefts.first("poss")
    before = _doer_before(noun, frame.predicate, owned=owner is not None)
    frame.obliques = [_part(pair) for pair in _obliques(noun) if pair[0] != _strayed(noun)]
    frame.obliques += _of_happening(noun)
    by_preposition: dict[str, Word] = {}
    for preposition, inner in frame.obliques:
        by_preposition.setdefault(preposition, inner)
    of = by_preposition.get("of")
    undergone = frame.predicate in word_class("undergone")
    frame.agent = by_preposition.get("by") or before or _resorting(noun) or _causing(noun)
    if owner is not None:
        if undergone and (frame.agent or of is None):
            frame.patient = owner
        else:
            frame.agent = frame.agent or owner
    if of is not None:
        if undergone:
            frame.patient = frame.patient or of
        else:
            frame.agent = frame.agent or of
    if frame.predicate not in word_class("topical"):
        frame.patient = frame.patient or by_preposition.get("on")
    frame.patient = frame.patient or by_preposition.get("against")
    if (verb := stated_purpose(noun)) is not None:
        frame.agent, frame.patient = subject_of(verb), frame.patient or of or by_preposition.get("at")
    between = by_preposition.get("between") or by_preposition.get("among")
    if between is not None and frame.agent is None:
        frame.agent = between
    if "with" in by_preposition:
        frame.coagents.append(by_preposition["with"])
    frame.complement = noun.rights.first("acl", pos="VERB")
    _finish(frame)
    return frame


def _resorting(noun: Word) -> Word | None:
    """Who "resorted to violence", "indulged in looting", "took part in the raid"."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ("to", "in"):
        return None
    verb = preposition.head
    if verb.lemma_ == "part" and verb.dep_ == "dobj":
        verb = verb.head
    part = any(child.lemma_ == "part" and child.dep_ == "dobj" for child in verb.rights)
    resorts = verb.lemma_ in word_class("resorting") and (part or verb.lemma_ != "take")
    return subject_of(verb) if resorts else None


def _causing(noun: Word) -> Word | None:
    """Who clashes with whom in "youths stormed the gate, sparking clashes with guards"."""
    verb = noun.head
    caused = noun.dep_ == "dobj" and (verb.dep_, verb.tag_) == ("advcl", "VBG") and verb.lemma_ in word_class("causing")
    with_others = noun.rights.has_form("with", "between")
    return subject_of(verb.head) if caused and with_others else None


def _of_happening(noun: Word) -> Iterator[tuple[str, Word]]:
    """The parties in "the fighting was between rebels and troops", "clashes broke out between ..."."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ in word_class("happening"):
        yield from (pair for pair in _obliques(verb) if pair[0] in ("between", "among", "with", "against"))


def _part(oblique: tuple[str, Word]) -> tuple[str, Word]:
    """ "A mistake on the part of the police": by the police."""
    preposition, noun = oblique
    if preposition != "on" or noun.lemma_ != "part":
        return oblique
    whose = noun.children.first("poss")
    of = noun.prep("of")
    return ("by", whose or of or noun)


def stated_purpose(noun: Word) -> Word | None:
    """The verb of "walked out in protest", whose subject protests."""
    inside = noun.lemma_ == "protest" and noun.dep_ == "pobj" and noun.head.lower_ == "in" and not noun.lefts
    governor = noun.head.head
    verb = governor.head if governor.dep_ == "dobj" else governor
    return verb if inside and verb.pos_ == "VERB" else None


def _doer_before(noun: Word, predicate: str, *, owned: bool) -> Word | None:
    """Who acts in "a rebel attack"; nobody in "a peace plan", and in "Chad's drone attack" its owner does."""
    joined = noun.i - 2 if noun.i > 1 and noun.nbor(-1).text == "-" else -1  # "a baton-charge"
    before = (c for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod") and c.i != joined)
    modifiers = (c for c in before if _may_act(c))
    kind = frozenset(predicate.split()[:-1]) - word_class("forces")
    doer = next((c for c in modifiers if c.lower_ not in kind), None)
    return doer if doer is None or not owned or doer.ent_type_ or doer.lemma_ in word_class("fighting") else None


def _may_act(token: Word) -> bool:
    if token.lemma_ in word_class("fighting"):
        return True  # "a rebel attack", "militant raids"
    return token.ent_type_ in ("NORP", "GPE", "ORG", "PERSON") or token.pos_ in ("NOUN", "PROPN")


def _finish(frame: Frame) -> None:
    """Members of coordinations, the recipient after "to", the instrument after "with"."""
    if frame.agent is not None:
        frame.coagents += [c for c in conjuncts(frame.agent) if c not in frame.coagents]
    if frame.patient is not None:
        frame.copatients += conjuncts(frame.patient)
    for preposition, noun in frame.obliques:
        if preposition == "to" and frame.recipient is None:
            frame.recipient = noun
        if preposition in ("with", "using") and frame.instrument is None and noun.lemma_ in word_class("instruments"):
            frame.instrument = noun
