"""Events -> another team's HTTP API, each stored exactly once."""

from extractor.push.document import EventBatch, EventDocument, documents
from extractor.push.pusher import Pusher, PushOptions, PushReport

__all__ = ["EventBatch", "EventDocument", "PushOptions", "PushReport", "Pusher", "documents"]
