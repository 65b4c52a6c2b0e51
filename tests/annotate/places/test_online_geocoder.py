"""A geopy geocoder asked for names the gazetteer lacks, against a server on this machine."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from geopy.geocoders import Nominatim  # type: ignore[import-untyped]

from extractor import Extractor
from extractor.errors import InputError
from extractor.records import Extraction, Place

TEXT = "Gunmen attacked the village of Quillabad in Katsina State, Nigeria, on Monday."
ANSWER = [{"lat": "12.5", "lon": "7.25", "display_name": "Quillabad, Katsina, Nigeria"}]


class Nominatim127(ThreadingHTTPServer):
    """Answers in Nominatim's format and remembers what it was asked."""

    asked: list[str]
    status = 200


class Handler(BaseHTTPRequestHandler):
    server: Nominatim127

    def do_GET(self) -> None:
        query = parse_qs(urlsplit(self.path).query)["q"][0]
        self.server.asked.append(query)
        body = json.dumps(ANSWER if query.startswith("Quillabad") else []).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        pass


@pytest.fixture
def server() -> Iterator[Nominatim127]:
    running = Nominatim127(("127.0.0.1", 0), Handler)
    running.asked = []
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    yield running
    running.shutdown()
    thread.join()
    running.server_close()


def options(server: Nominatim127) -> dict[str, str | int]:
    return {"domain": f"127.0.0.1:{server.server_port}", "scheme": "http", "user_agent": "test", "timeout": 5}


def unknown(result: Extraction) -> Place:
    return next(place for place in result.places if place.name == "Quillabad")


def test_named_service_with_cache(server: Nominatim127, tmp_path: Path) -> None:
    cache = tmp_path / "answers.sqlite"
    for _ in range(2):
        extractor = Extractor(
            geocoder="nominatim", geocoder_options=options(server), geocoder_delay=0, geocoder_cache=cache
        )
        place = unknown(extractor.extract(TEXT))
        assert (place.latitude, place.longitude, place.geonames_id) == (12.5, 7.25, None)
        assert place.reason == "not in the gazetteer; found by Nominatim: Quillabad, Katsina, Nigeria"
    assert server.asked == ["Quillabad, Nigeria"]


def test_object(server: Nominatim127) -> None:
    extractor = Extractor(geocoder=Nominatim(**options(server)), geocoder_delay=0)
    assert unknown(extractor.extract(TEXT)).latitude == 12.5
    with pytest.raises(InputError, match="give Extractor their names"):
        list(extractor.pipe([TEXT], workers=2))


def test_never_asked_unless_wanted(server: Nominatim127) -> None:
    place = unknown(Extractor().extract(TEXT))
    assert place.reason == "not in the gazetteer; placed at Katsina, named nearby"
    assert server.asked == []


def test_failure_is_a_warning(server: Nominatim127) -> None:
    server.status = 500
    extractor = Extractor(geocoder="nominatim", geocoder_options=options(server), geocoder_delay=0)
    result = extractor.extract(TEXT)
    assert "placed at Katsina" in (unknown(result).reason or "")
    assert len(result.warnings) == 1
    assert result.warnings[0].startswith("geocoder Nominatim failed for 'Quillabad, Nigeria' (GeocoderServiceError")


@pytest.mark.parametrize(("name", "given"), [("nowhere", {}), ("nominatim", {"wrong": 1}), ("nominatim", {})])
def test_wrong_options(name: str, given: dict[str, int]) -> None:
    with pytest.raises(InputError, match="cannot be used"):
        Extractor(geocoder=name, geocoder_options=given)
