"""The columns that the weights of the resolver are for."""

from extractor.annotate.places.resolution_features import CONTEXT, STATIC, columns
from extractor.annotate.places.weights import weights
from extractor.gazetteer.index import Gazetteer


def column(gazetteer: Gazetteer, name: str, label: str) -> dict[str, float]:
    """Kind of each place of a name -> its value in a column of STATIC."""
    matches = gazetteer.lookup(name)
    values = columns(name, matches, True).static[:, STATIC.index(label)]
    return {match.entry.kind: float(value) for match, value in reversed([*zip(matches, values, strict=True)])}


def test_every_column_has_a_weight_and_one_name() -> None:
    assert len({*STATIC, *CONTEXT}) == len(STATIC) + len(CONTEXT)
    assert {*STATIC} <= weights().first.keys() and {*STATIC, *CONTEXT} <= weights().later.keys()


def test_kinds_and_sizes_stand_in_their_columns(gazetteer: Gazetteer) -> None:
    assert column(gazetteer, "Mexico", "country")["country"] == 1
    assert column(gazetteer, "Mexico", "country")["city"] == 0
    assert column(gazetteer, "Mexico", "largest")["country"] == 1
    assert column(gazetteer, "Mexico", "behind largest")["city"] < 0
    assert column(gazetteer, "Aleppo", "division of same-named town")["region"] == 1
    assert column(gazetteer, "Quebec", "division of same-named town")["region"] == 0
