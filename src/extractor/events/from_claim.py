"""One coded claim -> a draft: its sides, days, place, counts, and the triggers that syntax makes the same event."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.arguments.instruments import instruments_of, is_weapon
from extractor.events.arguments.roles import sides
from extractor.events.casualties.counts import casualties, casualty_words, count_people, is_result, tells_more
from extractor.events.casualties.injuries import harmed
from extractor.events.coding import Coding
from extractor.events.draft import Draft
from extractor.events.grounding.days import days_of
from extractor.events.index import AnnotatedArticle
from extractor.records import Claim, Modality, Polarity
from extractor.syntax import SUBJECTS, Frame, act_of, frame_of, is_event_noun, stated_purpose

# Verbs that only say that the act their subject names took place.
_HAPPENING = frozenset(
    """begin start erupt happen occur take break continue end resume follow collapse last go come remain spread escalate
    intensify flare mark bring leave kill injure wound destroy cause""".split()  # noqa: SIM905
)

_CONSEQUENCES = frozenset(("result", "consequence", "outcome", "course", "wake", "aftermath", "cause"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its"))
# Conjunctions between two events.
_APART = frozenset(("after", "before", "since", "because", "until", "once"))


def draft_of(article: AnnotatedArticle, claim: Claim, frame: Frame, coding: Coding) -> Draft:
    """What a claim says about an event of the kind that it was coded as."""
    source, target = sides(article, coding, frame)
    trigger = frame.trigger
    modality, claimed_by = claim.modality, claim.claimed_by
    if coding.source == "speaker" and claimed_by is not None:
        source, modality, claimed_by = [claimed_by], Modality.ASSERTED, None
    if coding.kind.verbal and modality is Modality.REPORTED and claimed_by in source:
        modality, claimed_by = Modality.ASSERTED, None  # who says that he blames somebody, blames him
    counts = casualties(frame)
    if coding.mode in coding.kind.detains and coding.target == "patient" and frame.patient is not None:
        detained = counts.get("detained") or count_people(frame.patient)
        counts |= {"detained": detained} if detained is not None else {}
    # "Nobody was hurt" is the toll of an attack, not an attack that did not happen.
    nobody = is_result(frame.predicate) and bool(counts) and all(count.high == 0 for count in counts.values())
    return Draft(
        coding=coding,
        claims=[claim],
        trigger=trigger,
        predicate=frame.light.lemma_ if frame.light is not None else frame.predicate,
        noun=frame.noun,
        sentence=article.sentence_number(trigger),
        layout=article.is_layout(trigger),
        source=source,
        target=target,
        place=claim.place if _is_own(article, frame, _place_words(article, claim)) else None,
        days=days_of(article, claim) if _is_own(article, frame, _date_words(article, claim)) else None,
        polarity=Polarity.POSITIVE if coding.refusal or nobody else claim.polarity,
        modality=modality,
        claimed_by=claimed_by,
        report=coding.confidence == 0 or nobody,
        further=tells_more(frame),
        definite=_is_definite(coding, frame),
        argued=not frame.noun or _argued(frame),
        counts={slot: [count] for slot, count in counts.items()},
        instruments=instruments_of(coding, frame, article.sentence_words(trigger)),
        links=set(_links(frame)),
        reasons=list(coding.reasons),
        rules=list(coding.rules),
    )


def _is_definite(coding: Coding, frame: Frame) -> bool:
    """ "The attack", "this bombing was carried out", "the bomb was planted", "the men who attacked": told before."""
    named = [frame.trigger] if frame.noun else [frame.light] if frame.light is not None else []
    if not named and coding.kind.uses_weapons:
        sides_ = (frame.agent, frame.patient)
        named = [noun for noun in sides_ if noun is not None and (is_weapon(noun) or is_event_noun(noun))]
    before = [child for noun in named for child in noun.lefts]
    if any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in before):
        return True
    return _is_presupposed(frame.trigger)


def _is_presupposed(trigger: Word) -> bool:
    """ "The youths who attacked police", "the sanctions imposed by Oslo": a clause that says which ones are meant."""
    who = trigger.head
    if trigger.dep_ not in ("relcl", "acl") or who.pos_ != "NOUN" or who.i > trigger.i:
        return False
    after_comma = trigger.left_edge.nbor(-1).is_punct
    return not after_comma and who.lefts.has_form(*_DEFINITE)


def _argued(frame: Frame) -> bool:
    """A noun names an event of its own when the sentence gives it a participant, a circumstance or the main verb."""
    if frame.agent is not None or frame.patient is not None:
        return True
    if any(preposition in ("in", "at", "near", "between", "with", "over") for preposition, _ in frame.obliques):
        return True
    trigger = frame.trigger
    return trigger.dep_ in ("nsubj", "nsubjpass") and trigger.head.lemma_ in _HAPPENING


def _place_words(article: AnnotatedArticle, claim: Claim) -> list[Word]:
    place = article.places.get(claim.place or "")
    return [article.words.at(mention.start) for mention in place.mentions] if place is not None else []


def _date_words(article: AnnotatedArticle, claim: Claim) -> list[Word]:
    date = article.date(claim)
    return [article.words.at(date.start)] if date is not None else []


def _is_own(article: AnnotatedArticle, frame: Frame, words: list[Word]) -> bool:
    """Whether a circumstance of a noun is its own, not that of a clause beside it: "came after they fled Herat"."""
    number = article.sentence_number(frame.trigger)
    here = [word for word in words if article.sentence_number(word) == number]
    return not frame.noun or not here or any(_clause_of(word).above(frame.trigger) for word in here)


def _clause_of(word: Word) -> Word:
    """The verb that a word belongs to, the root where there is none."""
    while word.pos_ not in ("VERB", "AUX") and word.head != word:
        word = word.head
    return word


def _links(frame: Frame) -> Iterator[int]:
    """Triggers that name the same event: the noun that is the subject of its result, the verb of a participle."""
    trigger = frame.trigger
    if frame.noun:
        if (verb := stated_purpose(trigger)) is not None:
            yield verb.i
        if trigger.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "appos") and trigger.head != trigger:
            yield trigger.head.i
        yield from (noun.i for p, noun in frame.obliques if p in ("in", "during") and is_event_noun(noun))
        return
    if frame.agent is not None and is_event_noun(frame.agent):
        yield frame.agent.i
    for _, noun in [*frame.obliques, *_inside_harm(frame)]:
        yield from (act.i for act in (act_of(noun), _cause(noun)) if act is not None)
    if is_result(frame.predicate):
        yield from _occasions(trigger)
        yield from _told_of_whom(frame)
        yield from _shared_acts(trigger)
    if trigger.dep_ == "relcl" and is_event_noun(trigger.head):
        yield trigger.head.i
    if trigger.dep_ in ("acl", "relcl") and is_weapon(trigger.head):  # "a bomb planted under a car exploded"
        yield from (word.i for word in trigger.head.ancestors if word.pos_ == "VERB" or is_event_noun(word))
    own = _has_own_act(frame)
    if trigger.dep_ == "acl" and (trigger.head.dep_ == "dobj" or (trigger.head.dep_ == "conj" and not own)):
        yield from _left_by(
            trigger.head.head
        )  # "fired 40 rounds, killing two", "one was killed and six others injured"
    joined = trigger.dep_ in ("advcl", "conj", "xcomp", "acl") and not _is_set_apart(trigger)
    if joined and trigger.tag_ in ("VBG", "VBD", "VBN", "VB"):
        shared = trigger.dep_ != "conj" or (frame_of(trigger.head).agent == frame.agent and not own)
        if shared and trigger.head != trigger:
            yield trigger.head.i


def _shared_acts(trigger: Word) -> Iterator[int]:
    """The act in "two guards were shot and four hurt in a raid", which the parser gives to the second."""
    for joined in trigger.rights:
        if joined.dep_ == "conj" and joined.lefts and joined.lefts[0].pos_ == "NUM":
            inside = (act_of(noun) for p, noun in frame_of(joined).obliques if p in ("in", "during"))
            yield from (act.i for act in inside if act is not None)


def _left_by(verb: Word) -> Iterator[int]:
    """The verb whose object came to harm, with the act that left it so: "a raid left nine people injured"."""
    yield verb.i
    if verb.lemma_ != "leave":
        return
    if verb.dep_ == "advcl":
        yield verb.head.i
    agent = frame_of(verb).agent
    if agent is not None and is_event_noun(agent):
        yield agent.i


def _has_own_act(frame: Frame) -> bool:
    """ "Four burned to death and two were killed in police firing"."""
    return is_result(frame.predicate) and any(p in ("in", "during") and act_of(noun) for p, noun in frame.obliques)


def _inside_harm(frame: Frame) -> Iterator[tuple[str, Word]]:
    """The attack in "sustained burns in the attack"."""
    if frame.patient is not None and harmed(frame) is not None:
        yield from frame_of(frame.patient).obliques


def _occasions(trigger: Word) -> Iterator[int]:
    """ "Three died when police opened fire": the act, or the verb that carries it."""
    for clause in trigger.rights:
        if clause.dep_ == "advcl" and clause.lefts.has_form("when", "as", "after"):
            yield clause.i
            inside = (act for preposition in clause.rights for act in preposition.rights)
            yield from (act.i for act in inside if act.dep_ == "pcomp" or (act.dep_ == "pobj" and is_event_noun(act)))


def _told_of_whom(frame: Frame) -> Iterator[int]:
    """ "A man who was shot on Sunday died", "the gunman who attacked a school killed nine": the act of the clause."""
    died = frame.predicate in casualty_words("fatalities", "subjects")
    for role in ("agent", "patient"):
        person: Word | None = getattr(frame, role)
        if person is None or person.i > frame.trigger.i:
            continue
        inner = "patient" if died else role
        clauses = (child for child in person.rights if child.dep_ in ("relcl", "acl"))
        yield from (clause.i for clause in clauses if getattr(frame_of(clause), inner) == person)


def _cause(noun: Word) -> Word | None:
    """The explosion in "as a result of the explosion"."""
    if noun.lemma_ not in _CONSEQUENCES:
        return None
    of = noun.prep("of")
    return of if of is not None and is_event_noun(of) else None


def _is_set_apart(trigger: Word) -> bool:
    """ "clashed after a church was burned": a clause of its own time is an event of its own."""
    own = trigger.lefts.has(*SUBJECTS)
    return trigger.dep_ == "advcl" and own and trigger.lefts.has_form(*_APART)
