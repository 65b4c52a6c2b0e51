"""Source and target of an event: which participants of its claim are the actors on either side."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from extractor.document.tokens import Word
from extractor.events.arguments.attack_sites import things_hit
from extractor.events.arguments.implicit import named_elsewhere
from extractor.events.arguments.instruments import is_weapon
from extractor.events.arguments.plurals import actors_of, members
from extractor.events.casualties.counts import is_result
from extractor.events.draft import Coding
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.roles import AGENT, INSTRUMENT, NONE, PATIENT, RECIPIENT, Part, Role, behind
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_class, word_classes
from extractor.records import ActorKind
from extractor.syntax import Frame, act_of, complement_of, frame_of, is_definite, is_event_noun, quality_of

_TOWARDS = word_lists("events/words.txt")["towards"]
_SUFFERING = word_lists("events/words.txt")["suffering"]
_WITHIN = frozenset(("in", "during"))
_LETTING = frozenset(("let", "allow", "permit", "enable", "demand"))
_DATIVE = (PATIENT, behind("to"))
_SECOND_OBJECTS = ("dative", "nsubjpass")
_CONTENT_AS_OBJECT = frozenset(("demand", "promise", "pledge", "vow", "guarantee", "propose"))
_STOPPING = frozenset(("stop", "halt", "cease", "suspend", "end", "quit"))
_SEARCHING = word_lists("events/words.txt")["searching"]
_SETTLEMENTS = word_lists("events/words.txt")["settlements"]
_WHERE = word_lists("events/words.txt")["where"]
# Prepositions that only stand as a role in a rule, which is then sure of them ("seek asylum in").
_SURE = (behind("in"), behind("to"))
# How many nouns deep a preposition may stand: "a share of the cost of aid to Chad".
_DEPTH = 3
_PARTICIPANTS = (AGENT, PATIENT, RECIPIENT)
_FORCE = 4  # the quad of PLOVER for conflict by force
_BODIES = (ActorKind.COUNTRY, ActorKind.ORGANIZATION)
_PARTS = ("ADJ", "NUM", "DET", "PRON")


def sides(article: AnnotatedArticle, coding: Coding, frame: Frame) -> tuple[list[str], list[str]]:
    """(source, target) as actor ids in text order, none on both sides; reciprocal acts have all parties as sources."""
    source = _source(article, coding, frame)
    target = _with_things(article, _targets(article, coding, frame, source), things_hit(article, coding, frame))
    if coding.reciprocal:
        source, target = _parties(article, source, target, frame)
    taken_up = article.actors_at(_role(frame, coding.source))  # "both countries"
    target = _without(target, [*source, *taken_up])
    if coding.kind.hits_things:
        return source, target
    return source, _persons(article, target) or _things_taken(article, coding, frame)


def _things_taken(article: AnnotatedArticle, coding: Coding, frame: Frame) -> list[str]:
    """The things that are seized, searched, silenced or wrecked, where nobody is, as actor ids.

    The offices for "troops seized the offices", the stations for "suspended three FM stations"; nothing for "seized two
    villages", which are where it was done.
    """
    if coding.mode in coding.kind.wrecks or frame.trigger.lemma_ in _SEARCHING:
        return article.of_kind(ActorKind.OBJECT, article.actors_at(_role(frame, coding.target)))
    if coding.mode not in coding.kind.once_a_town:
        return []
    held = _with_members([*frame.participants("patient"), *frame.behind("of")])
    things = [word for word in held if word.lemma_ not in _SETTLEMENTS]
    return article.of_kind(ActorKind.OBJECT, article.actors_at(things))


def _source(article: AnnotatedArticle, coding: Coding, frame: Frame) -> list[str]:
    """Who did it: in the role of the rule, else behind the act that people came to harm in, else the forces moved.

    The rebels for "rebels shot a nurse", the police for "killed in police firing", the troops for "troops were sent".
    """
    source = _sources(article, _role(frame, coding.source)) or _through_act(article, coding, frame)
    if coding.kind.moves_forces and not source:
        return _forces(article, frame)
    return source


def _with_things(article: AnnotatedArticle, target: list[str], things: list[str]) -> list[str]:
    """Who and what was hit; the country of "the Danish embassy" is not."""
    found = article.not_of_kind(ActorKind.COUNTRY, target) if things else target
    return list(dict.fromkeys((*found, *things)))


def _sources(article: AnnotatedArticle, tokens: list[Word]) -> list[str]:
    """Who acts; a capital does so for its state.

    Norway for "Oslo's request", the ship for "stopped a ship that had attacked a yacht".
    """
    found = _persons(article, _actors(article, tokens))
    if found:
        return found
    states = [article.ensure_state(token) for token in tokens if _acts_for_state(article, token)]
    return list(dict.fromkeys(filter(None, states))) or _machines(article, tokens)


def _machines(article: AnnotatedArticle, tokens: list[Word]) -> list[str]:
    """Machines that act, where nobody is said to have them, as actor ids.

    The ship of "stopped a ship that had attacked a yacht"; nothing for a weapon.
    """
    acting = [token for token in tokens if token.lemma_ in word_class("machines") and not is_weapon(token)]
    return article.actors_at(acting)


def _acts_for_state(article: AnnotatedArticle, token: Word) -> bool:
    """Places and machines: "Israeli bulldozers"."""
    return token.i in article.place_at or token.lemma_ in word_class("machines")


def _forces(article: AnnotatedArticle, frame: Frame) -> list[str]:
    """ "Troops were deployed": when nobody is said to send them, the forces themselves act."""
    weapons = word_classes()["weapon"]
    moved = [*_role(frame, PATIENT), *_role(frame, AGENT)]
    actors = _actors(article, [token for token in moved if token.lemma_ not in weapons])
    return [actor for actor in actors if article.actors[actor].sector in sectors("forces")]


def _through_act(article: AnnotatedArticle, coding: Coding, frame: Frame) -> list[str]:
    """Who did the act that people came to harm in: "killed in police firing"; not in a clash of two sides."""
    if not coding.kind.harms_people or not is_result(frame.predicate) or frame.agent is not None:
        return []
    authors: list[Word] = []
    for act in filter(None, map(act_of, frame.behind(*_WITHIN))):
        inner = frame_of(act)
        if not _has_two_sides(inner):
            authors += inner.participants("agent")
    return _persons(article, _actors(article, authors))


def _has_two_sides(frame: Frame) -> bool:
    """Whether an act is one of two sides.

    "Clashes with the army", "fighting between two clans".
    """
    return bool(frame.coagents or frame.behind("between", "among"))


def _targets(article: AnnotatedArticle, coding: Coding, frame: Frame, source: list[str]) -> list[str]:
    """The other side: what the first of the ways to find it gives."""
    for find in _WAYS_TO_TARGET:
        found = find(article, coding, frame, source)
        if found:
            return found
    return []


def _in_role(article: AnnotatedArticle, coding: Coding, frame: Frame, source: list[str]) -> list[str]:
    """The target in the role of the rule, but for what belongs to the one who acts."""
    tokens = _words_of_role(article, coding, frame)
    if not (coding.kind.harms_people or coding.kind.demands):
        tokens = [token for token in tokens if not _is_own(article, token, source)]
    return _sides_of(article, coding, coding.target, tokens, source)


def _second_object(article: AnnotatedArticle, coding: Coding, frame: Frame, source: list[str]) -> list[str]:
    """Whom the verb has as its second object: "promised the Laotians boats", "they were given nine years"."""
    if coding.target not in _DATIVE or frame.recipient is None or frame.recipient.dep_ not in _SECOND_OBJECTS:
        return []
    return _sides_of(article, coding, RECIPIENT, [frame.recipient], source)


def _elsewhere(article: AnnotatedArticle, coding: Coding, frame: Frame, source: list[str]) -> list[str]:
    """The target that the sentence names outside the clause of the act.

    The guards for "youths stormed the gate, sparking clashes with guards".
    """
    return _sides_of(article, coding, behind("with"), _with_members(named_elsewhere(coding, frame)), source)


def _in_role_own_too(article: AnnotatedArticle, coding: Coding, frame: Frame, source: list[str]) -> list[str]:
    """The target in the role of the rule, also what belongs to the one who acts: "recalled its ambassador"."""
    return _sides_of(article, coding, coding.target, _words_of_role(article, coding, frame), source)


def _words_of_role(article: AnnotatedArticle, coding: Coding, frame: Frame) -> list[Word]:
    """The words in the role of the rule's target, without what is only promised or asked for.

    "Chad" of "promised Chad patrols", not "patrols".
    """
    words = _role(frame, coding.target)
    if coding.target == PATIENT and _has_content_as_object(coding, frame):
        words = [word for word in words if not _is_new(word)]
    return _not_asked_for(article, coding, coding.target.preposition, words)


def _has_content_as_object(coding: Coding, frame: Frame) -> bool:
    """Whether the object is what is promised or asked for: "promised patrols", "demanded schools"."""
    if frame.complement is not None or not (coding.kind.demands or coding.kind.promises):
        return False
    return frame.trigger.lemma_ in _CONTENT_AS_OBJECT


def _is_new(noun: Word) -> bool:
    """Whether a noun names people nobody was told of.

    True for "patrols" and "a standing army", False for "the families".
    """
    return noun.pos_ == "NOUN" and not is_definite(noun)


def _given(article: AnnotatedArticle, coding: Coding, frame: Frame, source: list[str]) -> list[str]:
    """What is given, where no receiver is named; experts that are offered do not receive."""
    is_content = coding.kind.promises and frame.complement is None and frame.trigger.lemma_ in word_class("giving")
    if is_content or not _has_receiver(coding):
        return []
    return _sides_of(article, coding, PATIENT, _role(frame, PATIENT), source)


def _has_receiver(coding: Coding) -> bool:
    """Whether what is given may be the other side when no receiver is named; experts that are sent are none."""
    if coding.target == behind("to"):
        return not coding.kind.object_is_content
    return coding.target == RECIPIENT


def _is_own(article: AnnotatedArticle, token: Word, source: list[str]) -> bool:
    """ "recalled its ambassador": what belongs to the one who acts."""
    whole = token.prep("of") or token
    for owner in (*token.lefts.those("poss"), *whole.lefts.those("poss")):
        if owner.pos_ == "PRON" and article.actor_of(owner) in source:
            return True
    return False


def _sides_of(
    article: AnnotatedArticle, coding: Coding, role: Role, tokens: Iterable[Word], source: list[str]
) -> list[str]:
    """The actors behind some words; for types that states do to each other also the state that a place stands for."""
    tokens = list(tokens)
    if not tokens:
        return []
    found = _without(_actors(article, tokens), source)
    if not coding.kind.hits_things:
        found = _persons(article, found)
    if found or not _may_be_state(coding, role):
        return found
    states = [_foreign(article, coding, token, source) for token in tokens]
    return list(dict.fromkeys(filter(None, states)))


def _may_be_state(coding: Coding, role: Role) -> bool:
    """Whether a place in this role stands for its state."""
    if role.marker in coding.states:
        return True
    return role == coding.target and role in _SURE


def _foreign(article: AnnotatedArticle, coding: Coding, token: Word, source: list[str]) -> str | None:
    """The state that a place or an adjective ("Chilean wine") stands for, unless it is the acting side's own."""
    state = article.ensure_state(token, towns=coding.kind.towns_are_states)
    if state is None:
        return None
    acting = [article.actors[actor] for actor in source]
    if not coding.kind.gives:
        acting = [actor for actor in acting if actor.kind in _BODIES]
    own = {actor.country for actor in acting}
    return None if article.actors[state].country in own else state


def _without(actors: list[str], others: list[str]) -> list[str]:
    """Some actors but for others."""
    return [actor for actor in actors if actor not in others]


def _parties(
    article: AnnotatedArticle, source: list[str], target: list[str], frame: Frame
) -> tuple[list[str], list[str]]:
    """Both sides of a meeting, a deal or a clash: the second one where the sentence sets it apart."""
    partners = frame.behind("with", "against")
    shared = [word for word in frame.coagents if word not in partners]
    together = _actors(article, [*_with_members(frame.behind("between", "among")), *shared])
    first = list(dict.fromkeys([*source, *together]))
    others = _actors(article, [*frame.copatients, *_with_members(partners)])
    second = _without(list(dict.fromkeys([*target, *others])), first)
    return (first, second) if first else (second, [])


def _by_preposition(article: AnnotatedArticle, coding: Coding, frame: Frame, source: list[str]) -> list[str]:
    """The other side where the type's own prepositions name it: "cut ties with", "fired on", "protested against"."""
    if coding.target == NONE:
        return []
    hurt = _hurt_by_act(coding, frame)
    for level in _levels(article, frame):
        named = [
            (preposition, noun) for preposition, noun in level if noun is not frame.instrument and noun not in hurt
        ]
        for preposition in coding.prepositions:
            nouns = _not_asked_for(article, coding, preposition, _nouns_behind(named, preposition))
            found = _sides_of(article, coding, behind(preposition), nouns, source)
            if found:
                return found
    return []


def _hurt_by_act(coding: Coding, frame: Frame) -> list[Word]:
    """Who suffers the act that is condemned or asked for, and so is not the one condemned or asked.

    Israel in "condemned the attack on Israel", miners in "asked for the arrest of miners".
    """
    act = frame.patient
    if act is None or not coding.kind.doer_is_target or not is_event_noun(act):
        return []
    return _with_members(frame_of(act).participants("patient"))


def _not_asked_for(article: AnnotatedArticle, coding: Coding, preposition: str | None, nouns: list[Word]) -> list[Word]:
    """Nouns behind a preposition without whom one asks for: "called for observers"; "Greek help" is asked of Greece."""
    if not coding.kind.demands or preposition != "for":
        return nouns
    return [noun for noun in nouns if article.actor_of(noun) is None]


def _nouns_behind(named: Iterable[tuple[str, Word]], preposition: str) -> list[Word]:
    """The nouns behind a preposition, with those coordinated with them."""
    return _with_members(noun for name, noun in named if name == preposition)


def _of_complement(article: AnnotatedArticle, coding: Coding, frame: Frame, source: list[str]) -> list[str]:
    """ "offered to hand him over to France": an act about an act is directed at the other side of that act."""
    inner = _act_inside(frame)
    if inner is None or not _is_about_act(coding, frame):
        return []
    about = frame_of(inner)
    found = _asked(article, coding, frame, about, source)
    if found:
        return found[:1]
    if coding.kind.promises and not _is_with_other_side(coding.about):
        return []
    receiving = _receiving(article, about, source)
    if receiving:
        return receiving
    if coding.about is not None:
        return _targets(article, coding.about, about, source)
    if coding.kind.doer_is_target:
        return []
    return _suffering_it(article, about, source)[:1]


def _is_about_act(coding: Coding, frame: Frame) -> bool:
    """Whether the act of a complement says at whom a frame is directed: "promised", "let them go", "stopped firing"."""
    lemma = frame.trigger.lemma_
    return coding.kind.about_acts or lemma in _LETTING or lemma in _STOPPING


def _asked(article: AnnotatedArticle, coding: Coding, frame: Frame, about: Frame, source: list[str]) -> list[str]:
    """Who is to do the act of a complement, where that is the one it is asked of: "urged rebels to leave"."""
    is_asked = coding.kind.doer_is_target or frame.trigger.lemma_ in _LETTING
    if not is_asked and about.trigger.lemma_ not in _SUFFERING:
        return []
    return _without(_actors(article, _with_members(about.participants("agent"))), source)


def _receiving(article: AnnotatedArticle, about: Frame, source: list[str]) -> list[str]:
    """Who is to get somebody or something: Turkey in "refused to hand him over to Turkey"."""
    if about.patient is None or about.trigger.lemma_ not in word_class("handing"):
        return []
    return _without(_actors(article, about.participants("recipient")), source)[:1]


def _suffering_it(article: AnnotatedArticle, about: Frame, source: list[str]) -> list[str]:
    """Whom the act of a complement is done to: its object or receiver, else those behind "to", "at" and the like."""
    participants = about.participants("patient", "recipient")
    participants += [noun for preposition, noun in next(_levels(article, about)) if preposition in _TOWARDS]
    return _without(_actors(article, _with_members(participants)), source)


def _is_with_other_side(about: Coding | None) -> bool:
    """ "Agreed to meet the strikers", "to help Chad"; not "to send a team", "to hold migrants back"."""
    if about is None or about.kind.moves_forces:
        return False
    return about.kind.quad != _FORCE


def _act_inside(frame: Frame) -> Word | None:
    """The act that an act is about: "offered to help", "is ready to help", "its readiness to help"."""
    quality = quality_of(frame)
    inner = frame.complement if quality is None else complement_of(quality)
    if inner is not None:
        return inner
    noun = frame.light or frame.patient
    if noun is None or noun.pos_ != "NOUN":
        return None
    return noun.rights.first("acl", "relcl", tag="VB")


def _levels(article: AnnotatedArticle, frame: Frame) -> Iterator[list[tuple[str, Word]]]:
    """The prepositional arguments of the trigger and its object, then those inside: "gave tons of aid to Chad"."""
    objects: list[Word] = []
    if frame.patient is not None and not frame.noun:
        objects = [frame.patient, *frame.copatients]
    level = [*frame.obliques, *_inside(objects), *_parted(objects)]
    for _ in range(_DEPTH):
        yield level
        level = list(_inside(_open_nouns(article, level)))


def _open_nouns(article: AnnotatedArticle, level: Iterable[tuple[str, Word]]) -> Iterator[Word]:
    """The nouns of a level that are no actors and say nothing of where it was."""
    for preposition, noun in level:
        if preposition not in _WHERE and article.actor_of(noun) is None:
            yield noun


def _inside(nouns: Iterable[Word]) -> Iterator[tuple[str, Word]]:
    """The arguments of nouns, with who did what a participle tells: "an appeal lodged by miners"."""
    for noun in nouns:
        if noun.pos_ == "NOUN":
            yield from frame_of(noun).obliques
            yield from _doers_at(noun)


def _doers_at(noun: Word) -> Iterator[tuple[str, Word]]:
    """Who did what the participles at a noun tell, as if behind "by"."""
    for child in noun.rights.those("acl"):
        agent = frame_of(child).agent if child.tag_ == "VBN" else None
        if agent is not None:
            yield "by", agent


def _parted(nouns: Iterable[Word]) -> Iterator[tuple[str, Word]]:
    """The arguments of soldiers in "the last of its soldiers from Chad"."""
    for noun in nouns:
        whole = noun.prep("of") if noun.pos_ in _PARTS else None
        if whole is not None:
            yield from _inside([whole])
            yield from _prepositions(noun)


def _prepositions(noun: Word) -> Iterator[tuple[str, Word]]:
    """The prepositions right behind a word, each with its noun."""
    for child in noun.rights:
        inner = child.pobj
        if inner is not None:
            yield child.lower_, inner


def _role(frame: Frame, role: Role) -> list[Word]:
    """The words in a role of a rule: a participant, or the nouns behind a preposition."""
    if role == INSTRUMENT:
        return frame.participants("instrument") or _owners_of_bombs(frame)
    if role in _PARTICIPANTS:
        return _with_members((*frame.participants(role.part), *_companions(frame, role)))
    if role.preposition is None:
        return []
    if role.part is Part.OBLIQUE:
        return _with_members(frame.behind(role.preposition))
    named = _nouns_behind((*frame.obliques, *_inside(frame.participants("patient"))), role.preposition)
    if named or role.preposition != "from" or frame.patient is None:
        return named
    return _nouns_behind(_inside(frame.patient.preps("of")), role.preposition)  # "a promise of training from Chad"


def _owners_of_bombs(frame: Frame) -> list[Word]:
    """Whose bombs do it, by their nationality: "Russian" of "hit by Russian bombs"; nobody for "a car bomb"."""
    if frame.agent is None or frame.agent.rights.has("acl", "prep"):  # "thrown by rebels", "from the war"
        return []
    return [word for word in frame.agent.lefts.those("amod") if word.ent_type_ == "NORP"]


def _companions(frame: Frame, role: Role) -> list[Word]:
    """Who suffers it too: "was shot along with his driver", "killed two nurses together with a patient"."""
    if role != PATIENT or frame.patient is None or frame.light is not None:
        return []
    return [noun for noun in frame.behind("along with", "together with") if noun.i > frame.patient.i]


def _with_members(tokens: Iterable[Word]) -> list[Word]:
    """Words with those that are coordinated with them.

    "Nurses" and "doctors" for "nurses" of "shot nurses and doctors".
    """
    return list(chain.from_iterable(map(members, tokens)))


def _actors(article: AnnotatedArticle, tokens: Iterable[Word]) -> list[str]:
    """The actors that words stand for, each once."""
    found: dict[str, None] = {}
    for token in tokens:
        found.update(dict.fromkeys(actors_of(article, token)))
    return list(found)


def _persons(article: AnnotatedArticle, actors: list[str]) -> list[str]:
    """The actors without things: only an attack has a thing as its target, and nothing has one as its source."""
    return article.not_of_kind(ActorKind.OBJECT, actors)


# How the other side is found, the surest first.
_WAYS_TO_TARGET: tuple[Callable[[AnnotatedArticle, Coding, Frame, list[str]], list[str]], ...] = (
    _in_role,
    _second_object,
    _by_preposition,
    _of_complement,
    _elsewhere,
    _in_role_own_too,
    _given,
)
