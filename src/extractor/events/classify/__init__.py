"""From a trigger and its frame to an event type: propositions, rule matching, domain, embedded events."""
