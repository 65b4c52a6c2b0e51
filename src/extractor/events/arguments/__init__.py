"""Arguments of an event: who did it, to whom, with what; also those named outside the trigger's clause."""
