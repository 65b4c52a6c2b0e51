"""Why two groups of reports are one incident or two: their best pairs, and what speaks for and against each."""

from collections.abc import Mapping, Sequence
from itertools import chain, product

import numpy as np

from extractor.incidents.account import Account
from extractor.incidents.columns import Reports
from extractor.incidents.features import evidence_of_pair
from extractor.incidents.joining import BEST_PAIRS, FAR_KM, are_far_apart, mean_match, tell_of_other_dead
from extractor.incidents.pairs import Pairs
from extractor.incidents.profile import Profile, profiles_of
from extractor.incidents.score import model_of, pair_odds, weights
from extractor.incidents.settings import LinkSettings
from extractor.incidents.tables import ReportKey
from extractor.logistic import chance, logit

LEAST = 0.05  # smaller contributions are not shown


def explain(
    one: Sequence[Account],
    other: Sequence[Account],
    settings: LinkSettings,
    settled: Mapping[frozenset[ReportKey], float] | None = None,
) -> list[str]:
    """Lines for the best pairs of two groups of reports; of a group with itself, for its own best pairs.

    `settled` are the probabilities of pairs beside their rivals, where these are known.
    """
    profiles = profiles_of([*one, *other])
    first, second = profiles[: len(one)], profiles[len(one) :]
    pairs = [(a, b) for a, b in product(first, second) if _report(a) < _report(b)]
    pairs += [(a, b) for a, b in product(first, second) if _report(a) > _report(b)]
    odds = zip(pairs, _odds(pairs), strict=True)
    chances = {pair: (settled or {}).get(frozenset(map(_report, pair)), chance(found)) for pair, found in odds}
    best = sorted(pairs, key=lambda pair: (-chances[pair], pair[0].key, pair[1].key))[:BEST_PAIRS]
    lines = [line for pair in best for line in _pair(*pair, chances[pair])]
    lines.append(_verdict([chances[pair] for pair in best], settings))
    if are_far_apart(one, other):
        lines.append(f"two all the same: few reports, in places more than {FAR_KM:.0f} km apart")
    if tell_of_other_dead(one, other):
        lines.append("two all the same: each names dead whom the articles of the other do not name")
    return lines


def _odds(pairs: Sequence[tuple[Profile, Profile]]) -> list[float]:
    """The log-odds that pairs are one, whatever their rivals."""
    reports = Reports(chain.from_iterable(pairs))
    rows = np.arange(len(reports))
    return [float(odds) for odds in pair_odds(Pairs(reports, rows[::2], rows[1::2]))]


def _report(profile: Profile) -> ReportKey:
    return profile.article.id, profile.event


def _verdict(best: Sequence[float], settings: LinkSettings) -> str:
    """The mean match of the best pairs beside the threshold, in words."""
    match = mean_match(best, len(best)) if best else 0.0
    sign = ">=" if match >= settings.threshold else "<"
    means = "mean of the {} best pairs" if len(best) != 1 else "the only pair, lowered for chance,"
    return f"{means.format(len(best))} {match:.2f} {sign} {settings.threshold}"


def _pair(one: Profile, other: Profile, settled: float) -> list[str]:
    """The probability of a pair, and each feature with its strength and what it adds to the log-odds."""
    known = weights()[model_of(one, other)]
    added = {name: known.get(name, 0.0) * strength for name, strength in evidence_of_pair(one, other).items()}
    added["rivals"] = logit(settled) - logit(chance(*_odds([(one, other)])))
    shown = sorted((name for name in added if abs(added[name]) >= LEAST), key=lambda name: -abs(added[name]))
    head = f"{settled:.2f}  {_named(one)}  |  {_named(other)}"
    return [head, *(f"      {added[name]:+.2f}  {name}" for name in shown)]


def _named(profile: Profile) -> str:
    return f"{profile.article.id} {profile.type} {' '.join(sorted(profile.triggers))}"
