"""What values rest on: publication, another date, a passage about the past."""

from datetime import datetime

import pytest

from annotate.dates.reading import NLP, read, values
from extractor.annotate.dates import DateTagger
from extractor.document import layers as marks
from extractor.records import Article, MaskedSpan, MaskReason
from extractor.settings import Settings

HISTORY = """The siege began on 3 May 1453. In June the walls fell. On 12 July the king fled.

He died in 1461. By the spring of 1462 his son ruled. In August plague broke out."""


def test_each_expression_names_its_anchor() -> None:
    found = read("Snow fell on May 3, 2011. Two days later it melted. It fell again yesterday.", "2024-12-08")
    assert [x.anchor for x in found] == ["none needed", found[0].id, "published"]


def test_a_relative_date_without_publication_date_has_a_reason_and_no_value() -> None:
    (found,) = read("It rained yesterday.")
    assert (found.value, found.earliest, found.anchor, found.reason) == (None, None, None, "no publication date")


def test_an_anaphor_without_a_date_before_it_has_a_reason() -> None:
    (found,) = read("The next day it rained.", "2024-12-08")
    assert (found.value, found.reason) == (None, "no date before it that it could follow")


@pytest.mark.parametrize("published", ["2024-12-08", None])
def test_yearless_dates_of_a_history_follow_its_years(published: str | None) -> None:
    found = [value for _, value in values(HISTORY, published)]
    assert found == ["1453-05-03", "1453-06", "1453-07-12", "1461", "1462-SP", "1462-08"]


def test_a_text_of_old_dates_is_a_history_as_a_whole() -> None:
    text = "War came on 3 May 1914, 7 May 1915 and 9 May 1916. He left when the town fell in July."
    assert values(text, "2024-12-08")[-1] == ("July", "1916-07")


def test_news_that_names_old_years_is_no_history() -> None:
    text = "He won in 1998, 2002, 2006, 2010 and 2014, he said on Friday. He left when the town voted in July."
    assert values(text, "2024-12-08")[-1] == ("July", "2024-07")


def test_last_year_is_no_past() -> None:
    text = "Funds have grown since Jan. 1, 2015. In August, they fell."
    assert values(text, "2016-09-22")[-1] == ("August", "2016-08")


def test_a_weekday_beside_a_date_decides_against_the_passage() -> None:
    text = "He was born on 3 May 1922. The service is held on Friday, April 1 in Graz. On Tuesday, May 10 they meet."
    assert values(text, "2016-03-20")[-1] == ("Tuesday, May 10", "2016-05-10")


def test_a_background_paragraph_of_news_is_read_as_a_history() -> None:
    text = "Police fired on a crowd on Friday. Protests began on 15 March 2011 in Daraa. In July, soldiers deserted."
    assert values(text, "2024-12-08")[-1] == ("July", "2011-07")


def test_a_deictic_expression_ends_the_passage() -> None:
    text = "Protests began on 15 March 2011. Police fired on Friday. In July, soldiers deserted."
    assert values(text, "2024-12-08")[-1] == ("July", "2024-07")


def test_a_yearless_date_inside_a_sentence_of_news_follows_publication() -> None:
    text = "The law of March 2011 was changed when parliament met in July."
    assert values(text, "2024-12-08")[-1] == ("July", "2024-07")


def test_days_are_those_of_the_zone_of_publication() -> None:
    (found,) = read("It rained today at 15:00 GMT.", "2024-12-08T23:30:00+03:00")
    assert found.value == "2024-12-08T15:00Z"
    assert found.earliest == datetime(2024, 12, 8, 18, 0)


def test_masked_boilerplate_is_not_read() -> None:
    text = "Copyright 2019 by us. It rained in 2017."
    doc = NLP(text)
    mask = MaskedSpan(start=0, end=21, reason=MaskReason.BOILERPLATE)
    marks.set_article(doc, Article(id="a", text=text, masked=[mask]))
    assert [x.text for x in marks.DATES.read(DateTagger(Settings())(doc))] == ["2017"]


def test_a_day_borrows_the_month_of_the_day_before_it() -> None:
    assert values("They met on April 24 and 25.", "1999-02-10") == [("April 24", "1999-04-24"), ("25", "1999-04-25")]
    assert values("They met on April 24 and 25 men came.", "1999-02-10") == [("April 24", "1999-04-24")]


@pytest.mark.parametrize(("published", "value"), [("1989-10-26", "1988-Q3"), ("1989-12-20", "1988-Q3"), (None, None)])
def test_a_year_ago_in_a_report_of_a_quarter_is_that_quarter(published: str | None, value: str | None) -> None:
    text = "Profit rose in the third quarter to $5 million from $4 million a year ago."
    assert values(text, published)[-1] == ("a year ago", value)


def test_the_same_text_gives_the_same_records() -> None:
    assert read(HISTORY, "2024-12-08") == read(HISTORY, "2024-12-08")
