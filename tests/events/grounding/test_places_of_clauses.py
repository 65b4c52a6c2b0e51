"""Places in sentences of several clauses: each act has its own, and none has where somebody is from or who protests."""

import pytest

from extractor import Extractor

# A sentence, and for words of its triggers the place of the act: "-" is none, of several either is right, "~" a blank.
SENTENCES = """
Gunmen kidnapped a bishop in Jos on Friday and freed him in Kaduna on Sunday. | kidnapped:Jos freed:Kaduna
A teacher kidnapped in Gao in May was freed in Bamako on Sunday. | kidnapped:Gao freed:Bamako
Police in Lima arrested a man wanted for killing a nun in Cusco. | arrested:Lima killing:Cusco
Protesters in Berlin marched against the shelling of Aleppo. | marched:Berlin shelling:Aleppo
Police fired tear gas at students in Kano on Friday while militants burned a school in Oran. | fired:Kano burned:Oran
A mob burned a bus in Quetta on Friday; soldiers shelled a market in Gao on Sunday. | burned:Quetta shelled:Gao
Rebels burned a mill in Gao, hours after the bishop urged miners to disarm in Oran. | burned:Gao urged:Oran
Students marched in Oran, hours after an air strike hit a mill in Cali. | marched:Oran hit:Cali
Clashes broke out in a district of Port-au-Prince. | Clashes:Port-au-Prince
Protesters marched in Berlin against the shelling of a hospital in Aleppo. | marched:Berlin shelling:Aleppo
A court in The Hague sentenced a man who had burned a village near Goma. | sentenced:The~Hague burned:Goma
A court in Hamburg jailed a Syrian for torturing prisoners in Raqqa. | jailed:Hamburg torturing:Raqqa
Rebels shelled Sake on Friday and on Saturday attacked Masisi. | shelled:Sake attacked:Masisi
Soldiers killed four rebels in Beni and captured two in Butembo. | killed:Beni captured:Butembo
They killed six in Beni, captured two in Butembo and freed nine in Bunia. | killed:Beni captured:Butembo freed:Bunia
In Beni soldiers killed four rebels; in Butembo they captured two. | killed:Beni captured:Butembo
Fighters who had attacked Palma withdrew to Mueda. | attacked:Palma
Fighters driven out of Mosul attacked a convoy near Kirkuk. | attacked:Kirkuk
Residents of Kharkiv fled to Poltava after missiles hit a market. | hit:Kharkiv
Jets from an air base in Cyprus bombed a depot in Idlib. | bombed:Idlib
Missiles fired from Belgorod struck a school in Kharkiv. | struck:Kharkiv
A bomber who had trained in Kandahar blew himself up in Quetta. | blew:Quetta
The minister said in Nairobi that gunmen had killed two nurses in Garissa. | killed:Garissa
Gunmen killed two nurses in Garissa, the minister said in Nairobi. | killed:Garissa
Speaking in Geneva, the envoy said that the army had bombed a clinic in Taiz. | bombed:Taiz
Crowds clashed with police in Marseille hours after a boy was shot in Nanterre. | clashed:Marseille shot:Nanterre
Gunmen killed nine people in the Somali capital. | killed:Mogadishu
Caracas accused Washington of blackmail. | accused:-
Lawyers accuse Tehran of torturing prisoners. | accuse:-
Norway and Chile called on Serbia and Kosovo to sign. | called:-
Police arrested a man in Lyon over the Paris attacks. | arrested:Lyon
After gunmen killed a mayor in Tijuana, the army sent troops from Mexico City. | killed:Tijuana
Police arrested the mayor of Cali in Bogota. | arrested:Bogota
The mayor of Cali was shot dead in Medellin. | shot:Medellin
A journalist from Karachi was kidnapped in Quetta. | kidnapped:Quetta
A Karachi journalist was kidnapped in Quetta. | kidnapped:Quetta
A London-based banker was shot dead in Lagos. | shot:Lagos
A banker living in London was shot dead in Lagos. | shot:Lagos
A banker, who was born in London, was shot dead in Lagos. | shot:Lagos
Gunmen attacked a bus travelling from Kano to Zaria. | attacked:Kano,Zaria,-
Gunmen attacked a bus near Kaduna that was going from Kano to Abuja. | attacked:Kaduna
Gunmen ambushed a convoy on the road between Gao and Ansongo. | ambushed:Gao,Ansongo
Turkish troops crossed into Syria and shelled a village near Afrin. | shelled:Afrin
Israel bombed Rafah. | bombed:Rafah
Israel bombed a house in Rafah after rockets hit Ashkelon. | bombed:Rafah hit:Ashkelon
In Rafah, an Israeli strike killed five people, a day after a strike in Jabalia killed nine. | strike:Rafah,Jabalia
The United States sanctioned a bank in Dubai over the bombing of Port Sudan. | sanctioned:Dubai,- bombing:Port~Sudan
Bolivia's president was beaten by miners in Oruro. | beaten:Oruro
Peruvian police killed two miners in Puno. | killed:Puno
Soldiers in Puno, in southern Peru, killed two miners. | killed:Puno
In Puno, in southern Peru, soldiers killed two miners. | killed:Puno
Two miners were killed by soldiers in Peru's southern city of Puno. | killed:Puno
Workers walked out in Lille, Lyon and Nantes. | walked:Lille,Lyon,Nantes
The bomb that killed a judge in Palermo was made in Naples. | killed:Palermo
Weapons used to kill a priest in Manila had been stolen in Cebu. | kill:Manila
Police searching for the killers of a priest in Manila raided a house in Cebu. | raided:Cebu
A gang that robbed banks in Rio killed a guard in Santos. | killed:Santos
Militants released in Doha a hostage they had seized in Kabul. | released:Doha seized:Kabul
The hostage, seized in Kabul, was released in Doha. | seized:Kabul released:Doha
Monks from Lhasa set fire to a police car in Xining. | set:Xining
Crowds in Dhaka burned the home of a minister who had fled to Delhi. | burned:Dhaka
A suspect in the bombing of a mosque in Peshawar was arrested in Lahore. | bombing:Peshawar arrested:Lahore
Lawyers in Islamabad protested over the arrest of a colleague in Quetta. | protested:Islamabad arrest:Quetta
The army retook Palmyra and drove the rebels towards Deir ez-Zor. | retook:Palmyra
Villagers near Bunia found the bodies of six men killed by militiamen. | killed:Bunia
The drone took off from Djibouti and hit a car in Kismayo. | hit:Kismayo
Seven soldiers, all from Cali, were killed in an ambush in Cauca. | killed:Cauca
Talks in Doha between the Taliban and Kabul broke down. | Talks:Doha
Ministers from Chad and Niger met in Lome. | met:Lome,Lomé
Thousands of Rohingya who fled Rakhine protested in Cox's Bazar. | protested:Cox
Students in Rome marched against the bombing of Gaza. | marched:Rome
Drivers blocked a road in Quito over the killing of a driver in Guayaquil. | blocked:Quito killing:Guayaquil
Soldiers from Kigali fought rebels in Sake. | fought:Sake
Fishermen from Chittagong were abducted near Teknaf. | abducted:Teknaf
A Mosul doctor was shot dead in Erbil. | shot:Erbil
Gunmen killed a Mogadishu councillor in Kismayo. | killed:Kismayo
Rebels shelled Sake. | shelled:Sake
A Bogota court jailed a general for ordering killings in Soacha. | jailed:Bogota,Bogotá killings:Soacha
The Nairobi government sent soldiers to Goma. | sent:Goma,Nairobi
Police in Manchester arrested a man from Leeds over an arson attack in Bradford. | arrested:Manchester attack:Bradford
Officers in Dallas shot dead a man from Houston. | shot:Dallas
Three men from Houston were arrested in Dallas. | arrested:Dallas
Police arrested three men from Houston. | arrested:Houston,-
The gunmen, from Katsina, attacked a school in Kankara. | attacked:Kankara
The blast in Homs was heard in Hama. | blast:Homs
Gunfire was heard in Juba after soldiers fought at the presidential palace. | fought:Juba
Doctors in Idlib treated people wounded in an air strike on Saraqib. | strike:Saraqib
Doctors at a hospital in Idlib said an air strike on Saraqib had killed nine. | strike:Saraqib
The rebels, who control Bunia, attacked Beni. | attacked:Beni
Russian missiles hit a station in Kramatorsk, from where thousands had fled to Lviv. | hit:Kramatorsk
A convoy carrying aid from Adre was looted near Geneina. | looted:Geneina
A convoy of aid for Gaza was looted near Rafah. | looted:Rafah
Miners in Oruro kidnapped an official sent from La Paz. | kidnapped:Oruro
Militants stopped a bus on its way to Quetta and shot nine passengers. | shot:Quetta,-
The navy sank a boat off Benghazi that had left Zuwara. | sank:Benghazi
Israel struck a car in Sidon, south of Beirut. | struck:Sidon
Israel struck a car south of Beirut. | struck:Beirut
An attack 30 miles north of Aleppo killed nine. | attack:Aleppo
Soldiers surrounded Aksum, where they killed dozens of men. | killed:Aksum
Gunmen burst into a bar in Pereira, where they killed six people. | killed:Pereira
Gunmen burst into a bar in Pereira. Six people were killed there. | killed:Pereira
In Pereira, where gunmen killed six people in May, nurses went on strike. | killed:Pereira
Nurses in Pereira went on strike. In Cali, police fired tear gas at teachers. | fired:Cali
Police in Kisumu, Nakuru and Nairobi fired tear gas. | fired:Kisumu,Nakuru,Nairobi
Fighting spread from Sake to Goma. | Fighting:Sake,Goma
The mayor told reporters in Odesa that drones had hit the port of Izmail. | hit:Izmail
Delegates from Juba and Khartoum signed a deal in Jeddah. | signed:Jeddah
"""


@pytest.mark.parametrize("row", SENTENCES.strip().splitlines())
def test_places_of_acts(extractor: Extractor, row: str) -> None:
    text, _, expected = row.rpartition(" | ")
    result = extractor.extract(text, published="2024-03-12")
    triggers = {claim.id: claim.trigger for claim in result.claims}
    names = {place.id: place.name for place in result.places}
    for entry in expected.split():
        word, _, places = entry.replace("~", " ").partition(":")
        events = [event for event in result.events if any(word in str(triggers[claim]) for claim in event.claims)]
        told = {names[event.place] if event.place else "-" for event in events}
        assert any(wanted in name for wanted in places.split(",") for name in told), f"{word}: {sorted(told)}"
