"""What kind of event a proposition is: trigger rules first, then what its surroundings make of it.

1. The trigger (verb, verb with particle or preposition, noun, light verb with its noun) finds rules; of the rules whose
   conditions hold the most specific one wins.
2. Sentences about sport, film or business do not fire.
3. Tense, modality and complement change the type: a promised visit is AGREE, a threatened attack THREATEN.
"""

from dataclasses import replace

from extractor.events.classify.domain import borrowed_words, mode_of_means
from extractor.events.classify.matcher import OBLIGED, PARTICLES, RuleBook
from extractor.events.classify.proposition import Participant, Proposition
from extractor.events.coding import Coding
from extractor.lexicon.ontology import cameo_code, contexts_of, toml, types_of
from extractor.lexicon.triggers import Rule, event_nouns
from extractor.lexicon.user_ontology import own_ontology
from extractor.settings import Settings

_ABOUT_ACTS = frozenset({"THREATEN", "REQUEST", "REJECT"})
_TRIED = frozenset({"try", "attempt"})
_CONDITIONS = frozenset({"if", "unless"})
_PUBLIC = frozenset({"GOV", "MIL", "REB", "UAF", "OPP", "LEG", "COP", "PTY", "IGO", "JUD"})
# What a shift of type leaves of the probability. Chosen on own sentences.
SHIFTED = 0.9


class Classifier:
    """Codes propositions with the ontology of the settings."""

    def __init__(self, settings: Settings) -> None:
        own = own_ontology(settings)
        self.rules = RuleBook(own)
        self._shifts = toml("shifts.toml")
        self._types = types_of(settings)

    def classify(self, proposition: Proposition) -> Coding | None:
        """A proposition -> the kind of event it is, None when it is none.

        >>> classifier.classify(Proposition("threaten", complement="attack")).type
        'THREATEN'
        """
        coding = self._demand(proposition) if _is_obliged(proposition) else self._act(proposition)
        if coding is None or coding.type not in self._types:
            return None
        event_type = self._types[coding.type]
        return replace(
            coding,
            contexts=contexts_of(proposition.sentence),
            cameo=event_type.cameo or cameo_code(coding.type, coding.mode),
            acled=event_type.acled,
            prepositions=tuple(dict.fromkeys((*coding.prepositions, *event_type.recipient))),
            states=tuple(dict.fromkeys((*coding.states, *event_type.states))),
        )

    def _act(self, proposition: Proposition) -> Coding | None:
        rule = self.rules.best(proposition)
        if rule is None or rule.type not in self._types or borrowed_words(rule.type, proposition):
            return None
        return self._shifted(self._coded(rule, proposition), proposition)

    def _coded(self, rule: Rule, proposition: Proposition) -> Coding:
        mode = rule.mode or (mode_of_means(proposition) if rule.type == "ASSAULT" else None)
        return Coding(
            type=rule.type,
            mode=mode,
            source=self._role(rule.source, rule.type, proposition),
            target=self._role(_target_of(rule, proposition), rule.type, proposition),
            reciprocal=rule.reciprocal,
            prepositions=self._types[rule.type].recipient,
            states=self._types[rule.type].states,
            confidence=rule.probability,
            reasons=(_reason(rule, mode),),
        )

    def _demand(self, proposition: Proposition) -> Coding:
        """ "Oslo must return the ship", said by somebody: the speaker asks it of Oslo."""
        rule = self.rules.best(replace(proposition, tense=None))
        known = rule is not None and rule.type in self._types
        mode = self._mode_about("REQUEST", self._coded(rule, proposition)) if rule and known else None
        return Coding(
            type="REQUEST",
            mode=mode,
            source="speaker",
            target="agent",
            confidence=0.6,
            reasons=("said that somebody must do it: REQUEST",),
        )

    def _role(self, role: str, event_type: str, proposition: Proposition) -> str:
        """A role of a rule, or where the proposition has no such participant the one that stands for it."""
        if role != "oblique" and not (role == "patient" and _is_the_act(proposition.patient, proposition)):
            return role
        if role == "patient" and proposition.recipient is not None:
            return "recipient"
        named = {preposition for preposition, _ in proposition.obliques}
        found = next((p for p in self._types[event_type].recipient if p in named), None)
        return f"oblique:{found}" if found else "oblique"

    def _shifted(self, coding: Coding, proposition: Proposition) -> Coding:
        inner = self._inner(proposition)
        coding = replace(coding, about=inner)
        if coding.type in _ABOUT_ACTS and inner is not None and coding.mode is None:
            return replace(coding, mode=self._mode_about(coding.type, inner))
        if coding.type == "AGREE" and inner is not None and proposition.positive:
            return self._changed(coding, "promised", inner, f"promises {inner.type}")
        if not proposition.positive:
            return self._changed(coding, "refused", coding, "refused") if _will_or_would(proposition) else coding
        if _is_to_come(proposition):
            if not _CONDITIONS.isdisjoint(proposition.sentence):
                coding = self._changed(coding, "conditional", coding, "on a condition")
            return self._changed(coding, "future", coding, "still to come")
        return coding

    def _changed(self, coding: Coding, shift: str, act: Coding, why: str) -> Coding:
        """The coding with the type that a table of shifts.toml gives for an act."""
        changed = self._looked_up(self._shifts[shift], act)
        if changed is None or changed == coding.type:
            return coding
        return replace(
            coding,
            type=changed,
            mode=self._mode_about(changed, act),
            refusal=shift == "refused",
            confidence=round(coding.confidence * SHIFTED, 3),
            reasons=(*coding.reasons, f"{why}: {changed}"),
        )

    def _inner(self, proposition: Proposition) -> Coding | None:
        """The act that a threat, demand, refusal or promise is about."""
        noun = None if proposition.complement else _act_noun(proposition)
        if not (proposition.complement or noun):
            return None
        inner = Proposition(
            predicate=noun or proposition.complement or "",
            noun=noun is not None,
            agent=proposition.agent,
            patient=Participant(proposition.complement_object, proposition.complement_object)
            if proposition.complement_object
            else None,
            words=proposition.words,
            sentence=proposition.sentence,
        )
        rule = self.rules.best(inner)
        return self._coded(rule, inner) if rule and rule.type in self._types else None

    def _mode_about(self, event_type: str, act: Coding) -> str | None:
        return self._looked_up(self._shifts["mode"].get(event_type, {}), act)

    @staticmethod
    def _looked_up(table: dict[str, str], act: Coding) -> str | None:
        return table.get(f"{act.type}/{act.mode}") or table.get(act.type)


def _target_of(rule: Rule, proposition: Proposition) -> str:
    """The target role of a rule; behind the particle in "voted down the bill", where it is parsed as a preposition."""
    particle = rule.trigger.split()[-1]
    if rule.target != "patient" or proposition.patient is not None or particle not in PARTICLES:
        return rule.target
    return f"oblique:{particle}" if any(p == particle for p, _ in proposition.obliques) else rule.target


def _will_or_would(proposition: Proposition) -> bool:
    conditional = proposition.modality in ("hypothetical", "intended") and "would" in proposition.words
    return proposition.tense == "future" or conditional


def _is_to_come(proposition: Proposition) -> bool:
    planned = proposition.modality == "intended" and proposition.tense is not None  # not a mere "in order to"
    return _will_or_would(proposition) or (planned and _TRIED.isdisjoint(proposition.sentence))


def _is_obliged(proposition: Proposition) -> bool:
    """Whether somebody of public weight is said to be bound to do something."""
    agent = proposition.agent
    return (
        not proposition.noun
        and proposition.positive
        and proposition.predicate not in ("be", "have")
        and not OBLIGED.isdisjoint(proposition.words)
        and agent is not None
        and (agent.kind in ("country", "organization") or agent.sector in _PUBLIC)
    )


def _reason(rule: Rule, mode: str | None) -> str:
    company = " + ".join(str(condition) for condition in rule.when if not condition.denied)
    return f"'{rule.trigger}'{f' with its {company}' if company else ''}: {rule.type}{f' {mode}' if mode else ''}"


def _is_the_act(participant: Participant | None, proposition: Proposition) -> bool:
    return participant is None or participant.head == proposition.light_noun


def _act_noun(proposition: Proposition) -> str | None:
    heads = [proposition.patient.head] if proposition.patient else []
    heads += [head for preposition, head in proposition.obliques if preposition in ("for", "to", "of", "with")]
    return next((head for head in heads if head in event_nouns()), None)
