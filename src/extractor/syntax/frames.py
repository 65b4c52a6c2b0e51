"""Who does what to whom: the arguments of a verb, or of a noun that names an act, as a `Frame`."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from extractor.document.tokens import Word
from extractor.lexicon.actor_nouns import actor_nouns, capital_names
from extractor.lexicon.triggers import event_nouns, light_verbs
from extractor.lexicon.weapons import means
from extractor.lexicon.word_classes import word_class, word_classes
from extractor.syntax.objects import (
    asked_for,
    complement_of,
    gap_of,
    number_object,
    predicate_nouns,
    recipient_of,
    shared_agent,
    shared_object,
    small_clause,
    taken_captive,
)
from extractor.syntax.relations import (
    antecedent,
    at_hands_of,
    before_hyphen,
    by_agent,
    conjuncts,
    is_event_noun,
    is_gerund,
    is_passive,
    noun_predicate,
    predicate_of,
)
from extractor.syntax.subjects import subject_of

_HEADS_OF_OBLIQUES = frozenset(("ADP", "SCONJ", "VERB", "ADV", "PART"))  # what the tagger makes of prepositions
_PARTICLES = frozenset(("out", "down", "back", "off", "over"))  # "hit out at" is done at somebody
_ACTING_NAMES = frozenset(("NORP", "GPE", "ORG", "PERSON"))


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
        """The nouns behind some prepositions, in text order.

        `behind("from", "out of")` of "fled from their homes" is "homes".
        """
        return [noun for preposition, noun in self.obliques if preposition in prepositions]

    def participants(self, *roles: str) -> list[Word]:
        """Those of some roles ("agent", "patient", "recipient" ...) that the sentence gives, in the order asked for.

        `participants("agent", "patient")` of "rebels fled" is "rebels" alone.
        """
        return [word for role in roles if (word := getattr(self, role)) is not None]


def act_of(token: Word) -> Word | None:
    """The act that a noun names, or that the parser hung on the one who does it; None for any other noun.

    "Attack" itself, for the police of "police firing" the firing.
    """
    if is_event_noun(token):
        return token
    if not token.rights:
        return None
    behind = token.rights[0]
    is_next = behind.i == token.i + 1
    if not is_next or not _is_act_behind(behind):
        return None
    return behind


def _is_act_behind(word: Word) -> bool:
    """The "firing" of "police firing", which the parser takes for a participle of the police."""
    if word.dep_ != "acl" or word.tag_ != "VBG":
        return False
    return word.lower_ in event_nouns()


def frame_of(token: Word) -> Frame:
    """The frame of a trigger, a verb or a noun; made once for each word, so that callers may ask as often as they like.

    "Rebels shelled the town": agent rebels, patient town. "The shelling of the town by rebels": the same.
    """
    frames: dict[int, Frame] = token.words.frames
    if token.i not in frames:
        is_nominal = token.pos_ in ("NOUN", "PROPN") or is_gerund(token)
        frames[token.i] = _noun_frame(token) if is_nominal else _verb_frame(token)
    return frames[token.i]


def _verb_frame(verb: Word) -> Frame:
    """Who did it to whom by the clause of a verb; a passive has the two the other way round."""
    frame = Frame(verb, predicate_of(verb), noun=False, passive=is_passive(verb))
    if frame.passive:
        _fill_passive(frame)
    else:
        _fill_active(frame)
    frame.recipient = frame.recipient or recipient_of(verb)
    frame.obliques = list(_obliques(verb))
    if frame.patient is not None:
        frame.obliques += _strayed_obliques(frame.patient)
    frame.complement = complement_of(verb)
    _take_from_light_verb(frame)
    _finish(frame)
    return frame


def _fill_passive(frame: Frame) -> None:
    """ "They were shot by a guard", "they were given food": the subject undergoes or receives."""
    verb = frame.trigger
    frame.patient = subject_of(verb)
    frame.agent = by_agent(verb) or shared_agent(verb) or _causer(verb)
    objects = _objects(verb)
    if objects:
        frame.recipient, frame.patient = frame.patient, objects[0]


def _causer(participle: Word) -> Word | None:
    """Who lets something be done to others; None where nobody does.

    "The colonel" for "arrested" of "the colonel had two ministers arrested"; nobody for "killed" of "the army had two
    soldiers killed".
    """
    above = participle.head
    verb = above.head if participle.dep_ == "acl" and above.dep_ == "dobj" else above
    if verb.lemma_ not in ("have", "get") or verb.i > participle.i or participle.dep_ not in ("acl", "ccomp"):
        return None
    return subject_of(verb) if participle.lemma_ in word_class("ordered") else None


def _fill_active(frame: Frame) -> None:
    """ "A guard shot them"."""
    verb = frame.trigger
    frame.agent = subject_of(verb)
    objects = _objects(verb)
    if frame.predicate == "die":
        return
    if objects:
        frame.patient = antecedent(objects[0]) or objects[0]
    else:
        frame.patient = _unstated_object(verb)


def _objects(verb: Word) -> list[Word]:
    """The objects that the parse has for a verb, also where it calls them predicate nouns."""
    return verb.children.those("dobj", "obj") or predicate_nouns(verb)


def _unstated_object(verb: Word) -> Word | None:
    """The object of a verb that has none of its own."""
    for find in (gap_of, number_object, small_clause, shared_object):
        found = find(verb)
        if found is not None:
            return found
    return None


def quality_of(frame: Frame) -> Word | None:
    """The adjective behind "be" that says how somebody is disposed to act, which says more than the verb; else None.

    "Ready" of "is ready to talk", "willing" of "was willing to talk"; nothing for "is tall" and "seems ready".
    """
    if frame.predicate != "be":
        return None
    disposed = word_classes()["disposed"]
    for adjective in frame.trigger.rights.those("acomp"):
        if adjective.lemma_ in disposed or adjective.lower_ in disposed:
            return adjective
    return None


def _obliques(head: Word) -> Iterator[tuple[str, Word]]:
    """Prepositions with their nouns; two in a row count as one.

    "Out of", "from behind"; "at the hands of" is "by".
    """
    doer = at_hands_of(head)
    if doer is not None:
        yield "by", doer
    for child in head.children.those("prep", "dative"):
        if child.pos_ not in _HEADS_OF_OBLIQUES:
            continue
        for inner in child.rights.those("pobj", "prep"):
            if inner.dep_ == "pobj":
                yield _name_of(child), antecedent(inner) or inner
            else:
                yield from _of_two_prepositions(child, inner)
    clause = asked_for(head)
    if clause is not None:
        yield "for", clause


def _name_of(preposition: Word) -> str:
    """ "With" may belong to "together with", which gives no instrument and no other side."""
    return "together with" if preposition.lefts.has_form("together") else preposition.lower_


def _of_two_prepositions(first: Word, second: Word) -> Iterator[tuple[str, Word]]:
    """ "Came out of a tunnel": ("out of", tunnel); of a particle only the second counts: "hit out at": ("at", ...)."""
    is_particle = first.lower_ in _PARTICLES and second.lower_ != "of"
    name = second.lower_ if is_particle else f"{first.lower_} {second.lower_}"
    for noun in second.rights.those("pobj"):
        yield name, noun


def _strayed_obliques(noun: Word) -> list[tuple[str, Word]]:
    """What belongs to the verb among the obliques of its object."""
    strayed = _strayed(noun)
    if strayed is None:
        return []
    return [pair for pair in _obliques(noun) if pair[0] == strayed]


def _strayed(noun: Word) -> str | None:
    """The preposition that the parser hangs on the object.

    "Blamed the attack on rebels", "asked donors for aid".
    """
    if noun.dep_ != "dobj":
        return None
    if noun.head.lemma_ in ("blame", "pin"):
        return "on"
    if noun.head.lemma_ in word_class("asking"):
        return "for"
    return None


def _take_from_light_verb(frame: Frame) -> None:
    """ "carried out an attack on X": the noun says what was done, and to whom."""
    noun = frame.patient
    if noun is None or not _is_carried(noun, light_verbs().get(frame.predicate)):
        return
    if frame.predicate == "see" and frame.agent is not None and _watches(frame.agent):
        return
    frame.light = noun
    inner = frame_of(noun)
    frame.patient = (taken_captive(noun) or noun) if noun.lemma_ in word_class("captives") else inner.patient
    frame.agent = frame.agent or inner.agent
    frame.obliques = sorted([*frame.obliques, *inner.obliques], key=lambda pair: pair[1].i)
    frame.complement = frame.complement or inner.complement
    frame.coagents += inner.coagents


def _watches(noun: Word) -> bool:
    """Whether who sees an act only looks on.

    "Witnesses saw the attack"; not "the town saw an attack".
    """
    if noun.pos_ == "PRON" or noun.ent_type_ == "PERSON":
        return True
    return noun.lemma_ in word_classes()["living"]


def _is_carried(noun: Word, carried: Collection[str] | None) -> bool:
    """Whether a noun is among those that a light verb goes with; a user's own act goes with what "attack" does."""
    if not carried:
        return False
    if noun.lemma_ in carried:
        return True
    predicate = noun_predicate(noun) or noun.lemma_
    if predicate in noun.words.own_nouns and "attack" in carried:
        return True
    return predicate in carried


def _noun_frame(noun: Word) -> Frame:
    """Who did it to whom by what stands beside the name of an act: owner, modifiers, "of", "by", "against" ..."""
    frame = Frame(noun, noun_predicate(noun) or noun.lemma_, noun=True)
    owner = _owner(noun)
    before = _doer_before(noun, frame.predicate, owned=owner is not None)
    frame.obliques = _obliques_of_act(noun)
    by_preposition: dict[str, Word] = {}
    for preposition, inner in frame.obliques:
        by_preposition.setdefault(preposition, inner)
    frame.agent = by_preposition.get("by") or _by_inside(by_preposition.get("of"))
    frame.agent = frame.agent or before or _resorting(noun) or _causing(noun) or _organizer(noun)
    of = by_preposition.get("of")
    if frame.predicate in word_class("undergone"):
        _fill_undergone(frame, owner, of)
    else:
        frame.agent = frame.agent or owner or of
    _fill_from_prepositions(frame, by_preposition)
    frame.complement = noun.rights.first("acl", pos="VERB")
    _finish(frame)
    return frame


def _by_inside(undergoing: Word | None) -> Word | None:
    """ "The arrest of a judge and his driver by officers", where the parser hangs "by officers" on the driver."""
    if undergoing is None:
        return None
    for noun in (undergoing, *conjuncts(undergoing)):
        by = noun.prep("by")
        if by is not None and _may_act(by):
            return by
    return None


def _owner(noun: Word) -> Word | None:
    """Whose act it is; of "whose" the noun before: "the miners, whose strike ended"."""
    owner = noun.lefts.first("poss")
    if owner is None:
        return None
    return antecedent(owner) or owner


def _obliques_of_act(noun: Word) -> list[tuple[str, Word]]:
    """The prepositions of an act, but for the one that belongs to the verb above."""
    strayed = _strayed(noun)
    return [_part(pair) for pair in _obliques(noun) if pair[0] != strayed]


def _fill_undergone(frame: Frame, owner: Word | None, of: Word | None) -> None:
    """ "His death", "the killing of two monks": who owns the act undergoes it, if nobody else does it or has it."""
    if owner is None:
        frame.patient = of
    elif frame.agent is not None or of is None:
        frame.patient = owner
    else:
        frame.agent, frame.patient = owner, of


def _fill_from_prepositions(frame: Frame, by_preposition: Mapping[str, Word]) -> None:
    """ "The attack on, against a base", "walked out in protest at cuts", "talks between them", "clashes with them"."""
    verb = stated_purpose(frame.trigger)
    frame.patient = frame.patient or _first_of(by_preposition, _patient_prepositions(frame, verb))
    if verb is not None:
        frame.agent = subject_of(verb)
    frame.agent = frame.agent or _first_of(by_preposition, ("between", "among"))
    if "with" in by_preposition:
        frame.coagents.append(by_preposition["with"])


def _patient_prepositions(frame: Frame, purpose: Word | None) -> Iterator[str]:
    """The prepositions behind which an act has what it is done to, the surest first."""
    if frame.predicate not in word_class("topical"):
        yield "on"
    yield "against"
    if purpose is not None:
        yield "of"
        yield "at"


def _first_of(by_preposition: Mapping[str, Word], prepositions: Iterable[str]) -> Word | None:
    """The noun behind the first of some prepositions that is there."""
    for preposition in prepositions:
        if preposition in by_preposition:
            return by_preposition[preposition]
    return None


def _resorting(noun: Word) -> Word | None:
    """Who "resorted to violence", "indulged in looting", "took part in the raid"."""
    if not noun.is_behind("to", "in"):
        return None
    governor = noun.head.head
    is_part = governor.dep_ == "dobj" and governor.lemma_ == "part"
    verb = governor.head if is_part else governor
    return subject_of(verb) if _resorts(verb) else None


def _resorts(verb: Word) -> bool:
    """Whether a verb says that its subject does what stands behind it.

    "Resort", "indulge", "take" with "part".
    """
    if verb.lemma_ == "take":
        return any(given.lemma_ == "part" for given in verb.rights.those("dobj"))
    return verb.lemma_ in word_class("resorting")


def _causing(noun: Word) -> Word | None:
    """Who clashes with whom in "youths stormed the gate, sparking clashes with guards"."""
    if noun.dep_ != "dobj" or not noun.rights.has_form("with", "between"):
        return None
    participle = noun.head
    if participle.lemma_ not in word_class("causing"):
        return None
    is_adverbial = participle.dep_ == "advcl" and participle.tag_ == "VBG"
    if not is_adverbial:
        return None
    return subject_of(participle.head)


def _part(oblique: tuple[str, Word]) -> tuple[str, Word]:
    """ "A mistake on the part of the police": by the police."""
    preposition, noun = oblique
    if preposition != "on" or noun.lemma_ != "part":
        return oblique
    whose = noun.children.first("poss") or noun.prep("of")
    return "by", whose or noun


def stated_purpose(noun: Word) -> Word | None:
    """The verb that a noun tells the purpose of, so that its subject does what the noun names; None for any other noun.

    "Walked" for "protest" of "walked out in protest"; nothing for "protest" of "died in a protest".
    """
    if noun.lemma_ != "protest" or noun.lefts:
        return None
    if not noun.is_behind("in"):
        return None
    verb = noun.head.head.climb("dobj")
    if verb.pos_ != "VERB":
        return None
    return verb


def _doer_before(noun: Word, predicate: str, *, owned: bool) -> Word | None:
    """Who acts in "a rebel attack"; nobody in "a peace plan", and in "Chad's drone attack" its owner does."""
    doer = _modifier_that_acts(noun, predicate)
    if doer is None or not owned:
        return doer
    is_sure = doer.ent_type_ or doer.lemma_ in word_class("fighting")
    return doer if is_sure else None


def _modifier_that_acts(noun: Word, predicate: str) -> Word | None:
    """The first modifier of an act that can name who acts, not the kind of act that it is."""
    kind = frozenset(predicate.split()[:-1]) - word_class("forces")
    half = before_hyphen(noun)  # "a baton-charge"
    for doer in filter(_may_act, noun.lefts.those("amod", "compound", "nmod")):
        if doer is not half and doer.lower_ not in kind and not _is_scene(doer, noun):
            return doer
    return None


def _is_scene(name: Word, noun: Word) -> bool:
    """Whether a capital before an act is where it took place.

    That of "the Paris attacks"; not that of "Washington sanctions".
    """
    if name.dep_ != "compound" or name.lower_ not in capital_names() or noun.preps("on", "of", "against"):
        return False
    return noun.lemma_ in event_nouns() and noun.lemma_ not in word_class("by_governments")


def _may_act(token: Word) -> bool:
    """Whether a modifier can name who acts.

    "A rebel attack", "militant raids", "a French strike".
    """
    if token.pos_ == "PROPN" or token.ent_type_ in _ACTING_NAMES or token.lemma_ in word_class("fighting"):
        return True
    return token.pos_ == "NOUN" and _can_act(token.lemma_)


def _can_act(noun: str) -> bool:
    """Whether a noun can name who acts.

    "A police raid", not "a wildcat strike".
    """
    if noun in actor_nouns() or noun in word_classes()["living"]:
        return True
    return noun in word_class("machines")


def _organizer(noun: Word) -> Word | None:
    """Who calls, stages or begins an act.

    "A strike called by the union", "approved martial law".
    """
    for clause in noun.rights.those("acl"):
        if clause.tag_ == "VBN" and clause.lemma_ in word_class("organizing"):
            return by_agent(clause)
    verb = noun.head
    is_object = noun.dep_ == "dobj" and predicate_of(verb) in word_class("organizing")
    return subject_of(verb) if is_object else None


def _finish(frame: Frame) -> None:
    """Members of coordinations, the recipient after "to", the instrument after "with"."""
    if frame.agent is not None:
        _extend(frame.coagents, conjuncts(frame.agent))
    if frame.patient is not None:
        frame.copatients += conjuncts(frame.patient)
    if frame.recipient is None:
        frame.recipient = next(iter(frame.behind("to")), None)
    frame.instrument = next(filter(_is_instrument, frame.behind("with", "using")), None)


def _extend(known: list[Word], more: Iterable[Word]) -> None:
    """Add words that are not there yet."""
    for word in more:
        if word not in known:
            known.append(word)


def _is_instrument(noun: Word) -> bool:
    """Whether one can act with a thing.

    "With a rifle", not "with relatives".
    """
    return noun.lemma_ in means("instrument")
