"""Whom or what an act is done to, where the parse does not say it plainly: gaps, small clauses, shared objects."""

from extractor.document.tokens import Word
from extractor.syntax.relations import SUBJECTS, antecedent, by_agent, is_event_noun, word_class

GIVING = frozenset(("give", "grant", "offer", "allow", "leave", "deny"))


def recipient_of(verb: Word) -> Word | None:
    """The one in "gave them food", "gave food to them"."""
    dative = verb.children.first("dative") or _joined_receiver(verb)
    return dative.pobj if dative is not None and dative.pos_ == "ADP" else dative


def _joined_receiver(verb: Word) -> Word | None:
    """The parser may take the one in "promised Poland economic aid" for a part of the object."""
    given = verb.rights.first("dobj")
    if given is None or verb.lemma_ not in word_class("giving") or len(given.lefts) < 2:
        return None
    first, second = given.lefts[0], given.lefts[1]
    named = first.dep_ in ("nmod", "compound") and first.pos_ == "PROPN" and first.ent_type_ in ("GPE", "ORG", "PERSON")
    return first if named and second.dep_ in ("amod", "nummod", "det") else None


def predicate_nouns(verb: Word) -> list[Word]:
    """The parser takes the object of "called a strike" and "declared martial law" for a predicate noun."""
    return [child for child in verb.rights if child.dep_ == "oprd" and child.pos_ == "NOUN" and is_event_noun(child)]


def gap_of(verb: Word) -> Word | None:
    """The object of "the town they seized" and "whom they shot"."""
    fronted = verb.lefts.first("dobj", "pobj")
    if fronted is not None:
        return antecedent(fronted) or fronted
    has_subject = any(child.dep_ == "nsubj" and antecedent(child) is None for child in verb.lefts)
    if verb.dep_ == "relcl" and has_subject and not verb.lefts.has("prep", "advmod"):
        return verb.head
    return None


def small_clause(verb: Word) -> Word | None:
    """ "shot 26 tourists dead", "set a refinery ablaze": the subject of the adjective is the object of the verb."""
    for child in verb.rights:
        if child.dep_ in ("ccomp", "oprd") and (child.pos_ == "ADJ" or _is_controlled(verb, child)):
            return child.lefts.first("nsubj", "dobj")
    return None


def _next_verb(verb: Word) -> Word | None:
    """The verb joined right behind this one: "beat and arrested", "was attacked and burned"."""
    joined = verb.rights.first("conj", pos="VERB")
    near = joined is not None and joined.i - verb.i <= 3 and not joined.lefts.has(*SUBJECTS)
    between = verb.words.between(verb.i + 1, joined.i) if joined is not None else []
    return joined if near and all(w.pos_ in ("CCONJ", "ADV", "PUNCT") for w in between) else None


def shared_object(verb: Word) -> Word | None:
    """ "beat and arrested dozens": the object of verbs that cannot do without one."""
    if verb.lemma_ not in word_class("transitive") or (joined := _next_verb(verb)) is None:
        return None
    return joined.rights.first("dobj")


def shared_agent(verb: Word) -> Word | None:
    """The "by" of the last of several passives: "was beaten and robbed by them", "and a shop looted by them"."""
    joined = _next_verb(verb)
    if joined is not None and joined.tag_ == "VBN":
        return by_agent(joined)
    last = next((c for c in verb.rights if c.dep_ == "conj" and c.tag_ in ("VBN", "VBD")), None)
    if last is None or last.lefts.has("aux", "auxpass"):
        return None
    return next((child.pobj for child in last.rights if child.dep_ == "agent"), None)


def _is_controlled(verb: Word, inner: Word) -> bool:
    """ "forced thousands to flee", "let the crew go": the parser may give the object to the infinitive."""
    return (
        inner.tag_ in ("VB", "VBP")
        and verb.lemma_ in word_class("object_control")
        and not any(c.dep_ in ("mark", "aux") and c.tag_ != "TO" for c in inner.lefts)
    )


def number_object(verb: Word) -> Word | None:
    """The parser takes "between" in "killed between eight and 11 people" for a preposition of the verb."""
    for child in verb.rights:
        if (
            child.i == verb.i + 1
            and child.dep_ == "prep"
            and child.lower_ in ("between", "up", "around", "about", "over")
        ):
            noun = child.pobj
            if noun is not None and noun.lefts.has("nummod"):
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
            inner = child.rights.first("pcomp", pos="VERB")
            if inner is not None:
                return inner
    return None
