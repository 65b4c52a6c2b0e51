"""Which actor a pronoun means."""

import pytest
from spacy.language import Language

from extractor.annotate.actors import ActorTagger
from extractor.annotate.parse import pipeline as language
from extractor.document import layers as marks
from extractor.settings import Settings


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Anna Kovacs met Emil Orban. She left.", "She", "Anna Kovacs"),
        ("Anna Kovacs met Emil Orban. He left.", "He", "Emil Orban"),
        ("Emil Orban praised Petra Novak and thanked her.", "her", "Petra Novak"),
        ("Syrian rebels left. They had burned the mill.", "They", "Syrian rebels"),
        ("Hamas left Gaza. It had burned the mill.", "It", "Hamas"),
        ("Hamas left Gaza. It was clear that rain fell.", "It", None),
        ("Hamas left Gaza. It rained.", "It", None),
        ("Guards took away the bodies of nine miners. Prosecutors said they had been tortured.", "they", "nine miners"),
        ("Guards met nine miners. Residents said they had been tortured.", "they", "Residents"),
        ("Emil Orban met Petr Novak. Petr Novak thanked him.", "him", "Emil Orban"),
        # Further back only where no other person can be meant.
        ("Emil Orban left. Rain fell. Snow fell. He fell.", "He", "Emil Orban"),
        ("Emil Orban met Petr Novak. Rain fell. Snow fell. The mill burned. He fell.", "He", None),
        # Those who are named one by one are no plural actor; who is named beside a pronoun is another.
        ("Miners marched. Ann Ray and Emil Orban said they would help.", "they", None),
        ("Hamas warned Norway. It cut its ties with Hamas.", "It", "Norway"),
        # Who is punished gave the reason; who acts does it to another.
        ("Norway imposed sanctions on Ghana after it annexed an island.", "it", "Ghana"),
        ("Oslo condemned Ghana because it had burned a mill.", "it", "Ghana"),
        ("Farmers handed two smugglers to the police after they had burned a barn.", "they", "two smugglers"),
        ("The police freed five students because they had broken no law.", "they", "five students"),
        ("The guard met the clerk and beat him.", "him", "clerk"),
        # Who is given something gave a reason for it; who is brought to a place suffers there.
        ("Dockers gave the crates back to the owners after they had promised a reward.", "they", "owners"),
        ("Kidnappers returned the boys to the parents after they had paid a ransom.", "they", "parents"),
        ("Officials gave land to the farmers after they had promised it for years.", "they", "Officials"),
        ("Rangers chased four poachers into Botswana, where soldiers arrested them.", "them", "four poachers"),
        ("Gunmen drove the hostages to a farm, where rebels beat them.", "them", "hostages"),
        ("Protesters threw stones at the officers, who fired at them.", "them", "Protesters"),
        # Who dies or is saved suffered before; who is punished for it did it.
        ("A gunman shot the mayor. He died in hospital.", "He", "mayor"),
        ("A gunman shot the mayor. He was arrested on Friday.", "He", "gunman"),
        ("Traffickers held the girls in a barn until police rescued them.", "them", "girls"),
        ("Police arrested three men in Lagos. They had robbed a bank.", "They", "three men"),
        ("Police arrested three men in Lagos. They fired in the air.", "They", "Police"),
        ("The judge asked Ana Diaz whether she had seen the gun.", "she", "Ana Diaz"),
        # Two arguments of a verb are two actors, however many are told of.
        ("Gunmen kidnapped two nurses in Gao. They released them.", "them", "two nurses"),
        ("While soldiers shot at them, the villagers fled.", "them", "villagers"),
        # Who is known to be a man is rather "he".
        ("Ana Brito met the bishop of Oaxaca, Raúl Peña. He thanked her.", "He", "Raúl Peña"),
        ("Ana Brito met the bishop of Oaxaca, Raúl Peña. He thanked her.", "her", "Ana Brito"),
        ("The boy's mother met Ben Hill. He thanked her.", "her", "boy's mother"),
        # Who speaks is nobody of whom the quotation tells.
        ('Anna Kovacs said the captain had fled. "The nurse left us," she added.', "she", "Anna Kovacs"),
        ('Anna Kovacs, a teacher, said the captain had fled. "The nurse wept," she added.', "she", "Anna Kovacs"),
    ],
)
def test_antecedent(nlp: Language, text: str, pronoun: str, name: str | None) -> None:
    actors = marks.ACTORS.read(ActorTagger(Settings())(language.parse(nlp, text)))
    meant = [actor.name for actor in actors if any(mention.text == pronoun for mention in actor.mentions)]
    assert meant == ([] if name is None else [name])
