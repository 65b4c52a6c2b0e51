"""Draft -> Event, the record that users see."""

from extractor.document.ids import content_id
from extractor.events.arguments.paths import argument_paths
from extractor.events.casualties.speakers import said_by
from extractor.events.casualties.tolls import counts_of
from extractor.events.codebooks.acled import acled_for, side
from extractor.events.draft import Draft
from extractor.events.grounding.days import geo_precision, time_precision
from extractor.events.index import AnnotatedArticle
from extractor.records import Acled, Count, Event

FIRST = 3  # mentions of an event whose sentences tell its ACLED type


def record_of(article: AnnotatedArticle, draft: Draft) -> tuple[tuple[int, int], Event]:
    """The event of a draft, after what it is sorted by.

    ((7, 7), the event) for "Rebels shelled Homs.": the offset of its first claim, then of its first trigger.
    """
    place = article.places.get(draft.place or "")
    counts, disputed = _counts(article, draft)
    start, end = draft.days or (None, None)
    triggers = draft.triggers
    own = triggers if draft.part is None else [*triggers, draft.part]
    event = Event(
        id=content_id("e", article.id, draft.coding.type, *own),
        type=draft.coding.type,
        quad=draft.coding.kind.quad,
        goldstein=draft.coding.kind.goldstein,
        mode=draft.coding.mode,
        contexts=list(draft.coding.contexts),
        cameo=draft.coding.cameo,
        acled=_acled(article, draft, counts),
        source=draft.source,
        target=draft.target,
        place=place.id if place else None,
        geo_precision=geo_precision(place),
        start_date=start,
        end_date=end,
        time_precision=time_precision(draft.days),
        polarity=draft.polarity,
        modality=draft.modality,
        claimed_by=draft.claimed_by,
        disputed_by=draft.disputed_by,
        instruments=draft.instruments,
        fatalities=counts.get("fatalities"),
        injured=counts.get("injured"),
        detained=counts.get("detained"),
        displaced=counts.get("displaced"),
        counts_disputed=disputed,
        claims=[claim.id for claim in sorted(draft.claims, key=lambda c: c.trigger.start)],
        confidence=round(draft.coding.confidence, 3),
        reasons=[*draft.reasons, *argument_paths(article, draft)],
        rules=draft.rules,
    )
    return (draft.claims[0].trigger.start, triggers[0]), event


def _counts(article: AnnotatedArticle, draft: Draft) -> tuple[dict[str, Count], dict[str, list[Count]]]:
    """The counts of an event and those that disagree with them, each with who gives it."""
    counts, disputed = counts_of(article, draft)
    said = {slot: said_by(article, count, draft.claims) for slot, count in counts.items()}
    return said, {slot: [said_by(article, count, draft.claims) for count in told] for slot, told in disputed.items()}


def _acled(article: AnnotatedArticle, draft: Draft, counts: dict[str, Count]) -> Acled | None:
    """The ACLED type of a draft, from its coding, the sectors of its sides and the words of its first sentences."""
    # Who was shot may have lived: "up to two" is no death yet.
    fatal = "fatalities" in counts and bool(counts["fatalities"].low)
    words = frozenset().union(*(article.sentence_words(article.trigger(claim)) for claim in draft.claims[:FIRST]))
    sides = _side(article, draft.source), _side(article, draft.target)
    return acled_for(draft.coding, *sides, words, fatal=fatal, abroad=_is_abroad(article, draft))


def _is_abroad(article: AnnotatedArticle, draft: Draft) -> bool:
    """Whether everybody who did it is of another country than its place.

    True of "French jets bombed a camp in Mali.", not of "Malian troops shelled Gao."
    """
    place = article.places.get(draft.place or "")
    homes = {article.actors[actor].country for actor in draft.source} - {None}
    if place is None or place.country_code is None or not homes:
        return False
    return place.country_code not in homes


def _side(article: AnnotatedArticle, actors: list[str]) -> str | None:
    """The side of the first actor that has one."""
    known = [article.actors[actor] for actor in actors]
    sides_ = (
        side(actor.kind.value, actor.sector, actor.name.lower().rpartition(" ")[2].removesuffix("s")) for actor in known
    )
    return next((found for found in sides_ if found), None)
