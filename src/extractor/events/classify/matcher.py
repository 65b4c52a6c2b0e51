"""Which rule of the lexicon a proposition meets: its trigger names candidates, the most specific that holds wins."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from extractor.events.classify.proposition import Participant, Proposition
from extractor.lexicon.tables import word_lists
from extractor.lexicon.triggers import (
    NOT_AN_EVENT,
    Condition,
    Rule,
    light_verbs,
    longer_triggers,
    noun_rules,
    suffered_by_subject,
    verb_rules,
)
from extractor.lexicon.user_ontology import OwnOntology
from extractor.lexicon.word_classes import word_classes

Rank = tuple[float, bool, float]  # weight, whether it denies, probability
# Below this probability a rule says that the words are more likely no event. Chosen on own sentences.
LEAST = 0.34
# A rule as improbable as this is a denial: among equally specific rules of its type it wins.
DENIAL = 0.25
# What a condition that holds adds to the weight of its rule.
WORD, CLASS, KIND, PRESENT = 1.0, 1.0, 0.6, 0.4
# What the trigger itself adds: several words, a light verb with its noun, a line of the user's own ontology.
LONGER, CARRIED, OWN = 0.5, 1.0, 3.0
JOINING = word_lists("events/words.txt")["joining"]
PARTICLES = word_lists("events/words.txt")["particles"]
# Those that are seldom prepositions after the verbs of the lexicon, and the kinds that others are no prepositions of.
_LOOSE = frozenset({"down", "back", "away", "up"})
_ACTING = frozenset({"person", "people", "organization"})
# Particles that the parser may take for adverbs of their verb.
ADVERBS = frozenset({"out", "off", "back", "away", "down", "aside"})
# "Oslo must return the ship": whoever says so demands it, whatever the verb is.
OBLIGED = frozenset({"must", "should"})


class RuleBook:
    """The rules of the library with those of a user's own ontology, which win."""

    def __init__(self, own: OwnOntology) -> None:
        self._own = own
        self._longer = _with_longer(longer_triggers(), own.verbs)

    def may_be_event(self, predicate: str, sentence: frozenset[str]) -> bool:
        """Whether there may be a rule for a claim's predicate, which ends in the noun of a light verb."""
        if self._has(predicate) or not OBLIGED.isdisjoint(sentence):
            return True
        *words, last = predicate.split()
        if words and (self._has(last) or self._has(" ".join(words))):
            return True
        first = words[0] if words else last
        return any(sentence.issuperset(trigger.split()[1:]) for trigger in self._longer.get(first, ()))

    def _has(self, trigger: str) -> bool:
        return (
            trigger in verb_rules()
            or trigger in noun_rules()
            or trigger in self._own.verbs
            or trigger in self._own.nouns
        )

    def best(self, proposition: Proposition) -> Rule | None:
        """The most specific rule whose conditions hold, None when the words are more likely no event.

        An improbable rule denies its own type only, a rule of type "none" every type that is no more specific.
        """
        winners = self.winners(proposition)
        refusal = winners.pop(NOT_AN_EVENT, None)
        likely = [winner for winner in winners.values() if winner[1].probability >= LEAST]
        if not likely:
            return None
        (weight, _, _), rule = max(likely, key=lambda winner: (winner[0][0], winner[0][2]))
        return rule if refusal is None or refusal[0][0] < weight else None

    def winners(self, proposition: Proposition) -> dict[str, tuple[Rank, Rule]]:
        """The most specific rule of each type whose conditions hold, with what it is ranked by."""
        winners: dict[str, tuple[Rank, Rule]] = {}
        for rule, extra, shown in self._candidates(proposition):
            weight = _weight(rule, shown)
            if weight is not None:
                rank = (weight + extra, weight > 0 and rule.probability < DENIAL, rule.probability)
                if rule.type not in winners or rank > winners[rule.type][0]:
                    winners[rule.type] = rank, rule
        return winners

    def _candidates(self, proposition: Proposition) -> Iterable[tuple[Rule, float, Proposition]]:
        """The rules of the trigger, with what their trigger adds to their weight and the proposition as they see it."""
        predicate = proposition.predicate
        if proposition.noun:
            yield from ((rule, extra, proposition) for rule, extra in self._nouns(predicate))
            return
        yield from ((rule, extra, proposition) for rule, extra in self._verbs(predicate))
        for trigger in self._longer.get(predicate.split()[0] if predicate else "", ()):
            if trigger != predicate and (shown := _spelled_out(trigger, proposition)):
                yield from ((rule, extra + LONGER, shown) for rule, extra in self._verbs(trigger))
        suffered = predicate in suffered_by_subject()
        for rule, extra in self._nouns(self._carried_noun(proposition) or ""):
            turned = suffered and not rule.reciprocal  # "came under attack": the subject is the target
            seen = replace(rule, source=_author_of_suffered(proposition), target="agent") if turned else rule
            yield seen, extra + CARRIED, proposition

    def _verbs(self, trigger: str) -> Iterable[tuple[Rule, float]]:
        yield from ((rule, 0.0) for rule in verb_rules().get(trigger, ()))
        yield from ((rule, OWN) for rule in self._own.verbs.get(trigger, ()))

    def _nouns(self, trigger: str) -> Iterable[tuple[Rule, float]]:
        yield from ((rule, 0.0) for rule in noun_rules().get(trigger, ()))
        yield from ((rule, OWN) for rule in self._own.nouns.get(trigger, ()))

    def _carried_noun(self, proposition: Proposition) -> str | None:
        """The object of a light verb, or the act inside it: "launch" + "a mediation effort" -> mediation."""
        patient = proposition.patient
        if (
            patient is None
            or patient.head not in word_classes()["container"]
            or proposition.predicate not in light_verbs()
        ):
            return proposition.light_noun
        inside = (word.removesuffix("s") for word in patient.text.lower().split())
        acts = (word for word in inside if word != patient.head and any(True for _ in self._nouns(word)))
        return next(acts, proposition.light_noun)


def _author_of_suffered(proposition: Proposition) -> str:
    """The role of who does what is suffered: "came under fire from rebels", "drew criticism from Ghana"."""
    named = {preposition for preposition, _ in proposition.obliques}
    return next((f"oblique:{preposition}" for preposition in ("from", "by") if preposition in named), "none")


def _with_longer(known: Mapping[str, tuple[str, ...]], own: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """First word -> triggers of several words, with those of the user's ontology."""
    found = dict(known)
    for trigger in own:
        first, *others = trigger.split()
        if others and trigger not in found.get(first, ()):
            found[first] = (*found.get(first, ()), trigger)
    return found


def _weight(rule: Rule, proposition: Proposition) -> float | None:
    """How specific a rule is that holds: words count more than kinds, kinds more than presence; None: it does not."""
    weight = 0.0
    for condition in rule.when:
        match = max(_match(slot, condition, proposition) for slot in condition.slots)
        if (match > 0) == condition.denied:
            return None
        weight += PRESENT if condition.denied else match
    return weight


def _spelled_out(trigger: str, proposition: Proposition) -> Proposition | None:
    """The proposition as a trigger of several words sees it, None when it has not all of its words.

    A particle must be the verb's own ("pick up"), a preposition its own or that of an argument ("look into").
    """
    _, *particles = proposition.predicate.split()
    rest = trigger.split()[1:]
    if not set(particles) <= set(rest):
        return None
    if len(rest) > 1:
        return proposition if all(word in particles or word in proposition.words for word in rest) else None
    if rest[0] in particles:
        return proposition
    if rest[0] in PARTICLES:
        return proposition if _is_adverb(rest[0], proposition) else _with_object_of(rest[0], proposition)
    if rest[0] not in JOINING:
        return proposition if rest[0] in proposition.words else None
    found = ((preposition, head) for preposition, head in proposition.obliques if preposition.split()[0] == rest[0])
    preposition, head = next(found, (None, ""))
    if preposition is None:
        return proposition if _is_adverb(rest[0], proposition) else None
    own = preposition == rest[0] and not proposition.patient  # "out of" is no preposition of "walk out"
    return replace(proposition, patient=Participant(head, head)) if own else proposition


def _with_object_of(particle: str, proposition: Proposition) -> Proposition | None:
    """The parser may take the particle of "voted down the bill" for a preposition; never before a place or a time."""
    head = next((head for preposition, head in proposition.obliques if preposition == particle), None)
    kind = next((kind for preposition, kind in proposition.kinds if preposition == particle), None)
    loose = particle in _LOOSE or kind in _ACTING
    if head is None or proposition.patient is not None or not loose or kind in ("place", "country"):
        return None
    return replace(proposition, patient=Participant(head, head, kind))


def _is_adverb(particle: str, proposition: Proposition) -> bool:
    """The parser may take the particle of "pulled back from the town" for an adverb."""
    return particle in ADVERBS and particle in proposition.words


def _match(slot: str, condition: Condition, proposition: Proposition) -> float:
    if slot in _BAGS:
        bag: frozenset[str] = getattr(proposition, _BAGS[slot])
        # A trigger is no company to itself: "march" must not prove that a march is a protest.
        return WORD if condition.words.among(bag) - {proposition.predicate} else 0.0
    if slot == "obj" and proposition.light_noun in condition.words:
        return WORD
    if slot in _SIDES:
        return _match_side(condition, getattr(proposition, _SIDES[slot]))
    if slot == "neg":
        return 0.0 if proposition.positive else WORD
    heads = [str(getattr(proposition, _WORDS[slot]) or "")] if slot in _WORDS else []
    named = slot.replace("_", " ")
    heads += [head for preposition, head in proposition.obliques if preposition == named]
    if found := condition.words.among(heads):
        return _worth(condition, found)
    if any(preposition == named and kind in condition.kinds for preposition, kind in proposition.kinds):
        return KIND
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


def _worth(condition: Condition, named: frozenset[str]) -> float:
    """What a condition adds that names some words: less where only their class is named."""
    return CLASS if named.isdisjoint(condition.words.words) else WORD


def _match_side(condition: Condition, side: Participant | None) -> float:
    if side is None:
        return 0.0
    if named := condition.words.among(head for head in (side.head, side.counted) if head is not None):
        return _worth(condition, named)
    if side.kind in condition.kinds or side.sector in condition.sectors:
        return KIND
    return PRESENT if condition.anything else 0.0
