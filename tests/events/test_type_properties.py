"""A type of the user's that is `like` one of PLOVER is treated as that one is, property by property.

Each row is a text of which other events are told when the type lacks the property: so the code asks for it, and a type
that inherits it must give the same events as the type of PLOVER, but for its name.
"""

import ast
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from extractor import Extractor
from extractor.components import LAYERS
from extractor.events.coder import EventCoder
from extractor.events.grounding.ground import ground
from extractor.events.index import AnnotatedArticle
from extractor.events.to_record import record_of
from extractor.lexicon.event_types import FLAGS, MODE_SETS, event_types
from extractor.records import Article
from extractor.settings import Settings

OWN = "OWN_TYPE"
Triggers = tuple[str, ...]  # "verb LEMMA/MODE; SOURCE>TARGET", mode and roles may lack
# property: the type that has it, the triggers of the user's type (none where no rule gives the type), the text
ROWS: dict[str, tuple[str, Triggers, str]] = {
    "means": (
        "ASSAULT",
        ("verb kill", "noun bombing/explosives"),
        "Eight people were killed in Kano. The bombing hit a bus.",
    ),
    "plain": (
        "ASSAULT",
        ("verb destroy/destroy", "noun shelling/heavy-weapons"),
        "Shops were destroyed in Goma on Monday. The shelling came from the hills.",
    ),
    "gives_way": (
        "ASSAULT",
        ("verb destroy/destroy", "noun shelling/heavy-weapons"),
        "Shops were destroyed in Goma on Monday. The shelling came from the hills.",
    ),
    "placed": (
        "ASSAULT",
        ("verb plant/explosives; agent>none",),
        "A bomb was planted at a mosque in Lahore on Monday.",
    ),
    "detains": ("COERCE", ("verb intern/arrest",), "Police interned 12 students in Lagos on Monday."),
    "once_a_person": (
        "COERCE",
        ("verb arrest/arrest", "verb detain/arrest"),
        "Police arrested Paul Bitok in Kigali on Monday. Bitok was detained at the airport.",
    ),
    "wrecks": (
        "PROTEST",
        ("verb set fire/riot; agent>to",),
        "Rioters set fire to a police station in Mombasa on Monday.",
    ),
    "once_a_town": (
        "COERCE",
        ("verb seize/seize", "verb fall/seize; to>agent"),
        "The town of Mekele fell to rebels on Monday. Rebels seized Mekele after a siege.",
    ),
    "needs_doer": ("THREATEN", (), "The city of Jos will be attacked on Monday."),
    "violent": ("PROTEST", ("noun riot/riot",), "Four people died in riots in Karachi on Monday."),
    "harms_people": (
        "ASSAULT",
        ("verb kill", "noun attack"),
        "Bombs killed ten people in Karachi on Monday. The Taliban claimed responsibility for the attack.",
    ),
    "hits_things": (
        "ASSAULT",
        ("verb bomb/aerial", "verb kill"),
        "Jets bombed a hospital in Marib on Sunday. Nine nurses were killed.",
    ),
    "uses_weapons": (
        "ASSAULT",
        ("verb shell/heavy-weapons", "verb kill"),
        "A bomb killed three people in Goma on Monday.",
    ),
    "has_tolls": (
        "ASSAULT",
        ("verb attack",),
        "Gunmen attacked a market in Jos on Monday. The death toll stands at 12.",
    ),
    "goes_on": (
        "ASSAULT",
        ("verb attack", "verb burn"),
        "Militants attacked a village in Mopti on Friday. The attackers burned houses.",
    ),
    "verbal": ("SUPPORT", ("verb back",), "Chad backed Niger in the dispute."),
    "promises": ("AGREE", ("verb agree",), "Chad and Niger agreed on Monday to attack the rebels."),
    "demands": (
        "REQUEST",
        ("verb demand",),
        "Workers marched in Lagos on Monday to demand that the government raise wages.",
    ),
    "threatens": ("THREATEN", ("verb threaten/violence",), "Iran threatened war unless Kuwait leaves the islands."),
    "resists": ("REJECT", ("verb reject",), "Kenya rejected the treaty despite warnings from Ethiopia."),
    "voices_demands": (
        "PROTEST",
        ("verb walk out/strike",),
        "Workers walked out in Lagos on Monday in protest at the government.",
    ),
    "about_acts": ("REQUEST", ("verb urge",), "Kenya urged that Uganda withdraw its troops."),
    "doer_is_target": ("REQUEST", ("verb urge",), "Kenya urged that Uganda withdraw its troops."),
    "mode_of_content": ("REQUEST", ("verb urge",), "Kenya urged Uganda to withdraw its troops."),
    "holds_content": ("REQUEST", ("verb urge",), "Kenya urged Uganda to arrest the rebels."),
    "holds_object": (
        "SANCTION",
        ("verb suspend/discontinue; agent>oblique",),
        "Oslo suspended talks with Sudan on Monday.",
    ),
    "holds_purpose": (
        "CONSULT",
        ("verb meet",),
        "Ministers of Kenya and Uganda met in Kampala on Monday to discuss the border.",
    ),
    "meets": ("CONSULT", ("verb visit/visit",), "President Tinubu visited Tunis on Monday. He visited Ghana in 2019."),
    "moves_forces": ("MOBILIZE", ("verb deploy/troops",), "Troops were deployed to Mombasa on Monday."),
    "gives": ("AID", ("verb deliver",), "Kenyan doctors delivered food to Nairobi on Monday."),
    "object_is_content": ("AID", ("verb dispatch; agent>to",), "Cuba dispatched doctors on Monday."),
    "towns_are_states": ("AID", ("verb deliver",), "Norway delivered food to Aleppo on Monday."),
    "borrowed_by": ("AGREE", ("verb agree",), "The club agreed terms with the striker after a 3-1 win in the league."),
}


@pytest.fixture(scope="module")
def annotate(extractor: Extractor) -> Callable[[str], Doc]:
    steps = [layer(Settings()) for layer in LAYERS[2:-1]]

    def annotated(text: str) -> Doc:
        doc = extractor.begin(Article(id="a", text=text, published=date(2024, 6, 12)))
        for step in steps:
            doc = step(doc)
        return doc

    return annotated


def told(doc: Doc, ontology: Path | None = None) -> list[dict[str, Any]]:
    """The events of a Doc without what comes from the name or the rule of their type."""
    article = AnnotatedArticle(doc)
    drafts = EventCoder(Settings(ontology_file=ontology)).events(article)
    ground(article, drafts)
    records = (record_of(article, draft)[1] for draft in drafts)
    left_out = {"id", "confidence", "reasons", "rules"}
    found = [record.model_dump(exclude=left_out) for record in records]
    return sorted(found, key=lambda event: event["claims"])


def own_type(like: str, triggers: Triggers) -> str:
    """A file with a type like another and its triggers."""
    lines = [f"[types.{OWN}]", f'like = "{like}"']
    for trigger in triggers:
        form, _, rest = trigger.partition(" ")
        rest, _, roles = rest.partition("; ")
        lemma, _, mode = rest.partition("/")
        lines += ["[[triggers]]", f'type = "{OWN}"', f'{form}s = ["{lemma}"]']
        lines += [f'mode = "{mode}"'] if mode else []
        if roles:
            source, target = roles.split(">")
            lines += [f'source = "{source}"', f'target = "{target}"']
    return "\n".join(lines)


@pytest.mark.parametrize("name", sorted(FLAGS | MODE_SETS))
def test_the_code_asks_for_the_property(annotate: Callable[[str], Doc], tmp_path: Path, name: str) -> None:
    like, _, text = ROWS[name]
    lacking = tmp_path / "lacking.toml"
    lacking.write_text(f"[types.{like}]\n{name} = {'false' if name in FLAGS else '[]'}\n", encoding="utf-8")
    doc = annotate(text)
    assert told(doc, lacking) != told(doc)


@pytest.mark.parametrize("name", sorted(name for name, (_, triggers, _) in ROWS.items() if triggers))
def test_a_type_like_another_has_its_property(annotate: Callable[[str], Doc], tmp_path: Path, name: str) -> None:
    like, triggers, text = ROWS[name]
    own = tmp_path / "own.toml"
    own.write_text(own_type(like, triggers), encoding="utf-8")
    doc = annotate(text)
    expected, found = told(doc), told(doc, own)
    types = [like if event["type"] == OWN else event["type"] for event in found]
    assert (OWN in [event["type"] for event in found]) == (like in types)
    assert [event | {"type": name} for event, name in zip(found, types, strict=True)] == expected


def test_no_code_names_an_event_type() -> None:
    source = Path(__file__).parents[2] / "src" / "extractor"
    named = {
        (path.name, node.value)
        for path in source.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in event_types()
    }
    assert named == set()
