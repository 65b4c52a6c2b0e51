"""What the parser gets wrong as a rule, put right: speakers taken for objects, subjects taken by phrases, lists."""

from collections.abc import Callable

from extractor.document.day_names import repair_day_name
from extractor.document.descriptions import (
    repair_described,
    repair_described_in_front,
    repair_description_behind,
    repair_name_of_described,
    repair_part_behind,
)
from extractor.document.gerund_rows import repair_gerund_row
from extractor.document.headlines import repair_headline
from extractor.document.labels import CLOSING_QUOTES, FINITE, NOUNS, SUBJECTS
from extractor.document.lost_agents import repair_agent_of_passive
from extractor.document.lost_sayings import (
    repair_accused,
    repair_convicted,
    repair_inserted,
    repair_interrupted,
    repair_saying,
)
from extractor.document.lost_speakers import (
    repair_active_participle,
    repair_charged,
    repair_said_at_end,
    repair_said_beside,
    repair_speaker_in_commas,
    repair_speakers,
)
from extractor.document.lost_subjects import (
    repair_caller,
    repair_clause_as_subject,
    repair_first_noun,
    repair_gerund_subject,
    repair_lost_subject,
    repair_named_group,
    repair_named_subject,
    repair_root_noun,
    repair_row_of_people,
    repair_subject_beside,
    repair_time_as_subject,
    repair_time_inside_subject,
    repair_wider_place,
)
from extractor.document.lost_verbs import repair_call, repair_content, repair_gerund_behind_of, repair_infinitive
from extractor.document.misplaced_times import (
    repair_fronted_times,
    repair_time_of_act,
    repair_time_of_document,
    repair_time_of_relative,
    repair_time_of_saying,
    repair_time_of_speech,
)
from extractor.document.prefixes import repair_prefix
from extractor.document.reduced_relatives import repair_reduced_relative
from extractor.document.rows import repair_row
from extractor.document.run_together import part_at_colon
from extractor.document.semicolons import part_at_semicolon
from extractor.document.titles import repair_titles
from extractor.document.tokens import NONE, Word, Words
from extractor.document.under_attack import repair_shot_dead, repair_under_attack
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.triggers import event_nouns, verb_rules
from extractor.lexicon.word_classes import word_class

_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_PAST = {"shot": "shoot", "hurt": "hurt", "cut": "cut", "hit": "hit", "beat": "beat"}
_OF_NOUNS = ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos")
_WHEN_AND_WHERE = frozenset(("DATE", "TIME", "GPE", "LOC", "FAC"))


def repair(words: Words) -> None:
    """Give the verbs of sentences back to them, and titles to the names behind them.

    "Shot" becomes the verb of "men in a taxi shot dead a notary", "mayor" a title in "the mayor of Bor Ana Lem".
    """
    repair_titles(words)
    for word in words:
        for mend in (_BY_FORM.get(word.lower_), _BY_DEPENDENCY.get(word.dep_)):
            if mend is not None:
                mend(word)
        repair_reduced_relative(word)
        repair_day_name(word)
    for sentence in words.sentences():
        if sentence:
            _repair_people(sentence[0])
            repair_headline(sentence)


def _repair_object(word: Word) -> None:
    """Put right an object of what is no verb, or of a verb that says what stands before it.

    "His uncle" of "“We left,” muttered his uncle" is who says it.
    """
    governor = word.head
    repair_time_of_act(word, governor)
    repair_name_of_described(word)
    if governor.pos_ in NOUNS:
        _repair_compound(word, governor)
        _repair_governor(governor)
    elif governor.lower_ == "dead":
        _repair_shot(word.words[governor.i - 1], governor)
    elif _says_quotation(governor):
        word.dep_ = "nsubj"


def _repair_of(of: Word) -> None:
    """Give a verb of charging what stands behind its "of".

    "Accused of flying drones", "convicted him of theft".
    """
    repair_convicted(of)
    repair_gerund_behind_of(of)


def _repair_past(whom: Word) -> None:
    """Make a verb a past tense that the tagger takes for a participle.

    "Arrested" of "the man whom soldiers arrested".
    """
    verb = whom.head
    if verb.tag_ == "VBN" and verb.lefts.has("nsubj") and not verb.lefts.has("aux", "auxpass"):
        verb.tag_ = "VBD"


def _repair_compound(word: Word, modifier: Word) -> None:
    """Put a noun right that the parser makes the object of its modifier.

    "Drivers" of "bus drivers walked off the job", where a bus would walk.
    """
    verb = modifier.head
    is_before = modifier.i + 1 == word.i and modifier.dep_ in SUBJECTS and verb.i > word.i
    if not is_before or modifier.lefts.has("nsubj"):
        return
    word.move(verb, modifier.dep_)
    for child in (*modifier.lefts, *modifier.rights):
        child.move(word, child.dep_)
    modifier.move(word, "compound")


def _repair_agent(by: Word) -> None:
    """Give the "by" behind the object of an active verb to that object, when it names an act.

    In "police broke up a sit-in by nurses" the nurses sat in, since an active verb has no other doer.
    """
    repair_accused(by)
    repair_agent_of_passive(by)
    verb = by.head
    thing = verb.rights.first("dobj")
    if thing is None or not verb.lefts.has("nsubj") or verb.lefts.has("auxpass"):
        return
    is_act = thing.lemma_ in event_nouns() or thing.follows("-")
    if is_act and thing.right_edge.i + 1 == by.i:
        by.move(thing, "prep")


def _repair_apposition(word: Word) -> None:
    """Put an apposition right that is a member of a list.

    "Her driver" of "killed a judge, her driver and a guard".
    """
    repair_described(word)
    repair_speakers(word)
    repair_subject_beside(word)
    repair_named_group(word)
    _repair_list(word, word.head)


def _repair_list(word: Word, first: Word) -> None:
    """Make the second of a list of people a member of it, where the parser takes it for an apposition.

    "A judge, her driver and a guard" are three people; "her brother, a nurse and a father of two" is one.
    """
    last = word.rights.first("conj")
    if last is None or first.tag_ != "NN" or first.lefts.has("poss"):
        return
    if all(_opens_phrase(noun) for noun in (first, word, last)) and not first.lefts.has_form("the"):
        word.move(first, "conj")


def _repair_subjects(word: Word) -> None:
    """Make the second of two subjects beside each other a member of the list that the first begins.

    "Her driver" of "a judge, her driver and a guard were killed".
    """
    if word.i > word.head.i:
        repair_interrupted(word)
    repair_said_beside(word)
    repair_named_subject(word)
    repair_time_as_subject(word)
    repair_wider_place(word)
    before = [subject for subject in word.head.lefts.those(word.dep_) if subject.i < word.i]
    if before:
        repair_description_behind(word, before[-1])
        repair_part_behind(word, before[-1])
    if before and word.left_edge.follows(","):
        _repair_list(word, before[-1])
        repair_described_in_front(before[-1])


def _opens_phrase(noun: Word) -> bool:
    """Whether an article, a number or an owner stands before a common noun.

    "A guard", "two guards" and "her guard"; not "guards".
    """
    return noun.pos_ == "NOUN" and noun.lefts.has("det", "nummod", "poss")


def _repair_governor(noun: Word) -> None:
    """Make a noun with a subject and an object the verb it is.

    "Shot" of "a guard shot him", "fires" of "the army fires a colonel".
    """
    lemma = _PAST.get(noun.lower_, noun.lemma_)
    if lemma in verb_rules() and noun.lefts.has("nsubj"):
        noun.lemma_, noun.pos_, noun.tag_ = lemma, "VERB", "VBD" if noun.lower_ in _PAST else "VBZ"


def _repair_comparative(article: Word) -> None:
    """Make a comparative behind an article the noun that it is.

    "Cleaner" of "the blast hurt a cleaner"; not of "they want a cleaner river".
    """
    word = article.head
    if word.tag_ == "JJR" and word.dep_ in _OF_NOUNS:
        word.lemma_, word.pos_, word.tag_ = word.lower_, "NOUN", "NN"


def _repair_more(more: Word) -> None:
    """Make "more" behind a number the object that it is.

    "Wounded 15 more", where the parser says more often.
    """
    verb = more.head
    if more.dep_ == "advmod" and more.lefts.has("nummod") and more.i > verb.i and not verb.rights.has("dobj"):
        more.dep_ = "dobj"


def _says_quotation(verb: Word) -> bool:
    """ "“We left,” muttered his uncle": what stands behind the verb says it, and is not its object."""
    if verb.i < 2 or verb.tag_ not in ("VBD", "VBZ") or verb.lefts.has("nsubj"):
        return False
    return verb.follows(*CLOSING_QUOTES) and verb.nbor(-2).text in (",", "?", "!")


def _repair_fronted(phrase: Word) -> None:
    """Give a verb back the subject that the phrase in front of it took.

    "In Suez soldiers fired".
    """
    verb = phrase.head
    repair_time_of_act(phrase.pobj, verb)
    repair_time_of_relative(phrase)
    verb = phrase.head
    if verb.i < phrase.i or verb.pos_ != "VERB" or not _lacks_subject(verb):
        return
    for word in reversed(verb.words.between(phrase.i + 1, verb.i)):
        if _is_taken(word, phrase, verb):
            _make_subject(word, verb)
            return


def _lacks_subject(verb: Word) -> bool:
    """Whether a finite verb stands without the subject that it must have.

    "Fired" of "in Suez soldiers fired", where the parser gives the soldiers to the place.
    """
    first = verb.lefts.first("aux", "auxpass") or verb
    return first.tag_ in FINITE and not verb.children.has(*SUBJECTS)


def _repair_clause(word: Word) -> None:
    """Put right a clause that hangs on a verb: its subject, or the one whom it is about.

    The mob of "after he left a mob came", the man of "arrested a man, charged with theft".
    """
    repair_charged(word)
    repair_time_of_speech(word)
    repair_gerund_subject(word)
    repair_content(word)
    if word.dep_ == "advcl":
        _repair_fronted(word)
        _repair_charge(word)


def _repair_content_clause(verb: Word) -> None:
    """Put right what is said: the time of the saying, and its verb.

    "On Monday" of "said on Monday rebels fled", "called" of "said the opposition called for talks".
    """
    repair_time_of_saying(verb)
    repair_call(verb)


def _repair_clausal_subject(clause: Word) -> None:
    """Put right a clause that the parser takes for a subject: the first noun, or a noun with a participle.

    "Train" of "Train drivers downed tools", "kidnapped" of "a judge kidnapped on Monday was freed".
    """
    repair_first_noun(clause)
    repair_clause_as_subject(clause)


def _repair_modifier(word: Word) -> None:
    """Put right what the parser makes part of the next noun: people in front of others, or a time.

    "Farmers" of "farmers and Fulani herders", "Monday" of "left on Monday and security forces fired".
    """
    repair_row_of_people(word)
    repair_time_inside_subject(word)


def _repair_noun_clause(participle: Word) -> None:
    """Put right a participle at a noun: the time of a document, a verb of saying, a verb with an object of its own.

    "Issued" of "in a statement issued on Monday", "alleged" of "guards beat him, the agency alleged".
    """
    repair_root_noun(participle)
    repair_caller(participle)
    repair_time_of_document(participle)
    repair_said_at_end(participle)
    repair_active_participle(participle)


def _repair_charge(participle: Word) -> None:
    """Hang what somebody is charged with on the one who was arrested.

    "Charged" of "police arrested a man, charged with theft", where the police would be charged.
    """
    verb = participle.head
    if participle.tag_ != "VBN" or participle.lemma_ not in word_class("charging"):
        return
    whom = verb.rights.first("dobj")
    if whom is not None and whom.i < participle.i and verb.lemma_ in word_class("judging"):
        participle.move(whom, "acl")


def _repair_joined(word: Word) -> None:
    """Put right what the parser joins to the word before it: speakers, or a verb.

    "Residents" of "rebels killed nine people, residents and police said".
    """
    repair_speakers(word)
    repair_row(word)
    repair_lost_subject(word)


def _is_taken(word: Word, phrase: Word, verb: Word) -> bool:
    """The soldiers joined to the place in "in Suez soldiers fired", the mob in "after he left a mob came"."""
    if word.dep_ == "dobj":
        if word.head is not phrase or word.i + 1 != verb.i:
            return False
        return phrase.dep_ == "advcl"
    if word.dep_ != "pobj" or word.tag_ != "NNS":
        return False
    if word.ent_type_ or not word.lefts:
        return False
    first = word.lefts[0]
    if first.ent_type_ not in _WHEN_AND_WHERE:
        return False
    return first.dep_ != "poss"


def _make_subject(noun: Word, verb: Word) -> None:
    """Hang a noun on its verb; the time or the place before it stays behind its preposition.

    "Soldiers" on "fired", and "Suez" behind "in", for "in Suez soldiers fired".
    """
    above = noun.head
    kept = [word for word in above.rights if word is not noun]
    if noun.dep_ == "pobj":
        *before, last = (word for word in noun.lefts if word.ent_type_ in _WHEN_AND_WHERE)
        noun.hang((word for word in noun.lefts if word not in (*before, last)), noun.rights)
        last.dep_, last.head = "pobj", above
        _hang_before(last, before)
        kept.insert(0, last)
    above.hang(above.lefts, kept)
    noun.dep_, noun.head = "nsubj", verb
    verb.hang(sorted((*verb.lefts, noun), key=_position), verb.rights)


def _position(word: Word) -> int:
    """Where a word stands in the text."""
    return word.i


def _repair_people(first: Word) -> None:
    """Make people or animals at the start of a sentence common nouns, where the capital letter makes them a name.

    "Assailants" of "Assailants burned a village", "Armyworms" of "Armyworms invaded a field".
    """
    kind = first.lower_.removesuffix("s")
    is_animal = first.tag_ == "NNP" and first.lower_.endswith("s") and classes_of(kind) == {"animal"}
    is_person = first.tag_ == "NNPS" and first.ent_type_ not in _NAMES and "person" in classes_of(kind)
    if is_animal or is_person:
        first.lemma_, first.pos_, first.tag_, first.ent_type_ = kind, "NOUN", "NNS", ""


def _repair_shot(shot: Word, dead: Word) -> None:
    """Make "shot" a verb that the parser takes for a place.

    In "men in a taxi shot dead a notary" they would be dead in a shot.
    """
    if (shot.lower_, shot.dep_) != ("shot", "pobj") or not shot.lefts or dead.head is not dead:
        return
    preposition, *modifiers, noun = shot.head, *shot.lefts
    noun.dep_, noun.head = "pobj", preposition
    _hang_before(noun, modifiers)
    preposition.hang(preposition.lefts, (noun if word is shot else word for word in preposition.rights))
    shot.lemma_, shot.pos_, shot.tag_, shot.dep_, shot.head = "shoot", "VERB", "VBD", "ROOT", shot
    shot.hang(dead.lefts, (dead, *dead.rights))
    for word in shot.children:
        word.head = shot
    dead.dep_ = "oprd"
    dead.hang(NONE, NONE)


def _hang_before(noun: Word, modifiers: list[Word]) -> None:
    """Put words under a noun, before those it has.

    "A" and "white" under "taxi" in "men in a white taxi shot dead a notary".
    """
    for word in modifiers:
        word.head = noun
    noun.hang((*modifiers, *noun.lefts), noun.rights)


_Mend = Callable[[Word], None]
_BY_FORM: dict[str, _Mend] = {
    "whom": _repair_past,
    "that": repair_saying,
    "by": _repair_agent,
    "of": _repair_of,
    "under": repair_under_attack,
    "dead": repair_shot_dead,
    ":": part_at_colon,
    ";": part_at_semicolon,
    "a": _repair_comparative,
    "-": repair_prefix,
    "and": repair_gerund_row,
    "more": _repair_more,
    **dict.fromkeys(("said", "says", "told", "announced", "reported", "added"), repair_speaker_in_commas),
}
_BY_DEPENDENCY: dict[str, _Mend] = {
    "dobj": _repair_object,
    "prep": _repair_fronted,
    "advcl": _repair_clause,
    "pobj": repair_infinitive,
    "csubj": _repair_clausal_subject,
    "csubjpass": repair_clause_as_subject,
    "cc": repair_fronted_times,
    "ccomp": _repair_content_clause,
    "acl": _repair_noun_clause,
    "nmod": _repair_modifier,
    "conj": _repair_joined,
    "parataxis": repair_inserted,
    "npadvmod": repair_described_in_front,
    "preconj": repair_described_in_front,
    "appos": _repair_apposition,
    "nsubj": _repair_subjects,
    "nsubjpass": _repair_subjects,
}
