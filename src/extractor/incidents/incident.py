"""The accounts of one real event -> its Incident."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from extractor.document.ids import content_id
from extractor.incidents.account import Account
from extractor.incidents.consensus import days_of, most_told, place_of
from extractor.incidents.disputes import disputes_of
from extractor.incidents.figures import figures_of, tally
from extractor.incidents.records import COUNT_SLOTS, Incident, Report, Tally
from extractor.incidents.settings import LinkSettings
from extractor.incidents.sources import origins_of
from extractor.incidents.voices import Voices, participants
from extractor.records import Modality, Polarity

Occurrence = Literal["asserted", "reported", "disputed", "denied", "intended"]


def incident_id(founder: Account, again: int = 0) -> str:
    """The id that the founding report gives its incident; another where it gave one to an incident that is no more."""
    return content_id("i", founder.article.id, founder.event, *([again] if again else []))


def incident_of(
    accounts: Sequence[Account], confidences: Sequence[float], settings: LinkSettings, identifier: str | None = None
) -> Incident:
    """One incident from its accounts, which come in order of publication."""
    identifier = identifier or incident_id(accounts[0])
    articles = list({account.article.id: account.article for account in accounts}.values())
    origin = origins_of(articles)
    voices = Voices(identifier)
    source, target = (participants(accounts, voices, side) for side in ("source", "target"))
    counts = figures_of(accounts, voices)
    disputes = disputes_of(accounts, counts)
    disputed = list(dict.fromkeys(dispute.slot for dispute in disputes))
    by_report = {(account.article.id, account.event): origin[account.article.id] for account in accounts}
    tallies: dict[str, Tally | None] = dict.fromkeys(COUNT_SLOTS)
    tallies |= {slot: tally(figures, by_report, settings.aggregate) for slot, figures in counts.items()}
    return Incident.made(
        id=identifier,
        revision=1,
        **_kind(accounts, origin),
        source=source,
        target=target,
        place=place_of(accounts, origin),
        **_when(accounts, origin),
        occurrence=_occurrence(accounts, disputed),
        counts=counts,
        **tallies,
        disputed=disputed,
        disputes=disputes,
        reports=[_report(*pair, origin) for pair in zip(accounts, confidences, strict=True)],
        independent_sources=len(set(origin.values())),
        outlets=len({article.outlet.casefold() for article in articles if article.outlet}),
        articles=len(articles),
        confidence=round(min(confidences), 3),
        reasons=[],
        merged_from=[],
        merged_into=None,
    )


def _kind(accounts: Sequence[Account], origin: Mapping[str, int]) -> dict[str, Any]:
    """Type, mode and codes, as most independent sources have them; contexts of all."""
    event_type = most_told(accounts, lambda account: account.type, origin)
    typed = [account for account in accounts if account.type == event_type]
    moded = [account for account in typed if account.mode] or typed
    mode = most_told(moded, lambda account: account.mode, origin)
    coded = [account for account in moded if account.mode == mode]
    return {
        "type": event_type,
        "mode": mode,
        "contexts": list(dict.fromkeys(context for account in accounts for context in account.contexts)),
        "cameo": most_told(coded, lambda account: account.cameo, origin),
        "acled": most_told(coded, lambda account: account.acled, origin),
    }


def _when(accounts: Sequence[Account], origin: Mapping[str, int]) -> dict[str, Any]:
    """The days of an incident, and when it was told first and last."""
    start, end, precision = days_of(accounts, origin) or (None, None, None)
    published = [account.article.published for account in accounts if account.article.published is not None]
    return {
        "start_date": start,
        "end_date": end,
        "time_precision": precision,
        "first_published": published[0] if published else None,
        "last_published": published[-1] if published else None,
    }


def _occurrence(accounts: Sequence[Account], disputed: Sequence[str]) -> Occurrence:
    """Whether it took place, as all accounts together tell it.

    "intended" for a raid that all accounts only announce, "asserted" where one tells it as a fact that nobody disputes.
    """
    if "occurrence" in disputed:
        return "disputed"
    positive = {account.modality for account in accounts if account.polarity is Polarity.POSITIVE}
    if positive <= {Modality.DENIED}:
        return "denied"
    if all(account.modality in (Modality.INTENDED, Modality.HYPOTHETICAL) for account in accounts):
        return "intended"
    if Modality.ASSERTED in positive:
        return "asserted"
    return "reported"


def _report(account: Account, confidence: float, origin: Mapping[str, int]) -> Report:
    """What an incident tells of one of its reports."""
    article = account.article
    return Report.made(
        article=article.id,
        event=account.event,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        title=article.title,
        copy_of=article.copy_of,
        origin=origin[article.id],
        claims=[*account.claims],
        type=account.type,
        place=account.place.name if account.place else None,
        start_date=account.start_date,
        end_date=account.end_date,
        confidence=round(confidence, 3),
    )
