"""Claim -> Proposition: what the classifier sees."""

from extractor.document.tokens import Word
from extractor.events.arguments.plurals import actors_of, stands_for_pair
from extractor.events.classify.asked import asked_in
from extractor.events.classify.proposition import Participant, Proposition
from extractor.events.index import AnnotatedArticle, kind_of
from extractor.lexicon.weapons import modes_of_means
from extractor.lexicon.word_classes import word_class
from extractor.records import Claim, Polarity
from extractor.syntax import Frame, clause_tokens, complement_of, noun_predicate, predicate_of, quality_of


def propose(article: AnnotatedArticle, claim: Claim, frame: Frame) -> Proposition:
    """The claim in words and participants.

    "Rebels carried out an attack on Homs": predicate "carry out", light noun "attack", the head "rebel" as agent.
    """
    quality = quality_of(frame)
    complement = frame.complement if quality is None else complement_of(quality)
    inner = complement.rights.first("dobj", "attr") if complement is not None else None
    others = [oblique for oblique in frame.obliques if not _tells_day(*oblique)]
    return Proposition(
        predicate=frame.predicate if quality is None else quality.lemma_,
        noun=frame.noun,
        passive=frame.passive,
        agent=_participant(article, frame.agent),
        patient=_participant(article, frame.patient),
        recipient=_participant(article, frame.recipient),
        instrument=_participant(article, frame.instrument),
        obliques=tuple((preposition, noun.lemma_) for preposition, noun in others),
        kinds=tuple((p, kind) for p, noun in others if (kind := _kind(article, noun)) is not None),
        complement=predicate_of(complement) if complement is not None else None,
        complement_object=inner.lemma_ if inner is not None else None,
        light_noun=(noun_predicate(frame.light) or frame.light.lemma_) if frame.light is not None else None,
        called=_called(frame.trigger),
        asked=asked_in(frame),
        words=frozenset(token.lemma_ for token in clause_tokens(frame.trigger) if _is_word(token)),
        sentence=article.sentence_words(frame.trigger),
        tense=claim.tense,
        modality=claim.modality.value,
        positive=claim.polarity is Polarity.POSITIVE,
        domain_odds=article.domain_odds(frame.trigger),
    )


def _tells_day(preposition: str, noun: Word) -> bool:
    """ "Marched on 6 March", "advanced on Sunday": neither a crowd nor a town that they marched on."""
    return preposition == "on" and noun.ent_type_ == "DATE"


def _called(trigger: Word) -> frozenset[str]:
    """What the object of a verb is said to be, in words: shabby for "called it shabby", "dismissed it as shabby"."""
    said = trigger.rights.first("oprd") or trigger.prep("as")
    if said is None:
        return frozenset()
    return frozenset(form for token in clause_tokens(said) for form in (token.lemma_, token.lower_))


def _is_word(token: Word) -> bool:
    """Whether a token is a word of the clause: not a number or a sign, and not the "March" of a date."""
    if token.pos_ == "PROPN" and token.ent_type_ == "DATE":
        return False
    return token.text.isalpha()


def _kind(article: AnnotatedArticle, noun: Word) -> str | None:
    """What a noun stands for: a person, an organization, a place ..."""
    return kind_of(article, article.actor_of(noun), noun)[0]


def _participant(article: AnnotatedArticle, token: Word | None) -> Participant | None:
    """A participant with what is known of it.

    Of "Two guards shot a minister." the head "guard" with the kind "people", the head "minister" with "person" and GOV.
    """
    if token is None:
        return None
    actor = article.actor_of(token)
    if actor is None and stands_for_pair(article, token):
        actor = next(iter(actors_of(article, token)), None)
    kind, sector = kind_of(article, actor, token)
    return Participant(" ".join(_noun_words(token)), _weapon_in(token) or token.lemma_, kind, sector, _counted(token))


def _weapon_in(noun: Word) -> str | None:
    """The heavy weapon that a bomb or a round is for: the mortar of "mortar bombs"."""
    if noun.lemma_ not in ("bomb", "round"):
        return None
    heavy = modes_of_means()["heavy-weapons"]
    return next((word.lemma_ for word in noun.lefts.those("compound") if word.lemma_ in heavy), None)


def _counted(token: Word) -> str | None:
    """What a quantity is one of: prisoner for "dozens of prisoners"."""
    if token.lemma_ not in word_class("quantities"):
        return None
    of = token.prep("of")
    return of.lemma_ if of is not None else None


def _noun_words(noun: Word) -> list[str]:
    """A noun with what modifies it: "a wave of rocket attacks" -> wave of rocket attacks."""
    words = [child.lower_ for child in noun.lefts.those("compound", "amod", "nmod")]
    words.append(noun.lower_)
    inner = noun.prep("of")
    if inner is not None:
        return [*words, "of", *_noun_words(inner)]
    return words
