"""The places that an event may have, with what speaks for each: evidence for the chooser of `choice.py`."""

from collections.abc import Iterator
from functools import cache

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.grounding.choice import Candidate, evidence_of_none, evidence_of_rules, group_of
from extractor.events.grounding.company import Company
from extractor.events.grounding.mentions import (
    Mentions,
    Nearest,
    describes_speaker,
    nearest_mentions,
    path_of,
    standing,
)
from extractor.events.grounding.seats import is_acting_seat
from extractor.events.grounding.surroundings import Surroundings, kind_of
from extractor.events.index import AnnotatedArticle
from extractor.gazetteer.keys import fold
from extractor.lexicon.tables import word_lists
from extractor.records import Place

_PREPOSITIONS = word_lists("events/words.txt")["before places"]
_PUTTING = ("in", "at", "near", "outside", "around")
_GOALS = frozenset(("to", "towards", "toward", "for"))
_LAUNCHING = word_lists("events/words.txt")["launching"]
_DONE_SOMEWHERE = word_lists("events/words.txt")["done somewhere"]
_STEM = 5  # letters by which two spellings of a region are one
_PARTS = frozenset(("nsubj", "nsubjpass", "poss", "dobj", "appos", "conj", "ROOT"))
# The share of all mentions of places that are those of one.
_SHARES = ((0.08, "low"), (0.2, "middle"))


def place_mentions(article: AnnotatedArticle) -> Mentions:
    """The names of the places of an article, and the nouns that stand for them, but seats that act.

    "Homs" and "the city", which stands for it; not "the White House" of "the White House expelled an envoy".
    """
    spans: list[tuple[str, int, int]] = []
    for place in article.places.values():
        named = (span for span in place.mentions if not is_acting_seat(article, place, span))
        spans += [(place.id, span.start, span.end) for span in (*named, *place.references)]
    return Mentions(article, spans)


def place_candidates(
    article: AnnotatedArticle, mentions: Mentions, surroundings: Surroundings, event: Draft, company: Company[str]
) -> list[Candidate[str | None]]:
    """The place that the rules chose, none, those named near the event and those of the events around it.

    Of "Rebels shelled Homs." Homs, as the rules chose it and as named in the sentence, and none.
    """
    triggers = [article.trigger(claim) for claim in event.claims]
    around = nearest_mentions(article, mentions, triggers)
    told = _told_in_text(article, event, around)
    of_others = {item for item, nearest in around.items() if _is_of_others(article, event, nearest, told)}
    of_others |= {item for item, nearest in around.items() if _is_launch_site(event, nearest)}
    of_others |= set(_of_clauses_beside(event, around))
    found = {item: nearest for item, nearest in around.items() if item not in of_others and not _is_goal(nearest)}
    is_told = told is not None and kind_of(told) == "point"
    lent = [] if is_told else [item for item in company.found if item not in of_others]
    here = [article.places[item] for item, nearest in found.items() if nearest.distance[0] == 0]
    countries = {name: _countries(article, side) for name, side in (("source", event.source), ("target", event.target))}
    setting = surroundings.of(event, mentions.inside(event.trigger, event.sentence))
    candidates = []
    open_to = [event.place] if is_told or _is_surely_put(article, event, around) else [event.place, None]
    for item in dict.fromkeys([*open_to, *found, *lent]):
        nearest = found.get(item or "")
        signs = list(evidence_of_rules(item, nearest)) if item == event.place else []
        if item is None:
            signs += evidence_of_none(event, bool(here))
            signs += _instead(article, event, "none", found)
            signs += surroundings.of_none(setting)
        else:
            place = article.places[item]
            signs += _of_place(mentions, group_of(event), place)
            signs += _of_sides(countries, place)
            signs += _among_others(article, event, here, place)
            signs += company.names(item)
            signs += surroundings.of_place(setting, place)
            signs += _of_mention(article, place, nearest) if nearest is not None else []
        candidates.append(Candidate(item, dict.fromkeys(signs, 1.0)))
    return candidates


def _of_clauses_beside(event: Draft, around: dict[str, Nearest]) -> Iterator[str]:
    """The places in other clauses of its sentence, for an act of words whose own clause or content names one.

    Bor of "burned a mill in Bor after the bishop urged rebels to disarm in Oran" for "urged".
    """
    own = around.get(event.place or "")
    if own is None or not event.coding.kind.verbal or not _is_put(own.mention.head):
        return
    if not event.trigger.above(own.mention.head):
        return
    for item, nearest in around.items():
        is_elsewhere = nearest.distance[0] == 0 and not event.trigger.above(nearest.mention.head)
        if is_elsewhere and item != event.place:
            yield item


def _is_of_others(article: AnnotatedArticle, event: Draft, nearest: Nearest, told: Place | None) -> bool:
    """Whether a place is where the speaker is, or where only the reporter is: a dateline of another country.

    Washington of "WASHINGTON — Gunmen burned a school in Gao". Nor is it a town that another clause names where its own
    says "in Gao", nor one outside the region that its own clause names: Jakarta of "JAKARTA — Gunmen burned a school
    in Papua province".
    """
    head, place = nearest.mention.head, article.places[nearest.mention.item]
    if told is not None and place.id == told.id:
        return False
    if told is not None and nearest.where != "argument" and (kind_of(told) == "point" or _is_outside(told, place)):
        return True
    if told is not None and article.is_in_dateline(head):
        return place.country_code != told.country_code or kind_of(told) == "point" or told.kind == "unknown"
    return describes_speaker(article, event, head)


def _is_outside(told: Place, place: Place) -> bool:
    """Whether a place lies outside a region or a district: in another region, or in another country.

    Jakarta for Papua; not Jayapura, which lies there.
    """
    if told.kind not in ("region", "district") or place.id == told.id:
        return False
    if place.country_code != told.country_code:
        return True
    region = told.name if told.kind == "region" else told.admin1
    if kind_of(place) != "point" or region is None or place.admin1 is None:
        return False
    return fold(region)[:_STEM] != fold(place.admin1)[:_STEM]


def _told_in_text(article: AnnotatedArticle, event: Draft, around: dict[str, Nearest]) -> Place | None:
    """The place that the rules chose for a deed, where its own clause says that it was there: "burned it in Gao".

    Gao of "gunmen burned a school in Gao, killing two".
    """
    nearest = around.get(event.place or "") if not event.coding.kind.verbal else None
    if nearest is None or article.is_in_dateline(nearest.mention.head):
        return None
    tied = [event.trigger, *(word for word in event.trigger.ancestors if word.i in event.words)]
    if all(path_of(trigger, nearest.mention.head) != "argument" for trigger in tied):
        return None
    return article.places[nearest.mention.item] if _is_put(nearest.mention.head) else None


def _is_surely_put(article: AnnotatedArticle, event: Draft, around: dict[str, Nearest]) -> bool:
    """Whether the clause of an event says where it was, so that it cannot have been nowhere.

    True of Chad in "they signed a deal with the European Union in Chad", which is not where the union is; not of
    Syria in "he criticised abuses in Syria".
    """
    nearest = around.get(event.place or "")
    if nearest is None or nearest.where != "argument" or not _is_put(nearest.mention.head):
        return False
    return nearest.trigger.lemma_ in _DONE_SOMEWHERE


def _is_put(head: Word) -> bool:
    """Whether a preposition puts an act at a place, also before a word that says what the place is.

    "In Gao", "in Ethiopia's Oromia region"; not "the Gao brigade".
    """
    whole = head.head if head.dep_ in ("compound", "nmod") and head.i + 1 == head.head.i else head
    return whole.is_behind(*_PUTTING)


def _is_goal(nearest: Nearest) -> bool:
    """The town in "stopped lorries that drove to Goma": where somebody goes in a clause inside.

    Not Goma of "drove to Goma".
    """
    if nearest.where != "clause below":
        return False
    head = nearest.mention.head
    return head.dep_ == "pobj" and head.head.lower_ in _GOALS


def _is_launch_site(event: Draft, nearest: Nearest) -> bool:
    """Whether an attack is only fired from a place.

    Kursk of "from positions in the Kursk region, artillery opened up on Sumy".
    """
    if not event.coding.kind.uses_weapons or nearest.mention.item == event.place:
        return False
    nouns = (above.pobj for above in nearest.mention.head.ancestors if above.lower_ == "from")
    return any(noun is not None and noun.lemma_ in _LAUNCHING for noun in nouns)


def _instead(article: AnnotatedArticle, event: Draft, what: str, found: dict[str, Nearest]) -> Iterator[str]:
    """What would be given up for another place.

    "none for point" where the rules chose Homs.
    """
    chosen = article.places.get(event.place or "")
    if chosen is None:
        return
    yield f"{what} for {kind_of(chosen)}"
    nearest = found.get(chosen.id)
    if nearest is not None:
        yield f"{what} for {kind_of(chosen)}, {nearest.where}"


def _of_place(mentions: Mentions, group: str, place: Place) -> tuple[str, ...]:
    """What a place is, and how much the article speaks of it.

    "kind point, act" and "share high" for the Homs of an article on Homs.
    """
    share = _share(mentions.counts[place.id] / len(mentions))
    return _of_kind(kind_of(place), group, share, place.latitude is None, place.id in mentions.in_lead)


@cache
def _of_kind(kind: str, group: str, share: str, is_nowhere: bool, is_in_lead: bool) -> tuple[str, ...]:
    """The same in words, each made once: an article asks for few of them, and for those again and again."""
    signs = [f"kind {kind}", f"kind {kind}, {group}", f"share {share}"]
    if is_nowhere:
        signs.append("no point")
    if is_in_lead:
        signs.append(f"lead, {kind}")
    return tuple(signs)


def _of_sides(countries: dict[str, set[str | None]], place: Place) -> Iterator[str]:
    """Whether a place lies in a country of a side of the event.

    "country of the target, point" for Homs where the target is Syrian.
    """
    for side, theirs in countries.items():
        if place.country_code is not None and place.country_code in theirs:
            yield f"country of the {side}, {kind_of(place)}"


def _share(share: float) -> str:
    """The share of all mentions of places that are those of one, in words.

    "high" for the only place of an article.
    """
    for most, name in _SHARES:
        if share < most:
            return name
    return "high"


def _countries(article: AnnotatedArticle, side: list[str]) -> set[str | None]:
    """The countries of some actors.

    {"SY"} for the Syrian army.
    """
    return {article.actors[actor].country for actor in side}


def _among_others(article: AnnotatedArticle, event: Draft, here: list[Place], place: Place) -> Iterator[str]:
    """How a place stands to the others of the sentence and to the choice of the rules.

    "Inside a country of the sentence" for Homs of "shelled Homs in Syria", "a finer place in the sentence" for Syria.
    """
    kind = kind_of(place)
    others = _kinds_beside(place, here)
    if kind != "country" and "country" in others:
        yield "inside a country of the sentence"
    if kind in ("country", "region") and "point" in others:
        yield "a finer place in the sentence"
    chosen = article.places.get(event.place or "")
    if chosen is not None and chosen.id != place.id:
        relation = "same" if chosen.country_code == place.country_code else "other"
        yield f"{relation} country as rules, {kind} for {kind_of(chosen)}"


def _kinds_beside(place: Place, here: list[Place]) -> set[str]:
    """What the other places of the sentence are that lie in the same country.

    "region" for Homs of "in Homs, in the province of Homs".
    """
    return {kind_of(other) for other in here if other.id != place.id and other.country_code == place.country_code}


def _of_mention(article: AnnotatedArticle, place: Place, nearest: Nearest) -> tuple[str, ...]:
    """Where a name stands to the event, and in its own clause."""
    head = nearest.mention.head
    where = nearest.where if nearest.distance[0] == 0 else None
    signs = (*standing(nearest), *_in_role(kind_of(place), _role(head), where))
    if article.is_layout(head):
        return (*signs, "in layout")
    return signs


@cache
def _in_role(kind: str, role: str, where: str | None) -> tuple[str, ...]:
    """What a name is in its clause; `where` it stands to the event, if in its sentence."""
    signs = (role, f"{kind}, {role}")
    if where is None:
        return signs
    return (*signs, f"same sentence, {role}", f"{kind}, {where}")


def _role(head: Word) -> str:
    """What a name is in its clause: behind "in", the subject, an owner, before a noun.

    "behind in" for Homs of "killed in Homs", "as dobj" for that of "shelled Homs".
    """
    if head.dep_ == "pobj":
        return f"behind {head.head.lower_ if head.head.lower_ in _PREPOSITIONS else 'another preposition'}"
    if head.dep_ in ("compound", "amod", "nmod"):
        return "before a noun"
    return f"as {head.dep_ if head.dep_ in _PARTS else 'another part'}"
