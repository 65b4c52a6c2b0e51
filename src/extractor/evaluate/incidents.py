"""How right incidents are against incidents you have checked: as sets of reports, by the measures of coreference.

A report counts where both know it. Pairs: of two reports in one incident. B3: how pure each report's incident is (Bagga
and Baldwin 1998). MUC: links that hold incidents together (Vilain et al. 1995). CEAFe: the best matching of incidents
(Luo 2005). CoNLL is the mean of the F1 of the last three.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

import numpy as np

from extractor.incidents.records import Incident
from extractor.records import Record

ReportKey = tuple[str, str]  # article id, event id
Partition = Mapping[ReportKey, Hashable]
Group = frozenset[ReportKey]


class Agreement(Record):
    """Precision, recall and F1 in percent."""

    precision: float
    recall: float
    f1: float


class IncidentReport(Record):
    """Percentages, over the reports that both know. `exact`: of the gold's incidents with several reports those that
    are there as they are; `over_merged`: of the predicted ones with several reports those that hold reports of two;
    `under_merged`: of the gold's with several reports those that lie in two.
    """

    reports: int
    gold: int
    predicted: int
    pairs: Agreement
    b3: Agreement
    muc: Agreement
    ceafe: Agreement
    conll: float
    exact: float
    over_merged: float
    under_merged: float


def evaluate_incidents(gold: Iterable[Incident], predicted: Iterable[Incident]) -> IncidentReport:
    """Score incidents against checked ones."""
    key, response = _partition(gold), _partition(predicted)
    both = sorted(key.keys() & response.keys())
    key, response = ({report: part[report] for report in both} for part in (key, response))
    golds, answers = _groups(key), _groups(response)
    b3, muc, ceafe = _b3(golds, answers), _muc(key, response), _ceafe(golds, answers)
    several = [group for group in golds if len(group) > 1]
    joined = [group for group in answers if len(group) > 1]
    return IncidentReport(
        reports=len(both),
        gold=len(golds),
        predicted=len(answers),
        pairs=_pairs(key, response),
        b3=b3,
        muc=muc,
        ceafe=ceafe,
        conll=round((b3.f1 + muc.f1 + ceafe.f1) / 3, 1),
        exact=_percent(len(set(several) & set(answers)), len(several)),
        over_merged=_percent(sum(_is_torn(group, key) for group in joined), len(joined)),
        under_merged=_percent(sum(_is_torn(group, response) for group in several), len(several)),
    )


def _partition(incidents: Iterable[Incident]) -> dict[ReportKey, Hashable]:
    """Each report with the id of its incident."""
    return {(report.article, report.event): incident.id for incident in incidents for report in incident.reports}


def _groups(partition: Partition) -> list[Group]:
    """The sets of reports that are one incident."""
    found: dict[Hashable, set[ReportKey]] = {}
    for report, incident in partition.items():
        found.setdefault(incident, set()).add(report)
    return [frozenset(group) for group in found.values()]


def _is_torn(group: Group, partition: Partition) -> bool:
    """Whether the reports of a group lie in several incidents of another partition."""
    return len({partition[report] for report in group}) > 1


def _pairs(key: Partition, response: Partition) -> Agreement:
    """How many pairs of reports are in one incident in both."""

    def pairs(sizes: Iterable[int]) -> int:
        return sum(size * (size - 1) // 2 for size in sizes)

    right = pairs(Counter((key[report], response[report]) for report in key).values())
    return _agreement(right, pairs(Counter(response.values()).values()), right, pairs(Counter(key.values()).values()))


def _b3(golds: Sequence[Group], answers: Sequence[Group]) -> Agreement:
    """B cubed: how much of the incident of each report is shared."""

    def purity(groups: Sequence[Group], others: Sequence[Group]) -> float:
        """The mean share of each report's group that its group on the other side holds too."""
        of = {report: group for group in others for report in group}
        return sum(len(group & of[report]) / len(group) for group in groups for report in group)

    reports = sum(map(len, golds))
    return _agreement(purity(answers, golds), reports, purity(golds, answers), reports)


def _muc(key: Partition, response: Partition) -> Agreement:
    """MUC: how many of the links that hold incidents together are found."""

    def links(groups: Sequence[Group], other: Partition) -> tuple[int, int]:
        """The links of groups that the other partition keeps, and all; a group of n reports has n - 1."""
        kept = sum(len(group) - len({other[report] for report in group}) for group in groups)
        return kept, sum(len(group) - 1 for group in groups)

    return _agreement(*links(_groups(response), key), *links(_groups(key), response))


def _ceafe(golds: Sequence[Group], answers: Sequence[Group]) -> Agreement:
    """Gold and predicted incidents matched one to one so that they are most alike, 2 |A n B| / (|A| + |B|)."""
    alike = np.array([[2 * len(g & a) / (len(g) + len(a)) for a in answers] for g in golds]).reshape(
        len(golds), len(answers)
    )
    best = _best_matching(alike)
    return _agreement(best, len(answers), best, len(golds))


def _best_matching(worth: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> float:
    """The highest sum of a one-to-one matching of rows and columns (Hungarian method, shortest augmenting paths)."""
    if worth.size == 0:
        return 0.0
    cost = -(worth if worth.shape[0] <= worth.shape[1] else worth.T)
    rows, columns = cost.shape
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    row_at = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        row_at[0], column = row, 0
        least, before = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=int)
        seen = np.zeros(columns + 1, dtype=bool)
        while row_at[column]:
            seen[column] = True
            reduced = cost[row_at[column] - 1] - of_row[row_at[column]] - of_column[1:]
            nearer = ~seen[1:] & (reduced < least[1:])
            least[1:][nearer], before[1:][nearer] = reduced[nearer], column
            following = int(np.argmin(np.where(seen[1:], np.inf, least[1:]))) + 1
            step = least[following]
            of_row[row_at[seen]] += step
            of_column[seen] -= step
            least[1:][~seen[1:]] -= step
            column = following
        while column:
            row_at[column] = row_at[before[column]]
            column = int(before[column])
    return float(sum(-cost[row_at[column] - 1, column - 1] for column in range(1, columns + 1) if row_at[column]))


def _agreement(right: float, predicted: float, found: float, gold: float) -> Agreement:
    """Precision and recall of what is right, with their F1."""
    precision, recall = (part / whole if whole else 0.0 for part, whole in ((right, predicted), (found, gold)))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Agreement(precision=_rounded(precision), recall=_rounded(recall), f1=_rounded(f1))


def _rounded(share: float) -> float:
    """A share in percent with one digit."""
    return round(100 * share, 1)


def _percent(part: int, whole: int) -> float:
    """A part in percent with one digit, 0 of nothing."""
    return _rounded(part / whole) if whole else 0.0
