"""Dead, injured, detained, displaced: numbers, the people they count, tolls told apart from the act."""
