"""The JSON Schema that is published says what the results look like."""

from typing import Any

import jsonschema
import pytest

from extractor import Extraction, Extractor
from extractor.records import SCHEMA_VERSION


def test_schema_holds_every_record() -> None:
    schema = Extraction.model_json_schema()
    expected = {"Actor", "Article", "Claim", "Count", "DateExpression", "Event", "Place", "Provenance", "Span"}
    assert expected <= set(schema["$defs"])
    jsonschema.Draft202012Validator.check_schema(schema)


def test_results_follow_it(extractor: Extractor, articles: list[dict[str, Any]]) -> None:
    validator = jsonschema.Draft202012Validator(Extraction.model_json_schema())
    for article in articles[:5]:
        validator.validate(extractor.extract(article).model_dump(mode="json"))


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValueError, match="extra"):
        Extraction.model_validate({"article": {"id": "a", "text": ""}, "no_such_field": 1})


def test_version_is_in_every_result(extractor: Extractor) -> None:
    assert extractor.extract("Rain fell.").schema_version == SCHEMA_VERSION
