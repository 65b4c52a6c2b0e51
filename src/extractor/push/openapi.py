"""The receiver's side as an OpenAPI document."""

from typing import Any

from pydantic.json_schema import models_json_schema

from extractor._version import __version__
from extractor.push.document import EventBatch


def openapi() -> dict[str, Any]:
    """OpenAPI 3.1: the one request that a receiver has to answer, and what its answers mean to us."""
    _, schemas = models_json_schema([(EventBatch, "validation")], ref_template="#/components/schemas/{model}")
    batch = {"application/json": {"schema": {"$ref": "#/components/schemas/EventBatch"}}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Receiver of events",
            "version": __version__,
            "description": "What `extractor push` sends. Store events by their id: the same event may come again.",
        },
        "paths": {
            "/events": {
                "post": {
                    "operationId": "receiveEvents",
                    "summary": "Store a batch of events, all or none.",
                    "parameters": [_idempotency_key()],
                    "requestBody": {"required": True, "content": batch},
                    "responses": _answers(),
                }
            }
        },
        "components": {"schemas": schemas["$defs"]},
    }


def _idempotency_key() -> dict[str, Any]:
    return {
        "name": "Idempotency-Key",
        "in": "header",
        "required": False,
        "schema": {"type": "string"},
        "description": "The same whenever the same batch is sent again. A key that was stored may be answered without "
        "storing again; a batch that was refused is halved, and its halves have keys of their own.",
    }


def _answers() -> dict[str, Any]:
    """What each status of an answer means to the sender."""
    meanings = {
        "200": "Stored, now or before.",
        "207": 'Each by itself: {"events": [{"id": "e1", "status": 201}, {"id": "e2", "status": 422, "error": "?"}]}. '
        "What is not mentioned is sent again.",
        "401": "Not let in: the sender stops.",
        "413": "Too large: the sender halves the batch.",
        "422": "Refused: the sender halves the batch until the bad event is alone, and keeps your words.",
        "429": "Later: the sender obeys Retry-After.",
        "503": "Later: the sender tries again.",
    }
    return {status: {"description": meaning} for status, meaning in meanings.items()}
