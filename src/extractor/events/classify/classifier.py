"""What kind of event a proposition is: trigger rules first, then what its surroundings make of it.

1. The trigger (verb, verb with particle or preposition, noun, light verb with its noun) finds rules; of the rules whose
   conditions hold the most specific one wins.
2. Sentences about sport, film or business do not fire.
3. Tense, modality and complement change the type: a promised visit is AGREE, a threatened attack THREATEN.
"""

from dataclasses import replace

from extractor.events.classify.domain import borrowed_words, mode_of_means
from extractor.events.classify.matcher import OBLIGED, PARTICLES, RuleBook
from extractor.events.classify.proposition import Asked, Participant, Proposition
from extractor.events.draft import Coding
from extractor.lexicon.contents import mode_of_content
from extractor.lexicon.event_types import EventType, event_types
from extractor.lexicon.ontology import cameo_code, contexts_of, types_of
from extractor.lexicon.roles import AGENT, PATIENT, RECIPIENT, SPEAKER, Part, Role, oblique
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import data_toml
from extractor.lexicon.triggers import Rule, event_nouns
from extractor.lexicon.user_ontology import own_ontology
from extractor.lexicon.word_classes import word_class
from extractor.settings import Settings

_TRIED = frozenset({"try", "attempt"})
_CONDITIONS = frozenset({"if", "unless"})
# What a shift of type leaves of the probability. Chosen on own sentences.
SHIFTED = 0.9


class Classifier:
    """Codes propositions with the ontology of the settings."""

    def __init__(self, settings: Settings) -> None:
        own = own_ontology(settings)
        self.rules = RuleBook(own)
        self._shifts = data_toml("ontology/shifts.toml")
        self._types = types_of(settings)

    def classify(self, proposition: Proposition) -> Coding | None:
        """A proposition -> the kind of event it is, None when it is none.

        >>> Classifier(Settings()).classify(Proposition("threaten", complement="attack")).type
        'THREATEN'
        """
        coding = self._demand(proposition) if _is_obliged(proposition) else self._act(proposition)
        if coding is None or coding.type not in self._types:
            return None
        event_type = coding.kind
        return replace(
            coding,
            contexts=contexts_of(proposition.sentence),
            cameo=event_type.cameo or cameo_code(event_type.codebook, coding.manner),
            acled=event_type.acled,
            prepositions=tuple(dict.fromkeys((*coding.prepositions, *event_type.recipient))),
            states=tuple(dict.fromkeys((*coding.states, *event_type.states))),
        )

    def _act(self, proposition: Proposition) -> Coding | None:
        """What a proposition that asks nothing of anybody is coded as."""
        rule = self.rules.best(proposition)
        if rule is None or rule.type not in self._types:
            return None
        if borrowed_words(self._types[rule.type], proposition, rule.trigger):
            return None
        return self._shifted(self._coded(rule, proposition), proposition)

    def _coded(self, rule: Rule, proposition: Proposition) -> Coding:
        """What a rule makes of a proposition, whatever its tense and modality."""
        kind = self._types[rule.type]
        manner = _manner(kind, rule, proposition)
        mode = rule.mode or manner
        return Coding(
            kind=kind,
            mode=mode,
            manner=manner,
            source=_role(rule.source, kind, proposition),
            target=_role(_target_of(rule, proposition), kind, proposition),
            reciprocal=rule.reciprocal,
            prepositions=kind.recipient,
            states=kind.states,
            confidence=rule.probability,
            reasons=(_reason(rule, mode),),
            rules=(rule.id,),
        )

    def _demand(self, proposition: Proposition) -> Coding | None:
        """ "Oslo must return the ship", said by somebody: the speaker asks it of Oslo."""
        kind = self._types.get(self._shifts["obliged"]["*"])
        if kind is None:
            return None
        act = self._known(self.rules.best(replace(proposition, tense=None)), proposition)
        mode = self._mode_about(kind, act) if act is not None else None
        return Coding(
            kind=kind,
            mode=mode,
            manner=mode,
            source=SPEAKER,
            target=AGENT,
            confidence=0.6,
            reasons=(f"said that somebody must do it: {kind.name}",),
            rules=("shifts.toml:obliged",),
        )

    def _known(self, rule: Rule | None, proposition: Proposition) -> Coding | None:
        """What a rule makes of a proposition; None without a rule, or for a type that the settings leave out."""
        if rule is None or rule.type not in self._types:
            return None
        return self._coded(rule, proposition)

    def _shifted(self, coding: Coding, proposition: Proposition) -> Coding | None:
        """The coding as tense, modality and complement change it: a promised visit is AGREE."""
        inner = self._inner(proposition)
        coding = replace(coding, about=inner)
        if coding.kind.mode_of_content and coding.mode is None:
            mode = self._mode_asked(coding.kind, proposition)
            if mode is None and inner is not None:
                mode = self._mode_about(coding.kind, inner)
            coding = replace(coding, mode=mode, manner=mode)
            if inner is not None:
                return coding
        if not proposition.positive:
            if _will_or_would(proposition):
                return self._changed(coding, "refused", coding, "refused")
            return coding
        if inner is not None and coding.kind.promises:
            return self._changed(coding, "promised", inner, f"promises {inner.type}")
        if _is_to_come(proposition):
            return self._to_come(coding, proposition)
        return coding

    def _to_come(self, coding: Coding, proposition: Proposition) -> Coding | None:
        """The coding of what has not happened yet: on a condition, then as a plan."""
        conditional: Coding | None = coding
        if not _CONDITIONS.isdisjoint(proposition.sentence):
            conditional = self._changed(coding, "conditional", coding, "on a condition")
        return conditional and self._changed(conditional, "future", conditional, "still to come")

    def _changed(self, coding: Coding, shift: str, act: Coding, why: str) -> Coding | None:
        """The coding with the type that a table of shifts.toml gives for an act; None where that type is dropped."""
        name = self._looked_up(self._shifts[shift], act)
        changed = self._types.get(name or "")
        if name is None or (changed is not None and coding.kind.is_a(changed)):
            return coding
        if changed is None:
            return None
        mode = self._mode_about(changed, act)
        return replace(
            coding,
            kind=changed,
            mode=mode,
            manner=mode,
            refusal=shift == "refused",
            confidence=round(coding.confidence * SHIFTED, 3),
            reasons=(*coding.reasons, f"{why}: {changed.name}"),
            rules=(*coding.rules, f"shifts.toml:{shift}"),
        )

    def _inner(self, proposition: Proposition) -> Coding | None:
        """The act that a threat, demand, refusal or promise is about.

        For "Rebels threatened to bomb Gao." the assault that "bomb" would be.
        """
        noun = None if proposition.complement else _act_noun(proposition)
        predicate = proposition.complement or noun
        if not predicate:
            return None
        head = proposition.complement_object
        inner = _named(predicate, noun is not None, head, proposition)
        return self._known(self.rules.best(inner), inner) or self._carried_out(head, inner)

    def _mode_asked(self, kind: EventType, proposition: Proposition) -> str | None:
        """The mode of a request or a refusal by what is asked for or refused, the first of it that tells.

        "change" for "called for new elections", None for "called for patience".
        """
        for asked in proposition.asked:
            mode = self._mode_of(kind, asked, proposition)
            if mode is not None:
                return mode
        return None

    def _mode_of(self, kind: EventType, asked: Asked, proposition: Proposition) -> str | None:
        """The mode of a request or refusal of one act: what contents.txt says of it, else what its type gives.

        "Yield" of "urged the army to lift the siege", "assist" of "asked for doctors".
        """
        table: dict[str, str] = self._shifts["mode"].get(kind.codebook, {})
        if asked.negated:
            return table.get("*")
        own = kind.resists and not asked.noun
        mode = mode_of_content(asked.word, asked.noun, asked.of, own)
        if mode is not None and mode in event_types()[kind.codebook].modes:
            return mode
        act = _named(asked.word, asked.noun, next(iter(asked.of), None), proposition)
        coding = self._known(self.rules.best(act), act)
        return self._looked_up(table, coding) if coding is not None else None

    def _carried_out(self, noun: str | None, inner: Proposition) -> Coding | None:
        """The act that the object names of a verb which only says that it goes on: "to continue military aid"."""
        if noun not in event_nouns() or inner.predicate not in word_class("organizing"):
            return None
        act = replace(inner, predicate=noun, noun=True, patient=None)
        return self._known(self.rules.best(act), act)

    def _mode_about(self, kind: EventType, act: Coding) -> str | None:
        """The mode that a type of act of words has when it is about another act."""
        return self._looked_up(self._shifts["mode"].get(kind.codebook, {}), act)

    @staticmethod
    def _looked_up(table: dict[str, str], act: Coding) -> str | None:
        """The line of a table of shifts.toml for an act: for its mode, else for its type."""
        return table.get(f"{act.kind.codebook}/{act.manner}") or table.get(act.kind.codebook)


def _named(word: str, noun: bool, patient: str | None, proposition: Proposition) -> Proposition:
    """An act that a proposition is about, as a proposition of its own.

    "Bomb" of "threatened to bomb Gao".
    """
    return Proposition(
        predicate=word,
        noun=noun,
        agent=proposition.agent,
        patient=Participant(patient, patient) if patient else None,
        words=proposition.words,
        sentence=proposition.sentence,
    )


def _role(role: Role, kind: EventType, proposition: Proposition) -> Role:
    """A role of a rule, or where the proposition has no such participant the one that stands for it."""
    if role == PATIENT and _is_the_act(proposition.patient, proposition):
        if proposition.recipient is not None:
            return RECIPIENT
        return _own_oblique(kind, proposition)
    if role.part is Part.OBLIQUE and role.preposition is None:
        return _own_oblique(kind, proposition)
    return role


def _own_oblique(kind: EventType, proposition: Proposition) -> Role:
    """Behind the first preposition of a type that the proposition has."""
    for preposition in kind.recipient:
        if proposition.has_preposition(preposition):
            return oblique(preposition)
    return oblique(None)


def _manner(kind: EventType, rule: Rule, proposition: Proposition) -> str | None:
    """The mode of a rule; where it is the user's own, or there is none, that of the weapons that are used."""
    inherited = event_types()[kind.codebook].modes if kind.codebook in event_types() else kind.modes
    if rule.mode in inherited or not kind.uses_weapons:
        return rule.mode
    return mode_of_means(proposition)


def _target_of(rule: Rule, proposition: Proposition) -> Role:
    """The target role of a rule; behind the particle in "voted down the bill", where it is parsed as a preposition."""
    particle = rule.trigger.split()[-1]
    if rule.target != PATIENT or proposition.patient is not None or particle not in PARTICLES:
        return rule.target
    if proposition.has_preposition(particle):
        return oblique(particle)
    return rule.target


def _will_or_would(proposition: Proposition) -> bool:
    """Whether something is said to happen later, or only under a condition."""
    if proposition.tense == "future":
        return True
    if proposition.modality not in ("hypothetical", "intended"):
        return False
    return "would" in proposition.words


def _is_to_come(proposition: Proposition) -> bool:
    """Whether something is planned or still to happen; not a mere "in order to", nor what was tried."""
    if _will_or_would(proposition):
        return True
    if proposition.modality != "intended" or proposition.tense is None:
        return False
    return _TRIED.isdisjoint(proposition.sentence)


def _is_obliged(proposition: Proposition) -> bool:
    """Whether somebody of public weight is said to be bound to do something.

    True of "The government must pay the farmers.", not of "The boy must pay a fine."
    """
    if OBLIGED.isdisjoint(proposition.words) or proposition.noun or not proposition.positive:
        return False
    if proposition.agent is None or proposition.predicate in ("be", "have"):
        return False
    if proposition.agent.kind in ("country", "organization"):
        return True
    return proposition.agent.sector in sectors("public")


def _reason(rule: Rule, mode: str | None) -> str:
    """Why it is coded so, in words: the trigger, what was met with it, the type and the line of the rule.

    "'shell' with its obj: ASSAULT heavy-weapons (assault.txt:145)", say, for "Rebels shelled Gao."
    """
    company = " + ".join(str(condition) for condition in rule.when if not condition.denied)
    met = f" with its {company}" if company else ""
    coded = f"{rule.type} {mode}" if mode else rule.type
    return f"'{rule.trigger}'{met}: {coded} ({rule.id})"


def _is_the_act(participant: Participant | None, proposition: Proposition) -> bool:
    """Whether there is no such participant, but at most the noun of a light verb."""
    return participant is None or participant.head == proposition.light_noun


def _act_noun(proposition: Proposition) -> str | None:
    """The noun for an act that is the object, or stands behind a preposition that leads to what is meant.

    "attack" for "Rebels threatened an attack.", "protest" for "The leader called for a protest."
    """
    nouns = event_nouns()
    if proposition.patient is not None and proposition.patient.head in nouns:
        return proposition.patient.head
    for preposition, head in proposition.obliques:
        if preposition in ("for", "to", "of", "with") and head in nouns:
            return head
    return None
