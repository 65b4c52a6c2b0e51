"""Source and target of an event: which participants of its claim are the actors on either side."""

from collections.abc import Iterable, Iterator

from extractor.document.tokens import Word
from extractor.events.arguments.attack_sites import things_hit
from extractor.events.arguments.implicit import named_elsewhere
from extractor.events.arguments.plurals import actors_of, members
from extractor.events.casualties.counts import is_result
from extractor.events.coding import Coding
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_classes
from extractor.records import ActorKind
from extractor.syntax import Frame, act_of, complement_of, frame_of, is_passive, quality_of, word_class

_TOWARDS = word_lists("events/words.txt")["towards"]
_SUFFERING = word_lists("events/words.txt")["suffering"]
_WITHIN = frozenset(("in", "during"))
_LETTING = frozenset(("let", "allow", "permit", "enable", "demand"))
_DATIVE = frozenset(("patient", "to"))
_STOPPING = frozenset(("stop", "halt", "cease", "suspend", "end", "quit"))
_WHERE = word_lists("events/words.txt")["where"]
# Prepositions that only stand as a role in a rule, which is then sure of them ("seek asylum in").
_NAMED_ROLES = frozenset(("in", "to"))
# How many nouns deep a preposition may stand: "a share of the cost of aid to Chad".
_DEPTH = 3
_PARTICIPANTS = frozenset(("agent", "patient", "recipient"))


def sides(article: AnnotatedArticle, coding: Coding, frame: Frame) -> tuple[list[str], list[str]]:
    """(source, target) as actor ids in text order, none on both sides; reciprocal acts have all parties as sources."""
    source = _sources(article, _role(frame, coding.source)) or _through_act(article, coding, frame)
    if coding.kind.moves_forces and not source:
        source = _forces(article, frame)
    target = _with_things(article, _targets(article, coding, frame, source), things_hit(article, coding, frame))
    if coding.reciprocal:
        source, target = _parties(article, source, target, frame)
    taken_up = (article.actor_of(token) for token in _role(frame, coding.source))  # "both countries"
    target = _without(target, [*source, *filter(None, taken_up)])
    return source, target if coding.kind.hits_things else _persons(article, target)


def _with_things(article: AnnotatedArticle, target: list[str], things: list[str]) -> list[str]:
    """Who and what was hit; the country of "the Danish embassy" is not."""
    found = article.not_of_kind(ActorKind.COUNTRY, target) if things else target
    return list(dict.fromkeys((*found, *things)))


def _sources(article: AnnotatedArticle, tokens: list[Word]) -> list[str]:
    """Who acts; a capital does so for its state: "Oslo's request"."""
    found = _persons(article, _actors(article, tokens))
    if found:
        return found
    states = [article.state_of(token) for token in tokens if _acts_for_state(article, token)]
    return list(dict.fromkeys(filter(None, states)))


def _acts_for_state(article: AnnotatedArticle, token: Word) -> bool:
    """Places and machines: "Israeli bulldozers"."""
    return token.i in article.place_at or token.lemma_ in word_class("machines")


def _forces(article: AnnotatedArticle, frame: Frame) -> list[str]:
    """ "Troops were deployed": when nobody is said to send them, the forces themselves act."""
    moved = [*_role(frame, "patient"), *_role(frame, "agent")]
    forces = [token for token in moved if token.lemma_ not in word_classes()["weapon"]]
    return [actor for actor in _actors(article, forces) if article.actors[actor].sector in sectors("forces")]


def _through_act(article: AnnotatedArticle, coding: Coding, frame: Frame) -> list[str]:
    """Who did the act that people came to harm in: "killed in police firing"; not in a clash of two sides."""
    if not coding.kind.harms_people or not is_result(frame.predicate) or frame.agent is not None:
        return []
    acts = map(act_of, frame.behind(*_WITHIN))
    frames = [frame_of(act) for act in acts if act is not None]
    authors = [author for inner in frames if not _has_two_sides(inner) for author in inner.participants("agent")]
    return _persons(article, _actors(article, authors))


def _has_two_sides(frame: Frame) -> bool:
    """ "Clashes with", "fighting between"."""
    return bool(frame.coagents or frame.behind("between", "among"))


def _targets(article: AnnotatedArticle, coding: Coding, frame: Frame, source: list[str]) -> list[str]:
    """The other side: in the role of the rule, else behind a preposition of the type, else in the act it is about."""
    tokens = _role(frame, coding.target)
    others = [token for token in tokens if coding.kind.harms_people or not _own(article, token, source)]
    return (
        _sides_of(article, coding, coding.target, others, source)
        or (_sides_of(article, coding, "recipient", _dative(frame), source) if coding.target in _DATIVE else [])
        or _by_preposition(article, coding, frame, source)
        or _of_complement(article, coding, frame, source)
        or _sides_of(article, coding, "with", _with_members(named_elsewhere(coding, frame)), source)
        or _sides_of(article, coding, coding.target, tokens, source)
        or (_sides_of(article, coding, "patient", _role(frame, "patient"), source) if _has_receiver(coding) else [])
    )


def _has_receiver(coding: Coding) -> bool:
    """Whether what is given may be the other side when no receiver is named; experts that are sent are none."""
    return coding.target == "recipient" or (coding.target == "to" and not coding.kind.object_is_content)


def _own(article: AnnotatedArticle, token: Word, source: list[str]) -> bool:
    """ "recalled its ambassador": what belongs to the one who acts."""
    whole = token.prep("of") or token
    owners = [*token.lefts.those("poss"), *whole.lefts.those("poss")]
    return any(owner.pos_ == "PRON" and article.actor_of(owner) in source for owner in owners)


def _dative(frame: Frame) -> list[Word]:
    """Whom the verb has as its second object: "promised the Laotians boats"."""
    return [receiver for receiver in frame.participants("recipient") if receiver.dep_ == "dative"]


def _sides_of(
    article: AnnotatedArticle, coding: Coding, role: str, tokens: Iterable[Word], source: list[str]
) -> list[str]:
    """The actors behind some words; for types that states do to each other also the state that a place stands for."""
    tokens = list(tokens)
    found = _without(_actors(article, tokens), source)
    if not coding.kind.hits_things:
        found = _persons(article, found)
    if found or not _may_be_state(coding, role):
        return found
    states = [_foreign(article, coding, token, source) for token in tokens]
    return list(dict.fromkeys(filter(None, states)))


def _may_be_state(coding: Coding, role: str) -> bool:
    """Whether a place in this role stands for its state."""
    preposition = "to" if role == "recipient" else role.removeprefix("oblique:")
    return preposition in coding.states or (role == coding.target and role in _NAMED_ROLES)


def _foreign(article: AnnotatedArticle, coding: Coding, token: Word, source: list[str]) -> str | None:
    """The state that a place or an adjective ("Chilean wine") stands for, unless it is the acting side's own."""
    state = article.state_of(token, towns=coding.kind.towns_are_states)
    actors = [article.actors[actor] for actor in source]
    own = {a.country for a in actors if coding.kind.gives or a.kind in (ActorKind.COUNTRY, ActorKind.ORGANIZATION)}
    return state if state is not None and article.actors[state].country not in own else None


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
    if coding.target == "none":
        return []
    for named in _levels(article, frame):
        for preposition in coding.prepositions:
            nouns = _with_members(n for p, n in named if p == preposition and n is not frame.instrument)
            found = _sides_of(article, coding, preposition, nouns, source) if nouns else []
            if found:
                return found
    return []


def _of_complement(article: AnnotatedArticle, coding: Coding, frame: Frame, source: list[str]) -> list[str]:
    """ "offered to hand him over to France": an act about an act is directed at the other side of that act."""
    lemma = frame.trigger.lemma_
    inner = _act_inside(frame)
    if inner is None or not (coding.kind.about_acts or lemma in _LETTING or lemma in _STOPPING):
        return []
    about = frame_of(inner)
    asks = coding.kind.doer_is_target or lemma in _LETTING or inner.lemma_ in _SUFFERING
    asked = about.participants("agent") if asks else []
    found = _without(_actors(article, _with_members(asked)), source)
    if not found and coding.kind.doer_is_target and _leaves_doer_open(inner):
        return []
    if not found and coding.about is not None:
        return _targets(article, coding.about, about, source)
    if not found:
        participants = about.participants("patient", "recipient")
        participants += [noun for preposition, noun in next(_levels(article, about)) if preposition in _TOWARDS]
        found = _without(_actors(article, _with_members(participants)), source)
    return found[:1]


def _leaves_doer_open(clause: Word) -> bool:
    """ "Alleged that the couple was held" does not say by whom; "accused the court being used" means the court."""
    return is_passive(clause) and not clause.lefts.has_form("being")


def _act_inside(frame: Frame) -> Word | None:
    """The act that an act is about: "offered to help", "is ready to help", "its readiness to help"."""
    quality = quality_of(frame)
    inner = frame.complement if quality is None else complement_of(quality)
    noun = frame.light or frame.patient
    if inner is not None or noun is None or noun.pos_ != "NOUN":
        return inner
    return noun.rights.first("acl", "relcl", tag="VB")


def _levels(article: AnnotatedArticle, frame: Frame) -> Iterator[list[tuple[str, Word]]]:
    """The prepositional arguments of the trigger and its object, then those inside: "gave tons of aid to Chad"."""
    objects = [frame.patient, *frame.copatients] if frame.patient is not None and not frame.noun else []
    level = [*frame.obliques, *_inside(objects), *_parted(objects)]
    for _ in range(_DEPTH):
        yield level
        level = list(_inside(noun for p, noun in level if p not in _WHERE and article.actor_of(noun) is None))


def _inside(nouns: Iterable[Word]) -> Iterator[tuple[str, Word]]:
    """The arguments of nouns, with who did what a participle tells: "an appeal lodged by miners"."""
    for noun in nouns:
        if noun.pos_ != "NOUN":
            continue
        yield from frame_of(noun).obliques
        participles = [frame_of(child) for child in noun.rights.those("acl") if child.tag_ == "VBN"]
        yield from (("by", agent) for frame in participles for agent in frame.participants("agent"))


def _parted(nouns: Iterable[Word]) -> Iterator[tuple[str, Word]]:
    """The arguments of soldiers in "the last of its soldiers from Chad"."""
    for noun in nouns:
        whole = noun.prep("of")
        if whole is not None and noun.pos_ in ("ADJ", "NUM", "DET", "PRON"):
            yield from _inside([whole])
            yield from ((c.lower_, c.pobj) for c in noun.rights if c.pobj is not None)


def _role(frame: Frame, role: str) -> list[Word]:
    """The words in a role of a rule: a participant, or the nouns behind a preposition."""
    if role == "instrument":
        return frame.participants(role)
    if role in _PARTICIPANTS:
        return _with_members(frame.participants(role))
    if role.startswith("oblique:"):
        return _with_members(frame.behind(role.removeprefix("oblique:")))
    named = (*frame.obliques, *_inside(frame.participants("patient")))
    return _with_members(noun for preposition, noun in named if preposition == role)


def _with_members(tokens: Iterable[Word]) -> list[Word]:
    """Words with those that are coordinated with them."""
    return [member for token in tokens for member in members(token)]


def _actors(article: AnnotatedArticle, tokens: Iterable[Word]) -> list[str]:
    """The actors that words stand for, each once."""
    return list(dict.fromkeys(actor for token in tokens for actor in actors_of(article, token)))


def _persons(article: AnnotatedArticle, actors: list[str]) -> list[str]:
    """The actors without things: only an attack has a thing as its target, and nothing has one as its source."""
    return article.not_of_kind(ActorKind.OBJECT, actors)
