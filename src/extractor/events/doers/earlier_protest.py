"""Who protests, where a protest told before is taken up: "two hundred were on hunger strike ... that protest"."""

from extractor.events.draft import Draft, position_of


def add_earlier_protesters(events: list[Draft]) -> None:
    """Give "the protest" and "that strike" without a source the protesters of the last protest before.

    Changes `source` of the drafts. The miners for the second sentence of "Miners were on hunger strike. That protest
    entered its fifth day."; nobody for "A protest was held in Oslo."
    """
    last: Draft | None = None
    for event in sorted(filter(_is_protest, events), key=position_of):
        if event.source:
            last = event
        elif event.definite and last is not None:
            event.source += last.source


def _is_protest(event: Draft) -> bool:
    """Whether an act is the protest of a crowd."""
    return event.coding.kind.voices_demands
