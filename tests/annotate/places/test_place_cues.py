"""Words beside a name that tell that it is a place, or the name of a club: a sentence and the names of its places."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Soldiers entered Goma last Saturday.", ["Goma"]),
        ("Rebels raided Rutshuru on Monday.", ["Rutshuru"]),
        ("Rebels stormed Bambari on Sunday.", ["Bambari"]),
        ("Thirty men died in the raid on Gao.", ["Gao"]),
        ("The siege of Bunia ended on Monday.", ["Bunia"]),
        ("A raid on Smith's home ended on Monday.", []),
        ("Rebels attacked Gao in the last week of December.", ["Gao"]),
        ("An attack by militants on Djibo killed nine people.", ["Djibo"]),
        ("Critics attacked Jackson on Monday.", []),
        ("An attack on Smith hurt his wife.", []),
        ("Police raided Smith on Monday.", []),
        ("A bomb in neighbouring Pattani wounded three.", ["Pattani"]),
        ("A nearby Ford truck burned.", []),
        ("Apia: Teachers went on strike. Port Vila: Youths stoned a bus.", ["Apia", "Port Vila"]),
        ("The raid took place between Friday and Sunday near Zinder.", ["Zinder"]),
        ("Maoists burned two trucks in Latehar on Sunday.", ["Latehar"]),
        ("The raid took place on Friday and on Sunday near noon.", []),
        ("Rebels left Bunia on Monday.", ["Bunia"]),
        ("Rebels left Smith dead on Monday.", []),
        ("Thousands marched through Stepanakert on Sunday.", ["Stepanakert"]),
        ("Nurses marched quietly through Kericho on Sunday.", ["Kericho"]),
        ("The firm spoke through Smith on Sunday.", []),
        ("Jackson: We will not yield.", []),
        ("Jackson: We will not yield. Miller: We never asked for it.", []),
        ("Jackson: The strike is over. Miller: The strike goes on.", []),
        ("ADEN (Agency) - Gunmen abducted five farmers.", ["Aden"]),
        ("BENI (Agency) - Gunmen abducted five farmers.", ["Beni"]),
        ("Villa signed striker Paul Dent from Burnley.", []),
        ("Rovers sold defender Carl Hume to Aberdeen.", []),
        ("Rovers loaned the goalkeeper Ivan Rusk to Preston.", []),
        ("Rovers have signed forward Lee Hart from Barnsley on a free transfer.", []),
        ("Winger Joe Bell was sold to Burnley on Monday.", []),
        ("Winger Joe Bell joined Burnley on loan.", []),
        ("The army moved its forward base from Kandahar to Zaranj.", ["Kandahar", "Zaranj"]),
        ("The army bought a forward base from Kandahar.", ["Kandahar"]),
        ("Police released a rights defender from Kano.", ["Kano"]),
        ("Soldiers arrested the striker who joined from Lima.", ["Lima"]),
        ("Soldiers bought a striker's house and moved from Goma to Bukavu.", ["Goma", "Bukavu"]),
        ("Soldiers bought a winger's house and moved from Goma to Bukavu.", ["Goma", "Bukavu"]),
        ("The zoo bought a lion. Its keeper moved from Kano to Lagos.", ["Kano", "Lagos"]),
        ("Police recalled a public defender from Kano.", ["Kano"]),
        ("Police deported a nurse to Aberdeen.", ["Aberdeen"]),
        ("The nurse moved from Leeds to Aberdeen.", ["Leeds", "Aberdeen"]),
    ],
)
def test_places(extractor: Extractor, text: str, names: list[str]) -> None:
    assert [place.name for place in extractor.extract(text, published="2024-03-12").places] == names
