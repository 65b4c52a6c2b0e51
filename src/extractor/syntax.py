"""Who does what to whom in a spaCy parse: the arguments of a verb or of a noun that names an act.

Works on the dependency labels of spaCy's English pipelines (ClearNLP style). Shared by the claim and the event layer,
which both start from a trigger token.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.lexicon import event_nouns, light_verbs, verb_rules, word_classes
from extractor.tables import word_lists
from extractor.words import Word

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
CLAUSES = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "conj", "parataxis", "dep", "csubj"))
_NAME_LABELS = frozenset(("DATE", "ORG", "PERSON", "GPE", "FAC", "PRODUCT"))
_PARTICLES = frozenset(("out", "down", "back", "off", "over"))  # "hit out at" is done at somebody
_GIVING = frozenset(("give", "grant", "offer", "allow", "leave", "deny"))
_OF_NOUNS = frozenset(("prep", "det", "amod", "poss", "compound"))
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))


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


def word_class(name: str) -> frozenset[str]:
    """The lemmas of a class in `data/claims/classes.txt`."""
    return word_lists("claims/classes.txt")[name]


def is_event_noun(token: Word) -> bool:
    """Whether a noun names an act; not as a modifier ("attack helicopter") or in a name ("March", "Aid Fund")."""
    if token.dep_ in ("compound", "nmod", "npadvmod") or token.ent_type_ in _NAME_LABELS:
        return False
    if token.dep_ == "conj" and (token.head.lemma_, token.lemma_) == ("law", "order"):
        return False
    return (token.pos_ in ("NOUN", "PROPN") or _is_gerund(token)) and noun_predicate(token) is not None


def _is_gerund(token: Word) -> bool:
    """ "Killed in firing by the police": a participle that names the act as a noun does."""
    if token.tag_ != "VBG" or token.dep_ not in ("pobj", "nsubj", "nsubjpass", "dobj"):
        return False
    return token.lower_ in event_nouns() and any(c.dep_ in _OF_NOUNS for c in token.children)


def act_of(token: Word) -> Word | None:
    """The act that a noun names, or that the parser hung on the one who does it: "police firing"."""
    if is_event_noun(token):
        return token
    behind = token.rights[0] if token.rights else None
    if behind is not None and behind.i == token.i + 1 and (behind.dep_, behind.tag_) == ("acl", "VBG"):
        return behind if behind.lower_ in event_nouns() else None
    return None


def noun_predicate(token: Word) -> str | None:
    """The noun's entry in the lexicon, the longer of "air strike" and "strike"; None when it has none."""
    nouns = event_nouns()
    lemma = token.lemma_ if token.pos_ != "VERB" else token.lower_
    if lemma in token.words.own_nouns:
        return lemma
    if token.i > 1 and token.nbor(-1).text == "-":  # the tokenizer splits "cease-fire"
        hyphened = f"{token.nbor(-2).lower_}-{lemma}"
        if hyphened in nouns:
            return hyphened
    if token.i and token.nbor(-1).dep_ in ("compound", "amod"):
        longer = f"{token.nbor(-1).lower_} {lemma}"
        if longer in nouns:
            return longer
    return lemma if lemma in nouns else None


def frame_of(token: Word) -> Frame:
    """The frame of a trigger; made once for each word."""
    frames: dict[int, Frame] = token.words.frames
    if token.i not in frames:
        nominal = token.pos_ in ("NOUN", "PROPN") or _is_gerund(token)
        frames[token.i] = _noun_frame(token) if nominal else _verb_frame(token)
    return frames[token.i]


def _verb_frame(verb: Word) -> Frame:
    frame = Frame(verb, predicate_of(verb), noun=False, passive=is_passive(verb))
    subject = subject_of(verb)
    objects = [child for child in verb.children if child.dep_ in ("dobj", "obj")] or _predicate_nouns(verb)
    if frame.passive:
        frame.patient = subject
        frame.agent = _by_agent(verb) or _shared_agent(verb)
        if objects:
            frame.recipient, frame.patient = subject, objects[0]
    else:
        frame.agent = subject
        frame.patient = (
            (antecedent(objects[0]) or objects[0])
            if objects
            else (_gap(verb) or _number_object(verb) or _small_clause(verb) or _shared_object(verb))
        )
    frame.recipient = frame.recipient or _recipient(verb)
    frame.obliques = list(_obliques(verb))
    if frame.patient is not None:
        frame.obliques += [pair for pair in _obliques(frame.patient) if pair[0] == _strayed(frame.patient)]
    frame.complement = complement_of(verb)
    _light(frame)
    _finish(frame)
    return frame


def _recipient(verb: Word) -> Word | None:
    """The one in "gave them food", "gave food to them"."""
    dative = next((c for c in verb.children if c.dep_ == "dative"), None) or _joined_receiver(verb)
    return dative.pobj if dative is not None and dative.pos_ == "ADP" else dative


def _joined_receiver(verb: Word) -> Word | None:
    """The parser may take the one in "promised Poland economic aid" for a part of the object."""
    given = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if given is None or verb.lemma_ not in word_class("giving") or len(given.lefts) < 2:
        return None
    first, second = given.lefts[0], given.lefts[1]
    named = first.dep_ in ("nmod", "compound") and first.pos_ == "PROPN" and first.ent_type_ in ("GPE", "ORG", "PERSON")
    return first if named and second.dep_ in ("amod", "nummod", "det") else None


def _predicate_nouns(verb: Word) -> list[Word]:
    """The parser takes the object of "called a strike" and "declared martial law" for a predicate noun."""
    return [child for child in verb.rights if child.dep_ == "oprd" and child.pos_ == "NOUN" and is_event_noun(child)]


def predicate_of(verb: Word) -> str:
    """The lemma with its particle: "carry out"."""
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "prt"), None)
    if verb.i > 1 and verb.nbor(-1).text == "-":  # the tokenizer splits "baton-charged"
        hyphened = f"{verb.nbor(-2).lower_}-{verb.lemma_}"
        return hyphened if hyphened in verb_rules() else verb.lemma_
    return f"{verb.lemma_} {particle}" if particle else verb.lemma_


def is_passive(verb: Word) -> bool:
    """Passive by its auxiliary, by coordination with a passive, or as a bare participle after a noun."""
    if verb.lemma_ == "blame" and verb.dep_ == "xcomp" and verb.head.lemma_ == "be":
        return not any(child.dep_ == "dobj" for child in verb.rights)  # "rebels were to blame"
    if verb.dep_ == "acl" and verb.tag_ == "VBD":
        return True  # the tagger's slip for a participle: "the soldier seized in May"
    if verb.tag_ == "VBD":
        return any(child.dep_ == "nsubj" for child in verb.lefts) and _elliptic_passive(verb)
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.lefts):
        return True
    for child in verb.lefts:
        if child.dep_ == "aux":
            return False
        if child.dep_ == "nsubj":
            return _elliptic_passive(verb) or _bare_participle(verb)
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "acomp", "advcl", "ROOT", "amod", "xcomp", "ccomp")


def _bare_participle(verb: Word) -> bool:
    """ "Five killed", "14 dead, 30 wounded": a participle with a subject, but no auxiliary and no object."""
    has_auxiliary = any(child.dep_ == "aux" for child in verb.lefts)
    return not has_auxiliary and not any(child.dep_ in ("dobj", "ccomp", "xcomp") for child in verb.rights)


def _elliptic_passive(verb: Word) -> bool:
    """ "three were hurt and 11 people detained": the auxiliary is left out after a passive."""
    has_object = any(child.dep_ == "dobj" for child in verb.rights)
    return verb.dep_ == "conj" and not has_object and verb.head.pos_ == "VERB" and is_passive(verb.head)


def subject_of(verb: Word, depth: int = 0) -> Word | None:
    """The one who does it, or who undergoes a passive: stated, shared with another verb, or understood."""
    own = _stated_subject(verb) or next((child for child in verb.rights if child.dep_ in SUBJECTS), None)
    own = own or _orphan(verb) or _inverted(verb) or _further(verb)
    if own is not None:
        return antecedent(own) or own
    if depth > 6:
        return None
    head, dep = verb.head, verb.dep_
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        return _shared_subject(verb, head, depth)
    if dep in ("acl", "relcl"):
        return _noun_subject(verb, head, depth)
    if dep == "amod":
        return head
    if dep in ("acomp", "attr", "oprd"):
        return subject_of(head, depth + 1)
    if dep == "pcomp":
        return _prepositional_subject(head, depth)
    if dep in ("xcomp", "ccomp", "advcl", "dep", "parataxis") and head.pos_ in ("VERB", "AUX", "ADJ"):
        return _controller(verb, head, depth)
    return None


def _stated_subject(verb: Word) -> Word | None:
    """The subject before a verb; not the town of a dateline, which the parser may take for one: "oslo: police left"."""
    stated = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    if len(stated) > 1 and stated[0].i + 1 < stated[1].i and stated[0].nbor(1).text == ":":
        return stated[1]
    return stated[0] if stated else None


def _orphan(verb: Word) -> Word | None:
    """A noun right before a finite verb that the parser made a sentence of its own, as it does after headlines."""
    if verb.i == 0 or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    before = verb.nbor(-1)
    alone = before.pos_ in ("NOUN", "PROPN") and before.head == before and before.dep_ == "ROOT"
    return before if alone else None


def _inverted(verb: Word) -> Word | None:
    """ "Among the wounded" put first: "wounded in the attack were two monks"."""
    auxiliary = next((c for c in verb.rights if c.dep_ == "auxpass"), None) if verb.tag_ == "VBN" else None
    return next((c for c in auxiliary.rights if c.dep_ == "attr"), None) if auxiliary is not None else None


def _further(verb: Word) -> Word | None:
    """ "Hundreds more wounded": the number that the parser hangs on "more"."""
    more = next((c for c in verb.lefts if c.lower_ == "more" and c.lefts), None) if verb.tag_ == "VBN" else None
    number = more.lefts[-1] if more is not None else None
    return number if number is not None and number.dep_ == "npadvmod" else None


def _shared_subject(verb: Word, head: Word, depth: int) -> Word | None:
    """ "were shot and died": the one who died; "was shot and the gunman fled" has its own."""
    if is_passive(head) and not is_passive(verb) and verb.tag_ == "VBG":
        return _by_agent(head)
    return subject_of(head, depth + 1)


def _noun_subject(verb: Word, noun: Word, depth: int) -> Word | None:
    """The noun that a participle or a relative clause stands at; for "a decision to go" the one who decides."""
    if verb.tag_ in ("VBG", "VBN", "VBD", "VBZ", "VBP"):
        return noun
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    owner = owner or next((child for child in noun.lefts if child.dep_ == "amod" and child.ent_type_ == "NORP"), None)
    if owner is not None:
        return owner
    governor = noun.head
    if noun.dep_ == "attr" and governor.pos_ in ("VERB", "AUX"):
        return subject_of(governor, depth + 1)  # "became the first country to send troops"
    if governor.pos_ != "VERB" or noun.dep_ != "dobj":
        return None
    receiver = _recipient(governor) if governor.lemma_ in _GIVING else None  # "gave them a day to leave"
    return receiver or subject_of(governor, depth + 1)


def _prepositional_subject(preposition: Word, depth: int) -> Word | None:
    """ "accused him of shelling": him; "left after seizing": the one who left."""
    governor = preposition.head
    if governor.pos_ in ("NOUN", "PROPN", "PRON"):
        if governor.dep_ == "dobj" and (
            preposition.lower_ == "as" or governor.head.lemma_ in word_class("object_control")
        ):
            return governor
        owner = next((child for child in governor.lefts if child.dep_ == "poss"), None)
        return owner or (subject_of(governor.head, depth + 1) if governor.head.pos_ == "VERB" else None)
    if preposition.lower_ == "as" and not is_passive(governor) and (described := _object(governor)):
        return described
    if governor.lemma_ in word_class("object_control") and preposition.lower_ in ("of", "for", "from", "into"):
        return subject_of(governor, depth + 1) if is_passive(governor) else _object(governor)
    if is_passive(governor):
        return _by_agent(governor) or subject_of(governor, depth + 1)
    return subject_of(governor, depth + 1)


def _controller(verb: Word, head: Word, depth: int) -> Word | None:
    if verb.dep_ == "xcomp" and head.lemma_ in word_class("object_control") and (controlled := _object(head)):
        return controlled
    if verb.dep_ == "advcl" and is_passive(head) and verb.tag_ == "VBG":
        return _by_agent(head)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and (cause := _cause(head)) is not None:
        return cause
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and (told := _told_before(verb, head)) is not None:
        return _by_agent(told) if is_passive(told) else subject_of(told, depth + 1)
    return subject_of(head, depth + 1)


def _told_before(participle: Word, verb: Word) -> Word | None:
    """The clause in front of "officials said" in "rebels seized a base, officials said, killing nine"."""
    if participle.lemma_ in word_class("saying"):
        return None
    return next((child for child in verb.lefts if child.dep_ == "ccomp" and child.pos_ == "VERB"), None)


def _cause(head: Word) -> Word | None:
    """The attack in "the attack happened, killing nine": a verb of happening has its subject as the cause."""
    subject = next((child for child in head.lefts if child.dep_ in SUBJECTS), None)
    return subject if subject is not None and is_event_noun(subject) else None


def _object(verb: Word) -> Word | None:
    return next((child for child in verb.children if child.dep_ in ("dobj", "dative", "obj")), None)


def _by_agent(verb: Word) -> Word | None:
    """Who is behind "by"; of several not the weapon: "shot with his own rifle by a guard"."""
    behind = [c.pobj for c in verb.rights if c.dep_ == "agent" or (c.lower_ == "by" and c.dep_ == "prep")]
    found = [noun for noun in behind if noun is not None]
    persons = [noun for noun in found if noun.lemma_ not in word_class("instruments")]
    return next(iter(persons or found), None)


def antecedent(token: Word) -> Word | None:
    """The noun a relative pronoun stands for; None when the token is no relative pronoun."""
    if token.tag_ not in _RELATIVE:
        return None
    verb = token.head
    while verb.dep_ in ("conj", "xcomp", "prep", "pobj", "ccomp") and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ in ("relcl", "acl") else None


def _gap(verb: Word) -> Word | None:
    """The object of "the town they seized" and "whom they shot"."""
    fronted = next((c for c in verb.lefts if c.dep_ in ("dobj", "pobj")), None)
    if fronted is not None:
        return antecedent(fronted) or fronted
    has_subject = any(child.dep_ == "nsubj" and antecedent(child) is None for child in verb.lefts)
    if verb.dep_ == "relcl" and has_subject and not any(c.dep_ in ("prep", "advmod") for c in verb.lefts):
        return verb.head
    return None


def _small_clause(verb: Word) -> Word | None:
    """ "shot 26 tourists dead", "set a refinery ablaze": the subject of the adjective is the object of the verb."""
    for child in verb.rights:
        if child.dep_ in ("ccomp", "oprd") and (child.pos_ == "ADJ" or _is_controlled(verb, child)):
            return next((c for c in child.lefts if c.dep_ in ("nsubj", "dobj")), None)
    return None


def _next_verb(verb: Word) -> Word | None:
    """The verb joined right behind this one: "beat and arrested", "was attacked and burned"."""
    joined = next((child for child in verb.rights if child.dep_ == "conj" and child.pos_ == "VERB"), None)
    near = joined is not None and joined.i - verb.i <= 3 and not any(c.dep_ in SUBJECTS for c in joined.lefts)
    between = verb.words.between(verb.i + 1, joined.i) if joined is not None else []
    return joined if near and all(w.pos_ in ("CCONJ", "ADV", "PUNCT") for w in between) else None


def _shared_object(verb: Word) -> Word | None:
    """ "beat and arrested dozens": the object of verbs that cannot do without one."""
    if verb.lemma_ not in word_class("transitive") or (joined := _next_verb(verb)) is None:
        return None
    return next((child for child in joined.rights if child.dep_ == "dobj"), None)


def _shared_agent(verb: Word) -> Word | None:
    joined = _next_verb(verb)
    return _by_agent(joined) if joined is not None and joined.tag_ == "VBN" else None


def _is_controlled(verb: Word, inner: Word) -> bool:
    """ "forced thousands to flee", "let the crew go": the parser may give the object to the infinitive."""
    return (
        inner.tag_ in ("VB", "VBP")
        and verb.lemma_ in word_class("object_control")
        and not any(c.dep_ in ("mark", "aux") and c.tag_ != "TO" for c in inner.lefts)
    )


def _number_object(verb: Word) -> Word | None:
    """The parser takes "between" in "killed between eight and 11 people" for a preposition of the verb."""
    for child in verb.rights:
        if (
            child.i == verb.i + 1
            and child.dep_ == "prep"
            and child.lower_ in ("between", "up", "around", "about", "over")
        ):
            noun = child.pobj
            if noun is not None and any(c.dep_ == "nummod" for c in noun.lefts):
                return noun
    return None


def complement_of(verb: Word) -> Word | None:
    """The verb of a clause or infinitive that completes this one: "threaten" -> "attack", "accuse of" -> "shell"."""
    for child in verb.rights:
        split = child.lower_ in ("re", "-")  # the tokenizer splits "re-open"
        if child.dep_ in ("xcomp", "ccomp") and child.pos_ in ("VERB", "AUX", "ADJ") and not split:
            return child
    for child in verb.rights:
        if child.dep_ == "prep":
            inner = next((c for c in child.rights if c.dep_ == "pcomp" and c.pos_ == "VERB"), None)
            if inner is not None:
                return inner
    return None


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
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    before = _doer_before(noun, frame.predicate, owned=owner is not None)
    frame.obliques = [_part(pair) for pair in _obliques(noun) if pair[0] != _strayed(noun)]
    by_preposition: dict[str, Word] = {}
    for preposition, inner in frame.obliques:
        by_preposition.setdefault(preposition, inner)
    of = by_preposition.get("of")
    undergone = frame.predicate in word_class("undergone")
    frame.agent = by_preposition.get("by") or before or _resorting(noun)
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
    frame.complement = next((c for c in noun.rights if c.dep_ == "acl" and c.pos_ == "VERB"), None)
    _finish(frame)
    return frame


def _resorting(noun: Word) -> Word | None:
    """Who "resorted to violence"."""
    to = noun.head
    resorts = noun.dep_ == "pobj" and to.lower_ == "to" and to.head.lemma_ in word_class("resorting")
    return subject_of(to.head) if resorts else None


def _part(oblique: tuple[str, Word]) -> tuple[str, Word]:
    """ "A mistake on the part of the police": by the police."""
    preposition, noun = oblique
    if preposition != "on" or noun.lemma_ != "part":
        return oblique
    whose = next((child for child in noun.children if child.dep_ == "poss"), None)
    of = next((child.pobj for child in noun.rights if child.lower_ == "of"), None)
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


def conjuncts(token: Word) -> list[Word]:
    """The further members of a coordination that starts at this token, in text order."""
    found: list[Word] = []
    for child in token.rights:
        if child.dep_ == "conj":
            found += [child, *conjuncts(child)]
    return found


def sharers(noun: Word) -> list[Word]:
    """The names before a noun that share it: Greek and Turkish in "Greek and Turkish officials"; else none."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return []
    first = next((c for c in noun.lefts if c.dep_ in ("amod", "nmod", "compound") and _is_sharer(c)), None)
    others = [c for c in conjuncts(first) if c.i < noun.i] if first is not None else []
    if first is None or not others or any(c.dep_ == "nummod" for c in noun.lefts):
        return []
    return [first, *others] if all(map(_is_sharer, others)) else []


def _is_sharer(word: Word) -> bool:
    return word.ent_type_ in ("NORP", "GPE", "ORG") and word.ent_iob_ == "B" and word.text[0].isupper()


def clause_tokens(head: Word) -> Iterator[Word]:
    """The tokens of a clause without the clauses inside it, in no special order."""
    waiting = [head]
    while waiting:
        token = waiting.pop()
        yield token
        waiting += [c for c in token.children if c.dep_ not in CLAUSES or c.pos_ not in ("VERB", "AUX")]
