"""What an article is about: who did what, when, where, why and how, told in its words (after Giveme5W1H)."""
