"""Everything the library knows, read once and checked when it is loaded: tables, triggers, ontology, actors."""
