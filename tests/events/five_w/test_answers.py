"""What an article is about, from headline and lead: who, what, when, where, why, how."""

from datetime import date

import pytest

from extractor import Article, Extractor

SIEGE = """Rebels seize Bor after three days of fighting

Rebels took over in Bor on Tuesday because the garrison had run out of water.
The army left the barracks by crossing the river at night, residents said.

In 2012 the town had been held by another group."""


def answers(extractor: Extractor, text: str, title: str | None = None) -> dict[str, str]:
    found = extractor.extract(Article(id="a", text=text, title=title, published=date(2024, 6, 12))).five_w
    assert found is not None
    told = {question: getattr(found, question) for question in ("who", "what", "when", "where", "why", "how")}
    assert all(text[span.start : span.end] == span.text for span in told.values() if span is not None)
    return {question: span.text for question, span in told.items() if span is not None}


def test_the_headline_tells_who_and_what_and_the_lead_the_rest(extractor: Extractor) -> None:
    assert answers(extractor, SIEGE) == {
        "who": "Rebels",
        "what": "seize Bor",
        "when": "Tuesday",
        "where": "Bor",
        "why": "three days of fighting",
        "how": "crossing the river at night",
    }


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("Two ministers who had resigned met the king in Amman on Sunday.", "who", "Two ministers"),
        ("Two ministers who had resigned met the king in Amman on Sunday.", "what", "met the king"),
        (
            "The strike was called off by the dockers, their union said on Monday.",
            "what",
            "was called off by the dockers",
        ),
        ("Nurses marched through Lagos over unpaid wages on Friday.", "why", "unpaid wages"),
        ("Nurses marched through Lagos over unpaid wages on Friday.", "where", "Lagos"),
        ("Rebels who rose in 2011 seized Homs on Monday.", "when", "Monday"),
        ("The Lagos Herald said nurses had marched in Kano.", "where", "Kano"),
        ("Troops opened the road to Gao by blowing up two trucks.", "how", "blowing up two trucks"),
        ("A ferry sank near Kisumu at dawn on 3 June.", "where", "Kisumu"),
        ("A ferry sank near Kisumu at dawn on 3 June.", "who", "A ferry"),
        ("Officials said rebels had left Gao on Friday.", "who", "rebels"),
        ("French farmers herded sheep under the Eiffel Tower.", "where", "the Eiffel Tower"),
        ("Troops from Chad killed two miners in Niger on Monday.", "where", "Niger"),
        ("They were shot on the beach.", "what", "were shot on the beach"),
        ("Nurses marched through Kano in May.", "when", "May"),
        ("France, not in the committee, could not object.", "where", "France, not in the committee"),
        ("Rain.", "who", None),
        ("Rebels left.", "when", None),
    ],
)
def test_answers(extractor: Extractor, text: str, question: str, expected: str | None) -> None:
    assert answers(extractor, text).get(question) == expected


def test_a_title_that_is_not_in_the_text_picks_the_sentence(extractor: Extractor) -> None:
    text = "The mayor opened the fair on Monday. Nurses in Kano began a strike over pay on Sunday."
    assert answers(extractor, text)["who"] == "The mayor"
    assert answers(extractor, text, "Nurses begin strike in Kano")["who"] == "Nurses in Kano"


def test_boilerplate_tells_nothing(extractor: Extractor) -> None:
    text = "Sign up to our newsletter\n\nPolice in Lima arrested two smugglers on Monday.\n\nThe judge will hear them."
    assert answers(extractor, text)["who"] == "Police in Lima"


def test_the_ids_name_the_records_behind_the_words(extractor: Extractor) -> None:
    result = extractor.extract(SIEGE, published="2024-06-12")
    assert result.five_w is not None
    date, place = result.date(result.five_w.date), result.place(result.five_w.place)
    assert date is not None and date.text == "Tuesday"
    assert place is not None and place.name == "Bor"


def test_a_text_that_is_not_english_has_no_answers(extractor: Extractor) -> None:
    text = "Die Regierung hat am Montag ein Gesetz vorgestellt. " * 8
    assert extractor.extract(text).five_w is None
