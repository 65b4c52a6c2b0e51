"""Days in sentences of several clauses: each act has its own day, or none where the sentence tells that of another."""

import pytest

from extractor import Extractor

PUBLISHED = "2024-03-12"  # a Tuesday
# A sentence, and for words of its triggers the day of the act; days of 2024
# without the year; "-" is none, and of several days either is right.
SENTENCES = """
Nine traders were arrested on the bridge and will be taken to court on Thursday. | arrested:-
Rebels shelled a mill in Bor on Friday, a day before soldiers burned a school in Goma. | shelled:03-08 burned:03-09
Militants burned a mill in Gao on Friday and gunmen took two nuns hostage in Oran on Sunday. | burned:03-08 took:03-10
Rebels killed nine herders in Gao on Friday and security forces shot dead four men in Cali on Sunday. | shot:03-10
In a letter published on Sunday, the bishop condemned the governor. | condemned:03-10
Speaking in Suva on Sunday, the minister criticised the judges. | criticised:03-10
Rebels attacked the convoy and will return the bodies on Friday. | attacked:-
Police detained the singer and plan to charge him on Thursday. | detained:-
The governor lifted the curfew on March 2, freed six men and, on March 9, offered talks. | offered:03-09
Rebels stormed Bor on Friday and on Sunday burned the market. | stormed:03-08 burned:03-10
Soldiers shelled the village on Friday and the next day looted it. | shelled:03-08 looted:03-09
The army shelled the airport on Friday and on Saturday seized the bridge. | shelled:03-08 seized:03-09
He was remanded until March 25. | remanded:-
A judge remanded the two men in custody until Friday. | remanded:-
The army closed the road until Sunday. | closed:-
The mayor banned all marches until April 1. | banned:-
The rebels extended the truce until Friday. | extended:-
Officials suspended the newspaper till March 20. | suspended:-
The army ordered villagers to leave by Friday. | ordered:-
The militia told the mayor to resign by Saturday. | told:-
The governor threatened to cut the water on Friday. | threatened:-
The opposition called for a march on Friday. | called:-
The opposition called on Sunday for a march on Friday. | called:03-10
The party urged voters to protest on Saturday. | urged:-
On Sunday the party urged voters to protest next Saturday. | urged:03-10
The bishops demanded that the vote be held on March 30. | demanded:-
The ministers agreed to meet on Friday. | agreed:-
The two leaders agreed on Monday to meet on Friday. | agreed:03-11
Police lifted the siege on Thursday as soldiers arrested the rebel leader. | lifted:03-07 arrested:03-07
Gunmen killed two nurses on Sunday when they attacked a clinic in Gao. | killed:03-10 attacked:03-10
Police fired tear gas on Monday while students threw stones at them. | fired:03-11 threw:03-11
A teacher kidnapped by rebels was freed on Sunday. | kidnapped:- freed:03-10
The men, arrested by police, appeared in court on Friday. | arrested:-
The poet, jailed by the junta, died on Sunday. | jailed:-
The photographer, hit in the chest by a sniper, died on Sunday. | hit:-
Two aid workers abducted by gunmen were found alive on Monday. | abducted:-
A journalist jailed for insulting the king walked free on Friday. | jailed:-
A policeman wounded in the attack on the station died on Monday. | attack:-
Soldiers on Sunday buried a comrade shot by rebels. | shot:-
A court on Monday sentenced a man who stabbed two nuns. | stabbed:- sentenced:03-11
A court on Monday sentenced a man who had bombed a market. | bombed:-
A court on Monday sentenced a man accused of bombing a market. | bombing:-
A man who stabbed two nuns was sentenced on Monday. | stabbed:-
The general who ordered the massacre was arrested on Friday. | massacre:- arrested:03-08
The mayor, who was abducted in January, was freed on Sunday. | abducted:01-01 freed:03-10
The mayor, abducted in January, was freed on Sunday. | abducted:01-01 freed:03-10
Thousands marched on Saturday to demand the release of a poet arrested last month. | marched:03-09 arrested:02-01
Thousands marched on Saturday to protest against the arrest of a poet. | marched:03-09 arrest:-
Thousands marched on Saturday, two days after police shot dead a student. | marched:03-09 shot:03-07
Soldiers have sealed off Bamako, two days after gunmen attacked a hotel there. | attacked:03-10
Britons have been told to leave Lombok, five days after a bomb tore through a beach bar in Senggigi. | tore:03-07
The city is mourning its mayor a week after gunmen shot him dead. | shot:03-05
A bomb tore through a market in Maiduguri on Friday, hours after police arrested a preacher. | tore:03-08 arrested:03-08
Protesters burned the courthouse on Sunday, minutes after a judge had jailed their leader. | burned:03-10 jailed:03-10
Gunmen stormed a police post on Sunday. Two days before, soldiers raided the village. | stormed:03-10 raided:03-08
Gunmen stormed a police post on Sunday. Two days earlier, soldiers raided the village. | raided:03-08
Gunmen stormed a police post on Sunday. The day before, soldiers raided the village. | raided:03-09
Gunmen stormed a police post on Sunday. A day later soldiers raided the village. | raided:03-11
Gunmen stormed a police post on Sunday. The following day soldiers raided the village. | raided:03-11
Gunmen killed a judge in Cali on Friday. He had sentenced a drug lord in January. | killed:03-08 sentenced:01-01
Gunmen killed a judge in Cali on Friday. Police arrested a suspect in Bogota. | killed:03-08 arrested:-
Rebels killed six soldiers in an ambush on Sunday, the army said on Monday. | killed:03-10
The army said on Monday that rebels had killed six soldiers. | killed:-
The army said on Monday it killed ten rebels in a raid on Saturday. | killed:03-09
The minister on Monday condemned the killing of a priest on Saturday. | condemned:03-11 killing:03-09
The minister condemned the killing of a priest on Saturday. | killing:03-09,-
Rebels released on Friday a nurse they had kidnapped in December. | released:03-08 kidnapped:2023-12-01
The nurse, kidnapped on December 3, was released on Friday. | kidnapped:2023-12-03 released:03-08
Militants who attacked the village on Friday returned on Sunday and burned its school. | attacked:03-08 burned:03-10
Police said they arrested four men on Sunday over the killing of a mayor in May. | arrested:03-10 killing:2023-05-01
A suspect arrested on Sunday confessed to killing the mayor in May. | arrested:03-10 killing:2023-05-01
Fighters captured on Sunday said that they had attacked the dam. | attacked:-
The trial of a man who shot three tourists begins on Thursday. | shot:-
Voters will go to the polls on Sunday in a town where gunmen killed the mayor. | killed:-
The bridge, blown up by rebels, will reopen on Friday. | blown:-
Police raided a home on Monday, seizing papers and arresting a man. | raided:03-11 seizing:03-11 arresting:03-11
Gunmen abducted a bishop in Jos and will free him on Saturday if a ransom is paid. | abducted:-
The court freed the editor and will hear his appeal on Monday. | freed:-
Tribesmen blocked the road on Friday and in Marib kidnapped two engineers. | blocked:03-08
Militiamen burned the camp on Saturday; on Sunday they returned and killed its guards. | burned:03-09 killed:03-10
Police kept the students in custody until Sunday and then deported them. | deported:-,03-10
Separatists did not release the crew until Friday. | release:03-08,-
Fighting raged from Thursday until Saturday in Sake. | Fighting:03-07
The archbishop appealed to both sides to stop fighting by Easter. | appealed:-
Brussels warned Ankara to withdraw its ships by March 20. | warned:-
The guerrillas vowed to blow up the pipeline on March 20. | vowed:-
Lawmakers pledged on Sunday to vote on the amnesty on March 20. | pledged:03-10
Prosecutors on Sunday charged a lieutenant who had ordered the torture of prisoners. | charged:03-10 torture:-
A monk beaten by soldiers was buried on Sunday in Mandalay. | beaten:-
Three fishermen seized by pirates were released on Saturday. | seized:- released:03-09
The widow of a mayor murdered by drug dealers was arrested on Saturday. | murdered:- arrested:03-09
The warlord, who massacred villagers in 2003, was extradited on Sunday. | massacred:2003-01-01 extradited:03-10
A blast on Saturday wounded a sergeant, who died on Monday. | wounded:03-09
Miners walked out on Monday over the arrest of their leader. | walked:03-11 arrest:-
Shopkeepers in Sulaimaniya protested on Sunday against the bombing of a market by Turkey. | protested:03-10 bombing:-
Police on Sunday arrested six people over the lynching of a driver in January. | arrested:03-10 lynching:01-01
Police in Lima have detained a colonel, three days after he threatened the president. | threatened:03-09
The village is still burning two days after militants raided it. | raided:03-10
The school has reopened a year after gunmen kidnapped eighty girls there. | kidnapped:2023-01-01,2023-03-12
Snipers killed a medic on Friday. The day before, they had wounded two others. | killed:03-08 wounded:03-07
Snipers killed a medic on Friday. Three days before, they had wounded two others. | wounded:03-05
The general said Sunday his men had captured the airport. | captured:-
The general said Sunday his men captured the airport on Friday. | captured:03-08
The premier on Sunday denounced the shelling of a hospital on Thursday. | denounced:03-10 shelling:03-07
The premier on Sunday denounced Thursday's shelling of a hospital. | denounced:03-10 shelling:03-07
Talks in Doha open on Thursday in a hotel that gunmen stormed last year. | stormed:2023-01-01
The verdict against six men who lynched a student is due on Friday. | lynched:-
Dozens of people wounded by police will sue the state on Thursday. | wounded:-
Soldiers who deserted in January surrendered on Sunday. | surrendered:03-10
Insurgents attacked the base on Saturday, killing four soldiers and capturing two. | attacked:03-09 capturing:03-09
Students who occupied the rectorate on Thursday left it and marched on Sunday. | occupied:03-07 marched:03-10
Five rebels captured on Friday were executed on Sunday. | captured:03-08 executed:03-10
A convoy ambushed on Friday by rebels reached Goma on Sunday. | ambushed:03-08
Rebels who killed nine soldiers in March shot a mayor on Sunday. | shot:03-10
The hostages, seized on March 2, were freed on Sunday after the army raided the camp. | seized:03-02 freed:03-10
The trial over the attack on the mosque opens on Thursday. | attack:-
"""


@pytest.mark.parametrize("row", SENTENCES.strip().splitlines())
def test_days_of_acts(extractor: Extractor, row: str) -> None:
    text, _, expected = row.rpartition(" | ")
    result = extractor.extract(text, published=PUBLISHED)
    triggers = {claim.id: claim.trigger for claim in result.claims}
    for entry in expected.split():
        word, _, days = entry.partition(":")
        events = [event for event in result.events if any(word in str(triggers[claim]) for claim in event.claims)]
        told = {event.start_date.isoformat().removeprefix("2024-") if event.start_date else "-" for event in events}
        assert not told.isdisjoint(days.split(",")), f"{word}: {sorted(told)}"
