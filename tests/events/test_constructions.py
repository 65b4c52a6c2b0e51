"""One act in many constructions: whatever the sentence, the event has its doer, whom it was done to, place and day."""

import pytest

from extractor import Extractor
from extractor.records import Event, Extraction

# A construction with {gunmen} for who did it, {past} and {participle} for the act, {teachers} for to whom.
CONSTRUCTIONS = [
    "{Gunmen} {past} {teachers} in Goma on Monday.",
    "On Monday, {gunmen} {past} {teachers} in Goma.",
    "In Goma, {gunmen} {past} {teachers} on Monday.",
    "{Teachers} were {participle} by {gunmen} in Goma on Monday.",
    "{Teachers} were {participle} in Goma on Monday by {gunmen}.",
    "Officials said that {gunmen} {past} {teachers} in Goma on Monday.",
    "{Gunmen} {past} {teachers} in Goma on Monday, a hospital source said.",
    "{Gunmen} moved through Goma on Monday, {gerund} {teachers}.",
    "{Gunmen} managed to {base} {teachers} in Goma on Monday.",
    "It was {gunmen} who {past} {teachers} in Goma on Monday, the governor said.",
    "{Gunmen}, long feared in the area, {past} {teachers} in Goma on Monday.",
    "Relatives of {teachers} {participle} by {gunmen} in Goma on Monday want answers.",
    "Shops in Goma closed on Monday when {gunmen} {past} {teachers}.",
    "Elsewhere, {gunmen} also {past} {teachers} in Goma on Monday.",
]
ACTS = [
    ("abduct", "abducted", "abducted", "abducting"),
    ("kill", "killed", "killed", "killing"),
    ("beat", "beat", "beaten", "beating"),
]
SIDES = [("masked gunmen", "gunmen", "two teachers", "teachers"), ("soldiers", "soldiers", "three farmers", "farmers")]


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act[0])
@pytest.mark.parametrize("sides", SIDES, ids=lambda sides: sides[1])
def test_construction(extractor: Extractor, construction: str, act: tuple[str, ...], sides: tuple[str, ...]) -> None:
    doers, doer, hurt, victim = sides
    base, past, participle, gerund = act
    forms = {"base": base, "past": past, "participle": participle, "gerund": gerund}
    names = {"gunmen": doers, "Gunmen": doers.capitalize(), "teachers": hurt, "Teachers": hurt.capitalize()}
    result = extractor.extract(construction.format(**forms, **names), published="2024-03-12")
    events = [event for event in result.events if event.type in ("ASSAULT", "COERCE")]
    assert len(events) == 1
    assert _told(result, events[0]) == (doer, victim, "Goma", "2024-03-11")


def _told(result: Extraction, event: Event) -> tuple[str, str, str | None, str]:
    """The last words of the sides, the place and the day of an event."""
    place = result.place(event)
    sides = [" ".join(result.names(side)).split()[-1].lower() for side in (event.source, event.target)]
    return sides[0], sides[1], place.name if place else None, str(event.start_date)


@pytest.mark.parametrize(
    ("text", "sources", "targets"),
    [
        ("The colonel had two ministers arrested in Gao.", ["colonel"], ["two ministers"]),
        ("The army had three soldiers killed near Gao.", [], ["three soldiers"]),
        ("Residents mourned the boy police shot dead.", ["police"], ["boy"]),
        ("A boat was boarded by armed men and four sailors were kidnapped.", ["armed men"], ["four sailors"]),
        ("A judge, her driver and a guard were shot dead by rebels.", ["rebels"], ["judge", "driver", "guard"]),
        ("When guards came to the school, pupils threw stones at them.", ["pupils"], ["guards"]),
        ("Police broke up a sit-in by nurses in Lille.", ["nurses"], []),
        ("Two teachers were ambushed and shot dead.", [], ["Two teachers"]),
        ("Shot in the leg near Gao on Monday, the driver was in stable condition.", [], ["driver"]),
        ("The arrest of a priest and a nun by soldiers angered the town.", ["soldiers"], ["priest", "nun"]),
        ("The criticism of the governor grew.", [], ["governor"]),
        ("Two men were killed by shelling in Gao on Monday.", [], ["Two men"]),
        ("Two guards were killed by mortar rounds that rebels fired at a post.", ["rebels"], ["Two guards"]),
        ("A mob set fire to a police station in Lille.", ["mob"], ["police station"]),
        ("Police rounded up and jailed 15 preachers in Lille.", ["Police"], ["15 preachers"]),
        ("The bridge, which rebels blew up in 2017, was opened.", ["rebels"], ["bridge"]),
        ("Police raided a hospital in Lille.", ["Police"], ["hospital"]),
        ("It was the governor Ann Lee who accused the rebels.", ["Ann Lee"], ["rebels"]),
        ("Bus drivers in Lille walked off the job on Monday.", ["Bus drivers"], []),
        ("Cartel gunmen ambush police convoy in Reynosa, 13 officers slain", ["Cartel gunmen"], ["police convoy"]),
    ],
)
def test_sides(extractor: Extractor, text: str, sources: list[str], targets: list[str]) -> None:
    result = extractor.extract(text, published="2024-03-12")
    event = result.events[-1]
    assert result.names(event.source) == sources
    assert result.names(event.target)[: len(targets)] == targets


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A boiler blew up in a school in Kampala on Monday. The blast was caused by a rusty valve.", []),
        ("A blast in a coal mine near Gao killed seven workers on Sunday.", []),
        ("The minister came under fire in parliament on Monday.", []),
        ("Soldiers seized two villages near Gao on Monday.", ["COERCE"]),
        ("Soldiers besieged the port of Aden on Monday.", ["ASSAULT"]),
        ("Miners went on strike in Oruro on Monday and nurses in Potosi on Tuesday.", ["PROTEST", "PROTEST"]),
        ("An air strike on a market in Togoga killed 51 people. The bombing lasted an hour.", ["ASSAULT"]),
        ("Fighting near Bria has left 17 people dead since Monday.", ["ASSAULT"]),
        ("A survey team was set upon by masked men near Bihac.", ["ASSAULT"]),
        ("Soldiers moved through Gao on Friday, stabbing a judge.", ["ASSAULT"]),
    ],
)
def test_types(extractor: Extractor, text: str, types: list[str]) -> None:
    assert [event.type for event in extractor.extract(text, published="2024-03-12").events] == types


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Gunmen shot dead a judge, her driver and a bodyguard in Herat on Sunday.", 3),
        ("Police held two men over the fatal shooting of a singer in Lille.", 1),
        ("Two more of those hurt in Sunday's bombing of a café in Lyon have died, which brings the dead to 19.", 19),
        ("Three clerks lost their lives in a bomb attack on a bank in Bouna.", 3),
        ("A bomb killed 20 people, seven women and four children among them, in Qalat.", 20),
    ],
)
def test_dead(extractor: Extractor, text: str, dead: int) -> None:
    counts = [event.fatalities for event in extractor.extract(text, published="2024-03-12").events]
    assert [count.low for count in counts if count is not None] == [dead]
