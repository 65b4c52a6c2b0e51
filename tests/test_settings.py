"""The options: spelled out in `Extractor`, held by `Settings`, read from a TOML file."""

import inspect
from pathlib import Path

import pytest

from extractor import Extractor, InputError, Settings


def test_extractor_spells_out_every_setting_with_its_default() -> None:
    settings = Settings()
    options = {name: option.default for name, option in inspect.signature(Extractor).parameters.items()}
    assert options.keys() == Settings.model_fields.keys()
    for name in options.keys() - {"model", "geocoder_options"}:  # None stands for the default of these two
        assert options[name] == getattr(settings, name)


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(TypeError, match="weekand"):
        Extractor(weekand="fri-sat")  # type: ignore[call-arg]


def test_a_wrong_value_is_refused() -> None:
    with pytest.raises(InputError, match="weekend.*'sat-sun' or 'fri-sat'"):
        Extractor(weekend="mon-tue")  # type: ignore[arg-type]


def test_from_toml(tmp_path: Path) -> None:
    file = tmp_path / "extractor.toml"
    file.write_text('weekend = "fri-sat"\nplaces_file = "camps.csv"\n[geocoder_options]\ntimeout = 5\n')
    settings = Settings.from_toml(file)
    assert settings.weekend == "fri-sat"
    assert settings.places_file == tmp_path / "camps.csv"
    assert settings.geocoder_options == (("timeout", 5),)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b'weekand = "fri-sat"', "weekand.*known options: model"),
        (b"max_chars = many", "line 1"),
        (b"max_chars = 'many'", "max_chars"),
        (b"max_chars = 0", "max_chars"),
        (b"geocoder_delay = nan", "geocoder_delay"),
        (b"places_file = 3", "places_file"),
        (b'model = "\xff"', "utf-8"),
    ],
)
def test_a_wrong_file_is_refused_by_name(text: bytes, problem: str, tmp_path: Path) -> None:
    file = tmp_path / "extractor.toml"
    file.write_bytes(text)
    with pytest.raises(InputError, match=rf"extractor\.toml: .*{problem}"):
        Settings.from_toml(file)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml cannot be read"):
        Settings.from_toml(tmp_path / "none.toml")


def test_an_extractor_of_settings_has_them() -> None:
    settings = Settings(weekend="fri-sat", geocoder_options=(("timeout", 5),))
    assert Extractor.from_settings(settings).settings == settings
