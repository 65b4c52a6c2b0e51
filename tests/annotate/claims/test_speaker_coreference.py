""" "I" and "we" in a quotation are its speaker."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“We will not leave Homs,” General Ali Hassan said. “I shelled the port.”", "Ali Hassan", {"We", "I"}),
        ("“We shelled the airport overnight,” the National Army said.", "National Army", {"We"}),
        ("The mayor said: “I met the envoy in Beirut. They attacked us.”", "mayor", {"I", "us"}),
        ('"Our house was hit by a shell," said Amina Yusuf, a resident.', "Amina Yusuf", {"Our"}),
        ("We met General Ali Hassan, who said the port was shelled.", "Ali Hassan", set()),
        ("“We were attacked,” read a note on the wall.", "note", set()),
        ("“The raid on US forces hurt us,” General Ali Hassan said.", "Ali Hassan", {"us"}),
    ],
)
def test_first_person(extractor: Extractor, text: str, speaker: str, words: set[str]) -> None:
    found = [actor for actor in extractor.extract(text).actors if actor.name == speaker]
    mentions = [mention for actor in found for mention in actor.mentions]
    assert {m.text for m in mentions} & {"I", "We", "we", "us", "Our", "US"} == words
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)


def test_who_speaks_is_a_side_of_the_event(extractor: Extractor) -> None:
    result = extractor.extract("“We shelled the airport in Tripoli overnight,” the National Army said.")
    names = {actor.id: actor.name for actor in result.actors}
    assert [[names[i] for i in event.source] for event in result.events] == [["National Army"]]
