"""The readers that give time expressions their values."""

from extractor.annotate.dates.grammar.grammar import grammar
from extractor.annotate.dates.normalize import READERS


def test_every_rule_has_its_reader() -> None:
    used = {rule.read for rules in grammar().rules_by_symbol.values() for rule in rules}
    assert used - {"none", "range"} == set(READERS)
