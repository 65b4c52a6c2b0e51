"""What speaks for an event as the antecedent of a draft, and for none: the named evidence of a fitted model."""

from collections.abc import Callable, Iterator, Sequence

from extractor.events.coreference import constraints as forbid
from extractor.events.coreference.mention_features import tells_harm
from extractor.events.coreference.mention_pair import MentionPair
from extractor.events.coreference.preferences import has_same_stem, is_least_the_same
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.logistic import Evidence

MOST_BETWEEN = 6  # events between a draft and its event; more count alike
_DISTANCES = ((0, "0"), (1, "1"), (2, "2"), (5, "3-5"), (10, "6-10"))  # the most sentences of each step
_TESTS: dict[str, Callable[[MentionPair], bool]] = {
    "only planned": forbid.only_planned,
    "other mode": forbid.other_mode,
    "other source": forbid.other_source,
    "other target": forbid.other_target,
    "other things or people": forbid.other_things_or_people,
    "other place": forbid.other_place,
    "other days": forbid.other_days,
    "tied": lambda pair: pair.tied,
    "same stem": has_same_stem,
}


def evidence_for(article: AnnotatedArticle, draft: Draft, event: Draft, events: Sequence[Draft]) -> Evidence:
    """What speaks for one of the events so far as the antecedent of a draft: how it stands to it.

    "same mode" and "noun, distance: 1" for the shelling of "Rebels shelled Homs. The shelling killed two."
    """
    last = enumerate(reversed(events[-MOST_BETWEEN:]))
    between = next((since for since, other in last if other is event), MOST_BETWEEN)
    signs = [*_signs(MentionPair(article, event, draft), between)]
    if event is events[0]:
        signs.append("first event")
    return dict.fromkeys(signs, 1.0)


def evidence_of_rules(preference: str | None) -> Evidence:
    """That the rules chose an event by a preference, or none.

    "rules" and "rules: same word" for an attack told again in the same words.
    """
    return dict.fromkeys(("rules", f"rules: {preference or 'none'}"), 1.0)


def evidence_for_none(draft: Draft, preference: str | None) -> Evidence:
    """What speaks for a draft as an event of its own, where the rules join it by a preference, or by none.

    "none", "none: noun" and "none: definite" for "the attack".
    """
    signs = ["none", f"none: {_kind_of(draft)}"]
    if draft.definite:
        signs.append("none: definite")
    if any(claim.quoted for claim in draft.claims):
        signs.append("none: quoted")
    if preference is None:
        return dict.fromkeys(signs, 1.0) | evidence_of_rules(None)
    return dict.fromkeys([*signs, f"none, rules: {preference}"], 1.0)


def _signs(pair: MentionPair, between: int) -> Iterator[str]:
    """How an event stands to a draft, some of it also by the kind of the draft."""
    kind = _kind_of(pair.draft)
    for sign in _relations(pair, between):
        yield sign
        yield f"{kind}, {sign}"
    yield f"place: {_told(pair.event.place, pair.draft.place)}"
    yield f"days: {_days(pair)}"
    for name, holds in _TESTS.items():
        if holds(pair):
            yield name


def _relations(pair: MentionPair, between: int) -> Iterator[str]:
    """How an event stands to a draft: how far away, and what is alike."""
    event, draft = pair.both
    yield f"distance: {_distance(pair)}"
    yield f"between: {between}"
    yield f"counts: {_counts(pair)}"
    words = pair.article.words
    if words.paragraph_of(event.trigger.idx) == words.paragraph_of(draft.trigger.idx):
        yield "same paragraph"
    if event.coding.type == draft.coding.type:
        yield "same type"
    if pair.same_mode:
        yield "same mode"


def _kind_of(draft: Draft) -> str:
    """How a draft tells of its act: by a noun, as harm that nobody is said to have done, by another verb."""
    if draft.noun:
        return "noun"
    return "harm" if tells_harm(draft) else "verb"


def _distance(pair: MentionPair) -> str:
    """How many sentences lie between, in steps."""
    return next((name for most, name in _DISTANCES if pair.distance <= most), "more")


def _told(one: object, other: object) -> str:
    """Which of the two have something, and whether it is the same.

    >>> _told("Gao", "Gao"), _told("Gao", None), _told(None, None)
    ('same', 'event', 'neither')
    """
    if not one and not other:
        return "neither"
    if not one or not other:
        return "event" if one else "draft"
    return "same" if one == other else "other"


def _days(pair: MentionPair) -> str:
    """Which of the two have days, and how those stand to each other."""
    told = _told(pair.event.days, pair.draft.days)
    if told == "other" and not forbid.other_days(pair):
        return "overlap"
    return told


def _counts(pair: MentionPair) -> str:
    """Which of the two give counts, and whether those of one kind are the same.

    "same" where both "killing two people" and "killed two people" are told, "draft" where only the second is.
    """
    if not pair.shared_slots:
        told = _told(pair.event.counts, pair.draft.counts)
        return "of other kinds" if told in ("same", "other") else told
    return "same" if all(is_least_the_same(pair, slot) for slot in pair.shared_slots) else "other"
