"""Which lines of an article are layout."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.read.layout import find_masks

PROSE = "Two people were killed when a shell hit a market in the town of Idlib on Monday, medics said."


def reasons(text: str) -> dict[str, str]:
    return {text[mask.start : mask.end]: mask.reason.value for mask in find_masks(text)}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Leave a Reply", "boilerplate"),
        ("Read more: how the front lines moved", "boilerplate"),
        ("ADVERTISEMENT", "boilerplate"),
        ("(Reporting by A. Person; Editing by B. Person)", "boilerplate"),
        ("Share", "boilerplate"),
        ("Related: Police shoot two at a rally", "boilerplate"),
        ("Also on our site: Rebels seize a mine", "boilerplate"),
        ("Share prices fell in Cairo after the attack.", None),
        ("Watch towers were burned by the crowd near the border.", None),
        ("FILE PHOTO: Soldiers stand guard in Bamako", "caption"),
        ("Fighters ride through the old town. [Omar Someone/AFP]", "caption"),
        ("A woman walks past a shelled house. (AP Photo/Some Name)", "caption"),
        ("The Reuters/Ipsos poll put the party at 40 percent.", None),
        ("Filed charges were dropped on Tuesday, the court said.", None),
    ],
)
def test_single_lines(line: str, reason: str | None) -> None:
    assert reasons(f"{PROSE}\n\n{line}\n\n{PROSE} It was the third.").get(line) == reason


def test_a_list_of_links_below_its_heading() -> None:
    text = f"{PROSE}\n\nMost read\n1. Man stabbed in Porto\n2. Army kills 12 in raid\n\nThe mayor will speak on Friday."
    assert list(reasons(text)) == ["Most read", "1. Man stabbed in Porto", "2. Army kills 12 in raid"]


@pytest.mark.parametrize(
    ("note", "masked"),
    [
        ("Ada Moss has covered three wars and won a prize for her reports on the killing of migrants.", True),
        ("Ada Moss is a senior reporter in Lagos. She was arrested in 2019 while covering protests.", True),
        ("Ada Moss, who has interviewed two presidents, has been with the paper since 2016.", True),
        ("Ada Moss was arrested in 2019 while covering protests.", False),
    ],
)
def test_a_note_on_the_author_ends_an_article(note: str, masked: bool) -> None:
    assert reasons(f"By Ada Moss\n\n{PROSE}\n\n{note}").get(note) == ("boilerplate" if masked else None)
    assert reasons(f"{PROSE}\n\nPolice in Jos held Ada Moss on Monday.\n\n{note}").get(note) is None


def test_headline_needs_prose_after_it() -> None:
    assert reasons(f"Shell kills two in Idlib\n\n{PROSE}") == {"Shell kills two in Idlib": "headline"}
    assert reasons(f"Shell kills two in Idlib\n{PROSE}") == {"Shell kills two in Idlib": "headline"}
    assert reasons("Shell kills two\nin Idlib, where a market\nwas hit on Monday.\nIt was the third time.") == {}
    assert reasons("Shell kills two in Idlib") == {}


def test_second_headline_is_a_repetition() -> None:
    assert [m.reason.value for m in find_masks(f"Shell kills two\nin Idlib\n\n{PROSE}")] == []
    text = f"Shell kills two people in Idlib\n\nShell kills two people in Idlib\n\n{PROSE}"
    assert [mask.reason.value for mask in find_masks(text)] == ["headline", "repeated"]


def test_the_copy_of_a_caption_may_differ_in_its_marks() -> None:
    first = "Residents leave the village of Kafr after the army's advance on December 6"
    second = "Residents leave the village of Kafr after the army’s advance on December 6 "
    text = f"{PROSE}\n\n{first}\n\n{second}\n\n{PROSE} It was late."
    assert [mask.reason.value for mask in find_masks(text)] == ["caption", "repeated"]


def test_a_text_of_layout_alone_is_read() -> None:
    assert find_masks("Share") == []


@given(st.text(alphabet="ab .\n\r“—REad", max_size=300))
def test_masks_are_ordered_and_inside(text: str) -> None:
    last = 0
    for mask in find_masks(text):
        assert last <= mask.start < mask.end <= len(text)
        last = mask.end
