import re
from collections.abc import Mapping

import pytest

from extractor.events import ontology_version
from extractor.lexicon.event_types import event_types
from extractor.lexicon.ontology import cameo_code, contexts_of
from extractor.lexicon.triggers import NOT_AN_EVENT, Rule, noun_rules, verb_rules
from extractor.settings import Settings


def test_the_version_names_the_ontology() -> None:
    assert re.fullmatch(r"plover-2021\+[0-9a-f]{8}", ontology_version(Settings()))


def test_all_sixteen_types() -> None:
    assert len(event_types()) == 16


@pytest.mark.parametrize("rules", [verb_rules(), noun_rules()], ids=["verbs", "nouns"])
def test_rules_use_known_types_and_modes(rules: Mapping[str, tuple[Rule, ...]]) -> None:
    types = event_types()
    for rule in (rule for group in rules.values() for rule in group if rule.type != NOT_AN_EVENT):
        assert rule.type in types
        assert rule.mode is None or rule.mode in types[rule.type].modes, rule


@pytest.mark.parametrize(("event_type", "mode", "code"), [("COERCE", "arrest", "173"), ("AGREE", None, "030")])
def test_cameo_codes(event_type: str, mode: str | None, code: str) -> None:
    assert cameo_code(event_type, mode) == code


def test_contexts() -> None:
    assert contexts_of(frozenset({"ballot", "tanker"})) == ("election",)
