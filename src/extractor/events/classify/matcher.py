"""Which rule of the lexicon a proposition meets: its trigger names candidates, the most specific that holds wins."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from extractor.events.classify.proposition import Participant, Proposition
from extractor.lexicon.roles import AGENT, NONE, Role, oblique
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
        """Whether there may be a rule for a claim's predicate, which ends in the noun of a light verb.

        True for "shell" and for "carry out attack"; False for "rain" in most sentences.
        """
        if self._has(predicate) or not OBLIGED.isdisjoint(sentence):
            return True
        *words, last = predicate.split()
        if words and (self._has(last) or self._has(" ".join(words))):
            return True
        return self._may_be_longer(words[0] if words else last, sentence)

    def _may_be_longer(self, first: str, sentence: frozenset[str]) -> bool:
        """Whether a sentence has all words of a trigger of several words that begins with one."""
        return any(sentence.issuperset(trigger.split()[1:]) for trigger in self._longer.get(first, ()))

    def _has(self, trigger: str) -> bool:
        """Whether any rule has a trigger."""
        if trigger in verb_rules() or trigger in noun_rules():
            return True
        if trigger in self._own.verbs:
            return True
        return trigger in self._own.nouns

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
        if refusal is None or refusal[0][0] < weight:
            return rule
        return None

    def winners(self, proposition: Proposition) -> dict[str, tuple[Rank, Rule]]:
        """The most specific rule of each type whose conditions hold, with what it is ranked by.

        For "police held a journalist" a rule of COERCE, and not those of "hold" that ask for a meeting as the object.
        """
        winners: dict[str, tuple[Rank, Rule]] = {}
        for rule, extra, shown in self._candidates(proposition):
            weight = _weight(rule, shown)
            if weight is None:
                continue
            rank = (weight + extra, weight > 0 and rule.probability < DENIAL, rule.probability)
            if rule.type not in winners or rank > winners[rule.type][0]:
                winners[rule.type] = rank, rule
        return winners

    def _candidates(self, proposition: Proposition) -> Iterator[tuple[Rule, float, Proposition]]:
        """The rules of the trigger, with what their trigger adds to their weight and the proposition as they see it."""
        predicate = proposition.predicate
        if proposition.noun:
            for rule, extra in self._nouns(predicate):
                yield rule, extra, proposition
            return
        for rule, extra in self._verbs(predicate):
            yield rule, extra, proposition
        yield from self._of_longer(proposition)
        for rule, extra in self._nouns(self._carried_noun(proposition) or ""):
            yield _turned(rule, proposition), extra + CARRIED, proposition

    def _of_longer(self, proposition: Proposition) -> Iterator[tuple[Rule, float, Proposition]]:
        """The same for the triggers of several words that begin with the verb."""
        predicate = proposition.predicate
        first = predicate.split()[0] if predicate else ""
        for trigger in self._longer.get(first, ()):
            shown = _spelled_out(trigger, proposition) if trigger != predicate else None
            if shown is not None:
                for rule, extra in self._verbs(trigger):
                    yield rule, extra + LONGER, shown

    def _verbs(self, trigger: str) -> Iterator[tuple[Rule, float]]:
        """The rules of a verb, with what it adds to their weight that they are the user's."""
        for rule in verb_rules().get(trigger, ()):
            yield rule, 0.0
        for rule in self._own.verbs.get(trigger, ()):
            yield rule, OWN

    def _nouns(self, trigger: str) -> Iterator[tuple[Rule, float]]:
        """The same of a noun."""
        for rule in noun_rules().get(trigger, ()):
            yield rule, 0.0
        for rule in self._own.nouns.get(trigger, ()):
            yield rule, OWN

    def _carried_noun(self, proposition: Proposition) -> str | None:
        """The object of a light verb, or the act inside it: "launch" + "a mediation effort" -> mediation."""
        patient = proposition.patient
        if patient is None or patient.head not in word_classes()["container"]:
            return proposition.light_noun
        if proposition.predicate not in light_verbs():
            return proposition.light_noun
        for word in patient.text.lower().split():
            noun = word.removesuffix("s")
            if noun != patient.head and (noun in noun_rules() or noun in self._own.nouns):
                return noun
        return proposition.light_noun


def _turned(rule: Rule, proposition: Proposition) -> Rule:
    """A rule of a noun as its light verb has it: of "came under attack" the subject is the target."""
    if rule.reciprocal or proposition.predicate not in suffered_by_subject():
        return rule
    return replace(rule, source=_author_of_suffered(proposition), target=AGENT)


def _author_of_suffered(proposition: Proposition) -> Role:
    """The role of who does what is suffered: "came under fire from rebels", "drew criticism from Ghana"."""
    for preposition in ("from", "by"):
        if proposition.has_preposition(preposition):
            return oblique(preposition)
    return NONE


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
        if not proposition.words.issuperset(set(rest) - set(particles)):
            return None
        return proposition
    word = rest[0]
    if word in particles:
        return proposition
    if word in PARTICLES:
        if _is_adverb(word, proposition):
            return proposition
        return _with_object_of(word, proposition)
    if word in JOINING:
        return _with_object_behind(word, proposition)
    if word not in proposition.words:
        return None
    return proposition


def _with_object_behind(word: str, proposition: Proposition) -> Proposition | None:
    """ "Look into the claims": what stands behind the preposition of a verb without an object is its object."""
    for preposition, head in proposition.obliques:
        if preposition.split()[0] == word:
            if proposition.patient is not None and proposition.kind_behind(preposition) == "place":
                return None  # "struck a depot at Duqm" is no "strike at"
            is_own = preposition == word and not proposition.patient  # "out of" is no preposition of "walk out"
            if is_own:
                return replace(proposition, patient=Participant(head, head))
            return proposition
    is_stranded = proposition.passive and word in proposition.words  # "were set upon"
    return proposition if is_stranded or _is_adverb(word, proposition) else None


def _with_object_of(particle: str, proposition: Proposition) -> Proposition | None:
    """The parser may take the particle of "voted down the bill" for a preposition; never before a place or a time."""
    head, kind = proposition.behind(particle), proposition.kind_behind(particle)
    if head is None or proposition.patient is not None:
        return None
    if kind in ("place", "country"):
        return None
    if particle not in _LOOSE and kind not in _ACTING:
        return None
    return replace(proposition, patient=Participant(head, head, kind))


def _is_adverb(particle: str, proposition: Proposition) -> bool:
    """The parser may take the particle of "pulled back from the town" for an adverb."""
    return particle in ADVERBS and particle in proposition.words


def _match(slot: str, condition: Condition, proposition: Proposition) -> float:
    """What a slot that meets a condition adds to the weight of its rule; 0 when it does not."""
    if slot in _BAGS:
        bag: frozenset[str] = getattr(proposition, _BAGS[slot])
        # A trigger is no company to itself: "march" must not prove that a march is a protest.
        if condition.words.among(bag) - {proposition.predicate}:
            return WORD
        return 0.0
    if slot == "obj" and proposition.light_noun in condition.words:
        return WORD
    if slot in _SIDES:
        return _match_side(condition, getattr(proposition, _SIDES[slot]))
    if slot == "neg":
        if proposition.positive:
            return 0.0
        return WORD
    return _match_words(slot, condition, proposition)


def _match_words(slot: str, condition: Condition, proposition: Proposition) -> float:
    """The same for the slots that hold a word, and for prepositions, which hold the nouns behind them."""
    heads = [str(getattr(proposition, _WORDS[slot]) or "")] if slot in _WORDS else []
    preposition = slot.replace("_", " ")
    heads += [head for named, head in proposition.obliques if named == preposition]
    found = condition.words.among(heads)
    if found:
        return _worth(condition, found)
    if any(named == preposition and kind in condition.kinds for named, kind in proposition.kinds):
        return KIND
    if not condition.anything or not any(heads):
        return 0.0
    return PRESENT


_BAGS = {"w": "words", "s": "sentence", "called": "called"}
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
    if named.isdisjoint(condition.words.words):
        return CLASS
    return WORD


def _match_side(condition: Condition, side: Participant | None) -> float:
    """The same for a participant: by its words, its kind or its sector.

    `obj:@military,bridge` is met by "bridge" as a word, `subj:#person` by any person, `obj:*` by any object; each
    weighs less than the one before.
    """
    if side is None:
        return 0.0
    named = condition.words.among(filter(None, (side.head, side.counted)))
    if named:
        return _worth(condition, named)
    if side.kind in condition.kinds or side.sector in condition.sectors:
        return KIND
    if not condition.anything:
        return 0.0
    return PRESENT
