"""What kind of event a proposition is: trigger rules first, then what its surroundings make of it.

1. The trigger (verb, verb with particle or preposition, noun, light verb with its noun) finds rules; of the rules whose
   conditions hold the most specific one wins.
2. Sentences about sport, film or business do not fire.
3. Tense, modality and complement change the type: a promised visit is AGREE, a threatened attack THREATEN.
"""

from collections.abc import Iterable
from dataclasses import replace

from extractor.events.coding import Coding
from extractor.events.ontology import cameo_code, contexts_of, event_types, toml
from extractor.events.proposition import Participant, Proposition
from extractor.events.surroundings import borrowed_words, mode_of_means
from extractor.lexicon import (
    NOT_AN_EVENT,
    Condition,
    Rule,
    event_nouns,
    light_verbs,
    longer_triggers,
    noun_rules,
    suffered_by_subject,
    verb_rules,
    word_classes,
)
from extractor.settings import Settings

# Below this probability a rule says that the words are more likely no event. Chosen on own sentences.
LEAST = 0.34
# A rule as improbable as this is a denial: among equally specific rules of its type it wins.
DENIAL = 0.25
# What a condition that holds adds to the weight of its rule.
WORD, KIND, PRESENT = 1.0, 0.6, 0.4
# What the trigger itself adds: a trigger of several words, a light verb with its noun.
LONGER, CARRIED = 0.5, 1.0
# Prepositions that make one trigger with their verb ("insist on", "fire at").
JOINING = frozenset(
    {"on", "for", "to", "into", "upon", "of", "off", "with", "from", "at", "under", "against", "out", "about"}
)
_ABOUT_ACTS = frozenset({"THREATEN", "REQUEST", "REJECT"})
_TRIED = frozenset({"try", "attempt"})
_CONDITIONS = frozenset({"if", "unless"})
# What a shift of type leaves of the probability. Chosen on own sentences.
SHIFTED = 0.9
# "Oslo must return the ship": whoever says so demands it.
OBLIGED = frozenset({"must", "should"})


class Classifier:
    """Codes propositions with the ontology of the settings."""

    def __init__(self, settings: Settings) -> None:
        self._shifts = toml("shifts.toml")
        self._types = event_types()

    def classify(self, proposition: Proposition) -> Coding | None:
        """A proposition -> the kind of event it is, None when it is none.

        >>> classifier.classify(Proposition("threaten", complement="attack")).type
        'THREATEN'
        """
        rule = best_rule(proposition)
        if _is_obliged(proposition):
            return self._demand(proposition)
        if rule is None or borrowed_words(rule.type, proposition.sentence):
            return None
        coding = self._shifted(self._coded(rule, proposition), proposition)
        mode = coding.mode
        return replace(
            coding,
            mode=mode,
            contexts=contexts_of(proposition.sentence),
            cameo=cameo_code(coding.type, mode),
        )

    def _coded(self, rule: Rule, proposition: Proposition) -> Coding:
        mode = rule.mode or (mode_of_means(proposition) if rule.type == "ASSAULT" else None)
        return Coding(
            type=rule.type,
            mode=mode,
            source=self._role(rule.source, rule.type, proposition),
            target=self._role(rule.target, rule.type, proposition),
            reciprocal=rule.reciprocal,
            confidence=rule.probability,
            reasons=(_reason(rule, mode),),
        )

    def _demand(self, proposition: Proposition) -> Coding:
        """ "Oslo must return the ship", said by somebody: the speaker asks it of Oslo."""
        rule = best_rule(replace(proposition, tense=None))
        mode = self._mode_about("REQUEST", self._coded(rule, proposition)) if rule else None
        return Coding(
            type="REQUEST",
            mode=mode,
            contexts=contexts_of(proposition.sentence),
            cameo=cameo_code("REQUEST", mode),
            source="speaker",
            target="agent",
            confidence=0.6,
            reasons=("said that somebody must do it: REQUEST",),
        )

    def _role(self, role: str, event_type: str, proposition: Proposition) -> str:
        """A role of a rule, or where the proposition has no such participant the one that stands for it."""
        if role == "recipient" and proposition.recipient is None:
            role = "patient"
        if role != "oblique" and not (role == "patient" and _is_the_act(proposition.patient, proposition)):
            return role
        if role == "patient" and proposition.recipient is not None:
            return "recipient"
        named = {preposition for preposition, _ in proposition.obliques}
        found = next((p for p in self._types[event_type].recipient if p in named), None)
        return f"oblique:{found}" if found else "none"

    def _shifted(self, coding: Coding, proposition: Proposition) -> Coding:
        inner = self._inner(proposition)
        if coding.type in _ABOUT_ACTS and inner is not None and coding.mode is None:
            return replace(coding, mode=self._mode_about(coding.type, inner))
        if coding.type == "AGREE" and inner is not None and proposition.positive:
            return self._changed(coding, "promised", inner, f"promises {inner.type}")
        if not proposition.positive:
            refused = proposition.tense == "future"
            return self._changed(coding, "refused", coding, "refused") if refused else coding
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
        rule = best_rule(inner)
        return self._coded(rule, inner) if rule else None

    def _mode_about(self, event_type: str, act: Coding) -> str | None:
        return self._looked_up(self._shifts["mode"].get(event_type, {}), act)

    @staticmethod
    def _looked_up(table: dict[str, str], act: Coding) -> str | None:
        return table.get(f"{act.type}/{act.mode}") or table.get(act.type)


def _is_to_come(proposition: Proposition) -> bool:
    if proposition.tense == "future" or (proposition.modality == "hypothetical" and "would" in proposition.words):
        return True
    return proposition.modality == "intended" and _TRIED.isdisjoint(proposition.sentence)


def _is_obliged(proposition: Proposition) -> bool:
    agent = proposition.agent
    return (
        not proposition.noun
        and proposition.positive
        and not OBLIGED.isdisjoint(proposition.words)
        and agent is not None
        and agent.kind in ("country", "organization", "person", "people")
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


def best_rule(proposition: Proposition) -> Rule | None:
    """The most specific rule whose conditions hold, None when the words are more likely no event.

    An improbable rule denies its own type only, a rule of type "none" every type that is no more specific.
    """
    winners: dict[str, tuple[tuple[float, bool, float], Rule]] = {}
    for rule, extra, shown in _candidates(_without_itself(proposition)):
        weight = _weight(rule, shown)
        if weight is not None:
            rank = (weight + extra, weight > 0 and rule.probability < DENIAL, rule.probability)
            if rule.type not in winners or rank > winners[rule.type][0]:
                winners[rule.type] = rank, rule
    refusal = winners.pop(NOT_AN_EVENT, None)
    likely = [winner for winner in winners.values() if winner[1].probability >= LEAST]
    if not likely:
        return None
    (weight, _, _), rule = max(likely, key=lambda winner: (winner[0][0], winner[0][2]))
    return rule if refusal is None or refusal[0][0] < weight else None


def _without_itself(proposition: Proposition) -> Proposition:
    """A trigger is no company to itself: "march" must not prove that a march is a protest."""
    itself = {proposition.predicate}
    return replace(proposition, words=proposition.words - itself, sentence=proposition.sentence - itself)


def _weight(rule: Rule, proposition: Proposition) -> float | None:
    """How specific a rule is that holds: words count more than kinds, kinds more than presence; None: it does not."""
    weight = 0.0
    for condition in rule.when:
        match = max(_match(slot, condition, proposition) for slot in condition.slots)
        if (match > 0) == condition.denied:
            return None
        weight += PRESENT if condition.denied else match
    return weight


def _candidates(proposition: Proposition) -> Iterable[tuple[Rule, float, Proposition]]:
    """The rules of the trigger, with what their trigger adds to their weight and the proposition as they see it."""
    if proposition.noun:
        yield from ((rule, 0.0, proposition) for rule in noun_rules().get(proposition.predicate, ()))
        return
    yield from ((rule, 0.0, proposition) for rule in verb_rules().get(proposition.predicate, ()))
    for trigger in longer_triggers().get(proposition.predicate.split()[0] if proposition.predicate else "", ()):
        if trigger != proposition.predicate and (shown := _spelled_out(trigger, proposition)):
            yield from ((rule, LONGER, shown) for rule in verb_rules()[trigger])
    yield from ((rule, CARRIED, proposition) for rule in _light_rules(proposition))


def _spelled_out(trigger: str, proposition: Proposition) -> Proposition | None:
    """The proposition as a trigger of several words sees it, None when it has not all of its words."""
    rest = trigger.split()[1:]
    if len(rest) == 1 and rest[0] in JOINING:
        head = next((head for preposition, head in proposition.obliques if preposition == rest[0]), None)
        if head is None:
            return None
        return proposition if proposition.patient else replace(proposition, patient=Participant(head, head))
    particles = set(proposition.predicate.split())
    return proposition if all(word in particles or word in proposition.words for word in rest) else None


def _light_rules(proposition: Proposition) -> Iterable[Rule]:
    """The rules of the noun that a light verb carries; with "suffer" or "come under" the subject is its target."""
    suffered = proposition.predicate in suffered_by_subject()
    for rule in noun_rules().get(_carried_noun(proposition) or "", ()):
        yield replace(rule, source="none", target="agent") if suffered and not rule.reciprocal else rule


def _carried_noun(proposition: Proposition) -> str | None:
    """The object of a light verb, or the act inside it: "launch" + "a mediation effort" -> mediation."""
    patient = proposition.patient
    if patient and patient.head in word_classes()["container"] and proposition.predicate in light_verbs():
        inside = [word.removesuffix("s") for word in patient.text.lower().split()]
        return next((word for word in inside if word in event_nouns() and word != patient.head), proposition.light_noun)
    return proposition.light_noun


def _match(slot: str, condition: Condition, proposition: Proposition) -> float:
    if slot in _BAGS:
        bag: frozenset[str] = getattr(proposition, _BAGS[slot])
        return 0.0 if condition.words.isdisjoint(bag) else WORD
    if slot == "obj" and proposition.light_noun in condition.words:
        return WORD
    if slot in _SIDES:
        return _match_side(condition, getattr(proposition, _SIDES[slot]))
    if slot == "neg":
        return 0.0 if proposition.positive else WORD
    heads = [str(getattr(proposition, _WORDS[slot]) or "")] if slot in _WORDS else []
    heads += [head for preposition, head in proposition.obliques if preposition == slot]
    if not condition.words.isdisjoint(heads):
        return WORD
    return PRESENT if condition.anything and any(heads) else 0.0


_BAGS = {"w": "words", "s": "sentence"}
_SIDES = {"subj": "agent", "obj": "patient", "rec": "recipient", "inst": "instrument"}
_WORDS = {
    "comp": "complement",
    "compobj": "complement_object",
    "light": "light_noun",
    "tense": "tense",
    "mod": "modality",
    "noun": "noun",
    "passive": "passive",
}


def _match_side(condition: Condition, side: Participant | None) -> float:
    if side is None:
        return 0.0
    if side.head in condition.words:
        return WORD
    if side.kind in condition.kinds or side.sector in condition.sectors:
        return KIND
    return PRESENT if condition.anything else 0.0
