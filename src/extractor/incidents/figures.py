"""The figures of an incident: each number with the voice that gives it, and the tally of a slot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractor.incidents.account import Account, Told
from extractor.incidents.records import COUNT_SLOTS, Figure, Slot, Tally
from extractor.incidents.settings import Aggregate
from extractor.incidents.voices import Voices

Interval = tuple[int | None, int | None]
UNBOUNDED = 10**9
_RULES: Mapping[Aggregate, str] = {
    "modal": "modal, then latest",
    "conservative": "lowest",
    "latest": "latest",
    "informative": "narrowest, then highest",
}


@dataclass(slots=True)
class _Group:
    """The same interval in the same voice; `voice` None is the articles' own."""

    interval: Interval
    voice: int | None
    told: list[tuple[Account, Told]] = field(default_factory=list)


def bounds(low: int | None, high: int | None) -> tuple[int, int]:
    """An interval with its open ends closed far out."""
    return low or 0, UNBOUNDED if high is None else high


def exclude(one: Figure, other: Figure) -> bool:
    """Whether two figures cannot both be right: a narrower interval inside a wider one can."""
    (low, high), (low2, high2) = bounds(one.low, one.high), bounds(other.low, other.high)
    return max(low, low2) > min(high, high2)


def figures_of(accounts: Sequence[Account], voices: Voices) -> dict[Slot, list[Figure]]:
    """Slot -> its figures in order of publication; accounts come in that order."""
    found = {slot: _figures(accounts, slot, voices) for slot in COUNT_SLOTS}
    return {slot: figures for slot, figures in found.items() if figures}


def _figures(accounts: Sequence[Account], slot: Slot, voices: Voices) -> list[Figure]:
    groups: dict[tuple[Interval, int | None], _Group] = {}
    for account in accounts:
        for told in account.counts.get(slot, ()):
            voice = voices.number(account.article.id, told.speaker) if told.speaker else None
            key = ((told.low, told.high), voice)
            groups.setdefault(key, _Group(*key)).told.append((account, told))
    return [_figure(group, _is_superseded(group, list(groups.values())), voices) for group in groups.values()]


def _is_superseded(group: _Group, groups: Sequence[_Group]) -> bool:
    """Whether the same voice gives another figure in an article published later."""
    last = _days(group)[-1:]
    return any(
        other is not group and other.voice == group.voice and last and _days(other)[-1:] > last for other in groups
    )


def _days(group: _Group) -> list[int]:
    return sorted(account.article.published.toordinal() for account, _ in group.told if account.article.published)


def _figure(group: _Group, superseded: bool, voices: Voices) -> Figure:
    speaker = voices.participant(group.voice) if group.voice is not None else None
    dated = [account.article.published for account, _ in group.told if account.article.published is not None]
    return Figure(
        low=group.interval[0],
        high=group.interval[1],
        claimed_by=[speaker.name] if speaker else [],
        speakers=[speaker.id] if speaker else [],
        articles=list(dict.fromkeys(account.article.id for account, _ in group.told)),
        reports=list(dict.fromkeys((account.article.id, account.event) for account, _ in group.told)),
        first_published=dated[0] if dated else None,
        last_published=dated[-1] if dated else None,
        text=group.told[0][1].text,
        superseded=superseded,
    )


def tally(figures: Sequence[Figure], origin: Mapping[tuple[str, str], int], aggregate: Aggregate) -> Tally | None:
    """The figures of a slot in one; None without a figure that says a number."""
    standing = [figure for figure in figures if not figure.superseded and _number(figure) is not None]
    if not standing:
        return None
    numbers = [_number(figure) or 0 for figure in standing]
    return Tally(
        low=min(numbers),
        best=_best(standing, origin, aggregate),
        high=_highest(standing),
        rule=_RULES[aggregate],
    )


def _number(figure: Figure) -> int | None:
    return figure.low if figure.low is not None else figure.high


def _highest(figures: Sequence[Figure]) -> int | None:
    """The highest number given; None when an open figure ("more than 200") lies above all closed ones."""
    closed = max((figure.high for figure in figures if figure.high is not None), default=-1)
    opened = max((figure.low or 0 for figure in figures if figure.high is None), default=-1)
    return closed if closed >= opened else None


def _best(figures: Sequence[Figure], origin: Mapping[tuple[str, str], int], aggregate: Aggregate) -> int | None:
    if aggregate == "conservative":
        return min(_number(figure) or 0 for figure in figures)
    if aggregate == "informative":
        return _number(min(figures, key=lambda figure: (_width(figure), -(_number(figure) or 0))))
    latest = {id(figure): number for number, figure in enumerate(sorted(figures, key=_last_day))}
    if aggregate == "latest":
        return _number(max(figures, key=lambda figure: latest[id(figure)]))
    support = {id(figure): len(_origins(figures, figure, origin)) for figure in figures}
    return _number(max(figures, key=lambda figure: (support[id(figure)], latest[id(figure)])))


def _origins(figures: Sequence[Figure], like: Figure, origin: Mapping[tuple[str, str], int]) -> set[int]:
    """The independent sources of all figures with the same interval."""
    same = [figure for figure in figures if (figure.low, figure.high) == (like.low, like.high)]
    return {origin[report] for figure in same for report in figure.reports}


def _width(figure: Figure) -> int:
    low, high = bounds(figure.low, figure.high)
    return high - low


def _last_day(figure: Figure) -> int:
    return figure.last_published.toordinal() if figure.last_published is not None else 0
