"""The figures of an incident: each number with the voice that gives it, and the tally of a slot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

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

    @property
    def dates(self) -> list[date | datetime]:
        """When the articles that give it were published, as far as known, in their order."""
        return [account.article.published for account, _ in self.told if account.article.published is not None]

    @property
    def last_day(self) -> int | None:
        """The last of these days."""
        return max((published.toordinal() for published in self.dates), default=None)


def bounds(low: int | None, high: int | None) -> tuple[int, int]:
    """An interval with its open ends closed far out."""
    return low or 0, UNBOUNDED if high is None else high


def exclude(one: Figure, other: Figure) -> bool:
    """Whether two figures cannot both be right: a narrower interval inside a wider one can."""
    (low, high), (low2, high2) = bounds(one.low, one.high), bounds(other.low, other.high)
    return max(low, low2) > min(high, high2)


def figures_of(accounts: Sequence[Account], voices: Voices) -> dict[Slot, list[Figure]]:
    """Slot -> its figures in order of publication; accounts come in that order."""
    found: dict[Slot, list[Figure]] = {}
    told = set().union(*(account.counts for account in accounts))
    for slot in COUNT_SLOTS:
        if slot in told:
            found[slot] = _figures(accounts, slot, voices)
    return found


def _figures(accounts: Sequence[Account], slot: Slot, voices: Voices) -> list[Figure]:
    """The figures of one slot."""
    groups: dict[tuple[Interval, int | None], _Group] = {}
    for account in accounts:
        for told in account.counts.get(slot, ()):
            voice = voices.number(account.article.id, told.speaker) if told.speaker else None
            key = ((told.low, told.high), voice)
            groups.setdefault(key, _Group(*key)).told.append((account, told))
    return [_figure(group, _is_superseded(group, list(groups.values())), voices) for group in groups.values()]


def _is_superseded(group: _Group, groups: Sequence[_Group]) -> bool:
    """Whether the same voice gives another figure in an article published later."""
    if group.last_day is None:
        return False
    days = [other.last_day for other in groups if other.voice == group.voice]
    return max(filter(None, days)) > group.last_day


def _figure(group: _Group, superseded: bool, voices: Voices) -> Figure:
    """The record of a group of equal figures."""
    speaker = voices.participant(group.voice) if group.voice is not None else None
    dates = group.dates
    return Figure.made(
        low=group.interval[0],
        high=group.interval[1],
        claimed_by=[speaker.name] if speaker else [],
        speakers=[speaker.id] if speaker else [],
        articles=list(dict.fromkeys(account.article.id for account, _ in group.told)),
        reports=list(dict.fromkeys((account.article.id, account.event) for account, _ in group.told)),
        first_published=dates[0] if dates else None,
        last_published=dates[-1] if dates else None,
        text=group.told[0][1].text,
        superseded=superseded,
    )


def tally(figures: Sequence[Figure], origin: Mapping[tuple[str, str], int], aggregate: Aggregate) -> Tally | None:
    """The figures of a slot in one, as the rule of the settings has it; None without a figure that says a number.

    `origin` is the independent source of each report (article, event).
    """
    standing = [figure for figure in figures if not figure.superseded and _number(figure) is not None]
    if not standing:
        return None
    lowest = min(_number(figure) or 0 for figure in standing)
    best = _number(_best(standing, origin, aggregate))
    return Tally.made(low=lowest, best=best, high=_highest(standing), rule=_RULES[aggregate])


def _number(figure: Figure) -> int | None:
    """The least that a figure says, else the most."""
    return figure.low if figure.low is not None else figure.high


def _highest(figures: Sequence[Figure]) -> int | None:
    """The highest number given; None when an open figure ("more than 200") lies above all closed ones."""
    closed = max((figure.high for figure in figures if figure.high is not None), default=-1)
    still_open = [figure.low or 0 for figure in figures if figure.high is None]
    if max(still_open, default=-1) > closed:
        return None
    return closed


def _best(figures: Sequence[Figure], origin: Mapping[tuple[str, str], int], aggregate: Aggregate) -> Figure:
    """The figure that a rule takes for the best.

    Of "10 dead" on Monday and "12 dead" on Tuesday the latest is 12 and the conservative one 10.
    """
    if aggregate == "conservative":
        return min(figures, key=lambda figure: _number(figure) or 0)
    if aggregate == "informative":
        return min(figures, key=lambda figure: (_width(figure), -(_number(figure) or 0)))
    latest_first = sorted(figures, key=_last_day)[::-1]
    if aggregate == "latest":
        return latest_first[0]
    return max(latest_first, key=lambda figure: len(_origins(figures, figure, origin)))


def _origins(figures: Sequence[Figure], like: Figure, origin: Mapping[tuple[str, str], int]) -> set[int]:
    """The independent sources of all figures with the same interval."""
    found: set[int] = set()
    for figure in figures:
        if (figure.low, figure.high) == (like.low, like.high):
            found |= {origin[report] for report in figure.reports}
    return found


def _width(figure: Figure) -> int:
    """How many numbers lie inside a figure."""
    low, high = bounds(figure.low, figure.high)
    return high - low


def _last_day(figure: Figure) -> int:
    """The day of the last article that gives it; 0 where that is not known."""
    if figure.last_published is None:
        return 0
    return figure.last_published.toordinal()
